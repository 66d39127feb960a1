"""Articles and claims made ready for comparison: an inverted index a text, weights and vectors a claim list."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from components.analysis.claims.lead_ins import find_lead_ins
from components.analysis.claims.lines import Line, Passage, four_letters, read_line
from components.analysis.claims.matters import Matters
from components.analysis.claims.names import acronyms, find_names, is_name_word, same_word
from components.analysis.claims.quantities import Quantity, find_quantities
from components.analysis.claims.tokens import Token, tokenize
from components.analysis.claims.vectors import word_table
from components.analysis.model import Article

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

#: How strongly a word shared by many claims of a story loses weight: weight / f ** 0.7.
CLAIM_DF_EXPONENT = 0.7
#: Words that begin with the same letters, this many, may be of one family: "invest" and "investor".
KIN_LETTERS = 5
#: Two content words still stand together in a line where up to this many other words came between them.
JOINT_SLACK = 2
#: A surname is rarer than this (Zipf).
_COMMON_WORD = 4.0


@dataclass(frozen=True, slots=True)
class ArticleIndex:
    """One article, read once. Lines are its sentences in order and, last, its title if it has one.

    ``postings``: key -> the lines that hold it, ascending. ``rows``: the word-table row of every known word, line
    by line; line i owns ``rows[bounds[i]:bounds[i + 1]]``. ``initials``: acronyms -> the lines with a name they stand
    for. ``kin``: first letters -> the keys that begin so. ``capitals``: first letter -> the capitalised
    keys. ``bare_names``: one-word names that never end a longer one.
    """

    lines: tuple[Line, ...]
    has_title: bool
    n_characters: int
    postings: dict[str, list[int]]
    rows: Ints
    bounds: Ints
    initials: dict[str, list[int]]
    capitals: dict[str, tuple[str, ...]]
    bare_names: frozenset[str]
    quantities: tuple[Quantity, ...]
    kin: dict[str, list[str]]
    passages: dict[int, Passage]

    def around(self, number: int) -> Sequence[Line]:
        """Line ``number`` with the lines before and behind it; a title stands alone."""
        n_text = len(self.lines) - self.has_title
        return self.lines[max(0, number - 1) : min(n_text, number + 2)] if number < n_text else (self.lines[number],)

    def passage(self, number: int) -> Passage:
        """What :meth:`around` holds. Made once, when asked for."""
        if number not in self.passages:
            lines = self.around(number)
            self.passages[number] = Passage(
                frozenset().union(*(line.key_set for line in lines)),
                frozenset().union(*(line.grams for line in lines)),
                tuple(quantity for line in lines for quantity in line.quantities),
            )
        return self.passages[number]

    def holds_name(self, word: str) -> bool:
        """Whether the article holds one word of a name, as such, as an acronym or in another spelling."""
        return bool(self.lines_of_name(word))

    def lines_of_name(self, word: str) -> Sequence[int]:
        """The lines that hold one word of a name: itself, else the name whose initials it is, else a spelling of it."""
        held = self.postings.get(word) or self.initials.get(word)
        if held:
            return held
        variants = (other for other in self.capitals.get(word[:1], ()) if same_word(word, other))
        return sorted({line for other in variants for line in self.postings[other]})

    def lines_of_number(self, number: Quantity) -> Sequence[int]:
        """The lines that hold the number's value, or one of its unit that entails it."""
        held = self.postings.get(number.key)
        if held:
            return held
        return [
            place for place, line in enumerate(self.lines) if any(other.entails(number) for other in line.quantities)
        ]


