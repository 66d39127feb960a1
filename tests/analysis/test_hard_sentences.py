"""What makes an article hard: sentences by leverage, difficult words by frequency."""

import pytest

from components.analysis.hard_sentences import difficult_word_counts, hardest_sentences, probable_names
from components.analysis.model import Article

EASY = "The dog ran to the park. The cat sat on the mat. We all went home to eat."
HARD = (
    "Notwithstanding considerable administrative difficulties, which, as the committee acknowledged, were neither "
    "anticipated nor adequately documented, the municipality authorised the extraordinary expenditure."
)


def article(text):
    return Article(id="a", source="S", text=text)


def test_the_hardest_comes_first_and_says_why():
    found = hardest_sentences(article(f"{EASY} {HARD} {EASY} The municipality acknowledged difficulties."), 2)
    assert [h.sentence_index for h in found] == [3, 7]
    first = found[0]
    assert first.n_words == len(HARD.split())
    assert first.n_pauses == 4
    assert first.leverage > found[1].leverage > 0
    assert first.difficult_words[:2] == ("Notwithstanding", "considerable")
    assert first.why == f"{len(first.difficult_words)} difficult words of {first.n_words}; 4 commas, brackets or dashes"


def test_leverage_is_what_the_article_loses_without_the_sentence():
    from components.analysis.syllables import offline_textstat

    grade = offline_textstat().flesch_kincaid_grade
    found = hardest_sentences(article(f"{EASY} {HARD}"), 1)[0]
    assert found.leverage == pytest.approx(grade(f"{EASY} {HARD}") - grade(EASY))
    assert found.grade == pytest.approx(grade(HARD))


def test_sentences_that_make_a_text_easier_are_not_listed():
    found = hardest_sentences(article(f"{EASY} {HARD}"), 10)
    assert [h.sentence_index for h in found] == [3]


def test_a_single_sentence_and_an_empty_article():
    assert [h.leverage for h in hardest_sentences(article(HARD), 5)] == [0.0]
    assert hardest_sentences(article(""), 5) == []


def test_names_among_the_difficult_words_are_told_by_their_capitals():
    one = article("The board met Dominika Aberlow there. Notwithstanding rain, the municipality won the vote.")
    two = article("They saw Municipality Hall and the dominika flower there. It was in Aberlow on that day.")
    assert probable_names([one]) == {"dominika", "aberlow"}
    assert probable_names([one, two]) == {"aberlow"}


def test_difficult_words_are_counted_in_lower_case_most_frequent_first():
    text = (
        "Municipality officials met there. The municipality met officials again. The municipality won the vote today."
    )
    assert difficult_word_counts(article(text))[:2] == [("municipality", 3), ("officials", 2)]
    assert "again" not in dict(difficult_word_counts(article(text)))
