"""Words of the lexicon in their literal senses do not count; in promotion they do. Sentences from many trades."""

import csv
from pathlib import Path

import pytest

from components.analysis.hype.hits import hits
from components.analysis.model import Article, Settings

FOLDER = Path(__file__).parent


def sentences(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [
            pytest.param(row["sentence"], id=f"{row['domain']}: {row['sentence'][:50]}") for row in csv.DictReader(file)
        ]


LITERAL, PROMOTIONAL = sentences("literal_uses.csv"), sentences("promotional_uses.csv")


def found(sentence):
    article = Article(id="a", source="s", text=sentence)
    return [hit for hit in hits(article, Settings()) if hit.kind in ("promotion", "alarm")]


@pytest.mark.parametrize("sentence", LITERAL)
def test_a_literal_use_does_not_count(sentence):
    assert [(hit.text, hit.reason) for hit in found(sentence) if hit.counted] == []


@pytest.mark.parametrize("sentence", PROMOTIONAL)
def test_a_promotional_use_counts(sentence):
    assert any(hit.counted and hit.kind == "promotion" for hit in found(sentence))


def test_the_tables_are_wide_and_the_literal_one_holds_words_of_the_lexicon():
    assert len(LITERAL) >= 170
    assert len(PROMOTIONAL) >= 110
    assert sum(bool(found(*case.values)) for case in LITERAL) >= 80
