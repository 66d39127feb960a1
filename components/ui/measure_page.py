"""What the pages of one measure share: the strip, parts by source, the course, the sentence of a row, every number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.certainty import too_short
from components.analysis.measure import Column, Measure, all_measures
from components.analysis.model import Article
from components.export.levels import level_words
from components.export.scales import off_scale, panels, scale
from components.ui import markup, standing, state
from components.ui.cache import Loaded
from components.ui.charts.compared import narrow_rows
from components.ui.charts.drawing import show_chart
from components.ui.charts.parts import MAX_SHOWN, course_figure, parts_figure
from components.ui.charts.single import single_figure
from components.ui.charts.strip import strip_figure
from components.ui.palette import SCREEN
from components.ui.tables import behind_chart, show_table

PER_PAGE = 24
WIDE_NAMES = 0.27


def measure_of(key: str) -> Measure:
    """The measure with that key."""
    return next(m for m in all_measures() if m.key == key)


def headline(measure: Measure) -> Column:
    """The column that stands for a measure."""
    return next(c for c in measure.columns if c.headline)


def ranked(loaded: Loaded, measure: Measure) -> pd.DataFrame:
    """The sources, highest value first, undefined last."""
    return loaded.sources.sort_values(headline(measure).name, ascending=False, na_position="last", kind="stable")


def show_title(loaded: Loaded, measure: Measure, lede: str) -> None:
    """The page's title: the finding on this measure, or the figure of the one source."""
    found = next((f for f in loaded.findings if f.measure == measure.key and f.kind == measure.label), None)
    if found is not None:
        text = found.claim
    else:
        column = headline(measure)
        known = loaded.sources[column.name].dropna()
        shown = [column.show(v) for v in (known.min(), known.max())] if len(known) else ["–"]
        span = shown[0] if len(set(shown)) == 1 else f"{shown[0]} to {shown[-1]}"
        text = f"{column.label}: {span}" + (f" {column.unit}" if column.unit.startswith("per ") else "")
    markup.show(markup.title(text, lede))


