"""Frames for the pages of one measure: passages, sentences and words with where they stand."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components.analysis.hard_sentences import difficult_word_counts, hardest_sentences
from components.analysis.hype.hits import hits
from components.analysis.model import Article
from components.analysis.tone_drivers import sentence_tones, word_drivers
from components.ui.cache import Loaded

PASSAGE = ("source", "words", "category", "sentence", "counted", "why", "place", "strength", "kind", "voice", "article")
SENTENCE = ("source", "score", "sentence", "drivers", "place", "vader", "voice", "article")
WORD = ("source", "word", "contribution", "times", "masked")
HARD = ("source", "sentence", "why", "words", "difficult", "grade", "place", "article")
DIFFICULT = ("source", "word", "times")

KINDS = {
    "Hype and alarm": ("promotion", "alarm"),
    "Stance and absolutes": ("stance", "absolute"),
    "Boosters and hedges": ("booster", "hedge"),
    "All kinds": ("promotion", "alarm", "stance", "absolute", "booster", "hedge"),
}


def place(article: Article, start: int) -> float:
    """Where in the text, in percent: 0 at its start, 100 at its end."""
    return 100 * start / max(len(article.text), 1)


def passages(loaded: Loaded, sources: Sequence[str]) -> pd.DataFrame:
    """Every passage the hype measure looked at in the body, counted or not, with its reason."""
    rows = []
    for article in _of(loaded, sources):
        for h in hits(article, loaded.story.settings):
            if h.sentence_index is not None:
                sentence = article.sentences[h.sentence_index].text
                rows.append(
                    (
                        article.source,
                        h.text,
                        h.category,
                        sentence,
                        h.counted,
                        h.reason,
                        place(article, h.start),
                        h.strength,
                        h.kind,
                        h.voice,
                        article.title or article.source,
                    )
                )
    return pd.DataFrame(rows, columns=list(PASSAGE)).astype({"counted": bool, "place": float})


def tone_sentences(loaded: Loaded, sources: Sequence[str]) -> pd.DataFrame:
    """Every scored sentence with the words that drive it."""
    rows = []
    for article in _of(loaded, sources):
        for t in sentence_tones(article, loaded.story.settings):
            sentence = article.sentences[t.index]
            words = ", ".join(
                f"{d.word} {d.contribution:+.1f}".replace("-", "−") + (" (masked)" if d.masked else "")
                for d in sorted(t.drivers, key=lambda d: -abs(d.contribution))
                if d.contribution
            )
            rows.append(
                (
                    article.source,
                    t.score,
                    sentence.text,
                    words,
                    place(article, sentence.start),
                    t.raw,
                    t.voice,
                    article.title or article.source,
                )
            )
    return pd.DataFrame(rows, columns=list(SENTENCE))


def tone_words(loaded: Loaded, sources: Sequence[str]) -> pd.DataFrame:
    """The words that drive each source's tone, the strongest first."""
    rows = [
        (article.source, d.word, d.contribution, d.n, d.masked)
        for article in _of(loaded, sources)
        for d in word_drivers(article, loaded.story.settings)
        if d.contribution
    ]
    frame = pd.DataFrame(rows, columns=list(WORD))
    pooled = frame.groupby(["source", "word", "masked"], as_index=False, sort=False)[["contribution", "times"]].sum()
    order = pooled["contribution"].abs().sort_values(ascending=False, kind="stable").index
    return pooled.loc[order, list(WORD)].reset_index(drop=True)


def hard_rows(loaded: Loaded, sources: Sequence[str], per_article: int = 10) -> pd.DataFrame:
    """The hardest sentences of each article, with why."""
    rows = []
    for article in _of(loaded, sources):
        for h in hardest_sentences(article, per_article):
            sentence = article.sentences[h.sentence_index]
            rows.append(
                (
                    article.source,
                    sentence.text,
                    h.why,
                    h.n_words,
                    ", ".join(h.difficult_words),
                    h.grade,
                    place(article, sentence.start),
                    article.title or article.source,
                )
            )
    return pd.DataFrame(rows, columns=list(HARD)).sort_values("grade", ascending=False, kind="stable")


def difficult_words(loaded: Loaded, sources: Sequence[str]) -> pd.DataFrame:
    """The difficult words of each source by how often they stand in it."""
    rows = [(a.source, word, n) for a in _of(loaded, sources) for word, n in difficult_word_counts(a)]
    frame = pd.DataFrame(rows, columns=list(DIFFICULT))
    pooled = frame.groupby(["source", "word"], as_index=False, sort=False)["times"].sum()
    return pooled.sort_values("times", ascending=False, kind="stable")


def _of(loaded: Loaded, sources: Sequence[str]) -> list[Article]:
    return [a for a in loaded.story.articles if a.source in sources]
