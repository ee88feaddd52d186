# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Optional, Union

import httpx

from .._base_client import make_request_options
from .._compat import cached_property
from .._decode_errors import followed_link
from .._decoders.jsonl import AsyncJSONLDecoder, JSONLDecoder
from .._headers import merge_headers
from .._paths import path_template
from .._resource import AsyncAPIResource, SyncAPIResource
from .._types import Body, Headers, NotGiven, Query, not_given
from .._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ..types.count import Count
from ..types.line import Line


__all__ = [
    "Counts",
    "AsyncCounts",
]


class Counts(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> CountsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return CountsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> CountsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return CountsWithStreamingResponse(self)

    def retrieve(
        self,
        count_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Count:
        """How far counting is."""
        return self._get(
            path_template("/counts/{count_id}", count_id=count_id),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Count,
        )

    def results(
        self,
        count_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> JSONLDecoder[Line]:
        """What was counted."""
        answer = self.retrieve(count_id=count_id, extra_headers=extra_headers, timeout=timeout)
        link = followed_link(answer, "results_url", missing="The animals are still being counted.")
        return self._get(
            link,
            cast_to=JSONLDecoder[Line],
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Accept": "application/binary",
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            stream=True,
        )

    def lines(
        self,
        count_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> JSONLDecoder[Line]:
        """What has been counted so far."""
        return self._get(
            path_template("/counts/{count_id}/lines", count_id=count_id),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Accept": "application/x-jsonl",
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=JSONLDecoder[Line],
            stream=True,
        )


class AsyncCounts(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncCountsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncCountsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCountsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncCountsWithStreamingResponse(self)

    async def retrieve(
        self,
        count_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Count:
        """How far counting is."""
        return await self._get(
            path_template("/counts/{count_id}", count_id=count_id),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Count,
        )

    async def results(
        self,
        count_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncJSONLDecoder[Line]:
        """What was counted."""
        answer = await self.retrieve(
            count_id=count_id, extra_headers=extra_headers, timeout=timeout
        )
        link = followed_link(answer, "results_url", missing="The animals are still being counted.")
        return await self._get(
            link,
            cast_to=AsyncJSONLDecoder[Line],
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Accept": "application/binary",
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            stream=True,
        )

    async def lines(
        self,
        count_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncJSONLDecoder[Line]:
        """What has been counted so far."""
        return await self._get(
            path_template("/counts/{count_id}/lines", count_id=count_id),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Accept": "application/x-jsonl",
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=AsyncJSONLDecoder[Line],
            stream=True,
        )


class CountsWithRawResponse:
    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self.retrieve = to_legacy_response_wrapper(self._counts.retrieve)
        self.lines = to_legacy_response_wrapper(self._counts.lines)


class AsyncCountsWithRawResponse:
    def __init__(self, counts: AsyncCounts) -> None:
        self._counts = counts
        self.retrieve = async_to_legacy_response_wrapper(self._counts.retrieve)
        self.lines = async_to_legacy_response_wrapper(self._counts.lines)


class CountsWithStreamingResponse:
    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self.retrieve = to_streamed_response_wrapper(self._counts.retrieve)
        self.lines = to_streamed_response_wrapper(self._counts.lines)


class AsyncCountsWithStreamingResponse:
    def __init__(self, counts: AsyncCounts) -> None:
        self._counts = counts
        self.retrieve = async_to_streamed_response_wrapper(self._counts.retrieve)
        self.lines = async_to_streamed_response_wrapper(self._counts.lines)
