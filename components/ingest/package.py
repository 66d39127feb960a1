"""The XML parts of office files: a ZIP whose parts are checked before any is unpacked, then parsed without entities."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from components.ingest.limits import MAX_EXPANDED_BYTES, MAX_MEMBERS, MAX_RATIO, RATIO_FREE_BYTES
from components.ingest.reader import RefusedError

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The ZIP of ``data``, its list of members within the limits; nothing is unpacked.

    Raises RefusedError for no ZIP, too many members, members that unpack to too much (in all, or for their packed
    size: the declared sizes bind, as no more than them is unpacked), are encrypted, or overlap.
    """
    # Each entry of the list has this mark, so the list is not even parsed when it is absurd.
    if data.count(_ENTRY) > 20 * MAX_MEMBERS:
        raise RefusedError(f"The archive holds more than {MAX_MEMBERS:,} files: split it.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise RefusedError(f"The file is damaged ({error}): make or save it again.") from error
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise RefusedError(f"The archive holds {len(members):,} files, more than {MAX_MEMBERS:,}: split it.")
    expanded = sum(member.file_size for member in members)
    if expanded > MAX_EXPANDED_BYTES:
        limit = MAX_EXPANDED_BYTES // (1024 * 1024)
        raise RefusedError(f"It unpacks to {expanded / 1024 / 1024:,.0f} MB, more than {limit}: split it.")
    if expanded > RATIO_FREE_BYTES and expanded > MAX_RATIO * len(data):
        raise RefusedError(
            f"It unpacks to more than {MAX_RATIO} times its size, as no text does: nothing was unpacked."
        )
    for member in members:
        if member.flag_bits & 0x1:
            raise RefusedError("It is protected by a password: save it without one.")
        if member.file_size > RATIO_FREE_BYTES and member.file_size > MAX_RATIO * member.compress_size:
            raise RefusedError(
                f"A part of it unpacks to more than {MAX_RATIO} times its size, as no text does: nothing was unpacked."
            )
    return archive


def unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The bytes of one member. Raises RefusedError when it is damaged or packed in a way that is not read."""
    if member.compress_type not in _METHODS:  # others can claim gigabytes of memory before the first byte
        raise RefusedError("It is packed in an unusual way: make the archive again as an ordinary ZIP.")
    try:
        return archive.read(member)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError, NotImplementedError) as error:
        raise RefusedError(f"It is damaged in the archive ({error}): make the archive again.") from error


def refuse_doctype(part: bytes) -> None:
    """Raises RefusedError for XML with a document type: no office program writes one, and bombs are made of them."""
    if any(mark in part for mark in _DOCTYPES):
        raise RefusedError("It declares XML entities, as no office program does: save it again, or paste its text.")


def parse_xml(part: bytes) -> _Element:
    """The root of an XML part, without document type, entities, network or huge trees.

    Raises RefusedError for broken XML and for a document type.
    """
    from lxml import etree  # loads on first use

    refuse_doctype(part)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError(
            f"Its XML is broken ({error.msg or 'unknown'}): save it again, or paste its text."
        ) from error
