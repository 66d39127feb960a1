from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ingest.decode import decode, tidy
from components.ingest.reader import RefusedError

TEXT = "“It’s a café,” she said – €5.\nSecond line."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_encoding_is_found(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf16_big_endian_with_a_mark():
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_one_broken_byte_does_not_garble_a_utf8_file():
    assert decode("caf\u00e9 na\u00efve ".encode() + b"\x93quoted\x94") == "café naïve “quoted”"


def test_bytes_that_windows_leaves_undefined_go():
    assert decode(b"a\x81b\x8d") == "ab"


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n", "\u2028", "\x0c", "\x0b"])
def test_line_ends_are_one(ends):
    assert decode(f"one{ends}two".encode()) == "one\ntwo"


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("14.3\u00a0billion\u202fdollars\u3000x", "14.3 billion dollars x"),
        ("super\u00adintelligence", "superintelligence"),
        ("zero\u200bwidth\ufeff\u2060", "zerowidth"),
        ("joi\u200dner", "joiner"),
        ("\u202eevil\u202c \u2066a\u2069\u200f", "evil a"),
        ("bell\x07\x1b[0m", "bell[0m"),
        ("lone \ud83d half", "lone \ufffd half"),
        ("cafe\u0301", "caf\u00e9"),
        ("👩\u200d💼 ⚠\ufe0f", "👩\u200d💼 ⚠\ufe0f"),
        ("می\u200cروم", "می\u200cروم"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_invisible_characters_go_and_visible_ones_stay(raw, plain):
    assert tidy(raw) == plain


@given(st.text(st.characters()))
def test_tidy_is_idempotent(text):
    once = tidy(text)
    assert tidy(once) == once
    assert once.encode("utf-8").decode("utf-8") == once


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data):
    with suppress(RefusedError):
        text = decode(data)
        assert "\r" not in text
        assert "\x00" not in text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....word/document.xml", "a Word document"),
        (b"PK\x03\x04....xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04....a.txt", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"\x7fELF\x02", "a program"),
        (b"MZ\x90\x00\x03", "a program"),
        (b"{\\rtf1\\ansi hello}", "an RTF document"),
        (b"\x00\x00\x00\x18ftypmp42", "sound or video"),
        (b"text with a \x00 in it", "a binary file"),
        (bytes(range(256)) * 4, "a binary file"),
        (b"\x01\x02\x03\x04 words", "a binary file"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, what):
    with pytest.raises(RefusedError, match=f"This is {what}"):
        decode(data)
