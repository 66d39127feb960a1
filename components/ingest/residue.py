"""Telling what kind of page row a line is, if it is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from components.ingest.details import is_detail_row
from components.ingest.phrases import ACTIONS, PAGES, PHRASES, SECTIONS, SHAPES, SHARE_WORDS, Where

MAX_ROW_WORDS = 60
_BULLET = re.compile(r"\s*(?:[•●◦▪■‣·*–—✔✓➤►-]\s+|\d{1,2}[.)]\s+)")
_NOT_WORDS = re.compile(r"[^\w']+")
_END = re.compile(r"[.!?…。！？][\"'”’»)\]*」』）]{0,3}$")
_SYMBOLS = re.compile(r"[^\w.!?…。！？」』）\"'”’»)\]*:;,]+$")

# Openers head a block of their own: what follows belongs to them (see cleaning).
OPENERS = frozenset(
    {"comment form", "related links", "subscription box", "author box", "tags", "disclaimer", "hashtags"}
)

_PHRASE_RULES = tuple((reason, where, re.compile(pattern)) for reason, where, pattern in PHRASES)
_SHAPE_RULES = tuple((r, w, n, re.compile(pattern, re.I)) for r, w, n, pattern in SHAPES)
_SECTION_OR_PAGE = re.compile(rf"(?:{SECTIONS}|{PAGES})")
_PAGE_NAME = re.compile(PAGES)


@dataclass(frozen=True, slots=True)
class Row:
    """A line that looks like page, why, and where it may be cut."""

    reason: str
    where: Where


def words_of(line: str) -> str:
    """The line casefolded and reduced to its words: "Tagged in :" and "TAGGED IN" read alike."""
    return _NOT_WORDS.sub(" ", line.casefold().replace("’", "'")).strip()


def is_item(line: str) -> bool:
    """The line begins with a bullet or a list number."""
    return _BULLET.match(line) is not None


def ends_sentence(line: str) -> bool:
    """The line ends as a sentence does, emoji and closing quotation marks aside."""
    return _END.search(_SYMBOLS.sub("", line.rstrip()[-40:])[-8:]) is not None


def is_section(line: str) -> bool:
    """The line is the name of a section or of a service page, as in a site's menu or footer."""
    return _SECTION_OR_PAGE.fullmatch(words_of(line)) is not None


def is_page_name(line: str) -> bool:
    """The line is the name of a service page: privacy, terms, contact."""
    return _PAGE_NAME.fullmatch(words_of(line)) is not None


def row_of(line: str) -> Row | None:
    """What kind of page row the line is, None for anything that may be the article's own."""
    count = len(line.split())
    if not count or len(line) > 1500 or is_item(line):
        return None
    for reason, where, longest, shape in _SHAPE_RULES:
        if count <= longest and shape.fullmatch(line) and not (longest <= 30 and line.endswith((".", "!"))):
            return Row(reason, where)
    if count > MAX_ROW_WORDS * 2:
        return None
    plain = words_of(line)
    if not plain:
        return None
    for reason, where, phrase in _PHRASE_RULES:
        if phrase.fullmatch(plain):
            return Row("date row", "edge") if reason == "author box" and is_detail_row(line) else Row(reason, where)
    tokens = plain.split()
    if len(tokens) > 1 and all(t in SHARE_WORDS or t in ACTIONS for t in tokens):
        plainly = {"share", "tweet"}.intersection(tokens) or (len(tokens) > 2 and ACTIONS.intersection(tokens))
        return Row("share row", "anywhere" if plainly else "edge")
    if is_detail_row(line):
        return Row("date row", "edge")
    return None
