"""The whole way of a person through the app, in a real browser: compare, evidence, upload, download, refresh."""

import io
import re

import pandas as pd
import pytest

SHORT = ("Industry brief", "Heloies", "Career blog", "Agency report")

FERRY = (
    "Two ferries will cross the bay from May, the harbour board said on Tuesday. Each boat has room for 80 passengers. "
    "The new pier cost 6.2 million pounds, about a tenth more than was planned. The crossing takes 25 minutes. "
)


@pytest.fixture(scope="module")
def files():
    return [
        {"name": "bay-gazette.txt", "mimeType": "text/plain", "buffer": (FERRY * 4).encode()},
        {
            "name": "two.csv",
            "mimeType": "text/csv",
            "buffer": ("source,title,text\nHarbour Post,Ferries are back," + '"' + FERRY * 3 + '"\n').encode(),
        },
        {"name": "broken.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"},
    ]


def strip_words(page):
    """The compare chart's text alternative: it holds every number that the chart shows."""
    return page.get_by_role("figure", name=re.compile("The sources side by side")).first.get_attribute("aria-label")


SHORT_OF = {
    "Industry brief (unnamed)": "Industry brief",
    "Career blog (unnamed)": "Career blog",
    "News agency report (unnamed)": "Agency report",
}


def test_compare_answers_the_four_questions_without_scrolling(open_page):
    page = open_page("/")
    words = strip_words(page)
    for source in SHORT:
        assert page.get_by_text(source, exact=True).first.is_visible(), source
    for measure in ("tone", "hype", "readability", "claim coverage"):
        assert words.count(measure) == 4
    chart = page.locator(".js-plotly-plot").first.bounding_box()
    assert chart["y"] + chart["height"] <= 900
    main = page.get_by_test_id("stMain")
    for heading in ("Tone", "Hype", "Readability", "Claim coverage"):
        box = main.get_by_text(heading, exact=True).first.bounding_box()
        assert 0 < box["y"] < 900


def test_a_dot_opens_its_sentences_and_closes_again(open_page, settled):
    page = open_page("/")
    for _ in range(2):
        page.locator(".js-plotly-plot .points path").nth(6).click(force=True)
        drawer = page.get_by_role("dialog")
        drawer.wait_for()
        settled(page)
        assert re.search(r"\d+ words in \d+ sentences", drawer.inner_text())
        assert drawer.locator("blockquote").count() > 0
        page.keyboard.press("Escape")
        drawer.wait_for(state="detached")
        settled(page)


def test_the_evidence_of_a_claim_is_shown_with_its_conflict(open_page):
    page = open_page("/")
    with page.expect_navigation(url=re.compile("/claims"), wait_until="commit"):
        page.get_by_test_id("stMain").get_by_role("link", name=re.compile(r"2 sentences")).click()
    page.get_by_text("Possible conflict").first.wait_for()
    text = page.get_by_test_id("stMain").inner_text()
    assert "At just 27, Alexandr Wang is a standout figure in AI." in text
    assert "28-year-old" in text


def test_upload_compare_download_refresh_restart(open_page, settled, server, files):
    page = open_page("/articles")
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(files)
    page.get_by_text("broken.csv: which column holds what?").wait_for(timeout=60_000)
    page.get_by_role("button", name="Leave it out").click()
    page.get_by_text("Two new articles, one refused").wait_for()
    settled(page)
    page.get_by_role("button", name="Add two articles").click()
    page.get_by_text("Two articles added").wait_for(timeout=60_000)
    settled(page)
    page.get_by_role("link", name="Compare", exact=True).click()
    page.get_by_role("figure", name=re.compile("The sources side by side")).first.wait_for()
    settled(page)
    words = strip_words(page)
    assert words.count("tone") == 6
    assert "bay-gazette" in words
    assert "Harbour Post" in words

    page.get_by_text("The figures behind this chart").first.click()
    settled(page)
    with page.expect_download() as started:
        page.get_by_role("button", name=re.compile("Download CSV")).first.click()
    content = started.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    table = pd.read_csv(io.BytesIO(content))
    assert len(table) == 6
    for row in table.itertuples():
        name = SHORT_OF.get(row.source, row.source)  # the screen has short names, the file whole ones
        shown = re.search(rf"{re.escape(name)}: tone ([−+\d.]+), hype ([\d.]+)", words)
        assert shown, row.source
        assert float(shown[1].replace("−", "-")) == pytest.approx(row.tone, abs=0.00501)
        assert float(shown[2]) == pytest.approx(row.hype_per_1000_words, abs=0.0501)

    page.reload()
    settled(page)
    assert strip_words(page) == words
    page.close()  # an open page would, rightly, complain that its server has gone
    server.stop()
    server.start()
    again = open_page("/")
    assert strip_words(again) == words


def test_a_link_restores_page_story_and_filters(open_page):
    page = open_page("/hype?hyp_show=Not+counted&story=Alexandr+Wang+joins+Meta")
    chosen = page.locator('[data-testid="stButtonGroup"] button[data-selected="true"]').first
    chosen.wait_for()
    assert chosen.inner_text() == "Not counted"
    assert "hyp_show=Not" in page.url
