# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import pytest

from anthropic import AsyncAnthropic, Anthropic
from anthropic.types.completion import Completion
from tests.api_objects import ApiObjects
from tests.matching import assert_matches_type


class TestCompletions:
    def test_create(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.completions.create(
            max_tokens_to_sample=1,
            model="string",
            prompt="string",
        )
        assert_matches_type(Completion, result)

    def test_create_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.completions.create(
            max_tokens_to_sample=1,
            model="claude-opus-4-6",
            prompt="string",
            metadata={"user_id": "string"},
            stop_sequences=["string"],
            temperature=0.5,
            top_k=1,
            top_p=0.5,
            betas=["string"],
        )
        assert_matches_type(Completion, result)

    @pytest.mark.local_only
    def test_create_streaming(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.completions.create(
            max_tokens_to_sample=1,
            model="string",
            prompt="string",
            stream=True,
        )
        events = [event for event in result]
        assert events
        for event in events:
            assert event.type

    @pytest.mark.local_only
    def test_create_streaming_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.completions.create(
            max_tokens_to_sample=1,
            model="claude-opus-4-6",
            prompt="string",
            metadata={"user_id": "string"},
            stop_sequences=["string"],
            temperature=0.5,
            top_k=1,
            top_p=0.5,
            betas=["string"],
            stream=True,
        )
        events = [event for event in result]
        assert events
        for event in events:
            assert event.type

    def test_raw_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.completions.with_raw_response.create(
            max_tokens_to_sample=1,
            model="string",
            prompt="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(Completion, response.parse())

    def test_streaming_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.completions.with_streaming_response.create(
            max_tokens_to_sample=1,
            model="string",
            prompt="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(Completion, response.parse())
        assert response.is_closed


class TestAsyncCompletions:
    async def test_create(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.completions.create(
            max_tokens_to_sample=1,
            model="string",
            prompt="string",
        )
        assert_matches_type(Completion, result)

    async def test_create_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.completions.create(
            max_tokens_to_sample=1,
            model="claude-opus-4-6",
            prompt="string",
            metadata={"user_id": "string"},
            stop_sequences=["string"],
            temperature=0.5,
            top_k=1,
            top_p=0.5,
            betas=["string"],
        )
        assert_matches_type(Completion, result)

    @pytest.mark.local_only
    async def test_create_streaming(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.completions.create(
            max_tokens_to_sample=1,
            model="string",
            prompt="string",
            stream=True,
        )
        events = [event async for event in result]
        assert events
        for event in events:
            assert event.type

    @pytest.mark.local_only
    async def test_create_streaming_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.completions.create(
            max_tokens_to_sample=1,
            model="claude-opus-4-6",
            prompt="string",
            metadata={"user_id": "string"},
            stop_sequences=["string"],
            temperature=0.5,
            top_k=1,
            top_p=0.5,
            betas=["string"],
            stream=True,
        )
        events = [event async for event in result]
        assert events
        for event in events:
            assert event.type

    async def test_raw_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.completions.with_raw_response.create(
            max_tokens_to_sample=1,
            model="string",
            prompt="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(Completion, response.parse())

    async def test_streaming_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.completions.with_streaming_response.create(
            max_tokens_to_sample=1,
            model="string",
            prompt="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(Completion, await response.parse())
        assert response.is_closed
