"""The one place that makes HTML. Every text is escaped here; classes come from fixed sets; styles from numbers.

Text of articles is untrusted: it reaches the page only through :func:`html.escape`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

import streamlit as st

from components.ui.palette import VERDICT_GLYPH, css_colour, figure_style

MarkKind = Literal["counted", "passed", "positive", "negative", "evidence", "clash", "hard", "quote"]
STYLE = Path(__file__).parent / "style.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked stretch of a text, in its code points. ``hint`` shows on hover.

    ``links``: what stands behind it as superscripts, each a text and the id it leads to ("" for none). ``anchors``:
    ids that lead here; ``to``: the id that the marked words themselves lead to. Of two marks of one ``layer`` that
    overlap the earlier is kept; marks of different layers nest.
    """

    start: int
    end: int
    kind: MarkKind
    hint: str = ""
    links: tuple[tuple[str, str], ...] = ()
    anchors: tuple[str, ...] = ()
    to: str = ""
    layer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A text set at a place of a figure: ``across`` its width (0..1) and ``right`` of there, ``down`` from its top.

    There the text begins or ``ends``; it stands ``above`` the place or has it at its middle. ``hint`` shows on hover.
    """

    lines: tuple[str, ...]
    across: float
    right: float
    down: float
    size: float
    muted: bool
    bold: bool
    ends: bool
    above: bool
    hint: str = ""


def show_style() -> None:
    """Put the app's style sheet on the page; for drawers and popovers, in the mode that the reader chose."""
    st.html(STYLE)
    st.html(f"<style>{figure_style()}</style>")
    if st.context.theme.type in ("light", "dark"):
        st.html(f"<style>:root{{color-scheme:{st.context.theme.type}}}</style>")


def show(html: str, *, width: Literal["stretch", "content"] = "stretch") -> None:
    """Draw HTML made by this module; nothing at all where there is nothing to draw."""
    if html.strip():
        st.html(html, width=width)


def title(text: str, lede: str = "") -> str:
    """A page's title, the finding itself, with one muted line below it."""
    below = f'<p class="px-lede">{escape(lede)}</p>' if lede else ""
    return f'<h1 class="px-title">{escape(text)}</h1>{below}'


def section(text: str, lede: str = "") -> str:
    """The title of a section."""
    below = f'<p class="px-lede">{escape(lede)}</p>' if lede else ""
    return f'<h2 class="px-title px-sub">{escape(text)}</h2>{below}'


def finding(kind: str, claim: str, rest: str) -> str:
    """One finding: what it is about, its claim in bold, the figures after it."""
    return f'<div class="px-finding"><span>{escape(kind)}</span><span><b>{escape(claim)}</b>{escape(rest)}</span></div>'


def swatch(number: int) -> str:
    """The mark of a source: a circle for the first six colours, a diamond for the rest."""
    shape = " px-diamond" if number > 6 else ""
    return f'<span class="px-src{shape}" style="--c:{css_colour(number)}" aria-hidden="true"></span>'


