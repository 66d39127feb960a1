"""Two figures of one event clash however they are put; another occasion, a part or a sum does not."""

import pytest

from components.analysis.claims.event_figures import event_figures
from components.analysis.claims.match import judge_pairs
from components.analysis.model import Article


def judge(claim, text):
    article = Article(id="a", source="s", text=f"Markets were calm that day. {text} Rain fell later.")
    return judge_pairs([claim], article)[0]


SAME_EVENT = [
    ("Norvane has agreed to invest $15 billion in Kelso Yards.",
     "Norvane made a $14.3 billion investment in Kelso Yards.", "$14.3 billion"),
    ("Norvane will invest $15 billion in Kelso Yards.",
     "The company agreed to put up a $14.3 billion investment in Kelso Yards.", "$14.3 billion"),
    ("The blaze left 12 people dead.", "Fifteen people were killed in the fire.", "Fifteen"),
    ("The fire killed 12 people.", "At least 15 people died in the blaze, police said.", "15"),
    ("The fire killed 12 people.", "The death toll from Sunday's fire rose to 15.", "15"),
    ("Norvane will lay off 1,200 workers.", "Norvane is cutting 1,500 jobs.", "1,500"),
    ("Ostermark will buy Norvane for $20 billion.", "Ostermark's $18 billion takeover of Norvane was agreed on Friday.",
     "$18 billion"),
    ("The regulator fined Norvane $5 million.", "Norvane must pay a $3 million fine.", "$3 million"),
    ("Police in Aldmoor arrested six people.", "Aldmoor police made four arrests.", "four"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "value"), SAME_EVENT)
def test_two_figures_of_one_event_clash(one, other, value):
    verdict = judge(one, other)
    assert (verdict.verdict, verdict.conflict_kind, verdict.conflict_value) == ("conflicts", "number", value)
    assert other in verdict.evidence
    assert judge(other, one).verdict == "conflicts"


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The fire killed 12 people.", "The fire injured 15 people."),
        ("The fire killed 12 people.", "Three of the 15 people killed were children."),
        ("The fire killed 12 people.", "Another 3 people died in the fire."),
        ("The fire killed at least 12 people.", "Fifteen people were killed in the blaze."),
        ("The earthquake killed about 120 people.", "The quake left 125 people dead."),
        ("The fire in Aldmoor killed 12 people.", "The blaze in Kelso killed 15 people."),
        ("The fire killed 12 children.", "Fifteen people were killed in the blaze."),
        ("Norvane will invest $15 billion in Kelso Yards.", "Norvane will invest $65 billion in data centres."),
        ("Norvane will invest $15 billion in Kelso Yards.", "Ostermark invested $1 billion in Fairhaven."),
        (
            "Norvane will invest about $14 billion in Kelso Yards.",
            "Norvane made a $14.3 billion investment in Kelso Yards.",
        ),
        ("Norvane will lay off 1,200 workers.", "Norvane cut 1,500 jobs in 2019."),
        ("Norvane will lay off 1,200 workers.", "Norvane cut 1,500 jobs last year."),
        ("Ostermark will buy Norvane for $20 billion.", "Ostermark bought Kelso Yards for $1.3 billion."),
        ("Police arrested six people.", "Police made four arrests."),  # nothing says that it is the same night
    ],
)
def test_another_occasion_part_or_bound_does_not_clash(claim, text):
    assert judge(claim, text).verdict != "conflicts"


def test_a_figure_that_the_article_gives_too_does_not_clash():
    assert (
        judge(
            "The fire killed 12 people.", "Fifteen people died in the fire. Officials first spoke of 12 people dead."
        ).verdict
        != "conflicts"
    )


@pytest.mark.parametrize(
    "text",
    [
        "He died around 8.50 on Thursday.",
        "She was detained for nine years, beaten and released.",
        "Has no one told you that a death toll cannot go down?",
        "Twelve of the dead were children.",
        "The fire killed 12 people and the flood killed 40.",
        "Norvane raises about $2 million a week.",
    ],
)
def test_no_figure_is_read_where_none_stands_for_one_event(text):
    assert event_figures(text) == ()
