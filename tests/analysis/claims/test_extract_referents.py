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


def test_it_is_not_who_made_it() -> None:
    text = "Dong Varga, the inventor of the game Tessar, removed it in May. It was sold 40 times."
    assert not any("40 times" in c for c in claims(text))
    assert not any("40 times" in c for c in claims("Nordis removed it from Porto. It was sold 40 times."))


def test_her_husband_is_not_herself() -> None:
    assert not any("husband" in c for c in claims(INTRO + "Peter Sorel was also her husband."))


def test_a_short_sentence_inside_a_quotation_is_not_the_authors() -> None:
    text = (
        "Joost Varga, a lawyer for one of the mothers, lives in Porto. "
        "Varga said: “A test was done in Porto. She was stunned. The man paid $40 to Nordis.”"
    )
    assert not any("stunned" in c for c in claims(text))


def test_a_place_in_a_title_is_no_kind() -> None:
    text = "The best book in the UK is a novel by Anna Sorel. The novel won 40 prizes in Porto."
    assert not any(c.startswith("The UK won") for c in claims(text))


def test_the_company_in_the_object_needs_a_name() -> None:
    assert not any("2015" in c for c in claims("Peter Sorel spoke. Sorel joined the company in 2015."))
    assert any("2015" in c for c in claims("Peter Sorel spoke. Nordis says Sorel joined the company in 2015."))


def test_who_takes_an_office_is_no_company() -> None:
    text = "Varga took over as chief executive of Nordis. The company opened 40 shops."
    assert not any("Varga opened" in c for c in claims(text))
    assert not any("Tessarin is" in c for c in claims("Tessarin calls her plan new. It is a copy from 1999."))


def test_them_is_not_the_subject() -> None:
    assert not any("2009" in c for c in claims("Films are dear. Nordis bought them in 2009."))


def test_she_is_not_a_name_that_tells_nothing_beside_a_woman() -> None:
    text = "Joost Varga, the lawyer, wrote to Maria Velder in May. Velder replied. Joost Varga paid $12. "
    assert not any("40 boats" in c for c in claims(text + "She owns 40 boats."))


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


def test_the_us_is_a_country_and_no_pronoun() -> None:
    assert "Nordis opened 40 yards in the US." in claims("Nordis opened 40 yards in the US.")


FILM = "Ferrow Road is a film by Maria Velder. Critics met in Porto. "


def test_the_film_is_called_by_its_name() -> None:
    assert "Ferrow Road won four prizes in Porto." in claims(FILM + "The film won four prizes in Porto.")


def test_of_two_films_neither_is_named() -> None:
    text = FILM + "The film Tessar Lane opened in Lyon. The film won four prizes in Porto."
    assert not any("four prizes" in c for c in claims(text))


def test_a_name_that_ends_in_what_it_is_needs_no_telling() -> None:
    text = "Anna Sorel runs the National Aquarium in Porto. The aquarium has 40 tanks."
    assert "The National Aquarium has 40 tanks." in claims(text)


LIFE = (
    "Peter Sorel was born in Lyon in 1950. Sorel founded Ferrow in 1981. Sorel paid $40 for a boat. "
    "Sorel moved to Porto in 1990. Was it worth it? The mood was good in those years. "
)


def test_the_main_person_is_he_when_nobody_else_is_near() -> None:
    assert "Peter Sorel sold Ferrow in 1999." in claims(LIFE + "He sold Ferrow in 1999.")


def test_somebody_near_is_not_passed_over() -> None:
    assert not any("1999" in c for c in claims(LIFE + "A doctor met a sailor there. He sold Ferrow in 1999."))


def test_who_is_mostly_quoted_is_not_the_main_person() -> None:
    quoted = "".join(f'"Boat {n} is old," said Sorel. ' for n in range(5))
    text = "Peter Sorel runs the Ferrow yard. " + quoted + "The mood was good in those years. He has 40 dents."
    assert not any("40 dents" in c for c in claims(text))


def test_an_unknown_name_near_is_not_passed_over() -> None:
    assert not any(
        "40 phones" in c
        for c in claims(LIFE + "Cheers for Bennick rose. Sorel waved. Bennick sells 3 boats. He has 40 phones.")
    )


def test_a_place_that_somebody_speaks_for_is_no_person() -> None:
    text = "The union of Western Australia said no. RSPCA Australia said so. Western Australia said it too."
    assert "Western Australia" not in learn_people([text])


def test_one_bearer_of_a_surname_prevails() -> None:
    text = "Peter Sorel spoke. " * 5 + "Peter Sorel and his son Marc Sorel, the director, left."
    assert learn_people([text])["Sorel"].full == "Peter Sorel"


def test_it_is_not_one_of_two_names() -> None:
    text = "Nordis joined Ferrow against the bank Tessar. It employs 40 people."
    assert not any("40 people" in c for c in claims(text))


def test_a_name_is_not_doubled() -> None:
    text = "Billy Sorel said so. By then No 8 Billy Sorel had 40 caps for Nordis."
    assert not any("Billy Billy" in c for c in claims(text))


def test_his_friend_is_not_himself() -> None:
    assert not any("friend" in c for c in claims("Sherrow is his friend from Porto."))


def test_a_mere_noun_does_not_pass_for_a_name() -> None:
    text = "The device has been shown to Nordis in Porto. It stores 40 litres."
    assert not any("40 litres" in c for c in claims(text))


def test_they_are_several() -> None:
    assert not any("1999" in c for c in claims("Peter Sorel says that they left Lyon in 1999."))


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
