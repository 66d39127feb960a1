"""Tables: headings, formats and help derive from Column; every table downloads as CSV and as an Excel workbook."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import pandas as pd
import streamlit as st

from components.analysis.csv_export import csv_bytes
from components.analysis.measure import Column, all_measures
from components.ui import markup
from components.ui.cache import Loaded
from components.ui.palette import DARK, LIGHT

# Streamlit formats in the browser; these are its names for the formats that Column knows
_PLAIN = {"source": "Source", "group": "Group", "title": "Headline", "date": "Date", "n_words": "Words",
          "n_sentences": "Sentences", "n_articles": "Articles"}  # fmt: skip


def number_format(column: Column) -> str:
    """The browser's name for a column's format ("+.2f" as "%+.2f", ".0%" as "percent")."""
    if column.format.endswith("%"):
        return "percent"
    if "," in column.format:
        return "localized"
    return f"%{column.format}"


def column_config(
    names: Iterable[str], extra: Mapping[str, Any] | None = None, *, formatted: bool = True
) -> dict[str, Any]:
    """Configuration of every column that a measure or this module knows.

    Without ``formatted`` numbers are left to the frame's own Styler: a format here would win over it.
    """
    known = {c.name: c for m in all_measures() for c in m.columns}
    found: dict[str, Any] = {}
    for name in names:
        column = known.get(name)
        if column is not None and column.pool != "derived":
            found[name] = st.column_config.NumberColumn(
                column.label,
                format=number_format(column) if formatted else None,
                help=f"{column.meaning} Higher means {column.higher_means}.",
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
                else st.column_config.NumberColumn(
                    f"{base.label}, {end}", format=number_format(base) if formatted else None
                )
            )
    return found | dict(extra or {})


SWATCH = "swatch"
MOST_ROWS = 2_000
"""Rows of a table that are sent to the browser; its downloads have them all."""
MOST_STYLED_CELLS = 20_000
MOST_KEPT_CELLS = 20_000
"""Cells of a table up to which it is kept as it was sent."""


def shown_as(spec: str) -> Callable[[float], str]:
    """Numbers in a format of :meth:`Column.show`, for columns that belong to no measure."""
    return Column(name="", label="", unit="", format=spec, higher_means="", meaning="").show


def dressed(frame: pd.DataFrame, of: Loaded | None, formats: Mapping[str, str], *, dark: bool) -> Any:  # noqa: ANN401 - a frame or its Styler
    """The frame as a person reads it: numbers as everywhere (a true minus, whole percents), sources by short name.

    With ``of``, a first column holds each source's mark in its colour. A frame too large to style goes as it is.
    """
    shown = frame.copy(deep=False)
    if of is not None and "source" in frame:
        shown.insert(0, SWATCH, frame["source"].map(lambda s: "●" if of.colour_of.get(s, 99) <= 6 else "◆"))
        shown["source"] = frame["source"].map(lambda s: of.short_of.get(s, s))
    if frame.size > MOST_STYLED_CELLS:
        return shown
    known = _columns_by_name()
    show = {n: known[n].show for n in frame if n in known and known[n].pool != "derived"}
    styled = shown.style.format(show | {n: shown_as(spec) for n, spec in formats.items() if n in frame})
    if SWATCH in shown and of is not None:
        palette = DARK if dark else LIGHT
        colours = [f"color: {palette.source(of.colour_of.get(s, 99))}" for s in frame["source"]]
        styled = styled.apply(lambda _: colours, subset=[SWATCH])
    return styled


def _columns_by_name() -> dict[str, Column]:
    """Column of a measure by its name and by the names of the ends of its interval."""
    known = {c.name: c for m in all_measures() for c in m.columns}
    return known | {f"{c.name}_{end}": c for c in known.values() for end in ("low", "high")}


EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def excel_of(name: str, frame: pd.DataFrame) -> Callable[[], bytes]:
    """What writes the frame as a workbook, when it is asked to."""

    def write() -> bytes:
        from components.export.workbook import table_xlsx

        return table_xlsx(name, frame)

    return write


def csv_of(frame: pd.DataFrame) -> Callable[[], bytes]:
    """What writes the frame as a CSV that Excel opens right, when it is asked to."""
    return lambda: csv_bytes(frame, bom=True)


def download_button(
    label: str,
    make: Callable[[], bytes],
    file: str,
    mime: str,
    *,
    key: str,
    look: Literal["primary", "tertiary"] = "tertiary",
) -> None:
    """A button that makes its file when it is pressed and leaves the page as it is."""
    st.download_button(
        label,
        make,
        file_name=file,
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        key=key,
        type=look,
    )


def download_table(frame: pd.DataFrame, name: str, *, key: str, what: str = "Download") -> None:
    """The frame as CSV and as an Excel workbook, each written when its button is pressed."""
    with st.container(horizontal=True, gap="medium"):
        joined = what if what == "Download" else f"{what} as"
        download_button(f"{joined} CSV", csv_of(frame), f"{name}.csv", "text/csv", key=key)
        download_button(f"{joined} Excel", excel_of(name, frame), f"{name}.xlsx", EXCEL, key=f"xlsx_{key}")


def show_table(
    frame: pd.DataFrame,
    name: str,
    *,
    alt: str,
    config: Mapping[str, Any] | None = None,
    order: Sequence[str] | None = None,
    height: int | None = None,
    of: Loaded | None = None,
    formats: Mapping[str, str] | None = None,
    **options: Any,  # noqa: ANN401 - st.dataframe's own
) -> Any:  # noqa: ANN401 - the selection
    """Draw a frame with its downloads below. ``order``: the columns on screen; the files have them all.

    ``of``: the story whose sources the frame names; they get their marks and short names on screen.
    ``formats``: format specifications of number columns that belong to no measure.
    """
    if height is not None:
        options["height"] = height
    names = [name for name in order if name in frame] if order is not None else list(frame.columns)
    # Dressing columns that are not on screen would take most of a page's time.
    drawn = (frame if of is None else frame[names]).head(MOST_ROWS)
    dark = st.context.theme.type == "dark"

    def draw() -> Any:  # noqa: ANN401 - the selection
        shown = dressed(drawn, of, formats or {}, dark=dark)
        is_plain = isinstance(shown, pd.DataFrame)
        return st.dataframe(
            shown,
            hide_index=True,
            column_config=column_config(drawn.columns, config, formatted=is_plain)
            | {SWATCH: st.column_config.TextColumn("", width=36)},
            column_order=[SWATCH, *names] if SWATCH in shown.columns else names,
            alt=alt,
            placeholder="–",
            **options,
        )

    event = None
    if of is None or "on_select" in options or drawn.size > MOST_KEPT_CELLS:
        event = draw()
    else:
        of.drawn((name, alt, dark, digest(drawn)), draw)
    if len(frame) > MOST_ROWS:
        markup.show(markup.facts(f"The first {MOST_ROWS:,} of {len(frame):,} rows; the files below hold them all."))
    download_table(frame, name, key=f"csv_{name}")
    return event


def digest(frame: pd.DataFrame) -> str:
    """What tells two frames apart: a hash of their columns, types and values."""
    return hashlib.sha256(pickle.dumps(frame)).hexdigest()


def behind_chart(
    frame: pd.DataFrame, name: str, *, alt: str, order: Sequence[str] | None = None, of: Loaded | None = None
) -> None:
    """The figures a chart was drawn from, folded away below it and made when it is opened."""
    fold = st.expander("The figures behind this chart", key=f"behind_{name}", on_change="rerun")
    if not fold.open:
        return
    with fold:
        show_table(frame, name, alt=alt, order=order, of=of)
