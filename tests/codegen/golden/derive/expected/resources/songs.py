# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Optional, Union

import httpx
from typing_extensions import Literal

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
from ..lib import songs
from ..types.song import Song


__all__ = [
    "Songs",
    "AsyncSongs",
]


class Songs(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> SongsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return SongsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SongsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return SongsWithStreamingResponse(self)

    def create(
        self,
        *,
        bird: str,
        loud: Union[bool, Omit] = omit,
        title: Union[str, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Song:
        """Let a bird sing.

        Args:
            bird: Who sings.
            loud: Whether everybody shall hear it.
            title: What is sung.
        """
        request_body: Dict[str, object] = {
            "bird": bird,
            "loud": loud,
            "title": title,
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
        )

    def listen(
        self,
        *,
        bird: str,
        title: Union[str, Omit] = omit,
        ear: Union[Literal["left", "right"], songs.Listener, Omit, None] = omit,
        count: int,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> songs.Listener:
        """Hear a song line by line.

        Args:
            bird: Who sings.
            title: What is sung.
            ear: Which ear to use.
            count: How many lines.
        """
        from ..lib.songs import listen

        params: Dict[str, object] = {
            "bird": bird,
            "title": title,
            "ear": ear,
            "count": count,
        }
        return listen(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def record(
        self,
        *,
        bird: str,
        loud: Union[bool, Omit] = omit,
        title: Union[str, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Song:
        """Sing and keep it.

        Args:
            bird: Who sings.
            loud: Whether everybody shall hear it.
            title: What is sung.
        """
        from ..lib.songs import record

        params: Dict[str, object] = {
            "bird": bird,
            "loud": loud,
            "title": title,
        }
        return record(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
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

    async def create(
        self,
        *,
        bird: str,
        loud: Union[bool, Omit] = omit,
        title: Union[str, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Song:
        """Let a bird sing.

        Args:
            bird: Who sings.
            loud: Whether everybody shall hear it.
            title: What is sung.
        """
        request_body: Dict[str, object] = {
            "bird": bird,
            "loud": loud,
            "title": title,
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
        )

    def listen(
        self,
        *,
        bird: str,
        title: Union[str, Omit] = omit,
        ear: Union[Literal["left", "right"], songs.Listener, Omit, None] = omit,
        count: int,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> songs.Listener:
        """Hear a song line by line.

        Args:
            bird: Who sings.
            title: What is sung.
            ear: Which ear to use.
            count: How many lines.
        """
        from ..lib.songs import async_listen

        params: Dict[str, object] = {
            "bird": bird,
            "title": title,
            "ear": ear,
            "count": count,
        }
        return async_listen(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def record(
        self,
        *,
        bird: str,
        loud: Union[bool, Omit] = omit,
        title: Union[str, Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Song:
        """Sing and keep it.

        Args:
            bird: Who sings.
            loud: Whether everybody shall hear it.
            title: What is sung.
        """
        from ..lib.songs import async_record

        params: Dict[str, object] = {
            "bird": bird,
            "loud": loud,
            "title": title,
        }
        return await async_record(
            self,
            params,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class SongsWithRawResponse:
    def __init__(self, songs: Songs) -> None:
        self._songs = songs
        self.create = to_legacy_response_wrapper(self._songs.create)
        self.record = to_legacy_response_wrapper(self._songs.record)


class AsyncSongsWithRawResponse:
    def __init__(self, songs: AsyncSongs) -> None:
        self._songs = songs
        self.create = async_to_legacy_response_wrapper(self._songs.create)
        self.record = async_to_legacy_response_wrapper(self._songs.record)


class SongsWithStreamingResponse:
    def __init__(self, songs: Songs) -> None:
        self._songs = songs
        self.create = to_streamed_response_wrapper(self._songs.create)
        self.record = to_streamed_response_wrapper(self._songs.record)


class AsyncSongsWithStreamingResponse:
    def __init__(self, songs: AsyncSongs) -> None:
        self._songs = songs
        self.create = async_to_streamed_response_wrapper(self._songs.create)
        self.record = async_to_streamed_response_wrapper(self._songs.record)
