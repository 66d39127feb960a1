"""What is known is not measured again, and what is read back is what was measured."""

from dataclasses import replace

import pandas as pd
import pytest

from components.analysis import remembered
from components.analysis.comparison import measure_story
from components.analysis.model import Article, Claim, Settings, Story

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
