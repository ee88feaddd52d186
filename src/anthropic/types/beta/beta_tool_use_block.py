# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Dict, Optional, Union

from typing_extensions import Annotated, Literal, TypeAlias

from ..._models import BaseModel
from ..._utils import PropertyInfo
from .beta_direct_caller import BetaDirectCaller
from .beta_server_tool_caller import BetaServerToolCaller

__all__ = [
    "BetaToolUseBlock",
    "Caller",
]


Caller: TypeAlias = Annotated[
    Union[BetaDirectCaller, BetaServerToolCaller], PropertyInfo(discriminator="type")
]
"""Who made the call: the model, or code in the sandbox, named by the id of its code execution
block. Null when unstated.
"""


class BetaToolUseBlock(BaseModel):
    """Call of a tool that the caller has to run and answer."""

    id: str
    """Unique identifier of this call; repeat it as `tool_use_id` in the result."""

    input: Dict[str, object]
    """Arguments for the tool, shaped by its input schema."""

    name: str
    """Name of the tool to run, as given in `tools`."""

    type: Literal["tool_use"]
    """Identifies a tool call; always `tool_use`."""

    caller: Optional[Caller] = None
    """Who made the call: the model, or code in the sandbox, named by the id of its code execution
    block. Null when unstated.
    """
