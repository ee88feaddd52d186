# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from ..._models import BaseModel

__all__ = [
    "SkillCreateResponse",
]


class SkillCreateResponse(BaseModel):
    """Skill that has just been created."""

    id: str
    """Identifier of the skill, for requests and skill endpoints."""

    created_at: str
    """When the skill was created, as an ISO 8601 timestamp."""

    display_title: Optional[str] = None
    """Label for people; not shown to the model. Null when none was set."""

    latest_version: Optional[str] = None
    """Newest version, the one loaded when a request names none. Null when the skill has no version."""

    source: str
    """Origin: `custom` for skills uploaded by the workspace, `anthropic` for ones the service
    provides.
    """

    type: str
    """Kind of object; `skill`."""

    updated_at: str
    """When the skill last changed, as an ISO 8601 timestamp."""