def marked(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """``text[start:end]`` escaped, with the marks that lie inside; one that crosses the end of another is left out."""
    stop = len(text) if end is None else end
    out, at = [], start
    inside: list[Mark] = []

    def close(upto: int) -> int:
        reached = at
        while inside and inside[-1].end <= upto:
            mark = inside.pop()
            out.append(escape(text[reached : mark.end]) + _links(mark.links) + "</mark>" + ("</a>" if mark.to else ""))
            reached = mark.end
        return reached

    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.start < start or mark.end > stop or mark.start >= mark.end:
            continue
        at = close(mark.start)
        if mark.start < at or any(m.layer == mark.layer or m.end < mark.end for m in inside):
            continue
        hint = f' title="{escape(mark.hint)}"' if mark.hint else ""
        named = "".join(f'<span id="{escape(anchor)}"></span>' for anchor in mark.anchors)
        link = f'<a class="px-why" href="#{escape(mark.to)}">' if mark.to else ""
        out.append(f'{escape(text[at : mark.start])}{named}{link}<mark class="px px-{mark.kind}"{hint}>')
        at = mark.start
        inside.append(mark)
    at = close(stop)
    out.append(escape(text[at:stop]))
    return "".join(out)


def _links(links: Sequence[tuple[str, str]]) -> str:
    inner = ", ".join(f'<a href="#{escape(to)}">{escape(text)}</a>' if to else escape(text) for text, to in links)
    return f"<sup>{inner}</sup>" if inner else ""


def entry(
    head: str,
    right: str,
    quote: str,
    foot: Sequence[str] = (),
    *,
    number: int | None = None,
    style: Literal["", "miss", "none"] = "",
    conflict: bool = False,
    notes: Sequence[str] = (),
) -> str:
    """A sentence with what it is evidence for. ``quote`` is HTML made by :func:`marked`; the rest is plain text.

    ``foot`` shares one line below the sentence, each of the ``notes`` has its own.
    """
    mark = swatch(number) if number is not None else ""
    side = f'<span class="px-conflict">{escape(right)}</span>' if conflict else f"<span>{escape(right)}</span>"
    kind = f' class="px-{style}"' if style else ""
    below = "".join(f"<span>{escape(part)}</span>" for part in foot)
    below += "".join(f'<span class="px-note">{escape(note)}</span>' for note in notes)
    return (
        f'<div class="px-entry"><div class="px-head"><span>{mark}<b>{escape(head)}</b></span>{side}</div>'
        f'<blockquote{kind}>{quote}</blockquote><div class="px-foot">{below}</div></div>'
    )


def number_line(value: str, rest: str) -> str:
    """A value set large, with what it means after it."""
    return f'<div class="px-big">{escape(value)} <small>{escape(rest)}</small></div>'


def table(head: Sequence[str], rows: Iterable[tuple[int, str, Sequence[tuple[str, str]]]], label: str) -> str:
    """A small table: per row the source's colour number and name, then (value, the lines below it) a cell."""
    heads = "".join(f"<th>{escape(h)}</th>" for h in head)
    body = "".join(
        f"<tr><td>{swatch(number)}{escape(name)}</td>"
        + "".join(f"<td>{escape(value)}{_small(below)}</td>" for value, below in cells)
        + "</tr>"
        for number, name, cells in rows
    )
    return f'<table class="px-table" aria-label="{escape(label)}"><tr>{heads}</tr>{body}</table>'


def _small(below: str) -> str:
    return "".join(f"<small>{escape(line)}</small>" for line in below.split("\n"))


def plain_table(head: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]], label: str) -> str:
    """A small table of texts: per row its name, then a cell a column."""
    heads = "".join(f"<th>{escape(h)}</th>" for h in head)
    body = "".join(
        f"<tr><td>{escape(name)}</td>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
        for name, cells in rows
    )
    return f'<table class="px-table" aria-label="{escape(label)}"><tr>{heads}</tr>{body}</table>'


def prose_table(head: Sequence[str], rows: Iterable[Sequence[tuple[str, str]]], label: str) -> str:
    """A table of sentences: per cell a text and, below it, a muted one. A narrow screen reads it row by row."""
    heads = "".join(f'<th scope="col">{escape(h)}</th>' for h in head)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td data-head="{escape(name)}">{escape(text)}{f"<small>{escape(below)}</small>" if below else ""}</td>'
            for name, (text, below) in zip(head, cells, strict=True)
        )
        + "</tr>"
        for cells in rows
    )
    table = f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody>"
    return f'<table class="px-table px-prose" aria-label="{escape(label)}">{table}</table>'


def glyph_table(heads: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]], label: str, anchor: str = "") -> str:
    """Claims by sources as glyphs, for narrow screens; ``rows``: the claim and its verdicts.

    A cell that is no verdict, such as a count, stands as it is. Heads of more than a sign stand upright, and whole.
    ``anchor``: the id that leads here.
    """
    top = "".join(
        f'<th scope="col" class="px-glyph"><span{" class=px-upright" if len(h) > 2 else ""}>{escape(h)}</span></th>'
        for h in heads
    )
    body = "".join(
        f"<tr><td>{escape(claim)}</td>"
        + "".join(
            f'<td class="px-glyph"><span{" class=px-conflict" if v == "conflicts" else ""} title="{escape(v)}"'
            f' role="img" aria-label="{escape(v)}">{VERDICT_GLYPH[v]}</span></td>'
            if v in VERDICT_GLYPH
            else f'<td class="px-glyph">{escape(v)}</td>'
            for v in cells
        )
        + "</tr>"
        for claim, cells in rows
    )
    here = f'<span id="{escape(anchor)}"></span>' if anchor else ""
    return f'{here}<table class="px-table" aria-label="{escape(label)}"><tr><th>Claim</th>{top}</tr>{body}</table>'


def set_beside(height: float, texts: Iterable[Set]) -> str:
    """Texts in the place of a figure ``height`` pixels high; in words the figure itself says all of them."""
    return f'<div class="px-beside" style="height:{height:g}px" aria-hidden="true">{"".join(map(_set, texts))}</div>'


