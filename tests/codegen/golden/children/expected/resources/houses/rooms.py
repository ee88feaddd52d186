# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Optional, Union

import httpx

from ..._base_client import make_request_options
from ..._compat import cached_property
from ..._paths import path_template
from ..._resource import AsyncAPIResource, SyncAPIResource
from ..._types import Body, Headers, NoneType, NotGiven, Query, not_given
from ..._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ...types.houses.room import Room


__all__ = [
    "Rooms",
    "AsyncRooms",
]


class Rooms(SyncAPIResource):
    """Parts of a house."""

    @cached_property
    def with_raw_response(self) -> RoomsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return RoomsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> RoomsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return RoomsWithStreamingResponse(self)

    def retrieve(
        self,
        room_id: str,
        *,
        house_id: str,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Room:
        """One room."""
        return self._get(
            path_template("/houses/{house_id}/rooms/{room_id}", room_id=room_id, house_id=house_id),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Room,
        )

    def delete(
        self,
        room_id: str,
        *,
        house_id: str,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> None:
        """Tear down a room."""
        return self._delete(
            path_template("/houses/{house_id}/rooms/{room_id}", room_id=room_id, house_id=house_id),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=NoneType,
        )


class AsyncRooms(AsyncAPIResource):
    """Parts of a house."""

    @cached_property
    def with_raw_response(self) -> AsyncRoomsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncRoomsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncRoomsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncRoomsWithStreamingResponse(self)

    async def retrieve(
        self,
        room_id: str,
        *,
        house_id: str,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Room:
        """One room."""
        return await self._get(
            path_template("/houses/{house_id}/rooms/{room_id}", room_id=room_id, house_id=house_id),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Room,
        )

    async def delete(
        self,
        room_id: str,
        *,
        house_id: str,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> None:
        """Tear down a room."""
        return await self._delete(
            path_template("/houses/{house_id}/rooms/{room_id}", room_id=room_id, house_id=house_id),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=NoneType,
        )


class RoomsWithRawResponse:
    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self.retrieve = to_legacy_response_wrapper(self._rooms.retrieve)
        self.delete = to_legacy_response_wrapper(self._rooms.delete)


class AsyncRoomsWithRawResponse:
    def __init__(self, rooms: AsyncRooms) -> None:
        self._rooms = rooms
        self.retrieve = async_to_legacy_response_wrapper(self._rooms.retrieve)
        self.delete = async_to_legacy_response_wrapper(self._rooms.delete)


class RoomsWithStreamingResponse:
    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self.retrieve = to_streamed_response_wrapper(self._rooms.retrieve)
        self.delete = to_streamed_response_wrapper(self._rooms.delete)


class AsyncRoomsWithStreamingResponse:
    def __init__(self, rooms: AsyncRooms) -> None:
        self._rooms = rooms
        self.retrieve = async_to_streamed_response_wrapper(self._rooms.retrieve)
        self.delete = async_to_streamed_response_wrapper(self._rooms.delete)
