"""Mail and web archives: parts of a message and their text."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from components.ingest.decode import decode, is_charset, tidy
from components.ingest.reader import RefusedError

MAX_PARTS = 2_000


def parse(data: bytes) -> EmailMessage:
    """The message of ``data``. Raises RefusedError when it begins with no header at all."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise RefusedError("This is not a mail or a web archive, whatever its name says: save it again.")
    return message


def parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something themselves. Raises RefusedError beyond MAX_PARTS."""
    for number, part in enumerate(message.walk()):
        if number > MAX_PARTS:
            raise RefusedError(f"It has more than {MAX_PARTS:,} parts: paste its text.")
        if isinstance(part, EmailMessage) and not part.is_multipart():
            yield part


def text_of(part: EmailMessage) -> str:
    """The text of a part in its own character set; where that is unknown or wrong, as :func:`decode` finds it."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        charset = codecs.lookup(part.get_content_charset() or "utf-8").name
        return tidy(data.decode(charset)) if is_charset(charset) else decode(data)
    except (LookupError, UnicodeError):  # unknown or wrong: read as if it named none
        return decode(data)
