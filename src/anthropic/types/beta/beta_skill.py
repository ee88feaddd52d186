# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaSkill",
]


class BetaSkill(BaseModel):
    """Skill that is loaded in a container."""

    skill_id: str
    """Identifier under which the skill is registered."""

    type: Literal["anthropic", "custom"]
    """Origin: `anthropic` for skills the service provides, `custom` for ones uploaded by the
    workspace.
    """

    version: str
    """Version in use."""
