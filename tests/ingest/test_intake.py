import json
import logging

import pytest

from components.ingest import reader as contract
from components.ingest.intake import take_in, take_paste

BODY = (
    "The harbour office said on Monday that the new pier will open in the spring, four months late. "
    "Builders found an old sewer under the site, and had to move it before they could go on."
)
PAGE = f"Pier opens in the spring\nBy Dana Whitlow\nJune 3, 2026\n\n{BODY}\n\nLeave a Reply"


def only(intake):
    (article,) = intake.articles
    return article


def test_a_text_file_becomes_an_article_with_what_its_page_shows():
    intake = take_in([("port-weekly.txt", PAGE.encode())])
    article = only(intake)
    assert intake.problems == ()
    assert (article.source, article.title) == ("port-weekly", "Pier opens in the spring")
    assert (article.date, article.author) == ("2026-06-03", "Dana Whitlow")
    assert (article.text, article.original) == (BODY, PAGE)
    assert [c.reason for c in article.cuts] == ["headline", "date row", "comment form"]
    assert (article.language, article.url) == ("", "")


def test_the_id_is_given_by_source_title_and_text_alone():
    first, again = (only(take_in([("a.txt", PAGE.encode())])) for _ in range(2))
    assert first.id == again.id
    assert len(first.id) == 16
    assert int(first.id, 16)
    assert only(take_in([("a.txt", PAGE.encode("utf-16"))])).id == first.id
    assert only(take_in([("b.txt", PAGE.encode())])).id != first.id
    assert only(take_paste(PAGE, source="a")).id == first.id
    assert only(take_paste(PAGE, source="a", title="Another title")).id != first.id
    assert only(take_paste(PAGE, source="a", date="2020-01-01", author="X Y", url="https://x.org/a")).id == first.id


def test_an_exact_repeat_is_noted_and_added_once():
    rows = f"source,text\nPort Weekly,{json.dumps(BODY)}\nPort Weekly,{json.dumps(BODY)}\nOther,{json.dumps(BODY)}\n"
    intake = take_in([("a.csv", rows.encode())])
    assert [a.source for a in intake.articles] == ["Port Weekly", "Other"]
    (problem,) = intake.problems
    assert (problem.row, problem.refused) == (3, False)
    assert "already taken in with a.csv, row 2" in problem.reason


def test_one_bad_file_does_not_lose_the_others():
    intake = take_in(
        [
            ("good.txt", PAGE.encode()),
            ("scan.pdf", b"%PDF-1.4"),
            ("renamed.txt", b"%PDF-1.4"),
            ("empty.txt", b""),
            ("blank.md", b" \n \n"),
            ("marks.txt", "\ufeff\u200b\u00ad".encode()),
            ("table.csv", b"id,summary\n1,x\n"),
            ("also-good.md", PAGE.encode()),
        ]
    )
    assert [a.source for a in intake.articles] == ["good", "also-good"]
    names = [p.file for p in intake.problems]
    assert names == ["scan.pdf", "renamed.txt", "empty.txt", "blank.md", "marks.txt", "table.csv"]
    assert all(p.refused and p.reason.endswith(".") for p in intake.problems)
    assert "The PDF is damaged" in str(intake.problems[0])


def test_a_reader_that_breaks_is_a_problem_with_a_name_and_a_log(monkeypatch, caplog):
    def broken(name, data):
        yield contract.Draft(text=BODY)
        raise ZeroDivisionError("inside")

    readers = tuple(
        r if r.key != "text" else contract.Reader(key="text", label="x", extensions=(".txt",), read=broken, order=1)
        for r in contract.all_readers()
    )
    monkeypatch.setattr(contract, "all_readers", lambda: readers)
    with caplog.at_level(logging.ERROR):
        intake = take_in([("bad.txt", b"x"), ("good.md", PAGE.encode())])
    assert [a.source for a in intake.articles] == ["bad", "good"]
    (problem,) = intake.problems
    assert problem.file == "bad.txt"
    assert "ZeroDivisionError" in problem.reason
    assert "bad.txt" in caplog.text


def test_a_file_that_is_too_large_is_refused():
    (problem,) = take_in([("big.txt", b"a" * (contract.MAX_BYTES + 1))]).problems
    assert "20.0 MB, more than 20: split it" in problem.reason


@pytest.mark.parametrize(
    ("name", "source", "title", "date"),
    [
        ("Port Weekly_2026-06-03_pier-opens.txt", "Port Weekly", "pier opens", "2026-06-03"),
        ("port_weekly_20260603.txt", "port weekly", "", "2026-06-03"),
        ("no_date_here.txt", "no_date_here", "", ""),
        ("x_2026-13-40_y.txt", "x_2026-13-40_y", "", ""),
        ("folder/sub/plain.txt", "plain", "", ""),
    ],
)
def test_a_file_name_tells_source_date_and_title(name, source, title, date):
    article = only(take_in([(name, BODY.encode())]))
    assert (article.source, article.title, article.date) == (source, title, date)


