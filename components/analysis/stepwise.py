"""Work in steps: generators that give the share that is done, 0 to 1, and come to something."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")


def finish(steps: Generator[float, None, T]) -> T:
    """What the work comes to, all its steps done one after another."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            result: T = done.value
            return result


def told(what: str, steps: Generator[float, None, T], most: float = 1.0) -> Generator[tuple[str, float], None, T]:
    """The same work, each step with what is being done. ``most``: its share of a larger work that begins with it."""
    while True:
        try:
            share = next(steps)
        except StopIteration as done:
            result: T = done.value
            return result
        yield what, most * share
