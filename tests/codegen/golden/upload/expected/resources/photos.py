# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, Optional, Union

import httpx

from .._base_client import make_request_options
from .._body import async_transform_body, transform_body
from .._compat import cached_property
from .._headers import list_header, merge_headers
from .._paths import path_template
from .._resource import AsyncAPIResource, SyncAPIResource
from .._types import (
    Body,
    FileTypes,
    Headers,
    NotGiven,
    Omit,
    Query,
    SequenceNotStr,
    not_given,
    omit,
)
from .._utils import extract_files
from .._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ..types.photo import Photo


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

    def upload(
        self,
        *,
        file: FileTypes,
        title: Union[str, Omit] = omit,
        zoo_features: Union[SequenceNotStr[str], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Photo:
        """Show a photo to everybody.

        Args:
            file: The photo.
            title: What is seen.
        """
        request_body: Dict[str, object] = {
            "file": file,
            "title": title,
        }
        request_body = transform_body(request_body, files=[["file"]])
        request_files = extract_files(request_body, paths=[["file"]])
        return self._post(
            "/photos",
            body=request_body,
            files=request_files,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Content-Type": "multipart/form-data",
                        "zoo-features": list_header(zoo_features, "photos"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Photo,
        )

    def add(
        self,
        album_id: str,
        *,
        files: Union[SequenceNotStr[FileTypes], Omit] = omit,
        zoo_features: Union[SequenceNotStr[str], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Photo:
        """Fill an album.

        Args:
            files: The photos.
        """
        request_body: Dict[str, object] = {
            "files": files,
        }
        request_body = transform_body(request_body, files=[["files", "<array>"]])
        request_files = extract_files(request_body, paths=[["files", "<array>"]])
        return self._post(
            path_template("/albums/{album_id}", album_id=album_id),
            body=request_body,
            files=request_files,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Content-Type": "multipart/form-data",
                        "zoo-features": list_header(zoo_features, "photos"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Photo,
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

    async def upload(
        self,
        *,
        file: FileTypes,
        title: Union[str, Omit] = omit,
        zoo_features: Union[SequenceNotStr[str], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Photo:
        """Show a photo to everybody.

        Args:
            file: The photo.
            title: What is seen.
        """
        request_body: Dict[str, object] = {
            "file": file,
            "title": title,
        }
        request_body = await async_transform_body(request_body, files=[["file"]])
        request_files = extract_files(request_body, paths=[["file"]])
        return await self._post(
            "/photos",
            body=request_body,
            files=request_files,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Content-Type": "multipart/form-data",
                        "zoo-features": list_header(zoo_features, "photos"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Photo,
        )

    async def add(
        self,
        album_id: str,
        *,
        files: Union[SequenceNotStr[FileTypes], Omit] = omit,
        zoo_features: Union[SequenceNotStr[str], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> Photo:
        """Fill an album.

        Args:
            files: The photos.
        """
        request_body: Dict[str, object] = {
            "files": files,
        }
        request_body = await async_transform_body(request_body, files=[["files", "<array>"]])
        request_files = extract_files(request_body, paths=[["files", "<array>"]])
        return await self._post(
            path_template("/albums/{album_id}", album_id=album_id),
            body=request_body,
            files=request_files,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Content-Type": "multipart/form-data",
                        "zoo-features": list_header(zoo_features, "photos"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=Photo,
        )


class PhotosWithRawResponse:
    def __init__(self, photos: Photos) -> None:
        self._photos = photos
        self.upload = to_legacy_response_wrapper(self._photos.upload)
        self.add = to_legacy_response_wrapper(self._photos.add)


class AsyncPhotosWithRawResponse:
    def __init__(self, photos: AsyncPhotos) -> None:
        self._photos = photos
        self.upload = async_to_legacy_response_wrapper(self._photos.upload)
        self.add = async_to_legacy_response_wrapper(self._photos.add)


class PhotosWithStreamingResponse:
    def __init__(self, photos: Photos) -> None:
        self._photos = photos
        self.upload = to_streamed_response_wrapper(self._photos.upload)
        self.add = to_streamed_response_wrapper(self._photos.add)


class AsyncPhotosWithStreamingResponse:
    def __init__(self, photos: AsyncPhotos) -> None:
        self._photos = photos
        self.upload = async_to_streamed_response_wrapper(self._photos.upload)
        self.add = async_to_streamed_response_wrapper(self._photos.add)