def test_what_the_text_shows_stands_above_its_files_name():
    article = only(take_in([("p_2020-01-01_slug-of-it.txt", PAGE.encode())]))
    assert (article.title, article.date) == ("Pier opens in the spring", "2026-06-03")


def test_unnamed_sources_are_kept_apart():
    intake = take_in(
        [
            ("a/x.txt", BODY.encode()),
            ("b/x.txt", (BODY + " More.").encode()),
            ("t.jsonl", "".join(json.dumps({"text": BODY + str(i)}) + "\n" for i in range(2)).encode()),
        ]
    )
    assert [a.source for a in intake.articles] == ["x", "b/x.txt", "t row 1", "t row 2"]


def test_a_rows_fields_are_taken_as_stated_and_what_has_no_single_reading_is_left_out():
    row = {"text": BODY, "source": " Port\nWeekly ", "date": "03/04/2026", "url": "javascript:alert(1)", "lang": "EN"}
    intake = take_in([("a.jsonl", json.dumps(row).encode())])
    article = only(intake)
    assert (article.source, article.date, article.url, article.language) == ("Port Weekly", "", "", "en")
    assert [(p.row, p.field, p.refused) for p in intake.problems] == [(1, "date", False), (1, "url", False)]


def test_a_short_text_is_taken_and_noted():
    intake = take_paste("Only five words are here.", source="A")
    assert only(intake).text == "Only five words are here."
    (note,) = intake.problems
    assert not note.refused
    assert "only 5 words" in note.reason


def test_a_paste_without_a_source_is_named_after_its_words():
    assert only(take_paste(BODY)).source == "Pasted: The harbour office said on…"
    assert only(take_paste(BODY, title="Pier opens")).source == "Pasted: Pier opens"
    assert only(take_paste(BODY, source="  Port Weekly ", title="T", date="June 3, 2026")).date == "2026-06-03"


@pytest.mark.parametrize("text", ["", "  \n\t ", "\u200b\u00ad"])
def test_an_empty_paste_is_refused(text):
    intake = take_paste(text)
    assert intake.articles == ()
    assert intake.problems[0].refused


# Who, when


def test_a_byline_gives_author_and_source_where_nothing_else_does():
    page = f"Pier opens in the spring\nBy Dana Ruiz, The Harbor Courier\n\n{BODY}"
    one = only(take_in([("clip1.txt", page.encode())]))
    assert (one.source, one.author, one.date) == ("The Harbor Courier", "Dana Ruiz", "")
    assert one.text == BODY
    assert only(take_paste(page)).source == "The Harbor Courier"
    named = only(take_in([("Port Weekly_2026-06-03_Pier.txt", page.encode())]))
    assert (named.source, named.author, named.date) == ("Port Weekly", "Dana Ruiz", "2026-06-03")
    stated = only(take_in([("a.csv", f'source,text\nCoast Radio,"{page}"\n'.encode())]))
    assert stated.source == "Coast Radio"


def test_what_no_text_shows_stays_empty():
    one = only(take_in([("clip1.txt", BODY.encode())]))
    assert (one.source, one.author, one.date, one.title, one.url) == ("clip1", "", "", "", "")


def test_a_date_of_two_readings_is_asked_about_and_left_empty():
    (received,) = take_in([("a.csv", f'date,text\n03/04/2026,"{BODY}"\n'.encode())]).received
    assert received.article.date == ""
    assert received.days == ("2026-04-03", "2026-03-04")
    assert (received.file, received.row) == ("a.csv", 2)
    (note,) = received.notes
    assert "two readings, 2026-04-03 and 2026-03-04" in note.sentence


def test_the_page_itself_may_tell_which_reading_is_right():
    page = f"Pier opens in the spring\nMarch 4, 2026\n\n{BODY}"
    (received,) = take_in([("a.csv", f'date,text\n03/04/2026,"{page}"\n'.encode())]).received
    assert (received.article.date, received.days) == ("2026-03-04", ())
    unclear = page.replace("March 4, 2026", "Published: 03/04/2026")
    (received,) = take_in([("a.csv", f'date,text\n03/04/2026,"{unclear}"\n'.encode())]).received
    assert (received.article.date, len(received.days)) == ("", 2)
    (received,) = take_in([("a.txt", unclear.encode())]).received
    assert (received.article.date, len(received.days)) == ("", 2)


def test_a_dateline_dates_an_article_that_nothing_else_dates():
    text = f"PORT ALMA, Calif., June 14, 2025 — {BODY}"
    assert only(take_paste(text, source="a")).date == "2025-06-14"
    assert only(take_paste(text, source="a", date="2025-06-16")).date == "2025-06-16"
    assert only(take_paste(f"Posted on June 15, 2025\n\n{text}", source="a")).date == "2025-06-15"
