"""Tables: headings, formats and help derive from Column; every table downloads as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.csv_export import csv_bytes
from components.analysis.measure import Column, all_measures

# Streamlit formats in the browser; these are its names for the formats that Column knows
_PLAIN = {"source": "Source", "title": "Headline", "date": "Date", "n_words": "Words", "n_sentences": "Sentences",
          "n_articles": "Articles"}  # fmt: skip


def number_format(column: Column) -> str:
    """The browser's name for a column's format ("+.2f" as "%+.2f", ".0%" as "percent")."""
    if column.format.endswith("%"):
        return "percent"
    if "," in column.format:
        return "localized"
    return f"%{column.format}"


def column_config(names: Iterable[str], extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Configuration of every column that a measure or this module knows."""
    known = {c.name: c for m in all_measures() for c in m.columns}
    found: dict[str, Any] = {}
    for name in names:
        column = known.get(name)
        if column is not None and column.pool != "derived":
            found[name] = st.column_config.NumberColumn(
                column.label, format=number_format(column), help=f"{column.meaning} Higher means {column.higher_means}."
            )
        elif column is not None:
            found[name] = st.column_config.TextColumn(column.label, help=column.meaning)
        elif name in _PLAIN:
            found[name] = (
                st.column_config.NumberColumn(_PLAIN[name], format="localized")
                if name.startswith("n_")
                else st.column_config.TextColumn(_PLAIN[name])
            )
        elif name.removesuffix("_low") in known or name.removesuffix("_high") in known:
            end = "low" if name.endswith("_low") else "high"
            base = known[name.removesuffix(f"_{end}")]
            found[name] = (
                st.column_config.TextColumn(f"{base.label}, {end}")
                if base.pool == "derived"
                else st.column_config.NumberColumn(f"{base.label}, {end}", format=number_format(base))
            )
    return found | dict(extra or {})


def download_csv(frame: pd.DataFrame, name: str, *, key: str, label: str = "Download CSV") -> None:
    """A button that writes the frame when it is pressed, as Excel opens it right."""
    st.download_button(
        label,
        lambda: csv_bytes(frame, bom=True),
        file_name=f"{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=key,
        type="tertiary",
    )


def show_table(
    frame: pd.DataFrame,
    name: str,
    *,
    alt: str,
    config: Mapping[str, Any] | None = None,
    order: Sequence[str] | None = None,
    height: int | None = None,
    **options: Any,  # noqa: ANN401 - st.dataframe's own
) -> Any:  # noqa: ANN401 - the selection
    """Draw a frame with its CSV below. ``order``: the columns on screen; the CSV has them all."""
    if height is not None:
        options["height"] = height
    event = st.dataframe(
        frame,
        hide_index=True,
        column_config=column_config(frame.columns, config),
        column_order=list(order) if order is not None else None,
        alt=alt,
        placeholder="–",
        **options,
    )
    download_csv(frame, name, key=f"csv_{name}")
    return event


def behind_chart(frame: pd.DataFrame, name: str, *, alt: str, order: Sequence[str] | None = None) -> None:
    """The figures a chart was drawn from, folded away below it."""
    with st.expander("The figures behind this chart"):
        show_table(frame, name, alt=alt, order=order)
