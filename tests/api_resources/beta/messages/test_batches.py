# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import pytest

from anthropic import AsyncAnthropic, Anthropic
from anthropic.pagination import AsyncPage, SyncPage
from anthropic.types.beta.messages.beta_deleted_message_batch import BetaDeletedMessageBatch
from anthropic.types.beta.messages.beta_message_batch import BetaMessageBatch
from anthropic.types.beta.messages.beta_message_batch_individual_response import (
    BetaMessageBatchIndividualResponse,
)
from tests.api_objects import ApiObjects
from tests.matching import assert_matches_type


class TestBatches:
    def test_create(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.create(
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
        assert_matches_type(BetaMessageBatch, result)

    def test_create_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.create(
            requests=[
                {
                    "custom_id": "string",
                    "params": {
                        "max_tokens": 1,
                        "messages": [
                            {"content": [{"text": "string", "type": "text"}], "role": "user"}
                        ],
                        "model": "claude-opus-4-6",
                        "container": {
                            "id": "string",
                            "skills": [
                                {"skill_id": "string", "type": "anthropic", "version": "string"}
                            ],
                        },
                        "context_management": {
                            "edits": [
                                {
                                    "type": "clear_tool_uses_20250919",
                                    "clear_at_least": {"type": "input_tokens", "value": 1},
                                    "clear_tool_inputs": ["string"],
                                    "exclude_tools": ["string"],
                                    "keep": {"type": "tool_uses", "value": 1},
                                    "trigger": {"type": "input_tokens", "value": 1},
                                }
                            ]
                        },
                        "inference_geo": "string",
                        "mcp_servers": [
                            {
                                "name": "string",
                                "type": "url",
                                "url": "string",
                                "authorization_token": "string",
                                "tool_configuration": {
                                    "allowed_tools": ["string"],
                                    "enabled": True,
                                },
                            }
                        ],
                        "metadata": {"user_id": "string"},
                        "output_config": {
                            "effort": "low",
                            "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
                        },
                        "service_tier": "auto",
                        "speed": "standard",
                        "stop_sequences": ["string"],
                        "system": [
                            {
                                "text": "string",
                                "type": "text",
                                "cache_control": {"type": "ephemeral", "ttl": "5m"},
                                "citations": [
                                    {
                                        "cited_text": "string",
                                        "document_index": 1,
                                        "document_title": "string",
                                        "end_char_index": 1,
                                        "start_char_index": 1,
                                        "type": "char_location",
                                    }
                                ],
                            }
                        ],
                        "temperature": 0.5,
                        "thinking": {"budget_tokens": 1024, "type": "enabled"},
                        "tool_choice": {"type": "auto", "disable_parallel_tool_use": True},
                        "tools": [
                            {
                                "input_schema": {
                                    "type": "object",
                                    "properties": {"foo": "bar"},
                                    "required": ["string"],
                                },
                                "name": "string",
                                "allowed_callers": ["direct"],
                                "cache_control": {"type": "ephemeral", "ttl": "5m"},
                                "defer_loading": True,
                                "description": "string",
                                "eager_input_streaming": True,
                                "input_examples": [{"foo": "bar"}],
                                "strict": True,
                                "type": "custom",
                            }
                        ],
                        "top_k": 1,
                        "top_p": 0.5,
                        "stream": False,
                    },
                }
            ],
            betas=["string"],
        )
        assert_matches_type(BetaMessageBatch, result)

    def test_raw_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.messages.batches.with_raw_response.create(
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
        assert_matches_type(BetaMessageBatch, response.parse())

    def test_streaming_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.messages.batches.with_streaming_response.create(
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
            assert_matches_type(BetaMessageBatch, response.parse())
        assert response.is_closed

    def test_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert_matches_type(BetaMessageBatch, result)

    def test_retrieve_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
            betas=["string"],
        )
        assert_matches_type(BetaMessageBatch, result)

    def test_raw_response_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.messages.batches.with_raw_response.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(BetaMessageBatch, response.parse())

    def test_streaming_response_retrieve(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.messages.batches.with_streaming_response.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(BetaMessageBatch, response.parse())
        assert response.is_closed

    def test_retrieve_needs_message_batch_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            client.beta.messages.batches.retrieve(
                message_batch_id="",
            )

    def test_list(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.list()
        assert_matches_type(SyncPage[BetaMessageBatch], result)

    def test_list_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.list(
            after_id="string",
            before_id="string",
            limit=20,
            betas=["string"],
        )
        assert_matches_type(SyncPage[BetaMessageBatch], result)

    def test_raw_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.messages.batches.with_raw_response.list()
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(SyncPage[BetaMessageBatch], response.parse())

    def test_streaming_response_list(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.messages.batches.with_streaming_response.list() as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(SyncPage[BetaMessageBatch], response.parse())
        assert response.is_closed

    def test_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        )
        assert_matches_type(BetaDeletedMessageBatch, result)

    def test_delete_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.delete(
            message_batch_id=objects.fresh("message_batch_id"),
            betas=["string"],
        )
        assert_matches_type(BetaDeletedMessageBatch, result)

    def test_raw_response_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.messages.batches.with_raw_response.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(BetaDeletedMessageBatch, response.parse())

    def test_streaming_response_delete(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.messages.batches.with_streaming_response.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(BetaDeletedMessageBatch, response.parse())
        assert response.is_closed

    def test_delete_needs_message_batch_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            client.beta.messages.batches.delete(
                message_batch_id="",
            )

    def test_cancel(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert_matches_type(BetaMessageBatch, result)

    def test_cancel_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.cancel(
            message_batch_id=objects.existing("message_batch_id"),
            betas=["string"],
        )
        assert_matches_type(BetaMessageBatch, result)

    def test_raw_response_cancel(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.messages.batches.with_raw_response.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(BetaMessageBatch, response.parse())

    def test_streaming_response_cancel(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.messages.batches.with_streaming_response.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(BetaMessageBatch, response.parse())
        assert response.is_closed

    def test_cancel_needs_message_batch_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            client.beta.messages.batches.cancel(
                message_batch_id="",
            )

    @pytest.mark.local_only
    def test_results(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.results(
            message_batch_id=objects.finished("message_batch_id"),
        )
        for item in [entry for entry in result]:
            assert_matches_type(BetaMessageBatchIndividualResponse, item)

    @pytest.mark.local_only
    def test_results_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.batches.results(
            message_batch_id=objects.finished("message_batch_id"),
            betas=["string"],
        )
        for item in [entry for entry in result]:
            assert_matches_type(BetaMessageBatchIndividualResponse, item)

    @pytest.mark.local_only
    def test_results_needs_message_batch_id(self, client: Anthropic, objects: ApiObjects) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            client.beta.messages.batches.results(
                message_batch_id="",
            )


class TestAsyncBatches:
    async def test_create(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.messages.batches.create(
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
        assert_matches_type(BetaMessageBatch, result)

    async def test_create_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.messages.batches.create(
            requests=[
                {
                    "custom_id": "string",
                    "params": {
                        "max_tokens": 1,
                        "messages": [
                            {"content": [{"text": "string", "type": "text"}], "role": "user"}
                        ],
                        "model": "claude-opus-4-6",
                        "container": {
                            "id": "string",
                            "skills": [
                                {"skill_id": "string", "type": "anthropic", "version": "string"}
                            ],
                        },
                        "context_management": {
                            "edits": [
                                {
                                    "type": "clear_tool_uses_20250919",
                                    "clear_at_least": {"type": "input_tokens", "value": 1},
                                    "clear_tool_inputs": ["string"],
                                    "exclude_tools": ["string"],
                                    "keep": {"type": "tool_uses", "value": 1},
                                    "trigger": {"type": "input_tokens", "value": 1},
                                }
                            ]
                        },
                        "inference_geo": "string",
                        "mcp_servers": [
                            {
                                "name": "string",
                                "type": "url",
                                "url": "string",
                                "authorization_token": "string",
                                "tool_configuration": {
                                    "allowed_tools": ["string"],
                                    "enabled": True,
                                },
                            }
                        ],
                        "metadata": {"user_id": "string"},
                        "output_config": {
                            "effort": "low",
                            "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
                        },
                        "service_tier": "auto",
                        "speed": "standard",
                        "stop_sequences": ["string"],
                        "system": [
                            {
                                "text": "string",
                                "type": "text",
                                "cache_control": {"type": "ephemeral", "ttl": "5m"},
                                "citations": [
                                    {
                                        "cited_text": "string",
                                        "document_index": 1,
                                        "document_title": "string",
                                        "end_char_index": 1,
                                        "start_char_index": 1,
                                        "type": "char_location",
                                    }
                                ],
                            }
                        ],
                        "temperature": 0.5,
                        "thinking": {"budget_tokens": 1024, "type": "enabled"},
                        "tool_choice": {"type": "auto", "disable_parallel_tool_use": True},
                        "tools": [
                            {
                                "input_schema": {
                                    "type": "object",
                                    "properties": {"foo": "bar"},
                                    "required": ["string"],
                                },
                                "name": "string",
                                "allowed_callers": ["direct"],
                                "cache_control": {"type": "ephemeral", "ttl": "5m"},
                                "defer_loading": True,
                                "description": "string",
                                "eager_input_streaming": True,
                                "input_examples": [{"foo": "bar"}],
                                "strict": True,
                                "type": "custom",
                            }
                        ],
                        "top_k": 1,
                        "top_p": 0.5,
                        "stream": False,
                    },
                }
            ],
            betas=["string"],
        )
        assert_matches_type(BetaMessageBatch, result)

    async def test_raw_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.messages.batches.with_raw_response.create(
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
        assert_matches_type(BetaMessageBatch, response.parse())

    async def test_streaming_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.messages.batches.with_streaming_response.create(
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
            assert_matches_type(BetaMessageBatch, await response.parse())
        assert response.is_closed

    async def test_retrieve(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.messages.batches.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert_matches_type(BetaMessageBatch, result)

    async def test_retrieve_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.messages.batches.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
            betas=["string"],
        )
        assert_matches_type(BetaMessageBatch, result)

    async def test_raw_response_retrieve(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.messages.batches.with_raw_response.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(BetaMessageBatch, response.parse())

    async def test_streaming_response_retrieve(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.messages.batches.with_streaming_response.retrieve(
            message_batch_id=objects.existing("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(BetaMessageBatch, await response.parse())
        assert response.is_closed

    async def test_retrieve_needs_message_batch_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            await async_client.beta.messages.batches.retrieve(
                message_batch_id="",
            )

    async def test_list(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.messages.batches.list()
        assert_matches_type(AsyncPage[BetaMessageBatch], result)

    async def test_list_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.messages.batches.list(
            after_id="string",
            before_id="string",
            limit=20,
            betas=["string"],
        )
        assert_matches_type(AsyncPage[BetaMessageBatch], result)

    async def test_raw_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.messages.batches.with_raw_response.list()
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(AsyncPage[BetaMessageBatch], response.parse())

    async def test_streaming_response_list(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.messages.batches.with_streaming_response.list() as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(AsyncPage[BetaMessageBatch], await response.parse())
        assert response.is_closed

    async def test_delete(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.messages.batches.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        )
        assert_matches_type(BetaDeletedMessageBatch, result)

    async def test_delete_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.messages.batches.delete(
            message_batch_id=objects.fresh("message_batch_id"),
            betas=["string"],
        )
        assert_matches_type(BetaDeletedMessageBatch, result)

    async def test_raw_response_delete(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.messages.batches.with_raw_response.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(BetaDeletedMessageBatch, response.parse())

    async def test_streaming_response_delete(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.messages.batches.with_streaming_response.delete(
            message_batch_id=objects.fresh("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(BetaDeletedMessageBatch, await response.parse())
        assert response.is_closed

    async def test_delete_needs_message_batch_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            await async_client.beta.messages.batches.delete(
                message_batch_id="",
            )

    async def test_cancel(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.messages.batches.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert_matches_type(BetaMessageBatch, result)

    async def test_cancel_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.messages.batches.cancel(
            message_batch_id=objects.existing("message_batch_id"),
            betas=["string"],
        )
        assert_matches_type(BetaMessageBatch, result)

    async def test_raw_response_cancel(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.messages.batches.with_raw_response.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(BetaMessageBatch, response.parse())

    async def test_streaming_response_cancel(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.messages.batches.with_streaming_response.cancel(
            message_batch_id=objects.existing("message_batch_id"),
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(BetaMessageBatch, await response.parse())
        assert response.is_closed

    async def test_cancel_needs_message_batch_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            await async_client.beta.messages.batches.cancel(
                message_batch_id="",
            )

    @pytest.mark.local_only
    async def test_results(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.messages.batches.results(
            message_batch_id=objects.finished("message_batch_id"),
        )
        for item in [entry async for entry in result]:
            assert_matches_type(BetaMessageBatchIndividualResponse, item)

    @pytest.mark.local_only
    async def test_results_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.messages.batches.results(
            message_batch_id=objects.finished("message_batch_id"),
            betas=["string"],
        )
        for item in [entry async for entry in result]:
            assert_matches_type(BetaMessageBatchIndividualResponse, item)

    @pytest.mark.local_only
    async def test_results_needs_message_batch_id(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        with pytest.raises(ValueError, match="Expected a non-empty value for `message_batch_id`"):
            await async_client.beta.messages.batches.results(
                message_batch_id="",
            )
