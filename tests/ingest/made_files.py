"""Files in the shapes that people hold, made in memory."""

import io
import zipfile
from email.message import EmailMessage

import docx
import openpyxl

TITLE = "Pier opens in the spring after four months of delay"
FIRST = (
    "The harbour office said on Monday that the new pier will open in the spring, four months later than it had "
    "promised to the shipping companies when work began."
)
SECOND = (
    "Builders found an old sewer under the site, and had to move it before they could go on with the foundations, "
    "said Dana Whitlow, who leads the work for the city."
)
THIRD = (
    "Two companies had booked berths from January on. One of them, Northern Lines, now lands its cargo in the old "
    "basin and asks the office to pay for the difference."
)
BODY = [FIRST, SECOND, THIRD]


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    """A ZIP of (name, bytes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in files.items() if isinstance(files, dict) else files:
            archive.writestr(name, data)
    return out.getvalue()


def word(paragraphs=BODY, title=TITLE, items=(), table=()):
    """A Word document as the program writes it."""
    document = docx.Document()
    if title:
        document.add_heading(title, level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for item in items:
        document.add_paragraph(item, style="List Bullet")
    if table:
        made = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(made.add_row().cells, row, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_xml(body, **parts):
    """A Word document of raw XML inside ``w:body``."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": xml, **parts})


def workbook(rows, other=()):
    """A workbook whose second sheet, if any, holds the rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    if other:
        for row in other:
            sheet.append(row)
        sheet = book.create_sheet("Articles")
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rtf(paragraphs):
    """An RTF document of the paragraphs, in Windows-1252 with what else there is as \\u escapes."""
    escaped = []
    for paragraph in paragraphs:
        safe = paragraph.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        escaped.append("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in safe))
    body = "\\par\n".join(escaped)
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}{\\info{\\title Old title}}"
    return (head + "\\viewkind4\\pard\\f0\\fs24 " + body + "\\par}").encode("ascii")


def pdf_of(objects, trailer=""):
    """A PDF of numbered objects (bytes), the first being the catalogue."""
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    at = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{at}\n%%EOF\n".encode()


def stream(data, extra=""):
    return f"<< /Length {len(data)} {extra}>>\nstream\n".encode() + data + b"\nendstream"


def pdf(pages, title=""):
    """A PDF of pages, each a list of lines of type."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, lines in enumerate(pages):
        shown = []
        for line in lines:
            safe = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            shown.append(f"({safe}) Tj T*")
        content = ("BT /F1 11 Tf 14 TL 60 780 Td " + "\n".join(shown) + " ET").encode("cp1252")
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R "
        objects += [page.encode() + b"/Resources << /Font << /F1 3 0 R >> >> >>", stream(content)]
    if title:
        objects.append(f"<< /Title ({title}) >>".encode())
    return pdf_of(objects, f"/Info {len(objects)} 0 R " if title else "")


def mail(plain="", html="", attach=b"", **headers):
    """A mail with the parts that are given."""
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if plain:
        message.set_content(plain)
    if html:
        (message.add_alternative if plain else message.set_content)(html, subtype="html")
    if attach:
        message.add_attachment(attach, maintype="application", subtype="pdf", filename="release.pdf")
    return message.as_bytes()


def page(paragraphs=BODY, title=TITLE, head="", around=True, lang="en"):
    """A saved web page: menu, article, comments and footer."""
    article = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>' if around else ""
    below = (
        '<div id="comments"><h3>Comments</h3><p>First! Great article, I would say, but the pier should have a café.</p>'
        '</div><footer><a href="/privacy">Privacy policy</a> <a href="/terms">Terms of use</a></footer>'
    )
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} | Port Weekly</title>{head}'
        f"</head><body>{menu}<article><h1>{title}</h1>{article}</article>{below if around else ''}</body></html>"
    ).encode()
