"""Counted hits in texts nobody tuned on, held against what a reader who had not seen the lexicon said of each."""

import json
from pathlib import Path

import pytest

from components.analysis.hype.precision import RECORD, Precision, last_checks, precision, to_json, told

FOLDER = Path(__file__).parent


def lines(name):
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def check(suffix):
    texts = {row["id"]: row["text"] for row in lines(f"precision_texts{suffix}.jsonl")}
    return precision(texts, lines(f"precision_judged{suffix}.jsonl"))


@pytest.fixture(scope="module")
def now():
    return check(""), check("_later")


def test_the_record_is_what_the_lexicon_reaches_now(now, request):
    if request.config.getoption("--update-golden"):
        RECORD.write_text(to_json(*now), encoding="utf-8")
        last_checks.cache_clear()
    assert last_checks() == now, "run this test with --update-golden"


def test_four_of_five_shown_hits_are_accepted(now):
    first, later = now
    assert first.accepted >= 0.85 * first.shown
    assert first.accepted_then >= 0.75 * first.judged
    assert first.accepted >= 195, "what the reader accepted still counts"
    assert later.accepted >= 0.8 * later.shown
    assert later.accepted_then >= 0.8 * later.judged
    assert later.accepted >= 65, "what the reader accepted still counts"


@pytest.mark.parametrize("suffix", ["", "_later"])
def test_each_judgement_points_at_its_words(suffix):
    texts = {row["id"]: row["text"] for row in lines(f"precision_texts{suffix}.jsonl")}
    judged = lines(f"precision_judged{suffix}.jsonl")
    for said in judged:
        assert texts[said["text_id"]][said["start"] :].startswith(said["words"])
        assert said["judge"] == "a reader who had not seen the lexicon"
    assert len({(said["text_id"], said["start"], said["kind"]) for said in judged}) == len(judged)


def test_what_no_longer_counts_is_not_held_against_it_and_what_was_not_shown_is_told():
    text = "The dazzling engine came out. They said the breathtaking hall was shut. A groundbreaking play opened."
    judged = [
        {"text_id": "t", "start": text.index(words), "words": words, "kind": "promotion", "accepted": accepted}
        for words, accepted in (("dazzling engine", True), ("breathtaking", False))
    ]
    expected = Precision(texts=1, judged=2, accepted_then=1, shown=1, accepted=1, unjudged=1)
    assert precision({"t": text}, judged) == expected
    assert "accepted 1 of 2 (50%) hits in 1 texts" in told(expected, expected)
