"""The source of a web page as a tree, and the tree as the lines that a reader would see."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from components.ingest.decode import decode, is_charset, is_plain, tidy
from components.ingest.reader import RefusedError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})", re.I)
_UNSEEN = frozenset("script style head template noscript iframe object svg math select textarea".split())
_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul".split()
)
_SPACES = re.compile(r"\s+")


def decode_html(data: bytes) -> str:
    """The source of a page, in the character set that it declares, else as any text.

    Raises RefusedError for what is no text.
    """
    declared = _CHARSET.search(data, 0, 4096)
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            charset = codecs.lookup(declared[1].decode("ascii")).name
            if not is_plain(charset) and is_charset(charset):
                return tidy(data.decode(charset))
        except (LookupError, UnicodeError):  # an unknown or a wrong declaration: read as if there were none
            pass
    return decode(data)


def parse_html(source: str) -> HtmlElement:
    """The tree of a page's source, however broken. Raises RefusedError when there is nothing in it."""
    from lxml import etree, html  # loads on first use

    try:
        # A declaration of the encoding inside a decoded text would be an error; the bytes are UTF-8 from here on.
        parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise RefusedError("There is no page in this file: save the page again, or paste its text.") from error


def _pieces(root: HtmlElement) -> Iterator[str]:
    """Text with a line feed at the edges of blocks, a tab between cells, and nothing that is never shown."""
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:  # without recursion: a page may nest as deep as it likes
        element, leaving = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if leaving:
            yield "\n" if name in _BLOCKS else "\t" if name in ("td", "th") else ""
            yield _SPACES.sub(" ", element.tail or "")
        elif not name or name in _UNSEEN:
            yield _SPACES.sub(" ", element.tail or "")
        else:
            yield "\n" if name in _BLOCKS else ""
            yield _SPACES.sub(" ", element.text or "")
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))


def page_lines(root: HtmlElement) -> list[str]:
    """The lines of a page that hold anything, those of menus and footers included; cells of a row stand tab by tab."""
    return [line for part in "".join(_pieces(root)).split("\n") if (line := part.strip(" \t").replace("\t ", "\t"))]
