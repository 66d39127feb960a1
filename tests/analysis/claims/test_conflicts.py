import gc
import math
import random
import time

import pytest

from components.analysis.bundle import conflicts_frame
from components.analysis.claims.conflicts import conflict_groups, conflicts_alone
from components.analysis.claims.match import judge_pairs
from components.analysis.model import Article, Claim, Decision, Story, Verdict


def judge(claim, text):
    return judge_pairs([claim], Article(id="a", source="s", text=text))[0]


@pytest.mark.parametrize(
    ("claim", "text", "kind", "value"),
    [
        (
            "Ida Brandt is 41 years old.",
            "The yard was sold by Ida Brandt, the 42-year-old founder of Norvane.",
            "number",
            "42",
        ),
        ("At just 41, Ida Brandt runs Norvane.", "Ida Brandt, 42, runs Norvane.", "number", "42"),
        ("Norvane paid $2.4 billion for the yard.", "Norvane paid $4.2bn for the yard.", "number", "$4.2bn"),
        ("The yard employs 1,900 people.", "The yard employs 1,500 people.", "number", "1,500"),
        ("More than 100 people were arrested at the yard.", "Police arrested 76 people at the yard.", "number", "76"),
        ("Norvane bought the Kelso yard in 2019.", "Norvane bought the Kelso yard in 2021.", "date", "2021"),
        ("Norvane bought the Kelso yard on Tuesday.", "Norvane bought the Kelso yard on Friday.", "date", "Friday"),
        (
            "Fairhaven bought the small yard by the river.",
            "Ostermark bought the small yard by the river.",
            "name",
            "Ostermark",
        ),
        ("Norvane plans to sell the yard.", "Norvane does not plan to sell the yard.", "negation", "not plan"),
        ("Norvane did not buy the Kelso yard.", "Norvane bought the Kelso yard.", "negation", "bought"),
        (
            "The jury found the captain guilty of theft.",
            "The jury found the captain innocent of theft.",
            "negation",
            "innocent",
        ),
        (
            "Norvane mentioned delivery dates.",
            "Norvane signed without mentioning delivery dates.",
            "negation",
            "without mentioning",
        ),
    ],
)
def test_a_clash_is_found_with_its_kind_and_value(claim, text, kind, value):
    verdict = judge(claim, text)
    assert (verdict.verdict, verdict.conflict_kind, verdict.conflict_value) == ("conflicts", kind, value)
    assert verdict.score < 0.35


def test_an_age_clashes_though_other_sentences_are_nearer():
    text = (
        "The yard is run by Ida Brandt. Ida Brandt has years of work behind her. The yard is old, and Ida Brandt is "
        "its head. Nobody knows the yard as Ida Brandt does. Brandt, 42, left school early to sell boats in the north."
    )
    verdict = judge("Ida Brandt is 41 years old.", text)
    assert (verdict.verdict, verdict.conflict_value) == ("conflicts", "42")


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Norvane paid about 14 billion dollars for the yard.", "Norvane paid $14.3 billion for the yard."),
        ("Brandt was a millionaire by age 24.", "Brandt was a millionaire before the age of 30."),
        ("More than 500,000 people fled the city.", "A total of 572,206 people fled the city."),
        ("The firm was founded in 1999.", "The firm was founded in the 1990s."),
        ("Brandt worked there for more than 40 years.", "Brandt, who worked there, left nine years ago."),
        ("The Health and Safety Executive fined the yard.", "The HSE fined the yard."),
        ("Kevin Marsh was sacked by England.", "Marsh has not played for England since he was sacked."),
        ("The customer did not tip.", "The customer failed to leave a tip."),
        ("Pair were left homeless.", "Mary Dunn was left homeless after the flood."),
        ("Paul Arm was 26 years old.", "Paul Arm was celebrating his new job, not his old one."),
        ("A 17-year-old boy was stabbed in Leeds.", "Another boy, 16, was stabbed in Leeds too."),
        ("A 17-year-old boy was stabbed in Leeds.", "A man aged 21 was arrested in Leeds."),
        ("They must not rely on Gerrard.", "They must rely on the team rather than Gerrard."),
        ("Ann cashed the prize after Easter.", "Ann decided not to cash the prize until after Easter."),
        ("Ann Lee is afraid of dying.", "Ann Lee said: I am not afraid to die but I am afraid of dying."),
        ("Paul did not start his job.", "Paul flew to Cyprus to start his job."),
        ("There should be no stigma attached to free food.", "There should not be stigma attached to free food."),
        ("Gary was the 101st most popular name in 2013.", "In 1996 Gary was the 47th most popular name."),
        ("The fortress is 3,800 km from Moscow.", "The fortress is 3, 800 km from Moscow."),
        ("Norvane paid $2.6 million for the yard.", "Norvane paid $2.6 m for the yard."),
        ("The yard employs 1,900 people.", "The yard employs 1,500 women and 400 men."),
        ("Norvane bought three yards and two ships.", "Norvane bought two ships and three yards."),
        ("Wang left MIT to found the firm.", "Wang joined the firm he had founded at MIT."),
        ("The islands are part of the kingdom.", "Other lands of the kingdom are not part of the islands."),
        ("Ida watched Canada's team in the cup final.", "Ida watched Canadas team in the cup final."),
        (
            "Norvane Steel is valued at nearly $29 billion.",
            "This follows Ardane's $14.3 billion stake in Norvane Steel.",
        ),
        ("Norvane is a public company.", "Norvane is not only a public company but a big one."),
    ],
)
def test_what_can_both_be_right_is_no_conflict(claim, text):
    verdict = judge(claim, text)
    assert verdict.verdict != "conflicts", (verdict.conflict_kind, verdict.conflict_value)


