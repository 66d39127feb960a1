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
from components.ingest.details import details, read_date
from components.ingest.limits import IN_PROCESS_BYTES, MAX_ARTICLE_CHARACTERS, MAX_ARTICLE_LINES
from components.ingest.quality import notes_on
from components.ingest.reader import MAX_BYTES, NO_COLUMNS, Draft, Problem, RefusedError, Unmapped, reader_for
from components.ingest.worker import Worker

_log = logging.getLogger(__name__)

_FIELD_LENGTH = 300
_NAMED = re.compile(r"(?P<source>[^_].{0,100}?)_(?P<date>\d{4}-\d{2}-\d{2}|\d{8})(?:_(?P<title>.{1,200}))?")
_WEB = re.compile(r"https?://[^\s<>\"']{3,2000}", re.I)


@dataclass(frozen=True, slots=True)
class Intake:
    """What was taken in, in the order in which it came, and what was not."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


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


def _from_name(draft: Draft, name: str, taken: dict[str, str]) -> Draft:
    """Fill in what only the file's name can tell: "source_2026-06-03_title", else the name itself as the source.

    ``taken`` (source -> file) keeps two files of one name in different folders or formats apart.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    named = _NAMED.fullmatch(path.stem)
    if named and (day := read_date(named["date"])):
        title = (named["title"] or "").replace("_", " ").replace("-", " ").strip()
        given = {"source": named["source"].replace("_", " "), "date": day, "title": title if draft.row is None else ""}
        new = {field: value for field, value in given.items() if value and not getattr(draft, field)}
        return replace(draft, **new, guessed=draft.guessed | set(new))  # type: ignore[arg-type]
    if draft.source:
        return draft
    source = path.stem if taken.setdefault(path.stem, name) == name else str(path)
    if draft.row is not None:
        source = f"{source} row {draft.row}"
    return replace(draft, source=source, guessed=draft.guessed | {"source"})


def _article(draft: Draft, name: str) -> Iterator[Article | Problem]:
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
    shown_date, shown_author = details(original[c.start : c.end] for c in cuts if c.reason == "date row")
    date = read_date(draft.date)
    if draft.date.strip() and not date:
        reason = (
            f"The date “{_line(draft.date)[:40]}” was left empty: write it as 2026-06-03, so that it has one reading."
        )
        yield Problem(name, reason, draft.row, "date", refused=False)
    url = draft.url.strip()
    if url and not _WEB.fullmatch(url):
        reason = "The address is not one of the web: write it with http:// or https://. It was left empty."
        yield Problem(name, reason, draft.row, "url", refused=False)
        url = ""
    for note in notes_on(text):
        yield Problem(name, note, draft.row, "text", refused=False)
    source = _line(draft.source)
    file_date = "date" in draft.guessed
    yield Article(
        id=article_id(source, title, original),
        source=source,
        title=title,
        text=text,
        original=original,
        date=(shown_date or date) if file_date or not draft.date.strip() else date,
        author=_line(draft.author) or shown_author,
        url=url,
        language=_line(draft.language).lower(),
        cuts=cuts,
    )


def intake_of(drafts: Iterable[tuple[str, Draft | Problem]]) -> Intake:
    """Articles and problems of (file, draft or problem) pairs; an exact repeat of source, title and text is a note."""
    articles: dict[str, Article] = {}
    first_in: dict[str, str] = {}
    taken: dict[str, str] = {}
    problems: list[Problem] = []
    for name, draft in drafts:
        if isinstance(draft, Problem):
            problems.append(draft)
            continue
        for made in _article(_from_name(draft, name, taken), name):
            if isinstance(made, Problem):
                problems.append(made)
            elif made.id in articles:
                where = first_in[made.id]
                reason = f"The same source, title and text were already taken in with {where}: nothing was added."
                problems.append(Problem(name, reason, draft.row, refused=False))
            else:
                articles[made.id] = made
                first_in[made.id] = name if draft.row is None else f"{name}, row {draft.row}"
    return Intake(tuple(articles.values()), tuple(problems))
