"""Floors under what the measures reach against human labels, on fixed parts of the sets, so that a change for the
worse is seen. ``python -m components validate`` gives the figures of the whole sets."""

import pytest

from components.analysis.validation.labelled_set import all_sets

# set -> figure -> at least; a value of 0 or less is a ceiling on the figure's size (errors, dependence on length)
FLOORS = {
    "realsumm_scu": {"kappa_sound": 0.54, "auc_sound": 0.86, "r_sound": 0.6, "ece_sound": -0.06, "kappa_all": 0.45},
    "propsegment_wiki": {"balanced_accuracy": 0.83, "auc": 0.93, "evidence": 0.88, "ece": -0.07},
    "qags": {"auc_news": 0.7, "auc_abstractive": 0.58},
    "news_factual_errors": {"auc": 0.7, "flagged_supported": -0.05},
    "vader_gold": {"r_sentence_tone": 0.53, "r_sentence_tone_raw": 0.48, "r_article_tone": 0.51},
    "babe": {"auc_charged": 0.66, "auc_charged_less_substance": 0.69, "length_charged_per_1000_words": -0.2},
    "clickbait_headlines": {"auc": 0.89, "accuracy": 0.86, "auc_equal_length": 0.88},
    "multisource_stories": {"length_hype_per_1000_words": -0.3, "length_charged_per_1000_words": -0.3},
    "clear": {"r_flesch_reading_ease": 0.55, "r_smog_index": 0.57, "r_grade_median": 0.57},
    "onestopenglish": {"order_gunning_fog": 0.95, "order_grade_median": 0.92},
    "sentence_golden_rules": {"right": 47},
}


@pytest.mark.parametrize("labelled", all_sets(), ids=lambda found: found.name)
def test_no_worse_than_measured(labelled, gold):
    if not (gold / labelled.name).is_dir():
        pytest.skip(f"{labelled.name} is not among the labelled sets")
    figures = {figure.key: figure for figure in labelled.figures(gold, quick=True)}
    for key, bound in FLOORS[labelled.name].items():
        value = figures[key].value
        if bound > 0:
            assert value >= bound, f"{labelled.name} {key} {value:.3f}"
        else:
            assert abs(value) <= -bound, f"{labelled.name} {key} {value:.3f}"
