from __future__ import annotations

import pytest

from components.analysis.model import Claim, Decision, Settings
from components.storage import journal
from components.storage.errors import StoryNotFound
from components.storage.schema import claims
from components.storage.workspace import Workspace


def whole(workspace, story_id):
    """Everything about a story that an undo must restore."""
    exported = workspace.export_story(story_id)
    # The number of the last claim goes on counting, so that an id is never used for two claims.
    exported.pop("last_claim")
    return exported


CHANGES = {
    "adding 1 article": lambda w, s, a: w.add_articles(s, [a(4, "The Mail")]),
    "removing “The dam, day 1”": lambda w, s, a: w.remove_article(s, "a1"),
    "bringing an article back": lambda w, s, a: w.restore_article(s, "a3"),
    "correcting “The dam, day 2”": lambda w, s, a: w.update_article(s, "a2", source="The Mail", date="", note="n"),
    "putting a cut block back": lambda w, s, a: w.put_back(s, "a1", 1),
    "adding a claim": lambda w, s, a: w.add_claim(s, "Another."),
    "editing claim “A”": lambda w, s, a: w.edit_claim(s, "c1", "Reworded.", "why"),
    "removing claim “A”": lambda w, s, a: w.remove_claim(s, "c1"),
    "moving claim “A”": lambda w, s, a: w.move_claim(s, "c1", 1),
    "changing the claim list": lambda w, s, a: w.set_claims(s, [Claim(id="c2", text="B2."), Claim(id="", text="N.")]),
    "proposing claims anew": lambda w, s, a: w.propose_claims(s, [Claim(id="", text="N.")]),
    "the verdict on claim “B”": lambda w, s, a: w.decide(
        s, Decision(claim_id="c2", article_id="a2", verdict="partly", coder="Ada")
    ),
    "the verdict on claim “A”": lambda w, s, a: w.decide(
        s, Decision(claim_id="c1", article_id="a1", verdict="not found", coder="Ada", note="changed my mind")
    ),
    "withdrawing the verdict on claim “A”": lambda w, s, a: w.undecide(s, "c1", "a1", "Ada"),
    "the settings": lambda w, s, a: w.set_settings(s, Settings(mask=False, muted=("key",))),
    "the short name of a source": lambda w, s, a: w.set_short_name(s, "The Echo", "E"),
    "the groups of the sources": lambda w, s, a: w.set_groups(s, {"The Echo": "national", "The Herald": "national"}),
    "the colour of a source": lambda w, s, a: w.set_colour(s, "The Echo", 2),
    "the note": lambda w, s, a: w.set_note(s, "What I think.\n\nAnd why.", "Ada"),
    "renaming the story": lambda w, s, a: w.rename_story(s, "The flood"),
}


@pytest.fixture
def full(workspace, story_id):
    """A story with something of everything, a3 removed."""
    workspace.set_claims(story_id, [Claim(id="", text="A."), Claim(id="", text="B."), Claim(id="", text="C.")])
    workspace.decide(story_id, Decision(claim_id="c1", article_id="a1", verdict="stated", coder="Ada", note="clear"))
    workspace.remove_article(story_id, "a3")
    return story_id


@pytest.mark.parametrize("label", CHANGES)
def test_each_change_can_be_undone(workspace, full, article, label):
    before = whole(workspace, full)
    revision = workspace.revision(full)
    CHANGES[label](workspace, full, article)
    assert whole(workspace, full) != before
    assert workspace.undo_label(full) == label
    assert workspace.undo(full) == label
    assert whole(workspace, full) == before
    assert workspace.revision(full) == revision + 2


# An order in which each change finds what it changes.
IN_A_ROW = """adding 1 article; putting a cut block back; correcting “The dam, day 2”; the verdict on claim “B”;
the verdict on claim “A”; moving claim “A”; editing claim “A”; adding a claim; withdrawing the verdict on claim “A”;
removing claim “A”; the colour of a source; the short name of a source; the groups of the sources; the settings;
the note; proposing claims anew; changing the claim list; removing “The dam, day 1”; bringing an article back;
renaming the story"""


def test_all_changes_undone_one_after_another_after_a_restart(workspace, full, article, path):
    labels = " ".join(IN_A_ROW.split()).split("; ")
    assert sorted(labels) == sorted(CHANGES)
    states, said = [], []
    for label in labels:
        states.append(whole(workspace, full))
        CHANGES[label](workspace, full, article)
        assert whole(workspace, full) != states[-1]
        said.append(workspace.undo_label(full))  # names a claim by its wording at that time
    workspace.close()
    again = Workspace(str(path))
    for label in reversed(said):
        assert again.undo(full) == label
        assert whole(again, full) == states.pop(), label
    again.close()


