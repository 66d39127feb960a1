"""What stands out in a story, in plain sentences with their numbers and how sure they are.

Wording: the subject first, the claim, then the figures, doubt in the same breath.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from components.analysis.certainty import orders
from components.analysis.claims.conflicts import conflict_groups
from components.analysis.claims.sources import source_verdicts
from components.analysis.claims.voices import stated_alone, told_elsewhere
from components.analysis.comparison import by_source
from components.analysis.hype.hits import hits
from components.analysis.limits import MOST_TOLD
from components.analysis.measure import Column, Measure, all_measures
from components.analysis.measured import Measured
from components.analysis.model import Conflict, Story
from components.analysis.phrasing import and_list, begins, kind_of_rows, names_in_sentences, number_word
from components.analysis.telling import tell_difference

MAX_FINDINGS = 5
MOST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sentence. ``claim`` is its bold part, ``rest`` follows; ``count unit`` is what it opens onto.

    ``measure`` is the key of the page that shows it; ``claim_id`` names the claim it is about, if it is one;
    ``source`` the source whose passages alone it opens onto.
    ``p``: the largest adjusted p it rests on (0 for a count, 1 where nothing is established).
    """

    kind: str
    claim: str
    rest: str
    count: int
    unit: str
    measure: str
    claim_id: str = ""
    source: str = ""
    p: float = 0.0


def what_stands_out(
    story: Story,
    long: pd.DataFrame | Measured,
    ordered: pd.DataFrame | None = None,
    by_sources: pd.DataFrame | None = None,
) -> tuple[Finding, ...]:
    """At most five findings: established differences by strength, conflicts, then those in readability, claims,
    and what does not differ.

    ``ordered`` and ``by_sources``: the story's orders and its table of sources, where they were made before.
    """
    if len(story.sources) < 2:
        return ()
    pairs = orders(story, long) if ordered is None else ordered
    sources = by_source(story, long) if by_sources is None else by_sources
    differences = []
    for measure in all_measures():
        for column in measure.columns:
            if column.headline:
                found = _difference(story, sources, pairs[pairs["column"] == column.name], measure, column)
                if found:
                    differences.append(found)
    sure = sorted((f for f in differences if f.p < 1), key=lambda f: f.p)
    unsure = [f for f in differences if f.p >= 1]
    worded, graded = ([f for f in sure if (f.measure == "readability") is is_grade] for is_grade in (False, True))
    told = [*worded, _conflict(story), *graded, _claims(story), *unsure]
    return tuple([f for f in told if f][:MAX_FINDINGS])


def _difference(
    story: Story, sources: pd.DataFrame, pairs: pd.DataFrame, measure: Measure, column: Column
) -> Finding | None:
    told = tell_difference(story, sources, pairs, measure, column)
    if told is None:
        return None
    count, unit = _opens_onto(story, sources, measure)
    n_driving, driven = _driving_words(story, told.highest) if column.name == "hype_per_1000_words" else (0, "")
    return Finding(
        kind=measure.label,
        measure=measure.key,
        count=n_driving or count,
        unit=unit,
        source=told.highest if n_driving else "",
        claim=told.claim,
        rest=told.rest + driven,
        p=told.p,
    )


def _driving_words(story: Story, source: str) -> tuple[int, str]:
    """Why the hype figure of a source is what it is: how many passages count, and the words most of them hold."""
    if len(story.articles) > MOST_TOLD:
        return 0, ""
    counted = [
        hit
        for article in story.articles
        if article.source == source
        for hit in hits(article, story.settings)
        if hit.kind == "promotion" and hit.counted and hit.sentence_index is not None
    ]
    if not counted:
        return 0, ""
    times = Counter(hit.text.casefold() for hit in counted)
    hyperbolic = {hit.text.casefold() for hit in counted if hit.strength == "hyperbolic"}
    first = sorted(times, key=lambda words: (-times[words], words not in hyperbolic))[:MOST_WORDS]
    named = and_list([f"“{words}”" + (f" ({times[words]} times)" if times[words] > 1 else "") for words in first])
    n, name = len(counted), names_in_sentences(story)[source]
    such = ", such as" if len(times) > MOST_WORDS else ":"
    return n, f" {number_word(n).capitalize()} passage{'s' * (n != 1)} of {name} count{'s' * (n == 1)}{such} {named}."


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
    row = kind_of_rows(story)
    in_all = f"in all {number_word(len(story.sources))}." if len(story.sources) > 2 else f"in both {row}s."
    rest = f" {number_word(everywhere).capitalize()} are {in_all}" if everywhere > 1 else f" One is {in_all}"
    if not everywhere:
        rest = f" None is {in_all}"
    if alone:
        (source, most), *rest_of_them = single.most_common(2)
        name = names_in_sentences(story)[source]
        of_them = ""  # of several sources with as many none is named
        if not rest_of_them:
            of_them = f", {name}"
        elif most > rest_of_them[0][1]:
            of_them = f", {number_word(most)} of them by {name}"
        others = told_elsewhere(single_claims.values(), row)
        told = f"{of_them}; {others}." if others else f"{of_them}."
        are = "is" if alone == 1 else "are"
        claim = f"{number_word(alone).capitalize()} of {n} claims {are} stated by one {row} only"
        return Finding(kind="Claims", claim=claim, rest=told + rest, count=alone, unit="claims", measure="claims")
    claim = f"No claim of {n} is stated by one {row} only"
    return Finding(kind="Claims", claim=claim, rest="." + rest, count=n, unit="claims", measure="claims")


def _conflict(story: Story) -> Finding | None:
    # the groups that the claims page lists, so that both pages count the same
    found = [group for group in conflict_groups(story) if group.first.kind != "certainty"]
    if not found:
        return None
    first, short = found[0].first, names_in_sentences(story)
    side_a, side_b = ([short[source] for source in side] for side in (found[0].sources_a, found[0].sources_b))
    claim, what = f"{_say(side_a, first.value_a)}, {_say(side_b, first.value_b)}", f"in a {_kind(first)}"
    alone = side_a == side_b and len(side_a) == 1  # two articles of one source, or two sources of one group
    if alone:
        claim = f"{side_a[0]} says both {first.value_a} and {first.value_b}"
    if first.kind == "judged":
        claim, what = f"{and_list(list(dict.fromkeys(side_a + side_b)))} do not agree", "found by a person"
        if alone:
            claim = f"{side_a[0]} does not agree with itself"
    wording = next(c.text for c in story.claims if c.id == first.claim_id)
    more = f" {number_word(len(found) - 1).capitalize()} more in the list." if len(found) > 1 else ""
    return Finding(
        kind="Conflict",
        claim=begins(claim),
        rest=f", on “{wording.rstrip('.')}”. Possible conflict {what}.{more}",
        count=sum(len(group.sources_a) + len(group.sources_b) for group in found),
        unit="sentences",
        measure="claims",
        claim_id=first.claim_id,
    )


def _say(names: list[str], value: str) -> str:
    return f"{and_list(names, 'sources')} say{'s' * (len(names) == 1)} {value}"


def _kind(conflict: Conflict) -> str:
    return {"negation": "yes or no"}.get(conflict.kind, conflict.kind)
