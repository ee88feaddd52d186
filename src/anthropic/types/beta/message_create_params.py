# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Generic, Iterable, List, Optional, Type, Union

from typing_extensions import Annotated, Literal, Required, TypeAlias, TypedDict

from ..._types import SequenceNotStr
from ..._utils import PropertyInfo
from ..anthropic_beta_param import AnthropicBetaParam
from ..model_param import ModelParam
from .beta_container_params import BetaContainerParams
from .beta_context_management_config_param import BetaContextManagementConfigParam
from .beta_json_output_format_param import BetaJSONOutputFormatParam
from .beta_message_param import BetaMessageParam
from .beta_metadata_param import BetaMetadataParam
from .beta_output_config_param import BetaOutputConfigParam
from .beta_request_mcp_server_url_definition_param import BetaRequestMCPServerURLDefinitionParam
from .beta_text_block_param import BetaTextBlockParam
from .beta_thinking_config_param import BetaThinkingConfigParam
from .beta_tool_choice_param import BetaToolChoiceParam
from .beta_tool_union_param import BetaToolUnionParam
from .parsed_beta_message import ResponseFormatT

__all__ = [
    "Container",
    "MessageCreateParamsBase",
    "MessageCreateParamsNonStreaming",
    "MessageCreateParamsStreaming",
    "OutputFormat",
]


Container: TypeAlias = Union[BetaContainerParams, str]
"""Sandbox for server-side tools: the id of an earlier one to reuse, or settings that also load
skills. Null or absent starts a new one when a tool needs it.
"""


class MessageCreateParamsBase(TypedDict, total=False):
    """Parameters of `beta.messages.create`."""

    max_tokens: Required[int]
    """Upper bound on generated tokens, at least 1, thinking included; each model has its own
    maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
    """

    messages: Required[Iterable[BetaMessageParam]]
    """Conversation so far, oldest first, at most 100,000 messages. Roles are `user` and
    `assistant`; neighbours with the same role count as one turn. On models that allow prefill, a
    final `assistant` message is continued.
    """

    model: Required[ModelParam]
    """Model that answers."""

    container: Optional[Container]
    """Sandbox for server-side tools: the id of an earlier one to reuse, or settings that also load
    skills. Null or absent starts a new one when a tool needs it.
    """

    context_management: Optional[BetaContextManagementConfigParam]
    """Rules for clearing or summarising older content on the server when the conversation grows
    long. Null or absent leaves it whole.
    """

    inference_geo: Optional[str]
    """Geographic region that inference runs in, such as `us` or `global`. Null or absent uses the
    workspace default.
    """

    mcp_servers: Iterable[BetaRequestMCPServerURLDefinitionParam]
    """Remote MCP servers to connect to while the request runs. With `mcp-client-2025-11-20`, also
    add one `mcp_toolset` per server to `tools`.
    """

    metadata: BetaMetadataParam
    """Information about the request that the model does not see."""

    output_config: BetaOutputConfigParam
    """Shape of the answer: how much effort to spend, and a JSON schema to follow."""

    output_format: Optional[BetaJSONOutputFormatParam]
    """Deprecated: set `output_config.format` instead, and never both. Schema that the reply text
    has to follow; null or absent leaves it free.
    """

    service_tier: Literal["auto", "standard_only"]
    """Capacity to run on: `auto` (default) uses priority capacity when the account has some,
    `standard_only` never does. The tier used is in `usage.service_tier`.
    """

    speed: Optional[Literal["standard", "fast"]]
    """`fast` asks for quicker output at a higher price, on models that offer it and with the beta
    `fast-mode-2026-02-01`. Null or absent means `standard`.
    """

    stop_sequences: SequenceNotStr[str]
    """Strings that end generation when they appear. The match is left out of the text and reported
    in `stop_sequence`, with `stop_reason` `stop_sequence`.
    """

    system: Union[str, Iterable[BetaTextBlockParam]]
    """Instructions and context that apply to the whole conversation, as a string or as text blocks
    (blocks allow cache breakpoints). There is no `system` role in `messages`.
    """

    temperature: float
    """Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis, high ones creative
    writing; 0.0 is still not fully deterministic.
    """

    thinking: BetaThinkingConfigParam
    """Whether the model reasons in `thinking` blocks before it answers, and how much. Absent means
    no extended thinking.
    """

    tool_choice: BetaToolChoiceParam
    """How the model may use `tools`: freely, at least one, a certain one, or none. Absent means
    `auto`.
    """

    tools: Iterable[BetaToolUnionParam]
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

    betas: Annotated[List[AnthropicBetaParam], PropertyInfo(alias="anthropic-beta")]
    """Beta features to switch on for this request, joined with commas into the `anthropic-beta`
    header.
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


class OutputFormat(TypedDict, total=False):
    """Requires the reply text to be JSON that follows a schema."""

    schema: Required[object]
    """JSON Schema the reply has to satisfy."""

    type: Required[Literal["json_schema"]]
    """Identifies output constrained by a schema; always `json_schema`."""


class ParseMessageCreateParamsBase(MessageCreateParamsBase, Generic[ResponseFormatT]):
    output_format: Required[Type[ResponseFormatT]]  # type: ignore[misc]  # pyright: ignore[reportIncompatibleVariableOverride]  # programs annotate with this type
    """Type that the answer is parsed into."""
