# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Iterable, Optional, TYPE_CHECKING, Type, Union

import httpx
from typing_extensions import Literal, overload

from ... import types
from ..._base_client import make_request_options
from ..._body import async_transform_body, transform, transform_body
from ..._compat import cached_property
from ..._lazy import lazy_names
from ..._resource import AsyncAPIResource, SyncAPIResource
from ..._streaming import AsyncStream, Stream
from ..._types import Body, Headers, NotGiven, Omit, Query, SequenceNotStr, not_given, omit
from ..._utils import required_args
from ..._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ...lib import _prepare, streaming
from ...lib._parse._variables import ResponseFormatT
from ...types.message import Message
from ...types.message_tokens_count import MessageTokensCount

if TYPE_CHECKING:
    from .batches import (
        AsyncBatches,
        AsyncBatchesWithRawResponse,
        AsyncBatchesWithStreamingResponse,
        Batches,
        BatchesWithRawResponse,
        BatchesWithStreamingResponse,
    )
    from ...types.raw_message_stream_event import RawMessageStreamEvent as RawMessageStreamEvent

__all__ = [
    "Messages",
    "AsyncMessages",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "RawMessageStreamEvent": "....types.raw_message_stream_event",
    },
)

DEPRECATED_MODELS = _prepare.DEPRECATED_MODELS

MODELS_TO_WARN_WITH_THINKING_ENABLED = _prepare.MODELS_TO_WARN_WITH_THINKING_ENABLED


