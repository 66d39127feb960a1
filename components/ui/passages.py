"""What lies behind the figures of the in-depth pages, as frames: passages, sentences and words with their places.

``place`` is where in its article's text a row begins, 0 at the start and 1 at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from components.analysis.hard_sentences import difficult_word_counts, hardest_sentences, probable_names
from components.analysis.hype.hits import hits
from components.analysis.hype.substance import substance
from components.analysis.model import Article, Story
from components.analysis.speakers import speakers
from components.analysis.tone_drivers import SentenceTone, sentence_tones, word_drivers

HYPE_ALONE = "Hype alone"
# What a person can ask to see on the page of hype -> the kinds of hits
HYPE_KINDS: Mapping[str, tuple[str, ...]] = {
    "Hype and alarm": ("promotion", "alarm"),
    HYPE_ALONE: ("promotion",),
    "Stance and absolutes": ("stance", "absolute"),
    "Boosters and hedges": ("booster", "hedge"),
    "All kinds": ("promotion", "alarm", "stance", "absolute", "booster", "hedge"),
}
HYPE_FIELDS = (
    "source", "words", "kind", "category", "strength", "counted", "reason", "voice", "sentence", "place",
    "article_id", "sentence_index", "start", "end", "term",
)  # fmt: skip
TONE_FIELDS = (
    "source", "score", "sentence", "drivers", "raw", "voice", "place", "article_id", "sentence_index", "start", "end",
)  # fmt: skip
LENGTH_FIELDS = ("source", "n_words", "sentence", "place", "article_id", "sentence_index", "start", "end")
WORD_FIELDS = ("source", "word", "contribution", "n", "masked")
HARD_FIELDS = (
    "source", "sentence", "grade", "leverage", "n_words", "n_difficult", "difficult_words", "why", "place",
    "article_id", "sentence_index", "start", "end",
)  # fmt: skip
SPEAKER_FIELDS = ("source", "speaker", "quotes", "n_words", "tone", "n_hype", "article_id")
SUBSTANCE_FIELDS = (
    "source", "kind", "words", "sentence", "place", "article_id", "sentence_index", "start", "end",
)  # fmt: skip
DIFFICULT_FIELDS = ("source", "word", "n", "is_name")


def place_in(article: Article, start: int) -> float:
    """Where a code point stands in an article's text, 0 to 1."""
    return start / max(len(article.text), 1)


def hype_passages(story: Story) -> pd.DataFrame:
    """Every passage the hype measure looked at in a text, counted or not; headline cues are not among them."""
    rows = []
    for article in story.articles:
        for hit in hits(article, story.settings):
            if hit.sentence_index is not None:
                sentence = article.sentences[hit.sentence_index]
                rows.append(
                    (
                        article.source, hit.text, hit.kind, hit.category, hit.strength, hit.counted, hit.reason,
                        hit.voice, sentence.text, place_in(article, hit.start), article.id, hit.sentence_index,
                        hit.start, hit.end, hit.term,
                    )
                )  # fmt: skip
    return pd.DataFrame(rows, columns=list(HYPE_FIELDS)).astype({"counted": bool, "place": "float64"})


def tone_sentences(story: Story) -> pd.DataFrame:
    """Every measured sentence with its tone (``score``), VADER's own compound (``raw``) and whose voice it is."""
    rows = []
    for article in story.articles:
        for tone in sentence_tones(article, story.settings):
            s = article.sentences[tone.index]
            rows.append(
                (
                    article.source, tone.score, s.text, _driving(tone), tone.raw, tone.voice,
                    place_in(article, s.start), article.id, s.index, s.start, s.end,
                )
            )  # fmt: skip
    return pd.DataFrame(rows, columns=list(TONE_FIELDS)).astype({"place": "float64", "score": "float64"})


def _driving(tone: SentenceTone) -> str:
    """The words behind a sentence's tone, the strongest first: "gains +1.4, talent +1.8 (masked)"."""
    strongest = sorted((d for d in tone.drivers if d.contribution), key=lambda d: -abs(d.contribution))
    return ", ".join(
        f"{d.word} {d.contribution:+.1f}".replace("-", "−") + (" (masked)" if d.masked else "") for d in strongest
    )


