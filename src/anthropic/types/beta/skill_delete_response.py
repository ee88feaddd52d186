# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from ..._models import BaseModel

__all__ = [
    "SkillDeleteResponse",
]


class SkillDeleteResponse(BaseModel):
    """Confirmation that a skill was deleted."""

    id: str
    """Identifier of the skill, no longer usable."""

    type: str
    """Kind of object; `skill_deleted`."""
