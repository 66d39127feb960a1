from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from components.analysis.model import Settings, Story
from components.storage.errors import StoryNotFound
from components.storage.workspace import Workspace


def test_a_new_workspace_is_empty(workspace):
    assert workspace.stories() == ()


def test_a_new_story_is_empty_and_listed(workspace):
    before = datetime.now(UTC)
    info = workspace.create_story("The dam")
    assert workspace.stories() == (info,)
    assert (info.title, info.slug, info.n_articles, info.n_sources) == ("The dam", "the-dam", 0, 0)
    assert before <= info.created == info.changed <= datetime.now(UTC)
    assert workspace.story(info.id) == Story(id=info.id, title="The dam", articles=())


def test_stories_are_listed_oldest_first_whatever_changed_since(workspace, article):
    made = [workspace.create_story(title) for title in ("Zebra", "Apple", "Mango")]
    workspace.add_articles(made[0].id, [article()])
    assert [info.id for info in workspace.stories()] == [info.id for info in made]


def test_articles_and_sources_are_counted_without_the_removed(workspace, story_id):
    (info,) = workspace.stories()
    assert (info.n_articles, info.n_sources) == (3, 2)
    workspace.remove_article(story_id, "a2")
    (info,) = workspace.stories()
    assert (info.n_articles, info.n_sources) == (2, 1)
    assert info.changed > info.created


@pytest.mark.parametrize("again", ["The dam", "  the   DAM "])
def test_a_title_that_is_taken_gets_a_number(workspace, again):
    workspace.create_story("The dam")
    assert workspace.create_story(again).title == " ".join(again.split()) + " (2)"
    assert workspace.create_story("The dam").title == "The dam (3)"
    assert len({info.slug for info in workspace.stories()}) == 3


@pytest.mark.parametrize(
    "title", ["Überflutung in Köln: 100 % – “live”", "洪水", "a/b?c=d&e#f", "../../etc", "-" * 400]
)
def test_slugs_are_safe_in_a_url(workspace, title):
    slugs = [workspace.create_story(title[:300]).slug for _ in range(3)]
    assert len(set(slugs)) == 3
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) and len(slug) <= 80 for slug in slugs)


@pytest.mark.parametrize("title", ["", " \n\t ", "x" * 301])
def test_a_title_is_neither_blank_nor_endless(workspace, title):
    with pytest.raises(ValueError, match="title"):
        workspace.create_story(title)
    assert workspace.stories() == ()


def test_numbering_a_longest_title_keeps_it_short_enough_to_export(workspace):
    workspace.create_story("x" * 300)
    second = workspace.create_story("x" * 300)
    assert len(second.title) == 300
    assert second.title.endswith(" (2)")


def test_renaming_keeps_id_and_slug(workspace, story_id):
    slug = workspace.stories()[0].slug
    info = workspace.rename_story(story_id, "The flood")
    assert (info.id, info.slug, info.title) == (story_id, slug, "The flood")
    assert workspace.story(story_id).title == "The flood"


def test_renaming_to_its_own_title_is_no_clash(workspace, story_id):
    assert workspace.rename_story(story_id, "The Dam").title == "The Dam"


def test_renaming_to_a_taken_title_numbers_it(workspace, story_id):
    workspace.create_story("The flood")
    assert workspace.rename_story(story_id, "The flood").title == "The flood (2)"


def test_a_deleted_story_is_gone_until_it_is_restored(workspace, story_id):
    before = workspace.story(story_id)
    workspace.delete_story(story_id)
    assert workspace.stories() == ()
    for use in (workspace.story, workspace.revision, workspace.undo, workspace.export_story, workspace.delete_story):
        with pytest.raises(StoryNotFound):
            use(story_id)
    workspace.restore_story(story_id)
    assert workspace.story(story_id) == before


def test_a_restored_story_gives_way_to_the_one_that_took_its_title(workspace, story_id):
    workspace.delete_story(story_id)
    workspace.create_story("The dam")
    assert workspace.restore_story(story_id).title == "The dam (2)"


def test_an_unknown_story_is_told_in_a_sentence(workspace):
    with pytest.raises(KeyError) as caught:
        workspace.story("nope")
    assert str(caught.value) == "There is no story 'nope', or it was deleted."
    with pytest.raises(StoryNotFound):
        workspace.restore_story("nope")


def test_every_change_raises_the_revision_and_no_other_does(workspace, story_id, article):
    other = workspace.create_story("Another").id
    revisions = [workspace.revision(story_id)]
    for change in (
        lambda: workspace.rename_story(story_id, "The flood"),
        lambda: workspace.add_articles(story_id, [article(4)]),
        lambda: workspace.update_article(story_id, "a4", author="N. N."),
        lambda: workspace.put_back(story_id, "a4", 0),
        lambda: workspace.remove_article(story_id, "a4"),
        lambda: workspace.restore_article(story_id, "a4"),
        lambda: workspace.propose_claims(story_id, []),
        lambda: workspace.add_claim(story_id, "The dam held."),
        lambda: workspace.set_settings(story_id, Settings(mask=False)),
        lambda: workspace.set_colour(story_id, "The Echo", 7),
        lambda: workspace.set_short_name(story_id, "The Echo", "Echo"),
        lambda: workspace.undo(story_id),
        lambda: workspace.delete_story(story_id) or workspace.restore_story(story_id),
    ):
        change()
        revisions.append(workspace.revision(story_id))
    assert all(later > earlier for earlier, later in pairwise(revisions))

    for no_change in (
        lambda: workspace.story(story_id),
        lambda: workspace.export_story(story_id),
        lambda: workspace.add_articles(story_id, [article(4)]),
        lambda: workspace.update_article(story_id, "a4", author="N. N."),
        lambda: workspace.put_back(story_id, "a4", 0, True),
        lambda: workspace.undecide(story_id, "c1", "a1", "Ada"),
        lambda: workspace.add_claim(other, "Elsewhere."),
        lambda: workspace.remember({"k": b"v"}),
    ):
        no_change()
        assert workspace.revision(story_id) == revisions[-1]


def test_settings_come_back_as_they_were_set(workspace, story_id):
    settings = Settings(mask=False, muted=("landmark", "key"), added=(("dam good", "quality", "high"),))
    workspace.set_settings(story_id, settings)
    assert workspace.story(story_id).settings == settings


def test_a_workspace_is_seeded_once(workspace, article):
    info = workspace.seed_story("The default", [article(1), article(2)])
    assert info is not None
    assert info.n_articles == 2
    assert workspace.undo_label(info.id) is None
    assert workspace.seed_story("The default", [article(1)]) is None
    workspace.delete_story(info.id)
    assert workspace.seed_story("The default", [article(1)]) is None
    assert workspace.stories() == ()


def test_a_seed_that_fails_leaves_nothing(workspace, article):
    with pytest.raises(ValueError, match="date"):
        workspace.seed_story("The default", [article(1), article(2, date="yesterday")])
    assert workspace.stories() == ()


def test_everything_survives_reopening(workspace, story_id, path):
    before = workspace.story(story_id)
    workspace.close()
    again = Workspace(str(path))
    assert again.story(story_id) == before
    assert again.undo(story_id) == "adding 3 articles"
    again.close()
