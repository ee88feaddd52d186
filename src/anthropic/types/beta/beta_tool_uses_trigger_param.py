# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaToolUsesTriggerParam",
]


class BetaToolUsesTriggerParam(TypedDict, total=False):
    """Starts an edit by the number of tool calls in the conversation."""

    type: Required[Literal["tool_uses"]]
    """Identifies a threshold in tool calls; always `tool_uses`."""

    value: Required[int]
    """Tool calls in the conversation at which the edit takes effect."""
