"""Every cache of the app. Keys are a story's id and revision, so a change is seen at once and nothing else is redone.

What is cached is shared by all sessions and never changed: frames are handed out as shallow copies, which pandas'
copy-on-write keeps apart.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd
import streamlit as st

from components.analysis import bundle, comparison
from components.analysis.certainty import orders, places
from components.analysis.claims.extract import propose_in_steps
from components.analysis.collector import set_aside
from components.analysis.findings import Finding, what_stands_out
from components.analysis.groups import in_groups
from components.analysis.model import Story
from components.analysis.phrasing import place_words, short_names
from components.analysis.remembered import measure_missing, measure_remembered, n_missing, remember_proposal
from components.analysis.stepwise import finish, told
from components.ingest.desk import Desk
from components.ingest.intake import take_paths
from components.storage.workspace import Workspace
from components.ui.passages import FRAMES

if TYPE_CHECKING:
    from components.export.report.figures import Figures

STORIES = Path(__file__).parents[2] / "data" / "stories"
MAX_STORIES = 6
MAX_REMEMBERED = 200_000
MAX_FIGURES = 40
MAX_DRAWN = 60

T = TypeVar("T")


@st.cache_resource(show_spinner=False)
def workspace() -> Workspace:
    """The workspace; the first time ever it is given the default story."""
    opened = Workspace()
    if not opened.stories():
        for folder in sorted(p for p in STORIES.iterdir() if p.is_dir()):
            _seed(opened, folder)
    return opened


def _seed(opened: Workspace, folder: Path) -> None:
    intake = take_paths([folder])
    opened.seed_story(intake.title, intake.articles, intake.short_names, intake.groups)


@st.cache_resource(max_entries=MAX_STORIES, show_spinner="Reading the story")
def _story(url: str, story_id: str, revision: int, grouped: bool = False) -> Story:
    return in_groups(_story(url, story_id, revision)) if grouped else workspace().story(story_id)


@st.cache_resource(max_entries=MAX_STORIES, show_spinner="Measuring the articles")
def _long(url: str, story_id: str, revision: int) -> pd.DataFrame:
    opened = workspace()
    frame = measure_remembered(_story(url, story_id, revision), opened)
    opened.prune(MAX_REMEMBERED)
    return frame


@st.cache_resource(max_entries=MAX_STORIES, show_spinner="Comparing the sources")
def _compared(
    url: str, story_id: str, revision: int, grouped: bool
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame, tuple[Finding, ...]]:
    story, long = _story(url, story_id, revision, grouped), _long(url, story_id, revision)
    ordered = orders(story, long)
    return (
        comparison.by_source(story, long),
        comparison.by_article(story, long),
        ordered,
        places(story, long, ordered),
        what_stands_out(story, long, ordered),
    )


def ensure_claims(story_id: str) -> None:
    """Propose a story's first claim list, once, when it has articles."""
    finish(_first_claims(story_id))


def _first_claims(story_id: str) -> Generator[float, None, None]:
    """The same in steps; after each the share that is done."""
    opened = workspace()
    if not opened.claims_proposed(story_id):
        articles = opened.story(story_id).articles
        if articles:
            proposed = yield from propose_in_steps(articles)
            remember_proposal(articles, proposed, opened)
            opened.propose_claims(story_id, proposed)


@st.cache_resource(show_spinner=False)
def _ready() -> set[tuple[str, str, int]]:
    """The stories, each at one revision, of which all that pages draw from was computed in this process."""
    return set()


def _key(story_id: str) -> tuple[str, str, int]:
    opened = workspace()
    return str(opened.url), story_id, opened.revision(story_id)


def is_ready(story_id: str) -> bool:
    """Whether a page of the story can be drawn without a wait; a story without articles always can."""
    return _key(story_id) in _ready() or not _story(*_key(story_id)).articles


def n_characters(story_id: str) -> int:
    """How much text there is to measure."""
    return sum(len(article.text) for article in _story(*_key(story_id)).articles)


def n_measured(story_id: str) -> tuple[int, int]:
    """How many of the story's articles are measured and kept, and how many it has."""
    story = _story(*_key(story_id))
    return len(story.articles) - n_missing(story, workspace()), len(story.articles)


def get_ready(story_id: str) -> Generator[tuple[str, float], None, None]:
    """Compute what pages draw from, step by step; before each step what it is and the share that is done."""
    n = len(_story(*_key(story_id)).articles)
    reading = f"Reading claims out of {n:,} article{'s' * (n != 1)}"
    yield reading, 0.0
    yield from told(reading, _first_claims(story_id), most=0.3)
    loaded = Loaded(story_id)
    for left in measure_missing(loaded.story, workspace()):
        yield f"Measuring article {n - left + 1:,} of {n:,}", 0.3 + 0.4 * (n - left) / n
    yield f"Holding {len(loaded.story.claims):,} claims against {n:,} article{'s' * (n != 1)}", 0.7
    _long(*loaded.key)
    yield "Comparing the sources", 0.85
    _compared(*loaded.key, False)
    _ready().add(loaded.key)
    set_aside()


def _today() -> str:
    return date.today().isoformat()


