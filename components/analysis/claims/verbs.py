"""Verb forms, as far as splitting sentences needs them: which words can be a verb, and in which form.

A verb form has a letter: ``B`` base (join), ``Z`` third person (joins), ``D`` past (joined), ``E`` participle
(joined, taken), ``G`` -ing (joining). The lists hold the verbs news prose lives on; an unknown word in -ed or -ing is
taken for a verb as well, an unknown word in -s never is: a missed verb only costs a claim.
"""

from __future__ import annotations

from functools import cache

_REGULAR = """
signal symbolize symbolise underscore drive solidify enable supercharge excel hint intensify define love understand
realise realize imagine forget enjoy depict
abandon abolish accept access accompany accuse achieve acknowledge acquire act adapt add address admit adopt
advance advise affect
agree aid aim air allege allow alter amount analyse analyze announce annotate answer apologise apologize appeal
appear apply appoint
approach approve argue arrest arrive ask assassinate assault assess assist assume attack attempt attend attract
attribute avoid award
back ban base battle believe belong benefit block blame board bomb boost border borrow bury call campaign cancel
capture care carry cause
celebrate challenge change charge chart chase check circulate cite claim clash classify clean clear climb close
collaborate collapse
collect combine comment commission commit compare compete complain complete comprise concern conclude condemn
conduct confirm confront
connect consider consist construct contain contact continue contract contribute control convert convict convince
cooperate copy correspond count cover
crash create criticise criticize cross crush damage deal debut decide declare decline decrease defeat defend define
delay deliver
demand demolish deny depart depend deploy depict derive descend describe design destroy detain detect determine
develop diagnose die
differ dip direct disagree disappear disclose discover discuss dismiss display distribute disrupt divide document
dominate donate double draft
drop earn edit educate elect eliminate embark emerge emphasise emphasize employ enable enact encourage end endorse
enjoy enrol enroll ensure enter
escape establish estimate evacuate evolve examine exceed exclude execute exist expand expect expel experience
experiment explain explode
explore export expose express extend face fail favour favor feature fear file fill film finance finish fire fix
flee float focus follow
force form fund gain gather generate govern grant grow guarantee guide hail halt handle happen harm head help hire
hope host house identify
ignore illustrate impact implement imply import impose improve incarcerate include incorporate increase indicate
infect influence inform
inhabit inherit injure insist inspect inspire install intend intensify interview introduce invade invent invest
investigate invite involve isolate
issue join judge jump justify kick kidnap kill knock label lack land last launch lease lecture license lift limit
link list live lobby
locate lock look love lower maintain manage manufacture march mark market marry match measure mention merge migrate
miss monitor mount
move murder name narrate negotiate nominate note notify number obey object obtain occupy occur offer open operate
oppose order organise
organize originate outline overturn own pardon park participate pass patent pay peak perform permit persuade pick
place plan plant play plead
pledge point poison possess post postpone practise practice praise predict prefer premiere prepare present preserve
press prevent
process produce project promise promote propose prosecute protect protest prove provide publish pull purchase
pursue push qualify
question race raid raise range rank rate rate reach react realise realize rebuild recall receive recognise
recognize recommend record
recover recruit recycle reduce refer reflect refuse regain register reject relate release rely remain remember
remove rename renew repair
repeal repeat replace reply report represent request require rescue research reserve resign resist resolve respond
rest restore restrict
result resume retain retire retreat return reveal review revive revise reward rise rob rotate ruin rule sack sail
save scale schedule score scrap
search secure seek seem seize sentence separate serve settle share shift ship shoot shout show shut sign smuggle
solve spark specialise
specialize specify sponsor stage stand star start starve state stay stem stop store strengthen stress strike
struggle study submit
succeed sue suffer suggest supply support suppose surrender surround survey survive suspect suspend switch talk
target tackle taste tax
team tend test testify threaten tighten tie top total touch tour track trade train transfer transform translate
transport travel treat
trigger try turn undergo unite unveil update upgrade upload urge use vaccinate value vary view violate visit voice
vote vow wait walk want warn
wash waste watch weaken weigh welcome widen wipe wish witness work worry wound yield zone achieve breed breach
crack cook dance dress
earmark feed fight flood gamble hack hatch heat insure jail kiss laugh learn leak lend listen log mobilise mobilize
nurse paint pair pose pump queue
rally rent reopen reunite reshape ride rebound retweet scan scatter shrink slash slip slow smoke snap sort spell
spy stab stretch strip
surge tweet unlock unveil unlock lag lead power propose overhaul outlaw outperform outsell price rival reassure
relocate reside reform
resemble sample settle shelter shell ship sink span spray spread sprint staff stall stitch stock suit sum swap tip
tow trace trap tune
accelerate accommodate accumulate administer advertise amend appoint assemble assert assign associate attain
authorise authorize
broadcast bounce budget calculate centre center characterise characterize chair champion cater circle cease
clarify coincide commemorate compile compose concede concentrate consult consume contest convene cultivate deem
dedicate depose
deport deteriorate devastate devote dispute dissolve donate double elaborate embrace emit endanger enforce entail
erupt evaluate excel exhibit
facilitate flourish fluctuate forecast found free fuel function govern graduate guess highlight honour honor hunt
inaugurate incur inhibit
initiate integrate intercept interpret intervene interrogate invoke jeopardise jeopardize kidnap liberate lodge
loom mimic minimise mistake
mobilize modify motivate multiply narrow observe offend outnumber oversee overtake perceive persist plunge pollute
portray
precede prompt provoke pursue quit quote ratify reassess rehearse reinforce rejoin render reproduce resort retract
reverse revolutionise rule
scrutinise segregate shape shock simulate sketch soar spearhead specify spur stabilise stimulate strand stumble
subsidise substitute succumb summon
supervise suppress swear sweep tackle terminate topple trail triple uncover undermine undertake unfold uphold
utilise utilize vanish verify withdraw
withhold withstand worsen wreck co-found co-write co-author double-check downplay
"""

