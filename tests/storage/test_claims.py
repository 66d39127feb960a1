from __future__ import annotations

import pytest

from components.analysis.model import Claim, Decision
from components.storage.errors import ArticleNotFound, ClaimNotFound


@pytest.fixture
def three(workspace, story_id):
    return [workspace.add_claim(story_id, text).id for text in ("The dam held.", "Rain fell.", "It was Friday.")]


def listed(workspace, story_id):
    return [(c.id, c.text) for c in workspace.story(story_id).claims]


def a_decision(claim_id="c1", article_id="a1", verdict="stated", coder="Ada", note=""):
    return Decision(claim_id=claim_id, article_id=article_id, verdict=verdict, coder=coder, note=note)


def test_claims_are_numbered_in_order(workspace, story_id, three):
    assert three == ["c1", "c2", "c3"]
    assert listed(workspace, story_id) == [("c1", "The dam held."), ("c2", "Rain fell."), ("c3", "It was Friday.")]


def test_a_claim_keeps_note_and_origin(workspace, story_id):
    made = workspace.add_claim(story_id, "  The dam held. ", "from the brief", "proposed")
    assert made == Claim(id="c1", text="The dam held.", note="from the brief", origin="proposed")
    assert workspace.story(story_id).claims == (made,)
    assert workspace.add_claim(story_id, "Rain fell.").origin == "analyst"


def test_ids_are_never_used_again(workspace, story_id, three):
    workspace.remove_claim(story_id, "c3")
    assert workspace.add_claim(story_id, "New.").id == "c4"
    assert workspace.undo(story_id) == "adding a claim"
    assert workspace.add_claim(story_id, "Newer.").id == "c5"


def test_ids_count_per_story(workspace, story_id, three):
    assert workspace.add_claim(workspace.create_story("Another").id, "Else.").id == "c1"


def test_editing_changes_what_is_given(workspace, story_id, three):
    edited = workspace.edit_claim(story_id, "c2", text="Heavy rain fell.")
    assert edited == workspace.story(story_id).claims[1]
    workspace.edit_claim(story_id, "c2", note="see page 3")
    claim = workspace.story(story_id).claims[1]
    assert (claim.text, claim.note) == ("Heavy rain fell.", "see page 3")


def test_a_removed_claim_goes_back_to_its_place(workspace, story_id, three):
    workspace.remove_claim(story_id, "c2")
    assert [i for i, _ in listed(workspace, story_id)] == ["c1", "c3"]
    workspace.restore_claim(story_id, "c2")
    assert [i for i, _ in listed(workspace, story_id)] == ["c1", "c2", "c3"]


@pytest.mark.parametrize(
    ("claim_id", "position", "order"),
    [
        ("c3", 0, "c3 c1 c2"),
        ("c1", 1, "c2 c1 c3"),
        ("c1", 99, "c2 c3 c1"),
        ("c3", -1, "c3 c1 c2"),
        ("c2", 1, "c1 c2 c3"),
    ],
)
def test_moving(workspace, story_id, three, claim_id, position, order):
    workspace.move_claim(story_id, claim_id, position)
    assert " ".join(i for i, _ in listed(workspace, story_id)) == order


def test_moving_counts_listed_claims_only(workspace, story_id, three):
    workspace.remove_claim(story_id, "c1")
    workspace.move_claim(story_id, "c3", 0)
    assert [i for i, _ in listed(workspace, story_id)] == ["c3", "c2"]


def test_setting_the_list_keeps_known_ids_and_numbers_new_ones(workspace, story_id, three):
    workspace.decide(story_id, a_decision("c2"))
    result = workspace.set_claims(
        story_id, [Claim(id="", text="New."), Claim(id="c2", text="Reworded."), Claim(id="x9", text="Foreign.")]
    )
    assert [(c.id, c.text) for c in result] == [("c4", "New."), ("c2", "Reworded."), ("c5", "Foreign.")]
    assert workspace.story(story_id).claims == result
    assert [d.claim_id for d in workspace.story(story_id).decisions] == ["c2"]


def test_setting_the_list_brings_a_removed_claim_back(workspace, story_id, three):
    workspace.remove_claim(story_id, "c1")
    workspace.set_claims(story_id, [Claim(id="c1", text="The dam held.")])
    assert listed(workspace, story_id) == [("c1", "The dam held.")]


