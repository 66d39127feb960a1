"""What every test shares: no network, and an own workspace."""

import os
import socket
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DEFAULT_STORY = ROOT / "data" / "stories" / "alexandr-wang-joins-meta"


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files again")


class NetworkBlockedError(RuntimeError):
    """A test reached for the network."""


def _is_local(address) -> bool:
    return isinstance(address, (str, bytes)) or address[0] in ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Any connection but to this machine fails the test."""
    connect = socket.socket.connect

    def guarded(self, address):
        if not _is_local(address):
            raise NetworkBlockedError(f"connection to {address}")
        return connect(self, address)

    def resolve(host, *args, **kwargs):
        if host not in ("127.0.0.1", "::1", "localhost", None):
            raise NetworkBlockedError(f"look-up of {host}")
        return getaddrinfo(host, *args, **kwargs)

    getaddrinfo = socket.getaddrinfo
    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.fixture(autouse=True)
def own_workspace(monkeypatch, tmp_path):
    """No test touches the workspace of whoever runs it."""
    monkeypatch.setenv("PARALLAX_DATABASE", str(tmp_path / "workspace.sqlite"))


@pytest.fixture(autouse=True)
def own_main(monkeypatch):
    """An AppTest leaves its script as the program that runs, which every new process would then run as well."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(scope="session")
def gold():
    """The folder of labelled sets; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("PARALLAX_GOLD", ROOT.parent / "shared" / "gold"))
    if not folder.is_dir():
        pytest.skip("the labelled sets are not on this machine: set PARALLAX_GOLD to their folder")
    return folder


@pytest.fixture(scope="session")
def default_articles():
    """The four articles of the default story, read and cleaned."""
    from components.ingest.intake import take_paths

    intake = take_paths([DEFAULT_STORY])
    assert not intake.problems
    return intake.articles


@pytest.fixture(scope="session")
def default_story(default_articles):
    """The default story with the claims Parallax proposes."""
    from components.analysis.claims.extract import propose_claims
    from components.analysis.model import Story

    return Story(
        id="default",
        title="Alexandr Wang joins Meta",
        articles=default_articles,
        claims=propose_claims(default_articles),
    )


@pytest.fixture(scope="session")
def default_long(default_story):
    """Every measurement of the default story."""
    from components.analysis.comparison import measure_story

    return measure_story(default_story)
