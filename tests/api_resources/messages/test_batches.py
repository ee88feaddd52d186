# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import pytest

from anthropic import AsyncAnthropic, Anthropic
from anthropic.pagination import AsyncPage, SyncPage
from anthropic.types.messages.deleted_message_batch import DeletedMessageBatch
from anthropic.types.messages.message_batch import MessageBatch
from anthropic.types.messages.message_batch_individual_response import (
    MessageBatchIndividualResponse,
)
from tests.api_objects import ApiObjects
from tests.matching import assert_matches_type


class TestBatches:
    def test_create(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.batches.create(
            requests=[
                {
                    "custom_id": "string",
                    "params": {
                        "max_tokens": 1,
                        "messages": [{"content": "string", "role": "user"}],
                        "model": "string",
                    },
                }
            ],
        )
        assert_matches_type(MessageBatch, result)

    def test_raw_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.messages.batches.with_raw_response.create(
            requests=[
                {
                    "custom_id": "string",
                    "params": {
                        "max_tokens": 1,
                        "messages": [{"content": "string", "role": "user"}],
                        "model": "string",
                    },
                }
            ],
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(MessageBatch, response.parse())

    def test_streaming_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.messages.batches.with_streaming_response.create(
            requests=[
                {
                    "custom_id": "string",
                    "params": {
                        "max_tokens": 1,
                        "messages": [{"content": "string", "role": "user"}],
                        "model": "string",
                    },
                }
            ],
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(MessageBatch, response.parse())
        assert response.is_closed

    def test_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.batches.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert_matches_type(MessageBatch, result)

    def test_raw_response_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.messages.batches.with_raw_response.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(MessageBatch, response.parse())

    def test_streaming_response_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.messages.batches.with_streaming_response.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(MessageBatch, response.parse())
        assert response.is_closed

    def test_retrieve_needs_message_batch_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            client.messages.batches.retrieve(
                message_batch_id="",
            )

    def test_list(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.batches.list()
        assert_matches_type(SyncPage[MessageBatch], result)

    def test_list_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.batches.list(
            after_id="string",
            before_id="string",
            limit=20,
        )
        assert_matches_type(SyncPage[MessageBatch], result)

    def test_raw_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.messages.batches.with_raw_response.list()
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SyncPage[MessageBatch], response.parse())

    def test_streaming_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.messages.batches.with_streaming_response.list() as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SyncPage[MessageBatch], response.parse())
        assert response.is_closed

    def test_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.batches.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        )
        assert_matches_type(DeletedMessageBatch, result)

    def test_raw_response_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.messages.batches.with_raw_response.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(DeletedMessageBatch, response.parse())

    def test_streaming_response_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.messages.batches.with_streaming_response.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(DeletedMessageBatch, response.parse())
        assert response.is_closed

    def test_delete_needs_message_batch_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            client.messages.batches.delete(
                message_batch_id="",
            )

    def test_cancel(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.batches.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert_matches_type(MessageBatch, result)

    def test_raw_response_cancel(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.messages.batches.with_raw_response.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(MessageBatch, response.parse())

    def test_streaming_response_cancel(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.messages.batches.with_streaming_response.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(MessageBatch, response.parse())
        assert response.is_closed

    def test_cancel_needs_message_batch_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            client.messages.batches.cancel(
                message_batch_id="",
            )

    @pytest.mark.local_only
    def test_results(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.batches.results(
            message_batch_id=objects.finished("message_batch_id"),
        )
        for item in [entry for entry in result]:
            assert_matches_type(MessageBatchIndividualResponse, item)

    @pytest.mark.local_only
    def test_results_needs_message_batch_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            client.messages.batches.results(
                message_batch_id="",
            )


class TestAsyncBatches:
    async def test_create(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.messages.batches.create(
            requests=[
                {
                    "custom_id": "string",
                    "params": {
                        "max_tokens": 1,
                        "messages": [{"content": "string", "role": "user"}],
                        "model": "string",
                    },
                }
            ],
        )
        assert_matches_type(MessageBatch, result)

    async def test_raw_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.messages.batches.with_raw_response.create(
            requests=[
                {
                    "custom_id": "string",
                    "params": {
                        "max_tokens": 1,
                        "messages": [{"content": "string", "role": "user"}],
                        "model": "string",
                    },
                }
            ],
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(MessageBatch, response.parse())

    async def test_streaming_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.messages.batches.with_streaming_response.create(
            requests=[
                {
                    "custom_id": "string",
                    "params": {
                        "max_tokens": 1,
                        "messages": [{"content": "string", "role": "user"}],
                        "model": "string",
                    },
                }
            ],
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(MessageBatch, await response.parse())
        assert response.is_closed

    async def test_retrieve(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.messages.batches.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert_matches_type(MessageBatch, result)

    async def test_raw_response_retrieve(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.messages.batches.with_raw_response.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(MessageBatch, response.parse())

    async def test_streaming_response_retrieve(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.messages.batches.with_streaming_response.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(MessageBatch, await response.parse())
        assert response.is_closed

    async def test_retrieve_needs_message_batch_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            await async_client.messages.batches.retrieve(
                message_batch_id="",
            )

    async def test_list(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.messages.batches.list()
        assert_matches_type(AsyncPage[MessageBatch], result)

    async def test_list_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.messages.batches.list(
            after_id="string",
            before_id="string",
            limit=20,
        )
        assert_matches_type(AsyncPage[MessageBatch], result)

    async def test_raw_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.messages.batches.with_raw_response.list()
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(AsyncPage[MessageBatch], response.parse())

    async def test_streaming_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.messages.batches.with_streaming_response.list() as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(AsyncPage[MessageBatch], await response.parse())
        assert response.is_closed

    async def test_delete(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.messages.batches.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        )
        assert_matches_type(DeletedMessageBatch, result)

    async def test_raw_response_delete(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.messages.batches.with_raw_response.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(DeletedMessageBatch, response.parse())

    async def test_streaming_response_delete(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.messages.batches.with_streaming_response.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(DeletedMessageBatch, await response.parse())
        assert response.is_closed

    async def test_delete_needs_message_batch_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            await async_client.messages.batches.delete(
                message_batch_id="",
            )

    async def test_cancel(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.messages.batches.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert_matches_type(MessageBatch, result)

    async def test_raw_response_cancel(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.messages.batches.with_raw_response.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(MessageBatch, response.parse())

    async def test_streaming_response_cancel(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.messages.batches.with_streaming_response.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(MessageBatch, await response.parse())
        assert response.is_closed

    async def test_cancel_needs_message_batch_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            await async_client.messages.batches.cancel(
                message_batch_id="",
            )

    @pytest.mark.local_only
    async def test_results(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.messages.batches.results(
            message_batch_id=objects.finished("message_batch_id"),
        )
        for item in [entry async for entry in result]:
            assert_matches_type(MessageBatchIndividualResponse, item)

    @pytest.mark.local_only
    async def test_results_needs_message_batch_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            await async_client.messages.batches.results(
                message_batch_id="",
            )
