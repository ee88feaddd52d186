# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Iterable, List, Optional, TYPE_CHECKING, Type, Union

import httpx
from typing_extensions import Literal, overload

from .... import types
from ...._base_client import make_request_options
from ...._body import async_transform_body, transform, transform_body
from ...._compat import cached_property
from ...._headers import list_header, merge_headers
from ...._lazy import lazy_names
from ...._resource import AsyncAPIResource, SyncAPIResource
from ...._streaming import AsyncStream, Stream
from ...._types import Body, Headers, NotGiven, Omit, Query, SequenceNotStr, not_given, omit
from ...._utils import required_args
from ...._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ....lib import _prepare, streaming, tools
from ....lib._parse._variables import ResponseFormatT
from ....types.beta.beta_message import BetaMessage
from ....types.beta.beta_message_tokens_count import BetaMessageTokensCount

if TYPE_CHECKING:
    from .batches import (
        AsyncBatches,
        AsyncBatchesWithRawResponse,
        AsyncBatchesWithStreamingResponse,
        Batches,
        BatchesWithRawResponse,
        BatchesWithStreamingResponse,
    )
    from ....types.beta.beta_raw_message_stream_event import (
        BetaRawMessageStreamEvent as BetaRawMessageStreamEvent,
    )

__all__ = [
    "Messages",
    "AsyncMessages",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "BetaRawMessageStreamEvent": ".....types.beta.beta_raw_message_stream_event",
    },
)


def validate_output_format(output_format: object) -> None:
    """Raises `TypeError` if `output_format` is a type where only a JSON schema can be used."""
    _prepare.validate_output_format(output_format)