@st.cache_resource(max_entries=MAX_STORIES, scope="session", show_spinner=False, on_release=Desk.clear)
def desk(story_id: str) -> Desk:  # noqa: ARG001 - the argument is the key
    """What this session handed in for the story and did not add yet."""
    return Desk()


class Loaded:
    """A story at one revision with everything drawn from it; each part is computed when first asked for.

    ``grouped``: its sources are taken together by their groups (see groups.in_groups), and so is all that is drawn.
    """

    def __init__(self, story_id: str, *, grouped: bool = False) -> None:
        ensure_claims(story_id)
        self.key = _key(story_id)
        self.grouped = grouped
        self.story: Story = _story(*self.key, grouped)
        self.colour_of: dict[str, int] = dict(self.story.colours)
        self.short_of: dict[str, str] = short_names(self.story)

    def once(self, what: tuple[object, ...], make: Callable[[], T]) -> T:
        """What ``make`` draws from the story at this revision, made once for every ``what`` and never to be changed."""
        made: T = _once((*self.key, self.grouped, *what), make)
        return made

    def drawn(self, what: tuple[object, ...], draw: Callable[[], object]) -> None:
        """Draw what no person can act on: once for every ``what``, from then on what was sent is sent again.

        What ``draw`` depends on besides the story at this revision must be in ``what``.
        """
        _drawn((*self.key, self.grouped, *what), draw)

    @property
    def long(self) -> pd.DataFrame:
        """Every measurement (see comparison.measure_story)."""
        return _long(*self.key).copy(deep=False)

    @cached_property
    def _compared(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame, tuple[Finding, ...]]:
        return _compared(*self.key, self.grouped)

    @property
    def sources(self) -> pd.DataFrame:
        """One row a source."""
        return self._compared[0].copy(deep=False)

    @property
    def articles(self) -> pd.DataFrame:
        """One row an article."""
        return self._compared[1].copy(deep=False)

    @property
    def orders(self) -> pd.DataFrame:
        """Every pair of sources in every headline column."""
        return self._compared[2].copy(deep=False)

    @property
    def places(self) -> pd.DataFrame:
        """The places each source may hold."""
        return self._compared[3].copy(deep=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What stands out."""
        return self._compared[4]

    @cached_property
    def _ranges(self) -> dict[tuple[str, str], str]:
        return {(r.column, r.source): place_words(r.first, r.last, r.n) for r in self.places.itertuples()}

    def place_range(self, column: str, source: str) -> str:
        """Give "1", "1–2", "any" of them, or "–" where there is nothing to rank."""
        return self._ranges.get((column, source), "–")

    def passages(self, name: str) -> pd.DataFrame:
        """One of the frames of passages.FRAMES: the sentences, passages or words behind a measure."""
        return _passages(*self.key, self.grouped, name).copy(deep=False)

    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table that can be downloaded."""
        return _tables(*self.key)

    @cached_property
    def sizes(self) -> dict[str, int]:
        """Name -> rows of every table that can be downloaded, the dictionary apart; no table is made for it."""
        return self.once(("sizes",), lambda: bundle.sizes(self.story))

    def workbook(self) -> bytes:
        """Every table as a sheet of one Excel workbook."""
        from components.export.about import about
        from components.export.workbook import workbook_xlsx

        return workbook_xlsx(self.tables(), about(self.story, _today()))

    def report(self) -> bytes:
        """The comparison as one page to read, print or send."""
        from components.export.report.document import report_html

        return report_html(self._figures(), _today())

    def _figures(self) -> Figures:
        """What the report is drawn from; with the groups, where there are any."""
        from components.export.report.figures import Figures

        return Figures(
            story=self.story,
            long=self.long,
            sources=self.sources,
            places=self.places,
            findings=self.findings,
            groups=Loaded(self.story.id, grouped=True)._figures() if self.story.groups else None,
        )

    def bundle(self) -> bytes:
        """The ZIP of everything, for people (with byte order marks)."""
        exported = bundle.json_bytes(workspace().export_story(self.story.id))
        contents = bundle.files(self.story, self.tables(), bom=True) | {bundle.STORY_FILE: exported}
        return bundle.zip_bytes({bundle.REPORT_FILE: self.report()} | contents)


def has_changed(loaded: Loaded) -> bool:
    """Whether the story is at another revision by now."""
    return _key(loaded.story.id) != loaded.key


@st.cache_resource(max_entries=MAX_STORIES * len(FRAMES), show_spinner="Reading the sentences")
def _passages(url: str, story_id: str, revision: int, grouped: bool, name: str) -> pd.DataFrame:
    return FRAMES[name](_story(url, story_id, revision, grouped))


@st.cache_resource(max_entries=MAX_FIGURES, show_spinner=False)
def _once(key: tuple[object, ...], _make: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG001 - whatever is made
    return _make()


@st.cache_resource(max_entries=MAX_DRAWN, show_spinner=False)
def _drawn(key: tuple[object, ...], _draw: Callable[[], object]) -> None:  # noqa: ARG001 - what draws without widgets
    _draw()


@st.cache_resource(max_entries=2, show_spinner="Writing the tables")
def _tables(url: str, story_id: str, revision: int) -> dict[str, pd.DataFrame]:
    return bundle.frames(_story(url, story_id, revision), _long(url, story_id, revision))
