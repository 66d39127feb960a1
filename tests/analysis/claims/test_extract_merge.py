"""The same fact becomes one claim; other facts and other values do not."""

import time

from components.analysis.claims.extract import propose_with_evidence
from components.analysis.model import Article


def story(*texts: str) -> list[Article]:
    return [Article(id=f"a{i}", source=f"S{i}", text=text) for i, text in enumerate(texts)]


def proposals(*texts: str) -> dict[str, tuple[set[str], set[str]]]:
    found = propose_with_evidence(story(*texts))
    return {p.claim.text: ({a for a, _ in p.evidence}, {a for a, _ in p.rivals}) for p in found}


def test_one_fact_of_three_sources_is_one_claim() -> None:
    found = proposals(
        "Nordis bought Ferrow for $4 million in March.",
        "In March, Nordis bought Ferrow for $4 million.",
        "Nordis bought the yard Ferrow for 4 million dollars in March, insiders say.",
    )
    assert next(evidence for evidence, _ in found.values()) == {"a0", "a1", "a2"}
    assert len(found) == 1


def test_a_claim_says_only_what_all_its_sources_say() -> None:
    found = proposals("Orla Quinn left Nordis to found Ferrow.", "Orla Quinn left Nordis to found Ferrow in 2016.")
    assert found == {"Orla Quinn left Nordis to found Ferrow.": ({"a0", "a1"}, set())}


def test_a_name_that_one_source_lacks_is_not_credited_to_it() -> None:
    found = proposals(
        "Nordis bought the Ferrow yard for $4 million.", "Nordis bought the Ferrow yard in Porto for $4 million."
    )
    assert found == {"Nordis bought the Ferrow yard for $4 million.": ({"a0", "a1"}, set())}


def test_a_detail_with_a_figure_of_its_own_is_a_claim_beside_the_shared_one() -> None:
    found = proposals(
        "Nordis has bought Ferrow.",
        "Nordis has bought Ferrow for $4 million in cash and 300,000 shares of the Tessar bank in Porto.",
    )
    assert found["Nordis has bought Ferrow."][0] == {"a0", "a1"}
    assert [evidence for text, (evidence, _) in found.items() if "$4 million" in text] == [{"a1"}]


def test_the_same_in_other_words_is_one_claim() -> None:
    found = proposals(
        "A seal has escaped from the Porto Aquarium in Nordland.",
        "A seal has made a bold escape from the Porto Aquarium in Nordland by climbing out of its tank.",
    )
    assert list(found) == ["A seal has escaped from the Porto Aquarium in Nordland."]


def test_the_active_and_the_passive_are_one_claim() -> None:
    found = proposals(
        "Nordland ports are building new cranes for thousands of small wooden ships from Porto.",
        "New cranes are being built for thousands of small wooden ships from Porto.",
    )
    assert [evidence for evidence, _ in found.values()] == [{"a0", "a1"}]


def test_who_did_it_to_whom_are_two_claims() -> None:
    assert len(proposals("Nordis sued Ferrow in Porto in 2019.", "Ferrow sued Nordis in Porto in 2019.")) == 2


def test_one_figure_of_one_matter_is_one_claim() -> None:
    found = proposals(
        "By 2050, ship production in Nordland will have to increase by 60%.",
        "Estimates suggest that ship production in Nordland will need to have increased by 60% to feed its yards.",
    )
    assert len(found) == 1


def test_what_something_is_stands_once() -> None:
    found = proposals(
        "Ferrow Road is an American television series about sailors.",
        "Ferrow Road is a television series about sailors that Nordis made.",
    )
    assert len(found) == 1


def test_a_value_among_others_is_no_clash() -> None:
    found = proposals(
        "People in Porto drink eight cups of tea a week.",
        "People in Porto drink eight cups of tea a week, down from 23 cups in 1974.",
    )
    assert next(iter(found.values())) == ({"a0", "a1"}, set())


def test_a_source_that_says_something_else_with_the_same_figure_is_not_credited() -> None:
    found = proposals(
        "The typical salary at Nordis for a chief welder is $30,000.", "The rent at Nordis is a minimum of $30,000."
    )
    assert sorted(len(evidence) for evidence, _ in found.values()) == [1, 1]


def test_a_clash_is_one_claim_with_a_rival() -> None:
    found = proposals("The fire injured 27 people in Porto.", "The fire injured 41 people in Porto.")
    assert list(found.values()) == [({"a0"}, {"a1"})]


def test_an_age_clash_is_one_claim() -> None:
    found = proposals("Orla Quinn, 27, leads the board.", "Ferrow met Orla Quinn, the 28-year-old head of Nordis.")
    ages = [places for text, places in found.items() if "years old" in text]
    assert ages == [({"a0"}, {"a1"})]


def test_negation_is_another_claim() -> None:
    assert len(proposals("Nordis sold the Porto yard.", "Nordis has not sold the Porto yard.")) == 2


def test_other_names_are_other_facts() -> None:
    found = proposals("Orla Quinn won the Tessar Prize in 2014.", "Maris Halden won the Tessar Prize in 2014.")
    assert len(found) == 2


def test_no_chain_from_one_fact_to_another() -> None:
    found = proposals(
        "Orla Quinn is the head of Nordis.",
        "Orla Quinn, the head of Nordis, has joined Ferrow.",
        "Orla Quinn has joined Ferrow in Porto.",
    )
    joined = [e for text, (e, _) in found.items() if "joined" in text]
    heads = [e for text, (e, _) in found.items() if "head" in text]
    assert joined == [{"a1", "a2"}]
    assert heads == [{"a0", "a1"}]


def test_rank_is_by_sources_then_by_what_is_pinned_down() -> None:
    found = list(
        proposals(
            "Nordis has moved to Porto. Orla Quinn paid $4 million for 12 ships in 2014. Ferrow hired Maris Halden.",
            "Nordis has moved to Porto.",
        )
    )
    assert found[0] == "Nordis has moved to Porto."
    assert found[1] == "Orla Quinn paid $4 million for 12 ships in 2014."


def test_a_headline_supports_a_claim_and_makes_none() -> None:
    found = proposals("Orla Quinn has joined Ferrow.", "Orla Quinn Joins Ferrow\n\nThe mood is good, they feel.")
    assert found == {"Orla Quinn has joined Ferrow.": ({"a0", "a1"}, set())}
    assert proposals("Orla Quinn Joins Ferrow\n\nThe mood is good, they feel.") == {}


def test_a_headline_may_word_what_a_sentence_says_in_full() -> None:
    found = proposals(
        "Orla Quinn has joined Ferrow in a leading role at the yard.", "Orla Quinn Joins Ferrow\n\nThey met."
    )
    assert list(found) == ["Orla Quinn joins Ferrow."]


def test_growth_is_near_linear() -> None:
    def seconds(n: int) -> float:
        texts = [f"Firm{i % 97} hired {i} people in Town{i}. Nordis bought Ferrow for $4 million." for i in range(n)]
        articles = story(*texts)
        for article in articles:
            _ = article.sentences
        started = time.process_time()
        propose_with_evidence(articles)
        return time.process_time() - started

    seconds(10)
    assert seconds(800) < 14 * max(seconds(100), 0.05)
