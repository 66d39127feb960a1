"""The claim list at a glance."""

from dataclasses import replace

import pytest

from components.analysis.bundle import claims_frame
from components.analysis.claims.conflicts import conflict_groups
from components.analysis.claims.matched import matched_words
from components.analysis.claims.overview import (
    VIEWS,
    also_told,
    claim_rows,
    first_source,
    first_worth_reading,
    in_order,
    in_view,
    overview,
    views,
)
from components.analysis.claims.voices import StatedAlone, told_elsewhere
from components.analysis.findings import _claims
from components.analysis.measures.claim_coverage import measure_sources
from components.analysis.model import Article, Claim, Decision, Story
from components.export.report.claims import shares

LINES = {
    "carries": "The new ferry carries 400 passengers.",
    "nine": "It leaves the old harbour at nine each morning.",
    "bread": "Bakers on the quay raised the price of bread.",
}


def story(texts, claims):
    articles = tuple(Article(id=f"a{n}", source=f"S{n}", text=text) for n, text in enumerate(texts))
    listed = tuple(Claim(id=f"c{n}", text=text) for n, text in enumerate(claims, 1))
    return Story(id="s", title="t", articles=articles, claims=listed)


@pytest.fixture
def ferry():
    return story(
        [
            f"{LINES['carries']} {LINES['nine']} Gulls follow it across the bay.",
            f"The new ferry carries 250 passengers. {LINES['nine']} A brass band played.",
            f"The new ferry carries 250 passengers. {LINES['bread']}",
        ],
        [LINES["carries"], "The ferry leaves the old harbour at nine each morning.", LINES["bread"]],
    )


def test_rows_say_who_states_and_who_leaves_out(ferry):
    first, second, third = claim_rows(ferry)
    assert first.in_conflict
    assert (first.n_sources, first.exclusive) == (1, True)
    assert (second.n_sources, second.left_out_by) == (2, ("S2",))
    assert (third.exclusive, third.left_out_by) == (True, ())


def test_views(ferry):
    rows = claim_rows(ferry)
    assert [r.number for r in in_view(rows, "All")] == [1, 2, 3]
    assert [r.number for r in in_view(rows, "Conflicts")] == [1]
    assert [r.number for r in in_view(rows, "In one source only")] == [1, 3]
    assert [r.number for r in in_view(rows, "Left out by a source")] == [2]
    assert [r.number for r in in_view(rows, "Left out by S2")] == [2]
    assert [r.number for r in in_view(rows, "Only in S2")] == [3]
    assert [r.number for r in in_view(rows, "Only in S9")] == [1, 2, 3]
    assert [r.number for r in in_view(rows, "All", "BREAD price")] == [3]


def judged(ferry, *said):
    made = tuple(Decision(claim_id=c, article_id=a, verdict=v, coder=who) for c, a, who, v in said)
    return claim_rows(replace(ferry, decisions=made))


def test_views_of_what_people_judged_are_offered_where_they_judged(ferry):
    plain = {
        "All": 3, "Conflicts": 1, "In one source only": 2, "Left out by a source": 1,
        "Only in S0": 1, "Left out by S2": 1, "Only in S2": 1,
    }  # fmt: skip
    assert views(claim_rows(ferry)) == plain
    assert list(views(claim_rows(ferry)))[:4] == list(VIEWS)
    assert views([]) == dict.fromkeys(VIEWS, 0)
    alone = judged(ferry, ("c2", "a0", "Ada", "partly"))
    assert "People disagree" not in views(alone)
    assert views(alone)["Judged by people"] == 1
    assert [r.number for r in in_view(alone, "Judged by people")] == [2]
    two = judged(ferry, ("c2", "a0", "Ada", "partly"), ("c2", "a0", "Ben", "stated"), ("c3", "a0", "Ben", "stated"))
    assert (views(two)["Judged by people"], views(two)["People disagree"]) == (2, 1)
    assert [r.number for r in in_view(two, "People disagree")] == [2]
    assert two[1].disputed == ("S0",)


