"""Reading untrusted files in a process of its own, which can be stopped.

A crafted PDF, Word file or web page can hang, crash or fill the memory of whatever parses it. So those formats are
read by a second Python process (:mod:`components.ingest.reading_process`) that holds nothing of ours but the one file:
it has a time limit per file, a memory limit, no network and no right to write files. When it hangs or dies, that file
is refused with the reason, and the next file gets a fresh process. It is started as a program, never forked from this
process with its threads, and never runs the program's main module again.

The memory limit, the limit on written files and the priority need POSIX; elsewhere only the time limit, the refused
network and the separation hold.
"""

from __future__ import annotations

import json
import logging
import os
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from components.ingest.limits import MEMORY_BYTES, SECONDS
from components.ingest.reader import NO_COLUMNS, Draft, Problem, Unmapped

_log = logging.getLogger(__name__)
_ROOT = Path(__file__).parents[2]
_LENGTH = struct.Struct(">Q")
_MAX_REPLY_BYTES = 400 * 1024 * 1024
# So many files are read at a time in all, whoever uploads: more would only take each other's processor and memory.
_SLOTS = threading.BoundedSemaphore(max(4, os.cpu_count() or 4))
# What a process needs to start on any system. Everything else, passwords of databases included, stays here.
_ENVIRONMENT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def send(stream: IO[bytes], *parts: bytes) -> None:
    """Write each part after its length, and flush."""
    for part in parts:
        stream.write(_LENGTH.pack(len(part)))
        stream.write(part)
    stream.flush()


def receive(stream: IO[bytes], limit: int) -> bytes | None:
    """The next part; None when the stream ends before it is whole. Raises ValueError for one longer than ``limit``."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > limit:
        raise ValueError(f"{length} bytes announced")
    part = stream.read(length)
    return part if len(part) == length else None


class Worker:
    """A process that reads files one after the other; started with the first, ended with the ``with`` block.

    One belongs to one intake: it never sees the files of two people, and its memory returns with its end. Not for
    several threads at once.
    """

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY_BYTES) -> None:
        self.seconds = seconds
        self.memory = memory
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        environment["PYTHONPATH"] = os.pathsep.join([str(_ROOT), *(path for path in sys.path if path)])
        return subprocess.Popen(
            # -P: no module is found in the working folder; -B: it may write no files
            [sys.executable, "-P", "-B", "-m", "components.ingest.reading_process", str(self.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=tempfile.gettempdir(),
            env=environment,
        )

    def close(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def read(self, name: str, data: bytes, columns: Mapping[str, str] = NO_COLUMNS) -> list[Draft | Problem]:
        """What the file's reader yields, or one Problem that says how reading it went wrong. Never raises for it.

        ``columns``: see :class:`components.ingest.reader.Reader`.
        """
        with _SLOTS:
            if self._process is None or self._process.poll() is not None:
                self.close()
                self._process = self._start()
            process = self._process
            late = threading.Event()

            def stop() -> None:
                late.set()
                process.kill()

            clock = threading.Timer(self.seconds, stop)
            clock.start()
            reply = None
            try:
                assert process.stdin is not None
                assert process.stdout is not None
                send(process.stdin, name.encode("utf-8", "replace"), json.dumps(dict(columns)).encode(), data)
                reply = receive(process.stdout, _MAX_REPLY_BYTES)
                found = None if reply is None else [_found(name, told) for told in json.loads(reply)]
            except (OSError, ValueError, KeyError, TypeError) as error:  # it died while we wrote, or wrote nonsense
                _log.warning("Reading %s: no answer (%r)", name, error)
                found = None
            finally:
                clock.cancel()
            if found is not None:
                return found
            self.close()
        if late.is_set():
            reason = (
                f"Reading it took more than {self.seconds:g} seconds: save it in another format, or paste its text."
            )
        else:
            _log.warning("Reading %s ended its process with %s", name, process.returncode)
            reason = "Its contents made the reading program fail: save it in another format, or paste its text."
        return [Problem(name, reason)]


def _found(name: str, told: dict[str, Any]) -> Draft | Problem:
    """A draft or problem out of its plain form; a reader that broke is logged with where."""
    if "draft" in told:
        fields = told["draft"]
        texts = {k: str(fields[k]) for k in ("text", "source", "title", "date", "author", "url", "language")}
        row = fields["row"]
        return Draft(**texts, guessed=frozenset(map(str, fields["guessed"])), row=None if row is None else int(row))
    if "trace" in told:
        _log.error("Reading %s failed\n%s", name, told["trace"])
    row = told["row"]
    place = None if row is None else int(row)
    if "columns" in told:
        return Unmapped(
            name,
            str(told["reason"]),
            refused=bool(told["refused"]),
            columns=tuple(map(str, told["columns"])),
            samples=tuple(tuple(map(str, values)) for values in told["samples"]),
            fields=tuple((str(field), str(column)) for field, column in told["fields"]),
        )
    return Problem(name, str(told["reason"]), place, str(told["field"]), bool(told["refused"]))
