"""Every verdict is judged in a story of our own: a ferry company buys a shipyard."""

import time

import pytest

from components.analysis.claims.index import parse_claim
from components.analysis.claims.lead_ins import find_lead_ins
from components.analysis.claims.match import PARTLY, STATED, judge_pairs, judge_story
from components.analysis.claims.matters import Matters
from components.analysis.model import Article, Claim, Decision, Story

TEXT = "\n\n".join(
    (
        "Harbour firm Norvane bought the Kelso shipyard for $2.4 billion on Tuesday, its chief executive Ida Brandt"
        " said.",
        "Brandt, 41, founded Norvane in 2009 with her brother. The yard employs about 1,900 people.",
        '"We will build six electric ferries in Kelso," Ms Brandt told reporters. The company signed the papers'
        " without mentioning delivery dates. The Maritime Safety Board may open an inquiry into the sale.",
        "The union said that no jobs would be lost. Rival Ostermark had offered more than two billion dollars.",
    )
)

CLAIMS = [
    "Norvane bought the Kelso shipyard.",
    "Norvane paid $2.4 billion for the Kelso shipyard.",
    "Ida Brandt founded Norvane in 2009.",
    "Norvane will build six electric ferries in Kelso.",
    "The Kelso shipyard employs 1,900 people.",
    "The Maritime Safety Board opened an inquiry into the sale.",
    "Ostermark offered over $2 billion.",
    "Norvane is listed on the stock exchange in Oslo.",
]


def article(text=TEXT, title="", source="one", **more):
    return Article(id=more.pop("id", f"{source}-1"), source=source, text=text, title=title, **more)


def judge(claim, text=TEXT, title="", weigh=None):
    return judge_pairs([claim], article(text, title), weigh=weigh or [*CLAIMS, claim])[0]


def a_story(articles, claims=CLAIMS, **more):
    listed = tuple(Claim(id=f"c{i}", text=text) for i, text in enumerate(claims))
    return Story(id="s", title="Shipyard", articles=tuple(articles), claims=listed, **more)


@pytest.mark.parametrize(
    "claim",
    [
        "Norvane bought the Kelso shipyard.",
        "Norvane paid $2.4 billion for the Kelso shipyard.",
        "Norvane bought the Kelso shipyard for 2.4 billion dollars.",
        "Norvane bought the Kelso shipyard for about $2.4bn.",
        "Ida Brandt founded Norvane in 2009.",
        "Mrs Brandt founded Norvane in the 2000s.",
        "Norvane will build 6 electric ferries in Kelso.",
        "Ostermark offered over $2 billion.",
    ],
)
def test_what_is_there_is_stated(claim):
    verdict = judge(claim)
    assert verdict.verdict == "stated", verdict
    assert verdict.score >= STATED
    assert TEXT[verdict.start : verdict.end] == verdict.evidence


@pytest.mark.parametrize(
    "claim",
    [
        "Norvane is listed on the stock exchange in Oslo.",
        "The moon is made of cheese.",
        "Heavy rain flooded the valley.",
    ],
)
def test_what_is_not_there_is_not_found(claim):
    verdict = judge(claim)
    assert verdict.verdict == "not found"
    assert verdict.score < PARTLY


@pytest.mark.parametrize(
    "claim",
    [
        "Norvane bought the Kelso shipyard for $3.9 billion.",
        "Ida Brandt founded Norvane in 2014.",
        "Norvane will build nine electric ferries in Kelso.",
        "Fairhaven will build six electric ferries in Kelso.",
        "Norvane will not build six electric ferries in Kelso.",
    ],
)
def test_a_changed_number_name_or_not_is_never_stated(claim):
    assert judge(claim).verdict != "stated"


def test_what_a_text_leaves_unmentioned_is_not_stated_beside_words_like_it():
    text = (
        'The sale was a financial success. "We will work together," Norvane said in a statement without mentioning'
        " financial details. Its clients fear for sensitive information about their data."
    )
    article = Article(id="a", source="s", text=text)
    (verdict,) = judge_pairs(["Norvane mentioned financial details."], article)
    assert verdict.verdict in ("not found", "conflicts")
    assert "without mentioning" in verdict.evidence


