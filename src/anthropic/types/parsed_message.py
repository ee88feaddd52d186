# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Any, Generic, List, Optional, TYPE_CHECKING, Union

from typing_extensions import Annotated, TypeAlias, TypeVar

from .._utils import PropertyInfo
from .message import Message
from .redacted_thinking_block import RedactedThinkingBlock
from .server_tool_use_block import ServerToolUseBlock
from .text_block import TextBlock
from .thinking_block import ThinkingBlock
from .tool_use_block import ToolUseBlock
from .web_search_tool_result_block import WebSearchToolResultBlock

ResponseFormatT = TypeVar("ResponseFormatT", default=None)

__all__ = [
    "ParsedMessage",
    "ParsedTextBlock",
    "ParsedContentBlock",
]


class ParsedTextBlock(TextBlock, Generic[ResponseFormatT]):
    """A text block with the value that was parsed from its text."""

    if TYPE_CHECKING:
        parsed_output: Optional[ResponseFormatT] = None
        """The parsed value; None when no output format was asked for."""
    else:
        # The variable is never bound at run time: pydantic would take its default for the type.
        parsed_output: Any = None

    __api_exclude__ = {"parsed_output"}


if TYPE_CHECKING:
    ParsedContentBlock: TypeAlias = Annotated[
        Union[
            ParsedTextBlock[ResponseFormatT],
            ThinkingBlock,
            RedactedThinkingBlock,
            ToolUseBlock,
            ServerToolUseBlock,
            WebSearchToolResultBlock,
        ],
        PropertyInfo(discriminator="type"),
    ]
    """A content block of a parsed message."""
else:
    # Subscribing a model makes a new class for each type: at run time one class serves all.
    ParsedContentBlock = Annotated[
        Union[
            ParsedTextBlock,
            ThinkingBlock,
            RedactedThinkingBlock,
            ToolUseBlock,
            ServerToolUseBlock,
            WebSearchToolResultBlock,
        ],
        PropertyInfo(discriminator="type"),
    ]


class ParsedMessage(Message, Generic[ResponseFormatT]):
    """A message whose text blocks carry the value parsed from their text."""

    if TYPE_CHECKING:
        # A list is invariant for checkers, but parsed blocks are blocks.
        content: List[ParsedContentBlock[ResponseFormatT]]  # type: ignore[assignment]
        """Content blocks, in the order the model produced them."""
    else:
        content: List[ParsedContentBlock]

    @property
    def parsed_output(self) -> Optional[ResponseFormatT]:
        """The first parsed value that is true, or None when there is none."""
        for block in self.content or ():
            if block.type == "text" and block.parsed_output:
                return block.parsed_output
        return None