# base past participle, where they are not regular
_IRREGULAR = """
arise arose arisen; awake awoke awoken; bear bore born; beat beat beaten; become became become; begin began begun;
bend bent bent;
bet bet bet; bid bid bid; bind bound bound; bite bit bitten; blow blew blown; break broke broken; breed bred bred;
bring brought brought;
broadcast broadcast broadcast; build built built; burn burnt burnt; buy bought bought; cast cast cast; catch caught
caught; choose chose chosen;
come came come; cost cost cost; cut cut cut; deal dealt dealt; dig dug dug; draw drew drawn; drink drank drunk;
drive drove driven;
eat ate eaten; fall fell fallen; feed fed fed; feel felt felt; fight fought fought; find found found; flee fled
fled; fly flew flown;
forbid forbade forbidden; forecast forecast forecast; forget forgot forgotten; forgive forgave forgiven; freeze
froze frozen; get got got;
give gave given; go went gone; grow grew grown; hang hung hung; hear heard heard; hide hid hidden; hit hit hit;
hold held held;
hurt hurt hurt; keep kept kept; know knew known; lay laid laid; lead led led; learn learnt learnt; leave left left;
lend lent lent; let let let;
lie lay lain; light lit lit; lose lost lost; make made made; mean meant meant; meet met met; mistake mistook
mistaken; oversee oversaw overseen;
overtake overtook overtaken; pay paid paid; put put put; quit quit quit; read read read; rebuild rebuilt rebuilt;
ride rode ridden;
ring rang rung; rise rose risen; run ran run; say said said; see saw seen; seek sought sought; sell sold sold;
outsell outsold outsold; send sent sent; set set set;
shake shook shaken; shed shed shed; shine shone shone; shoot shot shot; shrink shrank shrunk; shut shut shut; sing
sang sung; sink sank sunk;
sit sat sat; sleep slept slept; speak spoke spoken; spend spent spent; spill spilt spilt; spin spun spun; split
split split; spread spread spread;
stand stood stood; steal stole stolen; stick stuck stuck; strike struck struck; swear swore sworn; sweep swept
swept; swim swam swum;
swing swung swung; take took taken; teach taught taught; tear tore torn; tell told told; think thought thought;
throw threw thrown;
undergo underwent undergone; understand understood understood; undertake undertook undertaken; uphold upheld
upheld; wake woke woken;
wear wore worn; win won won; withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood
withstood; write wrote written;
co-write co-wrote co-written; show showed shown; prove proved proven
"""

