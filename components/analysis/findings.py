"""What stands out in a story, in plain sentences with their numbers and how sure they are.

Wording: the subject first, the claim, then the figures, doubt in the same breath. A multiple is said only
where it holds at the ends of the values shown and every pair across is established.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

import pandas as pd

from components.analysis.certainty import MIN_SENTENCES_FOR_ORDER, orders
from components.analysis.claims.conflicts import conflict_groups
from components.analysis.claims.sources import source_verdicts
from components.analysis.claims.voices import stated_alone, stated_by_one
from components.analysis.comparison import by_source
from components.analysis.measure import Column, Measure, all_measures
from components.analysis.model import Conflict, Story

MAX_FINDINGS = 5
MAX_SHORT = 2
NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sentence. ``claim`` is its bold part, ``rest`` follows; ``count unit`` is what it opens onto.

    ``measure`` is the key of the page that shows it; ``claim_id`` names the claim it is about, if it is one.
    ``p``: the largest adjusted p it rests on (0 for a count, 1 where nothing is established).
    """

    kind: str
    claim: str
    rest: str
    count: int
    unit: str
    measure: str
    claim_id: str = ""
    p: float = 0.0


def what_stands_out(story: Story, long: pd.DataFrame, ordered: pd.DataFrame | None = None) -> tuple[Finding, ...]:
    """At most five findings: established differences by strength, claims, conflicts, then what does not differ."""
    if len(story.sources) < 2:
        return ()
    pairs = orders(story, long) if ordered is None else ordered
    sources = by_source(story, long)
    differences = []
    for measure in all_measures():
        for column in measure.columns:
            if column.headline:
                found = _difference(story, sources, pairs[pairs["column"] == column.name], measure, column)
                if found:
                    differences.append(found)
    sure = sorted((f for f in differences if f.p < 1), key=lambda f: f.p)
    unsure = [f for f in differences if f.p >= 1]
    others = [f for f in (_conflict(story), _claims(story)) if f]
    return tuple((sure + others + unsure)[:MAX_FINDINGS])


def short_names(story: Story) -> dict[str, str]:
    """Source -> what it is called in a sentence: its short name where that is one of a kind, else its name."""
    given = dict(story.short_names)
    shown = [given.get(source, source) for source in story.sources]
    return {
        source: name if shown.count(name) == 1 else source for source, name in zip(story.sources, shown, strict=True)
    }


def split_sources(values: dict[str, float], pairs: pd.DataFrame) -> tuple[list[str], list[str], float] | None:
    """The clearest cut of the ranked sources where every pair across it is established.

    Returns the sources above, those below and the largest adjusted p across; among several such cuts the one
    with the widest gap. None where there is no such cut.
    """
    ranked = sorted(values, key=lambda s: -values[s])
    p_of = {frozenset((r.source_a, r.source_b)): r.p_holm for r in pairs.itertuples() if r.established}
    best: tuple[float, int, float] | None = None
    for k in range(1, len(ranked)):
        across = [p_of.get(frozenset(pair)) for pair in product(ranked[:k], ranked[k:])]
        known = [p for p in across if p is not None]
        if len(known) == len(across):
            gap = values[ranked[k - 1]] - values[ranked[k]]
            if best is None or gap > best[0]:
                best = (gap, k, max(known))
    return None if best is None else (ranked[: best[1]], ranked[best[1] :], best[2])