@functools.lru_cache(maxsize=64)  # about a megabyte each
def index_article(article: Article) -> ArticleIndex:
    """Read an article into its index. Linear in its length."""
    lines: list[Line] = []
    lead_ins = find_lead_ins(article.sentences)
    line_of: dict[int, int] = {}
    for sentence in article.sentences:
        if sentence.n_words:
            line_of[sentence.index] = len(lines)
            line, lead_in = read_line(sentence.text, sentence), lead_ins.get(sentence.index)
            if lead_in is not None:
                whole = read_line(f"{lead_in.text} {sentence.text}", sentence)
                line = replace(whole, own=line, lead=line_of[lead_in.index])
            lines.append(line)
    if article.title:
        lines.append(read_line(article.title, None))
    table = word_table()
    postings: dict[str, list[int]] = {}
    rows: list[int] = []
    bounds = [0]
    capitals: dict[str, dict[str, None]] = {}
    for number, line in enumerate(lines):
        for key in line.key_set:
            postings.setdefault(key, []).append(number)
        for token in line.tokens:
            if token.capital and not token.stop:
                capitals.setdefault(token.key[:1], {})[token.key] = None
            row = 0 if token.untold or token.value is not None else table.row(token.lower)
            if row:
                rows.append(row)
        bounds.append(len(rows))
    names = {name.keys for line in lines for name in find_names(line.alone.text)}
    initials: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        for short in acronyms(line.alone.text):
            initials.setdefault(short, []).append(number)
    return ArticleIndex(
        lines=tuple(lines),
        has_title=bool(article.title),
        n_characters=len(article.text),
        postings=postings,
        rows=np.array(rows, np.int64),
        bounds=np.array(bounds, np.int64),
        initials=initials,
        bare_names=frozenset(keys[0] for keys in names if len(keys) == 1)
        - {keys[-1] for keys in names if len(keys) > 1},
        capitals={letter: tuple(words) for letter, words in capitals.items()},
        quantities=tuple(quantity for line in lines for quantity in line.quantities),
        kin=_kin(postings),
        passages={},
    )


def _kin(postings: dict[str, list[int]]) -> dict[str, list[str]]:
    kin: dict[str, list[str]] = {}
    for key in postings:
        if len(key) >= KIN_LETTERS and key[0] not in "#~":
            kin.setdefault(key[:KIN_LETTERS], []).append(key)
    return kin


@dataclass(frozen=True, slots=True)
class ParsedClaim:
    """One claim as keys. ``content``: the tokens that say something (all of them if none does)."""

    text: str
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    content: tuple[Token, ...]
    bigrams: frozenset[tuple[str, str]]
    grams: frozenset[str]
    names: tuple[tuple[str, ...], ...]
    #: The names among them that look like a person's: first name and a surname that is no common word.
    people: tuple[tuple[str, str], ...]
    quantities: tuple[Quantity, ...]
    #: Initials of three letters or more -> the keys they stand for.
    initials: dict[str, frozenset[str]]
    #: Bit i of ``positions[key]`` is set where the i-th content word is ``key``: for the longest common subsequence.
    positions: dict[str, int]
    #: For each two content words that follow each other: their keys, and how far apart they may stand in a line.
    joints: tuple[tuple[str, str, int], ...]


@functools.lru_cache(maxsize=8192)
def parse_claim(text: str) -> ParsedClaim:
    """Read a claim into keys."""
    tokens = tokenize(text)
    keys = tuple(t.key for t in tokens)
    content = [place for place, t in enumerate(tokens) if not t.stop] or list(range(len(tokens)))
    positions: dict[str, int] = {}
    for place, key in enumerate(t.key for t in tokens if not t.stop):
        positions[key] = positions.get(key, 0) | 1 << place
    return ParsedClaim(
        text=text,
        tokens=tokens,
        keys=keys,
        content=tuple(tokens[place] for place in content),
        bigrams=frozenset(itertools.pairwise(keys)),
        grams=four_letters(tokens),
        names=tuple(name.keys for name in find_names(text)),
        people=tuple(
            (name.keys[0], name.keys[1])
            for name in find_names(text)
            if len(name.keys) == 2 and word_table().zipf(name.surface.split()[-1].lower()) < _COMMON_WORD
        ),
        quantities=find_quantities(text),
        initials={
            short: frozenset(t.key for t in tokens[first : last + 1] if not t.stop)
            for short, (first, last) in acronyms(text).items()
            if len(short) > 2
        },
        positions=positions,
        joints=tuple((keys[a], keys[b], b - a + JOINT_SLACK) for a, b in itertools.pairwise(content)),
    )


