"""The stories of the workspace: make one, rename, delete and bring back, load a bundle, open the example."""

from __future__ import annotations

from pathlib import PurePath

import pandas as pd
import streamlit as st

from components.analysis.bundle import story_data
from components.analysis.model import Story
from components.analysis.story_json import story_from_dict, story_to_dict
from components.analysis.word_lists import checked
from components.ingest.intake import take_paths
from components.ui import cache, markup, state
from components.ui.cache import Loaded
from components.ui.widgets import UNTITLED, as_label

NEW, RENAME, BUNDLE = "sto_new", "sto_rename", "sto_bundle"
MAX_MB = 200


def show_stories(loaded: Loaded) -> None:
    """The section on stories: what there is, and what can be done with this one."""
    infos = cache.workspace().stories()
    markup.show(markup.section("Stories", "A story is one event, with the articles on it. The picker above opens one."))
    with st.container(horizontal=True, vertical_alignment="center"):
        _show_new()
        _show_rename(loaded.story)
        _show_load()
        if loaded.story.articles:  # without any, the page offers it above
            show_example_button()
        st.button(
            "Delete this story", icon=":material/delete:", type="tertiary", key="sto_delete",
            on_click=state.ask_to_delete, args=(loaded.story.id,),
        )  # fmt: skip
        gone = state.deleted()
        if gone:
            st.button(
                as_label(f"Undo: deleting “{gone[1]}”"), icon=":material/undo:", type="tertiary", key="sto_restore",
                on_click=_restore, args=gone,
            )  # fmt: skip
    rows = [(i.title, i.n_articles, i.n_sources, i.changed.date().isoformat()) for i in infos]
    st.dataframe(
        pd.DataFrame(rows, columns=["title", "n_articles", "n_sources", "changed"]),
        hide_index=True,
        column_config={
            "title": st.column_config.TextColumn("Story", width="large"),
            "n_articles": st.column_config.NumberColumn("Articles", width=80),
            "n_sources": st.column_config.NumberColumn("Sources", width=80),
            "changed": st.column_config.TextColumn("Last changed", width=110),
        },
        alt="The stories of this workspace",
    )
    if state.asked_to_delete() == loaded.story.id:
        _confirm_delete(loaded.story)


def show_example_button() -> None:
    """Open the story that comes with Parallax, adding it again if it was deleted."""
    st.button(
        "Open the example story", icon=":material/arrow_forward:", type="tertiary", key="sto_example",
        on_click=_open_example,
    )  # fmt: skip


def what_goes(story: Story) -> str:
    """What deleting a story takes away, as a question."""
    parts = [(len(story.articles), "article"), (len(story.claims), "claim"), (len(story.decisions), "verdict")]
    counted = [f"{n:,} {noun}{'s' * (n != 1)}" for n, noun in parts if n]
    held = f" with {', '.join(counted[:-1])}{' and ' if counted[1:] else ''}{counted[-1]}" if counted else ""
    return f"Delete “{story.title}”{held}?"


def _show_new() -> None:
    with st.popover("New story", icon=":material/add:", type="tertiary"):
        key = f"{NEW}_{state.version(NEW)}"
        st.text_input("Title of the story", key=key, placeholder="The event the articles report")
        st.button("Make the story", type="primary", key="sto_create", on_click=_create, args=(key,))
        _show_error(NEW)


def _show_rename(story: Story) -> None:
    with st.popover("Rename", icon=":material/edit:", type="tertiary"):
        key = f"{RENAME}_{story.id}_{state.version(RENAME)}"
        st.text_input("Title of the story", story.title, key=key)
        st.button("Rename the story", type="primary", key="sto_do_rename", on_click=_rename, args=(story.id, key))
        _show_error(RENAME)


