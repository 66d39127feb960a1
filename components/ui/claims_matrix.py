"""Claims by sources: the matrix, its selection, and the same as glyphs for narrow screens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from components.analysis.claims.overview import VIEWS, ClaimRow, first_source, left_out_by, only_in, views
from components.analysis.measures.claim_coverage import source_coverage
from components.analysis.model import VERDICTS, Verdict
from components.ui import bringing, markup, state, widgets
from components.ui.cache import Loaded
from components.ui.palette import VERDICT_FILL, VERDICT_GLYPH

SHARES_UP_TO, WORDS_UP_TO = 4, 6
# Streamlit wraps the text of cells in rows of more than 60 px
ROW_HEIGHT, TALL_ROW, TALL_LINES = 33, 62, 3
HEAD_HEIGHT, MOST_HEIGHT, MOSTLY = 33, 680, 0.75
LETTER, PADDING = 6.1, 17
MATRIX_WIDTH, MIN_CLAIM_WIDTH = 716, 220
WIDE_SPLIT, MANY_SPLIT = (68, 32), (71, 29)
PIN_BEYOND = 10
HEAD_LETTERS, HEAD_LENGTH, LONGEST_HEAD = 4, 11, 18
COLUMN, WORDY_COLUMN, MIN_COLUMN = 46, 90, 100
NUMBER_WIDTH, N_WIDTH = 38, 40
SHARE_ROW = "Share of all claims it states"
NARROW = "clm-all"
_VIEWS = {
    "All": "All claims",
    "Conflicts": "Possible conflicts",
    "In one source only": "Stated by one source alone",
    "Left out by a source": "Left out by a source, stated by two others",
}
_TABLE = "clm_table"
_PICK = "clm_pick"


def say_unknown(rows: Sequence[ClaimRow]) -> None:
    """Say it where the address names a claim that the story does not have: another one is shown then."""
    wanted = widgets.address(state.CLAIM)
    if wanted and all(row.claim.id != wanted for row in rows):
        text = f"This story has no claim {wanted[:40]!r}: it was removed, or the link belongs to another story."
        st.info(widgets.as_label(text), icon=":material/link_off:")


def pick_view(loaded: Loaded, rows: Sequence[ClaimRow]) -> str:
    """Which claims are shown: all, or those of a view, each with how many it holds; in the address."""
    counted = views(rows)
    wanted = widgets.address(state.CLAIMS_FILTER)
    names = dict(_VIEWS)
    for source in loaded.story.sources:
        names.setdefault(only_in(source), only_in(loaded.short_of[source]))
        names.setdefault(left_out_by(source), left_out_by(loaded.short_of[source]))
    state.pick(state.CLAIMS_VIEW, wanted if wanted in counted else VIEWS[0])
    return str(
        st.selectbox(
            "Show", list(counted), key=state.CLAIMS_VIEW, label_visibility="collapsed", width=300,
            format_func=lambda view: f"{names.get(view, view)} ({counted.get(view, 0):,})",
            on_change=lambda: state.pick(state.CLAIMS_FILTER, state.value(state.CLAIMS_VIEW)),
        )
    )  # fmt: skip


def current_cell(shown: Sequence[ClaimRow], fallback: ClaimRow) -> tuple[ClaimRow, str]:
    """The claim and source that are picked: by the address, else ``fallback`` and the source to open it at."""
    wanted, source = state.value(state.CLAIM), widgets.address(state.CLAIM_SOURCE)
    row = next((r for r in shown if r.claim.id == wanted), fallback)
    return row, source if source in row.cells and row.claim.id == wanted else first_source(row)


def pick_claim(shown: Sequence[ClaimRow], current: ClaimRow, total: int) -> None:
    """Every claim in view by its wording: what a keyboard or a narrow screen picks with."""
    labels = {r.claim.id: f"{r.number} of {total:,}: {r.claim.text}" for r in shown}
    ids = list(labels)
    place = ids.index(current.claim.id)
    state.pick(_PICK, current.claim.id)
    st.selectbox(
        "Claim",
        ids,
        key=_PICK,
        format_func=lambda claim_id: labels.get(claim_id, claim_id),
        on_change=_picked,
        label_visibility="collapsed",
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="clm_steps"):
        for name, step, key, icon in (("Previous", -1, "K", "arrow_upward"), ("Next", 1, "J", "arrow_downward")):
            there = 0 <= place + step < len(ids)
            st.button(
                name, key=f"clm_{name.lower()}", type="tertiary", icon=f":material/{icon}:", shortcut=key,
                disabled=not there, on_click=open_claim, args=(ids[place + step] if there else "",),
            )  # fmt: skip
        with st.container(key="clm_keys", width="content"):
            markup.show(markup.facts("or keys K and J"), width="content")


def open_claim(claim_id: str, source: str = "") -> None:
    """Show this claim, at this source, from the next run on."""
    state.pick(state.CLAIM, claim_id)
    state.pick(state.CLAIM_SOURCE, source)


def _picked() -> None:
    open_claim(state.value(_PICK))


def _selected(ids: Sequence[str], sources: Sequence[str]) -> None:
    cell = state.selected_cell(_TABLE)
    if cell is not None and cell[0] < len(ids) and ids[cell[0]]:
        named = cell[1].removeprefix("s")
        open_claim(ids[cell[0]], sources[int(named)] if named.isdigit() else "")


def show_matrix(loaded: Loaded, shown: Sequence[ClaimRow], current: ClaimRow, source: str) -> None:
    """The matrix. Selecting a cell opens it; the cell that is open is the selected one."""
    sources = loaded.story.sources
    above = int(len(sources) > SHARES_UP_TO)
    row = [r.claim.id for r in shown].index(current.claim.id) + above
    state.select_cell(_TABLE, row, f"s{sources.index(source)}")
    widths = _widths(loaded)
    tall = needs_tall_rows([r.claim.text for r in shown], widths["claim"])
    row_height = TALL_ROW if tall else ROW_HEIGHT
    letters = _letters(widths["claim"]) * (TALL_LINES if tall else 1)
    shares = _shares(loaded) if len(sources) > SHARES_UP_TO else {}
    frame, words = matrix_frame(shown, sources, letters=letters, shares=shares)
    height, fit = matrix_height(len(frame), row_height)
    fit -= bool(shares)
    st.dataframe(
        _filled(frame, words),
        key=_TABLE,
        on_select=lambda: _selected([""] * above + [r.claim.id for r in shown], sources),
        selection_mode="single-cell",
        hide_index=True,
        row_height=row_height,
        height=height,
        column_config=_columns(loaded, widths),
        column_order=_order(words),
        placeholder="",
        alt="Claims by sources. The list of claims beside it opens the same evidence.",
    )
    more = [f"{len(shown):,} claims, {fit} in view: scroll the table ↕"] if fit < len(shown) else []
    markup.show(markup.plain_legend([*more, *_legend(loaded, shown)]))
    bringing.bring(_TABLE, _place(row, row_height, sources, source, widths))


def _place(row: int, row_height: int, sources: Sequence[str], source: str, widths: Mapping[str, int]) -> bringing.Place:
    """Where the open cell stands. Sideways only a matrix scrolls whose claims are pinned."""
    top = row * row_height
    if len(sources) <= PIN_BEYOND:
        return bringing.Place(top, row_height, HEAD_HEIGHT)
    left = sum(widths[s] for s in sources[: sources.index(source)])
    pinned = NUMBER_WIDTH + widths["claim"] + N_WIDTH
    return bringing.Place(top, row_height, HEAD_HEIGHT, left, widths[source], pinned)


def matrix_height(n_rows: int, row_height: int) -> tuple[int, int]:
    """Height of the matrix and how many rows it shows whole. Where it goes on, half a row says so."""
    fit = (MOST_HEIGHT - HEAD_HEIGHT) // row_height
    if n_rows <= fit:
        return n_rows * row_height + HEAD_HEIGHT + 2, n_rows
    fit -= HEAD_HEIGHT + fit * row_height + row_height // 2 > MOST_HEIGHT
    return HEAD_HEIGHT + fit * row_height + row_height // 2, fit


def _letters(width: int) -> int:
    return int((width - PADDING) / LETTER)


def needs_tall_rows(texts: Sequence[str], width: int) -> bool:
    """Whether many of the texts take more than a line of a column of this width."""
    return sum(len(text) <= _letters(width) for text in texts) < MOSTLY * len(texts)


def split(n_sources: int) -> tuple[int, int]:
    """How the page's width is shared between the matrix and the evidence."""
    return WIDE_SPLIT if n_sources <= SHARES_UP_TO else MANY_SPLIT