class Messages(SyncAPIResource):
    """Conversations with a model, with features in beta."""

    @cached_property
    def batches(self) -> Batches:
        from .batches import Batches

        return Batches(self._client)

    @cached_property
    def with_raw_response(self) -> MessagesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return MessagesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> MessagesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return MessagesWithStreamingResponse(self)

    @overload
    def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[types.beta.BetaJSONOutputFormatParam, Omit, None] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaMessage: ...

    @overload
    def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        stream: Literal[True],
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[types.beta.BetaJSONOutputFormatParam, Omit, None] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Stream[types.beta.BetaRawMessageStreamEvent]: ...

    @overload
    def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        stream: bool,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[types.beta.BetaJSONOutputFormatParam, Omit, None] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[BetaMessage, Stream[types.beta.BetaRawMessageStreamEvent]]: ...

    @required_args(
        ["max_tokens", "messages", "model"], ["max_tokens", "messages", "model", "stream"]
    )
    def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[types.beta.BetaJSONOutputFormatParam, Omit, None] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[BetaMessage, Stream[types.beta.BetaRawMessageStreamEvent]]:
        """Sends a conversation and returns the model's next turn, with beta features such as MCP
        servers, containers and context management. Name the features in `betas`. Streaming and
        the limit for unstreamed requests work as in the general API.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            container: Sandbox for server-side tools: the id of an earlier one to reuse, or settings
                that also load skills. Null or absent starts a new one when a tool needs it.
            context_management: Rules for clearing or summarising older content on the server when
                the conversation grows long. Null or absent leaves it whole.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            mcp_servers: Remote MCP servers to connect to while the request runs. With
                `mcp-client-2025-11-20`, also add one `mcp_toolset` per server to `tools`.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            output_format: Deprecated: set `output_config.format` instead, and never both. Schema
                that the reply text has to follow; null or absent leaves it free.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
            speed: `fast` asks for quicker output at a higher price, on models that offer it and
                with the beta `fast-mode-2026-02-01`. Null or absent means `standard`.
            stop_sequences: Strings that end generation when they appear. The match is left out of
                the text and reported in `stop_sequence`, with `stop_reason` `stop_sequence`.
            stream: Set to `true` to receive the answer as server-sent events while it is produced;
                `false` or absent returns one JSON object when it is complete.
            system: Instructions and context that apply to the whole conversation, as a string or as
                text blocks (blocks allow cache breakpoints). There is no `system` role in
                `messages`.
            temperature: Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis,
                high ones creative writing; 0.0 is still not fully deterministic.
            thinking: Whether the model reasons in `thinking` blocks before it answers, and how
                much. Absent means no extended thinking.
            tool_choice: How the model may use `tools`: freely, at least one, a certain one, or
                none. Absent means `auto`.
            tools: Tools the model may call. Client tools yield `tool_use` blocks for you to answer
                with `tool_result`; server tools such as web search run inside the API.
            top_k: Sample only from the k likeliest tokens at each step, 0 or more. Absent means no
                such cut; for fine tuning beyond `temperature`.
            top_p: Nucleus sampling: keep the likeliest tokens whose probabilities add up to this
                share, 0.0 to 1.0. Set this or `temperature`, not both.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "max_tokens": max_tokens,
            "messages": messages,
            "model": model,
            "container": container,
            "context_management": context_management,
            "inference_geo": inference_geo,
            "mcp_servers": mcp_servers,
            "metadata": metadata,
            "output_config": output_config,
            "output_format": output_format,
            "service_tier": service_tier,
            "speed": speed,
            "stop_sequences": stop_sequences,
            "stream": stream,
            "system": system,
            "temperature": temperature,
            "thinking": thinking,
            "tool_choice": tool_choice,
            "tools": tools,
            "top_k": top_k,
            "top_p": top_p,
        }
        prepared = _prepare.prepare_beta_message(self._client, request_body, timeout=timeout)
        request_body = transform_body(request_body)
        return self._post(
            "/v1/messages?beta=true",
            body=request_body,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                **prepared,
            ),
            cast_to=BetaMessage,
            stream=stream or False,
            stream_cls=Stream[types.beta.BetaRawMessageStreamEvent] if stream else None,
        )

    def parse(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> types.beta.parsed_beta_message.ParsedBetaMessage[ResponseFormatT]:
        """Create a message whose text is parsed into `output_format`.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            container: Sandbox for server-side tools: the id of an earlier one to reuse, or settings
                that also load skills. Null or absent starts a new one when a tool needs it.
            context_management: Rules for clearing or summarising older content on the server when
                the conversation grows long. Null or absent leaves it whole.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            mcp_servers: Remote MCP servers to connect to while the request runs. With
                `mcp-client-2025-11-20`, also add one `mcp_toolset` per server to `tools`.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            output_format: Type that the answer is parsed into; its JSON schema is sent along.
            strict_schema: Whether a type that the API cannot express, such as a dict with free
                keys, raises `TypeError`, which is the default; if false, such a part is sent as an
                object without keys.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
            speed: `fast` asks for quicker output at a higher price, on models that offer it and
                with the beta `fast-mode-2026-02-01`. Null or absent means `standard`.
            stop_sequences: Strings that end generation when they appear. The match is left out of
                the text and reported in `stop_sequence`, with `stop_reason` `stop_sequence`.
            stream: Set to `true` to receive the answer as server-sent events while it is produced;
                `false` or absent returns one JSON object when it is complete.
            system: Instructions and context that apply to the whole conversation, as a string or as
                text blocks (blocks allow cache breakpoints). There is no `system` role in
                `messages`.
            temperature: Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis,
                high ones creative writing; 0.0 is still not fully deterministic.
            thinking: Whether the model reasons in `thinking` blocks before it answers, and how
                much. Absent means no extended thinking.
            tool_choice: How the model may use `tools`: freely, at least one, a certain one, or
                none. Absent means `auto`.
            tools: Tools the model may call. Client tools yield `tool_use` blocks for you to answer
                with `tool_result`; server tools such as web search run inside the API.
            top_k: Sample only from the k likeliest tokens at each step, 0 or more. Absent means no
                such cut; for fine tuning beyond `temperature`.
            top_p: Nucleus sampling: keep the likeliest tokens whose probabilities add up to this
                share, 0.0 to 1.0. Set this or `temperature`, not both.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        from ....lib._parse._calls import parse_beta_message

        params: Dict[str, object] = transform(
            {
                "max_tokens": max_tokens,
                "messages": messages,
                "model": model,
                "container": container,
                "context_management": context_management,
                "inference_geo": inference_geo,
                "mcp_servers": mcp_servers,
                "metadata": metadata,
                "output_config": output_config,
                "output_format": output_format,
                "strict_schema": strict_schema,
                "service_tier": service_tier,
                "speed": speed,
                "stop_sequences": stop_sequences,
                "stream": stream,
                "system": system,
                "temperature": temperature,
                "thinking": thinking,
                "tool_choice": tool_choice,
                "tools": tools,
                "top_k": top_k,
                "top_p": top_p,
                "betas": betas,
            },
            "types.beta.message_create_params.MessageCreateParamsNonStreaming",
        )
        return parse_beta_message(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    @overload
    def tool_runner(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        tools: Iterable[Union[tools.BetaRunnableTool, types.beta.BetaToolUnionParam]],
        compaction_control: Union[tools.CompactionControl, Omit] = omit,
        max_iterations: Union[int, Omit] = omit,
        token_budget: Union[int, Omit] = omit,
        max_concurrency: Union[int, Omit] = omit,
        tool_timeout: Union[float, Omit] = omit,
        on_tool_error: Union[tools.ToolErrorPolicy, Omit] = omit,
        approve_tool_call: Union[tools.BetaToolApproval, Omit] = omit,
        follow_stop_reason: Union[bool, Omit] = omit,
        carry_container: Union[bool, Omit] = omit,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> tools.BetaToolRunner[ResponseFormatT]: ...

    @overload
    def tool_runner(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        tools: Iterable[Union[tools.BetaRunnableTool, types.beta.BetaToolUnionParam]],
        stream: Literal[True],
        compaction_control: Union[tools.CompactionControl, Omit] = omit,
        max_iterations: Union[int, Omit] = omit,
        token_budget: Union[int, Omit] = omit,
        max_concurrency: Union[int, Omit] = omit,
        tool_timeout: Union[float, Omit] = omit,
        on_tool_error: Union[tools.ToolErrorPolicy, Omit] = omit,
        approve_tool_call: Union[tools.BetaToolApproval, Omit] = omit,
        follow_stop_reason: Union[bool, Omit] = omit,
        carry_container: Union[bool, Omit] = omit,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> tools.BetaStreamingToolRunner[ResponseFormatT]: ...

    @overload
    def tool_runner(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        tools: Iterable[Union[tools.BetaRunnableTool, types.beta.BetaToolUnionParam]],
        stream: bool,
        compaction_control: Union[tools.CompactionControl, Omit] = omit,
        max_iterations: Union[int, Omit] = omit,
        token_budget: Union[int, Omit] = omit,
        max_concurrency: Union[int, Omit] = omit,
        tool_timeout: Union[float, Omit] = omit,
        on_tool_error: Union[tools.ToolErrorPolicy, Omit] = omit,
        approve_tool_call: Union[tools.BetaToolApproval, Omit] = omit,
        follow_stop_reason: Union[bool, Omit] = omit,
        carry_container: Union[bool, Omit] = omit,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[
        tools.BetaStreamingToolRunner[ResponseFormatT], tools.BetaToolRunner[ResponseFormatT]
    ]: ...

    def tool_runner(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        tools: Iterable[Union[tools.BetaRunnableTool, types.beta.BetaToolUnionParam]],
        compaction_control: Union[tools.CompactionControl, Omit] = omit,
        max_iterations: Union[int, Omit] = omit,
        token_budget: Union[int, Omit] = omit,
        max_concurrency: Union[int, Omit] = omit,
        tool_timeout: Union[float, Omit] = omit,
        on_tool_error: Union[tools.ToolErrorPolicy, Omit] = omit,
        approve_tool_call: Union[tools.BetaToolApproval, Omit] = omit,
        follow_stop_reason: Union[bool, Omit] = omit,
        carry_container: Union[bool, Omit] = omit,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[bool, Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[
        tools.BetaStreamingToolRunner[ResponseFormatT], tools.BetaToolRunner[ResponseFormatT]
    ]:
        """Run a conversation in which the model's tool calls are answered by the given Python
        functions, until it needs no more.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            tools: Functions decorated with `beta_tool`, and plain tool definitions that are sent as
                they are.
            compaction_control: When and how a long conversation is replaced by a summary of it.
            max_iterations: How many requests are sent at most; without it the model decides.
            token_budget: No further request is sent once the requests and replies so far have used
                so many tokens, cached ones and summaries included. `end_reason` of the runner tells
                why it has ended.
            max_concurrency: How many tool calls of one reply run at the same time, in threads, or
                in tasks of the asynchronous client; 1 by default, which needs neither. Results keep
                their order.
            tool_timeout: How many seconds a tool call may take, unless the tool has a timeout of
                its own. The model is told that it took longer. Python cannot stop a thread, so a
                synchronous tool goes on in one without being heard; an asynchronous one is
                cancelled.
            on_tool_error: What happens when a tool raises. `return`, the default, tells the model
                the exception as `repr` shows it; `redact` tells it that the tool failed, or what is
                wrong with its input; `raise` raises the exception. A function of the call and the
                exception returns what the model is told. The text of a `ToolError` is told as it
                is.
            approve_tool_call: Function that is asked before each call of a tool and returns True,
                False, a `BetaToolDenial` with what to tell the model, or a `BetaToolEdit` with
                another input. All calls of a reply are asked for, in order, before the first one
                runs.
            follow_stop_reason: Whether replies that the API has paused are sent back to be
                continued, and replies that were cut off or refused end the loop without their tool
                calls being made. By default only tool calls count.
            carry_container: Whether the container of a reply is used by the next request too.
            container: Sandbox for server-side tools: the id of an earlier one to reuse, or settings
                that also load skills. Null or absent starts a new one when a tool needs it.
            context_management: Rules for clearing or summarising older content on the server when
                the conversation grows long. Null or absent leaves it whole.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            mcp_servers: Remote MCP servers to connect to while the request runs. With
                `mcp-client-2025-11-20`, also add one `mcp_toolset` per server to `tools`.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            output_format: Type that each answer is parsed into.
            strict_schema: Whether a type that the API cannot express, such as a dict with free
                keys, raises `TypeError`, which is the default; if false, such a part is sent as an
                object without keys.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
            speed: `fast` asks for quicker output at a higher price, on models that offer it and
                with the beta `fast-mode-2026-02-01`. Null or absent means `standard`.
            stop_sequences: Strings that end generation when they appear. The match is left out of
                the text and reported in `stop_sequence`, with `stop_reason` `stop_sequence`.
            stream: Yield open message streams instead of complete messages.
            system: Instructions and context that apply to the whole conversation, as a string or as
                text blocks (blocks allow cache breakpoints). There is no `system` role in
                `messages`.
            temperature: Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis,
                high ones creative writing; 0.0 is still not fully deterministic.
            top_k: Sample only from the k likeliest tokens at each step, 0 or more. Absent means no
                such cut; for fine tuning beyond `temperature`.
            top_p: Nucleus sampling: keep the likeliest tokens whose probabilities add up to this
                share, 0.0 to 1.0. Set this or `temperature`, not both.
            thinking: Whether the model reasons in `thinking` blocks before it answers, and how
                much. Absent means no extended thinking.
            tool_choice: How the model may use `tools`: freely, at least one, a certain one, or
                none. Absent means `auto`.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        from ....lib.tools._calls import run_tools

        params: Dict[str, object] = {
            "max_tokens": max_tokens,
            "messages": messages,
            "model": model,
            "tools": tools,
            "compaction_control": compaction_control,
            "max_iterations": max_iterations,
            "token_budget": token_budget,
            "max_concurrency": max_concurrency,
            "tool_timeout": tool_timeout,
            "on_tool_error": on_tool_error,
            "approve_tool_call": approve_tool_call,
            "follow_stop_reason": follow_stop_reason,
            "carry_container": carry_container,
            "container": container,
            "context_management": context_management,
            "inference_geo": inference_geo,
            "mcp_servers": mcp_servers,
            "metadata": metadata,
            "output_config": output_config,
            "output_format": output_format,
            "strict_schema": strict_schema,
            "service_tier": service_tier,
            "speed": speed,
            "stop_sequences": stop_sequences,
            "stream": stream,
            "system": system,
            "temperature": temperature,
            "top_k": top_k,
            "top_p": top_p,
            "thinking": thinking,
            "tool_choice": tool_choice,
            "betas": betas,
        }
        return run_tools(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def stream(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[
            types.beta.BetaJSONOutputFormatParam, Type[ResponseFormatT], Omit, None
        ] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> streaming.BetaMessageStreamManager[ResponseFormatT]:
        """Create a message and receive it as a stream of events with helpers; nothing is sent
        before the `with` block is entered.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            container: Sandbox for server-side tools: the id of an earlier one to reuse, or settings
                that also load skills. Null or absent starts a new one when a tool needs it.
            context_management: Rules for clearing or summarising older content on the server when
                the conversation grows long. Null or absent leaves it whole.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            mcp_servers: Remote MCP servers to connect to while the request runs. With
                `mcp-client-2025-11-20`, also add one `mcp_toolset` per server to `tools`.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            output_format: A type (Pydantic model, dataclass, TypedDict, ...) that the answer is
                parsed into, or a JSON schema format as it is sent.
            strict_schema: Whether a type that the API cannot express, such as a dict with free
                keys, raises `TypeError`, which is the default; if false, such a part is sent as an
                object without keys.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
            speed: `fast` asks for quicker output at a higher price, on models that offer it and
                with the beta `fast-mode-2026-02-01`. Null or absent means `standard`.
            stop_sequences: Strings that end generation when they appear. The match is left out of
                the text and reported in `stop_sequence`, with `stop_reason` `stop_sequence`.
            system: Instructions and context that apply to the whole conversation, as a string or as
                text blocks (blocks allow cache breakpoints). There is no `system` role in
                `messages`.
            temperature: Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis,
                high ones creative writing; 0.0 is still not fully deterministic.
            thinking: Whether the model reasons in `thinking` blocks before it answers, and how
                much. Absent means no extended thinking.
            tool_choice: How the model may use `tools`: freely, at least one, a certain one, or
                none. Absent means `auto`.
            tools: Tools the model may call. Client tools yield `tool_use` blocks for you to answer
                with `tool_result`; server tools such as web search run inside the API.
            top_k: Sample only from the k likeliest tokens at each step, 0 or more. Absent means no
                such cut; for fine tuning beyond `temperature`.
            top_p: Nucleus sampling: keep the likeliest tokens whose probabilities add up to this
                share, 0.0 to 1.0. Set this or `temperature`, not both.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        from ....lib.streaming._calls import stream_beta_message

        params: Dict[str, object] = transform(
            {
                "max_tokens": max_tokens,
                "messages": messages,
                "model": model,
                "container": container,
                "context_management": context_management,
                "inference_geo": inference_geo,
                "mcp_servers": mcp_servers,
                "metadata": metadata,
                "output_config": output_config,
                "output_format": output_format,
                "strict_schema": strict_schema,
                "service_tier": service_tier,
                "speed": speed,
                "stop_sequences": stop_sequences,
                "system": system,
                "temperature": temperature,
                "thinking": thinking,
                "tool_choice": tool_choice,
                "tools": tools,
                "top_k": top_k,
                "top_p": top_p,
                "betas": betas,
            },
            "types.beta.MessageCreateParams",
        )
        return stream_beta_message(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def count_tokens(
        self,
        *,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[types.beta.BetaJSONOutputFormatParam, Omit, None] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.message_count_tokens_params.Tool], Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaMessageTokensCount:
        """Returns how many input tokens a message with beta features would use, without creating
        it. Free of charge, with rate limits of its own.

        Args:
            messages: Conversation to count, oldest first, in the same form as for message creation.
            model: Model whose tokenizer counts; totals differ between models.
            context_management: Rules to apply before counting, so that the count reflects what the
                model would actually receive. Null or absent counts the whole conversation.
            mcp_servers: Remote MCP servers that the request to be measured would use.
            output_config: Effort and output schema the message would be created with; a schema adds
                input tokens.
            output_format: Deprecated: set `output_config.format` instead, and never both. Schema
                that the reply text has to follow; null or absent leaves it free.
            speed: Inference mode of the request to be measured: `standard` or `fast`. Null or
                absent means `standard`.
            system: System prompt to count, as a string or as text blocks.
            thinking: Thinking configuration the message would be created with; its budget does not
                count as input.
            tool_choice: Tool choice the message would be created with; it affects the size of the
                tool instructions.
            tools: Tool definitions to count.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "messages": messages,
            "model": model,
            "context_management": context_management,
            "mcp_servers": mcp_servers,
            "output_config": output_config,
            "output_format": output_format,
            "speed": speed,
            "system": system,
            "thinking": thinking,
            "tool_choice": tool_choice,
            "tools": tools,
        }
        prepared = _prepare.prepare_beta_count_tokens(self._client, request_body, timeout=timeout)
        request_body = transform_body(request_body)
        return self._post(
            "/v1/messages/count_tokens?beta=true",
            body=request_body,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "token-counting-2024-11-01"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                **prepared,
            ),
            cast_to=BetaMessageTokensCount,
        )


class AsyncMessages(AsyncAPIResource):
    """Conversations with a model, with features in beta."""

    @cached_property
    def batches(self) -> AsyncBatches:
        from .batches import AsyncBatches

        return AsyncBatches(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncMessagesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncMessagesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMessagesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncMessagesWithStreamingResponse(self)

    @overload
    async def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[types.beta.BetaJSONOutputFormatParam, Omit, None] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaMessage: ...

    @overload
    async def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        stream: Literal[True],
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[types.beta.BetaJSONOutputFormatParam, Omit, None] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncStream[types.beta.BetaRawMessageStreamEvent]: ...

    @overload
    async def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        stream: bool,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[types.beta.BetaJSONOutputFormatParam, Omit, None] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[BetaMessage, AsyncStream[types.beta.BetaRawMessageStreamEvent]]: ...

    @required_args(
        ["max_tokens", "messages", "model"], ["max_tokens", "messages", "model", "stream"]
    )
    async def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[types.beta.BetaJSONOutputFormatParam, Omit, None] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[BetaMessage, AsyncStream[types.beta.BetaRawMessageStreamEvent]]:
        """Sends a conversation and returns the model's next turn, with beta features such as MCP
        servers, containers and context management. Name the features in `betas`. Streaming and
        the limit for unstreamed requests work as in the general API.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            container: Sandbox for server-side tools: the id of an earlier one to reuse, or settings
                that also load skills. Null or absent starts a new one when a tool needs it.
            context_management: Rules for clearing or summarising older content on the server when
                the conversation grows long. Null or absent leaves it whole.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            mcp_servers: Remote MCP servers to connect to while the request runs. With
                `mcp-client-2025-11-20`, also add one `mcp_toolset` per server to `tools`.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            output_format: Deprecated: set `output_config.format` instead, and never both. Schema
                that the reply text has to follow; null or absent leaves it free.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
            speed: `fast` asks for quicker output at a higher price, on models that offer it and
                with the beta `fast-mode-2026-02-01`. Null or absent means `standard`.
            stop_sequences: Strings that end generation when they appear. The match is left out of
                the text and reported in `stop_sequence`, with `stop_reason` `stop_sequence`.
            stream: Set to `true` to receive the answer as server-sent events while it is produced;
                `false` or absent returns one JSON object when it is complete.
            system: Instructions and context that apply to the whole conversation, as a string or as
                text blocks (blocks allow cache breakpoints). There is no `system` role in
                `messages`.
            temperature: Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis,
                high ones creative writing; 0.0 is still not fully deterministic.
            thinking: Whether the model reasons in `thinking` blocks before it answers, and how
                much. Absent means no extended thinking.
            tool_choice: How the model may use `tools`: freely, at least one, a certain one, or
                none. Absent means `auto`.
            tools: Tools the model may call. Client tools yield `tool_use` blocks for you to answer
                with `tool_result`; server tools such as web search run inside the API.
            top_k: Sample only from the k likeliest tokens at each step, 0 or more. Absent means no
                such cut; for fine tuning beyond `temperature`.
            top_p: Nucleus sampling: keep the likeliest tokens whose probabilities add up to this
                share, 0.0 to 1.0. Set this or `temperature`, not both.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "max_tokens": max_tokens,
            "messages": messages,
            "model": model,
            "container": container,
            "context_management": context_management,
            "inference_geo": inference_geo,
            "mcp_servers": mcp_servers,
            "metadata": metadata,
            "output_config": output_config,
            "output_format": output_format,
            "service_tier": service_tier,
            "speed": speed,
            "stop_sequences": stop_sequences,
            "stream": stream,
            "system": system,
            "temperature": temperature,
            "thinking": thinking,
            "tool_choice": tool_choice,
            "tools": tools,
            "top_k": top_k,
            "top_p": top_p,
        }
        prepared = _prepare.prepare_beta_message(self._client, request_body, timeout=timeout)
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/v1/messages?beta=true",
            body=request_body,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                **prepared,
            ),
            cast_to=BetaMessage,
            stream=stream or False,
            stream_cls=AsyncStream[types.beta.BetaRawMessageStreamEvent] if stream else None,
        )

    async def parse(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> types.beta.parsed_beta_message.ParsedBetaMessage[ResponseFormatT]:
        """Create a message whose text is parsed into `output_format`.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            container: Sandbox for server-side tools: the id of an earlier one to reuse, or settings
                that also load skills. Null or absent starts a new one when a tool needs it.
            context_management: Rules for clearing or summarising older content on the server when
                the conversation grows long. Null or absent leaves it whole.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            mcp_servers: Remote MCP servers to connect to while the request runs. With
                `mcp-client-2025-11-20`, also add one `mcp_toolset` per server to `tools`.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            output_format: Type that the answer is parsed into; its JSON schema is sent along.
            strict_schema: Whether a type that the API cannot express, such as a dict with free
                keys, raises `TypeError`, which is the default; if false, such a part is sent as an
                object without keys.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
            speed: `fast` asks for quicker output at a higher price, on models that offer it and
                with the beta `fast-mode-2026-02-01`. Null or absent means `standard`.
            stop_sequences: Strings that end generation when they appear. The match is left out of
                the text and reported in `stop_sequence`, with `stop_reason` `stop_sequence`.
            stream: Set to `true` to receive the answer as server-sent events while it is produced;
                `false` or absent returns one JSON object when it is complete.
            system: Instructions and context that apply to the whole conversation, as a string or as
                text blocks (blocks allow cache breakpoints). There is no `system` role in
                `messages`.
            temperature: Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis,
                high ones creative writing; 0.0 is still not fully deterministic.
            thinking: Whether the model reasons in `thinking` blocks before it answers, and how
                much. Absent means no extended thinking.
            tool_choice: How the model may use `tools`: freely, at least one, a certain one, or
                none. Absent means `auto`.
            tools: Tools the model may call. Client tools yield `tool_use` blocks for you to answer
                with `tool_result`; server tools such as web search run inside the API.
            top_k: Sample only from the k likeliest tokens at each step, 0 or more. Absent means no
                such cut; for fine tuning beyond `temperature`.
            top_p: Nucleus sampling: keep the likeliest tokens whose probabilities add up to this
                share, 0.0 to 1.0. Set this or `temperature`, not both.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        from ....lib._parse._calls import async_parse_beta_message

        params: Dict[str, object] = transform(
            {
                "max_tokens": max_tokens,
                "messages": messages,
                "model": model,
                "container": container,
                "context_management": context_management,
                "inference_geo": inference_geo,
                "mcp_servers": mcp_servers,
                "metadata": metadata,
                "output_config": output_config,
                "output_format": output_format,
                "strict_schema": strict_schema,
                "service_tier": service_tier,
                "speed": speed,
                "stop_sequences": stop_sequences,
                "stream": stream,
                "system": system,
                "temperature": temperature,
                "thinking": thinking,
                "tool_choice": tool_choice,
                "tools": tools,
                "top_k": top_k,
                "top_p": top_p,
                "betas": betas,
            },
            "types.beta.message_create_params.MessageCreateParamsNonStreaming",
        )
        return await async_parse_beta_message(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    @overload
    def tool_runner(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        tools: Iterable[Union[tools.BetaAsyncRunnableTool, types.beta.BetaToolUnionParam]],
        compaction_control: Union[tools.CompactionControl, Omit] = omit,
        max_iterations: Union[int, Omit] = omit,
        token_budget: Union[int, Omit] = omit,
        max_concurrency: Union[int, Omit] = omit,
        tool_timeout: Union[float, Omit] = omit,
        on_tool_error: Union[tools.AsyncToolErrorPolicy, Omit] = omit,
        approve_tool_call: Union[tools.BetaAsyncToolApproval, Omit] = omit,
        follow_stop_reason: Union[bool, Omit] = omit,
        carry_container: Union[bool, Omit] = omit,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> tools.BetaAsyncToolRunner[ResponseFormatT]: ...

    @overload
    def tool_runner(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        tools: Iterable[Union[tools.BetaAsyncRunnableTool, types.beta.BetaToolUnionParam]],
        stream: Literal[True],
        compaction_control: Union[tools.CompactionControl, Omit] = omit,
        max_iterations: Union[int, Omit] = omit,
        token_budget: Union[int, Omit] = omit,
        max_concurrency: Union[int, Omit] = omit,
        tool_timeout: Union[float, Omit] = omit,
        on_tool_error: Union[tools.AsyncToolErrorPolicy, Omit] = omit,
        approve_tool_call: Union[tools.BetaAsyncToolApproval, Omit] = omit,
        follow_stop_reason: Union[bool, Omit] = omit,
        carry_container: Union[bool, Omit] = omit,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> tools.BetaAsyncStreamingToolRunner[ResponseFormatT]: ...

    @overload
    def tool_runner(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        tools: Iterable[Union[tools.BetaAsyncRunnableTool, types.beta.BetaToolUnionParam]],
        stream: bool,
        compaction_control: Union[tools.CompactionControl, Omit] = omit,
        max_iterations: Union[int, Omit] = omit,
        token_budget: Union[int, Omit] = omit,
        max_concurrency: Union[int, Omit] = omit,
        tool_timeout: Union[float, Omit] = omit,
        on_tool_error: Union[tools.AsyncToolErrorPolicy, Omit] = omit,
        approve_tool_call: Union[tools.BetaAsyncToolApproval, Omit] = omit,
        follow_stop_reason: Union[bool, Omit] = omit,
        carry_container: Union[bool, Omit] = omit,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[
        tools.BetaAsyncStreamingToolRunner[ResponseFormatT],
        tools.BetaAsyncToolRunner[ResponseFormatT],
    ]: ...

    def tool_runner(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        tools: Iterable[Union[tools.BetaAsyncRunnableTool, types.beta.BetaToolUnionParam]],
        compaction_control: Union[tools.CompactionControl, Omit] = omit,
        max_iterations: Union[int, Omit] = omit,
        token_budget: Union[int, Omit] = omit,
        max_concurrency: Union[int, Omit] = omit,
        tool_timeout: Union[float, Omit] = omit,
        on_tool_error: Union[tools.AsyncToolErrorPolicy, Omit] = omit,
        approve_tool_call: Union[tools.BetaAsyncToolApproval, Omit] = omit,
        follow_stop_reason: Union[bool, Omit] = omit,
        carry_container: Union[bool, Omit] = omit,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[
        tools.BetaAsyncToolRunner[ResponseFormatT],
        tools.BetaAsyncStreamingToolRunner[ResponseFormatT],
    ]:
        """Run a conversation in which the model's tool calls are answered by the given Python
        functions, until it needs no more.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            tools: Functions decorated with `beta_tool`, and plain tool definitions that are sent as
                they are.
            compaction_control: When and how a long conversation is replaced by a summary of it.
            max_iterations: How many requests are sent at most; without it the model decides.
            token_budget: No further request is sent once the requests and replies so far have used
                so many tokens, cached ones and summaries included. `end_reason` of the runner tells
                why it has ended.
            max_concurrency: How many tool calls of one reply run at the same time, in threads, or
                in tasks of the asynchronous client; 1 by default, which needs neither. Results keep
                their order.
            tool_timeout: How many seconds a tool call may take, unless the tool has a timeout of
                its own. The model is told that it took longer. Python cannot stop a thread, so a
                synchronous tool goes on in one without being heard; an asynchronous one is
                cancelled.
            on_tool_error: What happens when a tool raises. `return`, the default, tells the model
                the exception as `repr` shows it; `redact` tells it that the tool failed, or what is
                wrong with its input; `raise` raises the exception. A function of the call and the
                exception returns what the model is told. The text of a `ToolError` is told as it
                is.
            approve_tool_call: Function that is asked before each call of a tool and returns True,
                False, a `BetaToolDenial` with what to tell the model, or a `BetaToolEdit` with
                another input. All calls of a reply are asked for, in order, before the first one
                runs.
            follow_stop_reason: Whether replies that the API has paused are sent back to be
                continued, and replies that were cut off or refused end the loop without their tool
                calls being made. By default only tool calls count.
            carry_container: Whether the container of a reply is used by the next request too.
            container: Sandbox for server-side tools: the id of an earlier one to reuse, or settings
                that also load skills. Null or absent starts a new one when a tool needs it.
            context_management: Rules for clearing or summarising older content on the server when
                the conversation grows long. Null or absent leaves it whole.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            mcp_servers: Remote MCP servers to connect to while the request runs. With
                `mcp-client-2025-11-20`, also add one `mcp_toolset` per server to `tools`.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            output_format: Type that each answer is parsed into.
            strict_schema: Whether a type that the API cannot express, such as a dict with free
                keys, raises `TypeError`, which is the default; if false, such a part is sent as an
                object without keys.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
            speed: `fast` asks for quicker output at a higher price, on models that offer it and
                with the beta `fast-mode-2026-02-01`. Null or absent means `standard`.
            stop_sequences: Strings that end generation when they appear. The match is left out of
                the text and reported in `stop_sequence`, with `stop_reason` `stop_sequence`.
            stream: Yield open message streams instead of complete messages.
            system: Instructions and context that apply to the whole conversation, as a string or as
                text blocks (blocks allow cache breakpoints). There is no `system` role in
                `messages`.
            temperature: Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis,
                high ones creative writing; 0.0 is still not fully deterministic.
            top_k: Sample only from the k likeliest tokens at each step, 0 or more. Absent means no
                such cut; for fine tuning beyond `temperature`.
            top_p: Nucleus sampling: keep the likeliest tokens whose probabilities add up to this
                share, 0.0 to 1.0. Set this or `temperature`, not both.
            thinking: Whether the model reasons in `thinking` blocks before it answers, and how
                much. Absent means no extended thinking.
            tool_choice: How the model may use `tools`: freely, at least one, a certain one, or
                none. Absent means `auto`.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        from ....lib.tools._calls import async_run_tools

        params: Dict[str, object] = {
            "max_tokens": max_tokens,
            "messages": messages,
            "model": model,
            "tools": tools,
            "compaction_control": compaction_control,
            "max_iterations": max_iterations,
            "token_budget": token_budget,
            "max_concurrency": max_concurrency,
            "tool_timeout": tool_timeout,
            "on_tool_error": on_tool_error,
            "approve_tool_call": approve_tool_call,
            "follow_stop_reason": follow_stop_reason,
            "carry_container": carry_container,
            "container": container,
            "context_management": context_management,
            "inference_geo": inference_geo,
            "mcp_servers": mcp_servers,
            "metadata": metadata,
            "output_config": output_config,
            "output_format": output_format,
            "strict_schema": strict_schema,
            "service_tier": service_tier,
            "speed": speed,
            "stop_sequences": stop_sequences,
            "stream": stream,
            "system": system,
            "temperature": temperature,
            "top_k": top_k,
            "top_p": top_p,
            "thinking": thinking,
            "tool_choice": tool_choice,
            "betas": betas,
        }
        return async_run_tools(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def stream(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        container: Union[types.beta.message_create_params.Container, Omit, None] = omit,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        inference_geo: Union[str, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        metadata: Union[types.beta.BetaMetadataParam, Omit] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[
            Type[ResponseFormatT], types.beta.BetaJSONOutputFormatParam, Omit, None
        ] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.BetaToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> streaming.BetaAsyncMessageStreamManager[ResponseFormatT]:
        """Create a message and receive it as a stream of events with helpers; nothing is sent
        before the `with` block is entered.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            container: Sandbox for server-side tools: the id of an earlier one to reuse, or settings
                that also load skills. Null or absent starts a new one when a tool needs it.
            context_management: Rules for clearing or summarising older content on the server when
                the conversation grows long. Null or absent leaves it whole.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            mcp_servers: Remote MCP servers to connect to while the request runs. With
                `mcp-client-2025-11-20`, also add one `mcp_toolset` per server to `tools`.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            output_format: A type (Pydantic model, dataclass, TypedDict, ...) that the answer is
                parsed into, or a JSON schema format as it is sent.
            strict_schema: Whether a type that the API cannot express, such as a dict with free
                keys, raises `TypeError`, which is the default; if false, such a part is sent as an
                object without keys.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
            speed: `fast` asks for quicker output at a higher price, on models that offer it and
                with the beta `fast-mode-2026-02-01`. Null or absent means `standard`.
            stop_sequences: Strings that end generation when they appear. The match is left out of
                the text and reported in `stop_sequence`, with `stop_reason` `stop_sequence`.
            system: Instructions and context that apply to the whole conversation, as a string or as
                text blocks (blocks allow cache breakpoints). There is no `system` role in
                `messages`.
            temperature: Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis,
                high ones creative writing; 0.0 is still not fully deterministic.
            thinking: Whether the model reasons in `thinking` blocks before it answers, and how
                much. Absent means no extended thinking.
            tool_choice: How the model may use `tools`: freely, at least one, a certain one, or
                none. Absent means `auto`.
            tools: Tools the model may call. Client tools yield `tool_use` blocks for you to answer
                with `tool_result`; server tools such as web search run inside the API.
            top_k: Sample only from the k likeliest tokens at each step, 0 or more. Absent means no
                such cut; for fine tuning beyond `temperature`.
            top_p: Nucleus sampling: keep the likeliest tokens whose probabilities add up to this
                share, 0.0 to 1.0. Set this or `temperature`, not both.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        from ....lib.streaming._calls import async_stream_beta_message

        params: Dict[str, object] = transform(
            {
                "max_tokens": max_tokens,
                "messages": messages,
                "model": model,
                "container": container,
                "context_management": context_management,
                "inference_geo": inference_geo,
                "mcp_servers": mcp_servers,
                "metadata": metadata,
                "output_config": output_config,
                "output_format": output_format,
                "strict_schema": strict_schema,
                "service_tier": service_tier,
                "speed": speed,
                "stop_sequences": stop_sequences,
                "system": system,
                "temperature": temperature,
                "thinking": thinking,
                "tool_choice": tool_choice,
                "tools": tools,
                "top_k": top_k,
                "top_p": top_p,
                "betas": betas,
            },
            "types.beta.MessageCreateParams",
        )
        return async_stream_beta_message(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def count_tokens(
        self,
        *,
        messages: Iterable[types.beta.BetaMessageParam],
        model: types.ModelParam,
        context_management: Union[types.beta.BetaContextManagementConfigParam, Omit, None] = omit,
        mcp_servers: Union[
            Iterable[types.beta.BetaRequestMCPServerURLDefinitionParam], Omit
        ] = omit,
        output_config: Union[types.beta.BetaOutputConfigParam, Omit] = omit,
        output_format: Union[types.beta.BetaJSONOutputFormatParam, Omit, None] = omit,
        speed: Union[Literal["standard", "fast"], Omit, None] = omit,
        system: Union[str, Iterable[types.beta.BetaTextBlockParam], Omit] = omit,
        thinking: Union[types.beta.BetaThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.beta.BetaToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.beta.message_count_tokens_params.Tool], Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BetaMessageTokensCount:
        """Returns how many input tokens a message with beta features would use, without creating
        it. Free of charge, with rate limits of its own.

        Args:
            messages: Conversation to count, oldest first, in the same form as for message creation.
            model: Model whose tokenizer counts; totals differ between models.
            context_management: Rules to apply before counting, so that the count reflects what the
                model would actually receive. Null or absent counts the whole conversation.
            mcp_servers: Remote MCP servers that the request to be measured would use.
            output_config: Effort and output schema the message would be created with; a schema adds
                input tokens.
            output_format: Deprecated: set `output_config.format` instead, and never both. Schema
                that the reply text has to follow; null or absent leaves it free.
            speed: Inference mode of the request to be measured: `standard` or `fast`. Null or
                absent means `standard`.
            system: System prompt to count, as a string or as text blocks.
            thinking: Thinking configuration the message would be created with; its budget does not
                count as input.
            tool_choice: Tool choice the message would be created with; it affects the size of the
                tool instructions.
            tools: Tool definitions to count.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "messages": messages,
            "model": model,
            "context_management": context_management,
            "mcp_servers": mcp_servers,
            "output_config": output_config,
            "output_format": output_format,
            "speed": speed,
            "system": system,
            "thinking": thinking,
            "tool_choice": tool_choice,
            "tools": tools,
        }
        prepared = _prepare.prepare_beta_count_tokens(self._client, request_body, timeout=timeout)
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/v1/messages/count_tokens?beta=true",
            body=request_body,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "token-counting-2024-11-01"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                **prepared,
            ),
            cast_to=BetaMessageTokensCount,
        )


class MessagesWithRawResponse:
    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self.create = to_legacy_response_wrapper(self._messages.create)
        self.parse = to_legacy_response_wrapper(self._messages.parse)
        self.count_tokens = to_legacy_response_wrapper(self._messages.count_tokens)

    @cached_property
    def batches(self) -> BatchesWithRawResponse:
        from .batches import BatchesWithRawResponse

        return BatchesWithRawResponse(self._messages.batches)


class AsyncMessagesWithRawResponse:
    def __init__(self, messages: AsyncMessages) -> None:
        self._messages = messages
        self.create = async_to_legacy_response_wrapper(self._messages.create)
        self.parse = async_to_legacy_response_wrapper(self._messages.parse)
        self.count_tokens = async_to_legacy_response_wrapper(self._messages.count_tokens)

    @cached_property
    def batches(self) -> AsyncBatchesWithRawResponse:
        from .batches import AsyncBatchesWithRawResponse

        return AsyncBatchesWithRawResponse(self._messages.batches)


class MessagesWithStreamingResponse:
    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self.create = to_streamed_response_wrapper(self._messages.create)
        self.count_tokens = to_streamed_response_wrapper(self._messages.count_tokens)

    @cached_property
    def batches(self) -> BatchesWithStreamingResponse:
        from .batches import BatchesWithStreamingResponse

        return BatchesWithStreamingResponse(self._messages.batches)


class AsyncMessagesWithStreamingResponse:
    def __init__(self, messages: AsyncMessages) -> None:
        self._messages = messages
        self.create = async_to_streamed_response_wrapper(self._messages.create)
        self.count_tokens = async_to_streamed_response_wrapper(self._messages.count_tokens)

    @cached_property
    def batches(self) -> AsyncBatchesWithStreamingResponse:
        from .batches import AsyncBatchesWithStreamingResponse

        return AsyncBatchesWithStreamingResponse(self._messages.batches)
