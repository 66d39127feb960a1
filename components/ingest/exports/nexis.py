"""Nexis Uni: documents that end in "End of Document", headings above "Body", an index below.

The shape, a line or paragraph each: title, source, date, an edition perhaps, "Copyright ...", "Section:", "Length:",
"Byline:", "Body", the text, then "Classification", "Language:", "Load-Date:", "End of Document". A cover page with the
list of documents may stand in front of the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from components.ingest.details import read_date
from components.ingest.exports import language_code
from components.ingest.reader import Draft

_END = re.compile(r"\s*End of Document\s*", re.I)
_BODY = re.compile(r"\s*Body\s*", re.I)
_LABEL = re.compile(
    r"\s*(Copyright|Section|Length|Byline|Highlight|Dateline|Language|Load-Date|Graphic|Correction|Notes|Series|"
    r"Classification|Publication-Type|Subject|Company|Ticker|Industry|Person|Geographic|Journal Code|Column)\b\s*"
    r"(:|©|\(c\)|\d{4}|\Z)\s*(.{0,500})",
    re.I | re.S,
)
_CAPTIONS = frozenset({"graphic", "notes", "correction", "correction-date"})
_CAPTION_LINES = 12
_DATED = re.compile(
    r"\s*(?:[A-Za-z]+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.{0,60}",
    re.I,
)


def _is_date(line: str) -> bool:
    return len(line.split()) <= 10 and (bool(_DATED.fullmatch(line)) or bool(read_date(line[:40])))


def _labelled(lines: Sequence[str]) -> dict[str, str]:
    """The values by label of the "Label: value" lines."""
    matches = [m for m in map(_LABEL.match, lines) if m and m[2] == ":"]
    return {m[1].lower(): " ".join(m[3].split()) for m in reversed(matches)}


def _draft(lines: list[str], row: int) -> Draft | None:
    body = next((i for i, line in enumerate(lines) if _BODY.fullmatch(line)), None)
    if body is None:
        return None
    head = [line.strip() for line in lines[:body] if line.strip()]
    first_label = next((i for i, line in enumerate(head) if _copyright_or_label(line)), len(head))
    title, source, day = _title_source_date(head[:first_label])
    end = _end_of_text(lines, body)
    stated = _labelled([*head[first_label:], *lines[end:]])
    return Draft(
        text="\n".join(lines[body + 1 : end]).strip("\n"),
        title=title,
        source=source,
        date=day,
        author=stated.get("byline", "").removeprefix("By ").removeprefix("BY "),
        language=language_code(stated.get("language", "")),
        row=row,
    )


def _copyright_or_label(line: str) -> bool:
    match = _LABEL.match(line)
    return match is not None and (match[2] == ":" or match[1].lower() == "copyright")


def _is_index(line: str) -> bool:
    """The line begins the index under the text: "Classification" alone, "Load-Date: ...", "Language: ENGLISH"."""
    match = _LABEL.match(line)
    if match is None:
        return False
    label, value = match[1].lower(), match[3]
    if match[2] != ":":
        return label == "classification" and not value
    return label in ("load-date", "publication-type") or (label == "language" and bool(language_code(value)))


def _end_of_text(lines: list[str], body: int) -> int:
    """Where the article ends: at the index, or at a caption or note that stands shortly above it."""
    index = next((i for i in range(body + 1, len(lines)) if _is_index(lines[i])), len(lines))
    captions = range(max(body + 1, index - _CAPTION_LINES), index)
    return next((i for i in captions if lines[i].strip().lower() in _CAPTIONS), index)


def _title_source_date(head: list[str]) -> tuple[str, str, str]:
    """From the lines above the copyright line: the last date, the source above it, the title above that.

    Without a date line the last two are title and source.
    """
    at = next((i for i in range(len(head) - 1, 1, -1) if _is_date(head[i])), None)
    if at is not None:
        return head[at - 2], head[at - 1], read_date(head[at])
    if len(head) >= 2:
        return head[-2], head[-1], ""
    return (head[0] if head else ""), "", ""


def articles(lines: Sequence[str]) -> list[Draft]:
    """The articles of a Nexis Uni export; none when no "End of Document" with a "Body" above it is there."""
    found: list[Draft] = []
    document: list[str] = []
    for line in lines:
        if _END.fullmatch(line):
            draft = _draft(document, len(found) + 1)
            if draft is not None:
                found.append(draft)
            document = []
        else:
            document.append(line)
    return found
