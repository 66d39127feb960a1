"""Cut from a text what is page rather than article: each cut with its reason, each reversible.

What such rows look like stands in :mod:`components.ingest.residue`; here stands where they may be cut. A false cut is
worse than a missed one, so a line that could be the article's own stays unless its place says otherwise.
"""

from __future__ import annotations

import re
from itertools import accumulate

from components.analysis.model import Cut
from components.ingest.lines import Line, continues, lines_of, split_glued
from components.ingest.residue import OPENERS, Row, is_page_name, is_section, words_of

_SITE = re.compile(r"\s+(?:[|–—·»:•-]|::)\s+")
_HANGING = frozenset(
    "a an the of in on at to for by with from and or but as is are was were that which its his her".split()
)
_DISCLAIMS = re.compile(
    r"\b(?:opinions?|views|informational|information|educational|purposes?|advice|professional|liab\w+|responsib\w+|"
    r"accura\w+|endorse\w*|affiliat\w+|reserved|warrant\w+)\b",
    re.I,
)
_NAVIGATION_RUN = 4  # menu lines in a row before which nothing was said
_FOOTER_RUN = 5
_MENU_RUN = 10  # labels in a row of which three name sections or pages: no list in an article does
_MENU_NAMES = 3
_MENU_WORDS = 8
_ABOVE_ARTICLE = 3
_TEASER_WORDS = 40
_PARAGRAPH_WORDS = 25


def _titles_in(line: str) -> list[str]:
    """The titles that a line may show, as words: itself, then without the site's name after or before it."""
    parts = _SITE.split(line, maxsplit=4) if len(line) <= 300 else [line]
    cuts = range(len(parts) - 1, 0, -1)
    titles = [line, *(" ".join(parts[:n]) for n in cuts), *(" ".join(parts[-n:]) for n in cuts)]
    return [words_of(title) for title in titles]


