"""Whether a text is an export of a news database, and its articles if it is."""

from __future__ import annotations

from collections.abc import Sequence

from components.ingest.exports import factiva, nexis, proquest
from components.ingest.reader import Draft


def exported_articles(lines: Sequence[str]) -> list[Draft]:
    """The articles of a Nexis Uni, Factiva or ProQuest export, ``row`` counting them from 1; none for any other text.

    ``lines`` are the document's paragraphs or lines, as its format gives them.
    """
    for database in (nexis, factiva, proquest):
        if found := database.articles(lines):
            return found
    return []
