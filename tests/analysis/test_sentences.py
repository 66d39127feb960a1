"""Sentences: where they end, of what kind they are, and that offsets always hold."""

import json
import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.model import Article
from components.analysis.sentences import split_sentences

# Each entry is one text as the sentences it consists of, set one after the other with a space between.
RUNNING = {
    "plain": ["The ship left at dawn.", "Nobody waved."],
    "question": ["Who paid for it?", "The town did."],
    "exclamation": ["What a mess!", "Clean it up."],
    "several marks": ["Really?!", "Yes!!", "Fine."],
    "country": ["Exports to the U.S. rose again.", "Imports fell."],
    "country at the end": ["She moved to the U.S.", "He stayed behind."],
    "country before a name": ["He works for the U.S. Treasury in Ohio."],
    "doctor": ["Dr. Lena Ortiz runs the clinic.", "It is small."],
    "titles in a row": ["Prof. Dr. Braun met Gen. Okafor and Sen. Li.", "They spoke briefly."],
    "percentage": ["Prices rose 3.5 percent in May.", "Wages did not."],
    "money": ["The deal is worth $1.2 billion.", "It closes in June."],
    "version": ["Version 2.0.1 is out.", "It fixes 3 bugs."],
    "year at the end": ["It began in 2016.", "Nobody noticed."],
    "number begins": ["It closed.", "20 people lost their jobs."],
    "initials": ["J. R. Hartley wrote it.", "She edited it."],
    "middle initial": ["Anna K. Berg won the seat.", "Her rival conceded."],
    "pronoun I": ["It was only you and I.", "Did anyone see us?"],
    "lettered thing": ["They turned to plan B.", "It failed too."],
    "company": ["The buyer is Acme Inc. of Boston.", "The seller is not named."],
    "company at the end": ["She sold it to Acme Corp.", "They kept the name."],
    "company before a name": ["He joined Acme Inc. Chief Executive Ann Lee said so."],
    "junior": ["Ken Griffey Jr. hit it out.", "We cheered."],
    "saint": ["St. Mary's stands on Main St. near the river."],
    "etcetera": ["Bring pens, paper, etc.", "Lunch is free."],
    "latin": ["Some metals, e.g. Nickel, i.e. Ni, are scarce.", "Others are not."],
    "versus": ["It is Smith v. Jones all over again.", "Nobody wins."],
    "clock": ["The train left at 5 p.m. on Monday.", "It was late."],
    "clock at the end": ["We met at 9 a.m.", "The talks took all day."],
    "clock before a day": ["It opens at 8 a.m. Friday for members."],
    "clock before a name": ["At 7 a.m. Mrs. Dale called."],
    "month": ["It ends on Jan. 5 this year.", "Then we rest."],
    "number sign": ["Room No. 7 is locked.", "Use No. 8 instead."],
    "answer no": ["I asked him and he said no.", "Then he left."],
    "page": ["See p. 12 and fig. 3 for more.", "Skip the rest."],
    "degree": ["She holds a Ph.D. in physics.", "He holds none."],
    "ellipsis goes on": ["He was ... well, not quite himself."],
    "ellipsis ends": ["And then nothing...", "The line was dead."],
    "one-character ellipsis": ["And then nothing…", "The line was dead."],
    "ellipsis cut out": ["The report [...] Names nobody, he said."],
    "quotation ends": ["She said, “It is over.”", "He nodded."],
    "quotation reported": ["“It is over.” she said, and left.", "He nodded."],
    "question reported": ["“Is it over?” he asked.", "She nodded."],
    "question reported by name": ["“Is it over?” Anna Berg asked.", "She nodded."],
    "straight quotation": ['He called it "a scandal."', "Nobody laughed."],
    "quotation of two": ["“We tried.", "We failed,” he said."],
    "single quotation": ["‘It works.’ he said.", "It did."],
    "parentheses": ["The dog (He is called Rex.) barked.", "We ran."],
    "sentence in parentheses": ["We ran.", "(The dog was fast.)", "We hid."],
    "address": ["Write to ann.lee@mail.example.org.", "I read everything."],
    "link": ["See https://news.example.org/a.b/c.html.", "It explains all."],
    "domain": ["The site example.com is down.", "Try later."],
    "brand in small letters": ["Sales fell.", "iPhone owners did not care."],
    "exclaiming name": ["She left Yahoo! in May.", "He stayed."],
    "reference": ["The river is long.[12]", "It floods."],
    "emoji behind": ["We won! 🎉🎉", "Thanks to all."],
    "semicolon": ["It rained; we stayed; nobody minded."],
    "number abbreviation": ["It is registered as Nº. 12.100 there.", "Nobody checks."],
}


