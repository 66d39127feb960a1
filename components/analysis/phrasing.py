"""Words that every sentence on a comparison is made of: names, lists, numbers, and the grammar of groups."""

from __future__ import annotations

from collections.abc import Sequence

from components.analysis.model import Story

NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MOST_NAMED = 3


def short_names(story: Story) -> dict[str, str]:
    """Source -> what it is called where room is short: its short name where that is one of a kind, else its name."""
    given = dict(story.short_names)
    shown = [given.get(source, source) for source in story.sources]
    return {
        source: name if shown.count(name) == 1 else source for source, name in zip(story.sources, shown, strict=True)
    }


def names_in_sentences(story: Story) -> dict[str, str]:
    """Source -> what it is called within a sentence: a group is "the group Blogs", so that one of them is one."""
    pooled = set(story.pooled)
    return {
        s: f"the group {name.removesuffix(' (group)')}" if s in pooled else name
        for s, name in short_names(story).items()
    }


def kind_of_rows(story: Story) -> str:
    """What the rows of a comparison are called: "source", or "group" where sources are taken together."""
    return "group" if story.pooled else "source"


def begins(text: str) -> str:
    """The text as a sentence begins: "The group Blogs", "Four sources"; a name of its own stays as it is written."""
    first = text.split(" ", 1)[0]
    return text[0].upper() + text[1:] if text.startswith("the group ") or first in NUMBER_WORDS else text


def and_list(names: Sequence[str], many: str = "") -> str:
    """Join as "A", "A and B", "A, B and C"; with ``many`` given, more than three become "five sources"."""
    if many and len(names) > MOST_NAMED:
        return f"{number_word(len(names))} {many}"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def number_word(n: int) -> str:
    """Whole numbers up to twelve in words."""
    return NUMBER_WORDS[n] if 0 <= n < len(NUMBER_WORDS) else f"{n:,}"


def place_words(first: int, last: int, n: int) -> str:
    """The places a source may hold among ``n``: "1", "2–4"; "any" where no difference to another is beyond chance."""
    if first == last:
        return str(first)
    return "any" if (first, last) == (1, n) else f"{first}–{last}"


def p_words(p: float) -> str:
    """A p as it is written: "p 0.041" with a space that does not break, "p under 0.001"."""
    return "p under 0.001" if p < 0.001 else f"p\N{NO-BREAK SPACE}{p:.3f}"
