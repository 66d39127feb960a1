"""From the articles of a story to its list of claims: short, self-contained statements of checkable fact.

Sentences are read into clauses of one fact each (clauses.py), pronouns named where that is safe (people.py), judged
(judging.py), and the same fact from several sources becomes one claim (merge.py). No model, nothing random.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from components.analysis.claims.clauses import split_clauses
from components.analysis.claims.closed_classes import BE
from components.analysis.claims.grammar import Word, Words, lower_start, read_words, render, tags_of
from components.analysis.claims.judging import why_not
from components.analysis.claims.merge import Statement, group_statements
from components.analysis.claims.mine import mine_facts
from components.analysis.claims.people import Cast, learn_people, main_person
from components.analysis.claims.referents import Referents
from components.analysis.claims.segments import Clause
from components.analysis.claims.settling import settle, specificity
from components.analysis.claims.straighten import is_english, learn_names, straighten
from components.analysis.claims.verbs import base_of, verb_forms
from components.analysis.claims.wording import (
    SAYING,
    TITLES_BEHIND,
    as_statement,
    in_plain_words,
    settle_pointers,
    trim_puff,
)
from components.analysis.limits import LIST_LIMIT, articles_read, n_proposed, proposal_limits
from components.analysis.model import Article, Claim, Sentence
from components.analysis.stepwise import finish


class Proposal(NamedTuple):
    """A claim with the places it was drawn from.

    ``evidence`` are the (article id, sentence index) that state it, ``rivals`` those that say the same with another
    value.
    """

    claim: Claim
    evidence: tuple[tuple[str, int], ...]
    rivals: tuple[tuple[str, int], ...] = ()


def cap_note(claims: Sequence[Claim]) -> str:
    """Where a proposed list stops, as a sentence; "" for one that holds all that was found."""
    if len(claims) < LIST_LIMIT:
        return ""
    return f"The list stops at {LIST_LIMIT} claims: those that most sources state, then the most specific."


def proposal_note(claims: Sequence[Claim], articles: Sequence[Article]) -> str:
    """What a person should know of a proposed list, as a sentence: where it stops, or why it is empty; else ""."""
    if claims or not articles:
        return " ".join(filter(None, (*proposal_limits(claims, articles), cap_note(claims))))
    if not any(is_english(a) for a in articles):
        return "Claims are proposed from English texts only: type or import your own."
    return "No checkable statement was found in these texts: type or import your own claims."


def propose_claims(articles: Sequence[Article], *, limit: int | None = None) -> tuple[Claim, ...]:
    """At most ``limit`` claims, those made by most sources first, then the most specific; ids c1, c2 ... in that order.

    By default 40, fewer of more than 10,000 articles; of more than 2,000 only so many are read, evenly spaced
    (:mod:`components.analysis.limits`).
    Empty when the articles hold no checkable statement (no text, another language, nothing but opinion).
    """
    return finish(propose_in_steps(articles, limit=limit))


def propose_in_steps(
    articles: Sequence[Article], *, limit: int | None = None
) -> Generator[float, None, tuple[Claim, ...]]:
    """Come to what :func:`propose_claims` gives, piece by piece; after each the share that is done, 0 to 1.

    A piece is the work on one article, or what is done once for all of them.
    """
    most = n_proposed(len(articles)) if limit is None else max(0, limit)
    read = articles_read(articles)
    proposed = tuple(p.claim for p in (yield from _evidence_in_steps(read))[:most])
    if len(read) < len(articles):
        for article in read:
            article.let_go()  # of so many articles, what was split for the list alone
    return proposed


def propose_with_evidence(articles: Sequence[Article]) -> tuple[Proposal, ...]:
    """Every claim found, in rank order, with the sentences it was drawn from.

    Near-linear in the number of sentences.
    """
    return finish(_evidence_in_steps(articles))


def _evidence_in_steps(articles: Sequence[Article]) -> Generator[float, None, tuple[Proposal, ...]]:
    articles = [a for a in articles if is_english(a)]
    prose: list[str] = []
    for at, article in enumerate(articles, 1):
        prose += (
            straighten(s.text) for s in article.sentences if s.kind != "heading" and s.text.rstrip().endswith(_STOPS)
        )
        yield _SPLIT * at / len(articles)
    names, people = learn_names(prose), learn_people(prose)
    statements: list[Statement] = []
    for at, article in enumerate(articles, 1):
        statements += _statements(article, names, people)
        yield _SPLIT + (_READ - _SPLIT) * at / len(articles)
    order = {a.id: i for i, a in enumerate(articles)}
    groups = group_statements(sorted(statements, key=_preference))
    yield _GROUPED
    proposals = []
    for number, (wording, group) in enumerate(settle(groups, order), start=1):
        claim = Claim(id=f"c{number}", text=wording, origin="proposed")
        proposals.append(Proposal(claim, _places(group.members, order), _places(group.rivals, order)))
    return tuple(proposals)


# The share of the work that is done once the sentences are split, are read, and what says the same is together.
_SPLIT, _READ, _GROUPED = 0.12, 0.95, 0.97


def _places(statements: Iterable[Statement], order: dict[str, int]) -> tuple[tuple[str, int], ...]:
    places = {(s.article_id, s.sentence_index) for s in statements}
    return tuple(sorted(places, key=lambda p: (order[p[0]], p[1])))


def _preference(statement: Statement) -> tuple[bool, bool, float]:
    return statement.heading, statement.attributed, -specificity(statement)


_STOPS = (".", "!", "?", '"', "”", "'", "’", ")", ":")
#: A longer quotation is no title and no single word.
_QUOTATION = 25
_LABEL = re.compile(r"^[^:.!?]{3,48}:\s+(?=\S)")
_EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+")


def _statements(article: Article, names: frozenset[str], people: Cast) -> Iterable[Statement]:
    """The candidate statements of one article, in the order of its text."""
    referents = Referents(people, main_person(article.text, people))
    lead_in: Words = []
    waiting: list[Statement] = []
    for sentence in article.sentences:
        if sentence.kind == "heading":
            referents.forget()
        if not 3 <= sentence.n_words <= 90:
            continue
        text = straighten(_EMOJI.sub(" ", sentence.text))
        if sentence.kind == "item":
            text = _LABEL.sub("", text)
        else:
            lead_in = []
        if text.endswith(("?", "!")):
            referents.forget()
            continue
        loose = sentence.kind == "heading" or (sentence.kind == "prose" and not text.endswith(_STOPS))
        words = read_words(_lower_verbs(text, names) if loose else text, names)
        if sentence.kind != "item" and waiting:
            yield from waiting
            waiting = []
        if text.endswith(":"):
            lead_in = words[:-1]
        if len(words) < 3 or (
            sentence.kind == "item" and not text.endswith((".", ":")) and not _surely_finite(words) and not lead_in
        ):
            continue
        clauses: Iterable[Clause]
        if sentence.kind == "item" and lead_in and not any(w.tag in "VAM" for w in words):
            clauses = _joined(lead_in, words)
        elif _is_quoted(sentence):
            clauses = _quoted(sentence, article, names, people)
        else:
            mined = list(mine_facts(words))
            clauses = [*mined, *(_without(c, mined) for c in split_clauses(words))]
        found = list(_judged(clauses, article, sentence, referents, loose))
        referents.look_back(words)
        if text.endswith(":"):
            waiting = found  # the list may complete it
        else:
            waiting = [] if found and lead_in else waiting
            yield from found
    yield from waiting


def _judged(
    clauses: Iterable[Clause], article: Article, sentence: Sentence, referents: Referents, loose: bool
) -> Iterable[Statement]:
    """The clauses that are claims, pronouns named. ``loose``: a line without a full stop supports claims, it makes
    none.
    """
    clauses = list(clauses)
    if not any(c.kind == "main" for c in clauses):
        referents.forget()
    for clause in clauses:
        words = referents.fill(clause.words)
        tags = tags_of(words or clause.words)
        end = next((i for i, t in enumerate(tags) if t in "VAM"), 0)
        if clause.kind == "main":
            referents.move_on(words or clause.words, end)
        if words is None:
            if any(w.low in _POINTING for w in clause.words):
                referents.person = None  # someone is meant whom the text before does not settle
            continue
        persons = referents.persons_in(words[:end])
        if persons and persons[0][:2] == (0, end) and _is_for_many(words[end]):
            continue  # one person, a plural verb: misread
        words = in_plain_words(settle_pointers(trim_puff(words)))
        text = as_statement(words, clause.source)
        if why_not(clause._replace(words=words), text):
            continue
        names = {w.text.removesuffix("'s") for w in words if w.tag in "PK" and w.text[0].isupper()}
        subject, predicate, content = _who_does_what(words)
        yield Statement(
            text=text,
            source=article.source,
            article_id=article.id,
            sentence_index=sentence.index,
            n_words=len(text.split()),
            names=" ".join(sorted(names)),
            heading=loose,
            attributed=bool(clause.source) or " said that " in text,
            mined=clause.kind == "mined",
            content=content,
            subject=subject,
            predicate=predicate,
        )


def _is_for_many(verb: Word) -> bool:
    """Whether a finite verb goes with several: "are", "have", "use"."""
    return verb.low in ("are", "were", "have") or set(verb_forms(verb.low)) == {"B"}


def _lower_verbs(text: str, names: frozenset[str]) -> str:
    """A headline's capitals off its verbs: "Lee Joins Alpha" reads "Lee joins Alpha"."""
    first, *rest = text.split(" ")
    return " ".join(
        [first, *(w.lower() if w.istitle() and w not in names and "Z" in verb_forms(w.lower()) else w for w in rest)]
    )


