"""How valid: what each measure reaches against human labels, from the run this version came with."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.analysis.hype.precision import last_checks, told
from components.analysis.validation.run import LAST_RUN, Run, last_run
from components.ui import markup
from components.ui.tables import show_table

ANCHOR = "how-valid"
MISSING = "The figures of this version are not at hand: `python -m components validate` measures them."
ORDER = ("labelled_set", "what", "statistic", "n", "value", "floor", "published", "human", "note")


def frame_of(run: Run) -> pd.DataFrame:
    """One row a figure: as shown on the page, with sources and directions for the CSV."""
    return pd.DataFrame(
        [
            {
                "labelled_set": found.name,
                "what": figure.what,
                "statistic": figure.statistic,
                "n": figure.n,
                "units": figure.units,
                "value": figure.value,
                "better": figure.better,
                **{
                    name + ending: text
                    for name, reference in (
                        ("floor", figure.floor),
                        ("published", figure.published),
                        ("human", figure.human),
                    )
                    for ending, text in (
                        ("", reference.show() if reference else ""),
                        ("_source", reference.source if reference else ""),
                    )
                },
                "note": figure.note,
            }
            for found in run.sets
            for figure in found.figures
        ]
    )


def show_validity() -> None:
    """Draw the section: the table of figures, what was chosen on which set, and whether anything changed since."""
    st.header("How valid", anchor=ANCHOR)
    markup.show(
        markup.facts(
            "Agreement with human labels, beside a plain method, the best published figure and what people reach."
        )
    )
    markup.show(markup.said([("Hype. ", True), (told(*last_checks()), False)]))
    run = last_run(LAST_RUN)
    if run is None:
        st.info(MISSING)
        return
    show_table(
        frame_of(run),
        "validity",
        alt="Agreement of the measures with human labels, one row a figure",
        order=ORDER,
        config={
            "labelled_set": st.column_config.TextColumn("Labelled set", width=155),
            "what": st.column_config.TextColumn("What", width=285),
            "statistic": st.column_config.TextColumn("Figure", width=125),
            "n": st.column_config.NumberColumn("n", format="localized", width=60),
            "value": st.column_config.NumberColumn("Parallax", format="%.3f", width=80),
            "floor": st.column_config.TextColumn("Plain method", width=95),
            "published": st.column_config.TextColumn("Best published", width=105),
            "human": st.column_config.TextColumn("People", width=100),
            "note": st.column_config.TextColumn("Note", width=270),
        },
    )
    part = ", on a fixed part of each set" if run.quick else ""
    markup.show(markup.facts(f"Measured on {run.date} with Parallax {run.parallax}{part}."))
    changed = run.changed_since()
    if changed:
        markup.show(markup.facts(f"Changed since then, so figures may differ: {', '.join(changed)}."))
    with st.expander("The labelled sets, and what was fitted or chosen on them"):
        for found in run.sets:
            rest = f" {found.label} {found.source}. Licence: {found.licence}. {found.remark}"
            markup.show(markup.said(((found.name, True), (rest, False))))
