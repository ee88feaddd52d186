# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Optional, Union

import httpx

from .._base_client import make_request_options
from .._body import async_transform_body, transform_body
from .._compat import cached_property
from .._resource import AsyncAPIResource, SyncAPIResource
from .._types import Body, Headers, NoneType, NotGiven, Query, not_given
from .._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ..lib import _prices


__all__ = [
    "Tickets",
    "AsyncTickets",
]


class Tickets(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> TicketsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return TicketsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> TicketsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return TicketsWithStreamingResponse(self)

    def buy(
        self,
        *,
        age: int,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> None:
        """Buy a ticket.

        Args:
            age: In years.
        """
        request_body: Dict[str, object] = {
            "age": age,
        }
        prepared = _prices.check_age(self._client, request_body, timeout=timeout)
        request_body = transform_body(request_body)
        return self._post(
            "/tickets",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                **prepared,
            ),
            cast_to=NoneType,
        )


class AsyncTickets(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncTicketsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncTicketsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncTicketsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncTicketsWithStreamingResponse(self)

    async def buy(
        self,
        *,
        age: int,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> None:
        """Buy a ticket.

        Args:
            age: In years.
        """
        request_body: Dict[str, object] = {
            "age": age,
        }
        prepared = _prices.check_age(self._client, request_body, timeout=timeout)
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/tickets",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                **prepared,
            ),
            cast_to=NoneType,
        )


class TicketsWithRawResponse:
    def __init__(self, tickets: Tickets) -> None:
        self._tickets = tickets
        self.buy = to_legacy_response_wrapper(self._tickets.buy)


class AsyncTicketsWithRawResponse:
    def __init__(self, tickets: AsyncTickets) -> None:
        self._tickets = tickets
        self.buy = async_to_legacy_response_wrapper(self._tickets.buy)


class TicketsWithStreamingResponse:
    def __init__(self, tickets: Tickets) -> None:
        self._tickets = tickets
        self.buy = to_streamed_response_wrapper(self._tickets.buy)


class AsyncTicketsWithStreamingResponse:
    def __init__(self, tickets: AsyncTickets) -> None:
        self._tickets = tickets
        self.buy = async_to_streamed_response_wrapper(self._tickets.buy)
