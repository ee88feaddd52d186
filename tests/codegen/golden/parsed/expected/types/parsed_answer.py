# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Any, Generic, List, Optional, TYPE_CHECKING, Union

from typing_extensions import Annotated, TypeAlias, TypeVar

from .._utils import PropertyInfo
from .answer import Answer
from .noise_block import NoiseBlock
from .text_block import TextBlock

ResponseFormatT = TypeVar("ResponseFormatT", default=None)

__all__ = [
    "ParsedAnswer",
    "ParsedTextBlock",
    "ParsedBlock",
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
    ParsedBlock: TypeAlias = Annotated[
        Union[
            ParsedTextBlock[ResponseFormatT],
            NoiseBlock,
        ],
        PropertyInfo(discriminator="type"),
    ]
    """A content block of a parsed message."""
else:
    # Subscribing a model makes a new class for each type: at run time one class serves all.
    ParsedBlock = Annotated[
        Union[
            ParsedTextBlock,
            NoiseBlock,
        ],
        PropertyInfo(discriminator="type"),
    ]


class ParsedAnswer(Answer, Generic[ResponseFormatT]):
    """A message whose text blocks carry the value parsed from their text."""

    if TYPE_CHECKING:
        # A list is invariant for checkers, but parsed blocks are blocks.
        content: List[ParsedBlock[ResponseFormatT]]  # type: ignore[assignment]
        """Content blocks, in the order the model produced them."""
    else:
        content: List[ParsedBlock]

    @property
    def parsed_output(self) -> Optional[ResponseFormatT]:
        """The first parsed value that is true, or None when there is none."""
        for block in self.content or ():
            if block.type == "text" and block.parsed_output:
                return block.parsed_output
        return None
