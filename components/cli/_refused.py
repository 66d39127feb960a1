"""What every command does with inputs it cannot take: name each on standard error, go on, exit with 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TypeVar

import typer
from rich.console import Console
from rich.progress import track

T = TypeVar("T")


class Refusals:
    """Collects refusals; leaving the block exits with 1 if there was any."""

    def __init__(self) -> None:
        self.count = 0

    def name(self, what: str, reason: str) -> None:
        """Name one refused input with its reason, on standard error."""
        self.count += 1
        typer.echo(f"{what}: {reason}", err=True)

    def __enter__(self) -> Refusals:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self.count:
            raise typer.Exit(1)


def progress(items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
    """The items, with a progress bar on standard error when that is a terminal."""
    console = Console(stderr=True)
    yield from track(items, label, total=total, console=console, disable=not console.is_terminal, transient=True)
