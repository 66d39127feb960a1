"""Files and folders on this machine, for the command line and the default story.

A folder's ``story.toml`` gives its title and, in ``[[article]]`` tables, what the files themselves do not tell.
"""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from components.analysis.model import Article
from components.ingest.assemble import drafts_of, intake_of
from components.ingest.decode import decode
from components.ingest.reader import MAX_BYTES, NO_COLUMNS, Draft, Problem, RefusedError
from components.ingest.worker import Worker

_log = logging.getLogger(__name__)

STORY_FILE = "story.toml"
_OF_SOURCE = ("short_name", "group")
_FIELDS = ("source", "title", "date", "author", "url", "language")


@dataclass(frozen=True, slots=True)
class FolderIntake:
    """What files and folders hold. ``title`` is "" unless one folder was named; ``short_names`` are (source, short).

    ``groups`` are (source, group).
    """

    title: str
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    short_names: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _StoryFile:
    """What a ``story.toml`` says: the story's title, and per file its stated fields."""

    title: str
    articles: dict[str, dict[str, str]]


def _words(value: Any, where: str) -> str:  # noqa: ANN401 - TOML gives any type
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, str):
        return value
    raise RefusedError(f"{where} is not a text: put it in quotation marks.")


def _read_story(path: Path) -> _StoryFile:
    """The story file at ``path``. Raises RefusedError for anything that is not as described."""
    try:
        told = tomllib.loads(decode(path.read_bytes()))
    except tomllib.TOMLDecodeError as error:
        raise RefusedError(f"It is not valid TOML ({error}): mend it; its titles and sources were left out.") from error
    tables = told.get("article", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise RefusedError("Its articles are not tables: write [[article]] above each.")
    articles: dict[str, dict[str, str]] = {}
    for number, table in enumerate(tables, start=1):
        if "file" not in table:
            raise RefusedError(f'Article {number} names no file: add file = "NAME".')
        stated = {
            k: _words(table[k], f"{k} of article {number}") for k in ("file", *_OF_SOURCE, *_FIELDS) if k in table
        }
        articles[stated["file"]] = stated
    return _StoryFile(_words(told.get("title", ""), "The title"), articles)


def _files(folder: Path) -> list[Path]:
    """The files in and below ``folder``, by name, hidden ones and links apart."""
    found = [p for p in folder.rglob("*") if not any(part.startswith(".") for part in p.relative_to(folder).parts)]
    return sorted(p for p in found if p.is_file() and not p.is_symlink() and p.name != STORY_FILE)


def _drafts(path: Path, name: str, worker: Worker, columns: Mapping[str, str]) -> Iterator[tuple[str, Draft | Problem]]:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        yield name, Problem(name, f"The file could not be opened ({error.strerror or type(error).__name__}).")
        return
    if size > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        yield name, Problem(name, f"The file has {size / 1024 / 1024:.1f} MB, more than {limit}: split it.")
        return
    yield from drafts_of(name, data, worker, columns)


def _stated(draft: Draft, told: dict[str, str]) -> Draft:
    """The draft with what the story file states. In a file of many articles a row's own fields stand first."""
    new = {k: told[k] for k in _FIELDS if told.get(k) and (draft.row is None or not getattr(draft, k))}
    return replace(draft, **new, guessed=draft.guessed - set(new))  # type: ignore[arg-type]


def _folder(
    folder: Path, story: _StoryFile, prefix: str, worker: Worker, columns: Mapping[str, str]
) -> Iterator[tuple[str, Draft | Problem]]:
    files = {p.relative_to(folder).as_posix(): p for p in _files(folder)}
    listed = [name for name in story.articles if name in files]
    for name in story.articles:
        if name not in files:
            yield (
                STORY_FILE,
                Problem(STORY_FILE, f"It lists {name}, which is not in the folder: put it there or strike it."),
            )
    for name in [*listed, *(n for n in files if n not in story.articles)]:  # the story file's order comes first
        told = story.articles.get(name, {})
        for where, draft in _drafts(files[name], prefix + name, worker, columns):
            yield where, draft if isinstance(draft, Problem) else _stated(draft, told)


def take_paths(paths: Iterable[Path | str], columns: Mapping[str, str] = NO_COLUMNS) -> FolderIntake:
    """The articles of files and folders. A folder is read whole, in its story file's order, then by name.

    ``columns``: field -> name of the column of a table that holds it, where its name does not tell.

    A path that does not exist, an unreadable file or a broken story file is a problem; the rest goes in.
    """
    with Worker() as worker:
        return _take_paths([Path(path) for path in paths], worker, columns)


def _take_paths(given: list[Path], worker: Worker, columns: Mapping[str, str]) -> FolderIntake:
    titles: list[str] = []
    short: dict[str, str] = {}
    groups: dict[str, str] = {}

    def found() -> Iterator[tuple[str, Draft | Problem]]:
        for path in given:
            if not path.exists():
                yield str(path), Problem(str(path), "There is no file or folder of that name.")
            elif not path.is_dir():
                name = path.name if [p.name for p in given].count(path.name) == 1 else path.as_posix()
                yield from _drafts(path, name, worker, columns)
            else:
                story = _StoryFile("", {})
                told = path / STORY_FILE
                if told.is_file():
                    try:
                        story = _read_story(told)
                    except (RefusedError, OSError) as error:
                        _log.warning("%s: %s", told, error)
                        yield STORY_FILE, Problem(STORY_FILE, str(error))
                titles.append(story.title or path.resolve().name)
                for told_of in story.articles.values():
                    for field, kept in zip(_OF_SOURCE, (short, groups), strict=True):
                        if told_of.get("source") and told_of.get(field):
                            kept[told_of["source"]] = told_of[field]
                yield from _folder(path, story, f"{path.name}/" if len(given) > 1 else "", worker, columns)

    intake = intake_of(found())  # an article of each draft as it comes: the drafts of a large story are never held
    sources = {article.source for article in intake.articles}
    named, grouped = (tuple((s, name) for s, name in told.items() if s in sources) for told in (short, groups))
    return FolderIntake(titles[0] if len(titles) == 1 else "", intake.articles, intake.problems, named, grouped)
