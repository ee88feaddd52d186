# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Optional

from typing_extensions import Literal, Required, TypedDict

from .cache_control_ephemeral_param import CacheControlEphemeralParam

__all__ = [
    "ToolUseBlockParam",
]


class ToolUseBlockParam(TypedDict, total=False):
    """Call of a client tool. Run the tool, then answer with a `tool_result` block in the next user
    message.
    """

    id: Required[str]
    """Unique identifier of this call; repeat it as `tool_use_id` in the result."""

    input: Required[Dict[str, object]]
    """Arguments for the tool, shaped by its input schema."""

    name: Required[str]
    """Name of the tool to run, as given in `tools`."""

    type: Required[Literal["tool_use"]]
    """Identifies a tool call; always `tool_use`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""
