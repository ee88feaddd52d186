# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import pytest

from anthropic import AsyncAnthropic, Anthropic
from anthropic.pagination import AsyncPage, SyncPage
from anthropic.types.model_info import ModelInfo
from tests.api_objects import ApiObjects
from tests.matching import assert_matches_type


class TestModels:
    def test_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.models.retrieve(
            model_id=objects.existing("model_id"),
        )
        assert_matches_type(ModelInfo, result)

    def test_retrieve_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.models.retrieve(
            model_id=objects.existing("model_id"),
            betas=["string"],
        )
        assert_matches_type(ModelInfo, result)

    def test_raw_response_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.models.with_raw_response.retrieve(
            model_id=objects.existing("model_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(ModelInfo, response.parse())

    def test_streaming_response_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.models.with_streaming_response.retrieve(
            model_id=objects.existing("model_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(ModelInfo, response.parse())
        assert response.is_closed

    def test_retrieve_needs_model_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `model_id`"):
            client.models.retrieve(
                model_id="",
            )

    def test_list(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.models.list()
        assert_matches_type(SyncPage[ModelInfo], result)

    def test_list_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.models.list(
            after_id="string",
            before_id="string",
            limit=20,
            betas=["string"],
        )
        assert_matches_type(SyncPage[ModelInfo], result)

    def test_raw_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.models.with_raw_response.list()
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SyncPage[ModelInfo], response.parse())

    def test_streaming_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.models.with_streaming_response.list() as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SyncPage[ModelInfo], response.parse())
        assert response.is_closed


class TestAsyncModels:
    async def test_retrieve(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.models.retrieve(
            model_id=objects.existing("model_id"),
        )
        assert_matches_type(ModelInfo, result)

    async def test_retrieve_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.models.retrieve(
            model_id=objects.existing("model_id"),
            betas=["string"],
        )
        assert_matches_type(ModelInfo, result)

    async def test_raw_response_retrieve(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.models.with_raw_response.retrieve(
            model_id=objects.existing("model_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(ModelInfo, response.parse())

    async def test_streaming_response_retrieve(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.models.with_streaming_response.retrieve(
            model_id=objects.existing("model_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(ModelInfo, await response.parse())
        assert response.is_closed

    async def test_retrieve_needs_model_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `model_id`"):
            await async_client.models.retrieve(
                model_id="",
            )

    async def test_list(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.models.list()
        assert_matches_type(AsyncPage[ModelInfo], result)

    async def test_list_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.models.list(
            after_id="string",
            before_id="string",
            limit=20,
            betas=["string"],
        )
        assert_matches_type(AsyncPage[ModelInfo], result)

    async def test_raw_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.models.with_raw_response.list()
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(AsyncPage[ModelInfo], response.parse())

    async def test_streaming_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.models.with_streaming_response.list() as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(AsyncPage[ModelInfo], await response.parse())
        assert response.is_closed
