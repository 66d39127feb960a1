"""Claim coverage: how much of the story's list of claims an article, or a source, states."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from components.analysis.claims.omissions import Omissions, omissions_of_articles, omissions_of_sources
from components.analysis.claims.sources import source_verdicts
from components.analysis.claims.voices import partly_voices, stating_voices, voice_of_articles
from components.analysis.measure import NAN, Column, Measure, Measurement
from components.analysis.model import Story, Verdict

NO_CLAIMS = "no claims in this story yet"
NO_OTHERS = "no claim is stated by another source"
NO_SHARED = "no claim is stated by two other sources"

#: What a verdict counts for. A conflict is neither a statement nor an omission.
CREDIT: Mapping[str, float] = {"stated": 1.0, "partly": 0.5, "conflicts": 0.0, "not found": 0.0}


def measure_articles(story: Story) -> Iterator[Measurement]:
    """The coverage columns of every article, from the verdicts in force."""
    voices = voice_of_articles(story)
    stating, partly = stating_voices(story), partly_voices(story)
    cells: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in story.verdicts:
        cells[verdict.article_id].append(verdict)
    omissions = omissions_of_articles(story)
    for article in story.articles:
        own = {v.claim_id: {article.source, voices[article.id]} for v in cells[article.id]}
        yield from _measure(article.id, cells[article.id], own, stating, partly, omissions[article.id])


def measure_sources(story: Story) -> Iterator[Measurement]:
    """The coverage columns of every source; ``article_id`` carries the source's name.

    A source's cell for a claim is that of its article that does most with it: stated before conflicts before partly
    before not found. What the source says counts as said, and a conflict with another article stays in the list of
    conflicts.
    """
    voices = voice_of_articles(story)
    stating, partly = stating_voices(story), partly_voices(story)
    own: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for verdict in story.verdicts:
        if verdict.verdict == "stated":
            own[story.article_by_id[verdict.article_id].source, verdict.claim_id].add(voices[verdict.article_id])
    best, omissions = source_verdicts(story), omissions_of_sources(story)
    for source in story.sources:
        cells = [best[claim.id, source] for claim in story.claims]
        mine = {c.id: {source} | own[source, c.id] for c in story.claims}
        yield from _measure(source, cells, mine, stating, partly, omissions[source])


def source_coverage(story: Story) -> list[tuple[str, str, float, float, float]]:
    """:func:`measure_sources` as tuples: (source, column, value, numerator, denominator)."""
    return [(m.article_id, m.column, m.value, m.numerator, m.denominator) for m in measure_sources(story)]


def _measure(
    owner: str,
    cells: Sequence[Verdict],
    own: Mapping[str, set[str]],
    stating: Mapping[str, set[str]],
    partly: Mapping[str, set[str]],
    omissions: Omissions,
) -> Iterable[Measurement]:
    """The columns of one article or source. ``own``: per claim the voices that are the owner's, not others'."""
    if not cells:
        return [Measurement(article_id=owner, column=c.name, value=NAN, reason=NO_CLAIMS) for c in COLUMNS]
    others = {v.claim_id: len(stating.get(v.claim_id, set()) - own[v.claim_id]) for v in cells}
    n = float(len(cells))
    weight = float(sum(others.values()))
    alone = [v for v in cells if v.verdict == "stated" and not others[v.claim_id]]
    shares = {
        "coverage": (sum(CREDIT[v.verdict] for v in cells), n),
        "coverage_expected": (sum(v.score for v in cells), n),
        "coverage_weighted": (sum(CREDIT[v.verdict] * others[v.claim_id] for v in cells), weight),
    }
    counts = {
        "n_stated": sum(v.verdict == "stated" for v in cells),
        "n_partly": sum(v.verdict == "partly" for v in cells),
        "n_conflicts": sum(v.verdict == "conflicts" for v in cells),
        "n_exclusive": len(alone),
        "n_exclusive_partly": sum(bool(partly.get(v.claim_id, set()) - own[v.claim_id]) for v in alone),
        "n_omitted": len(omissions.left_out),
        "n_published_earlier": len(omissions.published_earlier),
    }
    found = [
        Measurement(
            article_id=owner,
            column=name,
            value=over / under if under else NAN,
            numerator=over,
            denominator=under,
            reason="" if under else NO_OTHERS,
        )
        for name, (over, under) in shares.items()
    ]
    expected = Measurement(
        article_id=owner,
        column="n_omitted_expected",
        value=omissions.expected,
        reason=NO_SHARED if math.isnan(omissions.expected) else "",
    )
    counted = [Measurement(article_id=owner, column=name, value=float(k)) for name, k in counts.items()]
    return [*found, *counted, expected]


def _share(name: str, label: str, higher_means: str, meaning: str, headline: bool = False) -> Column:
    return Column(
        name=name,
        label=label,
        unit="share of claims",
        format=".0%",
        higher_means=higher_means,
        meaning=meaning,
        low=0.0,
        high=1.0,
        pool="claims",
        headline=headline,
    )


def _count(name: str, label: str, higher_means: str, meaning: str, number_format: str = ".0f") -> Column:
    return Column(
        name=name,
        label=label,
        unit="claims",
        format=number_format,
        higher_means=higher_means,
        meaning=meaning,
        low=0.0,
        pool="claims",
    )


COLUMNS = (
    _share(
        "coverage",
        "Claim coverage",
        "more of the story's claims are stated",
        "Share of the story's claims that are stated; partly stated counts half, a conflict not at all.",
        headline=True,
    ),
    _share(
        "coverage_expected",
        "Expected coverage",
        "more of the story's claims are likely stated",
        "Mean of Parallax's own probabilities that a claim is stated, before anybody's decision.",
    ),
    _share(
        "coverage_weighted",
        "Weighted coverage",
        "more of what the other sources state is stated",
        "As claim coverage, but a claim weighs as many as the other sources that state it; near-copies are one source.",
    ),
    _count("n_stated", "Claims stated", "more claims stated", "Claims with the verdict stated."),
    _count("n_partly", "Claims partly stated", "more claims half told", "Claims with the verdict partly."),
    _count(
        "n_conflicts",
        "Possible conflicts",
        "more values that differ from another article's",
        "Claims whose number, date, name or negation possibly conflicts with what is said here.",
    ),
    _count(
        "n_exclusive",
        "Exclusive claims",
        "more that no other source states",
        "Claims stated here and by no other source as worded; near-copies are one source.",
    ),
    _count(
        "n_exclusive_partly",
        "Exclusive claims, partly elsewhere",
        "more that another source tells in part",
        "Those of the exclusive claims of which another source states a part.",
    ),
    _count(
        "n_omitted",
        "Omitted claims",
        "more left out that two or more others state",
        "Claims not found here that at least two other sources state, unless all of them tell it only on a later day; "
        "near-copies are one source.",
    ),
    _count(
        "n_omitted_expected",
        "Omissions to expect",
        "more that a text of this length leaves out",
        "How many of the claims that two or more others state a text of this length leaves out, if it tells as much a "
        "word as the others.",
        ".1f",
    ),
    _count(
        "n_published_earlier",
        "Told only later",
        "more that the others state only on a later day",
        "Claims not found here that two or more others state, all of them on a later day than this: no omissions.",
    ),
)

MEASURE = Measure(
    key="claim_coverage",
    label="Claim coverage",
    columns=COLUMNS,
    compute=measure_articles,
    source_values=measure_sources,
    method="""\
