"""Each context rule: a sentence that counts, and its twin that must not (or the other way round)."""

import time

import pytest

from components.analysis.hype.hits import find_hits
from components.analysis.hype.lexicon import Entry, Lexicon
from components.analysis.model import Article, Settings


def entry(term, *forms, kind="promotion", category="quality", strength="evaluative", needs="", not_in=()):
    return Entry(
        term=term, forms=(term, *forms), kind=kind, category=category, strength=strength, needs=needs, not_in=not_in
    )


LEXICON = Lexicon(
    (
        entry(
            "revolutionary",
            category="novelty",
            strength="hyperbolic",
            not_in=("revolutionary war", "the revolutionary * army"),
        ),
        entry("cutting-edge", category="novelty"),
        entry("game-changer", "game-changers", category="importance", strength="hyperbolic"),
        entry("brilliant"),
        entry("massive", category="scale"),
        entry("efficient", category="utility"),
        entry("moonshot", category="novelty"),
        entry("key", category="importance", needs="attributive"),
        entry("discover", category="call to action", needs="imperative"),
        entry("paradigm shift", category="novelty", strength="hyperbolic"),
        entry("shift", category="novelty"),
        entry("herculean", category="scale"),
        entry("catastrophe", kind="alarm", category=""),
        entry("regrettably", kind="stance", category="", strength=""),
        entry("of course", kind="absolute", category="", strength=""),
        entry("clearly", kind="booster", category="", strength=""),
        entry("perhaps", kind="hedge", category="", strength=""),
    ),
    amplifiers=frozenset({("truly",), ("nothing", "less", "than")}),
)


PLAIN = Settings()


def found(text, settings=PLAIN):
    return find_hits(Article(id="a", source="s", text=text), settings, LEXICON)


def reasons(text, settings=PLAIN):
    return {hit.text: hit.reason for hit in found(text, settings)}


def only(text):
    (hit,) = found(text)
    return hit.counted, hit.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The new engine is revolutionary in every way.", "hyperbolic"),
        ("The firm has a truly brilliant plan for the town.", "amplified by truly"),
        ("It was nothing less than brilliant in the end.", "amplified by nothing less than"),
        ("The firm has a BRILLIANT plan for the town.", "amplified by capitals"),
        ("The firm has a brilliant plan for the town.", "gratuitous"),
        ("The firm is no longer short of a brilliant plan.", "gratuitous"),
        ("This isn't just a brilliant plan for the town.", "gratuitous"),
        ("This isn’t just a brilliant plan for the town.", "gratuitous"),
        ("It won't just be a brilliant plan for the town.", "gratuitous"),
        ("It is not only a brilliant plan for the town.", "gratuitous"),
        ("Nobody came, and yet a brilliant plan was made.", "gratuitous"),
        ("It has never been this brilliant in the town.", "gratuitous"),
        ("It was a massive shock rather than a surprise.", "gratuitous"),
        ("It was massive according to sources close to them.", "gratuitous"),
        ("The plan is more than just brilliant to them.", "gratuitous"),
        ("It will be more efficient than ever before.", "gratuitous"),
        ("A brilliant founder at just 27 took over there.", "gratuitous"),
        ("A brilliant founder ran it for 18 years there.", "gratuitous"),
        ("They will never forget the brilliant plan of hers.", "gratuitous"),
        ("She had a brilliant plan; the town has 400 homes.", "gratuitous"),
        ("A brilliant plan, he said: This study is over.", "gratuitous"),
        ("It was a Herculean task for the town.", "gratuitous"),
        ("The town went further to be brilliant than asked.", "gratuitous"),
        ("A brilliant plan made by two friends came out there.", "gratuitous"),
        ("A brilliant rival of GPT-4 came out there.", "gratuitous"),
        ("A brilliant plan, new research suggests to us.", "gratuitous"),
        ("They may not, in the end, need a brilliant plan.", "gratuitous"),
        ("In May the brilliant plan was shown to them.", "gratuitous"),
        ("It was a “brilliant” plan for the town.", "gratuitous"),
        ("In the long term brilliant plans are made.", "gratuitous"),
    ],
)
def test_what_counts_and_why(text, reason):
    assert [(h.counted, h.reason) for h in found(text)] == [(True, reason)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The firm saw massive growth of 40% in a year.", "a figure gives grounds"),
        ("The firm saw a massive loss of $3 billion there.", "a figure gives grounds"),
        ("A massive fire destroyed 200 homes in the town.", "a figure gives grounds"),
        ("The engine is more efficient than its rivals are.", "a comparison gives grounds"),
        ("It is a bigger game-changer than the engine is.", "a comparison gives grounds"),
        ("The engine is efficient compared with its rivals.", "a comparison gives grounds"),
        ("The drug is efficient, a study in the Lancet found.", "a named study gives grounds"),
        ("The plan may be brilliant in the long run.", "hedged by may"),
        ("They showed a potential game-changer to the press.", "hedged by potential"),
        ("The plan is not brilliant in any way.", "negated"),
        ("It is not about a technical paradigm shift at all.", "negated"),
        ("It isn't a brilliant plan for the town.", "negated"),
        ("They came without a brilliant plan for the town.", "negated"),
        ("He works for the Brilliant Institute in the town.", "part of a name"),
        ("Plans such as Slow, Brilliant and Dear were drawn.", "part of a name"),
        ("The board chose “Brilliant” for a name of it.", "a name in quotation marks"),
        ('The board chose "Moonshot," a plan of theirs.', "a name in quotation marks"),
        ("They do not like the term paradigm shift for it.", "spoken of as a term"),
        ("The song has the word “brilliant” twice in it.", "spoken of as a word"),
        ("She said that the plan was brilliant to her.", "attributed: said"),
        ("He fought in the revolutionary war for years.", "literal sense: revolutionary war"),
        ("He led the revolutionary people's army for years.", "literal sense: the revolutionary people's army"),
        ("They said the key was under the mat.", "needs a noun after it"),
        ("Scientists hope to discover a vaccine this year.", "needs an imperative"),
    ],
)
def test_what_does_not_count_and_why(text, reason):
    assert [(h.counted, h.reason) for h in found(text)] == [(False, reason)]


