import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.analysis.model import measured_text
from components.ingest.cleaning import cut_residue
from components.ingest.decode import tidy

BODY = (
    "The harbour office said on Monday that the new pier will open in the spring, four months late.",
    "Builders found an old sewer under the site, and had to move it before they could go on.",
)
PAGE_LINES = st.sampled_from(
    [
        *BODY,
        "Harbour pier opens in the spring",
        "Harbour pier opens in the spring | Port Weekly",
        "News",
        "Home > News > Local",
        "By Dana Whitlow",
        "June 3, 2026 · 2 min read",
        "June 3, 2026",
        "Share:",
        "Facebook",
        "Share",
        "#pier #harbour",
        "#pier",
        "Tags",
        "Tagged in :",
        "Disclaimer",
        "This article is provided for informational purposes only and is no legal advice.",
        "dana92 Avatar",
        "About the author",
        "Related stories",
        "Read more: A ferry for the islands",
        "Keep reading",
        "Subscribe to our newsletter",
        "Leave a Reply",
        "Comments",
        "Your email address will not be published. Required fields are marked *",
        "Your email address will not be published. Required fields are marked *" + BODY[0],
        BODY[1] + " Advertisement",
        "Privacy policy",
        "Contact us",
        "Advertisement",
        "Photo: Dana Whitlow",
        "© 2026 Port Weekly. All rights reserved.",
        "Why it matters",
        "• Fewer ferries",
        "what else is there",
        "",
        "   ",
    ]
)
PAGES = st.lists(PAGE_LINES, max_size=30).map("\n".join)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n #:|•@"), max_size=400).map(tidy)


def _again(original):
    cuts = cut_residue(original)
    headlines = [original[c.start : c.end] for c in cuts if c.reason == "headline"]
    left = measured_text(original, cuts)
    return cuts, left, cut_residue(left, title=headlines[-1] if headlines else "")


@settings(max_examples=400, deadline=None)
@given(PAGES | ANY_TEXT)
def test_cuts_are_in_range_sorted_apart_and_full(original):
    cuts = cut_residue(original)
    at = 0
    for cut in cuts:
        assert at <= cut.start < cut.end <= len(original)
        assert original[cut.start : cut.end].strip() == original[cut.start : cut.end]
        assert cut.reason
        at = cut.end


@settings(max_examples=400, deadline=None)
@given(PAGES | ANY_TEXT)
def test_what_was_left_holds_nothing_more_to_cut(original):
    _, left, again = _again(original)
    assert again == () or not left, again


@settings(max_examples=200, deadline=None)
@given(PAGES)
def test_a_text_with_words_never_becomes_empty(original):
    if original.strip():
        assert measured_text(original, cut_residue(original))


def test_nothing_but_page_rows_is_kept_whole():
    assert cut_residue("Share:\nKeep reading\nRelated stories") == ()


def test_putting_every_cut_back_restores_the_text():
    page = "Pier opens in the spring\n\nShare this\n\n" + "\n\n".join(BODY) + "\n\nLeave a Reply"
    cuts = cut_residue(page)
    assert [c.reason for c in cuts] == ["headline", "share row", "comment form"]
    back = tuple(type(c)(start=c.start, end=c.end, reason=c.reason, put_back=True) for c in cuts)
    assert measured_text(page, back) == page
    assert measured_text(page, cuts) == "\n\n".join(BODY)


def test_a_known_title_is_cut_and_no_other_line_is_taken_for_one():
    page = "Port Weekly daily\nPier opens in the spring - Port Weekly\n\n" + "\n".join(BODY)
    cuts = cut_residue(page, title="Pier opens in the spring")
    assert [(c.reason, page[c.start : c.end]) for c in cuts] == [
        ("navigation", "Port Weekly daily"),
        ("headline", "Pier opens in the spring - Port Weekly"),
    ]
    other = "Why it matters to us\n\n" + "\n".join(BODY)
    assert cut_residue(other, title="Pier opens in the spring") == ()
    assert [c.reason for c in cut_residue(other)] == ["headline"]


