"""What the decorators for tools and the tool runner return, for type checkers."""

from __future__ import annotations

from typing import Any, List, Optional

import pydantic
from typing_extensions import Literal, assert_type

from anthropic import Anthropic, AsyncAnthropic, beta_async_tool, beta_tool
from anthropic.lib.streaming import BetaAsyncMessageStream, BetaMessageStream
from anthropic.lib.tools import (
    BetaAsyncFunctionTool,
    BetaAsyncStreamingToolRunner,
    BetaAsyncToolRunner,
    BetaFunctionTool,
    BetaLocalFilesystemMemoryTool,
    BetaStreamingToolRunner,
    BetaToolDecision,
    BetaToolDenial,
    BetaToolEdit,
    BetaToolRunner,
    ToolRunnerEndReason,
)
from anthropic.types.beta import (
    BetaMessageParam,
    BetaToolParam,
    BetaToolUseBlock,
    ParsedBetaMessage,
)

QUESTION: BetaMessageParam = {"role": "user", "content": "Well?"}


class Item(pydantic.BaseModel):
    name: str


@beta_tool
def add(a: int, b: int = 0) -> str:
    """Adds two numbers."""
    return str(a + b)


@beta_tool(name="minus", description="Takes one number from another.")
def subtract(a: int, b: int) -> str:
    return str(a - b)


@beta_async_tool
async def search(query: str, kind: Literal["web", "news"] = "web") -> str:
    """Looks something up."""
    return f"{kind}: {query}"


async def decorated() -> None:
    # A tool is still the function that it was.
    assert_type(add(1, b=2), str)
    assert_type(subtract(a=1, b=2), str)
    assert_type(await search("x", kind="news"), str)
    assert_type(add.to_dict(), BetaToolParam)
    wrong = add("1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # no number
    assert_type(wrong, str)


def kinds() -> None:
    tools: List[BetaFunctionTool[Any]] = [add, subtract]
    async_tools: List[BetaAsyncFunctionTool[Any]] = [search]
    assert_type(tools[0].name, str)
    assert_type(async_tools[0].to_dict(), BetaToolParam)


def runner(client: Anthropic) -> None:
    run = client.beta.messages.tool_runner(
        max_tokens=1, messages=[QUESTION], model="claude-test", tools=[add, subtract]
    )
    assert_type(run, BetaToolRunner[None])
    for message in run:
        assert_type(message, ParsedBetaMessage[None])

    typed = client.beta.messages.tool_runner(
        max_tokens=1, messages=[QUESTION], model="claude-test", tools=[add], output_format=Item
    )
    assert_type(typed, BetaToolRunner[Item])
    assert_type(typed.until_done(), ParsedBetaMessage[Item])
    assert_type(typed.until_done().parsed_output, Optional[Item])

    streaming = client.beta.messages.tool_runner(
        max_tokens=1, messages=[QUESTION], model="claude-test", tools=[add], stream=True
    )
    assert_type(streaming, BetaStreamingToolRunner[None])
    for stream in streaming:
        assert_type(stream, BetaMessageStream[None])
        assert_type(stream.get_final_message(), ParsedBetaMessage[None])


async def async_runner(client: AsyncAnthropic) -> None:
    run = client.beta.messages.tool_runner(
        max_tokens=1, messages=[QUESTION], model="claude-test", tools=[search], output_format=Item
    )
    assert_type(run, BetaAsyncToolRunner[Item])
    async for message in run:
        assert_type(message.parsed_output, Optional[Item])
    assert_type(await run.until_done(), ParsedBetaMessage[Item])

    streaming = client.beta.messages.tool_runner(
        max_tokens=1, messages=[QUESTION], model="claude-test", tools=[search], stream=True
    )
    assert_type(streaming, BetaAsyncStreamingToolRunner[None])
    async for stream in streaming:
        assert_type(stream, BetaAsyncMessageStream[None])


@beta_tool(timeout=2.5)
def patient() -> str:
    return "x"


def approve(call: BetaToolUseBlock) -> BetaToolDecision:
    if call.name == "add":
        return BetaToolEdit({**call.input, "b": 1})
    return BetaToolDenial("no")


async def approve_later(call: BetaToolUseBlock) -> bool:
    return call.name == "search"


async def explain_later(call: BetaToolUseBlock, error: Exception) -> str:
    return f"{call.name}: {error}"


def options(client: Anthropic, async_client: AsyncAnthropic) -> None:
    run = client.beta.messages.tool_runner(
        max_tokens=1,
        messages=[QUESTION],
        model="claude-test",
        tools=[patient, BetaLocalFilesystemMemoryTool("memory", max_files=10)],
        max_concurrency=2,
        tool_timeout=1.5,
        on_tool_error=lambda call, error: f"{call.name}: {error}",
        approve_tool_call=approve,
        token_budget=1000,
        follow_stop_reason=True,
        carry_container=True,
    )
    assert_type(run, BetaToolRunner[None])
    assert_type(run.end_reason, Optional[ToolRunnerEndReason])
    assert_type(run.messages, List[BetaMessageParam])
    assert_type(run.tokens_used, int)

    later = async_client.beta.messages.tool_runner(
        max_tokens=1,
        messages=run.messages,
        model="claude-test",
        tools=[search],
        on_tool_error=explain_later,
        approve_tool_call=approve_later,
    )
    assert_type(later, BetaAsyncToolRunner[None])
    async_client.beta.messages.tool_runner(
        max_tokens=1,
        messages=[QUESTION],
        model="claude-test",
        tools=[search],
        on_tool_error="redact",
        approve_tool_call=lambda call: call.name == "search",
    )
