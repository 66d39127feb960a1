"""The pieces of substance behind its rate on the page of hype: figures, named sources and quotations."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd
import streamlit as st

from components.analysis.model import Article
from components.analysis.phrasing import number_word
from components.ui import evidence, markup, measure_page
from components.ui.cache import Loaded
from components.ui.markup import Mark

KINDS = {"figure": "figure", "attribution": "named source", "quotation": "quotation"}


def show_substance(loaded: Loaded, sources: Collection[str]) -> None:
    """Every piece of substance of these sources in its sentence; the selected one is shown whole."""
    found = loaded.passages("substance")
    found = found[found["source"].isin(sources)]
    count = found["kind"].value_counts()
    n = {kind: int(count.get(kind, 0)) for kind in KINDS}
    told = [f"{number_word(n[kind])} {name}{'s' * (n[kind] != 1)}" for kind, name in KINDS.items()]
    title = f"Substance: {told[0]}, {told[1]} and {told[2]}"
    markup.show(markup.section(title, "What a claim of importance can rest on. Select a row to read its sentence."))
    if found.empty:
        return
    measure_page.show_rows(
        loaded,
        found,
        "substance",
        _entry,
        "Hype",
        alt="Every figure, named source and quotation with its sentence",
        height=320 if len(found) > 8 else "auto",
        order=["source", "kind", "words", "sentence", "place"],
        formats={"place": ".0%"},
        config={
            "source": st.column_config.TextColumn("Source", width=130),
            "kind": st.column_config.TextColumn("Kind", width=90),
            "words": st.column_config.TextColumn("Words", width=240),
            "sentence": st.column_config.TextColumn("In its sentence", width=430),
            "place": st.column_config.NumberColumn("At", width=56, help="Where in the text, 0% being its start"),
        },
    )


def _entry(article: Article, row: pd.Series) -> str:
    sentence = article.sentences[int(row["sentence_index"])]
    mark = Mark(start=int(row["start"]), end=int(row["end"]), kind="evidence")
    text = markup.marked(article.text, [mark], sentence.start, sentence.end)
    return markup.entry(str(row["kind"]), evidence.place(article, mark.start), text)
