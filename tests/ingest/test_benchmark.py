"""The article out of its page, against pages that people have marked: F1 of runs of four words."""

import gzip
import json
import os
import re
from collections import Counter
from statistics import mean

import pytest

from components.ingest.reader import RefusedError
from components.ingest.readers.html import read

N_PAGES = int(os.environ.get("PARALLAX_PAGES", "40"))  # in the suite; the whole set by hand


def runs(text):
    words = re.findall(r"\w+", text)
    found = (tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))
    return Counter(run for run in found if run)


def f1(pairs):
    """The benchmark's own definition: precision and recall per page, their means over pages, and the means' F1.

    A page counts for precision when something was found on it, for recall when there is something to find.
    """
    precision, recall = [], []
    for wanted, found in pairs:
        wanted, found = runs(wanted), runs(found)
        hits = (wanted & found).total()
        if found:
            precision.append(hits / found.total())
        if wanted:
            recall.append(hits / wanted.total())
    p, r = mean(precision), mean(recall)
    return p, r, 2 * p * r / (p + r)


def extracted(page):
    try:
        return next(iter(read("page.html", page))).text
    except RefusedError:
        return ""


@pytest.fixture(scope="module")
def pages(gold):
    folder = gold / "article_extraction_benchmark"
    marked = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    some = sorted(marked)[:N_PAGES]
    return [(gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()), marked[key]) for key in some]


def test_f1_counts_runs_of_four_words():
    assert f1([("a b c d e", "a b c d e")]) == (1, 1, 1)
    assert f1([("a b c d e", "a b c d x")]) == (0.5, 0.5, 0.5)
    assert f1([("a b c d e f", "a b c d"), ("a b c d", "")]) == (1, mean([1 / 3, 0]), pytest.approx(2 / 7))


def test_the_articles_text_is_found_as_well_as_by_trafilatura_alone(pages):
    import trafilatura

    ours = f1([(marked["articleBody"], extracted(page)) for page, marked in pages])
    theirs = f1(
        [
            (marked["articleBody"], trafilatura.extract(page.decode("utf-8", "replace"), include_comments=False) or "")
            for page, marked in pages
        ]
    )
    print(f"\n{len(pages)} pages: precision {ours[0]:.3f} recall {ours[1]:.3f} F1 {ours[2]:.3f}; trafilatura", theirs)
    assert ours[2] >= theirs[2]
    assert ours[2] >= 0.95


def test_a_page_states_its_title_and_language(pages):
    drafts = [next(iter(read("page.html", page))) for page, _ in pages[:6]]
    assert sum(bool(draft.title) for draft in drafts) >= 5
    assert sum(bool(draft.source) for draft in drafts) >= 3
