"""ProQuest, as text: documents between rules of underscores, "Label: value" lines, the article after "Full text:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from components.ingest.exports import language_code
from components.ingest.reader import Draft

_RULE = re.compile(r"\s*_{20,}\s*")
_LABELS = (
    "abstract|author|classification|company / organization|copyright|correspondence author|country of publication|"
    "credit|database|dateline|document type|document url|edition|full text|identifier / keyword|issn|"
    "language of publication|last updated|links|location|number of pages|pages?|people|place of publication|"
    "proquest document id|publication date|publication info|publication subject|publication title|publication year|"
    "publisher|section|source type|start page|subject|title|url|volume|word count"
)
_FIELD = re.compile(rf"\s*({_LABELS})\s*:(?:\s+|\Z)(.*)", re.I | re.S)
# Inside the article only what ProQuest prints after it ends it: "Title:" or "Location:" could be the article's own.
_AFTER = frozenset(
    {"subject", "title", "publication title", "publication year", "document type", "credit", "publisher"}
)


def _document(lines: Sequence[str]) -> Draft | None:
    fields: dict[str, str] = {}
    body: list[str] | None = None
    within = False
    for line in lines:
        match = _FIELD.match(line)
        label = match[1].lower() if match else ""
        if match and label == "full text" and body is None:
            body, within = [match[2]], True
        elif body is not None and within and not (match and label in _AFTER):
            body.append(line)
        elif match:
            within = False
            fields.setdefault(label, " ".join(match[2].split()))
    if body is None:
        return None
    first = next((line.strip() for line in lines if line.strip() and not _is_number(line)), "")
    return Draft(
        text="\n".join(body).strip("\n"),
        title=fields.get("title") or ("" if _FIELD.match(first) else first),
        source=fields.get("publication title") or fields.get("publication info", "").split(";")[0].strip(),
        date=fields.get("publication date", ""),
        author=fields.get("author", "").rstrip("."),
        url=fields.get("document url", ""),
        language=language_code(fields.get("language of publication", "")),
    )


def _is_number(line: str) -> bool:
    return re.fullmatch(r"\s*Document \d{1,6} of \d{1,6}\s*", line) is not None


def articles(lines: Sequence[str]) -> list[Draft]:
    """The articles of a ProQuest export; none when nothing between its rules has a "Full text:"."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if _RULE.fullmatch(line):
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) == 1:
        return []
    found = [draft for part in parts if (draft := _document(part)) is not None]
    return [replace(draft, row=row) for row, draft in enumerate(found, start=1)]
