"""From groups of like statements to claims no two of which a reader would call the same, each with a wording that all
its sources support.

A wording holds a number or a name only when every source credited with it gives it; who says more than the others
makes the shared part, and the detail is a claim of its own where it brings a number that no other claim has. Doubles
are found by the engine that judges articles (match.py): two claims are one when the text of either states the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from components.analysis.claims.match import judge_pairs
from components.analysis.claims.merge import Group, Statement, clash, is_negated, weigh
from components.analysis.claims.names import find_names
from components.analysis.claims.quantities import Quantity
from components.analysis.claims.tokens import content_keys, tokenize
from components.analysis.model import Article

#: Groups that are looked at, best first: far more than a list shows.
LOOKED_AT = 120
#: From this score on the one text states the other; two that half state each other are one as well.
STATES, HALF, TOGETHER = 0.75, 0.35, 0.95
#: Below this score a member is not credited with the wording; below the next it says something else.
SUPPORTS, STRANGE = 0.25, 0.1
#: A detail that shares more than this with the claim it adds to reads as a double of it.
_DETAIL = 0.35
#: So many claims, those that share most with it, a claim is compared with.
_NEAR = 12
#: ... if one of the two shares this much of its weight with the other.
_LIKE = 0.33


def specificity(statement: Statement) -> float:
    """How much a statement pins down: numbers and dates, then names; long-windedness takes away."""
    numbers = min(3, len(statement.quantities))
    return (
        numbers + 0.5 * min(3, statement.n_names) - 0.08 * max(0, statement.n_words - 16) - 0.3 * statement.attributed
    )


def settle(groups: Sequence[Group], order: Mapping[str, int]) -> list[tuple[str, Group]]:
    """(wording, group) of every claim, best first: by number of sources, then by what is pinned down.

    ``order`` is the place of each article. Only the first ``LOOKED_AT`` groups are freed of doubles, so the cost
    does not grow with the story.
    """
    worded = [pair for group in groups for pair in _word(group)]
    worded.sort(key=lambda pair: _rank(pair, order))
    settled = _without_doubles(_supported(worded[:LOOKED_AT]), order)
    settled.sort(key=lambda pair: _rank(pair, order))
    return [(wording.text, group) for wording, group in [*settled, *worded[LOOKED_AT:]]]


def _rank(worded: tuple[Statement, Group], order: Mapping[str, int]) -> tuple[float, float, int, int]:
    wording, group = worded
    return (
        -len({m.source for m in group.members}),
        -specificity(wording),
        order[wording.article_id],
        wording.sentence_index,
    )


def _word(group: Group) -> Iterator[tuple[Statement, Group]]:
    """The group's claim in the wording that most of its sources support, then claims of what it leaves over."""
    if len(group.members) == 1:
        yield from ((one, group) for one in group.members if not one.heading)
        return
    rest, rivals = list(group.members), group.rivals
    while any(not m.heading for m in rest):
        wording = _best_wording(rest)
        members = [m for m in rest if m is wording or gives(m, wording)]
        yield wording, Group(members, rivals)
        sources = {m.source for m in members}
        details = [m for m in members if m.quantities and not gives(wording, m) and not m.heading]
        if details and len(sources) > 1:
            detail = min(details, key=_badness)
            yield detail, Group([m for m in details if gives(m, detail)])
        rest, rivals = [m for m in rest if all(m is not kept for kept in members)], []


def _best_wording(members: Sequence[Statement]) -> Statement:
    """Of the wordings that most sources support the best: complete (its numbers and names), plain, short, no quotation.

    A heading only where a sentence holds all it says, in the same capitals.
    """
    prose = [m for m in members if not m.heading]
    listed = [*prose, *(m for m in members if m.heading and _repeats(m, prose))]
    distinct = list({m.text: m for m in listed}.values())[:12]
    return min(
        distinct, key=lambda one: (-len({m.source for m in members if m is one or gives(m, one)}), *_badness(one))
    )


def _badness(one: Statement) -> tuple[float, int]:
    weight = one.n_words - 4 * min(2, len(one.quantities)) - 2 * min(3, one.n_names)
    return weight + 6 * one.attributed + 2 * max(0, 7 - one.n_words), one.n_words


def _repeats(heading: Statement, prose: Sequence[Statement]) -> bool:
    capitals = {w for w in heading.text.rstrip(".").split() if w[0].isupper()}
    return any(heading.keys <= s.keys and capitals <= set(s.text.rstrip(".").split()) for s in prose)


