# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaSkillParams",
]


class BetaSkillParams(TypedDict, total=False):
    """Skill to load into the container."""

    skill_id: Required[str]
    """Identifier of the skill: a fixed name for provided skills, the id from the Skills API for
    custom ones.
    """

    type: Required[Literal["anthropic", "custom"]]
    """Origin: `anthropic` for skills the service provides, `custom` for ones uploaded by the
    workspace.
    """

    version: str
    """Version to load, or `latest`. Absent loads the newest; pin one where results must stay
    reproducible.
    """