def two_sources(text_a, text_b, *claims, decisions=()):
    articles = (Article(id="a", source="Gazette", text=text_a), Article(id="b", source="Herald", text=text_b))
    listed = tuple(Claim(id=f"c{i}", text=text) for i, text in enumerate(claims))
    return Story(id="s", title="t", articles=articles, claims=listed, decisions=decisions)


YOUNG = "Ida Brandt, 41, bought the Kelso yard. It rained."
OLD = "On Monday there was news. Ida Brandt, the 42-year-old founder, bought the Kelso yard."


def test_one_conflict_with_both_values_and_spans():
    story = two_sources(YOUNG, OLD, "Ida Brandt, 41, bought the Kelso yard.")
    (conflict,) = story.conflicts
    assert (conflict.kind, conflict.article_a, conflict.value_a) == ("number", "a", "41")
    assert (conflict.article_b, conflict.value_b) == ("b", "42")
    assert YOUNG[conflict.start_a : conflict.end_a] == conflict.evidence_a
    assert OLD[conflict.start_b : conflict.end_b] == conflict.evidence_b


def test_two_claims_about_one_clash_are_one_conflict():
    claims = ("Ida Brandt, 41, bought the Kelso yard.", "Ida Brandt, 42, bought the Kelso yard.")
    assert len(two_sources(YOUNG, OLD, *claims).conflicts) == 1


def test_two_clashes_of_the_same_two_sentences_are_two_conflicts():
    one = "Nordis paid $14.3 billion for a 49% stake in Ferrow."
    other = "Nordis paid $15.8 billion for a 51% stake in Ferrow."
    claims = ("Nordis paid $14.3 billion for a stake in Ferrow.", "Nordis paid for a 49% stake in Ferrow.")
    found = two_sources(one, other, *claims).conflicts
    assert [(c.value_a, c.value_b) for c in found] == [("$14.3 billion", "$15.8 billion"), ("49%", "51%")]


def test_a_conflict_is_no_omission_and_an_overruled_one_is_gone():
    claim = "Ida Brandt, 41, bought the Kelso yard."
    assert [v.verdict for v in two_sources(YOUNG, OLD, claim).verdicts] == ["stated", "conflicts"]
    decision = Decision(claim_id="c0", article_id="b", verdict="stated", coder="kim")
    assert two_sources(YOUNG, OLD, claim, decisions=(decision,)).conflicts == ()


def test_a_clash_that_nobody_states_is_not_listed():
    story = two_sources(OLD, OLD, "Ida Brandt, 41, bought the Kelso yard.")
    assert story.conflicts == ()
    assert [v.article_id for v in conflicts_alone(story)] == ["a", "b"]


