"""Every hostile file ends in a clear refusal or a clean article within the limits, and the ones beside it go in."""

import os
import re
import sys
import threading
import time
from pathlib import Path

import made_files as files
import pytest
from hostile_files import CORPUS, MB, PROSE

from components.ingest import limits
from components.ingest.archive import Budget
from components.ingest.assemble import drafts_of, intake_of
from components.ingest.intake import take_in
from components.ingest.reader import Draft
from components.ingest.worker import Worker

# Nothing that moves, hides or reverses text, no half characters, no controls but tab and line feed.
UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture(scope="module")
def worker():
    with Worker() as shared:
        yield shared


def check(intake):
    assert intake.articles or intake.problems
    for problem in intake.problems:
        assert problem.file.startswith("a."), problem
        assert problem.reason.endswith("."), problem
        assert len(problem.reason) < 600, problem
        assert not UNCLEAN.search(str(problem)), problem
    for article in intake.articles:
        assert len(article.original) <= limits.MAX_ARTICLE_CHARACTERS
        for words in (article.source, article.title, article.author, article.date, article.url, article.original):
            assert not UNCLEAN.search(words), words[:200]


@pytest.mark.parametrize("case", [case for case, (_, _, end) in CORPUS.items() if end != "seconds"])
def test_a_hostile_file_ends_well(case, worker):
    name, make, end = CORPUS[case]
    data = make()
    before = time.monotonic()
    intake = intake_of(drafts_of(name, data, worker))
    assert time.monotonic() - before < limits.SECONDS + 5
    check(intake)
    if end == "article":
        assert len(intake.articles) == 1
        assert not [p for p in intake.problems if p.refused]
    elif end:
        assert not intake.articles
        assert any(end in p.reason and p.refused for p in intake.problems), intake.problems


@pytest.mark.parametrize("case", [case for case, (_, _, end) in CORPUS.items() if end == "seconds"])
def test_a_file_that_takes_too_long_is_stopped_and_the_next_goes_in(case):
    name, make, _ = CORPUS[case]
    files_ = [(name, make()), ("b.docx", files.word())]
    with Worker(seconds=1.5) as hurried:
        before = time.monotonic()
        (stopped,) = [draft for _, draft in drafts_of(*files_[0], hurried)]
        assert time.monotonic() - before < 10
        assert str(stopped) == (
            f"{name}: Reading it took more than 1.5 seconds: save it in another format, or paste its text."
        )
        hurried.seconds = limits.SECONDS
        assert isinstance(next(draft for _, draft in drafts_of(*files_[1], hurried)), Draft)


def test_the_corpus_is_large_enough():
    assert len(CORPUS) >= 60


def test_nothing_is_written_where_a_zip_points(worker):
    for case in ("zip slip", "zip with absolute paths", "zip with a drive"):
        name, make, _ = CORPUS[case]
        assert [a.source for a in intake_of(drafts_of(name, make(), worker)).articles] == ["parallax-slip"]
    assert not list(Path("/tmp").glob("parallax-slip*"))
    assert not Path("parallax-slip.txt").exists()


def test_a_process_that_dies_is_one_problem_and_the_next_file_gets_a_new_one():
    with Worker() as mortal:
        bomb = CORPUS["pdf bomb"][1]()
        assert isinstance(mortal.read("a.docx", files.word())[0], Draft)
        killed = mortal._process.pid

        def kill():
            os.kill(killed, 9)

        # It dies while it reads: the bomb takes seconds, the blow comes before.
        threading.Timer(0.5, kill).start()
        (problem,) = mortal.read("bomb.pdf", bomb)
        assert "made the reading program fail" in problem.reason
        assert problem.file == "bomb.pdf"
        assert isinstance(mortal.read("a.docx", files.word())[0], Draft)
        assert mortal._process.pid != killed


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's address space for certain")
def test_a_file_that_takes_too_much_memory_is_refused():
    table = b"text\n" + f'"{PROSE}"\n'.encode() * 6_000
    with Worker(memory=32 * MB) as small:
        (problem,) = small.read("a.csv", table)
        assert "takes more memory than one file may" in problem.reason or "reading program fail" in problem.reason
    with Worker() as ordinary:
        assert len(ordinary.read("a.csv", table)) == 6_000