# Two syllables or more, yet the last consonant doubles.
_DOUBLING = frozenset(
    "admit commit permit refer occur transfer control submit rebel compel expel propel emit incur prefer excel".split()
)

# Words in -ed and -ing that are no verb forms.
_NOT_VERBS = frozenset(
    """
    hundred indeed need speed seed red united wicked naked sacred hatred bed shed feed weed breed exceed proceed
    succeed thing nothing something anything everything king morning evening during spring ring string wing sing
    bring ceiling wedding pudding clothing sibling duckling sterling viking including following according
    regarding concerning
    """.split()
)

# Forms that are at least as often nouns or adjectives: they need a clear context to be read as a verb.
_NOUNY = frozenset(
    """
    access act aid aim air answer appeal approach attack attempt award back ban base battle benefit block blame
    board bomb boost border call campaign care cause challenge change charge chart check claim clash comment
    commission concern contact contract control copy count cover crash cut damage deal debut decline decrease
    demand design dip document double draft drop end escape estimate experience experiment export face fear
    feature fight file fill film finance fire fix float focus force form fund gain grant guarantee guide halt hand
    harm head help hire hit hope host house impact import increase influence interview issue judge jump kick knock
    label lack land last launch lead lease lecture license lift limit link list lobby lock look love march mark
    market match measure mention miss monitor mount move murder name note number object offer open order park
    pass patent pay peak pick place plan plant play pledge point post power practice present press process produce
    project promise protest purchase push question race raid raise range rank rate record reform release rent
    repair reply report request rescue research reserve rest result return review reward rise rival rule run sack
    sail sample scale schedule score search sentence set share shift ship shock show sign slip smoke sort spell
    spread spy staff stage stand star start state stay stem stock stop store stress strike struggle study suit sum
    supply support surge survey switch talk target taste tax team test tie tip top total touch tour trace track
    trade train transfer transport travel trap treat trigger try turn update upgrade use value view visit voice
    vote walk want warning wash waste watch welcome wish witness work worry wound yield zone market price shape
    fuel function forecast broadcast budget champion chair centre center circle contest dispute exhibit hunt
    honour honor lodge prompt quote reverse sketch spur trail heat free split cost bid bet cast cut put read light
    lie lay mean bear blow break burn catch drive fall feed find fly hold hurt lead leave meet ride ring run sink
    sleep spin stick sweep swing tear throw wake win
    """.split()
)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Word -> {form letter: base}."""
    table: dict[str, dict[str, str]] = {}
    irregular = {base: (past, part) for base, past, part in (row.split() for row in _IRREGULAR.split(";"))}
    for base in [*_REGULAR.split(), *irregular]:
        past, part = irregular.get(base, (_past(base),) * 2)
        for letter, form in (("B", base), ("Z", _third(base)), ("D", past), ("E", part), ("G", _ing(base))):
            table.setdefault(form, {}).setdefault(letter, base)
    return table


def _doubles(base: str) -> bool:
    if base in _DOUBLING:
        return True
    vowels = [c in "aeiou" for c in base]
    return len(base) > 2 and vowels[-3:] == [False, True, False] and sum(vowels) == 1 and base[-1] not in "wxy"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"


def verb_forms(word: str) -> dict[str, str]:
    """The forms a lower-case word can be, each with its base ("" when the verb is unknown); empty if it is no verb."""
    known = _forms().get(word)
    if known is not None:
        return known
    if word in _NOT_VERBS or len(word) < 5 or not word.replace("-", "").isalpha():
        return {}
    if word.endswith("ed"):
        return {"D": "", "E": ""}
    if word.endswith("ing"):
        return {"G": ""}
    return {}


def base_of(word: str) -> str:
    """The base of a verb form, "" when the word is no known verb."""
    return next(iter(verb_forms(word.lower()).values()), "")


def past_of(word: str) -> str:
    """The simple past of any form of a known verb ("joining" -> "joined"), "" when it is not known."""
    return _pasts().get(base_of(word), "")


@cache
def _pasts() -> dict[str, str]:
    return {letters["D"]: form for form, letters in _forms().items() if "D" in letters}


def is_nouny(word: str) -> bool:
    """Whether a form (share, plans, cut) is as likely a noun: it then needs a clear context to be a verb."""
    forms = verb_forms(word)
    return any(forms.get(letter) in _NOUNY for letter in "BZ") or word in _NOUNY
