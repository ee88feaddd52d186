# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaToolSearchToolBm25_20251119Param",
]


class BetaToolSearchToolBm25_20251119Param(TypedDict, total=False):
    """Finds deferred tools by ranking their names and descriptions against a natural-language
    query. Runs on the service's side.
    """

    name: Required[Literal["tool_search_tool_bm25"]]
    """Name the model calls; always `tool_search_tool_bm25`."""

    type: Required[Literal["tool_search_tool_bm25_20251119", "tool_search_tool_bm25"]]
    """Identifies ; always `Identifies tool search by text ranking; the undated
    `tool_search_tool_bm25` is also accepted.`.
    """

    allowed_callers: List[Literal["direct", "code_execution_20250825"]]
    """Who may invoke this tool: `direct` is the model itself, `code_execution_20250825` is code the
    model runs in the sandbox. Absent allows direct calls only.
    """

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this tool definition, so that everything up to
    it can be reused by later requests. Null or absent places none.
    """

    defer_loading: bool
    """When true, the definition stays out of the initial prompt and is loaded only once a tool
    search returns a reference to it; saves input tokens with large tool sets. Absent means
    false.
    """

    strict: bool
    """When true, the model's arguments for this tool are guaranteed to match its input schema.
    Absent means false.
    """
