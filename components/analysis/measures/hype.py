"""Hype: promotional and hyperbolic language, as rates with exact intervals, every hit with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from components.analysis.hype.hits import Hit, hits
from components.analysis.hype.lexicon import CATEGORIES
from components.analysis.hype.substance import substance
from components.analysis.intervals import gamma_interval
from components.analysis.measure import NAN, Column, Measure, Measurement, by_sentence, per_article
from components.analysis.model import Article, Settings

PER = 1000.0
SHORTEST_FOR_LEVEL = 150
LEVELS = ((5.0, "low"), (10.0, "moderate"), (20.0, "high"), (float("inf"), "very high"))

CHARGE_WEIGHTS = {"promotion": 1.0, "alarm": 1.0, "stance": 0.5, "absolute": 0.5}

# Rates with a row a sentence: what an order of two sources is tested on and a page draws through the article.
BY_SENTENCE = ("hype_per_1000_words", "charged_per_1000_words")


def _weigh(kind: str, category: str = "", strength: str = "") -> Callable[[Hit], float]:
    def weight(hit: Hit) -> float:
        fits = hit.kind == kind and category in ("", hit.category) and strength in ("", hit.strength)
        return float(hit.counted and fits)

    return weight


def _weigh_charged(hit: Hit) -> float:
    return CHARGE_WEIGHTS.get(hit.kind, 0.0) if hit.counted else 0.0


def _weigh_quoted(hit: Hit) -> float:
    return float(hit.kind == "promotion" and hit.is_somebody_elses)


def _category_column(category: str) -> str:
    return f"hype_{category.replace(' ', '_')}_per_1000_words"


WEIGHTS: dict[str, Callable[[Hit], float]] = {
    "hype_per_1000_words": _weigh("promotion"),
    "hyperbolic_per_1000_words": _weigh("promotion", strength="hyperbolic"),
    **{_category_column(c): _weigh("promotion", category=c) for c in (*CATEGORIES, "typography")},
    "hype_quoted_per_1000_words": _weigh_quoted,
    "alarm_per_1000_words": _weigh("alarm"),
    "charged_per_1000_words": _weigh_charged,
    "boosters_per_1000_words": _weigh("booster"),
    "hedges_per_1000_words": _weigh("hedge"),
}


def _measure(article: Article, settings: Settings) -> Iterable[Measurement]:
    found = [hit for hit in hits(article, settings) if hit.counted or hit.is_somebody_elses]
    words = float(sum([s.n_words for s in article.body]))
    for column, weight in WEIGHTS.items():
        yield _rate(article.id, column, float(sum(map(weight, found))), words)
        if column in BY_SENTENCE:
            yield from _per_sentence(article, column, weight, found)
    yield _rate(article.id, "substance_per_1000_words", float(len(substance(article))), words)
    n_hits = float(sum(map(WEIGHTS["hype_per_1000_words"], found)))
    yield Measurement(article_id=article.id, column="n_hype_hits", value=n_hits)
    cues = float(sum([hit.kind == "cue" and hit.counted for hit in found]))
    if article.title.strip():
        yield Measurement(article_id=article.id, column="headline_cues", value=cues, numerator=cues, denominator=1.0)
    else:
        yield Measurement(article_id=article.id, column="headline_cues", value=NAN, reason="no headline")


def _rate(article_id: str, column: str, count: float, words: float) -> Measurement:
    if not words:
        return Measurement(article_id=article_id, column=column, value=NAN, reason="no words to measure")
    low, high = gamma_interval(count, words)
    return Measurement(article_id, column, PER * count / words, PER * low, PER * high, count, words)


def _per_sentence(
    article: Article, column: str, weight: Callable[[Hit], float], found: Sequence[Hit]
) -> Iterator[Measurement]:
    counts = dict.fromkeys((s.index for s in article.body), 0.0)
    for hit in found:
        if hit.sentence_index is not None:
            counts[hit.sentence_index] += weight(hit)
    found_in, words = list(counts.values()), [float(sentence.n_words) for sentence in article.body]
    rates = [PER * count / n for count, n in zip(found_in, words, strict=True)]
    yield from by_sentence(article.id, column, counts, rates, found_in, words)


def hits_without_terms(article: Article, settings: Settings) -> dict[str, tuple[float]]:
    """Lexicon entry -> counted promotion hits of the article with that entry left out; "" -> all of them.

    An order of two sources should survive leaving out any one.
    """
    weight = WEIGHTS["hype_per_1000_words"]
    counted = [hit for hit in hits(article, settings) if weight(hit)]
    terms = {"", *(hit.term for hit in counted)}
    return {term: (float(sum(hit.term != term for hit in counted)),) for term in terms}


def _column(name: str, label: str, higher_means: str, meaning: str, headline: bool = False) -> Column:
    return Column(
        name=name,
        label=label,
        unit="per 1,000 words",
        format=".1f",
        higher_means=higher_means,
        meaning=meaning,
        low=0.0,
        scale=PER,
        interval="gamma",
        by_sentence=name in BY_SENTENCE,
        headline=headline,
    )


_EXAMPLES = {
    "importance": "how much it matters",
    "novelty": "how new or first it is",
    "scale": "how large it is",
    "quality": "how good it is",
    "utility": "how useful it is",
    "certainty": "how sure it is",
    "urgency": "how pressing it is",
    "call to action": "what the reader should do",
    "typography": "by emoji, exclamation marks, capitals and hashtags",
}

COLUMNS = (
    _column(
        "hype_per_1000_words",
        "Hype",
        "denser promotional language",
        "Counted promotional hits in the author's voice per 1,000 words.",
        headline=True,
    ),
    Column(
        name="hype_level",
        label="Hype level",
        unit="level",
        format="s",
        higher_means="denser promotional language",
        meaning=f"Low under 5 hits per 1,000 words, moderate under 10, high under 20, very high from there on; "
        f"empty under {SHORTEST_FOR_LEVEL} words.",
        pool="derived",
        derived_from="hype_per_1000_words",
        levels=LEVELS,
        min_denominator=SHORTEST_FOR_LEVEL,
    ),
    _column(
        "hyperbolic_per_1000_words",
        "Hyperbolic hype",
        "more of the strongest words",
        "The part of the hype hits that is hyperbolic (groundbreaking, game-changing), per 1,000 words.",
    ),
    *(
        _column(
            _category_column(category),
            f"Hype, {category}",
            f"more promotion of this sort: {example}",
            f"Counted hype hits that promote {example}, per 1,000 words.",
        )
        for category, example in _EXAMPLES.items()
    ),
    _column(
        "hype_quoted_per_1000_words",
        "Hype of others",
        "more promotional language by people the text quotes or reports",
        "Hits that would count but are somebody else's, quoted (three words or more) or reported (said, hailed as), "
        "per 1,000 words of the article.",
    ),
    _column(
        "alarm_per_1000_words",
        "Alarm",
        "more alarming language",
        "Counted alarming hits (negative hype) in the author's voice per 1,000 words.",
    ),
    _column(
        "charged_per_1000_words",
        "Charged language",
        "more loaded wording",
        "Promotion and alarm hits, and half of stance adverbs and absolutes, per 1,000 words.",
    ),
    _column(
        "boosters_per_1000_words",
        "Boosters",
        "more words that raise certainty",
        "Words that raise the force of a statement (clearly, definitely), per 1,000 words.",
    ),
    _column(
        "hedges_per_1000_words",
        "Hedges",
        "more words that hold back",
        "Words that weaken a statement (may, suggests, perhaps), per 1,000 words.",
    ),
    Column(
        name="headline_cues",
        label="Headline cues",
        unit="cues of 11",
        format=".1f",
        higher_means="a more hyped headline",
        meaning="How many of eleven cues the headline shows: second person, numbered list, wh-word first, this or "
        "these, intensifier, generic noun, totality, hype word, modal, superlative, alarm word.",
        low=0.0,
        high=11.0,
    ),
    _column(
        "substance_per_1000_words",
        "Substance",
        "more that claims can rest on",
        "Figures with a unit, attributions to named sources and quotations, per 1,000 words.",
    ),
    Column(
        name="n_hype_hits",
        label="Hype hits",
        unit="hits",
        format=".0f",
        higher_means="more counted hits",
        meaning="Counted promotional hits the rate rests on.",
        low=0.0,
        pool="sum",
    ),
)

MEASURE = Measure(
    key="hype",
    label="Hype",
    columns=COLUMNS,
    compute=per_article(_measure),
    leave_out=hits_without_terms,
    method="""\
