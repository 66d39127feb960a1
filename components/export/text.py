"""Text of articles made fit for print: what a reader sees is what stands there, in the order it stands there."""

from __future__ import annotations

import re

# Controls that nobody sees, and those that turn the reading order of all that follows (embeddings, overrides and
# isolates; the marks that right-to-left prose needs stay), and halves of characters that no file can hold.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters and without controls that reorder what stands around it."""
    return _UNPRINTABLE.sub("", text)


def clip(text: str, length: int = 24) -> str:
    """A text cut to fit, with an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def fold(text: str, width: int) -> str:
    """The text on one line of so many characters or, at a space, on two; what does not fit on those is cut."""
    if len(text) <= width:
        return text
    at = text.rfind(" ", 0, width + 1)
    return f"{text[:at]}\n{clip(text[at + 1 :], width)}" if at > 0 else clip(text, width)
