"""JSON: an object per line, or one array of objects."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from components.ingest.columns import N_SAMPLES, fields_of, unmapped
from components.ingest.decode import decode, tidy
from components.ingest.reader import MAX_COLUMNS, MAX_ROWS, NO_COLUMNS, Draft, Problem, Reader, RefusedError, draft_of

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


def _flat(found: dict[str, object]) -> dict[str, object]:
    """The object with the keys of inner objects beside its own, as "article.body"."""
    inner = {f"{key}.{k}": v for key, value in found.items() if isinstance(value, dict) for k, v in value.items()}
    return found | inner


def _question(name: str, objects: list[tuple[int, object]], columns: Mapping[str, str]) -> Problem | None:
    """Which key holds what, when no object tells its text, or none its source and nothing was chosen."""
    flat = [_flat(found) for _, found in objects[:200] if isinstance(found, dict)]
    keys = list(dict.fromkeys(key for found in flat for key in found))[:MAX_COLUMNS]
    fields = fields_of(keys, columns)
    if not keys or ("text" in fields and ("source" in fields or columns or len(fields) == len(keys))):
        return None
    values = {key: [w for found in flat if (w := _words(found.get(key)))][:N_SAMPLES] for key in keys}
    return unmapped(name, keys, values.values(), fields, "key")


def read(name: str, data: bytes, columns: Mapping[str, str] = NO_COLUMNS) -> Iterable[Draft | Problem]:
    """A draft per object; ``row`` is its line, or its place in the array.

    An object of one list of objects ({"articles": [...]}) is read as that list. A line that is not JSON, not an
    object, or without text is a Problem, and the others go in; where no key is known to hold the text, the file is one
    Unmapped. Raises RefusedError for a file that is no JSON at all or has over MAX_ROWS objects.
    """
    text = decode(data)
    if not text.strip():
        raise RefusedError("The file is empty: it needs a JSON object per article.")
    objects = list(_objects(text))
    if len(objects) > MAX_ROWS:
        raise RefusedError(f"The file has more than {MAX_ROWS:,} objects: split it into smaller files.")
    if question := _question(name, objects, columns):
        yield question
        if question.refused:
            return
    for row, found in objects:
        if isinstance(found, ValueError):
            yield Problem(name, f"This line is not valid JSON ({found}): mend it or leave it out.", row)
        elif not isinstance(found, dict):
            yield Problem(name, "This is not a JSON object: write {...} with the article's text.", row)
        else:
            flat = _flat(found)
            keys = list(flat)
            values = {field: _words(flat[keys[at]]) for field, at in fields_of(keys, columns).items()}
            if not values.get("text"):
                yield Problem(name, "The text is empty: fill it in or leave the object out.", row, "text")
            else:
                yield draft_of(values, row)


READER = Reader(
    key="json",
    label="JSON Lines or JSON",
    extensions=(".jsonl", ".ndjson", ".json"),
    read=read,
    order=40,
    read_columns=read,
)
