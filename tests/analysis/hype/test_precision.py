"""Counted hits in texts nobody tuned on, held against what a reader who had not seen the lexicon said of each."""

import json
from pathlib import Path

import pytest

from components.analysis.hype.precision import RECORD, Precision, last_check, precision, to_json, told

FOLDER = Path(__file__).parent


def lines(name):
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def now():
    texts = {row["id"]: row["text"] for row in lines("precision_texts.jsonl")}
    return precision(texts, lines("precision_judged.jsonl"))


def test_the_record_is_what_the_lexicon_reaches_now(now, request):
    if request.config.getoption("--update-golden"):
        RECORD.write_text(to_json(now), encoding="utf-8")
        last_check.cache_clear()
    assert last_check() == now, "run this test with --update-golden"


def test_four_of_five_shown_hits_are_accepted(now):
    assert now.accepted >= 0.85 * now.shown
    assert now.accepted_then >= 0.75 * now.judged
    assert now.accepted >= 195, "what the reader accepted still counts"


def test_each_judgement_points_at_its_words():
    texts = {row["id"]: row["text"] for row in lines("precision_texts.jsonl")}
    judged = lines("precision_judged.jsonl")
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
    assert "1 of 2 hits (50%)" in told(expected)
    assert "1 of 1 (100%)" in told(expected)
