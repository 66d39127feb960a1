"""Python's garbage collector, set for work that makes much and drops little, and for a server that keeps much."""

from __future__ import annotations

import gc

# Net allocations before the youngest objects are looked at, and how many such looks before older ones are.
THRESHOLDS = (50_000, 20, 10)


def collect_rarely() -> None:
    """Have the collector look for cycles of dead objects far more rarely than Python's own setting does.

    Measuring an article leaves hundreds of small objects that stay (sentences, measurements) and hardly a cycle. At
    Python's own thresholds all objects of the process are walked again whenever their number has grown by a quarter:
    a fifth of the time of measuring a large story, from a size on at which the walks set in. For programs that measure
    and end; a cycle is still found, later.
    """
    gc.set_threshold(*THRESHOLDS)


def set_aside() -> None:
    """Have the collector pass over all that is alive, until this is called again, which collects first.

    The first call of a process collects nothing: the first page is waited for, and little has died by then.

    Streamlit collects at the end of every run of the script, holding up the messages that the browser still waits
    for; most of what it walked each time is modules, lexicons and stories, which stay. An object that is set aside is
    freed as ever when nothing refers to it any more; only a cycle of such objects waits for the next call.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.freeze()
