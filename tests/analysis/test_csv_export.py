import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.csv_export import csv_bytes, guard_cell, unguard_cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_would_run_as_a_formula_is_guarded(start):
    assert guard_cell(start + "cmd|calc") == "'" + start + "cmd|calc"


def test_numbers_are_never_guarded():
    frame = pd.DataFrame({"tone": [-0.25, float("nan")], "text": ["-0.25", "plain"]})
    assert csv_bytes(frame, bom=False).decode() == "tone,text\n-0.25,'-0.25\n,plain\n"


@given(st.text(alphabet="'=+-@\tab \r", max_size=6))
def test_unguarding_gives_back_exactly_what_went_in(text):
    assert unguard_cell(guard_cell(text)) == text
    assert not str(guard_cell(text)).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_bom_for_people_none_for_scripts():
    frame = pd.DataFrame({"source": ["Zürich «Bote»"], "sure": [True]})
    assert csv_bytes(frame, bom=True).startswith(b"\xef\xbb\xbf")
    plain = csv_bytes(frame, bom=False)
    assert not plain.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(plain))
    assert back["source"][0] == "Zürich «Bote»"
    assert plain.decode().endswith(",true\n")


def test_dates_and_values_are_unrounded():
    frame = pd.DataFrame({"x": [1 / 3]})
    assert float(csv_bytes(frame, bom=False).decode().split("\n")[1]) == 1 / 3
