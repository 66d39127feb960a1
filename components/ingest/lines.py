"""The lines of a text as cleaning sees them: offsets, and what kind of line each looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from components.ingest.phrases import GLUED_END, GLUED_START
from components.ingest.residue import Row, ends_sentence, is_item, row_of, words_of

# Scripts that write no spaces between words: about two characters to a word, so a paragraph is seen as one.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_BREAKS = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Line:
    """One line that is still kept: its offsets in the original, and whether a blank or a cut stands before it."""

    start: int
    end: int
    text: str
    gap: bool

    @cached_property
    def words(self) -> int:
        return len(self.text.split()) + len(_UNSPACED.findall(self.text)) // 2

    @cached_property
    def plain(self) -> str:
        return words_of(self.text)

    @cached_property
    def row(self) -> Row | None:
        return row_of(self.text)

    @cached_property
    def item(self) -> bool:
        return is_item(self.text)

    @cached_property
    def ends(self) -> bool:
        return ends_sentence(self.text)

    @cached_property
    def body(self) -> bool:
        """Reads as the article's own: a sentence of some length, or a paragraph."""
        if self.row is not None and self.row.where in ("anywhere", "edge"):
            return False
        return self.words >= 25 or (self.words >= 12 and self.ends) or (self.item and self.words >= 8)

    @cached_property
    def prose(self) -> bool:
        return self.body or (self.words >= 4 and self.ends and self.row is None)

    @property
    def label(self) -> bool:
        """Short and no sentence: what a menu, a tag or a linked headline looks like."""
        return not self.item and not self.body and self.words <= 20 and not self.text.endswith(".")


def lines_of(original: str) -> list[Line]:
    """The lines that hold anything, stripped."""
    lines: list[Line] = []
    at = 0
    for match in _BREAKS.finditer(original):
        text = match[0].strip()
        if text:
            start = match.start() + match[0].index(text[0])
            lines.append(
                Line(start, start + len(text), text, gap=bool(lines) and "\n" in original[at + 1 : match.start()])
            )
            at = match.end()
    return lines


def continues(lines: list[Line], i: int) -> bool:
    """Line ``i`` is the inside of a hard-wrapped paragraph, where any words can stand alone on a line."""
    row = lines[i].row
    if lines[i].gap or i == 0 or (row is not None and row.reason == "date row"):  # "by Jane Doe" under a headline
        return False
    return lines[i].text[0].islower() and len(lines[i - 1].text) > 40 and not lines[i - 1].ends


def split_glued(lines: list[Line]) -> tuple[list[Line], list[tuple[int, int, str]]]:
    """Stock text of the page that runs into an article's own line: (what is left, (start, end, reason) of it)."""
    kept: list[Line] = []
    cuts: list[tuple[int, int, str]] = []
    for line in lines:
        start, end = line.start, line.end
        if len(line.text) > 60:
            if head := GLUED_START.match(line.text):
                start += head.end()
                cuts.append((line.start, start, "comment form"))
            if tail := GLUED_END.search(line.text, max(len(line.text) - 300, 0)):
                end = line.start + tail.start()
                cuts.append(
                    (
                        line.start + tail.start(tail.lastgroup or 0),
                        line.end,
                        tail.lastgroup.replace("_", " ") if tail.lastgroup else "",
                    )
                )
        rest = line.text[start - line.start : end - line.start]
        start += len(rest) - len(rest.lstrip())
        rest = rest.strip()
        if rest:
            kept.append(line if rest == line.text else Line(start, start + len(rest), rest, line.gap))
    return kept, cuts
