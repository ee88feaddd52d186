# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import pytest

from streaming import AsyncZoo, Zoo
from streaming.types.song import Song
from tests.api_objects import ApiObjects
from tests.matching import assert_matches_type


class TestSongs:
    def test_create(self, client: Zoo, objects: ApiObjects) -> None:
        result = client.songs.create(
            bird="string",
        )
        assert_matches_type(Song, result)

    def test_create_all_arguments(self, client: Zoo, objects: ApiObjects) -> None:
        result = client.songs.create(
            bird="string",
            loud=True,
        )
        assert_matches_type(Song, result)

    @pytest.mark.local_only
    def test_create_streaming(self, client: Zoo, objects: ApiObjects) -> None:
        result = client.songs.create(
            bird="string",
            stream=True,
        )
        events = [event for event in result]
        assert events
        for event in events:
            assert event.type

    @pytest.mark.local_only
    def test_create_streaming_all_arguments(self, client: Zoo, objects: ApiObjects) -> None:
        result = client.songs.create(
            bird="string",
            loud=True,
            stream=True,
        )
        events = [event for event in result]
        assert events
        for event in events:
            assert event.type

    def test_raw_response_create(self, client: Zoo, objects: ApiObjects) -> None:
        response = client.songs.with_raw_response.create(
            bird="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(Song, response.parse())

    def test_streaming_response_create(self, client: Zoo, objects: ApiObjects) -> None:
        with client.songs.with_streaming_response.create(
            bird="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(Song, response.parse())
        assert response.is_closed


class TestAsyncSongs:
    async def test_create(self, async_client: AsyncZoo, objects: ApiObjects) -> None:
        result = await async_client.songs.create(
            bird="string",
        )
        assert_matches_type(Song, result)

    async def test_create_all_arguments(self, async_client: AsyncZoo, objects: ApiObjects) -> None:
        result = await async_client.songs.create(
            bird="string",
            loud=True,
        )
        assert_matches_type(Song, result)

    @pytest.mark.local_only
    async def test_create_streaming(self, async_client: AsyncZoo, objects: ApiObjects) -> None:
        result = await async_client.songs.create(
            bird="string",
            stream=True,
        )
        events = [event async for event in result]
        assert events
        for event in events:
            assert event.type

    @pytest.mark.local_only
    async def test_create_streaming_all_arguments(
        self, async_client: AsyncZoo, objects: ApiObjects
    ) -> None:
        result = await async_client.songs.create(
            bird="string",
            loud=True,
            stream=True,
        )
        events = [event async for event in result]
        assert events
        for event in events:
            assert event.type

    async def test_raw_response_create(self, async_client: AsyncZoo, objects: ApiObjects) -> None:
        response = await async_client.songs.with_raw_response.create(
            bird="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(Song, response.parse())

    async def test_streaming_response_create(
        self, async_client: AsyncZoo, objects: ApiObjects
    ) -> None:
        async with async_client.songs.with_streaming_response.create(
            bird="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(Song, await response.parse())
        assert response.is_closed
