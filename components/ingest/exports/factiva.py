"""Factiva, in the display with two-letter codes: a field a line, its code in front, its value indented or in a cell.

HD title, BY author, PD date, SN source, LA language, LP first paragraphs, TD the rest, AN the document's number; WC,
SC, PUB, CO, IN, NS, RE and others are the index. A value goes on over the following lines up to the next code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from components.ingest.exports import language_code
from components.ingest.reader import Draft

_CODES = frozenset(
    "CLM SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD ART CX RF CO IN NS RE IPD IPC PUB AN CT DLN GC".split()
)
_FIELD = re.compile(r"\s{0,20}\|?([A-Z]{2,3})(?:\s*\||\t|\s{2,}|\s*\Z)\s*(.*)", re.S)


def _field(line: str) -> tuple[str, str] | None:
    match = _FIELD.match(line)
    return (match[1], match[2]) if match and match[1] in _CODES else None


def _document(fields: dict[str, list[str]], row: int) -> Draft:
    def words(code: str) -> str:
        return " ".join(" ".join(fields.get(code, ())).replace("|", " ").split())

    paragraphs = [line.strip().rstrip("|").strip() for code in ("LP", "TD") for line in (*fields.get(code, ()), "")]
    return Draft(
        text="\n".join(paragraphs).strip("\n"),
        title=words("HD"),
        source=words("SN"),
        date=words("PD"),
        author=words("BY").removeprefix("By ").removeprefix("BY "),
        language=language_code(words("LA")),
        row=row,
    )


def articles(lines: Sequence[str]) -> list[Draft]:
    """The articles of a Factiva export; none when no line begins with HD and none with LP or TD.

    A document ends with its AN, or where a headline follows the text of the one before.
    """
    documents: list[dict[str, list[str]]] = []
    current: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        found = _field(line)
        if found is None:
            if code:
                current[code].append(line)
            continue
        code, value = found
        if current and ("AN" in current or (code in ("HD", "SE", "CLM") and ("LP" in current or "TD" in current))):
            documents.append(current)
            current = {}
        current.setdefault(code, []).append(value)
    documents.append(current)
    whole = [fields for fields in documents if "HD" in fields and ("LP" in fields or "TD" in fields)]
    return [_document(fields, row) for row, fields in enumerate(whole, start=1)]
