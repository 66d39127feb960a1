"""Manners: links restore what they name, back goes back, what destroys asks first, long work can be stopped."""

import re
import time

import pytest
from playwright.sync_api import expect
from states import TITLES, address

CHOSEN = '[data-testid="stButtonGroup"] button[data-selected="true"]'


@pytest.fixture(scope="module")
def server(states_server):
    return states_server


def main(page):
    return page.get_by_test_id("stMain")


def test_long_work_says_what_it_does_and_can_be_stopped_and_gone_on_with(browser, untouched_server):
    """On the enormous article, before anything of it was measured in this workspace."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=untouched_server.url)
    page = context.new_page()
    page.goto(address("compare", "enormous"))
    page.get_by_role("progressbar").wait_for(timeout=30_000)
    begun = time.monotonic()
    page.locator(".st-key-app_stop button").click()
    page.get_by_role("heading", name="Stopped before the figures were ready").wait_for(timeout=60_000)
    assert time.monotonic() - begun < 60
    assert page.get_by_role("combobox", name="Story").is_visible()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name=TITLES["enormous"]).wait_for(timeout=120_000)
    page.get_by_text("The sources side by side").wait_for(timeout=120_000)
    assert page.get_by_role("progressbar").count() == 0
    context.close()


def test_back_leads_back_to_the_page_before(open_page, settled):
    page = open_page(address("compare", "first"))
    for name in ("Hype", "Claims"):
        page.get_by_test_id("stTopNavLink").filter(has_text=name).first.click()
        page.wait_for_url(re.compile(f"/{name.lower()}"))
        settled(page)
    page.go_back()
    page.wait_for_url(re.compile("/hype"))
    settled(page)
    expect(main(page)).to_contain_text("per 1,000 words")
    page.go_back()
    settled(page)
    page.get_by_role("heading", name=TITLES["first"]).wait_for()
    page.go_forward()
    page.wait_for_url(re.compile("/hype"))


def test_a_link_restores_story_page_sources_and_layers(open_page):
    page = open_page(address("hype", "fifty") + "&hyp_source=Brackwell+Herald")
    expect(page.get_by_role("combobox", name="Story")).to_have_value(TITLES["fifty"])
    assert "Brackwell Herald" in [box.input_value() for box in main(page).get_by_role("combobox").all()]
    page = open_page(address("reader", "first") + "&rd_marks=Tone&rd_marks=Claims&rd_aligned=false")
    expect(page.locator(CHOSEN)).to_have_text(["Tone", "Claims"])
    expect(page.locator("article.px-aligned")).to_have_count(0)
    page = open_page(address("compare", "fifty") + "&cmp_order=Hype&cmp_page=2")
    expect(page.locator(CHOSEN)).to_have_text(["Hype"])


def test_a_claims_number_leads_to_its_evidence_in_the_other_article(open_page, settled):
    page = open_page(address("reader", "first") + "&rd_marks=Claims")
    link = page.locator(".px-article sup a").first
    aim = link.get_attribute("href")
    link.click()
    settled(page)
    place = page.locator(f"[id='{aim[1:]}']").bounding_box()
    assert 60 < place["y"] < 900
    assert page.url.endswith(aim)


def test_deleting_a_story_asks_first_and_can_be_taken_back(open_page, settled):
    page = open_page(address("articles", "one"))
    page.get_by_role("button", name="Delete this story").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text(f"Delete “{TITLES['one']}” with 1 article").wait_for()
    dialog.get_by_role("button", name="Keep it").click()
    dialog.wait_for(state="detached")
    expect(page.get_by_role("combobox", name="Story")).to_have_value(TITLES["one"])
    page.get_by_role("button", name="Delete this story").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete the story").click()
    undo = page.locator(".st-key-sto_restore button")
    undo.wait_for()
    settled(page)
    undo.click()
    settled(page)
    expect(page.get_by_role("combobox", name="Story")).to_have_value(TITLES["one"])


def test_on_a_phone_no_name_of_a_source_is_broken_within_a_word(open_page):
    page = open_page(address("tone", "first"), viewport={"width": 390, "height": 844})
    cells = page.locator(".px-table td:first-child:has(> .px-src)")
    shown = [cell for cell in cells.all() if cell.is_visible()]
    assert len(shown) >= 8
    for cell in shown:
        lines = cell.evaluate(
            """e => { const text = document.createRange(); text.selectNodeContents(e.lastChild);
            return new Set([...text.getClientRects()].map(box => Math.round(box.top))).size; }"""
        )
        assert lines <= len(cell.inner_text().split())
