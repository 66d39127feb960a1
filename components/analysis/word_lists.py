"""An analyst's own word lists of a story: hype entries added or muted, neutral terms added or taken away.

Each function gives the settings as they would be, or ValueError with a sentence that says what to do instead.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar, get_args

from components.analysis import tone_scoring
from components.analysis.hype.headline import CUES
from components.analysis.hype.lexicon import (
    ANALYST,
    CATEGORIES,
    Entry,
    Kind,
    Lexicon,
    Strength,
    added_entry,
    lexicon,
)
from components.analysis.hype.literal import LexiconError
from components.analysis.hype.tokens import tokenise
from components.analysis.hype.typography import MARKS
from components.analysis.model import Settings
from components.analysis.story_json import settings_to_dict
from components.analysis.vader import vader

T = TypeVar("T")

MOST_TERMS = 500
LONGEST_TERM = 80
MOST_WORDS = 8

# What an entry can be: a category of promotion, or another kind.
ENTRY_CATEGORIES = (*CATEGORIES, *(kind for kind in get_args(Kind) if kind != "promotion"))
STRENGTHS = tuple(strength for strength in get_args(Strength) if strength)


def add_entry(settings: Settings, term: str, category: str, strength: str) -> Settings:
    """With a lexicon entry of the analyst's own, which takes the place of any entry with the same words."""
    word = _checked(term)
    entry = added_entry(word, category, strength)
    if not _can_be_found(entry):
        raise ValueError(f"“{word}” cannot be found in a text: write words, without signs around them.")
    for known in lexicon(settings.added).entries:
        same = known.kind == entry.kind and known.strength == entry.strength and not known.needs
        if word in known.forms and same and entry.category in ("", known.category) and word not in settings.muted:
            whose = "your list" if known.origin == ANALYST else "the lexicon"
            raise ValueError(f"“{word}” is in {whose} already, as {category}, {known.strength}.")
    others = tuple(own for own in settings.added if own[0] != word)
    muted = tuple(own for own in settings.muted if own != word)
    return replace(settings, added=_bounded((*others, (word, category, strength))), muted=muted)


def remove_entry(settings: Settings, term: str) -> Settings:
    """Without an entry that the analyst had added."""
    return replace(settings, added=tuple(own for own in settings.added if own[0] != term))


def mute(settings: Settings, term: str) -> Settings:
    """With a lexicon entry (named by any of its forms) or a typographic mark not counted."""
    word = _checked(term)
    if word in settings.muted:
        raise ValueError(f"“{word}” is muted already.")
    known = word in (*MARKS, *CUES) or any(word in entry.forms for entry in lexicon(settings.added).entries)
    if not known:
        raise ValueError(
            f"“{word}” is no entry of the lexicon, so there is nothing to mute: copy the words of a passage."
        )
    return replace(settings, muted=_bounded((*settings.muted, word)))


def unmute(settings: Settings, term: str) -> Settings:
    """With a muted entry counted again."""
    return replace(settings, muted=tuple(own for own in settings.muted if own != term))


def add_neutral(settings: Settings, term: str) -> Settings:
    """With a word or phrase masked before tone is scored; one that was taken from the list is put back."""
    word = _checked(term)
    if word in settings.not_neutral:
        return replace(settings, not_neutral=tuple(own for own in settings.not_neutral if own != word))
    if word in settings.neutral or any(word in listed for listed in tone_scoring.listed_terms()):
        raise ValueError(f"“{word}” is masked already.")
    if not any(part in vader().lexicon for part in word.replace("-", " ").split()) and word not in vader().lexicon:
        raise ValueError(f"VADER has no value for “{word}”, so masking it would change nothing.")
    return replace(settings, neutral=_bounded((*settings.neutral, word)))


def remove_neutral(settings: Settings, term: str) -> Settings:
    """Without a neutral term: one of the analyst's own, or one of the list, which VADER then scores again."""
    word = _checked(term)
    if word in settings.neutral:
        return replace(settings, neutral=tuple(own for own in settings.neutral if own != word))
    if word in settings.not_neutral:
        raise ValueError(f"“{word}” is taken from the list already.")
    if not any(word in listed for listed in tone_scoring.listed_terms()):
        raise ValueError(f"“{word}” is no neutral term, so there is nothing to take away.")
    return replace(settings, not_neutral=_bounded((*settings.not_neutral, word)))


def checked(settings: Settings) -> Settings:
    """The settings, if every entry can be measured with; ValueError naming the first that cannot."""
    try:
        for entry in settings.added:
            added_entry(*entry)
        lexicon(settings.added).matches(tokenise(""))
    except LexiconError as error:
        raise ValueError(f"An added lexicon entry cannot be used: {error}.") from error
    return settings


def changes(settings: Settings) -> tuple[str, ...]:
    """What was changed about the measuring of a story, a sentence each; nothing where nothing was."""
    added = [f"{term} ({category}, {strength or 'evaluative'})" for term, category, strength in settings.added]
    lists = (
        ("Masked beyond the list of neutral terms", settings.neutral),
        ("Taken from the list of neutral terms", settings.not_neutral),
        ("Muted entries", settings.muted),
        ("Added entries", added),
    )
    mask = () if settings.mask else ("Neutral terms are not masked.",)
    return (*mask, *(f"{what}: {'; '.join(terms)}." for what, terms in lists if terms))


def digest(settings: Settings) -> str:
    """SHA-256 of the settings as they are exported: the same lists have the same one, in whatever order they grew."""
    lists = {k: sorted(v) if isinstance(v, list) else v for k, v in settings_to_dict(settings).items()}
    return hashlib.sha256(json.dumps(lists, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def _checked(term: str) -> str:
    word = " ".join(term.lower().replace("’", "'").split())
    n = len(tokenise(word).words)
    if not n:
        raise ValueError("Write a word or phrase first.")
    if len(word) > LONGEST_TERM or n > MOST_WORDS:
        raise ValueError(f"A term can have at most {MOST_WORDS} words and {LONGEST_TERM} characters.")
    return word


def _can_be_found(entry: Entry) -> bool:
    try:
        return bool(Lexicon((entry,)).matches(tokenise(entry.term)))
    except LexiconError:
        return False


def _bounded(terms: Sequence[T]) -> tuple[T, ...]:
    if len(terms) > MOST_TERMS:
        raise ValueError(f"A story's list can hold {MOST_TERMS} terms: remove some first.")
    return tuple(terms)
