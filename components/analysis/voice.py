"""Voice: which stretches of a text are quoted speech, and whose.

A quotation never runs past its paragraph unless the next one opens with a quotation mark too (the old newspaper
rule: a mark at every paragraph, closed only at the end). A mark without its partner quotes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from components.analysis.blocks import Block
from components.analysis.model import Quote

# Single marks inside a word are apostrophes and not looked at.
_MARK = re.compile(r"[\"“”„«»‘’'`](?<!\w[‘’'](?=\w))(?:(?<=`)`|(?<=')')?")
_OPENING = re.compile(r"\s*(?:[\"“„«‘]|``)")
_WHITE = " \t\n\r\v\f\xa0"
_BEFORE_OPENING = frozenset(_WHITE + "([{—–-/:,“‘\"'")
_CLIPPED = re.compile(r"(?:em|tis|twas|til|till|cause|cos|n|round|bout|s|t|\d\ds?)\b", re.IGNORECASE)

_VERBS = frozenset(
    """said says say told tells asked asks added adds wrote writes noted notes argued argues explained explains stated
    states claimed claims insisted insists replied replies warned warns announced announces declared declares commented
    continued continues concluded concludes acknowledged admitted admits predicted predicts recalled recalls remarked
    responded suggested suggests tweeted posted called calls described describes vowed urged urges confirmed joked
    testified""".split()
)
_VERB = rf"(?:{'|'.join(sorted(_VERBS))})"
_TITLE_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|[A-Z])$")
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon)\.\s"
_NOT_A_NAME = (
    r"(?!(?:He|She|They|It|We|I|You|This|That|These|Those|There|One|Who|What|When|While|As|But|And|In|On|At|If|So|"
    r"Both|Some|Others|Many|Another|According|A|An|His|Her|Their|Its|Our|My|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b)(?:The\s(?=[A-Z]))?"
)
_NAME = (
    rf"{_NOT_A_NAME}(?P<name>(?:{_TITLE})?[A-ZÀ-Þ][\w’'&-]{{0,30}}"
    r"(?:\s(?:(?:de|van|von|der|den|bin|al|el|la|da|di|of\sthe|of)\s){0,2}[A-ZÀ-Þ](?:[\w’'&-]{1,30}|\.)){0,4})"
)
_ASIDE = r"(?:,[^,.;:“”\"]{1,80},)?"
_DESCRIPTION = r"(?:(?!(?:of|at|from|for|in|on|that|it|to|with|by|as|after|when|while)\b)[a-z][\w’'-]{0,20},?\s){0,6}"
_AFTER = re.compile(
    rf"[,\s]{{0,3}}(?:{_DESCRIPTION}{_NAME}{_ASIDE}\s(?:[a-z]{{2,12}}ly\s|also\s|later\s|has\s|had\s)?{_VERB}\b)"
)
_AFTER_VERB = re.compile(rf"[,\s]{{0,3}}(?:(?:as\s)?{_VERB}|according\sto)\s{_DESCRIPTION}{_NAME}")
_BETWEEN = re.compile(rf"{_AFTER_VERB.pattern}[^.!?;“”\"]{{0,80}}[.!?,]?$")
_BEFORE = re.compile(
    rf"{_NAME}{_ASIDE}\s(?:[a-z]{{2,12}}ly\s|also\s|later\s|has\s|had\s)?{_VERB}\b[^.!?;“”\"]{{0,80}}[.!?]?\s*$"
)
_BEFORE_SOURCE = re.compile(rf"[Aa]ccording\sto\s{_DESCRIPTION}{_NAME}[^.!?;“”\"]{{0,40}}\s*$")
_LOOK = 160


def find_quotes(text: str, blocks: Sequence[Block]) -> list[Quote]:
    """The quoted stretches of ``text``, marks excluded, in order and apart from each other, with their speakers.

    One :class:`Quote` per paragraph of a quotation. ``speaker`` is the name that stands beside the quotation with
    a verb of saying or "according to"; "" where there is none, or only a pronoun or description.
    """
    quotes: list[Quote] = []
    running: list[Quote] = []  # the paragraphs of a quotation that is still open
    for at, block in enumerate(blocks):
        following = blocks[at + 1].start if at + 1 < len(blocks) else None
        spans = list(_outermost(_paired(text, block, following)))
        for start, end, closed in spans:
            speaker = _speaker(text, block, start, end)
            while start < end and text[start] in _WHITE:
                start += 1
            while end > start and text[end - 1] in _WHITE:
                end -= 1
            if start == end:
                continue
            running.append(Quote(start=start, end=end, speaker=speaker))
            if closed:
                quotes += _same_speaker(running)
                running = []
        if running and not (spans and not spans[-1][2]):
            quotes += _same_speaker(running)
            running = []
    return quotes + _same_speaker(running)


def quotes_within(text: str, quotes: Sequence[Quote], first: int, start: int, end: int) -> tuple[Quote, ...]:
    """The stretches of ``quotes`` (from ``first`` on) that fall into ``text[start:end]``, cut to it."""
    inside: list[Quote] = []
    for at in range(first, len(quotes)):
        quote = quotes[at]
        if quote.start >= end:
            break
        low, high = max(quote.start, start), min(quote.end, end)
        while low < high and text[high - 1] in _WHITE:
            high -= 1
        if low < high:
            inside.append(Quote(start=low, end=high, speaker=quote.speaker))
    return tuple(inside)


def _same_speaker(quotes: list[Quote]) -> list[Quote]:
    name = next((q.speaker for q in quotes if q.speaker), "")
    return [Quote(start=q.start, end=q.end, speaker=q.speaker or name) for q in quotes]


def _outermost(spans: list[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """Without quotations inside quotations; of two that cross, the earlier."""
    reached = -1
    for start, end, closed in sorted(spans, key=lambda s: (s[0], -s[1])):
        if start >= reached:
            yield start, end, closed
            reached = end


def _paired(text: str, block: Block, following: int | None) -> list[tuple[int, int, bool]]:
    """(start, end, closed) of what stands between marks that belong together.

    ``following`` is where the next block starts: if it opens with a mark, a quotation left open here runs on.
    """
    spans: list[tuple[int, int, bool]] = []
    open_at: dict[str, int] = {}
    for found in _MARK.finditer(text, block.start, block.end):
        family, role = _role(text, found.start(), found[0], block)
        if not family:
            continue
        if family == "straight" and role == "close" and family not in open_at and "curly" in open_at:
            family = "curly"  # opened with a curly mark, closed with a straight one
        opened = open_at.get(family)
        if "close" in role and opened is not None:
            spans.append((opened, found.start(), True))
            del open_at[family]
        elif "open" in role:
            open_at[family] = found.end()
    doubles = [at for family, at in open_at.items() if family != "single"]
    if doubles and following is not None and _OPENING.match(text, following):
        spans.append((max(doubles), block.end, False))
    return spans


def _role(text: str, at: int, mark: str, block: Block) -> tuple[str, str]:
    """The family a mark pairs within ("" for an apostrophe) and whether it can open, close or both."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + len(mark)] if at + len(mark) < block.end else " "
    if mark in "“„":
        return "curly", "open"
    if mark == "”":
        return "curly", "close"
    if mark in "«»":
        return "angle", "open" if mark == "«" else "close"
    if mark in ("``", "''"):
        return "tex", "open" if mark == "``" else "close"
    opens = before in _BEFORE_OPENING and after not in _WHITE
    if mark == '"':
        spaced = before in _WHITE and after in _WHITE
        return "straight", ("open" if opens or spaced else "") + ("close" if before not in _WHITE or spaced else "")
    if opens and mark != "’" and (after.isalnum() or after in '“"') and not _CLIPPED.match(text, at + 1):
        return "single" + ("" if mark == "'" else "-curly"), "open"
    if before not in _WHITE and not after.isalnum() and mark != "‘":
        # After a plain s it may be a possessive plural, "the workers’ rights": only marks of a sentence are sure.
        possessive = before in "sS" and after == " " and text[at + 2 : at + 3].islower()
        return ("single" + ("" if mark == "'" else "-curly"), "close") if not possessive else ("", "")
    return "", ""