class _Page:
    """The lines still kept, and why some of them go: one pass of the rules."""

    def __init__(self, lines: list[Line], title: str) -> None:
        self.lines = lines
        self.title = title
        self.why: dict[int, str] = {}
        self.body = [line.body for line in lines]
        bodies = [i for i, is_body in enumerate(self.body) if is_body]
        self.first = bodies[0] if bodies else len(lines)
        self.last = bodies[-1] if bodies else -1
        self.third = bodies[min(2, len(bodies) - 1)] if bodies else len(lines)
        spoken = [line.words if is_body else 0 for line, is_body in zip(lines, self.body, strict=True)]
        self.before = [0, *accumulate(spoken)]  # body words before line i
        self.total = self.before[-1]

    def cut(self, i: int, reason: str) -> None:
        if not continues(self.lines, i):
            self.why.setdefault(i, reason)

    def late(self, i: int) -> bool:
        return 2 * self.before[i] >= self.total

    def edge(self, i: int) -> bool:
        return i < self.first or i > self.last

    def near(self, i: int) -> bool:
        """At an edge, or under a standfirst: where bylines, dates and avatars stand."""
        return i < self.third or i > self.last

    def rows(self) -> None:
        """Lines that are page rows by themselves, where their rule lets them be."""
        dates = sum(1 for line in self.lines if line.row and line.row.reason == "date row")
        substantial = next(
            (i for i, line in enumerate(self.lines) if line.words >= 4 and not line.row), len(self.lines)
        )
        for i, line in enumerate(self.lines):
            if (row := line.row) is None:
                continue
            if row.where == "anywhere":
                here = True
            elif row.where == "late":
                here = self.late(i)
            elif row.where == "before":
                here = i < substantial
            elif row.where == "tail":
                here = i > self.last
            elif row.reason == "date row":  # dates that structure a timeline or a diary are the article's own
                here = self.near(i) and (dates <= 3 or i < self.first)
            elif row.reason == "avatar":
                here = i > 0 and self.near(i)
            else:
                here = self.edge(i) or self._beside(i, row.reason)
            if here:
                self.cut(i, self._like_its_neighbour(i, row))

    def _like_its_neighbour(self, i: int, row: Row) -> str:
        """The word "Email" is a way to share under a share row, and a field under a comment form."""
        above = self.why.get(i - 1, "")
        alike = {above, row.reason} == {"share row", "comment form"} and row.where == "edge"
        return above if alike and self.lines[i].words <= 2 else row.reason

    def _beside(self, i: int, reason: str) -> bool:
        """A lone word such as "Facebook" between two rows of the same kind is one of them."""
        around = [self.lines[j].row for j in (i - 1, i + 1) if 0 <= j < len(self.lines)]
        return len(around) == 2 and all(row is not None and row.reason == reason for row in around)

    def blocks(self) -> None:
        """What belongs to a row that opens a block: linked headlines, tags, a disclaimer, an author box, a form.

        Once the rest of the page goes with one, there is nothing more to look at.
        """
        kept = [(i not in self.why, line) for i, line in enumerate(self.lines)]
        said = max((i for i, (stays, line) in enumerate(kept) if stays and (line.prose or line.item)), default=-1)
        # Lines that begin with a figure are as likely a list of ingredients as a menu.
        links = [0, *accumulate(stays and line.label and not line.text[0].isdigit() for stays, line in kept)]
        left = [0, *accumulate(stays for stays, _ in kept)]
        for i, line in enumerate(self.lines):
            reason = self.why.get(i) or (line.row.reason if line.row else "")
            if i not in self.why or reason not in OPENERS:
                if line.plain in ("disclaimer", "legal disclaimer") and self.late(i):
                    self._disclaimer(i)
                continue
            if reason in ("related links", "subscription box") and i > self.first:
                if i >= said or self._all_links(i, links, left):
                    self._rest(i, reason)
                    return
                if reason == "related links" and line.words <= 6:
                    self._adjacent(i, reason)
            elif reason == "comment form" and self._form(i):
                self._rest(i, reason)
                return
            elif reason == "tags" and i > self.last and line.words <= 5:
                self._adjacent(i, reason)
            elif reason == "author box":
                below = next((j for j in range(i + 1, min(i + 4, len(self.lines))) if j not in self.why), None)
                if below is not None and self.lines[below].words <= 80:
                    self.cut(below, reason)

    def _form(self, i: int) -> bool:
        """A reply form or a comment thread begins: most was said before, and what follows is a form or replies."""
        line = self.lines[i]
        said, left = self.before[i], self.total - self.before[i]
        return said >= max(left, 1) and line.row is not None and (line.row.where == "anywhere" or i > self.last)

    def _all_links(self, i: int, links: list[int], left: list[int]) -> bool:
        """Below line ``i`` are linked headlines with a teaser here and there, and nearly all was said before."""
        few = 3 * (self.total - self.before[i]) <= self.before[i]
        n_links, n_left = links[-1] - links[i + 1], left[-1] - left[i + 1]
        return few and self.lines[i].words <= 6 and n_links >= 4 and n_links >= 3 * (n_left - n_links)

    def _rest(self, i: int, reason: str) -> None:
        """Everything below line ``i``; among linked headlines a whole paragraph may be the article's, and stays."""
        for j in range(i + 1, len(self.lines)):
            if reason == "comment form" or self.lines[j].words < _PARAGRAPH_WORDS:
                self.cut(j, (row.reason if (row := self.lines[j].row) else "") or reason)

    def _adjacent(self, i: int, reason: str) -> None:
        """The linked headlines or tags that stand line by line under the row."""
        for j in range(i + 1, min(i + 13, len(self.lines))):
            line = self.lines[j]
            if j in self.why or line.gap or not line.label or line.ends:
                return
            self.cut(j, reason)

    def _disclaimer(self, i: int) -> None:
        """A heading "Disclaimer" and the paragraph under it, if that disclaims anything."""
        below = i + 1
        if below < len(self.lines):
            disclaims = len(set(_DISCLAIMS.findall(self.lines[below].text.lower()))) >= 2
            if disclaims or self.why.get(below) == "disclaimer":
                self.cut(i, "disclaimer")
                self.cut(below, "disclaimer")

    def ending(self) -> None:
        """A stray teaser between a disclaimer or tags and the page's end, and the footer's menu."""
        closers = [i for i, why in self.why.items() if why in ("disclaimer", "tags", "hashtags") and self.late(i)]
        if closers:
            left = [j for j in range(min(closers), len(self.lines)) if j not in self.why]
            enclosed = any(k > left[-1] for k in self.why) if left else False
            if left and enclosed and sum(self.lines[j].words for j in left) <= _TEASER_WORDS:
                for j in left:
                    self.cut(j, "teaser among page rows")
        run: list[int] = []
        for j in range(self.last + 1, len(self.lines)):
            if self.lines[j].label and self.lines[j].words <= 5 and not self.lines[j].ends:
                run.append(j)
        names = [j for j in run if is_page_name(self.lines[j].text)]
        if len(run) >= _FOOTER_RUN and len(names) >= 2:
            for j in range(run[0], len(self.lines)):
                if j >= names[0] or is_section(self.lines[j].text):
                    self.cut(j, "site footer")

    def menus(self) -> None:
        """Long runs of short labels among which several name sections or pages, wherever they stand.

        The last lines of a run above the article stay: the headline may be one of them.
        """
        run: list[int] = []
        for i, line in enumerate([*self.lines, None]):
            if line is not None and line.label and line.words <= _MENU_WORDS and not line.ends:
                run.append(i)
                continue
            if run and run[-1] < self.first:
                run = run[:-_ABOVE_ARTICLE]
            named = sum(is_section(self.lines[j].text) or is_page_name(self.lines[j].text) for j in run)
            if len(run) >= _MENU_RUN and named >= _MENU_NAMES:
                for j in run:
                    self.cut(j, "navigation" if j < self.first else "site footer")
            run = []

    def heading(self) -> None:
        """The menu above the article, and its title line."""
        run = [i for i in range(self.first) if self.lines[i].label and self.lines[i].words <= 4]
        if sum(1 for i in run if is_section(self.lines[i].text)) >= _NAVIGATION_RUN:
            last = max(i for i in run if is_section(self.lines[i].text))
            for i in run:
                if i <= last:
                    self.cut(i, "navigation")
        known = bool(self.title)
        at = self._title_lines()
        if not at and not known:
            guess = self._guess()
            at = [guess] if guess is not None else []
        for i in at:
            self.cut(i, "headline")
        if at:
            self.title = self.title or self.lines[at[-1]].text
            if known or len(at) > 1:  # a title that is known for certain: what stands above it is menu
                for i in range(at[-1]):
                    if not self.lines[i].prose and not self.lines[i].item:
                        self.cut(i, "navigation")

    def _title_lines(self) -> list[int]:
        """Where the title stands: the lines that repeat it (with the site's name or without) in the first half."""
        title = words_of(self.title)
        head = [
            i
            for i in range(len(self.lines))
            if i not in self.why and not (self.late(i) and self.total and self.before[i])
        ]
        if not title and head:
            opening = self.lines[head[0]]
            wanted = [plain for plain in _titles_in(opening.text) if len(plain.split()) >= 4]
            below = {self.lines[i].plain: self.lines[i].text for i in reversed(head[1:200])}
            title = next((plain for plain in wanted if plain in below), "") if not opening.body else ""
            self.title = below.get(title, "")
        if not title:
            return []
        return [i for i in head if title in _titles_in(self.lines[i].text)]

    def _guess(self) -> int | None:
        """The first substantial line, when it looks like a title: no closing full stop, and prose below it."""
        kept = [i for i in range(len(self.lines)) if i not in self.why][:4]
        for at, i in enumerate(kept):
            line = self.lines[i]
            if line.words < 3 and at < 2 and not line.ends:
                continue
            titled = 3 <= line.words <= 30 and len(line.text) <= 200 and not line.body and not line.item
            titled = titled and not line.text.endswith((".", ",", ";", ":", "-", "–", "—", "..", "…"))
            if not titled or line.text[:2].islower():
                return None
            below = self.lines[i + 1] if i + 1 < len(self.lines) else None
            if below is None or not any(other.prose for other in self.lines[i + 1 :]):
                return None
            if not below.gap and i + 1 not in self.why:
                wrapped = line.plain.split()[-1:] and line.plain.split()[-1] in _HANGING
                if (
                    wrapped
                    or below.text[0].islower()
                    or (len(line.text) > 60 and len(below.text) < 1.5 * len(line.text))
                ):
                    return None
            return i
        return None


