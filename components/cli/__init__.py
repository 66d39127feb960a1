"""The command line: one command a file, found by scanning this folder.

A module offers ``command``, a function with typer's annotations, and is named after it. Exit codes: 0 done,
1 some inputs were refused (each named on standard error, the rest done) or a process of its own died, 2 wrong usage.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

import typer

from components.analysis.collector import collect_rarely
from components.analysis.workers import WorkerDiedError


def build() -> typer.Typer:
    """The application with every command of this folder."""
    app = typer.Typer(
        name="python -m components",
        help="Parallax: one story, every source, side by side.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_root)
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            app.command(module.name)(importlib.import_module(f"{__name__}.{module.name}").command)
    return app


def _root() -> None:
    """Parallax: one story, every source, side by side."""


def main() -> None:
    """Run the command that was asked for."""
    collect_rarely()
    try:
        build()()
    except WorkerDiedError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
