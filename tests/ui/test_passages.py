"""What lies behind the figures adds up to them."""

import pandas as pd
import pytest

from components.analysis.comparison import by_source
from components.analysis.measure import all_measures
from components.analysis.model import Article, Story
from components.analysis.tone_drivers import sentence_tones
from components.ui import headlines, passages

TONE = next(m for m in all_measures() if m.key == "tone").column("tone")
NOTHING = Story(id="s", title="Empty", articles=(Article(id="a", source="Note", text=""),))


@pytest.fixture(scope="module")
def sources(default_story, default_long):
    return by_source(default_story, default_long).set_index("source")


@pytest.fixture(scope="module")
def names(default_story):
    return {source: source for source in default_story.sources}


def test_counted_passages_are_the_hits_of_the_rate(default_story, sources):
    frame = passages.hype_passages(default_story)
    counted = frame[frame["counted"] & (frame["kind"] == "promotion")].groupby("source").size()
    assert counted.reindex(sources.index, fill_value=0).tolist() == sources["n_hype_hits"].tolist()


def test_the_mean_of_the_sentences_is_the_tone(default_story, sources):
    frame = passages.tone_sentences(default_story)
    assert frame.groupby("source")["score"].mean().reindex(sources.index).tolist() == pytest.approx(
        sources["tone"].tolist()
    )


def test_the_measured_sentences_hold_all_words(default_story, sources):
    frame = passages.measured_sentences(default_story)
    assert frame.groupby("source")["n_words"].sum().reindex(sources.index).tolist() == sources["n_words"].tolist()


def test_the_difficult_words_add_up_to_their_count(default_story, sources):
    frame = passages.difficult_words(default_story)
    total = frame.groupby("source")["n"].sum().reindex(sources.index)
    assert total.tolist() == sources["n_difficult_words"].tolist()
    assert frame["is_name"].is_monotonic_increasing
    assert {"alexandr", "meta"} <= set(frame.loc[frame["is_name"], "word"])
    assert "infrastructure" in set(frame.loc[~frame["is_name"], "word"])


def test_the_pieces_of_substance_make_its_rate(default_story, sources):
    frame = passages.substance_pieces(default_story)
    counted = frame.groupby("source").size().reindex(sources.index, fill_value=0)
    rate = 1000 * counted / sources["n_words"]
    assert rate.tolist() == pytest.approx(sources["substance_per_1000_words"].tolist())
    assert all(row.words in row.sentence for row in frame.itertuples() if row.kind != "quotation")


def test_every_word_that_adds_to_a_tone_is_listed(default_story):
    frame = passages.tone_words(default_story)
    for article in default_story.articles:
        listed = frame[frame["source"] == article.source]
        drivers = [d for tone in sentence_tones(article, default_story.settings) for d in tone.drivers]
        assert listed["contribution"].sum() == pytest.approx(sum(d.contribution for d in drivers))
        assert set(listed["word"]) == {d.word for d in drivers if d.contribution}


def test_two_articles_of_one_source_pool_their_words():
    text = "The plan is a great success. The great plan works. It is a great day for everyone here."
    story = Story(id="s", title="t", articles=tuple(Article(id=f"a{i}", source="Gazette", text=text) for i in range(2)))
    words = passages.tone_words(story).set_index("word")
    assert words.loc["great", "n"] == 6


@pytest.mark.parametrize("name", ["hype_passages", "tone_sentences", "measured_sentences", "hard_sentences"])
def test_every_row_points_at_its_own_text(default_story, name):
    for row in passages.FRAMES[name](default_story).itertuples():
        article = default_story.article_by_id[row.article_id]
        assert article.text[row.start : row.end] == (row.words if name == "hype_passages" else row.sentence)
        assert 0 <= row.place < 1


@pytest.mark.parametrize("name", passages.FRAMES)
def test_an_empty_text_gives_an_empty_frame_of_the_same_columns(default_story, name):
    empty, full = passages.FRAMES[name](NOTHING), passages.FRAMES[name](default_story)
    assert empty.empty
    assert list(empty.columns) == list(full.columns)


def test_the_kinds_to_choose_from_hold_every_kind_there_is(default_story):
    kinds = set(passages.hype_passages(default_story)["kind"])
    assert kinds <= set(passages.HYPE_KINDS["All kinds"])


def test_headlines_say_what_their_frames_hold(default_story, names):
    sentences = passages.tone_sentences(default_story)
    worst = sentences.loc[sentences["score"].idxmin()]
    said = headlines.low_point(sentences, names, TONE)
    assert worst["source"] in said
    assert TONE.show(worst["score"]) in said
    lengths = passages.measured_sentences(default_story)
    assert f"{lengths['n_words'].max()} words" in headlines.longest_sentence(lengths, names)
    words = passages.tone_words(default_story)
    assert words[~words["masked"]]["word"].iloc[0] in headlines.strongest_word(words, names)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([], "No passages"),
        ([0.7], "The one stands in the second half"),
        ([0.1, 0.9], "The 2 passages divide evenly over the two halves"),
        ([0.1, 0.2, 0.9], "2 of 3 passages stand in the first half"),
    ],
)
def test_how_passages_divide_over_the_text(places, said):
    assert headlines.halves(pd.Series(places, dtype=float), "passages") == said


def test_headlines_of_nothing_claim_nothing():
    empty = {name: frame(NOTHING) for name, frame in passages.FRAMES.items()}
    assert headlines.low_point(empty["tone_sentences"], {}, TONE) == "No sentence to score"
    assert headlines.strongest_word(empty["tone_words"], {}) == "No word drives the tone"
    assert headlines.longest_sentence(empty["measured_sentences"], {}) == "No sentence to measure"


def test_of_one_source_no_title_says_that_it_has_most():
    column = next(m for m in all_measures() if m.key == "tone").column("proportion_positive")
    figures = pd.DataFrame({"source": ["Ferry Post", "Isle Echo"], column.name: [0.29, 0.4]})
    names = {"Ferry Post": "Ferry Post", "Isle Echo": "Echo"}
    most = "has the largest share of positive sentences"
    assert headlines.highest(figures, column, names, most) == f"Echo {most}: 40%"
    assert headlines.highest(figures[:1], column, names, most) == f"{column.label}: 29%"
