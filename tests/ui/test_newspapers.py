"""The documented range of newspapers beside the sources."""

import math

import pandas as pd

from components.analysis.measure import all_measures
from components.ui.headlines import FRONT_PAGES, beside_newspapers


def test_sources_are_counted_within_below_and_above_the_range_and_undefined_ones_not_at_all():
    measure = next(m for m in all_measures() if m.key == "readability")
    frame = pd.DataFrame({"flesch_kincaid_grade": [9.0, 9.37, 14.68, 15.0, math.nan], "gunning_fog": [12.0] * 5})
    said = beside_newspapers(frame, [measure.column(name) for name in FRONT_PAGES])
    assert "9.4 to 14.7 by Flesch-Kincaid grade (2 of 4 sources within, 1 below, 1 above)" in said
    assert "10.3 to 15.8 by Gunning fog (5 of 5 sources within)" in said
    assert "ERIC ED 359 508" in said
