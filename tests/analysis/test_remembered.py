"""What is known is not measured again, and what is read back is what was measured."""

from dataclasses import replace

import pandas as pd
import pytest

from components.analysis import remembered
from components.analysis.claims.match import judge_story
from components.analysis.comparison import measure_story
from components.analysis.model import Article, Claim, Decision, Settings, Story

TEXT = "The ferry will run every twenty minutes from March, the council said on Tuesday. " * 9


class Shelf(dict):
    """A store in memory."""

    def known(self, keys):
        return {key: self[key] for key in keys if key in self}

    def remember(self, items):
        self.update(items)


def article(number):
    return Article(id=f"a{number}", source=f"Paper {number}", title=f"News {number}", text=f"{TEXT} Number {number}.")


@pytest.fixture
def story():
    claims = (Claim(id="c1", text="The ferry will run from March."),)
    return Story(id="s", title="Ferry", articles=tuple(map(article, range(4))), claims=claims)


@pytest.fixture
def measured(monkeypatch):
    """The ids of the articles that were measured one by one, run after run."""
    runs = []
    real = remembered.measure_story

    def counting(story, measures):
        if all(measure.per_article for measure in measures):
            runs.append([a.id for a in story.articles])
        return real(story, measures)

    monkeypatch.setattr(remembered, "measure_story", counting)
    return runs


def test_a_new_article_is_the_only_one_measured(story, measured):
    shelf = Shelf()
    remembered.measure_remembered(story, shelf)
    grown = replace(story, articles=(*story.articles, article(9)))
    found = remembered.measure_remembered(grown, shelf)
    remembered.measure_remembered(grown, shelf)
    assert measured == [["a0", "a1", "a2", "a3"], ["a9"]]
    keys = ["measure", "article_id", "column", "sentence_index"]
    own = [found.sort_values(keys, ignore_index=True), measure_story(grown).sort_values(keys, ignore_index=True)]
    pd.testing.assert_frame_equal(*own)


def test_a_corrected_text_is_measured_again_and_a_corrected_source_is_not(story, measured):
    shelf = Shelf()
    remembered.measure_remembered(story, shelf)
    first, *rest = story.articles
    remembered.measure_remembered(replace(story, articles=(replace(first, source="Other", note="x"), *rest)), shelf)
    remembered.measure_remembered(replace(story, articles=(replace(first, text=TEXT), *rest)), shelf)
    remembered.measure_remembered(replace(story, settings=Settings(mask=False)), shelf)
    assert measured == [["a0", "a1", "a2", "a3"], ["a0"], ["a0", "a1", "a2", "a3"]]


@pytest.fixture
def judged(monkeypatch):
    """The ids of the articles that were judged, run after run."""
    runs = []
    real = remembered.judge_articles

    def counting(claims, articles):
        runs.append([a.id for a in articles])
        return real(claims, articles)

    monkeypatch.setattr(remembered, "judge_articles", counting)
    return runs


def fresh(story, **changes):
    """The story as it is read anew: without what was computed from it."""
    return replace(story, **changes)


def test_a_new_article_is_the_only_one_judged(story, judged):
    shelf = Shelf()
    claims = (*story.claims, Claim(id="c2", text="The council closed a bridge in 2019."))
    story = fresh(story, claims=claims)
    remembered.measure_remembered(story, shelf)
    grown = fresh(story, articles=(*story.articles, article(9)))
    remembered.measure_remembered(grown, shelf)
    again = fresh(grown)
    remembered.measure_remembered(again, shelf)
    assert judged == [["a0", "a1", "a2", "a3"], ["a9"]]
    assert again.verdicts == grown.verdicts == judge_story(grown)


def test_verdicts_are_kept_apart_from_decisions_names_and_other_lists(story, judged):
    shelf = Shelf()
    remembered.measure_remembered(story, shelf)
    decided = fresh(
        story,
        claims=(replace(story.claims[0], id="c7", note="seen"),),
        decisions=(Decision(claim_id="c7", article_id="a1", verdict="not found", coder="Ann"),),
    )
    remembered.measure_remembered(decided, shelf)
    assert len(judged) == 1
    assert [(v.claim_id, v.verdict, v.coder) for v in decided.verdicts][:2] == [
        ("c7", "stated", ""),
        ("c7", "not found", "Ann"),
    ]
    assert decided.verdicts == judge_story(decided)
    reworded = fresh(story, claims=(replace(story.claims[0], text="The ferry will run from May."),))
    remembered.measure_remembered(reworded, shelf)
    assert len(judged) == 2
    assert reworded.verdicts == judge_story(reworded)


def test_what_stands_in_a_headline_or_is_not_found_comes_back_as_it_was(judged):
    titled = Article(
        id="t", source="A", title="Norvane bought the Kelso yard in 2019", text="The mood was good, all said."
    )
    odd = Article(id="o", source="B", title="", text="Norvane bought the Kelso yard in 2021. \ud800 It said so.")
    empty = Article(id="e", source="C", text="")
    claims = (Claim(id="c1", text="Norvane bought the Kelso yard in 2019."), Claim(id="c2", text="Snow fell in Oslo."))
    story = Story(id="s", title="S", articles=(titled, odd, empty), claims=claims)
    shelf = Shelf()
    remembered.recall_verdicts(story, shelf)
    again = fresh(story)
    remembered.recall_verdicts(again, shelf)
    assert len(judged) == 1
    assert again.verdicts == story.verdicts == judge_story(story)
    assert {v.verdict for v in story.verdicts} >= {"stated", "conflicts", "not found"}


def test_what_is_missing_is_measured_and_judged_in_steps(story, measured, judged, monkeypatch):
    monkeypatch.setattr(remembered, "STEP", 1)
    shelf = Shelf()
    assert remembered.n_missing(story, shelf) == 4
    assert list(remembered.measure_missing(story, shelf)) == [4, 3, 2, 1]
    assert remembered.n_missing(story, shelf) == 0
    assert measured == judged == [["a0"], ["a1"], ["a2"], ["a3"]]
    remembered.measure_remembered(story, shelf)
    assert len(measured) == len(judged) == 4
    reworded = fresh(story, claims=(replace(story.claims[0], text="The ferry will run from May."),))
    assert list(remembered.measure_missing(reworded, shelf)) == [4, 3, 2, 1]
    assert len(measured) == 4
    assert len(judged) == 8


def test_a_proposal_is_known_again_for_exactly_its_articles(story):
    shelf = Shelf()
    articles = story.articles
    assert remembered.recall_proposal(articles, shelf) is None
    remembered.remember_proposal(articles, story.claims, shelf)
    assert remembered.recall_proposal(articles, shelf) == ("The ferry will run from March.",)
    renamed = replace(articles[0], source="Another paper")
    retold = replace(articles[0], text="Another text.")
    other = replace(articles[0], language="de")
    for others in ([], articles[1:], articles[::-1], *((a, *articles[1:]) for a in (renamed, retold, other))):
        assert remembered.recall_proposal(others, shelf) is None
    remembered.remember_proposal(articles, (), shelf)
    assert remembered.recall_proposal(articles, shelf) == ()
