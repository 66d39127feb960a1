"""Files made to hang, crash, fill or fool whoever reads them.

``CORPUS`` is name -> (file name, what makes its bytes, what comes of it): "article" (taken in, clean and within the
limits), a piece of the sentence that refuses it, "" where either may be right (libraries mend differently), or
"seconds" when only the time limit can end it.
"""

import io
import json
import random
import struct
import zipfile
import zlib

import made_files as files

MB = 1024 * 1024
PROSE = "\n\n".join(files.BODY)
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
ENTITIES = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
LAUGHS = f'<!DOCTYPE w [<!ENTITY e0 "ha">{ENTITIES}]>'
EXTERNAL = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def word_part(head, body, encoding="utf-8"):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return files.zipped({"word/document.xml": xml.encode(encoding)})


def run(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def sheet(rows, head="", reference="A1"):
    """A workbook of raw XML rows."""
    space = "http://schemas.openxmlformats.org"
    main = f'xmlns="{space}/spreadsheetml/2006/main"'
    kind = f"{space}/officeDocument/2006/relationships"
    relation = f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" Type="{kind}/'
    return files.zipped(
        {
            "_rels/.rels": relation + 'officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {main} xmlns:r="{kind}"><sheets><sheet name="S" sheetId="1" r:id="r1"/>'
            "</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relation + 'worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?>{head}<worksheet {main}><dimension ref="{reference}"/>'
            f"<sheetData>{rows}</sheetData></worksheet>",
        }
    )


def cells(number, *values):
    shown = "".join(f'<c r="{"ABCDEF"[i]}{number}" t="inlineStr"><is><t>{v}</t></is></c>' for i, v in enumerate(values))
    return f'<row r="{number}">{shown}</row>'


def overlapping(n):
    """A ZIP whose list names the same packed bytes n times."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(bytes(MB)) + packed.flush()
    crc = zlib.crc32(bytes(MB))
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 33, crc, len(body), MB, 5, 0) + b"a.txt" + body
    entry = (
        struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 33, crc, len(body), MB, 5, 0, 0, 0, 0, 0, 0) + b"a.txt"
    )
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, n, n, n * len(entry), len(local), 0)
    return local + n * entry + end


def patched(data, old, new, count=-1):
    assert old in data
    return data.replace(old, new, count)


def lying_sizes():
    """A member that says it unpacks to ten bytes."""
    text = PROSE.encode()
    data = files.zipped({"a.txt": text})
    return patched(data, struct.pack("<I", len(text)), struct.pack("<I", 10))


def nested(depth):
    data = PROSE.encode()
    name = "a.txt"
    for _ in range(depth):
        data, name = files.zipped({name: data}), "a.zip"
    return data


def packed_as(method):
    return files.zipped({"a.txt": PROSE.encode()}, method)


def encrypted_zip():
    data = bytearray(files.zipped({"a.txt": PROSE.encode()}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def link():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        member = zipfile.ZipInfo("link.txt")
        member.external_attr = 0o120777 << 16
        archive.writestr(member, "/etc/passwd")
    return out.getvalue()


def flate(data):
    packed = zlib.compress(data, 9)
    return files.stream(packed, "/Filter /FlateDecode ")


def one_page(content, kids="3 0 R", count=1, extra=b""):
    return files.pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R " + extra + b">>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            content,
        ]
    )


SHOWN = files.stream(b"BT /F1 11 Tf 14 TL 60 780 Td (" + b"The pier opens in the spring again. " * 8 + b") Tj ET")
PDF = files.pdf([[files.TITLE, *files.BODY]])


def multipart(depth):
    head = "From: a@b.example\nSubject: deep\n"
    for n in range(depth):
        head += f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n"
    return (head + "Content-Type: text/plain\n\n" + PROSE).encode()


def forwarded(depth):
    return ("From: a@b.example\nContent-Type: message/rfc822\n\n" * depth + "From: a@b.example\n\n" + PROSE).encode()


def html(inner, head=""):
    article = f"<article><p>{files.FIRST}</p>{inner}<p>{files.SECOND}</p></article>"
    return f"<html><head>{head}</head><body>{article}".encode()


def csv_of(text, **fields):
    head = ",".join(["text", *fields])
    return (head + "\n" + ",".join('"' + v.replace('"', '""') + '"' for v in [text, *fields.values()]) + "\n").encode()


def noise(size):
    """Text of that size which shrinks to about half."""
    return (random.Random(1).randbytes(64 * 1024).hex() * (size // (128 * 1024) + 1))[:size].encode()


CORPUS = {
    # ZIP
    "zip bomb": ("a.zip", lambda: files.zipped({"a.txt": bytes(20 * MB)}), "200 times its size"),
    "zip of a bomb beside noise": (
        "a.zip",
        lambda: files.zipped({"a.txt": bytes(18 * MB), "b.txt": noise(MB)}),
        "part of it unpacks to more than 200 times",
    ),
    "zip of overlapping members": ("a.zip", lambda: overlapping(1500), "unpacks to"),
    "zip nested five deep": ("a.zip", lambda: nested(5), "nested too deep"),
    "zip in a zip": ("a.zip", lambda: nested(2), "article"),
    "zip slip": ("a.zip", lambda: files.zipped({"../../../tmp/parallax-slip.txt": PROSE}), "article"),
    "zip with absolute paths": ("a.zip", lambda: files.zipped({"/tmp/parallax-slip.txt": PROSE}), "article"),
    "zip with a drive": ("a.zip", lambda: files.zipped({"C:\\..\\parallax-slip.txt": PROSE}), "article"),
    "zip with a link": ("a.zip", link, "article"),
    "zip of 5,000 members": ("a.zip", lambda: files.zipped({f"{n}.txt": b"x" for n in range(5000)}), "more than 2,000"),
    "zip of a listed million": ("a.zip", lambda: b"PK\3\4" + (b"PK\1\2" + bytes(8)) * 100_000, "more than 2,000"),
    "zip with lying sizes": ("a.zip", lying_sizes, "damaged"),
    "zip cut short": ("a.zip", lambda: files.zipped({"a.txt": PROSE})[:-30], "damaged"),
    "zip with a broken member": (
        "a.zip",
        lambda: patched(files.zipped({"a.txt": PROSE}, 0), b"pier", b"pear"),
        "damaged",
    ),
    "zip with a password": ("a.zip", encrypted_zip, "password"),
    "zip packed by lzma": ("a.zip", lambda: packed_as(zipfile.ZIP_LZMA), "unusual way"),
    "zip of nothing": ("a.zip", lambda: files.zipped({}), "empty"),
    "zip of an over-large file": ("a.zip", lambda: files.zipped({"a.txt": noise(MB) + bytes(20 * MB)}), "more than 20"),
    "zip with tricky names": ("a.zip", lambda: files.zipped({"\u202etxt.exe\n\x07<b>.txt": PROSE}), "article"),
    "text named zip": ("a.zip", lambda: PROSE.encode(), "damaged"),
    # Word
    "word with a billion laughs": ("a.docx", lambda: word_part(LAUGHS, run("&e9;")), "entities"),
    "word with an external entity": ("a.docx", lambda: word_part(EXTERNAL, run("&x;")), "entities"),
    "word with entities in UTF-16": ("a.docx", lambda: word_part(EXTERNAL, run("&x;"), "utf-16"), "entities"),
    "word that unpacks to 20 MB": ("a.docx", lambda: word_part("", " " * 20 * MB), "times its size"),
    "word nested 50,000 deep": ("a.docx", lambda: word_part("", "<w:p>" * 50_000 + "</w:p>" * 50_000), "broken"),
    "word of 12,000 paragraphs": (
        "a.docx",
        lambda: word_part("", "".join(run(f"{n:x} b") for n in range(12_000))),
        "no article is that long",
    ),
    "word without its document": ("a.docx", lambda: files.zipped({"word/styles.xml": "<a/>"}), "not a Word document"),
    "word of noise": ("a.docx", lambda: files.zipped({"word/document.xml": b"\x00\xff" * 999}), "broken"),
    "word with script for words": ("a.docx", lambda: files.word([*files.BODY, SCRIPT], title=SCRIPT), "article"),
    "word with a broken style sheet": (
        "a.docx",
        lambda: files.word_xml(run(PROSE), **{"word/styles.xml": "<a"}),
        "broken",
    ),
    "old word": ("a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "old or password"),
    # Excel
    "excel with a far cell": (
        "a.xlsx",
        lambda: sheet(cells(1, "text") + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "",
    ),
    "excel with a far row": (
        "a.xlsx",
        lambda: sheet(cells(1, "text") + '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
        "rows",
    ),
    "excel with a billion laughs": ("a.xlsx", lambda: sheet(cells(1, "text", "&e9;"), head=LAUGHS), "entities"),
    "excel that claims to be full": (
        "a.xlsx",
        lambda: sheet(cells(1, "text") + cells(2, PROSE), reference="A1:XFD1048576"),
        "article",
    ),
    "excel cut short": ("a.xlsx", lambda: files.workbook([["text"], [PROSE]])[:-200], "damaged"),
    "excel with broken XML": ("a.xlsx", lambda: sheet("<row><c"), "damaged"),
    "excel with formulas for titles": (
        "a.xlsx",
        lambda: sheet(cells(1, "text", "title") + cells(2, PROSE, "=cmd|' /C calc'!A0")),
        "article",
    ),
    # PDF
    "pdf cut short": ("a.pdf", lambda: PDF[: len(PDF) // 3], "if it opens in a PDF viewer, print it from there"),
    "pdf of a header": ("a.pdf", lambda: b"%PDF-1.7\n", "damaged"),
    "pdf of noise": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4000, "damaged"),
    "pdf whose pages are their own children": ("a.pdf", lambda: one_page(SHOWN, kids="2 0 R", count=9), "damaged"),
    "pdf that claims a billion pages": ("a.pdf", lambda: one_page(SHOWN, count=10**9), ""),
    "pdf of 600 pages": ("a.pdf", lambda: files.pdf([["x"]] * 600), "more than 500"),
    "pdf bomb": ("a.pdf", lambda: one_page(flate(b"BT /F1 9 Tf (spring again) Tj ET " * (2 * MB))), "seconds"),
    "pdf nested 100,000 deep": ("a.pdf", lambda: one_page(files.stream(b"[" * 100_000 + b"]" * 100_000)), "no text"),
    "pdf with script": (
        "a.pdf",
        lambda: one_page(SHOWN, extra=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "),
        "article",
    ),
    "pdf with a loop of tables": ("a.pdf", lambda: patched(PDF, b"trailer\n<< ", b"trailer\n<< /Prev 9 "), ""),
    "pdf with a page of miles": ("a.pdf", lambda: patched(PDF, b"[0 0 595 842]", b"[-9e9 0 9e9 9]"), ""),
    "pdf with offsets into nowhere": ("a.pdf", lambda: patched(PDF, b"startxref\n", b"startxref\n99999"), "article"),
    # Web pages
    "page nested 30,000 deep": ("a.html", lambda: html("<div>" * 30_000), ""),
    "page of unclosed links": ("a.html", lambda: html("<a href=x>" * 200_000), "seconds"),
    "page of 300,000 attributes": (
        "a.html",
        lambda: html(f"<p {' '.join(f'a{n}=1' for n in range(300_000))}>"),
        "seconds",
    ),
    "page of 2 MB in a line": ("a.html", lambda: html("word " * 400_000), ""),
    "page of an unclosed comment": ("a.html", lambda: html("<!--" * 500_000), ""),
    "page of scripts": ("a.html", lambda: b"<html><body>" + b"<script>x()</script>" * 50_000, "seconds"),
    "page with script for a title": (
        "a.html",
        lambda: files.page(title="&lt;script&gt;alert(1)&lt;/script&gt;"),
        "article",
    ),
    "page in punycode": ("a.html", lambda: files.page(head='<meta charset="punycode">'), "article"),
    "page in UTF-7": ("a.html", lambda: patched(files.page(), b'"utf-8"', b'"utf-7"'), "article"),
    "page of NUL bytes": ("a.html", lambda: html("\0" * 1000), "binary file"),
    "page of nothing": ("a.html", lambda: b"<!-- -->", "no page"),
    "page with its own entities": ("a.html", lambda: LAUGHS.encode() + html("&e9;"), ""),
    "web archive of 3,000 parts": (
        "a.mhtml",
        lambda: b"From: x\nContent-Type: multipart/related; boundary=b\n\n" + b"--b\n\nx\n" * 3000,
        "more than 2,000 parts",
    ),
    # RTF
    "rtf nested 200,000 deep": ("a.rtf", lambda: b"{\\rtf1 " + b"{" * 200_000 + b"x" + b"}" * 200_000, ""),
    "rtf closed a million times": ("a.rtf", lambda: b"{\\rtf1 x" + b"}" * MB, ""),
    "rtf with endless numbers": ("a.rtf", lambda: b"{\\rtf1 \\u" + b"9" * 5000 + b"? " + PROSE.encode() + b"}", ""),
    "rtf with an unknown code page": ("a.rtf", lambda: b"{\\rtf1\\ansicpg99999 " + PROSE.encode() + b" \\'e9}", ""),
    "rtf with raw bytes announced": ("a.rtf", lambda: b"{\\rtf1 {\\bin99999999999 }" + PROSE.encode() + b"}", ""),
    "rtf of half characters": ("a.rtf", lambda: b"{\\rtf1 " + PROSE.encode() + b" \\u-10179? \\u55357?}", "article"),
    "rtf of backslashes": ("a.rtf", lambda: b"{\\rtf1 " + b"\\" * 300_000, ""),
    # Mail
    "mail nested 300 deep": ("a.eml", lambda: multipart(300), ""),
    "mail forwarded 3,000 times": ("a.eml", lambda: forwarded(3000), ""),
    "mail with a header of 10 MB": (
        "a.eml",
        lambda: b"Subject: " + b"a " * 5 * MB + b"\n\n" + PROSE.encode(),
        "seconds",
    ),
    "mail with a punycode subject": (
        "a.eml",
        lambda: b"From: a@b.example\nSubject: =?punycode?q?" + b"a" * 20_000 + b"?=\n\n" + PROSE.encode(),
        "",
    ),
    "mail with a broken date": ("a.eml", lambda: b"From: a\nDate: 99 Foo 2026 99:99\n\n" + PROSE.encode(), "article"),
    "mail in broken base64": (
        "a.eml",
        lambda: b"From: a@b.example\nContent-Transfer-Encoding: base64\n\n====" + b"@" * 5000,
        "",
    ),
    "mail without a header": ("a.eml", lambda: b"\n\n" + PROSE.encode(), "not a mail"),
    # Plain formats
    "csv of a million columns": ("a.csv", lambda: b"text," + b"a," * 10**6 + b"\n" + b"x," * 10**6, "more than 1,000"),
    "csv with a row of a million cells": ("a.csv", lambda: b"text\n" + b"x," * 10**6, "more cells"),
    "csv of an unclosed quotation mark": ("a.csv", lambda: b'text\n"' + b"a,\n" * 10**6, "quotation marks"),
    "csv with formulas": ("a.csv", lambda: csv_of(PROSE, title="=HYPERLINK(1)", source="@SUM(1)"), "article"),
    "csv with script in every field": ("a.csv", lambda: csv_of(PROSE + SCRIPT, title=SCRIPT, source=SCRIPT), "article"),
    "text of 10 MB in a line": ("a.txt", lambda: b"word " * 2 * MB, "no article is that long"),
    "text of 300,000 lines": ("a.txt", lambda: b"x\n" * 300_000, "no article is that long"),
    "text of 10,000 menus": ("a.txt", lambda: b"Home\nNews\nShare\nLeave a Reply\nTags: a\n" * 2_000, ""),
    "text turned around": ("a.txt", lambda: f"\u202e\u2066{PROSE}\u2069\u202c \x1b[31m".encode(), "article"),
    "text of accents": ("a.txt", lambda: (PROSE + "a" + "\u0301\u0323" * 200_000).encode(), "article"),
    "text with invalid bytes": ("a.txt", lambda: PROSE.encode() + b" \xff\xfe\xed\xa0\x80 \xc3(", "article"),
    "text of half a UTF-16": ("a.txt", lambda: PROSE.encode("utf-16")[:-1], "article"),
    "text of NUL bytes": ("a.txt", lambda: b"abc\0def" * 1000, "binary file"),
    "text of control characters": ("a.txt", lambda: b"\x07\x08" * 5000, "binary file"),
    "json nested a million deep": ("a.json", lambda: b"[" * 10**6, "not valid JSON"),
    "json nested in its text": ("a.json", lambda: b'{"text": ' + b"[" * 900 + b"]" * 900 + b"}", ""),
    "json of half characters": ("a.jsonl", lambda: json.dumps({"text": PROSE + "\ud83d \udc00"}).encode(), "article"),
    "json of endless digits": ("a.json", lambda: b'{"text": ' + b"9" * 100_000 + b"}", "not valid JSON"),
    "json of 100,000 objects": ("a.jsonl", lambda: b"{}\n" * 10**5, "more than 50,000"),
    "front matter without an end": ("a.md", lambda: b"---\n" + b"a: b\n" * 5_000 + PROSE.encode(), "article"),
    "markdown of brackets": ("a.md", lambda: b"[" * 400_000 + b"\n\n" + PROSE.encode(), "article"),
    "markdown of stars": ("a.md", lambda: b"*a_" * 150_000 + b"\n\n" + PROSE.encode(), "article"),
}
