"""Taking the comparison out: the report, the workbook, the bundle, and every table with what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import streamlit as st

from components.analysis.bundle import STORY_FILE, json_bytes
from components.analysis.data_dictionary import TABLES
from components.analysis.methods import methods_markdown, settings_dict
from components.analysis.model import MIN_SENTENCE_WORDS
from components.ui import markup, state
from components.ui.cache import Loaded
from components.ui.tables import EXCEL, csv_of, download_button, excel_of

# (what it holds, its type) of the bundle's files that are no tables
OTHERS: Mapping[str, tuple[str, str]] = {
    "settings.json": (
        "Versions, lexicon hashes and settings: what another person needs for the same numbers.",
        "application/json",
    ),
    "methods.md": ("How every number is made, its limits and its sources.", "text/markdown"),
    STORY_FILE: (
        "The story itself: texts, cut blocks, metadata, claims and verdicts. It is in the bundle, as story.json.",
        "",
    ),
}
EVERY_FILE = "All files"
REPORT = (
    "One file to read, print or send: findings, figures with their intervals, the claim matrix, conflicts, evidence, "
    "methods. It needs no network and holds no script."
)
BUNDLE = "Report, every table below as CSV, settings and methods. Loaded on Articles, it brings the story back."


def finding(loaded: Loaded) -> str:
    """The page's title: how much there is to take away."""
    n, sizes = len(loaded.story.articles), loaded.sizes
    return f"{len(TABLES)} tables, {sum(sizes.values()):,} rows, from {n:,} article{'s' * (n != 1)}"


def show_whole(loaded: Loaded) -> None:
    """The comparison in one file, three ways: to read, to reckon with, to hand on."""
    name = f"parallax-{file_name(loaded.story.title)}"
    with st.container(gap=None):
        with _line("report", "Report", REPORT, "HTML, opens in any browser"):
            download_button(
                "Download the report", loaded.report, f"{name}.html", "text/html", key="dwn_report", look="primary"
            )
        with _line("workbook", "Workbook", "Every table below as a sheet of one file.", "Excel"):
            download_button("Download the workbook", loaded.workbook, f"{name}.xlsx", EXCEL, key="dwn_workbook")
        with _line("bundle", "Bundle", BUNDLE, "ZIP"):
            download_button("Download the bundle", loaded.bundle, f"{name}.zip", "application/zip", key="dwn_bundle")


def show_tables(loaded: Loaded) -> None:
    """A line a table: what a row is, how many there are, its CSV and its workbook, made when they are asked for."""
    with st.container(gap=None):
        for name, meaning in TABLES.items():
            n = loaded.sizes.get(name)  # how long the dictionary is, only the tables know
            if name == "sentences" and n is not None:
                meaning += _measured(loaded, n)
            with _line(name, _titled(name), meaning, "" if n is None else f"{n:,} row{'s' * (n != 1)}"):
                csv, xlsx = f"{name}.csv", f"{name}.xlsx"
                download_button(csv, _csv(loaded, name), csv, "text/csv", key=f"dwn_{name}_csv")
                download_button(xlsx, _excel(loaded, name), xlsx, EXCEL, key=f"dwn_{name}_xlsx")


def _measured(loaded: Loaded, n: int) -> str:
    """How many rows of the sentences are measured: the figure that the other pages give."""
    measured = int(loaded.sources["n_sentences"].sum())
    if measured == n:
        return ""
    rest = n - measured
    which = f"The other {rest:,} are headings and" if rest > 1 else "The other one is a heading or one of the"
    return f" {measured:,} are measured. {which} lines of under {MIN_SENTENCE_WORDS} words."


def show_others(loaded: Loaded) -> None:
    """The files of the bundle that are no tables."""
    story = loaded.story
    makers: dict[str, Callable[[], bytes]] = {
        "settings.json": lambda: json_bytes(settings_dict(story)),
        "methods.md": lambda: methods_markdown(story).encode(),
    }
    with st.container(gap=None):
        for name, (meaning, mime) in OTHERS.items():
            with _line(name, _titled(name.partition(".")[0]), meaning, ""):
                if name in makers:
                    download_button(name, makers[name], name, mime, key=f"dwn_{name.replace('.', '_')}")


def show_dictionary(loaded: Loaded) -> None:
    """What is in each file, column by column; read when a file is chosen."""
    chosen = st.selectbox(
        "File",
        [EVERY_FILE, *(f"{name}.csv" for name in TABLES)],
        index=None,
        placeholder="Choose a file",
        key=state.DOWNLOADS_FILE,
        bind="query-params",
        label_visibility="collapsed",
        width=320,
    )
    if chosen is None:
        return
    dictionary = loaded.tables()["data_dictionary"]
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


def _csv(loaded: Loaded, name: str) -> Callable[[], bytes]:
    return lambda: csv_of(loaded.tables()[name])()


def _excel(loaded: Loaded, name: str) -> Callable[[], bytes]:
    return lambda: excel_of(name, loaded.tables()[name])()


def _titled(name: str) -> str:
    """A file's name as a person says it: "coverage_matrix" is "Coverage matrix"."""
    return name.replace("_", " ").capitalize()


@contextmanager
def _line(slug: str, name: str, meaning: str, facts: str) -> Iterator[None]:
    """A line of a list: what it is, what for, how large; its buttons go inside."""
    key = f"listed_file_{slug.replace('.', '_')}"
    with st.container(key=key, horizontal=True, vertical_alignment="center", gap="small"):
        markup.show(markup.listed(name, meaning, facts))
        with st.container(horizontal=True, width="content", gap="medium", vertical_alignment="center"):
            yield
