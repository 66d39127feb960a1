"""One key for the inflected forms of an English word: join, joins, joined, joining."""

from __future__ import annotations

import functools
import re

_IRREGULAR_FORMS = """
be=be|begin=began begun|become=became|blow=blew blown|break=broke broken|bring=brought|build=built|buy=bought
|catch=caught|choose=chose chosen|come=came|deal=dealt|die=dies died dying|draw=drew drawn|drink=drank drunk
|drive=drove driven|eat=ate eaten|fall=fell fallen|feel=felt|fight=fought|find=found|flee=fled|fly=flew flown
|forget=forgot forgotten|freeze=froze frozen|get=got gotten|give=gave given|go=goes went gone going|grow=grew grown
|hear=heard|hide=hid hidden|hold=held|keep=kept|know=knew known|lead=led|leave=left|lend=lent|lie=lying lies
|lose=lost|make=made|mean=meant|meet=met|pay=paid|ride=rode ridden|rise=rose risen|run=ran|say=said|see=saw seen
|seek=sought|sell=sold|send=sent|shake=shook shaken|shoot=shot|show=shown|sing=sang sung|sink=sank sunk|sit=sat
|sleep=slept|speak=spoke spoken|spend=spent|stand=stood|steal=stole stolen|strike=struck|swear=swore sworn|swim=swam
|take=took taken|teach=taught|tell=told|think=thought|throw=threw thrown|understand=understood|wake=woke woken
|beat=beaten|bind=bound|bite=bit bitten|bleed=bled|breed=bred|dig=dug|feed=fed|forgive=forgave forgiven|hang=hung
|lay=laid|overcome=overcame|overtake=overtook overtaken|rebuild=rebuilt|repay=repaid|retake=retook retaken
|shrink=shrank shrunk|slide=slid|spin=spun|stick=stuck|sweep=swept|swing=swung|tear=tore torn
|undergo=underwent undergone|undertake=undertook undertaken|uphold=upheld|weep=wept|withhold=withheld
|wear=wore worn|win=won|write=wrote written|withdraw=withdrew withdrawn
|man=men|woman=women|child=children|person=people persons|foot=feet|tooth=teeth|wife=wives|knife=knives|thief=thieves"""
_IRREGULAR: dict[str, str] = {
    form: base
    for entry in _IRREGULAR_FORMS.replace("\n", " ").split("|")
    for base, _, forms in [entry.strip().partition("=")]
    for form in forms.split()
}

#: British spellings that differ by more than an ending.
_SPELLINGS = {
    "centre": "center", "theatre": "theater", "defence": "defense", "licence": "license", "offence": "offense",
    "programme": "program", "cheque": "check", "tyre": "tire", "grey": "gray", "mum": "mom", "aeroplane": "airplane",
}  # fmt: skip
_OUR = re.compile(r"(?<=[bdlmnv])our(?=(?:s|ed|ing|ite|able)?$)")
_ISE = re.compile(r"(?<=[a-z][lnrtdm])is(?=(?:e|es|ed|ing|ation|ations)$)")
_OUR_KEPT = ("hour", "four", "your", "pour", "tour", "sour", "devour", "downpour", "detour", "contour", "velour")
_ISE_KEPT = ("promis", "premis", "surpris", "compris", "enterpris", "pris", "ris", "exercis", "advertis", "merchandis")

_WHOLE = frozenset(
    """morning evening nothing something anything everything during ceiling wedding king thing spring string ring
    hundred sacred naked wicked united red bed news series species always perhaps texas arkansas kansas paris""".split()
)
_ADVERB = re.compile(r"(al|ous|ent|ant|ive|ate|ed|ing|ic|ful|less|ar|er|ite|ick|ong|ide)ly$")
_VOWEL = re.compile(r"[aeiouy]")


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The key of a lower-case word: its base form with plural, tense and adverb endings cut.

    Irregular forms ("left", "said", "children") go to their base; British spellings to one form with American
    ones. Derivation is left alone ("invest" and "investor" differ). Keys need not be words: "company" -> "compani".
    """
    word = _IRREGULAR.get(word, word)
    word = _SPELLINGS.get(word, word)
    if len(word) > 5:
        if not word.startswith(_OUR_KEPT):
            word = _OUR.sub("or", word)
        if not word.startswith(_ISE_KEPT):
            word = _ISE.sub("iz", word)
    if len(word) <= 3 or word in _WHOLE:
        return word
    word = _cut_plural(word)
    word = _ADVERB.sub(r"\1", word)
    word = _cut_tense(word)
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 2 and word.endswith("y") and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    return word


def _cut_plural(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def _cut_tense(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and not word.endswith("eed") and len(rest) >= 2 and _VOWEL.search(rest):
            if word.endswith("ied"):
                return rest[:-1] + "y"
            if len(rest) == 2:
                return rest + "e"
            if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] in "bdgmnprt":
                return rest[:-1]
            return rest
    return word
