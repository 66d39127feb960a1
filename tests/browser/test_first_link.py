"""A deep link that is a fresh server's very first request shows the whole app, not its page alone."""

PAGES = ["Compare", "Claims", "Tone", "Hype", "Readability", "Reader", "Articles", "Downloads", "Methods"]


def entries(page) -> list[str]:
    return page.get_by_test_id("stTopNavLink").all_inner_texts()


def test_a_deep_link_shows_the_frame_around_its_page(open_page):
    page = open_page("/methods")
    assert entries(page) == PAGES
    assert page.get_by_role("combobox", name="Story").is_visible()
    assert page.title().startswith("Methods")
    assert page.url.endswith("/methods")
