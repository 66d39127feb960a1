from hypothesis import given
from hypothesis import strategies as st

from components.analysis.sentences import split_sentences


@given(st.text())
def test_offsets_hold_for_any_text(text):
    reached = 0
    for index, s in enumerate(split_sentences(text)):
        assert text[s.start : s.end] == s.text
        assert s.index == index
        assert reached <= s.start < s.end
        reached = s.end
