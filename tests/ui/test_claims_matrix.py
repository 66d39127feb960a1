"""The heads of the matrix and what a cell says."""

import pytest

from components.analysis.model import Verdict
from components.ui.claims_matrix import (
    SHARE_ROW,
    cell_text,
    elided,
    fit_heads,
    matrix_frame,
    matrix_height,
    needs_tall_rows,
)

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


def test_a_head_is_whole_words_without_the_article():
    names = ("The Aberlow Gazette", "Harbor Ledger", "Community Blog of the Old Town", "Northern Press Agency", "Ax")
    found = fit_heads({name: name for name in names}, 11)
    assert list(found.values()) == ["Aberlow", "Harbor", "Community", "Northern", "Ax"]


def test_a_claim_that_does_not_fit_ends_with_a_whole_word():
    text = "The harbour board approved the route on Tuesday."
    assert elided(text, len(text)) == text
    assert elided(text, 30) == "The harbour board approved …"
    assert all(len(elided(text, n)) <= n and text.startswith(elided(text, n)[:-2]) for n in range(8, len(text)))


def test_rows_are_tall_where_many_claims_take_more_than_a_line():
    short, long = ["Short."], ["word " * 16]
    assert not needs_tall_rows(short * 4, 300)
    assert not needs_tall_rows(short * 3 + long, 300)
    assert needs_tall_rows(short * 2 + long, 300)
    assert not needs_tall_rows(long, 600)


@pytest.mark.parametrize("row", [33, 62])
def test_a_matrix_that_goes_on_ends_with_half_a_row(row):
    assert matrix_height(3, row) == (3 * row + 35, 3)
    height, fit = matrix_height(100, row)
    assert (height - 33) % row == row // 2
    assert height <= 680
    assert fit == (height - 33) // row


@pytest.mark.parametrize(("n", "named", "share"), [(5, SHARE_ROW, "100%"), (7, f"{SHARE_ROW}, %", "100")])
def test_narrow_columns_leave_the_percent_sign_to_the_rows_name(n, named, share):
    sources = [f"Paper {number}" for number in range(n)]
    frame, names = matrix_frame([], sources, shares=dict.fromkeys(sources, "100%"))
    assert frame["claim"].tolist() == [named]
    assert [frame[name].item() for name in names] == [share] * n
