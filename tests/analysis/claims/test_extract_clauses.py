"""Splitting: one fact a clause, nothing dangling."""

import pytest

from components.analysis.claims.clauses import split_clauses
from components.analysis.claims.grammar import read_words, render, tags_of
from components.analysis.claims.mine import mine_facts
from components.analysis.claims.straighten import learn_names, straighten

NAMES = frozenset("Orla Quinn Beno Maris Halden Tessarin Lyon Oslo Porto Varga Nordis Ferrow".split())


def clauses(sentence: str) -> list[str]:
    return [render(c.words) for c in split_clauses(read_words(straighten(sentence), NAMES))]


SPLITS = [
    (
        "apposition",
        "Orla Quinn, the founder of Nordis, has joined Ferrow.",
        ["Orla Quinn is the founder of Nordis", "Orla Quinn has joined Ferrow"],
    ),
    (
        "age inside an apposition",
        "Ferrow hired Orla Quinn, the 41-year-old head of Nordis.",
        ["Orla Quinn is 41 years old", "Orla Quinn is the head of Nordis", "Ferrow hired Orla Quinn"],
    ),
    ("bare age", "Orla Quinn, 41, left Nordis.", ["Orla Quinn is 41 years old", "Orla Quinn left Nordis"]),
    (
        "role before a name",
        "The firm's director, Orla Quinn, resigned in May.",
        ["Orla Quinn is the firm's director", "Orla Quinn resigned in May"],
    ),
    (
        "participle opener",
        "Founded in 2009, Nordis employs 400 people.",
        ["Nordis was founded in 2009", "Nordis employs 400 people"],
    ),
    (
        "non-restrictive relative",
        "The board met Orla Quinn, who runs Nordis.",
        ["Orla Quinn runs Nordis", "The board met Orla Quinn"],
    ),
    (
        "apposition to the end of a relative",
        "The board met Orla Quinn, who runs Ferrow, a yard in Porto.",
        ["Orla Quinn runs Ferrow", "Ferrow is a yard in Porto", "The board met Orla Quinn"],
    ),
    (
        "two full clauses",
        "Nordis sold its fleet and Ferrow bought the depot.",
        ["Nordis sold its fleet", "Ferrow bought the depot"],
    ),
    (
        "two predicates",
        "Nordis sold its fleet in June and moved to Oslo.",
        ["Nordis sold its fleet in June", "Nordis moved to Oslo"],
    ),
    (
        "contrast",
        "Nordis sold its fleet, while Ferrow bought two depots.",
        ["Nordis sold its fleet", "Ferrow bought two depots"],
    ),
    (
        "participle tail",
        "Nordis opened a plant in Porto, hiring 300 welders.",
        ["Nordis hired 300 welders", "Nordis opened a plant in Porto"],
    ),
    ("event tail is no act", "Nordis closed its plant, leaving 300 welders idle.", ["Nordis closed its plant"]),
    (
        "what is given stays with who gets it",
        "Nordis gave Orla Quinn, 36, a two-year contract.",
        ["Orla Quinn is 36 years old", "Nordis gave Orla Quinn a two-year contract"],
    ),
    (
        "two participles share their auxiliary",
        "Orla Quinn was arrested, and later charged with theft.",
        ["Orla Quinn was arrested", "Orla Quinn was later charged with theft"],
    ),
    (
        "an aside does not cut the infinitive off",
        "The law allows Nordis, the largest yard of all, to buy ships.",
        ["Nordis is the largest yard of all", "The law allows Nordis to buy ships"],
    ),
    (
        "a name behind its role stays with it",
        "In 1970, Orla Quinn married art student, Maris Halden.",
        ["In 1970, Orla Quinn married art student Maris Halden"],
    ),
    ("a place inside a subject", "The court in Lyon, Varga fined Nordis.", ["The court in Lyon, Varga fined Nordis"]),
    ("a month is no name", "Nordis lost 40 ships in March, a fall of 4%.", ["Nordis lost 40 ships in March"]),
    ("speaker behind", "The plant lost $4 million, Ferrow said.", ["Ferrow said that the plant lost $4 million"]),
    (
        "aside between dashes",
        "Nordis – a family firm – sold 12 ships.",
        ["Nordis sold 12 ships"],
    ),
    ("parenthesis", "Nordis (founded by sailors) sold 12 ships.", ["Nordis sold 12 ships"]),
    ("list stays whole", "Nordis owns ships, cranes and a depot.", ["Nordis owns ships, cranes and a depot"]),
    (
        "list of places as subject",
        "Ports in Lyon, Oslo and Porto closed on Monday.",
        ["Ports in Lyon, Oslo and Porto closed on Monday"],
    ),
    ("place with its country", "Nordis moved to Porto, Portugal.", ["Nordis moved to Porto, Portugal"]),
    ("connective", "However, Nordis sold 12 ships.", ["Nordis sold 12 ships"]),
    ("time opener stays", "In 2014, Nordis sold 12 ships.", ["In 2014, Nordis sold 12 ships"]),
    ("framing opener goes", "In a move nobody expected, Nordis sold 12 ships.", ["Nordis sold 12 ships"]),
    ("condition is no fact", "If prices fall, Nordis will sell 12 ships.", []),
    (
        "reduced relative is no predicate",
        "The ships built in Porto were sold in May.",
        ["The ships built in Porto were sold in May"],
    ),
    (
        "participle between commas",
        "The ferry, launched in 1994, carried 900 cars.",
        ["The ferry carried 900 cars"],
    ),
    ("no cut inside U.S.", "The U.S. fined Nordis $3 million.", ["The U.S. fined Nordis $3 million"]),
    (
        "predicate of another subject",
        "Nordis sold 12 ships, after the governor, Orla Quinn, asked for it.",
        ["Nordis sold 12 ships"],
    ),
    (
        "that-clause keeps its verb",
        "Nordis hopes that the new yard, built by Ferrow, will open in 2031.",
        ["Nordis hopes that the new yard will open in 2031"],
    ),
    (
        "founder of a firm, who: not the firm",
        "The board dismissed the founder of Nordis, who had no degree.",
        ["The board dismissed the founder of Nordis"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), [s[1:] for s in SPLITS], ids=[s[0] for s in SPLITS])
def test_splits_one_fact_each(sentence: str, expected: list[str]) -> None:
    assert clauses(sentence) == expected


MINED = [
    ("Nordis's bold $3 billion investment in Ferrow changes all.", ["Nordis made a $3 billion investment in Ferrow"]),
    (
        "It follows Nordis's $3 billion investment for a 30% stake in Ferrow.",
        ["Nordis made a $3 billion investment in Ferrow", "Nordis's investment is for a 30% stake in Ferrow"],
    ),
    ("With Ferrow valued at nearly $9 billion, envy grows.", ["Ferrow is valued at nearly $9 billion"]),
    ("Crowds cheered the 41-year-old singer Orla Quinn.", ["Orla Quinn is 41 years old"]),
    ("At its heart is Ferrow, now under Quinn's leadership.", ["Quinn leads Ferrow"]),
    ("Nothing of the sort is said here.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), MINED)
def test_mines_facts_from_phrases(sentence: str, expected: list[str]) -> None:
    assert [render(c.words) for c in mine_facts(read_words(straighten(sentence), NAMES))] == expected


def test_tags_follow_context() -> None:
    assert tags_of(read_words("The plan to cut costs cut 12 jobs", frozenset()))[:9] == "DNTBNV0N"
    assert tags_of(read_words("Nordis plans to sell", NAMES)) == "PVTB"
    assert tags_of(read_words("the plans of Nordis", NAMES)) == "DNIP"


def test_straightens_quotes_and_contractions() -> None:
    assert straighten("It’s “done” — they won’t  sell") == 'It is "done" — they will not sell'


def test_names_are_what_is_capitalised_inside_sentences() -> None:
    names = learn_names(
        ["the board of Apple met", "he ate an apple", "then Apple and Nordis met", "Quickly, they left"]
    )
    assert {"Apple", "Nordis"} <= names
    assert "Quickly" not in names


def test_reading_is_linear_on_hostile_lists() -> None:
    import time

    started = time.process_time()
    for hostile in ("Ann, " * 230, "the big red old " * 60, "and " * 280, "who " * 280, '" ' * 500, "a-" * 500):
        split_clauses(read_words(hostile + "end", NAMES))
    assert time.process_time() - started < 3
