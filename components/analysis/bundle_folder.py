"""The bundle written to a folder as it is made: of a large story no table of sentences is ever held whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from components.analysis.bundle import (
    STORY_FILE,
    compared_frames,
    coverage_frame,
    hits_frame,
    json_bytes,
    sentences_frame,
)
from components.analysis.comparison import to_long
from components.analysis.csv_export import csv_heading, csv_rows, write_csv
from components.analysis.measured import Measured
from components.analysis.methods import methods_markdown, settings_dict
from components.analysis.model import Story
from components.analysis.parts import measure_in_parts
from components.analysis.story_json import story_to_dict


def write_bundle(story: Story, folder: Path, *, jobs: int = 1) -> tuple[Measured, Mapping[str, pd.DataFrame]]:
    """Measure the story and write its bundle: the files of :func:`bundle.files`, byte for byte.

    Returns what was measured and the tables that compare (those of sentences, passages and cells without rows).
    """
    folder.mkdir(parents=True, exist_ok=True)
    nobody = Story(id="", title="", articles=())
    by_sentence = {"sentences": sentences_frame(nobody, to_long("", ())), "hype_hits": hits_frame(nobody)}
    files = {name: (folder / f"{name}.csv").open("wb") for name in by_sentence}
    try:
        for name, file in files.items():
            file.write(csv_heading(by_sentence[name], bom=False))

        def take(tables: Mapping[str, bytes]) -> None:
            for name, rows in tables.items():
                files[name].write(rows)

        found = measure_in_parts(story, jobs=jobs, take_tables=take)
    finally:
        for file in files.values():
            file.close()
    no_cells = coverage_frame(story, ())
    with (folder / "coverage.csv").open("wb") as out:
        out.write(csv_heading(no_cells, bom=False))
        n = len(story.articles)
        for at in range(0, len(story.verdicts), n or 1):  # a claim at a time
            out.write(csv_rows(coverage_frame(story, story.verdicts[at : at + n]), bom=False))
    frames = compared_frames(
        story, found, sentences=by_sentence["sentences"], hits=by_sentence["hype_hits"], coverage=no_cells
    )
    for name, frame in frames.items():
        if name not in (*by_sentence, "coverage"):
            with (folder / f"{name}.csv").open("wb") as out:
                write_csv(frame, out)
    (folder / "settings.json").write_bytes(json_bytes(settings_dict(story)))
    (folder / "methods.md").write_bytes(methods_markdown(story).encode())
    with (folder / STORY_FILE).open("w", encoding="utf-8", errors="replace", newline="\n") as text:
        text.writelines(json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(story_to_dict(story)))
        text.write("\n")
    return found, frames