def comparable(sources: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """The sources long enough for their figure to set a scale or a title; all of them where none is."""
    return sources[~too_short(sources, standing.level_of(measure))]


def show_strip(loaded: Loaded, measure: Measure, *, second: str = "") -> None:
    """Every source on the measure's own scale, with its interval, level and places; a table on narrow screens.

    ``second``: a column on the same scale, drawn as a ring beside the dot.
    """
    column, rows = headline(measure), ranked(loaded, measure)
    if len(rows) > PER_PAGE:
        markup.show(markup.facts(f"The {PER_PAGE} highest of {len(rows)} sources; all are in the table at the end."))
        rows = rows.head(PER_PAGE)
    panel = panels([measure], rows)[0]
    if second:  # the rings stand on the same scale
        low, high, ticks = scale(measure.column(second), None, comparable(rows, measure)[[second]])
        if high > panel.high:
            panel = replace(panel, low=low, high=high, ticks=ticks)
    doubt = level_words(panel.level, rows) if panel.level is not None else {}
    figure = loaded.once(
        ("single", measure.key, second),
        lambda: single_figure(
            rows,
            panel,
            loaded.colour_of,
            loaded.place_range,
            SCREEN,
            second=measure.column(second) if second else None,
            doubt=doubt,
            ranks=len(loaded.sources) > 1,
            short_of=loaded.short_of,
            marks=standing.marks(column, panel.low) if panel.level is not None else (),
        ),
    )
    words = "; ".join(
        f"{loaded.short_of[s]}: {column.show(v)}" for s, v in zip(rows["source"], rows[column.name], strict=True)
    )
    with st.container(key=f"wide_{measure.key}"):
        show_chart(
            figure,
            f"{measure.key}_strip",
            story=loaded.story,
            alt=f"{measure.label} by source. {words}.",
            note=standing.standing_line(loaded, measure, dashed=True),
        )
    with st.container(key=f"narrow_{measure.key}"):
        head, body = narrow_rows(loaded, rows, [measure])
        if panel.level is not None:
            head = [*head, panel.level.label]
            body = [
                (number, name, [*cells, (doubt[source].partition(", ")[0], doubt[source].partition(", ")[2])])
                for (number, name, cells), source in zip(body, rows["source"], strict=True)
            ]
        markup.show(markup.table(head, body, f"{measure.label} by source"))
        stands = standing.standing_line(loaded, measure, dashed=False)
        if stands:
            markup.show(markup.facts(stands))
    notes = " ".join([standing.no_level_line(loaded) if panel.level else "", off_scale(rows, [panel], loaded.short_of)])
    if notes.strip():
        markup.show(markup.facts(notes.strip()))


def shown_sources(loaded: Loaded, measure: Measure) -> pd.DataFrame:
    """The sources a figure of parts has room for: the six highest."""
    return ranked(loaded, measure).head(MAX_SHOWN)


def _more(loaded: Loaded) -> str:
    return f" The {MAX_SHOWN} highest of {len(loaded.sources)} sources." if len(loaded.sources) > MAX_SHOWN else ""


def show_parts(
    loaded: Loaded, measure: Measure, columns: Mapping[str, Column], title: str, lede: str, *, half: bool = False
) -> None:
    """Columns of one unit as bars, a row each, a column a source. ``columns``: what to call a part -> its column."""
    rows = shown_sources(loaded, measure)
    parts = pd.DataFrame(
        {str(r["source"]): [r[c.name] for c in columns.values()] for _, r in rows.iterrows()},
        index=list(columns),
    )
    markup.show(markup.section(title, lede + _more(loaded)))
    show = next(iter(columns.values())).show
    name = f"{measure.key}_{next(iter(columns.values())).name}_parts"
    figure = loaded.once(
        (name,),
        lambda: parts_figure(
            parts, list(parts.columns), loaded.colour_of, SCREEN, show,
            names=WIDE_NAMES if half else 0.2, short_of=loaded.short_of,
            too_short=set(rows["source"]) - set(comparable(rows, measure)["source"]),
        ),
    )  # fmt: skip
    table = parts.rename_axis("part").reset_index()
    show_chart(figure, name, story=loaded.story, alt=f"{title}. {lede}", data=table, name=name, scrolls=True)


def show_columns(loaded: Loaded, measure: Measure, names: Sequence[str], title: str, lede: str) -> None:
    """Columns of different units side by side, each a panel on its own scale; their figures below."""
    rows = shown_sources(loaded, measure)
    made = tuple(
        panel
        for column in (measure.column(name) for name in names)
        for panel in panels([replace(measure, label=column.label, columns=(replace(column, headline=True),))], rows)
    )
    markup.show(markup.section(title, lede + _more(loaded)))
    with st.container(key=f"wide_{measure.key}_{names[0]}"):
        figure = loaded.once(
            ("columns", *names),
            lambda: strip_figure(
                rows, made, loaded.colour_of, lambda *_: "", SCREEN, ranks=False, short_of=loaded.short_of
            ),
        )
        note = off_scale(rows, made, loaded.short_of)
        show_chart(figure, f"{measure.key}_{names[0]}", story=loaded.story, alt=f"{title}. {lede}", note=note)
    with st.container(key=f"narrow_{measure.key}_{names[0]}"):
        columns = [panel.column for panel in made]
        body = [
            (loaded.colour_of.get(s, 99), loaded.short_of[s], [(c.show(row[c.name]), "") for c in columns])
            for s, (_, row) in zip(rows["source"], rows.iterrows(), strict=True)
        ]
        markup.show(markup.table(["Source", *(c.label for c in columns)], body, title))
    ends = [n for name in names for n in (name, f"{name}_low", f"{name}_high") if n in loaded.sources]
    behind_chart(loaded.sources[["source", *ends]], f"{measure.key}_{names[0]}", alt=f"{title}. {lede}", of=loaded)


def show_course(loaded: Loaded, measure: Measure, rows: pd.DataFrame, title: str, lede: str, *, signed: bool) -> None:
    """Where in the text: a stroke a sentence or passage; several articles of one source lie over each other.

    ``rows``: source, place (0..1), value, counted, hint.
    """
    order = [str(s) for s in shown_sources(loaded, measure)["source"]]
    markup.show(markup.section(title, lede + _more(loaded)))
    name = f"{measure.key}_course"
    figure = loaded.once(
        (name,),
        lambda: course_figure(rows, order, loaded.colour_of, SCREEN, signed=signed, short_of=loaded.short_of),
    )
    data = rows[["source", "place", "value", "counted", "hint"]]
    show_chart(figure, name, story=loaded.story, alt=f"{title}. {lede}", data=data, name=name, of=loaded, scrolls=True)


def withheld(loaded: Loaded, column: Column) -> dict[str, str]:
    """Source -> why it has no value in a column, for the sources that have none."""
    without = [str(s) for s in loaded.sources.loc[loaded.sources[column.name].isna(), "source"]]
    if not without:
        return {}
    long = loaded.long
    rows = long[(long["column"] == column.name) & long["sentence_index"].isna()]
    reason = dict(zip(rows["article_id"], rows["reason"], strict=True))
    return {
        source: "; ".join(
            dict.fromkeys(reason.get(a.id) or "undefined" for a in loaded.story.articles if a.source == source)
        )
        for source in without
    }


def show_rows(
    loaded: Loaded,
    frame: pd.DataFrame,
    name: str,
    entry: Callable[[Article, pd.Series], str],
    marks: str,
    beside: Callable[[Loaded, Article, pd.Series], None] | None = None,
    **options: Any,  # noqa: ANN401 - show_table's own
) -> None:
    """A table of passages or sentences; the selected one is shown whole below it, with the way to the reader.

    ``entry`` draws it (HTML made by markup); ``marks``: what the reader shall mark; ``beside``: what else can be done.
    """
    frame = frame.reset_index(drop=True)
    event = show_table(
        frame,
        name,
        of=loaded,
        on_select="rerun",
        selection_mode="single-row",
        key=f"table_{name}",
        **options,
    )
    if not event.selection.rows or event.selection.rows[0] >= len(frame):
        return
    row = frame.iloc[event.selection.rows[0]]
    article = loaded.story.article_by_id[row["article_id"]]
    markup.show(entry(article, row))
    with st.container(horizontal=True):
        st.page_link(
            "pages/reader.py",
            label="Open in the reader",
            icon=":material/menu_book:",
            query_params={state.READER_LEFT: article.id, state.READER_MARKS: marks},
        )
        if beside is not None:
            beside(loaded, article, row)


def show_numbers(loaded: Loaded, measure: Measure) -> None:
    """Every number of the measure, source by source, with its CSV."""
    sizes = ["source", "n_articles", "n_words", "n_sentences"]
    own = [n for c in measure.columns for n in (c.name, f"{c.name}_low", f"{c.name}_high") if n in loaded.sources]
    names = list(dict.fromkeys([*sizes, *own]))
    markup.show(markup.section("Every number of this measure", "By source, with the ends of the 95% intervals."))
    show_table(loaded.sources[names], f"{measure.key}_by_source", alt=f"{measure.label} by source", of=loaded)
    st.page_link("pages/methods.py", label="How this is measured", icon=":material/info:")
