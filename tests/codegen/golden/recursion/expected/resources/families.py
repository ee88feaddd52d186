# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Optional, Union

import httpx

from .. import types
from .._base_client import make_request_options
from .._body import async_transform_body, transform_body
from .._compat import cached_property
from .._resource import AsyncAPIResource, SyncAPIResource
from .._types import Body, Headers, NotGiven, Query, not_given
from .._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ..types.parent import Parent


__all__ = [
    "Families",
    "AsyncFamilies",
]


class Families(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> FamiliesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return FamiliesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FamiliesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return FamiliesWithStreamingResponse(self)

    def create(
        self,
        *,
        head: types.ParentParam,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Parent:
        """Write down a family."""
        request_body: Dict[str, object] = {
            "head": head,
        }
        request_body = transform_body(request_body)
        return self._post(
            "/families",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Parent,
        )


class AsyncFamilies(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncFamiliesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncFamiliesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFamiliesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncFamiliesWithStreamingResponse(self)

    async def create(
        self,
        *,
        head: types.ParentParam,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Parent:
        """Write down a family."""
        request_body: Dict[str, object] = {
            "head": head,
        }
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/families",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Parent,
        )


class FamiliesWithRawResponse:
    def __init__(self, families: Families) -> None:
        self._families = families
        self.create = to_legacy_response_wrapper(self._families.create)


class AsyncFamiliesWithRawResponse:
    def __init__(self, families: AsyncFamilies) -> None:
        self._families = families
        self.create = async_to_legacy_response_wrapper(self._families.create)


class FamiliesWithStreamingResponse:
    def __init__(self, families: Families) -> None:
        self._families = families
        self.create = to_streamed_response_wrapper(self._families.create)


class AsyncFamiliesWithStreamingResponse:
    def __init__(self, families: AsyncFamilies) -> None:
        self._families = families
        self.create = async_to_streamed_response_wrapper(self._families.create)
