"""Make data/reference/ordinary_news.json from news texts. Run by hand whenever hype or tone is measured differently.

    python -m components.analysis.validation.ordinary_news --gold DIR

DIR holds the folders ``realsumm_scu``, ``qags`` and ``onestopenglish``. The same texts give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from components.analysis.measure import all_measures
from components.analysis.ordinary_news import PERCENTILES
from components.analysis.validation.measuring import measure_texts, rate_columns
from components.analysis.validation.reading import read_json_lines, refusing

SHORTEST = 200
RECIPE = (
    f"News articles of {SHORTEST} words or more, each measured by itself; percentiles 0 to 100, linear interpolation."
)
# folder -> (its file, the key of a text, what the set is called, under what licence it is published)
SETS = {
    "realsumm_scu": ("docs.jsonl", "document", "REALSumm: CNN and Daily Mail in lower case", "annotations CC BY 4.0"),
    "qags": ("articles.jsonl", "article", "QAGS: CNN, Daily Mail and BBC", "no licence stated"),
    "onestopenglish": ("texts.jsonl", "text", "OneStopEnglish, advanced level: The Guardian", "CC BY-SA 4.0"),
}  # fmt: skip
LEVEL = "adv"


def news_texts(folder: Path) -> list[str]:
    """The articles of one set, each once, in the order of its file; of stories in several levels the advanced one."""
    file, key, _, _ = SETS[folder.name]
    rows = read_json_lines(folder / file, (key,))
    with refusing(folder / file):
        kept = [row[key] for row in rows if row.get("level", LEVEL) == LEVEL]
    return list(dict.fromkeys(kept))


def percentiles(values: Sequence[float]) -> list[float]:
    """The values at the percentiles 0 to 100, to four decimals; values that are not defined are left out."""
    defined = np.asarray(values, float)
    return [round(float(v), 4) for v in np.percentile(defined[~np.isnan(defined)], range(101))]


def reference(gold: Path) -> dict[str, object]:
    """What the file holds: recipe, sets with their numbers of articles, versions, percentiles by column."""
    texts: list[str] = []
    sets = []
    for name, (_, _, label, licence) in SETS.items():
        found = [text for text in news_texts(gold / name) if text not in texts]
        n_words = measure_texts("readability", found, ("n_words",))["n_words"]
        long_enough = [text for text, n in zip(found, n_words, strict=True) if n >= SHORTEST]
        sets.append((label, len(long_enough), licence))
        texts += long_enough
    columns = {"hype": rate_columns("hype"), "tone": ("tone", "tone_raw")}
    return {
        "recipe": RECIPE,
        "texts": len(texts),
        "sets": sets,
        "measures": {m.key: m.version for m in all_measures() if m.key in columns},
        "percentiles": {
            column: percentiles(list(values))
            for key, names in columns.items()
            for column, values in measure_texts(key, texts, names).items()
        },
    }


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True)
    made = reference(parser.parse_args().gold)
    PERCENTILES.parent.mkdir(parents=True, exist_ok=True)
    PERCENTILES.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
