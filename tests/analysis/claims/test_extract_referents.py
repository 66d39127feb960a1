"""Naming pronouns: only where one candidate is left, else not at all."""

import pytest

from components.analysis.claims.clauses import split_clauses
from components.analysis.claims.extract import propose_claims
from components.analysis.claims.people import learn_people
from components.analysis.model import Article


def claims(text: str) -> list[str]:
    return [c.text for c in propose_claims([Article(id="a", source="S", text=text)])]


INTRO = "Maria Velder, the head of Nordis, was born in Porto in 1971. "


def test_he_and_she_take_the_subject_of_the_sentence_before() -> None:
    assert "Maria Velder left Lyon in 1999." in claims(INTRO + "She left Lyon in 1999.")


def test_surname_becomes_the_full_name() -> None:
    assert "Maria Velder left Lyon in 1999." in claims(INTRO + "Velder left Lyon in 1999.")


def test_possessive_takes_the_name() -> None:
    assert "Maria Velder's company employs 40 people." in claims(INTRO + "Her company employs 40 people.")


def test_wrong_gender_is_never_filled_in() -> None:
    assert not any("1999" in c for c in claims(INTRO + "He left Lyon in 1999."))


def test_two_candidates_are_none() -> None:
    text = "Maria Velder met Anna Sorel in Porto. She left Lyon in 1999."
    assert not any("1999" in c for c in claims(text))


def test_a_person_named_beside_another_subject_is_no_antecedent() -> None:
    text = "The minister of Nordland praised Maria Velder in Porto. She left Lyon in 1999."
    assert not any("1999" in c for c in claims(text))


def test_a_question_between_breaks_the_thread() -> None:
    text = "Peter Sorel founded Ferrow in 1981. But who built the first machine? He earned $12 from the patent."
    assert not any("$12" in c for c in claims(text))


def test_a_heading_between_breaks_the_thread() -> None:
    text = INTRO + "\n\nOther news\n\nShe left Lyon in 1999."
    assert not any("1999" in c for c in claims(text))


def test_it_takes_a_name_but_not_a_mere_noun() -> None:
    assert "Nordis employs 40 people." in claims("Nordis has moved to Porto. It employs 40 people.")
    assert not any("40 people" in c for c in claims("The storm has reached Porto. It injured 40 people."))


def test_empty_it_stays_empty() -> None:
    text = "Nordis has moved to Porto. It is the first time that 40 people have left."
    assert not any("first time" in c for c in claims(text))


def test_the_company_takes_the_one_organisation() -> None:
    assert "Nordis employs 40 people." in claims("Nordis has moved to Porto. The company employs 40 people.")
    assert not any("40" in c for c in claims("Nordis sued Ferrow in Porto over Tessar. The company employs 40 people."))


def test_a_pronoun_left_open_closes_no_other() -> None:
    text = (
        "By 14, Peter Sorel suggested her for the Tessar Prize, and by 15, she became the winner of the Nordis Prize."
    )
    assert not any("became" in c for c in claims(text))


def test_him_is_not_the_subject() -> None:
    text = "Peter Sorel founded Ferrow in 1981. The film by Thomas Arden earned him two awards."
    assert not any("earned him" in c for c in claims(text))


@pytest.mark.parametrize("line", ["Our plant employs 40 people in Porto.", "You can visit Porto for $40."])
def test_first_and_second_person_are_out(line: str) -> None:
    assert claims(line) == []


def test_persons_are_told_from_other_names() -> None:
    text = (
        "Maria Velder left. Kofi Anansi, the chief executive of Nordis, said so. Silicon Valley slept. "
        "The Nordis Foundation paid. In May Peter Sorel spoke, and Prof Lina Okoro, 52, listened."
    )
    people = learn_people([text])
    assert people["Velder"].full == "Maria Velder"
    assert people["Maria Velder"].gender == "she"
    assert people["Anansi"].full == "Kofi Anansi"
    assert people["Sorel"].full == "Peter Sorel"
    assert not {"Silicon Valley", "Valley", "Nordis Foundation", "May Peter Sorel"} & set(people)


def test_a_surname_of_two_people_stays_bare() -> None:
    people = learn_people(["Maria Velder met Peter Velder, the director. Velder left."])
    assert "Velder" not in people


def test_split_clauses_of_nothing() -> None:
    assert split_clauses([]) == []
