"""Figures of agreement against values worked out by hand."""

import math

import pytest

from components.analysis.validation import figures as f


def test_auc_counts_a_tie_as_half():
    # 2 positives (.9, .5) x 2 negatives (.5, .1): three pairs won, one tied
    assert f.area_under_curve([1, 1, 0, 0], [0.9, 0.5, 0.5, 0.1]) == pytest.approx(3.5 / 4)
    assert f.area_under_curve([0, 1], [0.2, 0.1]) == 0
    assert math.isnan(f.area_under_curve([1, 1], [0.2, 0.1]))


def test_kappa_takes_chance_off():
    # 10 cells: 4 both yes, 3 both no, 1 missed, 2 false: agreement .7, chance .5*.6 + .5*.4 = .5
    labels = [1] * 5 + [0] * 5
    guesses = [1, 1, 1, 1, 0, 1, 1, 0, 0, 0]
    assert f.cohen_kappa(labels, guesses) == pytest.approx(0.4)


def test_balanced_accuracy_weighs_the_classes_alike():
    assert f.balanced_accuracy([1, 0, 0, 0, 0], [0, 0, 0, 0, 0]) == 0.5
    assert f.balanced_accuracy([1, 1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 1]) == pytest.approx((1 / 2 + 3 / 4) / 2)


def test_calibration_error_is_the_weighted_gap_of_the_tenths():
    # .1 to .2: mean score .15 against 0 of 2; .9 to 1: mean .95 against 1 of 2
    assert f.calibration_error([0, 0, 1, 0], [0.12, 0.18, 0.92, 0.98]) == pytest.approx((2 * 0.15 + 2 * 0.45) / 4)
    assert f.calibration_error([1, 1], [1.0, 1.0]) == 0


def test_pearson_against_a_hand_worked_value():
    # deviations (-1.5, -.5, .5, 1.5) and (-2, 0, -1, 3): 7 / sqrt(5 * 14)
    assert f.pearson([1, 2, 3, 4], [1, 3, 2, 6]) == pytest.approx(7 / math.sqrt(70))


def test_correlations_leave_undefined_pairs_out():
    nan = math.nan
    assert f.pearson([1, 2, nan, 3, 4], [1, 3, 9, 2, 6]) == pytest.approx(7 / math.sqrt(70))
    assert f.spearman([1, 2, nan, 3], [1, 4, 0, 9]) == pytest.approx(1)


@pytest.mark.parametrize(("x", "y"), [([1, 2], [1, 2]), ([1, 1, 1], [1, 2, 3]), ([], [])])
def test_a_correlation_of_too_few_or_of_a_constant_is_undefined(x, y):
    assert math.isnan(f.pearson(x, y))
    assert math.isnan(f.spearman(x, y))


def test_spearman_shares_the_ranks_of_ties():
    assert list(f.ranks([30, 10, 10, 20])) == [4, 1.5, 1.5, 3]
    # ranks (1, 2.5, 2.5, 4) and (1, 2, 3, 4): 4.5 / sqrt(4.5 * 5)
    assert f.spearman([5, 7, 7, 100], [1, 2, 3, 4]) == pytest.approx(4.5 / math.sqrt(22.5))


def test_shares_and_accuracy():
    assert f.accuracy([1, 0, 1, 0], [1, 1, 1, 0]) == 0.75
    assert f.share([True, False, False, False]) == 0.25
    assert math.isnan(f.share([]))


def test_a_rater_is_held_against_the_majority_of_the_others():
    # three to none twice: everybody agrees
    assert f.human_kappa([3, 0], [0, 3]) == 1
    # (2, 1): a yes sees one yes and one no, no majority, both left out; the no sees two yes: one miss.
    # with (3, 0) and (0, 3): said 3 yes 4 no, others 4 yes 3 no, 6 of 7 agree, chance 24 / 49
    assert f.human_kappa([2, 3, 0], [1, 0, 3]) == pytest.approx((6 / 7 - 24 / 49) / (1 - 24 / 49))
    assert f.human_kappa([1], [1]) == -1  # each is held against the other
    assert math.isnan(f.human_kappa([], []))


def test_mean_correlation_stays_within_a_story():
    """Within each story the scores follow the labels; pooled they would run against them."""
    groups = [(story, text) for story in "ab" for text in (1, 2, 3)]
    labels, scores = [0, 1, 0, 1, 0, 1], [0.8, 0.9, 0.8, 0.2, 0.1, 0.2]
    assert f.mean_correlation(groups, labels, scores) == pytest.approx(1)
    assert f.pearson(labels, scores) < 0


def test_extraction_is_scored_by_runs_of_four_words():
    # 5 words make 2 runs; one of them is found among the 3 runs of 6 words
    one = ("b c d e x y", "a b c d e")
    assert f.extraction_f1([one]) == pytest.approx(2 * (1 / 3) * (1 / 2) / (1 / 3 + 1 / 2))
    assert f.extraction_f1([("too short", "too short")]) == 1
    # nothing extracted: recall suffers, precision has nothing to say
    assert f.extraction_f1([("a b c d e", "a b c d e"), ("", "a b c d e")]) == pytest.approx(2 * 0.5 / 1.5)
    assert f.extraction_f1([("u v w x", "a b c d")]) == 0
    assert math.isnan(f.extraction_f1([("", "a b c d")]))
