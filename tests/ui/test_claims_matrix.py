"""The heads of the matrix and what a cell says."""

import pytest

from components.analysis.model import Verdict
from components.ui.claims_matrix import cell_text, fit_heads

PAPERS = {name: name for name in ("Harbour Gazette", "Harbour Herald", "Coast Gazette", "City Gazette", "Reuters")}


@pytest.mark.parametrize("length", [4, 8, 11])
def test_heads_are_short_and_each_is_there_once(length):
    found = fit_heads(PAPERS, length)
    assert list(found) == list(PAPERS)
    assert len(set(found.values())) == len(PAPERS)
    assert all(len(head) <= length for head in found.values())


def test_a_head_is_the_beginning_where_that_is_enough():
    assert fit_heads({"a": "Reuters", "b": "Gazette"}, 4) == {"a": "Reut", "b": "Gaze"}
    assert fit_heads({"a": "Harbour Gazette", "b": "Harbour Herald"}, 8) == {"a": "H. Gazet", "b": "H. Heral"}


def test_names_that_cannot_be_told_apart_keep_a_head_each():
    assert fit_heads({"a": "The same paper", "b": "The same paper"}, 4) == {"a": "The sa", "b": "The sa"}


def test_stars_say_who_judged():
    def cell(verdict, machine, coder=""):
        return Verdict(claim_id="c", article_id="a", verdict=verdict, machine_verdict=machine, score=0.5, coder=coder)

    assert cell_text(cell("stated", "stated"), True) == "● stated"
    assert cell_text(cell("stated", "stated", "Ada"), True) == "● stated"
    assert cell_text(cell("stated", "partly", "Ada"), False) == "● *"
    assert cell_text(cell("stated", "stated", "Ada"), False, disputed=True) == "● **"
