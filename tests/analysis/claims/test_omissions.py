"""What a source leaves out, against its length and against the day it was published."""

import math

import pytest

from components.analysis.claims.omissions import expected_omissions, omissions_of_articles, omissions_of_sources
from components.analysis.claims.overview import claim_rows
from components.analysis.model import Article, Claim, Story

SANK = "Four dockers drowned when the ferry sank."
RESIGNED = "Mayor Ida Brandt resigned from the city council."
FILLER = "Rain fell on the valley for a week and the trains to the coast were late again."


def story(*texts, claims=(SANK, RESIGNED)):
    """``texts``: (source, day, text) in order; articles are a0, a1, ..., claims c0, c1, ..."""
    articles = tuple(
        Article(id=f"a{n}", source=source, date=day, text=text) for n, (source, day, text) in enumerate(texts)
    )
    return Story(
        id="s", title="t", articles=articles, claims=tuple(Claim(id=f"c{n}", text=t) for n, t in enumerate(claims))
    )


def test_expected_omissions_worked_by_hand():
    # the others: 10 shared claims, 5 of them left out, 100 words: r = ln 2 / 100
    assert expected_omissions(8, 100, [(10, 5, 100)]) == pytest.approx(4.0, abs=1e-3)
    assert expected_omissions(8, 200, [(10, 5, 100)]) == pytest.approx(2.0, abs=1e-3)
    assert expected_omissions(8, 0, [(10, 5, 100)]) == 8.0
    # two others: 4 exp(-100 r) + 4 exp(-200 r) = 3 has exp(-100 r) = .5
    assert expected_omissions(4, 100, [(4, 2, 100), (4, 1, 200)]) == pytest.approx(2.0, abs=1e-3)


def test_a_longer_text_is_expected_to_leave_out_less():
    found = [expected_omissions(10, words, [(6, 2, 300), (5, 1, 700)]) for words in (50, 200, 800, 3000)]
    assert found == sorted(found, reverse=True)
    assert all(0 <= value <= 10 for value in found)


def test_the_ends_of_the_scale():
    assert expected_omissions(5, 100, [(4, 0, 100)]) == 0.0
    assert expected_omissions(5, 100, [(4, 4, 100)]) == pytest.approx(5.0, abs=1e-3)
    assert math.isnan(expected_omissions(0, 100, [(4, 1, 100)]))
    assert math.isnan(expected_omissions(5, 100, []))
    assert math.isnan(expected_omissions(5, 100, [(0, 0, 100)]))


BOTH = f"{SANK} {RESIGNED}"
LATE = [("Gazette", "2026-03-02", f"{BOTH} Rain fell."), ("Herald", "2026-03-03", f"{BOTH} Trains were late.")]


@pytest.mark.parametrize(
    ("day", "left_out", "earlier"),
    [
        ("2026-03-01", (), ("c0", "c1")),
        ("2026-03-02", ("c0", "c1"), ()),  # the same day is no proof
        ("2026-03-05", ("c0", "c1"), ()),
        ("", ("c0", "c1"), ()),
    ],
)
def test_what_is_told_only_later_is_no_omission(day, left_out, earlier):
    told = story(*LATE, ("Post", day, FILLER))
    for found in (omissions_of_sources(told)["Post"], omissions_of_articles(told)["a2"]):
        assert (found.left_out, found.published_earlier) == (left_out, earlier)
        assert set(found.shared) >= set(found.left_out)
    assert [bool(row.published_earlier) for row in claim_rows(told)] == [bool(earlier)] * 2


def test_an_undated_article_that_states_it_ends_the_check():
    told = story(LATE[0], ("Herald", "", LATE[1][2]), ("Post", "2026-03-01", FILLER))
    assert omissions_of_sources(told)["Post"].left_out == ("c0", "c1")


def test_the_last_article_of_a_source_counts():
    told = story(*LATE, ("Post", "2026-03-01", FILLER), ("Post", "2026-03-09", f"{FILLER} Schools stay closed."))
    assert omissions_of_sources(told)["Post"].left_out == ("c0", "c1")
    assert omissions_of_articles(told)["a2"].published_earlier == ("c0", "c1")


def test_a_short_text_is_expected_to_leave_out_more_than_a_long_one():
    def long(*topics):
        return " ".join(f"The {a} of the {b} was on the list of the council." for a in topics for b in topics)

    told = story(
        ("Gazette", "", f"{BOTH} {long('harbour', 'market', 'bakery', 'museum', 'orchard')}"),
        ("Herald", "", f"{SANK} {long('school', 'library', 'tunnel', 'fountain', 'garden')}"),
        ("Post", "", f"{BOTH} {long('stadium', 'chapel', 'brewery', 'quarry', 'mill')}"),
        ("Wire", "", FILLER),
    )
    found = omissions_of_sources(told)
    assert found["Wire"].left_out == ("c0", "c1")
    # the long ones leave out one of six: at their rate a text of one sentence leaves out nearly all
    assert found["Wire"].expected > 1.8
    assert found["Herald"].expected < 0.7


def test_copies_are_no_measure_of_each_other():
    echo = ("Echo", "2026-03-04", f"{BOTH} Schools stay closed until Monday.")
    told = story(*LATE, echo, ("Post", "", FILLER), ("Post copy", "", FILLER))
    found = omissions_of_sources(told)
    assert found["Post"].expected == found["Post copy"].expected == 0.0  # the three leave out nothing


def test_two_sources_share_no_claim_with_two_others():
    found = omissions_of_sources(story(*LATE))
    assert all(not o.shared and math.isnan(o.expected) for o in found.values())
