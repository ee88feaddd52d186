# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from ...._models import BaseModel

__all__ = [
    "VersionDeleteResponse",
]


class VersionDeleteResponse(BaseModel):
    """Confirmation that a skill version was deleted."""

    id: str
    """Version that was deleted and can no longer be loaded."""

    type: str
    """Kind of object; `skill_version_deleted`."""
