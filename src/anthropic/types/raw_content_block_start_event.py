# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Annotated, Literal, TypeAlias

from .._models import BaseModel
from .._utils import PropertyInfo
from .redacted_thinking_block import RedactedThinkingBlock
from .server_tool_use_block import ServerToolUseBlock
from .text_block import TextBlock
from .thinking_block import ThinkingBlock
from .tool_use_block import ToolUseBlock
from .web_search_tool_result_block import WebSearchToolResultBlock

__all__ = [
    "ContentBlock",
    "RawContentBlockStartEvent",
]


ContentBlock: TypeAlias = Annotated[
    Union[
        TextBlock,
        ThinkingBlock,
        RedactedThinkingBlock,
        ToolUseBlock,
        ServerToolUseBlock,
        WebSearchToolResultBlock,
    ],
    PropertyInfo(discriminator="type"),
]
"""The block in its initial state, usually empty."""


class RawContentBlockStartEvent(BaseModel):
    """A content block begins; its deltas follow."""

    content_block: ContentBlock
    """The block in its initial state, usually empty."""

    index: int
    """Position the block will have in the message's `content`, from 0."""

    type: Literal["content_block_start"]
    """Identifies the start of a block; always `content_block_start`."""
