"""One program for all platforms: what it does is the same, whoever it speaks to."""

from __future__ import annotations

from typing import Any, Dict, List

import pydantic
import trio

from anthropic import DefaultAioHttpClient, beta_async_tool, beta_tool
from anthropic._compat import PYDANTIC_V1
from tests.platforms.doors import DOORS, options_for

QUESTION: Dict[str, Any] = {
    "max_tokens": 300,
    "messages": [{"role": "user", "content": "What is the weather in “Paris”?"}],
}
TOOL: Dict[str, Any] = {
    "name": "get_weather",
    "description": "The current weather of a city.",
    "input_schema": {
        "type": "object",
        "properties": {"city": {"type": "string"}},
        "required": ["city"],
    },
}


class Weather(pydantic.BaseModel):
    city: str
    degrees: int


# Function tools need pydantic 2.
TOOLS: List[Any] = []
ASYNC_TOOLS: List[Any] = []
if not PYDANTIC_V1:

    @beta_tool
    def sync_weather(city: str) -> str:
        """The current weather of a city.

        Args:
            city: Name of the city.
        """
        return f"18 degrees in {city}"

    @beta_async_tool(name="sync_weather")
    async def async_weather(city: str) -> str:
        """The current weather of a city.

        Args:
            city: Name of the city.
        """
        return f"18 degrees in {city}"

    TOOLS, ASYNC_TOOLS = [sync_weather], [async_weather]


def application(client: Any, model: str) -> List[Any]:
    """Asks, streams, uses tools, and wants answers of a type; returns all that it saw."""
    question: Dict[str, Any] = {"model": model, **QUESTION}
    seen: List[Any] = [client.messages.create(**question)]
    seen.append(client.messages.count_tokens(model=model, messages=question["messages"]))
    seen += list(client.messages.create(stream=True, **question))
    for messages in (client.messages, client.beta.messages):
        with messages.stream(**question) as stream:
            seen.append("".join(stream.text_stream))
            seen.append(stream.get_final_message())
    asking = client.messages.create(tools=[TOOL], **question)
    (use,) = [block for block in asking.content if block.type == "tool_use"]
    result = {"type": "tool_result", "tool_use_id": use.id, "content": "18 degrees"}
    turns = [
        {"role": "assistant", "content": asking.content},
        {"role": "user", "content": [result]},
    ]
    follow_up = {**question, "messages": [*question["messages"], *turns]}
    seen += [asking, client.messages.create(tools=[TOOL], **follow_up)]
    if TOOLS:
        runner = client.beta.messages.tool_runner(tools=TOOLS, **question)
        seen += list(runner)
        runner = client.beta.messages.tool_runner(tools=TOOLS, stream=True, **question)
        seen += [stream.get_final_message() for stream in runner]
    for messages in (client.messages, client.beta.messages):
        seen.append(messages.parse(output_format=Weather, **question).parsed_output)
        with messages.stream(output_format=Weather, **question) as stream:
            seen.append(stream.get_final_message().parsed_output)
    return seen


async def async_application(client: Any, model: str) -> List[Any]:
    """The same program in the other colour."""
    question: Dict[str, Any] = {"model": model, **QUESTION}
    seen: List[Any] = [await client.messages.create(**question)]
    seen.append(await client.messages.count_tokens(model=model, messages=question["messages"]))
    seen += [event async for event in await client.messages.create(stream=True, **question)]
    for messages in (client.messages, client.beta.messages):
        async with messages.stream(**question) as stream:
            seen.append("".join([text async for text in stream.text_stream]))
            seen.append(await stream.get_final_message())
    asking = await client.messages.create(tools=[TOOL], **question)
    (use,) = [block for block in asking.content if block.type == "tool_use"]
    result = {"type": "tool_result", "tool_use_id": use.id, "content": "18 degrees"}
    turns = [
        {"role": "assistant", "content": asking.content},
        {"role": "user", "content": [result]},
    ]
    follow_up = {**question, "messages": [*question["messages"], *turns]}
    seen += [asking, await client.messages.create(tools=[TOOL], **follow_up)]
    if ASYNC_TOOLS:
        runner = client.beta.messages.tool_runner(tools=ASYNC_TOOLS, **question)
        seen += [message async for message in runner]
        runner = client.beta.messages.tool_runner(tools=ASYNC_TOOLS, stream=True, **question)
        seen += [await stream.get_final_message() async for stream in runner]
    for messages in (client.messages, client.beta.messages):
        seen.append((await messages.parse(output_format=Weather, **question)).parsed_output)
        async with messages.stream(output_format=Weather, **question) as stream:
            seen.append((await stream.get_final_message()).parsed_output)
    return seen


def shown(seen: List[Any]) -> List[Any]:
    """What was seen, to compare."""
    return [item.model_dump() if hasattr(item, "model_dump") else item for item in seen]


def check(answers: Dict[str, List[Any]]) -> None:
    first = answers["first party"]
    assert len(first) > 20
    assert isinstance(first[-1], dict) or first[-1].city
    for name, seen in answers.items():
        assert seen == first, name


def test_one_program_for_all_platforms() -> None:
    answers: Dict[str, List[Any]] = {}
    for name, door in DOORS.items():
        with door.server() as server, door.sync(**options_for(server)) as client:
            answers[name] = shown(application(client, door.model))
    check(answers)


async def async_answers(**options: Any) -> Dict[str, List[Any]]:
    answers: Dict[str, List[Any]] = {}
    for name, door in DOORS.items():
        given = {option: make() for option, make in options.items()}
        with door.server() as server:
            async with door.asynchronous(**options_for(server), **given) as client:
                answers[name] = shown(await async_application(client, door.model))
    return answers


async def test_one_asynchronous_program_for_all_platforms() -> None:
    check(await async_answers())


async def test_through_aiohttp() -> None:
    """It must not change what was signed on its way."""
    check(await async_answers(http_client=DefaultAioHttpClient))


def test_with_trio() -> None:
    check(trio.run(async_answers))