def test_sorting(ferry):
    rows = judged(ferry, ("c3", "a2", "Ada", "partly"))
    assert [r.n_sources for r in rows] == [1, 2, 0]
    assert [r.number for r in in_order(rows, "As listed")] == [1, 2, 3]
    assert [r.number for r in in_order(rows, "Most sources first")] == [2, 1, 3]
    assert [r.number for r in in_order(rows, "Fewest sources first")] == [1, 2, 3]
    assert [r.number for r in in_order(rows[::-1], "Conflicts first")] == [1, 3, 2]
    assert [r.number for r in in_order(rows, "by weight")] == [1, 2, 3]


def test_what_to_open_first(ferry):
    rows = claim_rows(ferry)
    assert first_worth_reading(rows) == rows[0]
    assert first_worth_reading(rows[1:]) == rows[1]
    assert first_worth_reading([]) is None
    assert first_source(rows[0]) == "S1"
    assert first_source(rows[1]) == "S0"


def test_conflicts_with_the_same_two_values_are_one_group(ferry):
    (group,) = conflict_groups(ferry)
    assert (group.first.value_a, group.first.value_b) == ("400", "250")
    assert group.sources_a == ("S0",)
    assert group.sources_b == ("S1", "S2")


def test_a_claim_told_in_part_elsewhere_is_said_to_be(ferry):
    overruled = replace(ferry, decisions=(Decision(claim_id="c3", article_id="a0", verdict="partly", coder="kim"),))
    (bread,) = (row.alone for row in claim_rows(overruled) if row.number == 3)
    assert (bread.by, bread.partly, bread.otherwise) == ("S2", ("S0",), ())
    others = "of the two, another source states one in part and one with another value"
    assert overview(claim_rows(overruled), ferry.sources).endswith("; two are stated by one source only")
    assert also_told(claim_rows(overruled)) == f"O{others[1:]}."
    assert _claims(overruled).claim == "Two of 3 claims are stated by one source only"
    assert f"; {others}. " in _claims(overruled).rest
    frame = claims_frame(overruled).set_index("claim_id")
    assert list(frame["only_in"]) == ["S0", "", "S2"]
    assert list(frame["partly_in"]) == ["", "", "S0"]
    of_source = {(m.article_id, m.column): m.value for m in measure_sources(overruled)}
    assert (of_source["S2", "n_exclusive"], of_source["S2", "n_exclusive_partly"]) == (1, 1)
    assert (of_source["S0", "n_exclusive"], of_source["S0", "n_exclusive_partly"]) == (1, 0)
    (share,) = (
        s for s in shares(overruled, dict.fromkeys(ferry.sources, 1), claim_rows(overruled)) if s.source == "S2"
    )
    assert share.alone == ((3, LINES["bread"], "partly in S0"),)


def test_the_finding(ferry):
    rows = claim_rows(ferry)
    assert overview(rows, ferry.sources) == "No claim of 3 is in all three sources; two are stated by one source only"
    assert also_told(rows) == "Of the two, another source states one with another value."
    assert also_told(rows[1:2]) == ""
    assert also_told(rows[:1]) == "Another source states it with another value."
    assert (
        told_elsewhere([StatedAlone(by="S0", partly=("S1",), otherwise=())] * 2) == "another source states each in part"
    )
    assert overview(rows[1:2], ferry.sources) == "No claim of 1 is in all three sources"
    alone = story([LINES["carries"]], [LINES["carries"]])
    assert overview(claim_rows(alone), ["S0"]) == "S0 states 1 of 1 claim"
    a = f"{LINES['carries']} {LINES['bread']}"
    everywhere = story([f"{a} Gulls follow it.", f"A band played on. {a}"], [LINES["carries"], LINES["bread"]])
    assert overview(claim_rows(everywhere), everywhere.sources) == "All 2 claims are in both sources"


def test_matched_words_compare_stems_and_values():
    claim, sentence = (
        "The company invested $14.3 billion.",
        "It was the company investing 14.3 billion dollars, no less.",
    )
    found = [sentence[a:b] for a, b in matched_words(claim, sentence)]
    assert found == ["company investing 14.3 billion dollars"]
    assert matched_words("Bread rose.", "Gulls follow the ferry.") == ()
