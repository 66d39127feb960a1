"""What adding or removing articles did to the claim list, said on the pages that show it until it is closed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.analysis.claims.extract import cap_note
from components.analysis.model import Article, Claim, Story
from components.ui import markup, state
from components.ui.cache import Loaded


def show(loaded: Loaded) -> None:
    """The sentence, with a way to close it; nothing where nothing happened."""
    text = state.claims_note(loaded.story.id)
    if text:
        with st.container(horizontal=True, vertical_alignment="center", key="clm_changed"):
            markup.show(markup.said([("Claims: ", True), (text, False)]))
            st.button(
                "Close", key="clm_changed_close", type="tertiary", icon=":material/close:",
                on_click=state.close_claims_note,
            )  # fmt: skip


def after_adding(before: Sequence[Claim], proposed: Sequence[Claim] | None, *, stopped: bool = False) -> str:
    """What became of the list: ``proposed`` anew from all articles, or None where it stayed as it was.

    ``stopped``: it stayed because a person did not wait for the proposal.
    """
    if stopped:
        return "you stopped, so the list stays as it was: “Propose again” on Claims reads the new articles too."
    if proposed is None:
        return "the list is yours and stays as it is: “Propose again” on Claims reads the new articles too."
    had, has = {c.text for c in before}, {c.text for c in proposed}
    parts = [f"{len(had & has):,} as before", f"{len(has - had):,} new"]
    if had - has:
        parts.append(f"{len(had - has):,} left the list")
    moved = [c.text for c in before] != [c.text for c in proposed[: len(before)]]
    renumbered = "; the numbers have changed" if moved else ""
    cap = cap_note(proposed)
    return (
        f"the list was proposed again from all articles: {len(proposed):,} claims, {', '.join(parts)}{renumbered}."
        + (f" {cap}" if cap else "")
    )


def after_removing(story: Story, article: Article) -> str:
    """What removing an article means for the list, which stays: how many claims it alone states."""
    stating: dict[str, set[str]] = {}
    for v in story.verdicts:
        if v.verdict == "stated":
            stating.setdefault(v.claim_id, set()).add(v.article_id)
    alone = sum(of == {article.id} for of in stating.values())
    if not alone:
        return "the list stays as it is; every claim that was stated still is."
    which = "one claim that only the removed article states" if alone == 1 else (
        f"{alone:,} claims that only the removed article states"
    )  # fmt: skip
    return f"the list stays as it is, with {which}; “Propose again” on Claims reads it anew from the others."
