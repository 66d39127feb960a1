"""Web pages with the article marked out by hand. It stands here because reading pages is not the analysis' work."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from components.analysis.validation.figures import extraction_f1
from components.analysis.validation.labelled_set import Figure, LabelledSet, Reference, SetError
from components.analysis.validation.reading import evenly, refusing

QUICK_PAGES = 12


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
