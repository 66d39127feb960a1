"""The reader: one article, or two side by side, with one kind of mark."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.analysis.claims.alignment import align_blocks, shared_claims
from components.analysis.measure import Column, Measure, all_measures
from components.analysis.model import Article
from components.analysis.telling import VERBS
from components.ui import article_markup, markup, state, widgets
from components.ui.cache import Loaded
from components.ui.charts.base import clip
from components.ui.reading_layers import CLAIMS, Layers
from components.ui.reading_marks import MARKINGS, NONE, Marking

HEIGHT = 640
NOBODY = "none"
LONGEST_NAME = 44
_SIDES = {state.READER_LEFT: "Article on the left", state.READER_RIGHT: "Article on the right"}


def pick_article(loaded: Loaded, key: str, default: str) -> Article | None:
    """A picker of articles; its choice is in the address as the article's id. None where nobody is picked."""
    labels = widgets.article_labels(loaded.story)
    if key == state.READER_RIGHT:
        labels = {NOBODY: "None: one article alone"} | labels
    wanted = widgets.address(key)
    chosen = wanted if wanted in labels else default
    picker = f"{key}_pick"
    state.pick(picker, chosen)
    st.selectbox(
        _SIDES[key],
        list(labels),
        key=picker,
        format_func=lambda i: labels.get(i, i),
        on_change=lambda: state.pick(key, state.value(picker)),
        label_visibility="collapsed",
    )
    return loaded.story.article_by_id.get(chosen)


def default_right(loaded: Loaded) -> str:
    """Whom to read beside the first article: the first of another source, else the second, else nobody."""
    first, *others = loaded.story.articles
    other = next((a for a in others if a.source != first.source), others[0] if others else None)
    return other.id if other else NOBODY


def pick_layers() -> list[str]:
    """What is marked: any of the kinds, in their order; in the address."""
    kinds = [kind for kind in MARKINGS if kind != NONE]
    markup.show(markup.facts("Marks in the text:"), width="content")
    chosen = st.pills(
        "Marks in the text, any of them together",
        kinds,
        key=state.READER_MARKS,
        selection_mode="multi",
        default=["Hype"],
        bind="query-params",
        label_visibility="collapsed",
        wrap=True,
    )
    return [kind for kind in MARKINGS if kind in chosen]


def pick_aligned(kinds: Sequence[str], n: int) -> bool:
    """Whether the paragraphs of two articles stand beside each other; asked where their claims are marked."""
    if n != 2 or CLAIMS not in kinds:
        return False
    return st.toggle(
        "Shared claims side by side",
        value=True,
        key=state.READER_ALIGNED,
        bind="query-params",
        help="Paragraphs that hold the evidence for the same claims stand beside each other, under those claims. Off: "
        "each article by itself.",
    )


def show_head(loaded: Loaded, layer: Layers, kinds: Sequence[str]) -> None:
    """Facts and ticks of one article, by the first kind of mark."""
    marking = MARKINGS[kinds[0] if kinds else NONE]
    number = loaded.colour_of.get(layer.article.source, 99)
    markup.show(markup.source_line(number, _facts(loaded, layer.article, marking)) + layer.ticks)


def show_article(layer: Layers, side: str) -> None:
    """The marked text, in a frame that scrolls by itself."""
    with st.container(height=HEIGHT, border=False, key=f"reading_{side}"):
        markup.show(article_markup.article(layer.article, list(layer.text), list(layer.title)))


def show_aligned(loaded: Loaded, pair: Sequence[Layers]) -> None:
    """Two articles in one frame, paragraphs beside each other."""
    rows = align_blocks(loaded.story, pair[0].article, pair[1].article)
    drawn = [(one.article, one.text, one.title, loaded.colour_of.get(one.article.source, 99)) for one in pair]
    with st.container(height=HEIGHT, border=False, key="reading_both"):
        markup.show(article_markup.aligned(drawn, rows, _said_by_both(loaded, pair)))


def _said_by_both(loaded: Loaded, pair: Sequence[Layers]) -> dict[tuple[int, int], list[str]]:
    numbered = {claim.id: f"{n}. {claim.text}" for n, claim in enumerate(loaded.story.claims, 1)}
    shared = shared_claims(loaded.story, pair[0].article, pair[1].article)
    return {row: [numbered[claim] for claim in claims] for row, claims in shared.items()}


def show_notes(loaded: Loaded, made: Sequence[Layers]) -> None:
    """Why each mark stands, beside each other as the articles are; a claim's number leads to the claim."""
    if not any(layer.notes for layer in made):
        return
    markup.show(markup.section("Why each mark stands", "A mark leads here, the arrow leads back."))
    for column, layer in zip(st.columns(len(made), gap="large"), made, strict=True):
        with column:
            if layer.notes:
                markup.show(article_markup.notes(layer.notes, f"Reasons for the marks of {layer.article.source}"))
            else:
                markup.show(markup.facts(f"Nothing is marked in {loaded.short_of[layer.article.source]}."))


def _facts(loaded: Loaded, article: Article, marking: Marking) -> list[tuple[str, bool]]:
    n_words = sum(s.n_words for s in article.body)
    parts = [part for part in (article.date, f"{n_words:,} words") if part]
    if article.id in loaded.story.copies:
        original = loaded.story.article_by_id[loaded.story.copies[article.id]]
        parts.append(f"near-duplicate of {original.source}")
    if not marking.measure:
        return [(" · ".join(parts), False)]
    column = _headline(marking)
    name = _NAMES[marking.measure]
    value = _value(loaded, article, column)
    if math.isnan(value):
        return [(" · ".join([*parts, f"{name} undefined: {_reason(loaded, article, column)}"]), False)]
    row = _row(loaded, article)
    low, high = (row.get(f"{column.name}_{end}", math.nan) for end in ("low", "high"))
    rest = _unit(column)
    if not pd.isna(low) and not pd.isna(high):
        rest += f" ({column.show(low)}\u00a0to\u00a0{column.show(high)})"
    if marking.measure == "claim_coverage":
        rest += f" of {len(loaded.story.claims):,} claims, {_stated(loaded, article)} stated"
    return [(" · ".join([*parts, f"{name} "]), False), (column.show(value), True), (rest, False)]


