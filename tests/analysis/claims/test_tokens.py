import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.claims.stems import stem
from components.analysis.claims.tokens import content_keys, tokenize


def keys(text):
    return [t.key for t in tokenize(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twenty-seven", "27"),
        ("two hundred and fifty thousand", "250,000"),
        ("half a million", "500,000"),
        ("a hundred and five", "105"),
        ("one million three hundred thousand", "1,300,000"),
        ("14.3 billion", "14.3bn"),
        ("the third round", "the 3rd round"),
        ("40 per cent", "40%"),
        ("in Poland", "in polish".title()),
        ("U.S. troops", "American troops"),
        ("the United States", "the US"),
        ("September", "Sept."),
        ("they joined", "they join"),
        ("he left", "he leaves"),
        ("the children", "the child"),
        ("the companies", "the company"),
        ("the centre", "the center"),
        ("a programme", "a program"),
        ("labour", "labor"),
        ("organised", "organized"),
        ("can’t", "can't"),
    ],
)
def test_two_ways_to_write_one_thing_share_their_keys(one, other):
    assert keys(one)[-1] == keys(other)[-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("27", "28"),
        ("14.3 billion", "13.4 billion"),
        ("first", "1"),
        ("tell us", "tell US"),
        ("hour", "hor"),
        ("found", "founded"),
        ("promise", "promize"),
    ],
)
def test_different_things_keep_different_keys(one, other):
    assert keys(one) != keys(other)


def test_numbers_of_a_list_stay_apart():
    assert keys("one, two, three hundred") == ["#1", "#2", "#300"]


def test_a_letter_is_a_scale_only_where_it_must_be():
    assert keys("$2.6 m") == ["dollar", "#2600000"]
    assert keys("3 m tall")[0] == "#3"


def test_negated_verb_gives_two_tokens_with_a_curly_apostrophe_too():
    assert keys("They didn’t join") == keys("They didn't join") == ["they", "did", "not", "join"]


def test_what_is_not_told_is_marked_and_only_that():
    told = keys("Acme paid 5 dollars, without mentioning financial details, and left")
    assert "~financial" in told
    assert "~detail" in told
    assert stem("left") in told
    assert "financial" not in told


def test_two_ways_of_not_telling_share_their_keys():
    one = content_keys(tokenize("Acme did not disclose the price"))
    other = content_keys(tokenize("Acme declined to reveal the price"))
    assert one[-2:] == other[-2:]
    assert one[-1].startswith("~")


@pytest.mark.parametrize(
    "text", ["Acme not only mentioned the price", "Acme mentioned the price", "There was no comment"]
)
def test_telling_is_not_marked(text):
    assert not any(t.untold for t in tokenize(text))


def test_age_words_tell_nothing_beside_their_number():
    assert content_keys(tokenize("is 27 years old")) == content_keys(tokenize("a 27-year-old")) == ("#27",)
    assert "year" in content_keys(tokenize("a 27 year wait"))


def test_a_text_of_stop_words_keeps_them():
    assert content_keys(tokenize("To be or not to be")) != ()
    assert content_keys(tokenize("it is")) == ("it", "is")


@given(st.text(max_size=200))
def test_offsets_hold_on_any_text(text):
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.surface for t in tokens)
    assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))


def test_long_hostile_input_is_read_in_linear_time():
    def seconds(text):
        began = time.process_time()
        tokenize.__wrapped__(text)
        return time.process_time() - began

    for piece in ("a.", "1,", "one hundred and ", "3 million ", "not mention ", "'"):
        small, large = seconds(piece * 2_000), seconds(piece * 16_000)
        assert large < 40 * max(small, 0.002), piece


@pytest.mark.parametrize(
    ("form", "base"),
    [("joined", "join"), ("joining", "join"), ("stopped", "stop"), ("cities", "city"), ("was", "was"), ("used", "use")],
)
def test_stems(form, base):
    assert stem(form) == stem(base)
