"""Who judges: a coder's name, judging blind, and how far Parallax and people agree."""

from __future__ import annotations

import math
from functools import partial

import streamlit as st

from components.analysis.claims.deciding import Cell, cells_to_judge
from components.analysis.claims.matched import matched_words
from components.analysis.claims.reliability import ENOUGH, Agreement, Pairing, pairings
from components.analysis.model import PARALLAX, VERDICTS, Decision, Story, Verdict, VerdictWord
from components.ui import article_markup, cache, markup, state, widgets
from components.ui.cache import Loaded
from components.ui.charts.base import clip
from components.ui.markup import Mark
from components.ui.palette import VERDICT_GLYPH

NOBODY = "Analyst"
LONGEST_NAME = 16
_WHO = "clm_who"
_NAME = "clm_coder"
_NOTE = "clm_blind_note"


def current(story: Story) -> str:
    """Who judges: the name given in this session, else the only person who ever judged here, else "Analyst"."""
    coders = {decision.coder for decision in story.decisions}
    return state.coder() or (coders.pop() if len(coders) == 1 else NOBODY)


def show_who(loaded: Loaded) -> None:
    """The name that verdicts are kept under, and the way to judge blind."""
    name = current(loaded.story)
    with st.popover(
        widgets.as_label(f"Judging as {clip(name, LONGEST_NAME)}"),
        key=f"{_WHO}_{state.version(_WHO)}",
        on_change="rerun",
        type="tertiary",
        icon=":material/person:",
    ):
        state.pick(_NAME, name)
        st.text_input(
            "Your name", key=_NAME, max_chars=80, on_change=_named,
            help="Verdicts are kept under this name. Everybody's are kept; the one made last counts in the matrix.",
        )  # fmt: skip
        markup.show(
            markup.facts(
                "A second person gives the other name here. To measure agreement fairly, judge blind: cell after cell, "
                "without seeing what Parallax or anybody else found."
            )
        )
        st.button("Judge blind", key="clm_blind", icon=":material/visibility_off:", on_click=_judge_blind, args=(True,))


def _named() -> None:
    state.set_coder(state.value(_NAME))
    state.renew(_WHO)


def _judge_blind(blind: bool) -> None:
    state.judge_blind(blind)
    state.renew(_WHO)


def show_blind(loaded: Loaded) -> None:
    """One cell at a time without anybody's verdict: the claim, the nearest sentence, the article, a key a verdict."""
    story, name = loaded.story, current(loaded.story)
    todo = _queue(story, name)
    n_cells = len(story.claims) * len(story.articles)
    done = n_cells - len(todo)
    markup.show(
        markup.title(
            f"{name} judges blind: {done:,} of {n_cells:,} cells",
            "Does the article state the claim? Cells that somebody else judged come first, then a fixed sample of all.",
        )
    )
    with st.container(horizontal=True, vertical_alignment="center", key="clm_tools"):
        st.button(
            "Stop judging blind", icon=":material/grid_on:", key="clm_unblind", on_click=_judge_blind, args=(False,)
        )
        st.space("stretch")
        show_who(loaded)
    if not todo:
        markup.show(markup.facts("Every cell is judged. Stop judging blind to see how far you agree."))
        return
    claim_id, article_id = todo[0]
    claim = next(c for c in story.claims if c.id == claim_id)
    article = story.article_by_id[article_id]
    verdict = next(v for v in story.verdicts if (v.claim_id, v.article_id) == (claim_id, article_id))
    markup.show(markup.claim_title(claim.text) + _nearest(loaded, verdict, claim.text))
    st.text_input("Note", key=f"{_NOTE}_{state.version(_NOTE)}", placeholder="Why, if it is not plain", width=520)
    with st.container(horizontal=True, vertical_alignment="center"):
        for number, word in enumerate(VERDICTS, 1):
            st.button(
                f"{VERDICT_GLYPH[word]} {word}", key=f"clm_blind_{number}", shortcut=str(number),
                on_click=partial(_judge, story, todo[0], word, name),
            )  # fmt: skip
        st.button("Later", key="clm_blind_later", type="tertiary", on_click=state.skip, args=("\n".join(todo[0]),))
    with st.expander("The whole article", key="clm_blind_article"):
        markup.show(article_markup.article(article, []))


def _queue(story: Story, name: str) -> list[Cell]:
    put_off = {cell: place for place, cell in enumerate(state.skipped())}
    return sorted(cells_to_judge(story, name), key=lambda cell: put_off.get("\n".join(cell), -1))


def _nearest(loaded: Loaded, v: Verdict, claim: str) -> str:
    article = loaded.story.article_by_id[v.article_id]
    # the same sentence and marks whatever the verdict is, so that nothing gives it away
    text = v.evidence or "No sentence holds the claim's words: read the article."
    marks = [Mark(start=a, end=b, kind="evidence") for a, b in matched_words(claim, text)] if v.evidence else []
    return markup.entry(
        article.source, article.date, markup.marked(text, marks), ["the sentence that comes nearest"],
        number=loaded.colour_of.get(article.source, 99),
    )  # fmt: skip


def _judge(story: Story, cell: Cell, word: VerdictWord, name: str) -> None:
    note = state.value(f"{_NOTE}_{state.version(_NOTE)}").strip()
    decision = Decision(claim_id=cell[0], article_id=cell[1], verdict=word, coder=name, note=note)
    try:
        cache.workspace().decide(story.id, decision)
    except (ValueError, KeyError) as problem:
        state.put_notice(str(problem))
        return
    state.renew(_NOTE)


def show_agreement(loaded: Loaded) -> None:
    """How far Parallax and the people who judged cells agree, pair by pair, from twenty cells in common on."""
    found = pairings(loaded.story)
    if not found:
        return
    markup.show(
        markup.section(
            _finding(found),
            f"Each pair on the cells that both judged. Agreement beyond chance is shown from {ENOUGH} cells on: "
            "Cohen's kappa and Krippendorff's alpha over the four verdicts; 1 is full agreement, 0 what chance gives. "
            "Cells that looked wrong are judged more often, so figures are lower than over all cells, unless blind.",
        )
    )
    rows = [(f"{p.one} and {p.other}", _figures(p.agreement)) for p in found]
    with st.container(width=720, key="scroll_agreement"):
        markup.show(markup.plain_table(("Who", "Cells", "Same verdict", "Kappa", "Alpha"), rows, "Agreement"))


def _finding(found: tuple[Pairing, ...]) -> str:
    people = [p for p in found if p.one != PARALLAX]
    n, same = sum(p.agreement.n for p in people), sum(p.agreement.n_same for p in people)
    if len(people) == 1:
        return f"{people[0].one} and {people[0].other} agree on {same:,} of {n:,} cells"
    if people:
        return f"People agree on {same:,} of {n:,} cells, each judged by two"
    n, same = sum(p.agreement.n for p in found), sum(p.agreement.n_same for p in found)
    return f"People judged {n:,} cell{'s' * (n != 1)} and kept Parallax's verdict in {same:,}"


def _figures(found: Agreement) -> list[str]:
    shown = [f"{found.n:,}", f"{found.n_same / found.n:.0%}"]
    if found.n < ENOUGH:
        return [*shown, "–", "–"]
    return [*shown, *("undefined" if math.isnan(x) else f"{x:.2f}" for x in (found.kappa, found.alpha))]
