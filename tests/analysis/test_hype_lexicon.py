"""The wording lexicons hold together: allowed values, no double entries, exceptions that can take effect."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "data" / "lexicons"
HEADER = ["term", "forms", "kind", "category", "strength", "needs", "not_in", "origin"]
CATEGORIES = {
    "promotion": {
        "importance", "novelty", "scale", "quality", "utility", "certainty", "urgency", "call to action",
    },
    "alarm": {"alarm"},
    "stance": {"stance"},
    "absolute": {"absolute"},
    "booster": {"booster"},
    "hedge": {"hedge"},
}  # fmt: skip
FLOORS = {"promotion": 450, "alarm": 130, "stance": 150, "absolute": 25, "booster": 60, "hedge": 90}
ORIGINS = {"own", "Millar 2022", "Vinkers 2015", "Hyland 2005", "HealthNewsReview", "Abola 2016"}


def read(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return reader.fieldnames, list(reader)


def surface_forms(row):
    return [row["term"], *filter(None, row["forms"].split("|"))]


def exceptions(row):
    return [phrase for phrase in row["not_in"].split("|") if phrase]


def holds(phrase, form):
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", phrase) is not None


@pytest.fixture(scope="module")
def rows():
    return read("hype.csv")[1]


def test_header():
    assert read("hype.csv")[0] == HEADER


def test_values_are_allowed(rows):
    for row in rows:
        assert row["kind"] in CATEGORIES, row
        assert row["category"] in CATEGORIES[row["kind"]], row
        assert row["strength"] in {"hyperbolic", "evaluative"}, row
        assert row["needs"] in {"", "attributive", "imperative"}, row
        assert row["origin"] in ORIGINS, row
        if row["kind"] in {"booster", "hedge", "absolute"}:
            assert row["strength"] == "evaluative", row


def test_text_is_lower_case_and_trimmed(rows):
    for row in rows:
        for text in [*surface_forms(row), *exceptions(row)]:
            assert text == text.lower() == text.strip(), (row["term"], text)
            assert "  " not in text, (row["term"], text)
            assert not re.search(r"[{}^;’“”]", text), (row["term"], text)


def test_terms_and_forms_are_short_and_hold_no_wildcard(rows):
    for row in rows:
        assert 1 <= len(row["term"].split()) <= 6, row["term"]
        for form in surface_forms(row):
            assert "*" not in form, (row["term"], form)


def test_a_form_has_one_entry(rows):
    """Stricter than one entry a kind: no form serves two kinds either."""
    count = Counter(form for row in rows for form in surface_forms(row))
    assert [form for form, n in count.items() if n > 1] == []


def test_each_exception_can_take_effect(rows):
    for row in rows:
        forms = surface_forms(row)
        for phrase in exceptions(row):
            assert any(holds(phrase, form) for form in forms), (row["term"], phrase)
            assert phrase not in forms, (row["term"], phrase)
            assert all(word == "*" or "*" not in word for word in phrase.split()), (row["term"], phrase)
        assert len(set(exceptions(row))) == len(exceptions(row)), row["term"]


def test_counts_stay_above_their_floors(rows):
    kinds = Counter(row["kind"] for row in rows)
    assert {kind: kinds[kind] for kind, floor in FLOORS.items() if kinds[kind] < floor} == {}
    categories = Counter(row["category"] for row in rows if row["kind"] == "promotion")
    assert all(categories[category] >= 45 for category in CATEGORIES["promotion"]), categories


def test_plain_news_words_are_left_out(rows):
    plain = (
        "key major important strong first leading top new advanced effective efficient comprehensive powerful big "
        "large great special popular successful significant strategic critical essential modern best rapidly "
        "novel landmarks so-called"
    ).split()
    forms = {form for row in rows for form in surface_forms(row)}
    assert forms.isdisjoint(plain)


def test_amplifiers():
    header, rows = read("amplifiers.csv")
    assert header == ["term", "origin"]
    terms = [row["term"] for row in rows]
    assert len(terms) >= 40
    assert len(set(terms)) == len(terms)
    for row in rows:
        assert re.fullmatch(r"[a-z]+", row["term"]), row
        assert row["origin"] in ORIGINS, row
