"""Logistic regression: the map from features to a calibrated probability. Fitted by Newton steps, no library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Logistic:
    """``p = 1 / (1 + exp(-(intercept + features . weights)))``; the weights apply to raw features."""

    features: tuple[str, ...]
    weights: Array
    intercept: float

    def probability(self, features: npt.NDArray[np.floating]) -> Array:
        """Probability for each row of (n, features), 0..1."""
        return sigmoid(features @ self.weights + self.intercept)


def sigmoid(x: Array) -> Array:
    """The logistic function, safe for any finite x."""
    return 1.0 / (1.0 + np.exp(-np.clip(x, -40.0, 40.0)))


def fit_logistic(names: Sequence[str], features: Array, labels: Array, strength: float = 0.3) -> Logistic:
    """Fit by Newton's method with an L2 penalty of ``1 / (2 strength)`` on standardised weights (intercept free).

    ``features`` (n, names), ``labels`` 0 or 1. Deterministic. A constant feature gets weight 0.
    """
    mean, spread = features.mean(0), features.std(0)
    spread = np.where(spread > 1e-9, spread, np.inf)
    design = np.hstack([(features - mean) / spread, np.ones((len(features), 1))])
    penalty = np.full(design.shape[1], 1.0 / strength)
    penalty[-1] = 0.0
    beta = np.zeros(design.shape[1])
    for _ in range(50):
        p = sigmoid(design @ beta)
        gradient = design.T @ (p - labels) + penalty * beta
        curvature = (design * (p * (1 - p))[:, None]).T @ design + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curvature, gradient)
        beta -= step
        if np.abs(step).max() < 1e-8:
            break
    weights = beta[:-1] / spread
    return Logistic(tuple(names), weights, float(beta[-1] - weights @ mean))
