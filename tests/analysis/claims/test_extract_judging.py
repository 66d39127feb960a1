"""What is no claim, rule by rule, and what is one."""

import pytest

from components.analysis.claims.grammar import read_words, tags_of
from components.analysis.claims.judging import why_not
from components.analysis.claims.segments import Clause
from components.analysis.claims.wording import as_statement, settle_pointers, trim_puff

NAMES = frozenset("Nordis Ferrow Orla Quinn Porto".split())


def reason(sentence: str, source: str = "") -> str:
    words = read_words(sentence.rstrip("."), NAMES)
    return why_not(Clause(words, source=source), sentence)


REFUSED = [
    ("length", "Nordis won."),
    ("debris", "Nordis says click here to read the terms of Ferrow."),
    ("no finite verb", "Nordis and the fleet of Ferrow in Porto."),
    ("vague subject", "This shows that Nordis paid $4 million."),
    ("vague subject", "In 2007, that number was 9 million."),
    ("vague subject", "Companies like Nordis hired 40 people."),
    ("cut off", "Nordis paid $4 million for the."),
    ("cut off", "Data from 81 ports shows that in rich countries."),
    ("runs on", "Nordis opened a yard in Porto they hired 40 people."),
    ("nothing said", "Orla Quinn told the mayor of Porto."),
    ("no name or number", "The board sold the fleet to a rival."),
    ("cut off", "The South Nordland minister who freed Orla Quinn and shared the prize with Ferrow."),
    ("cut off", "Orla Quinn has a seat in the yard's second."),
    ("cut off", "Nordis said that that change costs $4 million."),
    ("runs on", "Nordis is the yard she bought in 1999."),
    ("runs on", "Yards are salty places to run says Orla Quinn."),
    ("no object", "Smaller reports published in 2009 by Nordis."),
    ("no object", "Orla Quinn stopped in 2012."),
    ("debris", "Cheap storage Not all of Porto has 40 cars."),
    ("points back", "The list included Orla Quinn and Maris Halden."),
    ("points back", "Orla Quinn grew up in the town."),
    ("points back", "A top salary can be up to $90."),
    ("points back", "Two seasons have been shown."),
    ("points back", "In 1953, the family moved to Porto."),
    ("points back", "Nordis has built a similar yard in Porto."),
    ("points back", "Orla Quinn is famous for these yards."),
    ("points back", "Orla Quinn will stay on her company's board."),
    ("points back", "The Nordland goalkeeper was dropped by Ferrow."),
    ("points back", "Next highest is Nordis with 7."),
    ("points back", "27 off the last round by Nordis was fair."),
    ("cut off", "Nordis stood behind the yard just."),
    ("points back", "Members of the crew had met Nordis."),
    ("points back", "Orla Quinn is the company's founder."),
    ("points back", "Orla Quinn trained these children's boats."),
    ("cut off", "Nordis said that too much time had passed since the seven."),
    ("cut off", "Orla Quinn hopes that this is the weak point of Nordis."),
    ("cut off", "Nordis opened in Porto that same day."),
    ("points back", "Seven of the raids were fatal."),
    ("cut off", "Nordis has 300 million."),
    ("cut off", "The yard of Porto commonly called Ferrow."),
    ("nothing said", "Orla Quinn says only the need to save Ferrow."),
    ("no object", "Orla Quinn used short."),
    ("no object", "Orla Quinn decided, in 2013."),
    ("cut off", "Welders in Porto have discovered four."),
    ("cut off", "People have dug metals here since 1900."),
    ("points back", "Nordis and other big yards has peaked in Porto."),
    ("debris", "Orla Quinn pictured above left Nordis."),
    ("points back", "Consumption has halved since 1970."),
    ("opinion", "Nordis is such a proud yard."),
    ("comment", "Orla Quinn was hiring ahead."),
    ("speculation", "Nordis could sell the fleet to Ferrow."),
    ("condition", "Nordis sold the fleet if Ferrow paid $4 million."),
    ("opinion", "Nordis made a brilliant offer to Ferrow."),
    ("opinion", "The $4 million offer of Nordis is more than just money."),
    ("forecast", "Nordis will transform the port of Porto."),
    ("mere description", "The yard of Nordis is slow."),
    ("soft verb", "The Nordis offer signals the hunger of Ferrow."),
    ("points back", "The 60% went to Nordis."),
    ("points back", "The other 20% of the catch went to Nordis."),
    ("points back", "The percentage in Porto is 11.9%."),
    ("points back", "The country is part of Tessarin 12."),
    ("cut off", "Orla Quinn said that some sailors of Porto managed only six or seven."),
    ("cut off", "Nordis asked them to do this in Porto."),
    ("cut off", "Nordis is the largest of the four that, together with the docks of Porto."),
    ("cut off", "The boat of Orla Quinn is in seventh."),
    ("cut off", "The tests that Nordis did involved 180 sailors."),
    ("debris", "Electric winches The electric winch was made by Nordis."),
    ("no object", "Death threats followed, after a meeting of Nordis."),
    ("points back", "Other yards of the port are part of Nordis."),
    ("points back", "Orla Quinn said that the last two will feel slow to Nordis."),
    ("points back", "The nearby yard holds 30 cars."),
    ("speculation", "Sailors of Nordis can benefit from 12 drills."),
    ("opinion", "In Porto, six years of Nordis have been brutal."),
    ("soft verb", "The 1965 Tessar voyage proved the strength of rope."),
    ("nothing said", "Over 20 old dialects are spoken."),
    ("points back", "The 800 rows follow the sun over Porto."),
    ("points back", "Now the city is the centre of Nordis."),
    ("points back", "Experts of Nordis said the two raids were linked to Ferrow."),
    ("points back", "The first boat entered service the following year with Nordis."),
    ("points back", "Orla Quinn left Nordis two years later."),
    ("vague subject", "Over 50% die within two years in Porto."),
    ("cut off", "Orla Quinn of Nordis had said."),
    ("cut off", "Eon has control of Nordis and both books."),
    ("cut off", "Orla Quinn met a man at another yard in Porto."),
    ("cut off", "Orla Quinn solved the problem in 2016."),
    ("cut off", "Nordis was the first, with work that began in 2007."),
    ("cut off", "Tessar names so are Frigg, Varga and Ingunn."),
    ("cut off", "A Danish firm that builds ships for Nordis brought."),
    ("cut off", "A British cook who moved to Porto in 2000."),
    ("no object", "Orla Quinn and Beno Maris have refused."),
    ("nothing said", "Researchers believe the grandfather of Orla Quinn."),
    ("opinion", "The Nordis brand is stronger than ever."),
    ("opinion", "Orla Quinn has taken Nordis to new heights."),
    ("points back", "Almost two thirds admit that Porto is small."),
    ("points back", "Orla Quinn said that these Porto sailors own 12 boats."),
    ("cut off", "Nordis is a high-level."),
    ("cut off", "Nordis is a universal."),
    ("cut off", "Nordis is often described."),
    ("cut off", "Sailors born in Porto were almost as fit."),
    ("soft verb", "The seven papers of Nordis represent a start."),
    ("comment", "Nordis is redefining the pace of change."),
]