@pytest.mark.parametrize(
    "first",
    [
        "The pier opens in the spring.",
        "Dear neighbours of the harbour,",
        "Two words",
        "• A list item without end",
        BODY[0],
    ],
)
def test_a_first_line_that_is_no_title_stays(first):
    assert cut_residue(first + "\n\n" + BODY[1]) == ()


def test_a_hard_wrapped_opening_is_no_title():
    assert (
        cut_residue("The harbour office said on Monday that the new pier will open in\nMarch, four months late.") == ()
    )


def test_neighbours_of_one_reason_are_one_cut():
    page = "\n".join(BODY) + "\n\nLeave a Reply\n\nName *\nEmail *\n"
    (cut,) = cut_residue(page)
    assert page[cut.start : cut.end] == "Leave a Reply\n\nName *\nEmail *"


def test_a_paragraph_below_linked_headlines_stays():
    links = [f"A linked headline about the {place}" for place in ("quay", "crane", "ferry", "market", "tower")]
    paragraph = " ".join(["The harbour master keeps a log of every ship that comes in"] * 3) + "."
    page = "\n\n".join([*BODY * 4, "Most read", *links, paragraph])
    assert measured_text(page, cut_residue(page)) == "\n\n".join([*BODY * 4, paragraph])


def test_a_script_without_spaces_is_not_taken_for_a_menu():
    title = "港の新しい桟橋は来年の春に開く"
    body = [
        "港湾局は月曜日に、新しい桟橋が予定より四か月遅れて春に開くと発表した。工事中に古い下水道が見つかったためである。",
        "作業員は先に進む前にそれを移さなければならなかった。費用は予定より一割多くなる見込みだと担当者は述べた。",
    ]
    page = "\n\n".join([title + " | 港ニュース", title, *body])
    assert measured_text(page, cut_residue(page, title=title)) == "\n\n".join(body)


@pytest.mark.parametrize(
    "hostile",
    [
        "#a" * 60_000,
        "Share " * 30_000,
        " ." * 60_000,
        "a - " * 40_000,
        "\n".join(["Disclaimer", "views advice"] * 4_000),
        "\n".join(["Related stories", "A linked headline", BODY[0]] * 3_000),
        "views expressed " * 10_000,
        "\n".join(["Home"] * 20_000),
        "By " + "Ab " * 40_000,
        "🚀" * 100_000 + "x",
    ],
    ids=range(10),
)
def test_time_stays_linear_on_hostile_text(hostile):
    begun = time.process_time()
    cut_residue(hostile)
    assert time.process_time() - begun < 5


MENU = "Home\nNews\nWhat is on\nThe region\nTowns and villages\nSport\nOur readers write\nWeather\nContact\nMore"
PROSE = "The council met on Monday and decided, after four hours, to keep the library open until the end of the year."


def test_a_long_menu_of_sections_goes_wherever_it_stands_and_the_headline_stays():
    head = f"{MENU}\nShops\nLetters\nLibrary stays open\n\n{PROSE}\n\n{PROSE.replace('Monday', 'Friday')}"
    kept = measured_text(head, cut_residue(head))
    assert "Towns and villages" not in kept
    assert [head[c.start : c.end] for c in cut_residue(head) if c.reason == "headline"] == ["Library stays open"]
    tail = f"{PROSE}\n\n{MENU}\n\nOn Friday the mayor will answer questions on the library in the town hall, she said."
    assert "Towns and villages" not in measured_text(tail, cut_residue(tail))


def test_a_long_list_that_names_no_sections_is_the_articles():
    winners = "\n".join(f"{name} for best film" for name in "Ada Bea Cleo Dora Eva Fay Gia Hope Ida Joy Kim".split())
    text = f"{PROSE}\n\n{winners}\n\n{PROSE.replace('Monday', 'Friday')}"
    assert measured_text(text, cut_residue(text)) == text