def test_a_list_with_an_id_twice_or_an_empty_claim_is_refused_whole(workspace, story_id, three):
    before = workspace.story(story_id)
    for bad in (
        [Claim(id="c1", text="A."), Claim(id="c1", text="B.")],
        [Claim(id="", text="A."), Claim(id="", text=" ")],
    ):
        with pytest.raises(ValueError, match="claim"):
            workspace.set_claims(story_id, bad)
        assert workspace.story(story_id) == before


def test_a_first_proposal_is_remembered_even_when_emptied(workspace, story_id):
    assert workspace.claims_proposed(story_id) is False
    (claim,) = workspace.propose_claims(story_id, [Claim(id="c7", text="The dam held.")])
    assert claim.id == "c1"
    assert workspace.claims_proposed(story_id) is True
    workspace.remove_claim(story_id, "c1")
    assert workspace.story(story_id).claims == ()
    assert workspace.claims_proposed(story_id) is True


def test_an_empty_proposal_counts_and_so_does_a_set_list(workspace, story_id):
    workspace.propose_claims(story_id, [])
    assert workspace.claims_proposed(story_id) is True
    other = workspace.create_story("Another").id
    workspace.set_claims(other, [])
    assert workspace.claims_proposed(other) is True
    assert workspace.undo_label(other) is None


def test_adding_a_claim_is_no_proposal(workspace, story_id):
    workspace.add_claim(story_id, "Mine.")
    assert workspace.claims_proposed(story_id) is False


def test_a_first_proposal_cannot_be_undone_a_later_one_can(workspace, story_id):
    workspace.propose_claims(story_id, [Claim(id="", text="The dam held.")])
    assert workspace.undo_label(story_id) == "adding 3 articles"
    workspace.propose_claims(story_id, [Claim(id="", text="Rain fell.")])
    assert workspace.undo(story_id) == "proposing claims anew"
    assert listed(workspace, story_id) == [("c1", "The dam held.")]


def test_proposing_anew_keeps_what_is_worded_the_same_and_what_is_the_analysts(workspace, story_id):
    proposal = [Claim(id="c1", text="The dam held."), Claim(id="c2", text="Rain fell.")]
    workspace.propose_claims(story_id, proposal)
    workspace.add_claim(story_id, "Mine.")
    workspace.edit_claim(story_id, "c2", note="checked")
    workspace.decide(story_id, a_decision("c2"))
    anew = [Claim(id="c1", text="Rain fell."), Claim(id="c2", text="It was Friday.")]
    workspace.propose_claims(story_id, anew)
    assert listed(workspace, story_id) == [("c2", "Rain fell."), ("c4", "It was Friday."), ("c3", "Mine.")]
    story = workspace.story(story_id)
    assert story.claims[0].note == "checked"
    assert [d.claim_id for d in story.decisions] == ["c2"]


def test_a_proposal_takes_nothing_away_that_a_person_reworded_noted_or_judged(workspace, story_id):
    texts = ("The dam held.", "Rain fell.", "It was Friday.", "Nobody came.")
    workspace.propose_claims(story_id, [Claim(id="", text=text) for text in texts])
    workspace.edit_claim(story_id, "c1", text="The old dam held.")
    workspace.edit_claim(story_id, "c2", note="checked")
    workspace.decide(story_id, a_decision("c3"))
    workspace.propose_claims(story_id, [Claim(id="", text="It snowed.")])
    assert [c.text for c in workspace.story(story_id).claims] == [
        "It snowed.", "The old dam held.", "Rain fell.", "It was Friday.",
    ]  # fmt: skip
    assert [d.claim_id for d in workspace.story(story_id).decisions] == ["c3"]


def test_what_can_be_undone_is_named_by_its_wording(workspace, story_id):
    long = workspace.add_claim(
        story_id, "The old dam above the town held all night although the river rose a metre."
    ).id
    workspace.decide(story_id, a_decision(long))
    assert workspace.undo_label(story_id) == "the verdict on claim “The old dam above the town held all night…”"


def test_articles_and_the_list_proposed_from_them_are_one_change(workspace, story_id, article):
    workspace.propose_claims(story_id, [Claim(id="", text="The dam held.")])
    before = workspace.story(story_id)
    new = [Claim(id="", text="Rain fell."), Claim(id="", text="The dam held.")]
    workspace.add_articles(story_id, [article(4, "The Post")], new)
    assert listed(workspace, story_id) == [("c2", "Rain fell."), ("c1", "The dam held.")]
    assert workspace.undo(story_id) == "adding 1 article"
    after = workspace.story(story_id)
    assert (after.articles, after.claims) == (before.articles, before.claims)


