"""The tone of every sentence of an article, by voice, and the words that drive it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from components.analysis import tone_scoring
from components.analysis.model import Article, Sentence, Settings
from components.analysis.tone_scoring import NOTHING_MASKED, NeutralTerms, Token, Tone
from components.analysis.words import count_words

# One or two words in quotation marks are the author's own choice of words held at arm's length, not speech.
SHORTEST_SPEECH = 3

Voice = Literal["author", "quoted", "mixed"]


class Driver(NamedTuple):
    """A word and what it adds to VADER's sum: the drop in the sum when this word alone is made neutral.

    ``masked``: a neutral term, which adds to ``raw`` alone and nothing to the score. ``start`` and ``end``
    are offsets in the article's text.
    """

    word: str
    contribution: float
    masked: bool
    start: int
    end: int


class WordDriver(NamedTuple):
    """A word type over a whole article: the sum of its contributions and in how many places it stands."""

    word: str
    contribution: float
    masked: bool
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceTone:
    """The tone of one body sentence: VADER's compound unmasked and masked, the corrected score, its drivers.

    ``voice``: "quoted" if every word stands inside quotation marks, "author" if no speech does, else "mixed".
    """

    index: int
    raw: float
    compound: float
    score: float
    drivers: tuple[Driver, ...]
    voice: Voice


class ScoredSentence(NamedTuple):
    """A body sentence with its tone, whole and by voice; a voice under ``SHORTEST_SPEECH`` words has None."""

    sentence: Sentence
    whole: Tone
    author: Tone | None
    quoted: Tone | None


@lru_cache(maxsize=256)
def scored_sentences(article: Article, settings: Settings) -> tuple[ScoredSentence, ...]:
    """The body sentences with their tone.

    A mixed sentence is split by word: what stands inside quotation marks (three words or more) is scored as
    the speaker's, what is left over as the author's. A side of under three words ("he said") has no tone.
    """
    terms = tone_scoring.neutral_terms(settings)
    return tuple(_score_sentence(article.text, sentence, terms) for sentence in article.body)


def _score_sentence(text: str, sentence: Sentence, terms: NeutralTerms) -> ScoredSentence:
    whole = tone_scoring.score(sentence.text, sentence.n_words, terms)
    if not sentence.quotes:
        return ScoredSentence(sentence, whole, whole, None)
    author, quoted = split_voices(text, sentence)
    if not quoted:
        return ScoredSentence(sentence, whole, whole, None)
    return ScoredSentence(sentence, whole, _score_voice(author, terms), _score_voice(quoted, terms))


def _score_voice(stretch: str, terms: NeutralTerms) -> Tone | None:
    n_words = count_words(stretch)
    return tone_scoring.score(stretch, n_words, terms) if n_words >= SHORTEST_SPEECH else None


def split_voices(text: str, sentence: Sentence) -> tuple[str, str]:
    """What of a sentence is the author's and what is quoted speech, each joined to one stretch."""
    author, quoted, at = [], [], sentence.start
    for quote in sentence.quotes:
        start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
        if count_words(text[start:end]) >= SHORTEST_SPEECH:
            author.append(text[at:start])
            quoted.append(text[start:end])
            at = end
    author.append(text[at : sentence.end])
    return " ".join(author), " ".join(quoted)


@lru_cache(maxsize=64)
def sentence_tones(article: Article, settings: Settings) -> tuple[SentenceTone, ...]:
    """Every body sentence with its tone and the words that drive it (VADER runs once more per word)."""
    found = []
    terms = tone_scoring.neutral_terms(settings)
    for scored in scored_sentences(article, settings):
        author, quoted = split_voices(article.text, scored.sentence)
        voice: Voice = "author" if not quoted else "mixed" if count_words(author) else "quoted"
        found.append(
            SentenceTone(
                index=scored.sentence.index,
                raw=scored.whole.raw,
                compound=scored.whole.compound,
                score=scored.whole.score,
                drivers=_drivers(scored.sentence, terms),
                voice=voice,
            )
        )
    return tuple(found)


def _drivers(sentence: Sentence, terms: NeutralTerms) -> tuple[Driver, ...]:
    straight = tone_scoring.straighten(sentence.text)
    return tuple(
        driver
        for start, end in tone_scoring.pieces(straight)
        for driver in _piece_drivers(straight[start:end], sentence.start + start, terms)
    )


def _piece_drivers(straight: str, offset: int, terms: NeutralTerms) -> Iterator[Driver]:
    tokens = tone_scoring.valued_tokens(straight)
    if not tokens:
        return
    raw, kept = tone_scoring.total(straight, NOTHING_MASKED), tone_scoring.total(straight, terms)
    for token in tokens:
        bare = tone_scoring.without(straight, [token])
        masked = tone_scoring.is_neutral(straight, token, terms)
        whole, mask = (raw, NOTHING_MASKED) if masked else (kept, terms)
        drop = whole - tone_scoring.total(bare, mask)
        yield Driver(token.word, drop, masked, offset + token.start, offset + token.end)


def word_drivers(article: Article, settings: Settings) -> tuple[WordDriver, ...]:
    """The words that drive an article's tone, the strongest first (by the size of their summed contribution).

    A word that is masked in one place and counts in another has a row for each.
    """
    sums: defaultdict[tuple[str, bool], list[float]] = defaultdict(list)
    for tone in sentence_tones(article, settings):
        for driver in tone.drivers:
            sums[driver.word, driver.masked].append(driver.contribution)
    rows = (WordDriver(word, sum(parts), masked, len(parts)) for (word, masked), parts in sums.items())
    return tuple(sorted(rows, key=lambda row: (-abs(row.contribution), row.word)))


def scores_without_words(article: Article, settings: Settings) -> dict[str, tuple[float, ...]]:
    """Word type -> the scores of all body sentences with that word made neutral wherever it stands; "" -> as they are.

    Holds every word that counts towards the tone; an order of two sources should survive leaving out any one.
    """
    scored = scored_sentences(article, settings)
    terms = tone_scoring.neutral_terms(settings)
    scores = [s.whole.score for s in scored]
    places: defaultdict[str, dict[int, list[Token]]] = defaultdict(dict)
    straight = [tone_scoring.straighten(s.sentence.text) for s in scored]
    for i, text in enumerate(straight):
        for token in tone_scoring.valued_tokens(text):
            if not tone_scoring.is_neutral(text, token, terms):
                places[token.word].setdefault(i, []).append(token)
    found = {"": tuple(scores)}
    for word, by_sentence in places.items():
        changed = list(scores)
        for i, tokens in by_sentence.items():
            total = tone_scoring.total(tone_scoring.without(straight[i], tokens), terms)
            negators = tone_scoring.count_negators(straight[i])
            changed[i] = tone_scoring.correct(total, scored[i].sentence.n_words, negators)
        found[word] = tuple(changed)
    return found
