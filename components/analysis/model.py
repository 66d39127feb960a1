"""The things Parallax talks about, as frozen dataclasses.

All offsets are code points in ``Article.text`` (the measured text), start inclusive, end exclusive.
An empty string means "the text does not show it"; nothing is ever guessed into a field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

SentenceKind = Literal["prose", "heading", "item"]
VerdictWord = Literal["stated", "partly", "conflicts", "not found"]
ConflictKind = Literal["number", "date", "name", "negation", "judged", "certainty"]

_BLANK_RUN = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")

PARALLAX = "Parallax"
"""Who decided a cell that no person judged."""

VERDICTS: tuple[VerdictWord, ...] = ("stated", "partly", "conflicts", "not found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch of quoted speech, without its quotation marks. ``speaker`` is "" unless the text names one."""

    start: int
    end: int
    speaker: str = ""


class Sentence(NamedTuple):
    """One sentence of the measured text: ``article.text[start:end] == text``, always.

    ``kind`` is ``heading`` for a line that titles what follows, ``item`` for a list item, else ``prose``.
    ``n_words`` counts words by textstat's own notion. ``quotes`` are the quoted stretches inside it,
    in article offsets; ``block`` numbers the paragraph, heading or list item it stands in.
    A named tuple, since it is made several times as fast; name the fields all the same.
    """

    index: int  # type: ignore[assignment]  # takes the place of a tuple's method
    start: int
    end: int
    text: str
    kind: SentenceKind
    block: int
    n_words: int
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A block of the original that is page, not article: kept, shown with its reason, and reversible.

    ``start`` and ``end`` are code points in ``Article.original``. ``put_back`` is the analyst's decision
    to measure the block after all.
    """

    start: int
    end: int
    reason: str
    put_back: bool = False


def measured_text(original: str, cuts: tuple[Cut, ...]) -> str:
    """What is measured: ``original`` without the cuts that were not put back, blank runs folded to one line.

    Cuts are sorted and do not overlap. With no cut in force the text is the original, stripped.
    """
    kept, at = [], 0
    for cut in cuts:
        if not cut.put_back:
            kept.append(original[at : cut.start])
            at = cut.end
    kept.append(original[at:])
    return _BLANK_RUN.sub("\n\n", "".join(kept)).strip()


class Size(NamedTuple):
    """The words and sentences of an article's body."""

    n_words: int
    n_sentences: int


@dataclass(frozen=True, kw_only=True)
class Article:
    """One article of one source.

    ``original`` is the text as it came in; ``text`` is what is measured: ``measured_text(original,
    cuts)`` (the title line is a cut of its own, with the reason "headline"). ``id`` is given at first import
    and never changes.
    ``date`` is ISO 8601 (YYYY-MM-DD) or "". ``note`` is the analyst's own.
    """

    id: str
    source: str
    text: str
    title: str = ""
    original: str = ""
    date: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    cuts: tuple[Cut, ...] = ()
    note: str = ""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of ``text``, split once and kept."""
        from components.analysis.sentences import split_sentences

        return split_sentences(self.text)

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences that are measured: of four words or more, headings apart.

        A text without any such sentence is measured whole, heading or not.
        """
        kept = tuple(s for s in self.sentences if s.kind != "heading" and s.n_words >= MIN_SENTENCE_WORDS)
        return kept or tuple(s for s in self.sentences if s.n_words > 0)

    @cached_property
    def size(self) -> Size:
        """How much is measured; kept when the sentences are let go."""
        return Size(sum(s.n_words for s in self.body), len(self.body))

    def let_go(self) -> None:
        """Keep the size and forget the sentences, several times the text: they are split again if asked for."""
        _ = self.size
        for name in ("sentences", "body"):
            vars(self).pop(name, None)


