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
from ..types.house_create_response import HouseCreateResponse


__all__ = [
    "Houses",
    "AsyncHouses",
]


class Houses(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> HousesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return HousesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> HousesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return HousesWithStreamingResponse(self)

    def create(
        self,
        *,
        address: types.house_create_params.Address,
        doors: Union[Iterable[types.house_create_params.Door], Omit] = omit,
        heating: Union[types.house_create_params.Heating, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> HouseCreateResponse:
        """Build a house.

        Args:
            address: Where it stands.
            doors: Ways in.
            heating: How it is kept warm.
        """
        request_body: Dict[str, object] = {
            "address": address,
            "doors": doors,
            "heating": heating,
        }
        request_body = transform_body(request_body)
        return self._post(
            "/houses",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=HouseCreateResponse,
        )


class AsyncHouses(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncHousesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncHousesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncHousesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncHousesWithStreamingResponse(self)

    async def create(
        self,
        *,
        address: types.house_create_params.Address,
        doors: Union[Iterable[types.house_create_params.Door], Omit] = omit,
        heating: Union[types.house_create_params.Heating, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> HouseCreateResponse:
        """Build a house.

        Args:
            address: Where it stands.
            doors: Ways in.
            heating: How it is kept warm.
        """
        request_body: Dict[str, object] = {
            "address": address,
            "doors": doors,
            "heating": heating,
        }
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/houses",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=HouseCreateResponse,
        )


class HousesWithRawResponse:
    def __init__(self, houses: Houses) -> None:
        self._houses = houses
        self.create = to_legacy_response_wrapper(self._houses.create)


class AsyncHousesWithRawResponse:
    def __init__(self, houses: AsyncHouses) -> None:
        self._houses = houses
        self.create = async_to_legacy_response_wrapper(self._houses.create)


class HousesWithStreamingResponse:
    def __init__(self, houses: Houses) -> None:
        self._houses = houses
        self.create = to_streamed_response_wrapper(self._houses.create)


class AsyncHousesWithStreamingResponse:
    def __init__(self, houses: AsyncHouses) -> None:
        self._houses = houses
        self.create = async_to_streamed_response_wrapper(self._houses.create)
