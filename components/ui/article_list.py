"""The articles of a story as a table: what each one is, how much of it is measured, what wants a look."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from components.analysis.model import Article, Cut
from components.analysis.phrasing import number_word
from components.analysis.words import count_words
from components.ingest.quality import FOREIGN, STUB, notes_on
from components.ui import state
from components.ui.cache import Loaded
from components.ui.metadata_table import source_width
from components.ui.palette import DARK, LIGHT

HEADLINE = "headline"
WIDEST_SOURCE = 220
TALL_ROW, MOST_TALL_ROWS, HIGHEST = 62, 9, 600
"""Rows in pixels that Streamlit wraps a headline or a note in, and how tall a table of many can get."""
FIELDS = ("article_id", "colour", "source", "title", "date", "n_words", "n_cut", "warnings", "note")
SHORT_FOR_GRADE, SHORT_FOR_LEVEL = 100, 150
FAR_DAYS = 180
NO_HEADLINE, NO_DATE = "no headline in the file", "no date"


def cut_blocks(article: Article) -> list[tuple[int, Cut]]:
    """The blocks cut from an article as page rather than article, with their index; the headline is none of them."""
    return [(index, cut) for index, cut in enumerate(article.cuts) if cut.reason != HEADLINE]


def n_words_cut(article: Article) -> int:
    """Words of the blocks that are cut away at present."""
    return sum(count_words(article.original[c.start : c.end]) for _, c in cut_blocks(article) if not c.put_back)


def warnings_of(loaded: Loaded) -> dict[str, list[str]]:
    """Article id -> what a reader of its figures should know, in a few words each; made once, to be read only."""
    return loaded.once(("warnings",), lambda: _warnings(loaded))


def _warnings(loaded: Loaded) -> dict[str, list[str]]:
    story = loaded.story
    days = sorted(date.fromisoformat(a.date).toordinal() for a in story.articles if a.date)
    sizes = loaded.articles.set_index("article_id")["n_words"]
    found = {}
    for article in story.articles:
        n_words = int(sizes[article.id])
        said = [] if article.title else [NO_HEADLINE]
        if not article.date:
            said.append(NO_DATE)
        elif far := far_off(date.fromisoformat(article.date).toordinal(), days):
            said.append(far)
        if article.id in story.copies:
            original = story.article_by_id[story.copies[article.id]]
            said.append(f"near-duplicate of {loaded.short_of[original.source]}")
        if n_words == 0:
            said.append("nothing to measure")
        elif n_words < SHORT_FOR_GRADE:
            said.append(f"under {SHORT_FOR_GRADE} words: no grade, no hype level")
        elif n_words < SHORT_FOR_LEVEL:
            said.append(f"under {SHORT_FOR_LEVEL} words: no hype level")
        if article.language and not article.language.startswith("en"):
            said.append(f"not English ({article.language})")
            known = {STUB, FOREIGN}
        else:
            known = {STUB}  # its length was said above
        said += [note.kind for note in notes_on(article.text) if note.about not in known]
        found[article.id] = said
    return found


def article_rows(loaded: Loaded) -> pd.DataFrame:
    """One row an article, in the order added. ``warnings`` are Parallax's, ``note`` adds the analyst's own."""
    return loaded.once(("article rows",), lambda: _rows(loaded)).copy(deep=False)


def _rows(loaded: Loaded) -> pd.DataFrame:
    sizes = loaded.articles.set_index("article_id")["n_words"]
    warned = warnings_of(loaded)
    rows = [
        (
            a.id,
            loaded.colour_of.get(a.source, 0),
            a.source,
            a.title,
            a.date,
            int(sizes[a.id]),
            n_words_cut(a),
            "; ".join(warned[a.id]),
            "; ".join([*warned[a.id], *([" ".join(a.note.split())] if a.note.strip() else [])]),
        )
        for a in loaded.story.articles
    ]
    return pd.DataFrame(rows, columns=list(FIELDS))


def finding(loaded: Loaded, rows: pd.DataFrame) -> str:
    """The page's title: whether every article is measured, and what wants a look."""
    n, empty = len(rows), int((rows["n_words"] == 0).sum())
    all_of = "The one article is" if n == 1 else f"{'Both' if n == 2 else f'All {number_word(n)}'} articles are"
    first = f"{number_word(n - empty).capitalize()} of {n} articles can be measured" if empty else f"{all_of} measured"
    warned = {i: w for i, w in warnings_of(loaded).items() if w}
    if not warned:
        return first
    kinds = {w for said in warned.values() for w in said}
    who = "it" if n == 1 else number_word(len(warned))
    has, want = ("has", "wants") if len(warned) == 1 else ("have", "want")
    if len(warned) == n > 1:
        return f"{first}; {'both' if n == 2 else 'all'} want a look"
    if kinds == {NO_HEADLINE}:
        return f"{first}; {who} {has} no headline"
    if kinds == {NO_DATE}:
        return f"{first}; {who} {has} no date"
    return f"{first}; {who} {want} a look"


