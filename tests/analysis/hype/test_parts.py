"""Typography, figures, substance and headline cues."""

import pytest

from components.analysis.hype.figures import figures
from components.analysis.hype.headline import CUES, headline_cues
from components.analysis.hype.lexicon import Entry, Lexicon
from components.analysis.hype.substance import substance
from components.analysis.hype.tokens import tokenise
from components.analysis.hype.typography import typography
from components.analysis.model import Article


def marks(text, known=frozenset({"massive"}), article=""):
    return [(m.term, text[m.start : m.end], m.strength) for m in typography(tokenise(text), known, article or text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A great day!", [("exclamation mark", "!", "evaluative")]),
        ("A great day?!! Yes", [("exclamation mark", "?!!", "hyperbolic")]),
        ("A great day???", []),
        ("Yahoo! said on Monday", []),
        ("It was Oliver! (1968) that won", []),
        ("The MASSIVE Britain campaign", []),
        (
            "Up \N{ROCKET}\N{ROCKET} and \N{FIRE}",
            [("emoji", "\N{ROCKET}\N{ROCKET}", "evaluative"), ("emoji", "\N{FIRE}", "evaluative")],
        ),
        ("Ticked \N{CHECK MARK} and \N{COPYRIGHT SIGN} and \N{RIGHTWARDS ARROW}", []),
        ("Join #BigDay and #2 at C# or a&#b", [("hashtag", "#BigDay", "evaluative")]),
        ("It is NOT MASSIVE here", [("capitals", "NOT MASSIVE", "evaluative")]),
        ("NASA and the WHO in NEW YORK met", []),
        ("The IT plan of the US", []),
    ],
)
def test_typography(text, expected):
    assert marks(text) == expected


def test_a_longer_word_in_capitals_counts_if_the_article_writes_it_small():
    assert marks("The PENGUINS won", article="The PENGUINS won. They are penguins.") == [
        ("capitals", "PENGUINS", "evaluative")
    ]
    assert marks("The PENGUINS won") == []
    assert marks("The CARE plan", article="The CARE plan. They care.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It grew by 40% or 12 percent.", ["40%", "12 percent"]),
        ("It cost $3.5 billion, not £1,200 or €4.", ["$3.5 billion", "£1,200", "€4"]),
        ("Some 1,200 workers and two million people came.", ["1,200 workers", "two million"]),
        ("About 300 full-time employees ran 5km.", ["300 full-time employees", "5km"]),
        ("He is 27, and in 2019 on May 3 it was the 4th.", []),
        ("GPT-4 and Covid-19 and Boeing 737 flew.", []),
        ("In the 1990s three of them and two of us came.", []),
        ("It took 18 months.", ["18 months"]),
        ("Sales of 7.4m or 2.8bn came in.", ["7.4m", "2.8bn"]),
        ("The two friends met two dozen others, five per cent of them.", ["two friends", "two dozen", "five per cent"]),
    ],
)
def test_figures_have_a_unit(text, expected):
    assert [text[f.start : f.end] for f in figures(tokenise(text))] == expected


def test_spans_of_time_and_small_counts_are_weak():
    text = "An 18-month deal of 3 years by two friends for 200 homes and five per cent"
    assert [f.is_weak for f in figures(tokenise(text))] == [True, True, True, False, False]


def pieces(text):
    return [(s.kind, text[s.start : s.end]) for s in substance(Article(id="a", source="s", text=text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan is dead, Ann Rao said on Tuesday.", [("attribution", "said")]),
        ("The plan is dead, said Ann Rao of the ministry.", [("attribution", "said")]),
        ("The plan is dead, he said on the day.", [("attribution", "said")]),
        ("The plan is dead, the ministry said on the day.", [("attribution", "said")]),
        ("It fell according to Reuters on the day.", [("attribution", "according to")]),
        ("The plan is dead, sources said on the day.", []),
        ("Officials said that the plan is dead now.", []),
        ("In Rome he was told that the plan is dead.", []),
        ("The United States from then on had no plan.", []),
        ("It fell according to sources close to it.", []),
        ("The sum rose by 40% on the day.", [("figure", "40%")]),
        ('They had "no idea at all" of the "plan" there.', [("quotation", "no idea at all")]),
    ],
)
def test_substance_is_figures_named_sources_and_quotations(text, expected):
    assert pieces(text) == expected


ENTRIES = Lexicon(
    (
        Entry(
            term="epic",
            forms=("epic",),
            kind="promotion",
            category="scale",
            strength="hyperbolic",
            not_in=("epic poem",),
        ),
        Entry(term="horror", forms=("horror",), kind="alarm", strength="hyperbolic"),
    )
)


def cues(title):
    return [cue.name for cue in headline_cues(title, ENTRIES)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Council approves budget after long debate", []),
        ("", []),
        ("Take your pick", ["second person"]),
        ("17 simple tricks to sleep", ["numbered list", "generic noun"]),
        ("The 12 cats that won", ["numbered list"]),
        ("12 soldiers killed in blast", []),
        ("Why the council fell", ["wh-word first"]),
        ("Council asks why budget fell", []),
        ("Here’s a council", ["this or these"]),
        ("Here are councils", ["this or these"]),
        ("A really long debate", ["intensifier"]),
        ("Every council in town", ["totality"]),
        ("Epic debate", ["hype word"]),
        ("An epic poem found", []),
        ("Councils should meet", ["modal"]),
        ("The oldest council", ["superlative"]),
        ("Arrest in the forest near Budapest", []),
        ("A night of horror", ["alarm word"]),
    ],
)
def test_headline_cues(title, expected):
    assert cues(title) == expected


def test_cues_come_once_each_in_their_order_with_their_place():
    title = "What your best friends should really know: this and every epic thing, your horror, your 3 ways"
    found = headline_cues(title, ENTRIES)
    assert [c.name for c in found] == [c for c in CUES if c != "numbered list"]
    assert title[found[0].start : found[0].end] == "your"


def test_capitals_are_no_cue():
    assert cues("COUNCIL APPROVES BUDGET!") == cues("Council Approves Budget") == []