def _who_does_what(words: Words) -> tuple[frozenset[str], str, str]:
    """The words of the subject, the base of the main verb and the text; of what is said, when someone says it."""
    tags = tags_of(words)
    said = re.search("VS", tags)
    start = said.end() if said and words[said.start()].low in SAYING else 0
    end = next((i for i in range(start, len(tags)) if tags[i] in "VAM"), 0)
    main = (
        next((i for i in range(end + 1, min(end + 5, len(words))) if tags[i] in "EGB"), end)
        if tags[end : end + 1] in ("A", "M")
        else end
    )
    if tags[end : end + 1] == "A" and main > end and words[main].low in ("be", "been", "being"):
        main = min(main + 1, len(words) - 1)
    subject = frozenset(w.low.removesuffix("'s") for w in words[start:end] if w.tag in "PKN")
    verb = "be" if words[main].low in BE else base_of(words[main].low) or words[main].low
    passive = tags[main] in "EJ" and bool({w.low for w in words[end:main]} & {"is", "are", "was", "were", "be", "been"})
    return subject, f"be {verb}" if passive else verb, render(words[start:])


def _surely_finite(words: Words) -> bool:
    """Whether a list item without a full stop is a sentence all the same: a finite verb that is no participle."""
    return any(w.tag in "AM" or (w.tag == "V" and "E" not in verb_forms(w.low)) for w in words)