def _set(text: Set) -> str:
    looks = (("px-ends", text.ends), ("px-above", text.above), ("px-soft", text.muted))
    place = f"left:calc({100 * text.across:.3f}% + {text.right:g}px);top:{text.down:.1f}px;font-size:{text.size:g}px"
    hint = f' title="{escape(text.hint)}"' if text.hint else ""
    lines = "<br>".join(map(escape, text.lines))
    inner = f"<b>{lines}</b>" if text.bold else lines
    return f'<span class="{" ".join(name for name, on in looks if on)}" style="{place}"{hint}>{inner}</span>'


def jump(text: str, to: str) -> str:
    """A link to a place further down the page."""
    return f'<a class="px-jump" href="#{escape(to)}">{escape(text)} ↓</a>'


def ticks(places: Iterable[tuple[float, bool]], number: int) -> str:
    """Where in the text: (place 0..1, counted) as ticks on a line, in the source's colour."""
    marks = "".join(
        f'<i{"" if counted else " class=px-faint"} style="left:{100 * min(max(place, 0.0), 0.997):.2f}%"></i>'
        for place, counted in places
    )
    return f'<div class="px-ticks" style="--c:{css_colour(number)}" aria-hidden="true">{marks}</div>'


def signed_ticks(places: Iterable[tuple[float, bool]]) -> str:
    """Where in the text: (place 0..1, positive) as ticks in the colours of tone, the negative ones shorter."""
    marks = "".join(
        f'<i class="px-{"up" if positive else "down"}" style="left:{100 * min(max(place, 0.0), 0.997):.2f}%"></i>'
        for place, positive in places
    )
    return f'<div class="px-ticks" aria-hidden="true">{marks}</div>'


def plain_legend(items: Sequence[str]) -> str:
    """A muted line of what signs mean."""
    return f'<div class="px-legend">{"".join(f"<span>{escape(item)}</span>" for item in items)}</div>'


def said(parts: Iterable[tuple[str, bool]]) -> str:
    """A sentence with some of its parts in bold: (text, bold)."""
    inner = "".join(f"<b>{escape(text)}</b>" if bold else escape(text) for text, bold in parts)
    return f'<p class="px-said">{inner}</p>'


def claim_title(text: str) -> str:
    """The claim whose evidence follows."""
    return f'<h2 class="px-title px-claim">{escape(text)}</h2>'


def claim_line(number: int, text: str, rest: str) -> str:
    """A claim with its number, above an entry."""
    return f'<p class="px-said px-line"><b>{number}. {escape(text)}</b> <span>{escape(rest)}</span></p>'


def legend(items: Sequence[tuple[MarkKind, str]]) -> str:
    """What the marks mean, each drawn in its own style."""
    return (
        '<div class="px-legend">'
        + "".join(f'<mark class="px px-{kind}">{escape(text)}</mark>' for kind, text in items)
        + "</div>"
    )


def source_line(number: int, parts: Iterable[tuple[str, bool]]) -> str:
    """A source's swatch with a line of facts, some in bold: (text, bold)."""
    inner = "".join(f"<b>{escape(text)}</b>" if bold else escape(text) for text, bold in parts)
    return f'<p class="px-lede px-facts">{swatch(number)}{inner}</p>'


def source_section(number: int, text: str, lede: str = "") -> str:
    """The title of a section about one source, with its swatch."""
    below = f'<p class="px-lede">{escape(lede)}</p>' if lede else ""
    return f'<h2 class="px-title px-sub">{swatch(number)}{escape(text)}</h2>{below}'


def listed(name: str, text: str, facts: str, *, underlined: bool = False) -> str:
    """One line of a list: what it is, its text, and figures on it."""
    style = " px-back" if underlined else ""
    return (
        f'<div class="px-block"><span>{escape(name)}</span><span class="px-words{style}">{escape(text)}</span>'
        f"<span>{escape(facts)}</span></div>"
    )


def steps(items: Iterable[tuple[str, str]]) -> str:
    """Numbered steps beside each other, each a few bold words and a line."""
    listed = "".join(f"<li><b>{escape(head)}</b><span>{escape(text)}</span></li>" for head, text in items)
    return f'<ol class="px-steps">{listed}</ol>'


def terms(items: Iterable[tuple[str, str]]) -> str:
    """Words with what they mean, one below the other."""
    listed = "".join(f"<dt>{escape(word)}</dt><dd>{escape(meaning)}</dd>" for word, meaning in items)
    return f'<dl class="px-terms">{listed}</dl>'


def sideways_hint() -> str:
    """On a narrow screen, above a figure that is scrolled sideways: says so, and takes the keyboard there."""
    return '<p class="px-lede px-sideways" tabindex="0">Wider than this screen: scroll it sideways.</p>'


def facts(text: str) -> str:
    """A muted line of facts."""
    return f'<p class="px-lede">{escape(text)}</p>'
