"""How many of the shown hits a sceptical reader accepts: the last internal check, and how its figures are made."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from components.analysis.hype.hits import DECIDED, hits
from components.analysis.model import Article, Settings

RECORD = Path(__file__).parents[3] / "data" / "hype_precision.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """A reader's judgements of counted hits (promotion and alarm) in ``texts`` texts nobody had tuned on.

    ``judged``: hits shown to the reader, ``accepted_then`` of them accepted; ``shown``: those that still count,
    ``accepted`` of these accepted; ``unjudged``: hits that count now and were not shown then. The rules were changed
    after the rejected hits had been read, so ``accepted / shown`` flatters them; ``accepted_then / judged`` does not.
    """

    texts: int
    judged: int
    accepted_then: int
    shown: int
    accepted: int
    unjudged: int


def precision(texts: Mapping[str, str], judgements: Sequence[Mapping[str, Any]]) -> Precision:
    """Hold what counts now in ``texts`` (id -> text) against the judgements (text_id, start, words, kind, accepted).

    A hit is one that was judged if it is of the same kind and overlaps its words.
    """
    counted = {
        key: [
            hit
            for hit in hits(Article(id=key, source="judged", text=text), Settings())
            if hit.counted and hit.kind in DECIDED and hit.sentence_index is not None
        ]
        for key, text in texts.items()
    }
    known: set[tuple[str, int]] = set()
    kept = []
    for said in judgements:
        start, end = said["start"], said["start"] + len(said["words"])
        same = [h for h in counted[said["text_id"]] if h.kind == said["kind"] and h.start < end and h.end > start]
        known |= {(said["text_id"], hit.start) for hit in same}
        if same:
            kept.append(bool(said["accepted"]))
    return Precision(
        texts=len(texts),
        judged=len(judgements),
        accepted_then=sum(bool(said["accepted"]) for said in judgements),
        shown=len(kept),
        accepted=sum(kept),
        unjudged=sum((key, hit.start) not in known for key, found in counted.items() for hit in found),
    )


def to_json(found: Precision) -> str:
    """As it is kept beside the lexicon."""
    return json.dumps(asdict(found), indent=1) + "\n"


@cache
def last_check() -> Precision:
    """The check that this version came with."""
    return Precision(**json.loads(RECORD.read_text(encoding="utf-8")))


def told(found: Precision) -> str:
    """The check in words, with what it is not."""
    then, now = found.accepted_then / found.judged, found.accepted / found.shown
    return (
        "No public set of labelled promotion exists. Internal check: a reader who had not seen the lexicon accepted "
        f"{found.accepted_then} of {found.judged} hits ({then:.0%}) in {found.texts} texts (press releases, product "
        "pages, abstracts, wire reports, minutes). Rules were then changed after reading what was rejected: of the "
        f"hits that still count, {found.accepted} of {found.shown} ({now:.0%}) were accepted, which flatters the "
        "rules. The level is calibrated on ordinary news only."
    )
