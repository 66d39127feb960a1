"""Word documents: one article, or the many of a database's export."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from components.ingest.decode import tidy
from components.ingest.exports.recognise import exported_articles
from components.ingest.package import open_zip, parse_xml, unpack
from components.ingest.reader import Draft, Reader, RefusedError

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TITLE_STYLE = re.compile(r"title|heading\s?1", re.I)
# Deleted and moved-away words are no longer the text; a text box stands twice, once for old programs.
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr"})


def _local(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: _Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith(f"}}{name}")), "")


class _Paragraphs:
    """The paragraphs of a document in order, those of tables and text boxes included: (style id, is item, words)."""

    def __init__(self) -> None:
        self.found: list[tuple[str, bool, str]] = []

    def walk(self, root: _Element) -> None:
        """Visit every element once, without recursion: a document may nest as deep as it likes."""
        words: list[list[str]] = [[]]
        styles: list[tuple[str, bool]] = []
        stack: list[tuple[_Element, bool]] = [(root, False)]
        while stack:
            element, leaving = stack.pop()
            name = _local(element)
            if leaving:
                style, item = styles.pop()
                self.found.append((style, item, "".join(words.pop())))
                continue
            if name in _SKIPPED or not name:
                continue
            if name == "p":
                styles.append(_style(element))
                words.append([])
                stack.append((element, True))
            elif name == "t":
                words[-1].append(element.text or "")
            elif name == "tab":
                words[-1].append("\t")
            elif name in ("br", "cr"):
                words[-1].append("\n")
            elif name == "noBreakHyphen":
                words[-1].append("-")
            stack.extend((child, False) for child in reversed(element))


def _style(paragraph: _Element) -> tuple[str, bool]:
    """(style id, is a list item) of a paragraph."""
    properties = next((child for child in paragraph if _local(child) == "pPr"), None)
    style, item = "", False
    for child in properties if properties is not None else ():
        if _local(child) == "pStyle":
            style = _attribute(child, "val")
        item = item or _local(child) == "numPr"
    return style, item or style.startswith("List")


def _title_styles(styles: _Element | None) -> set[str]:
    """The ids of the styles that mark a title: those named Title or Heading 1, in whatever language the program had."""
    found = {"Title", "Heading1"}
    for style in styles if styles is not None else ():
        if _local(style) == "style":
            names = [_attribute(child, "val") for child in style if _local(child) == "name"]
            if any(_TITLE_STYLE.fullmatch(name) for name in names):
                found.add(_attribute(style, "styleId"))
    return found


def _lines(paragraphs: Iterable[tuple[str, bool, str]]) -> Iterator[str]:
    """A line per paragraph, blank lines between; items follow each other, marked with a bullet."""
    before = False
    for _, item, words in paragraphs:
        if not words.strip():
            continue
        if not (item and before):
            yield ""
        yield f"• {words.strip()}" if item else words.strip()
        before = item


def read(_name: str, data: bytes) -> Iterable[Draft]:
    """One draft, or a draft per article of a Nexis Uni, Factiva or ProQuest export.

    Kept: every paragraph of the body, of tables and of text boxes, list items with "•"; the title from the first
    paragraph styled Title or Heading 1. Left out: deleted words of tracked changes, comments, notes, headers and
    footers; author and dates of the file, which are those of whoever saved it. Raises RefusedError for an old .doc,
    a protected or damaged file, and one past the limits.
    """
    if data.startswith(_OLD):
        raise RefusedError("This is an old or password-protected Word file: save it as .docx without a password.")
    archive = open_zip(data)
    members = {member.filename: member for member in archive.infolist()}
    if "word/document.xml" not in members:
        raise RefusedError("This is not a Word document, whatever its name says: save it as .docx again.")
    walker = _Paragraphs()
    walker.walk(parse_xml(unpack(archive, members["word/document.xml"])))
    paragraphs = [(style, item, tidy(words)) for style, item, words in walker.found]
    exported = exported_articles([line for _, _, words in paragraphs for line in words.split("\n")])
    if exported:
        return exported
    styles = parse_xml(unpack(archive, members["word/styles.xml"])) if "word/styles.xml" in members else None
    titled = _title_styles(styles)
    title = next((words for style, _, words in paragraphs if style in titled and words.strip()), "")
    text = "\n".join(_lines(paragraphs)).strip("\n")
    if not text:
        raise RefusedError("The document has no text: if it shows pictures of pages, recognise their text first (OCR).")
    return [Draft(text=text, title=" ".join(title.split()))]


READER = Reader(key="docx", label="Word", extensions=(".docx", ".docm"), read=read, order=60, risky=True)
