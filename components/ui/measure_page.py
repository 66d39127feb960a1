"""What the pages of one measure share: the strip of one panel, parts by source, the course, the notes."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.analysis.measure import Column, Measure, all_measures
from components.ui import markup
from components.ui.cache import Loaded
from components.ui.charts.compared import narrow_rows
from components.ui.charts.drawing import show_chart
from components.ui.charts.parts import MAX_SHOWN, course_figure, parts_figure
from components.ui.charts.strip import panels, strip_figure
from components.ui.palette import SCREEN
from components.ui.tables import behind_chart, show_table


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
    elif len(loaded.story.sources) == 1:
        column = headline(measure)
        text = f"{measure.label} of {loaded.short_of[loaded.story.sources[0]]}: "
        text += f"{column.show(loaded.sources[column.name].iloc[0])} {column.unit}"
    else:
        text = f"{measure.label}, source by source"
    markup.show(markup.title(text, lede))


def show_strip(loaded: Loaded, measure: Measure, note: str = "") -> None:
    """Every source on the measure's own scale, with its interval and places; a table on narrow screens."""
    rows = ranked(loaded, measure)
    with st.container(key=f"wide_{measure.key}"):
        figure = strip_figure(
            rows,
            panels([measure], rows),
            loaded.colour_of,
            loaded.place_range,
            SCREEN,
            ranks=len(rows) > 1,
            short_of=loaded.short_of,
        )
        column = headline(measure)
        words = "; ".join(f"{s}: {column.show(v)}" for s, v in zip(rows["source"], rows[column.name], strict=True))
        show_chart(figure, f"{measure.key}_strip", alt=f"{measure.label} by source. {words}.")
    with st.container(key=f"narrow_{measure.key}"):
        head, body = narrow_rows(loaded, rows, [measure])
        markup.show(markup.table(head, body, f"{measure.label} by source"))
    if note:
        markup.show(markup.facts(note))


def _part_label(measure: Measure, column: Column) -> str:
    """A part's label without the measure's name before it: "Hype, novelty" is "Novelty" on the page of hype."""
    rest = column.label.removeprefix(f"{measure.label}, ")
    return rest[:1].upper() + rest[1:]


def show_parts(loaded: Loaded, measure: Measure, names: Sequence[str], title: str, lede: str) -> None:
    """The measure's part columns as bars, a column a source; at most six sources, the highest."""
    rows = ranked(loaded, measure).head(MAX_SHOWN)
    columns = [measure.column(n) for n in names]
    parts = pd.DataFrame(
        {str(r["source"]): [r[c.name] for c in columns] for _, r in rows.iterrows()},
        index=[_part_label(measure, c) for c in columns],
    )
    more = f" The {MAX_SHOWN} highest of {len(loaded.sources)} sources." if len(loaded.sources) > MAX_SHOWN else ""
    markup.show(markup.section(title, lede + more))
    shown = parts.rename(columns=loaded.short_of)
    colours = {loaded.short_of[s]: n for s, n in loaded.colour_of.items() if s in loaded.short_of}
    figure = parts_figure(shown, list(shown.columns), colours, SCREEN, columns[0].format)
    table = parts.rename_axis("part").reset_index()
    name = f"{measure.key}_{'_'.join(title.lower().split())}"
    with st.container(key=f"wide_{name}"):
        show_chart(figure, name, alt=f"{title}. {lede}")
    with st.container(key=f"narrow_{name}"):
        cells = [(c, [columns[i].show(v) for v in shown.loc[c]]) for i, c in enumerate(shown.index)]
        markup.show(markup.plain_table(["", *shown.columns], cells, title))
    behind_chart(table, name, alt=f"Figures behind the chart: {title}")


def show_course(loaded: Loaded, measure: Measure, rows: pd.DataFrame, title: str, lede: str, *, signed: bool) -> None:
    """Where in the text: a stroke a sentence or passage, from the start of each source's first article to its end."""
    order = [loaded.short_of[s] for s in ranked(loaded, measure).head(MAX_SHOWN)["source"]]
    colours = {loaded.short_of[s]: n for s, n in loaded.colour_of.items() if s in loaded.short_of}
    markup.show(markup.section(title, lede))
    shown = rows.assign(source=rows["source"].map(loaded.short_of))
    figure = course_figure(shown, order, colours, SCREEN, signed=signed)
    show_chart(figure, f"{measure.key}_course", alt=f"{title}. {lede}", data=rows, name=f"{measure.key}_course")


def show_columns(loaded: Loaded, measure: Measure) -> None:
    """Every number of the measure, source by source, with its CSV."""
    sizes = ["source", "n_articles", "n_words", "n_sentences"]
    own = [n for c in measure.columns for n in (c.name, f"{c.name}_low", f"{c.name}_high") if n in loaded.sources]
    names = list(dict.fromkeys([*sizes, *own]))
    markup.show(markup.section("Every number of this measure", "By source, with the ends of the 95% intervals."))
    show_table(
        loaded.sources[names],
        f"{measure.key}_by_source",
        alt=f"{measure.label} by source",
    )
    st.page_link("pages/methods.py", label="How this is measured", icon=":material/info:")
