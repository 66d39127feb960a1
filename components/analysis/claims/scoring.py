"""From how an article covers a claim to the probability that it states the claim."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from components.analysis.claims.align import WHOLE, Aligner, Alignment, read_aligner
from components.analysis.claims.features import FEATURES
from components.analysis.claims.index import Floats
from components.analysis.claims.logistic import Array, Logistic, sigmoid

WEIGHTS = Path(__file__).resolve().parents[3] / "data" / "lexicons" / "claim_weights.json"

#: The aligner's part in the log odds. It knows which word is missing but, in a text that copies the claim nearly word
#: by word, less of order than the features do. So the sets pull apart: with 0, 1/5 and 1/3 the kappa on REALSumm's
#: sound systems is .672, .678 and .684, the AUC on QAGS's news-like summaries .750, .742 and .736, the balanced
#: accuracy on PropSegmEnt .854, .854 and .859. A fifth gives some of the first for most of the second.
ALIGNER_SHARE = 1 / 5


@dataclass(frozen=True, slots=True)
class Scorer:
    """Two models of one question: a logistic regression on features, and the aligner."""

    logistic: Logistic
    aligner: Aligner

    def probability(self, features: Floats, alignment: Alignment) -> Array:
        """The weighted mean of both models' log odds as a probability: (claims,), 0..1."""
        by_features = features @ self.logistic.weights + self.logistic.intercept
        by_words = self.aligner.logit(alignment, whole(features))
        return sigmoid((1 - ALIGNER_SHARE) * by_features + ALIGNER_SHARE * by_words)


def whole(features: Floats) -> Floats:
    """The features that the aligner takes beside the words, (claims, WHOLE)."""
    return features[:, [FEATURES.index(name) for name in WHOLE]]


@functools.cache
def load_scorer(path: Path = WEIGHTS) -> Scorer:
    """The fitted weights of this installation, loaded once; ValueError if they are for other inputs."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    weights = stored["weights"]
    if (*weights,) != FEATURES:
        raise ValueError("the weights of the claim engine are for other features: fit them again")
    logistic = Logistic(FEATURES, np.array(list(weights.values()), np.float64), float(stored["intercept"]))
    return Scorer(logistic, read_aligner(stored["aligner"]))
