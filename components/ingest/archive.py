"""ZIP archives: their files one by one, within limits on number, size, expansion, nesting and time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from components.ingest.limits import ARCHIVE_SECONDS, MAX_DEPTH, MAX_EXPANDED_BYTES, MAX_MEMBERS
from components.ingest.package import open_zip, unpack
from components.ingest.reader import MAX_BYTES, Problem, RefusedError, all_readers

EXTENSION = ".zip"
_HIDDEN = ("__MACOSX", ".")


@dataclass(slots=True)
class Budget:
    """What is left for one archive with all that is nested in it."""

    members: int = MAX_MEMBERS
    expanded: int = MAX_EXPANDED_BYTES
    until: float = field(default_factory=lambda: time.monotonic() + ARCHIVE_SECONDS)


def is_archive(name: str) -> bool:
    """The file is a ZIP by its name."""
    return PurePosixPath(name.lower()).suffix == EXTENSION


def _shown(filename: str) -> str:
    """A member's name for people: a path inside the archive, never out of it (nothing is ever written anywhere)."""
    parts = filename.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))[:300] or "(unnamed)"


def left_out(name: str, others: Sequence[str], *, refused: bool) -> Problem:
    """The one sentence about files of an archive or folder that are of no kind that is read."""
    listed = ", ".join(others[:5]) + (", ..." if len(others) > 5 else "")
    count = "One file" if len(others) == 1 else f"{len(others):,} files"
    return Problem(name, f"{count} of kinds that hold no article left out ({listed}).", refused=refused)


def members(name: str, data: bytes, budget: Budget, depth: int) -> Iterator[tuple[str, bytes] | Problem]:
    """(name, bytes) of every file of the archive that a reader takes, unpacked as it is asked for.

    Names are ``archive.zip/folder/file``. Hidden files are passed over; files of other kinds are counted in one note;
    what is damaged, too large or over the ``budget`` is a Problem. Raises RefusedError for the archive as a whole.
    """
    if depth > MAX_DEPTH:
        raise RefusedError("It is nested too deep, a ZIP in a ZIP in a ZIP: take it out and add it by itself.")
    archive = open_zip(data)
    taken = {extension for reader in all_readers() for extension in reader.extensions} | {EXTENSION}
    others: list[str] = []
    n_files = 0
    for member in archive.infolist():
        shown = _shown(member.filename)
        if member.is_dir() or any(part.startswith(_HIDDEN) for part in shown.split("/")):
            continue
        n_files += 1
        if PurePosixPath(shown.lower()).suffix not in taken:
            others.append(shown)
            continue
        budget.members -= 1
        budget.expanded -= member.file_size
        if budget.members < 0 or budget.expanded < 0:
            raise RefusedError(f"The archives in it hold too much: from {shown} on nothing was taken in. Split it.")
        if time.monotonic() > budget.until:
            raise RefusedError(
                f"It took more than {ARCHIVE_SECONDS / 60:g} minutes: from {shown} on nothing was taken in. Split it."
            )
        inside = f"{name}/{shown}"
        if member.file_size > MAX_BYTES:
            limit = MAX_BYTES // (1024 * 1024)
            yield Problem(inside, f"It has {member.file_size / 1024 / 1024:.1f} MB, more than {limit}: split it.")
            continue
        try:
            yield inside, unpack(archive, member)
        except RefusedError as refusal:
            yield Problem(inside, str(refusal))
    if others:
        yield left_out(name, others, refused=len(others) == n_files)
    elif not n_files:
        raise RefusedError("The archive is empty: there is nothing to take in.")
