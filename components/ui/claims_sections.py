"""Below the matrix: possible conflicts, certainty that differs, what each source leaves out, agreement."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.analysis.bundle import conflicts_frame
from components.analysis.claims.overview import ClaimRow
from components.analysis.findings import number_word
from components.analysis.model import Conflict
from components.ui import markup, state
from components.ui.cache import Loaded
from components.ui.claims_evidence import KINDS, evidence_entry
from components.ui.claims_matrix import open_claim
from components.ui.markup import Mark
from components.ui.tables import download_csv

AT_MOST = 20
_SOURCE = "clm_left_out"


def show_conflicts(loaded: Loaded) -> None:
    """Every pair of sentences that cannot both hold, then the claims that are sure in one source and not in another."""
    found = loaded.story.conflicts
    values = [c for c in found if c.kind != "certainty"]
    drift = [c for c in found if c.kind == "certainty"]
    markup.show(
        markup.section(
            _conflict_title(len(values), len(drift)),
            "Two values that cannot both hold, side by side; and claims said flatly in one source and hedged in "
            "another. Read both sentences before you call it a contradiction.",
        )
    )
    for number, conflict in enumerate([*values, *drift][:AT_MOST]):
        _show_pair(loaded, conflict, number)
    if len(found) > AT_MOST:
        markup.show(markup.facts(f"{len(found) - AT_MOST} more are in the download."))
    if found:
        download_csv(conflicts_frame(loaded.story), "conflicts", key="clm_csv_conflicts")


def _conflict_title(n_values: int, n_drift: int) -> str:
    title = _counted(n_values, "possible conflict").capitalize()
    return f"{title}, {_counted(n_drift, 'claim')} told with unequal certainty" if n_drift else title


def _show_pair(loaded: Loaded, c: Conflict, number: int) -> None:
    text = next(claim.text for claim in loaded.story.claims if claim.id == c.claim_id)
    kind = "unequal certainty" if c.kind == "certainty" else f"possible conflict in {KINDS[c.kind]}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"finding_conflict_{number}"):
        markup.show(markup.finding(kind, text, ""))
        st.button(
            "Show in the matrix", key=f"clm_open_{number}", type="tertiary", icon=":material/arrow_upward:",
            on_click=open_claim, args=(c.claim_id, loaded.story.article_by_id[c.article_b].source),
        )  # fmt: skip
    left, right = st.columns(2, gap="large")
    sides = ((left, c.article_a, c.value_a, c.evidence_a), (right, c.article_b, c.value_b, c.evidence_b))
    for column, article_id, value, sentence in sides:
        source = loaded.story.article_by_id[article_id].source
        at = sentence.find(value) if value and c.kind != "certainty" else -1
        marks = [Mark(start=at, end=at + len(value), kind="clash")] if at >= 0 else []
        with column:
            markup.show(
                markup.entry(
                    source,
                    value,
                    markup.marked(sentence, marks),
                    number=loaded.colour_of.get(source, 99),
                    conflict=c.kind != "certainty",
                )
            )


def show_omissions(loaded: Loaded, rows: Sequence[ClaimRow]) -> None:
    """Per source, the claims that two or more others state, each with its nearest miss."""
    if len(loaded.story.sources) < 3:
        return
    left_out = {s: [r for r in rows if s in r.left_out_by] for s in loaded.story.sources}
    most = max(left_out, key=lambda s: len(left_out[s]))
    markup.show(
        markup.section(
            f"{loaded.short_of[most]} leaves out most: {_counted(len(left_out[most]), 'claim')} that others share"
            if left_out[most]
            else "No source leaves out what two others state",
            f"Claims not found in a source though two or more others state them, in a list of {len(rows):,} claims, "
            "with the sentence that comes nearest.",
        )
    )
    if not left_out[most]:
        return
    options = sorted(left_out, key=lambda s: -len(left_out[s]))
    if state.value(_SOURCE, options[0]) not in options:
        state.forget(_SOURCE)
    source = st.selectbox(
        "Left out by", options, key=_SOURCE, label_visibility="collapsed", width=420,
        format_func=lambda s: f"{s}: {len(left_out.get(s, ()))} left out",
    )  # fmt: skip
    columns = st.columns(2, gap="large")
    for place, row in enumerate(left_out[str(source)]):
        with columns[place % 2]:
            stating = [loaded.short_of[s] for s, v in row.cells.items() if v.verdict == "stated"]
            markup.show(
                markup.claim_line(row.number, row.claim.text, f"stated by {', '.join(stating)}")
                + evidence_entry(loaded, row, str(source), [])
            )


def _counted(n: int, noun: str) -> str:
    return f"{number_word(n)} {noun}{'' if n == 1 else 's'}"
