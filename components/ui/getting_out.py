"""Taking figures out: every table with what it holds, the bundle, the settings and the methods."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from components.analysis.bundle import STORY_FILE, json_bytes
from components.analysis.csv_export import csv_bytes
from components.analysis.methods import methods_markdown, settings_dict
from components.ui import markup, state
from components.ui.cache import Loaded

MEANINGS: Mapping[str, str] = {
    "sources": "One row a source: every measure, its articles pooled, with the ends of the 95% intervals.",
    "articles": "One row an article: its metadata and every measure, with the ends of the 95% intervals.",
    "sentences": "One row a sentence: its text, where it stands, and what each measure gives it.",
    "claims": "One row a claim: its wording, where it comes from, and the sources that state it.",
    "coverage": "One row a claim and article: verdict, probability, evidence and who decided.",
    "coverage_matrix": "One row a claim, one column a source: the verdicts side by side.",
    "conflicts": "One row a possible conflict: both values and both sentences.",
    "hype_hits": "One row a passage that hype looked at, counted or not, with the reason.",
    "orders": "One row a pair of sources and measure: the difference and whether its order holds.",
    "data_dictionary": "One row a column of these tables: what it means, its unit, what higher means.",
}
OTHERS: Mapping[str, tuple[str, str]] = {
    "settings.json": ("Versions, lexicon hashes and settings: what another person needs for the same numbers.", "json"),
    "methods.md": ("How every number is made, its limits and its sources.", "markdown"),
    STORY_FILE: ("The story itself: texts, cut blocks, metadata, claims and verdicts; it stands in the ZIP.", ""),
}
EVERY_FILE = "All files"


def finding(loaded: Loaded, tables: Mapping[str, pd.DataFrame]) -> str:
    """The page's title: how much there is to take away."""
    n = len(loaded.story.articles)
    rows = sum(len(frame) for frame in tables.values())
    return f"{len(tables)} tables, {rows:,} rows, from {n:,} article{'s' * (n != 1)}"


def show_bundle(loaded: Loaded) -> None:
    """Everything in one file, made when it is asked for."""
    st.download_button(
        "Download everything as a ZIP",
        loaded.bundle,
        file_name=f"parallax-{file_name(loaded.story.title)}.zip",
        mime="application/zip",
        icon=":material/folder_zip:",
        on_click="ignore",
        key="dwn_bundle",
        type="primary",
    )


def show_tables(tables: Mapping[str, pd.DataFrame]) -> None:
    """A line a table: what a row is, how many there are, and its CSV, written when it is asked for."""
    with st.container(gap=None):
        for name, frame in tables.items():
            facts = f"{len(frame):,} row{'s' * (len(frame) != 1)}, {len(frame.columns)} columns"
            _show_file(f"{name}.csv", MEANINGS[name], facts, _csv_of(frame), "text/csv")


def show_others(loaded: Loaded) -> None:
    """The files of the bundle that are no tables."""
    story = loaded.story
    makers: dict[str, Callable[[], bytes]] = {
        "settings.json": lambda: json_bytes(settings_dict(story)),
        "methods.md": lambda: methods_markdown(story).encode(),
    }
    with st.container(gap=None):
        for name, (meaning, kind) in OTHERS.items():
            _show_file(
                name, meaning, "", makers.get(name), f"text/{kind}" if kind == "markdown" else f"application/{kind}"
            )


def show_dictionary(dictionary: pd.DataFrame) -> None:
    """What is in each file, column by column."""
    options = [EVERY_FILE, *dict.fromkeys(dictionary["file"])]
    chosen = st.selectbox("File", options, key=state.DOWNLOADS_FILE, bind="query-params", width=320)
    shown = dictionary if chosen == EVERY_FILE else dictionary[dictionary["file"] == chosen]
    st.dataframe(
        shown,
        hide_index=True,
        height=460 if len(shown) > 12 else "auto",
        column_config={
            "file": st.column_config.TextColumn("File", width=150),
            "column": st.column_config.TextColumn("Column", width=190),
            "label": st.column_config.TextColumn("Label", width=160),
            "unit": st.column_config.TextColumn("Unit", width=130),
            "meaning": st.column_config.TextColumn("Meaning", width=430),
            "direction": st.column_config.TextColumn("Higher means", width=200),
        },
        alt="What every column of every table means",
    )


def file_name(title: str) -> str:
    """A title as part of a file's name: letters, digits and hyphens."""
    words = "".join(c if c.isalnum() else " " for c in title.lower()).split()
    return "-".join(words)[:60].strip("-") or "story"


def _csv_of(frame: pd.DataFrame) -> Callable[[], bytes]:
    return lambda: csv_bytes(frame, bom=True)


def _show_file(name: str, meaning: str, facts: str, make: Callable[[], bytes] | None, mime: str) -> None:
    slug = name.replace(".", "_")
    with st.container(key=f"listed_file_{slug}", horizontal=True, vertical_alignment="center", gap="small"):
        markup.show(markup.listed(name, meaning, facts))
        if make is not None:
            st.download_button(
                f"Download {name}",
                make,
                file_name=name,
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"dwn_{slug}",
                type="tertiary",
            )
