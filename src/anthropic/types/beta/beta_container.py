# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from datetime import datetime
from typing import List, Optional

from ..._models import BaseModel
from .beta_skill import BetaSkill

__all__ = [
    "BetaContainer",
]


class BetaContainer(BaseModel):
    """Sandbox that ran server-side code for this response. Files in it persist until it expires."""

    id: str
    """Identifier to pass as `container` in a later request that should find the same files."""

    expires_at: datetime
    """Moment after which the sandbox and its files are gone, as an RFC 3339 timestamp."""

    skills: Optional[List[BetaSkill]] = None
    """Skills loaded into the sandbox, with the versions in use. Null when none were requested."""
