"""The contract of a file reader: what a file in ``readers/`` must offer for its format to be taken in.

Each module of ``readers/`` holds one frozen constant ``READER``; a package scan finds it and its extensions
are read from then on. A reader turns one file into drafts; it neither cleans nor names them.
"""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from types import MappingProxyType

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 1_000
NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


class RefusedError(ValueError):
    """A file or text that cannot be taken in. The message is one clear sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article as a file gives it: not yet cleaned, named or given an id.

    Every field but ``text`` is "" when the file does not say. ``date`` is as written in the file. ``guessed``
    names the fields that were concluded (from a file's name, say) rather than stated. ``row`` is where it stands
    in a file of many: as a spreadsheet counts, the header being row 1, or the line of a JSON Lines file.
    """

    text: str
    source: str = ""
    title: str = ""
    date: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    guessed: frozenset[str] = frozenset()
    row: int | None = None


def draft_of(fields: Mapping[str, str], row: int | None = None) -> Draft:
    """The draft of a file's own fields, named as in :class:`Draft`; "text" is required."""
    return Draft(
        text=fields["text"],
        source=fields.get("source", ""),
        title=fields.get("title", ""),
        date=fields.get("date", ""),
        author=fields.get("author", ""),
        url=fields.get("url", ""),
        language=fields.get("language", ""),
        row=row,
    )


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be taken in as it stands, in one sentence that says what to do.

    ``row`` and ``field`` say where in ``file``. ``refused`` False marks a note: the article went in all the
    same (or was there already), only the thing named was left out. ``repeat``: the same article came before.
    """

    file: str
    reason: str
    row: int | None = None
    field: str = ""
    refused: bool = True
    repeat: bool = False

    def __str__(self) -> str:
        where = f", row {self.row}" if self.row is not None else ""
        return f"{self.file}{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Unmapped(Problem):
    """A table whose columns' names do not tell what an article needs: for a person to say.

    ``columns`` are its columns' names, each once; ``samples`` are the first values of each; ``fields`` are (field,
    column) pairs that the names do tell. ``refused`` False: the text was found and the rows follow, only their source
    is not told. ``data`` are the file's bytes, to be read again with the columns that are chosen.
    """

    columns: tuple[str, ...] = ()
    samples: tuple[tuple[str, ...], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    data: bytes = dataclasses.field(default=b"", repr=False)


Read = Callable[[str, bytes], Iterable[Draft | Problem]]
ReadColumns = Callable[[str, bytes, Mapping[str, str]], Iterable[Draft | Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One file format.

    ``read(name, data)`` yields a draft per article and a problem per part that is refused; it may raise
    :class:`RefusedError` for the file as a whole. ``extensions`` are lower-case with their dot; ``label`` is the
    format's name for people. A ``risky`` format is parsed by a library that a crafted file could hang, crash or fill
    the memory with: it is read in a process of its own (see :mod:`components.ingest.worker`). A format of tables has
    ``read_columns`` too: it is told which column holds which field, as field -> name, "" for none.
    """

    key: str
    label: str
    extensions: tuple[str, ...]
    read: Read
    order: int
    risky: bool = False
    read_columns: ReadColumns | None = None

    def drafts(self, name: str, data: bytes, columns: Mapping[str, str]) -> Iterable[Draft | Problem]:
        """What the file holds, by the ``columns`` that were chosen where the format has any."""
        return self.read_columns(name, data, columns) if self.read_columns and columns else self.read(name, data)


@cache
def all_readers() -> tuple[Reader, ...]:
    """Every ``READER`` in the modules of ``readers/``, by ``order``.

    A module without one, or two readers that share a key or an extension, is an error at once.
    """
    package = importlib.import_module("components.ingest.readers")
    found: list[Reader] = []
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith("_"):
            found.append(importlib.import_module(f"{package.__name__}.{module.name}").READER)
    for what, names in (
        ("reader key", [r.key for r in found]),
        ("file extension", [e for r in found for e in r.extensions]),
    ):
        twice = {n for n in names if names.count(n) > 1}
        if twice:
            raise ValueError(f"{what} used twice: {', '.join(sorted(twice))}")
    return tuple(sorted(found, key=lambda r: (r.order, r.key)))


def formats() -> str:
    """The formats that are read, in words: "plain text (.txt), CSV (.csv), and ZIP (.zip) archives of these"."""
    named = [f"{r.label} ({', '.join(r.extensions)})" for r in all_readers()]
    return f"{', '.join(named)}, and ZIP (.zip) archives of these"


def reader_for(name: str) -> Reader:
    """The reader of a file of that name, by its extension in any case.

    Raises RefusedError, naming the formats that are read, when none takes it.
    """
    extension = PurePath(name).suffix.lower()
    for reader in all_readers():
        if extension in reader.extensions:
            return reader
    what = f"{extension} files are not read" if extension else "A file without an extension is not read"
    raise RefusedError(f"{what}: save it as {formats()}, or paste the text.")
