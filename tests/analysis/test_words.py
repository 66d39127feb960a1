"""Words are counted as textstat counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.words import count_words


@pytest.fixture(scope="module")
def lexicon_count():
    import textstat

    return textstat.lexicon_count


TEXTS = [
    "",
    " ",
    "word",
    "one two",
    "it’s both—and",
    "and/or",
    "well-known",
    "a – b",
    "- - -",
    "… ...",
    "don't 'tis 'n'",
    "'t",
    "5% of $3.50",
    "e-mail: a.b@c.org",
    "snake_case _ __",
    "naïve café 北京 市",
    "a\u00a0b\u2003c\u200bd",
    "x\x1cy\x85z",
    "🚀 go 🚀",
    "e\u0301clat",
    "“quoted” ‘words’",
    "1,000,000",
    "\n\ta\n",
    "½ ² ™",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_count_is_that_of_textstat(lexicon_count, text):
    assert count_words(text) == lexicon_count(text)


@given(st.text(alphabet=st.sampled_from(list(" abZ9'’-—._!\n\t\u00a0é\u0301İ…$🚀")), max_size=60))
def test_the_count_is_that_of_textstat_for_any_text(lexicon_count, text):
    assert count_words(text) == lexicon_count(text)


def test_a_dash_without_spaces_glues_two_words():
    assert count_words("immediate and long-term—for both—and all") == 5
