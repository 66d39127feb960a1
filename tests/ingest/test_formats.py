"""A test per format, on files as people hold them."""

import datetime
import textwrap

import made_files as files
import pytest

from components.ingest.intake import take_in
from components.ingest.reader import Draft, Problem, RefusedError, reader_for

DETAILS = (
    '<meta property="og:site_name" content="Port Weekly"><meta name="author" content="Dana Whitlow">'
    '<meta property="article:published_time" content="2026-06-03T10:00:00Z">'
    '<link rel="canonical" href="https://port.example/2026/pier">'
)


def read(name, data):
    return list(reader_for(name).read(name, data))


def only(name, data):
    (draft,) = read(name, data)
    assert isinstance(draft, Draft)
    return draft


def paragraphs(draft):
    return [line for line in draft.text.split("\n") if line]


def test_a_web_page_gives_its_article_and_what_it_states():
    draft = only("a.html", files.page(head=DETAILS))
    assert paragraphs(draft) == [files.TITLE, *files.BODY]
    assert (draft.title, draft.source, draft.author) == (files.TITLE, "Port Weekly", "Dana Whitlow")
    assert (draft.date, draft.url, draft.language) == ("2026-06-03", "https://port.example/2026/pier", "en")


def test_a_web_page_states_no_date_that_only_stands_in_its_text():
    draft = only("a.html", files.page([*files.BODY, "On 4 May 2019 the first stone was laid."]))
    assert "4 May 2019" in draft.text
    assert draft.date == ""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "shift_jis", "utf-16"])
def test_a_web_page_is_read_in_its_own_character_set(charset):
    word = "港の事務所" if charset == "shift_jis" else "Café “Zöe”"
    source = files.page([f"{word}. {files.FIRST}", files.SECOND, files.THIRD], around=False).decode()
    draft = only("a.htm", source.replace('charset="utf-8"', f'charset="{charset}"').encode(charset))
    assert word in draft.text


def test_lists_of_a_web_page_are_items():
    html = files.page([*files.BODY, "<ul><li>One berth for cargo ships.</li><li>Two berths for ferries.</li></ul>"])
    assert "• One berth for cargo ships.\n• Two berths for ferries." in only("a.html", html).text


def test_a_web_archive_is_its_page():
    archive = files.mail(html=files.page(head=DETAILS).decode(), From="<Saved by a browser>", Subject="x")
    assert paragraphs(only("a.mhtml", archive)) == [files.TITLE, *files.BODY]


def test_a_web_page_without_an_article_is_refused():
    with pytest.raises(RefusedError, match="No article was found"):
        read("a.html", b"<html><body><script>var a = 1</script><nav><a href='/'>Home</a></nav></body></html>")


def test_a_word_document_keeps_headings_items_and_tables():
    draft = only("a.docx", files.word(items=["One berth", "Two berths"], table=[["Berth", "Depth"], ["A", "9 m"]]))
    assert draft.title == files.TITLE
    assert paragraphs(draft)[:4] == [files.TITLE, *files.BODY]
    assert "• One berth\n• Two berths\n\nBerth\n\nDepth\n\nA\n\n9 m" in draft.text
    assert (draft.author, draft.date, draft.source) == ("", "", "")


