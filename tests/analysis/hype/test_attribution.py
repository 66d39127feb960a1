"""What is reported as somebody else's words does not count for the author, and what only looks so does."""

import pytest

from components.analysis.hype.hits import find_hits
from components.analysis.hype.lexicon import Entry, Lexicon
from components.analysis.model import Article, Settings

LEXICON = Lexicon(
    (Entry(term="dazzling", forms=("dazzling",), kind="promotion", category="quality", strength="hyperbolic"),)
)


def reason(text):
    (hit,) = find_hits(Article(id="a", source="s", text=text), Settings(), LEXICON)
    assert hit.voice == "author"
    assert hit.counted == (hit.reason == "hyperbolic")
    return hit.reason


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Members heard that the dazzling plan would cost little.", "heard"),
        ("It was agreed that the dazzling engine was late.", "agreed"),
        ("The company announced on Monday that its dazzling train was late.", "announced"),
        ("The paper told its many readers that the dazzling hall was shut.", "told"),
        ("Mr Reiss reported dazzling numbers for the spring.", "reported"),
        ("Experts say the dazzling engine could come soon.", "say"),
        ("The chair said that the band was late and that the singer was dazzling.", "said"),
        ("The mayor hailed a dazzling win for the town.", "hailed"),
        ("The critic called it the most dazzling play of the year.", "called"),
        ("She opened what she described as a dazzling hall.", "described"),
        ("The chair paid tribute to the director, whose dazzling work lives on.", "tribute to"),
        ("Visitors found the garden dazzling and the tea cold.", "found"),
        ("It was felt to be a dazzling piece of work.", "felt"),
        ("She is seen by investors as a dazzling leader.", "seen"),
        ("She is seen by Ann Rao as a peer of Bo Ek (Ekma), a dazzling leader.", "seen"),
        ("He was hailed as a dazzling leader by the mayor.", "hailed"),
        ("The engine is dazzling, the company said on Tuesday.", "said"),
        ("The engine is dazzling, said Ann Rao, its designer.", "said"),
        ("The engine is dazzling, according to the ministry.", "according to"),
        ("According to the ministry, the engine is dazzling.", "according to"),
    ],
)
def test_reported_words_are_somebody_elses(text, verb):
    assert reason(text) == f"attributed: {verb}"


@pytest.mark.parametrize(
    "text",
    [
        "The company announced a phone that is dazzling to hold.",
        "Velorail today announced a dazzling new train for the line.",
        "She is widely seen as a dazzling leader in her field.",
        "He was hailed as a dazzling leader by 2020 in his field.",
        "The party called for a dazzling review of the rules.",
        "We believe the dazzling engine will do it.",
        "The engine is dazzling, according to sources close to it.",
        "In a dazzling move, Ms Ito said she would resign from the board next week after talks.",
        "Ms Ito said the firm would move, a dazzling coup for the town.",
        "Ms Ito said the firm would move, but the dazzling rival stays.",
        "Say yes to a dazzling engine for the home.",
        "It should be noted that the dazzling engine is late.",
        "Needless to say, the engine is dazzling and loud.",
        "That said, the dazzling engine is a joy to hear.",
        "The so-called dazzling engine is late again.",
        "Reports of a dazzling engine came from the town.",
        "The mayor, who praised the staff, opened a dazzling hall.",
        "The mayor said so; the hall is dazzling all the same.",
        '"It is good for us," the mayor said, opening the dazzling hall.',
        '"It is good for us," said Ann Rao, the dazzling mayor.',
        "Doctors, who waited for such a dazzling drug, were said to be pleased.",
        "It is said to be a dazzling hall by the sea.",
    ],
)
def test_the_authors_own_words_stay_the_authors(text):
    assert reason(text) == "hyperbolic"