def gives(one: Statement, wording: Statement) -> bool:
    """Whether a statement holds every number of a wording, and of every name in it at least a part."""
    keys = {t.key.lstrip("~") for t in tokenize(one.text)}
    numbers = all(any(_same(q, r) for r in one.quantities) for q in wording.quantities)
    return numbers and all(keys.intersection(name.keys) for name in find_names(wording.text))


def _same(claimed: Quantity, given: Quantity) -> bool:
    return given.key == claimed.key or given.entails(claimed)


_Worded = tuple[Statement, Group]


def _supported(worded: Sequence[_Worded]) -> list[_Worded]:
    """The claims, each credited only to members whose own words state it; the others are claims of their own."""
    texts = [wording.text for wording, _ in worded]
    kept: list[_Worded] = []
    for wording, group in worded:
        others = {m.text for m in group.members if m.keys != wording.keys}
        scores = {text: _scores([wording.text], text, texts)[0] for text in sorted(others)}
        backing = [m for m in group.members if scores.get(m.text, 1.0) >= SUPPORTS]
        kept.append((wording, Group(backing, group.rivals)))
        apart = [m for m in group.members if scores.get(m.text, 1.0) < STRANGE and not m.heading]
        if apart:
            own = min(apart, key=_badness)
            kept.append((own, Group([m for m in apart if m.text == own.text])))
    return kept


def _scores(claims: Sequence[str], text: str, story: Sequence[str]) -> list[float]:
    """How probably a text of one sentence states each claim."""
    return [v.score for v in judge_pairs(claims, Article(id="", source="", text=text), weigh=story)]


def _without_doubles(worded: Sequence[_Worded], order: Mapping[str, int]) -> list[_Worded]:
    """The claims, best first, each double folded into the claim it repeats."""
    texts = [wording.text for wording, _ in worded]
    weights = weigh([wording for wording, _ in worded])
    kept: list[_Worded] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    for wording, group in sorted(worded, key=lambda pair: _rank(pair, order)):
        shared: Counter[int] = Counter()
        for key in wording.keys:
            for i in index[key]:
                shared[i] += round(1000 * weights.get(key, 0.0))
        near = [
            i
            for i in sorted(shared, key=lambda i: (-shared[i], i))[:_NEAR]
            if _shares(wording, kept[i][0], weights)[1] >= _LIKE
        ]
        at, broader = _double(wording, [kept[i][0] for i in near], texts, weights)
        detail: _Worded | None = wording, group
        if at >= 0:
            place = near[at]
            kept[place], detail = _fold(kept[place], (wording, group), broader)
            if detail is not None and not _is_apart(detail[0], kept, place, weights):
                detail = None
        if detail is not None:
            for key in detail[0].keys:
                index[key].append(len(kept))
            kept.append(detail)
    return kept


def _double(
    wording: Statement, near: Sequence[Statement], story: Sequence[str], weights: Mapping[str, float]
) -> tuple[int, bool]:
    """The place among ``near`` of the claim that ``wording`` repeats (-1: none), and whether it is the broader one."""
    if not near:
        return -1, False
    found = _scores([other.text for other in near], wording.text, story)
    for i, (other, other_in_this) in enumerate(zip(near, found, strict=True)):
        if clash(wording, other) or is_negated(wording) != is_negated(other):
            continue
        if (
            _same_in_words(wording, other, weights)
            or _same_figure(wording, other, weights)
            or _same_identity(wording, other)
        ):
            return i, len(wording.keys - other.keys) < len(other.keys - wording.keys)
        this_in_other = _scores([wording.text], other.text, story)[0]
        same = min(other_in_this, this_in_other) >= HALF and other_in_this + this_in_other >= TOGETHER
        if same or max(other_in_this, this_in_other) >= STATES:
            return i, this_in_other > other_in_this
    return -1, False


# "takes a role", "makes a bid": verbs that leave the saying to their object.
_PHRASE = 4
_LIGHT = frozenset(("take", "make", "give", "have", "get"))
#: How much of their weight two claims share that are one: in any words; of one act; of one act, the one in the other.
_WORDS, _ACT, _ACT_MORE, _ACT_LESS = 0.62, 0.45, 0.7, 0.36
_WHOLE = 0.99
#: Two claims with the same figure are one when they share this much of their weight, the less and the more sharing.
_FIGURE_LESS, _FIGURE_MORE = 0.4, 0.45


