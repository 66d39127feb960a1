"""Several kinds of mark over one text, and the ways from a mark to its reason and to the other article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.analysis.model import Article
from components.ui.cache import Loaded
from components.ui.charts.base import clip
from components.ui.markup import Mark
from components.ui.reading_marks import MARKINGS

CLAIMS = "Claims"
MOST_NOTES = 400
OTHER = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """One article with the marks of every chosen kind; ``notes``: (id, words, reason, id of the mark)."""

    article: Article
    text: Sequence[Mark]
    title: Sequence[Mark]
    ticks: str
    notes: Sequence[tuple[str, str, str, str]]


def layers(loaded: Loaded, articles: Sequence[Article], kinds: Sequence[str]) -> list[Layers]:
    """The marks of one or two articles, a claim's number leading to its evidence in the other."""
    drawn = [[(kind, MARKINGS[kind].draw(loaded, article)) for kind in kinds] for article in articles]
    held = [
        {
            number
            for kind, marked in own
            if kind == CLAIMS
            for m in (*marked.text, *marked.title)
            for number, _ in m.links
        }
        for own in drawn
    ]
    made = []
    for which, (article, own) in enumerate(zip(articles, drawn, strict=True)):
        side = ("left", "right")[which]
        there = held[1 - which] if len(articles) == 2 else set()
        text: list[Mark] = []
        title: list[Mark] = []
        notes: list[tuple[str, str, str, str]] = []
        for kind, marked in own:
            if kind == CLAIMS:
                text += [_to_other(m, side, there) for m in marked.text]
                title += [_to_other(m, side, there) for m in marked.title]
                continue
            for number, mark in enumerate(marked.text):
                if len(notes) >= MOST_NOTES or not mark.hint:
                    text.append(replace(mark, layer=kind))
                    continue
                here = f"{kind[:4].lower()}-{side}-{number}"
                text.append(_to_note(mark, kind, here))
                notes.append((f"why-{here}", clip(article.text[mark.start : mark.end], 90), mark.hint, here))
        made.append(Layers(article=article, text=text, title=title, ticks=own[0][1].ticks if own else "", notes=notes))
    return made


def _to_note(mark: Mark, kind: str, here: str) -> Mark:
    """The mark with the way to its reason: by its figure where it has one, else by its own words."""
    why = f"why-{here}"
    if mark.links:
        return replace(mark, anchors=(here,), layer=kind, links=tuple((text, why) for text, _ in mark.links))
    return replace(mark, anchors=(here,), layer=kind, to=why)


def _to_other(mark: Mark, side: str, there: set[str]) -> Mark:
    """The evidence for claims with the way to the evidence for them in the other article, or else to the claim."""
    return replace(
        mark,
        layer=CLAIMS,
        anchors=tuple(f"claim-{side}-{number}" for number, _ in mark.links),
        links=tuple(
            (number, f"claim-{OTHER[side]}-{number}" if number in there else f"why-claim-{number}")
            for number, _ in mark.links
        ),
    )
