"""Which article states which claim, and where: one verdict for every claim and article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from components.analysis.claims.clashes import find_conflict, lacking_names
from components.analysis.claims.clashing_numbers import age_lines
from components.analysis.claims.common_ground import Clash
from components.analysis.claims.deciding import decisions_in_force, with_decision
from components.analysis.claims.denials import denies, has_denial, says_none
from components.analysis.claims.event_figures import event_lines
from components.analysis.claims.evidence import (
    certainty,
    line_to_show,
    missing_words,
    nearest_in_kind,
    place_in_article,
    voice,
)
from components.analysis.claims.features import FEATURES, Coverage, cover, states_number
from components.analysis.claims.index import ArticleIndex, ClaimList, Floats, ParsedClaim, index_article
from components.analysis.claims.scoring import load_scorer
from components.analysis.claims.tokens import UNTOLD
from components.analysis.claims.words import TELLING
from components.analysis.model import Article, Claim, Story, Verdict, VerdictWord

#: A score from here on is "stated", below the other "not found", "partly" between.
STATED, PARTLY = 0.65, 0.35
#: The most that a claim can score of which a number or a whole name is nowhere in the article, or whose "not" is
#: nowhere near.
CEILING_WITHOUT_VALUE = 0.64
#: The most that a claim scores which the article contradicts.
CEILING_IN_CONFLICT = 0.2
#: A sentence is near a claim, as evidence or near miss, when it holds this much of its claim-df weight, or comes this
#: close when similar words count as well.
NEAR, CLOSE = 0.2, 0.33
#: A claim of which no passage holds half the claim-df weight is "partly" stated at most, below a quarter "not found",
#: however alike its other words are.
HALF, QUARTER, CEILING_WHEN_THIN = 0.5, 0.25, 0.34
_PASSAGE = FEATURES.index("passage")
#: The sentences, best first, that are searched for a conflict.
_SEARCHED = 3


def judge_story(story: Story) -> tuple[Verdict, ...]:
    """One verdict per claim and article: claims outer, articles inner, people's decisions applied.

    A decision sets ``verdict``, ``decided_by`` and ``coder`` to the coder, and ``note``; ``machine_verdict`` and
    ``score`` stay Parallax's own (see :mod:`components.analysis.claims.deciding`). Linear in the number of articles:
    each is read once and compared with the claim list through its index.
    """
    return verdicts_of(story, judge_articles(story.claims, story.articles))


def judge_articles(claims: Sequence[Claim], articles: Iterable[Article]) -> tuple[tuple[Verdict, ...], ...]:
    """Parallax's own verdicts: of each article one for every claim of the list, in its order.

    An article's verdicts rest on the list and that article alone.
    """
    listed, ids = ClaimList([claim.text for claim in claims]), [claim.id for claim in claims]
    return tuple(tuple(_judge(listed, ids, article)) for article in articles)


def verdicts_of(story: Story, judged: Sequence[Sequence[Verdict]]) -> tuple[Verdict, ...]:
    """The story's verdicts, claim by claim, from those of :func:`judge_articles`, with people's decisions applied."""
    decisions = decisions_in_force(story)
    return tuple(
        with_decision(verdict, decisions.get((verdict.claim_id, verdict.article_id)))
        for row in range(len(story.claims))
        for verdict in (column[row] for column in judged)
    )


def judge_pairs(claims: Sequence[str], article: Article, *, weigh: Sequence[str] | None = None) -> tuple[Verdict, ...]:
    """A verdict for each claim against one article, in order; ``claim_id`` is the claim's place ("0", "1", ...).

    ``weigh``: the claims whose words are weighed together, the story's whole list; by default ``claims``
    themselves. A claim weighed alone rests on general word frequencies.
    """
    listed = ClaimList(claims, claims if weigh is None else weigh)
    return tuple(_judge(listed, [str(place) for place in range(len(claims))], article))


def _judge(claims: ClaimList, ids: Sequence[str], article: Article) -> Iterator[Verdict]:
    index = index_article(article)
    covered = cover(claims, index)
    scores = load_scorer().probability(covered.features, covered.alignment)
    for row, claim in enumerate(claims.claims):
        share = claims.share[claims.words_of(row)]
        yield _verdict(row, claim, share, ids[row], article, index, covered, float(scores[row]))


def _verdict(
    row: int,
    claim: ParsedClaim,
    share: Floats,
    claim_id: str,
    article: Article,
    index: ArticleIndex,
    covered: Coverage,
    score: float,
) -> Verdict:
    """One cell. The evidence is the closest line; the title where no sentence is as close.

    ``share``: what each content word weighs in the claim.
    """
    near = [
        line
        for line, close in zip(covered.candidates[row].tolist(), covered.closeness[row].tolist(), strict=True)
        if close >= CLOSE or covered.overlap[row, line] >= NEAR
    ]
    told = [*event_lines(claim, index), *age_lines(claim, index)]
    if not near:
        score = min(score, PARTLY / 2)
        near = nearest_in_kind(claim, share, index, CLOSE) or told[:1]
    if not near:
        return Verdict(
            claim_id=claim_id, article_id=article.id, verdict="not found", machine_verdict="not found", score=score
        )
    held = covered.features[row, _PASSAGE]
    if held < HALF:
        score = min(score, CEILING_WITHOUT_VALUE if held >= QUARTER else CEILING_WHEN_THIN)
    if _lacks_value(claim, index) or _lacks_denial(claim, index, near[0]) or says_none(claim, index.lines[near[0]]):
        score = min(score, CEILING_WITHOUT_VALUE)
    clash: Clash | None = None
    best = near[0]
    untold = _untold_lines(claim, index)
    silent = next((number for number in untold if _leaves_untold(claim, index, number)), None)
    if silent is not None:
        score, best = min(score, CEILING_IN_CONFLICT), silent
    for number in dict.fromkeys((*near[:_SEARCHED], *untold, *told)):
        clash = find_conflict(claim, index.lines[number].alone, index)
        if clash is not None:
            best = number
            break
    word: VerdictWord
    if clash is not None:
        word, score = "conflicts", min(score, CEILING_IN_CONFLICT)
    else:
        word = "stated" if score >= STATED else "partly" if score >= PARTLY else "not found"
    found = word in ("stated", "partly", "conflicts")
    if clash is None:
        best = line_to_show(claim, index, best)
    line = index.lines[best].alone
    voice_of: Literal["author", "quoted", ""] = ""
    speaker = ""
    if found:
        voice_of, speaker = voice(claim, line)
    sentence = line.sentence
    return Verdict(
        claim_id=claim_id,
        article_id=article.id,
        verdict=word,
        machine_verdict=word,
        score=score,
        sentence_index=sentence.index if sentence else None,
        evidence=line.text,
        start=sentence.start if sentence else None,
        end=sentence.end if sentence else None,
        voice=voice_of,
        speaker=speaker,
        certainty=certainty(claim, line, voice_of) if found else "",
        position=place_in_article(index, covered.overlap[row], best) if found else "",
        missing="" if word == "stated" else missing_words(claim, index, best),
        conflict_kind=clash.kind if clash else None,
        conflict_value=clash.text_value if clash else "",
    )


def _untold_lines(claim: ParsedClaim, index: ArticleIndex) -> list[int]:
    """For a claim that something was told: the first lines that say what is not told, whatever else they hold."""
    if not any(t.lower in TELLING and not t.untold for t in claim.content):
        return []
    return index.postings.get(f"{UNTOLD}say", [])[:_SEARCHED]


def _leaves_untold(claim: ParsedClaim, index: ArticleIndex, line: int) -> bool:
    """Whether a line says that just what the claim has told stays untold ("without mentioning financial details")."""
    matter = [t.key for t in claim.content if not t.capital and t.lower not in TELLING]
    return bool(matter) and all(f"{UNTOLD}{key}" in index.lines[line].key_set for key in matter)


def _lacks_value(claim: ParsedClaim, index: ArticleIndex) -> bool:
    """Whether one of the claim's numbers, or a whole name of it, is nowhere in the article."""
    if any(not states_number(index, number) for number in claim.quantities):
        return True
    return lacking_names(claim, index)


def _lacks_denial(claim: ParsedClaim, index: ArticleIndex, best: int) -> bool:
    """Whether the claim denies something and neither its best line nor a neighbour denies anything."""
    if not denies(claim.tokens):
        return False
    n_text = len(index.lines) - index.has_title
    around = range(max(0, best - 1), min(n_text, best + 2)) if best < n_text else (best,)
    return not any(has_denial(index.lines[number].tokens) for number in around)
