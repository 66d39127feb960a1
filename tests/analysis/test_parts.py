"""A story measured in parts, by one process or several, is the story measured at once."""

import math
import operator
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from components.analysis import bundle, parts
from components.analysis.benchmarks.texts import as_articles, generated_texts
from components.analysis.bundle_folder import write_bundle
from components.analysis.certainty import orders
from components.analysis.claims.extract import propose_claims
from components.analysis.comparison import by_source, measure_story
from components.analysis.groups import in_groups
from components.analysis.model import Decision, Story
from components.analysis.workers import WorkerDiedError, in_order

ROOT = Path(__file__).parents[2]
SPEECH = "“This is a truly groundbreaking, wonderful step for the whole region,” said Ida Brandt of the council. "


def made():
    texts = list(generated_texts(11, seed=5))
    texts[3] += "\n\n" + SPEECH * 3
    texts[7] = "..."  # nothing to measure
    texts[9] = texts[2]  # wire copy: of another source
    articles = [
        replace(a, original=a.text, date=f"2026-03-{n + 1:02d}") for n, a in enumerate(as_articles(texts, "p", 3))
    ]
    claims = propose_claims(articles)[:8]
    decided = Decision(claim_id="c1", article_id="p-4", verdict="conflicts", coder="Ann", note="=no")
    groups = (("Source 1", "Near"), ("Source 2", "Near"))
    return Story(id="s", title="S", articles=tuple(articles), claims=claims, decisions=(decided,), groups=groups)


@pytest.fixture(scope="module")
def whole():
    story = made()
    return bundle.files(story, bundle.frames(story, measure_story(story)))


@pytest.mark.parametrize(("part", "jobs"), [(128, 1), (3, 1), (1, 1), (4, 2)])
def test_every_file_of_the_bundle_is_the_same_byte_for_byte(whole, part, jobs, tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "PART", part)
    monkeypatch.setattr(parts, "FEWEST_FOR_PROCESSES", 2)
    write_bundle(made(), tmp_path, jobs=jobs)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(written) == set(whole)
    assert [name for name in whole if written[name] != whole[name]] == []


def test_groups_of_sources_and_their_orders_are_the_same(monkeypatch):
    monkeypatch.setattr(parts, "PART", 3)
    story, other = made(), made()
    long, measured = measure_story(story), parts.measure_in_parts(other)
    for draw in (by_source, orders):
        pd.testing.assert_frame_equal(draw(in_groups(other), measured), draw(in_groups(story), long), check_exact=True)


def test_a_story_without_articles_is_measured_too(tmp_path):
    nothing = Story(id="s", title="S", articles=())
    write_bundle(nothing, tmp_path)
    assert pd.read_csv(tmp_path / "articles.csv").empty


def test_the_sentences_of_measured_parts_are_let_go():
    story = made()
    parts.measure_in_parts(story)
    assert not [a.id for a in story.articles if "sentences" in vars(a)]


# --- processes


@pytest.mark.parametrize("jobs", [1, 2])
def test_answers_come_in_the_order_of_the_items(jobs):
    assert list(in_order(operator.neg, range(20), jobs)) == [-n for n in range(20)]


def test_items_are_asked_for_as_they_are_needed():
    asked = []
    answers = in_order(operator.neg, (asked.append(n) or n for n in range(1000)), 2)
    assert [next(answers) for _ in range(3)] == [0, -1, -2]
    assert len(asked) <= 10
    answers.close()


def test_a_process_that_dies_is_said_in_a_sentence():
    with pytest.raises(WorkerDiedError, match="--jobs 1"):
        list(in_order(os._exit, range(4), 2))


def test_what_the_work_refuses_is_raised():
    with pytest.raises(ValueError, match="math domain"):
        list(in_order(math.sqrt, [-1.0] * 4, 2))


# --- memory

GROWTH = """
import resource, sys
sys.path.insert(0, {root!r})
from components.analysis.benchmarks.texts import as_articles, generated_texts, recombined_texts
from components.analysis.model import Story
from components.analysis import parts

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

def measure(n):
    # of the same sentences again and again, so that what is kept of words and sentences is full soon
    texts = [text[:450] for text in recombined_texts(list(generated_texts(4)), n, seed=n)]
    parts.measure_in_parts(Story(id="s", title="", articles=as_articles(texts, str(n), 8)))

parts.PART = 50
measure({small})
measure({small})
before = peak()
measure({large})
print((peak() - before) / {more})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no resource module")
def test_memory_grows_by_little_with_each_article():
    small, large = 300, 700
    code = GROWTH.format(root=str(ROOT), small=small, large=large, more=large - small)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    # bytes an article of 450 characters: 24,000 as written, 46,000 with every sentence and measurement held
    assert float(run.stdout) < 36_000
