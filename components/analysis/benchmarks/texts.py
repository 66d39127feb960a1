"""Texts to measure the engine's speed on: generated, or recombined from the sentences of real ones.

The same seed gives the same texts. Generated ones draw words by their frequency in English, so that a lexicon's
words, long words and function words come about as often as in prose; a third of their sentences state a fact that
other articles of the story state too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

import numpy as np

from components.analysis.claims.vectors import WORD_TABLE
from components.analysis.model import Article
from components.analysis.sentences import split_sentences

SENTENCES = 28
PARAGRAPH = 3
SHARE_OF_FACTS = 0.35
SHARE_OF_SPEECH = 0.1
#: Different facts a story's articles draw on.
FACTS = 60
SHORTEST, LONGEST = 8, 34

_PEOPLE = "Ida Brandt|Tomas Hale|Ruth Okafor|Piotr Zielinski|Ana Ruiz|Colm Byrne|Mei Tan|Lars Holm".split("|")
_BODIES = "The council|The ministry|The harbour board|The company|The union|The hospital|The university".split("|")
_PLACES = "Oslo|Bristol|Gdansk|Leeds|Porto|Turin|Cork|Ghent|Tampere|Aarhus".split("|")
_DEEDS = "approved|opened|closed|announced|bought|funded|delayed|inspected|sold|rebuilt".split("|")
_THINGS = "bridge|tunnel|school|ferry terminal|solar plant|library|data centre|hospital wing|market hall".split("|")
_UNITS = "workers|homes|passengers|students|patients|visitors|tonnes of steel".split("|")
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday".split("|")
_SAID = "said|told reporters|added|warned|announced".split("|")


@cache
def _frequencies() -> tuple[list[str], list[float]]:
    """The commonest words and their cumulated frequencies per billion."""
    with np.load(WORD_TABLE, allow_pickle=False) as table:
        words, zipf = table["words"].tolist(), table["zipf"].tolist()
    commonest = sorted(zip(zipf, words, strict=True), reverse=True)[:12_000]
    kept = [(word, 10.0**z) for z, word in commonest if word.isalpha()]
    return [word for word, _ in kept], list(accumulate(weight for _, weight in kept))


def _prose(rng: random.Random, n_words: int) -> str:
    vocabulary, cumulated = _frequencies()
    words = rng.choices(vocabulary, cum_weights=cumulated, k=n_words)
    if n_words > 14:
        words[n_words // 2] += ","
    return " ".join(words)


def _fact(rng: random.Random) -> str:
    deed = f"{rng.choice(_BODIES)} {rng.choice(_DEEDS)} a {rng.choice(_THINGS)} in {rng.choice(_PLACES)}"
    ending = rng.choice(
        (
            f"for {rng.randint(2, 900)} {rng.choice(_UNITS)}",
            f"at a cost of {rng.randint(11, 980) / 10} million euros",
            f"on {rng.choice(_DAYS)}",
            f"in {rng.randint(1990, 2026)}",
        )
    )
    return f"{deed} {ending}."


def _sentence(rng: random.Random, facts: Sequence[str]) -> str:
    drawn = rng.random()
    if drawn < SHARE_OF_FACTS:
        return rng.choice(facts)
    n_words = rng.randint(SHORTEST, LONGEST)
    if drawn < SHARE_OF_FACTS + SHARE_OF_SPEECH:
        quoted = _prose(rng, n_words)
        return f"“{quoted[0].upper()}{quoted[1:]},” {rng.choice(_SAID)} {rng.choice(_PEOPLE)}."
    body = _prose(rng, n_words)
    return f"{body[0].upper()}{body[1:]}{rng.choice('.........?!')}"


def generated_texts(n: int, seed: int = 0) -> Iterator[str]:
    """``n`` articles of one story in made-up English, about 3.5 kB each."""
    rng = random.Random(seed)
    facts = [_fact(rng) for _ in range(FACTS)]
    for _ in range(n):
        yield _paragraphs([_sentence(rng, facts) for _ in range(SENTENCES)])


def recombined_texts(texts: Sequence[str], n: int, seed: int = 0) -> Iterator[str]:
    """``n`` articles, each of sentences drawn at random from those of ``texts``. ValueError without any sentence."""
    pool = [s.text for text in texts for s in split_sentences(text) if s.kind == "prose"]
    if not pool:
        raise ValueError("no sentence to recombine")
    rng = random.Random(seed)
    for _ in range(n):
        yield _paragraphs(rng.choices(pool, k=SENTENCES))


def _paragraphs(sentences: Sequence[str]) -> str:
    parts = [" ".join(sentences[at : at + PARAGRAPH]) for at in range(0, len(sentences), PARAGRAPH)]
    return "\n\n".join(parts)


def as_articles(texts: Sequence[str], run: str, n_sources: int) -> tuple[Article, ...]:
    """The texts as articles of ``n_sources`` sources; ``run`` keeps their ids apart from any measured before."""
    return tuple(
        Article(
            id=f"{run}-{number}",
            source=f"Source {number % n_sources + 1}",
            title=text.split(".", 1)[0][:80],
            text=text,
        )
        for number, text in enumerate(texts)
    )
