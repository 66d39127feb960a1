"""The methods page: made from the measures themselves, so that it cannot say what they do not do.

What a measure says of itself is Markdown of our own; no text of an article ever gets here.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.analysis.limits import limits_of
from components.analysis.measure import Column, Measure, all_measures
from components.analysis.methods import HOW_SURE, settings_dict
from components.analysis.model import Story
from components.analysis.ordinary_news import ordinary_news, told
from components.analysis.phrasing import number_word
from components.ui import markup, state
from components.ui.charts.base import unit_of
from components.ui.validity import ANCHOR as VALID

INTERVALS = {"t": "t over sentences", "gamma": "Gamma over counts", "jackknife": "delete-one-sentence jackknife"}
SURE, NEWS, VERSIONS = "how-sure", "ordinary-news", "versions"
HEADS = ("Column", "Meaning", "Higher means", "Unit", "Range", "95% interval")


def finding(measures: Sequence[Measure]) -> str:
    """The page's title: how much is measured."""
    columns = sum(len(m.columns) for m in measures)
    return f"{number_word(len(measures)).capitalize()} measures, {columns} columns, nothing drawn at random"


def column_rows(columns: Sequence[Column]) -> list[list[tuple[str, str]]]:
    """One row a column of a measure, in words; below its label the name it has in the files."""
    return [
        [
            (c.label, c.name),
            (meaning(c), ""),
            (c.higher_means, ""),
            (unit_of(c), ""),
            (scale(c), ""),
            (INTERVALS.get(c.interval, ""), ""),
        ]
        for c in columns
    ]


def scale(column: Column) -> str:
    """The range a column's values can take."""
    if column.levels:
        return ", ".join(word for _, word in column.levels)
    low, high = _end(column, column.low), _end(column, column.high)
    if low and high:
        return f"{low} to {high}"
    return f"from {low}" if low else f"up to {high}" if high else "open"


def meaning(column: Column) -> str:
    """What a column holds, and below how much text it holds nothing."""
    if column.min_denominator:
        return f"{column.meaning} None under {column.min_denominator:,.0f} words."
    return column.meaning


def matching(measure: Measure, words: str) -> tuple[Column, ...]:
    """The columns that hold every one of the words in what they say of themselves; all where none is asked for."""
    wanted = words.casefold().split()
    return tuple(
        c
        for c in measure.columns
        if all(word in f"{c.name} {c.label} {c.unit} {c.meaning} {c.higher_means}".casefold() for word in wanted)
    )


def show_search() -> str:
    """The search box; its words are in the address."""
    words = st.text_input(
        "Find a column", key=state.METHODS_SEARCH, bind="query-params", icon=":material/search:",
        placeholder="grade, alarm, per 1,000 words", width=320,
    )  # fmt: skip
    return str(words or "").strip()


def show_contents(measures: Sequence[Measure]) -> None:
    """Links to the parts of the page."""
    links = [(m.label, anchor(m)) for m in measures]
    links += [("How sure", SURE), ("Ordinary news", NEWS), ("How valid", VALID), ("Versions", VERSIONS)]
    st.markdown(" · ".join(f"[{label}](#{part})" for label, part in links))


def show_measure(measure: Measure) -> None:
    """One measure: how it is made, its columns, what it cannot do, where it comes from."""
    st.header(measure.label, anchor=anchor(measure))
    text, beside = st.columns([3, 2], gap="large")
    with text:
        st.markdown(measure.method)
    with beside:
        st.subheader("Limits", anchor=False)
        st.markdown(measure.limits)
        st.subheader("Sources", anchor=False)
        st.markdown(measure.reference)
    show_columns(measure, measure.columns)


def show_columns(measure: Measure, columns: Sequence[Column]) -> None:
    """The columns of a measure as a table."""
    markup.show(markup.prose_table(HEADS, column_rows(columns), f"The columns of {measure.label}"))


def show_how_sure(story: Story) -> None:
    """What the intervals and orders rest on, and what is left undone because the story is so large."""
    st.header("How sure", anchor=SURE)
    with st.container(width=760):
        st.markdown(HOW_SURE.split("\n", 1)[1])
        limits = limits_of(story)
        if limits:
            st.subheader("Limits of this story, for its size", anchor=False)
            st.markdown("\n".join(f"- {line}" for line in limits))


def show_ordinary_news() -> None:
    """What the level is read against."""
    st.header("Ordinary news", anchor=NEWS)
    news = ordinary_news()
    markup.show(markup.facts(told(news)))
    shown = (5, 25, 50, 75, 90, 95, 99)
    columns = [c for m in all_measures() for c in m.columns if c.name in news.percentiles]
    body = [[(c.label, c.name), *((c.show(news.at(c.name, p)), "") for p in shown)] for c in columns]
    heads = ("Column", *(f"{p}th percentile" if p != 50 else "Median" for p in shown))
    markup.show(markup.prose_table(heads, body, "Percentiles of ordinary news"))


def show_versions(story: Story) -> None:
    """What the numbers were made with."""
    settings = settings_dict(story)
    st.header("Versions", anchor=VERSIONS)
    left, right = st.columns(2, gap="large")
    with left:
        rows = [("Parallax", settings["parallax"]), ("Python", settings["python"]), *settings["packages"].items()]
        rows += [(f"Measure {key}", str(number)) for key, number in settings["measures"].items()]
        _show_pairs(rows, "What", "Version")
    with right:
        _show_pairs([(name, digest) for name, digest in settings["lexicons"].items()], "Lexicon", "SHA-256")


def show_found(measures: Sequence[Measure], words: str) -> None:
    """The columns that a search found, by measure."""
    found = [(m, matching(m, words)) for m in measures]
    n = sum(len(columns) for _, columns in found)
    markup.show(markup.facts(f"{n} column{'s' * (n != 1)} with “{words}”." if n else f"No column has “{words}”."))
    for measure, columns in found:
        if columns:
            st.header(measure.label, anchor=anchor(measure))
            show_columns(measure, columns)


def anchor(measure: Measure) -> str:
    """A measure's part of the address, after the #."""
    return measure.key.replace("_", "-")


def _end(column: Column, value: float | None) -> str:
    if value is None:
        return ""
    return (f"{value:.0%}" if column.format.endswith("%") else f"{value:g}").replace("-", "−")


def _show_pairs(rows: Sequence[tuple[str, str]], first: str, second: str) -> None:
    st.dataframe(
        pd.DataFrame(rows, columns=[first, second]),
        hide_index=True,
        height="content",
        alt=f"{first} and {second}",
    )
