"""The claims of a story and what people decided about them. A change of one names itself by the claim's wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select, update

from components.analysis.model import PARALLAX, Claim, Decision
from components.analysis.story_json import checked_claim, checked_name, checked_origin, checked_verdict
from components.storage.articles import present as present_article
from components.storage.errors import ClaimNotFound
from components.storage.journal import Change
from components.storage.rows import claim_of
from components.storage.schema import claims, decisions, stories

#: How much of a claim's wording stands in a phrase: of one, and of each of two.
LONGEST, SHORTER = 44, 26


def add(change: Change, text: str, note: str, origin: str) -> Claim:
    """A new claim at the end of the list, under an id that no claim of the story ever had."""
    values = {
        "id": _next_id(change),
        "position": max((row["position"] for row in change.rows(claims, "position")), default=0) + 1,
        "text": checked_claim(text),
        "note": note,
        "origin": checked_origin(origin),
        "removed": False,
    }
    values["proposed_as"] = values["text"] if origin == "proposed" else None
    change.insert(claims, values)
    return claim_of(values)


def edit(change: Change, claim_id: str, text: str | None, note: str | None) -> Claim:
    """Reword a claim, which makes it the analyst's own, or change its note; what is None stays."""
    row = present(change, claim_id)
    new = {} if text is None else {"text": checked_claim(text)}
    if new.get("text", row["text"]) != row["text"]:
        new["origin"] = "analyst"
    if note is not None:
        new["note"] = note
    change.label = f"editing claim {name_of(change, claim_id)}"
    change.update(claims, {"id": claim_id}, new)
    return claim_of(row | new)


def set_removed(change: Change, claim_id: str, removed: bool) -> None:
    """Remove a claim or bring it back to its old place. Its verdicts wait for it."""
    row = change.row(claims, {"id": claim_id})
    if row is None or (removed and row["removed"]):
        raise _missing(claim_id)
    name = name_of(change, claim_id)
    change.label = f"removing claim {name}" if removed else f"bringing claim {name} back"
    change.update(claims, {"id": claim_id}, {"removed": removed})


def move(change: Change, claim_id: str, position: int) -> None:
    """Put a claim at a place in the list, counted from 0; a place past either end is that end."""
    present(change, claim_id)
    change.label = f"moving claim {name_of(change, claim_id)}"
    order = [row["id"] for row in change.rows(claims, "id", "removed") if not row["removed"]]
    order.remove(claim_id)
    order.insert(max(position, 0), claim_id)
    _arrange(change, order)


def replace(change: Change, new: Iterable[Claim]) -> tuple[Claim, ...]:
    """Make ``new`` the list. A claim with an id the story knows is that claim, the others are new ones."""
    new = tuple(new)
    ids = [claim.id for claim in new if claim.id]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    if twice:
        raise ValueError(f"The list has the claim {', '.join(twice)} more than once.")
    known = {row["id"] for row in change.rows(claims, "id")}
    kept: list[Claim] = []
    for claim in new:
        if claim.id in known:
            values = {"text": checked_claim(claim.text), "note": claim.note, "origin": checked_origin(claim.origin)}
            change.update(claims, {"id": claim.id}, values | {"removed": False})
            kept.append(Claim(id=claim.id, text=values["text"], note=claim.note, origin=claim.origin))
        else:
            kept.append(add(change, claim.text, claim.note, claim.origin))
    order = [claim.id for claim in kept]
    for row in change.rows(claims, "id", "removed"):
        if row["id"] not in order and not row["removed"]:
            # another list takes its place: nobody settled this claim by itself
            change.update(claims, {"id": row["id"]}, {"removed": True, "proposed_as": None})
    _arrange(change, order)
    return tuple(kept)


def split(change: Change, claim_id: str, texts: Iterable[str], note: str) -> tuple[Claim, ...]:
    """Put claims of the analyst's own in the place of one, which leaves the list with its verdicts."""
    present(change, claim_id)
    name = name_of(change, claim_id)
    order = [row["id"] for row in change.rows(claims, "id", "removed") if not row["removed"]]
    parts = tuple(add(change, text, note, "analyst") for text in texts)
    place = order.index(claim_id)
    set_removed(change, claim_id, True)
    _arrange(change, [*order[:place], *(part.id for part in parts), *order[place + 1 :]])
    change.label = f"splitting claim {name}"
    return parts


def propose(change: Change, new: Iterable[Claim]) -> tuple[Claim, ...]:
    """Make a fresh proposal the list, followed by what of the analyst's it does not hold.

    That is what the analyst typed or reworded, gave a note, or judged.

    Its ids mean nothing, but a claim worded as one in the list is that one.
    """
    listed = [claim_of(row) for row in change.rows(claims, *claims.c.keys()) if not row["removed"]]
    by_text = {claim.text: claim for claim in reversed(listed)}
    merged = []
    for claim in new:
        same = by_text.pop(checked_claim(claim.text), None)
        merged.append(same or Claim(id="", text=claim.text, note=claim.note, origin=claim.origin))
    kept = {claim.id for claim in merged}
    judged = {row["claim_id"] for row in change.rows(decisions, "claim_id")}
    own = [c for c in listed if c.id not in kept and (c.origin == "analyst" or c.note or c.id in judged)]
    return replace(change, [*merged, *own])