def test_what_a_text_leaves_unmentioned_is_not_stated():
    assert judge("Norvane mentioned delivery dates.").verdict != "stated"
    assert judge("The company did not mention delivery dates.").verdict == "stated"


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The Maritime Safety Board opened an inquiry.", "On Friday the MSB opened an inquiry."),
        ("The MSB opened an inquiry.", "On Friday the Maritime Safety Board opened an inquiry."),
        ("Ida Brandt opened the yard.", "Ms Brandt opened the yard."),
        ("Brandt's yard was opened.", "The yard of Ida Brandt was opened."),
        ("Katherine Osterberg opened the yard.", "Katharine Osterbergh opened the yard."),
    ],
)
def test_a_name_in_another_form_is_the_same_name(claim, text):
    assert judge(claim, text, weigh=[claim]).verdict == "stated"


def test_certainty_voice_and_speaker_come_from_the_evidence():
    assert judge("The Maritime Safety Board will open an inquiry into the sale.").certainty == "hedged"
    assert judge("Ida Brandt founded Norvane in 2009.").certainty == "flat"
    quoted = judge("Norvane will build six electric ferries in Kelso.")
    assert (quoted.voice, quoted.certainty) == ("quoted", "attributed")
    assert "Brandt" in quoted.speaker
    assert judge("Ida Brandt founded Norvane in 2009.").voice == "author"


def test_a_claim_that_hedges_itself_is_not_called_hedged():
    assert judge("The Maritime Safety Board may open an inquiry into the sale.").certainty != "hedged"


def test_position_runs_from_lead_to_last_quarter():
    assert judge("Norvane bought the Kelso shipyard.").position == "lead"
    assert judge("Ostermark offered over $2 billion.").position == "quarter 4"
    titled = judge("Norvane bought the Kelso shipyard.", title="Norvane buys Kelso shipyard")
    assert titled.position == "headline"
    assert titled.sentence_index == 0


def test_a_claim_of_the_headline_alone_rests_on_it():
    verdict = judge("Walkers found a rare orchid.", "Nobody expected this.", title="Walkers find rare orchid in Alps")
    assert verdict.verdict == "stated"
    assert (verdict.position, verdict.sentence_index, verdict.start, verdict.end) == ("headline", None, None, None)
    assert verdict.evidence == "Walkers find rare orchid in Alps"


def test_list_items_and_headings_are_evidence():
    text = (
        "Terms of the sale\n\n- Price: 2.4 billion dollars\n- Six electric ferries by spring\n\nThat was all they said."
    )
    verdict = judge("The price was 2.4 billion dollars.", text, weigh=["The price was 2.4 billion dollars."])
    assert verdict.verdict == "stated"
    assert "Price" in verdict.evidence


def test_missing_words_are_those_the_evidence_lacks():
    verdict = judge("Norvane bought the Kelso shipyard and its museum.")
    assert "museum" in verdict.missing.split()
    assert "Kelso" not in verdict.missing.split()


def test_nearest_miss_and_nothing_near():
    near = judge("Brandt sold her house in Oslo.")
    assert near.verdict == "not found"
    assert near.evidence
    far = judge("Heavy rain flooded the valley.")
    assert (far.evidence, far.sentence_index, far.start, far.missing) == ("", None, None, "")


@pytest.mark.parametrize("claim", ["😀", "", "   ", "the", "2009", "Norvane", "$2.4 billion", "ferry " * 300])
def test_odd_claims_get_a_verdict(claim):
    verdict = judge(claim, weigh=[claim])
    assert 0.0 <= verdict.score <= 1.0
    if not claim.strip() or claim == "😀":
        assert verdict.verdict == "not found"


def test_a_claim_longer_than_any_judged_one_is_stated_where_it_stands_word_by_word():
    sentence = "Norvane " + " ".join(f"built hull{i} for port{i}" for i in range(75)) + "."
    assert len(sentence.split()) > 300
    assert judge(sentence, f"It was a busy year. {sentence} Then came winter.").verdict == "stated"


@pytest.mark.parametrize("text", ["", "   ", "😀", "...", "\n\n"])
def test_an_empty_article_states_nothing(text):
    verdicts = judge_pairs(CLAIMS, article(text))
    assert {v.verdict for v in verdicts} == {"not found"}
    assert all(v.evidence == "" for v in verdicts)


