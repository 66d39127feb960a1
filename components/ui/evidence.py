"""From a number to its sentences: what is shown when a person opens one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pandas as pd
import streamlit as st

from components.analysis.claims.sources import source_verdicts
from components.analysis.hard_sentences import hardest_sentences
from components.analysis.hype.hits import Hit, hits
from components.analysis.measure import Measure, all_measures
from components.analysis.model import Article
from components.analysis.tone_drivers import SentenceTone, sentence_tones
from components.ui import markup, state
from components.ui.cache import Loaded
from components.ui.charts.base import unit_of
from components.ui.markup import Mark
from components.ui.standing import share_of
from components.ui.tables import show_table

MANY = 60
STRIP = "cmp_strip"


def show_number(loaded: Loaded, measure: Measure, source: str) -> None:
    """The value set large, its interval, and what it rests on."""
    column = next(c for c in measure.columns if c.headline)
    row = loaded.sources.set_index("source").loc[source]
    low, high = row.get(f"{column.name}_low"), row.get(f"{column.name}_high")
    interval = f", 95% interval {column.show(low)} to {column.show(high)}" if low is not None and low == low else ""
    markup.show(
        markup.number_line(column.show(row[column.name]), f"{unit_of(column)}{interval}")
        + markup.facts(f"{int(row['n_words']):,} words in {int(row['n_sentences'])} sentences. {column.meaning}")
    )
    stands = share_of(measure, row)
    if stands:
        markup.show(markup.facts(f"{stands.capitalize()}."))


def show_sentences(loaded: Loaded, measure: Measure, source: str, limit: int = MANY) -> None:
    """The sentences behind a source's number, by the measure's own rule; the plain list for any other measure."""
    draw = _BY_MEASURE.get(measure.key, _plain)
    entries = draw(loaded, source, measure)
    markup.show("".join(entries[:limit]))
    if len(entries) > limit:
        markup.show(markup.facts(f"{len(entries) - limit} more are in the table of its page and in the download."))
    if not entries:
        markup.show(markup.facts("No sentence of this source counts here."))


def place(article: Article, start: int) -> str:
    """Where in the text, as "at 12%"."""
    return f"at {100 * start / max(len(article.text), 1):.0f}%"


def _articles(loaded: Loaded, source: str) -> list[Article]:
    return [a for a in loaded.story.articles if a.source == source]


def _hype(loaded: Loaded, source: str, measure: Measure) -> list[str]:  # noqa: ARG001 - one signature for all
    found = []
    for article in _articles(loaded, source):
        for hit in hits(article, loaded.story.settings):
            if hit.kind == "promotion" and hit.sentence_index is not None:
                found.append((not hit.counted, hype_entry(article, hit)))
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def hype_entry(article: Article, hit: Hit) -> str:
    """One passage in its sentence, with the reason."""
    sentence = article.sentences[hit.sentence_index or 0]
    mark = Mark(start=hit.start, end=hit.end, kind="counted" if hit.counted else "passed")
    text = markup.marked(article.text, [mark], sentence.start, sentence.end)
    head = f"{hit.category}, {hit.strength}" if hit.counted else "not counted"
    return markup.entry(head, place(article, hit.start), text, [hit.reason])


def hype_row(article: Article, row: pd.Series) -> str:
    """The passage of a row of passages.hype_passages in its sentence."""
    sentence = article.sentences[int(row["sentence_index"])]
    mark = Mark(start=int(row["start"]), end=int(row["end"]), kind="counted" if row["counted"] else "passed")
    text = markup.marked(article.text, [mark], sentence.start, sentence.end)
    head = f"{row['kind']}, {row['category']}, {row['strength']}" if row["counted"] else "not counted"
    return markup.entry(head, place(article, mark.start), text, [str(row["reason"]), str(row["voice"])])


def _tone(loaded: Loaded, source: str, measure: Measure) -> list[str]:  # noqa: ARG001
    found = []
    for article in _articles(loaded, source):
        for tone in sentence_tones(article, loaded.story.settings):
            found.append((-abs(tone.score), tone_entry(article, tone)))
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def tone_marks(tone: SentenceTone) -> list[Mark]:
    """The words that drive a sentence's tone, as marks; masked ones as looked at and left out."""
    return [
        Mark(
            start=d.start,
            end=d.end,
            kind="passed" if d.masked else "positive" if d.contribution > 0 else "negative",
            hint=f"{d.contribution:+.1f}".replace("-", "−") + (", neutral term: not counted" if d.masked else ""),
        )
        for d in tone.drivers
        if d.contribution
    ]


def tone_entry(article: Article, tone: SentenceTone) -> str:
    """One sentence with its score and the words that drive it."""
    sentence = article.sentences[tone.index]
    text = markup.marked(article.text, tone_marks(tone), sentence.start, sentence.end)
    score = f"{tone.score:+.2f}".replace("-", "−")
    plain = f"VADER alone {tone.raw:+.2f}".replace("-", "−")
    return markup.entry(score, place(article, sentence.start), text, [plain, tone.voice])


def tone_row(article: Article, row: pd.Series) -> str:
    """The sentence of a row of passages.tone_sentences; the words behind its score are in the row."""
    text = markup.marked(article.text, [], int(row["start"]), int(row["end"]))
    score = f"{row['score']:+.2f}".replace("-", "−")
    return markup.entry(score, place(article, int(row["start"])), text, [str(row["drivers"]), str(row["voice"])])


