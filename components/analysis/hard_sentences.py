"""What makes an article hard to read: its hardest sentences and its difficult words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from components.analysis.model import Article
from components.analysis.readability_counts import CountedSentence, count_body, total
from components.analysis.readability_formulas import flesch_kincaid_grade

_PAUSE = re.compile(r"[,;:(–—]")
LONG_SENTENCE = 25
MANY_PAUSES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class HardSentence:
    """One sentence and why it is hard.

    ``grade``: its own Flesch-Kincaid grade. ``leverage``: by how many grades the article's Flesch-Kincaid grade falls
    without it. ``difficult_words``: in order, each once; ``n_pauses``: its commas, semicolons, colons, brackets and
    dashes, a stand-in for clauses. ``why``: a short phrase.
    """

    sentence_index: int
    grade: float
    leverage: float
    n_words: int
    n_pauses: int
    difficult_words: tuple[str, ...]
    why: str


def hardest_sentences(article: Article, k: int) -> list[HardSentence]:
    """The ``k`` sentences without which the article's Flesch-Kincaid grade would fall most, hardest first.

    Only sentences that raise the grade are listed, so there may be fewer; the sentence of an article that has only
    one is listed with a leverage of 0. Empty for an empty article.
    """
    sentences = count_body(article)
    whole = total(sentences)
    if not whole.n_words:
        return []
    grade = flesch_kincaid_grade(whole)
    ranked = []
    for sentence in sentences:
        rest = whole.without(sentence.counts)
        ranked.append((grade - flesch_kincaid_grade(rest) if rest.n_words else 0.0, sentence))
    ranked.sort(key=lambda pair: (-pair[0], pair[1].sentence_index))
    return [_explained(article, s, leverage) for leverage, s in ranked[:k] if leverage > 0 or len(sentences) == 1]


def difficult_word_counts(article: Article) -> list[tuple[str, int]]:
    """The article's difficult words in lower case with how often they occur: most frequent first, then by letters.

    Difficult is textstat's notion: two syllables or more and not on its list of easy words. Names are among them.
    """
    counts = Counter(t.word.lower() for s in count_body(article) for t in s.tokens if t.difficult)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def probable_names(articles: Iterable[Article]) -> frozenset[str]:
    """Difficult words, in lower case, that are probably names: never without a capital, and with one within a sentence.

    A word that stands at the beginning of sentences alone says nothing and is none.
    """
    within, small = set(), set()
    for article in articles:
        for sentence in count_body(article):
            for at, token in enumerate(sentence.tokens):
                if token.difficult and not token.word[0].isupper():
                    small.add(token.word.lower())
                elif token.difficult and at:
                    within.add(token.word.lower())
    return frozenset(within - small)


def _explained(article: Article, sentence: CountedSentence, leverage: float) -> HardSentence:
    counts = sentence.counts
    difficult = tuple(dict.fromkeys(token.word for token in sentence.tokens if token.difficult))
    n_pauses = len(_PAUSE.findall(article.sentences[sentence.sentence_index].text))
    reasons = []
    if counts.n_words >= LONG_SENTENCE:
        reasons.append(f"{counts.n_words} words long")
    if counts.n_difficult_words:
        noun = "word" if counts.n_difficult_words == 1 else "words"
        reasons.append(f"{counts.n_difficult_words} difficult {noun} of {counts.n_words}")
    if n_pauses >= MANY_PAUSES:
        reasons.append(f"{n_pauses} commas, brackets or dashes")
    return HardSentence(
        sentence_index=sentence.sentence_index,
        grade=flesch_kincaid_grade(counts),
        leverage=leverage,
        n_words=counts.n_words,
        n_pauses=n_pauses,
        difficult_words=difficult,
        why="; ".join(reasons) or f"{counts.n_words} words, {counts.n_syllables} syllables",
    )
