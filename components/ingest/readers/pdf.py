"""PDF with text: one article, its lines joined to paragraphs again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from components.ingest.decode import tidy
from components.ingest.exports.recognise import exported_articles
from components.ingest.limits import MAX_PAGES
from components.ingest.reader import Draft, Reader, RefusedError

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

DAMAGED = (
    "The PDF is damaged or not whole. Get the file again; if it opens in a PDF viewer, print it from there as a PDF "
    "again, or paste its text."
)
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"\w+")
_PAGE_NUMBER = re.compile(r"(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?|[-–—]\s?\d{1,4}\s?[-–—]", re.I)
_ENDS = re.compile(r"[.!?:…][\"'”’)\]]{0,2}$")
_STARTS_BLOCK = re.compile(r"[•●◦▪■‣*–—]\s|\d{1,2}[.)]\s")
# The library's own mark for a hyphen that only breaks a word at the end of a line.
_BROKEN_WORD = "\ufffe"
_WIDE_GAP = 1.25  # times the page's usual distance from line to line, and the height of the line
_HEAD_LENGTH = 200
_EDGE = 2  # lines at the top and bottom of a page where running heads stand


def _pages(data: bytes) -> tuple[list[list[str]], str]:
    """(the lines of every page, the title that the file states)."""
    import pypdfium2  # loads on first use

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise RefusedError("The PDF is protected by a password: save it without one.") from error
        raise RefusedError(DAMAGED) from error
    if len(document) > MAX_PAGES:
        raise RefusedError(f"The PDF has {len(document):,} pages, more than {MAX_PAGES}: print those of the article.")
    pages: list[list[str]] = []
    failed = 0
    for number in range(len(document)):
        try:
            pages.append(list(_lines(document[number].get_textpage())))
        except pypdfium2.PdfiumError:
            failed += 1
    if failed:
        raise RefusedError(
            f"{failed} of {len(document)} pages of the PDF are damaged: open it and save or print it as a PDF again."
        )
    return pages, tidy(document.get_metadata_value("Title"))


def _lines(page: PdfTextPage) -> Iterator[str]:
    """The lines of a page, with an empty one where the distance to the next is wider than is usual on the page."""
    lines = page.get_text_range().split("\r\n")
    starts = [0, *accumulate(len(line) + 2 for line in lines)][:-1]
    n_characters = page.count_chars()
    boxes = [page.get_charbox(at, loose=True) if at < n_characters else (0.0, 0.0, 0.0, 0.0) for at in starts]
    gaps = [above[1] - below[1] for above, below in pairwise(boxes)]
    positive = sorted(gap for gap in gaps if gap > 0.5)
    usual = positive[len(positive) // 4] if positive else 0.0  # short paragraphs may have as many wide gaps as others
    wide = [gap > _WIDE_GAP * max(usual, box[3] - box[1]) > 0 for gap, box in zip(gaps, boxes, strict=False)]
    held = ""
    for line, ends in zip(lines, [*wide, False], strict=True):
        if line.endswith(_BROKEN_WORD):
            held += line.removesuffix(_BROKEN_WORD)
            continue
        yield tidy(held + line).strip()
        held = ""
        if ends:
            yield ""
    if held:
        yield tidy(held).strip()


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Pages without page numbers and without the lines at their edges that most pages repeat, numbers apart."""

    def edges(lines: list[str]) -> set[int]:
        filled = [i for i, line in enumerate(lines) if line]
        return {*filled[:_EDGE], *filled[-_EDGE:]}

    seen = Counter(key for lines in pages for key in {_DIGITS.sub("#", lines[i]) for i in edges(lines)})
    often = {key for key, n in seen.items() if n >= 2 and 2 * n > len(pages) and len(key) <= _HEAD_LENGTH}
    return [
        [
            line
            for i, line in enumerate(lines)
            if not (i in at_edge and (_DIGITS.sub("#", line) in often or _PAGE_NUMBER.fullmatch(line)))
        ]
        for lines, at_edge in ((lines, edges(lines)) for lines in pages)
    ]


def _paragraphs(lines: list[str]) -> Iterable[str]:
    """Lines joined to paragraphs.

    A paragraph ends at a blank line, before a bullet, and after a line with room for the next line's first word that
    ends a sentence or has a capital below it.
    """
    widths = sorted(len(line) for line in lines if line)
    full = widths[int(0.9 * (len(widths) - 1))] if widths else 0
    held: list[str] = []
    for line in lines:
        previous = held[-1] if held else ""
        first = line.split(" ", 1)[0]
        room = len(previous) + 1 + len(first) <= 0.85 * full
        ends = _ENDS.search(previous) is not None
        titled = not ends and room and not line[:1].islower()
        if held and (not line or _STARTS_BLOCK.match(line) or (ends and room) or titled):
            yield " ".join(held)
            held = []
        if line:
            held.append(line)
    if held:
        yield " ".join(held)


def _is_in(title: str, text: str) -> bool:
    """The stated title stands at the text's beginning; most programs state a file's name, or an old title."""
    wanted = _WORDS.findall(title.casefold())
    return len(wanted) >= 3 and f" {' '.join(wanted)} " in f" {' '.join(_WORDS.findall(text[:3000].casefold()))} "


def read(_name: str, data: bytes) -> Iterable[Draft]:
    """One draft with the text of all pages, or a draft per article of a database's export.

    Kept: the text in the file's own order, hyphens that only broke a line taken out, lines joined to paragraphs; the
    stated title if the text begins with it. Left out: running heads and feet that most pages repeat, page numbers,
    pictures, forms, notes; author and dates of the file, which are those of whoever saved it. Raises RefusedError for
    a scan without text, a password, damage, over MAX_PAGES pages.
    """
    if b"%PDF-" not in data[:1024]:
        raise RefusedError("This is not a PDF, whatever its name says: save or print it as a PDF again.")
    pages, title = _pages(data)
    if not any(line for lines in pages for line in lines):
        raise RefusedError("The PDF has no text, only pictures of pages: recognise their text first (OCR).")
    lines: list[str] = []
    for page in _without_running_heads(pages):
        lines += page
        if page and _ENDS.search(page[-1]):  # nobody can tell whether the paragraph goes on, but its sentence does not
            lines.append("")
    exported = exported_articles(lines)
    if exported:
        return exported
    text = "\n\n".join(_paragraphs(lines))
    return [Draft(text=text, title=" ".join(title.split()) if _is_in(title, text) else "")]


READER = Reader(key="pdf", label="PDF", extensions=(".pdf",), read=read, order=80, risky=True)