def _shares(one: Statement, other: Statement, weights: Mapping[str, float]) -> tuple[float, float]:
    shared = sum(weights.get(k, 1.0) for k in one.keys & other.keys)
    parts = [shared / max(sum(weights.get(k, 1.0) for k in s.keys), 1e-9) for s in (one, other)]
    return min(parts), max(parts)


def _same_in_words(one: Statement, other: Statement, weights: Mapping[str, float]) -> bool:
    """Whether they share most of their words; of one act (same subject and verb) less of them is enough."""
    acts = {one.predicate, other.predicate}
    turned = len(acts) == 2 and len({act.removeprefix("be ") for act in acts}) == 1
    if not one.subject & other.subject and not turned:
        return False  # "Firms bought ten boats", "ten boats were bought": one; "Lee sued Quinn", "Quinn sued Lee": two
    less, more = _shares(one, other, weights)
    apart = bool(one.anchors - other.anchors) and bool(other.anchors - one.anchors)
    if acts <= _LIGHT and _share_phrase(one, other):
        return True
    if len(acts) == 1 and more >= _WHOLE:
        return True
    if len(acts) == 1 and acts != {"be"} and not apart:
        return less >= _ACT or (more >= _ACT_MORE and less >= _ACT_LESS)
    return less >= _WORDS


def _share_phrase(one: Statement, other: Statement) -> bool:
    """Whether both hold the same content words in a row: "strengthen Alpha's trade" and no less."""
    phrases = []
    for statement in (one, other):
        keys = content_keys(tokenize(statement.text))
        phrases.append({keys[i : i + _PHRASE] for i in range(len(keys) - _PHRASE + 1)})
    return bool(phrases[0] & phrases[1])


def _same_figure(one: Statement, other: Statement, weights: Mapping[str, float]) -> bool:
    """Whether both give the same figure (no mere year) of the same matter, in other words."""
    figures = {q.key for q in one.quantities if q.kind != "year"} & {q.key for q in other.quantities}
    less, more = _shares(one, other, weights)
    named = one.anchors | other.anchors
    matter = (one.subject_keys & other.keys | other.subject_keys & one.keys) - named
    return bool(figures and (matter or one.subject == other.subject)) and less >= _FIGURE_LESS and more >= _FIGURE_MORE


def _same_identity(one: Statement, other: Statement) -> bool:
    """Whether both say what one thing is, by the same nouns: "is a series about", "is a web series of"."""
    if {one.predicate, other.predicate} != {"be"} or not one.subject_keys & other.subject_keys:
        return False
    if not one.subject_keys ^ other.subject_keys <= one.anchors | other.anchors:
        return False  # "the rent of Alpha", "the fee of Alpha"
    nouns = (one.keys & other.keys) - one.anchors - other.anchors - one.subject_keys
    return len(nouns) >= 2


def _fold(kept: _Worded, double: _Worded, broader: bool) -> tuple[_Worded, _Worded | None]:
    """(the claim that stays, the other one): the broader where that gains a source, each credited to who gives it."""
    joined = _joined(kept[1], [m for m in double[1].members if gives(m, kept[0])], double[1])
    wider = _joined(double[1], [m for m in kept[1].members if gives(m, double[0])], kept[1])
    if broader and _n_sources(wider) > _n_sources(joined):
        return (double[0], wider), kept
    return (kept[0], joined), double


def _is_apart(detail: Statement, kept: Sequence[_Worded], place: int, weights: Mapping[str, float]) -> bool:
    """Whether a double says enough of its own to stand beside the claim it adds to: a figure no claim has."""
    return _shares(detail, kept[place][0], weights)[0] < _DETAIL and _brings_number(detail, (w for w, _ in kept))


def _joined(group: Group, members: Sequence[Statement], other: Group) -> Group:
    return Group([*group.members, *members], [*group.rivals, *other.rivals])


def _n_sources(group: Group) -> int:
    return len({m.source for m in group.members})


def _brings_number(wording: Statement, claims: Iterable[Statement]) -> bool:
    """Whether it holds a number that no claim has."""
    told = [q for claim in claims for q in claim.quantities]
    return any(all(q.key != r.key for r in told) for q in wording.quantities)
