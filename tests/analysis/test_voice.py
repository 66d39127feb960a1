"""Voice: what is quoted, and who says it."""

import pytest

from components.analysis.sentences import split_sentences


def quoted(text):
    return [(text[q.start : q.end], q.speaker) for s in split_sentences(text) for q in s.quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” she said.", ["We won,"]),
        ('"We won," she said.', ["We won,"]),
        ("`` We won , '' she said.", ["We won ,"]),
        ("«We won», she said.", ["We won"]),
        ("„We won“, she said.", []),  # the closing mark opens in English: nothing is guessed
        ("‘We won,’ she said.", ["We won,"]),
        ("'We won,' she said.", ["We won,"]),
        ("It was a so-called “free” gift.", ["free"]),
        ("“I heard him say ‘no’ twice,” she said.", ["I heard him say ‘no’ twice,"]),
        ("‘I heard him say “no” twice,’ she said.", ["I heard him say “no” twice,"]),
        ('“We won," she said.', ["We won,"]),
        ('He said "yes." Then he said "no" again.', ["yes.", "no"]),
        ("The workers’ rights and the children’s don’t count in the ’90s.", []),
        ("The workers' rights and rock 'n' roll didn't count in the '90s.", []),
        ('The 27" screen and the 5\'10" man.', []),
        ("An empty “” pair.", []),
        ("‘The workers’ rights are safe,’ he said.", ["The workers’ rights are safe,"]),
    ],
)
def test_what_stands_between_marks_is_quoted(text, expected):
    assert [q for q, _ in quoted(text)] == expected


def test_a_quotation_of_several_sentences_marks_each():
    text = "“We tried. We failed. It rained,” said Ana Ruiz."
    assert quoted(text) == [("We tried.", "Ana Ruiz"), ("We failed.", "Ana Ruiz"), ("It rained,", "Ana Ruiz")]


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_once():
    text = "Ana Ruiz told the council: “We tried.\n\n“We failed. It rained.\n\n“We go on.”\n\nNobody clapped."
    assert quoted(text) == [(q, "Ana Ruiz") for q in ("We tried.", "We failed.", "It rained.", "We go on.")]


@pytest.mark.parametrize("mark", ["“", '"', "‘", "'", "``"])
def test_a_mark_left_open_swallows_nothing(mark):
    text = f"He spoke of {mark}freedom and left. The hall was full.\n\nThe council met on Monday. It rained."
    assert quoted(text) == []


def test_a_mark_left_open_does_not_swallow_the_quotation_behind_it():
    assert quoted("He spoke of “freedom and left. She called it “a shame” later.") == [("a shame", "")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We won,” Ana Ruiz said.", "Ana Ruiz"),
        ("“We won,” said Ana Ruiz.", "Ana Ruiz"),
        ("“We won,” Ruiz, the mayor, told reporters.", "Ruiz"),
        ("“We won,” said the town’s mayor, Ana Ruiz.", "Ana Ruiz"),
        ("“We won,” chief executive Tim Berg later added.", "Tim Berg"),
        ("“We won”, said Mr. Berg.", "Mr. Berg"),
        ("“Did we win?” asked Ludwig van den Berg.", "Ludwig van den Berg"),
        ("“We won,” according to Ana Ruiz.", "Ana Ruiz"),
        ("According to Ana Ruiz, the town has “won a battle” there.", "Ana Ruiz"),
        ("Ruiz said: “We won.”", "Ruiz"),
        ("Ruiz told reporters on Monday, “We won.”", "Ruiz"),
        ("Ruiz called the vote “a victory for all” on Monday.", "Ruiz"),
        ("The White House said it was “ready to talk” again.", "White House"),
        ("“We won,” she said.", ""),
        ("“We won,” the company said Monday.", ""),
        ("She told Reuters: “We won.”", ""),
        ("“We won.” Ruiz said nothing more.", ""),
        ("Ana Ruiz left. “We won” stood on the wall.", ""),
    ],
)
def test_the_speaker_is_the_one_whom_the_text_names_beside_the_quotation(text, speaker):
    assert {s for _, s in quoted(text)} == {speaker}


def test_a_name_between_two_parts_speaks_both():
    text = "“We won,” says Ruiz. “We go on.” “They lost,” said Berg."
    assert [s for _, s in quoted(text)] == ["Ruiz", "Ruiz", "Berg"]