def _order(names: Sequence[str]) -> list[str]:
    if len(names) == 1:
        return ["number", "claim", *names]
    return ["number", "claim", *names, "n"] if len(names) <= PIN_BEYOND else ["number", "claim", "n", *names]


def matrix_frame(
    shown: Sequence[ClaimRow],
    sources: Sequence[str],
    letters: int = 10_000,
    shares: Mapping[str, str] = MappingProxyType({}),
) -> tuple[pd.DataFrame, list[str]]:
    """The matrix as text, columns number, claim, s0, s1, ... (the sources in order) and n; and the source columns.

    ``letters``: what fits of a claim; a longer one ends with its last whole word and an ellipsis. ``shares``: coverage
    of each source, in a row of its own above the claims, for heads without room for it; none for no such row.
    """
    wordy = len(sources) <= WORDS_UP_TO
    names = [f"s{place}" for place in range(len(sources))]
    rows = [
        {"number": r.number, "claim": elided(r.claim.text, letters)}
        | {name: cell_text(r.cells[s], wordy, s in r.disputed) for name, s in zip(names, sources, strict=True)}
        | {"n": r.n_sources}
        for r in shown
    ]
    if shares:
        # a narrow column has no room for the sign: it stands with the row's name
        named, sign = (SHARE_ROW, "") if wordy else (f"{SHARE_ROW}, %", "%")
        cells = {name: shares.get(s, "").removesuffix(sign) for name, s in zip(names, sources, strict=True)}
        rows = [{"number": None, "claim": named, **cells, "n": None}, *rows]
    frame = pd.DataFrame(rows, columns=["number", "claim", *names, "n"])
    return frame.astype({"number": "Int64", "n": "Int64"}), names