def test_a_needed_noun_and_a_needed_imperative():
    assert only("She was the key figure in the town.") == (True, "gratuitous")
    assert only("Discover the joys of the town today.") == (True, "gratuitous")
    assert only("Come along: discover the joys of the town.") == (True, "gratuitous")
    assert only("With it you can discover a lot more.") == (True, "gratuitous")


def test_hits_beside_each_other_are_stacked_and_an_excluded_one_stacks_with_nothing():
    assert reasons("It is a massive, efficient machine for them.") == {
        "massive": "stacked with efficient",
        "efficient": "stacked with massive",
    }
    assert reasons("It is not massive but efficient to them.") == {"massive": "negated", "efficient": "gratuitous"}
    assert reasons("It was massive and it was in the end efficient.")["massive"] == "gratuitous"


def test_the_name_rule_is_off_in_title_case():
    assert reasons("How The Brilliant Moonshot Will Win Big Soon.") == {
        "Brilliant": "stacked with moonshot",
        "Moonshot": "stacked with brilliant",
    }


def test_a_capital_at_the_start_is_a_name_only_if_the_text_shows_it_is():
    assert only("Brilliant Smith took the prize on Tuesday.") == (True, "gratuitous")
    text = "Brilliant Earth sold rings on Tuesday. Buyers like what Brilliant Earth sells to them."
    assert [h.reason for h in found(text)] == ["part of a name", "part of a name"]


def test_speech_is_not_the_authors_and_scare_quotes_are():
    spoken, scare = found('"This plan is brilliant for us," said Ann Rao. It was a "brilliant" plan for the town.')
    assert (spoken.counted, spoken.reason, spoken.voice) == (False, "quoted", "quoted")
    assert (scare.counted, scare.reason, scare.voice) == (True, "gratuitous", "author")


def test_quoted_and_negated_says_negated():
    (hit,) = found('"The plan is not brilliant for us," said Ann Rao.')
    assert (hit.reason, hit.voice) == ("negated", "quoted")


def test_a_hyphen_of_a_form_must_stand_in_the_text_a_space_may_be_one():
    assert [h.term for h in found("They came with a cutting edge for the grass.")] == []
    assert [h.term for h in found("A paradigm-shift came.")] == ["paradigm shift"]


def test_the_longest_form_wins():
    assert [h.term for h in found("A paradigm shift and a cutting-edge shift came.")] == [
        "paradigm shift",
        "cutting-edge",
        "shift",
    ]
    assert [h.term for h in found("A paradigm, shift and so on it went.")] == ["shift"]


@pytest.mark.parametrize(
    "text",
    [
        "The low-key talks went on for hours.",
        "See www.brilliant.com for more of it.",
        "It is a non-brilliant plan of theirs.",
        "Write to @brilliant for more of it.",
    ],
)
def test_part_of_a_compound_or_an_address_is_no_candidate(text):
    assert found(text) == ()


def test_the_other_kinds_count_in_any_context_but_not_in_speech():
    text = 'Of course the plan may not clearly work, perhaps, regrettably. "Of course it may," she said.'
    assert [(h.kind, h.counted) for h in found(text)] == [
        ("absolute", True),
        ("booster", True),
        ("hedge", True),
        ("stance", True),
        ("absolute", False),
    ]


def test_offsets_are_the_articles():
    article = Article(
        id="a", source="s", text="A first paragraph stands here.\n\nThe brilliant plan was a catastrophe!!"
    )
    got = find_hits(article, Settings(), LEXICON)
    assert [h.text for h in got] == ["brilliant", "catastrophe", "!!"]
    assert all(article.text[h.start : h.end] == h.text for h in got)
    assert {h.sentence_index for h in got} == {1}


def test_the_analyst_mutes_by_term_or_form():
    text = "These game-changers are brilliant to them!!"
    assert reasons(text, Settings(muted=("Game-Changer", "exclamation mark"))) == {
        "game-changers": "muted by the analyst",
        "brilliant": "gratuitous",
        "!!": "muted by the analyst",
    }


def test_headings_and_fragments_are_not_measured():
    assert found("BRILLIANT PLAN\n\nThe council met at noon to read the report.\n\nBrilliant stuff.") == ()


def test_time_is_linear_in_a_hostile_text():
    def seconds(n):
        text = "not massive brilliant Revolutionary MASSIVE, 3 x of a ?!? # they said by as, " * n
        start = time.process_time()
        found(text)
        return time.process_time() - start

    seconds(20)
    small, large = (min(seconds(n) for _ in range(3)) for n in (200, 1600))
    assert large < 24 * small
