"""Every key of st.session_state. Values are str, int, bool or tuples of them: nothing that a reload of code breaks.

Widgets keep their own state under the keys named here; page keys begin with the page's name.
"""

from __future__ import annotations

import streamlit as st

STORY = "story"
COMPARE_ORDER = "cmp_order"
COMPARE_PAGE = "cmp_page"
COMPARE_ROWS = "cmp_rows"
CLAIMS_FILTER = "clm_show"
CLAIMS_VIEW = "clm_view"
CLAIMS_SEARCH = "clm_find"
CLAIMS_SORT = "clm_sort"
CLAIM = "clm_claim"
CLAIM_SOURCE = "clm_source"
READER_LEFT = "rd_left"
READER_RIGHT = "rd_right"
READER_MARKS = "rd_marks"
READER_ALIGNED = "rd_aligned"
HYPE_FIRST = "hyp_first"
HYPE_SHOW = "hyp_show"
HYPE_SOURCE = "hyp_source"
HYPE_KINDS = "hyp_kinds"
TONE_SOURCE = "ton_source"
READABILITY_SOURCE = "rdb_source"
ARTICLES_TABLE = "art_table"
DOWNLOADS_FILE = "dwn_file"
METHODS_SEARCH = "mth_find"

_NOTICE = "app_notice"
_CODER = "app_coder"
_BLIND = "app_blind"
_SKIPPED = "app_skipped"
_VERSION = "app_version_"
_UPLOADED = "art_uploaded"
_FOCUS = "app_focus"
_SUMMARY = "art_summary"
_CLAIMS_NOTE = "app_claims_note"
_NEXT_STORY = "app_next_story"
_DELETED = "sto_deleted"
_TO_DELETE = "sto_to_delete"
_ERROR = "app_error_"
_STOPPED = "app_stopped"
_WANTED = "app_wanted"


def choose_story(title: str) -> None:
    """Make the story the picked one from the next run on."""
    st.session_state[_NEXT_STORY] = title


def settle_choice() -> None:
    """Pick the story that was chosen during the last run; before the picker is drawn."""
    if _NEXT_STORY in st.session_state:
        st.session_state[STORY] = st.session_state.pop(_NEXT_STORY)


def put_notice(text: str) -> None:
    """A sentence to show once, on the next run."""
    st.session_state[_NOTICE] = text


def take_notice() -> str:
    """The sentence to show, "" if there is none; it is shown once."""
    return str(st.session_state.pop(_NOTICE, ""))


def put_error(name: str, text: str) -> None:
    """What was refused, for the control called ``name`` to show on the next run."""
    st.session_state[_ERROR + name] = text


def take_error(name: str) -> str:
    """What the control called ``name`` has to say was refused, "" if nothing; it is said once."""
    return str(st.session_state.pop(_ERROR + name, ""))


def has_news() -> bool:
    """Whether a notice, or why something was refused, waits to be shown."""
    return any(str(key) == _NOTICE or str(key).startswith(_ERROR) for key in st.session_state)


def stop(story_id: str) -> None:
    """Stop the work on a story, with "" on none any more."""
    st.session_state[_STOPPED] = story_id


def stopped() -> str:
    """The id of the story on which work was stopped, "" if on none."""
    return str(st.session_state.get(_STOPPED, ""))


def want(what: str, story_id: str) -> None:
    """Ask for long work on a story: it begins on the page that does it, and goes on there when it was left."""
    st.session_state[_WANTED] = (what, story_id)


def wants(what: str, story_id: str) -> bool:
    """Whether that work was asked for and is not done."""
    return st.session_state.get(_WANTED) == (what, story_id)


def want_nothing() -> None:
    """It is done, or no longer asked for."""
    st.session_state.pop(_WANTED, None)


def coder() -> str:
    """Who decides in this session, "" while nobody has said so."""
    return str(st.session_state.get(_CODER, ""))


def set_coder(name: str) -> None:
    """Remember who decides."""
    st.session_state[_CODER] = " ".join(name.split())


def judging_blind() -> bool:
    """Whether cells are judged in this session without seeing anybody's verdict."""
    return bool(st.session_state.get(_BLIND, False))


def judge_blind(blind: bool) -> None:
    """Judge without seeing anybody's verdict from the next run on, or no longer."""
    st.session_state[_BLIND] = blind


def skipped() -> tuple[str, ...]:
    """The cells that were put off while judging blind, as "claim id, line feed, article id"."""
    return tuple(st.session_state.get(_SKIPPED, ()))


def skip(cell: str) -> None:
    """Put a cell off to the end of those to judge blind."""
    st.session_state[_SKIPPED] = (*(c for c in skipped() if c != cell), cell)


