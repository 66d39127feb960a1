"""Source by source: the words behind hype and tone, briefly; and the articles, with what was cut away from them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from components.analysis.comparison import source_articles
from components.analysis.hype.hits import Hit, hits
from components.analysis.model import Article, Settings
from components.analysis.tone_drivers import word_drivers
from components.export.about import counted
from components.export.report.figures import Figures

MOST_WORDS = 8
MOST_REASONS = 3


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What drives a source's figures. ``hype``: (words, how often, category); tone: (word, what it adds)."""

    source: str
    number: int
    n_counted: int
    hype: tuple[tuple[str, int, str], ...]
    more_hype: int
    passed: str
    positive: tuple[tuple[str, str], ...]
    negative: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Listed:
    """An article of the story. ``cut``: what was cut away, by reason; ``remarks``: all else that counts."""

    source: str
    number: int
    title: str
    date: str
    author: str
    url: str
    n_words: str
    cut: str
    remarks: tuple[str, ...]


def wordings(figures: Figures) -> tuple[Wording, ...]:
    """The words behind hype and tone of every source, the strongest first."""
    settings = figures.story.settings
    return tuple(
        _wording(source, figures.colour_of[source], articles, settings)
        for source, articles in source_articles(figures.story).items()
    )


def _wording(source: str, number: int, articles: list[Article], settings: Settings) -> Wording:
    found = [hit for article in articles for hit in hits(article, settings) if hit.kind == "promotion"]
    kept = Counter((hit.text.casefold(), hit.category) for hit in found if hit.counted)
    ranked = sorted(kept.items(), key=lambda item: (-item[1], item[0]))
    sums: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        for driver in word_drivers(article, settings):
            if not driver.masked:
                sums[driver.word] += driver.contribution
    strongest = sorted(sums.items(), key=lambda item: (-abs(item[1]), item[0]))
    return Wording(
        source=source,
        number=number,
        n_counted=sum(kept.values()),
        hype=tuple((words, n, category) for (words, category), n in ranked[:MOST_WORDS]),
        more_hype=max(0, len(ranked) - MOST_WORDS),
        passed=_passed([hit for hit in found if not hit.counted]),
        positive=tuple((word, f"+{sum_:.1f}") for word, sum_ in strongest if sum_ > 0)[:MOST_WORDS],
        negative=tuple((word, f"−{-sum_:.1f}") for word, sum_ in strongest if sum_ < 0)[:MOST_WORDS],
    )


def _passed(found: list[Hit]) -> str:
    """How many candidates were not counted, and the commonest reasons."""
    if not found:
        return ""
    reasons = Counter(hit.reason for hit in found).most_common(MOST_REASONS)
    named = "; ".join(f"{reason} ({n})" if n > 1 else reason for reason, n in reasons)
    return f"{counted(len(found), 'candidate')} not counted: {named}"


def listed(figures: Figures) -> tuple[Listed, ...]:
    """Every article with its details and what was cut away."""
    story = figures.story
    made = []
    for article in story.articles:
        remarks = []
        if article.id in story.copies:
            original = story.article_by_id[story.copies[article.id]]
            remarks.append(f"near-duplicate of {original.source}: in claims counted once")
        if article.note:
            remarks.append(article.note)
        made.append(
            Listed(
                source=article.source,
                number=figures.colour_of[article.source],
                title=article.title,
                date=article.date,
                author=article.author,
                url=article.url,
                n_words=f"{article.size.n_words:,}",
                cut=_cut(article),
                remarks=tuple(remarks),
            )
        )
    return tuple(made)


def _cut(article: Article) -> str:
    """What was cut away, by reason; the headline is measured apart and not named here."""
    gone = Counter(c.reason for c in article.cuts if not c.put_back and c.reason != "headline")
    back = sum(c.put_back for c in article.cuts)
    parts = [f"{reason} ({n})" if n > 1 else reason for reason, n in gone.items()]
    if back:
        parts.append(f"{counted(back, 'block')} put back")
    return ", ".join(parts)
