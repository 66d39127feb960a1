"""Numbers with what they count: unit, currency, bounds and rounding; ages, years, decades, days.

A quantity is an interval of values it allows. "about $14 billion" and "$14.3 billion" allow a common value, so they
agree; "$13.4bn" and "$14.3 billion" do not. Two quantities are compared only where they count the same thing.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from components.analysis.claims.tokens import Token, tokenize
from components.analysis.claims.words import CURRENCIES, MONTHS, WEEKDAYS

QuantityKind = Literal["number", "money", "percent", "age", "year", "day", "weekday", "ordinal"]


class Quantity(NamedTuple):
    """One number and what it counts. ``text[start:end] == surface``.

    ``kind``: money, percent (of ``unit``), age, year (also decades: 1990..1999), day (of a month),
    weekday, ordinal, else number. ``unit``: the key counted ("person", "dollar", "sep" for a day in
    September; for an age "now" or "then": how old somebody is, or was at some event), "" when the text names none.
    ``low`` and ``high``: the values it allows, ends included.
    ``key``: the number's token key. ``at``: its token's place in the sentence.
    """

    kind: QuantityKind
    unit: str
    low: float
    high: float
    value: float
    key: str
    surface: str
    start: int
    end: int
    at: int

    def agrees_with(self, other: Quantity) -> bool:
        """True when some value fits both."""
        return self.low <= other.high and other.low <= self.high

    def entails(self, claimed: Quantity) -> bool:
        """True when who says this has also said ``claimed``: all its values fit, or it is a near round figure for it.

        "572,206" entails "more than 500,000", not the other way round; "about $14 billion" entails "$14.3 billion",
        "in the 1990s" does not entail "in 1997".
        """
        if not self.counts_like(claimed):
            return False
        if claimed.low <= self.low and self.high <= claimed.high:
            return True
        if self.kind in ("year", "age", "day", "weekday", "ordinal"):
            return False
        narrow = self.high - self.low <= _ROUND_FIGURE * abs(self.value)
        return narrow and self.low <= claimed.value <= self.high

    def counts_like(self, other: Quantity) -> bool:
        """True when both count the same: same kind and the same unit, both of them named."""
        if self.kind != other.kind:
            return False
        if self.kind in ("age", "year"):
            return self.unit == other.unit
        if self.kind == "percent":
            return not (self.unit and other.unit) or self.unit == other.unit
        return bool(self.unit) and self.unit == other.unit


_MONTH_KEYS = frozenset(MONTHS.values())
_WEEKDAY_KEYS = {key: place for place, key in enumerate(dict.fromkeys(WEEKDAYS.values()))}
_CURRENCY_KEYS = frozenset(CURRENCIES.values())

#: Two words, or one, before a number -> how far it reaches. Keys are surfaces in lower case.
_AT_LEAST = ("more than", "at least", "over", "above", "exceeding", "exceeds", "beyond", "upwards of", "no fewer than",
             "no less than", "not less than", "minimum of", "after", "topped", "surpassed")  # fmt: skip
_AT_MOST = ("less than", "fewer than", "at most", "under", "below", "up to", "as much as", "as many as", "no more than",
            "maximum of", "before", "by", "not more than", "within")  # fmt: skip
_JUST_BELOW = ("nearly", "almost", "close to", "approaching", "just under", "just below", "just short of")
_AROUND = ("about", "around", "roughly", "approximately", "some", "an estimated", "estimated", "circa",
           "in the region of", "approx")  # fmt: skip
_BOUNDS: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): kind
    for kind, phrases in (
        ("at least", _AT_LEAST),
        ("at most", _AT_MOST),
        ("just below", _JUST_BELOW),
        ("around", _AROUND),
    )
    for phrase in phrases
}
#: How wide a figure, relative to its value, still stands for an exact one.
_ROUND_FIGURE = 0.35
#: Relative width that "about" and "nearly" allow.
_SLACK = 0.15
#: From here on "over" is a bound.
_COUNTED_OVER = 20
#: Bounds that speak of time say nothing of a plain count: "by 14 people", "after 3 goals", "before 9 people".
_TIME_BOUNDS = frozenset((("by",), ("before",), ("after",), ("within",)))
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_AFTER_NAME = re.compile(r"\s*,\s*$")
_CLOSES = re.compile(r"\s*(?:,|\.|;|\)|$|\band\b|\bwas\b|\bis\b|\bhas\b|\bwho\b)")
_SKIPPED = frozenset(
    """other more new different further additional of the total a own last past next first full whole such own
    former so-called roughly just only""".split()
)
_NOT_UNITS = frozenset("and or but to in on at by for from with per as than after before ago that which who".split())


@functools.lru_cache(maxsize=4096)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence in order. Linear in its length: each token is read a bounded number of times."""
    tokens = tokenize(text)
    found: list[Quantity] = []
    for i, token in enumerate(tokens):
        if token.value is not None:
            if _is_fragment(text, token):
                continue
            found.append(_read(text, tokens, i, token.value))
        elif token.key.lstrip("~") in _WEEKDAY_KEYS and token.lower in WEEKDAYS:
            place = float(_WEEKDAY_KEYS[token.key.lstrip("~")])
            found.append(_make("weekday", "weekday", place, place, place, token, i))
        elif token.key.startswith("#") and token.key.endswith("st"):
            value = float(token.key[1:-2])
            month = _month_beside(tokens, i)
            unit = month or _unit_behind(text, tokens, i + 1)
            found.append(_make("day" if month else "ordinal", unit, value, value, value, token, i))
    return tuple(found)


