"""From drafts to articles: cleaned, named, given their ids, repeats recognised."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from components.analysis.model import Article, measured_text
from components.ingest.archive import Budget, is_archive, members
from components.ingest.cleaning import cut_residue
from components.ingest.decode import tidy
from components.ingest.details import date_readings, details, read_date, read_dateline
from components.ingest.limits import IN_PROCESS_BYTES, MAX_ARTICLE_CHARACTERS, MAX_ARTICLE_LINES
from components.ingest.quality import Note, notes_on
from components.ingest.reader import MAX_BYTES, NO_COLUMNS, Draft, Problem, RefusedError, Unmapped, reader_for
from components.ingest.worker import Worker

_log = logging.getLogger(__name__)

TWO_READINGS = "date has two readings"
_FIELD_LENGTH = 300
_NAMED = re.compile(r"(?P<source>[^_].{0,100}?)_(?P<date>\d{4}-\d{2}-\d{2}|\d{8})(?:_(?P<title>.{1,200}))?")
_WEB = re.compile(r"https?://[^\s<>\"']{3,2000}", re.I)


@dataclass(frozen=True, slots=True)
class Received:
    """An article with where it stood (``row`` in a file of many) and what is to be said of it.

    ``days`` are the two days that its date may mean where customs read it differently, the day first and the month
    first; the article's own date is empty then.
    """

    article: Article
    file: str
    row: int | None = None
    notes: tuple[Note, ...] = ()
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """What was taken in, in the order in which it came, and what was not."""

    received: tuple[Received, ...]
    problems: tuple[Problem, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that were taken in."""
        return tuple(received.article for received in self.received)


def article_id(source: str, title: str, original: str) -> str:
    """The id of an article: 16 hexadecimal digits, the same for the same source, title and original text."""
    return hashlib.sha256("\0".join((source, title, original)).encode()).hexdigest()[:16]


def drafts_of(
    name: str,
    data: bytes,
    worker: Worker,
    columns: Mapping[str, str] = NO_COLUMNS,
    budget: Budget | None = None,
    depth: int = 1,
) -> Iterator[tuple[str, Draft | Problem]]:
    """(file, draft or problem) of one file; the files of a ZIP come under names of their own.

    Plain formats of ordinary size are read here, all others in the ``worker``'s process. Whatever a reader raises
    becomes a problem that names the file. ``columns``: which column of a table holds which field, where a person said.
    """
    try:
        if len(data) > MAX_BYTES:
            limit = MAX_BYTES // (1024 * 1024)
            raise RefusedError(f"The file has {len(data) / 1024 / 1024:.1f} MB, more than {limit}: split it.")
        if not data.strip():
            raise RefusedError("The file is empty: there is nothing to take in.")
        if is_archive(name):
            budget = budget or Budget()
            for member in members(name, data, budget, depth):
                if isinstance(member, Problem):
                    yield member.file, member
                else:
                    yield from drafts_of(*member, worker, columns, budget, depth + 1)
            return
        reader = reader_for(name)
        apart = reader.risky or len(data) > IN_PROCESS_BYTES
        for found in worker.read(name, data, columns) if apart else reader.drafts(name, data, columns):
            yield name, replace(found, data=data) if isinstance(found, Unmapped) else found
    except RefusedError as refusal:
        yield name, Problem(name, str(refusal))
    except Exception as error:  # a reader met what nobody thought of: the other files go on, this one is named
        _log.exception("Reading %s failed", name)
        reason = f"The file could not be read ({type(error).__name__}): save it in another format, or paste its text."
        yield name, Problem(name, reason)


def _line(value: str) -> str:
    return " ".join(tidy(value).split())[:_FIELD_LENGTH]


def _from_name(draft: Draft, name: str) -> Draft:
    """Fill in what only the file's name can tell, if it is "source_2026-06-03_title"."""
    path = PurePosixPath(name.replace("\\", "/"))
    named = _NAMED.fullmatch(path.stem)
    if named and (day := read_date(named["date"])):
        title = (named["title"] or "").replace("_", " ").replace("-", " ").strip()
        given = {"source": named["source"].replace("_", " "), "date": day, "title": title if draft.row is None else ""}
        new = {field: value for field, value in given.items() if value and not getattr(draft, field)}
        return replace(draft, **new, guessed=draft.guessed | set(new) - {"source"})  # type: ignore[arg-type]
    return draft


