"""Who states a claim independently: near-copies of one text are one voice."""

from __future__ import annotations

from collections import defaultdict

from components.analysis.model import Story


def voice_of_articles(story: Story) -> dict[str, str]:
    """Article id -> the source its text comes from: its own, or, for a near-copy, the source of the first original."""
    voices: dict[str, str] = {}
    for article in story.articles:
        at, seen = article.id, {article.id}
        while story.copies.get(at, at) not in seen:
            at = story.copies[at]
            seen.add(at)
        voices[article.id] = story.article_by_id[at].source
    return voices


def stating_voices(story: Story) -> dict[str, set[str]]:
    """Claim id -> the independent sources that state it, verdicts in force."""
    voices = voice_of_articles(story)
    stating: defaultdict[str, set[str]] = defaultdict(set)
    for verdict in story.verdicts:
        if verdict.verdict == "stated":
            stating[verdict.claim_id].add(voices[verdict.article_id])
    return stating
