"""Who is quoted: the tone and the hype of what each speaker says, where the text names the speaker."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import NamedTuple

from components.analysis import tone_scoring
from components.analysis.hype.hits import QUOTED, SHORTEST_SPEECH, hits
from components.analysis.model import Article, Settings
from components.analysis.words import count_words

UNNAMED = "no name given"


class Speaker(NamedTuple):
    """A speaker of one article. ``tone``: mean score of the quoted stretches, -1..1; ``n_hype``: hype hits in them.

    ``quotes``: quoted stretches of three words or more, by sentence; ``n_words``: their words.
    """

    name: str
    quotes: int
    n_words: int
    tone: float
    n_hype: int


def speakers(article: Article, settings: Settings) -> tuple[Speaker, ...]:
    """Every speaker of an article with what is quoted of them in its measured sentences, most words first.

    A name that ends like a longer one of the same article ("Rao", "Ann Rao") is taken for it. Quotations whose speaker
    the text does not name are together under ``UNNAMED``.
    """
    spoken = [
        quote
        for sentence in article.body
        for quote in sentence.quotes
        if count_words(article.text[quote.start : quote.end]) >= SHORTEST_SPEECH
    ]
    full = _full_names({quote.speaker for quote in spoken})
    terms = tone_scoring.neutral_terms(settings)
    promoting = [h for h in hits(article, settings) if h.kind == "promotion" and h.reason == QUOTED]
    said: defaultdict[str, list[tuple[int, float, int]]] = defaultdict(list)
    for quote in spoken:
        text = article.text[quote.start : quote.end]
        n = count_words(text)
        inside = sum(quote.start <= hit.start < quote.end for hit in promoting)
        said[full[quote.speaker]].append((n, tone_scoring.score(text, n, terms).score, inside))
    found = [
        Speaker(
            name=name,
            quotes=len(parts),
            n_words=sum(n for n, _, _ in parts),
            tone=math.fsum(score for _, score, _ in parts) / len(parts),
            n_hype=sum(inside for _, _, inside in parts),
        )
        for name, parts in said.items()
    ]
    return tuple(sorted(found, key=lambda s: (s.name == UNNAMED, -s.n_words, s.name)))


def _full_names(names: set[str]) -> dict[str, str]:
    """Name -> the one longer name that ends with its words, else itself; "" -> ``UNNAMED``."""
    full = {}
    for name in names:
        longer = [other for other in names if other != name and other.endswith(f" {name}")]
        full[name] = (longer[0] if len(longer) == 1 else name) or UNNAMED
    return full
