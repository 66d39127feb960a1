"""Controls that several pages share. Each draws itself and gives back what was chosen."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import streamlit as st

from components.analysis.model import Story
from components.analysis.phrasing import short_names
from components.storage.workspace import Workspace
from components.ui import cache, markup, state
from components.ui.cache import Loaded
from components.ui.waiting import prepare

UNTITLED = "Untitled story"

_MARKDOWN_SIGN = re.compile(r"([\\`*_{}\[\]()<>#+.!|~$^&])")
# what Streamlit turns into icons, arrows and links though its signs are escaped
_REPLACED = re.compile(r"[:<-]|ww(?=w)", re.IGNORECASE)


def as_label(text: str) -> str:
    """Any text as a label, notice or help text, which Streamlit reads as Markdown: it shows as it is, fetches nothing.

    Options of a selectbox and heads of tables are no Markdown and need none of this.
    """
    escaped = _MARKDOWN_SIGN.sub(r"\\\1", " ".join(text.split()))
    return _REPLACED.sub(lambda sign: sign[0] + "\u2060", escaped)


def address(key: str) -> str:
    """A value that lives in the address under ``key``, set by links and by other controls (state.pick); unseen."""
    with st.container(key=f"hidden_{key}"):
        return str(st.text_input(key, key=key, bind="query-params", label_visibility="collapsed") or "")


def pick_story(opened: Workspace) -> None:
    """The story picker of the frame; its value is in the address, so a link restores it."""
    stories = opened.stories() or (opened.create_story(UNTITLED),)
    titles = [info.title for info in stories]
    state.settle_choice()
    if state.value(state.STORY, titles[0]) not in titles:
        state.pick(state.STORY, titles[0])
    with st.container(key="storybox"):
        st.selectbox("Story", titles, key=state.STORY, bind="query-params", label_visibility="collapsed")


def current_story_id() -> str:
    """The id of the picked story."""
    title = state.value(state.STORY)
    stories = cache.workspace().stories()
    return next((info.id for info in stories if info.title == title), stories[0].id)


def current() -> Loaded:
    """The picked story with all that is drawn from it, once that is computed (see waiting.prepare)."""
    story_id = current_story_id()
    prepare(story_id)
    return Loaded(story_id)


def show_notice() -> None:
    """The sentence an action left behind, once."""
    text = state.take_notice()
    if text:
        st.toast(as_label(text), icon=":material/info:")


def answer_alone(loaded: Loaded, name: str, draw: Callable[[], object]) -> None:
    """Draw a part of a page that alone is drawn again when something in it is chosen.

    ``draw`` writes nothing outside of itself. What changes the story, or has something to say, draws the whole page.
    ``name``: one of its own for every part of a page.
    """
    alone = False

    @st.fragment(key=name)
    def part() -> None:
        nonlocal alone
        if alone and (state.has_news() or cache.has_changed(loaded)):
            st.rerun()
        alone = True
        draw()

    part()


def need_articles(loaded: Loaded) -> None:
    """On a story without articles: say what to do, and end the page."""
    if loaded.story.articles:
        return
    markup.show(markup.title(loaded.story.title, "No articles yet. Add two or more reports of the same event."))
    st.page_link("pages/articles.py", label="Add articles", icon=":material/add:")
    st.stop()


def pick_sources(loaded: Loaded, key: str, label: str = "Source") -> Sequence[str]:
    """One source or all of them; in the address, by the name it has on every page."""
    everything = "All sources"
    source_of = {name: source for source, name in loaded.short_of.items()}
    wanted = state.value(key, everything)
    if wanted in loaded.short_of:  # a link by the source's full name
        state.pick(key, loaded.short_of[wanted])
    elif wanted not in source_of and wanted != everything:
        state.forget(key)
    options = [everything, *source_of]
    chosen = st.selectbox(label, options, key=key, bind="query-params", label_visibility="collapsed", width=280)
    return loaded.story.sources if chosen == everything else (source_of[str(chosen)],)


def article_labels(story: Story) -> dict[str, str]:
    """Article id -> a name that a person can pick it by: source and headline, each once."""
    labels: dict[str, str] = {}
    taken: set[str] = set()
    short = short_names(story)
    for article in story.articles:
        source = short[article.source]
        name = label = f"{source}: {article.title}" if article.title else source
        number = 1
        while label in taken:
            number += 1
            label = f"{name} ({number})"
        taken.add(label)
        labels[article.id] = label
    return labels
