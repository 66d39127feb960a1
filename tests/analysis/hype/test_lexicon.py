"""The lexicon's form, its index and the analyst's own entries."""

from itertools import pairwise

import pytest

from components.analysis.hype.context import literal
from components.analysis.hype.lexicon import (
    CATEGORIES,
    FOLDER,
    Entry,
    Lexicon,
    added_entry,
    lexicon,
    read_amplifiers,
    read_entries,
)
from components.analysis.hype.literal import LexiconError
from components.analysis.hype.tokens import tokenise

HEADER = "term,forms,kind,category,strength,needs,not_in,origin\n"


def entry(term, *forms, **changes):
    return Entry(**{"term": term, "forms": (term, *forms), "kind": "promotion", "category": "scale", **changes})


def terms(entries, text):
    return [match.entry.term for match in Lexicon(entries).matches(tokenise(text))]


def test_an_entry_is_read_with_its_forms_and_literal_phrases(tmp_path):
    path = tmp_path / "hype.csv"
    path.write_text(
        HEADER + "Epic,epically| epics ,promotion,scale,hyperbolic,attributive,epic poem|an epic * poem,own\n",
        encoding="utf-8",
    )
    (read,) = read_entries(path)
    assert read == Entry(
        term="epic",
        forms=("epic", "epically", "epics"),
        kind="promotion",
        category="scale",
        strength="hyperbolic",
        needs="attributive",
        not_in=("epic poem", "an epic * poem"),
        origin="own",
    )


@pytest.mark.parametrize(
    "row",
    [
        "epic,,praise,scale,hyperbolic,,,own",
        "epic,,promotion,grandeur,hyperbolic,,,own",
        "epic,,promotion,scale,strong,,,own",
        "epic,,promotion,scale,hyperbolic,noun,,own",
    ],
)
def test_a_row_out_of_form_is_refused_by_name(tmp_path, row):
    path = tmp_path / "hype.csv"
    path.write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="'epic'"):
        read_entries(path)


def test_two_entries_may_not_share_a_form():
    with pytest.raises(LexiconError, match="share the form 'vast'"):
        terms((entry("vast"), entry("immense", "vast")), "x")


def test_a_literal_phrase_must_hold_the_term():
    with pytest.raises(LexiconError, match="does not hold"):
        Lexicon((entry("epic", not_in=("grand poem",)),)).literal_phrases("epic")


def test_a_literal_phrase_with_half_the_term_is_refused_when_it_is_met():
    phrases = Lexicon((entry("grand epic", not_in=("grand old poem",)),)).literal_phrases("grand epic")
    with pytest.raises(LexiconError, match="does not hold"):
        phrases.among(["grand", "old", "poem"])


def test_every_literal_phrase_holds_its_term_and_is_found_among_its_own_words():
    known = lexicon()
    for listed in read_entries():
        phrases = known.literal_phrases(listed.term)
        for phrase in listed.not_in:
            words = tokenise(phrase.replace("*", "whatever")).words
            near = [place for place in phrases.among(words) if len(place.words) == len(words)]
            assert any(all(own in ("*", word) for own, word in zip(p.words, words, strict=True)) for p in near) or any(
                f"{form}'" in phrase for form in listed.forms
            ), (listed.term, phrase)


def test_a_form_must_be_words():
    with pytest.raises(LexiconError, match="must begin and end"):
        terms((entry("#1"),), "x")


def test_other_signs_between_words_must_match_exactly():
    assert terms((entry("24/7"),), "It is open 24/7 now") == ["24/7"]
    assert terms((entry("24/7"),), "It is open 24 7 now") == []
    pair = entry("all singing, all dancing", "all singing all dancing")
    assert terms((pair,), "An all-singing, all-dancing or all singing all dancing show") == [pair.term] * 2
    assert terms((pair,), "They are all singing; all dancing") == []
    assert terms((entry("approx."),), "It is approx. ten") == ["approx."]
    assert terms((entry("must have"),), "A must have, a must\nhave, a must-have, a must, have") == ["must have"] * 3
    assert terms((entry("must-have"),), "A must-have, a must‑have, you must have it, a must, have") == ["must-have"] * 2


def test_an_added_entry_takes_the_place_of_the_houses_own():
    word = next(e for e in read_entries() if e.kind == "promotion" and e.forms[1:] and e.forms[1] == e.term + "s")
    changed = lexicon(((word.forms[1], "alarm", "hyperbolic"),))
    (match,) = changed.matches(tokenise(word.forms[1]))
    assert (match.entry.kind, match.entry.strength, match.entry.origin) == ("alarm", "hyperbolic", "analyst")
    (kept,) = changed.matches(tokenise(word.term))
    assert kept.entry.kind == "promotion"


@pytest.mark.parametrize("added", [("  ", "scale", ""), ("vast", "grandeur", ""), ("vast", "scale", "strong")])
def test_an_added_entry_out_of_form_is_refused(added):
    with pytest.raises(LexiconError):
        added_entry(*added)


def test_the_shipped_lexicon_is_sound():
    house = lexicon()
    assert house.matches(tokenise("x")) == []
    for kind in ("promotion", "alarm", "stance", "absolute", "booster", "hedge"):
        assert any(e.kind == kind for e in house.entries), kind
    assert {e.category for e in house.entries if e.kind == "promotion"} == set(CATEGORIES)
    assert all(e.origin for e in house.entries)
    assert all(e.strength for e in house.entries if e.kind in ("promotion", "alarm"))
    assert ("truly",) in read_amplifiers()
    assert (FOLDER / "hype.csv").stat().st_size < 2_000_000


def test_every_shipped_form_is_found_and_every_literal_phrase_holds():
    house = lexicon()
    for e in house.entries:
        for form in e.forms:
            assert any(m.entry is e for m in house.matches(tokenise(f"x {form} y"))), (e.term, form)
        for phrase in e.not_in:
            tokens = tokenise(f"x {phrase.replace('*', 'q')} y")
            own = [m for m in house.matches(tokens) if m.entry is e]
            assert not own or any(literal(tokens, m, house) for m in own), (e.term, phrase)


def test_every_shipped_form_is_one_word_or_holds_a_telling_pair():
    house = lexicon()
    for e in house.entries:
        for form in e.forms:
            words = tokenise(form).words
            pairs = set(pairwise(words))
            assert words[0] in house.single_words if len(words) == 1 else pairs & house.telling_pairs, form


def test_the_lexicon_is_read_once_however_it_is_asked_for():
    assert lexicon() is lexicon(())
