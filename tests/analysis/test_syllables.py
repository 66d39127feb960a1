"""textstat works offline, with the CMU dictionary's counts, and its internals are as we rely on."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis import syllables
from components.analysis.build_syllables import count_phones, write_table
from components.analysis.syllables import TABLE, offline_textstat, read_table, word_data

ROOT = Path(__file__).parents[2]

OFFLINE = """
import socket, sys
def refuse(*args, **kwargs):
    raise OSError("no network")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from components.analysis.syllables import offline_textstat
import nltk, textstat  # as another program may have done
before = nltk.data.find, nltk.corpus.cmudict
nltk.download = lambda *args, **kwargs: sys.exit("tried to download")
textstat = offline_textstat()
assert sys.modules["nltk"] is nltk and before == (nltk.data.find, nltk.corpus.cmudict), "nltk was left changed"
print(textstat.syllable_count("extraordinary don't API"), textstat.syllable_count("zzyxgrumbling"))
"""


def test_syllables_are_counted_without_network_and_without_nltk_data(tmp_path):
    environment = {k: v for k, v in os.environ.items() if k != "NLTK_DATA"} | {"HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", OFFLINE], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    # extra-or-di-na-ry 6 in the dictionary, don't 1, API 3; an unknown word by hyphenation
    assert run.stdout.split()[0] == "10"
    assert int(run.stdout.split()[1]) >= 1


ALONE = """
import sys
import pyphen
from components.analysis.syllables import offline_textstat, word_data
assert [word_data().count_syllables(word) for word in ("extraordinary", "zzyxgrumbling")] == [6, 3]
assert not pyphen.hdcache, "every pattern was read"
assert offline_textstat().syllable_count("extraordinary zzyxgrumbling") == 9
sys.exit("nltk was loaded" if "nltk" in sys.modules else 0)
"""


def test_syllables_are_counted_without_loading_nltk_or_reading_every_pattern():
    run = subprocess.run([sys.executable, "-c", ALONE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_the_table_has_the_whole_dictionary_and_its_notice():
    table = read_table()
    assert len(table) == 126_052
    assert [len(table[w][0]) for w in ("cat", "reading", "dictionary", "hmm", "don't")] == [1, 2, 4, 0, 1]
    notice = TABLE.with_name("syllables.LICENSE.txt").read_text("utf-8")
    assert "Carnegie Mellon University. All rights reserved." in notice


def test_textstat_reads_the_table():
    textstat = offline_textstat()
    assert textstat.__version__ == (0, 7, 13), "another textstat: read its syllable code again before raising this"
    words = ["cat", "reading", "dictionary", "hmm", "don't", "unmanageability", "zzyxgrumbling", "İzmir"]
    assert [word_data().count_syllables(w.lower()) for w in words] == [textstat.syllable_count(w) for w in words]


def test_threads_share_one_textstat(monkeypatch):
    found, reads, gate = [], [], threading.Barrier(8)

    def slowly():
        reads.append(1)
        time.sleep(0.05)
        return read_table()

    monkeypatch.setattr(syllables, "read_table", slowly)
    syllables._primed.cache_clear()

    def ask():
        gate.wait()
        found.append(offline_textstat().syllable_count("extraordinary"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [6] * 8
    assert len(reads) == 1


def test_the_recipe_counts_the_first_pronunciation(tmp_path):
    dictionary = "a AH0\na(2) EY1\naalen AE1 L AH0 N # place, german\nhmm HH M\nextra EH1 K S T R AH0\n"
    counts = count_phones(dictionary)
    assert counts == {"a": 1, "aalen": 2, "hmm": 0, "extra": 2}
    write_table(counts, tmp_path / "table.gz")
    assert {w: len(p[0]) for w, p in read_table(tmp_path / "table.gz").items()} == counts
    first = (tmp_path / "table.gz").read_bytes()
    write_table(dict(reversed(counts.items())), tmp_path / "table.gz")
    assert (tmp_path / "table.gz").read_bytes() == first


def test_a_missing_table_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_table(tmp_path / "none.gz")


_PIECES = st.sampled_from([*"abcdefghijklmnopqrstuvwxyzéİß'-", "tion", "ing", "able", "ment"])


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_hyphenation_is_pyphens_own(word):
    pyphen = offline_textstat().backend.utils.get_pyphen("en_US")
    assert word_data().hyphenation.count(word) == len(pyphen.positions(word))


def test_hyphenation_is_pyphens_own_for_words_of_the_language():
    pyphen = offline_textstat().backend.utils.get_pyphen("en_US")
    words = list(read_table())[::40]
    assert [word_data().hyphenation.count(w) for w in words] == [len(pyphen.positions(w)) for w in words]
    assert sum(word_data().hyphenation.count(w) for w in words) > 1000
