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
    (
        "a list of predicates behind a doubled object",
        "Ferrow dismissed Danish captains and pilots, closed the port of Lyon, and sold 12 ships.",
        [
            "Ferrow dismissed Danish captains and pilots",
            "Ferrow closed the port of Lyon",
            "Ferrow sold 12 ships",
        ],
    ),
    (
        "the last of several subjects is not the subject",
        "Nordis is in Porto, and Ferrow, Tessarin, and Varga are in Lyon.",
        ["Nordis is in Porto"],
    ),
    (
        "who in a second arm is not the first",
        "The yard has clients like Orla Quinn, who runs Nordis, and the sailor Beno Maris, who owns 12 ships.",
        ["Orla Quinn runs Nordis", "Beno Maris owns 12 ships", "The yard has clients like Orla Quinn"],
    ),
    (
        "a quantity is not all of them",
        "Hundreds of young Danes, who sleep on the quay, are leaving Porto.",
        ["Hundreds of young Danes are leaving Porto"],
    ),
    (
        "what limits a that-clause stays",
        "Figures from 12 ports show that, even in rich countries, 40% of sailors are ill.",
        ["Figures from 12 ports show that, even in rich countries, 40% of sailors are ill"],
    ),
    (
        "a filler in a that-clause goes",
        "Nordis said that, in fact, Ferrow owns 12 ships.",
        ["Nordis said that Ferrow owns 12 ships"],
    ),
    ("for whom it holds stays", "For many, Nordis is a small yard.", ["For many, Nordis is a small yard"]),
    ("where it holds", "Where I worked, sailors kept 80% of the catch.", []),
    ("when it holds in general", "When the wind rises, ships leave Porto.", []),
    ("when it once happened", "When the wind rose, 12 ships left Porto.", ["12 ships left Porto"]),
    (
        "a participle as subject",
        "Repairing the 12 ships would cost Nordis $4 million, cranes and boats lifted in Porto.",
        [],
    ),
    (
        "a phrase that the next one needs",
        "The method has an error, in trials, of over 7%.",
        ["The method has an error, in trials, of over 7%"],
    ),
    ("an adverb between commas", "Nordis is set, now, on selling 12 ships.", ["Nordis is set on selling 12 ships"]),
    (
        "a phrase of the clause to come",
        "Threats came from Lyon, and, on 9 October 2012, while nobody looked, the yard burned.",
        ["Threats came from Lyon", "on 9 October 2012, the yard burned"],
    ),
    (
        "a date after but",
        "Nordis was a yard but, since 2006, Nordis has been a hotel.",
        ["Nordis was a yard but", "since 2006, Nordis has been a hotel"],
    ),
    (
        "those after a when inside what is found",
        "The study found that, when 12 ships were weighed, those from Porto were the lightest, then those from Lyon.",
        [],
    ),
    (
        "what is said holds on a condition",
        "Orla Quinn says sailors are safe in Porto, if the wind is low.",
        ["Orla Quinn says sailors are safe in Porto, if the wind is low"],
    ),
    (
        "wrote on the site, and a colon",
        "Orla Quinn wrote on the site of Nordis: Ferrow owns 12 ships.",
        ["Orla Quinn wrote that Ferrow owns 12 ships"],
    ),
    (
        "a modal holds for both verbs",
        "Nordis will sell 12 ships and hire 40 people.",
        ["Nordis will sell 12 ships", "Nordis will hire 40 people"],
    ),
    (
        "said, and a colon",
        "Orla Quinn, head of Nordis, said: Ferrow owns 12 ships and Porto is full.",
        ["Orla Quinn said that Ferrow owns 12 ships", "Orla Quinn said that Porto is full"],
    ),
    ("said, and nobody", "In Porto they all said: Ferrow owns 12 ships.", []),
    (
        "names after a list of subjects that was given up",
        "Nordis is in Porto, and Ferrow, Tessarin, and Varga are in Lyon, Beno Maris, in Oslo.",
        ["Nordis is in Porto"],
    ),
    (
        "an even-phrase in front stays",
        "Even in rich ports, 23% of sailors are ill.",
        ["Even in rich ports, 23% of sailors are ill"],
    ),
    (
        "while inside what is said",
        "Orla Quinn says that while the yard is small, Nordis owns 12 ships.",
        ["Orla Quinn says that while the yard is small, Nordis owns 12 ships"],
    ),
    (
        "points out that",
        "Nordis points out that bears and wolves live in Porto.",
        ["Nordis points out that bears and wolves live in Porto"],
    ),
    (
        "found doing what",
        "Nordis found whales, in some years, living in harbours of Porto.",
        ["Nordis found whales, in some years, living in harbours of Porto"],
    ),
    ("neither, nor", "The best yard is not Nordis, nor Ferrow.", []),
    (
        "a name with and is no clause of its own",
        "Figures released by the Board of Trade and Varga reveal that 12 ships sank.",
        ["Figures released by the Board of Trade and Varga reveal that 12 ships sank"],
    ),
    (
        "the day and its date",
        "Nordis was founded on Sunday, February 4, 2018, in Porto.",
        ["Nordis was founded on Sunday, February 4, 2018, in Porto"],
    ),
    (
        "he in direct speech is not the speaker",
        "Orla Quinn, head of Ferrow, said: Beno Maris bought Nordis, and he also owns 12 ships.",
        ["Orla Quinn said that Beno Maris bought Nordis"],
    ),
    (
        "a further predicate of what is said",
        "Nordis reported that Orla Quinn came from Lyon, and left Porto in May.",
        ["Nordis reported that Orla Quinn came from Lyon", "Nordis reported that Orla Quinn left Porto in May"],
    ),
    (
        "the speaker goes on",
        "Nordis said that Orla Quinn left, and added that 12 ships sank.",
        ["Nordis said that Orla Quinn left", "Nordis added that 12 ships sank"],
    ),
    (
        "who stands behind the speaker is the speaker",
        "The port is full, says Orla Quinn, head of Nordis.",
        ["Orla Quinn is the head of Nordis", "Orla Quinn says that the port is full"],
    ),
    ("figures that were adjusted", "With sales adjusted for inflation, Nordis is below Ferrow.", []),
    (
        "two names in a phrase are no clause",
        "Sailors flush with money from Lyon and Porto were among the first.",
        ["Sailors flush with money from Lyon and Porto were among the first"],
    ),
    (
        "which of two",
        "Nordis is a yard located in the north of Porto, which closed in 1999.",
        ["Nordis is a yard located in the north of Porto"],
    ),
    (
        "a treaty in a place, which",
        "Nordis signed the Accord on Tolls in Lyon, which 12 ports back.",
        ["Nordis signed the Accord on Tolls in Lyon"],
    ),
    (
        "a university is no place with its country",
        "According to Orla Quinn, professor at Porto University, Nordis owns 12 ships.",
        ["Nordis owns 12 ships"],
    ),
    (
        "a participle with a particle",
        "The test carried out by Orla Quinn and her colleagues involved 180 sailors.",
        ["The test carried out by Orla Quinn and her colleagues involved 180 sailors"],
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


def test_a_word_parted_at_the_end_of_a_line_is_one() -> None:
    assert straighten("Jean- Luc sold over- priced boats, two- and three-masted") == (
        "Jean-Luc sold over-priced boats, two- and three-masted"
    )


def test_a_gap_is_what_is_left_of_a_dash() -> None:
    assert straighten("Nordis  a family firm  sold 12 ships") == "Nordis — a family firm — sold 12 ships"
    assert straighten("Wide  type  puts  gaps  everywhere") == "Wide type puts gaps everywhere"


def test_a_name_can_begin_with_a_number() -> None:
    assert tags_of(read_words("One Hyde Park is a tower", NAMES)).startswith("PPPA")


def test_a_rate_is_one_word() -> None:
    assert [w.text for w in read_words("a £7-a-month berth", NAMES)] == ["a", "£7-a-month", "berth"]


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
