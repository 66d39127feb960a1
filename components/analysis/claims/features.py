"""How far an article covers each claim of a list: the numbers from which the probability is computed.

Whole-text overlaps come for all claims at once from the article's inverted index; the word-order features are
computed only in the few best sentences of each claim.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from components.analysis.claims.align import CANDIDATES, SIMILARITIES, Alignment, align
from components.analysis.claims.index import ArticleIndex, ClaimList, Floats, Ints, ParsedClaim
from components.analysis.claims.lines import Passage
from components.analysis.claims.names import is_name_word
from components.analysis.claims.quantities import Quantity
from components.analysis.claims.vectors import word_table

#: The features in the order of the weights. Shares are 0..1 of the claim's (weighted) content words. A *passage* is a
#: sentence with its two neighbours: in a long article almost any word stands somewhere, so no feature but the names'
#: looks at the whole text.
FEATURES = (
    "sentence",  # claim-df share found in the best sentence
    "passage",  # ... in the best passage
    "soft_sentence",  # as sentence, by similarity of word vectors, general weights
    "soft_pair",  # the same over two neighbouring sentences
    "soft_passage",  # the same over a passage
    "weakest_in_sentence",  # similarity of the claim word worst covered in the best soft sentence
    "weakest_in_passage",  # ... in the best soft passage
    "bigrams",  # share of the claim's word pairs in a candidate sentence
    "subsequence",  # longest common subsequence of content words with a candidate sentence, over their number
    "joints",  # share of its neighbouring content words that stand together in a candidate sentence too
    "grams",  # share of the claim's four-letter pieces in a candidate passage
    "names",  # share of the claim's name words in the whole text
    "numbers",  # share of the claim's numbers that a candidate passage states
    "general_sentence",  # as sentence with general weights
    "general_passage",  # as passage with general weights
    "length",  # log(1 + content words), LONGEST at most: longer claims were never judged
)
LONGEST = 20
#: Most similarities held in memory at a time.
_BLOCK = 4_000_000


@dataclass(frozen=True, slots=True)
class Coverage:
    """What :func:`cover` finds: a row per claim.

    ``features``: (claims, FEATURES). ``overlap``: (claims, lines), claim-df share found in each line of the article.
    ``candidates``: (claims, at most CANDIDATES) lines, closest first. ``closeness``: how close each is, 0..1: the mean
    of the claim-df share found in it and of the same share where words count by similarity. ``alignment``: the claims
    word by word.
    """

    features: Floats
    overlap: Floats
    candidates: Ints
    closeness: Floats
    alignment: Alignment


def cover(claims: ClaimList, article: ArticleIndex) -> Coverage:
    """Features of every claim against one article. An article without a word gives zeros."""
    n_claims, n_lines = len(claims), len(article.lines)
    features = np.zeros((n_claims, len(FEATURES)), np.float32)
    features[:, FEATURES.index("length")] = [math.log1p(min(len(claim.content), LONGEST)) for claim in claims.claims]
    if not n_lines or not n_claims:
        nothing, nowhere = np.zeros((n_claims, n_lines), np.float32), np.zeros((n_claims, 0), np.int64)
        empty = np.zeros((len(claims.keys), n_lines), np.float32)
        return Coverage(features, nothing, nowhere, nothing[:, :0], align(claims, article, empty, empty, nowhere))
    lines = claims.lines_in(article)
    places, hits = _postings(claims, lines)
    held = {key for key, found in zip(claims.keys, lines, strict=True) if found}
    overlap = _overlap(claims, claims.share, places, hits, n_lines)
    general = _overlap(claims, claims.general_share, places, hits, n_lines)
    near_places, near_hits = _spread(places, hits, n_lines - article.has_title, n_lines)
    passages = _overlap(claims, claims.share, near_places, near_hits, n_lines)
    column = dict(zip(FEATURES, features.T, strict=True))
    column["sentence"][:] = overlap.max(1)
    column["passage"][:] = passages.max(1)
    column["general_sentence"][:] = general.max(1)
    column["general_passage"][:] = _overlap(claims, claims.general_share, near_places, near_hits, n_lines).max(1)
    exact, similar = _similarity(claims, article, lines)
    _soft(claims, article, similar, column)
    candidates = np.argsort(-(overlap + passages), axis=1, kind="stable")[:, :CANDIDATES]
    alignment = align(claims, article, exact, similar, candidates)
    column["joints"][:] = _by_line(claims, alignment, "stands with the word behind", claims.even_share).max(1)
    alike = _by_line(claims, alignment, "alike in line", claims.share)[:, : candidates.shape[1]]
    for i, claim in enumerate(claims.claims):
        _read_candidates(claim, article, candidates[i].tolist(), column, i)
        column["names"][i] = _names_found(claim, held)
    closeness: Floats = (np.take_along_axis(overlap, candidates, 1) + alike) * np.float32(0.5)
    order = np.argsort(-closeness, axis=1, kind="stable")
    closest: Ints = np.take_along_axis(candidates, order, 1)
    close: Floats = np.take_along_axis(closeness, order, 1)
    return Coverage(features, overlap, closest, close, alignment)


def _postings(claims: ClaimList, lines: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
    """Every (claim word, line) that go together, as two arrays; ``lines``: those of each different key."""
    places: list[int] = []
    hits: list[int] = []
    for place, unique in enumerate(claims.unique.tolist()):
        held = lines[unique]
        if held:
            places.extend([place] * len(held))
            hits.extend(held)
    return np.array(places, np.int64), np.array(hits, np.int64)


def _spread(places: Ints, hits: Ints, n_text: int, n_lines: int) -> tuple[Ints, Ints]:
    """Every (claim word, line) such that the line or a neighbour holds the word; the title has no neighbours."""
    cells = [places * n_lines + hits]
    body = hits < n_text
    for step in (-1, 1):
        beside = hits + step
        inside = body & (beside >= 0) & (beside < n_text)
        cells.append(places[inside] * n_lines + beside[inside])
    merged = np.unique(np.concatenate(cells))
    return merged // n_lines, merged % n_lines


def _overlap(claims: ClaimList, share: Floats, places: Ints, hits: Ints, n_lines: int) -> Floats:
    """The share of each claim found in each line: (claims, lines)."""
    cells = claims.owner[places] * n_lines + hits
    summed = np.bincount(cells, share[places], minlength=len(claims) * n_lines)
    return summed.reshape(len(claims), n_lines).astype(np.float32)


def _by_line(claims: ClaimList, alignment: Alignment, name: str, weights: Floats) -> Floats:
    """A similarity of each claim's words, weighted and summed over its words: (claims, CANDIDATES)."""
    summed = np.zeros((len(claims), CANDIDATES), np.float32)
    np.add.at(summed, claims.owner, alignment.similarity[:, :, SIMILARITIES.index(name)] * weights[:, None])
    return summed