class Messages(SyncAPIResource):
    """Conversations with a model."""

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
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Message: ...

    @overload
    def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        stream: Literal[True],
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Stream[types.RawMessageStreamEvent]: ...

    @overload
    def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        stream: bool,
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Message, Stream[types.RawMessageStreamEvent]]: ...

    @required_args(
        ["max_tokens", "messages", "model"], ["max_tokens", "messages", "model", "stream"]
    )
    def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Message, Stream[types.RawMessageStreamEvent]]:
        """Sends a conversation and returns the model's next turn. With `stream` true, events arrive
        while it is generated. A request that may run longer than ten minutes should stream, or
        be part of a batch.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
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
        """
        request_body: Dict[str, object] = {
            "max_tokens": max_tokens,
            "messages": messages,
            "model": model,
            "inference_geo": inference_geo,
            "metadata": metadata,
            "output_config": output_config,
            "service_tier": service_tier,
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
        prepared = _prepare.prepare_message(self._client, request_body, timeout=timeout)
        request_body = transform_body(request_body)
        return self._post(
            "/v1/messages",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                **prepared,
            ),
            cast_to=Message,
            stream=stream or False,
            stream_cls=Stream[types.RawMessageStreamEvent] if stream else None,
        )

    def stream(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        output_format: Union[types.JSONOutputFormatParam, Type[ResponseFormatT], Omit, None] = omit,
        container: Union[str, Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> streaming.MessageStreamManager[ResponseFormatT]:
        """Create a message and receive it as a stream of events with helpers; nothing is sent
        before the `with` block is entered.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            output_format: A type (Pydantic model, dataclass, TypedDict, ...) that the answer is
                parsed into, or a JSON schema format as it is sent.
            container: ID of a container to reuse.
            strict_schema: Whether a type that the API cannot express, such as a dict with free
                keys, raises `TypeError`, which is the default; if false, such a part is sent as an
                object without keys.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
            stop_sequences: Strings that end generation when they appear. The match is left out of
                the text and reported in `stop_sequence`, with `stop_reason` `stop_sequence`.
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
            tools: Tools the model may call. Client tools yield `tool_use` blocks for you to answer
                with `tool_result`; server tools such as web search run inside the API.
        """
        from ...lib.streaming._calls import stream_message

        params: Dict[str, object] = transform(
            {
                "max_tokens": max_tokens,
                "messages": messages,
                "model": model,
                "inference_geo": inference_geo,
                "metadata": metadata,
                "output_config": output_config,
                "output_format": output_format,
                "container": container,
                "strict_schema": strict_schema,
                "service_tier": service_tier,
                "stop_sequences": stop_sequences,
                "system": system,
                "temperature": temperature,
                "top_k": top_k,
                "top_p": top_p,
                "thinking": thinking,
                "tool_choice": tool_choice,
                "tools": tools,
            },
            "types.MessageCreateParams",
        )
        return stream_message(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def parse(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> types.parsed_message.ParsedMessage[ResponseFormatT]:
        """Create a message whose text is parsed into `output_format`.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
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
        """
        from ...lib._parse._calls import parse_message

        params: Dict[str, object] = transform(
            {
                "max_tokens": max_tokens,
                "messages": messages,
                "model": model,
                "inference_geo": inference_geo,
                "metadata": metadata,
                "output_config": output_config,
                "output_format": output_format,
                "strict_schema": strict_schema,
                "service_tier": service_tier,
                "stop_sequences": stop_sequences,
                "stream": stream,
                "system": system,
                "temperature": temperature,
                "thinking": thinking,
                "tool_choice": tool_choice,
                "tools": tools,
                "top_k": top_k,
                "top_p": top_p,
            },
            "types.message_create_params.MessageCreateParamsNonStreaming",
        )
        return parse_message(
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
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        output_format: Union[types.JSONOutputFormatParam, type, Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.MessageCountTokensToolParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> MessageTokensCount:
        """Returns how many input tokens a message would use, including tools, images and documents,
        without creating it. Free of charge, with rate limits of its own.

        Args:
            messages: Conversation to count, oldest first, in the same form as for message creation.
            model: Model whose tokenizer counts; totals differ between models.
            output_config: Effort and output schema the message would be created with; a schema adds
                input tokens.
            output_format: Type or JSON schema format that the counted request would use.
            strict_schema: Whether a type that the API cannot express, such as a dict with free
                keys, raises `TypeError`, which is the default; if false, such a part is sent as an
                object without keys.
            system: System prompt to count, as a string or as text blocks.
            thinking: Thinking configuration the message would be created with; its budget does not
                count as input.
            tool_choice: Tool choice the message would be created with; it affects the size of the
                tool instructions.
            tools: Tool definitions to count.
        """
        request_body: Dict[str, object] = {
            "messages": messages,
            "model": model,
            "output_config": output_config,
            "output_format": output_format,
            "strict_schema": strict_schema,
            "system": system,
            "thinking": thinking,
            "tool_choice": tool_choice,
            "tools": tools,
        }
        prepared = _prepare.prepare_count_tokens(self._client, request_body, timeout=timeout)
        request_body = transform_body(request_body)
        return self._post(
            "/v1/messages/count_tokens",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                **prepared,
            ),
            cast_to=MessageTokensCount,
        )


class AsyncMessages(AsyncAPIResource):
    """Conversations with a model."""

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
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Message: ...

    @overload
    async def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        stream: Literal[True],
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncStream[types.RawMessageStreamEvent]: ...

    @overload
    async def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        stream: bool,
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Message, AsyncStream[types.RawMessageStreamEvent]]: ...

    @required_args(
        ["max_tokens", "messages", "model"], ["max_tokens", "messages", "model", "stream"]
    )
    async def create(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Message, AsyncStream[types.RawMessageStreamEvent]]:
        """Sends a conversation and returns the model's next turn. With `stream` true, events arrive
        while it is generated. A request that may run longer than ten minutes should stream, or
        be part of a batch.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
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
        """
        request_body: Dict[str, object] = {
            "max_tokens": max_tokens,
            "messages": messages,
            "model": model,
            "inference_geo": inference_geo,
            "metadata": metadata,
            "output_config": output_config,
            "service_tier": service_tier,
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
        prepared = _prepare.prepare_message(self._client, request_body, timeout=timeout)
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/v1/messages",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                **prepared,
            ),
            cast_to=Message,
            stream=stream or False,
            stream_cls=AsyncStream[types.RawMessageStreamEvent] if stream else None,
        )

    def stream(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        output_format: Union[types.JSONOutputFormatParam, Type[ResponseFormatT], Omit, None] = omit,
        container: Union[str, Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> streaming.AsyncMessageStreamManager[ResponseFormatT]:
        """Create a message and receive it as a stream of events with helpers; nothing is sent
        before the `with` block is entered.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
            metadata: Information about the request that the model does not see.
            output_config: Shape of the answer: how much effort to spend, and a JSON schema to
                follow.
            output_format: A type (Pydantic model, dataclass, TypedDict, ...) that the answer is
                parsed into, or a JSON schema format as it is sent.
            container: ID of a container to reuse.
            strict_schema: Whether a type that the API cannot express, such as a dict with free
                keys, raises `TypeError`, which is the default; if false, such a part is sent as an
                object without keys.
            service_tier: Capacity to run on: `auto` (default) uses priority capacity when the
                account has some, `standard_only` never does. The tier used is in
                `usage.service_tier`.
            stop_sequences: Strings that end generation when they appear. The match is left out of
                the text and reported in `stop_sequence`, with `stop_reason` `stop_sequence`.
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
            tools: Tools the model may call. Client tools yield `tool_use` blocks for you to answer
                with `tool_result`; server tools such as web search run inside the API.
        """
        from ...lib.streaming._calls import async_stream_message

        params: Dict[str, object] = transform(
            {
                "max_tokens": max_tokens,
                "messages": messages,
                "model": model,
                "inference_geo": inference_geo,
                "metadata": metadata,
                "output_config": output_config,
                "output_format": output_format,
                "container": container,
                "strict_schema": strict_schema,
                "service_tier": service_tier,
                "stop_sequences": stop_sequences,
                "system": system,
                "temperature": temperature,
                "top_k": top_k,
                "top_p": top_p,
                "thinking": thinking,
                "tool_choice": tool_choice,
                "tools": tools,
            },
            "types.MessageCreateParams",
        )
        return async_stream_message(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def parse(
        self,
        *,
        max_tokens: int,
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        inference_geo: Union[str, Omit, None] = omit,
        metadata: Union[types.MetadataParam, Omit] = omit,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        output_format: Union[Type[ResponseFormatT], Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        service_tier: Union[Literal["auto", "standard_only"], Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.ToolUnionParam], Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> types.parsed_message.ParsedMessage[ResponseFormatT]:
        """Create a message whose text is parsed into `output_format`.

        Args:
            max_tokens: Upper bound on generated tokens, at least 1, thinking included; each model
                has its own maximum. Reaching it ends the reply with `stop_reason` `max_tokens`.
            messages: Conversation so far, oldest first, at most 100,000 messages. Roles are `user`
                and `assistant`; neighbours with the same role count as one turn. On models that
                allow prefill, a final `assistant` message is continued.
            model: Model that answers.
            inference_geo: Geographic region that inference runs in, such as `us` or `global`. Null
                or absent uses the workspace default.
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
        """
        from ...lib._parse._calls import async_parse_message

        params: Dict[str, object] = transform(
            {
                "max_tokens": max_tokens,
                "messages": messages,
                "model": model,
                "inference_geo": inference_geo,
                "metadata": metadata,
                "output_config": output_config,
                "output_format": output_format,
                "strict_schema": strict_schema,
                "service_tier": service_tier,
                "stop_sequences": stop_sequences,
                "stream": stream,
                "system": system,
                "temperature": temperature,
                "thinking": thinking,
                "tool_choice": tool_choice,
                "tools": tools,
                "top_k": top_k,
                "top_p": top_p,
            },
            "types.message_create_params.MessageCreateParamsNonStreaming",
        )
        return await async_parse_message(
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
        messages: Iterable[types.MessageParam],
        model: types.ModelParam,
        output_config: Union[types.OutputConfigParam, Omit] = omit,
        output_format: Union[types.JSONOutputFormatParam, type, Omit, None] = omit,
        strict_schema: Union[bool, Omit] = omit,
        system: Union[str, Iterable[types.TextBlockParam], Omit] = omit,
        thinking: Union[types.ThinkingConfigParam, Omit] = omit,
        tool_choice: Union[types.ToolChoiceParam, Omit] = omit,
        tools: Union[Iterable[types.MessageCountTokensToolParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> MessageTokensCount:
        """Returns how many input tokens a message would use, including tools, images and documents,
        without creating it. Free of charge, with rate limits of its own.

        Args:
            messages: Conversation to count, oldest first, in the same form as for message creation.
            model: Model whose tokenizer counts; totals differ between models.
            output_config: Effort and output schema the message would be created with; a schema adds
                input tokens.
            output_format: Type or JSON schema format that the counted request would use.
            strict_schema: Whether a type that the API cannot express, such as a dict with free
                keys, raises `TypeError`, which is the default; if false, such a part is sent as an
                object without keys.
            system: System prompt to count, as a string or as text blocks.
            thinking: Thinking configuration the message would be created with; its budget does not
                count as input.
            tool_choice: Tool choice the message would be created with; it affects the size of the
                tool instructions.
            tools: Tool definitions to count.
        """
        request_body: Dict[str, object] = {
            "messages": messages,
            "model": model,
            "output_config": output_config,
            "output_format": output_format,
            "strict_schema": strict_schema,
            "system": system,
            "thinking": thinking,
            "tool_choice": tool_choice,
            "tools": tools,
        }
        prepared = _prepare.prepare_count_tokens(self._client, request_body, timeout=timeout)
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/v1/messages/count_tokens",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                **prepared,
            ),
            cast_to=MessageTokensCount,
        )


class MessagesWithRawResponse:
    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self.create = to_legacy_response_wrapper(self._messages.create)
        self.count_tokens = to_legacy_response_wrapper(self._messages.count_tokens)

    @cached_property
    def batches(self) -> BatchesWithRawResponse:
        from .batches import BatchesWithRawResponse

        return BatchesWithRawResponse(self._messages.batches)


class AsyncMessagesWithRawResponse:
    def __init__(self, messages: AsyncMessages) -> None:
        self._messages = messages
        self.create = async_to_legacy_response_wrapper(self._messages.create)
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