def test_a_duplicate_brings_no_new_list(workspace, story_id, article):
    workspace.propose_claims(story_id, [Claim(id="", text="The dam held.")])
    workspace.add_articles(story_id, [article(1)], [Claim(id="", text="Rain fell.")])
    assert listed(workspace, story_id) == [("c1", "The dam held.")]


def test_of_two_claims_worded_the_same_a_proposal_means_the_first(workspace, story_id):
    workspace.propose_claims(story_id, [Claim(id="", text="Rain fell."), Claim(id="", text="Rain fell.")])
    assert [c.id for c in workspace.propose_claims(story_id, [Claim(id="", text="Rain fell.")])] == ["c1"]


def test_a_decision_replaces_the_same_coders_only(workspace, story_id, three):
    workspace.decide(story_id, a_decision())
    workspace.decide(story_id, a_decision(coder="Ben", verdict="not found"))
    workspace.decide(story_id, a_decision(verdict="partly", note="only half"))
    assert workspace.story(story_id).decisions == (
        a_decision(coder="Ben", verdict="not found"),
        a_decision(verdict="partly", note="only half"),
    )


def test_the_decision_made_last_stands_last_until_it_is_undone(workspace, story_id, three):
    workspace.decide(story_id, a_decision(coder="Zoe"))
    workspace.decide(story_id, a_decision(coder="Ada", verdict="partly"))
    assert [d.coder for d in workspace.story(story_id).decisions] == ["Zoe", "Ada"]
    workspace.decide(story_id, a_decision(coder="Zoe"))
    assert [d.coder for d in workspace.story(story_id).decisions] == ["Ada", "Zoe"]
    revision = workspace.revision(story_id)
    workspace.decide(story_id, a_decision(coder="Zoe"))
    assert workspace.revision(story_id) == revision
    workspace.undo(story_id)
    assert [d.coder for d in workspace.story(story_id).decisions] == ["Zoe", "Ada"]


def test_one_name_is_one_coder_however_it_is_spaced(workspace, story_id, three):
    for name in ("Ada King", " Ada  King "):
        workspace.decide(story_id, a_decision(coder=name))
    assert [d.coder for d in workspace.story(story_id).decisions] == ["Ada King"]


def test_merging_keeps_what_people_decided(workspace, story_id, three):
    workspace.decide(story_id, a_decision("c1", "a1", "stated", "Ada"))
    workspace.decide(story_id, a_decision("c2", "a1", "partly", "Ada"))
    workspace.decide(story_id, a_decision("c2", "a1", "not found", "Ben", "second look"))
    workspace.decide(story_id, a_decision("c2", "a2", "conflicts", "Ada"))
    before = workspace.story(story_id)
    assert workspace.merge_claims(story_id, "c1", "c2") == 2
    after = workspace.story(story_id)
    assert [c.id for c in after.claims] == ["c1", "c3"]
    assert after.decisions == (
        a_decision("c1", "a1", "stated", "Ada"),
        a_decision("c1", "a1", "not found", "Ben", "second look"),
        a_decision("c1", "a2", "conflicts", "Ada"),
    )
    assert workspace.undo(story_id) == "merging claim “Rain fell” into “The dam held”"
    assert workspace.story(story_id) == before


@pytest.mark.parametrize(("kept", "gone"), [("c1", "c1"), ("c9", "c1"), ("c1", "c9")])
def test_a_merge_of_what_is_not_there_changes_nothing(workspace, story_id, three, kept, gone):
    before = workspace.story(story_id)
    with pytest.raises((ValueError, ClaimNotFound)):
        workspace.merge_claims(story_id, kept, gone)
    assert workspace.story(story_id) == before


def test_decisions_are_in_order_of_claim_and_article(workspace, story_id, three):
    for claim_id, article_id in (("c2", "a1"), ("c1", "a3"), ("c1", "a1")):
        workspace.decide(story_id, a_decision(claim_id, article_id))
    workspace.move_claim(story_id, "c2", 0)
    cells = [(d.claim_id, d.article_id) for d in workspace.story(story_id).decisions]
    assert cells == [("c2", "a1"), ("c1", "a1"), ("c1", "a3")]


