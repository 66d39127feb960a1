"""What articles say of themselves as a table that can be written in, before they are added and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.model import Article
from components.analysis.story_json import checked_date, checked_name

FIELDS = ("source", "title", "date", "author", "url", "language")
NARROWEST, WIDEST, LETTER = 150, 340, 7
ADDRESS = r"^(https?://\S+)?$"


def fields_of(article: Article) -> dict[str, str]:
    """The article's metadata, field by field."""
    return {name: getattr(article, name) for name in FIELDS}


def noted_fields_of(article: Article) -> dict[str, str]:
    """The article's metadata and the analyst's note."""
    return fields_of(article) | {"note": article.note}


def corrections_of(articles: Iterable[Article], edited: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Article id -> the fields that were written anew. ValueError, naming the source, for what cannot be kept."""
    corrections: dict[str, dict[str, str]] = {}
    for article, cells in zip(articles, edited.to_dict("records"), strict=True):
        changed = {
            name: new
            for name, old in noted_fields_of(article).items()
            if (new := written(cells[name])) != " ".join(old.split())
        }
        try:
            checked_fields(changed)
        except ValueError as error:
            raise ValueError(f"{article.source}: {error}") from error
        if changed:
            corrections[article.id] = changed
    return corrections


def frame_of(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """One row per mapping, its date as a day of the calendar that the table can show and change."""
    frame = pd.DataFrame(list(rows))
    days = pd.to_datetime(frame["date"].replace("", None), format="%Y-%m-%d", errors="coerce")
    return frame.assign(date=days.astype("datetime64[s]"))


def show_editor(
    frame: pd.DataFrame,
    key: str,
    *,
    alt: str,
    config: Mapping[str, Any],
    order: Iterable[str],
    **options: Any,  # noqa: ANN401
) -> pd.DataFrame:
    """Draw the table; as it stands after what was written into it. Only metadata can be written in."""
    return st.data_editor(
        frame,
        key=key,
        hide_index=True,
        column_order=list(order),
        column_config={
            "source": st.column_config.TextColumn("Source", width=source_width(frame), required=True, max_chars=300),
            "title": st.column_config.TextColumn("Headline", width=270, max_chars=300),
            "date": st.column_config.DateColumn("Date", width=94, format="YYYY-MM-DD"),
            "author": st.column_config.TextColumn("Author", width=116, max_chars=300),
            "url": st.column_config.TextColumn("Address", width=106, max_chars=2000, validate=ADDRESS),
            "language": st.column_config.TextColumn("Language", width=96, max_chars=20),
            **config,
        },
        alt=alt,
        **options,
    )


def source_width(frame: pd.DataFrame) -> int:
    """The column of sources in pixels: as wide as its longest name, within limits."""
    longest = max((len(str(name)) for name in frame["source"]), default=0)
    return min(max(NARROWEST, LETTER * longest + 24), WIDEST)


def written(value: object) -> str:
    """A cell as the text of a field: days as YYYY-MM-DD, nothing as ""."""
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return " ".join(str(value).split())


def checked_fields(fields: Mapping[str, str]) -> Mapping[str, str]:
    """``fields`` if they can be kept; ValueError, in a sentence, otherwise."""
    if "source" in fields:
        checked_name(fields["source"], "The name of a source")
    checked_date(fields.get("date", ""))
    checked_address(fields.get("url", ""))
    return fields


def checked_address(url: str) -> str:
    """``url`` if it is "" or an address of the web; ValueError, in a sentence, otherwise."""
    if url and (not url.lower().startswith(("http://", "https://")) or len(url.split()) > 1):
        raise ValueError("The address is not one of the web: write it with http:// or https://, without spaces.")
    return url
