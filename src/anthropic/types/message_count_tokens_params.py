# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Union

from typing_extensions import Required, TypedDict

from .message_count_tokens_tool_param import MessageCountTokensToolParam
from .message_param import MessageParam
from .model_param import ModelParam
from .output_config_param import OutputConfigParam
from .text_block_param import TextBlockParam
from .thinking_config_param import ThinkingConfigParam
from .tool_choice_param import ToolChoiceParam

__all__ = [
    "MessageCountTokensParams",
]


class MessageCountTokensParams(TypedDict, total=False):
    """Parameters of `messages.count_tokens`."""

    messages: Required[Iterable[MessageParam]]
    """Conversation to count, oldest first, in the same form as for message creation."""

    model: Required[ModelParam]
    """Model whose tokenizer counts; totals differ between models."""

    output_config: OutputConfigParam
    """Effort and output schema the message would be created with; a schema adds input tokens."""

    system: Union[str, Iterable[TextBlockParam]]
    """System prompt to count, as a string or as text blocks."""

    thinking: ThinkingConfigParam
    """Thinking configuration the message would be created with; its budget does not count as input."""

    tool_choice: ToolChoiceParam
    """Tool choice the message would be created with; it affects the size of the tool instructions."""

    tools: Iterable[MessageCountTokensToolParam]
    """Tool definitions to count."""