def version(name: str) -> int:
    """How often the widget called ``name`` was started afresh: part of its key, so that it forgets its state."""
    return int(st.session_state.get(_VERSION + name, 0))


def renew(name: str) -> None:
    """Start the widget called ``name`` afresh on the next run: a popover is closed by it, an input is empty.

    Setting a popover's own state to False is not enough: Streamlit's page may keep it as open and open it again.
    """
    st.session_state[_VERSION + name] = version(name) + 1


def give_focus(key: str) -> None:
    """Let the first control whose key begins so have the keyboard's focus after the next run, if it is lost by then."""
    st.session_state[_FOCUS] = key
    renew(_FOCUS)


def focus() -> tuple[str, int]:
    """The control that was given the focus last ("" for none), and the how manieth time that was."""
    return st.session_state.get(_FOCUS, ""), version(_FOCUS)


def pick(key: str, value: str) -> None:
    """Set a widget's value before it is drawn."""
    st.session_state[key] = value


def forget(key: str) -> None:
    """Let a widget fall back to its default."""
    st.session_state.pop(key, None)


def value(key: str, default: str = "") -> str:
    """A widget's value as text."""
    found = st.session_state.get(key)
    return default if found is None else str(found)


def is_on(key: str) -> bool:
    """Whether a switch is on."""
    return bool(st.session_state.get(key))


def chosen(key: str) -> tuple[str, ...]:
    """What is chosen in a list of several."""
    return tuple(map(str, st.session_state.get(key) or ()))


def selected_cell(table: str) -> tuple[int, str] | None:
    """The (row, column name) of the one cell selected in a table, if one is."""
    cells = st.session_state[table]["selection"]["cells"] if table in st.session_state else []
    return (int(cells[0][0]), str(cells[0][1])) if cells else None


def select_cell(table: str, row: int, column: str) -> None:
    """Select one cell of a table before it is drawn."""
    st.session_state[table] = {"selection": {"rows": [], "columns": [], "cells": [(row, column)]}}


def upload_taken(digest: str) -> bool:
    """Whether this very set of files was taken in already in this session; remembers it if not."""
    if st.session_state.get(_UPLOADED) == digest:
        return True
    st.session_state[_UPLOADED] = digest
    return False


def select_row(table: str, row: int) -> None:
    """Select one row of a table before it is drawn."""
    st.session_state[table] = {"selection": {"rows": [row], "columns": [], "cells": []}}


def put_summary(story_id: str, lines: tuple[tuple[str, str], ...], change: str = "") -> None:
    """Keep what became of the files added to a story, as (kind, sentence), until the next ones or until closed.

    ``change``: the label under which adding them can be undone.
    """
    st.session_state[_SUMMARY] = (story_id, lines, change)


def summary(story_id: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """What became of the files last added to the story, and the change that was."""
    of, lines, change = st.session_state.get(_SUMMARY, ("", (), ""))
    return (lines, change) if of == story_id else ((), "")


def put_claims_note(story_id: str, text: str) -> None:
    """Keep what adding or removing articles did to the story's claims, until it is closed or taken back."""
    st.session_state[_CLAIMS_NOTE] = (story_id, text)


def claims_note(story_id: str) -> str:
    """What the last articles did to the story's claims, "" where there is nothing to say."""
    of, text = st.session_state.get(_CLAIMS_NOTE, ("", ""))
    return str(text) if of == story_id else ""


def close_claims_note() -> None:
    """Say nothing more of what happened to the claims."""
    st.session_state.pop(_CLAIMS_NOTE, None)


def edited_rows(key: str) -> dict[int, dict[str, object]]:
    """What was written into an editable table: row -> column -> value."""
    return {int(row): dict(cells) for row, cells in st.session_state[key]["edited_rows"].items()}


def close_summary() -> None:
    """Let go of what became of the files last added."""
    st.session_state.pop(_SUMMARY, None)


def remember_deleted(story_id: str, title: str) -> None:
    """Keep which story was deleted last in this session, so that it can be brought back."""
    st.session_state[_DELETED] = (story_id, title)


def deleted() -> tuple[str, str] | None:
    """The id and title of the story deleted last, until it was brought back."""
    return st.session_state.get(_DELETED)


def forget_deleted() -> None:
    """Offer nothing to bring back any more."""
    st.session_state.pop(_DELETED, None)


def ask_to_delete(story_id: str) -> None:
    """Have the deletion of a story confirmed on the next run; "" for none."""
    st.session_state[_TO_DELETE] = story_id


def asked_to_delete() -> str:
    """The id of the story whose deletion is to be confirmed."""
    return str(st.session_state.get(_TO_DELETE, ""))
