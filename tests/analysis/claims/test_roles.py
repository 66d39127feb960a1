import pytest

from components.analysis.claims.match import judge_pairs
from components.analysis.model import Article


def judge(claim, text):
    return judge_pairs([claim], Article(id="a", source="s", text=text))[0]


@pytest.mark.parametrize(
    ("claim", "text", "value"),
    [
        ("Arsenal beat Chelsea.", "Chelsea beat Arsenal.", "Chelsea beat Arsenal"),
        ("Arsenal beat Chelsea.", "On Sunday Arsenal were beaten by Chelsea.", "Arsenal were beaten by Chelsea"),
        ("Brandt accused Lindqvist of fraud.", "Lindqvist accused Brandt of fraud.", "Lindqvist accused Brandt"),
        ("The lion killed the hunter.", "The hunter killed the lion.", "hunter killed the lion"),
        ("Peter Holm sued Anna Berg.", "Anna Berg sued Peter Holm.", "Anna Berg sued Peter Holm"),
        ("Tarn bought the mill from Roche.", "Roche bought the mill from Tarn.", "Roche bought the mill"),
    ],
)
def test_doer_and_object_that_changed_places_conflict(claim, text, value):
    verdict = judge(claim, text)
    assert (verdict.verdict, verdict.conflict_kind, verdict.conflict_value) == ("conflicts", "name", value)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Arsenal beat Chelsea.", "Chelsea were beaten by Arsenal."),
        ("Anna Berg was sued by Peter Holm.", "Peter Holm sued Anna Berg."),
        ("Brandt accused Lindqvist of fraud.", "Lindqvist was accused of fraud by Brandt."),
        ("Arsenal beat Chelsea.", "Arsenal beat Chelsea in March. In May, Chelsea beat Arsenal."),
    ],
)
def test_the_same_told_the_other_way_round_is_stated(claim, text):
    assert judge(claim, text).verdict == "stated"


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Hart met Okafor in Paris.", "Okafor met Hart in Paris."),
        ("Hart married Okafor.", "Okafor married Hart in June."),
        ("Arsenal play Chelsea.", "Chelsea play Arsenal on Sunday."),
        ("Lee praised Park.", "Lee was there, and Park praised the plan."),
    ],
)
def test_what_holds_both_ways_or_of_others_is_no_conflict(claim, text):
    assert judge(claim, text).verdict != "conflicts"


def test_no_one_is_not_someone():
    assert judge("Someone was injured in the fire.", "No one was injured in the fire.").verdict != "stated"
    assert judge("No one was injured in the fire.", "No one was injured in the fire.").verdict == "stated"