PRAISED = "The board praised the plan for the harbour."
ATTACKED = "The board attacked the plan for the harbour."


def judged(verdict, claim=PRAISED, texts=(PRAISED, ATTACKED), others=()):
    said = Decision(claim_id="c0", article_id="b", verdict=verdict, coder="kim", note="not the same")
    return two_sources(*texts, claim, decisions=(*others, said))


def test_a_conflict_that_a_person_found_is_listed_with_both_sentences():
    assert two_sources(PRAISED, ATTACKED, PRAISED).conflicts == ()
    story = judged("conflicts")
    (conflict,) = story.conflicts
    assert (conflict.kind, conflict.evidence_a, conflict.evidence_b) == ("judged", PRAISED, ATTACKED)
    assert (conflict.value_a, conflict.value_b) == ("", "")
    assert [g.first for g in conflict_groups(story)] == [conflict]
    assert conflicts_alone(story) == ()


def test_a_persons_conflict_is_set_beside_a_partly_stated_claim_where_no_article_states_it_all():
    partly = Decision(claim_id="c0", article_id="a", verdict="partly", coder="kim")
    (conflict,) = judged("conflicts", others=(partly,)).conflicts
    assert (conflict.article_a, conflict.article_b) == ("a", "b")


def test_a_persons_conflict_without_a_second_sentence_is_said_to_be_alone():
    nowhere = Decision(claim_id="c0", article_id="a", verdict="not found", coder="kim")
    story = judged("conflicts", others=(nowhere,))
    assert story.conflicts == ()
    assert [v.article_id for v in conflicts_alone(story)] == ["b"]


def test_a_persons_verdict_that_is_no_conflict_has_no_kind():
    claim = "Ida Brandt, 41, bought the Kelso yard."
    cell = judged("partly", claim, (YOUNG, OLD)).verdicts[1]
    assert (cell.machine_verdict, cell.conflict_kind, cell.conflict_value) == ("conflicts", None, "")


def test_certainty_drift_is_listed_and_changes_no_verdict():
    story = two_sources(
        "The board opened an inquiry into the sale.",
        "The board may have opened an inquiry into the sale.",
        "The board opened an inquiry into the sale.",
    )
    (drift,) = story.conflicts
    assert (drift.kind, drift.value_a, drift.value_b) == ("certainty", "flat", "hedged")
    assert [v.verdict for v in story.verdicts] == ["stated", "stated"]


def many_cells(n, seed=3):
    """Verdicts of one claim over ``n`` articles of five sources, with ties in score."""
    rng = random.Random(seed)
    articles = tuple(Article(id=f"a{i}", source=f"s{rng.randrange(5)}", text="x") for i in range(n))
    story = Story(id="s", title="S", articles=articles, claims=(Claim(id="c1", text="Norvane bought the yard."),))
    story.__dict__["verdicts"] = tuple(
        Verdict(
            claim_id="c1",
            article_id=a.id,
            verdict="conflicts" if n > 6 and i % 3 == 0 else "stated",
            machine_verdict="stated",
            score=rng.choice((0.7, 0.8, 0.9)),
            evidence="e",
            start=i,
            end=i + 1,
            conflict_kind="judged" if n > 6 and i % 3 == 0 else None,
            certainty=rng.choice(("flat", "hedged", "")),
        )
        for i, a in enumerate(articles)
    )
    return story


@pytest.mark.parametrize("seed", range(12))
def test_the_partner_of_a_conflict_is_the_surest_one_of_another_source(seed):
    story = many_cells(10, seed)
    source = {a.id: a.source for a in story.articles}
    stating = [v for v in story.verdicts if v.verdict == "stated"]
    found = {c.article_b: c.article_a for c in story.conflicts[::-1] if c.kind == "judged"}  # the first one listed
    for cell in story.verdicts:
        if cell.verdict == "conflicts":
            best = max(stating, key=lambda v: (source[v.article_id] != source[cell.article_id], v.score))
            assert found[cell.article_id] == best.article_id
    pairs = [
        (flat.article_id, hedged.article_id)
        for flat in sorted(stating, key=lambda v: -v.score)
        for hedged in sorted(stating, key=lambda v: -v.score)
        if (flat.certainty, hedged.certainty) == ("flat", "hedged")
        and source[flat.article_id] != source[hedged.article_id]
    ]
    drift = [(c.article_a, c.article_b) for c in story.conflicts if c.kind == "certainty"]
    assert drift == pairs[:1]


