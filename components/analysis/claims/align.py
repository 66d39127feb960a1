"""A claim aligned with an article word by word: which word is covered where, and how much of the claim that makes.

Each content word of a claim is looked for in the claim's candidate lines. How far it is covered there follows from how
alike the nearest words are and from what kind of word it is (a number has to be there, a common word need not); the
claim's words are then pooled by learnt weights, and the best line counts. About 160 weights, fitted by
:mod:`components.analysis.claims.fit_aligner`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from components.analysis.claims.index import KIN_LETTERS, ArticleIndex, ClaimList, Floats, Ints
from components.analysis.claims.words import NEGATING_VERBS, NEGATIONS

#: Lines per claim in which it is aligned.
CANDIDATES = 4
_WHERE = ("line", "beside", "text")  # a candidate line; the lines before and behind it; the whole article
#: What is known of a claim word and a candidate line, each 0..1.
SIMILARITIES = (
    *(f"{what} in {where}" for where in _WHERE for what in ("same word", "alike", "kin")),
    "stands with the word before",
    "stands with the word behind",
)
#: What is known of a claim word by itself.
TRAITS = ("any", "rarity", "number", "name", "first", "last", "inflected", "denial", "share", "claims", "log claims")
#: The features of a claim that enter beside its words.
WHOLE = ("length", "bigrams", "joints")
_FLOOR = 1e-3
#: How sharply the best line is preferred.
_SHARP = 3.0


class Alignment(NamedTuple):
    """Claims word by word; claim i owns the words from ``starts[i]`` on.

    ``similarity``: (words, CANDIDATES, SIMILARITIES). ``traits``: (words, TRAITS). ``starts``: (claims,).
    """

    similarity: Floats
    traits: Floats
    starts: Ints


def align(claims: ClaimList, article: ArticleIndex, exact: Floats, similar: Floats, candidates: Ints) -> Alignment:
    """Align every claim with its candidate lines (claims, at most CANDIDATES); fewer are filled up with the best.

    ``exact`` and ``similar``: (different keys of the list, lines), 1 where the line holds the word; the similarity of
    its nearest word there.
    """
    words, n_lines = len(claims.unique), len(article.lines)
    found = np.zeros((words, CANDIDATES, len(SIMILARITIES)), np.float32)
    if n_lines and words:
        missing = CANDIDATES - candidates.shape[1]
        lines = np.hstack([candidates, np.repeat(candidates[:, :1], missing, 1)]) if missing else candidates
        at, key = lines[claims.owner], claims.unique[:, None]
        n_text = n_lines - article.has_title
        for place, matrix in enumerate((exact, similar, np.maximum(exact, _kin(claims, article)))):
            beside = np.zeros_like(matrix)
            beside[:, 1:n_text] = matrix[:, : n_text - 1]
            np.maximum(beside[:, : n_text - 1], matrix[:, 1:n_text], out=beside[:, : n_text - 1])
            found[:, :, place] = matrix[key, at]
            found[:, :, place + 3] = beside[key, at]
            found[:, :, place + 6] = matrix.max(1)[claims.unique][:, None]
        _join(claims, article, lines, found)
    return Alignment(found, traits(claims), claims.starts[:-1])


def _kin(claims: ClaimList, article: ArticleIndex) -> Floats:
    """1 where a line holds a word that begins like the claim's: (different keys, lines)."""
    held = np.zeros((len(claims.keys), len(article.lines)), np.float32)
    for place, key in enumerate(claims.keys):
        if len(key) >= KIN_LETTERS and key[0] not in "#~":
            for other in article.kin.get(key[:KIN_LETTERS], ()):
                held[place, article.postings[other]] = 1.0
    return held


def _join(claims: ClaimList, article: ArticleIndex, lines: Ints, found: Floats) -> None:
    """Fill in which neighbouring words of a claim stand together in its candidate lines, in the same order."""
    before, behind = (
        SIMILARITIES.index("stands with the word before"),
        SIMILARITIES.index("stands with the word behind"),
    )
    for number, claim in enumerate(claims.claims):
        words = claims.words_of(number)
        if words.start == words.stop:
            continue
        for column, line in enumerate(lines[number].tolist()):
            places = article.lines[line].places
            for word, (one, other, reach) in enumerate(claim.joints, words.start):
                here = places.get(one)
                there = places.get(other) if here else None
                if here and there and any(0 < j - i <= reach for i in here for j in there):
                    found[word, column, behind] = found[word + 1, column, before] = 1.0
        found[words.start, :, before] = found[words.start, :, 0]
        found[words.stop - 1, :, behind] = found[words.stop - 1, :, 0]


def traits(claims: ClaimList) -> Floats:
    """What is known of each content word of the claims: (words, TRAITS)."""
    rows = np.zeros((len(claims.unique), len(TRAITS)), np.float32)
    at = 0
    for claim in claims.claims:
        n = len(claim.content)
        for place, token in enumerate(claim.content):
            rows[at, 0] = 1.0
            rows[at, 2] = token.value is not None
            rows[at, 3] = token.capital and token.value is None
            rows[at, 4], rows[at, 5] = place == 0, place == n - 1
            rows[at, 6] = token.lower.endswith(("ed", "ing"))
            rows[at, 7] = token.key == "not" or token.lower in NEGATIONS or token.lower in NEGATING_VERBS
            rows[at, 8] = 1 / n
            at += 1
    rows[:, 1] = claims.general / 3
    rows[:, 9] = 1 / claims.spread
    rows[:, 10] = np.log(claims.spread)
    return rows


