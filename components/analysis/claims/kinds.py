"""What the names of an article are: "the film" can then be called by its name where one name alone is a film."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection

from components.analysis.claims.closed_classes import MONTHS, word_set
from components.analysis.claims.grammar import Words, tags_of

_RUN = re.compile("P{1,6}")
_IS_A = re.compile(r"(?<![IP])(?<!ID)(P{1,6})(?:,|X{0,2}A)X{0,2}D[JN0EXPK]{0,6}?N(?=[^NP]|$)")
_PLACED_BEFORE = re.compile(r"D[JN]{0,2}NE?(?=P)")
_CALLING = frozenset(("called", "named", "titled", "dubbed", "entitled"))
#: Of these an article knows many; "the company" is settled by the sentence before instead.
_TOO_MANY = word_set(
    """
    company firm group business startup start-up corporation giant organisation organization agency club bank
    city town village country nation state county region area place street road house man woman person people
    part member one day year month week time world number name
    """
)
#: What "the ..." and then "it" can be: things, not happenings.
THINGS = word_set(
    """
    bill film movie report study book ship plane aircraft building museum festival programme program law agreement
    deal site company bank party government team city country island album song series novel app website charity
    university hospital organization organisation group firm club survey project school company's court agency
    committee newspaper magazine app device phone car machine drug vaccine virus treaty
    """
)
_FILM = {"movie": "film", "picture": "film"}


class Kinds:
    """Noun -> the names that are one, learned sentence by sentence; only what was read before counts."""

    def __init__(self, people: Collection[str]) -> None:
        self._people = people
        self._names: defaultdict[str, set[str]] = defaultdict(set)

    def learn(self, words: Words) -> None:
        """Take note of "X is a film", "X, a film", "the film X" and of names that end in what they are."""
        tags = tags_of(words)
        for match in _RUN.finditer(tags):
            run = words[match.start() : match.end()]
            if len(run) > 1:
                self._note(run[-1].low, run, tags, match.start(), words)
        for match in _IS_A.finditer(tags):
            self._note(words[match.end() - 1].low, words[match.start(1) : match.end(1)], tags, match.start(1), words)
        for match in _PLACED_BEFORE.finditer(tags):
            run_match = _RUN.match(tags, match.end())
            noun = words[match.end() - 1]
            if noun.tag == "E":
                if noun.low not in _CALLING:
                    continue
                noun = words[match.end() - 2]
            if run_match:
                self._note(noun.low, words[match.end() : run_match.end()], tags, run_match.start(), words)

    def _note(self, noun: str, run: Words, tags: str, at: int, words: Words) -> None:
        name = " ".join(w.text for w in run)
        noun = _FILM.get(noun, noun)
        if noun in _TOO_MANY or noun in MONTHS or not noun.isalpha() or name in self._people:
            return
        article = words[at - 1].low == "the" if at and tags[at - 1] == "D" else False
        self._names[noun].add(f"the {name}" if article else name)

    def named(self, noun: str) -> str:
        """The one name in the article that is a ``noun``, "" when there is none or more than one."""
        names = self._names.get(_FILM.get(noun, noun), set())
        bare = {name.removeprefix("the ") for name in names}
        return max(names, key=len) if len(bare) == 1 else ""
