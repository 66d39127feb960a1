"""What stands behind a claim: every source's sentence, the one picked first."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.analysis.claims.conflicts import conflict_groups
from components.analysis.claims.deciding import decisions_by_cell
from components.analysis.claims.lead_ins import find_lead_ins
from components.analysis.claims.matched import matched_words
from components.analysis.claims.overview import ClaimRow
from components.analysis.model import Article, Conflict, Story, Verdict
from components.analysis.phrasing import and_list, number_word
from components.ui import markup, state
from components.ui.cache import Loaded
from components.ui.markup import Mark
from components.ui.palette import VERDICT_GLYPH

PUBLISHED_EARLIER = "published earlier: every article that states this is of a later day, so it is no omission"
AT_ONCE, ALL_UP_TO, NAMED_UP_TO = 5, 6, 3
LONGEST_QUOTE = 900
KINDS = {"number": "a number", "date": "a date", "name": "a name", "negation": "a yes or no"}
_ORDER = ("conflicts", "stated", "partly", "not found")
_CERTAINTY = {"flat": "said flatly", "hedged": "hedged", "attributed": "attributed"}


def show_claim(loaded: Loaded, row: ClaimRow) -> None:
    """The claim with its conflicts in a sentence each."""
    note = markup.facts(f"Note: {row.claim.note}") if row.claim.note else ""
    said = "".join(markup.said(parts) for parts in _sentences(loaded, row))
    markup.show(markup.claim_title(row.claim.text) + said + note)


def show_sources(loaded: Loaded, row: ClaimRow, source: str) -> None:
    """What each source says to the claim, the picked one first; with many sources the rest is folded away."""
    conflicts = _conflicts(loaded.story, row)
    ordered = order_of_sources(loaded.story, row, source, conflicts)
    shown = len(ordered) if len(ordered) <= ALL_UP_TO else AT_ONCE
    markup.show("".join(evidence_entry(loaded, row, s, conflicts) for s in ordered[:shown]))
    if ordered[shown:]:
        lack = sum(v.verdict == "not found" for v in row.cells.values())
        more = len(ordered) - shown
        lacking = f"{lack} of {len(ordered)} {'does' if lack == 1 else 'do'} not have it"
        with st.expander(f"{more} more source{'s' * (more > 1)}; {lacking}"):
            markup.show("".join(evidence_entry(loaded, row, s, conflicts) for s in ordered[shown:]))


def _conflicts(story: Story, row: ClaimRow) -> list[Conflict]:
    return [c for c in story.conflicts if c.claim_id == row.claim.id]


def order_of_sources(story: Story, row: ClaimRow, source: str, conflicts: Sequence[Conflict]) -> list[str]:
    """The picked source, those it is in conflict with, then conflicts, stated, partly, not found."""
    picked = row.cells[source].article_id
    others = {c.article_b for c in conflicts if c.article_a == picked}
    others |= {c.article_a for c in conflicts if c.article_b == picked}
    against = {story.article_by_id[article_id].source for article_id in others}
    return sorted(row.cells, key=lambda s: (s != source, s not in against, _ORDER.index(row.cells[s].verdict)))


def _sentences(loaded: Loaded, row: ClaimRow) -> list[list[tuple[str, bool]]]:
    found: list[list[tuple[str, bool]]] = []
    groups = [g for g in conflict_groups(loaded.story) if g.first.claim_id == row.claim.id]
    for group in groups:
        c, a, b = group.first, named(loaded, group.sources_a), named(loaded, group.sources_b)
        if c.kind == "certainty":
            found.append([(f"Certainty differs: said flatly in {a}, hedged in {b}.", False)])
        elif c.kind == "judged":
            found.append([(f"Possible conflict: {a} against {b}, found by a person.", False)])
        else:
            start = f"Possible conflict in {KINDS[c.kind]}: "
            values = [(c.value_a or "as claimed", True), (f" in {a} against ", False), (c.value_b, True)]
            found.append([(start, False), *values, (f" in {b}.", False)])
    paired = {s for g in groups if g.first.kind != "certainty" for s in (*g.sources_a, *g.sources_b)}
    alone = [s for s, v in row.cells.items() if v.verdict == "conflicts" and s not in paired]
    for s in alone[:AT_ONCE]:
        v = row.cells[s]
        what = f" in {KINDS[v.conflict_kind]}" if v.conflict_kind in KINDS else ""
        value: list[tuple[str, bool]] = [(": ", False), (v.conflict_value, True)] if v.conflict_value else []
        rest = f" in {loaded.short_of[s]}; {_who_states(loaded, row, s)}."
        found.append([(f"Possible conflict{what}", False), *value, (rest, False)])
    return found


def _who_states(loaded: Loaded, row: ClaimRow, source: str) -> str:
    stating = [s for s, v in row.cells.items() if v.verdict == "stated" and s != source]
    if not stating:
        return "no other source states the claim as it is worded"
    return f"{named(loaded, stating)} {'states' if len(stating) == 1 else 'state'} the claim as it is worded"


def named(loaded: Loaded, sources: Sequence[str]) -> str:
    """Up to three sources by name, more by number."""
    if len(sources) > NAMED_UP_TO:
        return f"{number_word(len(sources))} sources"
    return and_list([loaded.short_of[s] for s in sources])


def evidence_entry(loaded: Loaded, row: ClaimRow, source: str, conflicts: Sequence[Conflict]) -> str:
    """One source's sentence with its verdict, place, probability, voice and certainty; what is missing; who decided."""
    v = row.cells[source]
    article = loaded.story.article_by_id[v.article_id]
    style = ("miss" if v.evidence else "none") if v.verdict == "not found" else ""
    near = "nearest miss" if v.verdict == "not found" and v.evidence else ""
    where = " · ".join(part for part in (near, _place(article, v), _voice(v)) if part)
    foot = [where, f"probability stated {v.score:.2f}"]
    return markup.entry(
        source,
        f"{VERDICT_GLYPH[v.verdict]} {v.verdict}",
        quote(article, v, row.claim.text, conflicts),
        foot,
        notes=_remarks(loaded, v) + ([PUBLISHED_EARLIER] if source in row.published_earlier else []),
        number=loaded.colour_of.get(source, 99),
        style=style,  # type: ignore[arg-type]
        conflict=v.verdict == "conflicts",
    )


