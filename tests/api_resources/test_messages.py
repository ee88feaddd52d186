# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import pytest

from anthropic import AsyncAnthropic, Anthropic
from anthropic.types.message import Message
from anthropic.types.message_tokens_count import MessageTokensCount
from tests.api_objects import ApiObjects
from tests.matching import assert_matches_type


class TestMessages:
    def test_create(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert_matches_type(Message, result)

    def test_create_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.create(
            max_tokens=1,
            messages=[
                {
                    "content": [
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
                    "role": "user",
                }
            ],
            model="claude-opus-4-6",
            inference_geo="string",
            metadata={"user_id": "string"},
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            service_tier="auto",
            stop_sequences=["string"],
            system=[
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
            temperature=0.5,
            thinking={"budget_tokens": 1024, "type": "enabled"},
            tool_choice={"type": "auto", "disable_parallel_tool_use": True},
            tools=[
                {
                    "input_schema": {
                        "type": "object",
                        "properties": {"foo": "bar"},
                        "required": ["string"],
                    },
                    "name": "string",
                    "cache_control": {"type": "ephemeral", "ttl": "5m"},
                    "description": "string",
                    "eager_input_streaming": True,
                    "strict": True,
                    "type": "custom",
                }
            ],
            top_k=1,
            top_p=0.5,
        )
        assert_matches_type(Message, result)

    @pytest.mark.local_only
    def test_create_streaming(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
            stream=True,
        )
        events = [event for event in result]
        assert events
        for event in events:
            assert event.type

    @pytest.mark.local_only
    def test_create_streaming_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.create(
            max_tokens=1,
            messages=[
                {
                    "content": [
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
                    "role": "user",
                }
            ],
            model="claude-opus-4-6",
            inference_geo="string",
            metadata={"user_id": "string"},
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            service_tier="auto",
            stop_sequences=["string"],
            system=[
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
            temperature=0.5,
            thinking={"budget_tokens": 1024, "type": "enabled"},
            tool_choice={"type": "auto", "disable_parallel_tool_use": True},
            tools=[
                {
                    "input_schema": {
                        "type": "object",
                        "properties": {"foo": "bar"},
                        "required": ["string"],
                    },
                    "name": "string",
                    "cache_control": {"type": "ephemeral", "ttl": "5m"},
                    "description": "string",
                    "eager_input_streaming": True,
                    "strict": True,
                    "type": "custom",
                }
            ],
            top_k=1,
            top_p=0.5,
            stream=True,
        )
        events = [event for event in result]
        assert events
        for event in events:
            assert event.type

    def test_raw_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.messages.with_raw_response.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(Message, response.parse())

    def test_streaming_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.messages.with_streaming_response.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(Message, response.parse())
        assert response.is_closed

    def test_count_tokens(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert_matches_type(MessageTokensCount, result)

    def test_count_tokens_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.messages.count_tokens(
            messages=[
                {
                    "content": [
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
                    "role": "user",
                }
            ],
            model="claude-opus-4-6",
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            output_format={"schema": {"foo": "bar"}, "type": "json_schema"},
            strict_schema=True,
            system=[
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
            thinking={"budget_tokens": 1024, "type": "enabled"},
            tool_choice={"type": "auto", "disable_parallel_tool_use": True},
            tools=[
                {
                    "input_schema": {
                        "type": "object",
                        "properties": {"foo": "bar"},
                        "required": ["string"],
                    },
                    "name": "string",
                    "cache_control": {"type": "ephemeral", "ttl": "5m"},
                    "description": "string",
                    "eager_input_streaming": True,
                    "strict": True,
                    "type": "custom",
                }
            ],
        )
        assert_matches_type(MessageTokensCount, result)

    def test_raw_response_count_tokens(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.messages.with_raw_response.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(MessageTokensCount, response.parse())

    def test_streaming_response_count_tokens(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.messages.with_streaming_response.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(MessageTokensCount, response.parse())
        assert response.is_closed


class TestAsyncMessages:
    async def test_create(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.messages.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert_matches_type(Message, result)

    async def test_create_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.messages.create(
            max_tokens=1,
            messages=[
                {
                    "content": [
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
                    "role": "user",
                }
            ],
            model="claude-opus-4-6",
            inference_geo="string",
            metadata={"user_id": "string"},
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            service_tier="auto",
            stop_sequences=["string"],
            system=[
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
            temperature=0.5,
            thinking={"budget_tokens": 1024, "type": "enabled"},
            tool_choice={"type": "auto", "disable_parallel_tool_use": True},
            tools=[
                {
                    "input_schema": {
                        "type": "object",
                        "properties": {"foo": "bar"},
                        "required": ["string"],
                    },
                    "name": "string",
                    "cache_control": {"type": "ephemeral", "ttl": "5m"},
                    "description": "string",
                    "eager_input_streaming": True,
                    "strict": True,
                    "type": "custom",
                }
            ],
            top_k=1,
            top_p=0.5,
        )
        assert_matches_type(Message, result)

    @pytest.mark.local_only
    async def test_create_streaming(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.messages.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
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
        result = await async_client.messages.create(
            max_tokens=1,
            messages=[
                {
                    "content": [
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
                    "role": "user",
                }
            ],
            model="claude-opus-4-6",
            inference_geo="string",
            metadata={"user_id": "string"},
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            service_tier="auto",
            stop_sequences=["string"],
            system=[
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
            temperature=0.5,
            thinking={"budget_tokens": 1024, "type": "enabled"},
            tool_choice={"type": "auto", "disable_parallel_tool_use": True},
            tools=[
                {
                    "input_schema": {
                        "type": "object",
                        "properties": {"foo": "bar"},
                        "required": ["string"],
                    },
                    "name": "string",
                    "cache_control": {"type": "ephemeral", "ttl": "5m"},
                    "description": "string",
                    "eager_input_streaming": True,
                    "strict": True,
                    "type": "custom",
                }
            ],
            top_k=1,
            top_p=0.5,
            stream=True,
        )
        events = [event async for event in result]
        assert events
        for event in events:
            assert event.type

    async def test_raw_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.messages.with_raw_response.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(Message, response.parse())

    async def test_streaming_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.messages.with_streaming_response.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(Message, await response.parse())
        assert response.is_closed

    async def test_count_tokens(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.messages.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert_matches_type(MessageTokensCount, result)

    async def test_count_tokens_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.messages.count_tokens(
            messages=[
                {
                    "content": [
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
                    "role": "user",
                }
            ],
            model="claude-opus-4-6",
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            output_format={"schema": {"foo": "bar"}, "type": "json_schema"},
            strict_schema=True,
            system=[
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
            thinking={"budget_tokens": 1024, "type": "enabled"},
            tool_choice={"type": "auto", "disable_parallel_tool_use": True},
            tools=[
                {
                    "input_schema": {
                        "type": "object",
                        "properties": {"foo": "bar"},
                        "required": ["string"],
                    },
                    "name": "string",
                    "cache_control": {"type": "ephemeral", "ttl": "5m"},
                    "description": "string",
                    "eager_input_streaming": True,
                    "strict": True,
                    "type": "custom",
                }
            ],
        )
        assert_matches_type(MessageTokensCount, result)

    async def test_raw_response_count_tokens(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.messages.with_raw_response.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(MessageTokensCount, response.parse())

    async def test_streaming_response_count_tokens(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.messages.with_streaming_response.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(MessageTokensCount, await response.parse())
        assert response.is_closed
