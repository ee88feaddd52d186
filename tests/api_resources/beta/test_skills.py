# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import pytest

from anthropic import AsyncAnthropic, Anthropic
from anthropic.pagination import AsyncPageCursor, SyncPageCursor
from anthropic.types.beta.skill_create_response import SkillCreateResponse
from anthropic.types.beta.skill_delete_response import SkillDeleteResponse
from anthropic.types.beta.skill_list_response import SkillListResponse
from anthropic.types.beta.skill_retrieve_response import SkillRetrieveResponse
from tests.api_objects import ApiObjects
from tests.matching import assert_matches_type


class TestSkills:
    def test_create(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.create(
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        )
        assert_matches_type(SkillCreateResponse, result)

    def test_create_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.create(
            display_title="string",
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
            betas=["string"],
        )
        assert_matches_type(SkillCreateResponse, result)

    def test_raw_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.skills.with_raw_response.create(
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SkillCreateResponse, response.parse())

    def test_streaming_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.skills.with_streaming_response.create(
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SkillCreateResponse, response.parse())
        assert response.is_closed

    def test_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.retrieve(
            skill_id=objects.existing("skill_id"),
        )
        assert_matches_type(SkillRetrieveResponse, result)

    def test_retrieve_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.retrieve(
            skill_id=objects.existing("skill_id"),
            betas=["string"],
        )
        assert_matches_type(SkillRetrieveResponse, result)

    def test_raw_response_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.skills.with_raw_response.retrieve(
            skill_id=objects.existing("skill_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SkillRetrieveResponse, response.parse())

    def test_streaming_response_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.skills.with_streaming_response.retrieve(
            skill_id=objects.existing("skill_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SkillRetrieveResponse, response.parse())
        assert response.is_closed

    def test_retrieve_needs_skill_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            client.beta.skills.retrieve(
                skill_id="",
            )

    def test_list(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.list()
        assert_matches_type(SyncPageCursor[SkillListResponse], result)

    def test_list_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.list(
            limit=20,
            page="string",
            source="string",
            betas=["string"],
        )
        assert_matches_type(SyncPageCursor[SkillListResponse], result)

    def test_raw_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.skills.with_raw_response.list()
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SyncPageCursor[SkillListResponse], response.parse())

    def test_streaming_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.skills.with_streaming_response.list() as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SyncPageCursor[SkillListResponse], response.parse())
        assert response.is_closed

    def test_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.delete(
            skill_id=objects.fresh("skill_id"),
        )
        assert_matches_type(SkillDeleteResponse, result)

    def test_delete_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.delete(
            skill_id=objects.fresh("skill_id"),
            betas=["string"],
        )
        assert_matches_type(SkillDeleteResponse, result)

    def test_raw_response_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.skills.with_raw_response.delete(
            skill_id=objects.fresh("skill_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SkillDeleteResponse, response.parse())

    def test_streaming_response_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.skills.with_streaming_response.delete(
            skill_id=objects.fresh("skill_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SkillDeleteResponse, response.parse())
        assert response.is_closed

    def test_delete_needs_skill_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            client.beta.skills.delete(
                skill_id="",
            )


class TestAsyncSkills:
    async def test_create(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.skills.create(
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        )
        assert_matches_type(SkillCreateResponse, result)

    async def test_create_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.skills.create(
            display_title="string",
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
            betas=["string"],
        )
        assert_matches_type(SkillCreateResponse, result)

    async def test_raw_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.skills.with_raw_response.create(
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SkillCreateResponse, response.parse())

    async def test_streaming_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.skills.with_streaming_response.create(
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SkillCreateResponse, await response.parse())
        assert response.is_closed

    async def test_retrieve(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.skills.retrieve(
            skill_id=objects.existing("skill_id"),
        )
        assert_matches_type(SkillRetrieveResponse, result)

    async def test_retrieve_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.skills.retrieve(
            skill_id=objects.existing("skill_id"),
            betas=["string"],
        )
        assert_matches_type(SkillRetrieveResponse, result)

    async def test_raw_response_retrieve(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.skills.with_raw_response.retrieve(
            skill_id=objects.existing("skill_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SkillRetrieveResponse, response.parse())

    async def test_streaming_response_retrieve(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.skills.with_streaming_response.retrieve(
            skill_id=objects.existing("skill_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SkillRetrieveResponse, await response.parse())
        assert response.is_closed

    async def test_retrieve_needs_skill_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            await async_client.beta.skills.retrieve(
                skill_id="",
            )

    async def test_list(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.skills.list()
        assert_matches_type(AsyncPageCursor[SkillListResponse], result)

    async def test_list_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.skills.list(
            limit=20,
            page="string",
            source="string",
            betas=["string"],
        )
        assert_matches_type(AsyncPageCursor[SkillListResponse], result)

    async def test_raw_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.skills.with_raw_response.list()
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(AsyncPageCursor[SkillListResponse], response.parse())

    async def test_streaming_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.skills.with_streaming_response.list() as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(AsyncPageCursor[SkillListResponse], await response.parse())
        assert response.is_closed

    async def test_delete(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.skills.delete(
            skill_id=objects.fresh("skill_id"),
        )
        assert_matches_type(SkillDeleteResponse, result)

    async def test_delete_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.skills.delete(
            skill_id=objects.fresh("skill_id"),
            betas=["string"],
        )
        assert_matches_type(SkillDeleteResponse, result)

    async def test_raw_response_delete(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.skills.with_raw_response.delete(
            skill_id=objects.fresh("skill_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SkillDeleteResponse, response.parse())

    async def test_streaming_response_delete(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.skills.with_streaming_response.delete(
            skill_id=objects.fresh("skill_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SkillDeleteResponse, await response.parse())
        assert response.is_closed

    async def test_delete_needs_skill_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            await async_client.beta.skills.delete(
                skill_id="",
            )
