import math

import pytest

from components.analysis.measures.claim_coverage import MEASURE, measure_articles, measure_sources, source_coverage
from components.analysis.model import Article, Claim, Decision, Story

FACTS = {
    "bridge": "The river bridge at Kelso collapsed during the storm.",
    "dead": "Four dockers drowned when the ferry sank.",
    "mayor": "Mayor Ida Brandt resigned from the city council.",
    "money": "The government promised 30 million euros for repairs.",
}


CLAIMS = tuple(FACTS.values())


def story(texts, decisions=(), claims=CLAIMS):
    """``texts``: (source, text) in order; articles are a0, a1, ..., claims c0, c1, ..."""
    articles = tuple(Article(id=f"a{i}", source=source, text=text) for i, (source, text) in enumerate(texts))
    listed = tuple(Claim(id=f"c{i}", text=text) for i, text in enumerate(claims))
    return Story(id="s", title="t", articles=articles, claims=listed, decisions=decisions)


def say(*names, more="Nothing else was known."):
    return " ".join([*(FACTS[name] for name in names), more])


def values(measurements, owner):
    return {m.column: m for m in measurements if m.article_id == owner}


THREE = [
    ("Gazette", say("bridge", "dead", more="Rain fell on the valley for a week.")),
    ("Herald", say("bridge", "mayor", more="Schools stay closed until Monday morning.")),
    ("Post", say("bridge", "dead", "money", more="Trains to the coast were late.")),
]


def test_shares_and_counts_of_an_article():
    found = values(measure_articles(story(THREE)), "a0")
    assert (found["coverage"].value, found["coverage"].numerator, found["coverage"].denominator) == (0.5, 2.0, 4.0)
    assert found["n_stated"].value == 2
    assert not any(found[f"n_{name}"].value for name in ("partly", "conflicts", "exclusive", "omitted"))
    assert 0.3 < found["coverage_expected"].value < 0.7


def test_exclusive_and_omitted_claims():
    found = list(measure_articles(story(THREE)))
    assert values(found, "a1")["n_exclusive"].value == 1
    assert values(found, "a1")["n_omitted"].value == 1  # two others have the dead
    assert values(found, "a2")["n_exclusive"].value == 1
    assert values(found, "a0")["n_omitted"].value == 0


def test_a_claim_weighs_as_many_as_the_other_sources_that_state_it():
    # For the Herald: bridge 2 (Gazette, Post), dead 2, mayor 0, money 1; it states bridge and mayor.
    weighted = values(measure_articles(story(THREE)), "a1")["coverage_weighted"]
    assert (weighted.numerator, weighted.denominator, weighted.value) == (2.0, 5.0, 0.4)


def test_partly_counts_half_and_a_persons_verdict_counts():
    decisions = (
        Decision(claim_id="c0", article_id="a0", verdict="partly", coder="kim"),
        Decision(claim_id="c1", article_id="a0", verdict="conflicts", coder="kim"),
    )
    found = values(measure_articles(story(THREE, decisions)), "a0")
    assert found["coverage"].value == 0.5 / 4
    assert (found["n_partly"].value, found["n_conflicts"].value, found["n_stated"].value) == (1, 1, 0)
    assert found["coverage_expected"].value == values(measure_articles(story(THREE)), "a0")["coverage_expected"].value
    assert found["n_omitted"].value == 0  # a conflict is no omission


def test_copies_are_one_source():
    copied = [*THREE[:2], ("Wire", THREE[0][1])]
    found = list(measure_articles(story(copied)))
    assert values(found, "a0")["n_exclusive"].value == values(found, "a2")["n_exclusive"].value == 1  # the dead
    assert values(found, "a1")["n_omitted"].value == 0  # one other voice, not two
    assert values(found, "a1")["coverage_weighted"].denominator == 2.0


def test_a_source_states_what_any_of_its_articles_states():
    texts = [*THREE, ("Gazette", say("mayor", more="He spoke on the steps of the town hall."))]
    found = values(measure_sources(story(texts)), "Gazette")
    assert found["coverage"].value == 0.75
    assert found["n_stated"].value == 3
    assert values(measure_sources(story(texts)), "Herald")["n_exclusive"].value == 0
    assert ("Gazette", "coverage", 0.75, 3.0, 4.0) in source_coverage(story(texts))


def test_a_statement_outranks_a_conflict_within_a_source():
    decisions = (
        Decision(claim_id="c0", article_id="a0", verdict="conflicts", coder="kim"),
        Decision(claim_id="c0", article_id="a1", verdict="stated", coder="kim"),
    )
    one = story([("Gazette", say("bridge")), ("Gazette", say("dead"))], decisions)
    assert values(measure_sources(one), "Gazette")["n_conflicts"].value == 0
    assert values(measure_sources(one), "Gazette")["n_stated"].value == 2


def test_without_claims_every_column_is_undefined_with_a_reason():
    for measure in (measure_articles, measure_sources):
        found = list(measure(story(THREE, claims=())))
        assert {m.column for m in found} == {c.name for c in MEASURE.columns}
        assert all(math.isnan(m.value) and m.reason == "no claims in this story yet" for m in found)


def test_weighted_coverage_of_a_lone_source_is_undefined():
    (found,) = [m for m in measure_articles(story(THREE[:1])) if m.column == "coverage_weighted"]
    assert math.isnan(found.value)
    assert found.reason == "no claim is stated by another source"


def test_one_column_is_the_headline_and_all_pool_from_claims():
    assert [c.name for c in MEASURE.columns if c.headline] == ["coverage"]
    assert {c.pool for c in MEASURE.columns} == {"claims"}
    assert not MEASURE.per_article


@pytest.mark.parametrize("text", ["", "😀"])
def test_an_empty_article_covers_nothing(text):
    found = values(measure_articles(story([*THREE, ("Blank", text)])), "a3")
    assert found["coverage"].value == 0.0
    assert found["n_omitted"].value == 2