@pytest.mark.parametrize("expected", RUNNING.values(), ids=RUNNING.keys())
def test_running_text_ends_where_its_sentences_end(expected):
    assert [s.text for s in split_sentences(" ".join(expected))] == expected


def test_all_published_golden_rules_hold(gold):
    rules = [json.loads(line) for line in (gold / "sentence_golden_rules/golden_rules_en.jsonl").open(encoding="utf-8")]
    wrong = [r["text"] for r in rules if [s.text for s in split_sentences(r["text"])] != r["sentences"]]
    assert len(rules) == 48
    assert not wrong


def test_a_space_lost_in_copying_does_not_glue_sentences():
    assert len(split_sentences("The price rose.The buyers left.")) == 2
    assert len(split_sentences("It runs on Node.js and ASP.Net here.")) == 1


def kinds(text):
    return [(s.kind, s.text) for s in split_sentences(text)]


def test_headings_and_items_end_a_sentence_without_a_full_stop():
    text = (
        "# The plan\n\nThe council met on Monday and agreed on three things:\n\n"
        "• A new bridge\n• Two more buses. They run at night.\n- a park\n\n"
        "What it costs\n\nNobody knows yet.\n"
    )
    assert kinds(text) == [
        ("heading", "The plan"),
        ("prose", "The council met on Monday and agreed on three things:"),
        ("item", "A new bridge"),
        ("item", "Two more buses."),
        ("item", "They run at night."),
        ("item", "a park"),
        ("heading", "What it costs"),
        ("prose", "Nobody knows yet."),
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("🚀 Why the Bridge Matters", "Why the Bridge Matters"),
        ("🔎 Who Pays for the Bridge?", "Who Pays for the Bridge?"),
        ("1. The Council Doubles Down", "The Council Doubles Down"),
        ("• Traffic Moves Away", "Traffic Moves Away"),
        ("## What comes next?", "What comes next?"),
        ("**Background**", "Background"),
        ("What happens next?", "What happens next?"),
        ("Here’s Why Nobody Agrees:", "Here’s Why Nobody Agrees:"),
        ("A quiet start", "A quiet start"),
    ],
)
def test_a_line_that_titles_a_paragraph_is_a_heading(line, title):
    text = f"It rained all week.\n\n{line}\n\nThe council met on Monday. It took an hour.\n"
    assert ("heading", title) in kinds(text)


@pytest.mark.parametrize(
    "line",
    [
        "The council met.",
        "But why would anyone pay for that bridge?",
        "The plan includes:",
        "this begins in the middle of something",
        "The council met on Monday to talk about the bridge and about the price of the bridge and the buses",
    ],
)
def test_a_line_that_is_a_sentence_is_no_heading(line):
    text = f"It rained all week.\n\n{line}\n\nThe council met on Monday. It took an hour.\n"
    assert ("prose", line) in kinds(text)


def test_the_last_line_titles_nothing():
    assert kinds("The council met.\n\nA quiet end") == [("prose", "The council met."), ("prose", "A quiet end")]


def test_a_numbered_list_is_items_and_its_marks_stand_outside():
    text = "We need three things\n1. Money\n2) Time\n(c) Luck\n"
    assert [s.text for s in split_sentences(text)][1:] == ["Money", "Time", "Luck"]
    assert {s.kind for s in split_sentences(text)[1:]} == {"item"}