def pick_article(loaded: Loaded, rows: pd.DataFrame) -> tuple[Article, str]:
    """Draw the table; the article of the selected row, and what is to be said of it."""
    shown = rows.assign(mark="●")[["mark", "source", "title", "date", "n_words", "n_cut", "note", "colour"]]
    shown = shown.assign(source=shown["source"].map(loaded.short_of))
    shown = shown.assign(**{name: shown[name].replace("", None) for name in ("title", "date")})
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    styled = shown.style.apply(
        lambda column: (
            [f"color: {palette.source(int(n))}" for n in shown["colour"]]
            if column.name == "mark"
            else [""] * len(column)
        ),
    )
    event = st.dataframe(
        styled,
        key=state.ARTICLES_TABLE,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row-required",
        column_order=["mark", "source", "title", "date", "n_words", "n_cut", "note"],
        column_config={
            "mark": st.column_config.TextColumn("", width=28, help="The colour of the source on every page"),
            "source": st.column_config.TextColumn("Source", width=min(source_width(shown), WIDEST_SOURCE)),
            "title": st.column_config.TextColumn("Headline", width=270),
            "date": st.column_config.TextColumn("Date", width=84),
            "n_words": st.column_config.NumberColumn(
                "Words", width=60, format="localized", help="Words of the measured sentences: headings stand apart"
            ),
            "n_cut": st.column_config.NumberColumn(
                "Cut", width=52, format="localized", help="Words cut away: page, not article"
            ),
            "note": st.column_config.TextColumn("Note", width=240),
        },
        row_height=TALL_ROW,
        height="auto" if len(shown) <= MOST_TALL_ROWS else HIGHEST,
        placeholder="–",
        alt="The articles of this story: select one to see what was cut away from it",
    )
    selected = event.selection.rows
    row = selected[0] if selected and selected[0] < len(rows) else 0
    return loaded.story.article_by_id[str(rows["article_id"].iloc[row])], str(rows["warnings"].iloc[row])


def far_off(day: int, days: Sequence[int]) -> str:
    """Whether an article is dated far from the rest of its story, which is often a date misread.

    ``days``: the days of all dated articles, its own among them, in order.
    """
    own, n = bisect_left(days, day), len(days) - 1

    def other(place: int) -> int:
        return days[place if place < own else place + 1]

    if n < 2 or other(n - 1) - other(0) > FAR_DAYS:  # the others agree on no date of their own
        return ""
    apart = day - round((other((n - 1) // 2) + other(n // 2)) / 2)
    if abs(apart) <= FAR_DAYS:
        return ""
    months = round(abs(apart) / 30.44)
    span = f"{months} months" if months < 24 else f"{round(months / 12)} years"
    return f"dated {span} {'after' if apart > 0 else 'before'} the others"