def mark_proposed(change: Change) -> bool:
    """The list is the analyst's from now on, even when emptied. Whether this was the first time.

    Outside the journal: undoing must not bring a proposal back that the analyst saw and undid.
    """
    first = stories.c.id == change.story_id, ~stories.c.claims_proposed
    marked = change.connection.execute(update(stories).where(*first).values(claims_proposed=True)).rowcount == 1
    change.changed = change.changed or marked
    return marked


def decide(change: Change, decision: Decision) -> None:
    """Keep a person's verdict on one cell, in place of that person's earlier one, as the last one made there."""
    present(change, decision.claim_id)
    present_article(change, decision.article_id)
    change.label = f"the verdict on claim {name_of(change, decision.claim_id)}"
    if decision.coder.strip().casefold() == PARALLAX.casefold():
        raise ValueError(f"{PARALLAX} judges by itself: give your own name.")
    key = {
        "claim_id": decision.claim_id,
        "article_id": decision.article_id,
        "coder": checked_name(" ".join(decision.coder.split()), "The name of the coder"),
    }
    values: dict[str, Any] = {"verdict": checked_verdict(decision.verdict), "note": decision.note}
    made = change.rows(decisions, "claim_id", "article_id", "coder", "position")
    here = [row for row in made if (row["claim_id"], row["article_id"]) == (decision.claim_id, decision.article_id)]
    if not here or here[-1]["coder"] != key["coder"]:
        values |= {"position": _after(made)}
    if any(row["coder"] == key["coder"] for row in here):
        change.update(decisions, key, values)
    else:
        change.insert(decisions, key | values)


def merge(change: Change, claim_id: str, gone: str) -> int:
    """Take the claim ``gone`` off the list; what people decided on it counts for ``claim_id`` from now on.

    A person who judged both in one article keeps the verdict on the claim that stays. How many decisions came over.
    """
    present(change, claim_id)
    if claim_id == gone:
        raise ValueError("A claim cannot be merged into itself.")
    set_removed(change, gone, True)
    change.label = f"merging claim {name_of(change, gone, SHORTER)} into {name_of(change, claim_id, SHORTER)}"
    made = change.rows(decisions, *(c.name for c in decisions.c if c.name != "story_id"))
    judged = {(row["article_id"], row["coder"]) for row in made if row["claim_id"] == claim_id}
    coming = [row for row in made if row["claim_id"] == gone and (row["article_id"], row["coder"]) not in judged]
    for position, row in enumerate(coming, _after(made)):
        change.insert(decisions, row | {"claim_id": claim_id, "position": position})
    return len(coming)


def undecide(change: Change, claim_id: str, article_id: str, coder: str) -> None:
    """Take a person's verdict on one cell away; nothing happens if there is none."""
    key = {"claim_id": claim_id, "article_id": article_id, "coder": coder}
    change.label = f"withdrawing the verdict on claim {name_of(change, claim_id)}"
    if change.row(decisions, key) is not None:
        change.delete(decisions, key)


def present(change: Change, claim_id: str) -> dict[str, Any]:
    """The row of a claim that is in the list; ClaimNotFound if there is none or it was removed."""
    row = change.row(claims, {"id": claim_id})
    if row is None or row["removed"]:
        raise _missing(claim_id)
    return row


def name_of(change: Change, claim_id: str, length: int = LONGEST) -> str:
    """A claim in a phrase: its wording; its id where the story knows none."""
    row = change.row(claims, {"id": claim_id})
    text = row["text"].rstrip(" .") if row else claim_id
    return f"“{text}”" if len(text) <= length else f"“{text[:length].rsplit(' ', 1)[0]}…”"


def _after(made: Iterable[Mapping[str, Any]]) -> int:
    return max((row["position"] for row in made), default=0) + 1


def _arrange(change: Change, order: list[str]) -> None:
    for position, claim_id in enumerate(order, 1):
        change.update(claims, {"id": claim_id}, {"position": position})


def _next_id(change: Change) -> str:
    # Outside the journal: undoing an addition must not free the id for another claim.
    mine = stories.c.id == change.story_id
    change.connection.execute(update(stories).where(mine).values(last_claim=stories.c.last_claim + 1))
    return f"c{change.connection.execute(select(stories.c.last_claim).where(mine)).scalar_one()}"


def _missing(claim_id: str) -> ClaimNotFound:
    return ClaimNotFound(f"The story has no claim {claim_id!r}, or it was removed.")
