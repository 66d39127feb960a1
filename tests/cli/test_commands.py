"""The command line is a public contract: files in, files out, refusals named, exit codes kept."""

import gc
import json
import math
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from components.analysis.bundle import read_zip, zip_bytes
from components.analysis.workers import WorkerDiedError
from components.cli import build, main

ROOT = Path(__file__).parents[2]
DEFAULT_STORY = ROOT / "data" / "stories" / "alexandr-wang-joins-meta"
BUNDLE = {
    "sources.csv",
    "articles.csv",
    "sentences.csv",
    "claims.csv",
    "coverage.csv",
    "coverage_matrix.csv",
    "decisions.csv",
    "agreement.csv",
    "conflicts.csv",
    "hype_hits.csv",
    "data_dictionary.csv",
    "settings.json",
    "methods.md",
    "story.json",
    "report.html",
}


@pytest.fixture
def run():
    return lambda *args: CliRunner().invoke(build(), [str(a) for a in args])


def write_lines(path, rows):
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows) + "\n", "utf-8")
    return path


def test_a_process_that_died_is_told_in_a_sentence(monkeypatch, capsys, tmp_path):
    def died(*_):
        raise WorkerDiedError("A process ended.")

    texts = write_lines(tmp_path / "texts.jsonl", [{"id": "a", "text": "Rain fell."}])
    before = gc.get_threshold()
    monkeypatch.setattr("components.analysis.workers.in_order", died)
    monkeypatch.setattr(sys, "argv", ["components", "measure", str(texts), "--out", str(tmp_path / "out.csv")])
    with pytest.raises(SystemExit) as ended:
        main()
    gc.set_threshold(*before)
    assert ended.value.code == 1
    assert capsys.readouterr().err.strip() == "A process ended."


# --- compare


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    out = tmp_path_factory.mktemp("bundle")
    result = CliRunner().invoke(build(), ["compare", str(DEFAULT_STORY), "--out", str(out)])
    assert result.exit_code == 0, result.output
    return out