def _speaker(text: str, block: Block, start: int, end: int) -> str:
    """Who is named beside the quotation ``text[start:end]``."""
    after = end + 1
    if text.startswith("''", end):
        after = end + 2
    tail = text[after : min(after + _LOOK, block.end)]
    head = _last_sentence(text[max(block.start, start - _LOOK) : start].rstrip("\"“„«‘'` "))
    said_before = None
    if not _VERBS.isdisjoint(word.rstrip(",:.") for word in head.split()):
        # “…,” says Pizzi. “You can …”: the name between two parts of a quotation speaks both.
        said_before = _BEFORE.search(head) or _BETWEEN.match(head)
    elif "ccording to" in head:
        said_before = _BEFORE_SOURCE.search(head)
    if said_before and head.endswith((":", ",")):
        return said_before["name"]
    # After a full stop inside the marks the next sentence speaks of someone in its own right.
    if text[end - 1] != "." or tail.startswith(","):
        said_after = _AFTER.match(tail) or _AFTER_VERB.match(tail)
        if said_after:
            return said_after["name"]
    return said_before["name"] if said_before else ""


def _last_sentence(head: str) -> str:
    """The end of ``head`` from its last full stop or quotation mark on, the closing one apart."""
    last = len(head) - 1
    cut = max(head.rfind(mark, 0, last) for mark in ("”", '"', "! ", "? "))
    stop = head.rfind(". ", cut + 1, last)
    while stop > cut and _TITLE_END.search(head, max(stop - 5, 0), stop):
        stop = head.rfind(". ", cut + 1, stop)
    return head[max(cut, stop) + 1 :]
