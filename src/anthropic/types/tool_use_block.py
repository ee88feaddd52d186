# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "ToolUseBlock",
]


class ToolUseBlock(BaseModel):
    """Call of a client tool. Run the tool, then answer with a `tool_result` block in the next user
    message.
    """

    id: str
    """Unique identifier of this call; repeat it as `tool_use_id` in the result."""

    input: Dict[str, object]
    """Arguments for the tool, shaped by its input schema."""

    name: str
    """Name of the tool to run, as given in `tools`."""

    type: Literal["tool_use"]
    """Identifies a tool call; always `tool_use`."""
