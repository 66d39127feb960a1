"""Everything that can be downloaded: the frames, what their columns mean, and the ZIP that holds them.

The frames are the ones the screen draws from, so a number on screen and in a file is the same number.
"""

from __future__ import annotations

import io
import json
import math
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from components.analysis.certainty import orders
from components.analysis.claims.deciding import decisions_in_force
from components.analysis.claims.reliability import ENOUGH, pairings
from components.analysis.claims.sources import source_verdicts
from components.analysis.claims.voices import stated_alone
from components.analysis.comparison import by_article, by_source
from components.analysis.csv_export import csv_bytes
from components.analysis.data_dictionary import data_dictionary
from components.analysis.hype.hits import hits
from components.analysis.measure import all_measures
from components.analysis.measured import Measured
from components.analysis.methods import methods_markdown, settings_dict
from components.analysis.model import Story, Verdict
from components.analysis.story_json import story_from_dict, story_to_dict

STORY_FILE = "story.json"
REPORT_FILE = "report.html"

COVERAGE_FIELDS = (
    "claim_id",
    "claim",
    "source",
    "article_id",
    "verdict",
    "score",
    "sentence_index",
    "evidence",
    "start",
    "end",
    "decided_by",
    "machine_verdict",
    "coder",
    "note",
    "position",
    "voice",
    "speaker",
    "certainty",
    "missing",
    "conflict_kind",
    "conflict_value",
)
CONFLICT_FIELDS = (
    "claim_id",
    "kind",
    "source_a",
    "value_a",
    "evidence_a",
    "source_b",
    "value_b",
    "evidence_b",
    "claim",
    "article_a",
    "article_b",
)
DECISION_FIELDS = (
    "claim_id",
    "claim",
    "source",
    "article_id",
    "coder",
    "verdict",
    "note",
    "machine_verdict",
    "in_force",
)
AGREEMENT_FIELDS = ("coder_a", "coder_b", "n_cells", "n_same", "kappa", "alpha")
HIT_FIELDS = (
    "article_id",
    "sentence_index",
    "start",
    "end",
    "hit",
    "kind",
    "category",
    "strength",
    "counted",
    "reason",
    "voice",
    "source",
    "term",
)
SENTENCE_FIELDS = ("article_id", "source", "sentence_index", "start", "end", "kind", "n_words", "quoted", "text")
CLAIM_FIELDS = ("claim_id", "claim", "note", "origin", "n_sources", "sources", "only_in", "partly_in")


