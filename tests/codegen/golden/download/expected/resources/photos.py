# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Optional, Union

import httpx

from .._base_client import make_request_options
from .._compat import cached_property
from .._headers import merge_headers
from .._paths import path_template
from .._resource import AsyncAPIResource, SyncAPIResource
from .._response import (
    AsyncBinaryAPIResponse,
    AsyncStreamedBinaryAPIResponse,
    BinaryAPIResponse,
    StreamedBinaryAPIResponse,
)
from .._types import Body, Headers, NotGiven, Query, not_given
from .._wrappers import (
    async_to_custom_raw_response_wrapper,
    async_to_custom_streamed_response_wrapper,
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_custom_raw_response_wrapper,
    to_custom_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)


__all__ = [
    "Photos",
    "AsyncPhotos",
]


class Photos(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> PhotosWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return PhotosWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PhotosWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return PhotosWithStreamingResponse(self)

    def download(
        self,
        photo_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BinaryAPIResponse:
        """The photo itself."""
        return self._get(
            path_template("/photos/{photo_id}/content", photo_id=photo_id),
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
            cast_to=BinaryAPIResponse,
        )

    def caption(
        self,
        photo_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> str:
        """What is written below it."""
        return self._get(
            path_template("/photos/{photo_id}/caption", photo_id=photo_id),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=str,
        )


class AsyncPhotos(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncPhotosWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncPhotosWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPhotosWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncPhotosWithStreamingResponse(self)

    async def download(
        self,
        photo_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncBinaryAPIResponse:
        """The photo itself."""
        return await self._get(
            path_template("/photos/{photo_id}/content", photo_id=photo_id),
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
            cast_to=AsyncBinaryAPIResponse,
        )

    async def caption(
        self,
        photo_id: str,
        *,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> str:
        """What is written below it."""
        return await self._get(
            path_template("/photos/{photo_id}/caption", photo_id=photo_id),
            options=make_request_options(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=str,
        )


class PhotosWithRawResponse:
    def __init__(self, photos: Photos) -> None:
        self._photos = photos
        self.download = to_custom_raw_response_wrapper(self._photos.download, BinaryAPIResponse)
        self.caption = to_legacy_response_wrapper(self._photos.caption)


class AsyncPhotosWithRawResponse:
    def __init__(self, photos: AsyncPhotos) -> None:
        self._photos = photos
        self.download = async_to_custom_raw_response_wrapper(
            self._photos.download, AsyncBinaryAPIResponse
        )
        self.caption = async_to_legacy_response_wrapper(self._photos.caption)


class PhotosWithStreamingResponse:
    def __init__(self, photos: Photos) -> None:
        self._photos = photos
        self.download = to_custom_streamed_response_wrapper(
            self._photos.download, StreamedBinaryAPIResponse
        )
        self.caption = to_streamed_response_wrapper(self._photos.caption)


class AsyncPhotosWithStreamingResponse:
    def __init__(self, photos: AsyncPhotos) -> None:
        self._photos = photos
        self.download = async_to_custom_streamed_response_wrapper(
            self._photos.download, AsyncStreamedBinaryAPIResponse
        )
        self.caption = async_to_streamed_response_wrapper(self._photos.caption)
