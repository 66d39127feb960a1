import pytest

from components.ingest.details import (
    Details,
    date_readings,
    details,
    is_detail_row,
    read_byline,
    read_date,
    read_dateline,
    read_outlet,
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-06-03", "2026-06-03"),
        ("2026-06-03T09:40:00Z", "2026-06-03"),
        ("2026/6/3", "2026-06-03"),
        ("20260603", "2026-06-03"),
        ("June 3, 2026", "2026-06-03"),
        ("NewsJune 3, 2026· 2 min read", "2026-06-03"),
        ("Wed, 03 Jun 2026 10:00:00 GMT", "2026-06-03"),
        ("3rd of June 2026", "2026-06-03"),
        ("03-Jun-2026", "2026-06-03"),
        ("Sept. 9 2025", "2025-09-09"),
        ("23/06/2026", "2026-06-23"),
        ("06/23/2026", "2026-06-23"),
        ("23.06.2026", "2026-06-23"),
        ("05/05/2026", "2026-05-05"),
        ("03/04/2026", ""),  # 3 April or 4 March
        ("30 February 2026", ""),
        ("June 2026", ""),
        ("in 2026 the 3 of them", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_or_left_empty_never_guessed(text, iso):
    assert read_date(text) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("PORT ALMA, Calif., June 14, 2025 — The pier closes.", "2025-06-14"),
        ("NEW YORK, Sept. 9, 2025 /Newswire/ -- The pier closes.", "2025-09-09"),
        ("LONDON, 3 June 2026 (Agency) – The pier closes.", "2026-06-03"),
        ("ST. JOHN'S, June 14, 2025 - The pier closes.", "2025-06-14"),
        ("LONDON, June 14 (Agency) - The pier closes.", ""),  # no year
        ("LONDON (Agency) - The pier closed on June 14, 2025 - at last.", ""),
        ("On June 14, 2025 — a Saturday — the pier closed.", ""),
        ("The pier closed. LONDON, June 14, 2025 — It did.", ""),
        ("LONDON, February 30, 2025 — The pier closes.", ""),
        ("", ""),
    ],
)
def test_a_dateline_is_read_at_the_beginning_alone(text, iso):
    assert read_dateline(text) == iso


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "Jane Doe"),
        ("By Jane Doe and Tom O'Hara", "Jane Doe and Tom O'Hara"),
        ("By Jane Doe, Senior Reporter", "Jane Doe"),
        ("Written by Maria del Campo", "Maria del Campo"),
        ("By Jane Doe | June 3, 2026", "Jane Doe"),
        ("jane92 Avatar", ""),
        ("Posted by jane92", ""),
        ("By Staff Reporter", ""),
        ("By Associated Press", ""),
        ("By Any Means", ""),
        ("By June Third", ""),
        ("By Design", ""),
        ("By Jane Doe the company meant its founder", ""),
        ("Jane Doe", ""),
    ],
)
def test_an_author_is_a_name_that_is_introduced_as_one(line, author):
    assert read_byline(line) == author


@pytest.mark.parametrize(
    "line",
    [
        "NewsJune 3, 2026· 2 min read",
        "June 3, 2026",
        "Updated 3 June 2026 at 9:40 GMT",
        "5 min read",
        "By Jane Doe | June 3, 2026 | 5 min read",
        "Technology | 7 Feb 2025 | 3 min read",
        "Published 2 hours ago",
        "Tuesday, 3 June 2025 14:05",
    ],
)
def test_a_row_of_details_is_known(line):
    assert is_detail_row(line)


@pytest.mark.parametrize(
    "line",
    [
        "What happened on June 3, 2026",
        "The court ruled on June 3, 2026.",
        "Election Day June 3, 2026",
        "9:30 a.m. to 7:00 p.m.",
        "Two hours ago in Lisbon",
        "News",
        "",
    ],
)
def test_a_line_that_says_more_is_no_row_of_details(line):
    assert not is_detail_row(line)


def test_of_several_dates_the_earliest_is_the_publication():
    assert details(["Updated June 5, 2026", "By Jane Doe | June 3, 2026"]) == Details(("2026-06-03",), "Jane Doe", "")
    assert details(["Share", "2 min read"]) == Details((), "", "")


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("By Dana Ruiz, The Harbor Courier", "Dana Ruiz", "The Harbor Courier"),
        ("By Dana Ruiz, Harbor Courier", "Dana Ruiz", "Harbor Courier"),
        ("By Dana Ruiz, The Harbor Ledger", "Dana Ruiz", "The Harbor Ledger"),
        ("By Dana Ruiz (The Harbor Ledger)", "Dana Ruiz", "The Harbor Ledger"),
        ("By Dana Ruiz and Lee Park, The Valley Advocate", "Dana Ruiz and Lee Park", "The Valley Advocate"),
        ("By Dana Ruiz, The Economist", "Dana Ruiz", "The Economist"),
        ("By Dana Ruiz, The Editor", "Dana Ruiz", ""),
        ("By Dana Ruiz, Lee Advocate", "Dana Ruiz, Lee Advocate", ""),
        ("By Dana Ruiz, The Last Word", "", ""),
        ("By Dana Ruiz for the Harbor Courier", "Dana Ruiz", "the Harbor Courier"),
        ("By Dana Ruiz | The Coast Star | 3 June 2026", "Dana Ruiz", "The Coast Star"),
        ("By Dana Ruiz, Staff Writer, The Harbor Courier", "Dana Ruiz", "The Harbor Courier"),
        ("By Dana Ruiz and Lee Park, Coast Weekly", "Dana Ruiz and Lee Park", "Coast Weekly"),
        ("BY DANA RUIZ, THE HARBOR COURIER", "Dana Ruiz", "The Harbor Courier"),
        ("By Dana Ruiz, Associated Press", "Dana Ruiz", "Associated Press"),
        ("By Dana Ruiz, Emily Post", "Dana Ruiz", ""),  # a surname as well as a paper: it wants a "The"
        ("By Dana Ruiz, Senior Reporter", "Dana Ruiz", ""),
        ("By Dana Ruiz and the Harbor Courier lost its best reporter", "", ""),
        ("The Harbor Courier", "", ""),
    ],
)
def test_a_byline_names_the_author_and_may_name_the_outlet(line, author, outlet):
    assert (read_byline(line), read_outlet(line)) == (author, outlet)


def test_a_byline_with_its_outlet_is_a_row_of_details():
    assert is_detail_row("By Dana Ruiz, The Harbor Courier")
    found = details(["By Dana Ruiz, The Harbor Courier", "03/04/2026"])
    assert found == Details(("2026-04-03", "2026-03-04"), "Dana Ruiz", "The Harbor Courier")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("03/04/2026", ("2026-04-03", "2026-03-04")),
        ("3.4.2026, 9:40", ("2026-04-03", "2026-03-04")),
        ("23/04/2026", ("2026-04-23",)),
        ("04/04/2026", ("2026-04-04",)),
        ("soon", ()),
        ("31/31/2026", ()),
    ],
)
def test_a_date_that_customs_read_differently_has_two_readings(text, days):
    assert date_readings(text) == days
