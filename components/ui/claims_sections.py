"""Below the matrix: possible conflicts, certainty that differs, what each source leaves out, agreement."""

from __future__ import annotations

import math
from collections.abc import Sequence

import streamlit as st

from components.analysis.bundle import conflicts_frame
from components.analysis.claims.conflicts import ConflictGroup, conflict_groups, conflicts_alone
from components.analysis.claims.omissions import Omissions, omissions_of_sources
from components.analysis.claims.overview import ClaimRow
from components.analysis.model import Verdict
from components.analysis.phrasing import number_word
from components.ui import markup, state
from components.ui.cache import Loaded
from components.ui.claims_evidence import KINDS, LONGEST_QUOTE, evidence_entry, named
from components.ui.claims_matrix import open_claim
from components.ui.markup import Mark
from components.ui.tables import download_table
from components.ui.widgets import as_label

AT_MOST = 20
SIDE_BY_SIDE = 6
_SOURCE = "clm_left_out"
_KINDS = {"certainty": "unequal certainty", "judged": "possible conflict, found by a person"}


def show_conflicts(loaded: Loaded) -> None:
    """Every pair of sentences that cannot both hold, then the claims that are sure in one source and not in another."""
    groups = conflict_groups(loaded.story)
    n_drift = sum(g.first.kind == "certainty" for g in groups)
    markup.show(
        markup.section(
            _conflict_title(len(groups) - n_drift, n_drift),
            "Two values that cannot both hold, side by side; and claims said flatly in one source and hedged in "
            "another. Read both sentences before you call it a contradiction."
            if groups
            else "No two values clash, and no claim is flat in one source and hedged in another.",
        )
    )
    for number, group in enumerate(groups[:AT_MOST]):
        _show_group(loaded, group, number)
    if len(groups) > AT_MOST:
        markup.show(markup.facts(f"{len(groups) - AT_MOST} more are in the download."))
    alone = conflicts_alone(loaded.story)
    if alone:
        markup.show(markup.facts(_said_alone(loaded, alone)))
    if groups:
        download_table(conflicts_frame(loaded.story), "conflicts", key="clm_csv_conflicts")


def _said_alone(loaded: Loaded, alone: Sequence[Verdict]) -> str:
    story = loaded.story
    number = {claim.id: place for place, claim in enumerate(story.claims, 1)}
    by_claim: dict[int, list[str]] = {}
    for v in alone:
        by_claim.setdefault(number[v.claim_id], []).append(story.article_by_id[v.article_id].source)
    said = [f"claim {n} ({named(loaded, list(dict.fromkeys(sources)))})" for n, sources in by_claim.items()]
    more = f" and {len(said) - AT_MOST} more" if len(said) > AT_MOST else ""
    return (
        f"In conflict with a claim that no other article states, and so with no second sentence to set beside it: "
        f"{', '.join(said[:AT_MOST])}{more}."
    )


def _conflict_title(n_values: int, n_drift: int) -> str:
    title = _counted(n_values, "possible conflict").capitalize()
    return f"{title}, {_counted(n_drift, 'claim')} told with unequal certainty" if n_drift else title


def _show_group(loaded: Loaded, group: ConflictGroup, number: int) -> None:
    c = group.first
    text = next(claim.text for claim in loaded.story.claims if claim.id == c.claim_id)
    kind = _KINDS.get(c.kind) or f"possible conflict in {KINDS[c.kind]}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"finding_conflict_{number}"):
        markup.show(markup.finding(kind, text, ""))
        st.button(
            "Show in the matrix", key=f"clm_open_{number}", type="tertiary", icon=":material/arrow_upward:",
            on_click=open_claim, args=(c.claim_id, loaded.story.article_by_id[c.article_b].source),
        )  # fmt: skip
    left, right = st.columns(2, gap="large")
    with left:
        markup.show(_side(loaded, c.kind, c.value_a, c.article_a, c.evidence_a, group.sources_a))
    with right:
        markup.show(_side(loaded, c.kind, c.value_b, c.article_b, c.evidence_b, group.sources_b))


