import math

import pytest

from components.analysis.claims.quantities import find_quantities


def only(text):
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "unit", "value"),
    [
        ("Acme paid $14.3 billion.", "money", "dollar", 14.3e9),
        ("about 14 billion dollars", "money", "dollar", 14e9),
        ("a 49% stake", "percent", "stak", 49),
        ("572,206 people fled", "number", "person", 572206),
        ("the 28-year-old founder", "age", "now", 28),
        ("Maria Lopez, 27, leads", "age", "now", 27),
        ("He was 26.", "age", "now", 26),
        ("At just 27, she is famous", "age", "now", 27),
        ("At just 19, she founded it", "age", "then", 19),
        ("before the age of 30", "age", "then", 30),
        ("in 1999", "year", "", 1999),
        ("on 5 September", "day", "sep", 5),
        ("2000 people came", "number", "person", 2000),
        ("on Tuesday", "weekday", "weekday", 1),
    ],
)
def test_what_a_number_counts(text, kind, unit, value):
    quantity = only(text)
    assert (quantity.kind, quantity.unit, quantity.value) == (kind, unit, pytest.approx(value))
    assert text[quantity.start : quantity.end] == quantity.surface


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$14.3 billion", "about 14 billion dollars"),
        ("$14.3 billion", "$14 billion"),
        ("more than 500,000 people", "572,206 people"),
        ("nearly 600 jobs", "572 jobs"),
        ("at least 40 people", "47 people"),
        ("up to $5m", "$4.2 million"),
        ("in 1999", "in the 1990s"),
        ("by age 24", "before the age of 30"),
        ("in his 20s", "a 27-year-old"),
        ("between 3 and 5 goals", "four goals"),
        ("49% of voters", "49.3 per cent of voters"),
        ("100 or more people", "130 people"),
        ("1,000+ people", "1,200 people"),
    ],
)
def test_bounds_and_rounding_agree(one, other):
    a, b = find_quantities(one)[0], find_quantities(other)[0]
    assert a.counts_like(b)
    assert a.agrees_with(b)
    assert b.agrees_with(a)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$14.3 billion", "$13.4bn"),
        ("27 people", "28 people"),
        ("more than 500,000 people", "400,000 people"),
        ("a 27-year-old", "Ann Lee, 28, won"),
        ("in 1989", "in the 1990s"),
        ("on 5 May", "on May 6"),
        ("under 30 people", "31 people"),
        ("49% of voters", "51% of voters"),
    ],
)
def test_values_that_cannot_both_hold(one, other):
    a, b = find_quantities(one)[0], find_quantities(other)[0]
    assert a.counts_like(b)
    assert not a.agrees_with(b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("27 people", "28 dollars"),
        ("$5 million", "5 million euros"),
        ("a 27-year-old", "at age 24"),
        ("on 5 May", "on 6 June"),
        ("5", "6"),
        ("49% of voters", "51% of shares"),
    ],
)
def test_different_units_are_never_compared(one, other):
    assert not find_quantities(one)[0].counts_like(find_quantities(other)[0])


def test_a_number_torn_apart_in_copying_is_no_number():
    assert [q.surface for q in find_quantities("about 15, 000 people")] == ["15"]


def test_a_price_after_a_time_word_has_no_bound():
    assert only("he lost by 14 points").high != math.inf
    assert only("he lost by 14 points").low == 14


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("572,206 people", "more than 500,000 people"),
        ("about 14 billion dollars", "$14.3 billion"),
        ("in 1999", "in the 1990s"),
        ("a 27-year-old", "in his 20s"),
    ],
)
def test_the_more_exact_entails_the_vaguer_only(text, claimed):
    said, asked = find_quantities(text)[0], find_quantities(claimed)[0]
    assert said.entails(asked)


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("more than 500,000 people", "572,206 people"),
        ("in the 1990s", "in 1997"),
        ("more than 27,000 people", "more than 29,700 people"),
        ("in his 20s", "a 27-year-old"),
        ("$13.4bn", "$14.3 billion"),
    ],
)
def test_the_vaguer_does_not_entail_the_more_exact(text, claimed):
    said, asked = find_quantities(text)[0], find_quantities(claimed)[0]
    assert not said.entails(asked)


def test_over_is_no_bound_where_it_says_where():
    assert only("The race runs over three stages").high == 3
