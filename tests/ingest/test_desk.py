"""Reading in the background: progress, stopping, questions that wait for an answer, nothing lost."""

import threading
import time

import made_files as files
import pytest

from components.ingest.desk import Desk

TABLE = f'Blatt,Meldung\nPort Weekly,"{files.FIRST}"\n'.encode()


def given(*pairs):
    return [(name, lambda data=data: data) for name, data in pairs]


def text(number):
    return f"Report {number}. {files.FIRST} {files.SECOND}".encode()


@pytest.fixture
def desk():
    made = Desk()
    yield made
    made.clear()


def read(desk, *pairs, **options):
    desk.hand_in(given(*pairs), **options)
    assert desk.wait(60)
    return desk.intake()


def test_files_are_read_one_after_the_other_and_bad_ones_named(desk):
    intake = read(desk, ("a.txt", text(1)), ("b.pdf", b"%PDF-1.7\n"), ("c.xyz", b"x"), ("d.docx", files.word()))
    assert [a.source for a in intake.articles] == ["a", "d"]
    assert [p.file for p in intake.problems] == ["b.pdf", "c.xyz"]
    progress = desk.progress()
    assert (progress.done, progress.total, progress.name, progress.n_articles) == (4, 4, "", 2)
    assert not desk.is_empty()
    desk.clear()
    assert desk.is_empty()


def test_what_comes_later_joins_what_is_there_and_repeats_are_known(desk):
    read(desk, ("a.txt", text(1)))
    intake = read(desk, ("a.txt", text(1)), ("b.txt", text(2)))
    assert [a.source for a in intake.articles] == ["a", "b"]
    (repeat,) = intake.problems
    assert repeat.repeat


def test_an_archive_shows_the_files_in_it(desk):
    seen = []
    take = desk._found
    desk._found = lambda reading, name, found: (take(reading, name, found), seen.append(desk.progress().name))[0]
    read(desk, ("all.zip", files.zipped({f"{n}.txt": text(n) for n in range(3)})))
    assert seen == ["all.zip/0.txt", "all.zip/1.txt", "all.zip/2.txt"]


def test_stopping_keeps_what_was_read_and_reads_no_further(desk):
    second, let_go = threading.Event(), threading.Event()

    def slow():
        second.set()
        assert let_go.wait(30)
        return text(2)

    desk.hand_in([("a.txt", lambda: text(1)), ("b.txt", slow), ("c.txt", lambda: text(3))])
    assert second.wait(30)
    assert desk.progress().name == "b.txt"
    desk.stop()
    assert desk.wait(0)
    let_go.set()
    time.sleep(0.2)
    assert [a.source for a in desk.intake().articles] == ["a"]
    assert desk.progress().stopped
    assert [a.source for a in read(desk, ("d.txt", text(4))).articles] == ["a", "d"]
    assert not desk.progress().stopped


def test_a_cleared_desk_hears_nothing_of_what_was_being_read(desk):
    started, let_go = threading.Event(), threading.Event()
    desk.hand_in([("a.txt", lambda: (started.set(), let_go.wait(30), text(1))[2])])
    assert started.wait(30)
    desk.clear()
    read(desk, ("b.txt", text(2)))
    let_go.set()
    time.sleep(0.2)
    assert [a.source for a in desk.intake().articles] == ["b"]


def test_a_table_that_asks_waits_for_its_answer_and_the_others_go_on(desk):
    intake = read(desk, ("a.csv", TABLE), ("b.txt", text(1)), ("c.zip", files.zipped({"d.csv": TABLE})))
    assert [a.source for a in intake.articles] == ["b"]
    assert not intake.problems
    (alike,) = desk.questions()
    assert [q.file for q in alike] == ["a.csv", "c.zip/d.csv"]
    desk.answer(alike, {"text": "Meldung", "source": "Blatt"})
    assert desk.wait(60)
    assert not desk.questions()
    assert [a.source for a in desk.intake().articles] == ["b", "Port Weekly"]
    (repeat,) = desk.intake().problems
    assert (repeat.repeat, repeat.file) == (True, "c.zip/d.csv")


def test_rows_wait_too_while_only_the_source_is_asked_for(desk):
    data = TABLE.replace(b"Meldung", b"text")
    assert not read(desk, ("a.csv", data)).articles
    (alike,) = desk.questions()
    desk.answer(alike, {"text": "text", "source": ""})
    assert desk.wait(60)
    assert [a.source for a in desk.intake().articles] == ["a row 2"]


def test_a_table_can_be_left_out(desk):
    read(desk, ("a.csv", TABLE))
    desk.leave_out(desk.questions()[0])
    assert not desk.questions()
    (problem,) = desk.intake().problems
    assert problem.refused
    assert not desk.is_empty()


def test_of_a_folder_hidden_files_are_passed_over_and_other_kinds_named_once(desk):
    names = ["clips/a.txt", "clips/.DS_Store", "clips/.git/b.txt", "clips/photo.heic", "clips/film.mov"]
    intake = read(desk, *((name, text(1)) for name in names), folder=True)
    assert [a.source for a in intake.articles] == ["a"]
    (note,) = intake.problems
    assert not note.refused
    assert "2 files of kinds that hold no article left out (clips/photo.heic, clips/film.mov)" in note.reason


def test_an_upload_that_is_gone_is_named_and_the_others_go_on(desk):
    def gone():
        raise KeyError("no such upload")

    desk.hand_in([("a.txt", gone), ("b.txt", lambda: text(1))])
    assert desk.wait(60)
    assert [a.source for a in desk.intake().articles] == ["b"]
    assert "lost before it could be read" in desk.intake().problems[0].reason
