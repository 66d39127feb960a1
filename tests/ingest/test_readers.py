import csv
import json

import pytest

from components.ingest import reader as contract
from components.ingest.reader import Draft, Problem, RefusedError, all_readers, formats, reader_for


def read(name, data):
    return list(reader_for(name).read(name, data if isinstance(data, bytes) else data.encode()))


def texts(found):
    return [d.text for d in found if isinstance(d, Draft)]


@pytest.mark.parametrize("reader", all_readers(), ids=lambda r: r.key)
def test_every_reader_keeps_the_contract(reader):
    assert reader.key
    assert reader.label
    assert reader.extensions
    assert all(e.startswith(".") and e == e.lower() for e in reader.extensions)
    assert all(e in formats() for e in reader.extensions)


def test_readers_that_share_an_extension_are_an_error(monkeypatch):
    from components.ingest.readers import markdown, text

    monkeypatch.setattr(markdown, "READER", text.READER)
    all_readers.cache_clear()
    with pytest.raises(ValueError, match="used twice"):
        all_readers()
    monkeypatch.undo()
    all_readers.cache_clear()


@pytest.mark.parametrize("name", ["photo.heic", "README", "archive.tar.gz"])
def test_an_unknown_format_names_those_that_are_read(name):
    with pytest.raises(RefusedError, match=r"\.txt.*\.csv.*\.jsonl"):
        reader_for(name)


def test_the_extension_counts_in_any_case():
    assert reader_for("A.TXT").key == "text"


def test_text_is_one_draft():
    assert read("a.txt", "One.\n\nTwo.") == [Draft(text="One.\n\nTwo.")]


def test_a_web_page_saved_as_text_is_refused():
    with pytest.raises(RefusedError, match="web page"):
        read("a.txt", "\n<!DOCTYPE html><html><p>Hi</p>")


def test_markdown_marks_go_and_words_stay():
    page = """---
title: 'From the front matter'
date: 2026-06-03
byline: Jane Doe
draft: true
---
# The heading

A *light* and **bold** [link](https://example.org/a_b) with `code` and snake_case_name, 3 * 4 * 5.

![chart](x.png)

## Second part ##
- item [one][1]
- [x] item two

> Quoted words.

```
code is no prose
```

[1]: https://example.org
"""
    (draft,) = read("a.md", page)
    assert (draft.title, draft.date, draft.author) == ("From the front matter", "2026-06-03", "Jane Doe")
    assert [line for line in draft.text.split("\n") if line.strip()] == [
        "The heading",
        "A light and bold link with code and snake_case_name, 3 * 4 * 5.",
        "Second part",
        "• item one",
        "• item two",
        "Quoted words.",
    ]


def test_markdown_without_front_matter_has_the_title_of_its_heading():
    assert read("a.md", "# My *title*\n\nBody.")[0].title == "My title"
    assert read("a.md", "---\n\nBody --- here.")[0].text.strip() == "Body --- here."


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_delimiters(delimiter):
    rows = [["Outlet", "HEADLINE", "Full Text"], ["Post", "A title", '"One, two; three\tfour|five"']]
    data = "\n".join(delimiter.join(row) for row in rows)
    (draft,) = read("a.csv", data)
    assert (draft.source, draft.title, draft.text, draft.row) == ("Post", "A title", "One, two; three\tfour|five", 2)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("body", "text"),
        ("Content", "text"),
        ("article", "text"),
        ("full-text", "text"),
        ("publisher", "source"),
        ("media_name", "source"),
        ("Newspaper", "source"),
        ("HD", "title"),
        ("publish_date", "date"),
        ("PD", "date"),
        ("link", "url"),
        ("byline", "author"),
        ("by", "author"),
        ("lang", "language"),
    ],
)
def test_column_synonyms(name, field):
    columns = {"text": "words"} | {name: "here"} if field != "text" else {name: "here"}
    data = ",".join(columns) + "\n" + ",".join(columns.values())
    assert getattr(read("a.csv", data)[0], field) == "here"
    assert getattr(read("a.jsonl", json.dumps(columns))[0], field) == "here"


