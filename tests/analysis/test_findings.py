"""What stands out: the wording follows from what is established, and from nothing else."""

import pandas as pd
import pytest

from components.analysis import findings
from components.analysis.certainty import ORDER_COLUMNS
from components.analysis.claims.conflicts import conflict_groups
from components.analysis.comparison import measure_story
from components.analysis.findings import and_list, number_word, split_sources, what_stands_out
from components.analysis.model import Article, Claim, Decision, Story


def pairs(*rows):
    frame = [("x", a, b, 1.0, p, p, p < 0.05, "", p, "") for a, b, p in rows]
    return pd.DataFrame(frame, columns=list(ORDER_COLUMNS))


def test_a_split_needs_every_pair_across():
    values = {"A": 30.0, "B": 25.0, "C": 5.0}
    full = pairs(("A", "C", 0.01), ("B", "C", 0.02), ("A", "B", 0.9))
    assert split_sources(values, full) == (["A", "B"], ["C"], 0.02)
    assert split_sources(values, pairs(("A", "C", 0.01), ("B", "C", 0.2), ("A", "B", 0.9))) is None


def test_among_several_splits_the_widest_gap_is_told():
    values = {"A": 30.0, "B": 10.0, "C": 5.0}
    everything = pairs(("A", "B", 0.01), ("A", "C", 0.01), ("B", "C", 0.01))
    assert split_sources(values, everything)[:2] == (["A"], ["B", "C"])


@pytest.mark.parametrize(
    ("names", "many", "expected"),
    [
        (["A"], "", "A"),
        (["A", "B"], "", "A and B"),
        (["A", "B", "C"], "", "A, B and C"),
        (["A", "B", "C", "D"], "sources", "four sources"),
    ],
)
def test_and_list(names, many, expected):
    assert and_list(names, many) == expected


def test_number_word():
    assert number_word(0) == "no"
    assert number_word(12) == "twelve"
    assert number_word(1300) == "1,300"


def test_the_default_story_says_what_its_figures_say(default_story, default_long):
    found = findings.what_stands_out(default_story, default_long)
    assert 3 <= len(found) <= 5
    by_kind = {f.kind: f for f in found}
    assert "27" in by_kind["Conflict"].claim
    assert "28" in by_kind["Conflict"].claim
    for f in found:
        assert f.count > 0
        assert f.rest.endswith(".")


def test_a_conflict_that_a_person_found_is_told_without_values():
    texts = {
        "Gazette": "The board praised the plan for the harbour.",
        "Herald": "The board attacked the plan for the harbour.",
    }
    told = Story(
        id="s",
        title="t",
        articles=tuple(Article(id=name, source=name, text=text) for name, text in texts.items()),
        claims=(Claim(id="c1", text=texts["Gazette"]),),
        decisions=(Decision(claim_id="c1", article_id="Herald", verdict="conflicts", coder="kim"),),
    )
    found = findings._conflict(told)
    assert found.claim == "Gazette and Herald do not agree"
    assert found.rest == ", on “The board praised the plan for the harbour”. Possible conflict found by a person."


def test_conflicts_are_counted_as_the_claims_page_lists_them():
    texts = [f"The new ferry carries {n} passengers." for n in (400, 250, 250)]
    told = Story(
        id="s",
        title="t",
        articles=tuple(Article(id=f"a{n}", source=f"S{n}", text=text) for n, text in enumerate(texts)),
        claims=(Claim(id="c1", text=texts[0]),),
    )
    assert len(told.conflicts) == 2
    assert len(conflict_groups(told)) == 1
    assert (findings._conflict(told).count, "more" in findings._conflict(told).rest) == (2, False)


def test_one_source_has_nothing_to_stand_out_from(default_story, default_long):
    from dataclasses import replace

    one = replace(default_story, articles=default_story.articles[:1])
    assert findings.what_stands_out(one, default_long) == ()


def test_without_a_clean_cut_the_source_with_most_established_orders_is_told():
    values = {"A": 15.4, "B": 15.3, "C": 14.2, "D": 12.4}
    rows = pd.DataFrame(
        [("x", "A", "D", 3.0, 0.01, 0.04, True, "", 0.01, ""), ("x", "D", "B", -2.9, 0.01, 0.03, True, "", 0.01, "")],
        columns=list(ORDER_COLUMNS),
    )
    assert findings._widest(rows, values) == (["A", "B"], ["D"], 0.04)


def test_a_sentence_that_begins_with_a_number_word_begins_large():
    assert findings._subject(["A", "B", "C", "d"]) == "Four sources"
    assert findings._subject(["gadget"]) == "gadget"


def test_many_figures_are_told_by_their_ends():
    shown = {name: f"{value:.1f}" for name, value in zip("ABCDE", (9, 7, 6, 5, 4), strict=True)}
    assert findings._figures("ABCD", shown) == "9.0, 7.0, 6.0 and 5.0"
    assert findings._figures("ABCDE", shown) == "4.0 to 9.0"
    assert findings._figures("ABCDE", dict.fromkeys("ABCDE", "0.0")) == "0.0"


def test_a_source_too_short_to_be_ordered_is_told_where_it_stands_apart():
    plain = "The council met at noon on the day to read out the report of the harbour. "
    hyped = "It is a revolutionary, groundbreaking, breathtaking plan. "
    articles = (
        Article(id="a", source="Alpha", text=plain * 12),
        Article(id="b", source="Beta", text=plain * 12 + hyped),
        Article(id="c", source="Gamma", text=hyped),
    )
    story = Story(id="s", title="S", articles=articles)
    (found,) = (f for f in what_stands_out(story, measure_story(story)) if f.kind == "Hype")
    assert "Gamma shows " in found.rest
    assert "in too short a text to be ordered (1 sentence)." in found.rest
    assert "Beta shows" not in found.rest


def test_two_values_within_one_group_are_told_of_it_once():
    said = "Mira Holt is {} years old and leads the harbour board of Aberlow."
    story = Story(
        id="s",
        title="Board",
        articles=tuple(
            Article(id=name, source="Blogs", title="Board", text=said.format(age), original=said.format(age))
            for name, age in (("a", 27), ("b", 28))
        ),
        claims=(Claim(id="c1", text="Mira Holt is 27 years old"),),
    )
    assert findings._conflict(story).claim == "Blogs says both 27 and 28"
