"""The closed word classes by which grammar.py tags a sentence."""

from __future__ import annotations


def word_set(*groups: str) -> frozenset[str]:
    return frozenset(" ".join(groups).split())


DETERMINERS = word_set(
    "the a an this that these those some any each every no another both all either neither such half several",
    "many few most more",
)
POSSESSIVES = word_set("his her its their our my your whose")
SUBJECTS = word_set("he she it they we i you who someone everyone anyone nobody everybody one others")
OBJECTS = word_set("him them us me himself herself itself themselves ourselves myself yourself")
BE = word_set("is are was were am")
HAVE_DO = word_set("has have had do does did")
DO = word_set("do does did")
COMMON_ACRONYMS = word_set(
    "AI IT TV CEO CFO COO GPU GPUs LLM LLMs DNA HIV AIDS PC PCs DVD CD GDP GPS PR HR ID AGI API APIs"
)
PARTICIPLES = word_set(
    "expected estimated believed designed aimed intended supposed based thought born located destined forecast",
    "called known",
)
PLURALS = word_set("people men women children police staff media data scientists pupils which who that mice teeth feet")
HUMAN = word_set(
    """
    man woman boy girl mother father son daughter wife husband sister brother king queen prince princess minister
    president leader doctor teacher student professor founder director actor actress singer author writer artist
    player worker owner victim patient officer soldier child someone person pilot driver scientist researcher
    lawyer judge mayor chef nurse
    """
)
PARTICLES = word_set("van von der den de la le bin al el del di da dos du ter")
MODALS = word_set("will would can could may might should must shall cannot")
COORDINATORS = word_set("and or but nor yet &")
SUBORDINATORS = word_set(
    "because although though while whereas if unless whether since until before after when once whenever as that"
)
RELATIVES = word_set("which who whom whose where")
PREPOSITIONS = word_set(
    "of in on at to for from by with about over under into onto through during between among against without",
    "within across behind beyond",
    "despite towards toward upon via per near off out up down around along above below inside outside",
    "throughout than like unlike amid",
    "contrary following including concerning regarding plus versus except beside besides past since until till",
    "before after as",
)
ADVERBS = word_set(
    "not never also now then there here already still just only even ever often once again soon later earlier",
    "ago too very quite rather",
    "almost nearly about around roughly approximately always sometimes together away back well however",
    "therefore thus meanwhile instead",
    "perhaps maybe far so yesterday today tomorrow currently recently finally originally initially first n't",
    "yet else abroad online overseas",
)
NUMBER_WORDS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
    "eighteen nineteen",
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen",
    "hundreds thousands millions billions",
)
MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun",
    "jul aug sept sep oct nov dec",
    "monday tuesday wednesday thursday friday saturday sunday",
)
ADJECTIVES = word_set(
    "new old young big small large great good bad high low long short early late main major minor key other",
    "same own last next previous former",
    "current first second third many few more most less least several few top full free open public private",
    "real true strong weak rich poor",
    "interim chief senior junior deputy vice late nuclear federal royal local wild human dead alive sick safe",
    "different recent modern due worth",
    "certain rare likely unlikely able unable responsible available famous popular common similar separate",
    "single double whole entire total present tiny little nearby busy cheap expensive narrow vast quick brave",
)
ADJECTIVE_ENDINGS = ("ous", "ful", "ive", "able", "ible", "ical", "less", "ian", "ish", "ic", "al", "ary", "ese")
PLAIN_NOUNS = word_set(
    "deal goal hospital animal festival journal capital meal signal metal rival arrival approval trial proposal",
    "total official individual traffic music topic public clinic fabric logic critic epic mosaic panic picnic",
    "republic historian politician library salary dictionary secretary february january summary boundary diary",
    "century cable table vegetable motive detective executive initiative olive archive native representative",
    "objective perspective alternative criminal professional material potential minimal manual renewal",
    "withdrawal survival principal canal medal terminal funeral coral loyal royal",
)
NOT_ADVERBS = word_set(
    "family early daily weekly monthly yearly only likely unlikely elderly friendly lovely ugly supply reply",
    "apply ally bully jelly belly italy july",
)


CLOSED = (
    DETERMINERS
    | POSSESSIVES
    | SUBJECTS
    | OBJECTS
    | BE
    | HAVE_DO
    | MODALS
    | COORDINATORS
    | SUBORDINATORS
    | RELATIVES
    | PREPOSITIONS
    | ADVERBS
)
OBJECT_STARTS = DETERMINERS | POSSESSIVES | OBJECTS | NUMBER_WORDS | word_set("that it to him them fewer more less")
