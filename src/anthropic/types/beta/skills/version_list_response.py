# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from ...._models import BaseModel

__all__ = [
    "VersionListResponse",
]


class VersionListResponse(BaseModel):
    """One version in a skill's list of versions."""

    id: str
    """Identifier of this version object; endpoints and requests address it by `version`."""

    created_at: str
    """When the version was created, as an ISO 8601 timestamp."""

    description: str
    """What the skill does and when to use it, taken from the version's `SKILL.md`. The model relies
    on it to pick the skill.
    """

    directory: str
    """Top-level directory of the uploaded files."""

    name: str
    """Name of the skill, taken from the version's `SKILL.md`."""

    skill_id: str
    """Skill the version belongs to."""

    type: str
    """Kind of object; `skill_version`."""

    version: str
    """Version to put in paths and container settings; an opaque string."""
