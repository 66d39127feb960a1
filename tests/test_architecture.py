"""The house keeps its rooms apart: arrows between packages, and what may stand where."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py")), *sorted((ROOT / "components").rglob("*.py"))]

# room -> rooms of ours it may import from (a room is the first folder under components, or "pages")
ARROWS = {
    "analysis": {"analysis"},
    "export": {"export", "analysis"},
    "ingest": {"ingest", "analysis.model", "analysis.sentences"},
    "storage": {"storage", "analysis.model", "analysis.story_json"},
    "ui": {"ui", "analysis", "export", "ingest", "storage"},
    "cli": {"cli", "analysis", "export", "ingest", "storage"},
    "pages": {"ui", "analysis", "ingest", "storage"},
    "app": {"ui", "analysis", "ingest", "storage"},
}
PURE_OF = {"streamlit", "plotly", "sqlalchemy", "alembic", "socket", "requests", "urllib", "http"}


def room(path):
    parts = path.relative_to(ROOT).parts
    return parts[1] if parts[0] == "components" and len(parts) > 2 else parts[0].removesuffix(".py")


def imported(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def of_ours(name):
    return name.removeprefix("components.") if name.startswith("components.") else None


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_follow_the_arrows(path):
    allowed = ARROWS.get(room(path))
    if allowed is None:  # components/__init__.py and __main__.py only dispatch
        assert room(path) == "components"
        return
    for name in imported(path):
        ours = of_ours(name)
        if ours is None:
            assert not name.startswith("pages"), f"{path}: pages are not imported"
            continue
        if ours == "__version__":
            continue
        assert any(ours == a or ours.startswith(a + ".") or a.startswith(ours + ".") for a in allowed), (
            f"{path}: {name}"
        )


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if room(p) in ("analysis", "export")], ids=lambda p: str(p.relative_to(ROOT))
)
def test_analysis_and_export_are_pure(path):
    assert not {name.split(".")[0] for name in imported(path)} & PURE_OF


@pytest.mark.parametrize("path", [p for p in SOURCES if "measures" in p.parts], ids=lambda p: p.name)
def test_measures_never_import_each_other(path):
    others = [n for n in imported(path) if n.startswith("components.analysis.measures.")]
    assert not others


def holders(text):
    return {str(p.relative_to(ROOT)) for p in SOURCES if text in p.read_text("utf-8")}


def test_streamlit_and_plotly_stay_in_ui():
    outside = {
        p.relative_to(ROOT)
        for p in SOURCES
        if room(p) not in ("ui", "pages", "app") and {n.split(".")[0] for n in imported(p)} & {"streamlit", "plotly"}
    }
    assert not outside


def test_what_may_stand_in_one_file_only():
    assert holders("session_state") <= {"components/ui/state.py"}
    assert holders("st.cache") <= {"components/ui/cache.py"}
    assert holders("st.html(") <= {"components/ui/markup.py"}
    assert holders("unsafe_allow_html") == set()


def test_sql_stays_in_storage():
    users = {room(p) for p in SOURCES if {n.split(".")[0] for n in imported(p)} & {"sqlalchemy", "alembic", "sqlite3"}}
    assert users <= {"storage"}


def test_files_stay_small_enough_to_read():
    long = {
        str(p.relative_to(ROOT)): n
        for p in SOURCES
        if (n := len(p.read_text("utf-8").splitlines()))
        > (90 if p.name == "app.py" and p.parent == ROOT else 120 if room(p) == "pages" else 350)
    }
    assert not long


def test_the_top_level_is_the_promised_one():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in tracked.stdout.splitlines()}
    ordinary = {
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml",
        "requirements-dev.txt", ".streamlit", ".ci", ".gitignore", ".gitattributes", "docs",
    }  # fmt: skip
    assert top - ordinary == {"app.py", "pages", "components", "data", "tests", "requirements.txt"}
    assert not list((ROOT / "data").rglob("*.py"))


def test_importing_the_analysis_loads_nothing_heavy():
    code = (
        "import sys, components.analysis.comparison, components.analysis.bundle\n"
        "from components.analysis.measure import all_measures; all_measures()\n"
        "heavy = {'streamlit', 'plotly', 'sqlalchemy', 'nltk', 'textstat', 'vaderSentiment', 'mpmath'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