def test_steps_on_one_row_are_undone_last_first(workspace, full):
    before = whole(workspace, full)
    with workspace._change(full, "two steps") as change:
        for note in ("first", "second"):
            change.update(claims, {"id": "c1"}, {"note": note})
        change.delete(claims, {"id": "c3"})
        change.insert(claims, {"id": "c3", "position": 9, "text": "X.", "note": "", "origin": "analyst"})
    assert workspace.story(full).claims[0].note == "second"
    workspace.undo(full)
    assert whole(workspace, full) == before


def test_undoing_stops_at_the_beginning(workspace):
    story_id = workspace.create_story("The dam").id
    assert workspace.undo_label(story_id) is None
    revision = workspace.revision(story_id)
    assert workspace.undo(story_id) is None
    assert workspace.revision(story_id) == revision


def test_undoing_is_no_change_to_undo(workspace, story_id):
    workspace.remove_article(story_id, "a1")
    assert workspace.undo(story_id) == "removing “The dam, day 1”"
    assert workspace.undo_label(story_id) == "adding 3 articles"


def test_a_change_that_changes_nothing_is_not_there_to_undo(workspace, story_id):
    workspace.update_article(story_id, "a1", title="The dam, day 1")
    workspace.set_settings(story_id, Settings())
    workspace.add_articles(story_id, workspace.story(story_id).articles)
    assert workspace.undo_label(story_id) == "adding 3 articles"


def test_a_failed_change_is_not_there_to_undo(workspace, story_id):
    with pytest.raises(ValueError, match="empty"):
        workspace.set_claims(story_id, [Claim(id="", text="Good."), Claim(id="", text="")])
    assert workspace.undo_label(story_id) == "adding 3 articles"
    assert workspace.claims_proposed(story_id) is False


def test_each_story_has_its_own_undo(workspace, story_id):
    other = workspace.create_story("Another").id
    workspace.add_claim(other, "Elsewhere.")
    assert workspace.undo(story_id) == "adding 3 articles"
    assert [c.text for c in workspace.story(other).claims] == ["Elsewhere."]


def test_undoing_a_new_title_yields_to_a_story_that_took_the_old_one(workspace, story_id):
    workspace.rename_story(story_id, "The flood")
    workspace.create_story("The dam")
    workspace.undo(story_id)
    assert workspace.story(story_id).title == "The dam (2)"


def test_an_undone_addition_can_be_added_again(workspace, story_id, article):
    workspace.add_articles(story_id, [article(4, "The Mail")])
    workspace.undo(story_id)
    added = workspace.add_articles(story_id, [article(4, "The Mail")])
    assert [a.id for a in added.added] == ["a4"]
    assert workspace.story(story_id).colours[-1] == ("The Mail", 3)


def test_only_the_last_changes_are_kept(workspace, story_id, monkeypatch):
    monkeypatch.setattr(journal, "KEPT", 3)
    for n in range(5):
        workspace.add_claim(story_id, f"Claim {n}.")
    undone = []
    while label := workspace.undo(story_id):
        undone.append(label)
    assert undone == ["adding a claim"] * 3
    assert [c.text for c in workspace.story(story_id).claims] == ["Claim 0.", "Claim 1."]


def test_letting_old_changes_go_spares_other_stories(workspace, story_id, monkeypatch):
    monkeypatch.setattr(journal, "KEPT", 2)
    other = workspace.create_story("Another").id
    for n in range(4):
        workspace.add_claim(other, f"Claim {n}.")
    assert workspace.undo_label(story_id) == "adding 3 articles"


def test_long_titles_are_shortened_in_the_label(workspace, story_id):
    workspace.update_article(story_id, "a1", title="long " * 100)
    workspace.remove_article(story_id, "a1")
    assert len(workspace.undo_label(story_id)) < 80


def test_the_journal_does_not_copy_the_texts(workspace, article):
    story_id = workspace.create_story("The dam").id
    workspace.add_articles(story_id, [article(1, original="Menu\n" + "word " * 100_000 + "\nShare")])
    for value in (True, False):
        workspace.put_back(story_id, "a1", 0, value)
    workspace.remove_article(story_id, "a1")
    with workspace._engine.connect() as connection:
        (size,) = connection.exec_driver_sql("SELECT sum(length(steps)) FROM journal").one()
    assert size < 2_000


def test_undo_of_an_unknown_story_says_so(workspace):
    for use in (workspace.undo, workspace.undo_label):
        with pytest.raises(StoryNotFound):
            use("nope")
