"""Exports of the news databases, in the shapes they have: many articles in one file."""

import made_files as files
import pytest

from components.ingest.reader import reader_for

OTHER = (
    "Northern Lines asked the harbour office on Tuesday to pay for the detour through the old basin, and said that it "
    "would go to court if it had no answer by the end of the month."
)


BETWEEN = [f"Berth {n} is ready for ships." for n in range(12)]


def nexis_lines(cover=True):
    front = ["User Name: Dana Whitlow", "Date and Time: 9 June 2026", "Job Number: 1234", "Documents (2)"]
    front += ["1. " + files.TITLE, "Client/Matter: -None-", "Search Terms: pier", "2. Shipping line asks for money"]
    return [
        *(front if cover else []),
        files.TITLE,
        "Port Weekly (London)",
        "June 3, 2026 Wednesday",
        "First Edition",
        "Copyright 2026 Port Weekly Limited All Rights Reserved",
        "Section: NEWS; Pg. 12",
        "Length: 512 words",
        "Byline: Dana Whitlow",
        "Highlight: The pier is late.",
        "Body",
        "",
        files.FIRST,
        "Language: the sailors' own.",
        "Notes",
        *BETWEEN,
        files.SECOND,
        "Graphic",
        "The pier at dawn. Photograph: A. Nyberg",
        "Classification",
        "Language: ENGLISH",
        "Publication-Type: Newspaper",
        "Subject: PORTS (90%)",
        "Load-Date: June 5, 2026",
        "End of Document",
        "Shipping line asks for money",
        "The Times of the Sea",
        "June 2026",
        "Copyright 2026 Sea Press",
        "Length: 90 words",
        "Body",
        OTHER,
        "Load-Date: June 9, 2026",
        "End of Document",
    ]


FACTIVA = [
    ("SE", ["News"]),
    ("HD", [files.TITLE]),
    ("BY", ["By Dana Whitlow"]),
    ("WC", ["512 words"]),
    ("PD", ["3 June 2026"]),
    ("SN", ["Port Weekly"]),
    ("SC", ["PRTW"]),
    ("LA", ["English"]),
    ("CY", ["Copyright 2026 Port Weekly Limited"]),
    ("LP", [files.FIRST]),
    ("TD", [files.SECOND, "TV crews and US officials came.", files.THIRD]),
    ("NS", ["gport : Ports"]),
    ("PUB", ["Port Weekly Limited"]),
    ("AN", ["Document PRTW000020260603em6300001"]),
]
FACTIVA_SECOND = [
    ("HD", ["Shipping line asks for money"]),
    ("PD", ["4 June 2026"]),
    ("SN", ["The Times of the Sea"]),
    ("LP", [OTHER]),
    ("AN", ["Document TOTS000020260604em6400002"]),
]


def factiva_text():
    blocks = []
    for fields in (FACTIVA, FACTIVA_SECOND):
        rows = [f"{code:<4}{values[0]}\n" + "".join(f"\n    {v}\n" for v in values[1:]) for code, values in fields]
        blocks.append("\n".join(rows))
    return "\n\n".join(blocks)


def factiva_html():
    articles = []
    for number, fields in enumerate((FACTIVA, FACTIVA_SECOND)):
        rows = "".join(
            f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td><p>{"</p><p>".join(values)}</p></td></tr>'
            for code, values in fields
        )
        articles.append(f'<div id="article-{number}" class="article enArticle"><table>{rows}</table></div>')
    return f"<html><head><title>Factiva</title></head><body>{''.join(articles)}</body></html>"


def factiva_rtf():
    rows = []
    for fields in (FACTIVA, FACTIVA_SECOND):
        for code, values in fields:
            rows.append(f"\\trowd\\intbl {{\\b {code}}}\\cell " + "\\par\n".join(values) + "\\cell\\row\n")
    return "{\\rtf1\\ansi\\deff0 " + "".join(rows) + "}"


