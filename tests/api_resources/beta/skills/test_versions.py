# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import pytest

from anthropic import AsyncAnthropic, Anthropic
from anthropic.pagination import AsyncPageCursor, SyncPageCursor
from anthropic.types.beta.skills.version_create_response import VersionCreateResponse
from anthropic.types.beta.skills.version_delete_response import VersionDeleteResponse
from anthropic.types.beta.skills.version_list_response import VersionListResponse
from anthropic.types.beta.skills.version_retrieve_response import VersionRetrieveResponse
from tests.api_objects import ApiObjects
from tests.matching import assert_matches_type


class TestVersions:
    def test_create(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.versions.create(
            skill_id=objects.existing("skill_id"),
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        )
        assert_matches_type(VersionCreateResponse, result)

    def test_create_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.versions.create(
            skill_id=objects.existing("skill_id"),
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
            betas=["string"],
        )
        assert_matches_type(VersionCreateResponse, result)

    def test_raw_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.skills.versions.with_raw_response.create(
            skill_id=objects.existing("skill_id"),
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(VersionCreateResponse, response.parse())

    def test_streaming_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.skills.versions.with_streaming_response.create(
            skill_id=objects.existing("skill_id"),
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(VersionCreateResponse, response.parse())
        assert response.is_closed

    def test_create_needs_skill_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            client.beta.skills.versions.create(
                skill_id="",
                files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
            )

    def test_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.versions.retrieve(
            skill_id=objects.existing("skill_id"),
            version=objects.existing("version"),
        )
        assert_matches_type(VersionRetrieveResponse, result)

    def test_retrieve_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.versions.retrieve(
            skill_id=objects.existing("skill_id"),
            version=objects.existing("version"),
            betas=["string"],
        )
        assert_matches_type(VersionRetrieveResponse, result)

    def test_raw_response_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.skills.versions.with_raw_response.retrieve(
            skill_id=objects.existing("skill_id"),
            version=objects.existing("version"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(VersionRetrieveResponse, response.parse())

    def test_streaming_response_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.skills.versions.with_streaming_response.retrieve(
            skill_id=objects.existing("skill_id"),
            version=objects.existing("version"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(VersionRetrieveResponse, response.parse())
        assert response.is_closed

    def test_retrieve_needs_version(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `version`"):
            client.beta.skills.versions.retrieve(
                skill_id=objects.existing("skill_id"),
                version="",
            )

    def test_retrieve_needs_skill_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            client.beta.skills.versions.retrieve(
                skill_id="",
                version=objects.existing("version"),
            )

    def test_list(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.versions.list(
            skill_id=objects.existing("skill_id"),
        )
        assert_matches_type(SyncPageCursor[VersionListResponse], result)

    def test_list_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.versions.list(
            skill_id=objects.existing("skill_id"),
            limit=20,
            page="string",
            betas=["string"],
        )
        assert_matches_type(SyncPageCursor[VersionListResponse], result)

    def test_raw_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.skills.versions.with_raw_response.list(
            skill_id=objects.existing("skill_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SyncPageCursor[VersionListResponse], response.parse())

    def test_streaming_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.skills.versions.with_streaming_response.list(
            skill_id=objects.existing("skill_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SyncPageCursor[VersionListResponse], response.parse())
        assert response.is_closed

    def test_list_needs_skill_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            client.beta.skills.versions.list(
                skill_id="",
            )

    def test_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.versions.delete(
            skill_id=objects.fresh("skill_id"),
            version=objects.fresh("version"),
        )
        assert_matches_type(VersionDeleteResponse, result)

    def test_delete_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.skills.versions.delete(
            skill_id=objects.fresh("skill_id"),
            version=objects.fresh("version"),
            betas=["string"],
        )
        assert_matches_type(VersionDeleteResponse, result)

    def test_raw_response_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.skills.versions.with_raw_response.delete(
            skill_id=objects.fresh("skill_id"),
            version=objects.fresh("version"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(VersionDeleteResponse, response.parse())

    def test_streaming_response_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.skills.versions.with_streaming_response.delete(
            skill_id=objects.fresh("skill_id"),
            version=objects.fresh("version"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(VersionDeleteResponse, response.parse())
        assert response.is_closed

    def test_delete_needs_version(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `version`"):
            client.beta.skills.versions.delete(
                skill_id=objects.fresh("skill_id"),
                version="",
            )

    def test_delete_needs_skill_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            client.beta.skills.versions.delete(
                skill_id="",
                version=objects.fresh("version"),
            )


class TestAsyncVersions:
    async def test_create(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.skills.versions.create(
            skill_id=objects.existing("skill_id"),
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        )
        assert_matches_type(VersionCreateResponse, result)

    async def test_create_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.skills.versions.create(
            skill_id=objects.existing("skill_id"),
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
            betas=["string"],
        )
        assert_matches_type(VersionCreateResponse, result)

    async def test_raw_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.skills.versions.with_raw_response.create(
            skill_id=objects.existing("skill_id"),
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(VersionCreateResponse, response.parse())

    async def test_streaming_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.skills.versions.with_streaming_response.create(
            skill_id=objects.existing("skill_id"),
            files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(VersionCreateResponse, await response.parse())
        assert response.is_closed

    async def test_create_needs_skill_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            await async_client.beta.skills.versions.create(
                skill_id="",
                files=[("sample.txt", b"---\nname: sample\ndescription: A sample file.\n---\n")],
            )

    async def test_retrieve(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.skills.versions.retrieve(
            skill_id=objects.existing("skill_id"),
            version=objects.existing("version"),
        )
        assert_matches_type(VersionRetrieveResponse, result)

    async def test_retrieve_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.skills.versions.retrieve(
            skill_id=objects.existing("skill_id"),
            version=objects.existing("version"),
            betas=["string"],
        )
        assert_matches_type(VersionRetrieveResponse, result)

    async def test_raw_response_retrieve(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.skills.versions.with_raw_response.retrieve(
            skill_id=objects.existing("skill_id"),
            version=objects.existing("version"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(VersionRetrieveResponse, response.parse())

    async def test_streaming_response_retrieve(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.skills.versions.with_streaming_response.retrieve(
            skill_id=objects.existing("skill_id"),
            version=objects.existing("version"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(VersionRetrieveResponse, await response.parse())
        assert response.is_closed

    async def test_retrieve_needs_version(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `version`"):
            await async_client.beta.skills.versions.retrieve(
                skill_id=objects.existing("skill_id"),
                version="",
            )

    async def test_retrieve_needs_skill_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            await async_client.beta.skills.versions.retrieve(
                skill_id="",
                version=objects.existing("version"),
            )

    async def test_list(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.skills.versions.list(
            skill_id=objects.existing("skill_id"),
        )
        assert_matches_type(AsyncPageCursor[VersionListResponse], result)

    async def test_list_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.skills.versions.list(
            skill_id=objects.existing("skill_id"),
            limit=20,
            page="string",
            betas=["string"],
        )
        assert_matches_type(AsyncPageCursor[VersionListResponse], result)

    async def test_raw_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.skills.versions.with_raw_response.list(
            skill_id=objects.existing("skill_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(AsyncPageCursor[VersionListResponse], response.parse())

    async def test_streaming_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.skills.versions.with_streaming_response.list(
            skill_id=objects.existing("skill_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(AsyncPageCursor[VersionListResponse], await response.parse())
        assert response.is_closed

    async def test_list_needs_skill_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            await async_client.beta.skills.versions.list(
                skill_id="",
            )

    async def test_delete(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.skills.versions.delete(
            skill_id=objects.fresh("skill_id"),
            version=objects.fresh("version"),
        )
        assert_matches_type(VersionDeleteResponse, result)

    async def test_delete_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.skills.versions.delete(
            skill_id=objects.fresh("skill_id"),
            version=objects.fresh("version"),
            betas=["string"],
        )
        assert_matches_type(VersionDeleteResponse, result)

    async def test_raw_response_delete(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.skills.versions.with_raw_response.delete(
            skill_id=objects.fresh("skill_id"),
            version=objects.fresh("version"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(VersionDeleteResponse, response.parse())

    async def test_streaming_response_delete(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.skills.versions.with_streaming_response.delete(
            skill_id=objects.fresh("skill_id"),
            version=objects.fresh("version"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(VersionDeleteResponse, await response.parse())
        assert response.is_closed

    async def test_delete_needs_version(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `version`"):
            await async_client.beta.skills.versions.delete(
                skill_id=objects.fresh("skill_id"),
                version="",
            )

    async def test_delete_needs_skill_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `skill_id`"):
            await async_client.beta.skills.versions.delete(
                skill_id="",
                version=objects.fresh("version"),
            )
