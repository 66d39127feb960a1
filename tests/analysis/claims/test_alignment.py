"""Paragraphs beside each other: both articles go forward, every block stands once, shared claims meet."""

import pytest

from components.analysis.claims.alignment import align_blocks
from components.analysis.model import Article, Claim, Story

FACTS = (
    "The ferry carries 400 passengers.",
    "The pier cost 6.2 million pounds.",
    "Tickets for children are free of charge.",
    "The crossing takes 25 minutes.",
)
OTHER = "Nobody at the meeting said anything else about it."


def told(number, *paragraphs):
    text = "\n\n".join(paragraphs)
    return Article(id=f"a{number}", source=f"Paper {number}", text=text, original=text)


def aligned(left, right):
    claims = tuple(Claim(id=f"c{n}", text=fact) for n, fact in enumerate(FACTS))
    return align_blocks(Story(id="s", title="", articles=(left, right), claims=claims), left, right)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((0, 1), (0, 1), [(0, 0), (1, 1)]),
        ((0, None, 1), (0, 1), [(0, 0), (1, None), (2, 1)]),
        ((None, None, 0), (0,), [(0, None), (1, None), (2, 0)]),
        ((0, 1, 2), (1, 2, 0), [(0, None), (1, 0), (2, 1), (None, 2)]),
        ((None, None), (None,), [(0, 0), (1, None)]),
    ],
)
def test_shared_claims_meet_and_the_rest_follows_in_order(left, right, expected):
    one, two = (told(n, *(OTHER if k is None else FACTS[k] for k in side)) for n, side in enumerate((left, right)))
    assert aligned(one, two) == expected


def test_every_block_stands_once_in_its_order():
    left, right = told(1, *FACTS, OTHER), told(2, OTHER, *reversed(FACTS))
    rows = aligned(left, right)
    for side, article in enumerate((left, right)):
        own = [row[side] for row in rows if row[side] is not None]
        assert own == list(range(article.sentences[-1].block + 1))


def test_an_empty_article_leaves_the_other_as_it_is():
    assert aligned(told(1, FACTS[0], OTHER), Article(id="a2", source="B", text="")) == [(0, None), (1, None)]
