"""What stands out: the wording follows from what is established, and from nothing else."""

from dataclasses import replace

import pandas as pd
import pytest

from components.analysis import findings
from components.analysis.certainty import ORDER_COLUMNS
from components.analysis.claims.conflicts import conflict_groups
from components.analysis.comparison import measure_story
from components.analysis.findings import what_stands_out
from components.analysis.groups import in_groups
from components.analysis.measure import all_measures
from components.analysis.model import Article, Claim, Decision, Story
from components.analysis.phrasing import and_list, begins, number_word, p_words
from components.analysis.telling import _widest, split_sources, tell_difference


def pairs(*rows):
    frame = [("x", a, b, 1.0, p, p, p < 0.05, "", p, "") for a, b, p in rows]
    return pd.DataFrame(frame, columns=list(ORDER_COLUMNS))


def test_a_split_needs_every_pair_across():
    values = {"A": 30.0, "B": 25.0, "C": 5.0}
    full = pairs(("A", "C", 0.01), ("B", "C", 0.02), ("A", "B", 0.9))
    assert split_sources(values, full) == (["A", "B"], ["C"], 0.02)
    assert split_sources(values, pairs(("A", "C", 0.01), ("B", "C", 0.2), ("A", "B", 0.9))) is None


def test_among_several_splits_the_widest_gap_is_told():
    values = {"A": 30.0, "B": 10.0, "C": 5.0}
    everything = pairs(("A", "B", 0.01), ("A", "C", 0.01), ("B", "C", 0.01))
    assert split_sources(values, everything)[:2] == (["A"], ["B", "C"])


@pytest.mark.parametrize(
    ("names", "many", "expected"),
    [
        (["A"], "", "A"),
        (["A", "B"], "", "A and B"),
        (["A", "B", "C"], "", "A, B and C"),
        (["A", "B", "C", "D"], "sources", "four sources"),
    ],
)
def test_and_list(names, many, expected):
    assert and_list(names, many) == expected


def test_number_word():
    assert number_word(0) == "no"
    assert number_word(12) == "twelve"
    assert number_word(1300) == "1,300"


def test_the_default_story_says_what_its_figures_say(default_story, default_long):
    found = findings.what_stands_out(default_story, default_long)
    assert 3 <= len(found) <= 5
    by_kind = {f.kind: f for f in found}
    assert "27" in by_kind["Conflict"].claim
    assert "28" in by_kind["Conflict"].claim
    for f in found:
        assert f.count > 0
        assert f.rest.endswith(".")


def test_a_conflict_that_a_person_found_is_told_without_values():
    texts = {
        "Gazette": "The board praised the plan for the harbour.",
        "Herald": "The board attacked the plan for the harbour.",
    }
    told = Story(
        id="s",
        title="t",
        articles=tuple(Article(id=name, source=name, text=text) for name, text in texts.items()),
        claims=(Claim(id="c1", text=texts["Gazette"]),),
        decisions=(Decision(claim_id="c1", article_id="Herald", verdict="conflicts", coder="kim"),),
    )
    found = findings._conflict(told)
    assert found.claim == "Gazette and Herald do not agree"
    assert found.rest == ", on “The board praised the plan for the harbour”. Possible conflict found by a person."


def test_conflicts_are_counted_as_the_claims_page_lists_them():
    texts = [f"The new ferry carries {n} passengers." for n in (400, 250, 250)]
    told = Story(
        id="s",
        title="t",
        articles=tuple(Article(id=f"a{n}", source=f"S{n}", text=text) for n, text in enumerate(texts)),
        claims=(Claim(id="c1", text=texts[0]),),
    )
    assert len(told.conflicts) == 2
    assert len(conflict_groups(told)) == 1
    found = findings._conflict(told)
    assert found.claim == "S0 says 400, S1 and S2 say 250"
    assert (found.count, "more" in found.rest) == (3, False)  # a sentence of each source


def test_the_source_with_most_claims_of_its_own_is_named_where_there_is_one():
    wording = (
        "The new ferry carries 400 passengers.",
        "Bakers on the quay raised the price of bread.",
        "A storm tore two boats from their moorings.",
    )
    texts = {"Gazette": " ".join(wording[:2]), "Herald": wording[2], "Echo": "Gulls sleep on the mole at night."}
    articles = tuple(Article(id=name, source=name, text=text) for name, text in texts.items())
    claims = tuple(Claim(id=str(n), text=text) for n, text in enumerate(wording))
    story = Story(id="s", title="t", articles=articles, claims=claims)
    assert findings._claims(story).rest.startswith(", two of them by Gazette")
    assert "Gazette" not in findings._claims(replace(story, claims=claims[1:])).rest
    assert findings._claims(replace(story, claims=claims[2:])).rest.startswith(", Herald")