def _file_as_source(draft: Draft, name: str, taken: dict[str, str]) -> str:
    """The file's own name, for an article that no one and nothing names a source of.

    ``taken`` (source -> file) keeps two files of one name in different folders or formats apart.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    source = path.stem if taken.setdefault(path.stem, name) == name else str(path)
    return source if draft.row is None else f"{source} row {draft.row}"


def _received(draft: Draft, name: str, taken: dict[str, str]) -> Iterator[Received | Problem]:
    """The article of a draft, and notes on what was left out; a problem alone when there is no text."""
    if len(draft.text) > MAX_ARTICLE_CHARACTERS or draft.text.count("\n") > MAX_ARTICLE_LINES:
        reason = f"The text has {len(draft.text):,} characters in {draft.text.count(chr(10)) + 1:,} lines, more than "
        reason += f"{MAX_ARTICLE_CHARACTERS:,} or {MAX_ARTICLE_LINES:,}: no article is that long, so split it."
        yield Problem(name, reason, draft.row, "text")
        return
    original = tidy(draft.text).strip("\n")
    title_known = "" if "title" in draft.guessed else _line(draft.title)
    cuts = cut_residue(original, title=title_known)
    text = measured_text(original, cuts)
    if not text:
        yield Problem(name, "There is no text in it: nothing was taken in.", draft.row, "text")
        return
    headlines = [_line(original[c.start : c.end]) for c in cuts if c.reason == "headline"]
    title = title_known or (headlines[-1] if headlines else "") or _line(draft.title)
    shown = details(original[c.start : c.end] for c in cuts if c.reason == "date row")
    days = date_readings(draft.date)
    if not draft.date.strip() or ("date" in draft.guessed and len(shown.dates) == 1):
        days = shown.dates
    elif len(days) == 2 and len(shown.dates) == 1 and shown.dates[0] in days:  # the page says which of the two it is
        days = shown.dates[:1]
    if not days and not draft.date.strip() and (written := read_dateline(text)):
        days = (written,)
    notes: list[tuple[str, Note]] = []
    if len(days) == 2:
        reason = f"The date “{_line(draft.date)[:40] or 'in the text'}” has two readings, {days[0]} and {days[1]}: "
        reason += "it was left empty until you say which."
        notes.append(("date", Note(TWO_READINGS, reason)))
    elif draft.date.strip() and not days:
        reason = f"The date “{_line(draft.date)[:40]}” was left empty: write it as 2026-06-03."
        notes.append(("date", Note("date not read", reason)))
    url = draft.url.strip()
    if url and not _WEB.fullmatch(url):
        reason = "The address is not one of the web: write it with http:// or https://. It was left empty."
        notes.append(("url", Note("address not read", reason)))
        url = ""
    notes += [("text", note) for note in notes_on(text)]
    yield from (Problem(name, str(note), draft.row, field, refused=False) for field, note in notes)
    stated = "" if "source" in draft.guessed else _line(draft.source)
    source = stated or shown.outlet or _line(draft.source) or _line(_file_as_source(draft, name, taken))
    article = Article(
        id=article_id(source, title, original),
        source=source,
        title=title,
        text=text,
        original=original,
        date=days[0] if len(days) == 1 else "",
        author=_line(draft.author) or shown.author,
        url=url,
        language=_line(draft.language).lower(),
        cuts=cuts,
    )
    yield Received(article, name, draft.row, tuple(note for _, note in notes), days if len(days) == 2 else ())


class Assembly:
    """Articles made of drafts as they come, each once."""

    def __init__(self) -> None:
        self._received: dict[str, Received] = {}
        self._problems: list[Problem] = []
        self._taken: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._received)

    def take(self, name: str, found: Draft | Problem) -> None:
        """Take in what was found in the file ``name``; an exact repeat of source, title and text is a note."""
        if isinstance(found, Problem):
            self._problems.append(found)
            return
        for made in _received(_from_name(found, name), name, self._taken):
            if isinstance(made, Problem):
                self._problems.append(made)
            else:
                self._keep(made)

    def join(self, intake: Intake) -> None:
        """Take in what was taken in elsewhere."""
        self._problems += intake.problems
        for received in intake.received:
            self._keep(received)

    def _keep(self, made: Received) -> None:
        if first := self._received.get(made.article.id):
            where = first.file if first.row is None else f"{first.file}, row {first.row}"
            reason = f"The same source, title and text were already taken in with {where}: nothing was added."
            self._problems.append(Problem(made.file, reason, made.row, refused=False, repeat=True))
        else:
            self._received[made.article.id] = made

    def intake(self) -> Intake:
        """What was taken in so far."""
        return Intake(tuple(self._received.values()), tuple(self._problems))


def intake_of(drafts: Iterable[tuple[str, Draft | Problem]]) -> Intake:
    """Articles and problems of (file, draft or problem) pairs."""
    assembly = Assembly()
    for name, found in drafts:
        assembly.take(name, found)
    return assembly.intake()
