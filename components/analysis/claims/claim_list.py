"""A claim list as CSV: claim_id, claim, note."""

from __future__ import annotations

import codecs
import csv
import io

from components.analysis.csv_export import unguard_cell
from components.analysis.model import Claim

MAX_CLAIM_WORDS = 300


def read_claims(data: bytes, *, number: bool = True) -> tuple[tuple[Claim, ...], tuple[tuple[int, str], ...]]:
    """Read a claims CSV: the claims, and for each refused row its number and a sentence why.

    Needs a column ``claim``; ``claim_id`` and ``note`` may be missing. A row without an id gets the next free
    one, or, without ``number``, none: "". Refused: empty claims, ids that stand twice, claims over 300 words, claims
    without a letter or digit. Read as UTF-8, UTF-16 (by its byte order mark) or else Windows-1252; columns may be
    parted by commas, semicolons or tabs. ValueError, in a sentence for a person, when the file has no claim column at
    all or is no table.
    """
    try:
        return _read(_decode(data), number)
    except csv.Error as error:
        raise ValueError(f"The claims file is not a CSV that can be read ({error}): save it as CSV anew.") from error


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _read(text: str, number: bool) -> tuple[tuple[Claim, ...], tuple[tuple[int, str], ...]]:
    heading = text.lstrip().partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=heading.count))
    names = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
    if "claim" not in names:
        found = ", ".join(n for n in names if n) or "none"
        raise ValueError(f"The claims file needs a column named claim; it has: {found}.")
    given, refused = [], []
    for line, row in enumerate(rows, 2):
        cells = {key: str(unguard_cell(row.get(name) or "")).strip() for key, name in names.items()}
        if not cells["claim"]:
            refused.append((line, "the claim is empty"))
        elif not any(sign.isalnum() for sign in cells["claim"]):
            refused.append((line, "the claim has no letter and no digit: nothing can be looked for"))
        elif len(cells["claim"].split()) > MAX_CLAIM_WORDS:
            refused.append((line, f"the claim has over {MAX_CLAIM_WORDS} words: split it"))
        else:
            given.append((line, cells.get("claim_id", ""), cells["claim"], cells.get("note", "")))
    taken = {claim_id for _, claim_id, _, _ in given if claim_id}
    free = (f"c{n}" for n in range(1, len(given) + len(taken) + 2) if f"c{n}" not in taken)
    claims: dict[str | int, Claim] = {}
    for line, claim_id, claim, note in given:
        chosen = claim_id or (next(free) if number else "")
        if chosen and chosen in claims:
            refused.append((line, f"the id {chosen} stands twice: give each claim its own"))
        else:
            claims[chosen or line] = Claim(id=chosen, text=claim, note=note, origin="analyst")
    return tuple(claims.values()), tuple(sorted(refused))
