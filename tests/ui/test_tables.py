"""Tables read as everything else reads; their CSV holds what they were made from."""

from types import SimpleNamespace

import pandas as pd
import pytest

from components.analysis.comparison import by_source
from components.analysis.measure import all_measures
from components.ui import tables

COLUMNS = [c for m in all_measures() for c in m.columns]
OF = SimpleNamespace(colour_of={"Evening Gazette": 1, "Ledger": 7}, short_of={"Evening Gazette": "Gazette"})


def shown(styled, column: str) -> list[str]:
    """The texts that the browser gets for a column."""
    at = list(styled.columns).index(column)
    body = styled._translate(False, False)["body"]
    return [next(c["display_value"] for c in row if c.get("id", "").endswith(f"col{at}")) or "" for row in body]


def test_numbers_read_in_a_table_as_everywhere():
    frame = pd.DataFrame({"tone": [-0.004, -0.31], "coverage": [0.304, 1.0]})
    styled = tables.dressed(frame, None, {}, dark=False)
    values = styled._translate(False, False)["body"]
    texts = [[cell["display_value"] for cell in row if cell["type"] == "td"] for row in values]
    assert texts == [["0.00", "30%"], ["−0.31", "100%"]]


def test_sources_get_their_mark_in_their_colour_and_their_short_name():
    frame = pd.DataFrame({"source": ["Evening Gazette", "Ledger"], "tone": [0.1, 0.2]})
    styled = tables.dressed(frame, OF, {}, dark=False)
    assert styled.data["source"].tolist() == ["Gazette", "Ledger"]
    assert styled.data[tables.SWATCH].tolist() == ["●", "◆"]
    assert "#456799" in styled.to_html()
    assert "#84A9F7" in tables.dressed(frame, OF, {}, dark=True).to_html()
    assert frame["source"].tolist() == ["Evening Gazette", "Ledger"], "the frame itself, and its CSV, stay as they are"


def test_a_frame_too_large_to_style_is_shown_plain(monkeypatch):
    monkeypatch.setattr(tables, "MOST_STYLED_CELLS", 1)
    assert isinstance(tables.dressed(pd.DataFrame({"tone": [0.1, 0.2]}), None, {}, dark=False), pd.DataFrame)


def test_every_column_of_the_sources_has_a_heading_of_its_own(default_story, default_long):
    frame = by_source(default_story, default_long)
    config = tables.column_config(frame.columns)
    assert set(config) == set(frame.columns)
    labels = [c["label"] for c in config.values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("column", [c for c in COLUMNS if c.pool != "derived"], ids=lambda c: c.name)
def test_every_heading_says_what_the_column_means(column):
    config = tables.column_config([column.name])[column.name]
    assert column.meaning in config["help"]
    assert column.higher_means in config["help"]


def test_a_format_of_the_browser_is_only_given_where_nothing_else_formats():
    assert tables.column_config(["tone"])["tone"]["type_config"]["format"]
    assert not tables.column_config(["tone"], formatted=False)["tone"]["type_config"].get("format")