_NAMES = {"hype": "hype", "tone": "tone", "claim_coverage": "coverage", "readability": "grade"}


def title(loaded: Loaded, articles: Sequence[Article], kind: str) -> str:
    """The finding on the articles that are open, by what is marked."""
    names = _names(loaded, articles)
    marking = MARKINGS[kind]
    if not marking.measure:
        return " beside ".join(names)
    column = _headline(marking)
    values = [_value(loaded, a, column) for a in articles]
    if marking.measure == "claim_coverage":
        return _claims_title(loaded, articles, names)
    shown = [column.show(v) if not math.isnan(v) else "too short to measure" for v in values]
    what = f"{kind} " if kind in ("Hype", "Tone") else "Grade "
    unit = _unit(column)
    if len(articles) == 1 or any(math.isnan(v) for v in values):
        listed = "; ".join(f"{n}: {v}" for n, v in zip(names, shown, strict=True))
        return f"{what}of {listed}{unit}"
    if _established(loaded, articles, column):
        high, low = (0, 1) if values[0] > values[1] else (1, 0)
        verb = VERBS[marking.measure][0]
        return f"{names[high]} {verb} than {names[low]}: {shown[high]} against {shown[low]}{unit}"
    both = f"{names[0]} {shown[0]} and {names[1]} {shown[1]}{unit}"
    return f"{what.strip()}: {both}; no order of the two is established"


def _unit(column: Column) -> str:
    """The unit where it must be said: a share has its percent sign, a scale its ends on the methods page."""
    return f" {column.unit}" if column.unit.startswith("per ") else ""


def _claims_title(loaded: Loaded, articles: Sequence[Article], names: Sequence[str]) -> str:
    n = len(loaded.story.claims)
    if not n:
        return "No claims in this story yet"
    stated = [_stated_ids(loaded, a) for a in articles]
    if len(articles) == 1:
        return f"{names[0]} states {len(stated[0])} of {n:,} claims"
    shared = len(stated[0] & stated[1])
    return f"{names[0]} states {len(stated[0])} of {n:,} claims, {names[1]} {len(stated[1])}; they share {shared}"


def _stated_ids(loaded: Loaded, article: Article) -> set[str]:
    return {v.claim_id for v in loaded.story.verdicts if v.article_id == article.id and v.verdict == "stated"}


def _stated(loaded: Loaded, article: Article) -> int:
    return len(_stated_ids(loaded, article))


def _names(loaded: Loaded, articles: Sequence[Article]) -> list[str]:
    sources = [a.source for a in articles]
    if len(set(sources)) == len(sources):
        return [clip(loaded.short_of[s], LONGEST_NAME) for s in sources]
    return [f"“{clip(a.title or a.date or loaded.short_of[a.source], LONGEST_NAME)}”" for a in articles]


def _established(loaded: Loaded, articles: Sequence[Article], column: Column) -> bool:
    """Whether the order of the two sources is, where each article is all there is of its source."""
    sources = [a.source for a in articles]
    if len(set(sources)) < len(sources) or any(a.source in sources for a in loaded.story.articles if a not in articles):
        return False
    orders = loaded.orders
    pair = orders[
        (orders["column"] == column.name) & orders["source_a"].isin(sources) & orders["source_b"].isin(sources)
    ]
    return bool(pair["established"].any())


def _headline(marking: Marking) -> Column:
    measure: Measure = next(m for m in all_measures() if m.key == marking.measure)
    return next(c for c in measure.columns if c.headline)


def _row(loaded: Loaded, article: Article) -> pd.Series:
    frame = loaded.articles
    return frame[frame["article_id"] == article.id].iloc[0]


def _value(loaded: Loaded, article: Article, column: Column) -> float:
    return float(_row(loaded, article)[column.name])


def _reason(loaded: Loaded, article: Article, column: Column) -> str:
    long = loaded.long
    own = long[(long["article_id"] == article.id) & (long["column"] == column.name) & long["sentence_index"].isna()]
    return str(own["reason"].iloc[0]) if len(own) else "not measured"


def show_claims(loaded: Loaded, made: Sequence[Layers]) -> None:
    """The claims that an open article has evidence for, with the way to it in each."""
    sides = dict(zip((layer.article.id for layer in made), ("left", "right"), strict=False))
    verdicts = {(v.claim_id, v.article_id): v for v in loaded.story.verdicts if v.article_id in sides}
    names = _names(loaded, [layer.article for layer in made])
    items = []
    for number, claim in enumerate(loaded.story.claims, 1):
        cells = [verdicts[claim.id, article_id] for article_id in sides]
        if all(v.verdict == "not found" for v in cells):
            continue
        told = [
            (f"{name}: {v.verdict}", f"claim-{side}-{number}" if v.verdict != "not found" and v.evidence else "")
            for name, side, v in zip(names, sides.values(), cells, strict=True)
        ]
        items.append((number, claim.text, told))
    if items:
        markup.show(
            markup.section("Claims by number", "What each text does with a claim, and the way to its sentence.")
            + article_markup.claim_notes(items, "Claims by number")
        )