MIN_SENTENCE_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A short, self-contained statement of checkable fact that the story's articles are held against."""

    id: str
    text: str
    note: str = ""
    origin: Literal["proposed", "analyst"] = "proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person said of one cell. ``verdict`` equal to the machine's confirms it, another overrules it.

    Of several people's decisions on a cell the one that stands last in the story is in force.
    """

    claim_id: str
    article_id: str
    verdict: VerdictWord
    coder: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two values that cannot both hold, with the spans that carry them (offsets in each article's text).

    ``value_a`` is what the first article says, ``value_b`` the second. Kind ``judged`` is a conflict that a
    person found where Parallax saw none: it has sentences and no values. Kind ``certainty`` is drift: the same
    claim hedged in one and flat in the other; it leaves verdicts alone.
    """

    claim_id: str
    kind: ConflictKind
    article_a: str
    value_a: str
    evidence_a: str
    start_a: int
    end_a: int
    article_b: str
    value_b: str
    evidence_b: str
    start_b: int
    end_b: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One cell of the coverage matrix: what one article does with one claim.

    ``score``: calibrated probability, 0..1, that the claim is stated as worded (low for conflicts).
    ``evidence``, ``start``, ``end``, ``sentence_index``: the sentence the verdict rests on; for "not found"
    the nearest miss; "" and None when no sentence comes near. ``conflict_kind`` and ``conflict_value``
    say what clashes. ``verdict`` is the one in force (a person's if there is one), ``machine_verdict``
    always Parallax's own. ``certainty``: flat, hedged or attributed. ``position``: headline, lead,
    or the quarter of the text (1..4) as "quarter N". ``missing``: the parts of the claim that the
    evidence and its neighbours lack, joined by "; ".
    """

    claim_id: str
    article_id: str
    verdict: VerdictWord
    machine_verdict: VerdictWord
    score: float
    sentence_index: int | None = None
    evidence: str = ""
    start: int | None = None
    end: int | None = None
    voice: Literal["author", "quoted", ""] = ""
    speaker: str = ""
    certainty: Literal["flat", "hedged", "attributed", ""] = ""
    position: str = ""
    missing: str = ""
    conflict_kind: ConflictKind | None = None
    conflict_value: str = ""
    decided_by: str = PARALLAX
    coder: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an analyst may change about the measuring of a story.

    ``mask``: neutral terms are masked before tone is scored; ``neutral``: terms masked beyond the list,
    ``not_neutral``: terms of the list that are not masked. ``muted``: lexicon entries not counted here.
    ``added``: entries of the analyst's own, as (term, category, strength). All terms in lower case.
    """

    mask: bool = True
    neutral: tuple[str, ...] = ()
    not_neutral: tuple[str, ...] = ()
    muted: tuple[str, ...] = ()
    added: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Story:
    """The articles on one event, the claims they are held against and what the analyst decided.

    ``colours``: (source, palette number from 1), given when a source is first added and kept from then on.
    ``short_names``: (source, short name) where the analyst gave one. ``groups``: (source, group) likewise.
    ``note``: the analyst's own words on it, ``note_by`` who wrote them.
    ``settled``: wordings that Parallax proposed and a person reworded, merged, split or removed.
    ``pooled``: those of the sources that are groups of sources taken together (``components.analysis.groups``).
    """

    id: str
    title: str
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...] = ()
    decisions: tuple[Decision, ...] = ()
    settings: Settings = field(default_factory=Settings)
    colours: tuple[tuple[str, int], ...] = ()
    short_names: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    settled: tuple[str, ...] = ()
    note: str = ""
    note_by: str = ""
    pooled: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources in the order in which they were first added."""
        return tuple(dict.fromkeys(a.source for a in self.articles))

    @cached_property
    def article_by_id(self) -> dict[str, Article]:
        return {a.id: a for a in self.articles}

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every claim held against every article, people's decisions applied. Judged once and kept."""
        from components.analysis.claims.match import judge_story

        return judge_story(self)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Possible conflicts between the story's articles, typed, and certainty drift."""
        from components.analysis.claims.conflicts import story_conflicts

        return story_conflicts(self)

    @cached_property
    def copies(self) -> dict[str, str]:
        """Article id -> id of the earlier article of another source whose text it nearly repeats."""
        from components.analysis.copies import near_copies

        return near_copies(self.articles)
