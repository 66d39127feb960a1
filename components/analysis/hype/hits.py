"""Every passage the hype measure looked at, counted or not, with the reason in plain words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from components.analysis.hype import context
from components.analysis.hype.attribution import attributed
from components.analysis.hype.headline import headline_cues
from components.analysis.hype.lexicon import ANALYST, Lexicon, Match, lexicon
from components.analysis.hype.tokens import Tokens, tokenise
from components.analysis.hype.typography import Mark, typography
from components.analysis.model import Article, Quote, Sentence, Settings
from components.analysis.words import count_words

# One or two words in quotation marks are the author's own, held at arm's length: they count as the author's.
SHORTEST_SPEECH = 3

# Kinds about which context decides; the others are counted wherever the author uses them.
DECIDED = ("promotion", "alarm")

HitKind = Literal["promotion", "alarm", "stance", "absolute", "booster", "hedge", "cue"]


# Why a hit that would count does not: it is somebody else's.
QUOTED = "quoted"
ATTRIBUTED = "attributed: "


class Hit(NamedTuple):
    """One passage. ``start`` and ``end`` are offsets in the article's text; for a cue, in its title.

    ``sentence_index`` is None for a cue. ``term`` is the lexicon entry (or the kind of typography or cue),
    ``text`` the passage as it stands. ``counted`` hits make the numbers; ``reason`` says why or why not.
    ``voice``: "quoted" inside three or more words of quoted speech, else "author".
    """

    sentence_index: int | None
    start: int
    end: int
    text: str
    term: str
    kind: HitKind
    category: str
    strength: str
    counted: bool
    reason: str
    voice: Literal["author", "quoted"]

    @property
    def is_somebody_elses(self) -> bool:
        """Whether it would count, were it not quoted or reported as what somebody else says."""
        return not self.counted and (self.reason == QUOTED or self.reason.startswith(ATTRIBUTED))


@lru_cache(maxsize=256)
def hits(article: Article, settings: Settings) -> tuple[Hit, ...]:
    """Every hit in the body's sentences, in the order of the text, then the headline's cues.

    LexiconError if an entry the analyst added is not in the lexicon's form.
    """
    return find_hits(article, settings, lexicon(settings.added))


def find_hits(article: Article, settings: Settings, entries: Lexicon) -> tuple[Hit, ...]:
    """The hits of an article against a given lexicon (:func:`hits` uses the house's own)."""
    terms = frozenset(term.strip().lower() for term in settings.muted)
    found = [hit for sentence in article.body for hit in _in_sentence(article, sentence, entries, terms)]
    return (*found, *_in_title(article.title, entries, terms))


def _in_sentence(article: Article, sentence: Sentence, entries: Lexicon, terms: frozenset[str]) -> list[Hit]:
    tokens = tokenise(sentence.text)
    matches = entries.matches(tokens)
    marks = typography(tokens, entries.single_words, article.text)
    if not matches and not marks:
        return []
    scene = context.Scene(tokens, article.text)
    against = [_against(scene, match, entries, terms) for match in matches]
    standing = [m for m, reason in zip(matches, against, strict=True) if not reason and m.entry.kind in DECIDED]
    found = [
        _hit(sentence, tokens, match, reason or _in_favour(scene, match, standing, entries), not reason)
        for match, reason in zip(matches, against, strict=True)
    ]
    if marks:
        taken = {at for match in matches for at in range(tokens.starts[match.first], tokens.ends[match.last - 1])}
        free = [mark for mark in marks if taken.isdisjoint(range(mark.start, mark.end))]
        found = sorted((*found, *(_typographic(sentence, mark, terms) for mark in free)), key=lambda hit: hit.start)
    speech = [q for q in sentence.quotes if count_words(article.text[q.start : q.end]) >= SHORTEST_SPEECH]
    return [_voiced(hit, speech) for hit in found] if speech else found


def _against(scene: context.Scene, match: Match, entries: Lexicon, terms: frozenset[str]) -> str:
    """Why a candidate does not count; "" if nothing speaks against it."""
    tokens = scene.tokens
    text = tokens.text[tokens.starts[match.first] : tokens.ends[match.last - 1]]
    reason = (
        context.muted(match, text, terms)
        or context.literal(tokens, match, entries)
        or context.named(scene, match)
        or context.mentioned(tokens, match)
        or context.unmet_need(tokens, match)
    )
    if reason or match.entry.kind not in DECIDED:
        return reason
    return (
        context.negated(tokens, match)
        or context.hedged(tokens, match)
        or context.grounded(scene, match)
        or _attributed(tokens, match)
    )


def _attributed(tokens: Tokens, match: Match) -> str:
    verb = attributed(tokens, match.first)
    return ATTRIBUTED + verb if verb else ""


def _in_favour(scene: context.Scene, match: Match, standing: list[Match], entries: Lexicon) -> str:
    """Why a candidate counts."""
    reason = _weight(scene, match, standing, entries)
    return f"{reason}, added by the analyst" if match.entry.origin == ANALYST else reason


def _weight(scene: context.Scene, match: Match, standing: list[Match], entries: Lexicon) -> str:
    if match.entry.kind not in DECIDED:
        return match.entry.kind
    if match.entry.strength == "hyperbolic":
        return "hyperbolic"
    return (
        context.amplified(scene, match, entries.amplifiers)
        or context.stacked(scene.tokens, match, standing)
        or "gratuitous"
    )


def _hit(sentence: Sentence, tokens: Tokens, match: Match, reason: str, counted: bool) -> Hit:
    start, end = tokens.starts[match.first], tokens.ends[match.last - 1]
    return Hit(
        sentence_index=sentence.index,
        start=sentence.start + start,
        end=sentence.start + end,
        text=sentence.text[start:end],
        term=match.entry.term,
        kind=match.entry.kind,
        category=match.entry.category,
        strength=match.entry.strength,
        counted=counted,
        reason=reason,
        voice="author",
    )


def _typographic(sentence: Sentence, mark: Mark, terms: frozenset[str]) -> Hit:
    is_muted = mark.term in terms
    return Hit(
        sentence_index=sentence.index,
        start=sentence.start + mark.start,
        end=sentence.start + mark.end,
        text=sentence.text[mark.start : mark.end],
        term=mark.term,
        kind="promotion",
        category="typography",
        strength=mark.strength,
        counted=not is_muted,
        reason="muted by the analyst" if is_muted else mark.term,
        voice="author",
    )


def _voiced(hit: Hit, speech: list[Quote]) -> Hit:
    """The hit with its voice; inside quoted speech it does not count for the author. ``speech``: in text order."""
    before = bisect_right(speech, hit.start, key=lambda quote: quote.start)
    if not before or hit.start >= speech[before - 1].end:
        return hit
    if not hit.counted:
        return hit._replace(voice="quoted")
    return hit._replace(voice="quoted", counted=False, reason=QUOTED)


def _in_title(title: str, entries: Lexicon, terms: frozenset[str]) -> Iterator[Hit]:
    for cue in headline_cues(title, entries):
        is_muted = cue.name in terms
        yield Hit(
            sentence_index=None,
            start=cue.start,
            end=cue.end,
            text=title[cue.start : cue.end],
            term=cue.name,
            kind="cue",
            category=cue.name,
            strength="",
            counted=not is_muted,
            reason="muted by the analyst" if is_muted else "headline cue",
            voice="author",
        )
