from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from components.analysis.model import Claim, Decision
from components.storage.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]


def together(*calls):
    """Run the calls at the same moment, each in a thread of its own; their results, or the first error."""
    barrier = Barrier(len(calls))

    def run(call):
        barrier.wait(timeout=30)
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def start(code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(*processes):
    said = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes), said
    return [out for out, _ in said]


def test_threads_opening_a_new_workspace_at_once(tmp_path):
    path = str(tmp_path / "w.sqlite")
    opened = together(*[lambda: Workspace(path)] * 6)
    opened[0].create_story("The dam")
    assert all(len(workspace.stories()) == 1 for workspace in opened)
    for workspace in opened:
        workspace.close()


def test_threads_opening_different_new_workspaces_at_once(tmp_path):
    opened = together(*[lambda n=n: Workspace(str(tmp_path / f"w{n}.sqlite")) for n in range(4)])
    for workspace in opened:
        assert workspace.create_story("The dam").slug == "the-dam"
        workspace.close()


def test_processes_opening_a_new_workspace_at_once(tmp_path):
    path = tmp_path / "w.sqlite"
    code = (
        "import sys; from components.storage.workspace import Workspace; import alembic.command;"
        "sys.stdin.readline(); w = Workspace(sys.argv[1]); print(w.seed_story('The default', []) is not None)"
    )
    processes = []
    for _ in range(3):
        processes.append(
            subprocess.Popen(
                [sys.executable, "-c", code, str(path)],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    assert sorted(finish(*processes)) == ["False\n", "False\n", "True\n"]


def test_no_insert_of_many_threads_is_lost(workspace, story_id, article):
    def session(n):
        for step in range(5):
            workspace.add_claim(story_id, f"Claim {n}.{step}.")
            workspace.add_articles(story_id, [article(100 + 10 * n + step, f"Source of {n}")])
            workspace.story(story_id)

    together(*[lambda n=n: session(n) for n in range(6)])
    story = workspace.story(story_id)
    assert sorted(c.text for c in story.claims) == sorted(f"Claim {n}.{s}." for n in range(6) for s in range(5))
    assert len({c.id for c in story.claims}) == 30
    assert len(story.articles) == 3 + 30
    assert sorted(number for _, number in story.colours) == list(range(1, 9))
    undone = 0
    while workspace.undo(story_id):
        undone += 1
    assert undone == 61
    assert workspace.story(story_id).articles == ()


def test_no_insert_of_two_processes_is_lost(workspace, story_id, path):
    code = (
        "import sys; from components.storage.workspace import Workspace; w = Workspace(sys.argv[1]);"
        "[w.add_claim(sys.argv[2], f'{sys.argv[3]} {n}') for n in range(40)]"
    )
    revision = workspace.revision(story_id)
    finish(*[start(code, path, story_id, name) for name in ("one", "two")])
    claims = workspace.story(story_id).claims
    assert {c.text for c in claims} == {f"{name} {n}" for name in ("one", "two") for n in range(40)}
    assert [c.id for c in claims] == [f"c{n}" for n in range(1, 81)]
    assert workspace.revision(story_id) == revision + 80


def test_the_same_article_from_many_sessions_is_added_once(workspace, article):
    story_id = workspace.create_story("The dam").id
    results = together(*[lambda: workspace.add_articles(story_id, [article(1), article(2)])] * 6)
    assert sorted(len(result.added) for result in results) == [0, 0, 0, 0, 0, 2]
    assert len(workspace.story(story_id).articles) == 2


def test_stories_of_one_title_made_at_once_differ(workspace):
    made = together(*[lambda: workspace.create_story("The dam")] * 6)
    assert len({info.title for info in made}) == len({info.slug for info in made}) == 6


def test_a_first_proposal_from_two_sessions_is_one_list(workspace, story_id):
    proposal = [Claim(id="", text=f"Claim {n}.") for n in range(20)]
    first, second = together(*[lambda: workspace.propose_claims(story_id, proposal)] * 2)
    assert first == second == workspace.story(story_id).claims


def test_the_last_of_two_verdicts_by_one_coder_counts_whole(workspace, story_id):
    workspace.add_claim(story_id, "The dam held.")
    given = [
        Decision(claim_id="c1", article_id="a1", verdict=verdict, coder="Ada", note=verdict)
        for verdict in ("stated", "partly", "not found")
    ]
    together(*[lambda d=d: workspace.decide(story_id, d) for d in given])
    (kept,) = workspace.story(story_id).decisions
    assert kept in given


def test_one_session_reads_while_another_writes(workspace, story_id, path):
    other = Workspace(str(path))
    before = other.story(story_id)
    with workspace._change(story_id, "held open") as change:
        change.connection.exec_driver_sql("UPDATE articles SET title = 'half done'")
        change.changed = True
        assert other.story(story_id) == before
    assert {a.title for a in other.story(story_id).articles} == {"half done"}
    other.close()


def test_two_caches_filled_at_once_hold_everything(workspace, path):
    other = Workspace(str(path))

    def fill(cache, name):
        for n in range(10):
            cache.remember({f"{name} {n}": b"x", "shared": name.encode()})

    together(lambda: fill(workspace, "one"), lambda: fill(other, "two"))
    assert len(workspace.known([f"{name} {n}" for name in ("one", "two") for n in range(10)])) == 20
    assert workspace.known(["shared"])["shared"] in (b"one", b"two")
    other.close()
