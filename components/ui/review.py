"""Between reading and adding: what is being read, what has to be asked, the articles with their metadata to check."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

import streamlit as st

from components.analysis.copies import near_copies
from components.analysis.model import Article, Story
from components.analysis.phrasing import number_word
from components.analysis.words import count_words
from components.ingest.assemble import TWO_READINGS
from components.ingest.columns import SYNONYMS
from components.ingest.desk import Desk
from components.ingest.intake import NO_NAME, Problem, Received
from components.ingest.reader import Unmapped
from components.ui import adding, markup, proposing, state
from components.ui.cache import Loaded
from components.ui.metadata_table import FIELDS, checked_fields, fields_of, frame_of, show_editor, written
from components.ui.waiting import carry_out
from components.ui.widgets import as_label

TABLE = "rev_table"
ADDING = "adding"
MAX_ROWS = 3_000
MAX_COLUMNS_SHOWN = 60
NONE = "(none)"
ASKS = "Nothing is added yet. Say which columns hold what, or leave the table out."
DAY, MONTH = "The day", "The month"
ASKED = {"text": "Text", "source": "Source", "title": "Headline", "date": "Date", "author": "Author", "url": "Address",
         "language": "Language"}  # fmt: skip


def show_review(loaded: Loaded, desk: Desk) -> None:
    """All of the step: progress while files are read, then questions, articles, and what was refused."""
    progress = desk.progress()
    if not desk.wait(0):
        n = progress.total
        markup.show(markup.title(f"Reading {n:,} file{'s' * (n != 1)}", "Nothing is added before you have seen it."))
        _show_progress(desk)
        return
    intake = desk.intake()
    there = loaded.story.article_by_id
    new = [received for received in intake.received if received.article.id not in there]
    known = len(intake.received) - len(new) + sum(p.repeat for p in intake.problems)
    refused = [p for p in intake.problems if p.refused]
    questions = desk.questions()
    found = _finding(len(new), known, len(refused), len(questions))
    markup.show(markup.title(found, _lede(new, progress.stopped, bool(questions))))
    if progress.stopped:
        left = progress.total - progress.done
        st.info(
            f"Reading was stopped: {left:,} of {progress.total:,} files were not read. Add them again to read them."
        )
    for alike in questions:
        _ask_columns(desk, alike)
    answers = _ask_dates(new)
    values = _show_articles(loaded, desk, new, answers) if new else {}
    adding.show_problems(refused, "refused", unfolded=not new)
    on_rows = {(r.file, r.row) for r in intake.received}
    notes = [p for p in intake.problems if not (p.refused or p.repeat or (p.file, p.row) in on_rows)]
    adding.show_problems(notes, "with a note")
    chosen = [r.article for r in new if values.get(r.article.id, {}).get("add", "yes") == "yes"]
    with st.container(horizontal=True, vertical_alignment="center"):
        if new:
            n = len(chosen)
            st.button(
                f"Add {number_word(n) if n < 13 else f'{n:,}'} article{'s' * (n != 1)}",
                type="primary", key="rev_add", disabled=not n or bool(questions),
                help="Settle the tables above first." if questions else None,
                on_click=state.want, args=(ADDING, loaded.story.id),
            )  # fmt: skip
        st.button(
            "Add none of them" if new else "Close", key="rev_discard", type="tertiary", icon=":material/close:",
            on_click=_discard, args=(desk,),
        )  # fmt: skip
    if state.wants(ADDING, loaded.story.id) and chosen and not questions:
        _add(loaded, desk, chosen, values, known, refused)


@st.fragment(run_every=0.5)
def _show_progress(desk: Desk) -> None:
    if desk.wait(0):
        st.rerun()
    at = desk.progress()
    n = at.n_articles
    st.progress(
        at.done / max(at.total, 1),
        as_label(f"{at.done:,} of {at.total:,} read, {n:,} article{'s' * (n != 1)} so far. {at.name}"),
    )
    st.button("Stop reading", key="rev_stop", icon=":material/stop_circle:", on_click=desk.stop)


def _finding(n_new: int, n_known: int, n_refused: int, n_questions: int) -> str:
    parts = []
    if n_new or not (n_known or n_refused or n_questions):
        parts.append(f"{number_word(n_new)} new article{'s' * (n_new != 1)}")
    if n_known:
        parts.append(
            f"{number_word(n_known)} already there" if parts else f"{number_word(n_known)} already in the story"
        )
    if n_refused:
        parts.append(f"{number_word(n_refused)} refused")
    if n_questions:
        parts.append(
            "one table asks a question" if n_questions == 1 else f"{number_word(n_questions)} tables ask questions"
        )
    text = ", ".join(parts)
    return text[0].upper() + text[1:]


def _is_unnamed(received: Received) -> bool:
    """Whether nothing but a file's name, or a pasted text's first words, names the source."""
    source, path = received.article.source, PurePosixPath(received.file.replace("\\", "/"))
    named_after = source.partition(" row ")[0]
    return source.startswith(NO_NAME) or named_after in (path.stem, str(path))


def _lede(new: Sequence[Received], stopped: bool, asks: bool) -> str:
    if not new:
        return ASKS if asks else "Nothing was added." if stopped else "There is nothing to add."
    lede = (
        "Nothing is added yet. Correct what is wrong by writing into the table; what no file and no text showed is "
        "empty."
    )
    if any(_is_unnamed(received) for received in new):
        lede += " A source named after its file or its first words has no name yet: write the paper's name there."
    return lede


def _ask_columns(desk: Desk, alike: Sequence[Unmapped]) -> None:
    """Which column holds what: the columns with their first values, and a choice per field."""
    asked = alike[0]
    name = asked.file if len(alike) == 1 else f"{asked.file} and {number_word(len(alike) - 1)} more like it"
    markup.show(
        markup.section(
            f"{name}: which column holds what?",
            "No column has a name that tells where the articles' text is." if asked.refused
            else "The text was found; no column has a name that tells the source.",
        )
    )  # fmt: skip
    mark = hashlib.sha256("\0".join(asked.columns).encode("utf-8", "replace")).hexdigest()[:10]
    rows = [
        [(column, ""), *((value, "") for value in (*samples, "", "", "")[:3])]
        for column, samples in zip(asked.columns[:MAX_COLUMNS_SHOWN], asked.samples, strict=False)
    ]
    markup.show(markup.prose_table(("Column", "First value", "Second", "Third"), rows, f"The columns of {name}"))
    if len(asked.columns) > MAX_COLUMNS_SHOWN:
        markup.show(markup.facts(f"{len(asked.columns) - MAX_COLUMNS_SHOWN:,} more columns can be chosen below."))
    told = dict(asked.fields)
    if "text" not in told:
        told["text"] = _longest(asked)
    chosen: dict[str, str] = {}
    with st.form(f"rev_columns_{mark}", border=False):
        for field, cell in zip(SYNONYMS, st.columns(len(SYNONYMS)), strict=True):
            options = [*([] if field == "text" else [NONE]), *asked.columns]
            index = options.index(told[field]) if told.get(field) in options else 0
            picked = cell.selectbox(ASKED[field], options, index=index, key=f"rev_column_{field}_{mark}")
            chosen[field] = "" if picked == NONE else str(picked)
        with st.container(horizontal=True):
            go = st.form_submit_button("Read it with these columns", type="primary")
            no = st.form_submit_button("Leave it out", type="tertiary")
    if go:
        desk.answer(alike, chosen)
        desk.wait(adding.PATIENCE)
        st.rerun()
    if no:
        desk.leave_out(alike)
        st.rerun()


def _longest(asked: Unmapped) -> str:
    """The column with the longest first values: in a table of articles that is the text. One with a name of its own
    (a date, say) only where there is no other.
    """
    named = {column for _, column in asked.fields}
    lengths = {
        column: (column not in named, max(map(len, samples), default=0))
        for column, samples in zip(asked.columns, asked.samples, strict=False)
    }
    return max(lengths, key=lambda column: lengths[column])


def _ask_dates(new: Sequence[Received]) -> dict[str, str]:
    """Article id -> its day, where customs read a date differently and the analyst says which custom is meant."""
    groups: dict[str, list[Received]] = {}
    for received in new:
        if received.days:
            groups.setdefault(received.file if received.row is not None else "", []).append(received)
    answers: dict[str, str] = {}
    for file, group in groups.items():
        first = group[0]
        where = file or (first.file if len(group) == 1 else "single files")
        n = len(group)
        dates = "The date" if n == 1 else f"{number_word(n).capitalize()} dates"
        mark = hashlib.sha256(file.encode("utf-8", "replace")).hexdigest()[:10]
        markup.show(
            markup.said(
                [
                    (f"{dates} in {where} can be read in two ways: ", True),
                    (f"{'' if n == 1 else 'the first is '}{first.days[0]} if the day is written first, ", False),
                    (f"{first.days[1]} if the month is. What comes first?", False),
                ]
            )
        )
        picked = st.segmented_control(
            as_label(f"What comes first in the dates of {where}?"),
            [DAY, MONTH, "Leave empty"],
            key=f"rev_days_{mark}",
            label_visibility="collapsed",
            persist_state="session",
        )
        if picked in (DAY, MONTH):
            answers |= {received.article.id: received.days[picked == MONTH] for received in group}
    return answers


def _show_articles(
    loaded: Loaded, desk: Desk, new: Sequence[Received], answers: dict[str, str]
) -> dict[str, dict[str, str]]:
    """The table to write in; per article what stands in it."""
    story = loaded.story
    copies = near_copies([*story.articles, *(r.article for r in new)])
    named = story.article_by_id | {r.article.id: r.article for r in new}
    rows: list[dict[str, Any]] = []
    values: dict[str, dict[str, str]] = {}
    for received in new:
        article = received.article
        now = {"add": "yes"} | fields_of(article)
        now |= {"date": answers[article.id]} if article.id in answers else {}
        values[article.id] = now | desk.corrections(article.id)
        settled = bool(values[article.id]["date"])
        said = [note.kind for note in received.notes if not (settled and note.kind == TWO_READINGS)]
        if article.id in copies:
            said.append(f"near-duplicate of {named[copies[article.id]].source}")
        place = received.file if received.row is None else f"{received.file}, row {received.row}"
        rows.append(
            values[article.id]
            | {"add": values[article.id]["add"] == "yes", "n_words": count_words(article.text)}
            | {"warnings": "; ".join(said), "file": place}
        )
    shown = rows[:MAX_ROWS]
    ids = tuple(received.article.id for received in new[:MAX_ROWS])
    key = f"{TABLE}_{state.version(TABLE)}_{len(ids)}"
    show_editor(
        frame_of(shown),
        key,
        order=["add", "source", "title", "date", "author", "url", "language", "n_words", "warnings", "file"],
        config={
            "add": st.column_config.CheckboxColumn("Add", width=66),
            "n_words": st.column_config.NumberColumn("Words", width=60, format="localized", disabled=True),
            "warnings": st.column_config.TextColumn("Worth a look", width=200, disabled=True),
            "file": st.column_config.TextColumn("File", width=150, disabled=True),
        },
        height=560 if len(shown) > 14 else "auto",
        placeholder="–",
        on_change=_remember,
        args=(desk, key, ids),
        alt="The articles that were read, with their metadata to correct",
    )
    if len(rows) > MAX_ROWS:
        markup.show(markup.facts(f"{len(rows) - MAX_ROWS:,} more are not in the table and go in as they are."))
    return values


def _remember(desk: Desk, key: str, ids: Sequence[str]) -> None:
    for row, cells in state.edited_rows(key).items():
        for field, value in cells.items():
            text = written(value)
            if field == "add":
                text = "yes" if value else "no"
            elif field == "date":
                text = text[:10]
            desk.correct(ids[row], field, text)


def _add(
    loaded: Loaded, desk: Desk, chosen: Sequence[Article], values: dict[str, dict[str, str]], known: int,
    refused: Sequence[Problem],
) -> None:  # fmt: skip
    made = []
    for article in chosen:
        fields = {name: values[article.id][name] for name in FIELDS}
        try:
            checked_fields(fields)
        except ValueError as error:
            state.want_nothing()
            st.error(as_label(f"{fields['source'] or article.source}: {error}"))
            return
        made.append(replace(article, **fields))  # type: ignore[arg-type]
    story = loaded.story
    proposed = carry_out(
        proposing.with_more(story, adding.new_to(story, made)),
        st.empty(),
        "rev_stop_claims",
        _add_with_the_list_as_it_is,
        (story, desk, made, known, refused),
        "It goes on while this page is open. Stopping adds the articles at once and leaves the claims as they are.",
    )
    # the desk is cleared before anything that a stop could come between: what is added is not offered again
    adding.keep(story, made, proposed, known=known, refused=refused, desk=desk)
    _start_afresh()
    st.rerun()


def _add_with_the_list_as_it_is(
    story: Story, desk: Desk, made: Sequence[Article], known: int, refused: Sequence[Problem]
) -> None:
    """What a stop does while claims are read for the articles to be added."""
    if not desk.is_empty():  # else they were added just before
        adding.keep(story, made, stopped=True, known=known, refused=refused, desk=desk)
        _start_afresh()


def _start_afresh() -> None:
    state.want_nothing()
    state.renew(TABLE)
    state.renew(adding.PASTE)


def _discard(desk: Desk) -> None:
    desk.clear()
    state.want_nothing()
    state.renew(TABLE)
