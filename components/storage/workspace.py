"""The workspace: every story with its articles, claims, decisions and settings, and the measurements kept.

    workspace = Workspace()
    info = workspace.create_story("The chip deal")
    workspace.add_articles(info.id, articles)
    story = workspace.story(info.id)

Each method is one transaction of its own and any thread may call it; several processes may share a workspace.
Changes of one story follow each other, the last write wins, none is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from sqlalchemy import select

from components.analysis.model import Article, Claim, Decision, Settings, Story
from components.analysis.story_json import settings_to_dict
from components.storage import articles, cache, claims, journal, schema, stories
from components.storage.exchange import Exported, from_json, to_json
from components.storage.journal import Change
from components.storage.opening import open_engine, workspace_url, writer
from components.storage.reading import read_story, story_info, story_infos
from components.storage.rows import Added, StoryInfo


class Workspace:
    """The stories in one database.

    ``url``: a SQLAlchemy URL (SQLite or PostgreSQL) or the path of a SQLite file; without it the environment variable
    PARALLAX_DATABASE, else ``data/workspace/parallax.sqlite``. The database is made and migrated if need be.
    Raises WorkspaceTooNew for one of a later version, WorkspaceUnusable for anything else that is no workspace.

    Methods that take a ``story_id`` raise StoryNotFound (a KeyError) when there is no such story or it was
    deleted, ArticleNotFound, ClaimNotFound or SourceNotFound likewise; values that cannot be kept raise
    ValueError. All of them carry a sentence that can be shown.
    """

    def __init__(self, url: str | None = None) -> None:
        self.url = workspace_url(url)
        self._engine = open_engine(self.url)
        self._writer = writer(self._engine)

    def close(self) -> None:
        """Let the connections go. The workspace opens new ones if it is used again."""
        self._engine.dispose()

    # Stories

    def stories(self) -> tuple[StoryInfo, ...]:
        """The stories that are not deleted, oldest first."""
        with self._engine.connect() as connection:
            return story_infos(connection)

    def story(self, story_id: str) -> Story:
        """The story with its articles and claims in order, decisions on what is in it, settings and colours."""
        with self._engine.connect() as connection:
            return read_story(connection, story_id)

    def revision(self, story_id: str) -> int:
        """A number that rises with every change to the story: what is computed from it stays right until then."""
        with self._engine.connect() as connection:
            return int(stories.present(connection, story_id)["revision"])

    def create_story(self, title: str) -> StoryInfo:
        """A new, empty story. A title that another story bears gets " (2)"; the slug is kept for good."""
        with self._writer.begin() as connection:
            return story_info(connection, stories.create(connection, title))

    def seed_story(
        self,
        title: str,
        new: Iterable[Article],
        short_names: Iterable[tuple[str, str]] = (),
        groups: Iterable[tuple[str, str]] = (),
    ) -> StoryInfo | None:
        """A first story with its articles, (source, short name) and (source, group) pairs, whole, where none ever was.

        None if it ever held a story, deleted or not: so the default story is made once, however many
        sessions open a new workspace at the same moment, and does not come back when it is deleted.
        """
        with self._writer.begin() as connection:
            if connection.execute(select(schema.stories.c.id).limit(1)).first() is not None:
                return None
            story_id = stories.create(connection, title)
            change = Change(connection, story_id)
            articles.add(change, new)
            for source, short in short_names:
                articles.set_short_name(change, source, short)
            for source, group in groups:
                articles.set_group(change, source, group)
            return story_info(connection, story_id)

    def rename_story(self, story_id: str, title: str) -> StoryInfo:
        """Give the story another title, with " (2)" if it is taken; id and slug stay."""
        with self._change(story_id, "renaming the story") as change:
            change.update(schema.stories, {}, {"title": stories.free_title(change.connection, title, story_id)})
            return story_info(change.connection, story_id)

    def delete_story(self, story_id: str) -> None:
        """Take the story away; restore_story brings it back."""
        with self._writer.begin() as connection:
            stories.set_deleted(connection, story_id, True)

    def restore_story(self, story_id: str) -> StoryInfo:
        """Bring a deleted story back, under another title if its own is taken by now."""
        with self._writer.begin() as connection:
            stories.set_deleted(connection, story_id, False)
            return story_info(connection, story_id)

    def export_story(self, story_id: str) -> dict[str, Any]:
        """The whole story as JSON would hold it: texts, cut blocks, metadata, claims, decisions, settings, colours."""
        with self._engine.connect() as connection:
            row = stories.present(connection, story_id)
            story = read_story(connection, story_id)
        exported = Exported(story=story, claims_proposed=row["claims_proposed"], last_claim=row["last_claim"])
        return to_json(exported)

    def import_story(self, data: object) -> StoryInfo:
        """A new story from what export_story gave, or from the ``story.json`` of any bundle.

        The same in all but its id, and in its title if that is taken; a source without a colour gets the next one.
        ValueError, and nothing stored, for anything else.
        """
        exported = from_json(data)
        with self._writer.begin() as connection:
            return story_info(connection, stories.write(connection, exported))

    # Articles and sources

    def add_articles(self, story_id: str, new: Iterable[Article], proposed: Sequence[Claim] | None = None) -> Added:
        """Add articles after those there are. One whose id is in the story already is a duplicate, left as it is.

        A removed article that is added again comes back as it is given now, at the end. A source seen for the
        first time gets the next colour and keeps it. ``proposed``: the claim list to propose from all articles (see
        propose_claims) in the same change, so that one undo takes back both.
        """
        with self._change(story_id, "") as change:
            added = articles.add(change, new)
            change.label = f"adding {_counted(len(added.added), 'article')}"
            if added.added and proposed is not None:
                claims.mark_proposed(change)
                claims.propose(change, proposed)
        return added

    def update_article(self, story_id: str, article_id: str, **fields: str) -> None:
        """Correct source, title, date, author, url, language or note. The id and the text stay.

        ``date`` is YYYY-MM-DD or "". A source name that no other article bears hands its colour to the new
        name, unless the story has that source already.
        """
        with self._change(story_id, "") as change:
            row = articles.present(change, article_id)
            change.label = f"correcting {articles.name_of(row)}"
            articles.correct(change, article_id, fields)

    def update_articles(self, story_id: str, corrections: Mapping[str, Mapping[str, str]]) -> None:
        """Correct several articles in one step, all or none: article id -> fields as in update_article."""
        with self._change(story_id, f"correcting {_counted(len(corrections), 'article')}") as change:
            for article_id, fields in corrections.items():
                articles.present(change, article_id)
                articles.correct(change, article_id, fields)

    def remove_article(self, story_id: str, article_id: str) -> None:
        """Take an article out of the story; restore_article or undo brings it back, with its verdicts."""
        with self._change(story_id, "") as change:
            change.label = f"removing {articles.name_of(articles.present(change, article_id))}"
            articles.set_removed(change, article_id, True)

    def restore_article(self, story_id: str, article_id: str) -> None:
        """Bring a removed article back to its old place."""
        with self._change(story_id, "bringing an article back") as change:
            articles.set_removed(change, article_id, False)

    def put_back(self, story_id: str, article_id: str, cut_index: int, value: bool = True) -> None:
        """Measure the cut block of that index after all (or, False, no longer); the text is derived anew."""
        label = "putting a cut block back" if value else "cutting a block again"
        with self._change(story_id, label) as change:
            articles.put_back(change, article_id, cut_index, value)

    def set_short_name(self, story_id: str, source: str, short: str) -> None:
        """Give a source a short name (at most 40 characters); "" takes it away."""
        with self._change(story_id, "the short name of a source") as change:
            articles.set_short_name(change, source, short)

    def set_groups(self, story_id: str, groups: Mapping[str, str]) -> None:
        """Put sources into groups (at most 60 characters each), "" into none, all in one change."""
        with self._change(story_id, "the groups of the sources") as change:
            for source, group in groups.items():
                articles.set_group(change, source, group)

    def set_colour(self, story_id: str, source: str, number: int) -> None:
        """Give a source a palette number from 1; a source that has it takes this one's in exchange."""
        with self._change(story_id, "the colour of a source") as change:
            articles.set_colour(change, source, number)

    def set_settings(self, story_id: str, settings: Settings) -> None:
        """Change how the story is measured."""
        with self._change(story_id, "the settings") as change:
            change.update(schema.stories, {}, {"settings": settings_to_dict(settings)})

    def set_note(self, story_id: str, text: str, by: str = "") -> None:
        """Keep the analyst's own words on the story, and whose they are (see checked_note); "" takes them away."""
        with self._change(story_id, "the note") as change:
            stories.set_note(change, text, by)

    # Claims and decisions

    def add_claim(
        self, story_id: str, text: str, note: str = "", origin: Literal["proposed", "analyst"] = "analyst"
    ) -> Claim:
        """Add a claim at the end of the list, under an id never used in this story."""
        with self._change(story_id, "adding a claim") as change:
            return claims.add(change, text, note, origin)

    def edit_claim(self, story_id: str, claim_id: str, text: str | None = None, note: str | None = None) -> Claim:
        """Reword a claim, which makes it the analyst's, or change its note; decisions on it stay."""
        with self._change(story_id, "") as change:
            return claims.edit(change, claim_id, text, note)

    def split_claim(self, story_id: str, claim_id: str, texts: Sequence[str], note: str = "") -> tuple[Claim, ...]:
        """Put claims of the analyst's own in the place of one, whose verdicts wait with it for an undo."""
        with self._change(story_id, "") as change:
            return claims.split(change, claim_id, texts, note)

    def remove_claim(self, story_id: str, claim_id: str) -> None:
        """Take a claim off the list; restore_claim or undo brings it back, with its verdicts."""
        with self._change(story_id, "") as change:
            claims.set_removed(change, claim_id, True)

    def restore_claim(self, story_id: str, claim_id: str) -> None:
        """Bring a removed claim back to its old place."""
        with self._change(story_id, "") as change:
            claims.set_removed(change, claim_id, False)

    def move_claim(self, story_id: str, claim_id: str, position: int) -> None:
        """Put a claim at a place in the list, counted from 0."""
        with self._change(story_id, "") as change:
            claims.move(change, claim_id, position)

    def merge_claims(self, story_id: str, claim_id: str, gone: str) -> int:
        """Take ``gone`` off the list; ``claim_id`` gets decisions of people who judged only that. How many came."""
        with self._change(story_id, "") as change:
            return claims.merge(change, claim_id, gone)

    def set_claims(self, story_id: str, new: Sequence[Claim]) -> tuple[Claim, ...]:
        """Make ``new`` the list and return it with the ids it got.

        A claim with an id the story knows is that claim, reworded perhaps, and keeps its decisions; one with
        an empty or unknown id is new. Claims left out are removed. The list counts as proposed from then on.
        """
        with self._change(story_id, "changing the claim list") as change:
            claims.mark_proposed(change)
            return claims.replace(change, new)

    def propose_claims(self, story_id: str, new: Sequence[Claim]) -> tuple[Claim, ...]:
        """Make Parallax's own proposal the list and return it with the ids it got.

        A claim worded exactly as one in the list is that one and keeps its id, note and decisions. What is the
        analyst's stays, after the proposed ones: claims of their own or reworded by them, with a note, or with a
        person's verdict. A story's first proposal is nobody's decision, so it is not there to undo.
        """
        with self._change(story_id, "proposing claims anew") as change:
            if claims.mark_proposed(change):
                change.label = ""
            return claims.propose(change, new)

    def claims_proposed(self, story_id: str) -> bool:
        """Whether the story ever had its list proposed or set, even if it was emptied since."""
        with self._engine.connect() as connection:
            return bool(stories.present(connection, story_id)["claims_proposed"])

    def decide(self, story_id: str, decision: Decision) -> None:
        """Keep a person's verdict on a claim in an article, in place of that person's earlier one.

        What others decided there is kept beside it; the verdict that was kept last is the one in force.
        """
        with self._change(story_id, "") as change:
            claims.decide(change, decision)

    def undecide(self, story_id: str, claim_id: str, article_id: str, coder: str) -> None:
        """Take a person's verdict away; nothing happens if there is none."""
        with self._change(story_id, "") as change:
            claims.undecide(change, claim_id, article_id, coder)

    # Undo

    def undo(self, story_id: str) -> str | None:
        """Take the story's last change back. What it was ("removing claim “Rain fell”"), None if there is nothing."""
        with self._change(story_id, "") as change:
            label = journal.take_back(change.connection, story_id)
            if label is not None:
                stories.settle_title(change.connection, story_id)
                change.changed = True
        return label

    def undo_label(self, story_id: str) -> str | None:
        """What undo would take back, None if there is nothing."""
        with self._engine.connect() as connection:
            stories.present(connection, story_id)
            return journal.last_label(connection, story_id)

    # What a person closed for good

    def close_for_good(self, name: str) -> None:
        """Remember, for every story, that something offered once is not wanted again."""
        with self._writer.begin() as connection:
            if connection.execute(select(schema.closed).where(schema.closed.c.name == name)).first() is None:
                connection.execute(schema.closed.insert().values(name=name))

    def closed_for_good(self, name: str) -> bool:
        """Whether it was closed."""
        with self._engine.connect() as connection:
            return connection.execute(select(schema.closed).where(schema.closed.c.name == name)).first() is not None

    # Measurements kept between runs

    def known(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The payloads kept under those keys; a key that is not there is left out."""
        with self._engine.connect() as connection:
            return cache.known(connection, keys)

    def remember(self, items: Mapping[str, bytes]) -> None:
        """Keep payloads under keys of at most 128 characters, in place of what they held."""
        with self._writer.begin() as connection:
            cache.remember(connection, items)

    def prune(self, max_rows: int) -> int:
        """Let go of the payloads stored longest ago until ``max_rows`` are left. How many went."""
        with self._writer.begin() as connection:
            return cache.prune(connection, max_rows)

    @contextmanager
    def _change(self, story_id: str, label: str) -> Iterator[Change]:
        """One change of a story, all of it or nothing; one that changes nothing leaves no trace."""
        with self._writer.connect() as connection, connection.begin() as transaction:
            journal.raise_revision(connection, story_id)
            change = Change(connection, story_id, label)
            yield change
            if change.changed:
                change.keep()
            else:
                transaction.rollback()


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
