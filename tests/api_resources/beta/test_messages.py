# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import pytest

from anthropic import AsyncAnthropic, Anthropic
from anthropic.types.beta.beta_message import BetaMessage
from anthropic.types.beta.beta_message_tokens_count import BetaMessageTokensCount
from tests.api_objects import ApiObjects
from tests.matching import assert_matches_type


class TestMessages:
    def test_create(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert_matches_type(BetaMessage, result)

    def test_create_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.create(
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
            container={
                "id": "string",
                "skills": [{"skill_id": "string", "type": "anthropic", "version": "string"}],
            },
            context_management={
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
            inference_geo="string",
            mcp_servers=[
                {
                    "name": "string",
                    "type": "url",
                    "url": "string",
                    "authorization_token": "string",
                    "tool_configuration": {"allowed_tools": ["string"], "enabled": True},
                }
            ],
            metadata={"user_id": "string"},
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            service_tier="auto",
            speed="standard",
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
            top_k=1,
            top_p=0.5,
            betas=["string"],
        )
        assert_matches_type(BetaMessage, result)

    @pytest.mark.local_only
    def test_create_streaming(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.create(
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
        result = client.beta.messages.create(
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
            container={
                "id": "string",
                "skills": [{"skill_id": "string", "type": "anthropic", "version": "string"}],
            },
            context_management={
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
            inference_geo="string",
            mcp_servers=[
                {
                    "name": "string",
                    "type": "url",
                    "url": "string",
                    "authorization_token": "string",
                    "tool_configuration": {"allowed_tools": ["string"], "enabled": True},
                }
            ],
            metadata={"user_id": "string"},
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            service_tier="auto",
            speed="standard",
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
        response = client.beta.messages.with_raw_response.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(BetaMessage, response.parse())

    def test_streaming_response_create(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.messages.with_streaming_response.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(BetaMessage, response.parse())
        assert response.is_closed

    def test_count_tokens(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert_matches_type(BetaMessageTokensCount, result)

    def test_count_tokens_all_arguments(self, client: Anthropic, objects: ApiObjects) -> None:
        result = client.beta.messages.count_tokens(
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
            context_management={
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
            mcp_servers=[
                {
                    "name": "string",
                    "type": "url",
                    "url": "string",
                    "authorization_token": "string",
                    "tool_configuration": {"allowed_tools": ["string"], "enabled": True},
                }
            ],
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            speed="standard",
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
            betas=["string"],
        )
        assert_matches_type(BetaMessageTokensCount, result)

    def test_raw_response_count_tokens(self, client: Anthropic, objects: ApiObjects) -> None:
        response = client.beta.messages.with_raw_response.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(BetaMessageTokensCount, response.parse())

    def test_streaming_response_count_tokens(self, client: Anthropic, objects: ApiObjects) -> None:
        with client.beta.messages.with_streaming_response.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(BetaMessageTokensCount, response.parse())
        assert response.is_closed


class TestAsyncMessages:
    async def test_create(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.messages.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert_matches_type(BetaMessage, result)

    async def test_create_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.messages.create(
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
            container={
                "id": "string",
                "skills": [{"skill_id": "string", "type": "anthropic", "version": "string"}],
            },
            context_management={
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
            inference_geo="string",
            mcp_servers=[
                {
                    "name": "string",
                    "type": "url",
                    "url": "string",
                    "authorization_token": "string",
                    "tool_configuration": {"allowed_tools": ["string"], "enabled": True},
                }
            ],
            metadata={"user_id": "string"},
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            service_tier="auto",
            speed="standard",
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
            top_k=1,
            top_p=0.5,
            betas=["string"],
        )
        assert_matches_type(BetaMessage, result)

    @pytest.mark.local_only
    async def test_create_streaming(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.messages.create(
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
        result = await async_client.beta.messages.create(
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
            container={
                "id": "string",
                "skills": [{"skill_id": "string", "type": "anthropic", "version": "string"}],
            },
            context_management={
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
            inference_geo="string",
            mcp_servers=[
                {
                    "name": "string",
                    "type": "url",
                    "url": "string",
                    "authorization_token": "string",
                    "tool_configuration": {"allowed_tools": ["string"], "enabled": True},
                }
            ],
            metadata={"user_id": "string"},
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            service_tier="auto",
            speed="standard",
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
        response = await async_client.beta.messages.with_raw_response.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(BetaMessage, response.parse())

    async def test_streaming_response_create(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.messages.with_streaming_response.create(
            max_tokens=1,
            messages=[{"content": "string", "role": "user"}],
            model="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(BetaMessage, await response.parse())
        assert response.is_closed

    async def test_count_tokens(self, async_client: AsyncAnthropic, objects: ApiObjects) -> None:
        result = await async_client.beta.messages.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert_matches_type(BetaMessageTokensCount, result)

    async def test_count_tokens_all_arguments(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        result = await async_client.beta.messages.count_tokens(
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
            context_management={
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
            mcp_servers=[
                {
                    "name": "string",
                    "type": "url",
                    "url": "string",
                    "authorization_token": "string",
                    "tool_configuration": {"allowed_tools": ["string"], "enabled": True},
                }
            ],
            output_config={
                "effort": "low",
                "format": {"schema": {"foo": "bar"}, "type": "json_schema"},
            },
            speed="standard",
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
            betas=["string"],
        )
        assert_matches_type(BetaMessageTokensCount, result)

    async def test_raw_response_count_tokens(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        response = await async_client.beta.messages.with_raw_response.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        )
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        assert response.is_closed
        assert_matches_type(BetaMessageTokensCount, response.parse())

    async def test_streaming_response_count_tokens(
        self, async_client: AsyncAnthropic, objects: ApiObjects
    ) -> None:
        async with async_client.beta.messages.with_streaming_response.count_tokens(
            messages=[{"content": "string", "role": "user"}],
            model="string",
        ) as response:
            assert not response.is_closed
            assert response.http_request.headers.get("X-Stainless-Lang") == "python"
            assert_matches_type(BetaMessageTokensCount, await response.parse())
        assert response.is_closed