def cell_text(verdict: Verdict, wordy: bool, disputed: bool = False) -> str:
    """A verdict's glyph, with its word where there is room ("not found" is the dot alone); * where a person overruled.

    A verdict that a person confirmed is no overruling and has no star. Where people disagree there are two.
    """
    word = f" {verdict.verdict}" if wordy and verdict.verdict != "not found" else ""
    overruled = verdict.coder and verdict.verdict != verdict.machine_verdict
    star = " **" if disputed else " *" if overruled else ""
    return f"{VERDICT_GLYPH[verdict.verdict]}{word}{star}"


def _filled(frame: pd.DataFrame, names: Sequence[str]) -> Styler:
    fill = {
        glyph: f"background-color: {VERDICT_FILL[word]}; font-weight: {'bold' if word == 'conflicts' else 'normal'}"
        for word, glyph in VERDICT_GLYPH.items()
    }
    return frame.style.map(lambda text: fill.get(str(text)[:1], ""), subset=list(names))


def heads(loaded: Loaded) -> dict[str, str]:
    """Source -> the head of its column: what fits of its short name, each head once, with its coverage beside it."""
    names = {s: loaded.short_of[s] for s in loaded.story.sources}
    fitted = fit_heads(names, HEAD_LENGTH if len(names) <= WORDS_UP_TO else HEAD_LETTERS)
    if len(names) > SHARES_UP_TO:
        return fitted
    shares = _shares(loaded)
    return {s: f"{name} {shares[s]}" for s, name in fitted.items()}


def fit_heads(names: Mapping[str, str], length: int) -> dict[str, str]:
    """Names cut to a length and still told apart: by their beginning, else with a letter or two of the first word."""
    found: dict[str, str] = {}
    for shorten in (_beginning, partial(_initials, 1), partial(_initials, 2), lambda name, n: name[: n + 2]):
        tried = {s: shorten(name, length) for s, name in names.items() if s not in found}
        counted = Counter([*found.values(), *tried.values()])
        found |= {s: short for s, short in tried.items() if counted[short] == 1}
    return {s: found.get(s, name[: length + 2]) for s, name in names.items()}


def _beginning(name: str, length: int) -> str:
    """The beginning of a name, its article aside where that alone would be left."""
    named = name if len(name) <= length else re.sub(r"^(?:the|an?) (?=.)", "", name, flags=re.IGNORECASE)
    return whole_words(named, length) if length > HEAD_LETTERS else named[:length]


