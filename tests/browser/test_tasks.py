"""Five things a newcomer wants to know or do, from the first screen: none takes more than five clicks."""

import re

import pytest

MOST = 5
FERRY = (
    "Two ferries will cross the bay from May, the harbour board said on Tuesday. Each boat has room for 80 passengers. "
    "The new pier cost 6.2 million pounds, about a tenth more than was planned. The crossing takes 25 minutes. "
)


@pytest.fixture
def clicks():
    """Counts the clicks of a task; more than five fail it."""
    made = []

    def click(target, **options):
        made.append(str(target))
        target.click(**options)

    click.made = made
    yield click
    assert 0 < len(made) <= MOST, made


def main(page):
    return page.get_by_test_id("stMain")


def nav(page, name):
    return page.get_by_test_id("stTopNavLink").filter(has_text=name).first


def test_which_source_hypes_most_and_why(open_page, settled, clicks):
    page = open_page("/")
    said = main(page).inner_text()
    assert re.search(r"Career blog has the highest hype figure, [\d.]+ per 1,000 words: it hypes more than", said)
    assert re.search(r"beyond chance \(p\s[\d.]+\); the difference to Heloies \([\d.]+\) .* could be chance", said)
    assert re.search(r"\w+ passages of Career blog count, such as “", said)
    dot = page.locator(".js-plotly-plot .points path").nth(10)  # after the names: tone's four, then hype's
    clicks(dot, force=True)
    drawer = page.get_by_role("dialog")
    drawer.wait_for()
    settled(page)
    assert "Career blog" in drawer.inner_text()
    assert re.search(r"hyperbolic|gratuitous|amplified|stacked", drawer.inner_text())


def test_a_written_number_opens_its_sentences_too(open_page, settled, clicks):
    page = open_page("/")
    chart = page.locator(".js-plotly-plot").first.bounding_box()
    value = page.locator(".px-beside span").filter(has_text=re.compile(r"^\+0\.14$")).bounding_box()
    assert value["y"] < chart["y"] + chart["height"]
    page.mouse.move(value["x"] + value["width"] / 2, value["y"] + value["height"] / 2)
    clicks(page.locator("body"), position={"x": value["x"] + 12, "y": value["y"] + 8}, force=True)
    drawer = page.get_by_role("dialog")
    drawer.wait_for()
    assert "Tone" in drawer.inner_text()


def test_what_the_agency_report_leaves_out(open_page, settled, clicks):
    page = open_page("/")
    clicks(nav(page, "Claims"))
    page.get_by_role("heading", name=re.compile("leaves? out")).first.wait_for()
    settled(page)
    agency = page.get_by_role("radio", name=re.compile("Agency report"))
    agency.scroll_into_view_if_needed()
    settled(page)
    clicks(agency)
    page.get_by_text(re.compile("Agency report: .* left out")).wait_for()


def test_where_they_contradict(open_page, clicks):
    page = open_page("/")
    row = page.locator('[class*="st-key-finding_"]').filter(has_text="Possible conflict")
    clicks(row.get_by_role("link"))
    page.wait_for_url(re.compile("/claims"))
    page.get_by_text("At just 27, Alexandr Wang is a standout figure in AI.").first.wait_for()
    assert "28-year-old" in main(page).inner_text()


def test_send_my_boss_a_report(open_page, settled, clicks):
    page = open_page("/")
    clicks(nav(page, "Downloads"))
    button = page.get_by_role("button", name="Download the report")
    button.wait_for()
    settled(page)
    with page.expect_download() as started:
        clicks(button)
    assert started.value.suggested_filename.endswith(".html")
    assert b"Career blog" in started.value.path().read_bytes()


def test_add_my_own_article_and_see_where_it_falls(open_page, settled, clicks):
    page = open_page("/")
    clicks(nav(page, "Articles"))
    file = {"name": "bay-gazette.txt", "mimeType": "text/plain", "buffer": (FERRY * 5).encode()}
    with page.expect_file_chooser() as chooser:
        clicks(page.get_by_test_id("stFileUploaderDropzone").get_by_text("Upload").first)
    chooser.value.set_files([file])
    clicks.made.append("the file, in a window of the system's own, where no browser test can click")
    add = page.get_by_role("button", name=re.compile(r"^Add ")).first
    add.wait_for(timeout=60_000)
    settled(page)
    clicks(add)
    page.get_by_text(re.compile("article added")).first.wait_for(timeout=60_000)
    clicks(nav(page, "Compare"))
    figure = page.get_by_role("figure", name=re.compile("bay-gazette: tone")).first
    figure.wait_for(timeout=60_000)
