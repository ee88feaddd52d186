# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import pytest

from simple_get import AsyncZoo, Zoo
from simple_get.types.animal import Animal
from tests.api_objects import ApiObjects
from tests.matching import assert_matches_type


class TestAnimals:
    def test_retrieve(self, client: Zoo, objects: ApiObjects) -> None:
        result = client.animals.retrieve(
            animal_id=objects.existing("animal_id"),
        )
        assert_matches_type(Animal, result)

    def test_raw_response_retrieve(self, client: Zoo, objects: ApiObjects) -> None:
        response = client.animals.with_raw_response.retrieve(
            animal_id=objects.existing("animal_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(Animal, response.parse())

    def test_streaming_response_retrieve(self, client: Zoo, objects: ApiObjects) -> None:
        with client.animals.with_streaming_response.retrieve(
            animal_id=objects.existing("animal_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(Animal, response.parse())
        assert response.is_closed

    def test_retrieve_needs_animal_id(self, client: Zoo, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `animal_id`"):
            client.animals.retrieve(
                animal_id="",
            )


class TestAsyncAnimals:
    async def test_retrieve(self, async_client: AsyncZoo, objects: ApiObjects) -> None:
        result = await async_client.animals.retrieve(
            animal_id=objects.existing("animal_id"),
        )
        assert_matches_type(Animal, result)

    async def test_raw_response_retrieve(self, async_client: AsyncZoo, objects: ApiObjects) -> None:
        response = await async_client.animals.with_raw_response.retrieve(
            animal_id=objects.existing("animal_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(Animal, response.parse())

    async def test_streaming_response_retrieve(
        self, async_client: AsyncZoo, objects: ApiObjects
    ) -> None:
        async with async_client.animals.with_streaming_response.retrieve(
            animal_id=objects.existing("animal_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(Animal, await response.parse())
        assert response.is_closed

    async def test_retrieve_needs_animal_id(
        self, async_client: AsyncZoo, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `animal_id`"):
            await async_client.animals.retrieve(
                animal_id="",
            )