def _side(loaded: Loaded, kind: str, value: str, article_id: str, sentence: str, sources: Sequence[str]) -> str:
    source = loaded.story.article_by_id[article_id].source
    at = sentence.find(value) if value and kind != "certainty" else -1
    marks = [Mark(start=at, end=at + len(value), kind="clash")] if at >= 0 else []
    others = [s for s in sources if s != source]
    return markup.entry(
        source,
        value,
        markup.marked(sentence[:LONGEST_QUOTE], marks),
        number=loaded.colour_of.get(source, 99),
        conflict=kind != "certainty",
        notes=[f"likewise in {named(loaded, others)}"] if others else [],
    )


def show_omissions(loaded: Loaded, rows: Sequence[ClaimRow]) -> None:
    """Per source, the claims that two or more others state and it does not, beside what its length lets expect."""
    if len(loaded.story.sources) < 3:
        return
    found = omissions_of_sources(loaded.story)
    most = max(found, key=lambda s: len(found[s].left_out))
    n_most = len(found[most].left_out)
    tied = [s for s in found if len(found[s].left_out) == n_most]
    who = named(loaded, tied)
    markup.show(
        markup.section(
            f"{who[:1].upper()}{who[1:]} {'leave' if len(tied) > 1 else 'leaves'} out most: "
            f"{_counted(n_most, 'claim')}{' each' if len(tied) > 1 else ''} that others share"
            if n_most
            else "No source leaves out what two others state",
            ""
            if not n_most
            else f"Claims not found in a source though two or more others state them, in a list of {len(rows):,} "
            "claims, with the sentence that comes nearest. A short text must leave things out: “to expect” is how many "
            "it would leave out if, word for word, it told as many of them as the other sources do (see Methods).",
        )
    )
    options = sorted(found, key=lambda s: (-len(found[s].left_out), -len(found[s].published_earlier)))
    if not (n_most or found[options[0]].published_earlier):
        return
    if state.value(_SOURCE, options[0]) not in options:
        state.forget(_SOURCE)
    words = {r.source: int(r.n_words) for r in loaded.sources.itertuples()}
    told = {s: _omitted(found[s], words.get(s, 0)) for s in options}
    if len(options) <= SIDE_BY_SIDE:
        source = str(
            st.segmented_control(
                "Left out by", options, key=_SOURCE, default=options[0], required=True, label_visibility="collapsed",
                wrap=True, format_func=lambda s: as_label(f"{loaded.short_of[s]}: {len(found[s].left_out)}"),
            )
        )  # fmt: skip
        markup.show(markup.facts(f"{loaded.short_of[source]}: {told[source]}"))
    else:
        source = str(
            st.selectbox(
                "Left out by", options, key=_SOURCE, label_visibility="collapsed", width=560,
                format_func=lambda s: f"{loaded.short_of[s]}: {told[s]}" if s in told else s,
            )
        )  # fmt: skip
    left_out, earlier = set(found[source].left_out), set(found[source].published_earlier)
    columns = st.columns(2, gap="large")
    shown = [r for r in rows if r.claim.id in left_out] + [r for r in rows if r.claim.id in earlier]
    for place, row in enumerate(shown[: 2 * AT_MOST]):
        with columns[place % 2]:
            stating = [s for s, v in row.cells.items() if v.verdict == "stated"]
            markup.show(
                markup.claim_line(row.number, row.claim.text, f"stated by {named(loaded, stating)}")
                + evidence_entry(loaded, row, source, [])
            )
    if len(shown) > 2 * AT_MOST:
        markup.show(markup.facts(f"{len(shown) - 2 * AT_MOST} more are in the matrix."))


def _omitted(omissions: Omissions, words: int) -> str:
    parts = [f"{len(omissions.left_out)} left out"]
    if not math.isnan(omissions.expected):
        parts.append(f"{omissions.expected:.1f} to expect at {words:,} words")
    if omissions.published_earlier:
        parts.append(f"{len(omissions.published_earlier)} told only later")
    return ", ".join(parts)


def _counted(n: int, noun: str) -> str:
    return f"{number_word(n)} {noun}{'' if n == 1 else 's'}"