def test_compare_writes_the_whole_bundle(compared):
    assert {p.name for p in compared.iterdir()} >= BUNDLE
    sources = pd.read_csv(compared / "sources.csv")
    assert len(sources) == 4
    assert (sources["tone"].abs() < 0.6).all()
    assert sources["n_words"].gt(300).all()
    assert not (compared / "sources.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_every_column_of_every_file_is_in_the_dictionary(compared):
    dictionary = pd.read_csv(compared / "data_dictionary.csv", keep_default_na=False)
    listed = set(zip(dictionary["file"], dictionary["column"], strict=True))
    for path in compared.glob("*.csv"):
        for heading in pd.read_csv(path, nrows=0).columns:
            assert (path.name, heading) in listed
    assert (dictionary["meaning"].str.len() > 0).all()


def test_offsets_in_the_bundle_point_at_the_text(compared):
    story = read_zip(zip_bytes({"story.json": (compared / "story.json").read_bytes()}))
    text = {a.id: a.text for a in story.articles}
    for name, column in (("sentences", "text"), ("coverage", "evidence"), ("hype_hits", "hit")):
        frame = pd.read_csv(compared / f"{name}.csv", keep_default_na=False)
        frame = frame[(frame["start"] != "") & (frame["sentence_index"] != "")]
        assert len(frame), name
        for row in frame.itertuples():
            cell = getattr(row, column)
            found = text[row.article_id][int(row.start) : int(row.end)]
            assert cell.removeprefix("'") == found or cell == found


def test_the_report_is_written_alone_and_in_the_bundle(run, compared, tmp_path):
    out = tmp_path / "new folder" / "report.html"
    result = run("report", DEFAULT_STORY, "--out", out)
    assert result.exit_code == 0, result.output
    assert out.read_bytes() == (compared / "report.html").read_bytes()
    assert "<title>Alexandr Wang joins Meta: the sources compared</title>" in out.read_text("utf-8")


def test_a_bundle_holds_the_colour_of_every_source(compared):
    story = read_zip(zip_bytes({"story.json": (compared / "story.json").read_bytes()}))
    assert dict(story.colours) == {source: number for number, source in enumerate(story.sources, 1)}


def test_a_report_names_what_it_cannot_read(run, tmp_path):
    (tmp_path / "broken.csv").write_text("a,b\n1,2\n", "utf-8")
    result = run("report", tmp_path, "--out", tmp_path / "report.html")
    assert result.exit_code == 1
    assert "broken.csv" in result.stderr
    assert not (tmp_path / "report.html").exists()


def test_compare_goes_on_without_the_files_it_cannot_read(run, tmp_path):
    (tmp_path / "good.txt").write_text("The bridge opened on Monday after two years of work. " * 6, "utf-8")
    (tmp_path / "broken.csv").write_text("a,b\n1,2\n", "utf-8")
    result = run("compare", tmp_path, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "broken.csv" in result.stderr
    articles = pd.read_csv(tmp_path / "out" / "articles.csv")
    assert articles["source"].tolist() == ["good"]


def test_compare_names_the_columns_of_a_table_and_takes_which_is_the_text(run, tmp_path):
    rows = [
        ["Blatt", "Meldung"],
        ["Post", "The pier will close on Monday."],
        ["Times", "The pier stays open, he said."],
    ]
    (tmp_path / "clippings.csv").write_text("\n".join(",".join(f'"{c}"' for c in row) for row in rows), "utf-8")
    out = tmp_path / "out"
    refused = run("compare", tmp_path / "clippings.csv", "--out", out)
    assert refused.exit_code == 1
    assert "clippings.csv: No column holds the articles' text (found: Blatt, Meldung)" in refused.stderr
    assert "--column text=NAME" in refused.stderr
    told = run(
        "compare", tmp_path / "clippings.csv", "--out", out, "--column", "text=Meldung", "--column", "source=Blatt"
    )
    assert told.exit_code == 0, told.stderr
    assert list(pd.read_csv(out / "sources.csv")["source"]) == ["Post", "Times"]
    assert run("compare", tmp_path / "clippings.csv", "--out", out, "--column", "words=Meldung").exit_code == 2


def test_compare_holds_articles_against_the_claims_it_is_given(run, tmp_path):
    (tmp_path / "a.txt").write_text("The bridge cost 14 million euros. It opened on Monday. " * 4, "utf-8")
    claims = tmp_path / "claims.csv"
    claims.write_text("claim_id,claim,note\nk1,The bridge cost 14 million euros.,\n,,empty\n", "utf-8")
    result = run("compare", tmp_path / "a.txt", "--out", tmp_path / "out", "--claims", claims)
    assert result.exit_code == 1
    assert "claims.csv row 3" in result.stderr
    coverage = pd.read_csv(tmp_path / "out" / "coverage.csv")
    assert coverage[["claim_id", "verdict"]].to_numpy().tolist() == [["k1", "stated"]]


@pytest.mark.parametrize("args", [["compare"], ["compare", "/no/such/file", "--out", "x"], ["nothing"]])
def test_wrong_usage_is_2(run, args):
    assert run(*args).exit_code == 2


# --- measure


def test_measure_gives_a_row_a_text_and_names_bad_lines(run, tmp_path):
    text = "They won’t benefit. The plan is a disaster, said Ana Ruiz. " * 12
    rows = write_lines(
        tmp_path / "in.jsonl",
        [{"id": "a", "text": text, "title": "Why it fails"}, "{broken", {"id": "b"}, {"id": "c", "text": "Fine."}],
    )
    result = run("measure", rows, "--out", tmp_path / "out.csv")
    assert result.exit_code == 1
    assert "line 2" in result.stderr
    assert "line 3" in result.stderr
    frame = pd.read_csv(tmp_path / "out.csv")
    assert frame["id"].tolist() == ["a", "c"]
    assert frame["tone"][0] < 0
    assert frame["headline_cues"][0] >= 1
    assert math.isnan(frame["grade_median"][1])
    assert not frame[["tone", "hype_per_1000_words", "charged_per_1000_words"]].isna().any(axis=None)
    assert not {"coverage", "article_id"} & set(frame.columns)


def test_measure_does_not_depend_on_the_company_a_text_keeps(run, tmp_path):
    texts = [f"The council of ward {n} met on Monday and it was a great success for all {n} members." for n in range(3)]
    both = write_lines(tmp_path / "all.jsonl", [{"id": str(i), "text": t} for i, t in enumerate(texts)])
    one = write_lines(tmp_path / "one.jsonl", [{"id": "1", "text": texts[1]}])
    assert run("measure", both, "--out", tmp_path / "all.csv").exit_code == 0
    assert run("measure", one, "--out", tmp_path / "one.csv").exit_code == 0
    lines = (tmp_path / "all.csv").read_text().splitlines()
    assert (tmp_path / "one.csv").read_text().splitlines() == [lines[0], lines[2]]


# --- cover


def test_cover_answers_every_pair_in_order_with_offsets(run, tmp_path):
    text = "The bridge cost 14 million euros, the council said. It opened on Monday."
    rows = write_lines(
        tmp_path / "in.jsonl",
        [
            {"id": "1", "claim": "The bridge cost 14 million euros.", "text": text, "story": "s"},
            {"id": "2", "claim": "A ferry sank near Oslo in 1999.", "text": text},
            {"id": "3", "claim": "The bridge opened on Monday.", "text": text, "story": "s"},
        ],
    )
    assert run("cover", rows, "--out", tmp_path / "out.csv").exit_code == 0
    frame = pd.read_csv(tmp_path / "out.csv", keep_default_na=False, dtype={"id": str})
    assert frame["id"].tolist() == ["1", "2", "3"]
    assert frame["verdict"].tolist() == ["stated", "not found", "stated"]
    assert frame["evidence"][1] == ""
    for row in frame.iloc[[0, 2]].itertuples():
        assert text[int(row.start) : int(row.end)] == row.evidence


# --- offline


def test_the_whole_analysis_runs_with_sockets_blocked(tmp_path):
    code = f"""
import socket, sys
def blocked(*args, **kwargs):
    raise RuntimeError("the network was reached for")
socket.socket.connect = socket.socket.connect_ex = blocked
socket.getaddrinfo = socket.create_connection = blocked
from components.cli import build
sys.argv = ["parallax", "compare", {str(DEFAULT_STORY)!r}, "--out", {str(tmp_path)!r}]
build()()
"""
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "NLTK_DATA": str(tmp_path / "none")},
    )
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "sources.csv").exists()


