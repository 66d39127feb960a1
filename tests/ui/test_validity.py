"""The table of how valid the measures are, drawn by the app's own runner."""

import dataclasses

import pytest
from streamlit.testing.v1 import AppTest

from components.analysis.hype.precision import last_checks
from components.analysis.validation.labelled_set import Figure, Reference, all_sets
from components.analysis.validation.run import result_of, run_of, to_json
from components.ui import validity

FIGURE = Figure(
    key="auc",
    what="a thing",
    statistic="AUC",
    n=3,
    units="pairs",
    value=0.7,
    floor=Reference(value=0.6, source="plain overlap"),
    human=Reference(value=0.5, source="two raters", statistic="kappa"),
    note="in sample",
)
RUN = run_of([result_of(all_sets()[0], [FIGURE])], "2026-03-04", quick=False)


@pytest.fixture
def draw(tmp_path, monkeypatch):
    """Draw the section from a run of our own; None is no run at all."""

    def drawn(run):
        path = tmp_path / "validation.json"
        if run is not None:
            path.write_text(to_json(run), "utf-8")
        monkeypatch.setattr(validity, "LAST_RUN", path)
        app = AppTest.from_string("from components.ui.validity import show_validity\nshow_validity()").run()
        assert not app.exception
        return app

    return drawn


def text_of(app):
    return " ".join(str(element.proto) for element in app.main)


def test_every_figure_has_its_row_with_what_it_is_held_against(draw):
    row = draw(RUN).dataframe[0].value.iloc[0]
    assert (row["value"], row["floor"], row["human"], row["published"]) == (0.7, "0.60", "kappa 0.50", "")
    assert (row["floor_source"], row["note"], row["n"]) == ("plain overlap", "in sample", 3)


def test_the_page_says_when_it_was_measured_and_that_nothing_changed(draw):
    text = text_of(draw(RUN))
    assert "Measured on 2026-03-04" in text
    assert "Changed since" not in text


def test_the_page_says_what_changed_since(draw):
    text = text_of(draw(dataclasses.replace(RUN, measures={**RUN.measures, "hype": 0}, quick=True)))
    assert "Changed since then, so figures may differ: hype." in text
    assert "a fixed part of each set" in text


def test_the_page_says_how_promotion_was_checked_and_on_what_its_level_rests(draw):
    first, later = last_checks()
    text = text_of(draw(RUN))
    assert f"{first.accepted_then} of {first.judged}" in text
    assert f"{later.accepted_then} of {later.judged}" in text
    assert "No public set of labelled promotion exists" in text
    assert "calibrated on ordinary news only" in text


def test_without_a_run_the_page_says_how_to_get_one(draw):
    app = draw(None)
    assert "python -m components validate" in app.info[0].value
    assert not app.dataframe
