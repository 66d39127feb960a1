import json

import numpy as np
import pytest

from components.analysis.claims import fit
from components.analysis.claims.agreement import (
    area_under_curve,
    balanced_accuracy,
    calibration_error,
    cohen_kappa,
    mean_correlation,
)
from components.analysis.claims.features import FEATURES
from components.analysis.claims.logistic import fit_logistic
from components.analysis.claims.scoring import WEIGHTS, load_scorer


def test_a_fitted_line_is_found_again():
    x = np.linspace(-3, 3, 4000)[:, None]
    labels = ((np.arange(4000) * 0.6180339887) % 1.0 < 1 / (1 + np.exp(-(2 * x[:, 0] - 1)))).astype(float)
    fitted = fit_logistic(("x",), x, labels, strength=1e6)
    assert fitted.weights[0] == pytest.approx(2.0, abs=0.1)
    assert fitted.intercept == pytest.approx(-1.0, abs=0.1)
    assert fitted.probability(x).mean() == pytest.approx(labels.mean(), abs=1e-6)


def test_a_constant_feature_gets_no_weight():
    x = np.column_stack([np.arange(100.0), np.ones(100)])
    assert fit_logistic(("x", "one"), x, (x[:, 0] > 50).astype(float)).weights[1] == 0.0


def test_shipped_weights_are_for_these_features_and_say_where_they_come_from():
    assert load_scorer().logistic.features == FEATURES
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert {"set", "recipe", "date", "cross_validated"} <= stored.keys()


def test_agreement_figures():
    assert area_under_curve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) == 0.75
    assert area_under_curve([0, 1], [0.5, 0.5]) == 0.5
    assert np.isnan(area_under_curve([1, 1], [0.2, 0.3]))
    assert cohen_kappa([1, 1, 0, 0], [1, 0, 0, 0]) == 0.5
    assert balanced_accuracy([1, 1, 0, 0], [1, 0, 0, 0]) == 0.75
    assert calibration_error([1, 1, 0, 0], [0.9, 0.9, 0.1, 0.1]) == pytest.approx(0.1)
    groups = [("s", "a"), ("s", "b"), ("s", "c")]
    assert mean_correlation(groups, [0, 0, 1], [0.1, 0.2, 0.9]) == pytest.approx(
        np.corrcoef([0, 0, 1], [0.1, 0.2, 0.9])[0, 1]
    )


def test_the_engine_agrees_with_people_on_stories_it_has_not_seen(gold):
    """Floors under what was measured (AUC .920, kappa .69, r .65), so that a change for the worse is seen."""
    if not (gold / "realsumm_scu").is_dir():
        pytest.skip("realsumm_scu is not among the labelled sets")
    cells = fit.read_cells(gold)
    reliable = fit.reliable_systems(cells)
    cells = [cell for cell in cells if cell.system in reliable]
    features, alignment = fit.read_cover(cells)
    figures = fit.describe(cells, fit.cross_validate(cells, features, alignment, np.ones(len(cells), bool)))
    assert figures["auc"] > 0.915
    assert figures["kappa"] > 0.67
    assert figures["r_within_story"] > 0.64
    assert figures["calibration_error"] < 0.03
