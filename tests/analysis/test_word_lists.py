"""An analyst's word lists: what is taken, what is refused with which words, and what a number does."""

from dataclasses import replace

import pytest

from components.analysis import word_lists
from components.analysis.hype.hits import hits
from components.analysis.measures.hype import MEASURE as HYPE
from components.analysis.measures.tone import MEASURE as TONE
from components.analysis.methods import methods_markdown, settings_dict
from components.analysis.model import Article, Settings, Story
from components.analysis.story_json import settings_from_dict, settings_to_dict
from components.analysis.tone_drivers import word_drivers
from components.analysis.tone_scoring import listed_terms, neutral_terms

PLAIN = Settings()
TEXT = "The visionary board met in a gleamish hall and praised the intelligence of the war effort."


def story(settings):
    return Story(id="s", title="S", articles=(Article(id="a", source="s", text=TEXT),), settings=settings)


def value(measure, column, settings):
    found = measure.compute(story(settings))
    return next(m for m in found if m.column == column and m.sentence_index is None)


def test_an_added_entry_counts_with_its_category_and_strength_and_says_whose_it_is():
    settings = word_lists.add_entry(PLAIN, "  Gleamish ", "quality", "hyperbolic")
    assert settings.added == (("gleamish", "quality", "hyperbolic"),)
    assert value(HYPE, "hype_per_1000_words", settings).numerator == 2
    assert value(HYPE, "hype_per_1000_words", PLAIN).numerator == 1
    (hit,) = (h for h in hits(story(settings).articles[0], settings) if h.term == "gleamish")
    assert (hit.category, hit.strength, hit.reason) == ("quality", "hyperbolic", "hyperbolic, added by the analyst")
    assert word_lists.remove_entry(settings, "gleamish") == PLAIN


def test_an_entry_given_anew_takes_the_place_of_the_old_one():
    settings = word_lists.add_entry(PLAIN, "gleamish", "quality", "hyperbolic")
    settings = word_lists.add_entry(settings, "gleamish", "alarm", "evaluative")
    assert settings.added == (("gleamish", "alarm", "evaluative"),)
    assert value(HYPE, "alarm_per_1000_words", settings).numerator == 1


def test_an_entry_of_the_lexicon_can_be_given_another_category():
    settings = word_lists.add_entry(PLAIN, "visionary", "importance", "evaluative")
    assert value(HYPE, "hype_importance_per_1000_words", settings).numerator == 1
    assert value(HYPE, "hype_per_1000_words", settings).numerator == 1


def test_muting_leaves_an_entry_out_and_adding_it_brings_it_back():
    settings = word_lists.mute(PLAIN, "Visionary")
    assert value(HYPE, "hype_per_1000_words", settings).numerator == 0
    assert word_lists.unmute(settings, "visionary") == PLAIN
    assert word_lists.add_entry(settings, "visionary", "quality", "hyperbolic").muted == ()


def test_a_neutral_term_of_ones_own_is_masked_and_one_of_the_list_can_be_scored_again():
    own = word_lists.add_neutral(PLAIN, "War effort")
    assert own.neutral == ("war effort",)
    assert value(TONE, "tone", own).value > value(TONE, "tone", PLAIN).value
    scored = word_lists.remove_neutral(PLAIN, "intelligence")
    assert scored.not_neutral == ("intelligence",)
    assert value(TONE, "tone", scored).value > value(TONE, "tone", PLAIN).value
    assert {d.word: d.masked for d in word_drivers(story(scored).articles[0], scored)}["intelligence"] is False
    assert word_lists.remove_neutral(own, "war effort") == word_lists.add_neutral(scored, "intelligence") == PLAIN
    for settings in (PLAIN, own, scored):
        assert value(TONE, "tone_raw", settings).value == value(TONE, "tone_raw", PLAIN).value


def test_without_the_mask_nothing_is_neutral():
    settings = replace(word_lists.add_neutral(PLAIN, "war"), mask=False)
    assert value(TONE, "tone", settings).value > value(TONE, "tone", PLAIN).value
    assert not any(d.masked for d in word_drivers(story(settings).articles[0], settings))


