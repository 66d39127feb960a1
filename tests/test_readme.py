"""What README says is true of the code. ``make readme`` writes its table of measures again."""

import re
from pathlib import Path

from components.analysis.methods import measures_table
from components.cli import build

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TABLE = re.compile(r"(<!-- measures:[^>]*-->\n).*?(<!-- /measures -->)", re.S)


def test_the_table_of_measures_is_the_measures_own(request):
    text = README.read_text("utf-8")
    fresh = TABLE.sub(lambda m: f"{m[1]}{measures_table()}\n{m[2]}", text)
    if request.config.getoption("--update-golden"):
        README.write_text(fresh, "utf-8")
        text = fresh
    assert text == fresh, "run make readme"


def test_every_command_is_in_readme():
    text = README.read_text("utf-8")
    for command in build().registered_commands:
        assert f"python -m components {command.name}" in text


def test_every_path_that_readme_names_exists():
    for path in re.findall(r"`((?:components|data|tests|pages)/[\w./-]*)`", README.read_text("utf-8")):
        if not path.startswith("data/workspace"):
            assert (ROOT / path).exists(), path


def test_every_file_in_data_is_explained():
    text = (ROOT / "data" / "README.md").read_text("utf-8")
    for path in (ROOT / "data").rglob("*"):
        if path.is_file() and "workspace" not in path.parts and path.name != "README.md":
            known = path.name in text or (path.parent.name in text and path.parent.name != "lexicons")
            assert known, f"data/README.md does not say where {path.name} comes from"
