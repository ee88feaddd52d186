# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Union

from typing_extensions import Annotated, TypeAlias

from ..._models import BaseModel
from ..._utils import PropertyInfo
from .beta_clear_thinking_20251015_edit_response import BetaClearThinking20251015EditResponse
from .beta_clear_tool_uses_20250919_edit_response import BetaClearToolUses20250919EditResponse

__all__ = [
    "AppliedEdit",
    "BetaContextManagementResponse",
]


AppliedEdit: TypeAlias = Annotated[
    Union[BetaClearToolUses20250919EditResponse, BetaClearThinking20251015EditResponse],
    PropertyInfo(discriminator="type"),
]
"""Outcome of one clearing rule, told apart by `type`. Compaction is not listed here; it appears as
a content block.
"""


class BetaContextManagementResponse(BaseModel):
    """Report of what server-side context management did for this response."""

    applied_edits: List[AppliedEdit]
    """Rules that really removed something, with amounts. Empty when every configured rule stayed
    below its trigger.
    """