def hard_row(article: Article, row: pd.Series) -> str:
    """The sentence of a row of passages.hard_sentences with its difficult words marked."""
    words = set(str(row["difficult_words"]).split(", "))
    text = markup.marked(
        article.text, word_marks(article, int(row["sentence_index"]), words), int(row["start"]), int(row["end"])
    )
    return markup.entry(str(row["why"]), place(article, int(row["start"])), text, [f"{row['n_words']} words"])


def _readability(loaded: Loaded, source: str, measure: Measure) -> list[str]:  # noqa: ARG001
    entries = []
    for article in _articles(loaded, source):
        for hard in hardest_sentences(article, 15):
            sentence = article.sentences[hard.sentence_index]
            marks = word_marks(article, hard.sentence_index, set(hard.difficult_words))
            text = markup.marked(article.text, marks, sentence.start, sentence.end)
            entries.append(markup.entry(hard.why, place(article, sentence.start), text, [f"{hard.n_words} words"]))
    return entries


def word_marks(article: Article, index: int, words: set[str]) -> list[Mark]:
    """Marks on the given words of one sentence."""
    sentence = article.sentences[index]
    wanted = {word.lower() for word in words}
    marks, at = [], sentence.start
    for piece in sentence.text.split():
        start = article.text.index(piece, at)
        at = start + len(piece)
        core = piece.strip("“”\"'‘’.,;:!?()[]—–-…")
        if core.lower() in wanted:
            begin = start + piece.index(core)
            marks.append(Mark(start=begin, end=begin + len(core), kind="hard", hint="difficult word"))
    return marks


def _coverage(loaded: Loaded, source: str, measure: Measure) -> list[str]:  # noqa: ARG001
    cells = source_verdicts(loaded.story)
    order = {"stated": 0, "conflicts": 1, "partly": 2, "not found": 3}
    found = []
    for claim in loaded.story.claims:
        v = cells[claim.id, source]
        nothing = "No sentence comes near."
        quote = markup.marked(v.evidence, []) if v.evidence else nothing
        style: Literal["", "miss", "none"] = ""
        if v.verdict == "not found":
            style = "miss" if v.evidence else "none"
        entry = markup.entry(
            claim.text, v.verdict, quote, [v.position, f"probability stated {v.score:.2f}"],
            style=style, conflict=v.verdict == "conflicts",
        )  # fmt: skip
        found.append((order[v.verdict], entry))
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def _plain(loaded: Loaded, source: str, measure: Measure) -> list[str]:
    column = next(c for c in measure.columns if c.headline)
    rows = loaded.long[(loaded.long["column"] == column.name) & loaded.long["sentence_index"].notna()]
    entries = []
    for article in _articles(loaded, source):
        for r in rows[rows["article_id"] == article.id].itertuples():
            sentence = article.sentences[int(r.sentence_index)]
            text = markup.marked(article.text, [], sentence.start, sentence.end)
            entries.append(markup.entry(column.show(r.value), place(article, sentence.start), text))
    return entries


_BY_MEASURE: dict[str, Callable[[Loaded, str, Measure], list[str]]] = {
    "hype": _hype,
    "tone": _tone,
    "readability": _readability,
    "claim_coverage": _coverage,
}


def _close() -> None:
    # a point or cell stays selected after its drawer was closed: a fresh widget forgets it
    state.renew(STRIP)


@st.dialog("The sentences behind the number", position="right", width=540, on_dismiss=_close)
def open_drawer(loaded: Loaded, measure: Measure, source: str) -> None:
    """A drawer with the value and its sentences."""
    markup.show(markup.entry(loaded.short_of[source], measure.label, "", number=loaded.colour_of.get(source, 99)))
    show_number(loaded, measure, source)
    show_sentences(loaded, measure, source)
    first = next(a for a in loaded.story.articles if a.source == source)
    st.page_link(
        "pages/reader.py", label="Open in the reader", icon=":material/menu_book:", query_params={"rd_left": first.id}
    )


def pick_from_table(loaded: Loaded, rows: pd.DataFrame) -> tuple[str, str] | None:
    """The figures as a table: the keyboard's way to a number's sentences. The (source, measure key) of a cell.

    Made when it is opened: what draws tables in the browser would hold up the numbers of a first visit.
    """
    columns = {c.name: m.key for m in all_measures() for c in m.columns if c.headline}
    fold = st.expander("The figures behind this chart", key="behind_strip", on_change="rerun")
    if not fold.open:
        return None
    with fold:
        markup.show(markup.facts("Select a value to read its sentences."))
        names = [n for c in columns for n in (c, f"{c}_low", f"{c}_high") if n in rows]
        event = show_table(
            rows.reset_index(drop=True),
            "sources",
            alt="The figures of every source",
            of=loaded,
            order=[
                "source",
                *(["group"] if loaded.story.groups else []),
                "n_articles",
                "n_words",
                "n_sentences",
                *names,
            ],
            on_select="rerun",
            selection_mode="single-cell",
            key=f"cmp_table{state.version(STRIP)}",
        )
    for row, column in event.selection.cells if event else []:
        name = str(column).removesuffix("_low").removesuffix("_high")
        if name in columns:
            return str(rows["source"].iloc[int(row)]), columns[name]
    return None
