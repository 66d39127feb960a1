"""What a file that leaves says of itself: which story, how much was compared, when, with which version and settings."""

from __future__ import annotations

from components import __version__
from components.analysis.model import Story


def counted(n: int, noun: str) -> str:
    """Give "1 article", "4 articles"."""
    return f"{n:,} {noun}{'s' * (n != 1)}"


def about(story: Story, made: str) -> tuple[tuple[str, str], ...]:
    """(what, value) lines on a story's comparison. ``made``: the ISO day on which the file was written."""
    words = sum(article.size.n_words for article in story.articles)
    compared = f"{counted(len(story.articles), 'article')} from {counted(len(story.sources), 'source')}"
    lines = [("Story", story.title), ("Compared", f"{compared}, {words:,} words measured")]
    dates = sorted(article.date for article in story.articles if article.date)
    if dates:
        span = dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}"
        undated = len(story.articles) - len(dates)
        lines.append(("Dated", span + (f", {undated:,} without a date" if undated else "")))
    lines.append(("Claims", f"{counted(len(story.claims), 'claim')}, {_decided(story)}"))
    lines.append(("Settings", _settings(story)))
    lines.append(("Made", f"{made}, with Parallax {__version__}"))
    return tuple(lines)


def small_print(story: Story, made: str) -> str:
    """The same in one line, for the foot of a picture: story, how much was compared, day, version."""
    n = f"{counted(len(story.articles), 'article')} from {counted(len(story.sources), 'source')}"
    if story.pooled:
        n = f"{counted(len(story.articles), 'article')} in {counted(len(story.sources), 'group')}"
    return f"{story.title} · {n} · made {made} with Parallax {__version__}"


def _decided(story: Story) -> str:
    if not story.decisions:
        return "every verdict as Parallax judged it"
    overruled = sum(v.verdict != v.machine_verdict for v in story.verdicts)
    return f"{counted(len(story.decisions), 'verdict')} decided by people, {overruled:,} of them against Parallax"


def _settings(story: Story) -> str:
    """What the analyst set about the measuring, in one line."""
    settings = story.settings
    parts = ["neutral terms masked" if settings.mask else "neutral terms not masked"]
    if settings.muted:
        parts.append(f"not counted as hype here: {', '.join(settings.muted)}")
    if settings.added:
        parts.append(f"added to the hype lexicon: {', '.join(term for term, _, _ in settings.added)}")
    return "; ".join(parts)
