"""Sentences as the claim engine compares them: keys, numbers, pieces of words."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from components.analysis.claims.quantities import Quantity, find_quantities
from components.analysis.claims.tokens import UNTOLD, Token, tokenize
from components.analysis.model import Sentence

_GRAM = 4


@dataclass(frozen=True)
class Line:
    """One sentence of an article, or its title (``sentence`` None), as keys.

    A list item is read behind the sentence it completes (:mod:`components.analysis.claims.lead_ins`); ``own`` is then
    the item by itself and ``lead`` that sentence's line. What only the few lines that come near a claim need is made
    when first asked for.
    """

    text: str
    sentence: Sentence | None
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    key_set: frozenset[str]
    quantities: tuple[Quantity, ...]
    own: Line | None = None
    lead: int | None = None

    @property
    def alone(self) -> Line:
        """The line without the sentence it completes."""
        return self.own or self

    @functools.cached_property
    def bigrams(self) -> frozenset[tuple[str, str]]:
        """Every two keys that follow each other."""
        return frozenset(itertools.pairwise(self.keys))

    @functools.cached_property
    def grams(self) -> frozenset[str]:
        """The four-letter pieces of its content words."""
        return four_letters(self.tokens)

    @functools.cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each key stands."""
        places: dict[str, list[int]] = {}
        for place, key in enumerate(self.keys):
            places.setdefault(key, []).append(place)
        return places


class Passage(NamedTuple):
    """A line with its neighbours: what they hold together."""

    keys: frozenset[str]
    grams: frozenset[str]
    quantities: tuple[Quantity, ...]


def read_line(text: str, sentence: Sentence | None) -> Line:
    """Read a sentence, or a title, into keys."""
    tokens = tokenize(text)
    keys = tuple(t.key for t in tokens)
    return Line(
        text=text,
        sentence=sentence,
        tokens=tokens,
        keys=keys,
        key_set=frozenset(keys),
        quantities=find_quantities(text),
    )


def four_letters(tokens: Sequence[Token]) -> frozenset[str]:
    """The pieces of four letters of the content words."""
    joined = " ".join(UNTOLD + t.lower if t.untold else t.lower for t in tokens if not t.stop)
    return frozenset(joined[i : i + _GRAM] for i in range(len(joined) - _GRAM + 1))
