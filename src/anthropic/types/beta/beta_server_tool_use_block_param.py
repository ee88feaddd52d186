# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_direct_caller_param import BetaDirectCallerParam
from .beta_server_tool_caller_param import BetaServerToolCallerParam

__all__ = [
    "BetaServerToolUseBlockParam",
    "Caller",
]


Caller: TypeAlias = Union[BetaDirectCallerParam, BetaServerToolCallerParam]
"""Who made the call: the model, or code in the sandbox, named by the id of its code execution
block. Copy it from the response block being sent back; absent when that had none.
"""


class BetaServerToolUseBlockParam(TypedDict, total=False):
    """Earlier server tool call, sent back as part of the history."""

    id: Required[str]
    """Unique identifier of this call, repeated as `tool_use_id` in its result block."""

    input: Required[Dict[str, object]]
    """Arguments the model chose, such as the search query."""

    name: Required[
        Literal[
            "web_search",
            "web_fetch",
            "code_execution",
            "bash_code_execution",
            "text_editor_code_execution",
            "tool_search_tool_regex",
            "tool_search_tool_bm25",
        ]
    ]
    """Which server tool was called: `web_search`; the beta API adds more, such as `web_fetch` and
    `code_execution`.
    """

    type: Required[Literal["server_tool_use"]]
    """Identifies a server tool call; always `server_tool_use`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""

    caller: Caller
    """Who made the call: the model, or code in the sandbox, named by the id of its code execution
    block. Copy it from the response block being sent back; absent when that had none.
    """
