# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, List, Optional, Union

import httpx
from typing_extensions import Literal, overload

from .. import types
from .._base_client import make_request_options
from .._body import async_transform_body, transform_body
from .._compat import cached_property
from .._headers import list_header, merge_headers
from .._resource import AsyncAPIResource, SyncAPIResource
from .._streaming import AsyncStream, Stream
from .._types import Body, Headers, NotGiven, Omit, Query, SequenceNotStr, not_given, omit
from .._utils import required_args
from .._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ..lib import _prepare
from ..types.completion import Completion


__all__ = [
    "Completions",
    "AsyncCompletions",
]


class Completions(SyncAPIResource):
    """Text completions, kept for programs that have not moved to messages."""

    @cached_property
    def with_raw_response(self) -> CompletionsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return CompletionsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> CompletionsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return CompletionsWithStreamingResponse(self)

    @overload
    def create(
        self,
        *,
        max_tokens_to_sample: int,
        model: types.ModelParam,
        prompt: str,
        metadata: Union[types.MetadataParam, Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Completion: ...

    @overload
    def create(
        self,
        *,
        max_tokens_to_sample: int,
        model: types.ModelParam,
        prompt: str,
        stream: Literal[True],
        metadata: Union[types.MetadataParam, Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Stream[Completion]: ...

    @overload
    def create(
        self,
        *,
        max_tokens_to_sample: int,
        model: types.ModelParam,
        prompt: str,
        stream: bool,
        metadata: Union[types.MetadataParam, Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Completion, Stream[Completion]]: ...

    @required_args(
        ["max_tokens_to_sample", "model", "prompt"],
        ["max_tokens_to_sample", "model", "prompt", "stream"],
    )
    def create(
        self,
        *,
        max_tokens_to_sample: int,
        model: types.ModelParam,
        prompt: str,
        metadata: Union[types.MetadataParam, Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Completion, Stream[Completion]]:
        """Continues a prompt in the legacy text format. Kept for old integrations; use messages for
        anything new, as current models do not support it.

        Args:
            max_tokens_to_sample: Upper bound on generated tokens, at least 1. The text may end
                earlier.
            model: Model to complete with; it must support the legacy text completions endpoint.
            prompt: Text to continue. Turns alternate between `\\n\\nHuman:` and `\\n\\nAssistant:`,
                and the prompt has to end with the latter.
            metadata: Information about the request that the model does not see.
            stop_sequences: Extra strings that end generation when they appear; `\\n\\nHuman:` is
                always one. The matched string is not returned.
            stream: Set to `true` to receive the answer as server-sent events while it is produced;
                `false` or absent returns one JSON object when it is complete.
            temperature: Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis,
                high ones creative writing; 0.0 is still not fully deterministic.
            top_k: Sample only from the k likeliest tokens at each step, 0 or more. Absent means no
                such cut; for fine tuning beyond `temperature`.
            top_p: Nucleus sampling: keep the likeliest tokens whose probabilities add up to this
                share, 0.0 to 1.0. Set this or `temperature`, not both.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "max_tokens_to_sample": max_tokens_to_sample,
            "model": model,
            "prompt": prompt,
            "metadata": metadata,
            "stop_sequences": stop_sequences,
            "stream": stream,
            "temperature": temperature,
            "top_k": top_k,
            "top_p": top_p,
        }
        prepared = _prepare.prepare_completion(self._client, request_body, timeout=timeout)
        request_body = transform_body(request_body)
        return self._post(
            "/v1/complete",
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
            cast_to=Completion,
            stream=stream or False,
            stream_cls=Stream[Completion] if stream else None,
        )


class AsyncCompletions(AsyncAPIResource):
    """Text completions, kept for programs that have not moved to messages."""

    @cached_property
    def with_raw_response(self) -> AsyncCompletionsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncCompletionsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCompletionsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncCompletionsWithStreamingResponse(self)

    @overload
    async def create(
        self,
        *,
        max_tokens_to_sample: int,
        model: types.ModelParam,
        prompt: str,
        metadata: Union[types.MetadataParam, Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Completion: ...

    @overload
    async def create(
        self,
        *,
        max_tokens_to_sample: int,
        model: types.ModelParam,
        prompt: str,
        stream: Literal[True],
        metadata: Union[types.MetadataParam, Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncStream[Completion]: ...

    @overload
    async def create(
        self,
        *,
        max_tokens_to_sample: int,
        model: types.ModelParam,
        prompt: str,
        stream: bool,
        metadata: Union[types.MetadataParam, Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Completion, AsyncStream[Completion]]: ...

    @required_args(
        ["max_tokens_to_sample", "model", "prompt"],
        ["max_tokens_to_sample", "model", "prompt", "stream"],
    )
    async def create(
        self,
        *,
        max_tokens_to_sample: int,
        model: types.ModelParam,
        prompt: str,
        metadata: Union[types.MetadataParam, Omit] = omit,
        stop_sequences: Union[SequenceNotStr[str], Omit] = omit,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        temperature: Union[float, Omit] = omit,
        top_k: Union[int, Omit] = omit,
        top_p: Union[float, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Completion, AsyncStream[Completion]]:
        """Continues a prompt in the legacy text format. Kept for old integrations; use messages for
        anything new, as current models do not support it.

        Args:
            max_tokens_to_sample: Upper bound on generated tokens, at least 1. The text may end
                earlier.
            model: Model to complete with; it must support the legacy text completions endpoint.
            prompt: Text to continue. Turns alternate between `\\n\\nHuman:` and `\\n\\nAssistant:`,
                and the prompt has to end with the latter.
            metadata: Information about the request that the model does not see.
            stop_sequences: Extra strings that end generation when they appear; `\\n\\nHuman:` is
                always one. The matched string is not returned.
            stream: Set to `true` to receive the answer as server-sent events while it is produced;
                `false` or absent returns one JSON object when it is complete.
            temperature: Randomness of sampling, 0.0 to 1.0; default 1.0. Low values suit analysis,
                high ones creative writing; 0.0 is still not fully deterministic.
            top_k: Sample only from the k likeliest tokens at each step, 0 or more. Absent means no
                such cut; for fine tuning beyond `temperature`.
            top_p: Nucleus sampling: keep the likeliest tokens whose probabilities add up to this
                share, 0.0 to 1.0. Set this or `temperature`, not both.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "max_tokens_to_sample": max_tokens_to_sample,
            "model": model,
            "prompt": prompt,
            "metadata": metadata,
            "stop_sequences": stop_sequences,
            "stream": stream,
            "temperature": temperature,
            "top_k": top_k,
            "top_p": top_p,
        }
        prepared = _prepare.prepare_completion(self._client, request_body, timeout=timeout)
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/v1/complete",
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
            cast_to=Completion,
            stream=stream or False,
            stream_cls=AsyncStream[Completion] if stream else None,
        )


class CompletionsWithRawResponse:
    def __init__(self, completions: Completions) -> None:
        self._completions = completions
        self.create = to_legacy_response_wrapper(self._completions.create)


class AsyncCompletionsWithRawResponse:
    def __init__(self, completions: AsyncCompletions) -> None:
        self._completions = completions
        self.create = async_to_legacy_response_wrapper(self._completions.create)


class CompletionsWithStreamingResponse:
    def __init__(self, completions: Completions) -> None:
        self._completions = completions
        self.create = to_streamed_response_wrapper(self._completions.create)


class AsyncCompletionsWithStreamingResponse:
    def __init__(self, completions: AsyncCompletions) -> None:
        self._completions = completions
        self.create = async_to_streamed_response_wrapper(self._completions.create)
