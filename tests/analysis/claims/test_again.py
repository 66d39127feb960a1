"""Proposing anew for a list that a person has worked on."""

from dataclasses import replace

import pytest

from components.analysis.claims.again import propose_again
from components.analysis.claims.extract import propose_claims
from components.analysis.model import Article, Claim, Story

TEXTS = (
    "Carrow Transit bought 12 electric buses in March 2024. Mayor Ida Brandt opened the new depot on Monday.",
    "Carrow Transit bought 12 electric buses in March 2024. The Brackwell Fund paid 4.5 million euros for the depot.",
)


@pytest.fixture
def story():
    articles = tuple(Article(id=f"a{n}", source=f"Paper {n}", text=text, original=text) for n, text in enumerate(TEXTS))
    return Story(id="s", title="Buses", articles=articles, claims=propose_claims(articles))


def texts(claims):
    return [c.text for c in claims]


def test_a_list_as_it_was_proposed_is_proposed_again(story):
    assert len(story.claims) >= 3
    assert propose_again(story) == (story.claims, 0)


def test_what_was_reworded_or_removed_does_not_come_back_and_the_rest_does(story):
    first, second, *rest = story.claims
    own = Claim(id=first.id, text="Twelve buses with batteries were ordered.", origin="analyst")
    worked_on = replace(story, claims=(own, *rest), settled=(first.text, second.text))
    again = propose_again(worked_on)
    assert texts(again.claims) == texts(rest)
    assert again.n_settled == 2


def test_a_fact_that_comes_in_another_wording_is_covered_all_the_same(story):
    first, *rest = story.claims
    assert "12 electric buses" in first.text
    other = "In March 2024 Carrow Transit bought 12 electric buses."
    for worked_on in (
        replace(story, claims=tuple(rest), settled=(other,)),
        replace(story, claims=(Claim(id="c9", text=other, origin="analyst"), *rest)),
    ):
        assert first.text not in texts(propose_again(worked_on).claims)


def test_another_value_of_the_same_thing_is_no_cover(story):
    first, *rest = story.claims
    worked_on = replace(story, claims=tuple(rest), settled=(first.text.replace("12", "15"),))
    assert first.text in texts(propose_again(worked_on).claims)


def test_who_emptied_the_list_starts_anew(story):
    emptied = replace(story, claims=(), settled=tuple(texts(story.claims)))
    assert propose_again(emptied) == (story.claims, 0)