def test_the_lists_own_terms_are_masked_unless_taken_away():
    words, phrases = listed_terms()
    assert neutral_terms(PLAIN).words == words
    word, phrase = min(words), min(phrases)
    less = Settings(not_neutral=(word, phrase))
    assert neutral_terms(less).words == words - {word}
    assert not neutral_terms(less).phrases.search(phrase)
    assert neutral_terms(PLAIN).phrases.search(phrase)


ADDED = Settings(
    added=(("gleamish", "quality", "hyperbolic"),), muted=("visionary",), neutral=("war",), not_neutral=("trust",)
)


@pytest.mark.parametrize(
    ("change", "arguments", "message"),
    [
        (word_lists.add_entry, ("  ", "quality", "hyperbolic"), "Write a word or phrase first"),
        (word_lists.add_entry, ("!!", "quality", "hyperbolic"), "Write a word or phrase first"),
        (word_lists.add_entry, ("(gleam)", "quality", "hyperbolic"), "without signs around them"),
        (word_lists.add_entry, ("gleam " * 9, "quality", "hyperbolic"), "at most 8 words"),
        (word_lists.add_entry, ("g" * 81, "quality", "hyperbolic"), "80 characters"),
        (word_lists.add_entry, ("gleam", "colour", "hyperbolic"), "no category"),
        (word_lists.add_entry, ("gleam", "quality", "loud"), "no strength"),
        (word_lists.add_entry, ("gleamish", "quality", "hyperbolic"), "in your list already, as quality, hyperbolic"),
        (word_lists.add_entry, ("breathtaking", "quality", "hyperbolic"), "in the lexicon already"),
        (word_lists.mute, ("zorbish",), "no entry of the lexicon"),
        (word_lists.mute, ("visionary",), "muted already"),
        (word_lists.add_neutral, ("table",), "VADER has no value for “table”"),
        (word_lists.add_neutral, ("war",), "masked already"),
        (word_lists.add_neutral, ("united",), "masked already"),
        (word_lists.remove_neutral, ("table",), "no neutral term"),
        (word_lists.remove_neutral, ("trust",), "taken from the list already"),
    ],
)
def test_what_is_refused_says_what_to_do(change, arguments, message):
    with pytest.raises(ValueError, match=message):
        change(ADDED, *arguments)


@pytest.mark.parametrize("mark", ["emoji", "exclamation mark", "second person"])
def test_typography_and_headline_cues_can_be_muted(mark):
    assert word_lists.mute(PLAIN, mark).muted == (mark,)


def test_a_list_has_an_end():
    full = Settings(muted=tuple(f"m{i}" for i in range(word_lists.MOST_TERMS)))
    with pytest.raises(ValueError, match="500 terms"):
        word_lists.mute(full, "visionary")


def test_the_lists_are_told_in_words_and_go_with_the_bundle_and_its_hash():
    assert word_lists.changes(PLAIN) == ()
    lines = word_lists.changes(replace(ADDED, mask=False))
    assert lines[0] == "Neutral terms are not masked."
    assert "Added entries: gleamish (quality, hyperbolic)." in lines
    told = methods_markdown(story(ADDED))
    assert "- Muted entries: visionary." in told
    assert word_lists.digest(ADDED) in told
    assert settings_dict(story(ADDED))["story"]["settings_sha256"] == word_lists.digest(ADDED)
    assert settings_from_dict(settings_to_dict(ADDED)) == ADDED


def test_the_hash_follows_what_is_in_the_lists_not_the_order_it_came_in():
    one, other = Settings(muted=("a", "b")), Settings(muted=("b", "a"))
    assert word_lists.digest(one) == word_lists.digest(other) != word_lists.digest(PLAIN)


def test_lists_that_nothing_can_be_measured_with_are_told_apart():
    assert word_lists.checked(ADDED) is ADDED
    for bad in ((("gleam", "colour", "hyperbolic"),), (("--", "quality", "hyperbolic"),), (("gleam", "quality", "x"),)):
        with pytest.raises(ValueError, match="added lexicon entry cannot be used"):
            word_lists.checked(Settings(added=bad))