def test_a_decision_can_be_withdrawn(workspace, story_id, three):
    workspace.decide(story_id, a_decision())
    workspace.decide(story_id, a_decision(coder="Ben"))
    workspace.undecide(story_id, "c1", "a1", "Ada")
    assert workspace.story(story_id).decisions == (a_decision(coder="Ben"),)


def test_decisions_wait_for_a_removed_claim_or_article(workspace, story_id, three):
    workspace.decide(story_id, a_decision())
    workspace.remove_claim(story_id, "c1")
    assert workspace.story(story_id).decisions == ()
    workspace.restore_claim(story_id, "c1")
    workspace.remove_article(story_id, "a1")
    assert workspace.story(story_id).decisions == ()
    workspace.restore_article(story_id, "a1")
    assert workspace.story(story_id).decisions == (a_decision(),)


@pytest.mark.parametrize("bad", [{"verdict": "maybe"}, {"coder": " "}, {"coder": "x" * 501}])
def test_a_decision_must_be_one(workspace, story_id, three, bad):
    with pytest.raises(ValueError, match=r"\.$"):
        workspace.decide(story_id, a_decision(**bad))
    assert workspace.story(story_id).decisions == ()


def test_decisions_on_nothing_are_refused(workspace, story_id, three):
    workspace.remove_claim(story_id, "c2")
    with pytest.raises(ClaimNotFound):
        workspace.decide(story_id, a_decision("c2"))
    with pytest.raises(ArticleNotFound):
        workspace.decide(story_id, a_decision("c1", "a9"))


def test_unknown_claims_and_origins_are_told_in_a_sentence(workspace, story_id, three):
    workspace.remove_claim(story_id, "c1")
    for use in (workspace.edit_claim, workspace.remove_claim, lambda s, c: workspace.move_claim(s, c, 0)):
        with pytest.raises(ClaimNotFound, match="'c1'"):
            use(story_id, "c1")
    with pytest.raises(ClaimNotFound):
        workspace.restore_claim(story_id, "c99")
    with pytest.raises(ValueError, match="cannot be empty"):
        workspace.add_claim(story_id, " \n")
    with pytest.raises(ValueError, match="cannot be empty"):
        workspace.edit_claim(story_id, "c2", text="")
    with pytest.raises(ValueError, match="analyst"):
        workspace.add_claim(story_id, "A.", origin="machine")


def test_what_a_person_settled_of_a_proposal_is_remembered_and_undone(workspace, story_id):
    texts = ("The dam held.", "Rain fell.", "It was Friday.", "Nobody came.", "It snowed.", "A band played.")
    workspace.propose_claims(story_id, [Claim(id="", text=text) for text in texts])
    workspace.edit_claim(story_id, "c1", text="The old dam held.")
    workspace.remove_claim(story_id, "c2")
    workspace.merge_claims(story_id, "c4", "c3")
    parts = workspace.split_claim(story_id, "c5", ["Snow fell.", "It was cold."], "both")
    assert [(p.text, p.note, p.origin) for p in parts] == [
        ("Snow fell.", "both", "analyst"), ("It was cold.", "both", "analyst"),
    ]  # fmt: skip
    assert [text for _, text in listed(workspace, story_id)] == [
        "The old dam held.", "Nobody came.", "Snow fell.", "It was cold.", "A band played.",
    ]  # fmt: skip
    assert set(workspace.story(story_id).settled) == {"The dam held.", "Rain fell.", "It was Friday.", "It snowed."}
    assert workspace.undo(story_id) == "splitting claim “It snowed”"
    assert "It snowed." not in workspace.story(story_id).settled
    assert ("c5", "It snowed.") in listed(workspace, story_id)


def test_a_list_that_gives_way_to_another_settles_nothing(workspace, story_id):
    workspace.propose_claims(story_id, [Claim(id="", text=text) for text in ("The dam held.", "Rain fell.")])
    workspace.propose_claims(story_id, [Claim(id="", text="It was Friday.")])
    workspace.set_claims(story_id, [Claim(id="", text="Mine.", origin="analyst")])
    workspace.remove_claim(story_id, workspace.add_claim(story_id, "Mine too.").id)
    assert workspace.story(story_id).settled == ()
