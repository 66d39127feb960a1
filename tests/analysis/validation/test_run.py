"""A run is written and read back as it was, and knows what has changed since."""

import dataclasses
import json
import math

import pytest

from components.analysis.methods import lexicon_hashes
from components.analysis.validation.labelled_set import Figure, Reference, all_sets
from components.analysis.validation.run import LAST_RUN, from_json, last_run, result_of, run_of, to_json

FIGURE = Figure(
    key="auc",
    what="a thing",
    statistic="AUC",
    n=3,
    units="pairs",
    value=0.123456789,
    floor=Reference(value=0.5, source="chance"),
    note="in sample",
)


@pytest.fixture
def run():
    undefined = dataclasses.replace(FIGURE, key="r", value=math.nan, floor=None)
    return run_of([result_of(all_sets()[0], [FIGURE, undefined])], "2026-03-04", quick=True)


def test_a_run_comes_back_as_it_was(run):
    back = from_json(to_json(run))
    assert back.sets[0].figures[0] == FIGURE
    assert math.isnan(back.sets[0].figures[1].value)
    assert dataclasses.replace(back, sets=()) == dataclasses.replace(run, sets=())


def test_an_undefined_figure_is_null(run):
    assert json.loads(to_json(run))["sets"][0]["figures"][1]["value"] is None


def test_nothing_has_changed_since_just_now(run):
    assert run.changed_since() == ()


def test_a_changed_word_list_and_a_new_version_are_named(run):
    name = next(iter(lexicon_hashes()))
    older = dataclasses.replace(run, lexicons={**run.lexicons, name: "0" * 64}, measures={**run.measures, "tone": 0})
    assert older.changed_since() == tuple(sorted((name, "tone")))


def test_no_run_where_there_is_no_file(tmp_path):
    assert last_run(tmp_path / "none.json") is None


def test_the_run_that_came_with_this_version_is_of_the_sets_it_has():
    shipped = last_run()
    assert shipped is not None, f"{LAST_RUN.name} is missing"
    assert not shipped.quick
    assert {found.name for found in shipped.sets} >= {found.name for found in all_sets()}
    assert all(not math.isnan(f.value) for found in shipped.sets for f in found.figures)
