"""``validate``: a table for people, JSON for programs, refusals named, exit codes kept."""

import gzip
import json
import math

import pytest
from typer.testing import CliRunner

from components.analysis.validation.labelled_set import all_sets
from components.analysis.validation.run import from_json
from components.cli import build

TEXT = "Mr. Oduya closed the ferry line."


@pytest.fixture
def run():
    return lambda *args: CliRunner().invoke(build(), ["validate", *(str(a) for a in args)])


@pytest.fixture
def gold_pages(gold):
    """The folder of labelled sets, where the benchmark's pages are among them."""
    if not (gold / "article_extraction_benchmark").is_dir():
        pytest.skip("article_extraction_benchmark is not among the labelled sets")
    return gold


@pytest.fixture
def small(tmp_path):
    """Two sets of our own making: sentence rules and headlines."""
    (tmp_path / "sentence_golden_rules").mkdir()
    rules = [{"text": TEXT, "sentences": [TEXT]}, {"text": "One. Two.", "sentences": ["One. Two."]}]
    (tmp_path / "sentence_golden_rules" / "golden_rules_en.jsonl").write_text(
        "".join(json.dumps(rule) + "\n" for rule in rules), "utf-8"
    )
    (tmp_path / "clickbait_headlines").mkdir()
    (tmp_path / "clickbait_headlines" / "headlines.csv").write_text(
        "headline,clickbait\nWhat you need to know about every ferry,1\nFerry line closed after storm,0\n", "utf-8"
    )
    return tmp_path


def test_a_set_has_its_lines_with_aligned_columns(run, small):
    result = run("--gold", small, "--set", "sentence_golden_rules", "--set", "clickbait_headlines")
    assert result.exit_code == 0, result.output
    table = result.stdout.split("\n\n")[0].splitlines()
    assert table[0].split() == ["set", "what", "statistic", "n", "Parallax", "floor", "published", "human", "note"]
    rules = next(line for line in table if line.startswith("sentence_golden_rules"))
    ours = table[0].index("Parallax") + len("Parallax")
    assert rules[:ours].split()[-2:] == ["2", "1"]  # of two rules one holds
    area = next(line for line in table if "clickbait by headline cues" in line)
    assert area[:ours].endswith("1.000")
    assert area[: table[0].index("floor") + len("floor")].endswith("0.66")
    assert "in sample" in area


def test_what_was_chosen_on_a_set_is_said(run, small):
    result = run("--gold", small, "--set", "clickbait_headlines")
    assert "clickbait_headlines: Is a headline clickbait?" in result.stdout
    assert "pruned on half of these headlines" in result.stdout


def test_json_holds_the_figures_and_no_text(run, small, tmp_path):
    out = tmp_path / "figures.json"
    result = run("--gold", small, "--set", "sentence_golden_rules", "--set", "clickbait_headlines", "--json", out)
    assert result.exit_code == 0
    stored = out.read_text("utf-8")
    assert "Oduya" not in stored + result.output
    found = from_json(stored)
    assert {s.name: len(s.figures) for s in found.sets} == {"clickbait_headlines": 4, "sentence_golden_rules": 1}
    assert found.sets[0].figures[0].value == 1
    assert found.lexicons
    assert found.quick is False


def test_a_missing_set_is_named_and_the_rest_is_done(run, small):
    result = run("--gold", small)
    assert result.exit_code == 1
    refused = {line.split(":")[0] for line in result.stderr.splitlines()}
    everything = {s.name for s in all_sets()} | {"article_extraction_benchmark"}
    assert refused == everything - {"clickbait_headlines", "sentence_golden_rules"}
    assert "sentence_golden_rules" in result.stdout
    assert "realsumm_scu" not in result.stdout


def test_a_broken_set_is_named(run, small):
    (small / "clickbait_headlines" / "headlines.csv").write_text("title\nFerry\n", "utf-8")
    result = run("--gold", small, "--set", "clickbait_headlines", "--set", "sentence_golden_rules")
    assert result.exit_code == 1
    assert result.stderr.strip() == "clickbait_headlines: headlines.csv: no headline, clickbait"
    assert "sentence_golden_rules" in result.stdout


def test_nothing_read_is_nothing_written(run, tmp_path):
    out = tmp_path / "figures.json"
    result = run("--gold", tmp_path, "--set", "clear", "--json", out)
    assert result.exit_code == 1
    assert result.stderr.strip() == "clear: no such folder"
    assert result.stdout == ""
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments", [[], ["--gold", "nowhere"], ["--gold", ".", "--set", "no_such_set"], ["--gold", ".", "--fast"]]
)
def test_wrong_usage(run, arguments):
    assert run(*arguments).exit_code == 2


