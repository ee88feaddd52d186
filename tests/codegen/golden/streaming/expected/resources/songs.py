# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Optional, TYPE_CHECKING, Union

import httpx
from typing_extensions import Literal, overload

from .. import types
from .._base_client import make_request_options
from .._body import async_transform_body, transform_body
from .._compat import cached_property
from .._lazy import lazy_names
from .._resource import AsyncAPIResource, SyncAPIResource
from .._streaming import AsyncStream, Stream
from .._types import Body, Headers, NotGiven, Omit, Query, not_given, omit
from .._utils import required_args
from .._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ..types.song import Song

if TYPE_CHECKING:
    from ..types.song_event import SongEvent as SongEvent

__all__ = [
    "Songs",
    "AsyncSongs",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "SongEvent": "...types.song_event",
    },
)


class Songs(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> SongsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return SongsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SongsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return SongsWithStreamingResponse(self)

    @overload
    def create(
        self,
        *,
        bird: str,
        stream: Union[Literal[False], Omit] = omit,
        loud: Union[bool, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Song: ...

    @overload
    def create(
        self,
        *,
        bird: str,
        stream: Literal[True],
        loud: Union[bool, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Stream[types.SongEvent]: ...

    @overload
    def create(
        self,
        *,
        bird: str,
        stream: bool,
        loud: Union[bool, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Song, Stream[types.SongEvent]]: ...

    @required_args(["bird"], ["bird", "stream"])
    def create(
        self,
        *,
        bird: str,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        loud: Union[bool, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Song, Stream[types.SongEvent]]:
        """Let a bird sing.

        Args:
            bird: Who sings.
            stream: Whether to hear every note as it is sung.
            loud: Whether everybody shall hear it.
        """
        request_body: Dict[str, object] = {
            "bird": bird,
            "stream": stream,
            "loud": loud,
        }
        request_body = transform_body(request_body)
        return self._post(
            "/songs",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Song,
            stream=stream or False,
            stream_cls=Stream[types.SongEvent] if stream else None,
        )


class AsyncSongs(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncSongsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncSongsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncSongsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncSongsWithStreamingResponse(self)

    @overload
    async def create(
        self,
        *,
        bird: str,
        stream: Union[Literal[False], Omit] = omit,
        loud: Union[bool, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Song: ...

    @overload
    async def create(
        self,
        *,
        bird: str,
        stream: Literal[True],
        loud: Union[bool, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncStream[types.SongEvent]: ...

    @overload
    async def create(
        self,
        *,
        bird: str,
        stream: bool,
        loud: Union[bool, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Song, AsyncStream[types.SongEvent]]: ...

    @required_args(["bird"], ["bird", "stream"])
    async def create(
        self,
        *,
        bird: str,
        stream: Union[Literal[False], Literal[True], Omit] = omit,
        loud: Union[bool, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Union[Song, AsyncStream[types.SongEvent]]:
        """Let a bird sing.

        Args:
            bird: Who sings.
            stream: Whether to hear every note as it is sung.
            loud: Whether everybody shall hear it.
        """
        request_body: Dict[str, object] = {
            "bird": bird,
            "stream": stream,
            "loud": loud,
        }
        request_body = await async_transform_body(request_body)
        return await self._post(
            "/songs",
            body=request_body,
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Song,
            stream=stream or False,
            stream_cls=AsyncStream[types.SongEvent] if stream else None,
        )


class SongsWithRawResponse:
    def __init__(self, songs: Songs) -> None:
        self._songs = songs
        self.create = to_legacy_response_wrapper(self._songs.create)


class AsyncSongsWithRawResponse:
    def __init__(self, songs: AsyncSongs) -> None:
        self._songs = songs
        self.create = async_to_legacy_response_wrapper(self._songs.create)


class SongsWithStreamingResponse:
    def __init__(self, songs: Songs) -> None:
        self._songs = songs
        self.create = to_streamed_response_wrapper(self._songs.create)


class AsyncSongsWithStreamingResponse:
    def __init__(self, songs: AsyncSongs) -> None:
        self._songs = songs
        self.create = async_to_streamed_response_wrapper(self._songs.create)
