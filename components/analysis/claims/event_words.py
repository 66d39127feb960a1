"""What tells of an event beside its figure, and what such a figure counts."""

from __future__ import annotations

from typing import NamedTuple

from components.analysis.claims.closed_classes import word_set

#: People in general, by surface; who is counted by another word (children, officers) is a part of them.
PEOPLE = word_set(
    """
    people person persons victim victims resident residents villager villagers civilian civilians passenger passengers
    inhabitant inhabitants worker workers employee employees staff staffer staffers miner miners labourer labourers
    laborer laborers protester protesters protestor protestors demonstrator demonstrators marcher marchers guest guests
    spectator spectators visitor visitors delegate delegates attendee attendees fan fans supporter supporters family
    families home homes households household customer customers suspect suspects body bodies worshipper worshippers
    """
)
#: Other words for one part of the people.
PARTS = {
    word: part
    for part, words in {
        "children": "children child pupil pupils schoolchildren youngsters minors",
        "men": "man men",
        "women": "woman women",
        "officers": "officer officers police policeman policemen",
        "soldiers": "soldier soldiers troops servicemen",
    }.items()
    for word in words.split()
}
_JOBS = word_set("job jobs position positions role roles post posts")
_YEARS = word_set("year years month months")


class Event(NamedTuple):
    """A kind of event. ``words``: one stands beside its figure. ``needs``: if any are named, one is in the sentence.

    ``kind``: of the quantity. ``units``: what is counted, by surface; empty where the kind says it.
    """

    name: str
    words: frozenset[str]
    kind: str = "number"
    units: frozenset[str] = PEOPLE
    needs: frozenset[str] = frozenset()


EVENTS = (
    Event("deaths", word_set("kill kills killed killing die dies died dead death deaths toll fatalities lives drowned "
                             "perished")),
    Event("injuries", word_set("injure injures injured injuring injuries hurt wound wounds wounded wounding")),
    Event("arrests", word_set("arrest arrests arrested arresting detain detains detained detaining detention custody")),
    Event("evacuations", word_set("evacuate evacuates evacuated evacuating evacuation evacuations")),
    Event("attendance", word_set("attended attend attends crowd turnout gathered watched marched drew")),
    Event("capacity", word_set("seat seats seating room capacity accommodate accommodates carry carries"),
          units=PEOPLE | word_set("seats")),
    Event("outage", word_set("power electricity blackout outage"), units=PEOPLE,
          needs=word_set("without lost cut knocked outage blackout")),
    Event("jobs", word_set("lay lays laid laying layoff layoffs cut cuts cutting shed sheds shedding axe axes axed "
                           "axing slash slashes slashed slashing eliminate eliminates eliminated eliminating lose "
                           "loses lost losing redundant redundancies jobless work"),
          units=PEOPLE | _JOBS,
          needs=_JOBS | word_set("layoff layoffs redundant redundancies workforce work off jobless staff")),
    Event("headcount", word_set("employs employ employing employed workforce headcount"), units=PEOPLE),
    Event("sentence", word_set("sentenced jailed prison imprisonment sentence term"), units=_YEARS,
          needs=word_set("sentenced sentence prison jail jailed imprisonment")),
    Event("investment", word_set("invest invests invested investing investment pledged committed"), "money",
          frozenset()),
    Event("purchase", word_set("buy buys bought buying acquire acquires acquired acquiring acquisition takeover buyout "
                               "purchase purchased deal merger transaction sold sells selling fetched"), "money",
          frozenset()),
    Event("valuation", word_set("valuation values valuing"), "money", frozenset()),
    Event("funding", word_set("raise raises raised raising round financing fundraising series"), "money", frozenset()),
    Event("penalty", word_set("fine fines fined penalty"), "money", frozenset()),
    Event("rise", word_set("rise rises rose risen climb climbs climbed up jump jumps jumped grew grow grows growth "
                           "increase increases increased gain gains gained soared surged higher"), "percent",
          frozenset()),
    Event("fall", word_set("fall falls fell fallen drop drops dropped down decline declines declined decrease "
                           "decreased slump slumped tumbled lower shrank"), "percent", frozenset()),
)  # fmt: skip
#: Words for one and the same that the word table does not bring together.
SAYING = word_set("said says told according reported announced spokesman spokeswoman")
#: Who may stand for a name.
GENERIC = word_set("company firm startup group bank maker giant retailer carmaker insurer operator")
#: A sentence with one of these tells of more than one occasion; a clause with one of the others of a part or of none.
EARLIER = word_set("previous previously earlier annually yearly average rival follows followed since")
ELSEWHERE = word_set(
    """
    another also second third additional further more including includes among every each combined could might may
    nationwide smaller larger stake bringing brings brought alone personally expected forecast forecasts target had
    """
)
ELSEWHERE_PAIRS = frozenset(
    tuple(pair.split())
    for pair in (
        "a day", "a week", "a month", "a year", "per year", "last year", "last month", "last week", "last time",
        "years ago", "year ago", "months ago", "so far", "a share", "per share", "in total",
    )
)  # fmt: skip
#: Behind a number, or before it: a part of the whole.
PARTITIVES = frozenset(
    tuple(pair.split()) for pair in ("of the", "of them", "of whom", "of those", "of its", "of these")
)
#: What nearly every report says: no word that tells one event from another.
COMMON = word_set(
    """
    people person company firm group police official officials authorities government man woman worker workers staff
    say said report news day week month year time way thing part least number new late early home homes city town
    ministry minister spokesman spokeswoman statement head chief plan plans
    """
)