def quote(article: Article, v: Verdict, claim: str, conflicts: Sequence[Conflict]) -> str:
    """The evidence as HTML: conflicting values marked, else the words it shares with the claim."""
    if not v.evidence:
        return markup.marked("No sentence comes near.", [])
    text = v.evidence[:LONGEST_QUOTE]
    values = [c.value_a for c in conflicts if c.article_a == article.id and c.kind != "certainty"]
    values += [c.value_b for c in conflicts if c.article_b == article.id and c.kind != "certainty"]
    if v.verdict == "conflicts":
        values.append(v.conflict_value)
    marks = [m for value in values for m in _value_marks(text, value)]
    if not marks and v.verdict != "not found":
        marks = [Mark(start=a, end=b, kind="evidence") for a, b in matched_words(claim, text)]
    return markup.marked(text, marks) + ("…" if len(v.evidence) > LONGEST_QUOTE else "")


def _value_marks(text: str, value: str) -> list[Mark]:
    at = text.find(value) if value else -1
    return [Mark(start=at, end=at + len(value), kind="clash")] if at >= 0 else []


def _place(article: Article, v: Verdict) -> str:
    if not v.evidence:
        return ""
    if v.start is None:
        return "headline"
    named = {"headline": "headline", "lead": "first paragraph"}.get(v.position, "")
    at = f"at {100 * v.start / max(len(article.text), 1):.0f}%"
    return f"{named}, {at}" if named else at


def _voice(v: Verdict) -> str:
    said = _CERTAINTY.get(v.certainty, "")
    if v.voice != "quoted":
        return said
    return ", ".join(part for part in (f"quoting {v.speaker}" if v.speaker else "quoted", said) if part)


def _remarks(loaded: Loaded, v: Verdict) -> list[str]:
    found = []
    if v.verdict == "partly" and v.missing:
        found.append(f"the sentence lacks: {v.missing}")
    article = loaded.story.article_by_id[v.article_id]
    lead_in = find_lead_ins(article.sentences).get(-1 if v.sentence_index is None else v.sentence_index)
    if lead_in is not None:
        found.append(f"in the list under “{lead_in.text}”")
    if sum(a.source == article.source for a in loaded.story.articles) > 1:
        found.append(f"in “{article.title or article.date or article.id}”")
    if article.id in loaded.story.copies:
        original = loaded.story.article_by_id[loaded.story.copies[article.id]]
        found.append(f"near-duplicate of {original.source}: counted once")
    if v.coder:
        what = "confirmed" if v.verdict == v.machine_verdict else f"overruled (Parallax: {v.machine_verdict})"
        found.append(f"{what} by {v.coder}" + (f": {v.note}" if v.note else ""))
    earlier = decisions_by_cell(loaded.story).get((v.claim_id, v.article_id), ())[:-1]
    found += [f"before that {d.verdict} by {d.coder}" + (f": {d.note}" if d.note else "") for d in reversed(earlier)]
    return found


def link_to_reader(loaded: Loaded, row: ClaimRow, source: str) -> None:
    """Open the picked source, and the one it is best compared with, in the reader with claims marked."""
    ordered = order_of_sources(loaded.story, row, source, _conflicts(loaded.story, row))
    articles = [row.cells[s].article_id for s in ordered[:2]]
    target = {state.READER_LEFT: articles[0], state.READER_MARKS: "Claims"}
    if len(articles) > 1:
        target[state.READER_RIGHT] = articles[1]
    st.page_link(
        "pages/reader.py",
        label="Read both" if len(articles) > 1 else "Read",
        help="Open in the reader, with claims marked",
        icon=":material/menu_book:",
        query_params=target,
    )
