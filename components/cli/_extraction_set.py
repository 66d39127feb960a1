"""Web pages with the article marked out by hand. It stands here because reading pages is not the analysis' work."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from components.analysis.model import measured_text
from components.analysis.validation.figures import extraction_f1
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference, SetError
from components.analysis.validation.reading import evenly, refusing
from components.ingest.cleaning import cut_residue
from components.ingest.decode import tidy

QUICK_PAGES = 12
_RUN = 4
_WORD = re.compile(r"\w+")


def _evaluate(folder: Path, quick: bool) -> Iterator[Figure]:
    path = folder / "ground-truth.json"
    with refusing(path):
        bodies = {name: str(page["articleBody"]) for name, page in json.loads(path.read_text(encoding="utf-8")).items()}
    if not bodies:
        raise SetError(f"{path.name}: no pages")
    names = evenly(list(bodies), QUICK_PAGES) if quick else list(bodies)
    texts = [(_measured_text(name, folder / "html" / f"{name}.html.gz"), bodies[name]) for name in names]
    yield Figure(
        key="f1", what="the article out of its page", statistic="F1", n=len(texts), units="pages",
        value=extraction_f1(texts), floor=Reference(value=0.665, source="all the text of the page: BeautifulSoup"),
        published=Reference(value=0.970, source="rs_trafilatura, all 181 pages; trafilatura 2.0 .958"),
    )  # fmt: skip
    yield from _residue_figures([(name, folder / "html" / f"{name}.html.gz", bodies[name]) for name in names])


def _residue_figures(pages: list[tuple[str, Path, str]]) -> Iterator[Figure]:
    """What the residue rules do with the same pages saved as text: every line that a reader would see, menus too.

    A line is the article's where half of its runs of four words stand in the body, or, under four words, where it is a
    line of it. Precision: of the words that were cut, the share that is page. Recall: of the page's words, the share
    that was cut. Kept: of the article's words, the share that stays.
    """
    page_cut = page_left = article_cut = article_left = 0
    texts = []
    for _, path, body in pages:
        text = _page_as_text(path)
        cuts = cut_residue(text)
        texts.append((measured_text(text, cuts), body))
        runs, lines = _runs(body), {" ".join(_words(line)) for line in body.split("\n")}
        at = 0
        for line in text.split("\n"):
            words = _words(line)
            mine = len(_runs(line) & runs) >= len(_runs(line)) / 2 if len(words) >= _RUN else " ".join(words) in lines
            gone = any(c.start <= at and at + len(line) <= c.end for c in cuts)
            page_cut += len(words) * (gone and not mine)
            page_left += len(words) * (not gone and not mine)
            article_cut += len(words) * (gone and mine)
            article_left += len(words) * (not gone and mine)
            at += len(line) + 1
    floor = Reference(value=0.672, source="all lines of the page")
    for key, what, value in (
        ("residue_precision", "page, of what is cut from pages saved as text", _share(page_cut, article_cut)),
        ("residue_recall", "cut, of what is page in pages saved as text", _share(page_cut, page_left)),
        ("residue_kept", "kept, of what is article in pages saved as text", _share(article_left, article_cut)),
    ):
        yield Figure(key=key, what=what, statistic="share of words", n=len(pages), units="pages", value=value)
    yield Figure(
        key="residue_f1", what="the article out of its page saved as text", statistic="F1", n=len(pages), units="pages",
        value=extraction_f1(texts), floor=floor,
    )  # fmt: skip


def _page_as_text(path: Path) -> str:
    from components.ingest.html_text import decode_html, page_lines, parse_html

    with refusing(path):
        source = decode_html(gzip.decompress(path.read_bytes()))
    return tidy("\n".join(page_lines(parse_html(source))))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _share(of: int, rest: int) -> float:
    return of / (of + rest) if of + rest else float("nan")


def _measured_text(name: str, path: Path) -> str:
    """What of a page would be measured: read as an upload is and cleaned of residue; "" where it is refused."""
    from components.ingest.assemble import intake_of
    from components.ingest.reader import RefusedError
    from components.ingest.readers.html import READER

    with refusing(path):
        data = gzip.decompress(path.read_bytes())
    try:
        drafts = list(READER.read(f"{name}.html", data))
    except RefusedError:  # a page without an article: scored as nothing found
        return ""
    return "\n".join(article.text for article in intake_of((f"{name}.html", draft) for draft in drafts).articles)


SET = LabelledSet(
    name="article_extraction_benchmark",
    label="Which part of a web page is the article?",
    files=("ground-truth.json",),
    evaluate=_evaluate,
    source="Scrapinghub/Zyte 2020, Article Extraction Benchmark, bodies marked by hand",
    licence="MIT (labels)",
    remark="",
    order=120,
)