def test_one_source_has_nothing_to_stand_out_from(default_story, default_long):
    one = replace(default_story, articles=default_story.articles[:1])
    assert findings.what_stands_out(one, default_long) == ()


def test_without_a_clean_cut_the_source_with_most_established_orders_is_told():
    values = {"A": 15.4, "B": 15.3, "C": 14.2, "D": 12.4}
    rows = pd.DataFrame(
        [("x", "A", "D", 3.0, 0.01, 0.04, True, "", 0.01, ""), ("x", "D", "B", -2.9, 0.01, 0.03, True, "", 0.01, "")],
        columns=list(ORDER_COLUMNS),
    )
    assert _widest(rows, values) == (["A", "B"], ["D"], 0.04)


def test_a_sentence_that_begins_with_a_number_word_or_a_group_begins_large():
    assert begins("four sources hype more") == "Four sources hype more"
    assert begins("the group Blogs hypes more") == "The group Blogs hypes more"
    assert begins("gadget hypes more") == "gadget hypes more"


def told(values, *sure, key="hype", groups=(), sizes=None):
    """What is told of a measure whose sources have these values, the named pairs (a above b) established."""
    measure = next(m for m in all_measures() if m.key == key)
    column = next(c for c in measure.columns if c.headline)
    articles = tuple(Article(id=name, source=name, text="") for name in values)
    story = Story(id="s", title="t", articles=articles, pooled=groups)
    n_sentences = [(sizes or {}).get(name, 30) for name in values]
    sources = pd.DataFrame({"source": list(values), column.name: list(values.values()), "n_sentences": n_sentences})
    names = list(values)
    rows = []
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            p = 0.004 if (a, b) in sure or (b, a) in sure else 0.4
            rows.append((column.name, a, b, values[a] - values[b], p, p, p < 0.05, "", p, ""))
    return tell_difference(story, sources, pd.DataFrame(rows, columns=list(ORDER_COLUMNS)), measure, column)


FOUR = {"Herald": 19.1, "Gazette": 8.3, "Times": 6.2, "Brief": 0.0}


def test_the_highest_is_named_with_what_is_beyond_chance_and_what_could_be_chance():
    found = told(FOUR, ("Herald", "Brief"))
    assert found.claim == "Herald has the highest hype figure, 19.1 per 1,000 words"
    assert found.rest == (
        ": it hypes more than Brief (0.0), beyond chance (p\N{NO-BREAK SPACE}0.004); "
        "the difference to Gazette (8.3) and Times (6.2) could be chance."
    )
    assert (found.highest, found.p) == ("Herald", 0.004)


def test_a_source_above_all_others_is_told_as_such():
    found = told(FOUR, ("Herald", "Gazette"), ("Herald", "Times"), ("Herald", "Brief"), key="tone")
    assert found.claim == "Herald is worded more positively than all others"
    assert found.rest.endswith("beyond chance (p\N{NO-BREAK SPACE}0.004).")


def test_where_others_are_apart_the_highest_is_told_too():
    found = told(FOUR, ("Gazette", "Brief"), ("Times", "Brief"), key="readability")
    assert found.claim == "Gazette and Times are harder to read than Brief"
    assert found.rest.endswith(
        " Herald has the highest figure (19.1), but the difference to three sources could be chance."
    )


def test_without_any_order_the_highest_is_told_with_its_doubt():
    found = told(FOUR)
    assert found.claim == (
        "Herald has the highest hype figure, 19.1 per 1,000 words, but the difference to the others could be chance"
    )
    assert found.rest == ": the rest lie from 0.0 to 8.3."
    assert found.p == 1
    two = told({"Herald": 19.1, "Brief": 0.0})
    assert two.claim.endswith("but the difference to Brief could be chance")


def test_sources_that_share_the_highest_figure_are_all_named():
    found = told({"Herald": 0.5, "Gazette": 0.5, "Brief": 0.2}, key="claim_coverage")
    assert found.claim == "Herald and Gazette have the highest claim coverage, 50%, but too few claims set them apart"
    assert told({"Herald": 0.0, "Brief": 0.0}).claim == "No source stands out in hype"


