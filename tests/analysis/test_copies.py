import time

import pytest

from components.analysis.copies import near_copies
from components.analysis.model import Article

WORDS = [f"word{i}" for i in range(400)]


def text(seed, n=120):
    return " ".join(WORDS[(seed * 37 + i * i * 11 + i * seed) % len(WORDS)] for i in range(n))


def article(name, body, source=None, date=""):
    return Article(id=name, source=source or name, text=body, date=date)


def test_the_same_text_under_another_source_is_a_copy_of_the_first():
    body = text(1)
    articles = [article("a", body), article("b", text(2)), article("c", body.upper()), article("d", body + "!")]
    assert near_copies(articles) == {"c": "a", "d": "a"}


def test_a_few_changed_words_are_still_a_copy_and_many_are_not():
    words = text(3, 200).split()
    light, heavy = list(words), list(words)
    light[50:52] = ["other", "thing"]
    heavy[::6] = ["changed"] * len(heavy[::6])
    articles = [article("a", " ".join(words)), article("b", " ".join(light)), article("c", " ".join(heavy))]
    assert near_copies(articles) == {"b": "a"}


def test_the_earlier_date_is_the_original_where_all_are_dated():
    body = text(4)
    late, early = article("a", body, date="2025-06-13"), article("b", body, date="2025-06-11")
    assert near_copies([late, early]) == {"a": "b"}
    assert near_copies([late, article("b", body)]) == {"b": "a"}


def test_one_source_repeating_itself_is_no_copy():
    assert near_copies([article("a", text(5), "one"), article("b", text(5), "one")]) == {}


@pytest.mark.parametrize("body", ["", "   ", "...", "😀"])
def test_texts_without_words_are_nobodys_copies(body):
    assert near_copies([article("a", body), article("b", body)]) == {}


def test_short_texts_are_compared_whole():
    assert near_copies([article("a", "Two words"), article("b", "two words."), article("c", "Two worlds")]) == {
        "b": "a"
    }


def test_a_thousand_reprints_take_linear_time():
    def seconds(n):
        articles = [article(str(i), text(6)) for i in range(n)]
        began = time.process_time()
        found = near_copies(articles)
        assert set(found.values()) == {"0"}
        return time.process_time() - began

    seconds(10)
    assert seconds(800) < 3.0 * 4 * max(seconds(200), 0.02)
