"""What `parse`, `stream` and `to_param` return, for type checkers.

Nothing here is run: `scripts/types` checks it with mypy and pyright, and fails where types differ.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Dict, Iterator, List, Optional

import pydantic
from typing_extensions import TypedDict, assert_type

from anthropic import Anthropic, AsyncAnthropic, OutputValidationError, transform_schema
from anthropic.lib.streaming import (
    AsyncMessageStream,
    AsyncMessageStreamManager,
    BetaAsyncMessageStream,
    BetaMessageStream,
    BetaMessageStreamManager,
    MessageStream,
    MessageStreamManager,
)
from anthropic.types import Message, MessageParam, ParsedMessage
from anthropic.types.beta import BetaMessage, BetaMessageParam, ParsedBetaMessage


class Item(pydantic.BaseModel):
    name: str


@dataclasses.dataclass
class Point:
    x: int


class Address(TypedDict):
    city: str


QUESTION: MessageParam = {"role": "user", "content": "Well?"}
BETA_QUESTION: BetaMessageParam = {"role": "user", "content": "Well?"}


def parse(client: Anthropic) -> None:
    message = client.messages.parse(
        max_tokens=1, messages=[QUESTION], model="claude-test", output_format=Item
    )
    assert_type(message, ParsedMessage[Item])
    assert_type(message.parsed_output, Optional[Item])
    for block in message.content:
        if block.type == "text":
            assert_type(block.parsed_output, Optional[Item])
        elif block.type == "tool_use":
            assert_type(block.name, str)

    point = client.messages.parse(
        max_tokens=1,
        messages=[QUESTION],
        model="claude-test",
        output_format=Point,
        strict_schema=False,
    )
    assert_type(point.parsed_output, Optional[Point])
    address = client.messages.parse(
        max_tokens=1, messages=[QUESTION], model="claude-test", output_format=Address
    )
    assert_type(address.parsed_output, Optional[Address])
    items = client.messages.parse(
        max_tokens=1, messages=[QUESTION], model="claude-test", output_format=List[Item]
    )
    assert_type(items.parsed_output, Optional[List[Item]])
    plain = client.messages.parse(max_tokens=1, messages=[QUESTION], model="claude-test")
    assert_type(plain, ParsedMessage[None])


async def parse_async(client: AsyncAnthropic) -> None:
    message = await client.messages.parse(
        max_tokens=1, messages=[QUESTION], model="claude-test", output_format=Item
    )
    assert_type(message, ParsedMessage[Item])
    beta = await client.beta.messages.parse(
        max_tokens=1, messages=[BETA_QUESTION], model="claude-test", output_format=Item
    )
    assert_type(beta, ParsedBetaMessage[Item])
    assert_type(beta.parsed_output, Optional[Item])


def stream(client: Anthropic) -> None:
    manager = client.messages.stream(
        max_tokens=1, messages=[QUESTION], model="claude-test", output_format=Item
    )
    assert_type(manager, MessageStreamManager[Item])
    with manager as opened:
        assert_type(opened, MessageStream[Item])
        assert_type(opened.text_stream, Iterator[str])
        assert_type(opened.parsed_snapshot(), Optional[Item])
        assert_type(opened.current_message_snapshot, ParsedMessage[Item])
        for event in opened:
            if event.type == "text":
                assert_type(event.text, str)
                assert_type(event.parsed_snapshot(), Dict[str, Any])
            elif event.type == "input_json":
                assert_type(event.partial_json, str)
            elif event.type == "message_stop":
                assert_type(event.message, ParsedMessage[Item])
                assert_type(event.message.parsed_output, Optional[Item])
            elif event.type == "content_block_stop" and event.content_block.type == "text":
                assert_type(event.content_block.parsed_output, Optional[Item])
        assert_type(opened.get_final_message(), ParsedMessage[Item])
        assert_type(opened.get_final_message().parsed_output, Optional[Item])
        assert_type(opened.get_final_text(), str)


def stream_beta(client: Anthropic) -> None:
    manager = client.beta.messages.stream(
        max_tokens=1, messages=[BETA_QUESTION], model="claude-test", output_format=Item
    )
    assert_type(manager, BetaMessageStreamManager[Item])
    with manager as opened:
        assert_type(opened, BetaMessageStream[Item])
        for event in opened:
            if event.type == "text":
                assert_type(event.parsed_snapshot(), Dict[str, Any])
            elif event.type == "compaction":
                assert_type(event.content, Optional[str])
        assert_type(opened.get_final_message(), ParsedBetaMessage[Item])


async def stream_async(client: AsyncAnthropic) -> None:
    manager = client.messages.stream(
        max_tokens=1, messages=[QUESTION], model="claude-test", output_format=Item
    )
    assert_type(manager, AsyncMessageStreamManager[Item])
    async with manager as opened:
        assert_type(opened, AsyncMessageStream[Item])
        async for text in opened.text_stream:
            assert_type(text, str)
        async for event in opened:
            if event.type == "text":
                assert_type(event.parsed_snapshot(), Dict[str, Any])
        assert_type(opened.parsed_snapshot(), Optional[Item])
        assert_type(await opened.get_final_message(), ParsedMessage[Item])
    async with client.beta.messages.stream(
        max_tokens=1, messages=[BETA_QUESTION], model="claude-test", output_format=Item
    ) as beta:
        assert_type(beta, BetaAsyncMessageStream[Item])
        assert_type((await beta.get_final_message()).parsed_output, Optional[Item])


def round_trip(message: Message, beta: BetaMessage, parsed: ParsedMessage[Item]) -> None:
    assert_type(message.to_param(), MessageParam)
    assert_type(beta.to_param(), BetaMessageParam)
    assert_type(parsed.to_param(), MessageParam)


def others(client: Anthropic, error: OutputValidationError) -> None:
    caught: pydantic.ValidationError = error
    assert_type(error.text, str)
    assert_type(caught.error_count(), int)
    assert_type(transform_schema(Item), Dict[str, Any])
    assert_type(transform_schema({"type": "object"}, strict_schema=False), Dict[str, Any])
    count = client.messages.count_tokens(
        messages=[QUESTION], model="claude-test", output_format=Item, strict_schema=False
    )
    assert_type(count.input_tokens, int)
