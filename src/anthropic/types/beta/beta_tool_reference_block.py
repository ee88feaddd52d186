# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal

from ..._models import BaseModel

__all__ = [
    "BetaToolReferenceBlock",
]


class BetaToolReferenceBlock(BaseModel):
    """Points to a deferred tool by name and loads its definition. A caller's own search tool may
    return such blocks inside a `tool_result`.
    """

    tool_name: str
    """Name of a tool from the request's `tools` list."""

    type: Literal["tool_reference"]
    """Identifies a tool reference; always `tool_reference`."""
