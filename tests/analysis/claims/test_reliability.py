"""Agreement of two codings."""

import math

import pytest

from components.analysis.claims.reliability import agreement, nominal_agreement
from components.analysis.model import Verdict


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


def test_only_cells_that_a_person_judged_count():
    def cell(verdict, machine, coder):
        return Verdict(claim_id="c1", article_id="a", verdict=verdict, machine_verdict=machine, score=0.5, coder=coder)

    found = agreement([cell("stated", "stated", "Ada"), cell("partly", "stated", "Ada"), cell("stated", "stated", "")])
    assert (found.n, found.n_same) == (2, 1)
