"""Sources in groups, on the compare page: which source is in which, and whether groups are the rows."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.ui import cache, markup, state
from components.ui.article_detail import show_undo
from components.ui.cache import Loaded
from components.ui.widgets import as_label

EDITOR = "cmp_groups"
SOURCES, GROUPS = "Sources", "Groups"


def pick_rows(loaded: Loaded) -> Loaded:
    """Sources or, where there are any, their groups: what the rows of the comparison are; in the address."""
    if not loaded.story.groups:
        return loaded
    chosen = st.segmented_control(
        "Compare", [SOURCES, GROUPS], key=state.COMPARE_ROWS, default=SOURCES, required=True, bind="query-params"
    )
    return Loaded(loaded.story.id, grouped=True) if chosen == GROUPS else loaded


def show_grouping(loaded: Loaded) -> None:
    """The groups as a table to fill in, made when it is opened, saved in one change."""
    if len(loaded.story.sources) < 2:
        return
    form = st.popover(
        "Group the sources", icon=":material/workspaces:", type="tertiary", key="cmp_grouping", on_change="rerun"
    )
    if not form.open:
        return
    with form:
        markup.show(
            markup.facts(
                "Type a group beside each source: owned, trade press, any word of yours. Groups are then compared like "
                "sources: their articles are taken together."
            )
        )
        group_of = dict(loaded.story.groups)
        rows = pd.DataFrame(
            {
                "source": [loaded.short_of[s] for s in loaded.story.sources],
                "group": pd.Series([group_of.get(s, "") for s in loaded.story.sources], dtype="str"),
            }
        )
        edited = st.data_editor(
            rows,
            key=f"{EDITOR}_{loaded.key[2]}",
            hide_index=True,
            disabled=["source"],
            height="content" if len(rows) <= 10 else 400,
            column_config={
                "source": st.column_config.TextColumn("Source", width=210),
                "group": st.column_config.TextColumn("Group", width=190, max_chars=60),
            },
        )
        wanted = {s: str(g or "") for s, g in zip(loaded.story.sources, edited["group"], strict=True)}
        if st.button("Save the groups", type="primary", key="cmp_save_groups"):
            _save(loaded, {s: g for s, g in wanted.items() if g.strip() != group_of.get(s, "")})
        show_undo(loaded.story.id)


def _save(loaded: Loaded, changed: dict[str, str]) -> None:
    try:
        cache.workspace().set_groups(loaded.story.id, changed)
    except (ValueError, KeyError) as error:
        st.error(as_label(str(error)))
        return
    n = len(changed)
    said = f"The group of {n} source{'s' * (n != 1)} is saved. Undo takes it back." if n else "Nothing was changed."
    state.put_notice(said)
    st.rerun()
