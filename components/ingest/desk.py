"""The desk: files handed in for a story are read in the background, questions kept, articles laid out to be looked at.

Nothing goes into a story from here; whoever holds the desk takes the articles from it when a person says so.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from components.ingest import web
from components.ingest.archive import is_archive, left_out
from components.ingest.assemble import Assembly, Intake, drafts_of
from components.ingest.reader import NO_COLUMNS, Draft, Problem, RefusedError, Unmapped, reader_for
from components.ingest.worker import Worker

_log = logging.getLogger(__name__)

Bytes = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading has come: ``done`` of ``total`` files, ``name`` the one being read, "" when none is."""

    done: int
    total: int
    name: str
    n_articles: int
    stopped: bool


@dataclass(frozen=True, slots=True)
class _Job:
    name: str
    file: Callable[[], tuple[str, bytes]]
    columns: Mapping[str, str]


class Desk:
    """Files that were handed in and what was found in them. Its methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._clear()

    def _clear(self) -> None:
        self._jobs: deque[_Job] = deque()
        self._assembly = Assembly()
        self._questions: dict[str, Unmapped] = {}
        self._corrections: dict[str, dict[str, str]] = {}
        self._total = self._done = 0
        self._name = ""
        self._stopped = False
        self._reading = 0  # raised to let go of a reading thread
        self._idle = threading.Event()
        self._idle.set()

    def hand_in(self, files: Iterable[tuple[str, Bytes]], *, folder: bool = False) -> None:
        """Read these (name, bytes when asked for) after what is being read. Returns at once.

        ``folder``: they are all that a folder holds, so hidden files are passed over, and those of kinds that are not
        read are named together.
        """
        jobs = [_Job(name, partial(_file, name, data), NO_COLUMNS) for name, data in files]
        with self._lock:
            self._stopped = False
            if folder:
                jobs = [job for job in jobs if not _is_hidden(job.name)]
                others = [job.name for job in jobs if not _is_read(job.name)]
                jobs = [job for job in jobs if _is_read(job.name)]
                if others:
                    self._assembly.take(others[0], left_out("The folder", others, refused=False))
            self._start(jobs)

    def hand_in_addresses(
        self, addresses: Iterable[str], fetch: Callable[[str], tuple[str, bytes]] = web.fetch
    ) -> None:
        """Fetch and read what stands at these addresses of the web, where that is allowed. Returns at once."""
        with self._lock:
            self._stopped = False
            self._start([_Job(address, partial(fetch, address), NO_COLUMNS) for address in addresses])

    def lay_out(self, intake: Intake) -> None:
        """Lay what was read elsewhere, as a pasted text, beside what was read here."""
        with self._lock:
            self._stopped = False
            self._assembly.join(intake)

    def wait(self, seconds: float) -> bool:
        """Whether everything is read; waits up to ``seconds`` for it."""
        return self._idle.wait(seconds)

    def progress(self) -> Progress:
        """How far reading has come."""
        with self._lock:
            n_articles = len(self._assembly)
            return Progress(self._done, self._total, self._name, n_articles, self._stopped)

    def stop(self) -> None:
        """Read no further. What was read stays on the desk."""
        with self._lock:
            self._reading += 1
            self._stopped = bool(self._jobs or self._name)
            self._jobs.clear()
            self._name = ""
            self._idle.set()

    def clear(self) -> None:
        """Put everything away, read or not."""
        with self._lock:
            reading = self._reading + 1
            self._clear()
            self._reading = reading

    def is_empty(self) -> bool:
        """Whether nothing lies on the desk and nothing is being read."""
        with self._lock:
            intake = self._assembly.intake()
            return self._idle.is_set() and not (intake.received or intake.problems or self._questions)

    def intake(self) -> Intake:
        """What was received and what was refused so far; tables that ask about their columns are neither."""
        with self._lock:
            return self._assembly.intake()

    def questions(self) -> tuple[tuple[Unmapped, ...], ...]:
        """The tables that ask which column holds what, those with the same columns together."""
        with self._lock:
            alike: dict[tuple[str, ...], list[Unmapped]] = {}
            for question in self._questions.values():
                alike.setdefault(question.columns, []).append(question)
            return tuple(map(tuple, alike.values()))

    def answer(self, asked: Sequence[Unmapped], columns: Mapping[str, str]) -> None:
        """Read these tables by the columns that were chosen: field -> column, "" for none."""
        with self._lock:
            jobs = [
                _Job(question.file, partial(_given, question), dict(columns))
                for question in asked
                if self._questions.pop(question.file, None)
            ]
            self._start(jobs)

    def leave_out(self, asked: Sequence[Unmapped]) -> None:
        """Take in nothing from these tables."""
        with self._lock:
            for question in asked:
                if self._questions.pop(question.file, None):
                    self._assembly.take(question.file, Problem(question.file, "It was left out: no column was chosen."))

    def correct(self, article_id: str, field: str, value: str) -> None:
        """Remember what a person wrote into a field of a received article, until it is taken from the desk."""
        with self._lock:
            self._corrections.setdefault(article_id, {})[field] = value

    def corrections(self, article_id: str) -> dict[str, str]:
        """What a person wrote, field by field."""
        with self._lock:
            return dict(self._corrections.get(article_id, {}))

    def _start(self, jobs: Sequence[_Job]) -> None:
        if not jobs:
            return
        if self._idle.is_set() and not self._jobs:
            self._total = self._done = 0
        self._jobs.extend(jobs)
        self._total += len(jobs)
        if self._idle.is_set():
            self._idle.clear()
            self._reading += 1
            threading.Thread(target=self._read, args=(self._reading,), daemon=True, name="parallax-reading").start()

    def _read(self, reading: int) -> None:
        with Worker() as worker:
            while job := self._next(reading):
                try:
                    file, data = job.file()
                except RefusedError as refusal:
                    self._found(reading, job.name, Problem(job.name, str(refusal)))
                    continue
                except Exception as error:  # the upload is gone: the session that held it ended
                    _log.warning("%s could not be fetched: %r", job.name, error)
                    lost = Problem(job.name, "The upload was lost before it could be read: add the file again.")
                    self._found(reading, job.name, lost)
                    continue
                parked = ""
                for name, found in drafts_of(file, data, worker, job.columns):
                    if asks := isinstance(found, Unmapped):
                        parked = name  # its rows wait for the answer
                    if (asks or name != parked) and not self._found(reading, name, found):
                        return

    def _next(self, reading: int) -> _Job | None:
        with self._lock:
            if reading != self._reading:
                return None
            self._done += bool(self._name)
            if not self._jobs:
                self._name = ""
                self._idle.set()
                return None
            job = self._jobs.popleft()
            self._name = job.name
            return job

    def _found(self, reading: int, name: str, found: Draft | Problem) -> bool:
        """Lay one find on the desk; False once nobody waits for it any more."""
        with self._lock:
            if reading != self._reading:
                return False
            if isinstance(found, Unmapped):
                self._questions[name] = found
            else:
                self._assembly.take(name, found)
            self._name = name  # in an archive, the file that was read last
            return True


def _file(name: str, data: Bytes) -> tuple[str, bytes]:
    return name, data()


def _given(question: Unmapped) -> tuple[str, bytes]:
    return question.file, question.data


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.replace("\\", "/").split("/"))


def _is_read(name: str) -> bool:
    if is_archive(name):
        return True
    try:
        reader_for(PurePosixPath(name).name)
    except RefusedError:
        return False
    return True
