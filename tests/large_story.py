"""Compare stories of thousands of articles; print time as a ratio to the smallest, and the peak of memory.

    python tests/large_story.py 500 5000 50000 [--gold DIR] [--jobs N]

Memory is the resident memory of the command and all its processes, added up every half second (so what they share
counts several times); time is processor time an article, as a ratio to that of the first size. Needs Linux.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from components.analysis.benchmarks.texts import generated_texts, recombined_texts  # noqa: E402
from components.analysis.validation.reading import read_json_lines  # noqa: E402

SOURCES = 40
A_FILE = 250  # articles


def write_story(texts, folder):
    """The texts as JSON lines, some hundreds a file."""
    rows = (
        {"text": text, "title": text.split(".", 1)[0][:80], "source": f"Source {n % SOURCES + 1}"}
        for n, text in enumerate(texts)
    )
    number = 0
    while some := list(islice(rows, A_FILE)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in some)
        (folder / f"{number:05d}.jsonl").write_text(lines, "utf-8")
        number += 1


def resident(process):
    """Bytes held by a process and all below it."""
    total = 0
    try:
        total += int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        for task in Path(f"/proc/{process}/task").iterdir():
            total += sum(resident(int(child)) for child in (task / "children").read_text().split())
    except OSError:
        pass  # it has ended
    return total


def compare(texts, jobs):
    """(processor seconds, peak bytes) of ``compare`` over the texts."""
    with tempfile.TemporaryDirectory() as made:
        story = Path(made) / "story"
        story.mkdir()
        write_story(texts, story)
        command = [sys.executable, "-m", "components", "compare", str(story), "--out", str(Path(made) / "out")]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        running = subprocess.Popen([*command, *(("--jobs", str(jobs)) if jobs else ())], cwd=ROOT)
        peak = 0
        while running.poll() is None:
            peak = max(peak, resident(running.pid))
            time.sleep(0.5)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if running.returncode:
            sys.exit(running.returncode)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", nargs="*", type=int, default=[500, 5000])
    options.add_argument("--gold", type=Path, help="folder that holds multisource_stories: sentences of real articles")
    options.add_argument("--jobs", type=int)
    given = options.parse_args()
    real = []
    if given.gold:
        real = [row["text"] for row in read_json_lines(given.gold / "multisource_stories" / "docs.jsonl", ("text",))]
    first = None
    for n in given.sizes:
        texts = recombined_texts(real, n, seed=n) if real else generated_texts(n, seed=n)
        seconds, peak = compare(texts, given.jobs)
        first = first or seconds / n
        print(f"{n} articles: time an article {seconds / n / first:.2f}, peak memory {peak / 1e6:,.0f} MB", flush=True)


if __name__ == "__main__":
    main()
