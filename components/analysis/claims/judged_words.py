"""The words by which a clause is judged: vague, speculative, praising, soft, light and lasting ones."""

from __future__ import annotations

import re

from components.analysis.claims.closed_classes import word_set

BOILERPLATE = re.compile(
    r"\b(?:subscribe|newsletter|cookies?|all rights reserved|click here|read more|leave a (?:reply|comment)"
    r"|pictured (?:above|below|left|right|here)|scroll down|email address|sign up|log in|copyright"
    r"|photograph by|advertisement|required fields"
    r"|this (?:article|post|blog|story|page|website) (?:is|was|has|first|originally|unpacks|explains|explores))\b",
    re.I,
)


VAGUE_SUBJECTS = word_set(
    "this that these those there here what one some others many such anything everything something nothing who",
    "which another much more most few nobody",
    "why how because whether",
    "everyone everybody someone anyone both neither all each half thing things reason reasons question answer",
    "problem result point way signal lesson takeaway idea truth fact move no latter former example",
)
SPECULATIVE = word_set(
    "could might may should would must can cannot likely unlikely probably possibly perhaps potentially",
    "presumably seems seem seemed appears appear appeared hopefully",
)
OPINION = word_set(
    "best worst great greatest wonderful terrible brilliant amazing beautiful perfect perfectly important",
    "essential crucial key vital critical significant",
    "interesting surprising impressive standout synonymous magnet game-changer right wrong good bad better",
    "worse ideal huge powerful exciting clear obvious",
    "difficult easy hard possible impossible necessary remarkable strange sad happy lucky unfortunate promising",
    "urgent urgently seriously real true",
    "ambitious excellence brilliance unmatched critical fuel mindset visionary deeper different simply momentum",
    "gateway success signal strong failure winner loser bag majestic surprises surprise glamorous ravishing heyday",
    "brutal cruel crazy dire devastated devastating awful horrible dreadful lovely nice awesome tough harsh painful",
    "dream useful radical heights disappointing boring funny stupid silly ugly careful proud",
    "conciliatory towering tremendous difficulties knack unquestioned unique charming",
)
# Praise and blame that a figure beside it does not turn into fact.
PRAISE = word_set(
    "best worst greatest finest worth more-than game-changer brilliant amazing evident visionary synonymous fold"
)
SOFT_VERBS = word_set(
    "signal mean matter reflect show depend align bring lend seem appear feel look deserve need help mark",
    "represent symbolize symbolise",
    "underscore highlight demonstrate illustrate prove shape redefine transform reshape drive fuel solidify",
    "strengthen establish spark boost enable supercharge",
    "emerge center centre excel shake hint intensify accelerate position dominate unlock define embody carry",
    "sit rival want like love enjoy",
    "sound power think hope worry fear understand realise realize know imagine remember forget happen let keep try",
    "struggle double",
)
# Verbs that say little by themselves: their object must name someone or something.
LIGHT = word_set("come go get become make give take see force bring put turn")
# Verbs of the present tense that state lasting facts; others in the present are mostly comment.
LASTING = word_set(
    "be have own employ live work play star run operate specialise specialize include contain consist cost hold",
    "produce sell make rely face teach study lead",
    "say tell report claim announce estimate plan belong serve earn pay charge offer provide receive show",
    "suffer die kill experience cover feature house host",
    "use eat speak attend represent control supply export import manufacture publish send spend weigh measure",
    "date lie border stand comprise depict portray",
    "tell describe narrate follow direct write chair manage head join leave remain want allow ban require",
    "support oppose deny refuse accuse seek aim grow fall rise stem",
    "take give hire invest buy acquire launch sue win lose found open close begin start end play appear believe",
    "predict warn argue find suggest confirm reveal",
)


# Verbs that say nothing without an object.
TRANSITIVE = word_set(
    "publish make find hold use give take build produce create develop conduct design own buy release achieve",
    "mention introduce stop try finish include contain cause bring keep put complete receive provide accuse approve",
    "describe discover injure kill name portray reject replace reveal support rule write tell ask",
    "follow refuse license treat arrest picture manufacture populate decide distribute mount",
)
PARTICLES = word_set("up off out down in on over away back")
STUDIES = word_set(
    "report study survey research data figures statistics poll findings analysis review census investigation",
    "experts researchers scientists",
)
SHOWING = word_set(
    "suggest suggests suggested show shows reveal reveals revealed find finds found estimate estimates",
    "estimated predict predicts indicate indicates",
)
# "said that the two raids were": which two, an earlier sentence says.
TOLD_COUNT = re.compile(
    r"\b(?:said|says|say|added|confirmed|reported)(?: that)? the (?:first |last |other )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,6})(?: [a-z]{1,20})?"
    r" (?:are|were|have|had|will|could|would|did)\b"
)
