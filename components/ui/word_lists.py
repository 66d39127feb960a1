"""What an analyst changes about the measuring of a story: the mask and its terms, lexicon entries added or muted.

Every change is a setting of the story: it is undone like any other, and travels in the bundle.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.analysis import word_lists
from components.analysis.model import Article, Settings
from components.analysis.tone_scoring import listed_terms
from components.ui import cache, markup, state
from components.ui.article_detail import show_undo
from components.ui.cache import Loaded
from components.ui.widgets import as_label

MASK, ENTRY = "lst_mask", "lst_entry"
UNDONE = "Undo takes it back; the bundle carries the list."


def show_changes(loaded: Loaded) -> None:
    """Say above the figures that they were measured with settings of the analyst's own, if they were."""
    changed = word_lists.changes(loaded.story.settings)
    if changed:
        markup.show(markup.said([("Measured with settings of your own. ", True), (" ".join(changed), False)]))


def show_mask(loaded: Loaded) -> None:
    """The switch of the mask, and the terms of it that this story adds or leaves out."""
    settings = loaded.story.settings
    n = sum(map(len, listed_terms()))
    lede = f"{n} terms that name things in news lose VADER's value, as in “intelligence” or “shares”. {UNDONE}"
    markup.show(markup.section("Neutral terms of this story", lede))
    mark = _mark(loaded, MASK)
    st.toggle("Mask neutral terms", settings.mask, key=f"lst_on_{mark}", on_change=_switch, args=(loaded, mark))
    left, right = st.columns(2, gap="large")
    with left:
        st.multiselect(
            "Masked as well", list(settings.neutral), list(settings.neutral), key=f"lst_neutral_{mark}",
            accept_new_options=True, placeholder="Type a word or phrase", disabled=not settings.mask,
            on_change=_edit, args=(loaded, MASK, f"lst_neutral_{mark}", settings.neutral, _NEUTRAL),
        )  # fmt: skip
    with right:
        st.multiselect(
            "Left unmasked", sorted({t for terms in listed_terms() for t in terms}), list(settings.not_neutral),
            key=f"lst_kept_{mark}", placeholder="Choose from the list", disabled=not settings.mask,
            on_change=_edit, args=(loaded, MASK, f"lst_kept_{mark}", settings.not_neutral, _KEPT),
        )  # fmt: skip
    _show_end(loaded, MASK)


def show_entries(loaded: Loaded, passages: pd.DataFrame) -> None:
    """Lexicon entries of the analyst's own, and entries muted. ``passages``: passages.hype_passages."""
    settings = loaded.story.settings
    lede = f"Add what the lexicon lacks for this story, or mute what does not fit it. {UNDONE}"
    markup.show(markup.section("The lexicon of this story", lede))
    mark = _mark(loaded, ENTRY)
    with st.form(f"lst_form_{mark}", border=False):
        one, two, three, four = st.columns([3, 2, 2, 1], vertical_alignment="bottom")
        keys = [f"lst_{name}_{mark}" for name in ("term", "category", "strength")]
        one.text_input("Word or phrase", key=keys[0], placeholder="as it stands in the text")
        two.selectbox("Category", word_lists.ENTRY_CATEGORIES, key=keys[1])
        three.selectbox("Strength", word_lists.STRENGTHS[::-1], key=keys[2], help=STRENGTH_HELP)
        four.form_submit_button("Add", on_click=_add, args=(loaded, keys))
    named = {f"{term} ({category}, {strength})": term for term, category, strength in settings.added}
    left, right = st.columns(2, gap="large")
    with left:
        st.multiselect(
            "Added", list(named), list(named), key=f"lst_added_{mark}", placeholder="None added", disabled=not named,
            on_change=_remove, args=(loaded, f"lst_added_{mark}", named),
        )  # fmt: skip
    with right:
        terms = sorted({*passages["term"], *settings.muted})
        st.multiselect(
            "Muted", terms, list(settings.muted), key=f"lst_muted_{mark}", accept_new_options=True,
            placeholder="Choose an entry found in this story, or type one",
            on_change=_edit, args=(loaded, ENTRY, f"lst_muted_{mark}", settings.muted, _MUTED),
        )  # fmt: skip
    _show_end(loaded, ENTRY)


STRENGTH_HELP = "Hyperbolic: the word itself overstates. Evaluative: a judgement that a plain text could leave out."


def show_muting(loaded: Loaded, article: Article, row: pd.Series) -> None:  # noqa: ARG001 - what show_rows gives
    """Mute or count again the entry of one passage, in the whole story."""
    term = str(row["term"])
    is_muted = term in loaded.story.settings.muted
    st.button(
        as_label(f"Count “{term}” again" if is_muted else f"Mute “{term}” in this story"),
        icon=":material/volume_up:" if is_muted else ":material/volume_off:",
        type="tertiary",
        key="lst_mute_row",
        on_click=_try,
        args=(loaded, ENTRY, word_lists.unmute if is_muted else word_lists.mute, term),
    )


Change = Callable[[Settings, str], Settings]
_NEUTRAL: tuple[Change, Change] = (word_lists.add_neutral, word_lists.remove_neutral)
_KEPT: tuple[Change, Change] = (word_lists.remove_neutral, word_lists.add_neutral)
_MUTED: tuple[Change, Change] = (word_lists.mute, word_lists.unmute)


def _mark(loaded: Loaded, name: str) -> str:
    """Part of the widgets' keys: other settings, or a refused change, make them fresh ones."""
    return f"{loaded.story.id}_{word_lists.digest(loaded.story.settings)[:10]}_{state.version(name)}"


def _show_end(loaded: Loaded, name: str) -> None:
    text = state.take_error(name)
    if text:
        st.error(as_label(text))
    show_undo(loaded.story.id)


def _switch(loaded: Loaded, mark: str) -> None:
    _keep(loaded, replace(loaded.story.settings, mask=state.is_on(f"lst_on_{mark}")))


def _edit(loaded: Loaded, name: str, key: str, before: Collection[str], change: tuple[Change, Change]) -> None:
    """Take over what was added to or removed from a list; what is refused is said."""
    chosen = state.chosen(key)
    settings = loaded.story.settings
    add, remove = change
    try:
        for term in chosen:
            settings = settings if term in before else add(settings, term)
        for term in before:
            settings = settings if term in chosen else remove(settings, term)
    except ValueError as error:
        state.put_error(name, str(error))
        state.renew(name)
        return
    _keep(loaded, settings)


def _add(loaded: Loaded, keys: list[str]) -> None:
    term, category, strength = map(state.value, keys)
    try:
        _keep(loaded, word_lists.add_entry(loaded.story.settings, term, category, strength))
    except ValueError as error:
        state.put_error(ENTRY, str(error))


def _remove(loaded: Loaded, key: str, named: dict[str, str]) -> None:
    settings = loaded.story.settings
    for label, term in named.items():
        settings = settings if label in state.chosen(key) else word_lists.remove_entry(settings, term)
    _keep(loaded, settings)


def _try(loaded: Loaded, name: str, change: Change, term: str) -> None:
    try:
        _keep(loaded, change(loaded.story.settings, term))
    except ValueError as error:
        state.put_error(name, str(error))


def _keep(loaded: Loaded, settings: Settings) -> None:
    if settings != loaded.story.settings:
        cache.workspace().set_settings(loaded.story.id, settings)
