"""JSON: an object per line, or one array of objects."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from itertools import islice

from components.ingest.columns import fields_of, no_text
from components.ingest.decode import decode, tidy
from components.ingest.reader import MAX_ROWS, Draft, Problem, Reader, RefusedError, draft_of

_UNREADABLE = (ValueError, RecursionError)


def _words(value: object) -> str:
    """A JSON value as the words of a field: names out of objects, lists joined, null as ""."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, dict):
        return _words(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    return tidy(str(value)).strip()


def _objects(text: str) -> Iterator[tuple[int, object]]:
    """(row, object); a line that is not JSON comes as its ValueError. Rows are lines, or places in the array."""
    try:
        whole = json.loads(text)
    except _UNREADABLE as error:
        numbered = ((row, line) for row, line in enumerate(io.StringIO(text), start=1) if line.strip())
        lines = list(islice(numbered, MAX_ROWS + 1))
        if len(lines) < 2 or text.lstrip().startswith("["):
            raise RefusedError(f"The file is not valid JSON ({error}): export it again.") from error
        for row, line in lines:
            try:
                yield row, json.loads(line)
            except _UNREADABLE as broken:
                yield row, ValueError(str(broken))
        return
    if isinstance(whole, dict):
        inner = [v for v in whole.values() if isinstance(v, list) and v and all(isinstance(o, dict) for o in v)]
        whole = inner[0] if len(inner) == 1 and "text" not in fields_of(whole) else [whole]
    if not isinstance(whole, list):
        raise RefusedError("The file holds a single value: it needs an object per article, each with its text.")
    yield from enumerate(whole, start=1)


def read(name: str, data: bytes) -> Iterable[Draft | Problem]:
    """A draft per object; ``row`` is its line, or its place in the array.

    An object of one list of objects ({"articles": [...]}) is read as that list. A line that is not JSON, not an
    object, or without text is a Problem, and the others go in. Raises RefusedError for a file that is no JSON at all
    or has over MAX_ROWS objects.
    """
    text = decode(data)
    if not text.strip():
        raise RefusedError("The file is empty: it needs a JSON object per article.")
    objects = list(_objects(text))
    if len(objects) > MAX_ROWS:
        raise RefusedError(f"The file has more than {MAX_ROWS:,} objects: split it into smaller files.")
    for row, found in objects:
        if isinstance(found, ValueError):
            yield Problem(name, f"This line is not valid JSON ({found}): mend it or leave it out.", row)
        elif not isinstance(found, dict):
            yield Problem(name, "This is not a JSON object: write {...} with the article's text.", row)
        else:
            keys = list(found)
            values = {field: _words(found[keys[at]]) for field, at in fields_of(keys).items()}
            if "text" not in values:
                yield Problem(name, no_text(keys, "key"), row, "text")
            elif not values["text"]:
                yield Problem(name, "The text is empty: fill it in or leave the object out.", row, "text")
            else:
                yield draft_of(values, row)


READER = Reader(key="json", label="JSON Lines or JSON", extensions=(".jsonl", ".ndjson", ".json"), read=read, order=40)
