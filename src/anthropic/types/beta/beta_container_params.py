# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Optional

from typing_extensions import TypedDict

from .beta_skill_params import BetaSkillParams

__all__ = [
    "BetaContainerParams",
]


class BetaContainerParams(TypedDict, total=False):
    """Sandbox settings for a request: which container to reuse and which skills to load."""

    id: Optional[str]
    """Container of an earlier response to continue in. Null or absent starts a fresh one."""

    skills: Optional[Iterable[BetaSkillParams]]
    """Skills to make available inside the sandbox; requires a code execution tool. Null or absent
    loads none.
    """
