"""Rows of a labelled set's files, checked for the columns they need, and fixed samples of them."""

from __future__ import annotations

import csv
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from components.analysis.validation.labelled_set import SetError

T = TypeVar("T")


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Anything that makes a file unreadable as the set it should be becomes a SetError naming the file."""
    try:
        yield
    except KeyError as error:
        raise SetError(f"{path.name}: no {error.args[0]}") from error
    except (OSError, EOFError, zlib.error, ValueError, TypeError, AttributeError, csv.Error) as error:
        raise SetError(f"{path.name}: {error}") from error


def read_csv(path: Path, needed: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a CSV file with a header; SetError if it lacks a needed column or is not CSV in UTF-8."""
    with refusing(path), path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, strict=True)
        missing = [name for name in needed if name not in (reader.fieldnames or ())]
        if missing:
            raise SetError(f"{path.name}: no {', '.join(missing)}")
        return _not_empty(path, list(reader))


def read_json_lines(path: Path, needed: Sequence[str]) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines; SetError if one lacks a needed key or is not JSON in UTF-8."""
    with refusing(path), path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
        for number, row in enumerate(rows, 1):
            missing = [name for name in needed if name not in row]
            if missing:
                raise SetError(f"{path.name} line {number}: no {', '.join(missing)}")
        return _not_empty(path, rows)


def _not_empty(path: Path, rows: list[T]) -> list[T]:
    if not rows:
        raise SetError(f"{path.name}: no rows")
    return rows


def read_numbers(path: Path, rows: Iterable[dict[str, str]], column: str) -> list[float]:
    """A column as numbers; SetError where one is none."""
    with refusing(path):
        return [float(row[column]) for row in rows]


def evenly(items: Sequence[T], at_most: int) -> list[T]:
    """At most so many of the items, evenly spaced from the first on: the same ones every time."""
    if len(items) <= at_most:
        return list(items)
    return [items[number * len(items) // at_most] for number in range(at_most)]