def test_a_set_with_one_class_has_undefined_figures(run, small, tmp_path):
    (small / "clickbait_headlines" / "headlines.csv").write_text("headline,clickbait\nFerry line closed,0\n", "utf-8")
    out = tmp_path / "figures.json"
    result = run("--gold", small, "--set", "clickbait_headlines", "--json", out)
    assert result.exit_code == 0
    assert math.isnan(from_json(out.read_text("utf-8")).sets[0].figures[0].value)
    area = next(line for line in result.stdout.splitlines() if "clickbait by headline cues" in line)
    assert "–" in area


PAGE = """<!doctype html><html lang="en"><head><title>Ferry line closed</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Ferry line closed</h1>{}</article><footer><p>All rights reserved</p></footer></body></html>"""
PARAGRAPHS = [
    "The ferry line between the two islands was closed on Monday after inspectors found rust in the hull.",
    "About 400 people who cross the strait every day will have to take the bus over the old bridge instead.",
    "The operator said that repairs would take three weeks and that season tickets would be paid back in full.",
]


@pytest.fixture
def pages(tmp_path):
    """The benchmark's shape with one page of our own."""
    folder = tmp_path / "article_extraction_benchmark"
    (folder / "html").mkdir(parents=True)
    body = "\n\n".join(PARAGRAPHS)
    (folder / "ground-truth.json").write_text(json.dumps({"p1": {"articleBody": body, "url": ""}}), "utf-8")
    page = PAGE.format("".join(f"<p>{p}</p>" for p in PARAGRAPHS))
    (folder / "html" / "p1.html.gz").write_bytes(gzip.compress(page.encode()))
    return tmp_path


def f1_of(run, pages, tmp_path):
    out = tmp_path / "figures.json"
    result = run("--gold", pages, "--set", "article_extraction_benchmark", "--json", out)
    assert result.exit_code == 0, result.output
    return from_json(out.read_text("utf-8")).sets[0].figures[0].value


def test_the_article_is_found_in_its_page(run, pages, tmp_path):
    assert f1_of(run, pages, tmp_path) > 0.95


def test_another_article_in_the_page_is_none(run, pages, tmp_path):
    path = pages / "article_extraction_benchmark" / "ground-truth.json"
    path.write_text(json.dumps({"p1": {"articleBody": "Quite another text about cheese and its makers."}}), "utf-8")
    assert f1_of(run, pages, tmp_path) == 0


def test_a_missing_page_is_named(run, pages):
    (pages / "article_extraction_benchmark" / "html" / "p1.html.gz").unlink()
    result = run("--gold", pages, "--set", "article_extraction_benchmark")
    assert result.exit_code == 1
    assert result.stderr.startswith("article_extraction_benchmark: p1.html.gz: ")


def test_articles_are_found_in_real_pages(run, gold_pages, tmp_path):
    """A floor under what was measured (.97), on a fixed part of the pages."""
    out = tmp_path / "figures.json"
    result = run("--gold", gold_pages, "--set", "article_extraction_benchmark", "--quick", "--json", out)
    assert result.exit_code == 0, result.output
    figures = {f.key: f.value for f in from_json(out.read_text("utf-8")).sets[0].figures}
    assert figures["f1"] > 0.93
    assert figures["residue_precision"] > 0.98  # .996 on all pages
    assert figures["residue_kept"] > 0.99
    assert figures["residue_f1"] > 0.72


def test_what_is_cut_of_a_page_saved_as_text_is_counted_by_words(run, pages, tmp_path):
    out = tmp_path / "figures.json"
    assert run("--gold", pages, "--set", "article_extraction_benchmark", "--json", out).exit_code == 0
    figures = {f.key: f.value for f in from_json(out.read_text("utf-8")).sets[0].figures}
    assert figures["residue_kept"] == 1
    truth = pages / "article_extraction_benchmark" / "ground-truth.json"
    truth.write_text(json.dumps({"p1": {"articleBody": "Quite another text about cheese and its makers."}}), "utf-8")
    assert run("--gold", pages, "--set", "article_extraction_benchmark", "--json", out).exit_code == 0
    none = {f.key: f for f in from_json(out.read_text("utf-8")).sets[0].figures}
    assert none["residue_kept"].show() == "–"  # no line of the page is the article's