def test_lines_of_verse_are_not_headings():
    text = "The rain came down\nThe wind came up\nThe river rose\n\nThat is the end of the poem."
    assert [k for k, _ in kinds(text)] == ["prose"] * 4


WRAPPED = (
    "The council met on Monday evening to discuss the bridge, which has\n"
    "been closed since the flood. Most members spoke in favour. Others\n"
    "said that the money would be better spent on the two schools that\n"
    "lost their roofs, and asked for a vote in public.\n"
)


def test_a_hard_wrapped_paragraph_is_one_block():
    sentences = split_sentences(WRAPPED + "\nThe vote is due in June.\n")
    assert [s.block for s in sentences] == [0, 0, 0, 1]
    assert sentences[0].text.endswith("has\nbeen closed since the flood.")


@pytest.mark.parametrize("width", [55, 61, 66, 72, 95])
def test_wrapping_a_paragraph_changes_none_of_its_sentences(width):
    paragraph = (
        "Mayor Ana Ruiz of Port Lorne met Sir Ian Berg of the North Sea Trust on Monday. The two agreed on a bridge. "
        "It will cost $4.5 million, said Ruiz. Work begins in May, once the Department of Transport has signed. "
        "Ian Berg was pleased with it. The Trust pays a third of the sum, the town and the state pay the rest."
    )
    plain = [s.text for s in split_sentences(paragraph)]
    wrapped = split_sentences(textwrap.fill(paragraph, width) + "\n\nNobody objected to it.")
    assert [" ".join(s.text.split()) for s in wrapped[:-1]] == plain
    assert [s.block for s in wrapped] == [0] * len(plain) + [1]


def test_paragraphs_of_one_line_are_not_wrapped():
    text = (
        "The council met on Monday evening to discuss the old bridge.\nMost members spoke in favour of it that night.\n"
    )
    assert [s.block for s in split_sentences(text)] == [0, 1]


def test_a_line_that_stops_in_mid_sentence_goes_on_below():
    text = "The council, which met on Monday evening in the town hall,\nvoted for the bridge.\n"
    assert len(split_sentences(text)) == 1


@given(st.text())
def test_offsets_hold_for_any_text(text):
    check_offsets(text)


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        ".",
        "...",
        "?",
        "!",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "• ",
        "1. ",
        "- ",
        "# ",
        "🚀 ",
        "A",
        "b",
        "Mr.",
        "U.S.",
        "said",
        "Smith",
        "the",
        "3.5",
        "(",
        ")",
        "[1]",
        "。",
        "\x1c",
        "\u2028",
        "**",
        "“Yes,” Smith said",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_offsets_hold_for_texts_made_of_marks(text):
    check_offsets(text)


def check_offsets(text):
    reached, block = 0, 0
    sentences = split_sentences(text)
    for index, s in enumerate(sentences):
        assert text[s.start : s.end] == s.text
        assert s.index == index
        assert reached <= s.start < s.end
        assert s.block >= block
        assert any(c.isalnum() for c in s.text)
        reached, block = s.end, s.block
        inside = s.start
        for quote in s.quotes:
            assert inside <= quote.start < quote.end <= s.end
            inside = quote.end


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "‘a ", "a.", "A. ", "• x", ">", "(", "'", ". . . ", "[1]", "🚀", " ", ".”", "“a\n", "a? ", "a b\n"],
)
def test_time_is_linear_on_hostile_text(piece):
    small, large = (piece * (n // len(piece)) + "a" for n in (20_000, 160_000))

    def seconds(text):
        start = time.process_time()
        split_sentences(text)
        return time.process_time() - start

    first = min(seconds(small) for _ in range(3))
    assert seconds(large) < 30 * max(first, 0.01)  # quadratic would be 64 times


def test_an_article_keeps_its_size_without_its_sentences():
    article = Article(id="a", source="s", text="The ferry will run from March. It is a bus today, said Ida Brandt.")
    before = article.sentences
    article.let_go()
    assert not {"sentences", "body"} & set(vars(article))
    assert article.size == (sum(s.n_words for s in before), 2)
    assert article.sentences == before