def test_groups_are_called_groups_and_are_one_each():
    names = ("Blogs", "Trade papers")
    found = told({"Blogs": 14.4, "Trade papers": 3.1}, names, groups=names)
    assert found.claim == "The group Blogs hypes at least four times as much as the group Trade papers"
    assert told({"Blogs": 14.4, "Trade papers": 3.1}, groups=names).claim.endswith(
        "but the difference to the group Trade papers could be chance"
    )


def test_many_figures_are_told_by_their_ends():
    values = dict(zip("ABCDE", (9.0, 7.0, 6.0, 5.0, 4.0), strict=True)) | {"Z": 0.0}
    sure = [(name, "Z") for name in "ABCDE"]
    assert ": 4.0 to 9.0 against 0.0 per" in told(values, *sure).rest
    alike = dict.fromkeys("BCDE", 0.0) | {"A": 9.0}
    assert ": 9.0 against 0.0 per" in told(alike, *(("A", name) for name in "BCDE")).rest


def test_a_p_is_written_short():
    assert (p_words(0.0414), p_words(0.0002)) == ("p\N{NO-BREAK SPACE}0.041", "p under 0.001")


def test_the_words_behind_the_highest_hype_are_told(default_story, default_long):
    hype = next(f for f in what_stands_out(default_story, default_long) if f.kind == "Hype")
    before, words = hype.rest.split(" passages of Career blog (unnamed) count, such as ")
    assert before.endswith(" 15")
    quoted = [part.split("”")[0] for part in words.split("“")[1:]]
    career = next(a for a in default_story.articles if "Career" in a.source)
    assert len(quoted) == findings.MOST_WORDS
    assert all(word in career.text.casefold() for word in quoted)


def test_a_source_too_short_to_be_ordered_is_told_where_it_stands_apart():
    plain = "The council met at noon on the day to read out the report of the harbour. "
    hyped = "It is a revolutionary, groundbreaking, breathtaking plan. "
    articles = (
        Article(id="a", source="Alpha", text=plain * 12),
        Article(id="b", source="Beta", text=plain * 12 + hyped),
        Article(id="c", source="Gamma", text=hyped),
    )
    story = Story(id="s", title="S", articles=articles)
    (found,) = (f for f in what_stands_out(story, measure_story(story)) if f.kind == "Hype")
    assert found.claim.startswith("Beta has the highest hype figure")
    assert "Under 8 sentences, so not compared: Gamma (428.6)." in found.rest
    assert "passages of Beta count" in found.rest
    two = replace(story, articles=articles[1:])
    (found,) = (f for f in what_stands_out(two, measure_story(two)) if f.kind == "Hype")
    assert found.claim == "Only Beta is long enough to be compared in hype"


def test_a_source_too_short_is_in_no_bold_sentence_of_coverage():
    values = {"Herald": 0.6, "Gazette": 0.4, "Note": 0.1}
    sizes = {"Herald": 30, "Gazette": 30, "Note": 3}
    found = told(values, ("Herald", "Note"), ("Gazette", "Note"), key="claim_coverage", sizes=sizes)
    assert "Note" not in found.claim
    assert found.rest.endswith(" Under 8 sentences, so not compared: Note (10%).")
    both = told({"Herald": 0.6, "Note": 0.1}, ("Herald", "Note"), key="claim_coverage", sizes=sizes)
    assert both.claim == "Herald states more of the claims than Note"


def test_two_values_within_one_group_are_told_of_it_once():
    said = "Mira Holt is {} years old and leads the harbour board of Aberlow."
    story = Story(
        id="s",
        title="Board",
        articles=tuple(
            Article(id=name, source="Blogs", title="Board", text=said.format(age), original=said.format(age))
            for name, age in (("a", 27), ("b", 28))
        ),
        claims=(Claim(id="c1", text="Mira Holt is 27 years old"),),
    )
    assert findings._conflict(story).claim == "Blogs says both 27 and 28"
    apart = replace(
        story,
        articles=tuple(replace(a, source=a.id) for a in story.articles),
        groups=(("a", "Blogs"), ("b", "Blogs")),
    )
    assert findings._conflict(in_groups(apart)).claim == "The group Blogs says both 27 and 28"
