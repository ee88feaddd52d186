# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from ..._types import SequenceNotStr
from .beta_input_tokens_clear_at_least_param import BetaInputTokensClearAtLeastParam
from .beta_input_tokens_trigger_param import BetaInputTokensTriggerParam
from .beta_tool_uses_keep_param import BetaToolUsesKeepParam
from .beta_tool_uses_trigger_param import BetaToolUsesTriggerParam

__all__ = [
    "BetaClearToolUses20250919EditParam",
    "Trigger",
]


Trigger: TypeAlias = Union[BetaInputTokensTriggerParam, BetaToolUsesTriggerParam]
"""Size at which clearing starts, in input tokens or in number of tool calls. Absent leaves the
choice to the service.
"""


class BetaClearToolUses20250919EditParam(TypedDict, total=False):
    """Removes the content of older tool calls once the conversation grows past a threshold, oldest
    first. A short placeholder tells the model that a result was removed.
    """

    type: Required[Literal["clear_tool_uses_20250919"]]
    """Identifies the rule that clears tool calls; always `clear_tool_uses_20250919`."""

    clear_at_least: Optional[BetaInputTokensClearAtLeastParam]
    """Smallest saving that justifies the edit; if less would be freed, nothing is cleared. Use it
    to avoid invalidating the prompt cache for little gain. Null or absent sets no minimum.
    """

    clear_tool_inputs: Optional[Union[bool, SequenceNotStr[str]]]
    """Whether call arguments go as well as results: true for every cleared call, or a list of tool
    names for those tools only. False, null or absent keeps the arguments.
    """

    exclude_tools: Optional[SequenceNotStr[str]]
    """Names of tools whose calls and results are never cleared. Null or absent protects none."""

    keep: BetaToolUsesKeepParam
    """How many of the most recent tool calls survive the edit. Absent leaves the choice to the
    service.
    """

    trigger: Trigger
    """Size at which clearing starts, in input tokens or in number of tool calls. Absent leaves the
    choice to the service.
    """