def test_of_two_text_columns_the_more_telling_one_is_read():
    assert texts(read("a.csv", "content,text\nteaser,whole\n")) == ["whole"]


def test_csv_without_a_text_column_says_what_it_has_and_wants():
    (question,) = read("a.csv", "id,summary\n1,x\n")
    assert question.refused
    assert "found: id, summary" in question.reason
    assert "one of text, full_text, fulltext, article_text, body" in question.reason


def test_csv_rows_that_cannot_go_in_are_named_and_the_others_go():
    data = "source,text\nA,one\nB,\n\n"
    data += 'C,"has ""quotes"" and\ntwo lines"\nD,comma, outside\nE,"broken "quote" here"\nF,six\n'
    found = read("a.csv", data)
    assert texts(found) == ["one", 'has "quotes" and\ntwo lines', "six"]
    problems = [f for f in found if isinstance(f, Problem)]
    assert [(p.row, p.field) for p in problems] == [(3, "text"), (6, ""), (7, "")]
    assert "empty" in problems[0].reason
    assert "more cells" in problems[1].reason
    assert "quotation marks" in problems[2].reason


def test_csv_with_an_unclosed_quotation_mark_does_not_swallow_the_rest_unsaid():
    found = read("a.csv", 'text\none\n"two\nthree\n')
    assert texts(found) == ["one"]
    assert [p.row for p in found if isinstance(p, Problem)] == [3]


def test_csv_takes_huge_fields_excels_hint_and_bom():
    huge = "word " * 60_000
    data = "\ufeffsep=;\r\nSource;Text\r\nA;" + huge + "\r\n"
    (draft,) = read("a.csv", data)
    assert draft.source == "A"
    assert draft.text == huge.strip()
    assert csv.field_size_limit() < len(huge)  # the limit of the process is as before, for all other tables


@pytest.mark.parametrize("data", ["text\n", "\n\n  \n"])
def test_csv_without_rows_is_refused(data):
    with pytest.raises(RefusedError):
        read("a.csv", data)


def test_too_many_rows_are_refused(monkeypatch):
    from components.ingest import columns
    from components.ingest.readers import json_lines

    monkeypatch.setattr(columns, "MAX_ROWS", 3)
    monkeypatch.setattr(json_lines, "MAX_ROWS", 3)
    assert contract.MAX_ROWS == 50_000
    assert len(read("a.csv", "text\na\nb\nc\n")) == 3
    for name, data in (("a.csv", "text\na\nb\nc\nd\n"), ("a.jsonl", '{"text": "a"}\n' * 4)):
        with pytest.raises(RefusedError, match=r"more than 3 (rows|objects): split"):
            read(name, data)


def test_json_lines_with_broken_lines():
    data = '{"text": "one", "source": {"id": 1, "name": "Post"}, "author": ["A B", "C D"]}\n'
    data += '{"text": \n\n[1]\n{"text": ""}\n{"id": 5}\n{"text": "six", "date": null}'
    found = read("a.jsonl", data)
    assert texts(found) == ["one", "six"]
    assert (found[0].source, found[0].author, found[0].row) == ("Post", "A B, C D", 1)
    assert [p.row for p in found if isinstance(p, Problem)] == [2, 4, 5, 6]


@pytest.mark.parametrize(
    "data",
    [
        '[{"text": "one"}, {"text": "two"}]',
        '{"status": "ok", "articles": [{"content": "one"}, {"content": "two"}]}',
        '{"text": "one"}\n{"text": "two"}\n',
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson"])
def test_json_shapes(name, data):
    assert texts(read(name, data)) == ["one", "two"]


@pytest.mark.parametrize("data", ["not json", '"a string"', "3", "[" * 100_000, '[{"text": "a"},', "   "])
def test_what_is_no_json_is_refused(data):
    with pytest.raises(RefusedError):
        read("a.json", data)


def test_json_lone_surrogates_become_the_replacement_character():
    assert texts(read("a.jsonl", '{"text": "half \\ud83d here"}')) == ["half \ufffd here"]
