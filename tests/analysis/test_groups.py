"""Groups are compared as sources are: pooled by the same rules, tested by the same tests."""

from dataclasses import replace

import pytest

from components.analysis.certainty import orders, places
from components.analysis.comparison import by_article, by_source
from components.analysis.groups import in_groups

GROUPS = {"Heloies": "blogs", "Career blog (unnamed)": "blogs"}


@pytest.fixture(scope="module")
def grouped(default_story):
    return replace(default_story, groups=tuple(GROUPS.items()))


def test_a_group_is_pooled_as_one_source_of_all_its_articles_is(default_story, default_long, grouped):
    renamed = replace(
        default_story,
        articles=tuple(replace(a, source=GROUPS.get(a.source, a.source)) for a in default_story.articles),
    )
    as_group, as_source = (by_source(s, default_long) for s in (in_groups(grouped), renamed))
    assert as_group.equals(as_source)
    assert list(as_group["source"]) == ["Industry brief (unnamed)", "blogs", "News agency report (unnamed)"]
    assert as_group["n_articles"].tolist() == [1, 2, 1]
    assert orders(in_groups(grouped), default_long).equals(orders(renamed, default_long))
    assert set(places(in_groups(grouped), default_long)["n"]) == {3}


def test_pooled_rates_and_intervals_follow_from_all_hits_and_words(default_long, grouped):
    apart = by_source(grouped, default_long).set_index("source")
    together = by_source(in_groups(grouped), default_long).set_index("source").loc["blogs"]
    blogs = apart.loc[list(GROUPS)]
    hits = (blogs["hype_per_1000_words"] * blogs["n_words"]).sum()
    assert together["hype_per_1000_words"] == pytest.approx(hits / blogs["n_words"].sum())
    width = together["hype_per_1000_words_high"] - together["hype_per_1000_words_low"]
    assert width < (blogs["hype_per_1000_words_high"] - blogs["hype_per_1000_words_low"]).min()


def test_a_group_takes_the_colour_of_its_first_source_and_rows_stay_unlike(grouped):
    coloured = replace(grouped, colours=tuple((s, n) for n, s in enumerate(grouped.sources, 1)))
    assert dict(in_groups(coloured).colours) == {
        "Industry brief (unnamed)": 1,
        "blogs": 2,
        "News agency report (unnamed)": 4,
    }


def test_a_group_called_as_an_ungrouped_source_is_kept_apart_from_it(default_story):
    clash = replace(default_story, groups=(("Heloies", "News agency report (unnamed)"),))
    assert in_groups(clash).sources == (
        "Industry brief (unnamed)",
        "News agency report (unnamed) (group)",
        "Career blog (unnamed)",
        "News agency report (unnamed)",
    )


def test_the_tables_carry_the_group(default_long, grouped):
    assert by_source(grouped, default_long)["group"].tolist() == ["", "blogs", "blogs", ""]
    assert by_article(grouped, default_long)["group"].tolist() == ["", "blogs", "blogs", ""]
