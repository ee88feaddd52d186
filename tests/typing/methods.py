"""What the generated methods return, for type checkers."""

from __future__ import annotations

from typing import Union

import httpx
from typing_extensions import assert_type

from anthropic import Anthropic, AsyncAnthropic, AsyncStream, Stream
from anthropic._legacy_response import LegacyAPIResponse
from anthropic._response import APIResponse, AsyncAPIResponse
from anthropic.pagination import AsyncPage, SyncPage
from anthropic.types import Message, MessageParam, ModelInfo, RawMessageStreamEvent
from anthropic.types.messages import MessageBatchIndividualResponse

QUESTION: MessageParam = {"role": "user", "content": "Well?"}


def create(client: Anthropic, streams: bool) -> None:
    message = client.messages.create(max_tokens=1, messages=[QUESTION], model="claude-test")
    assert_type(message, Message)
    explicit = client.messages.create(
        max_tokens=1, messages=[QUESTION], model="claude-test", stream=False
    )
    assert_type(explicit, Message)
    stream = client.messages.create(
        max_tokens=1, messages=[QUESTION], model="claude-test", stream=True
    )
    assert_type(stream, Stream[RawMessageStreamEvent])
    for event in stream:
        if event.type == "content_block_delta" and event.delta.type == "text_delta":
            assert_type(event.delta.text, str)
    either = client.messages.create(
        max_tokens=1, messages=[QUESTION], model="claude-test", stream=streams
    )
    assert_type(either, Union[Message, Stream[RawMessageStreamEvent]])


async def create_async(client: AsyncAnthropic, streams: bool) -> None:
    message = await client.messages.create(max_tokens=1, messages=[QUESTION], model="claude-test")
    assert_type(message, Message)
    stream = await client.messages.create(
        max_tokens=1, messages=[QUESTION], model="claude-test", stream=True
    )
    assert_type(stream, AsyncStream[RawMessageStreamEvent])
    async for event in stream:
        if event.type == "message_start":
            assert_type(event.message, Message)
    either = await client.messages.create(
        max_tokens=1, messages=[QUESTION], model="claude-test", stream=streams
    )
    assert_type(either, Union[Message, AsyncStream[RawMessageStreamEvent]])


def pages(client: Anthropic) -> None:
    page = client.models.list()
    assert_type(page, SyncPage[ModelInfo])
    for model in page:
        assert_type(model, ModelInfo)
    for next_page in page.iter_pages():
        assert_type(next_page, SyncPage[ModelInfo])
    for result in client.messages.batches.results("batch_1"):
        assert_type(result, MessageBatchIndividualResponse)


async def pages_async(client: AsyncAnthropic) -> None:
    async for model in client.models.list():
        assert_type(model, ModelInfo)
    assert_type(await client.models.list(), AsyncPage[ModelInfo])
    async for result in await client.messages.batches.results("batch_1"):
        assert_type(result, MessageBatchIndividualResponse)


def raw(client: Anthropic) -> None:
    response = client.messages.with_raw_response.create(
        max_tokens=1, messages=[QUESTION], model="claude-test"
    )
    assert_type(response, LegacyAPIResponse[Message])
    assert_type(response.headers, httpx.Headers)
    assert_type(response.parse(), Message)
    with client.messages.with_streaming_response.create(
        max_tokens=1, messages=[QUESTION], model="claude-test"
    ) as opened:
        assert_type(opened, APIResponse[Message])
        assert_type(opened.parse(), Message)


async def raw_async(client: AsyncAnthropic) -> None:
    response = await client.messages.with_raw_response.create(
        max_tokens=1, messages=[QUESTION], model="claude-test"
    )
    assert_type(response, LegacyAPIResponse[Message])
    async with client.messages.with_streaming_response.create(
        max_tokens=1, messages=[QUESTION], model="claude-test"
    ) as opened:
        assert_type(opened, AsyncAPIResponse[Message])
        assert_type(await opened.parse(), Message)


def continued(client: Anthropic, message: Message) -> None:
    """An answer, and what it holds, are accepted as a turn."""
    for turn in (message.to_param(), MessageParam(role="assistant", content=message.content)):
        client.messages.create(
            max_tokens=1, messages=[QUESTION, turn, QUESTION], model="claude-test"
        )
