"""The same fact from several places becomes one claim; clashing values stay apart, in one claim.

Near-linear: a statement is compared only with the groups that share one of its rarest keys, never with all.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from components.analysis.claims.quantities import Quantity, find_quantities
from components.analysis.claims.tokens import content_keys, tokenize


@dataclass(frozen=True, eq=False)
class Statement:
    """One candidate: its wording, where it stands, and what a reader can hold on to in it."""

    text: str
    source: str
    article_id: str
    sentence_index: int
    n_words: int
    heading: bool = False
    attributed: bool = False
    mined: bool = False
    content: str = ""
    subject: frozenset[str] = frozenset()
    predicate: str = ""
    names: str = ""

    keys: frozenset[str] = field(default=frozenset(), init=False)
    quantities: tuple[Quantity, ...] = field(default=(), init=False)
    anchors: frozenset[str] = field(default=frozenset(), init=False)
    subject_keys: frozenset[str] = field(default=frozenset(), init=False)

    @property
    def n_names(self) -> int:
        """How many names stand in it, by words."""
        return len(set(self.names.split()))

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "anchors", frozenset(content_keys(tokenize(self.names))) if self.names else frozenset()
        )
        object.__setattr__(self, "subject_keys", frozenset(content_keys(tokenize(" ".join(sorted(self.subject))))))
        object.__setattr__(self, "keys", frozenset(content_keys(tokenize(self.content or self.text))))
        object.__setattr__(self, "quantities", find_quantities(self.text))
        object.__setattr__(self, "anchors", self.anchors | {k for k in self.keys if k.startswith("#")})


@dataclass(eq=False)
class Group:
    """Statements of one fact. ``rivals`` say the same with another value."""

    members: list[Statement] = field(default_factory=list)
    rivals: list[Statement] = field(default_factory=list)

    @property
    def distinct(self) -> list[Statement]:
        """Members with different keys, at most twelve: enough to keep a group together."""
        return list({m.keys: m for m in self.members}.values())[:12]


_RARE = 6
_POSTINGS = 60
_BOTH, _ONE, _OTHER, _OTHER_SAME_ACT, _ACT, _APART, _STATE = 0.58, 0.86, 0.42, 0.2, 0.25, 0.75, 0.85


def weigh(statements: Sequence[Statement]) -> dict[str, float]:
    """Key -> weight by rarity among the statements; names and numbers weigh more than what everybody says."""
    counts = Counter(key for s in statements for key in s.keys)
    n = max(1, len(statements))
    return {key: (1.4 if key.startswith("#") else 1.0) * math.log(1 + n / count) + 0.2 for key, count in counts.items()}


def group_statements(statements: Sequence[Statement]) -> list[Group]:
    """Groups by complete link: a statement joins a group only if it says the same as every member.

    Statements come in the order of preference; each goes to the group it is closest to. One that differs from a group
    in nothing but a value joins it as a rival.
    """
    weights = weigh(statements)
    groups: list[Group] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    exact: dict[frozenset[str], int] = {}
    for statement in statements:
        if not statement.keys:
            continue
        at = exact.get(statement.keys)
        if at is not None and not clash(groups[at].members[0], statement):
            groups[at].members.append(statement)
            continue
        rare = sorted(statement.keys, key=lambda k: (-weights[k], k))[:_RARE]
        near = Counter(g for key in rare for g in index[key][:_POSTINGS])
        best, best_score, rival = -1, 0.0, -1
        for g, _ in near.most_common(_POSTINGS):
            others = groups[g].distinct
            if all(_is_rival(statement, other, weights) for other in others):
                rival = g if rival < 0 else rival
                continue
            score = min(likeness(statement, other, weights) for other in others)
            if score > best_score:
                best, best_score = g, score
        if best >= 0:
            groups[best].members.append(statement)
        elif rival >= 0:
            groups[rival].rivals.append(statement)
        else:
            best = len(groups)
            groups.append(Group([statement]))
        if best >= 0:
            exact.setdefault(statement.keys, best)
            for key in rare:
                if best not in index[key]:
                    index[key].append(best)
    return groups


def likeness(one: Statement, other: Statement, weights: dict[str, float]) -> float:
    """How far two statements say the same, 0 (another fact) to 1.

    0 when values clash, one is negated, or each names someone or something the other does not (unless nearly all
    else is shared).
    Statements of one act (same subject and verb) may differ more in what else they tell.
    """
    if clash(one, other) or is_negated(one) != is_negated(other):
        return 0.0
    shared = sum(weights[k] for k in one.keys & other.keys)
    a = shared / sum(weights[k] for k in one.keys)
    b = shared / sum(weights[k] for k in other.keys)
    low, high = min(a, b), max(a, b)
    same_act = one.predicate == other.predicate and bool(one.subject & other.subject) and not _other_matter(one, other)
    if same_act:
        same = (
            low >= _BOTH
            or (high >= _ONE and low >= _OTHER_SAME_ACT)
            or (low >= _ACT and bool(_told(one) & _told(other)))
        )
    elif "be" in (one.predicate, other.predicate):
        same = low >= _STATE
    else:
        same = low >= _BOTH or (high >= _ONE and low >= _OTHER)
    apart = bool(one.anchors - other.anchors) and bool(other.anchors - one.anchors)
    if not same or (apart and low < _APART) or (not one.subject & other.subject and low < _APART):
        return 0.0
    return (low + high) / 2


def _other_matter(one: Statement, other: Statement) -> bool:
    """Whether the nouns of both subjects, names apart, differ: "the rent of Alpha", "the fee of Alpha"."""
    mine, theirs = one.subject_keys - one.anchors, other.subject_keys - other.anchors
    return bool(mine and theirs) and not mine & theirs


def _told(statement: Statement) -> frozenset[str]:
    """The names and numbers behind the verb."""
    return statement.anchors - statement.subject_keys


_NOT: frozenset[str] = frozenset(
    ("not", "no", "never", "nobody", "nothing", "without", "deni", "deny", "refus", "fail")
)


def is_negated(statement: Statement) -> bool:
    """Whether it denies something."""
    return bool(statement.keys & _NOT)


def clash(one: Statement, other: Statement) -> bool:
    """Whether both give a value of the same thing and the values cannot both hold, or who did it to whom is turned."""
    return bool(_clashes(one, other)) or _is_turned(one, other)


# What two do to each other.
_MUTUAL = frozenset("be meet marry merge divorce face play border fight".split())


def _is_turned(one: Statement, other: Statement) -> bool:
    """Whether each names as who did it whom the other names as to whom: "Lee sued Quinn", "Quinn sued Lee"."""
    if one.predicate != other.predicate or one.predicate in _MUTUAL:
        return False
    mine, theirs = one.subject_keys & one.anchors, other.subject_keys & other.anchors
    return bool(mine and theirs) and not mine & theirs and mine <= _told(other) and theirs <= _told(one)


def _clashes(one: Statement, other: Statement) -> list[Quantity]:
    """The quantities of the first that the other gives another value for.

    "down from 23 cups to 8" does not clash with "8 cups": the other's value is there as well.
    """
    found = []
    for q in one.quantities:
        like = [r for r in other.quantities if q.counts_like(r)]
        if like and not any(p.agrees_with(r) for p in one.quantities for r in like if p.counts_like(r)):
            found.append(q)
    return found


def _is_rival(one: Statement, other: Statement, weights: dict[str, float]) -> bool:
    """Whether two articles say the same in all but one value.

    Two values in one article, or statements that differ in a name or a second value, are two facts.
    """
    if one.article_id == other.article_id or len(_clashes(one, other)) != 1:
        return False
    a = {k for k in one.keys if not k.startswith("#")}
    b = {k for k in other.keys if not k.startswith("#")}
    if one.anchors & a - b and other.anchors & b - a:
        return False
    shared = sum(weights[k] for k in a & b)
    return shared >= 0.7 * max(sum(weights[k] for k in a), sum(weights[k] for k in b), 1e-9)
