"""Whatever bytes come, each reader ends with drafts, problems or a refusal, and what goes in is clean.

A longer run by hand: make fuzz
"""

import os
import random
import re

import made_files as files
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.ingest import web
from components.ingest.assemble import drafts_of, intake_of
from components.ingest.columns import SYNONYMS
from components.ingest.decode import tidy
from components.ingest.intake import take_paste
from components.ingest.quality import notes_on
from components.ingest.reader import RefusedError, all_readers
from components.ingest.worker import Worker

EXAMPLES = int(os.environ.get("PARALLAX_FUZZ", "40"))
bounded = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="PARALLAX_FUZZ" not in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
TEXT = "\n\n".join([files.TITLE, *files.BODY])
SEEDS = {
    ".txt": TEXT.encode(),
    ".md": f"---\ntitle: A\n---\n# {files.TITLE}\n\n[a](b) *c*\n- d\n{TEXT}".encode(),
    ".csv": f'source,text\nPost,"{TEXT}"\nTimes,"{files.FIRST}"\n'.encode(),
    ".json": b'{"articles": [{"text": "One two three", "source": {"name": "Post"}}, {"text": null}]}',
    ".html": files.page(head='<meta name="author" content="D W">'),
    ".docx": files.word(items=["one", "two"], table=[["a", "b"]]),
    ".xlsx": files.workbook([["source", "text"], ["Post", files.FIRST]]),
    ".pdf": files.pdf([[files.TITLE, *files.BODY], ["second page"]], title=files.TITLE),
    ".rtf": files.rtf([files.TITLE, *files.BODY]),
    ".eml": files.mail(TEXT, "<p>html</p>", attach=b"x", Subject="S", From="D W <d@x.example>", Date="today"),
    ".zip": files.zipped({"a.txt": TEXT, "b/c.csv": "text\nx\n", "d.zip": files.zipped({"e.txt": TEXT})}),
    ".mhtml": files.mail(html=files.page().decode(), Subject="S"),
}
PIECES = [b"", b"\0", b"\xff" * 4, b"<", b'"', b"{\\", b"9" * 12, b"&x;", b"\r\n\r\n", b"%"]


@pytest.fixture
def allowed(monkeypatch):
    monkeypatch.setenv(web.VARIABLE, "1")


@pytest.fixture(scope="module")
def worker():
    with Worker() as shared:
        yield shared


def ends_well(name, data, worker):
    intake = intake_of(drafts_of(name, data, worker))
    assert intake.articles or intake.problems
    for problem in intake.problems:
        assert problem.file.startswith(name)
        assert problem.reason.endswith(".")
        # What nobody thought of is a defect of the reader, even though the others go on.
        assert "could not be read (" not in problem.reason, problem
        assert "reading program fail" not in problem.reason, problem
    for article in intake.articles:
        assert article.text
        assert not UNCLEAN.search(article.original + article.title + article.source + article.author)


@st.composite
def damaged(draw):
    """A good file with pieces overwritten, cut out, doubled or put in."""
    extension = draw(st.sampled_from(sorted(SEEDS)))
    data = bytearray(SEEDS[extension])
    choice = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(draw(st.integers(1, 6))):
        at = choice.randrange(max(len(data), 1))
        length = choice.choice([1, 2, 8, 100, 2000])
        piece = draw(
            st.sampled_from([b"", b"\0", b"\xff" * 4, b"<", b'"', b"{\\", b"9" * 12, b"&x;", b"\r\n\r\n", b"%"])
        )
        how = choice.randrange(4)
        if how == 0:
            data[at : at + length] = piece
        elif how == 1:
            data[at:at] = piece
        elif how == 2:
            data[at:at] = data[at : at + length]
        else:
            data[at : at + 1] = bytes([choice.randrange(256)])
    return f"a{extension}", bytes(data)


def test_every_format_is_among_the_seeds():
    assert {e for r in all_readers() if (e := r.extensions[0]) not in SEEDS} <= {".jsonl"}


@bounded
@given(damaged())
def test_damaged_files_end_well(worker, file):
    ends_well(*file, worker)


@bounded
@given(st.sampled_from(sorted(SEEDS)), st.binary(max_size=2000))
def test_any_bytes_under_any_name_end_well(worker, extension, data):
    ends_well(f"a{extension}", data, worker)


@bounded
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=500))
def test_any_text_is_made_clean_once_and_for_all(text):
    clean = tidy(text)
    assert not UNCLEAN.search(clean)
    assert tidy(clean) == clean
    assert all(note.sentence.endswith(".") for note in notes_on(clean))


@bounded
@given(st.text(max_size=300), st.text(max_size=60), st.text(max_size=30), st.text(max_size=60))
def test_any_paste_is_an_article_or_a_problem(text, title, date, url):
    intake = take_paste(text, title=title, date=date, url=url)
    assert intake.articles or any(p.refused for p in intake.problems)
    for article in intake.articles:
        assert not article.url or article.url.startswith(("http://", "https://", "HTTP"))
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", article.date)


TABLES = {extension: SEEDS[extension] for extension in (".csv", ".json", ".xlsx")}


@bounded
@given(st.sampled_from(sorted(TABLES)), st.dictionaries(st.sampled_from(sorted(SYNONYMS)), st.text(max_size=12)))
def test_any_choice_of_columns_ends_well(worker, extension, columns):
    intake = intake_of(drafts_of(f"a{extension}", TABLES[extension], worker, columns))
    assert intake.articles or intake.problems


@bounded
@given(st.one_of(st.text(max_size=80), st.text(max_size=60).map("http://{}".format)))
def test_any_address_is_refused_in_a_sentence_or_leads_to_a_public_one(allowed, url):
    asked = []

    def dial(address, port, seconds):
        asked.append((address, port))
        raise ConnectionRefusedError

    with pytest.raises(RefusedError, match=r"[.]$"):
        web.fetch(url, resolve=lambda host, port: ["93.184.216.34"], dial=dial)
    assert set(asked) <= {("93.184.216.34", 80), ("93.184.216.34", 443)}