def frames(story: Story, long: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Name (without .csv) -> frame, for every table that can be downloaded."""
    return compared_frames(
        story,
        long,
        sentences=sentences_frame(story, long),
        hits=hits_frame(story),
        coverage=coverage_frame(story),
    )


def compared_frames(
    story: Story, long: pd.DataFrame | Measured, *, sentences: pd.DataFrame, hits: pd.DataFrame, coverage: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Every table in its order, given those that have a row a sentence, passage or cell."""
    found = {
        "sources": by_source(story, long),
        "articles": by_article(story, long),
        "sentences": sentences,
        "claims": claims_frame(story),
        "coverage": coverage,
        "coverage_matrix": coverage_matrix(story),
        "conflicts": conflicts_frame(story),
        "decisions": decisions_frame(story),
        "agreement": agreement_frame(story),
        "hype_hits": hits,
        "orders": orders(story, long),
    }
    found["data_dictionary"] = data_dictionary(found, all_measures())
    return found


def sizes(story: Story) -> dict[str, int]:
    """Name -> number of rows of every table but the dictionary, without making the tables."""
    n_sources = len(story.sources)
    return {
        "sources": n_sources,
        "articles": len(story.articles),
        "sentences": sum(len(article.sentences) for article in story.articles),
        "claims": len(story.claims),
        "coverage": len(story.verdicts),
        "coverage_matrix": len(story.claims),
        "conflicts": len(story.conflicts),
        "decisions": len(story.decisions),
        "agreement": len(pairings(story)),
        "hype_hits": sum(len(hits(article, story.settings)) for article in story.articles),
        "orders": n_sources * (n_sources - 1) // 2 * sum(c.headline for m in all_measures() for c in m.columns),
    }


def sentences_frame(story: Story, long: pd.DataFrame) -> pd.DataFrame:
    """One row a sentence of the measured text, headings too, with every value a measure gives a sentence."""
    own = long[long["sentence_index"].notna()]
    values = own.pivot_table(
        index=["article_id", "sentence_index"], columns="column", values="value", aggfunc="first", sort=False
    )
    order = [c.name for m in all_measures() for c in m.columns if c.by_sentence]
    values = values.reindex(columns=pd.Index(order, name="column"))
    rows = [
        (
            article.id,
            article.source,
            s.index,
            s.start,
            s.end,
            s.kind,
            s.n_words,
            bool(s.quotes),
            s.text,
        )
        for article in story.articles
        for s in article.sentences
    ]
    frame = pd.DataFrame(rows, columns=list(SENTENCE_FIELDS))
    # a measure may use the name of a field (n_words of a sentence): the field holds the same number
    fresh = [name for name in order if name not in SENTENCE_FIELDS]
    return frame.merge(values[fresh].reset_index(), on=["article_id", "sentence_index"], how="left")


def claims_frame(story: Story) -> pd.DataFrame:
    """One row a claim, in the analyst's order, with the sources that state it or a part of it, and who alone does."""
    cells, alone = source_verdicts(story), stated_alone(story)
    rows = []
    for claim in story.claims:
        stating = [s for s in story.sources if cells[claim.id, s].verdict == "stated"]
        partly = [s for s in story.sources if cells[claim.id, s].verdict == "partly"]
        only = alone[claim.id].by if claim.id in alone else ""
        rows.append(
            (claim.id, claim.text, claim.note, claim.origin, len(stating), "; ".join(stating), only, "; ".join(partly))
        )
    return pd.DataFrame(rows, columns=list(CLAIM_FIELDS))


def coverage_frame(story: Story, verdicts: Iterable[Verdict] | None = None) -> pd.DataFrame:
    """One row a claim and article (or of ``verdicts`` alone): the one in force, the machine's, the evidence."""
    wording = {claim.id: claim.text for claim in story.claims}
    rows = []
    for v in story.verdicts if verdicts is None else verdicts:
        row = {name: getattr(v, name, None) for name in COVERAGE_FIELDS}
        row["claim"], row["source"] = wording[v.claim_id], story.article_by_id[v.article_id].source
        row["conflict_kind"] = v.conflict_kind or ""
        rows.append(row)
    frame = pd.DataFrame(rows, columns=list(COVERAGE_FIELDS))
    return frame.astype({"sentence_index": "Int64", "start": "Int64", "end": "Int64", "score": "float64"})


def coverage_matrix(story: Story) -> pd.DataFrame:
    """Claim by source: claim_id, claim, n_sources (that state it), then a column a source with its verdict."""
    cells = source_verdicts(story)
    rows = []
    for claim in story.claims:
        words = {source: str(cells[claim.id, source].verdict) for source in story.sources}
        n_sources = sum(word == "stated" for word in words.values())
        rows.append({"claim_id": claim.id, "claim": claim.text, "n_sources": n_sources, **words})
    return pd.DataFrame(rows, columns=["claim_id", "claim", "n_sources", *story.sources])


def conflicts_frame(story: Story) -> pd.DataFrame:
    """One row a possible conflict between two articles, both values and both sentences."""
    wording = {claim.id: claim.text for claim in story.claims}
    rows = [
        (
            c.claim_id,
            c.kind,
            story.article_by_id[c.article_a].source,
            c.value_a,
            c.evidence_a,
            story.article_by_id[c.article_b].source,
            c.value_b,
            c.evidence_b,
            wording[c.claim_id],
            c.article_a,
            c.article_b,
        )
        for c in story.conflicts
    ]
    return pd.DataFrame(rows, columns=list(CONFLICT_FIELDS))


def decisions_frame(story: Story) -> pd.DataFrame:
    """One row a person's verdict on a cell, in force or not."""
    wording = {claim.id: claim.text for claim in story.claims}
    machine = {(v.claim_id, v.article_id): v.machine_verdict for v in story.verdicts}
    last = decisions_in_force(story)
    rows = [
        (
            d.claim_id,
            wording[d.claim_id],
            story.article_by_id[d.article_id].source,
            d.article_id,
            d.coder,
            d.verdict,
            d.note,
            machine[d.claim_id, d.article_id],
            last[d.claim_id, d.article_id] is d,
        )
        for d in story.decisions
    ]
    return pd.DataFrame(rows, columns=list(DECISION_FIELDS)).astype({"in_force": bool})


def agreement_frame(story: Story) -> pd.DataFrame:
    """One row two coders who judged cells in common; kappa and alpha are empty below ENOUGH cells."""
    rows = []
    for pair in pairings(story):
        found = pair.agreement
        shown = found.n >= ENOUGH
        kappa, alpha = (found.kappa, found.alpha) if shown else (math.nan, math.nan)
        rows.append((pair.one, pair.other, found.n, found.n_same, kappa, alpha))
    return pd.DataFrame(rows, columns=list(AGREEMENT_FIELDS)).astype({"kappa": "float64", "alpha": "float64"})


def hits_frame(story: Story) -> pd.DataFrame:
    """One row a passage the hype measure looked at, counted or not, with the reason."""
    rows = [
        (
            article.id,
            h.sentence_index,
            h.start,
            h.end,
            h.text,
            h.kind,
            h.category,
            h.strength,
            h.counted,
            h.reason,
            h.voice,
            article.source,
            h.term,
        )
        for article in story.articles
        for h in hits(article, story.settings)
    ]
    return pd.DataFrame(rows, columns=list(HIT_FIELDS)).astype({"sentence_index": "Int64", "counted": bool})


def files(story: Story, tables: Mapping[str, pd.DataFrame], *, bom: bool = False) -> dict[str, bytes]:
    """File name -> bytes of the whole bundle; ``tables``: what :func:`frames` gave."""
    found = {f"{name}.csv": csv_bytes(frame, bom=bom) for name, frame in tables.items()}
    found["settings.json"] = json_bytes(settings_dict(story))
    found["methods.md"] = methods_markdown(story).encode()
    found[STORY_FILE] = json_bytes(story_to_dict(story))
    return found


def zip_bytes(contents: Mapping[str, bytes]) -> bytes:
    """The files as one ZIP; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


MAX_STORY_BYTES = 200_000_000


def read_zip(data: bytes) -> Story:
    """The story inside a bundle. ValueError, in a sentence for a person, where there is none to read."""
    return story_from_dict(story_data(data))


def story_data(data: bytes) -> Any:  # noqa: ANN401 - whatever the file held
    """What a bundle's ``story.json`` holds, unread. ValueError, in a sentence, where there is no such file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo(STORY_FILE)
            if info.file_size > MAX_STORY_BYTES:
                raise ValueError("The story in this bundle is over 200 MB: split it into smaller stories.")
            content = archive.read(info)
    except KeyError as error:
        raise ValueError(f"This ZIP holds no {STORY_FILE}: choose a bundle that Parallax wrote.") from error
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as error:
        # a damaged, encrypted or oddly packed archive
        raise ValueError("This is not a ZIP that can be read: choose a bundle that Parallax wrote.") from error
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"The {STORY_FILE} in this bundle cannot be read: load an unchanged copy.") from error


def json_bytes(value: Mapping[str, Any]) -> bytes:
    """A mapping as a JSON file: UTF-8, readable, with a line end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", errors="replace")
