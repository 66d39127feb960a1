"""How many of the shown hits a sceptical reader accepts: the internal checks, and how their figures are made."""

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


def to_json(first: Precision, later: Precision) -> str:
    """As they are kept beside the lexicon."""
    return json.dumps({"first": asdict(first), "later": asdict(later)}, indent=1) + "\n"


@cache
def last_checks() -> tuple[Precision, Precision]:
    """The checks that this version came with: the first, and one on other texts after rules had been changed for it."""
    stored = json.loads(RECORD.read_text(encoding="utf-8"))
    return Precision(**stored["first"]), Precision(**stored["later"])


def told(first: Precision, later: Precision) -> str:
    """The checks in words, with what they are not."""
    return (
        "No public set of labelled promotion exists. Internal check: readers who had not seen the lexicon accepted "
        f"{_share(first.accepted_then, first.judged)} hits in {first.texts} texts (press releases, product pages, "
        "abstracts, wire reports, minutes). Rules were changed after reading what was rejected; on "
        f"{later.texts} new texts {_share(later.accepted_then, later.judged)} were accepted. One reader a check. The "
        "level is calibrated on ordinary news only."
    )


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.0%})"
