# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Optional, Union

from typing_extensions import Annotated, Literal, TypeAlias

from ..._models import BaseModel
from ..._utils import PropertyInfo
from .beta_direct_caller import BetaDirectCaller
from .beta_server_tool_caller import BetaServerToolCaller

__all__ = [
    "BetaServerToolUseBlock",
    "Caller",
]


Caller: TypeAlias = Annotated[
    Union[BetaDirectCaller, BetaServerToolCaller], PropertyInfo(discriminator="type")
]
"""Who made the call: the model, or code in the sandbox, named by the id of its code execution
block. Null when unstated.
"""


class BetaServerToolUseBlock(BaseModel):
    """Call of a tool that the service runs by itself."""

    id: str
    """Unique identifier of this call, repeated as `tool_use_id` in its result block."""

    input: Dict[str, object]
    """Arguments the model chose, such as the search query."""

    name: Literal[
        "web_search",
        "web_fetch",
        "code_execution",
        "bash_code_execution",
        "text_editor_code_execution",
        "tool_search_tool_regex",
        "tool_search_tool_bm25",
    ]
    """Which server tool was called: `web_search`; the beta API adds more, such as `web_fetch` and
    `code_execution`.
    """

    type: Literal["server_tool_use"]
    """Identifies a server tool call; always `server_tool_use`."""

    caller: Optional[Caller] = None
    """Who made the call: the model, or code in the sandbox, named by the id of its code execution
    block. Null when unstated.
    """