class Forward(NamedTuple):
    """Every step from an alignment to the logit, for the fit to go back through."""

    inside: Floats  # sigmoid before the floor, (words, CANDIDATES)
    covered: Floats  # how far each word is covered in each line
    weight: Floats  # each word's weight in its claim, (words,)
    mean: Floats  # weighted mean coverage, (claims, CANDIDATES)
    weakest: Floats  # weighted mean of its logarithm
    best: Floats  # how much each line counts, (claims, CANDIDATES)
    logit: Floats


@dataclass(frozen=True, slots=True)
class Aligner:
    """The learnt weights.

    A word with traits t and similarities s is covered by ``c = sigmoid(s . matrix . t + offset . t)``, and weighs
    ``exp(weight . t)`` in its claim. A line's score is ``mean * (weighted mean of c) + weakest * (of log c)``; the
    claim's logit is the smooth maximum over lines plus ``bias + whole . (features WHOLE)``.
    """

    matrix: Floats
    offset: Floats
    weight: Floats
    mean: float
    weakest: float
    bias: float
    whole: Floats

    def forward(self, alignment: Alignment, whole: Floats) -> Forward:
        """All steps for the claims of an alignment; ``whole``: (claims, WHOLE)."""
        similarity, traits, starts = alignment
        owner = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(traits))))
        pull = (similarity @ (traits @ self.matrix.T)[:, :, None])[:, :, 0] + (traits @ self.offset)[:, None]
        inside = 1 / (1 + np.exp(-np.clip(pull, -30, 30)))
        covered = _FLOOR + (1 - 2 * _FLOOR) * inside
        raw = np.exp(np.clip(traits @ self.weight, -4, 3))
        weight = raw / np.add.reduceat(raw, starts)[owner]
        mean = np.add.reduceat(weight[:, None] * covered, starts)
        weakest = np.add.reduceat(weight[:, None] * np.log(covered + _FLOOR), starts)
        score = self.mean * mean + self.weakest * weakest
        top = score.max(1, keepdims=True)
        raised = np.exp(_SHARP * (score - top))
        total = raised.sum(1, keepdims=True)
        logit = top[:, 0] + np.log(total[:, 0]) / _SHARP + self.bias + whole @ self.whole
        return Forward(inside, covered, weight, mean, weakest, raised / total, logit)

    def logit(self, alignment: Alignment, whole: Floats) -> Floats:
        """The log odds that each claim is stated, (claims,); 0 for a claim without a word."""
        n_words = np.diff(np.append(alignment.starts, len(alignment.traits)))
        worded = n_words > 0
        logits = np.zeros(len(alignment.starts), np.float32)
        if worded.any():
            kept = alignment._replace(starts=alignment.starts[worded])
            logits[worded] = self.forward(kept, whole[worded]).logit
        return logits

    def to_json(self) -> dict[str, object]:
        """The weights as plain numbers, rounded to six digits behind the point."""

        def plain(values: Floats) -> list[float]:
            return [round(float(value), 6) for value in values]

        return {
            "matrix": {name: plain(row) for name, row in zip(SIMILARITIES, self.matrix, strict=True)},
            "offset": plain(self.offset),
            "weight": plain(self.weight),
            "mean": round(self.mean, 6),
            "weakest": round(self.weakest, 6),
            "bias": round(self.bias, 6),
            "whole": dict(zip(WHOLE, plain(self.whole), strict=True)),
            "traits": list(TRAITS),
        }


def read_aligner(stored: Mapping[str, object]) -> Aligner:
    """The weights from what :meth:`Aligner.to_json` wrote; ValueError if they are for other inputs."""
    matrix, whole = stored["matrix"], stored["whole"]
    if not isinstance(matrix, dict) or not isinstance(whole, dict):
        raise TypeError("the weights of the aligner are no table")
    if (*matrix,) != SIMILARITIES or (*whole,) != WHOLE or stored["traits"] != list(TRAITS):
        raise ValueError("the weights of the aligner are for other inputs: fit them again")
    return Aligner(
        _floats(list(matrix.values())),
        _floats(stored["offset"]),
        _floats(stored["weight"]),
        _float(stored["mean"]),
        _float(stored["weakest"]),
        _float(stored["bias"]),
        _floats(list(whole.values())),
    )


def _floats(values: object) -> Floats:
    return np.array(values, np.float32)


def _float(value: object) -> float:
    return float(str(value))


def stack(alignments: Sequence[Alignment]) -> Alignment:
    """Several alignments as one."""
    sizes = np.cumsum([0, *(len(alignment.traits) for alignment in alignments)])
    return Alignment(
        np.concatenate([alignment.similarity for alignment in alignments]),
        np.concatenate([alignment.traits for alignment in alignments]),
        np.concatenate([alignment.starts + size for alignment, size in zip(alignments, sizes[:-1], strict=True)]),
    )