def test_a_word_document_is_read_as_its_changes_leave_it():
    body = (
        "<w:p><w:r><w:t>The pier </w:t></w:r><w:del><w:r><w:delText>never</w:delText><w:t>not</w:t>"
        "</w:r></w:del><w:ins><w:r><w:t>soon</w:t></w:r></w:ins><w:hyperlink><w:r><w:t> opens</w:t></w:r></w:hyperlink>"
        "<w:r><w:noBreakHyphen/><w:tab/><w:t>again</w:t><w:br/><w:t>below</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert only("a.docx", files.word_xml(body)).text == "The pier soon opens-\tagain\nbelow\n\nIn a control."


def test_an_rtf_document_keeps_paragraphs_and_letters():
    draft = only("a.rtf", files.rtf([*files.BODY, "Café “Zöe” — {braces} \\ backslash"]))
    assert paragraphs(draft) == [*files.BODY, "Café “Zöe” — {braces} \\ backslash"]


def lines_of(paragraphs_, width=80):
    return [line for paragraph in paragraphs_ for line in textwrap.wrap(paragraph, width)]


def test_a_pdf_is_joined_to_paragraphs_without_running_heads():
    pages = [["Port Weekly 3 June", *lines_of([body]), str(n)] for n, body in enumerate(files.BODY, start=1)]
    assert paragraphs(only("a.pdf", files.pdf(pages))) == files.BODY


def test_a_pdf_whose_text_begins_with_its_stated_title_has_it():
    pages = [[files.TITLE, *lines_of(files.BODY)]]
    assert only("a.pdf", files.pdf(pages, title=files.TITLE)).title == files.TITLE
    assert only("a.pdf", files.pdf(pages, title="Microsoft Word - final v3")).title == ""


def test_a_pdf_without_text_and_a_protected_one_say_so():
    with pytest.raises(RefusedError, match=r"no text.*OCR"):
        read("a.pdf", files.pdf([[]]))
    locked = files.pdf([["x"]]).replace(
        b"trailer\n<< ",
        b"trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >> "
        b"/ID [<00><00>] ",
    )
    with pytest.raises(RefusedError, match="password"):
        read("a.pdf", locked)


def test_a_mail_gives_subject_day_sender_and_body():
    data = files.mail(
        "\n".join(files.BODY),
        "<p>Not this one.</p>",
        attach=b"%PDF-1.4",
        From="=?utf-8?q?Zo=C3=AB?= Whitlow <press@port.example>",
        Subject="=?utf-8?q?Caf=C3=A9?= on the pier",
        Date="Wed, 03 Jun 2026 23:30:00 -0800",
        Organization="Port office",
    )
    draft, note = read("a.eml", data)
    assert (draft.title, draft.author, draft.source) == ("Café on the pier", "Zoë Whitlow", "Port office")
    assert draft.date == "2026-06-03"
    assert paragraphs(draft) == files.BODY
    assert isinstance(note, Problem)
    assert not note.refused
    assert "One attached file was left out" in note.reason


def test_a_mail_of_html_alone_is_read_without_its_scripts():
    html = "<style>p{}</style><p>One &amp; two</p><div>Three<br>four</div><script>alert(1)</script>"
    assert only("a.eml", files.mail(html=html, From="press@port.example")).text == "One & two\nThree\nfour"


def test_a_workbook_is_read_like_a_table():
    rows = [
        ["Outlet", "Headline", "Full Text", "Published"],
        ["Post", files.TITLE, files.FIRST, datetime.date(2026, 6, 3)],
        [None, None, None, None],
        ["Times", 1984.0, files.SECOND, "4 June 2026"],
        ["Globe", "Empty", None, None],
    ]
    first, second, empty = read("a.xlsx", files.workbook(rows, other=[["Notes"], ["x"]]))
    assert (first.source, first.title, first.text, first.date) == ("Post", files.TITLE, files.FIRST, "2026-06-03")
    assert (second.title, second.date, second.row) == ("1984", "4 June 2026", 4)
    assert (empty.row, empty.field) == (5, "text")


def test_a_workbook_without_a_text_column_says_what_it_has():
    (question,) = read("a.xlsx", files.workbook([["id", "summary"], [1, "x"]]))
    assert question.refused
    assert "found: id, summary" in question.reason


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.rtf"])
def test_a_file_of_another_format_is_refused_by_its_contents(name):
    with pytest.raises(RefusedError, match=r"damaged|whatever its name says"):
        read(name, b"Only plain text in here, whatever the name may say about it.")
    with pytest.raises(RefusedError):
        read(name, files.zipped({"a.txt": b"x"}))


def test_a_zip_gives_its_files_by_their_own_readers_and_names():
    inner = files.zipped({"c.eml": files.mail("\n".join(files.BODY), Subject="Mailed", From="D W <d@x.example>")})
    data = files.zipped(
        {
            "docs/a.docx": files.word(),
            "b.html": files.page(),
            "table.csv": f'source,text\nPost,"{files.FIRST}"\nTimes,\n'.encode(),
            "more.zip": inner,
            "photo.png": b"\x89PNG",
            "b_files/style.css": b"p{}",
            "__MACOSX/._b.html": b"x",
            ".DS_Store": b"x",
            "broken.pdf": b"%PDF-1.4 nothing",
        }
    )
    intake = take_in([("all.zip", data), ("z.txt", "\n".join(files.BODY).encode())])
    assert [(a.source, a.title) for a in intake.articles] == [
        ("a", files.TITLE),
        ("b", files.TITLE),
        ("Post", ""),
        ("c", "Mailed"),
        ("z", ""),
    ]
    told = {p.file: p for p in intake.problems}
    assert set(told) == {"all.zip", "all.zip/table.csv", "all.zip/broken.pdf"}
    assert not told["all.zip"].refused
    assert "2 files of kinds that hold no article left out (photo.png, b_files/style.css)" in told["all.zip"].reason
    assert told["all.zip/table.csv"].row == 3