def _is_fragment(text: str, token: Token) -> bool:
    """Whether a number is the "000" of "15, 000": torn apart in copying, it says nothing by itself."""
    surface = token.surface
    torn = len(surface) == 3 and surface.isdigit() and re.search(r"\d, $", text[max(0, token.start - 3) : token.start])
    return bool(torn) or (len(surface) > 1 and surface.startswith("0") and surface.isdigit())


def _make(kind: QuantityKind, unit: str, low: float, high: float, value: float, token: Token, i: int) -> Quantity:
    return Quantity(kind, unit, low, high, value, token.key, token.surface, token.start, token.end, i)


def _read(text: str, tokens: Sequence[Token], i: int, value: float) -> Quantity:
    token = tokens[i]
    kind, unit = _kind_and_unit(text, tokens, i, value)
    if kind == "year" and text[token.end : token.end + 3].lstrip("'\u2019")[:1] == "s":
        return _make("year", "", value, value + 9, value, token, i)
    if kind == "age" and text[token.end : token.end + 3].lstrip("'\u2019")[:1] == "s":
        return _make("age", unit, value, value + 9, value, token, i)
    low, high = _rounding(token, value, kind) if kind not in ("age", "year", "day") else (value, value)
    bound, words = _bound_before(tokens, i)
    if words in _TIME_BOUNDS and kind not in ("age", "year"):
        bound = ""
    if words in (("over",), ("under",)) and value < _COUNTED_OVER and kind == "number":
        bound = ""  # "over three stages" is where, not how many
    if kind == "day":
        bound = ""
    if bound == "at least" or text[token.end : token.end + 1] == "+":
        high = math.inf
    elif bound == "at most":
        low = -math.inf
    elif bound == "just below":
        low = value * (1 - _SLACK)
    elif bound == "around":
        low, high = value * (1 - _SLACK), value * (1 + _SLACK)
    behind = tuple(t.lower for t in tokens[i + 1 : i + 3])
    if behind in (("or", "more"), ("and", "over"), ("or", "over"), ("or", "older")):
        high = math.inf
    elif behind in (("or", "less"), ("or", "fewer"), ("or", "under"), ("or", "younger")):
        low = -math.inf
    elif behind == ("or", "so"):
        low, high = value * (1 - _SLACK), value * (1 + _SLACK)
    other = _range_partner(text, tokens, i)
    if other is not None:
        low, high = min(low, tokens[other].value or 0.0), max(high, tokens[other].value or 0.0)
        if kind == "number" and other > i:
            unit = _unit_behind(text, tokens, other + 1)
    return _make(kind, unit, low, high, value, token, i)


def _rounding(token: Token, value: float, kind: QuantityKind) -> tuple[float, float]:
    """What a number written with few digits may stand for: "$14 billion" 13.5 to 14.5, "14.3 billion" 14.25 to 14.35.

    Only decimals, percentages and numbers with a scale word are taken as rounded; "27" and "500" mean what they say.
    """
    digits = re.match(r"[\d,]*(?:\.(\d+))?", token.surface)
    decimals = len(digits.group(1) or "") if digits else 0
    lead = float(digits.group().replace(",", "")) if digits and digits.group() else 1.0
    scaled = token.surface[-1:].isalpha() and value >= 1e5 and lead > 0
    if not decimals and not scaled and kind != "percent":
        return value, value
    step = (value / lead if lead else 1.0) * 10.0**-decimals
    if not (digits and digits.group()):
        step = 10.0 ** math.floor(math.log10(value))
    return value - step / 2, value + step / 2


def _bound_before(tokens: Sequence[Token], i: int) -> tuple[str, tuple[str, ...]]:
    """The bound that stands before the number, over a currency sign and "the age of"."""
    j = i
    while j > 0 and (
        tokens[j - 1].key in _CURRENCY_KEYS or tokens[j - 1].lower in ("the", "age", "of", "a", "aged", "his", "her")
    ):
        j -= 1
        if i - j >= 3:
            break
    for end in range(i, j - 1, -1):
        for length in (3, 2, 1):
            words = tuple(t.lower for t in tokens[max(0, end - length) : end])
            if words in _BOUNDS:
                return _BOUNDS[words], words
    return "", ()


