from __future__ import annotations

from dataclasses import replace

import pytest

from components.analysis.model import Article, Cut, measured_text
from components.storage.errors import ArticleNotFound, NotFound, SourceNotFound


def ids(workspace, story_id):
    return [a.id for a in workspace.story(story_id).articles]


def test_articles_come_back_equal_and_in_order(workspace, article):
    story_id = workspace.create_story("The dam").id
    new = [article(9, author="A", language="en", note="n"), article(1), article(5)]
    added = workspace.add_articles(story_id, new)
    assert added.added == tuple(new)
    assert added.duplicates == ()
    assert workspace.story(story_id).articles == tuple(new)


def test_a_text_that_does_not_follow_from_an_original_is_kept_as_given(workspace):
    story_id = workspace.create_story("The dam").id
    plain = Article(id="p", source="S", text="\n Just   the text. \n\n\n\n")
    odd = Article(id="o", source="S", text="Not derived.", original="Some original.", cuts=())
    workspace.add_articles(story_id, [plain, odd])
    assert workspace.story(story_id).articles == (plain, odd)


def test_the_same_article_twice_changes_nothing(workspace, story_id, article):
    before = workspace.story(story_id)
    again = article(2, "The Herald", note="uploaded again")
    added = workspace.add_articles(story_id, [again, article(4), article(4)])
    assert [a.id for a in added.added] == ["a4"]
    assert [a.id for a in added.duplicates] == ["a2", "a4"]
    assert workspace.story(story_id).articles[:3] == before.articles


def test_one_bad_article_refuses_the_whole_lot(workspace, story_id, article):
    with pytest.raises(ValueError, match="not a date"):
        workspace.add_articles(story_id, [article(4), article(5, date="5 March")])
    assert ids(workspace, story_id) == ["a1", "a2", "a3"]


def test_two_stories_may_hold_the_same_article(workspace, story_id, article):
    other = workspace.create_story("Another").id
    workspace.add_articles(other, [article(1, "The Echo")])
    workspace.update_article(other, "a1", title="Elsewhere")
    assert workspace.story(story_id).articles[0].title == "The dam, day 1"


def test_a_removed_article_goes_back_to_its_place(workspace, story_id):
    workspace.remove_article(story_id, "a2")
    assert ids(workspace, story_id) == ["a1", "a3"]
    workspace.restore_article(story_id, "a2")
    assert ids(workspace, story_id) == ["a1", "a2", "a3"]


def test_a_removed_article_added_again_is_the_new_upload_at_the_end(workspace, story_id, article):
    workspace.update_article(story_id, "a1", note="old note")
    workspace.remove_article(story_id, "a1")
    fresh = article(1, "The Echo", note="new note")
    assert workspace.add_articles(story_id, [fresh]).added == (fresh,)
    assert workspace.story(story_id).articles[-1] == fresh
    assert ids(workspace, story_id) == ["a2", "a3", "a1"]


@pytest.mark.parametrize("field", ["source", "title", "date", "author", "url", "language", "note"])
def test_each_field_of_the_metadata_can_be_corrected(workspace, story_id, field):
    value = "2026-02-28" if field == "date" else "corrected"
    before = workspace.story(story_id)
    workspace.update_article(story_id, "a2", **{field: value})
    after = workspace.story(story_id)
    assert after.articles[1] == replace(before.articles[1], **{field: value})
    assert (after.articles[0], after.articles[2]) == (before.articles[0], before.articles[2])


def test_several_fields_change_together_or_not_at_all(workspace, story_id):
    before = workspace.story(story_id)
    with pytest.raises(ValueError, match="2026-02-30"):
        workspace.update_article(story_id, "a1", title="New", date="2026-02-30")
    assert workspace.story(story_id) == before


@pytest.mark.parametrize(
    "date", ["2026-2-3", "20260203", "2026-W05-1", "03/05/2026", "2026-13-01", "２０２６-01-01", "x" * 999]
)
def test_only_iso_dates_are_dates(workspace, story_id, date):
    with pytest.raises(ValueError, match=r"is not a date: write year-month-day, as in 2026-03-05\.$") as caught:
        workspace.update_article(story_id, "a1", date=date)
    assert len(str(caught.value)) < 150


