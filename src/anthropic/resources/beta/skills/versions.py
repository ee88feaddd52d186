# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, List, Optional, Union

import httpx

from .... import types
from ...._base_client import AsyncPaginator, make_request_options
from ...._body import async_transform_body, transform_body
from ...._compat import cached_property
from ...._headers import list_header, merge_headers
from ...._paths import path_template
from ...._resource import AsyncAPIResource, SyncAPIResource
from ...._types import (
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
from ...._utils import extract_files
from ...._wrappers import (
    async_to_legacy_response_wrapper,
    async_to_streamed_response_wrapper,
    to_legacy_response_wrapper,
    to_streamed_response_wrapper,
)
from ....pagination import AsyncPageCursor, SyncPageCursor
from ....types.beta.skills.version_create_response import VersionCreateResponse
from ....types.beta.skills.version_delete_response import VersionDeleteResponse
from ....types.beta.skills.version_list_response import VersionListResponse
from ....types.beta.skills.version_retrieve_response import VersionRetrieveResponse


__all__ = [
    "Versions",
    "AsyncVersions",
]


class Versions(SyncAPIResource):
    """Versions of a skill."""

    @cached_property
    def with_raw_response(self) -> VersionsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return VersionsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> VersionsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return VersionsWithStreamingResponse(self)

    def create(
        self,
        skill_id: str,
        *,
        files: Union[SequenceNotStr[FileTypes], Omit, None] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> VersionCreateResponse:
        """Uploads a new version of a skill, which becomes its latest. Earlier versions stay usable.

        Args:
            skill_id: ID of the skill that gets the version.
            files: Files of the skill, as multipart form parts whose names are relative paths. All
                must share one top-level directory, with a `SKILL.md` directly in it.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "files": files,
        }
        request_body = transform_body(request_body, files=[["files", "<array>"]])
        request_files = extract_files(request_body, paths=[["files", "<array>"]])
        return self._post(
            path_template("/v1/skills/{skill_id}/versions?beta=true", skill_id=skill_id),
            body=request_body,
            files=request_files,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Content-Type": "multipart/form-data",
                        "anthropic-beta": list_header(betas, "skills-2025-10-02"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=VersionCreateResponse,
        )

    def retrieve(
        self,
        version: str,
        *,
        skill_id: str,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> VersionRetrieveResponse:
        """Returns one version of a skill, with the name and description from its `SKILL.md`.

        Args:
            version: Version to return: the Unix time of its creation, as a string such as
                `1759178010641129`.
            skill_id: ID of the skill.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get(
            path_template(
                "/v1/skills/{skill_id}/versions/{version}?beta=true",
                version=version,
                skill_id=skill_id,
            ),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "skills-2025-10-02"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=VersionRetrieveResponse,
        )

    def list(
        self,
        skill_id: str,
        *,
        limit: Union[int, Omit, None] = omit,
        page: Union[str, Omit, None] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SyncPageCursor[VersionListResponse]:
        """Lists the versions of one skill, page by page.

        Args:
            skill_id: ID of the skill.
            limit: How many versions per page, 1 to 1000. Null or absent means 20.
            page: Token of the page to return, taken from `next_page` of the previous one. Null or
                absent returns the first page.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get_api_list(
            path_template("/v1/skills/{skill_id}/versions?beta=true", skill_id=skill_id),
            page=SyncPageCursor[VersionListResponse],
            model=VersionListResponse,
            options=make_request_options(
                query={
                    "limit": limit,
                    "page": page,
                },
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "skills-2025-10-02"),
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
        version: str,
        *,
        skill_id: str,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> VersionDeleteResponse:
        """Deletes one version of a skill for good. Requests that ask for it fail from then on.

        Args:
            version: Version to delete: the Unix time of its creation, as a string such as
                `1759178010641129`.
            skill_id: ID of the skill.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._delete(
            path_template(
                "/v1/skills/{skill_id}/versions/{version}?beta=true",
                version=version,
                skill_id=skill_id,
            ),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "skills-2025-10-02"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=VersionDeleteResponse,
        )


class AsyncVersions(AsyncAPIResource):
    """Versions of a skill."""

    @cached_property
    def with_raw_response(self) -> AsyncVersionsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncVersionsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncVersionsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncVersionsWithStreamingResponse(self)

    async def create(
        self,
        skill_id: str,
        *,
        files: Union[SequenceNotStr[FileTypes], Omit, None] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> VersionCreateResponse:
        """Uploads a new version of a skill, which becomes its latest. Earlier versions stay usable.

        Args:
            skill_id: ID of the skill that gets the version.
            files: Files of the skill, as multipart form parts whose names are relative paths. All
                must share one top-level directory, with a `SKILL.md` directly in it.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "files": files,
        }
        request_body = await async_transform_body(request_body, files=[["files", "<array>"]])
        request_files = extract_files(request_body, paths=[["files", "<array>"]])
        return await self._post(
            path_template("/v1/skills/{skill_id}/versions?beta=true", skill_id=skill_id),
            body=request_body,
            files=request_files,
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "Content-Type": "multipart/form-data",
                        "anthropic-beta": list_header(betas, "skills-2025-10-02"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=VersionCreateResponse,
        )

    async def retrieve(
        self,
        version: str,
        *,
        skill_id: str,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> VersionRetrieveResponse:
        """Returns one version of a skill, with the name and description from its `SKILL.md`.

        Args:
            version: Version to return: the Unix time of its creation, as a string such as
                `1759178010641129`.
            skill_id: ID of the skill.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return await self._get(
            path_template(
                "/v1/skills/{skill_id}/versions/{version}?beta=true",
                version=version,
                skill_id=skill_id,
            ),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "skills-2025-10-02"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=VersionRetrieveResponse,
        )

    def list(
        self,
        skill_id: str,
        *,
        limit: Union[int, Omit, None] = omit,
        page: Union[str, Omit, None] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncPaginator[VersionListResponse, AsyncPageCursor[VersionListResponse]]:
        """Lists the versions of one skill, page by page.

        Args:
            skill_id: ID of the skill.
            limit: How many versions per page, 1 to 1000. Null or absent means 20.
            page: Token of the page to return, taken from `next_page` of the previous one. Null or
                absent returns the first page.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get_api_list(
            path_template("/v1/skills/{skill_id}/versions?beta=true", skill_id=skill_id),
            page=AsyncPageCursor[VersionListResponse],
            model=VersionListResponse,
            options=make_request_options(
                query={
                    "limit": limit,
                    "page": page,
                },
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "skills-2025-10-02"),
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
        version: str,
        *,
        skill_id: str,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> VersionDeleteResponse:
        """Deletes one version of a skill for good. Requests that ask for it fail from then on.

        Args:
            version: Version to delete: the Unix time of its creation, as a string such as
                `1759178010641129`.
            skill_id: ID of the skill.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return await self._delete(
            path_template(
                "/v1/skills/{skill_id}/versions/{version}?beta=true",
                version=version,
                skill_id=skill_id,
            ),
            options=make_request_options(
                extra_headers=merge_headers(
                    {
                        "anthropic-beta": list_header(betas, "skills-2025-10-02"),
                    },
                    extra_headers,
                ),
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            cast_to=VersionDeleteResponse,
        )


class VersionsWithRawResponse:
    def __init__(self, versions: Versions) -> None:
        self._versions = versions
        self.create = to_legacy_response_wrapper(self._versions.create)
        self.retrieve = to_legacy_response_wrapper(self._versions.retrieve)
        self.list = to_legacy_response_wrapper(self._versions.list)
        self.delete = to_legacy_response_wrapper(self._versions.delete)


class AsyncVersionsWithRawResponse:
    def __init__(self, versions: AsyncVersions) -> None:
        self._versions = versions
        self.create = async_to_legacy_response_wrapper(self._versions.create)
        self.retrieve = async_to_legacy_response_wrapper(self._versions.retrieve)
        self.list = async_to_legacy_response_wrapper(self._versions.list)
        self.delete = async_to_legacy_response_wrapper(self._versions.delete)


class VersionsWithStreamingResponse:
    def __init__(self, versions: Versions) -> None:
        self._versions = versions
        self.create = to_streamed_response_wrapper(self._versions.create)
        self.retrieve = to_streamed_response_wrapper(self._versions.retrieve)
        self.list = to_streamed_response_wrapper(self._versions.list)
        self.delete = to_streamed_response_wrapper(self._versions.delete)


class AsyncVersionsWithStreamingResponse:
    def __init__(self, versions: AsyncVersions) -> None:
        self._versions = versions
        self.create = async_to_streamed_response_wrapper(self._versions.create)
        self.retrieve = async_to_streamed_response_wrapper(self._versions.retrieve)
        self.list = async_to_streamed_response_wrapper(self._versions.list)
        self.delete = async_to_streamed_response_wrapper(self._versions.delete)
