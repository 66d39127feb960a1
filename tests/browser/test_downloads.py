"""What leaves the app, tried in a browser: files arrive, the report opens offline, prints, and is accessible."""

import io
import re
import zipfile

import openpyxl
import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from components.analysis.claims.extract import propose_claims
from components.analysis.comparison import measure_story
from components.analysis.data_dictionary import TABLES
from components.analysis.model import Article, Claim, Story
from components.export.report.document import report_html
from components.export.report.figures import figures_of
from components.ingest.intake import take_paths
from components.ui.cache import STORIES

BAD = (
    "</style></title><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>"
    "<iframe srcdoc='<script>alert(4)</script>'></iframe><meta http-equiv=refresh content='0;url=//198.51.100.7/'>"
    "<link rel=stylesheet href=//198.51.100.7/x.css>\u202e"
)
BODY = "The harbour board said the truly revolutionary pier opens in May. It cost 6 million pounds and rests on oak. "


def fetched(page, name, **options) -> bytes:
    with page.expect_download(timeout=120_000) as started:
        page.get_by_role("button", name=name, **options).first.click()
    return started.value.path().read_bytes()


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """A report of twelve sources with markup in every field, as a file."""
    articles = tuple(
        Article(
            id=str(i),
            source=f"Paper {i} {BAD if i % 2 else ''}",
            title=BAD,
            author=BAD,
            url="javascript:alert(5)",
            text=BODY * (3 + i) + (BAD if i == 3 else f"It cost {i} million pounds."),
        )
        for i in range(12)
    )
    claims = tuple(
        Claim(id=str(i), text=f"The pier cost {i} million pounds. {BAD if i == 6 else ''}") for i in range(30)
    )
    story = Story(id="s", title=f"Pier {BAD}", articles=articles, claims=claims)
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_bytes(report_html(figures_of(story, measure_story(story)), "2026-01-31"))
    return path