def test_a_number_alone_is_stated_only_where_it_stands():
    assert judge("2009", weigh=["2009"]).verdict == "stated"
    assert judge("2011", weigh=["2011"]).verdict != "stated"


def test_words_of_the_whole_list_weigh_less():
    claim = "Norvane hired sailors."
    alone = judge_pairs([claim], article())[0].score
    listed = judge_pairs([claim], article(), weigh=[claim, *(f"Norvane did thing {word}." for word in "abcdefghij")])
    assert listed[0].score < alone


def test_the_same_claim_twice_changes_nothing():
    once = judge_pairs(CLAIMS, article())
    twice = judge_pairs(CLAIMS, article(), weigh=[*CLAIMS, *CLAIMS])
    assert [v.score for v in once] == [v.score for v in twice]


def test_cells_come_claim_by_claim_and_identical_articles_agree():
    story = a_story([article(), article(source="two")])
    verdicts = judge_story(story)
    assert [(v.claim_id, v.article_id) for v in verdicts] == [
        (c.id, a.id) for c in story.claims for a in story.articles
    ]
    for one, other in zip(verdicts[::2], verdicts[1::2], strict=True):
        assert (one.verdict, one.score, one.evidence) == (other.verdict, other.score, other.evidence)


def test_a_decision_overrules_and_keeps_what_the_machine_said():
    decisions = (
        Decision(claim_id="c0", article_id="one-1", verdict="not found", coder="kim", note="a subsidiary did"),
        Decision(claim_id="c7", article_id="one-1", verdict="not found", coder="lee"),
    )
    first, *_, last = judge_story(a_story([article()], decisions=decisions))
    assert (first.verdict, first.machine_verdict, first.decided_by, first.coder, first.note) == (
        "not found", "stated", "kim", "kim", "a subsidiary did",
    )  # fmt: skip
    assert (last.verdict, last.machine_verdict, last.decided_by) == ("not found", "not found", "lee")


def test_no_claims_and_no_articles_give_no_verdicts():
    assert judge_story(a_story([article()], claims=[])) == ()
    assert judge_story(a_story([])) == ()


def test_time_grows_with_the_number_of_articles_not_its_square():
    def seconds(n):
        articles = [article(f"{TEXT}\n\nNote {i} of the paper in town {i}.", source=f"s{i}") for i in range(n)]
        began = time.process_time()
        judge_story(a_story(articles))
        return time.process_time() - began

    seconds(5)
    assert seconds(160) < 3.0 * 4 * max(seconds(40), 0.02)


CHESS = (
    "Mira Toll won the chess final in Aarhus. She founded a club there in 2009 and will build a school for 1,900"
    " people. Toll bought an old yard for it."
)
FROST = (
    "Frost struck the vineyards of Jura. The growers' union said that six of ten vines were lost. No inquiry is open."
)
ELSEWHERE = [
    "Mira Toll won the chess final in Aarhus.",
    "Mira Toll founded a chess club in Aarhus in 2009.",
    "Mira Toll bought an old yard in Aarhus.",
    "Mira Toll will build a school in Aarhus.",
    "Frost struck the vineyards of Jura.",
    "Six of ten vines in Jura were lost.",
]


def test_articles_on_something_else_leave_the_verdicts_of_a_story_alone():
    ours = [article(), article("Norvane, a ferry firm, bought the yard at Kelso.", source="two")]
    alone = {(v.claim_id, v.article_id): v for v in judge_story(a_story(ours))}
    others = [article(CHESS, source="three"), article(FROST, source="four")]
    for cell in judge_story(a_story([*ours, *others], claims=[*CLAIMS, *ELSEWHERE])):
        before = alone.get((cell.claim_id, cell.article_id))
        if before is not None:
            assert (cell.verdict, cell.score, cell.evidence) == (before.verdict, before.score, before.evidence)


def test_words_are_counted_among_claims_on_the_same_matter():
    def counts(claim, listed):
        parsed = parse_claim(claim)
        found = Matters([parse_claim(text) for text in listed]).frequencies(parsed)
        return {t.lower: n for t, n in zip(parsed.content, found, strict=True)}

    ours = ["Norvane bought a yard.", "Norvane bought the Kelso pier.", "Kelso has a new mayor."]
    theirs = ["Toll bought a club.", "Toll bought a school."]
    assert counts(ours[0], ours)["bought"] == counts(ours[0], ours + theirs)["bought"] == 2
    assert counts("They bought it.", ours + theirs)["bought"] == 4
    assert counts(ours[2], ours + theirs)["kelso"] == 2


