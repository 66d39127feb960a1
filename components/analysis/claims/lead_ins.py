"""Which sentence a list item completes: "The offer covers:" above "- Two ferries"."""

from __future__ import annotations

from collections.abc import Sequence

from components.analysis.model import Sentence

#: A longer sentence before a list tells a story of its own; it also keeps the work linear where a list is long.
_LONGEST = 60


def find_lead_ins(sentences: Sequence[Sentence]) -> dict[int, Sentence]:
    """For each sentence of a list item, by its index, the sentence above the list if that ends in a colon."""
    found: dict[int, Sentence] = {}
    lead_in: Sentence | None = None
    for sentence in sentences:
        if sentence.kind != "item":
            opens = sentence.text.rstrip().endswith(":") and 0 < sentence.n_words <= _LONGEST
            lead_in = sentence if opens else None
        elif lead_in is not None:
            found[sentence.index] = lead_in
    return found
