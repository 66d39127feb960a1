from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace

import pytest

from components.analysis.model import Article, Claim, Decision, Settings, Story
from components.analysis.story_json import story_from_dict, story_to_dict
from components.storage.workspace import Workspace


@pytest.fixture
def full(workspace, story_id):
    workspace.put_back(story_id, "a1", 1)
    workspace.update_article(story_id, "a2", note="a note\nof two lines", language="en", author="N. N.")
    workspace.add_articles(story_id, [Article(id="p", source="Pasted", text="  as pasted \n\n\n\n")])
    workspace.set_claims(story_id, [Claim(id="", text="A.", note="n"), Claim(id="", text="B.", origin="analyst")])
    workspace.remove_claim(story_id, workspace.add_claim(story_id, "C.").id)
    workspace.remove_claim(story_id, workspace.add_claim(story_id, "D.", origin="proposed").id)
    workspace.move_claim(story_id, "c2", 0)
    workspace.decide(
        story_id, Decision(claim_id="c1", article_id="p", verdict="conflicts", coder="Ada", note="27 or 28")
    )
    workspace.decide(story_id, Decision(claim_id="c1", article_id="p", verdict="stated", coder="Ben"))
    workspace.set_settings(story_id, Settings(mask=False, muted=("key",), added=(("boon", "quality", "high"),)))
    workspace.set_colour(story_id, "The Herald", 9)
    workspace.set_short_name(story_id, "The Echo", "Echo")
    workspace.set_groups(story_id, {"The Echo": "national"})
    workspace.remove_article(story_id, "a3")
    return story_id


@pytest.fixture
def exported(workspace, full):
    return workspace.export_story(full)


def test_a_story_comes_back_exactly_from_json(workspace, full, tmp_path):
    text = json.dumps(workspace.export_story(full))
    other = Workspace(str(tmp_path / "other.sqlite"))
    info = other.import_story(json.loads(text))
    assert replace(other.story(info.id), id=full) == workspace.story(full)
    assert json.dumps(other.export_story(info.id) | {"id": full}) == text
    assert other.claims_proposed(info.id) is True
    assert other.undo_label(info.id) is None
    other.close()


def test_an_export_and_a_bundle_are_read_by_the_same_function(workspace, full, exported):
    assert story_from_dict(json.loads(json.dumps(exported))) == workspace.story(full)


def test_a_bundle_of_the_command_line_is_given_its_colours(workspace, article):
    cut = article(1, "The Echo")
    made = Story(
        id="story",
        title="The dam",
        articles=(cut, article(2, "The Herald"), article(3, "The Echo")),
        claims=(Claim(id="c7", text="The dam held."),),
        short_names=(("The Herald", "Herald"),),
    )
    read = workspace.story(workspace.import_story(json.loads(json.dumps(story_to_dict(made)))).id)
    assert replace(read, id="story") == replace(made, colours=(("The Echo", 1), ("The Herald", 2)))
    assert workspace.claims_proposed(read.id)
    assert workspace.add_claim(read.id, "New.").id == "c8"


def test_colours_that_are_given_are_kept_and_the_missing_ones_follow(workspace, article):
    made = Story(id="s", title="The dam", articles=(article(1, "A"), article(2, "B")), colours=(("B", 4),))
    assert workspace.story(workspace.import_story(story_to_dict(made)).id).colours == (("B", 4), ("A", 5))


def test_the_imported_story_goes_on_where_the_other_was(workspace, full, exported, article):
    info = workspace.import_story(exported)
    assert workspace.add_claim(info.id, "New.").id == "c5"
    workspace.add_articles(info.id, [article(8, "A new source")])
    assert dict(workspace.story(info.id).colours)["A new source"] == 10
    workspace.put_back(info.id, "a1", 1, False)
    assert workspace.story(info.id).articles[0].text.startswith("The dam held")


def test_importing_beside_the_original_takes_another_title_and_leaves_it_alone(workspace, full, exported):
    before = workspace.story(full)
    info = workspace.import_story(exported)
    assert info.title == "The dam (2)"
    assert info.id != full
    assert workspace.story(full) == before


def test_a_story_written_by_hand_needs_only_title_and_articles(workspace):
    data = {
        "format": "parallax-story",
        "version": 1,
        "title": "By hand",
        "articles": [{"id": "x", "source": "S", "original": " The dam held. "}],
        "claims": [{"id": "c41", "text": "The dam held."}],
    }
    info = workspace.import_story(data)
    story = workspace.story(info.id)
    assert story.articles == (Article(id="x", source="S", original=" The dam held. ", text="The dam held."),)
    assert story.colours == (("S", 1),)
    assert workspace.add_claim(info.id, "New.").id == "c42"