def test_the_evidence_is_the_line_that_comes_closest_in_sense_where_as_many_words_match():
    text = (
        "The club had a good year in spring and in summer, and fans of the club were glad. Lena Voss scored the winner"
        " for the club. Ada Penn purchased the club. The club is old."
    )
    verdict = judge("Somebody bought the club.", text)
    assert verdict.evidence == "Ada Penn purchased the club."


def test_what_is_missing_is_said_in_phrases():
    verdict = judge("Norvane bought the Kelso shipyard, the fishing museum and a lighthouse.")
    assert verdict.missing == "fishing museum and a lighthouse"
    split = judge("In rainy Oslo Norvane bought the wooden shipyard.")
    assert split.missing == "rainy Oslo; wooden"


def test_what_the_next_sentence_says_is_not_missing():
    text = "Mara Lind is a nurse from Bergen. On Sunday she saved two children from the river."
    assert judge("Mara Lind, a nurse, saved two children.", text).missing == ""


LISTED = (
    "The ferry line is in a hurry. To fill its crews, Osk Marine has started a search abroad:\n\n"
    "- Deck hands from Gdynia, Riga, and Turku\n- Mechanics\n- Bonuses above 9,000 euros\n\n"
    "Passengers have noticed little so far."
)


def test_a_list_item_is_read_with_the_sentence_it_completes():
    claims = [
        "Osk Marine has started a search abroad, including deck hands from Gdynia, Riga, and Turku.",
        "Osk Marine has started a search abroad, including bonuses above 9,000 euros.",
        "Osk Marine has started a search abroad.",
    ]
    crews, bonuses, search = judge_pairs(claims, article(LISTED))
    assert [v.verdict for v in (crews, bonuses, search)] == ["stated"] * 3
    assert crews.evidence == "Deck hands from Gdynia, Riga, and Turku"
    assert bonuses.evidence == "Bonuses above 9,000 euros"
    assert LISTED[bonuses.start : bonuses.end] == bonuses.evidence
    assert search.evidence.endswith("a search abroad:")


def test_only_items_below_a_colon_complete_a_sentence():
    sentences = article(LISTED).sentences
    items = [s.index for s in sentences if s.kind == "item"]
    found = find_lead_ins(sentences)
    assert sorted(found) == items
    assert {s.text for s in found.values()} == {"To fill its crews, Osk Marine has started a search abroad:"}
    assert find_lead_ins(article(LISTED.replace("abroad:", "abroad.")).sentences) == {}


def test_a_stated_claim_misses_nothing():
    verdict = judge("Norvane made a $2.4 billion purchase: it bought the Kelso shipyard.")
    assert verdict.verdict == "stated"
    assert verdict.missing == ""


def test_a_word_in_another_form_is_not_missing():
    text = "Ines Roth, the co-founder of the multi-million-dollar brewery Halm, was seen in Graz."
    verdict = judge('Ines Roth left law school to co-found the "million-dollar" brewery Halm.', text)
    assert verdict.missing == "left law school"
    assert judge('The Kelso shipyard plans "museum" tours.').missing == "plans museum tours"


def test_the_nearest_miss_may_hold_the_claim_in_words_of_one_family():
    text = "All are busy. Founded in Graz, the bureau wooed an investor with its annotation. Rain fell in June."
    done = ("sold a van", "hired two drivers", "closed its shop", "moved in June", "opened in Linz", "lost a case")
    weigh = [f"Halm Labs {what}." for what in done]
    miss = judge(
        "Halm Labs invests in annotated charts.", text, weigh=[*weigh, "Halm Labs invests in annotated charts."]
    )
    assert miss.verdict == "not found"
    assert miss.evidence == "Founded in Graz, the bureau wooed an investor with its annotation."
    rival = "Halm Labs took interim premises."
    assert judge(rival, "Internal mail was read by the premier.", weigh=[*weigh, rival]).evidence == ""