def _difference(
    story: Story, sources: pd.DataFrame, pairs: pd.DataFrame, measure: Measure, column: Column
) -> Finding | None:
    short = short_names(story)
    values = {
        short[r["source"]]: float(r[column.name]) for _, r in sources.iterrows() if not math.isnan(r[column.name])
    }
    apart = _too_short(column, sources, values, short)
    pairs = pairs.assign(source_a=pairs["source_a"].map(short), source_b=pairs["source_b"].map(short))
    if len(values) < 2:
        return None
    shown = {s: column.show(v) for s, v in values.items()}
    count, unit = _opens_onto(story, sources, measure)
    base = Finding(kind=measure.label, measure=measure.key, count=count, unit=unit, claim="", rest="")
    cut = split_sources(values, pairs)
    if cut:
        top, bottom, p = cut
        figures = f": {_figures(top, shown)} against {_figures(bottom, shown)}{_unit(column)}."
        doubt = _within(top, bottom, pairs)
        claim = f"{_subject(top)} {_verb(measure, len(top))} {_than(bottom, len(values))}"
        multiple = _multiple(column, values, top, bottom)
        if multiple:
            are = "is" if len(top) == 1 else "are"
            claim = f"{_subject(top)} {are} hyped at least {multiple} times as densely"
            claim += f" as {and_list(bottom, 'others')}"
        return replace(base, claim=claim, rest=figures + doubt + apart, p=p)
    sure = pairs[pairs["established"]].sort_values("p_holm")
    if len(sure):
        top, bottom, p = _widest(sure, values)
        claim = f"{_subject(top)} {_verb(measure, len(top))} than {and_list(bottom, 'others')}"
        figures = f"{_figures(top, shown)} against {_figures(bottom, shown)}"
        rest = f": {figures}{_unit(column)}. The other places are not all established.{apart}"
        return replace(base, claim=claim, rest=rest, p=p)
    low, high = min(values.values()), max(values.values())
    claim = f"No order of the sources in {measure.label.lower()} is established"
    why = "the differences are within what texts of this length vary by"
    if column.pool == "claims":
        why = "too few claims set them apart"
    elif pairs["p"].isna().all():
        why = f"texts of under {MIN_SENTENCES_FOR_ORDER} sentences are not ordered"
    rest = f": {column.show(low)} to {column.show(high)}{_unit(column)}; {why}.{apart}"
    return replace(base, claim=claim, rest=rest, p=1.0)


def _too_short(column: Column, sources: pd.DataFrame, values: dict[str, float], short: dict[str, str]) -> str:
    """A word on a source outside the others' range that is too short to be ordered: it must not be passed over."""
    if column.pool == "claims":
        return ""
    n = {short[r["source"]]: int(r["n_sentences"]) for _, r in sources.iterrows()}
    ordered = [v for s, v in values.items() if n[s] >= MIN_SENTENCES_FOR_ORDER]
    if not ordered:
        return ""
    outside = [
        f" {s} shows {column.show(v)}, in too short a text to be ordered ({n[s]} sentence{'s' * (n[s] != 1)})."
        for s, v in values.items()
        if n[s] < MIN_SENTENCES_FOR_ORDER and not min(ordered) <= v <= max(ordered)
    ]
    return "".join(outside[:MAX_SHORT])


def _widest(sure: pd.DataFrame, values: dict[str, float]) -> tuple[list[str], list[str], float]:
    """One source against all that are established above or below it, the most of them; then the smallest p."""
    above: dict[str, dict[str, float]] = {}
    below: dict[str, dict[str, float]] = {}
    for r in sure.itertuples():
        high, low = (r.source_a, r.source_b) if r.difference > 0 else (r.source_b, r.source_a)
        above.setdefault(low, {})[high] = r.p_holm
        below.setdefault(high, {})[low] = r.p_holm
    choices = [(others, [s], others) for s, others in above.items()] + [
        ([s], others, others) for s, others in below.items()
    ]
    top, bottom, ps = max(choices, key=lambda c: (len(c[2]), -max(c[2].values())))
    return sorted(top, key=lambda s: -values[s]), sorted(bottom, key=lambda s: -values[s]), max(ps.values())


def _subject(names: Sequence[str]) -> str:
    """The sources that begin a sentence."""
    text = and_list(names, "sources")
    return text if len(names) <= 3 else text.capitalize()


def _figures(names: Sequence[str], shown: dict[str, str]) -> str:
    """The values of ranked sources: each of up to four, the ends of more."""
    values = [shown[name] for name in names]
    if len(values) <= 4:
        return and_list(values)
    return values[0] if values[0] == values[-1] else f"{values[-1]} to {values[0]}"


def and_list(names: Sequence[str], many: str = "") -> str:
    """Join as "A", "A and B", "A, B and C"; with ``many`` given, more than three become "five sources"."""
    if many and len(names) > 3:
        return f"{number_word(len(names))} {many}"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def number_word(n: int) -> str:
    """Whole numbers up to twelve in words."""
    return NUMBER_WORDS[n] if 0 <= n < len(NUMBER_WORDS) else f"{n:,}"


VERBS = {
    "tone": ("is worded more positively", "are worded more positively"),
    "hype": ("is hyped more densely", "are hyped more densely"),
    "readability": ("is harder to read", "are harder to read"),
    "claim_coverage": ("states more of the claims", "state more of the claims"),
}


