# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import TypedDict

from ..._types import SequenceNotStr

__all__ = [
    "BetaRequestMCPServerToolConfigurationParam",
]


class BetaRequestMCPServerToolConfigurationParam(TypedDict, total=False):
    """Filter on the tools of one MCP server, from the first MCP beta."""

    allowed_tools: Optional[SequenceNotStr[str]]
    """Names of the tools the model may use. Null or absent allows all."""

    enabled: Optional[bool]
    """Whether the model may use the server's tools at all. Null or absent means true."""
