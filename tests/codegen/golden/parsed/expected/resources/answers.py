# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Iterable, Optional, Union

import httpx

from .. import types
from .._base_client import make_request_options
from .._body import async_transform_body, transform_body
from .._compat import cached_property
from .._resource import AsyncAPIResource, SyncAPIResource
from .._types import Body, Headers, NotGiven, Omit, Query, not_given, omit
from .._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ..types.answer import Answer


__all__ = [
    "Answers",
    "AsyncAnswers",
]


class Answers(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AnswersWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AnswersWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AnswersWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AnswersWithStreamingResponse(self)

    def create(
        self,
        *,
        question: str,
        history: Union[Iterable[types.TurnParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Answer:
        """Ask a parrot."""
        request_body: Dict[str, object] = {
            "question": question,
            "history": history,
        }
        request_body = transform_body(request_body)
        return self._post(
            "/answers",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Answer,
        )


class AsyncAnswers(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncAnswersWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncAnswersWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAnswersWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncAnswersWithStreamingResponse(self)

    async def create(
        self,
        *,
        question: str,
        history: Union[Iterable[types.TurnParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Answer:
        """Ask a parrot."""
        request_body: Dict[str, object] = {
            "question": question,
            "history": history,
        }
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/answers",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Answer,
        )


class AnswersWithRawResponse:
    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.create = to_legacy_response_wrapper(self._answers.create)


class AsyncAnswersWithRawResponse:
    def __init__(self, answers: AsyncAnswers) -> None:
        self._answers = answers
        self.create = async_to_legacy_response_wrapper(self._answers.create)


class AnswersWithStreamingResponse:
    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.create = to_streamed_response_wrapper(self._answers.create)


class AsyncAnswersWithStreamingResponse:
    def __init__(self, answers: AsyncAnswers) -> None:
        self._answers = answers
        self.create = async_to_streamed_response_wrapper(self._answers.create)
