# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Any, List, Optional, TYPE_CHECKING, Union, cast

import httpx

from ..._base_client import make_request_options
from ..._compat import cached_property
from ..._resource import AsyncAPIResource, SyncAPIResource
from ..._types import Body, Headers, NotGiven, Query, not_given
from ..._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ...lib import _sizes
from ...types.house import House

if TYPE_CHECKING:
    from .rooms import (
        AsyncRooms,
        AsyncRoomsWithRawResponse,
        AsyncRoomsWithStreamingResponse,
        Rooms,
        RoomsWithRawResponse,
        RoomsWithStreamingResponse,
    )

__all__ = [
    "Houses",
    "AsyncHouses",
]

LARGEST = _sizes.LARGEST


def check_size(size: int, *, limit: int = 5000) -> None:
    """Raises `ValueError` for a house that is too large."""
    _sizes.check_size(size, limit=limit)


def largest(*sizes: int) -> int:
    return _sizes.largest(*sizes)


class Houses(SyncAPIResource):
    """Where animals live."""

    @cached_property
    def rooms(self) -> Rooms:
        from .rooms import Rooms

        return Rooms(self._client)

    @cached_property
    def with_raw_response(self) -> HousesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return HousesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> HousesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return HousesWithStreamingResponse(self)

    def list(
        self,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> List[House]:
        """All houses."""
        return self._get(
            "/houses",
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=cast(Any, List[House]),
        )


class AsyncHouses(AsyncAPIResource):
    """Where animals live."""

    @cached_property
    def rooms(self) -> AsyncRooms:
        from .rooms import AsyncRooms

        return AsyncRooms(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncHousesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncHousesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncHousesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncHousesWithStreamingResponse(self)

    async def list(
        self,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> List[House]:
        """All houses."""
        return await self._get(
            "/houses",
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=cast(Any, List[House]),
        )


class HousesWithRawResponse:
    def __init__(self, houses: Houses) -> None:
        self._houses = houses
        self.list = to_legacy_response_wrapper(self._houses.list)

    @cached_property
    def rooms(self) -> RoomsWithRawResponse:
        from .rooms import RoomsWithRawResponse

        return RoomsWithRawResponse(self._houses.rooms)


class AsyncHousesWithRawResponse:
    def __init__(self, houses: AsyncHouses) -> None:
        self._houses = houses
        self.list = async_to_legacy_response_wrapper(self._houses.list)

    @cached_property
    def rooms(self) -> AsyncRoomsWithRawResponse:
        from .rooms import AsyncRoomsWithRawResponse

        return AsyncRoomsWithRawResponse(self._houses.rooms)


class HousesWithStreamingResponse:
    def __init__(self, houses: Houses) -> None:
        self._houses = houses
        self.list = to_streamed_response_wrapper(self._houses.list)

    @cached_property
    def rooms(self) -> RoomsWithStreamingResponse:
        from .rooms import RoomsWithStreamingResponse

        return RoomsWithStreamingResponse(self._houses.rooms)


class AsyncHousesWithStreamingResponse:
    def __init__(self, houses: AsyncHouses) -> None:
        self._houses = houses
        self.list = async_to_streamed_response_wrapper(self._houses.list)

    @cached_property
    def rooms(self) -> AsyncRoomsWithStreamingResponse:
        from .rooms import AsyncRoomsWithStreamingResponse

        return AsyncRoomsWithStreamingResponse(self._houses.rooms)
