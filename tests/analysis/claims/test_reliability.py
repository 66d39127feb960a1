"""Agreement of two codings."""

import math
from dataclasses import replace

import pytest

from components.analysis.bundle import agreement_frame, decisions_frame
from components.analysis.claims.deciding import cells_to_judge, disputed_cells
from components.analysis.claims.reliability import nominal_agreement, pairings
from components.analysis.model import Article, Claim, Decision, Story


def codings(table):
    """Two codings from {(one, other): how often}."""
    pairs = [pair for pair, n in table.items() for _ in range(n)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def test_a_table_worked_by_hand():
    # 50 cells: po = .7; pe = .5 * .6 + .5 * .4 = .5; kappa = .2 / .5
    one, other = codings({("s", "s"): 20, ("s", "n"): 5, ("n", "s"): 10, ("n", "n"): 15})
    found = nominal_agreement(one, other)
    assert (found.n, found.n_same) == (50, 35)
    assert found.kappa == pytest.approx(0.4)
    # pooled: 55 s, 45 n of 100; De = 1 - (55*54 + 45*44) / (100*99) = .5; alpha = 1 - .3 / .5
    assert found.alpha == pytest.approx(1 - 0.3 / 0.5)


def test_full_agreement_and_its_contrary():
    found = nominal_agreement(["s", "n", "p"], ["s", "n", "p"])
    assert found.kappa == found.alpha == 1
    assert nominal_agreement(["s", "n"], ["n", "s"]).kappa == -1


@pytest.mark.parametrize("verdicts", [[], ["s"], ["s", "s", "s"]])
def test_where_there_is_nothing_to_disagree_about_it_is_undefined(verdicts):
    found = nominal_agreement(verdicts, verdicts)
    assert math.isnan(found.kappa)
    assert math.isnan(found.alpha)


CLAIMS = ("Four dockers drowned when the ferry sank.", "Mayor Ida Brandt resigned.", "Bread is dearer.")


@pytest.fixture
def judged():
    """A story whose only article states the first two claims: Ada and Ben judged both, Cy the third."""
    said = [("c0", "Ada", "stated"), ("c1", "Ada", "partly"), ("c0", "Ben", "stated"), ("c1", "Ben", "stated")]
    said.append(("c2", "Cy", "stated"))
    return Story(
        id="s",
        title="t",
        articles=(Article(id="a", source="Gazette", text=" ".join(CLAIMS[:2])),),
        claims=tuple(Claim(id=f"c{n}", text=text) for n, text in enumerate(CLAIMS)),
        decisions=tuple(Decision(claim_id=c, article_id="a", coder=who, verdict=v) for c, who, v in said),
    )


def test_each_person_is_held_against_parallax_and_against_each_other(judged):
    found = {(p.one, p.other): (p.agreement.n, p.agreement.n_same) for p in pairings(judged)}
    assert found == {
        ("Parallax", "Ada"): (2, 1),
        ("Parallax", "Ben"): (2, 2),
        ("Parallax", "Cy"): (1, 0),
        ("Ada", "Ben"): (2, 1),
    }


def test_a_persons_own_verdict_is_compared_in_force_or_not(judged):
    assert next(v for v in judged.verdicts if v.claim_id == "c1").coder == "Ben"
    (ada,) = [p.agreement for p in pairings(judged) if (p.one, p.other) == ("Parallax", "Ada")]
    assert ada.n_same == 1


def test_disputed_cells(judged):
    assert disputed_cells(judged) == (("c1", "a"),)


def test_the_tables_that_are_downloaded(judged):
    made = decisions_frame(judged)
    assert list(
        made[made["claim_id"] == "c1"][["coder", "verdict", "in_force"]].itertuples(index=False, name=None)
    ) == [
        ("Ada", "partly", False),
        ("Ben", "stated", True),
    ]
    agreed = agreement_frame(judged)
    assert list(agreed["n_cells"]) == [2, 2, 1, 2]
    assert agreed["kappa"].isna().all()  # too few cells to say
    assert list(decisions_frame(replace(judged, decisions=())).columns) == list(made.columns)


def test_what_another_judged_comes_first_and_the_order_is_always_the_same(judged):
    todo = cells_to_judge(judged, "Dee")
    assert {cell for cell, _ in todo} == {"c0", "c1", "c2"}
    assert cells_to_judge(judged, "Ben") == (("c2", "a"),)
    fewer = replace(judged, decisions=judged.decisions[-1:])
    assert cells_to_judge(fewer, "Dee")[0] == ("c2", "a")
    many = replace(judged, claims=tuple(Claim(id=f"c{n}", text="Rain fell.") for n in range(50)), decisions=())
    order = cells_to_judge(many, "Dee")
    assert order == cells_to_judge(many, "Eve")
    assert [c for c, _ in order] != sorted(c for c, _ in order)
