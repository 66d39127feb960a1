"""What is asked of VADER selectively is VADER's own answer, on made-up and on real text."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import BOOSTER_DICT, NEGATE, SPECIAL_CASES, SentimentIntensityAnalyzer

from components.analysis.tone_scoring import straighten
from components.analysis.vader import compound, has_emoji, sums_of, telling, vader

PLAIN = SentimentIntensityAnalyzer()
NEUTRAL = frozenset({"intelligence", "shares", "united", "trust", "good", "no", "great"})

_PHRASES = [word for phrase in (*BOOSTER_DICT, *SPECIAL_CASES) for word in phrase.split()]
_RULED = [*_PHRASES, *NEGATE, "no", "or", "nor", "least", "at", "very", "so", "this", "doubt", "but", "kind", "of"]
_VALUED = ["good", "great", "terrible", "happy", "war", "trust", "shit", "bomb", "ass", "right", "death", "die",
           "beating", "no", "united", "intelligence", "hope", "lol", ":)", ":-(", "D:", "fine"]  # fmt: skip
_PLAIN = ["the", "a", "council", "table", "27", "ferry", "İstanbul", "naïve", "—", "..", "isn't", "N'T", "e.g."]
_dressed = st.builds(
    lambda word, case, mark: case(word) + mark,
    st.sampled_from([*_RULED, *_VALUED, *_VALUED, *_PLAIN]),
    st.sampled_from([str, str, str, str.upper, str.title]),
    st.sampled_from(["", "", "", "", ",", ".", "!", "!!", "?", "??", ")", '"', "'"]),
)
_texts = st.lists(_dressed, max_size=14).map(" ".join)


def analyser_without(words):
    """VADER itself, whole, with a smaller lexicon."""
    own = SentimentIntensityAnalyzer.__new__(SentimentIntensityAnalyzer)
    own.__dict__.update(PLAIN.__dict__)
    own.lexicon = {word: value for word, value in PLAIN.lexicon.items() if word not in words}
    return own


MASKED = analyser_without(NEUTRAL)


def own_sum(text, without=frozenset()):
    tokens = text.split()
    raw, kept = sums_of(text, tokens, telling(tokens), without)
    assert raw == sums_of(text, tokens, telling(tokens))[1]
    return kept


def agrees(text):
    assert compound(own_sum(text)) == PLAIN.polarity_scores(text)["compound"]
    assert compound(own_sum(text, NEUTRAL)) == MASKED.polarity_scores(text)["compound"]


@settings(max_examples=1500, deadline=None)
@given(_texts)
@example("It was GREAT but not so good, nor was this kind of trust the least bit GREAT!!")
@example("no or nor good")
@example("no good")
@example("never so good, without doubt good")
@example("good good but good good bad but bad")
@example("KIND OF good")
@example("the shit")
@example("yeah right")
def test_the_sum_is_vaders_own(text):
    agrees(text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_characters_are_read_as_vader_reads_them(text):
    if has_emoji(text):
        assert any(character in PLAIN.emojis for character in text)
    else:
        agrees(text)


def test_the_sum_itself_is_vaders_to_the_last_bit(default_articles):
    for article in default_articles:
        for sentence in article.sentences:
            text = straighten(sentence.text)
            if not has_emoji(text):
                assert own_sum(text) == vader().polarity_scores(text)["sum"]


def test_whole_articles_of_many_papers_read_as_vader_reads_them(gold):
    path = gold / "multisource_stories" / "docs.jsonl"
    if not path.is_file():
        pytest.skip("the stories are not among the labelled sets")
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][::23]
    for text in texts:
        straight = straighten(text)
        for part in straight.split("\n"):
            if not has_emoji(part):
                agrees(part)
