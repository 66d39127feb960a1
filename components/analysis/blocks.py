"""A text's blocks: paragraphs, headings and list items, in offsets of that text.

A line is a block, unless a paragraph was wrapped by hand or by a mail program: then its lines are one block.
List marks, leading emoji and ``#`` marks are left outside the block's span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from components.analysis.model import SentenceKind
from components.analysis.words import count_words

EMOJI = (
    "\U0001f000-\U0001faff\u2600-\u27bf\u2b05-\u2b55\u2190-\u21ff\u2300-\u23ff\u25a0-\u25ff\u2934\u2935\u3030\u303d"
    "\u3297\u3299\ufe0f\u200d\u20e3\U000e0020-\U000e007f"
)
_BULLETS = "•‣◦▪▫●○■□⁃·➤➜➔►▶✓✔✅☑👉🔹🔸🔷🔶"

_MARKS = re.compile(
    rf"""(?P<hash>\#{{1,6}}\s++)
    | (?P<bullet>[{_BULLETS}]\ufe0f?+\s*+ | [*+\-–—]\s++)
    | (?P<number>\(?+\d{{1,3}}(?:\.\)|[.)])\s++)
    | (?P<letter>\([a-z]\)\s++ | [a-z](?:\.\)|\))\s++ | [a-z]\.\s++(?=[A-Z0-9"“‘(]) | [A-Z]\)\s++)
    | (?P<emoji>(?:[0-9]\ufe0f?+\u20e3|[{EMOJI}])++\s*+)
    | (?P<quoted>(?:>[ ]?+)++)
    | (?P<bold>\*\*|__)""",
    re.VERBOSE,
)
_INLINE_BULLET = re.compile(r"(?<=\s)[•‣◦▪●⁃](?=\s*\S)")
_INLINE_NUMBER = re.compile(r"(?<!\S)\(?(\d{1,3}|[a-z])(\.\)|[.)])\s")
_SPACE = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u200b\ufeff\u3000"
_TAIL = _SPACE + "\"'”’»)]*_" + "\ufe0f\u200d"
_TAIL_EMOJI = re.compile(rf"[{EMOJI}]")
_ASKING = re.compile(
    r"(?:who|what|why|how|when|where|which|is|are|was|were|can|could|do|does|did|will|would|should)\b", re.IGNORECASE
)
# Not str.splitlines: it also cuts at U+001C to U+001E and U+0085, which in copied text are broken quotation marks.
_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]*(?:\r\n|[\n\r\v\f\u2028\u2029]|$)")
_WORD_START = re.compile(r"[^\W_]")
_FIRST_WORD = re.compile(r"\S*")

HEADING_WORDS = 14
HEADING_CHARACTERS = 110
WRAP_WIDTHS = (50, 100)
MARKS_IN_A_ROW = 4


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or list item. ``scan`` is where its first sentence may end: after its own number."""

    kind: SentenceKind
    start: int
    end: int
    scan: int


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    indent: int
    mark: str
    spaced: bool  # a blank line stands before it
    kind: SentenceKind = "prose"
    joined: bool = False  # goes on the line before it


def split_blocks(text: str) -> list[Block]:
    """Cut ``text`` into its blocks, in order. Lines without any letter or digit belong to none."""
    lines = list(_lines(text))
    _join_wrapped(text, lines)
    _name_kinds(text, lines)
    blocks: list[Block] = []
    for line in lines:
        if line.joined:
            last = blocks[-1]
            blocks[-1] = Block(last.kind, last.start, line.end, last.scan)
        elif line.mark and (starts := _inline_items(text, line)):
            for start, end in zip(starts, [*starts[1:], line.end], strict=True):
                end = len(text[start:end].rstrip(_SPACE)) + start
                blocks.append(Block("item", start, end, _after_marks(text, start, end)[0]))
        else:
            blocks.append(Block(line.kind, line.start, line.end, line.start))
    return blocks


def _lines(text: str) -> Iterator[_Line]:
    spaced = True
    for found in _LINE.finditer(text):
        at, raw = found.start(), found[0]
        end = at + len(raw.rstrip(_SPACE))
        indent = at + len(raw) - len(raw.lstrip(_SPACE))
        if indent < end and _WORD_START.search(text, indent, end):
            start, mark = _after_marks(text, indent, end)
            if mark == "bold" and text.endswith(("**", "__"), start, end):
                end -= 2
            yield _Line(start, end, indent, mark, spaced)
            spaced = False
        else:
            spaced = True


def _after_marks(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the words begin behind the marks, and the mark that says most: the first, emoji only if alone."""
    named = ""
    for _ in range(MARKS_IN_A_ROW):
        found = _MARKS.match(text, start, end)
        if found is None or not _WORD_START.search(text, found.end(), end):
            break
        name = str(found.lastgroup)
        if name == "bullet":
            name = text[start]
        if not named or (named == "emoji" and name != "bold"):
            named = name
        start = found.end()
    return start, named


def _inline_items(text: str, line: _Line) -> list[int]:
    """Where the items of a list that was run into one line begin, their marks included; [] if it is no such line."""
    if text[line.indent] in "•‣◦▪●⁃":
        mark = text[line.indent]
        rest = [m.start() for m in _INLINE_BULLET.finditer(text, line.start, line.end) if text[m.start()] == mark]
        return [line.indent, *rest] if rest else []
    first = _INLINE_NUMBER.match(text, line.indent, line.end)
    if first is None:
        return []
    starts, label, style = [line.indent], first[1], first[2]
    for found in _INLINE_NUMBER.finditer(text, line.start, line.end):
        follows = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
        if found[2] == style and found[1] == follows:
            starts.append(found.start())
            label = follows
    return starts if len(starts) > 1 else []


def _closing(text: str, line: _Line) -> str:
    """The last character that is not a closing quote, bracket or emoji."""
    tail = text[max(line.start, line.end - 40) : line.end]
    return _TAIL_EMOJI.sub("", tail).rstrip(_TAIL)[-1:]


def _starts_lower(text: str, line: _Line) -> bool:
    found = _WORD_START.search(text, line.start, line.end)
    return found is not None and found[0].islower()


def _join_wrapped(text: str, lines: list[_Line]) -> None:
    """Mark the lines that go on the paragraph of the line before them."""
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and not lines[stop].spaced and not lines[stop].mark:
            stop += 1
        if stop - at > 1:
            _join_run(text, lines[at:stop])
        at = stop


def _join_run(text: str, run: list[_Line]) -> None:
    """Within lines without a blank between them: which breaks are a wrap, which end a paragraph.

    A wrapped line is one into which the next line's first word would not have fitted, in a run that is 50 to 100
    characters wide, where most breaks stand in mid-sentence and some line begins in lower case. Apart from such
    runs a break is soft only where a long line stops in mid-sentence and the next begins in lower case.
    """
    width = max(line.end - line.indent for line in run)
    full = []
    for line, after in pairwise(run):
        first = _FIRST_WORD.match(text, after.start)
        full.append(line.end - line.indent + 1 + (len(first[0]) if first else 0) >= width)
    lower = [_starts_lower(text, line) for line in run[1:]]
    closed = [_closing(text, line) in ".!?…:" for line in run[:-1]]
    wraps = [(low, low or not shut) for f, low, shut in zip(full, lower, closed, strict=True) if f]
    wrapped = (
        WRAP_WIDTHS[0] <= width <= WRAP_WIDTHS[1]
        and len(wraps) >= 2
        and any(low for low, _ in wraps)
        and 2 * sum(inside for _, inside in wraps) >= len(wraps)
    )
    for i, line in enumerate(run[:-1]):
        soft = lower[i] and not closed[i] and line.end - line.indent >= WRAP_WIDTHS[0]
        run[i + 1].joined = soft or (wrapped and full[i])


def _name_kinds(text: str, lines: list[_Line]) -> None:
    heads = [line for line in lines if not line.joined]
    ends = {id(a): b for a, b in pairwise(lines) if b.joined}
    for at, line in enumerate(heads):
        before = heads[at - 1] if at else None
        after = heads[at + 1] if at + 1 < len(heads) else None
        if line.mark in ("", "bold", "quoted", "hash", "emoji"):
            near = (after is not None and not after.spaced and after.mark == "emoji") or (
                before is not None and not line.spaced and before.mark == "emoji"
            )
            if line.mark == "emoji" and near:
                line.kind = "item"
            elif id(line) not in ends and _may_title(text, line, after):
                line.kind = "heading"
        else:
            line.kind = "item"
            alone = all(n is None or n.mark != line.mark for n in (before, after))
            # A numbered or bulleted line that stands alone above a paragraph titles it.
            if alone and after is not None and not after.mark and _may_title(text, line, after):
                line.kind = "heading"
    _unname_verse(text, heads)


def _may_title(text: str, line: _Line, after: _Line | None) -> bool:
    if line.mark == "hash":
        return True
    if after is None or line.end - line.start > HEADING_CHARACTERS:
        return False
    body = text[line.start : line.end]
    n_words = count_words(body)
    if n_words > HEADING_WORDS or _starts_lower(text, line):
        return False
    closing = _closing(text, line)
    if closing in "?!:":
        asks = closing == "?" and n_words <= 8 and line.spaced and after.spaced and _ASKING.match(body) is not None
        return asks or _is_title_case(body)
    return closing not in ".,;…。！？"


def _is_title_case(body: str) -> bool:
    long_words = [w for w in body.split() if len(w) > 3 and w[0].isalpha()]
    return len(long_words) > 1 and all(w[0].isupper() for w in long_words)


def _unname_verse(text: str, heads: list[_Line]) -> None:
    """Bare headings that title nothing are prose: three lines or more in a row, or up to the end of the text."""

    def bare(line: _Line) -> bool:
        return line.kind == "heading" and not line.mark

    at = 0
    while at < len(heads):
        stop = at
        while stop < len(heads) and bare(heads[stop]) and (stop == at or not heads[stop].spaced):
            stop += 1
        if stop - at >= 3:
            for line in heads[at:stop]:
                line.kind = "prose"
        at = max(stop, at + 1)
    tail = list(takewhile(bare, reversed(heads[:-1])))
    last = heads[-1] if heads else None
    if last and len(tail) > 1 and last.kind == "prose" and _closing(text, last) not in ".!?…:;。！？":
        for line in tail:
            line.kind = "prose"