def tone_words(story: Story) -> pd.DataFrame:
    """The words that drive each source's tone: what all their places add to VADER's sum together."""
    rows = [
        (article.source, d.word, d.contribution, d.n, d.masked)
        for article in story.articles
        for d in word_drivers(article, story.settings)
        if d.contribution
    ]
    frame = pd.DataFrame(rows, columns=list(WORD_FIELDS)).astype(
        {"contribution": "float64", "masked": bool, "n": "int64"}
    )
    by = ["source", "word", "masked"]
    frame = frame.groupby(by, as_index=False, sort=False)[["contribution", "n"]].sum()[list(WORD_FIELDS)]
    return frame.sort_values("contribution", key=abs, ascending=False, kind="stable", ignore_index=True)


def measured_sentences(story: Story) -> pd.DataFrame:
    """Every measured sentence with its length and place."""
    rows = [
        (a.source, s.n_words, s.text, place_in(a, s.start), a.id, s.index, s.start, s.end)
        for a in story.articles
        for s in a.body
    ]
    return pd.DataFrame(rows, columns=list(LENGTH_FIELDS)).astype({"n_words": "int64", "place": "float64"})


def hard_sentences(story: Story) -> pd.DataFrame:
    """The sentences that raise each article's grade, those first without which it would fall most."""
    rows = []
    for article in story.articles:
        for hard in hardest_sentences(article, len(article.sentences)):
            s = article.sentences[hard.sentence_index]
            rows.append(
                (
                    article.source, s.text, hard.grade, hard.leverage, hard.n_words, len(hard.difficult_words),
                    ", ".join(hard.difficult_words), hard.why, place_in(article, s.start), article.id, s.index,
                    s.start, s.end,
                )
            )  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(HARD_FIELDS)).astype({"leverage": "float64", "grade": "float64"})
    return frame.sort_values("leverage", ascending=False, kind="stable", ignore_index=True)


def difficult_words(story: Story) -> pd.DataFrame:
    """The difficult words of each source and how often they stand in it: most frequent first, probable names last."""
    rows = [(a.source, word, n, False) for a in story.articles for word, n in difficult_word_counts(a)]
    frame = pd.DataFrame(rows, columns=list(DIFFICULT_FIELDS)).astype({"n": "int64", "is_name": bool})
    frame = frame.groupby(["source", "word"], as_index=False, sort=False)["n"].sum()
    frame["is_name"] = frame["word"].isin(probable_names(story.articles))
    return frame.sort_values(["is_name", "n"], ascending=[True, False], kind="stable", ignore_index=True)


def quoted_speakers(story: Story) -> pd.DataFrame:
    """Who is quoted in each article, with the tone and the hype hits of their words (see analysis.speakers)."""
    rows = [
        (a.source, s.name, s.quotes, s.n_words, s.tone, s.n_hype, a.id)
        for a in story.articles
        for s in speakers(a, story.settings)
    ]
    return pd.DataFrame(rows, columns=list(SPEAKER_FIELDS)).astype({"tone": "float64", "n_hype": "int64"})


def substance_pieces(story: Story) -> pd.DataFrame:
    """Every figure, attribution to a named source and quotation that the rate of substance counts."""
    rows = [
        (
            a.source, found.kind, a.text[found.start : found.end], a.sentences[found.sentence_index].text,
            place_in(a, found.start), a.id, found.sentence_index, found.start, found.end,
        )
        for a in story.articles
        for found in substance(a)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(SUBSTANCE_FIELDS)).astype({"place": "float64"})


FRAMES: Mapping[str, Callable[[Story], pd.DataFrame]] = {
    "hype_passages": hype_passages,
    "tone_sentences": tone_sentences,
    "tone_words": tone_words,
    "measured_sentences": measured_sentences,
    "hard_sentences": hard_sentences,
    "difficult_words": difficult_words,
    "speakers": quoted_speakers,
    "substance": substance_pieces,
}
