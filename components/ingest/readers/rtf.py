"""RTF documents: one article, or the many of a database's export."""

from __future__ import annotations

import re
from collections.abc import Iterable

from components.ingest.decode import tidy
from components.ingest.exports.recognise import exported_articles
from components.ingest.reader import Draft, Reader, RefusedError

# Pictures are hexadecimal digits by the megabyte; without them a document is read many times faster.
_HEX = re.compile(r"[0-9a-fA-F\r\n]{2000,}")


def read(_name: str, data: bytes) -> Iterable[Draft]:
    """One draft with the text, or a draft per article of a Nexis Uni, Factiva or ProQuest export.

    Kept: paragraphs, and the cells of tables as lines. Left out: pictures, styles, the file's own details. Raises
    RefusedError for what is no RTF or holds no text.
    """
    if not data.lstrip()[:5] == b"{\\rtf":
        raise RefusedError("This is not an RTF document, whatever its name says: save it as .rtf again.")
    from striprtf.striprtf import rtf_to_text  # loads on first use

    text = tidy(rtf_to_text(_HEX.sub("", data.decode("cp1252", "replace")), errors="replace"))
    lines = text.split("\n")
    exported = exported_articles(lines)
    if exported:
        return exported
    plain = "\n".join(cell.strip() for line in lines for cell in (line.split("|") if _is_row(line) else [line]))
    if not plain.strip():
        raise RefusedError("The document has no text: if it shows pictures of pages, recognise their text first (OCR).")
    return [Draft(text=plain.strip("\n"))]


def _is_row(line: str) -> bool:
    """A table's row: cells end with "|"."""
    return line.rstrip().endswith("|")


READER = Reader(key="rtf", label="RTF", extensions=(".rtf",), read=read, order=70, risky=True)
