# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Dict, List, Optional, TYPE_CHECKING, Union

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
from ....types.beta.skill_create_response import SkillCreateResponse
from ....types.beta.skill_delete_response import SkillDeleteResponse
from ....types.beta.skill_list_response import SkillListResponse
from ....types.beta.skill_retrieve_response import SkillRetrieveResponse

if TYPE_CHECKING:
    from .versions import (
        AsyncVersions,
        AsyncVersionsWithRawResponse,
        AsyncVersionsWithStreamingResponse,
        Versions,
        VersionsWithRawResponse,
        VersionsWithStreamingResponse,
    )

__all__ = [
    "Skills",
    "AsyncSkills",
]


class Skills(SyncAPIResource):
    """Folders of instructions and code that a model can load."""

    @cached_property
    def versions(self) -> Versions:
        from .versions import Versions

        return Versions(self._client)

    @cached_property
    def with_raw_response(self) -> SkillsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return SkillsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SkillsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return SkillsWithStreamingResponse(self)

    def create(
        self,
        *,
        display_title: Union[str, Omit, None] = omit,
        files: Union[SequenceNotStr[FileTypes], Omit, None] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SkillCreateResponse:
        """Uploads a folder of instructions and scripts as a new skill, together with its first
        version. Containers load it by ID.

        Args:
            display_title: Label for people who browse skills; not shown to the model. Null or
                absent sets none.
            files: Files of the skill, as multipart form parts whose names are relative paths. All
                must share one top-level directory, with a `SKILL.md` directly in it.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "display_title": display_title,
            "files": files,
        }
        request_body = transform_body(request_body, files=[["files", "<array>"]])
        request_files = extract_files(request_body, paths=[["files", "<array>"]])
        return self._post(
            "/v1/skills?beta=true",
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
            cast_to=SkillCreateResponse,
        )

    def retrieve(
        self,
        skill_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SkillRetrieveResponse:
        """Returns one skill and the name of its latest version.

        Args:
            skill_id: ID of the skill.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get(
            path_template("/v1/skills/{skill_id}?beta=true", skill_id=skill_id),
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
            cast_to=SkillRetrieveResponse,
        )

    def list(
        self,
        *,
        limit: Union[int, Omit] = omit,
        page: Union[str, Omit, None] = omit,
        source: Union[str, Omit, None] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SyncPageCursor[SkillListResponse]:
        """Lists the skills of the workspace and those provided by Anthropic.

        Args:
            limit: How many skills per page, 1 to 100; 20 when absent.
            page: Token of the page to return, taken from `next_page` of the previous one. Null or
                absent returns the first page.
            source: Return only `custom` skills (your own) or only `anthropic` ones. Null or absent
                returns both.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get_api_list(
            "/v1/skills?beta=true",
            page=SyncPageCursor[SkillListResponse],
            model=SkillListResponse,
            options=make_request_options(
                query={
                    "limit": limit,
                    "page": page,
                    "source": source,
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
        skill_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SkillDeleteResponse:
        """Deletes a skill for good. Delete all of its versions first.

        Args:
            skill_id: ID of the skill to delete.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._delete(
            path_template("/v1/skills/{skill_id}?beta=true", skill_id=skill_id),
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
            cast_to=SkillDeleteResponse,
        )


class AsyncSkills(AsyncAPIResource):
    """Folders of instructions and code that a model can load."""

    @cached_property
    def versions(self) -> AsyncVersions:
        from .versions import AsyncVersions

        return AsyncVersions(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncSkillsWithRawResponse:
        """The same methods, returning the HTTP response; `.parse()` gives what the method would return."""
        return AsyncSkillsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncSkillsWithStreamingResponse:
        """The same methods, as context managers whose response body is read on demand."""
        return AsyncSkillsWithStreamingResponse(self)

    async def create(
        self,
        *,
        display_title: Union[str, Omit, None] = omit,
        files: Union[SequenceNotStr[FileTypes], Omit, None] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SkillCreateResponse:
        """Uploads a folder of instructions and scripts as a new skill, together with its first
        version. Containers load it by ID.

        Args:
            display_title: Label for people who browse skills; not shown to the model. Null or
                absent sets none.
            files: Files of the skill, as multipart form parts whose names are relative paths. All
                must share one top-level directory, with a `SKILL.md` directly in it.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        request_body: Dict[str, object] = {
            "display_title": display_title,
            "files": files,
        }
        request_body = await async_transform_body(request_body, files=[["files", "<array>"]])
        request_files = extract_files(request_body, paths=[["files", "<array>"]])
        return await self._post(
            "/v1/skills?beta=true",
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
            cast_to=SkillCreateResponse,
        )

    async def retrieve(
        self,
        skill_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SkillRetrieveResponse:
        """Returns one skill and the name of its latest version.

        Args:
            skill_id: ID of the skill.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return await self._get(
            path_template("/v1/skills/{skill_id}?beta=true", skill_id=skill_id),
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
            cast_to=SkillRetrieveResponse,
        )

    def list(
        self,
        *,
        limit: Union[int, Omit] = omit,
        page: Union[str, Omit, None] = omit,
        source: Union[str, Omit, None] = omit,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> AsyncPaginator[SkillListResponse, AsyncPageCursor[SkillListResponse]]:
        """Lists the skills of the workspace and those provided by Anthropic.

        Args:
            limit: How many skills per page, 1 to 100; 20 when absent.
            page: Token of the page to return, taken from `next_page` of the previous one. Null or
                absent returns the first page.
            source: Return only `custom` skills (your own) or only `anthropic` ones. Null or absent
                returns both.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return self._get_api_list(
            "/v1/skills?beta=true",
            page=AsyncPageCursor[SkillListResponse],
            model=SkillListResponse,
            options=make_request_options(
                query={
                    "limit": limit,
                    "page": page,
                    "source": source,
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
        skill_id: str,
        *,
        betas: Union[List[types.AnthropicBetaParam], Omit] = omit,
        extra_headers: Optional[Headers] = None,
        extra_query: Optional[Query] = None,
        extra_body: Optional[Body] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
    ) -> SkillDeleteResponse:
        """Deletes a skill for good. Delete all of its versions first.

        Args:
            skill_id: ID of the skill to delete.
            betas: Beta features to switch on for this request, joined with commas into the
                `anthropic-beta` header.
        """
        return await self._delete(
            path_template("/v1/skills/{skill_id}?beta=true", skill_id=skill_id),
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
            cast_to=SkillDeleteResponse,
        )


class SkillsWithRawResponse:
    def __init__(self, skills: Skills) -> None:
        self._skills = skills
        self.create = to_legacy_response_wrapper(self._skills.create)
        self.retrieve = to_legacy_response_wrapper(self._skills.retrieve)
        self.list = to_legacy_response_wrapper(self._skills.list)
        self.delete = to_legacy_response_wrapper(self._skills.delete)

    @cached_property
    def versions(self) -> VersionsWithRawResponse:
        from .versions import VersionsWithRawResponse

        return VersionsWithRawResponse(self._skills.versions)


class AsyncSkillsWithRawResponse:
    def __init__(self, skills: AsyncSkills) -> None:
        self._skills = skills
        self.create = async_to_legacy_response_wrapper(self._skills.create)
        self.retrieve = async_to_legacy_response_wrapper(self._skills.retrieve)
        self.list = async_to_legacy_response_wrapper(self._skills.list)
        self.delete = async_to_legacy_response_wrapper(self._skills.delete)

    @cached_property
    def versions(self) -> AsyncVersionsWithRawResponse:
        from .versions import AsyncVersionsWithRawResponse

        return AsyncVersionsWithRawResponse(self._skills.versions)


class SkillsWithStreamingResponse:
    def __init__(self, skills: Skills) -> None:
        self._skills = skills
        self.create = to_streamed_response_wrapper(self._skills.create)
        self.retrieve = to_streamed_response_wrapper(self._skills.retrieve)
        self.list = to_streamed_response_wrapper(self._skills.list)
        self.delete = to_streamed_response_wrapper(self._skills.delete)

    @cached_property
    def versions(self) -> VersionsWithStreamingResponse:
        from .versions import VersionsWithStreamingResponse

        return VersionsWithStreamingResponse(self._skills.versions)


class AsyncSkillsWithStreamingResponse:
    def __init__(self, skills: AsyncSkills) -> None:
        self._skills = skills
        self.create = async_to_streamed_response_wrapper(self._skills.create)
        self.retrieve = async_to_streamed_response_wrapper(self._skills.retrieve)
        self.list = async_to_streamed_response_wrapper(self._skills.list)
        self.delete = async_to_streamed_response_wrapper(self._skills.delete)

    @cached_property
    def versions(self) -> AsyncVersionsWithStreamingResponse:
        from .versions import AsyncVersionsWithStreamingResponse

        return AsyncVersionsWithStreamingResponse(self._skills.versions)
