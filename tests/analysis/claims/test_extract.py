"""Claims of a story from end to end: what a reader sees, and what is thrown at it."""

import re
import time

import pytest

from components.analysis.claims.extract import (
    LIST_LIMIT,
    cap_note,
    proposal_note,
    propose_claims,
    propose_in_steps,
    propose_with_evidence,
)
from components.analysis.model import Article


def claims(*texts: str, limit: int = 40) -> list[str]:
    articles = [Article(id=f"a{i}", source=f"S{i}", text=text) for i, text in enumerate(texts)]
    return [c.text for c in propose_claims(articles, limit=limit)]


BLOG = """Why Nordis Bought Ferrow

In a move that shocked all, Orla Quinn, the visionary founder of Nordis, has officially bought Ferrow for $4 million.

What does this mean for you? Read on!

• Data first: Quinn left Lyon University to found Nordis in 2009.
• Imagine a better port

To grow, Nordis has launched a hiring spree:

• Top welders from Tessar and Halden
• Better moods

Nordis could become the greatest yard of all time. If Ferrow fails, everyone loses.

Subscribe to our newsletter to get 40 more stories.

#Nordis #Ferrow"""


def test_a_puffed_blog_gives_its_facts_and_nothing_else() -> None:
    assert set(claims(BLOG)) == {
        "Orla Quinn is the founder of Nordis.",
        "Orla Quinn has bought Ferrow for $4 million.",
        "Orla Quinn left Lyon University to found Nordis in 2009.",
        "Nordis has launched a hiring spree, including top welders from Tessar and Halden.",
    }


def test_a_quotation_is_attributed_and_put_in_the_third_person() -> None:
    found = claims(
        '"We will strengthen our yard in Porto, and Orla Quinn will join Nordis," Nordis said in a statement.'
    )
    assert "Nordis said that it will strengthen its yard in Porto." in found
    assert "Nordis said that Orla Quinn will join Nordis." in found
    assert not any(re.search(r"\b(?:we|our)\b", c, re.I) for c in found)


def test_what_a_person_says_of_herself_is_left_out() -> None:
    assert claims('"I paid $4 million for our yard," said Orla Quinn.') == []


def test_ids_follow_the_rank_and_the_limit_caps() -> None:
    text = " ".join(f"Nordis sold {n} ships to Ferrow{n} in {1990 + n}." for n in range(2, 12))
    articles = [Article(id="a", source="S", text=text)]
    assert [c.id for c in propose_claims(articles, limit=3)] == ["c1", "c2", "c3"]
    assert {c.origin for c in propose_claims(articles)} == {"proposed"}
    assert propose_claims(articles, limit=0) == ()
    assert len(propose_claims(articles)) == 10


def test_a_list_that_stops_says_so() -> None:
    text = " ".join(f"Nordis sold {n} ships to Ferrow{n} in {1900 + n}." for n in range(2, 60))
    capped = propose_claims([Article(id="a", source="S", text=text)])
    assert len(capped) == LIST_LIMIT
    assert str(LIST_LIMIT) in cap_note(capped)
    assert cap_note(capped[:3]) == ""


def test_an_empty_list_says_why() -> None:
    german = [Article(id="a", source="S", text=FOREIGN[0])]
    assert "English" in proposal_note(propose_claims(german), german)
    bare = [Article(id="a", source="S", text="The mood is good, and that is the way it should be.")]
    assert "No checkable statement" in proposal_note(propose_claims(bare), bare)
    assert proposal_note((), ()) == ""


def test_forty_copies_make_one_list() -> None:
    once = propose_claims([Article(id="a", source="S", text=BLOG)])
    many = propose_claims([Article(id=f"a{i}", source=f"S{i}", text=BLOG) for i in range(40)])
    assert [c.text for c in many] == [c.text for c in once]


def test_evidence_points_at_the_sentences() -> None:
    article = Article(id="x", source="S", text="The mood is good. Nordis bought Ferrow for $4 million.")
    (proposal,) = propose_with_evidence([article])
    assert proposal.evidence == (("x", 1),)
    assert article.sentences[1].text == proposal.claim.text


def test_the_same_again_is_the_same() -> None:
    assert claims(BLOG, BLOG) == claims(BLOG, BLOG)


def test_two_identical_articles_agree_on_every_claim() -> None:
    articles = [Article(id=i, source=i, text=BLOG) for i in ("a", "b")]
    assert all({a for a, _ in p.evidence} == {"a", "b"} for p in propose_with_evidence(articles))


def test_copies_in_one_source_do_not_outrank() -> None:
    once = "Nordis has moved to Porto."
    articles = [
        Article(id="a", source="S", text=once),
        Article(id="b", source="S", text=once),
        Article(id="c", source="T", text="Orla Quinn paid $4 million for 12 ships."),
        Article(id="d", source="U", text="Orla Quinn paid $4 million for 12 ships."),
    ]
    assert propose_claims(articles)[0].text == "Orla Quinn paid $4 million for 12 ships."


FOREIGN = [
    "Der Vorstand hat am Dienstag in Berlin beschlossen, 400 Stellen zu streichen. Das sagte Frau Müller.",
    "Le conseil a décidé mardi à Paris de supprimer 400 postes, selon le journal Le Monde.",
    "会社は火曜日に東京で400人を削減すると発表した。",
    "أعلنت الشركة يوم الثلاثاء عن خفض 400 وظيفة.",
]


@pytest.mark.parametrize(
    "text",
    ["", " \n\n\t", "...", "?!", '"', "((((", "Nordis", "12 34 5,600", "\U0001f600 \U0001f680 \U0001f600", *FOREIGN],
)
def test_texts_without_english_facts_give_no_claims(text: str) -> None:
    assert claims(text) == []


def test_no_articles() -> None:
    assert propose_claims([]) == ()


@pytest.mark.parametrize(
    "line",
    ["word " * 400_000, "Nordis, " * 250_000, "a" * 2_000_000, " " * 2_000_000 + "Nordis paid $4.", '"' * 1_000_000],
    ids=["words", "commas", "one word", "spaces", "quotes"],
)
def test_one_enormous_line(line: str) -> None:
    started = time.process_time()
    propose_claims([Article(id="a", source="S", text=line)])
    assert time.process_time() - started < 60


def test_forty_articles_stay_within_the_limit() -> None:
    starts, ends = ("Ald", "Bren", "Cor", "Dov", "Esk", "Fen", "Gal", "Hur"), ("ana", "ero", "imo", "uta", "yx")
    firms = [start + end for start in starts for end in ends]
    found = claims(*(f"Nordis bought Ferrow for $4 million. Today {firm} hired {len(firm)} welders." for firm in firms))
    assert len(found) == 40
    assert found[0] == "Nordis bought Ferrow for $4 million."
    assert len(claims(*(f"Today {firm} hired {len(firm)} welders." for firm in firms), limit=99)) == 40


def test_the_work_goes_on_article_by_article_and_comes_to_the_same():
    articles = [Article(id=f"a{i}", source=f"S{i}", text=BLOG) for i in range(5)]
    steps, shares = propose_in_steps(articles), []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as done:
            proposed = done.value
            break
    assert proposed == propose_claims(articles)
    assert len(shares) > 2 * len(articles)
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] <= 1
