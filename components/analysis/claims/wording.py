"""The closed word classes that decide what a claim may say, and the last touches to its wording."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from components.analysis.claims.grammar import Word, Words, render
from components.analysis.claims.standing import is_known, points


def _words(*groups: str) -> frozenset[str]:
    return frozenset(" ".join(groups).split())


SAYING = _words(
    "said says say told tells added adds announced announces reported reports claimed claims argued argues",
    "stated states warned warns",
    "explained explains insisted insists confirmed confirms noted notes believes believed thinks thought",
    "estimates estimated predicts",
    "predicted concluded concludes hopes hoped promised denied denies",
    "acknowledged admitted admits alleged alleges testified replied commented recalled recalls stressed",
    "emphasizes emphasized emphasises emphasised",
)

TITLES_BEHIND = _words(
    "leader minister president chancellor secretary chairman director mayor executive chief spokesman",
    "spokeswoman founder manager",
)

CONNECTIVES = frozenset(
    " ".join(
        """
        in fact, in addition, at the same time, in other words, in particular, at least, in general, for example,
        for instance, as a result, in contrast, of course, by contrast, on the other hand, on the one hand, in turn,
        in short, in the end, at first, at last, in total, after all, above all, in this case, in that case, in the
        meantime, as usual, as expected, in response, in theory, in practice, in reality, in part, at present, until
        now, to date, for now, so far, since then, in many ways, in some cases, after that, before that, at that
        time, at the time, by then, in return
        """.split()
    ).split(", ")
)

#: Openers that frame a fact and are no part of it.
WEAK_OPENERS = _words(
    "with contrary despite without unlike like as given thanks instead because although besides beyond",
    "except regardless apart",
    "compared amid against through to including following",
)

#: Praise and noise: taken out before a noun, and a mark of opinion in a predicate.
PUFF = _words(
    "massive bold visionary groundbreaking ground-breaking cutting-edge revolutionary stunning incredible",
    "amazing extraordinary remarkable unprecedented",
    "unparalleled unmatched world-class game-changing jaw-dropping spectacular phenomenal legendary iconic",
    "brilliant fantastic sensational",
    "proven strategic calculated deliberate powerful innovative flashy exciting staggering whopping eye-",
    "watering dramatic shocking huge enormous",
    "promising talented beloved renowned acclaimed celebrated pioneering state-of-the-art next-generation",
)
PUFF_ADVERBS = _words(
    "officially truly massively simply really actually basically literally incredibly extremely remarkably",
    "dramatically highly very just",
    "finally famously notably interestingly unsurprisingly surprisingly clearly obviously certainly undoubtedly",
    "also even further already",
)

_ELLIPTIC = re.compile(r"\s+([,.;:%?!)])")


def trim_puff(words: Words) -> Words:
    """Without praise before nouns and without stressing adverbs; "just 27" and "not just" keep theirs."""
    kept: Words = []
    bare: set[int] = set()
    for i, word in enumerate(words):
        after = words[i + 1].tag if i + 1 < len(words) else "."
        before = words[i - 1] if i else None
        if (
            word.low in PUFF
            and word.tag in "JNE"
            and after in "JN0PE"
            and before is not None
            and before.tag in "DUKAVIJ0"
            and before.low not in ("most", "more", "less", "least")
        ):
            bare.add(len(kept) - 1)
            continue
        negated = (
            before is not None
            and before.low in ("not", "is", "are", "was", "were")
            and word.low in ("just", "very", "even", "only")
        )
        if (
            word.low in PUFF_ADVERBS
            and word.tag == "X"
            and after in ("VE" if word.low == "just" else "VEJAGMNPXIB")
            and not negated
        ):
            bare.add(len(kept) - 1)
            continue
        kept.append(word)
    return _fix_articles(kept, bare)


def settle_pointers(words: Words) -> Words:
    """Make "this deal", "these strikes" inside a claim "the deal", "the strikes": there is one of each in a story.

    What points at anything else stays as it is (and is no claim: standing.py).
    """
    return [
        w._replace(text="the") if i and points(words, i) and is_known(words[i + 1 : i + 2]) else w
        for i, w in enumerate(words)
    ]


_REINS = {"take": "lead", "takes": "leads", "took": "led", "taken": "led", "taking": "leading"}


def in_plain_words(words: Words) -> Words:
    """The words without a figure of speech for leading: "takes the reins of Alpha" is "leads Alpha"."""
    out: Words = []
    rest = list(words)
    while rest:
        idiom = [w.low for w in rest[1:4]] in (["the", "reins", "of"], ["the", "helm", "of"])
        if idiom and rest[0].low in _REINS:
            out.append(rest[0]._replace(text=_REINS[rest[0].low]))
            rest = rest[4:]
        else:
            out.append(rest.pop(0))
    return out


def _fix_articles(words: Words, bare: Collection[int]) -> Words:
    """The articles that lost the word behind them (``bare``: their places) in the form that goes with the next."""
    fixed = list(words)
    for i, (word, after) in enumerate(pairwise(words)):
        if i in bare and word.low in ("a", "an") and word.tag == "D" and after.text[:1].isalpha():
            vowel = after.low[0] in "aeiou" and not after.low.startswith(
                ("uni", "use", "eu", "one", "us ", "u.s", "uk")
            )
            vowel = (
                vowel
                or after.low.startswith(("hour", "honest", "heir"))
                or bool(re.match(r"(?:[AEFHILMNORSX][A-Z]|8)", after.text))
            )
            vowel = vowel and after.text.removesuffix("'s") not in ("US", "UK", "USA", "UN", "EU")
            article = "an" if vowel else "a"
            fixed[i] = word._replace(text=article.capitalize() if word.text[0].isupper() else article)
    return fixed


def as_statement(words: Words, source: str = "") -> str:
    """The words as a sentence: capital at the start, full stop at the end, attribution kept."""
    while words and (
        (words[-1].tag in ",;:-LC" or (words[-1].tag == "I" and words[-2:-1] and words[-2].tag not in "VEBG"))
        or words[-1].text == "."
    ):
        words = words[:-1]
    while words and words[0].tag in ",;:-LC":
        words = words[1:]
    text = render(words)
    if source:
        text = f"{text}, {source[0].lower()}{source[1:]}"
    text = _ELLIPTIC.sub(r"\1", text).strip(" ,;:")
    text = text[:1].upper() + text[1:]
    return text + ("" if text.endswith((".", '."')) else ".")


def last_word(words: Words) -> Word | None:
    """The last word that is no mark."""
    return next((w for w in reversed(words) if w.text[:1].isalnum()), None)
