"""Numbers of four short texts written for this test, kept as a file a person can read in a diff.

A deliberate change of a formula: raise the measure's version, run ``make golden``, read the diff, say so in CHANGELOG.
"""

from pathlib import Path

import pytest

from components.analysis.bundle import coverage_matrix
from components.analysis.claims.claim_list import read_claims
from components.analysis.comparison import by_source, measure_story
from components.analysis.model import Story
from components.ingest.intake import take_paths

HERE = Path(__file__).parent

CLAIMS = """claim
The ferry will run again from 3 May 2026.
The crossing takes 25 minutes.
The new pier cost 6.2 million pounds.
Children under 12 travel free.
Each boat has room for 80 passengers.
Joan Pell chairs the harbour board.
The board has agreed to count the crab every spring.
"""


@pytest.fixture(scope="module")
def story():
    intake = take_paths([HERE / "story"])
    claims, refused = read_claims(CLAIMS.encode())
    assert not refused
    return Story(id="golden", title=intake.title, articles=intake.articles, claims=claims)


def check(name, text, update):
    path = HERE / name
    if update:
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8"), f"{name} differs: run make golden if the change is meant, and read the diff"


def test_sources(story, request):
    wide = by_source(story, measure_story(story)).set_index("source").T
    text = wide.map(lambda v: f"{v:.4f}" if isinstance(v, float) else str(v)).to_csv(lineterminator="\n")
    check("sources.csv", text, request.config.getoption("--update-golden"))


def test_coverage_matrix(story, request):
    text = coverage_matrix(story).drop(columns="claim_id").to_csv(index=False, lineterminator="\n")
    check("coverage_matrix.csv", text, request.config.getoption("--update-golden"))
