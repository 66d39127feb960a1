"""Markdown: one file, one article; the marks go, the words stay."""

from __future__ import annotations

import re
from collections.abc import Iterable

from components.ingest.columns import field_of
from components.ingest.decode import decode
from components.ingest.reader import Draft, Reader, draft_of

_FRONT_LINE = re.compile(r"([A-Za-z][\w -]{0,30}):\s*(.*)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*)")
_RULE = re.compile(r"\s{0,3}(?:[-*_=]\s*){3,}$")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
_ITEM = re.compile(r"^(\s*)[-*+]\s+(?:\[[ xX]\]\s+)?")
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_REFERENCE = re.compile(r"\s{0,3}\[[^\]\n]{1,200}\]:\s+\S")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_EMPHASIS = re.compile(r"(?<![\w*_\\])(\*{1,3}|_{1,3}|~~|`{1,2})(?=\S)([^*_`~\n]{1,1000}?)(?<=\S)\1(?![\w*_])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """The ``key: value`` lines between two ``---`` at the very top, and the number of lines they take."""
    if not lines or lines[0].strip() != "---":
        return {}, 0
    for end, line in enumerate(lines[1:60], start=1):
        if line.strip() in {"---", "..."}:
            pairs = [m for m in map(_FRONT_LINE.fullmatch, lines[1:end]) if m]
            return {m[1].strip(): m[2].strip().strip("\"'") for m in pairs}, end + 1
    return {}, 0


def _inline(line: str) -> str:
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    line = _AUTOLINK.sub(r"\1", line)
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", line)))


def plain(lines: list[str]) -> tuple[str, str]:
    """The text of Markdown lines, and the text of the first heading of level one ("" without any).

    Headings, items and quotations stay as lines of their own (items with "•"); fenced code, images, rules and link
    targets go.
    """
    kept: list[str] = []
    title, fenced = "", False
    for line in lines:
        if _FENCE.match(line):
            fenced = not fenced
        elif fenced or _RULE.fullmatch(line) or _REFERENCE.match(line):
            kept.append("")
        elif heading := _HEADING.fullmatch(line):
            words = _inline(heading[1].rstrip(" #")).strip()
            if not title and line.lstrip().startswith("# "):
                title = words
            kept += ["", words, ""]
        else:
            kept.append(_inline(_ITEM.sub(r"\1• ", _QUOTE.sub("", line, count=1), count=1)))
    return "\n".join(kept), title


def read(_name: str, data: bytes) -> Iterable[Draft]:
    """One draft; title, date, author, source, url and language from the front matter, else the title from ``# ``."""
    lines = decode(data).split("\n")
    front, at = _front_matter(lines)
    text, heading = plain(lines[at:])
    stated = {field: front[key] for key in front if (field := field_of(key)) and field != "text"}
    yield draft_of({"title": heading, **stated, "text": text})


READER = Reader(key="markdown", label="Markdown", extensions=(".md", ".markdown"), read=read, order=20)
