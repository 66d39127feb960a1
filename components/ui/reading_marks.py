"""What the reader marks in an article, one kind at a time: passages, sentences, evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from components.analysis.hard_sentences import hardest_sentences
from components.analysis.hype.hits import hits
from components.analysis.model import Article, Verdict
from components.analysis.tone_drivers import sentence_tones
from components.ui import markup
from components.ui.cache import Loaded
from components.ui.markup import Mark, MarkKind

NEUTRAL_UP_TO = 0.05
HARDEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The marks of one article: in its text, in its title, and where they stand as ticks (HTML)."""

    text: Sequence[Mark] = ()
    title: Sequence[Mark] = ()
    ticks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """One kind of mark: the measure whose number stands above the article, its legend, and what draws it."""

    measure: str
    legend: Sequence[tuple[MarkKind, str]]
    draw: Callable[[Loaded, Article], Marked]


def _place(article: Article, start: int) -> float:
    return start / max(len(article.text), 1)


def _signed(value: float, digits: int) -> str:
    return f"{value:+.{digits}f}".replace("-", "−")


def _colour(loaded: Loaded, article: Article) -> int:
    return loaded.colour_of.get(article.source, 99)


def _hype(loaded: Loaded, article: Article) -> Marked:
    """The promotion passages: those the rate counts, and those looked at and left out."""
    found = [h for h in hits(article, loaded.story.settings) if h.kind == "promotion" and h.sentence_index is not None]
    marks = [
        Mark(
            start=h.start,
            end=h.end,
            kind="counted" if h.counted else "passed",
            hint=f"{h.category}: {h.reason}" if h.counted else f"{h.category}, not counted: {h.reason}",
        )
        for h in found
    ]
    places = [(_place(article, h.start), h.counted) for h in found]
    return Marked(text=marks, ticks=markup.ticks(places, _colour(loaded, article)))


def _tone(loaded: Loaded, article: Article) -> Marked:
    """The sentences that are not neutral, with their score and the words that drive it."""
    marks, places = [], []
    for tone in sentence_tones(article, loaded.story.settings):
        if abs(tone.score) < NEUTRAL_UP_TO:
            continue
        sentence = article.sentences[tone.index]
        words = [
            f"{d.word} {_signed(d.contribution, 1)}" + (" (neutral term, not counted)" if d.masked else "")
            for d in tone.drivers
            if d.contribution
        ]
        hint = f"tone {_signed(tone.score, 2)}" + (f": {', '.join(words)}" if words else "")
        positive = tone.score > 0
        kind: MarkKind = "positive" if positive else "negative"
        links = ((_signed(tone.score, 2), ""),)
        marks.append(Mark(start=sentence.start, end=sentence.end, kind=kind, hint=hint, links=links))
        places.append((_place(article, sentence.start), positive))
    return Marked(text=marks, ticks=markup.signed_ticks(places))


def _claims(loaded: Loaded, article: Article) -> Marked:
    """The sentences that verdicts rest on, with the numbers of their claims in the matrix."""
    numbers = {claim.id: n for n, claim in enumerate(loaded.story.claims, 1)}
    by_span: defaultdict[tuple[int, int] | None, list[Verdict]] = defaultdict(list)
    for v in loaded.story.verdicts:
        if v.article_id == article.id and v.verdict != "not found" and v.evidence:
            by_span[None if v.start is None or v.end is None else (v.start, v.end)].append(v)
    wording = {claim.id: claim.text for claim in loaded.story.claims}
    text: list[Mark] = []
    title: list[Mark] = []
    places = []
    for span, verdicts in by_span.items():
        start, end = span or (0, len(article.title))
        hint = "\n".join(f"{numbers[v.claim_id]}, {v.verdict}: {wording[v.claim_id]}" for v in verdicts)
        links = tuple((str(numbers[v.claim_id]), "") for v in verdicts)
        inside = _evidence_marks(article.text if span else article.title, start, end, verdicts)
        inside = [replace(mark, hint=hint) for mark in inside]
        inside[-1] = replace(inside[-1], links=links)
        (text if span else title).extend(inside)
        if span:
            places.append((_place(article, start), any(v.verdict != "partly" for v in verdicts)))
    return Marked(text=text, title=title, ticks=markup.ticks(places, _colour(loaded, article)))


def _evidence_marks(text: str, start: int, end: int, verdicts: Sequence[Verdict]) -> list[Mark]:
    """One mark on the sentence; where a value of it is in conflict, that value apart from what is left of it."""
    words = {v.verdict for v in verdicts}
    kind: MarkKind = "evidence" if "stated" in words else "passed"
    if "conflicts" not in words:
        return [Mark(start=start, end=end, kind=kind)]
    value = next(v.conflict_value for v in verdicts if v.verdict == "conflicts")
    at = text.find(value, start, end) if value else -1
    if at < 0:
        return [Mark(start=start, end=end, kind="clash")]
    cut = (Mark(start=start, end=at, kind=kind), Mark(start=at + len(value), end=end, kind=kind))
    sides = [mark for mark in cut if mark.start < mark.end]
    clash = Mark(start=at, end=at + len(value), kind="clash")
    return sorted([clash, *sides], key=lambda mark: mark.start)


def _hard(loaded: Loaded, article: Article) -> Marked:
    """The sentences without which the grade would fall most."""
    found = [(article.sentences[h.sentence_index], h) for h in hardest_sentences(article, HARDEST)]
    marks = [
        Mark(
            start=s.start,
            end=s.end,
            kind="hard",
            hint=f"its own grade {h.grade:.1f}: {h.why}",
            links=((f"{h.grade:.1f}", ""),),
        )
        for s, h in found
    ]
    places = [(_place(article, s.start), True) for s, _ in found]
    return Marked(text=marks, ticks=markup.ticks(places, _colour(loaded, article)))


def _quotes(loaded: Loaded, article: Article) -> Marked:
    """Quoted speech, with who is quoted where the text names them."""
    quotes = [q for s in article.sentences for q in s.quotes]
    marks = [
        Mark(
            start=q.start,
            end=q.end,
            kind="quote",
            hint=f"quoted: {q.speaker}" if q.speaker else "quoted, by nobody named",
        )
        for q in quotes
    ]
    places = [(_place(article, q.start), True) for q in quotes]
    return Marked(text=marks, ticks=markup.ticks(places, _colour(loaded, article)))


def _nothing(loaded: Loaded, article: Article) -> Marked:  # noqa: ARG001 - one signature for all
    return Marked()


NONE = "None"
MARKINGS: Mapping[str, Marking] = {
    "Hype": Marking(measure="hype", draw=_hype, legend=(("counted", "counted"), ("passed", "looked at, not counted"))),
    "Tone": Marking(
        measure="tone", draw=_tone, legend=(("positive", "positive sentence"), ("negative", "negative sentence"))
    ),
    "Claims": Marking(
        measure="claim_coverage",
        draw=_claims,
        legend=(("evidence", "states a claim, by its number"), ("passed", "states it partly"), ("clash", "conflicts")),
    ),
    "Hard sentences": Marking(
        measure="readability", draw=_hard, legend=(("hard", f"raises the grade most, up to {HARDEST} sentences"),)
    ),
    "Quotes": Marking(measure="", draw=_quotes, legend=(("quote", "quoted speech"),)),
    NONE: Marking(measure="", draw=_nothing, legend=()),
}