Every claim of the story's list is held against every article. A claim's words are weighed by how rare they are in
English and *in the story's own claim list*, among the claims that names or rare words tie to it: what every claim says
tells none of them apart. The closest sentence of the article, in words and in sense, is the evidence. From how much of
the claim that sentence and its neighbours hold (same words, similar words, word pairs, word order, letters, names,
numbers), two models give the **probability that the claim is stated as worded**: from .65 on *stated*, from .35 on
*partly*, below *not found*. One is a logistic regression on these shares; the other asks of each word of the claim
whether it is covered, knowing that a number must be there and a common word need not, and pools them. Their log odds
are averaged, two parts to one. Both were fitted on 7,710 pairs of claim and news text that people had judged.

A claim is at most *partly* stated where one of its numbers or a whole name is nowhere in the article. Amounts are
compared with their units, bounds and rounding ("about 14 billion dollars" agrees with "$14.3 billion"); "without
mentioning", "did not disclose" do not count as telling. A number, date, name or negation that clashes, or an opposite
verb ("keep" and "give up", "approve" and "reject") of the same subject and object, or doer and object that changed
places, in a sentence that says the rest of the claim, is a **possible conflict**. So are two figures of one event
(deaths, injuries, arrests, evacuations, attendance, jobs cut, prison terms, sums invested, paid, raised or fined, rates
of rise and fall) however the rest is worded, where both sentences name the same, nothing in them tells of a part or of
another time, and the claim's figure is nowhere in the article.

Claim coverage is the share of the list that is stated, partly counting half, after the analyst's decisions. Weighted
coverage lets a claim weigh as many as the *other* sources that state it. A source states a claim if any of its articles
does; a statement outranks a conflict.

An *omission* is a claim that is not found although two or more independent others state it. Two things are told
apart from it. If every article that states the claim is dated after the source's last one, the source could not have
told it: *told only later* (not checked where a date is missing). And a short text must leave things out: *omissions to
expect* is n exp(-r w), for n claims that two or more others state and w words of text, with r the one chance per word
at which the other sources together leave out as many of theirs as they do. On 204 and 85 texts of public stories in
three versions each, it misses a text's count of omissions by 0.99 and 0.67 claims on average, the others' plain share
of omissions by 1.19 and 0.70.""",
    reference="""\
Weighing by agreement: Nenkova & Passonneau 2004, *Evaluating content selection in summarization: the pyramid method*.
Judged pairs: Bhandari et al. 2020, *Re-evaluating evaluation in text summarization* (EMNLP).""",
    limits="""\
It compares wording, and knows nothing of the world: a fact told in quite other words is missed, and who did what to
whom is seen in plain sentences only ("A beat B" against "B beat A"). A text that copies a claim nearly word for word
with one fact changed can pass for stating it. Against people's judgements, on stories it had not seen, Cohen's kappa is
.68; one person against the majority of the others reaches .82. Conflicts are meant to be few
and right: most real ones are missed. Of 50 contradictions of figures in news sentences that an editor wrote without
knowing the rules 13 are found, and 1 of 70 pairs that only look so is taken for one. Everything depends on the list of
claims: read it, and mend it, first. English only.""",
    version=4,
    order=40,
)
