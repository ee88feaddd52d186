# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Optional, Union

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
from ..types.visit import Visit


__all__ = [
    "Visits",
    "AsyncVisits",
]


class Visits(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> VisitsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return VisitsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> VisitsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return VisitsWithStreamingResponse(self)

    def create(
        self,
        *,
        animal: types.AnimalParam,
        time: Union[int, str, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Visit:
        """Visit an animal.

        Args:
            time: Hour of the day or its name.
        """
        request_body: Dict[str, object] = {
            "animal": animal,
            "time": time,
        }
        request_body = transform_body(request_body)
        return self._post(
            "/visits",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Visit,
        )


class AsyncVisits(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncVisitsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncVisitsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncVisitsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncVisitsWithStreamingResponse(self)

    async def create(
        self,
        *,
        animal: types.AnimalParam,
        time: Union[int, str, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Visit:
        """Visit an animal.

        Args:
            time: Hour of the day or its name.
        """
        request_body: Dict[str, object] = {
            "animal": animal,
            "time": time,
        }
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/visits",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Visit,
        )


class VisitsWithRawResponse:
    def __init__(self, visits: Visits) -> None:
        self._visits = visits
        self.create = to_legacy_response_wrapper(self._visits.create)


class AsyncVisitsWithRawResponse:
    def __init__(self, visits: AsyncVisits) -> None:
        self._visits = visits
        self.create = async_to_legacy_response_wrapper(self._visits.create)


class VisitsWithStreamingResponse:
    def __init__(self, visits: Visits) -> None:
        self._visits = visits
        self.create = to_streamed_response_wrapper(self._visits.create)


class AsyncVisitsWithStreamingResponse:
    def __init__(self, visits: AsyncVisits) -> None:
        self._visits = visits
        self.create = async_to_streamed_response_wrapper(self._visits.create)
