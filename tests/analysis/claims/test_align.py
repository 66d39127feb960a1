import json

import numpy as np
import pytest

from components.analysis.claims.align import CANDIDATES, SIMILARITIES, TRAITS, WHOLE, Alignment, read_aligner, stack
from components.analysis.claims.features import FEATURES, cover
from components.analysis.claims.fit_aligner import Labelled, _gradient, _start, _unpack, fit_aligner, take
from components.analysis.claims.index import ClaimList, index_article
from components.analysis.claims.scoring import WEIGHTS, load_scorer, whole
from components.analysis.model import Article

TEXT = (
    "Harbour firm Norvane bought the Kelso shipyard for $2.4 billion. The union feared for jobs. The investor said that"
    " six ferries will be built there. Ida Brandt founded Norvane in 2009."
)
CLAIMS = [
    "Norvane bought the Kelso shipyard.",
    "Brandt invested in Kelso.",
    "Rain fell.",
    "Norvane was founded in 2009.",
]


def aligned(claims=CLAIMS, text=TEXT):
    return cover(ClaimList(claims), index_article(Article(id="a", source="s", text=text)))


def see(covered, claim, word, name):
    words = [t.lower for t in ClaimList(CLAIMS).claims[claim].content]
    at = covered.alignment.starts[claim] + words.index(word)
    return covered.alignment.similarity[at, 0, SIMILARITIES.index(name)]


def test_a_word_is_seen_in_the_line_beside_it_and_in_the_text():
    covered = aligned()
    assert see(covered, 0, "bought", "same word in line") == 1
    assert see(covered, 0, "bought", "stands with the word behind") == 1
    assert see(covered, 1, "invested", "same word in text") == 0
    assert see(covered, 1, "invested", "kin in text") == 1
    assert see(covered, 2, "rain", "same word in text") == 0
    assert see(covered, 2, "rain", "alike in text") < 1


def test_words_that_stand_apart_are_not_joined():
    claim = ["Norvane bought yards."]
    near = aligned(claim, "Norvane bought yards.").features[0, FEATURES.index("joints")]
    text = "Norvane, which a family from the north of the islands had built, bought ships not yards."
    far = aligned(claim, text).features[0, FEATURES.index("joints")]
    assert (near, far) == (1.0, pytest.approx(2 / 3))


def test_a_claim_is_scored_alike_alone_and_in_company():
    weigh = CLAIMS
    article = index_article(Article(id="a", source="s", text=TEXT))
    together = cover(ClaimList(CLAIMS, weigh), article)
    scores = load_scorer().probability(together.features, together.alignment)
    for number, claim in enumerate(CLAIMS):
        alone = cover(ClaimList([claim], weigh), article)
        assert load_scorer().probability(alone.features, alone.alignment)[0] == pytest.approx(scores[number], abs=1e-5)


@pytest.mark.parametrize("text", ["", "One line only.", "A. B. C."])
def test_short_and_empty_texts_give_finite_scores(text):
    covered = aligned([*CLAIMS, "", "the"], text)
    assert covered.alignment.similarity.shape[1:] == (CANDIDATES, len(SIMILARITIES))
    scores = load_scorer().probability(covered.features, covered.alignment)
    assert scores.shape == (6,)
    assert np.isfinite(scores).all()


def test_taking_and_stacking_are_inverse():
    alignment = aligned().alignment
    parts = [take(alignment, np.arange(len(CLAIMS)) == number) for number in range(len(CLAIMS))]
    again = stack(parts)
    for one, other in zip(again, alignment, strict=True):
        assert np.array_equal(one, other)


def made_up(n=300):
    """Claims of three words that are stated where the second word is found."""
    steps = np.arange(n * 3 * CANDIDATES * len(SIMILARITIES))
    similarity = ((steps * 0.6180339887) % 1.0).reshape(n * 3, CANDIDATES, -1).astype(np.float32)
    similarity[:, 1:] = similarity[:, :1]
    traits = np.zeros((n * 3, len(TRAITS)), np.float32)
    traits[:, 0] = 1.0
    traits[1::3, 2] = 1.0
    labels = (similarity[1::3, 0, 0] > 0.5).astype(np.float32)
    whole_features = np.tile(np.linspace(0, 1, n, dtype=np.float32)[:, None], (1, len(WHOLE)))
    return Labelled(Alignment(similarity, traits, np.arange(n) * 3), whole_features, labels)


def test_the_gradient_is_that_of_the_loss():
    data = made_up(20)
    point = _start() + 0.05 * np.sin(np.arange(len(_start()))).astype(np.float32)

    def loss(values):
        logit = _unpack(values).forward(data.alignment, data.whole).logit.astype(np.float64)
        return float(np.mean(np.log1p(np.exp(logit)) - data.labels * logit))

    aligner = _unpack(point)
    gradient = _gradient(aligner, data, data.whole, aligner.forward(data.alignment, data.whole))
    for place in range(0, len(point), 7):
        step = np.zeros_like(point)
        step[place] = 0.01
        assert gradient[place] == pytest.approx((loss(point + step) - loss(point - step)) / 0.02, abs=2e-4)


def test_what_decides_is_learnt_the_same_each_time():
    data = made_up()
    fitted = fit_aligner(data)
    scores = fitted.logit(data.alignment, data.whole)
    assert np.mean((scores > 0) == (data.labels > 0)) > 0.9
    assert np.array_equal(fit_aligner(data).matrix, fitted.matrix)


def test_weights_read_back_are_the_weights_written():
    fitted = fit_aligner(made_up(60))
    again = read_aligner(json.loads(json.dumps(fitted.to_json())))
    assert np.allclose(again.matrix, fitted.matrix, atol=1e-6)
    assert np.allclose(again.whole, fitted.whole, atol=1e-6)


def test_weights_for_other_inputs_are_refused():
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))["aligner"]
    stored["traits"] = stored["traits"][1:]
    with pytest.raises(ValueError, match="fit them again"):
        read_aligner(stored)


def test_the_whole_features_are_named():
    covered = aligned()
    assert whole(covered.features).shape == (len(CLAIMS), len(WHOLE))
