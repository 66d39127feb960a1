"""The analyst's own words on the story: written on Downloads, kept with the story, at the top of the report."""

from __future__ import annotations

import hashlib

import streamlit as st

from components.analysis.story_json import LONGEST_NOTE
from components.ui import cache, claims_coders, markup, state
from components.ui.cache import Loaded
from components.ui.widgets import as_label

NOTE = "dwn_note"


def show_note(loaded: Loaded) -> None:
    """A field for several paragraphs; what was typed stays as typed until it is kept, also on another page."""
    story = loaded.story
    whose = f" It is marked as by {story.note_by}." if story.note_by else ""
    markup.show(
        markup.section(
            "Your note",
            "Optional: your own words for whoever reads the report, in as many paragraphs as you like. They stand at "
            f"its top, marked as yours, and stay with the story.{whose}",
        )
    )
    # another note under another key: whatever changed it, the field shows what is kept
    mark = hashlib.sha256(f"{story.id}\0{story.note}".encode("utf-8", "replace")).hexdigest()[:12]
    key = f"{NOTE}_{mark}_{state.version(NOTE)}"
    with st.form(f"{NOTE}_form", border=False):
        st.text_area(
            "Your note", story.note, height=120, max_chars=LONGEST_NOTE, key=key, persist_state="session",
            label_visibility="collapsed", placeholder="What you make of it, and what the reader should know",
        )  # fmt: skip
        with st.container(horizontal=True, vertical_alignment="center"):
            st.form_submit_button("Keep the note", on_click=_keep, args=(loaded, key))
            if story.note:
                st.form_submit_button(
                    "Delete the note", type="tertiary", icon=":material/delete:", on_click=_delete, args=(story.id,)
                )
    error = state.take_error(NOTE)
    if error:
        st.error(as_label(error))
    if cache.workspace().undo_label(story.id) == "the note":
        st.button(
            "Undo: the note", key="dwn_note_undo", icon=":material/undo:", type="tertiary", on_click=_undo,
            args=(story.id,),
        )  # fmt: skip


def _keep(loaded: Loaded, key: str) -> None:
    who = claims_coders.current(loaded.story)
    try:
        cache.workspace().set_note(loaded.story.id, state.value(key), "" if who == claims_coders.NOBODY else who)
    except (ValueError, KeyError) as error:
        state.put_error(NOTE, str(error.args[0]))
        return
    state.renew(NOTE)
    kept = cache.workspace().story(loaded.story.id).note
    state.put_notice("Kept: it stands at the top of the report." if kept else "There is no note: the field is empty.")


def _delete(story_id: str) -> None:
    cache.workspace().set_note(story_id, "")
    state.renew(NOTE)
    state.put_notice("The note is deleted. Undo brings it back.")


def _undo(story_id: str) -> None:
    if cache.workspace().undo_label(story_id) == "the note":
        cache.workspace().undo(story_id)
        state.renew(NOTE)
        state.put_notice("Taken back: the note is as it was before.")