def _range_partner(text: str, tokens: Sequence[Token], i: int) -> int | None:
    """The token of the other end of "3 to 5", "3-5", "between 3 and 5"; None when the number is no range."""
    for step in (1, -1):
        for gap in (1, 2):
            j = i + step * gap
            if not 0 <= j < len(tokens) or tokens[j].value is None:
                continue
            first, last = (i, j) if step == 1 else (j, i)
            between = text[tokens[first].end : tokens[last].start].strip().lower()
            words_before = [t.lower for t in tokens[max(0, first - 2) : first]]
            if between in ("-", "\u2013", "to", "or") or (between == "and" and "between" in words_before):
                return j
    return None


def _kind_and_unit(text: str, tokens: Sequence[Token], i: int, value: float) -> tuple[QuantityKind, str]:
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before is not None and before.key in _CURRENCY_KEYS:
        return "money", before.key
    if after is not None and after.key in _CURRENCY_KEYS and after.start - tokens[i].end <= 2:
        return "money", after.key
    if after is not None and after.key == "%":
        return "percent", _unit_behind(text, tokens, i + 2)
    age = _age(text, tokens, i, value)
    if age:
        return "age", age
    month = _month_beside(tokens, i)
    bare = re.sub(r"\W", "", tokens[i].surface)
    if _YEAR.match(bare) and "," not in tokens[i].surface and not _counted(text, tokens, i):
        return "year", ""
    if month and 1 <= value <= 31 and value == int(value):
        return "day", month
    return "number", _unit_behind(text, tokens, i + 1)


def _counted(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Whether a number that looks like a year counts something: "2000 people"."""
    unit = _unit_behind(text, tokens, i + 1)
    before = tokens[i - 1].lower if i else ""
    return unit in ("person", "job", "employ", "worker", "student", "dollar", "mil", "met") and before not in (
        "in",
        "since",
        "by",
    )


#: A verb in the present behind "At just 27, X": how old X is now, not when something happened.
_PRESENT = frozenset(
    "is has are leads runs heads joins remains becomes serves holds oversees takes brings works".split()
)


def _age(text: str, tokens: Sequence[Token], i: int, value: float) -> str:
    """Whether a number is an age: "now" for how old somebody is, "then" for the age at some event, "" for neither.

    now: "27-year-old", "27 years old", "Wang, 27,", "he is 27.", "aged 27,", "At just 27, Wang is"; then: "at age 27",
    "before the age of 30", "At just 19, she founded".
    """
    if not 0 < value < 116 or value != int(value):
        return ""
    behind = [t.lower for t in tokens[i + 1 : i + 3]]
    if behind[:1] in (["year"], ["years"]) and behind[1:] in (["old"], ["olds"]):
        return "now"
    ahead = [t.lower for t in tokens[max(0, i - 3) : i]]
    last, before = (["", "", *ahead])[-1], (["", "", *ahead])[-2]
    if last == "age" or (last == "of" and before in ("age", "ages")):
        return "then"
    if last in ("his", "her", "their") and value % 10 == 0 and behind[:1] == ["s"]:
        return "now"
    if not ahead or behind[:1] == ["and"] or not _CLOSES.match(text, tokens[i].end):
        return ""
    if (last in ("at", "by") and i <= 2) or (before == "at" and last in ("just", "only")):
        return "now" if _PRESENT & {t.lower for t in tokens[i + 1 : i + 6]} else "then"
    if last == "aged":
        return "now"
    if last in ("is", "was", "turns", "turned") and i >= 2 and not text[tokens[i].end :].strip(" .!"):
        return "now" if tokens[i - 2].capital or before in ("he", "she") else ""
    previous = tokens[i - 1]
    named = previous.capital and not previous.stop and previous.key not in _MONTH_KEYS | _WEEKDAY_KEYS.keys()
    apposed = named and _AFTER_NAME.match(text[previous.end : tokens[i].start])
    return "now" if apposed and text[tokens[i].end : tokens[i].end + 1] in (",", ".", "", " ") else ""


def _month_beside(tokens: Sequence[Token], i: int) -> str:
    """The month that makes a number a day: "September 5", "5 September", "the 5th of September"."""
    for j in (i - 1, i + 1, i + 2):
        if 0 <= j < len(tokens) and tokens[j].key.lstrip("~") in _MONTH_KEYS and tokens[j].lower in MONTHS:
            if j == i + 2 and tokens[i + 1].lower != "of":
                continue
            return tokens[j].key.lstrip("~")
    return ""


def _unit_behind(text: str, tokens: Sequence[Token], i: int) -> str:
    """The key of the noun that a number counts: the first content word within four tokens, in the same phrase."""
    if [t.lower for t in tokens[i : i + 2]] in (["or", "more"], ["or", "less"], ["or", "fewer"], ["or", "so"]):
        i += 2
    for j in range(i, min(i + 4, len(tokens))):
        token = tokens[j]
        if re.search(r"[,;:.!?()\"\n]", text[tokens[j - 1].end : token.start]) or token.value is not None:
            return ""
        if token.lower in _NOT_UNITS:
            return ""
        if token.lower in _SKIPPED or token.stop:
            continue
        ago = j + 1 < len(tokens) and tokens[j + 1].lower in ("ago", "later", "earlier")
        return token.key.lstrip("~") + (" ago" if ago else "")
    return ""
