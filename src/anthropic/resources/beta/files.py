# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, List, Optional, Union

import httpx

from ... import types
from ..._base_client import AsyncPaginator, make_request_options
from ..._body import async_transform_body, transform_body
from ..._compat import cached_property
from ..._headers import list_header, merge_headers
from ..._paths import path_template
from ..._resource import AsyncAPIResource, SyncAPIResource
from ..._response import (
    AsyncBinaryAPIResponse,
    AsyncStreamedBinaryAPIResponse,
    BinaryAPIResponse,
    StreamedBinaryAPIResponse,
)
from ..._types import Body, FileTypes, Headers, NotGiven, Omit, Query, not_given, omit
from ..._utils import extract_files
from ..._wrappers import (
    async_to_custom_raw_response_wrapper,
    async_to_custom_streamed_response_wrapper,
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_custom_raw_response_wrapper,
    to_custom_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ...pagination import AsyncPage, SyncPage
from ...types.beta.deleted_file import DeletedFile
from ...types.beta.file_metadata import FileMetadata


__all__ = [
    "Files",
    "AsyncFiles",
]


class Files(SyncAPIResource):
    """Files that messages can refer to."""

    @cached_property
    def with_raw_response(self) -> FilesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return FilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FilesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return FilesWithStreamingResponse(self)

    def list(
        self,
        *,
        after_id: Union[str, Omit] = omit,
        before_id: Union[str, Omit] = omit,
        limit: Union[int, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SyncPage[FileMetadata]:
        """Lists the files of the workspace, page by page.

        Args:
            after_id: ID of a file; returns the page that starts right after it. Pass `last_id` of
                the previous page to go forward.
            before_id: ID of a file; returns the page that ends right before it. Pass `first_id` of
                the current page to go back.
            limit: How many files per page, 1 to 1000; 20 when absent.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get_api_list(
            "/v1/files?beta=true",
            page=SyncPage[FileMetadata],
            model=FileMetadata,
            options=make_request_options(
                query={
                    "after_id": after_id,
                    "before_id": before_id,
                    "limit": limit,
                },
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "files-api-2025-04-14"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )

    def delete(
        self,
        file_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> DeletedFile:
        """Deletes a file for good. Later requests that refer to it fail.

        Args:
            file_id: ID of the file to delete.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._delete(
            path_template("/v1/files/{file_id}?beta=true", file_id=file_id),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "files-api-2025-04-14"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=DeletedFile,
        )

    def download(
        self,
        file_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> BinaryAPIResponse:
        """Returns the content of a file. Only files made by skills or code execution can be
        downloaded, not those you uploaded; `downloadable` in the metadata tells.

        Args:
            file_id: ID of the file to download.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get(
            path_template("/v1/files/{file_id}/content?beta=true", file_id=file_id),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Accept": "application/binary",
                        "anthropic-beta": list_header(betas, "files-api-2025-04-14"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=BinaryAPIResponse,
        )

    def retrieve_metadata(
        self,
        file_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> FileMetadata:
        """Returns name, size and type of a file without its content.

        Args:
            file_id: ID of the file.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get(
            path_template("/v1/files/{file_id}?beta=true", file_id=file_id),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "files-api-2025-04-14"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=FileMetadata,
        )

    def upload(
        self,
        *,
        file: FileTypes,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> FileMetadata:
        """Stores a file so that requests can refer to it by ID instead of sending it each time. It
        stays until deleted and is visible to the whole workspace; a file may hold at most 500
        MB.

        Args:
            file: Content to upload, sent as a multipart form part: bytes, an open file, a path, or
                a `(name, content, content type)` tuple. Give a name and content type when the
                source has none.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "file": file,
        }
        request_body = transform_body(request_body, files=[["file"]])
        request_files = extract_files(request_body, paths=[["file"]])
        return self._post(
            "/v1/files?beta=true",
            body=request_body,
            files=request_files,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Content-Type": "multipart/form-data",
                        "anthropic-beta": list_header(betas, "files-api-2025-04-14"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=FileMetadata,
        )


class AsyncFiles(AsyncAPIResource):
    """Files that messages can refer to."""

    @cached_property
    def with_raw_response(self) -> AsyncFilesWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncFilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFilesWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncFilesWithStreamingResponse(self)

    def list(
        self,
        *,
        after_id: Union[str, Omit] = omit,
        before_id: Union[str, Omit] = omit,
        limit: Union[int, Omit] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncPaginator[FileMetadata, AsyncPage[FileMetadata]]:
        """Lists the files of the workspace, page by page.

        Args:
            after_id: ID of a file; returns the page that starts right after it. Pass `last_id` of
                the previous page to go forward.
            before_id: ID of a file; returns the page that ends right before it. Pass `first_id` of
                the current page to go back.
            limit: How many files per page, 1 to 1000; 20 when absent.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get_api_list(
            "/v1/files?beta=true",
            page=AsyncPage[FileMetadata],
            model=FileMetadata,
            options=make_request_options(
                query={
                    "after_id": after_id,
                    "before_id": before_id,
                    "limit": limit,
                },
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "files-api-2025-04-14"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )

    async def delete(
        self,
        file_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> DeletedFile:
        """Deletes a file for good. Later requests that refer to it fail.

        Args:
            file_id: ID of the file to delete.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return await self._delete(
            path_template("/v1/files/{file_id}?beta=true", file_id=file_id),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "files-api-2025-04-14"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=DeletedFile,
        )

    async def download(
        self,
        file_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncBinaryAPIResponse:
        """Returns the content of a file. Only files made by skills or code execution can be
        downloaded, not those you uploaded; `downloadable` in the metadata tells.

        Args:
            file_id: ID of the file to download.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return await self._get(
            path_template("/v1/files/{file_id}/content?beta=true", file_id=file_id),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Accept": "application/binary",
                        "anthropic-beta": list_header(betas, "files-api-2025-04-14"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=AsyncBinaryAPIResponse,
        )

    async def retrieve_metadata(
        self,
        file_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> FileMetadata:
        """Returns name, size and type of a file without its content.

        Args:
            file_id: ID of the file.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return await self._get(
            path_template("/v1/files/{file_id}?beta=true", file_id=file_id),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "files-api-2025-04-14"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=FileMetadata,
        )

    async def upload(
        self,
        *,
        file: FileTypes,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> FileMetadata:
        """Stores a file so that requests can refer to it by ID instead of sending it each time. It
        stays until deleted and is visible to the whole workspace; a file may hold at most 500
        MB.

        Args:
            file: Content to upload, sent as a multipart form part: bytes, an open file, a path, or
                a `(name, content, content type)` tuple. Give a name and content type when the
                source has none.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "file": file,
        }
        request_body = await async_transform_body(request_body, files=[["file"]])
        request_files = extract_files(request_body, paths=[["file"]])
        return await self._post(
            "/v1/files?beta=true",
            body=request_body,
            files=request_files,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Content-Type": "multipart/form-data",
                        "anthropic-beta": list_header(betas, "files-api-2025-04-14"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=FileMetadata,
        )


class FilesWithRawResponse:
    def __init__(self, files: Files) -> None:
        self._files = files
        self.list = to_legacy_response_wrapper(self._files.list)
        self.delete = to_legacy_response_wrapper(self._files.delete)
        self.download = to_custom_raw_response_wrapper(self._files.download, BinaryAPIResponse)
        self.retrieve_metadata = to_legacy_response_wrapper(self._files.retrieve_metadata)
        self.upload = to_legacy_response_wrapper(self._files.upload)


class AsyncFilesWithRawResponse:
    def __init__(self, files: AsyncFiles) -> None:
        self._files = files
        self.list = async_to_legacy_response_wrapper(self._files.list)
        self.delete = async_to_legacy_response_wrapper(self._files.delete)
        self.download = async_to_custom_raw_response_wrapper(
            self._files.download, AsyncBinaryAPIResponse
        )
        self.retrieve_metadata = async_to_legacy_response_wrapper(self._files.retrieve_metadata)
        self.upload = async_to_legacy_response_wrapper(self._files.upload)


class FilesWithStreamingResponse:
    def __init__(self, files: Files) -> None:
        self._files = files
        self.list = to_streamed_response_wrapper(self._files.list)
        self.delete = to_streamed_response_wrapper(self._files.delete)
        self.download = to_custom_streamed_response_wrapper(
            self._files.download, StreamedBinaryAPIResponse
        )
        self.retrieve_metadata = to_streamed_response_wrapper(self._files.retrieve_metadata)
        self.upload = to_streamed_response_wrapper(self._files.upload)


class AsyncFilesWithStreamingResponse:
    def __init__(self, files: AsyncFiles) -> None:
        self._files = files
        self.list = async_to_streamed_response_wrapper(self._files.list)
        self.delete = async_to_streamed_response_wrapper(self._files.delete)
        self.download = async_to_custom_streamed_response_wrapper(
            self._files.download, AsyncStreamedBinaryAPIResponse
        )
        self.retrieve_metadata = async_to_streamed_response_wrapper(self._files.retrieve_metadata)
        self.upload = async_to_streamed_response_wrapper(self._files.upload)