Hype is **promotional, hyperbolic language**, whether it praises or not. A word or phrase of the lexicon
(`data/lexicons/hype.csv`) is a *candidate*; the context decides, and every candidate is listed with its reason.

**Counted**: *hyperbolic* entries; others when *amplified* by the word before (truly, highly), *stacked* with another
hit within 14 characters, or *gratuitous* (nothing in the sentence gives grounds). **Not counted**: a figure with a unit
(spans of time apart) within 12 words after it, a comparison or a named study *gives grounds*; *hedged* or *negated*
within five words before ("not just", "no longer" do not negate); *part of a name*; a *literal sense*; a call to action
that calls nobody; *spoken of* ("the term ..."); *quoted* (three or more words in quotation marks; one or two are the
author's own, but a capitalised one is a name); *attributed* ("members heard that", "hailed by", "the company said";
"widely hailed as" names nobody and counts); *muted* by the analyst.
Emoji, exclamation marks, capitals for emphasis and hashtags are hype by typography.

**Rate** = counted hits per 1,000 words of body; the 95% interval is the Gamma interval (hits + 1/2 over words).
**Level**: low under 5, moderate under 10, high under 20, very high from there on; none under 150 words.
**Alarm** is negative hype, apart. **Charged** = promotion + alarm + half of stance adverbs and absolutes.
**Headline cues** reads the headline alone, in lower case. **Substance** = figures with a unit, attributions to a named
source and quotations: what a claim of importance can rest on.""",
    reference="""\
Millar, Batalo & Budgell 2022, *Trends in the use of promotional language (hype)* (JAMA Network Open); Batalo et al.
2026 (EACL); Hyland 2005 on boosters and hedges; Chakraborty et al. 2016 on headlines (ASONAM).""",
    limits="""\
A lexicon finds what it lists: hype in new words is missed, and some hits are fair description. Hype separates registers
(a promotional post from a news report), rarely two news reports: half of ordinary news has no hit at all. *Charged* is
the figure that agrees with expert judgements of loaded
wording; promotion has not been checked against human labels by itself.""",
    version=2,
    order=20,
    per_article=True,
)