def _without(clause: Clause, mined: Sequence[Clause]) -> Clause:
    """The clause with the numbers that were mined from its sentence no longer counting for it."""
    taken = {w.text for c in mined for w in c.words if w.tag == "0"}
    return clause._replace(words=[w._replace(tag="N") if w.tag == "0" and w.text in taken else w for w in clause.words])


def _joined(lead_in: Words, item: Words) -> Iterable[Clause]:
    """A list item of facts joins the clause that leads in: "The firm hired widely, including 300 engineers from
    Oslo".
    """
    tags = tags_of(item)
    if not (re.search("0", tags) or len(re.findall("P+", tags)) >= 2) or len(item) > 16:
        return
    for clause in split_clauses(lead_in)[-1:]:
        if clause.kind == "main":
            yield clause._replace(
                words=[
                    *clause.words,
                    Word(",", "L", False),
                    Word("including", "I"),
                    lower_start(item[0]),
                    *(w for w in item[1:] if w.tag != "."),
                ]
            )


def _is_quoted(sentence: Sentence) -> bool:
    """Whether someone else speaks: a quotation of some length, or one that is most of the sentence."""
    lengths = [q.end - q.start for q in sentence.quotes]
    return any(n > _QUOTATION for n in lengths) or 2 * sum(lengths) > len(sentence.text)


def _quoted(sentence: Sentence, article: Article, names: frozenset[str], people: Cast) -> Iterable[Clause]:
    """What a named speaker says in quotation marks, as "X said that ..."; an organisation's "we" becomes "it"."""
    for quote in sentence.quotes:
        speaker = read_words(straighten(quote.speaker), names)
        said = straighten(article.text[quote.start : quote.end])
        if not speaker or speaker[-1].tag != "P" or speaker[-1].low in TITLES_BEHIND or said.endswith(("?", "!")):
            continue
        person = render(speaker) in people
        for clause in split_clauses(read_words(said, names)):
            if any(w.low in _POINTING for w in clause.words):
                continue
            words = _third_person(clause.words, person)
            if words:
                yield Clause([*speaker, Word("said", "V"), Word("that", "S"), lower_start(words[0]), *words[1:]])


# In a quotation these point at someone outside it.
_POINTING = frozenset("he she him her his hers they them their this these that's".split())


def _third_person(words: Words, person: bool) -> Words:
    """The words without a first or second person; empty where that cannot be written safely.

    An organisation's "we" is "it"; whom a person means by "we" is unknown.
    """
    swaps = {"we": "it", "our": "its", "us": "it", "ourselves": "itself"}
    if person and any(w.low in swaps for w in words):
        return []
    if any(w.low in ("i", "me", "my", "you", "your", "mine") for w in words):
        return []
    for word, after in pairwise(words):
        if word.low == "we" and after.tag != "M":
            return []
    return [w._replace(text=swaps[w.low]) if w.low in swaps else w for w in words]
