"""What every column of every downloaded table means. Measured columns explain themselves through Column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from components.analysis.measure import Column, Measure

FIELDS = ("file", "column", "label", "unit", "meaning", "direction")

#: Table -> what a row of it is.
TABLES: Mapping[str, str] = {
    "sources": "One row a source: every measure, its articles pooled, with the ends of the 95% intervals.",
    "articles": "One row an article: its metadata and every measure, with the ends of the 95% intervals.",
    "sentences": "One row a sentence: its text, where it stands, and what each measure gives it.",
    "claims": "One row a claim: its wording, where it comes from, and the sources that state it.",
    "coverage": "One row a claim and article: verdict, probability, evidence and who decided.",
    "coverage_matrix": "One row a claim, one column a source: the verdicts side by side.",
    "conflicts": "One row a possible conflict: both values and both sentences.",
    "decisions": "One row a verdict that a person gave, with the note, and whether it is the one in force.",
    "agreement": "One row two coders, Parallax among them: how far they agree on the cells that both judged.",
    "hype_hits": "One row a passage that hype looked at, counted or not, with the reason.",
    "orders": "One row a pair of sources and measure: the difference and whether its order holds.",
    "data_dictionary": "One row a column of these tables: what it means, its unit, what higher means.",
}

# (label, unit, meaning) of the columns that are no measurement; the same name means the same in every file
PLAIN: Mapping[str, tuple[str, str, str]] = {
    "alpha": (
        "Krippendorff's alpha",
        "1 full agreement, 0 chance",
        "Over the four verdicts, none nearer to another.",
    ),
    "article_id": ("Article", "id", "Given at first import; never changes."),
    "article_a": ("Article A", "id", "The article that value_a stands in."),
    "article_b": ("Article B", "id", "The article that value_b stands in."),
    "author": ("Author", "text", "As the text or the analyst gives it."),
    "category": ("Category", "word", "Category of the lexicon entry."),
    "certainty": ("Certainty", "word", "How the evidence puts the claim: flat, hedged or attributed."),
    "claim": ("Claim", "text", "The claim as worded in the story's list."),
    "claim_id": ("Claim", "id", "Id of the claim within the story."),
    "coder": ("Coder", "text", "Who decided the cell, where a person did."),
    "coder_a": ("Coder A", "text", "Parallax or a person."),
    "coder_b": ("Coder B", "text", "A person who judged cells that coder A judged too."),
    "column": ("Column", "name", "The column of sources.csv that is compared."),
    "conflict_kind": (
        "Kind of conflict",
        "word",
        "number, date, name or negation, judged where a person alone found it; empty unless the verdict is conflicts.",
    ),
    "conflict_value": ("Value in conflict", "text", "What this article says instead."),
    "copy_of": ("Copy of", "id", "The earlier article of another source whose text this one nearly repeats."),
    "counted": ("Counted", "true or false", "Whether the passage counts for its rate."),
    "date": ("Date", "ISO 8601", "As the text or the analyst gives it; empty where it shows none."),
    "decided_by": ("Decided by", "text", "Parallax, or the person whose verdict is in force."),
    "difference": ("Difference", "unit of the column", "Value of source A less that of source B."),
    "end": ("End", "code points", "Where the passage ends in the article's measured text, exclusive."),
    "established": ("Order established", "true or false", "p_holm is under .05."),
    "evidence": ("Evidence", "text", "The sentence the verdict rests on; for not found the nearest miss."),
    "evidence_a": ("Evidence A", "text", "The sentence that holds value_a."),
    "evidence_b": ("Evidence B", "text", "The sentence that holds value_b."),
    "file": ("File", "name", "The file of this bundle."),
    "group": ("Group", "text", "The group the analyst put the source into; empty where there is none."),
    "hit": ("Passage", "text", "The words as they stand in the text."),
    "kind": ("Kind", "word", "Kind of sentence (prose, heading, item), of passage or of conflict."),
    "in_force": ("In force", "true or false", "Of several verdicts on a cell the one made last counts."),
    "kappa": ("Cohen's kappa", "1 full agreement, 0 chance", "Over the four verdicts; empty under 20 cells."),
    "label": ("Label", "text", "The column's heading on screen."),
    "language": ("Language", "code", "As the file or the analyst gives it."),
    "direction": ("Direction", "text", "What a higher value means."),
    "machine_verdict": ("Parallax's verdict", "word", "What Parallax judged, whoever decided."),
    "meaning": ("Meaning", "text", "What the column holds."),
    "missing": ("Missing", "text", "What of the claim the evidence and the sentences beside it lack, in phrases."),
    "n_articles": ("Articles", "count", "Articles pooled in the row."),
    "n_cells": ("Cells", "count", "Cells that both judged."),
    "n_same": ("Same verdict", "count", "Of them, the cells with one verdict."),
    "n_sentences": ("Sentences", "count", "Measured sentences: of four words or more, headings apart."),
    "n_sources": ("Sources", "count", "Sources that state the claim."),
    "n_words": ("Words", "count", "Words of the measured sentences (of the sentence, in sentences.csv)."),
    "note": ("Note", "text", "The analyst's note."),
    "only_in": (
        "Only in",
        "text",
        "The one independent source that states the claim as worded; empty where none or several do.",
    ),
    "origin": ("Origin", "word", "proposed by Parallax, or the analyst's own."),
    "partly_in": ("Partly in", "text", "The sources that state a part of the claim."),
    "p": ("p", "0 to 1", "Two-sided p of the difference; empty where the pair is not tested."),
    "p_holm": ("p, Holm", "0 to 1", "p after Holm's adjustment over all pairs within the column."),
    "p_without_one_word": ("p without one word", "0 to 1", "The largest p that leaving out any one word type gives."),
    "position": ("Position", "text", "Where the evidence stands: headline, lead or the quarter of the text."),
    "quoted": ("Holds a quotation", "true or false", "Whether the sentence holds quoted speech."),
    "reason": ("Reason", "text", "Why the passage counts, or why it does not."),
    "score": ("Score", "0 to 1", "Calibrated probability that the article states the claim as worded."),
    "sentence_index": ("Sentence", "number from 0", "Number of the sentence in the measured text."),
    "source": ("Source", "text", "As the text shows it or the analyst named it."),
    "source_a": ("Source A", "text", "The first source of the pair."),
    "source_b": ("Source B", "text", "The second source of the pair."),
    "sources": ("Sources", "text", "The sources that state the claim."),
    "speaker": ("Speaker", "text", "Who is quoted, where the text names them."),
    "start": ("Start", "code points", "Where the passage begins in the article's measured text, inclusive."),
    "strength": ("Strength", "word", "hyperbolic or evaluative."),
    "term": ("Entry", "text", "The lexicon entry the passage matched."),
    "text": ("Text", "text", "The sentence as it stands in the measured text."),
    "title": ("Headline", "text", "As the text shows it; empty where it shows none."),
    "unit": ("Unit", "text", "The column's unit."),
    "url": ("Address", "text", "As the file or the analyst gives it."),
    "value_a": ("Value A", "text", "What source A says."),
    "value_b": ("Value B", "text", "What source B says."),
    "verdict": ("Verdict", "word", "The verdict in force: stated, partly, conflicts or not found."),
    "voice": ("Voice", "word", "author or quoted."),
    "why": ("Why not", "text", "Why the pair is not tested, or not in an established order."),
    "word": ("Word", "text", "The word type whose leaving out gives that p."),
}


def data_dictionary(frames: Mapping[str, pd.DataFrame], measures: Sequence[Measure]) -> pd.DataFrame:
    """One row a column of a file: file, column, label, unit, meaning, direction (what higher means).

    KeyError names a column that nothing explains: a table must not ship with an unexplained heading. In
    coverage_matrix.csv the columns after n_sources are the sources themselves.
    """
    measured = {column.name: column for measure in measures for column in measure.columns}
    rows = [
        (f"{name}.csv", heading, *_explain(name, str(heading), measured))
        for name, frame in frames.items()
        for heading in frame.columns
    ]
    rows += [("data_dictionary.csv", heading, *_explain("data_dictionary", heading, measured)) for heading in FIELDS]
    return pd.DataFrame(rows, columns=list(FIELDS))


def explained(file: str, headings: Sequence[str], measures: Sequence[Measure]) -> pd.DataFrame:
    """What is known of a table's columns, one row a column: column, label, unit, meaning, direction."""
    measured = {column.name: column for measure in measures for column in measure.columns}
    known = [(heading, found) for heading in headings if (found := _find(file, heading, measured)) is not None]
    return pd.DataFrame([(heading, *found) for heading, found in known], columns=list(FIELDS[1:]))


def _explain(file: str, heading: str, measured: Mapping[str, Column]) -> tuple[str, str, str, str]:
    found = _find(file, heading, measured)
    if found is None:
        raise KeyError(f"{file}.csv: nothing explains the column {heading!r}")
    return found


def _find(file: str, heading: str, measured: Mapping[str, Column]) -> tuple[str, str, str, str] | None:
    if file == "coverage_matrix" and heading not in ("claim_id", "claim", "n_sources"):
        return heading, "word", "The verdict on the claim in this source.", ""
    if heading in PLAIN:
        return (*PLAIN[heading], "")
    if heading in measured:
        column = measured[heading]
        return column.label, column.unit, column.meaning, column.higher_means
    for suffix, end in (("_low", "lower"), ("_high", "upper")):
        column_name = heading.removesuffix(suffix)
        if heading.endswith(suffix) and column_name in measured:
            column = measured[column_name]
            return f"{column.label}, {end} end", column.unit, f"The {end} end of the 95% interval.", ""
    return None
