"""The reference of ordinary news: its file, how a value is read against it, and how it is made."""

import json
import math

import pytest

from components.analysis.measure import all_measures
from components.analysis.methods import methods_markdown
from components.analysis.model import Story
from components.analysis.ordinary_news import PERCENTILES, OrdinaryNews, ordinary_news, standing, told
from components.analysis.validation.measuring import rate_columns
from components.analysis.validation.ordinary_news import SETS, percentiles, reference

MADE = OrdinaryNews(
    recipe="By hand.", texts=101, sets=(("S", 101, "none"),), measures={},
    percentiles={"hype_per_1000_words": tuple([0.0] * 51 + [n / 10 for n in range(1, 51)])},
)  # fmt: skip


def test_the_file_holds_percentiles_alone_of_every_rate_and_of_tone():
    raw = json.loads(PERCENTILES.read_text("utf-8"))
    assert set(raw) == {"recipe", "texts", "sets", "measures", "percentiles"}
    assert set(raw["percentiles"]) == {*rate_columns("hype"), "tone", "tone_raw"}
    for values in raw["percentiles"].values():
        assert len(values) == 101
        assert values == sorted(values)
    assert raw["texts"] == sum(n for _, n, _ in raw["sets"]) > 300


def test_the_file_was_made_with_the_measures_as_they_are():
    versions = {m.key: m.version for m in all_measures()}
    assert all(versions[key] == version for key, version in ordinary_news().measures.items())


@pytest.mark.parametrize(
    ("value", "share"), [(0.0, 0.0), (0.05, 0.5), (0.1, 0.5), (0.11, 0.51), (4.95, 0.99), (5.0, 0.99), (5.01, 1.0)]
)
def test_a_value_is_higher_than_what_lies_below_it_and_not_than_its_like(value, share):
    assert MADE.share_below("hype_per_1000_words", value) == pytest.approx(share)


def test_nothing_is_said_of_an_undefined_value_or_of_a_column_without_reference():
    assert math.isnan(MADE.share_below("hype_per_1000_words", math.nan))
    assert math.isnan(MADE.share_below("grade_median", 8.0))
    assert math.isnan(MADE.at("grade_median", 50))
    assert (MADE.at("hype_per_1000_words", 50), MADE.at("hype_per_1000_words", 95)) == (0.0, 4.5)


def test_in_words():
    assert standing(0.97) == "higher than 97% of ordinary news"
    assert standing(0.0) == "no higher than any of ordinary news"
    assert standing(1.0) == "higher than all of ordinary news"
    assert "median 0.0, 95th percentile 4.5, highest 5.0" in told(MADE)


def test_the_methods_of_a_bundle_tell_the_recipe():
    text = methods_markdown(Story(id="s", title="S", articles=()))
    assert told(ordinary_news()) in text


def test_percentiles_leave_out_what_is_not_defined():
    assert percentiles([math.nan, 0.0, 100.0])[::50] == [0.0, 50.0, 100.0]


def test_it_is_made_of_long_news_texts_each_once(tmp_path):
    plain = "The council met on Tuesday and agreed to mend the old bridge over the river before the winter comes. " * 12
    rows = {
        "realsumm_scu": [{"document": plain + "First."}, {"document": plain + "First."}, {"document": "Too short."}],
        "qags": [{"article": plain + "Second."}],
        "onestopenglish": [{"text": plain + "Third.", "level": "adv"}, {"text": plain + "Easy.", "level": "ele"}],
    }
    for name, (file, *_) in SETS.items():
        (tmp_path / name).mkdir()
        text = "".join(json.dumps(row) + "\n" for row in rows[name])
        (tmp_path / name / file).write_text(text, "utf-8")
    made = reference(tmp_path)
    assert made["texts"] == 3
    assert [n for _, n, _ in made["sets"]] == [1, 1, 1]
    assert set(made["percentiles"]["hype_per_1000_words"]) == {0.0}
