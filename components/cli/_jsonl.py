"""Reading JSON lines: one object a line, bad lines refused by number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from components.cli._refused import Refusals


def read_rows(path: Path, needed: tuple[str, ...], refusals: Refusals) -> Iterator[dict[str, Any]]:
    """Every row that is an object with the needed text fields; the others are named and left out."""
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                refusals.name(f"{path.name} line {number}", f"not JSON ({error})")
                continue
            missing = [n for n in needed if not isinstance(row.get(n), str)] if isinstance(row, dict) else list(needed)
            if missing:
                refusals.name(f"{path.name} line {number}", f"needs {', '.join(missing)} as text")
                continue
            yield row
