"""Frames as CSV, for people and for scripts, safe to open in a spreadsheet.

A *text* cell that begins with = + - @ tab or CR would run as a formula: it gets one leading apostrophe.
A number never does (tone is often negative). Reading back takes off exactly that one apostrophe.
"""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def guard_cell(value: object) -> object:
    """A text that would start a formula, with a leading apostrophe; anything else unchanged.

    A text that already begins with an apostrophe and then such a character gets one more, so that
    :func:`unguard_cell` gives back exactly what went in.
    """
    if isinstance(value, str) and value.lstrip("'").startswith(FORMULA_STARTS):
        return "'" + value
    return value


def unguard_cell(value: object) -> object:
    """What :func:`guard_cell` was given."""
    if isinstance(value, str) and value.startswith("'") and value.lstrip("'").startswith(FORMULA_STARTS):
        return value[1:]
    return value


def guarded(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with every text cell (and heading) guarded; numbers, dates and booleans untouched."""
    out = frame.copy()
    for name in out.columns:
        if pd.api.types.is_string_dtype(out[name]) or out[name].dtype == object:
            out[name] = out[name].map(guard_cell, na_action="ignore")
    return out.rename(columns=lambda name: guard_cell(str(name)))


def csv_bytes(frame: pd.DataFrame, *, bom: bool) -> bytes:
    """UTF-8 CSV: header, dot decimals, unrounded, empty for missing, true/false for booleans.

    ``bom``: with a byte order mark, so that Excel opens a person's download right; scripts get none.
    """
    return csv_heading(frame, bom=bom) + csv_rows(frame, bom=bom)


def csv_heading(frame: pd.DataFrame, *, bom: bool) -> bytes:
    """The line that names the columns, with the byte order mark before it where one is asked for."""
    return (codecs.BOM_UTF8 if bom else b"") + _written(frame.iloc[:0], bom, header=True)


def csv_rows(frame: pd.DataFrame, *, bom: bool) -> bytes:
    """The rows without the heading; those of parts of a frame, one after the other, are those of the whole."""
    starts = range(0, len(frame), _AT_ONCE)
    return b"".join(_written(frame.iloc[at : at + _AT_ONCE], bom, header=False) for at in starts)


_AT_ONCE = 10_000


def write_csv(frame: pd.DataFrame, out: BinaryIO) -> None:
    """What :func:`csv_bytes` gives without a byte order mark, some rows at a time."""
    out.write(csv_heading(frame, bom=False))
    for at in range(0, len(frame), _AT_ONCE):
        out.write(csv_rows(frame.iloc[at : at + _AT_ONCE], bom=False))


def _written(frame: pd.DataFrame, bom: bool, *, header: bool) -> bytes:
    safe = guarded(frame)
    for name in safe.columns:
        if pd.api.types.is_bool_dtype(safe[name]):
            safe[name] = safe[name].map({True: "true", False: "false"})
    text = io.StringIO()
    safe.to_csv(text, index=False, header=header, lineterminator="\r\n" if bom else "\n")
    return text.getvalue().encode("utf-8", errors="replace")
