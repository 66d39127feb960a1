"""Whether a full stop marks an abbreviation or an initial rather than the end of a sentence."""

from __future__ import annotations

import re

# Stand before a name or figure and never end a sentence.
_PREFIXES = frozenset(
    """mr mrs ms mx dr prof profs gen sen sens rep reps gov govs lt col sgt maj capt cmdr cpl pvt adm brig rev fr hon
    pres supt det insp atty messrs mme mlle msgr mt ft vs v viz cf e.g i.e eg ie approx ca asst""".split()
)
# Abbreviate only before a figure.
_NUMBERED = frozenset(
    """no nos n° nº № p pp vol vols fig figs sec ch chap art arts eq ver para paras pt sect op nr ext tel cl
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
# Can stand at the end of a sentence: what follows decides.
_SUFFIXES = frozenset(
    """inc corp co cos ltd llc llp plc bros jr sr esq est dept univ assn bldg blvd ave rd st hwy sq apt etc al gmbh
    calif mass conn wash ore ariz colo fla ill ind kan ky la md mich minn miss mo mont neb nev okla pa tenn tex va vt
    wis wyo ala ark del ga jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    ph.d b.sc m.sc""".split()
)
# Ordinary words too ("a rep", "the art", "in la"): abbreviations only with a capital and small letters.
_CAPITALISED = frozenset(
    """gen sen rep reps gov col maj det adm rev hon pres mt ft art arts fr apt calif mass conn wash ore ill ind la md
    miss mo pa ala ark del ga mon wed fri jan mar jun dec""".split()
)
_AFTER_CLOCK = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday et est edt eastern pacific central pt pst pdt gmt utc
    bst cet jan feb mar apr may june july aug sept oct nov dec january february march april august september october
    november december""".split()
)
_CLOCK_LEAD = re.compile(
    r"(?:at|by|on|around|about|before|after|since|from|until)\s+(?:about\s+|around\s+)?[\d:.]{1,5}\s*[ap]\.m", re.I
)
# Words before a letter that names a thing ("Plan B.", "vitamin C."): the letter is no initial.
_LETTERED = frozenset(
    """plan vitamin grade class type section series group hepatitis schedule option part appendix exhibit category
    point phase model""".split()
)
# Words that begin a sentence; a name, which is what goes on after an abbreviation or an initial, does not begin so.
_STARTERS = frozenset(
    """a an the this that these those it its he his him she her they their we our us you your i my there here and but
    or nor so yet for if when while where what who why how which whose whether did do does is are was were has have
    had can could will would should may might must in on at by from with without after before since during under over
    between among through about against as although though because unless until despite however meanwhile moreover
    furthermore nevertheless instead still then thus therefore now today yesterday tomorrow later earlier finally also
    even only just not no yes some many most more all both each every another other others such one two three several
    few according last next to""".split()
)
_TOKEN = re.compile(r"[^\s(\[\"“‘'«/—–-]*$")
_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_LOOK_BACK = 24


def is_abbreviation(text: str, start: int, stop: int, following: int, opened: bool) -> bool:
    """Whether the full stop at ``text[stop]`` belongs to an abbreviation, so that the sentence goes on.

    ``start`` is where the sentence began, ``following`` the next letter, digit or sign, ``opened`` whether a
    quotation mark stands before that.
    """
    token = _token_before(text, start, stop)
    if not token:
        return False
    key = token.lower()
    figure = text[following].isdigit()
    word = _WORD.match(text, following)
    starter = opened or (word is not None and word[0].lower() in _STARTERS)
    if key in _CAPITALISED and not token.istitle():
        return False
    if key in _PREFIXES or (figure and key in _NUMBERED):
        return True
    if len(token) == 1:
        return token.isupper() and not figure and not starter and _is_initial(text, start, stop, token)
    if key in ("a.m", "p.m"):
        dated = word is not None and word[0].lower() in _AFTER_CLOCK
        return dated or (stop - start < 40 and _CLOCK_LEAD.fullmatch(text, start, stop) is not None)
    if key in ("etc", "al"):
        return figure
    if key in _SUFFIXES or (token[0].isupper() and _ACRONYM.fullmatch(token)):
        return not starter
    return False


def _token_before(text: str, start: int, stop: int) -> str:
    parts = text[max(start, stop - _LOOK_BACK) : stop].rsplit(None, 1)
    if not parts or parts[-1].isalnum():
        return parts[-1] if parts else ""
    found = _TOKEN.search(parts[-1])
    return found[0] if found else ""


def _is_initial(text: str, start: int, stop: int, letter: str) -> bool:
    before = text[max(start, stop - _LOOK_BACK) : stop - 1].split()
    last = before[-1] if before else ""
    if letter == "I":
        return last[:1].isupper()
    return last.lower() not in _LETTERED
