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
FLOORS = {"promotion": 450, "alarm": 950, "stance": 650, "absolute": 110, "booster": 60, "hedge": 90}
ORIGINS = {"own", "Millar 2022", "Vinkers 2015", "Hyland 2005", "HealthNewsReview", "Abola 2016"}


# Sentence, and a word of it that an alarm, stance or absolute entry must hit.
LOADED = [
    ("The senator slammed the ruling within the hour.", "slammed"),
    ("They want to ram through a budget nobody has read.", "ram through"),
    ("Ministers caved to the demands of a handful of donors.", "caved to"),
    ("He went on parroting the lines of his paymasters.", "parroting"),
    ("Her rivals whined about the count for weeks.", "whined"),
    ("The channel spewed more invented numbers all evening.", "spewed"),
    ("A gang of cronies now runs the port authority.", "cronies"),
    ("The stadium is a boondoggle that the city will pay off for decades.", "boondoggle"),
    ("Critics called the decree a naked power grab.", "power grab"),
    ("Gun-grabbing politicians are at it again.", "gun-grabbing"),
    ("The climate alarmists have moved the date once more.", "climate alarmists"),
    ("The mainstream media will not tell you this.", "mainstream media"),
    ("Another job-killing rule arrived from the agency.", "job-killing"),
    ("The board's spineless answer came on Friday.", "spineless"),
    ("Woke bosses have ruined a fine old club.", "woke"),
    ("The coach's clueless substitutions cost two points.", "clueless"),
    ("He gleefully read out the names of those dismissed.", "gleefully"),
    ("She defended hard-working families against the levy.", "hard-working families"),
    ("The bill is a common-sense reform.", "common-sense reform"),
    ("What they printed was utter nonsense.", "utter nonsense"),
]  # fmt: skip
# Plain sentences with words that are loaded elsewhere.
PLAIN = [
    "The car slammed into a wall, and the driver was taken to hospital.",
    "She won her second grand slam title on Saturday.",
    "Officers seized an assault rifle and two pistols from the house.",
    "The court sentenced him to nine years for sexual assault.",
    "Surgeons said radical surgery was not needed.",
    "The plant stored toxic waste and toxic chemicals for 20 years.",
    "A reputed mob boss was arrested in the port district.",
    "The library will stage a puppet show for children on Sunday.",
    "The file was corrupt and could not be opened.",
    "Fire gutted the warehouse before crews arrived.",
    "The volcano spewed ash over three villages.",
    "He was charged with reckless driving after the crash.",
    "She woke up at six and walked to the station.",
    "The company reported petty cash losses and a theft by a former employee.",
    "A hoax call led police to clear the terminal.",
    "The trial compared the drug with a sham procedure in 140 patients.",
    "Investigators said the man faces charges of murder and kidnapping.",
    "The parliament approved the budget by 84 votes to 61.",
    "Drivers were warned of treacherous conditions on mountain roads.",
    "The star is questionable for Sunday's game with a knee injury.",
]  # fmt: skip


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


def places(phrase, text):
    """Where a phrase stands in a text as (start, end); `*` stands for any one word."""
    words = [r"[^\s,.;]+" if word == "*" else re.escape(word) for word in phrase.split()]
    return [found.span() for found in re.finditer(r"(?<![\w-])" + r"\s+".join(words) + r"(?![\w-])", text)]


def hits(rows, sentence):
    """The alarm, stance and absolute forms in a sentence that stand outside their entry's exceptions."""
    text = sentence.lower()
    found = set()
    for row in rows:
        if row["kind"] not in {"alarm", "stance", "absolute"}:
            continue
        spans = [(form, *span) for form in surface_forms(row) if form in text for span in places(form, text)]
        if spans:
            plain = [span for phrase in exceptions(row) for span in places(phrase, text)]
            found |= {form for form, a, b in spans if not any(start <= a and b <= end for start, end in plain)}
    return found


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


@pytest.mark.parametrize(("sentence", "word"), LOADED)
def test_loaded_sentence_is_hit(rows, sentence, word):
    assert word in hits(rows, sentence)


@pytest.mark.parametrize("sentence", PLAIN)
def test_plain_sentence_is_left_alone(rows, sentence):
    assert hits(rows, sentence) == set()


def test_ordinary_words_are_no_loaded_forms(rows):
    """Bare words that are names of things, animals, crimes or posts, or stand in any report."""
    ordinary = (
        "political badger parrot grouse railroad fleece waffle con cave blast gut guts rip bash spin mob puppet "
        "radical militant extremist assault murder killing attack crisis regime police crackdown toxic bitter noble "
        "crude stonewall muzzle cruise hail fire burden rage fury war lies lie rape fraud terrorist protest strike"
    ).split()
    forms = {form for row in rows if row["kind"] in {"alarm", "stance", "absolute"} for form in surface_forms(row)}
    assert forms.isdisjoint(ordinary)
    assert "has been" not in forms


def test_amplifiers():
    header, rows = read("amplifiers.csv")
    assert header == ["term", "origin"]
    terms = [row["term"] for row in rows]
    assert len(terms) >= 40
    assert len(set(terms)) == len(terms)
    for row in rows:
        assert re.fullmatch(r"[a-z]+", row["term"]), row
        assert row["origin"] in ORIGINS, row
