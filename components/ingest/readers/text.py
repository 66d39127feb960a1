"""Plain text: one file, one article, or the many of a database's export."""

from __future__ import annotations

from collections.abc import Iterable

from components.ingest.decode import decode
from components.ingest.exports.recognise import exported_articles
from components.ingest.reader import Draft, Reader, RefusedError


def read(_name: str, data: bytes) -> Iterable[Draft]:
    """One draft with the whole text, or a draft per article of a ProQuest, Factiva or Nexis Uni export.

    Raises RefusedError for a binary file or a web page's source.
    """
    text = decode(data)
    if text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")):
        raise RefusedError("This is a web page's source, not its text: open it in a browser and copy the article.")
    return exported_articles(text.split("\n")) or [Draft(text=text)]


READER = Reader(key="text", label="plain text", extensions=(".txt", ".text"), read=read, order=10)
