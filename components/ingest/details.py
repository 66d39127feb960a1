"""Dates and bylines: reading them, and telling the rows that hold nothing else.

Nothing is guessed. A date that two customs read differently (03/04/2026) is no date; an author is a name that the
text introduces as one ("By Jane Doe"): a handle beside an avatar, or the name over an author box, is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(rf"(?P<mon>{_MONTH})\s?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y>(?:19|20)\d\d)(?!\d)", re.I),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?(?P<mon>{_MONTH}),?[\s-](?P<y>(?:19|20)\d\d)(?!\d)",
        re.I,
    ),
    re.compile(r"(?<!\d)(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"^(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T\d{4,6}Z?)?$"),
)
_TIME = re.compile(
    r"(?:\bat\s|T)?\b\d{1,2}[:.]\d\d(?::\d\d(?:\.\d+)?)?\s?(?:[ap]\.?m\.?)?\s?(?:\(?(?:UTC|GMT|[ECMP][SD]?T|BST|IST|CEST|"
    r"CET)\)?|Z|[+-]\d\d:?\d\d)?(?!\w)|\bat\s\d{1,2}\s?[ap]\.?m\.?",
    re.I,
)
_READING = re.compile(
    r"\d{1,3}[\s-]?(?:min(?:ute)?s?)\.?(?:\s(?:read(?:ing)?(?:\stime)?|listen|watch))|reading time:?\s\d+ min\w*", re.I
)
_AGO = re.compile(r"\b(?:\d{1,3}|an?)\s(?:second|minute|min|hour|hr|day|week|month|year)s?\sago\b", re.I)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?", re.I)
_STAMP = re.compile(
    r"\b(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|released|reviewed)"
    r"(?: (?:on|at|in))?|date|last update|publish date|issued)\b:?",
    re.I,
)
_KICKER = re.compile(
    r"(?:news|blog|press release|opinion|analysis|technology|tech|business|science|health|world|politics|sports?|"
    r"feature|article|report|update|announcements?|insights?|explainer|interview|review|markets|economy|culture)s?",
    re.I,
)
_SEPARATORS = re.compile(r"\s*[|·•●—–/]\s*|\s-\s|,\s|\s{3,}|\t")
_NAME_WORD = r"[A-Z][\w'’.-]{0,30}"
_PARTICLE = r"(?:(?:de|da|di|du|la|le|van|von|der|den|ter|bin|al|el|del|dos|y|of)\s){0,3}"
_NAME = rf"{_NAME_WORD}(?:\s{_PARTICLE}{_NAME_WORD}){{1,3}}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Ww]ritten [Bb]y|[Ww]ords [Bb]y|[Pp]osted [Bb]y|[Pp]ublished [Bb]y|[Aa]uthor|[Rr]eported [Bb]y):?\s+"
    rf"(?P<names>{_NAME}(?:(?:,\s|\s?,?\sand\s|\s&\s){_NAME}){{0,4}})"
)
# What the name of a paper, station or agency ends in. Those of the second row are surnames too: they want a "The".
_OUTLET_ENDS = (
    "times|news|courier|herald|gazette|tribune|journal|chronicle|telegraph|daily|weekly|press|bulletin|dispatch|"
    "examiner|inquirer|enquirer|globe|sentinel|magazine|radio|broadcasting|newspapers?|news agency|newswire|ledger|"
    "argus|advertiser|observer-dispatch|intelligencer|reporter-herald|picayune"
)
_SURNAMES_TOO = (
    "post|star|sun|page|mail|record|independent|standard|guardian|observer|review|echo|mirror|express|advocate|banner|"
    "beacon|citizen|enterprise|leader|monitor|register|union"
)
# An outlet of one word, which "The" and the place behind an author's name tell from anything else.
_ONE_WORD = (
    "economist|guardian|independent|observer|register|sun|spectator|conversation|intercept|atlantic|times|mirror"
)
_OUTLET = re.compile(
    rf"(?:(?P<the>[Tt]he|THE)\s)?(?:{_NAME_WORD}\s){{0,4}}(?:(?i:{_OUTLET_ENDS})|(?P<surname>(?i:{_SURNAMES_TOO})))"
)
_THE_ONE = re.compile(rf"(?:the\s)(?:{_ONE_WORD})", re.I)
_FOR_OUTLET = re.compile(r"(?:for|of|at|from)\s(?=[Tt]he\s|THE\s|[A-Z])")
_ROLE = re.compile(
    r"(?:[\w’'&.-]+\s){0,3}(?:writer|reporter|editor|correspondent|staff|contributor|columnist|journalist|press|news|times|"
    r"post|producer|desk|reuters|afp|bloomberg|author|fellow|analyst)",
    re.I,
)
# A city in capitals, perhaps its state, the day, perhaps an agency, a dash: how agencies and press releases begin.
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,40}(?:,\s[A-Z][\w. ]{1,20}){0,2},\s(?P<day>[A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:19|20)\d\d|"
    r"\d{1,2}\s[A-Z][a-z]{2,8}\.?,?\s(?:19|20)\d\d),?\s?(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)?\s?[—–-]"
)
# Words that make "By ..." a title or a phrase rather than a name.
_NO_NAME = frozenset(
    "the a an any all every no this that these those our your their his her its my design default law accident order "
    "invitation staff reporter reporters editor editors team admin press desk newsroom guest associated reuters "
    "bloomberg afp january february march april june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday numbers means necessary way end day night popular demand".split()
)


def _valid(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _iso(match: re.Match[str]) -> str:
    found = match.groupdict()
    year = int(found["y"])
    if found.get("mon"):
        return _valid(year, _MONTHS.index(found["mon"][:3].lower()) + 1, int(found["d"]))
    if found.get("m"):
        return _valid(year, int(found["m"]), int(found["d"]))
    first, second = int(found["a"]), int(found["b"])
    if first != second and first <= 12 and second <= 12:  # day first or month first: two customs, no telling
        return ""
    day, month = (first, second) if first > 12 else (second, first)
    return _valid(year, month, day)


def read_date(text: str) -> str:
    """The first full date in ``text`` as ISO 8601 (YYYY-MM-DD), "" without one or when customs read it differently.

    Reads 2026-06-03, 2026/6/3, 20260603, June 3, 2026, 3rd June 2026, 03-Jun-2026, 23/06/2026 and 23.06.2026, with or
    without a weekday or a time.
    """
    found = [(m.start(), _iso(m)) for pattern in _DATES for m in pattern.finditer(text[:200].strip())]
    return next((iso for _, iso in sorted(found) if iso), "")


def read_dateline(text: str) -> str:
    """The date of the dateline that a text begins with, as ISO 8601; "" without one.

    "MENLO PARK, Calif., June 14, 2025 (Newswire) — ": the place in capitals, a full date, a dash.
    """
    match = _DATELINE.match(text.lstrip())
    return read_date(match["day"]) if match else ""


def read_byline(line: str) -> str:
    """The name or names that the line introduces as the author's, "" when it clearly shows none.

    A byline is "By", "Written by", "Author:" and two to four capitalised words; capitals throughout
    are set in title case. The names of agencies, desks and roles are no author.
    """
    return _credit(line)[0]


def read_outlet(line: str) -> str:
    """The paper, station or agency that a byline names after its author, "" when it names none.

    "By Dana Ruiz, The Harbor Courier", "By Dana Ruiz for the Harbor Courier", "By Dana Ruiz | Staff Writer | ...". An
    outlet is known by what its name ends in; "By Dana Ruiz, Emily Post" names two people.
    """
    return _credit(line)[1]


def _credit(line: str) -> tuple[str, str]:
    """(author, outlet) of a byline."""
    match = _BYLINE.match(line.strip())
    if match is None:
        return "", ""
    names, rest = match["names"], line.strip()[match.end() :]
    outlet = ""
    people = names.split(", ")
    while people[1:] and (_ROLE.fullmatch(people[-1]) or _outlet(people[-1])):  # "By Jane Doe, Senior Reporter"
        outlet = _outlet(people.pop()) or outlet
    names = ", ".join(people)
    if {w.strip(".,").casefold() for w in names.replace("&", " ").split()} & _NO_NAME or len(rest) > 120:
        return "", ""
    left, _ = _without_details(rest)
    parts = [_FOR_OUTLET.sub("", p.strip(" ,.:;()")) for p in _SEPARATORS.split(left)]
    for part in filter(None, parts):
        outlet = outlet or _outlet(part)
        if not (_ROLE.fullmatch(part) or part.isupper() or _outlet(part)):
            return "", ""
    return _in_case(names), _in_case(outlet)


def _outlet(part: str) -> str:
    """``part`` if it is the name of an outlet by its last word."""
    if _THE_ONE.fullmatch(part):
        return part
    match = _OUTLET.fullmatch(part)
    named = match is not None and (match["the"] or not match["surname"]) and len(part.split()) >= 2
    return part if named else ""


def _in_case(name: str) -> str:
    return name.title() if name.isupper() else name


def _without_details(part: str) -> tuple[str, bool]:
    """``part`` without its dates, times and their words, and whether a date or a reading time was among them."""
    found = False
    for pattern in (*_DATES[:4], _READING, _AGO):
        part, n = pattern.subn(" ", part)
        found = found or n > 0
    if found:
        part = _TIME.sub(" ", part)
        part = _WEEKDAY.sub(" ", _STAMP.sub(" ", part))
    return part.strip(" ,.:;()[]"), found


def date_readings(text: str) -> tuple[str, ...]:
    """The days that the first full date in ``text`` may mean, as ISO 8601: none, one, or two.

    Two where customs differ: 03/04/2026 is (2026-04-03, 2026-03-04), the day first and the month first.
    """
    if day := read_date(text):
        return (day,)
    match = _DATES[3].search(text[:200].strip())
    if match is None:
        return ()
    year, first, second = int(match["y"]), int(match["a"]), int(match["b"])
    both = (_valid(year, second, first), _valid(year, first, second))
    return both if all(both) else ()


def is_detail_row(line: str) -> bool:
    """The line holds a date, a reading time or a byline and nothing else but a section label.

    "NewsJune 3, 2026· 2 min read", "By Jane Doe | Updated 3 June 2026 at 9:40 GMT", "5 min read".
    """
    line = line.strip()
    if len(line) > 160 or len(line.split()) > 24:
        return False
    if read_byline(line):
        return True
    if not any(mark.isdigit() for mark in line) and "ago" not in line:
        return False
    rest, found = _without_details(line)
    if not found:
        return False
    left = [part for part in (p.strip(" ,.:;") for p in _SEPARATORS.split(rest)) if part]
    marked = bool(_STAMP.search(line) or _READING.search(line) or _SEPARATORS.search(line) or _AGO.search(line))
    return all(
        _KICKER.fullmatch(part) or (marked and read_byline(part)) or (part.isupper() and len(part) <= 12)
        for part in left
    )


@dataclass(frozen=True, slots=True)
class Details:
    """What the page's own rows show. ``dates`` are the days that its date may mean: none, one, or two."""

    dates: tuple[str, ...]
    author: str
    outlet: str


def details(rows: Iterable[str]) -> Details:
    """Date, author and outlet that the rows show, empty each where they show none.

    Of several dates the earliest: a page that was updated was published before that.
    """
    lines = [part for row in rows for part in row.split("\n")]
    dates = [found for line in lines if (found := read_date(line))]
    unclear = next((both for line in lines if len(both := date_readings(line)) == 2), ())
    parts = [part for line in lines for part in (line, *_SEPARATORS.split(line))]
    credits = [credit for part in parts if any(credit := _credit(part))]
    return Details(
        dates=(min(dates),) if dates else unclear,
        author=next((author for author, _ in credits if author), ""),
        outlet=next((outlet for _, outlet in credits if outlet), ""),
    )