PROQUEST = f"""
____________________________________________________________

Report Information from ProQuest

____________________________________________________________

Table of contents

1. {files.TITLE}
2. Shipping line asks for money

____________________________________________________________

Document 1 of 2

{files.TITLE}

Author: Whitlow, Dana.

Publication info: Port Weekly ; London (UK) [London (UK)]. 03 June 2026: 12.

ProQuest document link

Abstract: The pier is late.

Full text: {files.FIRST}

Location: the old basin.

{files.SECOND}

Subject: Ports; Harbors

Title: {files.TITLE}

Publication title: Port Weekly; London (UK)

Pages: 12

Publication year: 2026

Publication date: Jun 3, 2026

Publisher: Port Weekly Limited

Language of publication: English

Document URL: https://www.proquest.example/docview/123

Copyright: Copyright Port Weekly Limited Jun 3, 2026

Last updated: 2026-06-05

____________________________________________________________

Document 2 of 2

Shipping line asks for money

Publication info: The Times of the Sea ; Bergen. 04 June 2026.

Full text: {OTHER}

Publication title: The Times of the Sea

Publication date: Jun 4, 2026

____________________________________________________________

Contact ProQuest
"""


def read(name, data):
    return list(reader_for(name).read(name, data if isinstance(data, bytes) else data.encode()))


def paragraphs(draft):
    return [line for line in draft.text.split("\n") if line]


@pytest.mark.parametrize("cover", [True, False])
@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("n.docx", lambda lines: files.word(lines, title="")),
        ("n.rtf", files.rtf),
        ("n.txt", lambda lines: "\r\n".join(lines).encode()),
    ],
)
def test_nexis_uni(name, made, cover):
    first, second = read(name, made(nexis_lines(cover)))
    assert (first.title, first.source, first.date) == (files.TITLE, "Port Weekly (London)", "2026-06-03")
    assert (first.author, first.language, first.row) == ("Dana Whitlow", "en", 1)
    assert paragraphs(first) == [files.FIRST, "Language: the sailors' own.", "Notes", *BETWEEN, files.SECOND]
    assert (second.title, second.source) == ("Shipping line asks for money", "The Times of the Sea")
    assert second.date == "", "the day on which it was loaded is not the day on which it appeared"
    assert (second.row, paragraphs(second)) == (2, [OTHER])


@pytest.mark.parametrize(
    ("name", "data"), [("f.txt", factiva_text()), ("f.html", factiva_html()), ("f.rtf", factiva_rtf())]
)
def test_factiva(name, data):
    first, second = read(name, data)
    assert (first.title, first.source, first.date) == (files.TITLE, "Port Weekly", "3 June 2026")
    assert (first.author, first.language, first.row) == ("Dana Whitlow", "en", 1)
    assert paragraphs(first) == [files.FIRST, files.SECOND, "TV crews and US officials came.", files.THIRD]
    assert (second.title, second.source, second.date) == (
        "Shipping line asks for money",
        "The Times of the Sea",
        "4 June 2026",
    )
    assert (second.author, second.row, paragraphs(second)) == ("", 2, [OTHER])


def test_proquest():
    first, second = read("p.txt", PROQUEST)
    assert (first.title, first.source, first.date) == (files.TITLE, "Port Weekly; London (UK)", "Jun 3, 2026")
    assert (first.author, first.language, first.row) == ("Whitlow, Dana", "en", 1)
    assert first.url == "https://www.proquest.example/docview/123"
    assert paragraphs(first) == [files.FIRST, "Location: the old basin.", files.SECOND]
    assert (second.title, second.source, second.row) == ("Shipping line asks for money", "The Times of the Sea", 2)
    assert paragraphs(second) == [OTHER]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(files.BODY),
        f"{files.FIRST}\n________________________\n{files.SECOND}",
        f"{files.FIRST}\nEnd of Document\n{files.SECOND}",
        f"Body\n{files.FIRST}\nTD was his sign.\nHD  television, he said, is the future.\n{files.SECOND}",
        f"Full text: {files.FIRST}",
    ],
)
def test_an_ordinary_text_is_no_export(text):
    (draft,) = read("a.txt", text)
    assert draft.text == text
    assert draft.row is None
