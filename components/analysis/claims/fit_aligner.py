"""Fit the token aligner: gradient descent (Adam) on the mean log loss, from a sensible start. Deterministic."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from components.analysis.claims.align import SIMILARITIES, TRAITS, WHOLE, Aligner, Alignment, Forward
from components.analysis.claims.index import Floats

STEPS = 180
_RATE = 0.03
#: Pull towards the start.
_DECAY = 1e-4
_FADE, _FADE_SQUARES, _TINY = 0.9, 0.999, 1e-8
_FLOOR, _SHARP = 1e-3, 3.0
#: How much each similarity counts at the start.
_START = (1.5, 1.0, 0.5, 0.3, 0.2, 0.1, 0.7, 0.4, 0.2, 0.0, 0.0)


class Labelled(NamedTuple):
    """Aligned claims with what people said of them: ``whole`` (claims, WHOLE), ``labels`` 0 or 1."""

    alignment: Alignment
    whole: Floats
    labels: Floats


def take(alignment: Alignment, chosen: Floats | np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Alignment:
    """The alignment of the chosen claims alone; ``chosen``: a boolean per claim."""
    sizes = np.diff(np.append(alignment.starts, len(alignment.traits)))
    words = np.repeat(chosen, sizes)
    kept = sizes[chosen]
    starts = np.cumsum(kept) - kept
    return Alignment(alignment.similarity[words], alignment.traits[words], starts)


def fit_aligner(data: Labelled) -> Aligner:
    """The weights of least loss. The features of the whole claim are standardised for the descent."""
    middle, spread = data.whole.mean(0), np.maximum(data.whole.std(0), 1e-6)
    standard = ((data.whole - middle) / spread).astype(np.float32)
    start = _start()
    now = start.copy()
    momentum, squares = np.zeros_like(now), np.zeros_like(now)
    for step in range(STEPS):
        aligner = _unpack(now)
        gradient = _gradient(aligner, data, standard, aligner.forward(data.alignment, standard))
        gradient += _DECAY * (now - start)
        momentum = _FADE * momentum + (1 - _FADE) * gradient
        squares = _FADE_SQUARES * squares + (1 - _FADE_SQUARES) * gradient**2
        rate = _RATE * 0.5 * (1 + np.cos(np.pi * step / STEPS))
        size = np.sqrt(squares / (1 - _FADE_SQUARES ** (step + 1))) + _TINY
        now = now - rate * momentum / (1 - _FADE ** (step + 1)) / size
    fitted = _unpack(now)
    whole = fitted.whole / spread
    return Aligner(
        fitted.matrix,
        fitted.offset,
        fitted.weight,
        fitted.mean,
        fitted.weakest,
        fitted.bias - float(whole @ middle),
        whole.astype(np.float32),
    )


def _start() -> Floats:
    matrix = np.zeros((len(SIMILARITIES), len(TRAITS)), np.float32)
    matrix[:, 0] = _START
    offset = np.zeros(len(TRAITS), np.float32)
    offset[0] = -1.5
    rest = np.zeros(len(TRAITS), np.float32), np.array((4.0, 1.0, -1.5)), np.zeros(len(WHOLE))
    return np.concatenate([matrix.ravel(), offset, *rest]).astype(np.float32)


def _unpack(values: Floats) -> Aligner:
    n, m = len(SIMILARITIES), len(TRAITS)
    matrix, offset, weight, pooled, whole = np.split(values, np.cumsum([n * m, m, m, 3]))
    mean, weakest, bias = (float(value) for value in pooled)
    return Aligner(matrix.reshape(n, m), offset, weight, mean, weakest, bias, whole)


def _gradient(aligner: Aligner, data: Labelled, whole: Floats, forward: Forward) -> Floats:
    """The gradient of the mean log loss, packed as :func:`_unpack` reads it; the chain rule step by step."""
    similarity, traits, starts = data.alignment
    owner = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(traits))))
    error = (1 / (1 + np.exp(-forward.logit)) - data.labels) / len(data.labels)
    by_line = forward.best * error[:, None]
    by_word = by_line[owner]
    covered, weight = forward.covered, forward.weight
    by_cover = by_word * weight[:, None] * (aligner.mean + aligner.weakest / (covered + _FLOOR))
    by_weight = (by_word * (aligner.mean * covered + aligner.weakest * np.log(covered + _FLOOR))).sum(1)
    pull = traits @ aligner.weight
    by_raw = weight * (by_weight - np.add.reduceat(weight * by_weight, starts)[owner]) * ((pull > -4) & (pull < 3))
    by_pull = by_cover * (1 - 2 * _FLOOR) * forward.inside * (1 - forward.inside)
    by_similarity = (similarity.transpose(0, 2, 1) @ by_pull[:, :, None])[:, :, 0]
    pooled = np.array(((by_line * forward.mean).sum(), (by_line * forward.weakest).sum(), error.sum()))
    parts = (by_similarity.T @ traits).ravel(), traits.T @ by_pull.sum(1), traits.T @ by_raw, pooled, whole.T @ error
    return np.concatenate(parts).astype(np.float32)
