# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "ServerToolUseBlock",
]


class ServerToolUseBlock(BaseModel):
    """Call of a tool that the API runs itself. You send no result; it follows in the same message."""

    id: str
    """Unique identifier of this call, repeated as `tool_use_id` in its result block."""

    input: Dict[str, object]
    """Arguments the model chose, such as the search query."""

    name: Literal["web_search"]
    """Which server tool was called: `web_search`; the beta API adds more, such as `web_fetch` and
    `code_execution`.
    """

    type: Literal["server_tool_use"]
    """Identifies a server tool call; always `server_tool_use`."""
