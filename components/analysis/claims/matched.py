"""Which words of a sentence a claim has in common with it."""

from __future__ import annotations

from components.analysis.claims.tokens import tokenize

_BRIDGED = 4


def matched_words(claim: str, sentence: str) -> tuple[tuple[int, int], ...]:
    """The stretches of ``sentence`` (start, end) that hold the claim's content words and numbers, in order.

    Compared as the engine compares: words by stem, numbers by value. Stretches at most four characters apart are one.
    """
    keys = {token.key for token in tokenize(claim) if not token.stop}
    found: list[tuple[int, int]] = []
    for token in tokenize(sentence):
        if token.stop or token.key not in keys:
            continue
        if found and token.start - found[-1][1] <= _BRIDGED:
            found[-1] = (found[-1][0], token.end)
        else:
            found.append((token.start, token.end))
    return tuple(found)
