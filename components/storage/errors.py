"""What can go wrong with a workspace, each with a sentence that can be shown as it is."""

from __future__ import annotations

from sqlalchemy.exc import DontWrapMixin


class NotFound(KeyError):  # noqa: N818 - named by what is the case, as the others
    """Something asked for is not in the workspace. Its text is a plain sentence."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class StoryNotFound(NotFound):
    """No story of that id, or it was deleted."""


class ArticleNotFound(NotFound):
    """No article of that id in the story, or it was removed."""


class ClaimNotFound(NotFound):
    """No claim of that id in the story, or it was removed."""


class SourceNotFound(NotFound):
    """No source of that name was ever in the story."""


class WorkspaceUnusable(RuntimeError):  # noqa: N818
    """The workspace cannot be opened: not a database, not ours, not readable."""


class WorkspaceTooNew(WorkspaceUnusable):
    """The workspace was written by a later version of Parallax."""


class UnstorableText(ValueError, DontWrapMixin):  # noqa: N818
    """A text holds a character that the database cannot give back exactly."""
