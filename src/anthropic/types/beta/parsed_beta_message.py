# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Any, Generic, List, Optional, TYPE_CHECKING, Union

from typing_extensions import Annotated, TypeAlias, TypeVar

from ..._utils import PropertyInfo
from .beta_bash_code_execution_tool_result_block import BetaBashCodeExecutionToolResultBlock
from .beta_code_execution_tool_result_block import BetaCodeExecutionToolResultBlock
from .beta_compaction_block import BetaCompactionBlock
from .beta_container_upload_block import BetaContainerUploadBlock
from .beta_mcp_tool_result_block import BetaMCPToolResultBlock
from .beta_mcp_tool_use_block import BetaMCPToolUseBlock
from .beta_message import BetaMessage
from .beta_redacted_thinking_block import BetaRedactedThinkingBlock
from .beta_server_tool_use_block import BetaServerToolUseBlock
from .beta_text_block import BetaTextBlock
from .beta_text_editor_code_execution_tool_result_block import (
    BetaTextEditorCodeExecutionToolResultBlock,
)
from .beta_thinking_block import BetaThinkingBlock
from .beta_tool_search_tool_result_block import BetaToolSearchToolResultBlock
from .beta_tool_use_block import BetaToolUseBlock
from .beta_web_fetch_tool_result_block import BetaWebFetchToolResultBlock
from .beta_web_search_tool_result_block import BetaWebSearchToolResultBlock

ResponseFormatT = TypeVar("ResponseFormatT", default=None)

__all__ = [
    "ParsedBetaMessage",
    "ParsedBetaTextBlock",
    "ParsedBetaContentBlock",
]


class ParsedBetaTextBlock(BetaTextBlock, Generic[ResponseFormatT]):
    """A text block with the value that was parsed from its text."""

    if TYPE_CHECKING:
        parsed_output: Optional[ResponseFormatT] = None
        """The parsed value; None when no output format was asked for."""
    else:
        # The variable is never bound at run time: pydantic would take its default for the type.
        parsed_output: Any = None

    __api_exclude__ = {"parsed_output"}


if TYPE_CHECKING:
    ParsedBetaContentBlock: TypeAlias = Annotated[
        Union[
            ParsedBetaTextBlock[ResponseFormatT],
            BetaThinkingBlock,
            BetaRedactedThinkingBlock,
            BetaToolUseBlock,
            BetaServerToolUseBlock,
            BetaWebSearchToolResultBlock,
            BetaCodeExecutionToolResultBlock,
            BetaBashCodeExecutionToolResultBlock,
            BetaTextEditorCodeExecutionToolResultBlock,
            BetaMCPToolUseBlock,
            BetaMCPToolResultBlock,
            BetaContainerUploadBlock,
            BetaCompactionBlock,
        ],
        PropertyInfo(discriminator="type"),
    ]
    """A content block of a parsed message."""
else:
    # Subscribing a model makes a new class for each type: at run time one class serves all.
    ParsedBetaContentBlock = Annotated[
        Union[
            ParsedBetaTextBlock,
            BetaThinkingBlock,
            BetaRedactedThinkingBlock,
            BetaToolUseBlock,
            BetaServerToolUseBlock,
            BetaWebSearchToolResultBlock,
            BetaCodeExecutionToolResultBlock,
            BetaBashCodeExecutionToolResultBlock,
            BetaTextEditorCodeExecutionToolResultBlock,
            BetaMCPToolUseBlock,
            BetaMCPToolResultBlock,
            BetaContainerUploadBlock,
            BetaCompactionBlock,
            BetaWebFetchToolResultBlock,
            BetaToolSearchToolResultBlock,
        ],
        PropertyInfo(discriminator="type"),
    ]


class ParsedBetaMessage(BetaMessage, Generic[ResponseFormatT]):
    """A message whose text blocks carry the value parsed from their text."""

    if TYPE_CHECKING:
        # A list is invariant for checkers, but parsed blocks are blocks.
        content: List[ParsedBetaContentBlock[ResponseFormatT]]  # type: ignore[assignment]
        """Content blocks, in the order the model produced them."""
    else:
        content: List[ParsedBetaContentBlock]

    @property
    def parsed_output(self) -> Optional[ResponseFormatT]:
        """The first parsed value that is true, or None when there is none."""
        for block in self.content or ():
            if block.type == "text" and block.parsed_output:
                return block.parsed_output
        return None
