"""The compare page's pieces that are no drawing: order of rows, facts, where a finding leads."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.analysis.limits import limits_of
from components.analysis.measure import Measure, all_measures
from components.analysis.phrasing import kind_of_rows
from components.export.about import counted
from components.ui import markup, state
from components.ui.cache import Loaded
from components.ui.passages import HYPE_ALONE

PER_PAGE = 12
ADDED = "Added"

FINDING_PAGES = {
    "tone": "pages/tone.py",
    "hype": "pages/hype.py",
    "readability": "pages/readability.py",
    "claim_coverage": "pages/claims.py",
    "claims": "pages/claims.py",
}


def facts_line(loaded: Loaded) -> str:
    """How much is compared: articles, sources, words, dates."""
    story = loaded.story
    n_articles, n_sources = len(story.articles), len(story.sources)
    words = int(loaded.sources["n_words"].sum())
    dates = sorted(a.date for a in story.articles if a.date)
    parts = [
        f"{n_articles:,} article{'s' * (n_articles != 1)} from {n_sources:,} source{'s' * (n_sources != 1)}",
        f"{words:,} words measured in {int(loaded.sources['n_sentences'].sum()):,} sentences",
    ]
    if dates:
        undated = n_articles - len(dates)
        span = dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}"
        parts.append(f"dated {span}" + (f", {undated} without a date" if undated else ""))
    n_groups = len({group for source, group in story.groups if source in story.sources})
    if n_groups:
        parts[0] += f" in {n_groups:,} group{'s' * (n_groups != 1)}"
    copies = len(story.copies)
    if copies:
        parts.append(f"{copies} near-duplicate{'s' * (copies != 1)}")
    return " · ".join(parts)


def show_findings(loaded: Loaded) -> None:
    """What stands out, each sentence with the way to what it rests on; of one source, that there is nothing to."""
    if len(loaded.story.sources) == 1:
        what = "One group" if loaded.grouped else "One source"
        markup.show(
            markup.finding(
                what,
                f"{what} has nothing to be compared with yet.",
                " Its own figures are below; add a second report to see what differs.",
            )
        )
        st.page_link("pages/articles.py", label="Add articles", icon=":material/add:")
    for number, found in enumerate(loaded.findings):
        with st.container(key=f"finding_{number}", horizontal=True, vertical_alignment="center", gap="small"):
            markup.show(markup.finding(found.kind, found.claim, found.rest))
            target = {state.CLAIM: found.claim_id} if found.claim_id else _passages_of(loaded, found.source)
            st.page_link(
                FINDING_PAGES.get(found.measure, "pages/compare.py"),
                label=counted(found.count, found.unit.removesuffix("s")),
                icon=":material/arrow_forward:",
                width="content",
                query_params=target or None,
            )


def _passages_of(loaded: Loaded, source: str) -> dict[str, str]:
    """Where the counted passages of one source stand first on the page of hype."""
    if not source:
        return {}
    return {
        state.HYPE_FIRST: "passages",
        state.HYPE_SHOW: "Counted",
        state.HYPE_KINDS: HYPE_ALONE,
        state.HYPE_SOURCE: loaded.short_of[source],
    }


COVERAGE_COMPARED = (
    "Whether two {row}s differ beyond chance is tested on the claims that one states more of than the other: so uneven "
    "a split must be rare if either were as likely to be ahead (sign test)."
)


def show_how_to_read(loaded: Loaded) -> None:
    """What the marks of the strip and the words beside them mean, in the words of a person who has not seen them."""
    n, row = len(loaded.sources), kind_of_rows(loaded.story)
    with st.popover("How to read this", icon=":material/help:", type="tertiary", key="cmp_help"):
        entries = [
            (
                "Value and interval",
                "The dot is the value. The line, in a table the small numbers, says how far it could be off in texts "
                "of this length (95% interval): the shorter the texts, the farther.",
            ),
            (
                "Claim coverage",
                f"It has no interval: all {counted(len(loaded.story.claims), 'claim')} of the list "
                "are counted, none is drawn from a larger number. It holds for this list."
                + (f" {COVERAGE_COMPARED.format(row=row)}" if n > 1 else ""),
            ),
        ]
        if n > 1:
            entries.append(
                (
                    "Place",
                    f"1 is the highest value. “1–3” may be first, second or third; “any”: no difference between this "
                    f"{row} and another is beyond chance. With few or short texts most places stay open. That is a "
                    "result, not a fault: longer texts, or more articles a source, narrow them.",
                )
            )
            entries.append(
                (
                    "Beyond chance",
                    f"Every two {row}s are tested against each other, allowing for all the pairs compared (Holm, under "
                    "5%). In tone and hype it must also hold without any one word.",
                )
            )
        markup.show(markup.terms(entries))


def show_limits(loaded: Loaded) -> None:
    """What Parallax leaves undone because the story is so large; nothing for a story of ordinary size."""
    for line in limits_of(loaded.story):
        markup.show(markup.facts(line))


def order_options() -> list[str]:
    """What the rows can be ordered by."""
    return [ADDED, *(m.label for m in _side_by_side())]


def ordered_sources(loaded: Loaded, order: str) -> pd.DataFrame:
    """The wide frame of sources, the highest value first; undefined values last."""
    frame = loaded.sources
    measure = next((m for m in _side_by_side() if m.label == order), None)
    if measure is None:
        return frame
    column = next(c for c in measure.columns if c.headline)
    return frame.sort_values(column.name, ascending=False, na_position="last", kind="stable")


def page_of(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """At most twelve rows at a time; draws the choice of a page where there are more."""
    if len(rows) <= PER_PAGE:
        return rows
    pages = -(-len(rows) // PER_PAGE)
    with st.container(horizontal=True, vertical_alignment="center"):
        chosen = st.pagination(pages, key=key, bind="query-params")
        markup.show(markup.facts(f"{PER_PAGE} of {len(rows)} sources at a time; all are in the table below."))
    return rows.iloc[(int(chosen) - 1) * PER_PAGE : int(chosen) * PER_PAGE]


def _side_by_side() -> list[Measure]:
    return [m for m in all_measures() if any(c.headline for c in m.columns)]
