"""Taking in: files, pasted text or folders become articles, and what could not be taken in becomes problems.

One bad file or row never loses the others, and nothing is refused without its name and a sentence that says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from components.ingest.assemble import Intake, Received, article_id, drafts_of, intake_of
from components.ingest.decode import tidy
from components.ingest.folders import FolderIntake, take_paths
from components.ingest.reader import Draft, Problem
from components.ingest.worker import Worker

NO_NAME = "Pasted: "
"""How the source of a pasted text begins that nothing names."""

__all__ = [
    "NO_NAME", "FolderIntake", "Intake", "Problem", "Received", "article_id", "take_in", "take_paste", "take_paths",
]  # fmt: skip


def take_in(files: Iterable[tuple[str, bytes]]) -> Intake:
    """The articles of uploaded files, given as (name, bytes). Never raises for what a file holds.

    ``files`` is asked for one file after the other, so an iterator can show progress, or end early to cancel.
    """
    with Worker() as worker:
        return intake_of(found for name, data in files for found in drafts_of(name, data, worker))


def take_paste(
    text: str, *, source: str = "", title: str = "", date: str = "", url: str = "", author: str = ""
) -> Intake:
    """The article of a pasted text. Without a source it is a source of its own, named after its first words."""
    draft = Draft(text=text, source=source.strip(), title=title, date=date, url=url, author=author)
    if not draft.source:
        words = tidy(title or text).split()
        name = NO_NAME + " ".join(words[:5])[:60] + ("…" if len(words) > 5 else "")
        draft = replace(draft, source=name, guessed=frozenset({"source"}))
    return intake_of([("Pasted text", draft)])
