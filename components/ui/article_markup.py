"""Articles as HTML: whole, or two with their paragraphs beside each other. Every text is escaped by markup.marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from components.analysis.model import Article, Sentence
from components.ui.markup import Mark, marked, swatch

MAX_MARKED_CHARACTERS = 400_000
CUT = '<p class="px-cut">The text goes on: only its first 400,000 characters are shown here.</p>'


def article(it: Article, marks: Sequence[Mark], title_marks: Sequence[Mark] = ()) -> str:
    """The measured text as an article: headings, items and paragraphs, marked. Blocks without letters are left out."""
    heading = f"<h2>{marked(it.title, title_marks)}</h2>" if it.title else ""
    body = "".join(html for _, html in blocks(it, marks))
    return f"{_opening(it)}{heading}{body}{_end(it)}</article>"


def aligned(
    pair: Sequence[tuple[Article, Sequence[Mark], Sequence[Mark], int]], rows: Iterable[tuple[int | None, int | None]]
) -> str:
    """Two articles in one frame, row by row: the number of a block of each, None where one has nothing there.

    ``pair``: (article, marks, marks of the title, colour number) of each.
    """
    text = [dict(blocks(it, marks)) for it, marks, _, _ in pair]
    heads = [f"<h2>{marked(it.title, marks)}</h2>" if it.title else "" for it, _, marks, _ in pair]
    names = [f'<span class="px-whose">{swatch(number)}{escape(it.source)}</span>' for it, _, _, number in pair]
    cells = [tuple(heads)]
    cells += [
        tuple(text[side].get(block, "") if block is not None else "" for side, block in enumerate(row)) for row in rows
    ]
    cells.append((_end(pair[0][0]), _end(pair[1][0])))
    body = "".join(
        f"<div>{names[side]}{cell}</div>" if cell else '<div class="px-gap"></div>'
        for row in cells
        if any(row)
        for side, cell in enumerate(row)
    )
    label = escape(" and ".join(it.source for it, *_ in pair))
    return (
        f'<article class="px-article px-aligned" lang="en" tabindex="0" aria-label="Texts of {label}">{body}</article>'
    )


def blocks(it: Article, marks: Sequence[Mark]) -> list[tuple[int, str]]:
    """(number, HTML) of every block with letters in it, up to the length that is shown."""
    sentences: dict[int, list[Sentence]] = {}
    for sentence in it.sentences:
        if sentence.start < MAX_MARKED_CHARACTERS:
            sentences.setdefault(sentence.block, []).append(sentence)
    ordered = sorted(marks, key=lambda m: m.start)
    parts, at = [], 0
    for number, own in sentences.items():
        start, end = own[0].start, own[-1].end
        while at < len(ordered) and ordered[at].end <= start:
            at += 1
        inside, upto = [], at
        while upto < len(ordered) and ordered[upto].start < end:
            inside.append(ordered[upto])
            upto += 1
        if not any(c.isalnum() for c in it.text[start:end]):
            continue
        body = marked(it.text, inside, start, end)
        kind = own[0].kind
        if kind == "heading":
            parts.append((number, f"<h3>{body}</h3>"))
        elif kind == "item":
            parts.append((number, f'<p class="px-item">• {body}</p>'))
        else:
            parts.append((number, f"<p>{body}</p>"))
    return parts


def notes(items: Iterable[tuple[str, str, str, str]], label: str) -> str:
    """Why each mark stands: (id, the marked words, the reason, the id of the mark)."""
    inner = "".join(
        f'<li id="{escape(own)}"><b>{escape(words)}</b> {escape(reason)} '
        f'<a href="#{escape(mark)}" aria-label="Back to {escape(words)}">↑</a></li>'
        for own, words, reason, mark in items
    )
    return f'<ul class="px-notes" tabindex="0" aria-label="{escape(label)}">{inner}</ul>'


def _opening(it: Article) -> str:
    label = escape(f"Text of {it.source}")
    return f'<article class="px-article" lang="en" tabindex="0" aria-label="{label}">'


def _end(it: Article) -> str:
    return CUT if len(it.text) > MAX_MARKED_CHARACTERS else ""