def _soft(claims: ClaimList, article: ArticleIndex, single: Floats, column: dict[str, Floats]) -> None:
    """Fill the columns that rest on similarity: each claim word takes its most similar word in a line."""
    n_text = single.shape[1] - article.has_title
    pairs, passages = single.copy(), single.copy()
    np.maximum(single[:, : n_text - 1], single[:, 1:n_text], out=pairs[:, : n_text - 1])
    passages[:, 1:n_text] = np.maximum(passages[:, 1:n_text], single[:, : n_text - 1])
    passages[:, : n_text - 1] = np.maximum(passages[:, : n_text - 1], single[:, 1:n_text])
    for i in range(len(claims)):
        words = claims.words_of(i)
        unique, share = claims.unique[words], claims.general_share[words]
        if not len(unique):
            continue
        held, around = single[unique], passages[unique]
        by_line, by_passage = share @ held, share @ around
        best, widest = int(by_line.argmax()), int(by_passage.argmax())
        column["soft_sentence"][i] = by_line[best]
        column["soft_pair"][i] = (share @ pairs[unique]).max()
        column["soft_passage"][i] = by_passage[widest]
        column["weakest_in_sentence"][i] = held[:, best].min()
        column["weakest_in_passage"][i] = around[:, widest].min()


def _similarity(claims: ClaimList, article: ArticleIndex, held_in: Sequence[Sequence[int]]) -> tuple[Floats, Floats]:
    """For each different claim word and line whether it stands there, and how alike its nearest word there is.

    Both (keys, lines), 0..1; a word is as alike as can be to itself.
    """
    n_lines = len(article.lines)
    best = np.zeros((len(claims.keys), n_lines), np.float32)
    filled = np.flatnonzero(np.diff(article.bounds))
    step = max(1, _BLOCK // max(1, len(claims.keys)))
    vectors = word_table().vectors
    at = 0
    while at < len(filled):
        last = at
        begin = int(article.bounds[filled[at]])
        while last + 1 < len(filled) and article.bounds[filled[last + 1] + 1] - begin <= step:
            last += 1
        lines = filled[at : last + 1]
        rows = article.rows[begin : article.bounds[lines[-1] + 1]]
        alike = vectors[rows] @ claims.vectors.T
        best[:, lines] = np.maximum.reduceat(alike, article.bounds[lines] - begin, axis=0).T
        at = last + 1
    np.clip(best, 0.0, 1.0, out=best)
    exact = np.zeros_like(best)
    for number, held in enumerate(held_in):
        if held:
            exact[number, held] = 1.0
    np.maximum(best, exact, out=best)
    return exact, best


def _read_candidates(
    claim: ParsedClaim,
    article: ArticleIndex,
    candidates: list[int],
    column: dict[str, Floats],
    row: int,
) -> None:
    """Fill the columns that compare word order, letters and numbers in the candidate lines and their passages."""
    numbers = claim.quantities
    pairs = longest = grams = allowed = 0
    for number in candidates:
        line = article.lines[number]
        passage = article.passage(number)
        pairs = max(pairs, len(claim.bigrams & line.bigrams))
        if sum(t.key in line.key_set for t in claim.content) > longest:
            longest = max(longest, _subsequence(claim, line.keys))
        grams = max(grams, len(claim.grams & passage.grams))
        allowed = max(allowed, sum(_stated_by(quantity, passage) for quantity in numbers))
    column["bigrams"][row] = pairs / max(1, len(claim.bigrams))
    column["subsequence"][row] = longest / max(1, len(claim.content))
    column["grams"][row] = grams / max(1, len(claim.grams))
    column["numbers"][row] = allowed / len(numbers) if numbers else 1.0


def _subsequence(claim: ParsedClaim, keys: tuple[str, ...]) -> int:
    """Length of the longest common subsequence, bit-parallel (Hyyrö 2004): one addition per key."""
    full = (1 << len(claim.content)) - 1
    row = full
    positions = claim.positions
    for key in keys:
        mask = positions.get(key)
        if mask:
            hit = row & mask
            row = ((row + hit) | (row - hit)) & full
    return len(claim.content) - row.bit_count()


def _names_found(claim: ParsedClaim, held: set[str]) -> float:
    """The share of the claim's name words that the article holds in some form; 1 for a claim without names."""
    words = {t.key for t in claim.content if is_name_word(t)}
    return len(words & held) / len(words) if words else 1.0


def states_number(article: ArticleIndex, number: Quantity) -> bool:
    """Whether the article holds a claim's number: the same value, or one of the same unit that entails it."""
    return bool(article.lines_of_number(number))


def _stated_by(number: Quantity, passage: Passage) -> bool:
    return number.key in passage.keys or any(other.entails(number) for other in passage.quantities)
