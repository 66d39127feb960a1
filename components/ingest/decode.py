"""Bytes to text, and text to the plain form that everything downstream relies on.

:func:`decode` finds the encoding; :func:`tidy` makes line ends, spaces and invisible characters uniform. Both are
idempotent on their own output.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache

from components.ingest.reader import RefusedError

# What a file's first bytes say it is: refused with its name, for nobody wants its bytes measured as words.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"Rar!\x1a", "a compressed archive"),
    (b"\xfd7zXZ\x00", "a compressed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3\x03", "sound"),
    (b"ID3\x04", "sound"),
    (b"OggS\x00", "sound or video"),
)
_ZIPPED = ((b"word/", "a Word document"), (b"xl/", "an Excel workbook"), (b"ppt/", "a PowerPoint file"))
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# No-break, thin and other Unicode spaces become the plain one: offsets stay as they are, and "14.3\xa0billion" or
# "Share\u202f:" then match what a reader sees. No measure has a use for the difference.
_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphens, zero-width marks, bidi controls and overrides, invisible operators, annotation and tag characters,
# controls: nobody sees them, and every one of them splits a word or hides one.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
# A joiner is part of an emoji or of a Persian or Indic word; between Latin letters it only hides something.
_STRAY_JOINER = re.compile("(?<![\u0600-\u1cff\u200c\u200d\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Putting the accents over one letter in order takes time quadratic in their number: half a minute for 100 kB of them.
# No writing has as many over a letter as Unicode's own limit for streams.
_MAX_ACCENTS = 30
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_MAX_CONTROL_SHARE = 0.01


# The single- and multi-byte character sets of the world's writing. Python has codecs that are none (punycode, escapes,
# compression), some of them of quadratic time.
_CHARSETS = re.compile(
    r"iso8859-\d+|iso2022_\w+|cp\d{3,4}|koi8-[rut]|mac-\w+|shift_jis\w*|euc_\w+|gb\w+|big5\w*|hz|johab|tis-620|kz1048|ptcp154"
)


def is_plain(codec: str) -> bool:
    """The codec of that name is one that :func:`decode` recognises by itself."""
    return codec in ("utf-8", "ascii", "iso8859-1", "cp1252") or codec.startswith(("utf-16", "utf-32"))


def is_charset(codec: str) -> bool:
    """The codec of that name (as :mod:`codecs` names it) is a character set, not some other conversion of bytes."""
    return is_plain(codec) or _CHARSETS.fullmatch(codec) is not None


def _latin(error: UnicodeError) -> tuple[str, int]:
    """Read what is not UTF-8 as Windows-1252, byte by byte, so one bad byte does not garble a whole file."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(_CP1252[byte] for byte in bad), error.end


_CP1252 = [bytes([byte]).decode("cp1252", errors="ignore") for byte in range(256)]
codecs.register_error("parallax-cp1252", _latin)


def _what_it_is(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        return next((what for part, what in _ZIPPED if part in data[:8192]), "a ZIP archive")
    if data[4:8] == b"ftyp":
        return "sound or video"
    return next((what for signature, what in _SIGNATURES if data.startswith(signature)), "")


def _utf16(data: bytes) -> str:
    """The byte order of UTF-16 without a byte order mark, or "": Latin text has a NUL in every second byte."""
    sample = data[: 64 * 1024]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd / half > 0.3 and even / half < 0.05:
        return "utf-16-le"
    if even / half > 0.3 and odd / half < 0.05:
        return "utf-16-be"
    return ""


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 and UTF-32 by their marks, UTF-16 also without, else Windows-1252.

    What is not valid UTF-8 is read as Windows-1252 byte by byte, which reads a Windows file whole and keeps a
    UTF-8 file with a broken byte. The result is :func:`tidy`.
    Raises RefusedError for what is no text: a PDF, an office file, an image, a program, anything with NUL bytes.
    """
    what = _what_it_is(data)
    if what:
        raise RefusedError(f"This is {what}, not plain text: open it and save or copy its text.")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            body = data[len(mark) :]
            errors = "parallax-cp1252" if encoding == "utf-8" else "replace"
            break
    else:
        body, encoding = data, _utf16(data)
        errors = "replace"
        if not encoding:
            encoding, errors = "utf-8", "parallax-cp1252"
    text = body.decode(encoding, errors=errors)
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls > max(_MAX_CONTROL_SHARE * len(text), 2):
        raise RefusedError(
            "This is a binary file, not plain text: open it in its own program and save or copy its text."
        )
    return tidy(text)


@cache
def _accent_runs() -> re.Pattern[str]:
    """More combining marks in a row than any letter has; the first ones are group 1."""
    marks = {i for i in range(0x300, 0x20000) if unicodedata.combining(chr(i))}  # none stands above
    starts = sorted(i for i in marks if i - 1 not in marks)
    ends = sorted(i for i in marks if i + 1 not in marks)
    either = "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(starts, ends, strict=True))
    return re.compile(f"([{either}]{{{_MAX_ACCENTS}}})[{either}]+")


def tidy(text: str) -> str:
    r"""Text in the one form used from here on.

    Line ends become ``\n``; no-break and other Unicode spaces become a plain space; soft hyphens, zero-width
    and control characters, bidi marks and overrides go (joiners stay inside emoji and non-Latin words); a lone
    surrogate becomes U+FFFD; accents are composed (NFC), and those beyond 30 over one letter go.
    """
    text = _SURROGATE.sub("\ufffd", text)
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    text = _STRAY_JOINER.sub("", _SPACES.sub(" ", text))
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _accent_runs().sub(r"\1", text))
