# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaToolReferenceBlockParam",
]


class BetaToolReferenceBlockParam(TypedDict, total=False):
    """Points to a deferred tool by name and loads its definition. A caller's own search tool may
    return such blocks inside a `tool_result`.
    """

    tool_name: Required[str]
    """Name of a tool from the request's `tools` list."""

    type: Required[Literal["tool_reference"]]
    """Identifies a tool reference; always `tool_reference`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this block, so that everything up to it can be
    reused by later requests. Null or absent places none.
    """