def _initials(letters: int, name: str, length: int) -> str:
    first, _, last = name.rpartition(" ")
    return f"{first[:letters]}{'. ' if length > HEAD_LETTERS else ''}{last}"[:length].rstrip()


def whole_words(name: str, length: int) -> str:
    """The first words of a name that fit; the beginning of the first word where none does."""
    if len(name) <= length:
        return name
    return name[: length + 1].rpartition(" ")[0].rstrip(" ,;:-–") or name[: length - 1] + "…"


def elided(text: str, length: int) -> str:
    """The text if it fits, else its first whole words and an ellipsis."""
    return text if len(text) <= length else f"{whole_words(text, length - 2).rstrip('…')} …"


def _shares(loaded: Loaded) -> dict[str, str]:
    return {s: f"{value:.0%}" for s, column, value, *_ in source_coverage(loaded.story) if column == "coverage"}


def _widths(loaded: Loaded) -> dict[str, int]:
    """Pixels of the column of each source, and of "claim", which takes what they leave."""
    named = heads(loaded)
    if len(named) <= SHARES_UP_TO:
        widths = {s: max(MIN_COLUMN, round(7.2 * len(head)) + 18) for s, head in named.items()}
    else:
        widths = dict.fromkeys(named, WORDY_COLUMN if len(named) <= WORDS_UP_TO else COLUMN)
    total = MATRIX_WIDTH * split(len(widths))[0] // WIDE_SPLIT[0]
    return widths | {"claim": max(MIN_CLAIM_WIDTH, total - sum(widths.values()))}


def _columns(loaded: Loaded, widths: Mapping[str, int]) -> dict[str, Any]:
    named, shares = heads(loaded), _shares(loaded)
    # beyond ten the sources scroll sideways past the claim, which is pinned for it
    pinned = len(named) > PIN_BEYOND
    columns: dict[str, Any] = {
        "number": st.column_config.NumberColumn(
            "#", width=NUMBER_WIDTH, pinned=pinned, help="Its place in the list of claims"
        ),
        "claim": st.column_config.TextColumn("Claim", width=widths["claim"], pinned=pinned),
        "n": st.column_config.NumberColumn("n", width=N_WIDTH, pinned=pinned, help="Sources that state it"),
    }
    for place, source in enumerate(loaded.story.sources):
        columns[f"s{place}"] = st.column_config.TextColumn(
            named[source],
            width=widths[source],
            help=widgets.as_label(f"{source}: states {shares[source]} of the claims, partly counting half"),
        )
    return columns


def _legend(loaded: Loaded, shown: Sequence[ClaimRow]) -> list[str]:
    items = [f"{glyph} {word}" for word, glyph in VERDICT_GLYPH.items()]
    cells = {cell_text(v, False, s in r.disputed)[1:] for r in shown for s, v in r.cells.items()}
    if " *" in cells:
        items.append("* overruled by a person")
    if " **" in cells:
        items.append("** people disagree: the verdict given last counts")
    if len(loaded.story.sources) > 1:
        items.append("n: sources that state it")
    if len(loaded.story.sources) > 1:
        where = "head" if len(loaded.story.sources) <= SHARES_UP_TO else "first row"
        items.append(f"{where}: share of all claims stated, partly counting half")
    return items


def show_narrow(loaded: Loaded, shown: Sequence[ClaimRow]) -> None:
    """The matrix for narrow screens: glyphs, or, with many sources, how many of them each verdict has."""
    sources = loaded.story.sources
    if len(sources) <= WORDS_UP_TO:
        named = list(fit_heads({s: loaded.short_of[s] for s in sources}, LONGEST_HEAD).values())
        cells = [[str(r.cells[s].verdict) for s in sources] for r in shown]
    else:
        named = list(VERDICT_GLYPH.values())
        counted = [Counter(v.verdict for v in r.cells.values()) for r in shown]
        cells = [[f"{counts[word]:,}" if counts[word] else "" for word in VERDICTS] for counts in counted]
    rows = [(f"{r.number}. {r.claim.text}", row) for r, row in zip(shown, cells, strict=True)]
    markup.show(markup.glyph_table(named, rows, "All claims by sources", NARROW))
    markup.show(markup.plain_legend([f"{glyph} {word}" for word, glyph in VERDICT_GLYPH.items()]))
