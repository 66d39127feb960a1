"""Programs that measure and end have the garbage collector look rarely; who imports the engine keeps Python's own."""

import gc
import subprocess
import sys
import weakref
from pathlib import Path

from components.analysis.collector import THRESHOLDS, set_aside
from components.analysis.workers import in_order

ROOT = Path(__file__).parents[2]
AT_A_COMMAND = """
import gc, sys
from components.cli import main
sys.argv = ["components", "--help"]
try:
    main()
except SystemExit:
    print(gc.get_threshold())
"""


def test_a_command_collects_rarely():
    done = subprocess.run([sys.executable, "-c", AT_A_COMMAND], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == str(THRESHOLDS)


def test_processes_that_measure_collect_rarely_and_this_one_is_left_alone():
    before = gc.get_threshold()
    assert list(in_order(eval, ["__import__('gc').get_threshold()"] * 2, jobs=2)) == [THRESHOLDS] * 2
    assert gc.get_threshold() == before != THRESHOLDS


class Knot:
    """An object that refers to itself, so that only the collector can free it."""

    def __init__(self):
        self.itself = self


def test_what_is_alive_is_passed_over_and_what_dies_is_freed_at_the_next_call():
    kept = [Knot() for _ in range(1000)]
    watched = weakref.ref(kept[0])
    set_aside()
    try:
        assert gc.get_freeze_count() > 1000
        assert not any(item is kept for item in gc.get_objects())
        kept.clear()
        gc.collect()
        assert watched() is not None
        set_aside()
        assert watched() is None
    finally:
        gc.unfreeze()
