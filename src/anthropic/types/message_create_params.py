# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Optional, Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

from .._types import SequenceNotStr
from .message_param import MessageParam
from .metadata_param import MetadataParam
from .model_param import ModelParam
from .output_config_param import OutputConfigParam
from .text_block_param import TextBlockParam
from .thinking_config_param import ThinkingConfigParam
from .tool_choice_any_param import ToolChoiceAnyParam
from .tool_choice_auto_param import ToolChoiceAutoParam
from .tool_choice_param import ToolChoiceParam
from .tool_choice_tool_param import ToolChoiceToolParam
from .tool_union_param import ToolUnionParam

__all__ = [
    "MessageCreateParamsBase",
    "MessageCreateParamsNonStreaming",
    "MessageCreateParamsStreaming",
    "Metadata",
    "ToolChoice",
    "ToolChoiceToolChoiceAny",
    "ToolChoiceToolChoiceAuto",
    "ToolChoiceToolChoiceTool",
]


class MessageCreateParamsBase(TypedDict, total=False):
    """Parameters of `messages.create`."""

    max_tokens: Required[int]
    """Upper bound on generated tokens, at least 1, thinking included; each model has its own
    maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
    """

    messages: Required[Iterable[MessageParam]]
    """Conversation so far, oldest first, at most 100,000 messages. Roles are `user` and
    `assistant`; neighbours with the same role count as one turn. On models that allow prefill, a
    final `assistant` message is continued.
    """

    model: Required[ModelParam]
    """Model that answers."""

    inference_geo: Optional[str]
    """Geographic region that inference runs in, such as `us` or `global`. Null or absent uses the
    workspace default.
    """

    metadata: MetadataParam
    """Information about the request that the model does not see."""

    output_config: OutputConfigParam
    """Shape of the answer: how much effort to spend, and a JSON schema to follow."""

    service_tier: Literal["auto", "standard_only"]
    """Capacity to run on: `auto` (default) uses priority capacity when the account has some,
    `standard_only` never does. The tier used is in `usage.service_tier`.
    """

    stop_sequences: SequenceNotStr[str]
    """Strings that end generation when they appear. The match is left out of the text and reported
    in `stop_sequence`, with `stop_reason` `stop_sequence`.
    """

    system: Union[str, Iterable[TextBlockParam]]
    """Instructions and context that apply to the whole conversation, as a string or as text blocks
    (blocks allow cache breakpoints). There is no `system` role in `messages`.
    """

    temperature: float
    """Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis, high ones creative
    writing; 0.0 is still not fully deterministic.
    """

    thinking: ThinkingConfigParam
    """Whether the model reasons in `thinking` blocks before it answers, and how much. Absent means
    no extended thinking.
    """

    tool_choice: ToolChoiceParam
    """How the model may use `tools`: freely, at least one, a certain one, or none. Absent means
    `auto`.
    """

    tools: Iterable[ToolUnionParam]
    """Tools the model may call. Client tools yield `tool_use` blocks for you to answer with
    `tool_result`; server tools such as web search run inside the API.
    """

    top_k: int
    """Sample only from the k likeliest tokens at each step, 0 or more. Absent means no such cut;
    for fine tuning beyond `temperature`.
    """

    top_p: float
    """Nucleus sampling: keep the likeliest tokens whose probabilities add up to this share, 0.0 to
    1.0. Set this or `temperature`, not both.
    """


class MessageCreateParamsNonStreaming(MessageCreateParamsBase, total=False):
    stream: Literal[False]
    """Set to `true` to receive the answer as server-sent events while it is produced; `false` or
    absent returns one JSON object when it is complete.
    """


class MessageCreateParamsStreaming(MessageCreateParamsBase):
    stream: Required[Literal[True]]
    """Set to `true` to receive the answer as server-sent events while it is produced; `false` or
    absent returns one JSON object when it is complete.
    """


MessageCreateParams: TypeAlias = Union[
    MessageCreateParamsNonStreaming, MessageCreateParamsStreaming
]


Metadata: TypeAlias = MetadataParam
"""Deprecated: Use `MetadataParam`."""


ToolChoice: TypeAlias = ToolChoiceParam
"""Deprecated: Use `ToolChoiceParam`."""


ToolChoiceToolChoiceAny: TypeAlias = ToolChoiceAnyParam
"""Deprecated: Use `ToolChoiceAnyParam`."""


ToolChoiceToolChoiceAuto: TypeAlias = ToolChoiceAutoParam
"""Deprecated: Use `ToolChoiceAutoParam`."""


ToolChoiceToolChoiceTool: TypeAlias = ToolChoiceToolParam
"""Deprecated: Use `ToolChoiceToolParam`."""
