"""Sentences in one spelling: straight quotes, spaced dashes, contractions written out; and the names a story uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from components.analysis.claims.closed_classes import CLOSED, DETERMINERS, PREPOSITIONS, SUBJECTS, word_set
from components.analysis.claims.verbs import verb_forms
from components.analysis.model import Article

_STRAIGHT = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "´": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\u2011": "-",
    }
)
# "the over- 60s": a word that was parted at the end of a line; "two- and three-year" is none.
_PARTED = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])(?!(?:and|or|to|the|a|an|but|which|who|that|it|he|she|they|we|in)\b)")
# Some files have lost their dashes: a gap of two blanks between two words is what is left of one.
_GAP = re.compile(r"([^\W\d_]{1,40}|[\d,)%'’”])  (?=[\w(“‘])")
#: A sentence with more gaps is set in wide type.
_GAPS = 3
_DASH = re.compile(r"\s?(?:—|–(?!\d)|\s--?(?=\s))\s?")
_CONTRACTIONS = {
    "can't": "cannot", "won't": "will not", "shan't": "shall not", "let's": "let us", "n't": " not",
    "'re": " are", "'ve": " have", "'ll": " will", "'m": " am",
}  # fmt: skip
_CONTRACTION = re.compile(r"\b(?:can't|won't|shan't|let's)|(?<=\w)(?:n't|'re|'ve|'ll|'m)\b", re.I)
# Some files have lost their apostrophes. Only words that are nothing else without one.
_LOST = re.compile(
    r"\b(?:(do|does|did|is|was|were|are|would|could|should|has|have|had)(n)t|(they|you)(re|ve)|(we)(ve)|(that|there)(s))\b",
    re.I,
)
_PRONOUN_S = re.compile(r"\b(he|she|it|that|there|who|what|here|where)'s\b(?=\s+[\x22]?(\w+))", re.I)


_ENGLISH = word_set("the of and to that is for with his her by from has have were been this which not are at as its")
_FOREIGN = word_set(
    "der die das und ist nicht den dem ein eine zu mit auf für von sich le la les des et est une du que dans pour",
    "pas el los las del y en por con una se il che di un per non sono della het een van dat niet op te o os da do em",
    "um para com",
    "w na z jest się nie och att det som en på av är",
)


# A bare singular word at the start, with its verb: a name, unless it is a mass noun by its ending.
_NAMED_SUBJECT = re.compile(
    r"([A-Z]\w{2,30})(?<!ion)(?<!ment)(?<!ness)(?<!ity)(?<!nce)(?<!ism)(?<!ing)(?<!logy)(?<!le)(?<!ture)"
    r" (?:is|was|has|had|will|said|says|[a-z]{2,20}ed) "
)


def is_english(article: Article) -> bool:
    """Whether the text is English: its language says so, or it has more English than foreign function words."""
    if article.language:
        return article.language.lower().startswith("en")
    words = Counter(re.findall(r"[^\W\d_]+", article.text[:20_000].lower()))
    foreign = sum(words[w] for w in _FOREIGN)
    return foreign == 0 or sum(words[w] for w in _ENGLISH) > foreign


def learn_names(texts: Iterable[str]) -> frozenset[str]:
    """The words a story writes with a capital inside its sentences more often than without: its names, seen at a
    sentence's start too.
    """
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    first: set[str] = set()
    for text in texts:
        starts = _NAMED_SUBJECT.match(text)
        first.update(starts.groups() if starts else ())
        capital.update(re.findall(r"(?<=[a-z,;] )[A-Z][\w&'-]*", text))
        small.update(re.findall(r"(?<![\w'-])[a-z][\w-]*", text))
    stripped: Counter[str] = Counter()
    for word, n in capital.items():
        stripped[word.removesuffix("'s").rstrip("'")] += n
    first = {w for w in first if not small[w.lower()] and w.lower() not in CLOSED and not verb_forms(w.lower())}
    return frozenset(first) | frozenset(
        w
        for w, n in stripped.items()
        if n > small[w.lower()] and w.lower() not in SUBJECTS | DETERMINERS | PREPOSITIONS
    )


def straighten(text: str) -> str:
    """One line with straight quotes and apostrophes, spaced dashes, contractions written out."""
    text = text.translate(_STRAIGHT)
    text = _DASH.sub(" — ", _PARTED.sub("-", text))
    text = _LOST.sub(_with_apostrophe, text)
    text = _CONTRACTION.sub(_write_out, text)
    before = _GAP.findall(text)
    if 1 <= len(before) <= _GAPS and not any(word.lower() in CLOSED for word in before):
        text = _GAP.sub(r"\1 — ", text)
    return " ".join(_PRONOUN_S.sub(_write_out_s, text).split())


def _with_apostrophe(match: re.Match[str]) -> str:
    word, ending = (part for part in match.groups() if part)
    return f"{word}n't" if ending.lower() == "n" else f"{word}'{ending}"


def _write_out(match: re.Match[str]) -> str:
    short = match.group()
    full = _CONTRACTIONS[short.lower()]
    return full[0].upper() + full[1:] if short[0].isupper() else full


def _write_out_s(match: re.Match[str]) -> str:
    following = match.group(2).lower()
    has = (
        following == "been"
        or following == "got"
        or ("E" in verb_forms(following) and verb_forms(following).get("E") in ("become", "take"))
    )
    return f"{match.group(1)} {'has' if has else 'is'}"