def _kept(lines: list[Line], why: dict[int, str]) -> list[Line]:
    """The lines that stay; one that stood under a cut now stands apart."""
    kept: list[Line] = []
    for i, line in enumerate(lines):
        if i not in why:
            gap = bool(kept) and (line.gap or i - 1 in why)
            kept.append(line if gap == line.gap else Line(line.start, line.end, line.text, gap))
    return kept


def cut_residue(original: str, *, title: str = "") -> tuple[Cut, ...]:
    """The parts of ``original`` that surround the article, sorted, not overlapping, offsets in code points.

    ``title`` is the headline when it is known: lines that repeat it are cut as "headline", and no other line is taken
    for one. Without it the first substantial line is, when it looks like one. Rules run until nothing more is cut, so
    cutting what was left again, with the same title, cuts nothing. A text that is nothing but page rows is kept
    whole: an empty article would say less.
    """
    lines = lines_of(original)
    found: list[tuple[int, int, str]] = []
    while True:
        lines, glued = split_glued(lines)
        page = _Page(lines, title)
        page.rows()
        page.blocks()
        page.ending()
        page.menus()
        page.heading()
        found += glued
        if not page.why and not glued:
            break
        title = page.title
        found += [(lines[i].start, lines[i].end, why) for i, why in page.why.items()]
        lines = _kept(lines, page.why)
    if not lines:
        return ()
    return _merged(original, sorted(found))


def _merged(original: str, found: list[tuple[int, int, str]]) -> tuple[Cut, ...]:
    """Neighbours of one reason with nothing between them are one block; each headline stays on its own."""
    cuts: list[Cut] = []
    for start, end, reason in found:
        last = cuts[-1] if cuts else None
        if last and last.reason == reason != "headline" and not original[last.end : start].strip():
            cuts[-1] = Cut(start=last.start, end=end, reason=reason)
        else:
            cuts.append(Cut(start=start, end=end, reason=reason))
    return tuple(cuts)
