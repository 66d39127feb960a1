"""Sources taken together: the story as if each group of them were one source.

Everything that compares sources compares groups by the same rules: their articles are pooled, and a group states a
claim if any of its articles does.
"""

from __future__ import annotations

from dataclasses import replace

from components.analysis.model import Story


def in_groups(story: Story) -> Story:
    """The story with each article under its source's group; a source without a group stays a row of its own.

    A group has the colour of its first source. A group that is called as an ungrouped source is told apart by
    "(group)". ``pooled`` names the groups. Verdicts are the articles' and stay as they were judged.
    """
    group_of = dict(story.groups)
    alone = {source for source in story.sources if source not in group_of}
    name_of = {
        source: (f"{group} (group)" if group in alone else group)
        for source, group in group_of.items()
        if source in story.sources
    }
    colours: dict[str, int] = {}
    for source in story.sources:
        number = dict(story.colours).get(source)
        if number is not None:
            colours.setdefault(name_of.get(source, source), number)
    articles = tuple(replace(a, source=name_of.get(a.source, a.source)) for a in story.articles)
    for article, before in zip(articles, story.articles, strict=True):
        if "size" in vars(before):
            vars(article)["size"] = before.size  # of the same text: its sentences need not be split again for it
    made = replace(
        story,
        articles=articles,
        colours=tuple(colours.items()),
        short_names=tuple((source, short) for source, short in story.short_names if source in alone),
        groups=(),
        pooled=tuple(dict.fromkeys(name_of.values())),
    )
    # cached properties of the story: a verdict names articles, not sources, and is judged once
    vars(made)["verdicts"] = story.verdicts
    return made
