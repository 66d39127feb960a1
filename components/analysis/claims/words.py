"""Closed word classes of English that the claim engine rests on. Written for Parallax."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Words too common to tell claims apart.
STOP = _set(
    """a an the is was are were be been being am of in on at to for from by with and or but that this these those it
    its itself as has have had having do does did done he she they i you we me him her his hers their theirs them us
    our ours my your who whom whose which there will would shall s t re ve ll d m so also if then than what when where
    while himself herself themselves"""
)

#: Words that turn a statement round. "fail", "refuse", "without" and their kin negate like "not" does.
NEGATIONS = _set("not no never none nobody nothing neither nor without hardly scarcely barely")
NEGATING_VERBS = _set(
    """fail fails failed failing refuse refuses refused refusing decline declines declined declining unable deny denies
    denied denying"""
)

#: Verbs of telling: "without mentioning X", "did not disclose X" mean that X is *not* told.
TELLING = _set(
    """mention mentions mentioned mentioning disclose discloses disclosed disclosing say says said saying specify
    specifies specified specifying reveal reveals revealed revealing comment comments commented commenting provide
    provides provided providing give gives gave given giving detail details detailed detailing confirm confirms
    confirmed confirming elaborate elaborates elaborated elaborating discuss discusses discussed discussing release
    releases released releasing announce announces announced announcing state states stated stating share shares
    shared sharing publish publishes published publishing name names named naming identify identifies identified
    identifying tell tells told telling explain explains explained explaining clarify clarified clarifying"""
)

#: Words by which an author holds back from a statement.
HEDGES = _set(
    """may might could would possibly perhaps maybe likely unlikely probably potentially allegedly alleged reportedly
    apparently seemingly purportedly supposedly rumoured rumored suggest suggests suggested suggesting appear appears
    appeared seem seems seemed expect expects expected believe believes believed think thinks speculated speculation
    rumour rumours rumor rumors hope hopes hoped consider considers considering considered if unless unclear
    unconfirmed presumably estimated estimates"""
)

#: Words that lay a statement at somebody's door.
ATTRIBUTIONS = _set(
    """said says say according told tells claims claimed claim alleges alleged stated states announced announces
    reported reports reporting confirmed confirms explained explains added adds argued argues insisted insists
    noted notes wrote writes acknowledged warned warns testified"""
)

MONTHS: dict[str, str] = {
    name: name[:3]
    for name in (
        "january february march april may june july august september october november december".split()
        + "jan feb mar apr jun jul aug sep oct nov dec".split()
    )
} | {"sept": "sep"}

WEEKDAYS: dict[str, str] = {
    name: name[:3] for name in "monday tuesday wednesday thursday friday saturday sunday".split()
}

UNITS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
TENS: dict[str, int] = {
    word: (value + 2) * 10 for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
#: Scale letters, read only behind digits: "$13.4bn", "5k".
SHORT_SCALES: dict[str, float] = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
ORDINALS: dict[str, int] = {
    word: value + 1
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
    )
}

_NATIONS = """
american americans america|british britain briton britons|french france frenchman frenchmen
|german germans germany|italian italians italy|spanish spain spaniard|chinese china|russian russians russia
|indian indians india|polish poland pole poles|irish ireland irishman irishmen
|scottish scotland scot scots scotsman|welsh wales welshman|english england englishman englishmen
|australian australians australia|canadian canadians canada|japanese japan|israeli israelis israel
|iranian iranians iran|iraqi iraqis iraq|syrian syrians syria|turkish turkey turk turks
|egyptian egyptians egypt|greek greeks greece|dutch netherlands dutchman|swedish sweden swede swedes
|norwegian norwegians norway|danish denmark dane danes|finnish finland finn finns|swiss switzerland
|austrian austrians austria|brazilian brazilians brazil|mexican mexicans mexico|kenyan kenyans kenya
|nigerian nigerians nigeria|ghanaian ghanaians ghana|pakistani pakistanis pakistan|afghan afghans afghanistan
|ukrainian ukrainians ukraine|european europeans europe|african africans africa|asian asians asia|saudi saudis
|palestinian palestinians palestine|korean koreans korea|vietnamese vietnam|yemeni yemenis yemen
|libyan libyans libya|somali somalis somalia|belgian belgians belgium|portuguese portugal
|argentine argentinian argentinians argentina|chilean chileans chile|colombian colombians colombia
|venezuelan venezuelans venezuela|peruvian peruvians peru|cuban cubans cuba|malaysian malaysians malaysia
|indonesian indonesians indonesia|thai thailand|filipino filipinos philippines|nepalese nepali nepal
|lebanese lebanon|jordanian jordanians jordan|hungarian hungarians hungary|czech czechs czechia
|romanian romanians romania|bulgarian bulgarians bulgaria|serbian serbians serbia serb serbs
|croatian croatians croatia|taiwanese taiwan|singaporean singaporeans singapore|ethiopian ethiopians ethiopia
|sudanese sudan|moroccan moroccans morocco|tunisian tunisians tunisia|algerian algerians algeria
|californian californians california|texan texans texas|londoner londoners london|parisian parisians paris"""

#: Adjective, inhabitant or country -> one key for the place: "Polish" and "Poland" are the same place.
PLACES: dict[str, str] = {
    word: group.split()[0] for group in _NATIONS.replace("\n", " ").split("|") for word in group.split()
}
#: Places and calendar words that in lower case are something else ("polish", "china", "may", "march").
AMBIGUOUS = _set("polish pole poles turkey turk turks china swede swedes dane danes finn finns jordan chile may march")
#: Written-out and short forms; the short ones count only in capitals ("US", never "us").
SHORT_PLACES: dict[str, str] = {
    "us": "american",
    "usa": "american",
    "uk": "british",
    "gb": "british",
    "eu": "european",
    "un": "un",
}
LONG_PLACES: dict[tuple[str, str], str] = {
    ("united", "states"): "american",
    ("united", "kingdom"): "british",
    ("european", "union"): "european",
    ("united", "nations"): "un",
    ("great", "britain"): "british",
}

#: Forms of address: before a name they are as good as absent.
ADDRESSES = _set("mr mrs ms miss mx dr prof sir dame lord lady")
#: Titles before a name; they say nothing of who it is.
TITLES = _set(
    """mr mrs ms miss dr prof professor sir dame lord lady president chancellor minister senator sen rep governor gov
    general gen colonel col captain capt sergeant sgt detective inspector judge justice king queen prince princess pope
    rev reverend father sister coach mayor officer ceo cto cfo chairman chief executive secretary"""
)

CURRENCIES: dict[str, str] = {
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "¥": "yen",
    "₹": "rupee",
    "dollar": "dollar",
    "dollars": "dollar",
    "usd": "dollar",
    "pounds": "pound",
    "gbp": "pound",
    "euro": "euro",
    "euros": "euro",
    "eur": "euro",
    "yen": "yen",
    "yuan": "yuan",
    "rupee": "rupee",
    "rupees": "rupee",
}