def test_the_reading_process_reaches_no_network_and_writes_no_file(tmp_path):
    import subprocess

    code = (
        "import socket, subprocess, sys\n"
        "from components.ingest.reading_process import restrict\n"
        "restrict(2**30)\n"
        "def attempt(act):\n"
        "    try: act()\n"
        "    except OSError as error: print(type(error).__name__)\n"
        "    else: print('done')\n"
        "attempt(lambda: socket.create_connection(('127.0.0.1', 9)))\n"
        "attempt(lambda: subprocess.run(['true']))\n"
        "def write():\n"
        f"    with open({str(tmp_path / 'x')!r}, 'w') as file: file.write('x' * 99)\n"
        "attempt(write)\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    expected = ["PermissionError", "PermissionError"] + (["OSError"] if sys.platform != "win32" else ["done"])
    assert told.stdout.split() == expected


def test_the_reading_process_inherits_no_secrets(monkeypatch):
    monkeypatch.setenv("PARALLAX_DATABASE", "postgresql://user:secret@host/x")
    with Worker() as worker:
        worker.read("a.docx", files.word())
        environment = Path(f"/proc/{worker._process.pid}/environ")
        if not environment.exists():
            pytest.skip("this system does not show a process's environment")
        assert b"secret" not in environment.read_bytes()


def test_its_end_ends_its_process():
    with Worker() as worker:
        worker.read("a.docx", files.word())
        process = worker._process
        assert process.poll() is None
    assert process.poll() is not None


def test_plain_files_start_no_process(monkeypatch):
    def start(self):
        raise AssertionError("a process was started")

    monkeypatch.setattr(Worker, "_start", start)
    assert len(take_in([("a.txt", PROSE.encode()), ("b.csv", b"text\nx y z\n")]).articles) == 2


def test_a_zip_is_given_up_when_its_time_is_over():
    data = files.zipped({"a.txt": PROSE, "b.txt": PROSE})
    with Worker() as worker:
        found = list(drafts_of("all.zip", data, worker, budget=Budget(until=time.monotonic() - 1)))
    ((name, problem),) = found
    assert name == "all.zip"
    assert "from a.txt on nothing was taken in" in problem.reason


def test_three_hundred_files_in_a_zip_with_bad_ones_among_them():
    rows = {f"{n:03}.txt": f"{n} {PROSE}" for n in range(280)}
    bad = {f"bad{n}.pdf": b"%PDF-1.4 nothing" for n in range(10)} | {f"empty{n}.txt": b"" for n in range(10)}
    intake = take_in([("all.zip", files.zipped(rows | bad))])
    assert len(intake.articles) == 280
    assert len(intake.problems) == 20
    assert all(p.refused for p in intake.problems)


def test_one_persons_hanging_file_does_not_hold_up_another():
    bomb = CORPUS["pdf bomb"][1]()
    ended = []

    def hang():
        with Worker(seconds=4) as stuck:
            stuck.read("bomb.pdf", bomb)
        ended.append(time.monotonic())

    hanging = threading.Thread(target=hang)
    hanging.start()
    intakes = []
    others = [threading.Thread(target=lambda: intakes.append(take_in([("a.docx", files.word())]))) for _ in range(2)]
    for other in others:
        other.start()
    for other in others:
        other.join()
    done = time.monotonic()
    hanging.join()
    assert [len(intake.articles) for intake in intakes] == [1, 1]
    assert done < ended[0]


def test_taking_in_loads_no_reading_library_before_it_is_needed():
    import subprocess

    code = (
        "import sys, components.ingest.intake as intake\n"
        "intake.take_in([('a.txt', b'One two three four.')])\n"
        "heavy = {'trafilatura', 'lxml', 'pypdfium2', 'striprtf', 'python_calamine', 'streamlit', 'pandas'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not show a process's memory")
def test_memory_returns_after_large_files():
    def resident():
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    table = b"text\n" + f'"{PROSE}"\n'.encode() * 300
    take_in([("a.csv", table)])  # what is allocated once and kept
    before = resident()
    for case in ("zip bomb", "word with a billion laughs", "csv of a million columns", "pdf of noise"):
        name, make, _ = CORPUS[case]
        take_in([(name, make())])
    assert resident() - before < 60 * MB