@pytest.fixture
def opened(browser, report):
    """The report in a browser without a network; at the end nothing ran, nothing was asked for."""
    contexts, seen = [], []

    def open_at(width=1280):
        context = browser.new_context(viewport={"width": width, "height": 900}, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.on("dialog", lambda d: (seen.append(f"dialog {d.message}"), d.dismiss()))
        page.on("console", lambda m: seen.append(f"console {m.text}"))
        page.on("pageerror", lambda e: seen.append(f"error {e}"))
        page.on("request", lambda r: None if r.url == report.as_uri() else seen.append(f"request {r.url}"))
        page.goto(report.as_uri())
        page.wait_for_timeout(400)
        assert page.url == report.as_uri()
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert not seen


def test_a_report_is_two_clicks_from_the_first_screen(open_page, settled):
    page = open_page("/")
    page.get_by_role("link", name="Downloads", exact=True).click()
    page.get_by_role("button", name="Download the report").wait_for()
    settled(page)
    text = fetched(page, "Download the report").decode("utf-8")
    assert text.startswith("<!doctype html>")
    assert "Alexandr Wang joins Meta" in text
    assert "v-conflicts" in text


def test_workbook_bundle_and_tables_arrive_whole(open_page):
    page = open_page("/downloads")
    book = openpyxl.load_workbook(io.BytesIO(fetched(page, "Download the workbook")))
    assert book.sheetnames == ["contents", *TABLES]
    with zipfile.ZipFile(io.BytesIO(fetched(page, "Download the bundle"))) as archive:
        assert {"report.html", "story.json", "sources.csv"} <= set(archive.namelist())
        assert archive.testzip() is None
    assert fetched(page, "conflicts.csv").startswith(b"\xef\xbb\xbfclaim_id")
    assert openpyxl.load_workbook(io.BytesIO(fetched(page, "claims.xlsx"))).sheetnames == ["claims", "columns"]


def test_a_chart_gives_its_picture_to_mouse_and_keyboard(open_page):
    page = open_page("/hype")
    first = page.get_by_role("button", name="Picture (SVG)").first
    first.focus()
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    assert started.value.suggested_filename == "hype_strip.svg"
    svg = started.value.path().read_text("utf-8")
    assert svg.startswith("<svg")
    assert "#00000" not in svg
    assert len(re.findall("<circle", svg)) >= 8
    page.goto("data:text/html," + "<title>x</title>")
    page.set_content(svg)
    assert page.locator("svg text").count() > 10


def test_the_report_runs_nothing_and_asks_for_nothing(opened):
    page = opened()
    assert page.locator("h1").inner_text().startswith("Pier </style>")
    assert page.locator("script, iframe, img, link").count() == 0
    assert page.locator(".matrix tbody tr").count() == 30


@pytest.mark.parametrize("width", [1280, 390])
def test_the_report_has_no_serious_accessibility_fault_and_fits_its_window(opened, width):
    page = opened(width)
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:90]) for v in found if v["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_report_prints_with_its_heads_repeated_and_nothing_cut_off(opened, paper):
    data = opened().pdf(format=paper, print_background=True)
    document = pypdfium2.PdfDocument(data)
    pages = [document[i].get_textpage().get_text_range() for i in range(len(document))]
    assert len(pages) > 5
    assert f"1 of {len(pages)}" in pages[0]
    assert sum("No." in text and "Claim" in text for text in pages) >= 2, (
        "the matrix's head stands on each of its pages"
    )
    for i in range(len(document)):
        width = document[i].get_width()
        text = document[i].get_textpage()
        for n in range(text.count_rects()):
            left, _, right, _ = text.get_rect(n)
            assert left >= 30, f"page {i + 1}"
            assert right <= width - 30, f"page {i + 1}"


@pytest.mark.parametrize("width", [140, 148, 156, 164, 172, 180])
def test_no_part_of_the_printed_report_begins_at_the_foot_of_a_page(opened, width):
    page = opened()
    heads = [text[2:] for text in page.locator("section:not(.summary) > h2").all_inner_texts()]
    assert len(heads) >= 8
    document = pypdfium2.PdfDocument(page.pdf(width=f"{width + 30}mm", height="297mm", print_background=True))
    foot = 18 / 25.4 * 72
    for i in range(1, len(document)):
        text = document[i].get_textpage()
        for head in heads:
            found = text.search(head, match_case=True).get_next()
            if found is not None and text.get_charbox(found[0])[3] - text.get_charbox(found[0])[1] > 8:
                assert text.get_charbox(found[0])[1] - foot > 30 / 25.4 * 72, f"{head} on page {i + 1}"


SHORT = "Both papers rest on one release, and neither says so.\nRead part D before you quote a figure. " + "More. " * 30


@pytest.mark.parametrize(("n", "note"), [(4, ""), (8, ""), (30, ""), (4, SHORT[:280]), (8, SHORT[:280])])
def test_the_first_printed_page_stands_for_itself(browser, tmp_path, n, note):
    """Findings, figures, conflicts and where the rest stands are on one page, and the rest begins on the next."""
    told = [f"{BODY * 4}The pier holds {40 + 5 * i} boats. " + "It is an incredible pier. " * i for i in range(n)]
    articles = tuple(
        Article(id=str(i), source=f"The Harbour Paper {i}", title="Pier", text=text) for i, text in enumerate(told)
    )
    claims = tuple(Claim(id=str(i), text=f"The pier holds {40 + 5 * i} boats.") for i in range(5))
    story = Story(id="s", title="The new pier, and what it cost", articles=articles, claims=claims, note=note)
    path = tmp_path / "report.html"
    path.write_bytes(report_html(figures_of(story, measure_story(story)), "2026-01-31"))
    page = browser.new_page()
    page.goto(path.as_uri())
    document = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=True))
    page.close()
    first, second = (document[i].get_textpage().get_text_range() for i in (0, 1))
    for words in (
        "What stands out",
        "The figures",
        "Where they may contradict",
        "Where the details follow",
        "Versions",
    ):
        assert words in first
    assert ("Note by the analyst" in first) == bool(note)
    assert "A The sources side by side" in second[:80]
    assert "The sources side by side" in first


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("note", ["", "Two posts carry the hype.\nAsk the agency about the stake."])
def test_the_first_printed_page_of_the_example_stands_for_itself(browser, tmp_path, paper, note):
    example = take_paths([next(folder for folder in STORIES.iterdir() if folder.is_dir())])
    story = Story(
        id="s",
        title=example.title,
        articles=tuple(example.articles),
        claims=propose_claims(example.articles),
        short_names=example.short_names,
        note=note,
    )
    path = tmp_path / "report.html"
    path.write_bytes(report_html(figures_of(story, measure_story(story)), "2026-01-31"))
    page = browser.new_page()
    page.goto(path.as_uri())
    document = pypdfium2.PdfDocument(page.pdf(format=paper, print_background=True))
    page.close()
    first, second = (document[i].get_textpage().get_text_range() for i in (0, 1))
    assert all(words in first for words in ("What stands out", "The figures", "Where the details follow", "Versions"))
    assert "A The sources side by side" in second[:80]


def test_a_long_note_is_printed_before_the_first_page_and_leaves_that_whole(browser, tmp_path):
    articles = tuple(Article(id=str(i), source=f"Paper {i}", title="Pier", text=BODY * 6) for i in range(3))
    story = Story(id="s", title="The new pier", articles=articles, note="What I make of it. " * 40, note_by="Ada")
    path = tmp_path / "report.html"
    path.write_bytes(report_html(figures_of(story, measure_story(story)), "2026-01-31"))
    page = browser.new_page()
    page.goto(path.as_uri())
    document = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=True))
    page.close()
    note, short = (document[i].get_textpage().get_text_range() for i in (0, 1))
    assert "Note by Ada" in note
    assert "What stands out" not in note
    assert all(words in short for words in ("What stands out", "The figures", "Where the details follow"))