def _show_load() -> None:
    with st.popover("Load a bundle", icon=":material/upload_file:", type="tertiary"):
        file = st.file_uploader(
            "A ZIP that Parallax wrote", key=f"{BUNDLE}_{state.version(BUNDLE)}", max_upload_size=MAX_MB
        )
        if file is None:
            return
        try:
            title = load_bundle(file.name, file.getvalue())
        except ValueError as error:
            st.error(as_label(f"{file.name}: {error}"))
            return
    state.renew(BUNDLE)
    state.choose_story(title)
    state.put_notice(f"Loaded “{title}”.")
    st.rerun()


def load_bundle(name: str, data: bytes) -> str:
    """Make a story of a bundle; its title. ValueError, in a sentence, for what is no bundle."""
    found = story_data(data)
    if isinstance(found, dict) and not str(found.get("title", "")).strip():
        found = found | {"title": PurePath(name).stem or UNTITLED}  # several files compared at once bear no title
    checked(story_from_dict(found).settings)  # lists that nothing can be measured with are refused before they are kept
    return cache.workspace().import_story(found).title


def _create(key: str) -> None:
    try:
        info = cache.workspace().create_story(state.value(key))
    except ValueError as error:
        state.put_error(NEW, str(error))
        return
    state.renew(NEW)
    state.choose_story(info.title)
    state.put_notice(f"“{info.title}” is made. Add its articles.")


def _rename(story_id: str, key: str) -> None:
    try:
        info = cache.workspace().rename_story(story_id, state.value(key))
    except (ValueError, KeyError) as error:
        state.put_error(RENAME, str(error))
        return
    state.renew(RENAME)
    state.choose_story(info.title)


def _confirm_delete(story: Story) -> None:
    @st.dialog("Delete this story?", on_dismiss=_do_not_delete)
    def ask() -> None:
        markup.show(markup.said([(what_goes(story), True)]))
        markup.show(markup.facts("It can be brought back right afterwards."))
        with st.container(horizontal=True):
            st.button(
                "Delete the story", type="primary", key="sto_do_delete", on_click=_delete,
                args=(story.id, story.title),
            )  # fmt: skip
            st.button("Keep it", key="sto_keep", on_click=_do_not_delete, kwargs={"again": True})

    ask()


def _do_not_delete(again: bool = False) -> None:
    state.ask_to_delete("")
    if again:
        st.rerun()


def _delete(story_id: str, title: str) -> None:
    state.ask_to_delete("")
    try:
        cache.workspace().delete_story(story_id)
    except KeyError as error:  # deleted in another window
        state.put_notice(str(error))
        st.rerun()
    state.remember_deleted(story_id, title)
    left = cache.workspace().stories()
    if left:
        state.choose_story(left[0].title)
    state.put_notice(f"“{title}” is deleted.")
    st.rerun()


def _restore(story_id: str, title: str) -> None:  # noqa: ARG001 - what the button shows
    info = cache.workspace().restore_story(story_id)
    state.forget_deleted()
    _leave_stand_in(story_id)
    state.choose_story(info.title)


def _leave_stand_in(story_id: str) -> None:
    """Take away the empty story that stood in while there was no other, now that there is this one."""
    opened = cache.workspace()
    for info in opened.stories():
        if info.id != story_id and info.title == UNTITLED and not info.n_articles and not opened.story(info.id).claims:
            opened.delete_story(info.id)


def _open_example() -> None:
    state.choose_story(open_example())


def open_example() -> str:
    """The title of the example story, which is added again if there is none of its title."""
    folder = sorted(p for p in cache.STORIES.iterdir() if p.is_dir())[0]
    intake = take_paths([folder])
    opened = cache.workspace()
    found = next((info.title for info in opened.stories() if info.title == intake.title), "")
    if found:
        return found
    made = Story(
        id="example",
        title=intake.title,
        articles=intake.articles,
        short_names=intake.short_names,
        groups=intake.groups,
    )
    return opened.import_story(story_to_dict(made)).title


def _show_error(name: str) -> None:
    text = state.take_error(name)
    if text:
        st.error(as_label(text))