@pytest.mark.parametrize(("rule", "sentence"), REFUSED, ids=[f"{r}: {s[:24]}" for r, s in REFUSED])
def test_refuses(rule: str, sentence: str) -> None:
    assert reason(sentence) == rule


KEPT = [
    "Nordis paid $4 million for the yard.",
    "Orla Quinn has joined Ferrow.",
    "Orla Quinn is the head of Nordis.",
    "Orla Quinn will serve as head of Nordis.",
    "Nordis does not plan to sell the yard to Ferrow.",
    "Nordis said that Ferrow could sell the fleet to Porto.",
    "Orla Quinn has died.",
    "Orla Quinn won the Tessar Award for Best Director.",
    "Orla Quinn decided to sell the yard for $4 million.",
    "The deal is worth $4 million.",
    "The Tessar index covers 91 countries.",
    "The Tessar price is calculated from 13 figures.",
    "Nordis denied that it knew of any similar offer by Ferrow.",
    "The percentage of women in the crew of Nordis is 11.9%.",
    "Nordis is an archive.",
    "Two thirds of the sailors of Nordis own a boat.",
    "The 2011 revolution changed Porto.",
    "Orla Quinn left Nordis in 2016, two years later.",
    "In 1965, Nordis brought steam engines to Porto.",
    "The rate of the Tessar loan is 4%.",
    "Orla Quinn says yards regularly change hands at $25m.",
]


@pytest.mark.parametrize("sentence", KEPT)
def test_keeps(sentence: str) -> None:
    assert reason(sentence) == ""


def test_an_attribution_lets_a_forecast_stand() -> None:
    assert reason("Nordis could lose $4 million.") == "speculation"
    assert reason("Nordis could lose $4 million.", "according to Ferrow") == ""


def trimmed(sentence: str) -> str:
    return as_statement(settle_pointers(trim_puff(read_words(sentence, NAMES))))


TRIMMED = [
    ("Nordis has officially made a stunning $4 million offer.", "Nordis has made a $4 million offer."),
    ("Nordis made an incredible bid for Ferrow.", "Nordis made a bid for Ferrow."),
    ("Nordis is an amazing US yard.", "Nordis is a US yard."),
    ("Nordis is a US-based yard with a NASA dock.", "Nordis is a US-based yard with a NASA dock."),
    ("Nordis just joined Ferrow.", "Nordis joined Ferrow."),
    ("Quinn is one of the most promising founders.", "Quinn is one of the most promising founders."),
    ("Nordis is not just a firm.", "Nordis is not just a firm."),
    ("Nordis has not said whether this deal will pay.", "Nordis has not said whether the deal will pay."),
]


@pytest.mark.parametrize(("puffed", "plain"), TRIMMED)
def test_trims_praise(puffed: str, plain: str) -> None:
    assert trimmed(puffed) == plain


def test_a_particle_stays_with_its_verb() -> None:
    assert as_statement(read_words("Nordis wanted the yard to shut down", NAMES)).endswith("shut down.")


def test_statement_starts_with_a_capital_and_ends_with_one_stop() -> None:
    words = read_words("the deal is worth $4 million in the U.S.", NAMES)
    assert as_statement(words) == "The deal is worth $4 million in the U.S."
    assert as_statement(words[:7], "According to Ferrow") == "The deal is worth $4 million, according to Ferrow."
    assert tags_of(words).startswith("DNA")