@pytest.mark.parametrize("data", [None, [], "story", 7, {}, {"format": "else"}, {"format": ["parallax-story"]}])
def test_what_is_no_export_is_refused(workspace, data):
    with pytest.raises(ValueError, match="not a story exported from Parallax"):
        workspace.import_story(data)


BROKEN = {
    "later version": lambda d: d.update(version=2),
    "no version": lambda d: d.pop("version"),
    "true as a number": lambda d: d.update(version=True),
    "no title": lambda d: d.pop("title"),
    "blank title": lambda d: d.update(title=" "),
    "title no text": lambda d: d.update(title=["x"]),
    "endless title": lambda d: d.update(title="x" * 10_000),
    "articles no list": lambda d: d.update(articles={"a": 1}),
    "article no table": lambda d: d["articles"].append("text"),
    "article without id": lambda d: d["articles"][0].pop("id"),
    "article id empty": lambda d: d["articles"][0].update(id=""),
    "article twice": lambda d: d["articles"].append(d["articles"][0]),
    "date no date": lambda d: d["articles"][0].update(date="soon"),
    "text null": lambda d: d["articles"][0].update(text=None),
    "cut outside": lambda d: d["articles"][0]["cuts"][0].update(end=10**9),
    "cut negative": lambda d: d["articles"][0]["cuts"][0].update(start=-1),
    "cut fraction": lambda d: d["articles"][0]["cuts"][0].update(start=0.5),
    "cuts overlap": lambda d: d["articles"][0]["cuts"].append({"start": 0, "end": 4, "reason": "r"}),
    "claim twice": lambda d: d["claims"].append(d["claims"][0]),
    "claim empty": lambda d: d["claims"][0].update(text=""),
    "claim of nobody": lambda d: d["claims"][0].update(origin="machine"),
    "last claim negative": lambda d: d.update(last_claim=-1),
    "last claim endless": lambda d: d.update(last_claim=10**40),
    "verdict unknown": lambda d: d["decisions"][0].update(verdict="maybe"),
    "decision twice": lambda d: d["decisions"].append(d["decisions"][0]),
    "decision on no claim": lambda d: d["decisions"][0].update(claim_id="c99"),
    "decision on no article": lambda d: d["decisions"][0].update(article_id="zz"),
    "decision by nobody": lambda d: d["decisions"][0].update(coder=""),
    "settings a list": lambda d: d.update(settings=[1]),
    "muted not texts": lambda d: d["settings"].update(muted=[1]),
    "added not triples": lambda d: d["settings"].update(added=[["boon", "quality"]]),
    "mask no yes or no": lambda d: d["settings"].update(mask="yes"),
    "colour zero": lambda d: d["colours"].update({"The Echo": 0}),
    "colour no number": lambda d: d["colours"].update({"The Echo": "red"}),
    "colour twice": lambda d: d["colours"].update({"Other": 9}),
    "short name of nobody": lambda d: d["short_names"].update({"Nobody": "N"}),
    "group of nobody": lambda d: d["groups"].update({"Nobody": "national"}),
    "blank group": lambda d: d["groups"].update({d["articles"][0]["source"]: " "}),
    "proposed no yes or no": lambda d: d.update(claims_proposed=1),
    "source name endless": lambda d: d["articles"][0].update(source="x" * 9_999),
    "half a character": lambda d: d["articles"][0].update(author="\ud83d"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_nonsense_is_refused_with_a_sentence_and_leaves_nothing(workspace, exported, name):
    data = deepcopy(exported)
    BROKEN[name](data)
    assert json.dumps(data) != json.dumps(exported)
    before = workspace.stories()
    with pytest.raises(ValueError, match=r"^[A-Z“].+\.$"):
        workspace.import_story(data)
    assert workspace.stories() == before


def test_an_export_is_not_changed_by_importing_it(workspace, exported):
    before = deepcopy(exported)
    workspace.import_story(exported)
    assert exported == before


def test_removed_things_are_not_exported(exported):
    assert [a["id"] for a in exported["articles"]] == ["a1", "a2", "p"]
    assert [c["id"] for c in exported["claims"]] == ["c2", "c1"]
