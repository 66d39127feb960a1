from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from components.analysis.model import Article, Cut, measured_text
from components.storage.workspace import Workspace

BODY = (
    "Home | Sport | Weather\n\nThe dam held through the night.\n\nThe council will meet again on Friday.\n\nShare this"
)


def make_article(number: int = 1, source: str = "", **fields: str) -> Article:
    """An article with a menu above and a share row below, both cut."""
    original = fields.pop("original", BODY)
    cuts = (
        Cut(start=0, end=original.index("\n"), reason="navigation"),
        Cut(start=original.rindex("\n") + 1, end=len(original), reason="share row"),
    )
    defaults = {"title": f"The dam, day {number}", "date": "2026-03-05", "url": "https://example.org/dam"}
    return Article(
        id=f"a{number}",
        source=source or f"Source {number}",
        original=original,
        text=measured_text(original, cuts),
        cuts=cuts,
        **(defaults | fields),
    )


@pytest.fixture
def article() -> Callable[..., Article]:
    return make_article


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace, migrated once: tests copy it, since migrating takes longer than they do."""
    path = tmp_path_factory.mktemp("workspace") / "template.sqlite"
    Workspace(str(path)).close()
    assert not path.with_name("template.sqlite-wal").exists()
    return path


@pytest.fixture
def path(tmp_path: Path, template: Path) -> Path:
    path = tmp_path / "parallax.sqlite"
    path.write_bytes(template.read_bytes())
    return path


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    workspace = Workspace(str(path))
    yield workspace
    workspace.close()


@pytest.fixture
def story_id(workspace: Workspace) -> str:
    """A story of three articles of two sources."""
    info = workspace.create_story("The dam")
    new = [make_article(1, "The Echo"), make_article(2, "The Herald"), make_article(3, "The Echo")]
    workspace.add_articles(info.id, new)
    return info.id