@functools.lru_cache(maxsize=16)
def _matters(texts: tuple[str, ...]) -> Matters:
    """The matters of a list. Kept, since one list weighs many single claims."""
    return Matters([parse_claim(text) for text in texts])


class ClaimList:
    """The claims of one story, weighed together.

    A word's weight is its general rarity (:meth:`WordTable.weight`) divided by ``f ** 0.7``, f being the number of
    different claims in ``weigh`` on the same matter that hold it (:class:`Matters`): what every claim says
    tells nothing apart. ``weigh`` defaults to the claims themselves.

    All arrays run over the content words of all claims, claim after claim; claim i owns
    ``starts[i]:starts[i + 1]``. ``unique`` maps each to its place in ``keys``, the different keys of the list;
    ``name_keys`` are those that name somebody or something, ``numbers`` the quantities among them.
    """

    def __init__(self, texts: Sequence[str], weigh: Sequence[str] | None = None) -> None:
        table = word_table()
        self.claims = tuple(parse_claim(text) for text in texts)
        matters = _matters(tuple(texts if weigh is None else weigh))
        frequency = np.array([count for claim in self.claims for count in matters.frequencies(claim)], np.int64)
        tokens = [token for claim in self.claims for token in claim.content]
        self.starts: Ints = np.cumsum([0] + [len(claim.content) for claim in self.claims])
        self.owner: Ints = np.repeat(np.arange(len(self.claims)), np.diff(self.starts))
        place: dict[str, int] = {}
        words: dict[int, str] = {}
        unique: list[int] = []
        for token in tokens:
            at = place.setdefault(token.key, len(place))
            words.setdefault(at, token.lower)
            unique.append(at)
        self.keys = tuple(place)
        self.name_keys = frozenset(t.key for t in tokens if is_name_word(t))
        self.numbers = {q.key: q for claim in self.claims for q in claim.quantities}
        self.unique: Ints = np.array(unique, np.int64)
        known = (0 if key.startswith(("#", "~")) else table.row(words[at]) for at, key in enumerate(self.keys))
        self.vectors: Floats = table.vectors[np.fromiter(known, np.int64, len(self.keys))]
        self.general: Floats = np.array([table.weight(t.lower, t.key) for t in tokens], np.float32)
        spread = frequency.astype(np.float32) ** CLAIM_DF_EXPONENT
        self.weights: Floats = self.general / spread if len(tokens) else self.general
        self.spread = spread
        self.even_share = np.ones_like(self.general) / self._total(np.ones_like(self.general))
        self.general_share = self.general / self._total(self.general)
        self.share = self.weights / self._total(self.weights)

    def _total(self, weights: Floats) -> Floats:
        """Each word's own claim's sum of weights."""
        totals = np.bincount(self.owner, weights, minlength=len(self.claims)).astype(np.float32)
        return totals[self.owner]

    def __len__(self) -> int:
        return len(self.claims)

    def lines_in(self, article: ArticleIndex) -> list[Sequence[int]]:
        """For each of ``keys`` the lines of an article that hold it, in whatever form.

        A number also stands where one of its unit agrees with it, a name's words where the article has its initials
        or another spelling, a first name where the surname stands alone ("Ms Brandt" for Ida Brandt).
        """
        found: list[Sequence[int]] = []
        for key in self.keys:
            held: Sequence[int] = article.postings.get(key, ())
            if not held and key in self.numbers:
                held = article.lines_of_number(self.numbers[key])
            elif not held and key in self.name_keys:
                held = article.lines_of_name(key)
            found.append(held)
        place = {key: number for number, key in enumerate(self.keys)}
        for claim in self.claims:
            for first, last in claim.people:
                if first in place and last in place and last in article.bare_names and not found[place[first]]:
                    found[place[first]] = found[place[last]]
            for short, keys in claim.initials.items():
                if short in article.postings:
                    for key in keys & place.keys():
                        found[place[key]] = sorted({*found[place[key]], *article.postings[short]})
        return found

    def words_of(self, claim: int) -> slice:
        """Where a claim's content words stand in the arrays."""
        return slice(int(self.starts[claim]), int(self.starts[claim + 1]))
