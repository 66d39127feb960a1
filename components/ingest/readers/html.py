"""Saved web pages: the article out of the page, and the page's own details."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from components.ingest.exports.recognise import exported_articles
from components.ingest.html_text import decode_html, page_lines, parse_html
from components.ingest.mime import parse, parts, text_of
from components.ingest.reader import Draft, Reader, RefusedError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(https?://[^\s<>\"']{3,2000}) -->")
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_].{0,20})?")
_ITEM = "- "
_FEW_WORDS = 10
_FEW_CHARACTERS = 250  # so little is a teaser or a notice: a wider look is worth it


def _spaced(text: str) -> Iterator[str]:
    """Paragraphs with blank lines between them, items following each other with a bullet."""
    before = False
    for line in text.split("\n"):
        item = line.startswith(_ITEM)
        if line.strip():
            if not (item and before):
                yield ""
            yield f"• {line.removeprefix(_ITEM)}" if item else line
            before = item


def _language(root: HtmlElement) -> str:
    match = _LANGUAGE.fullmatch((root.get("lang") or root.get("xml:lang") or "").strip())
    return match[1].lower() if match else ""


def _article(source: str, language: str) -> Draft:
    from trafilatura import bare_extraction  # loads on first use, with all it needs

    saved = _SAVED_FROM.search(source[:5000])
    best, text = None, ""
    for precise in (True, False):
        found = bare_extraction(
            source,
            url=saved[1] if saved else None,
            favor_precision=precise,
            include_comments=False,
            with_metadata=True,
            # The page's own statement of when it was published, not a date found somewhere in its text.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        if found is not None and not isinstance(found, dict) and len(found.text or "") > len(text):
            best, text = found, found.text or ""
        if len(text) >= _FEW_CHARACTERS:
            break
    if best is None or len(text.split()) < _FEW_WORDS:
        raise RefusedError("No article was found on this page: open it in a browser, copy the article and paste it.")
    return Draft(
        text="\n".join(_spaced(text)).strip("\n"),
        source=best.sitename or best.hostname or "",
        title=best.title or "",
        date=best.date or "",
        author=(best.author or "").replace("; ", ", "),
        url=best.url or "",
        language=language,
    )


def read(name: str, data: bytes) -> Iterable[Draft]:
    """One draft, or a draft per article of a Factiva export.

    Kept: the article's paragraphs, headings and lists as trafilatura finds them, and what the page states: title,
    author, day of publication, address, site, language. Left out: menus, comments, teasers, scripts, pictures. Raises
    RefusedError when there is no article on it.
    """
    if name.lower().endswith((".mhtml", ".mht")):
        pages = [part for part in parts(parse(data)) if part.get_content_type() == "text/html"]
        if not pages:
            raise RefusedError("There is no page in this web archive: save the page again.")
        source = text_of(pages[0])
    else:
        source = decode_html(data)
    root = parse_html(source)
    return exported_articles(page_lines(root)) or [_article(source, _language(root))]


READER = Reader(
    key="html",
    label="web page",
    extensions=(".html", ".htm", ".xhtml", ".mhtml", ".mht"),
    read=read,
    order=50,
    risky=True,
)
