"""What an analyst changes about claims: verdicts, wording, order, the list itself. Every change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from components.analysis import bundle
from components.analysis.claims.claim_list import MAX_CLAIM_WORDS, read_claims
from components.analysis.claims.deciding import decisions_by_cell
from components.analysis.claims.extract import proposal_note
from components.analysis.claims.overview import ClaimRow
from components.analysis.model import VERDICTS, Claim, Decision, Story, Verdict, VerdictWord
from components.ui import cache, claims_coders, proposing, state, widgets
from components.ui.cache import Loaded
from components.ui.claims_matrix import open_claim
from components.ui.tables import download_table
from components.ui.waiting import carry_out

_FIELD = "clm_field_"
_IMPORT = "clm_import"
PROPOSING = "proposing"
# one button that confirms and withdraws, so that it keeps the focus
_VERDICT = "clm_verdict"


def _field(name: str) -> str:
    """Key of an input or of the popover it stands in, fresh after each change: empty again, and closed."""
    return f"{_FIELD}{name}_{state.version(_FIELD)}"


def _change(action: Callable[[], object], done: str, opener: str = "") -> bool:
    """Do a change, start the inputs afresh, close what they stood in, say what happened; the focus is its opener's.

    A refusal is said and leaves the inputs as they are, so that nothing typed is lost. Whether it was done.
    """
    try:
        action()
    except (ValueError, KeyError) as problem:
        state.put_notice(str(problem.args[0] if problem.args else problem))
        return False
    state.renew(_FIELD)
    if opener:
        state.give_focus(f"{_FIELD}{opener}_")
    if done:
        state.put_notice(done)
    return True


# Verdicts


def show_decision(loaded: Loaded, row: ClaimRow, source: str) -> None:
    """Confirm, overrule or withdraw the verdict on the cell that is shown."""
    story, verdict = loaded.story, row.cells[source]
    coder = claims_coders.current(story)
    mine = next((d for d in _made(story, verdict) if d.coder == coder), None)
    if mine:
        st.button(
            "Withdraw", key=_VERDICT, type="tertiary",
            help=widgets.as_label(f"Take back the verdict of {coder}: {mine.verdict}"),
            on_click=_withdraw, args=(story, verdict, coder),
        )  # fmt: skip
    else:
        st.button(
            "Confirm", key=_VERDICT, type="tertiary",
            help=widgets.as_label(f"{coder} agrees: {verdict.verdict} in {source}"),
            on_click=_confirm, args=(story, verdict, coder),
        )  # fmt: skip
    with st.popover("Overrule", key=_field("overrule"), on_change="rerun", type="tertiary"):
        _overrule_form(story, verdict, mine, coder)


def _made(story: Story, verdict: Verdict) -> Sequence[Decision]:
    return decisions_by_cell(story).get((verdict.claim_id, verdict.article_id), ())


def _overrule_form(story: Story, verdict: Verdict, mine: Decision | None, coder: str) -> None:
    cell = f"{verdict.claim_id}_{verdict.article_id}"
    labels = widgets.article_labels(story)
    ids = list(labels)
    with st.form(f"clm_overrule_{cell}", border=False):
        st.selectbox(
            "Article", ids, index=ids.index(verdict.article_id), format_func=lambda i: labels.get(i, i),
            key=_field(f"article_{cell}"),
        )  # fmt: skip
        word = mine.verdict if mine else verdict.verdict
        st.radio("Verdict", VERDICTS, index=VERDICTS.index(word), key=_field(f"verdict_{cell}"))
        st.text_input("Note", value=mine.note if mine else "", key=_field(f"note_{cell}"))
        st.text_input("Your name", value=coder, max_chars=80, key=_field(f"coder_{cell}"))
        st.form_submit_button("Keep this verdict", on_click=_overrule, args=(story, verdict.claim_id, cell))


def _confirm(story: Story, verdict: Verdict, coder: str) -> None:
    decision = Decision(claim_id=verdict.claim_id, article_id=verdict.article_id, verdict=verdict.verdict, coder=coder)
    _decide(story, decision, f"Confirmed by {coder}: {verdict.verdict}.")


def _overrule(story: Story, claim_id: str, cell: str) -> None:
    name = state.value(_field(f"coder_{cell}"))
    decision = Decision(
        claim_id=claim_id,
        article_id=state.value(_field(f"article_{cell}")),
        verdict=_verdict_word(state.value(_field(f"verdict_{cell}"))),
        coder=" ".join(name.split()) or claims_coders.NOBODY,
        note=state.value(_field(f"note_{cell}")).strip(),
    )
    if _decide(story, decision, f"Kept: {decision.verdict}, judged by {decision.coder}.", "overrule"):
        state.set_coder(decision.coder)


def _decide(story: Story, decision: Decision, done: str, opener: str = "") -> bool:
    kept = _change(lambda: cache.workspace().decide(story.id, decision), done, opener)
    _stay(story, decision.claim_id, decision.article_id)
    return kept


def _stay(story: Story, claim_id: str, article_id: str) -> None:
    # the cell stays open, though its verdict may no longer be the one that a claim opens at
    article = story.article_by_id.get(article_id)
    open_claim(claim_id, article.source if article else "")


def _verdict_word(word: str) -> VerdictWord:
    return next(v for v in VERDICTS if v == word)


def _withdraw(story: Story, v: Verdict, coder: str) -> None:
    others = [d for d in _made(story, v) if d.coder != coder]
    holds = f"{others[-1].coder}'s verdict holds" if others else "Parallax's own verdict holds again"
    _change(
        lambda: cache.workspace().undecide(story.id, v.claim_id, v.article_id, coder),
        f"Withdrawn: {holds}, {others[-1].verdict if others else v.machine_verdict}.",
    )
    _stay(story, v.claim_id, v.article_id)


# One claim


def show_claim_tools(loaded: Loaded, row: ClaimRow) -> None:
    """Reword, split, merge, move or remove the claim that is shown."""
    story, claim = loaded.story, row.claim
    with st.popover("Edit", key=_field("edit"), on_change="rerun", type="tertiary"):
        with st.form(f"clm_edit_{claim.id}", border=False):
            st.text_area(
                "Wording",
                value=claim.text,
                key=_field(f"text_{claim.id}"),
                height=84,
                help="A claim a line: more lines split it.",
            )
            st.text_input("Note", value=claim.note, key=_field(f"about_{claim.id}"))
            st.form_submit_button("Keep this wording", on_click=_reword, args=(story, claim))
        others = {c.id: f"{n}. {c.text}" for n, c in enumerate(story.claims, 1) if c.id != claim.id}
        if others:
            st.selectbox(
                "Merge another claim into this one", list(others), index=None, key=_field(f"merge_{claim.id}"),
                format_func=lambda i: others.get(i, i), on_change=_merge, args=(story, claim.id),
                placeholder="That one leaves the list",
            )  # fmt: skip
        with st.container(horizontal=True):
            place = row.number - 1
            st.button("Move up", key="clm_up", icon=":material/arrow_upward:", disabled=place == 0,
                      on_click=_move, args=(story.id, claim.id, place - 1))  # fmt: skip
            st.button("Move down", key="clm_down", icon=":material/arrow_downward:",
                      disabled=place == len(story.claims) - 1,
                      on_click=_move, args=(story.id, claim.id, place + 1))  # fmt: skip
            st.button("Remove", key="clm_remove", icon=":material/delete:", on_click=_remove, args=(story.id, row))


def _reword(story: Story, claim: Claim) -> None:
    note = state.value(_field(f"about_{claim.id}")).strip()
    lines = [line.strip() for line in state.value(_field(f"text_{claim.id}")).splitlines() if line.strip()]
    if len(lines) < 2:
        text = lines[0] if lines else ""
        _change(lambda: cache.workspace().edit_claim(story.id, claim.id, text, note), "Kept, and judged again.", "edit")
        return
    # parts are claims of their own: a verdict on the whole need not hold for them, and waits with it for an undo
    judged = sum(d.claim_id == claim.id for d in story.decisions)
    lost = f" The {judged} verdicts by people on the whole are not carried over." if judged else ""
    _change(
        lambda: open_claim(cache.workspace().split_claim(story.id, claim.id, lines, note)[0].id),
        f"Split into {len(lines)} claims, each judged on its own.{lost}",
        "edit",
    )


def _merge(story: Story, claim_id: str) -> None:
    gone = state.value(_field(f"merge_{claim_id}"))
    if gone:
        _change(lambda: state.put_notice(_merged(cache.workspace().merge_claims(story.id, claim_id, gone))), "", "edit")
        open_claim(claim_id)


def _merged(n_kept: int) -> str:
    kept = f" {n_kept} verdict{'s' * (n_kept != 1)} of people came over from it." if n_kept else ""
    return f"Merged: the other claim has left the list.{kept}"


def _move(story_id: str, claim_id: str, place: int) -> None:
    _change(lambda: cache.workspace().move_claim(story_id, claim_id, place), "", "edit")
    open_claim(claim_id)


def _remove(story_id: str, row: ClaimRow) -> None:
    if _change(lambda: cache.workspace().remove_claim(story_id, row.claim.id), f"Removed: {row.claim.text}", "edit"):
        open_claim("")


# The list


def show_list_tools(loaded: Loaded) -> None:
    """Add a claim; propose, import and export the list; undo."""
    story = loaded.story
    with (
        st.popover("Add a claim", key=_field("add"), on_change="rerun", icon=":material/add:", type="tertiary"),
        st.form("clm_add", border=False, enter_to_submit=True),
    ):
        st.text_input("Claim", key=_field("new"), placeholder="One checkable statement of fact")
        st.text_input("Note", key=_field("new_note"))
        st.form_submit_button("Add and judge it", on_click=_add, args=(story.id,))
    with st.popover("The list", key=_field("list"), on_change="rerun", icon=":material/list:", type="tertiary"):
        st.button(
            "Propose again", key="clm_propose", icon=":material/refresh:", on_click=_want_to_propose, args=(story.id,),
            help="Parallax reads the articles anew. Your own claims stay; what you reworded, merged, split or removed "
            "does not come back.",
        )  # fmt: skip
        if story.claims:
            show_exports(story)
        _show_import(story)
    label = cache.workspace().undo_label(story.id) or ""
    mine = "claim" in label
    # always there: a button that came and went would move the matrix
    st.button(
        "Undo", key="clm_undo", type="tertiary", icon=":material/undo:", disabled=not mine, on_click=_undo,
        args=(story.id,), help=widgets.as_label(f"Take back {label}") if mine else "Nothing was changed here",
    )  # fmt: skip


def show_exports(story: Story) -> None:
    """The list, the matrix and every verdict, as CSV or Excel."""
    listed = bundle.claims_frame(story)[["claim_id", "claim", "note"]]
    download_table(listed, "claims", key="clm_csv_list", what="The list")
    download_table(bundle.coverage_matrix(story), "coverage_matrix", key="clm_csv_matrix", what="The matrix")
    download_table(bundle.coverage_frame(story), "coverage", key="clm_csv_cells", what="Every verdict")


def _add(story_id: str) -> None:
    text, note = state.value(_field("new")).strip(), state.value(_field("new_note")).strip()
    if text and not any(sign.isalnum() for sign in text):
        state.put_notice("A claim needs a letter or a digit: without one nothing can be looked for.")
        return
    if len(text.split()) > MAX_CLAIM_WORDS:
        state.put_notice(f"A claim can have at most {MAX_CLAIM_WORDS} words: split it.")
        return
    _change(lambda: open_claim(cache.workspace().add_claim(story_id, text, note).id), "Added and judged.", "add")


def _want_to_propose(story_id: str) -> None:
    state.want(PROPOSING, story_id)
    state.close_claims_note()
    state.renew(_FIELD)


def propose_if_wanted(loaded: Loaded) -> None:
    """Propose the list anew where that was asked for, with progress; the page begins again with it."""
    place = st.empty()  # always there, so that what follows stays where it is
    story = loaded.story
    if not state.wants(PROPOSING, story.id):
        return
    proposed, n_settled = carry_out(
        proposing.again(story), place, "clm_stop", _stop_proposing, (),
        "It goes on while this page is open. Stopping leaves the list as it is.",
    )  # fmt: skip
    state.want_nothing()
    own = sum(c.origin == "analyst" for c in story.claims)
    kept = f" Your own {own} stay." if own else ""
    if n_settled:
        left = "One more was left out: it is" if n_settled == 1 else f"{n_settled:,} more were left out: they are"
        kept += f" {left} in your list in other words, or you took {'it' if n_settled == 1 else 'them'} off."
    note = proposal_note(proposed, story.articles)
    kept += f" {note}" if note else ""
    _change(
        lambda: cache.workspace().propose_claims(story.id, proposed),
        f"{len(proposed):,} claims proposed.{kept}",
        "list",
    )
    st.rerun()


def _stop_proposing() -> None:
    state.want_nothing()
    state.put_notice("Stopped: the list of claims is as it was.")


def _undo(story_id: str) -> None:
    label = cache.workspace().undo(story_id)
    state.close_claims_note()
    state.renew(_FIELD)
    state.put_notice(f"Undone: {label}." if label else "There is nothing to undo.")


def _show_import(story: Story) -> None:
    given = st.file_uploader(
        "A list as CSV: columns claim, and if you like claim_id and note", key=f"{_IMPORT}_{state.version(_IMPORT)}"
    )
    if given is None:
        return
    try:
        claims, refused = read_claims(given.getvalue(), number=False)
    except ValueError as problem:
        st.text(str(problem))
        return
    st.text(f"{len(claims):,} claim{'s' * (len(claims) != 1)} read, {len(refused)} refused.")
    if refused:
        st.text("\n".join(f"Row {number}: {why}" for number, why in refused))
    with st.container(horizontal=True):
        st.button("Replace the list", key="clm_replace", disabled=not claims, on_click=_import, args=(story, claims))
        st.button(
            "Add to the list", key="clm_append", disabled=not claims, on_click=_import,
            args=(story, joined(story.claims, claims)),
        )  # fmt: skip


def joined(listed: Sequence[Claim], new: Sequence[Claim]) -> tuple[Claim, ...]:
    """The list with the new claims after it; a new one with the id of a listed one is its new wording."""
    fresh = {c.id: c for c in new if c.id}
    known = {c.id for c in listed}
    return (*(fresh.get(c.id, c) for c in listed), *(c for c in new if c.id not in known))


def _import(story: Story, claims: tuple[Claim, ...]) -> None:
    _change(lambda: cache.workspace().set_claims(story.id, claims), f"The list has {len(claims):,} claims now.", "list")
    state.renew(_IMPORT)
