"""Closed lists of words that the context rules look at. Lower-case, apostrophes straight."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """a an the this that these those some any each every no both all half such what which whose who whom
    and or but nor so yet if then than as because while although though unless until since when where why how
    of in on at by for from to with without into onto over under between among through during before after about
    against above below across along around behind beside beyond despite down near off out past toward towards
    up upon via within i you he she it we they me him her us them my your his its our their mine yours hers ours
    theirs myself yourself himself herself itself ourselves themselves am is are was were be been being do does did
    done have has had having will would shall should can could may might must ought not n't also too very just only
    even still already again once here there now""".split()
)

NEGATORS = frozenset("not no never neither nor without hardly barely scarcely cannot nothing none nobody".split())
# What follows a negator and undoes it: "not just", "no longer", "never before", "cannot overstate".
NOT_A_NEGATION = {
    "not": frozenset("just only merely simply solely least to since until".split()),
    "no": frozenset("longer doubt wonder matter ordinary mere small secret question mistake shortage".split()),
    "never": frozenset("before been ending mind forget stop fail fails tire".split()),
    "nothing": frozenset("short less but".split()),
    "without": frozenset("doubt question".split()),
    "cannot": frozenset("overstate wait help stop deny ignore imagine believe be just only".split()),
}
CONTRACTED_NOT_A_NEGATION = frozenset(
    "just only merely simply solely overstate wait help stop deny ignore imagine believe miss know forget".split()
)
CLAUSE_OPENERS = frozenset("but yet although though because while whereas which who that".split())

HEDGES = frozenset(
    """may might could perhaps possibly maybe potentially arguably seemingly apparently supposedly allegedly seem seems
    seemed appear appears appeared suggest suggests""".split()
)
HEDGES_BESIDE = frozenset("potential possible would-be".split())

IRREGULAR_COMPARATIVES = frozenset("better worse more less fewer".split())
NOT_COMPARATIVE = frozenset(
    """further never ever other another together rather after under over wonder whether master changer breaker killer
    winner leader maker disaster saver stopper shaker hanger power number member order danger murder""".split()
)
# Written with a capital wherever they stand: a capital does not make them part of a name.
ALWAYS_CAPITALISED = frozenset(
    """orwellian armageddon kafkaesque dickensian machiavellian herculean goliath goldilocks frankenstein pandora
    nirvana midas cinderella""".split()
)
NO_COMPARISON_BEFORE_THAN = frozenset(("rather", "other"))
NO_COMPARISON_AFTER_THAN = frozenset(
    "ever any anyone anybody anything just merely simply usual life before meets".split()
)

STUDIES = frozenset("study trial survey analysis review poll audit census experiment paper investigation".split())
STUDY_LINKS = frozenset("by from in at of published".split())

IMPERATIVE_OPENERS = frozenset("please now just then so don't do always never simply".split())
SECOND_PERSON = frozenset("you your yours yourself you'll you're you've you'd".split())

SAYING = frozenset(
    """said says say told tells announced announces reported stated wrote writes noted testified
    testifies added adds explained explains confirmed confirms replied argued argues acknowledged acknowledges
    estimated estimates warned warns predicted predicts""".split()
)
# Verbs and words beside which a source is named.
ATTRIBUTING = SAYING | {"according"}
PASSIVE = frozenset("is are was were be been being am".split())
SAYERS = frozenset("he she they i we who".split())
NAMED_ROLES = frozenset(
    """company firm agency ministry department court judge police government university commission council committee
    bank group organisation organization spokesman spokeswoman spokesperson president minister senator mayor governor
    author authors researchers study report statement filing survey newspaper magazine""".split()
)

UNNAMED = frozenset(
    """officials official sources source experts critics people reports some many others scientists supporters opponents
    authorities doctors lawyers analysts observers insiders witnesses residents activists advocates
    economists""".split()
)

QUOTE_MARKS = frozenset("\"“”„'‘’«»")
# What a word is called when it is spoken of, not used.
NAMES_OF_WORDS = frozenset("term word phrase adjective adverb noun slogan buzzword nickname expression".split())

# Verbs of reported speech: of saying without "that", of saying with it, of naming, of seeing as.
SAYS = frozenset(
    """say says said think thinks thought believe believes believed claim claims claimed insist insists insisted argue
    argues argued predict predicts predicted reported reports boasted remarked""".split()
)
SAYS_THAT = SAYS | frozenset(
    """note notes noted agree agrees agreed hear heard feel feels felt announced announces announce report state states
    stated write writes wrote add adds added explain explains explained confirm confirms confirmed remark remarks warn
    warns warned suggest suggests suggested conclude concludes concluded maintain maintains maintained declare declares
    declared tell tells told hope hopes hoped acknowledge acknowledges acknowledged admit admits admitted reply replied
    promise promises promised resolved contend contends contended""".split()
)
CALLS = frozenset(
    """call calls called describe describes described hail hails hailed dub dubs dubbed praise praises praised laud
    lauds lauded tout touts touted bill bills billed brand brands branded label labels labelled labeled deem deems
    deemed applaud applauds applauded""".split()
)
SEES_AS = frozenset(
    """see sees saw seen view views viewed regard regards regarded consider considers considered portray portrays
    portrayed cast paint paints painted depict depicts depicted""".split()
)
TELLS = frozenset("tell tells told warn warns warned".split())
WHEN_OR_WHERE = frozenset(
    """on in at to today yesterday earlier later again this last also monday tuesday wednesday thursday friday saturday
    sunday""".split()
)
# Those whose "found it inspiring" is a judgement of theirs, not a result.
JUDGES = frozenset(
    """members judges critics visitors users reviewers readers customers viewers audiences colleagues delegates
    councillors trustees residents fans he she they""".split()
)
# "reports of", "called for", "hailed from": a noun, or another verb.
NO_VERB_BEFORE = frozenset("of for on off from about out up to".split())
NO_SUBJECT = frozenset("to not so never please a an the this that's".split())
AUTHOR_OR_READER = frozenset("i we you i'm we're you're i've we've you've i'd we'd you'd us let's".split())
MUSTS = frozenset("should must can cannot could needless".split())
NO_AGENT = frozenset("far now then means no any itself".split())
# What opens the author's own comment after a report: "..., a stunning coup", "..., but the dazzling rival".
COMMENT_OPENERS = frozenset("a an but yet which making marking although though whereas".split())

SMALL_NUMBERS = frozenset("two three four five six seven eight nine".split())
NUMBER_WORDS = SMALL_NUMBERS | frozenset(
    """ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
    dozen""".split()
)
MAGNITUDES = frozenset("hundred thousand million billion trillion dozen m bn k".split())
TIME_UNITS = frozenset(
    """minute minutes hour hours day days week weeks month months year years decade decades century
    centuries old""".split()
)
PEOPLE = frozenset("people men women children percent cent staff police feet".split())

# Words shouted for emphasis; a longer one also counts if the article writes it in lower case elsewhere.
SHOUTED = frozenset(
    """not no never all every must now new free big best worst huge stop wow yes breaking urgent warning exclusive alert
    update live only very really why how what this that these those you your everyone nothing everything finally today
    love hate first last more most amazing incredible massive and the are was will can do does did has have""".split()
)
