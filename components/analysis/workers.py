"""Work spread over processes, answered in the order in which it was given out."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from components.analysis.collector import collect_rarely

T = TypeVar("T")
R = TypeVar("R")


class WorkerDiedError(Exception):
    """A process ended in the midst of its work. Carries a sentence that can be shown."""


def n_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(work: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """``work`` of each item, in the items' order; with two ``jobs`` or more in processes of their own.

    Each item travels to a process once, and only a few are on their way at a time, so neither items nor answers pile
    up. Processes start as fresh programs (never as copies of this one, which may have threads). ``work`` is a function
    of a module; items and answers can be pickled. What ``work`` raises is raised here; WorkerDiedError where a process
    was ended from outside.
    """
    if jobs < 2:
        yield from map(work, items)
        return
    waiting: deque[Future[R]] = deque()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=collect_rarely) as pool:
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) > 2 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise WorkerDiedError(
                "A process that measured articles ended unexpectedly, perhaps for want of memory. What was written is "
                "not whole: run it again with fewer processes (--jobs 1)."
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
