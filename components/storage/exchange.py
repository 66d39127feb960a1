"""A whole story on its way in or out of a workspace: the format of story_json, and what a workspace knows besides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from components.analysis.model import Story
from components.analysis.story_json import field_of, story_from_dict, story_to_dict

_CLAIM_NUMBER = re.compile(r"c([1-9][0-9]{0,8})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A story with what the workspace knows besides.

    ``last_claim`` is the highest number that a claim's id ever had, so that none is used again.
    """

    story: Story
    claims_proposed: bool
    last_claim: int


def to_json(exported: Exported) -> dict[str, Any]:
    """The story as dicts, lists, strings, numbers and booleans."""
    besides = {"claims_proposed": exported.claims_proposed, "last_claim": exported.last_claim}
    return story_to_dict(exported.story) | besides


def from_json(data: object) -> Exported:
    """What ``to_json`` wrote, or any bundle's ``story.json``. ValueError with a sentence for anything else.

    Without the workspace's own fields the list counts as proposed if there is one, and the highest number is the
    highest that a claim has.
    """
    story = story_from_dict(data)
    besides: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
    numbers = [int(found[1]) for claim in story.claims if (found := _CLAIM_NUMBER.fullmatch(claim.id))]
    last_claim = field_of(besides, "last_claim", int, "story", 0)
    if not 0 <= last_claim < 10**9:
        raise ValueError("The story's last claim has no possible number.")
    proposed = field_of(besides, "claims_proposed", bool, "story", bool(story.claims))
    return Exported(story=story, claims_proposed=proposed, last_claim=max([last_claim, *numbers]))
