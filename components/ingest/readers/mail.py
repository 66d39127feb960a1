"""Mail: the message is the article."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from components.ingest.decode import tidy
from components.ingest.html_text import page_lines, parse_html
from components.ingest.mime import parse, parts, text_of
from components.ingest.reader import Draft, Problem, Reader, RefusedError


def _words(message: EmailMessage, header: str) -> str:
    return " ".join(tidy(str(message.get(header, ""))).split())


def _day(message: EmailMessage) -> str:
    """The day on which it was sent, where it was sent; "" when the header has no date."""
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def read(name: str, data: bytes) -> Iterator[Draft | Problem]:
    """One draft: subject as title, the day it was sent, the sender's displayed name as author, the body.

    The body is the plain part, else the text of the HTML part (a mail has no page around it to take away). The source
    is the header Organization if there is one. Left out: attachments, which a note counts; quoted mails stay, as
    nothing marks them for certain. Raises RefusedError for what is no mail or has no text.
    """
    message = parse(data)
    plain: list[str] = []
    marked: list[str] = []
    attached = 0
    for part in parts(message):
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html"):
            attached += 1
        elif text := text_of(part).strip():
            (plain if kind == "text/plain" else marked).append(text)
    text = "\n\n".join(plain or ("\n".join(page_lines(parse_html(html))) for html in marked)).strip()
    if not text:
        raise RefusedError("The mail has no text: save what is attached to it as a file of its own.")
    sender, _ = parseaddr(_words(message, "From"))
    yield Draft(
        text=text,
        title=_words(message, "Subject"),
        source=_words(message, "Organization"),
        date=_day(message),
        author=sender,
        language=_words(message, "Content-Language")[:2],
    )
    if attached:
        files = "One attached file was" if attached == 1 else f"{attached} attached files were"
        yield Problem(name, f"{files} left out: save what belongs to the story as files of their own.", refused=False)


READER = Reader(key="mail", label="mail", extensions=(".eml",), read=read, order=90, risky=True)