def test_an_empty_date_is_allowed(workspace, story_id):
    workspace.update_article(story_id, "a1", date="")
    assert workspace.story(story_id).articles[0].date == ""


@pytest.mark.parametrize("fields", [{"source": "  "}, {"source": "x" * 501}, {"text": "changed"}, {"id": "a9"}])
def test_what_cannot_be_corrected_is_refused(workspace, story_id, fields):
    before = workspace.story(story_id)
    with pytest.raises(ValueError, match=r"\.$"):
        workspace.update_article(story_id, "a1", **fields)
    assert workspace.story(story_id) == before


def test_white_space_around_corrections_goes_but_notes_keep_their_lines(workspace, story_id):
    workspace.update_article(story_id, "a1", title="  Two\n lines ", note="one\n\n  two ")
    corrected = workspace.story(story_id).articles[0]
    assert (corrected.title, corrected.note) == ("Two lines", "one\n\n  two ")


def test_putting_a_block_back_derives_the_text(workspace, story_id):
    workspace.put_back(story_id, "a1", 0)
    changed = workspace.story(story_id).articles[0]
    assert [cut.put_back for cut in changed.cuts] == [True, False]
    assert changed.text.startswith("Home | Sport | Weather")
    assert changed.text == measured_text(changed.original, changed.cuts)
    workspace.put_back(story_id, "a1", 0, False)
    assert workspace.story(story_id).articles[0].text.startswith("The dam held")


def test_a_text_of_its_own_stays_until_a_block_is_put_back(workspace, story_id, article):
    workspace.add_articles(story_id, [replace(article(4), text="Not what the cuts leave.")])
    workspace.put_back(story_id, "a4", 0, False)
    assert workspace.story(story_id).articles[3].text == "Not what the cuts leave."
    workspace.put_back(story_id, "a4", 0)
    changed = workspace.story(story_id).articles[3]
    assert changed.text == measured_text(changed.original, changed.cuts)
    workspace.undo(story_id)
    assert workspace.story(story_id).articles[3].text == "Not what the cuts leave."


@pytest.mark.parametrize("index", [-1, 2])
def test_a_block_that_is_not_there_cannot_be_put_back(workspace, story_id, index):
    with pytest.raises(NotFound, match="2 cut blocks"):
        workspace.put_back(story_id, "a1", index)


@pytest.mark.parametrize("cuts", [[(0, 4), (2, 6)], [(5, 4)], [(0, 10_000)], [(6, 8), (0, 2)]])
def test_cuts_must_be_in_order_and_inside(workspace, story_id, article, cuts):
    bad = replace(article(4), cuts=tuple(Cut(start=start, end=end, reason="r") for start, end in cuts))
    with pytest.raises(ValueError, match="cut"):
        workspace.add_articles(story_id, [bad])


def test_unknown_and_removed_articles_are_told_in_a_sentence(workspace, story_id):
    workspace.remove_article(story_id, "a1")
    for article_id in ("nope", "a1"):
        for use in (
            lambda i: workspace.update_article(story_id, i, title="T"),
            lambda i: workspace.remove_article(story_id, i),
            lambda i: workspace.put_back(story_id, i, 0),
        ):
            with pytest.raises(ArticleNotFound, match=article_id):
                use(article_id)
    with pytest.raises(ArticleNotFound):
        workspace.restore_article(story_id, "nope")


def test_a_source_keeps_its_colour_whatever_comes_and_goes(workspace, story_id, article):
    assert workspace.story(story_id).colours == (("The Echo", 1), ("The Herald", 2))
    workspace.remove_article(story_id, "a2")
    workspace.add_articles(story_id, [article(4, "The Mail")])
    assert workspace.story(story_id).colours == (("The Echo", 1), ("The Herald", 2), ("The Mail", 3))
    workspace.add_articles(story_id, [article(5, "The Herald")])
    assert dict(workspace.story(story_id).colours)["The Herald"] == 2


def test_correcting_the_only_article_of_a_source_keeps_colour_and_short_name(workspace, story_id):
    workspace.set_short_name(story_id, "The Herald", "Her.")
    workspace.set_groups(story_id, {"The Herald": "regional"})
    workspace.update_article(story_id, "a2", source="The Morning Herald")
    story = workspace.story(story_id)
    assert story.colours == (("The Echo", 1), ("The Morning Herald", 2))
    assert story.short_names == (("The Morning Herald", "Her."),)
    assert story.groups == (("The Morning Herald", "regional"),)


