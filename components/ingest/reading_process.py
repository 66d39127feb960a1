"""The process behind :mod:`components.ingest.worker`: files in on standard input, drafts and problems out.

Run as a program; the argument is the memory limit in bytes.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import traceback
from collections.abc import Iterator
from typing import Any

from components.ingest.reader import MAX_BYTES, Draft, Problem, RefusedError, reader_for
from components.ingest.worker import receive, send

_REFUSED_EVENTS = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "subprocess.Popen",
    "os.exec",
    "os.posix_spawn",
)


def restrict(memory: int) -> None:
    """Give up what reading a file has no need of: memory beyond ``memory`` bytes, writing files, network, programs."""
    if sys.platform != "win32":
        import resource  # POSIX only

        wanted = {
            resource.RLIMIT_AS: memory,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_CORE: 0,
        }
        for limit, value in wanted.items():
            hard = resource.getrlimit(limit)[1]
            value = value if hard == resource.RLIM_INFINITY else min(value, hard)
            try:
                resource.setrlimit(limit, (value, value))
            except (ValueError, OSError):  # macOS has no limit of address space; the time limit stays
                continue
        os.nice(5)

    def refuse(event: str, _arguments: tuple[Any, ...]) -> None:
        if event in _REFUSED_EVENTS:
            raise PermissionError(f"{event} is not for a process that reads files")

    sys.addaudithook(refuse)


def told(found: Draft | Problem) -> dict[str, Any]:
    """A draft or problem in plain form."""
    if isinstance(found, Draft):
        return {"draft": {**dataclasses.asdict(found), "guessed": sorted(found.guessed)}}
    plain = dataclasses.asdict(found)
    plain.pop("data", None)  # whoever sent them has them
    return plain


def read(name: str, columns: dict[str, str], data: bytes) -> Iterator[dict[str, Any]]:
    """What the reader of that file yields, in plain form; whatever it raises is a problem."""
    try:
        for found in reader_for(name).drafts(name, data, columns):
            yield told(found)
    except RefusedError as refusal:
        yield told(Problem(name, str(refusal)))
    except MemoryError:
        yield told(Problem(name, "Reading it takes more memory than one file may: split it, or paste its text."))
    except RecursionError:
        yield told(Problem(name, "It nests too deep to be read: save it in another format, or paste its text."))
    except Exception as error:  # a reader met what nobody thought of: the file is refused, the trace goes to the log
        reason = f"The file could not be read ({type(error).__name__}): save it in another format, or paste its text."
        yield {**told(Problem(name, reason)), "trace": traceback.format_exc(limit=-8)}


def main() -> None:
    """Answer until standard input ends."""
    # What a library prints must not reach the answers' stream.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    restrict(int(sys.argv[1]))
    while (name := receive(sys.stdin.buffer, 64 * 1024)) is not None:
        columns = receive(sys.stdin.buffer, MAX_BYTES)
        data = receive(sys.stdin.buffer, MAX_BYTES)
        if columns is None or data is None:
            return
        send(answers, json.dumps(list(read(name.decode(), json.loads(columns), data))).encode())


if __name__ == "__main__":
    main()
