"""Every labelled set is read right: figures of made-up sets of the same shape that can be told in advance."""

import math
import shutil

import pytest

from components.analysis.claims.match import judge_pairs
from components.analysis.measure import all_measures
from components.analysis.model import Article
from components.analysis.validation.labelled_set import Figure, Reference, SetError, all_sets
from components.analysis.validation.measuring import Pair, judge
from components.analysis.validation.reading import evenly, read_csv, read_json_lines, read_numbers

SETS = {found.name: found for found in all_sets()}


@pytest.fixture(scope="module")
def figures(made):
    return {name: {f.key: f for f in found.figures(made)} for name, found in SETS.items()}


@pytest.mark.parametrize("name", SETS)
def test_every_set_describes_itself(name, figures):
    found = SETS[name]
    assert all((found.label, found.files, found.source, found.licence))
    assert figures[name]
    for figure in figures[name].values():
        assert figure.what
        assert figure.units
        assert figure.n > 0
        for reference in (figure.floor, figure.published, figure.human):
            assert reference is None or reference.source


@pytest.mark.parametrize("name", SETS)
def test_keys_name_one_figure(name, made):
    keys = [f.key for f in SETS[name].figures(made)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", SETS)
def test_a_missing_file_is_named(name, made, tmp_path):
    shutil.copytree(made / name, tmp_path / name)
    for file in SETS[name].files:
        (tmp_path / name / file).unlink()
        with pytest.raises(SetError, match=file.replace(".", r"\.")):
            SETS[name].figures(tmp_path)


@pytest.mark.parametrize("name", SETS)
def test_a_file_that_is_something_else_is_refused(name, made, tmp_path):
    shutil.copytree(made / name, tmp_path / name)
    file = SETS[name].files[0]
    (tmp_path / name / file).write_text('{"colour": "blue"}\n', "utf-8")
    with pytest.raises(SetError, match=file.replace(".", r"\.")):
        SETS[name].figures(tmp_path)


def test_no_folder_no_figures(tmp_path):
    with pytest.raises(SetError, match="no such folder"):
        SETS["clear"].figures(tmp_path)


def test_claims_are_held_against_their_own_summaries(figures):
    found = figures["realsumm_scu"]
    assert found["auc_all"].value > 0.9
    assert found["kappa_sound"].n == 18
    assert found["r_all"].n == 6
    assert found["kappa_all"].human.value == 1
    assert "in sample" in found["kappa_all"].note


def test_a_system_of_split_votes_is_not_sound(made, tmp_path):
    shutil.copytree(made / "realsumm_scu", tmp_path / "realsumm_scu")
    path = tmp_path / "realsumm_scu" / "presence.csv"
    lines = path.read_text("utf-8").splitlines()
    split = [line.replace(",0,3", ",1,2") if ",none," in line else line for line in lines]
    path.write_text("\n".join(split) + "\n", "utf-8")
    found = {f.key: f for f in SETS["realsumm_scu"].figures(tmp_path)}
    assert found["kappa_sound"].n == 12
    assert found["kappa_all"].n == 18
    assert "2 sound systems" in found["kappa_sound"].what
    assert found["kappa_all"].human.value < 1


def test_propositions_and_their_evidence(figures):
    found = figures["propsegment_wiki"]
    assert found["auc"].n == 4  # the tie is out
    assert found["balanced_accuracy"].value == 1
    assert found["evidence"].n == 2
    assert found["evidence"].value == 1


def test_evidence_elsewhere_is_no_hit(made, tmp_path):
    shutil.copytree(made / "propsegment_wiki", tmp_path / "propsegment_wiki")
    path = tmp_path / "propsegment_wiki" / "pairs_dev.jsonl"
    path.write_text(path.read_text("utf-8").replace('"support_sentences": [2]', '"support_sentences": [0]'), "utf-8")
    found = {f.key: f for f in SETS["propsegment_wiki"].figures(tmp_path)}
    assert found["evidence"].value == 0.5


def test_a_pair_without_its_document_is_refused(made, tmp_path):
    shutil.copytree(made / "propsegment_wiki", tmp_path / "propsegment_wiki")
    path = tmp_path / "propsegment_wiki" / "pairs_dev.jsonl"
    path.write_text(path.read_text("utf-8").replace('"premise_doc": "a"', '"premise_doc": "z"', 1), "utf-8")
    with pytest.raises(SetError, match=r"pairs_dev\.jsonl"):
        SETS["propsegment_wiki"].figures(tmp_path)


def test_articles_support_their_sentences(figures):
    assert figures["qags"]["auc_news"].value == 1
    assert figures["qags"]["auc_news"].n == figures["qags"]["auc_abstractive"].n == 2


def test_summaries_are_judged_by_the_sentence(figures):
    found = figures["news_factual_errors"]
    assert found["auc"].n == 6  # noise is out
    assert found["auc"].value == 1
    assert found["flagged_supported"].value == 0
    assert found["flagged_contradicted"].n == 2


def test_tone_follows_the_ratings(figures):
    found = figures["vader_gold"]
    assert found["r_sentence_tone"].value > 0.95
    assert found["r_sentence_tone_raw"].value > 0.95
    assert found["r_article_tone"].n == 3


def test_loaded_sentences_outscore_plain_ones(figures):
    found = figures["babe"]
    assert found["auc_charged"].n == 32  # no agreement is out
    assert found["auc_charged"].value == 1
    assert found["auc_charged_less_substance"].value == 1
    assert found["rho_charged"].n == 4
    assert found["rho_charged"].value == pytest.approx(1)
    assert found["rho_article_2"].n == 12  # of eight sentences on a topic, three, three and two share an article
    assert found["rho_article_3"].n == 8
    assert found["rho_article_2"].value > 0.9


def test_cues_tell_clickbait(figures):
    found = figures["clickbait_headlines"]
    assert found["auc"].value == 1
    assert found["accuracy"].value == 1
    assert found["auc_equal_length"].value == 1  # three of eight words


def test_length_is_read_from_stories_as_written(figures):
    found = figures["multisource_stories"]
    assert found["length_hype_per_1000_words"].n == 4
    assert math.isnan(found["length_hype_per_1000_words"].value)  # the same rate in all


def test_every_rate_of_hype_is_held_against_length(figures):
    keys = {key.removeprefix("length_") for key in figures["multisource_stories"]}
    hype = next(m for m in all_measures() if m.key == "hype")
    assert keys == {c.name for c in hype.columns if "per_1000" in c.name}


def test_formulas_follow_ease(figures):
    assert figures["clear"]["r_flesch_reading_ease"].value > 0.9
    assert figures["clear"]["r_smog_index"].value > 0.9
    assert figures["clear"]["r_grade_median"].n == 3


def test_a_story_in_the_wrong_order_counts_against_a_formula(figures):
    for key in ("order_gunning_fog", "order_flesch_reading_ease", "order_grade_median"):
        assert figures["onestopenglish"][key].value == 0.5


def test_a_rule_that_does_not_hold_is_not_right(figures):
    assert figures["sentence_golden_rules"]["right"].show() == "1"
    assert figures["sentence_golden_rules"]["right"].n == 2


def test_claims_of_one_story_weigh_their_words_together():
    """As the command ``cover`` judges them: against each text, with the whole story's claims to weigh words by."""
    claims = ["The ferry line closed on Monday.", "The ferry line carries 400 people.", "The ferry line lost money."]
    text = "The ferry line was shut after an inspection. It lost money for years."
    article = Article(id="t", source="t", text=text)
    together = [v.score for v in judge([Pair("s", claim, text) for claim in claims])]
    assert together == [v.score for v in judge_pairs(claims, article)]
    alone = [v.score for v in judge([Pair(str(n), claim, text) for n, claim in enumerate(claims)])]
    assert alone == [judge_pairs([claim], article)[0].score for claim in claims]
    assert together != alone
    apart = judge([Pair("s", claims[0], text), Pair("s", claims[1], "Another text."), Pair("s", claims[2], text)])
    assert [apart[0].score, apart[2].score] == pytest.approx([together[0], together[2]], abs=1e-12)


def test_a_sample_is_even_and_always_the_same():
    assert evenly(range(10), 4) == [0, 2, 5, 7]
    assert evenly(range(3), 4) == [0, 1, 2]


def test_quick_takes_less_of_a_large_set(made, tmp_path):
    headlines = [f"Council number {n} meets" for n in range(5000)]
    (tmp_path / "clickbait_headlines").mkdir()
    rows = "".join(f"{headline},{n % 2}\n" for n, headline in enumerate(headlines))
    (tmp_path / "clickbait_headlines" / "headlines.csv").write_text("headline,clickbait\n" + rows, "utf-8")
    assert {f.n for f in SETS["clickbait_headlines"].figures(tmp_path, quick=True)} == {4000}


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"a,b\n1,2\n", "no c"), (b"a,c\n", "no rows"), (b"a,c\n\xff,1\n", "utf-8"), (b'a,c\n"x\n', "end of data")],
)
def test_a_csv_file_that_will_not_do_is_refused(tmp_path, content, reason):
    path = tmp_path / "f.csv"
    path.write_bytes(content)
    with pytest.raises(SetError, match=rf"f\.csv: .*{reason}"):
        read_csv(path, ("a", "c"))


@pytest.mark.parametrize(
    ("content", "reason"), [("", "no rows"), ("{", "f.jsonl"), ('{"a": 1}', "no c"), ("3", "f.jsonl")]
)
def test_json_lines_that_will_not_do_are_refused(tmp_path, content, reason):
    path = tmp_path / "f.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(SetError, match=reason):
        read_json_lines(path, ("c",))


def test_a_word_where_a_number_belongs_is_refused(tmp_path):
    with pytest.raises(SetError, match=r"f\.csv: .*blue"):
        read_numbers(tmp_path / "f.csv", [{"a": "1"}, {"a": "blue"}], "a")


def test_figures_and_references_are_shown_as_read():
    assert Reference(value=0.8, source="s", statistic="F1").show() == "F1 0.80"
    assert Reference(value=0.655, source="s").show() == "0.655"
    assert Reference(value=47, source="s").show() == "47"
    figure = Figure(key="k", what="w", statistic="r", n=1, units="u", value=math.nan)
    assert figure.show() == "–"
