"""Nothing is measured, compared, listed or drawn twice for the same state of a story, and every change is seen."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from components.analysis.model import Article, Claim
from components.ui import cache, tables
from components.ui.charts import base

HEAVY = "nltk textstat vaderSentiment scipy trafilatura lxml pypdfium2 xlsxwriter alembic mpmath dateparser"
PAGES = ("compare", "tone", "hype", "readability")
PICKED_IN = {"hype": 2}  # tables of passages and of substance
TEXT = "The ferry will run every twenty minutes from March, the council said on Tuesday. " * 12


@pytest.fixture
def calls(monkeypatch):
    """How often each of the costly steps was taken."""
    counted: dict[str, int] = {}

    def count(name):
        real = getattr(cache, name)

        def counting(*args, **kwargs):
            counted[name] = counted.get(name, 0) + 1
            return real(*args, **kwargs)

        monkeypatch.setattr(cache, name, counting)

    for name in ("measure_remembered", "orders", "what_stands_out", "propose_in_steps", "take_paths"):
        count(name)
    return counted


def test_reruns_and_other_pages_compute_nothing_again(open_at, calls):
    app = open_at()
    first = dict(calls)
    assert first == dict.fromkeys(first, 1)
    for page in PAGES:
        app.switch_page(f"pages/{page}.py").run()
        app.run()
    assert calls == first


def test_a_new_article_is_measured_and_the_first_claims_are_not_proposed_again(open_at, calls):
    app = open_at()
    opened = cache.workspace()
    story = opened.stories()[0].id
    opened.add_articles(story, [Article(id="new", source="Ferry Post", title="Ferry", text=TEXT, original=TEXT)])
    app.run()
    assert calls["measure_remembered"] == 2
    assert calls["propose_in_steps"] == 1
    assert "Ferry Post" in figures(app)["source"].tolist()


def figures(app):
    """The figures behind the chart."""
    return next(d.value for d in app.dataframe if "coverage" in d.value)


def test_a_changed_claim_list_changes_coverage(open_at):
    app = open_at()
    before = figures(app)["coverage"].tolist()
    opened = cache.workspace()
    opened.set_claims(opened.stories()[0].id, [Claim(id="c", text="Wang founded Scale AI.")])
    app.run()
    assert figures(app)["coverage"].tolist() != before


def test_a_second_start_measures_nothing_that_is_remembered(open_at, calls, monkeypatch):
    open_at()
    cache.st.cache_resource.clear()
    measured = []
    monkeypatch.setattr("components.analysis.remembered.measure_story", lambda *a, **k: measured.append(a))
    loaded = cache.Loaded(cache.workspace().stories()[0].id)
    assert len(loaded.sources) == 4
    assert not measured


def test_a_frame_handed_out_is_nobody_elses(open_at):
    open_at()
    loaded = cache.Loaded(cache.workspace().stories()[0].id)
    loaded.sources["tone"] = 0.0
    frame = loaded.sources
    frame.loc[:, "tone"] = 9.0
    assert (loaded.sources["tone"] != 9.0).all()
    passages = loaded.passages("tone_sentences")
    passages.loc[:, "score"] = 9.0
    assert (loaded.passages("tone_sentences")["score"] != 9.0).all()


def test_what_is_drawn_from_a_story_is_made_once_until_the_story_changes():
    made = []
    workspace = cache.workspace()
    story_id = workspace.create_story("Ferry").id
    workspace.add_articles(story_id, [Article(id="a", source="Herald", text=TEXT, original=TEXT)])
    for what in ("strip", "strip", "course"):
        assert cache.Loaded(story_id).once((what,), lambda what=what: made.append(what) or what) == what
    assert made == ["strip", "course"]
    workspace.set_short_name(story_id, "Herald", "Herald, London")
    cache.Loaded(story_id).once(("strip",), lambda: made.append("again"))
    assert made == ["strip", "course", "again"]


@pytest.mark.parametrize("page", PAGES)
def test_a_rerun_builds_no_figure_and_dresses_no_table_but_those_rows_are_picked_in(open_at, monkeypatch, page):
    app = open_at(page)
    built, dressed = [], []
    figure, dress = base.Finished.__init__, tables.dressed
    monkeypatch.setattr(base.Finished, "__init__", lambda self, *a, **k: built.append(a) or figure(self, *a, **k))
    monkeypatch.setattr(tables, "dressed", lambda frame, *a, **k: dressed.append(frame) or dress(frame, *a, **k))
    before = [(chart.proto.spec, chart.proto.id) for chart in app.get("plotly_chart")]
    shown = [table.value.to_csv() for table in app.dataframe]
    app.run()
    assert built == []
    assert len(dressed) == PICKED_IN.get(page, 1)
    assert [(chart.proto.spec, chart.proto.id) for chart in app.get("plotly_chart")] == before
    assert [table.value.to_csv() for table in app.dataframe] == shown


def test_a_table_that_was_kept_follows_its_filter(open_at):
    app = open_at("tone")
    source = next(s for s in app.selectbox if s.key == "ton_source")
    words = next(t.value for t in app.dataframe if "contribution" in t.value)
    source.select(source.options[1]).run()
    of_one = next(t.value for t in app.dataframe if "contribution" in t.value)
    assert 0 < len(of_one) < len(words)


def test_what_a_ready_story_keeps_alive_is_not_walked_by_the_collector_after_every_run(open_at):
    gc.unfreeze()
    app = open_at()
    walked = len(gc.get_objects())
    assert gc.get_freeze_count() > 2 * walked
    app.run()
    assert len(gc.get_objects()) < 1.5 * walked


def test_importing_what_the_pages_import_loads_nothing_heavy():
    code = (
        "import pkgutil, sys, importlib, components.ui as ui\n"
        "for m in pkgutil.walk_packages(ui.__path__, 'components.ui.'): importlib.import_module(m.name)\n"
        f"print(*sorted(set({HEAVY!r}.split()) & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert found.stdout.split() == []
