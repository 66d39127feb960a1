"""How many claims of a list hold a word, counted among the claims on the same matter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Protocol

from components.analysis.claims.names import is_name_word
from components.analysis.claims.tokens import Token
from components.analysis.claims.vectors import word_table

#: A word this rare (weight) links the claims that hold it, as a name does: they speak of the same matter.
LINKING_WEIGHT = 3.5


class HasContent(Protocol):
    """A claim read into tokens."""

    @property
    def content(self) -> tuple[Token, ...]: ...


class Matters:
    """The claims of a list in groups that a chain of shared names or rare words ties together.

    Articles on something else, added to a story, bring groups of their own and leave the counts of its claims alone.
    Claims that differ in nothing but stop words and order count once. Near-linear: union-find over words.
    """

    def __init__(self, claims: Sequence[HasContent]) -> None:
        self._parent: dict[str, str] = {}
        counted = {frozenset(t.key for t in claim.content): _links(claim.content) for claim in claims}
        for links in counted.values():
            for key in links:
                self._parent.setdefault(key, key)
                self._parent[self._root(key)] = self._root(links[0])
        self._everywhere: Counter[str] = Counter()
        self._within: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._sizes: Counter[str] = Counter()
        for keys, links in counted.items():
            self._everywhere.update(keys)
            if links:
                self._within[self._root(links[0])].update(keys)
                self._sizes[self._root(links[0])] += 1

    def frequencies(self, claim: HasContent) -> list[int]:
        """For each content word of a claim the number of claims on its matters that hold it, 1 at least.

        A claim tied to no other is counted against the whole list.
        """
        roots = {self._root(key) for key in _links(claim.content) if key in self._parent}
        if sum(self._sizes[root] for root in roots) > 1:
            return [max(1, sum(self._within[root][t.key] for root in roots)) for t in claim.content]
        return [max(1, self._everywhere[t.key]) for t in claim.content]

    def _root(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key


def _links(content: Sequence[Token]) -> list[str]:
    """The keys that tie a claim to others: names, and words so rare that they are hardly shared by chance."""
    table = word_table()
    return list(
        dict.fromkeys(
            t.key
            for t in content
            if t.value is None and (is_name_word(t) or table.weight(t.lower, t.key) >= LINKING_WEIGHT)
        )
    )
