# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_direct_caller_param import BetaDirectCallerParam
from .beta_server_tool_caller_param import BetaServerToolCallerParam

__all__ = [
    "BetaToolUseBlockParam",
    "Caller",
]


Caller: TypeAlias = Union[BetaDirectCallerParam, BetaServerToolCallerParam]
"""Who made the call: the model, or code in the sandbox, named by the id of its code execution
block. Copy it from the response block being sent back; absent when that had none.
"""


class BetaToolUseBlockParam(TypedDict, total=False):
    """Earlier tool call, sent back as part of the history."""

    id: Required[str]
    """Unique identifier of this call; repeat it as `tool_use_id` in the result."""

    input: Required[Dict[str, object]]
    """Arguments for the tool, shaped by its input schema."""

    name: Required[str]
    """Name of the tool to run, as given in `tools`."""

    type: Required[Literal["tool_use"]]
    """Identifies a tool call; always `tool_use`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""

    caller: Caller
    """Who made the call: the model, or code in the sandbox, named by the id of its code execution
    block. Copy it from the response block being sent back; absent when that had none.
    """
