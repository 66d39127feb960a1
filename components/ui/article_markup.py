"""Articles as HTML: whole, or two with their paragraphs beside each other. Every text is escaped by markup.marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from components.analysis.model import Article, Sentence
from components.ui.markup import Mark, marked, swatch

MAX_MARKED_CHARACTERS = 400_000
#: Signs of HTML by which one article may run on beyond the other before it is folded away.
MOST_ALONE = 500
CUT = '<p class="px-cut">The text goes on: only its first 400,000 characters are shown here.</p>'


def article(it: Article, marks: Sequence[Mark], title_marks: Sequence[Mark] = ()) -> str:
    """The measured text as an article: headings, items and paragraphs, marked. Blocks without letters are left out."""
    heading = f"<h2>{marked(it.title, title_marks)}</h2>" if it.title else ""
    body = "".join(html for _, html in blocks(it, marks))
    return f"{_opening(it)}{heading}{body}{_end(it)}</article>"


def aligned(
    pair: Sequence[tuple[Article, Sequence[Mark], Sequence[Mark], int]],
    rows: Iterable[tuple[int | None, int | None]],
    shared: Mapping[tuple[int, int], Sequence[str]],
) -> str:
    """Two articles in one frame: the paragraphs that hold evidence for the same claims beside each other.

    ``pair``: (article, marks, marks of the title, colour number) of each. ``rows``: the number of a block of each, None
    where one has nothing there. ``shared``: such a row -> the claims it shares, which are said above it; what lies
    between two of those runs on side by side, and where one article has far more there it is folded away.
    """
    text = [dict(blocks(it, marks)) for it, marks, _, _ in pair]
    names = [f'<span class="px-whose">{swatch(number)}{escape(it.source)}</span>' for it, _, _, number in pair]
    heads = [f"<h2>{marked(it.title, marks)}</h2>" if it.title else "" for it, _, marks, _ in pair]
    out = [_row(names, heads)] if any(heads) else []
    between: list[list[str]] = [[], []]

    def run_on(fold: bool = True) -> None:
        lengths = [sum(map(len, side)) for side in between]
        cells = [
            _folded(it.source, side)
            if fold and len(side) > 1 and lengths[at] > lengths[1 - at] + MOST_ALONE
            else "".join(side)
            for at, ((it, *_), side) in enumerate(zip(pair, between, strict=True))
        ]
        if any(cells):
            out.append(_row(names, cells))
        for side in between:
            side.clear()

    for row in rows:
        cells = [text[side].get(block, "") if block is not None else "" for side, block in enumerate(row)]
        left, right = row
        claims = shared.get((left, right), ()) if left is not None and right is not None else ()
        if claims:
            run_on()
            both = "".join(f"<span>{escape(claim)}</span>" for claim in claims)
            out += [f'<div class="px-both"><b>Both</b>{both}</div>', _row(names, cells)]
        else:
            for side, cell in enumerate(cells):
                between[side] += [cell] if cell else []
    run_on(fold=False)  # behind the last claim that both hold nothing has to wait
    out.append(_row(names, [_end(pair[0][0]), _end(pair[1][0])]))
    label = escape(" and ".join(it.source for it, *_ in pair))
    return (
        f'<article class="px-article px-aligned" lang="en" tabindex="0" aria-label="Texts of {label}">'
        f"{''.join(out)}</article>"
    )


def _row(names: Sequence[str], cells: Sequence[str]) -> str:
    if not any(cells):
        return ""
    return "".join(
        f"<div>{name}{cell}</div>" if cell else '<div class="px-gap"></div>'
        for name, cell in zip(names, cells, strict=True)
    )


def _folded(source: str, paragraphs: Sequence[str]) -> str:
    told = f"{len(paragraphs)} more paragraphs of {source}, nothing beside them"
    return f'<details class="px-more"><summary>{escape(told)}</summary>{"".join(paragraphs)}</details>'


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


def claim_notes(items: Iterable[tuple[int, str, Sequence[tuple[str, str]]]], label: str) -> str:
    """The claims by number: (number, wording, what each article does with it and the id of its evidence, "" for none).

    Each line is where the number of a claim leads that the other article says nothing of.
    """
    inner = "".join(
        f'<li id="why-claim-{number}"><b>{number}. {escape(text)}</b> '
        + "; ".join(
            f'<a href="#{escape(to)}">{escape(said)} ↑</a>' if to else f"<span>{escape(said)}</span>"
            for said, to in told
        )
        + "</li>"
        for number, text, told in items
    )
    return f'<ul class="px-notes" tabindex="0" aria-label="{escape(label)}">{inner}</ul>'


def _opening(it: Article) -> str:
    label = escape(f"Text of {it.source}")
    return f'<article class="px-article" lang="en" tabindex="0" aria-label="{label}">'


def _end(it: Article) -> str:
    return CUT if len(it.text) > MAX_MARKED_CHARACTERS else ""