def test_moving_one_of_two_articles_to_a_new_source_gives_a_new_colour(workspace, story_id):
    workspace.update_article(story_id, "a3", source="The Mail")
    assert workspace.story(story_id).colours == (("The Echo", 1), ("The Herald", 2), ("The Mail", 3))


def test_moving_an_article_to_a_known_source_takes_that_colour(workspace, story_id):
    workspace.update_article(story_id, "a2", source="The Echo")
    assert dict(workspace.story(story_id).colours)["The Echo"] == 1
    assert {a.source for a in workspace.story(story_id).articles} == {"The Echo"}


def test_a_removed_article_counts_when_a_source_is_renamed(workspace, story_id):
    workspace.remove_article(story_id, "a1")
    workspace.update_article(story_id, "a3", source="The Mail")
    workspace.restore_article(story_id, "a1")
    assert workspace.story(story_id).colours == (("The Echo", 1), ("The Herald", 2), ("The Mail", 3))


def test_no_two_sources_share_a_colour(workspace, story_id):
    workspace.set_colour(story_id, "The Echo", 2)
    assert workspace.story(story_id).colours == (("The Herald", 1), ("The Echo", 2))
    workspace.set_colour(story_id, "The Echo", 8)
    assert workspace.story(story_id).colours == (("The Herald", 1), ("The Echo", 8))


@pytest.mark.parametrize("number", [0, -1, 10**30])
def test_colours_count_from_one(workspace, story_id, number):
    with pytest.raises(ValueError, match="Colours"):
        workspace.set_colour(story_id, "The Echo", number)


def test_groups_come_and_go_in_one_change(workspace, story_id):
    workspace.set_groups(story_id, {"The Herald": " trade  press ", "The Echo": "national"})
    assert set(workspace.story(story_id).groups) == {("The Herald", "trade press"), ("The Echo", "national")}
    workspace.set_groups(story_id, {"The Herald": "", "The Echo": "national"})
    assert workspace.story(story_id).groups == (("The Echo", "national"),)
    with pytest.raises(ValueError, match="at most 60"):
        workspace.set_groups(story_id, {"The Herald": "kept out", "The Echo": "x" * 61})
    assert workspace.story(story_id).groups == (("The Echo", "national"),)


def test_what_is_closed_for_good_stays_closed(workspace):
    assert not workspace.closed_for_good("first look")
    workspace.close_for_good("first look")
    workspace.close_for_good("first look")
    assert workspace.closed_for_good("first look")
    assert not workspace.closed_for_good("something else")


def test_short_names_come_and_go(workspace, story_id):
    workspace.set_short_name(story_id, "The Echo", " Echo ")
    assert workspace.story(story_id).short_names == (("The Echo", "Echo"),)
    workspace.set_short_name(story_id, "The Echo", "")
    assert workspace.story(story_id).short_names == ()
    with pytest.raises(ValueError, match="short name"):
        workspace.set_short_name(story_id, "The Echo", "x" * 41)


def test_an_unknown_source_is_told_in_a_sentence(workspace, story_id):
    with pytest.raises(SourceNotFound, match="The Times"):
        workspace.set_short_name(story_id, "The Times", "T")
    with pytest.raises(SourceNotFound, match="The Times"):
        workspace.set_colour(story_id, "The Times", 3)


def test_several_articles_are_corrected_in_one_step_all_or_none(workspace, story_id):
    before = workspace.story(story_id)
    workspace.update_articles(story_id, {"a1": {"title": "One"}, "a2": {"date": "2026-01-02", "source": "The Echo"}})
    first, second, _ = workspace.story(story_id).articles
    assert (first.title, second.date, second.source) == ("One", "2026-01-02", "The Echo")
    assert workspace.undo_label(story_id) == "correcting 2 articles"
    workspace.undo(story_id)
    assert workspace.story(story_id).articles == before.articles
    with pytest.raises(ValueError, match="is not a date"):
        workspace.update_articles(story_id, {"a1": {"title": "One"}, "a2": {"date": "soon"}})
    with pytest.raises(KeyError):
        workspace.update_articles(story_id, {"a1": {"title": "One"}, "a9": {"title": "x"}})
    assert workspace.story(story_id).articles == before.articles
