"""A part of a page that alone answers to its filters: only it is drawn again, but a change of the story draws all."""

import re

import pytest
from serving import choose
from timing import timed, watch


def test_a_filter_of_passages_leaves_the_page_and_muting_a_term_redraws_it(open_page, settled):
    page = open_page("/hype?story=Alexandr+Wang+joins+Meta")
    whole = page.get_by_test_id("stMain")
    watch(page)
    page.reload()
    settled(page)
    _, for_all, _ = timed(page, lambda: page.locator("body").press("r"))
    _, for_part, _ = timed(page, page.get_by_role("radio", name="Counted", exact=True).click)
    page.wait_for_url("**hyp_show=Counted**")
    assert for_part < for_all / 2
    settled(page)
    table = page.locator(".st-key-table_hype_passages .dvn-scroller")
    table.scroll_into_view_if_needed()
    settled(page)
    box = table.bounding_box()
    page.mouse.click(box["x"] + 18, box["y"] + 55)
    mute = page.get_by_role("button", name="Mute “").first
    mute.wait_for()
    assert "Measured with settings of your own" not in whole.inner_text()
    mute.click()
    page.get_by_text("Measured with settings of your own").wait_for()
    settled(page)
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_text("Measured with settings of your own").wait_for(state="detached")


@pytest.mark.parametrize(("name", "key"), [("tone", "ton_source"), ("readability", "rdb_source")])
def test_a_choice_of_a_source_draws_its_tables_alone(open_page, settled, name, key):
    page = open_page(f"/{name}?story=Alexandr+Wang+joins+Meta")
    watch(page)
    page.reload()
    settled(page)
    _, for_all, _ = timed(page, lambda: page.locator("body").press("r"))
    settled(page)
    picker = page.get_by_role("combobox", name=re.compile("Source"))
    option = page.get_by_role("option", name="Career blog")
    _, for_part, _ = timed(page, lambda: choose(page, picker, option))
    page.wait_for_url(f"**{key}=Career+blog**")
    assert for_part < for_all / 2
