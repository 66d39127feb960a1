"""Which dates stand out: told from the dates of the others in one look, whatever their number."""

import random
from statistics import median

from components.ui.article_list import FAR_DAYS, far_off

START = 739_000


def stands_out(day, others):
    """The definition, article by article."""
    return len(others) >= 2 and max(others) - min(others) <= FAR_DAYS and abs(day - round(median(others))) > FAR_DAYS


def test_a_date_stands_out_exactly_where_the_others_agree_without_it():
    chance = random.Random(5)
    found = 0
    for _ in range(2000):
        near = [START + chance.randrange(FAR_DAYS + 20) for _ in range(chance.randrange(5))]
        days = sorted([*near, START + chance.choice([0, 3, 400, -250])])
        for place, day in enumerate(days):
            expected = stands_out(day, days[:place] + days[place + 1 :])
            assert bool(far_off(day, days)) == expected
            found += expected
    assert found > 100


def test_it_is_said_how_far_and_on_which_side():
    days = [START, START, START + 365]
    assert far_off(START + 365, days) == "dated 12 months after the others"
    assert far_off(START - 1000, [START - 1000, START, START]) == "dated 3 years before the others"