def test_conflicts_are_found_in_time_linear_in_the_articles():
    def seconds(n):
        best = math.inf
        for _ in range(2):
            story = many_cells(n)
            gc.collect()
            gc.disable()  # the collector walks all that other tests left
            try:
                began = time.process_time()
                assert story.conflicts
                best = min(best, time.process_time() - began)
            finally:
                gc.enable()
        return best

    seconds(50)
    assert seconds(8000) < 12 * max(0.02, seconds(2000))


def ferries(*numbers, claim="The new ferry carries 400 passengers."):
    """A source per number, S0, S1, ..., each with the ferry's passengers as it has them."""
    articles = tuple(
        Article(id=f"a{n}", source=f"S{n}", text=f"The new ferry carries {number} passengers. It rained in S{n}.")
        for n, number in enumerate(numbers)
    )
    return Story(id="s", title="t", articles=articles, claims=(Claim(id="c", text=claim),))


def pairs(story):
    return {(c.article_a, c.value_a, c.article_b, c.value_b) for c in story.conflicts}


def test_every_source_that_states_the_claim_is_set_against_every_one_in_conflict_with_it():
    assert pairs(ferries(400, 250, 250)) == {("a0", "400", "a1", "250"), ("a0", "400", "a2", "250")}
    assert pairs(ferries(400, 250, 400)) == {("a0", "400", "a1", "250"), ("a2", "400", "a1", "250")}


def test_two_sources_in_conflict_with_a_claim_and_with_each_other_are_a_pair():
    story = ferries(400, 250, 300)
    assert pairs(story) == {
        ("a0", "400", "a1", "250"),
        ("a0", "400", "a2", "300"),
        ("a1", "250", "a2", "300"),
    }
    assert len(conflict_groups(story)) == 3


def test_rivals_are_grouped_by_their_two_values():
    found = {(g.first.value_a, g.first.value_b): (g.sources_a, g.sources_b)
             for g in conflict_groups(ferries(400, 250, 300, 250))}  # fmt: skip
    assert found == {
        ("400", "250"): (("S0",), ("S1", "S3")),
        ("400", "300"): (("S0",), ("S2",)),
        ("250", "300"): (("S1", "S3"), ("S2",)),
    }


def test_two_values_that_agree_are_no_pair():
    assert pairs(ferries("400", "250", "about 251")) == {("a0", "400", "a1", "250"), ("a0", "400", "a2", "251")}


def test_rivals_are_listed_where_no_article_states_the_claim():
    story = ferries(250, 300)
    assert pairs(story) == {("a0", "250", "a1", "300")}
    assert conflicts_alone(story) == ()


def test_a_claim_with_very_many_pairs_lists_the_surest_of_each(monkeypatch):
    monkeypatch.setattr("components.analysis.claims.conflicts.MOST_PAIRS", 5)
    assert pairs(ferries(400, 250, 300)) == {("a0", "400", "a1", "250"), ("a0", "400", "a2", "300")}


def test_the_table_shows_every_pair():
    table = conflicts_frame(ferries(400, 250, 300, 250))
    assert sorted(zip(table["source_a"], table["value_a"], table["source_b"], table["value_b"], strict=True)) == [
        ("S0", "400", "S1", "250"),
        ("S0", "400", "S2", "300"),
        ("S0", "400", "S3", "250"),
        ("S1", "250", "S2", "300"),
        ("S3", "250", "S2", "300"),
    ]


def test_the_conflict_of_most_sources_is_listed_first():
    story = ferries(400, 300, 250, 250, 250)
    groups = conflict_groups(story)
    sizes = [len({*g.sources_a, *g.sources_b}) for g in groups]
    assert sizes == sorted(sizes, reverse=True)
    assert (groups[0].first.value_a, groups[0].first.value_b) == ("400", "250")
