import json
from dataclasses import replace

import pytest

from components.analysis.model import Article, Claim, Cut, Decision, Settings, Story, measured_text
from components.analysis.story_json import checked_note, story_from_dict, story_to_dict


@pytest.fixture
def story():
    original = "Home > News\n\nThe bridge opened on Monday.\n\nShare this"
    cuts = (Cut(start=0, end=12, reason="navigation"), Cut(start=42, end=53, reason="share row", put_back=True))
    article = Article(
        id="a1",
        source="=Post",
        title="'Bridge'",
        original=original,
        text=measured_text(original, cuts),
        cuts=cuts,
        date="2026-02-03",
    )
    return Story(
        id="s1",
        title="Bridge",
        articles=(article,),
        claims=(Claim(id="c1", text="The bridge opened.", origin="analyst"),),
        decisions=(Decision(claim_id="c1", article_id="a1", verdict="partly", coder="Ada", note="day"),),
        settings=Settings(mask=False, muted=("vital",), added=(("vast", "scale", "evaluative"),)),
        colours=(("=Post", 3),),
        short_names=(("=Post", "P"),),
        groups=(("=Post", "national"),),
        note="What I think.\n\nAnd why.",
        note_by="Ada",
    )


def test_round_trip_is_exact(story):
    assert story_from_dict(json.loads(json.dumps(story_to_dict(story)))) == story


def test_a_text_that_was_given_as_it_is_comes_back(story):
    given = replace(story.articles[0], id="a2", text=" as pasted \n\n\n", original="", cuts=())
    whole = replace(story, articles=(*story.articles, given))
    assert story_from_dict(json.loads(json.dumps(story_to_dict(whole)))) == whole


def test_the_measured_text_is_not_written_twice(story):
    data = story_to_dict(story)
    assert "text" not in data["articles"][0]
    assert story_from_dict(data).articles[0].text == story.articles[0].text


@pytest.mark.parametrize(
    "damage",
    [
        lambda d: d.clear(),
        lambda d: d.update(version=99),
        lambda d: d.pop("articles"),
        lambda d: d["articles"][0].update(title=None),
        lambda d: d["articles"][0]["cuts"][0].update(end=9999),
        lambda d: d["articles"].append(dict(d["articles"][0])),
        lambda d: d["decisions"][0].update(claim_id="c9"),
        lambda d: d["decisions"][0].update(verdict="false"),
    ],
)
def test_a_damaged_story_is_refused_in_a_sentence(story, damage):
    data = json.loads(json.dumps(story_to_dict(story)))
    damage(data)
    with pytest.raises(ValueError, match=r"^[A-Z“].+\.$"):
        story_from_dict(data)


def test_a_note_is_kept_in_its_lines_and_refused_where_it_is_too_long():
    assert checked_note(" One. \r\n\r\nTwo.\rThree.\n", "  Ada   Lane ") == ("One.\n\nTwo.\nThree.", "Ada Lane")
    assert checked_note(" \n ", "Ada") == ("", "")
    with pytest.raises(ValueError, match="at most 20,000 characters, not 20,001"):
        checked_note("x" * 20_001, "")
    with pytest.raises(ValueError, match="A name can have at most 500"):
        checked_note("x", "y" * 501)
