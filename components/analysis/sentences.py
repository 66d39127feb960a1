"""Sentences: the only splitter in the house.

Blocks come first (:mod:`components.analysis.blocks`): headings and list items end a sentence though they carry no
full stop. Within a block a stop ends a sentence unless what stands before or after it says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.analysis.abbreviations import is_abbreviation
from components.analysis.blocks import EMOJI, Block, split_blocks
from components.analysis.model import Sentence
from components.analysis.voice import find_quotes, quotes_within
from components.analysis.words import count_words

# A run of stops (spaced ellipses included), the marks that close with it and emoji set behind it; then white space,
# the end, or, where the space was lost in copying, a word that plainly begins a sentence.
_STOP = re.compile(
    rf"""(?P<stop>[.!?…。！？](?<![.!?…].)[.!?…。！？]*+(?:\s\.(?=[\s.”"’')\]]|$))*+)
         (?P<close>(?:\[\d{{1,3}}\]|["”’'»)\]*_」』）])*+)
         (?:[ ]?[{EMOJI}])*+
         (?:\s++ | $ | (?<=[。！？」』）]) | (?<=”)(?=[A-Z“])
          | (?<=[a-z][a-z][.!?])(?=(?:The|It|He|She|They|We|This|That|Their|His|Her|But|And|In|If|However)\s))""",
    re.VERBOSE | re.DOTALL,
)
_OPENERS = re.compile(r"""["“”„‘’'«`(\[{*_$£€]*+""")
_WORD_CHARACTER = re.compile(r"[^\W_]")
_QUOTE_MARKS = frozenset("\"”“„‘’'»«`")
_FIRST_PERSON = re.compile(r"I(?:['’]\w{1,2})?\b")
# “Why?” Smith asked. A question or exclamation inside a quotation does not end the sentence that reports it.
_REPORTED = re.compile(
    r"(?:[A-Z][\w’'.-]{0,30}\s){1,4}(?:said|says|asked|asks|told|wrote|added|wondered|shouted|cried|replied)\b"
)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Split ``text`` into sentences, in order, with offsets, kind, words and quoted speech.

    ``text[s.start:s.end] == s.text`` for every sentence, whatever the input; sentences never overlap. What stands
    between them is white space, list marks, leading emoji, ``#`` marks and lines without a letter or digit. Empty
    for a text without any letter or digit. Numbers of a list run into one line ("1) this 2) that") stay in the
    span: they are words of the running text. Time is linear in the length of ``text``.
    """
    blocks = split_blocks(text)
    quotes = find_quotes(text, blocks)
    sentences: list[Sentence] = []
    first_quote = 0
    for number, block in enumerate(blocks):
        for start, end in _spans(text, block):
            while first_quote < len(quotes) and quotes[first_quote].end <= start:
                first_quote += 1
            spoken = first_quote < len(quotes) and quotes[first_quote].start < end
            body = text[start:end]
            sentences.append(
                Sentence(
                    index=len(sentences),
                    start=start,
                    end=end,
                    text=body,
                    kind=block.kind,
                    block=number,
                    n_words=count_words(body),
                    quotes=quotes_within(text, quotes, first_quote, start, end) if spoken else (),
                )
            )
    return tuple(sentences)


def _spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of one block as (start, end). Each holds a letter or digit."""
    start = block.start
    word = _WORD_CHARACTER.search(text, start, block.end)
    uncased = text[start : block.end].islower()
    for found in _STOP.finditer(text, block.scan, block.end):
        if word is None or found.start() < word.start():
            continue
        if not _ends_sentence(text, found, start, block.end, uncased):
            continue
        stop, after = _cut(text, found)
        word = _WORD_CHARACTER.search(text, after, block.end)
        if word is None:
            break
        yield start, stop
        start = after
    yield start, block.end


def _cut(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Where the sentence ends and where the next begins."""
    if found["stop"].startswith(". ") and not text[found.start() - 1].isspace():
        # "compounds. . . . The": a full stop, then an ellipsis that opens the next sentence.
        return found.start() + 1, found.start() + 2
    return found.start() + len(found[0].rstrip()), found.end()


def _ends_sentence(text: str, found: re.Match[str], start: int, end: int, uncased: bool) -> bool:
    stop, close = found["stop"], found["close"]
    if stop[-1] in "。！？":
        return True
    opener = _OPENERS.match(text, found.end(), end)
    at = opener.end() if opener else found.end()
    if at >= end:
        return True
    if close.startswith("]") and text[found.start() - 1] == "[":
        return False
    brand = text[at].islower() and text[at + 1 : at + 2].isupper()
    if text[at].islower() and not brand and not uncased:
        return False
    quoted = not _QUOTE_MARKS.isdisjoint(close)
    if "!" in stop or "?" in stop:
        reported = quoted and _REPORTED.match(text, at, end) is not None
        return not reported and not text.endswith(("Yahoo", "Jeopardy"), start, found.start())
    if stop == "." and not quoted:
        opened = not _QUOTE_MARKS.isdisjoint(text[found.end() : at])
        return not is_abbreviation(text, start, found.start(), at, opened)
    if stop in ("...", "…", ". . .") and _FIRST_PERSON.match(text, at, end):
        return quoted
    return True
