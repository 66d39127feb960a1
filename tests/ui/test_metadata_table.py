"""The tables in which metadata is written."""

import pandas as pd
import pytest

from components.ui.metadata_table import NARROWEST, WIDEST, source_width


@pytest.mark.parametrize(
    ("names", "width"),
    [
        (["Reuters"], NARROWEST),
        (["Reuters", "Community Blog of the Old Town"], 7 * 30 + 24),
        (["A" * 300], WIDEST),
        ([], NARROWEST),
    ],
)
def test_the_sources_column_is_as_wide_as_its_longest_name(names, width):
    assert source_width(pd.DataFrame({"source": names})) == width