def test_the_claim_list_of_a_very_large_story_is_capped_and_that_is_said(run, tmp_path, monkeypatch):
    monkeypatch.setattr("components.analysis.limits.MOST_READ", 2)
    monkeypatch.setattr("components.analysis.limits.MOST_CELLS", 12)
    monkeypatch.setattr("components.analysis.limits.MOST_ORDERED", 3)
    result = run("compare", DEFAULT_STORY, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    said = (
        "Claims are proposed from 2 of the 4 articles, evenly spaced through the story.",
        "A list proposed for 4 articles stops at 3 claims, not at 40",
        "No order of two sources is tested: there are 4 sources",
    )
    assert said[0] in result.output
    assert said[1] in result.output
    report = (tmp_path / "out" / "report.html").read_text("utf-8")
    methods = (tmp_path / "out" / "methods.md").read_text("utf-8")
    told = json.loads((tmp_path / "out" / "settings.json").read_text("utf-8"))["story"]["limits"]
    assert [line.partition(": ")[0] for line in told] == [line.partition(": ")[0] for line in said]
    assert all(line in methods and line in report for line in told)
    assert len(pd.read_csv(tmp_path / "out" / "claims.csv")) == 3


def test_a_story_of_ordinary_size_has_no_limits(compared):
    assert json.loads((compared / "settings.json").read_text("utf-8"))["story"]["limits"] == []


def test_so_many_processes_can_be_asked_for(run, tmp_path, monkeypatch):
    monkeypatch.setenv("PARALLAX_JOBS", "0")
    assert run("compare", DEFAULT_STORY, "--out", tmp_path / "out").exit_code == 2
    assert run("compare", DEFAULT_STORY, "--jobs", "1", "--out", tmp_path / "out").exit_code == 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_texts_are_measured_by_several_processes_in_their_order(run, tmp_path, monkeypatch, jobs):
    texts = [f"The harbour board opened {n} berths, and it was a great day for Porto." for n in range(7)]
    rows = [{"id": f"t{n}", "text": text} for n, text in enumerate(texts)]
    source = write_lines(tmp_path / "in.jsonl", [*rows, "not JSON"])
    whole = run("measure", source, "--out", tmp_path / "whole.csv")
    monkeypatch.setattr("components.cli.measure.BATCH", 2)
    parts = run("measure", source, "--out", tmp_path / "parts.csv", "--jobs", jobs)
    assert whole.exit_code == parts.exit_code == 1
    assert (tmp_path / "parts.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()
    assert pd.read_csv(tmp_path / "parts.csv")["id"].tolist() == [row["id"] for row in rows]
