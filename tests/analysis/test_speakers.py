"""Who is quoted, and how: named by the text or not, one person once, the mask and the lists of the story in force."""

import pytest

from components.analysis.model import Article, Settings
from components.analysis.speakers import UNNAMED, speakers
from components.analysis.word_lists import mute

TEXT = (
    "“The plan is breathtaking for all of us,” said Ann Rao on Tuesday. The council met at noon. "
    "“It is a terrible disaster for the whole town,” said Bo Ek, a fisherman.\n\n"
    "“We will start in the spring of next year,” Rao said.\n\n"
    "It was a “breathtaking” plan. “Nobody has asked the people of the harbour.”"
)


def found(text=TEXT, settings=None):
    return {s.name: s for s in speakers(Article(id="a", source="s", text=text), settings or Settings())}


def test_each_speaker_has_the_tone_and_the_hype_of_their_own_words():
    by_name = found()
    assert set(by_name) == {"Ann Rao", "Bo Ek", UNNAMED}
    assert by_name["Bo Ek"].tone < -0.2
    assert (by_name["Ann Rao"].n_hype, by_name["Bo Ek"].n_hype) == (1, 0)


def test_a_surname_is_the_person_named_in_full():
    assert (found()["Ann Rao"].quotes, found()["Ann Rao"].n_words) == (2, 8 + 9)
    assert "Rao" not in found()


def test_a_surname_that_two_share_stays_a_surname():
    text = "“The plan is late,” said Ann Rao. “It is early now,” said Bo Rao. “We go home now,” Rao said."
    assert {"Ann Rao", "Bo Rao", "Rao"} <= set(found(text))


def test_without_a_name_quotations_are_kept_apart_and_last():
    assert found()[UNNAMED].quotes == 1
    assert [s.name for s in speakers(Article(id="a", source="s", text=TEXT), Settings())][-1] == UNNAMED
    assert found("The council met at noon on Tuesday.") == {}


def test_the_storys_lists_hold_for_speakers_too():
    assert found(settings=mute(Settings(), "breathtaking"))["Ann Rao"].n_hype == 0
    text = "“It is a day of great intelligence,” said Ann Rao."
    assert found(text)["Ann Rao"].tone < found(text, Settings(mask=False))["Ann Rao"].tone


@pytest.mark.parametrize("text", ["", "“”", "“One two.”"])
def test_hardly_any_speech_is_no_speaker(text):
    assert found(text) == {}