def _verb(measure: Measure, n: int) -> str:
    one, many = VERBS.get(
        measure.key, (f"is higher in {measure.label.lower()}", f"are higher in {measure.label.lower()}")
    )
    return one if n == 1 else many


def _than(bottom: Sequence[str], n: int) -> str:
    return "than all others" if 2 < len(bottom) < n else f"than {and_list(bottom, 'others')}"


def _unit(column: Column) -> str:
    return f" {column.unit}" if column.unit.startswith("per ") else ""


def _multiple(column: Column, values: dict[str, float], top: Sequence[str], bottom: Sequence[str]) -> str:
    least, most = min(values[s] for s in top), max(values[s] for s in bottom)
    if column.name != "hype_per_1000_words" or most <= 0 or least / most < 2:
        return ""
    return number_word(math.floor(least / most))


def _within(top: Sequence[str], bottom: Sequence[str], pairs: pd.DataFrame) -> str:
    sure = {frozenset((r.source_a, r.source_b)) for r in pairs.itertuples() if r.established}
    loose = [
        group
        for group in (top, bottom)
        if len(group) > 1 and not any(frozenset((a, b)) in sure for a in group for b in group if a != b)
    ]
    if len(loose) == 2:
        return " Within each group the order does not hold."
    return f" Among {and_list(loose[0], 'sources')} the order does not hold." if loose else ""


def _opens_onto(story: Story, sources: pd.DataFrame, measure: Measure) -> tuple[int, str]:
    if measure.key == "hype" and "n_hype_hits" in sources:
        return int(sources["n_hype_hits"].fillna(0).sum()), "passages"
    if measure.key == "claim_coverage":
        return len(story.claims), "claims"
    return int(sources["n_sentences"].sum()), "sentences"


def _claims(story: Story) -> Finding | None:
    if not story.claims:
        return None
    cells = source_verdicts(story)
    stating = {c.id: [s for s in story.sources if cells[c.id, s].verdict == "stated"] for c in story.claims}
    single_claims = stated_alone(story)  # as on the claims page: near-copies are one voice
    single = Counter(found.by for found in single_claims.values())
    alone, everywhere = sum(single.values()), sum(len(who) == len(story.sources) for who in stating.values())
    n = len(story.claims)
    in_all = f"in all {number_word(len(story.sources))} sources."
    rest = f" {number_word(everywhere).capitalize()} are {in_all}" if everywhere > 1 else f" One is {in_all}"
    if not everywhere:
        rest = f" None is {in_all}"
    if alone:
        source, most = single.most_common(1)[0]
        name = short_names(story)[source]
        of_them = f", {number_word(most)} of them by {name}." if most < alone else f", {name}."
        are = "is" if alone == 1 else "are"
        claim = f"{number_word(alone).capitalize()} of {n} claims {are} {stated_by_one(single_claims.values())}"
        return Finding(kind="Claims", claim=claim, rest=of_them + rest, count=alone, unit="claims", measure="claims")
    claim = f"No claim of {n} is stated by one source only"
    return Finding(kind="Claims", claim=claim, rest="." + rest, count=n, unit="claims", measure="claims")


def _conflict(story: Story) -> Finding | None:
    # the groups that the claims page lists, so that both pages count the same
    found = [group.first for group in conflict_groups(story) if group.first.kind != "certainty"]
    if not found:
        return None
    first = found[0]
    short = short_names(story)
    source_a, source_b = (short[story.article_by_id[i].source] for i in (first.article_a, first.article_b))
    claim, what = f"{source_a} says {first.value_a}, {source_b} says {first.value_b}", f"in a {_kind(first)}"
    if source_a == source_b:  # two articles of one source, or two sources of one group
        claim = f"{source_a} says both {first.value_a} and {first.value_b}"
    if first.kind == "judged":
        claim, what = f"{source_a} and {source_b} do not agree", "found by a person"
        if source_a == source_b:
            claim = f"{source_a} does not agree with itself"
    wording = next(c.text for c in story.claims if c.id == first.claim_id)
    more = f" {number_word(len(found) - 1).capitalize()} more in the list." if len(found) > 1 else ""
    return Finding(
        kind="Conflict",
        claim=claim,
        rest=f", on “{wording.rstrip('.')}”. Possible conflict {what}.{more}",
        count=2 * len(found),
        unit="sentences",
        measure="claims",
        claim_id=first.claim_id,
    )


def _kind(conflict: Conflict) -> str:
    return {"negation": "yes or no"}.get(conflict.kind, conflict.kind)
