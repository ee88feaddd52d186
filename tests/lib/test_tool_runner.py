"""The tool loop, against a resource that answers from a script."""

from __future__ import annotations

import json
import logging
from typing import Any, Dict, Iterator, List

import httpx
import pytest

from anthropic import Anthropic
from anthropic.lib.tools import BetaAsyncBuiltinFunctionTool, BetaBuiltinFunctionTool
from anthropic.lib.tools._calls import async_run_tools, run_tools
from anthropic.types.beta.beta_message import BetaMessage
from anthropic.types.beta.parsed_beta_message import ParsedBetaMessage

Json = Dict[str, Any]


def reply(*content: Json, role: str = "assistant", **usage: int) -> Any:
    """A message, of the assistant unless told otherwise."""
    return ParsedBetaMessage.construct(
        id="msg_1",
        type="message",
        role=role,
        model="claude-test",
        stop_reason="end_turn",
        content=list(content),
        usage={"input_tokens": 1, "output_tokens": 1, **usage},
    )


def text(value: str) -> Json:
    return {"type": "text", "text": value}


def call(name: str, **input: Any) -> Json:
    return {"type": "tool_use", "id": f"call_{name}", "name": name, "input": input}


class Script:
    """A `beta.messages` resource that records requests and gives the replies it was made with."""

    def __init__(self, *replies: Any) -> None:
        self.replies = list(replies)
        self.requests: List[Json] = []

    def _answer(self, params: Json) -> Any:
        self.requests.append(params)
        return self.replies.pop(0)

    def parse(self, **params: Any) -> Any:
        return self._answer(params)

    def create(self, **params: Any) -> Any:
        return self._answer(params)

    def messages(self, request: int) -> List[Any]:
        return list(self.requests[request]["messages"])


class AsyncScript(Script):
    async def parse(self, **params: Any) -> Any:
        return self._answer(params)

    async def create(self, **params: Any) -> Any:
        return self._answer(params)


class Tool(BetaBuiltinFunctionTool):
    def __init__(self, name: str = "add") -> None:
        self.tool_name = name
        self.inputs: List[object] = []

    def to_dict(self) -> Any:
        return {"name": self.tool_name, "type": "custom"}

    def run(self, input: Any) -> Any:
        self.inputs.append(input)
        if "error" in input:
            raise ValueError(input["error"])
        return f"got {input}"

    def call(self, input: object) -> Any:
        return self.run(input)


class AsyncTool(BetaAsyncBuiltinFunctionTool):
    def __init__(self, name: str = "add") -> None:
        self.sync = Tool(name)
        self.inputs = self.sync.inputs

    def to_dict(self) -> Any:
        return self.sync.to_dict()

    async def call(self, input: object) -> Any:
        return self.sync.run(input)


class Loop:
    """The sync and the async runner behind one interface: items are given to a callback."""

    def __init__(self, asynchronous: bool) -> None:
        self.asynchronous = asynchronous

    def script(self, *replies: Any) -> Script:
        return AsyncScript(*replies) if self.asynchronous else Script(*replies)

    def tool(self, name: str = "add") -> Any:
        return AsyncTool(name) if self.asynchronous else Tool(name)

    def start(self, script: Script, **params: Any) -> Any:
        given: Json = {
            "max_tokens": 10,
            "messages": [{"role": "user", "content": "hi"}],
            "model": "claude-test",
            **params,
        }
        resource: Any = script
        if self.asynchronous:
            return async_run_tools(resource, given)
        return run_tools(resource, given)

    async def items(self, runner: Any, visit: Any = None) -> List[Any]:
        seen = []
        if self.asynchronous:
            async for item in runner:
                seen.append(item)
                if visit is not None:
                    visit(item)
        else:
            for item in runner:
                seen.append(item)
                if visit is not None:
                    visit(item)
        return seen

    async def result(self, value: Any) -> Any:
        return await value if self.asynchronous else value


@pytest.fixture(params=["sync", "async"])
def loop(request: pytest.FixtureRequest) -> Iterator[Loop]:
    yield Loop(request.param == "async")


async def test_runs_tools_until_the_model_stops_asking(loop: Loop) -> None:
    tool = loop.tool()
    script = loop.script(reply(text("hm"), call("add", a=1), call("add", a=2)), reply(text("done")))
    original = [{"role": "user", "content": "hi"}]
    runner = loop.start(script, messages=original, tools=[{"name": "raw"}, tool], betas=["b-1"])

    final = await loop.result(runner.until_done())

    assert final.content[0].text == "done"
    assert tool.inputs == [{"a": 1}, {"a": 2}]
    first, second = script.requests
    assert first["tools"] == [{"name": "add", "type": "custom"}, {"name": "raw"}]
    assert first["extra_headers"] == {
        "X-Stainless-Helper": "BetaToolRunner",
        "anthropic-beta": "b-1",
    }
    assert not {"stream", "betas", "max_iterations", "compaction_control"} & set(first)
    assert second["messages"][0] == original[0]
    assert second["messages"][1]["role"] == "assistant"
    assert [block.type for block in second["messages"][1]["content"]] == [
        "text",
        "tool_use",
        "tool_use",
    ]
    assert second["messages"][2] == {
        "role": "user",
        "content": [
            {"type": "tool_result", "tool_use_id": "call_add", "content": "got {'a': 1}"},
            {"type": "tool_result", "tool_use_id": "call_add", "content": "got {'a': 2}"},
        ],
    }
    assert len(original) == 1, "the caller's list must not change"


async def test_errors_reach_the_model(loop: Loop, caplog: pytest.LogCaptureFixture) -> None:
    script = loop.script(reply(call("add", error="no"), call("other")), reply(text("done")))
    runner = loop.start(script, tools=[loop.tool()])

    with pytest.warns(UserWarning, match="Tool 'other' not found in tool runner") as warned:
        await loop.items(runner)

    assert warned[0].filename == __file__
    assert script.messages(1)[2]["content"] == [
        {
            "type": "tool_result",
            "tool_use_id": "call_add",
            "content": "ValueError('no')",
            "is_error": True,
        },
        {
            "type": "tool_result",
            "tool_use_id": "call_other",
            "content": "Error: Tool 'other' not found",
            "is_error": True,
        },
    ]
    (record,) = caplog.records
    assert record.name == "anthropic.lib.tools._beta_runner"
    assert record.levelno == logging.ERROR
    assert record.getMessage() == "Error occurred while calling tool: add"
    assert record.exc_info is not None


async def test_interruptions_are_not_results(loop: Loop) -> None:
    class Interrupt(BaseException):
        pass

    tool = loop.tool()

    def interrupt(input: Any) -> Any:
        raise Interrupt

    getattr(tool, "sync", tool).run = interrupt
    runner = loop.start(loop.script(reply(call("add"))), tools=[tool])
    with pytest.raises(Interrupt):
        await loop.items(runner)


async def test_max_iterations(loop: Loop) -> None:
    script = loop.script(*[reply(call("add")) for _ in range(5)])
    runner = loop.start(script, tools=[loop.tool()], max_iterations=2)
    assert len(await loop.items(runner)) == 2

    none = loop.start(loop.script(), tools=[], max_iterations=0)
    with pytest.raises(AssertionError, match="max_iterations"):
        await loop.result(none.until_done())


async def test_tool_results_are_made_once_for_each_turn(loop: Loop) -> None:
    tool = loop.tool()
    script = loop.script(reply(call("add", a=1)), reply(text("done")))
    runner = loop.start(script, tools=[tool])
    iterator = runner.__aiter__() if loop.asynchronous else iter(runner)
    await (iterator.__anext__() if loop.asynchronous else _value(next(iterator)))

    first = await loop.result(runner.generate_tool_call_response())
    assert first is await loop.result(runner.generate_tool_call_response())
    assert first["content"][0]["content"] == "got {'a': 1}"

    await loop.items(runner)
    assert tool.inputs == [{"a": 1}]
    assert script.messages(1)[2] is first


async def _value(value: Any) -> Any:
    return value


async def test_appended_messages_replace_the_automatic_ones(loop: Loop) -> None:
    tool = loop.tool()
    script = loop.script(reply(call("add", a=1)), reply(text("done")))
    runner = loop.start(script, tools=[tool])

    def visit(message: BetaMessage) -> None:
        if message.content[0].type == "tool_use":
            runner.append_messages(message, {"role": "user", "content": "mine"})

    await loop.items(runner, visit)

    assert tool.inputs == [{"a": 1}], "tools run all the same"
    assert [message["role"] for message in script.messages(1)] == ["user", "assistant", "user"]
    assert script.messages(1)[2]["content"] == "mine"


async def test_params_can_be_replaced(loop: Loop) -> None:
    script = loop.script(reply(call("add")), reply(call("add")), reply(text("done")))
    runner = loop.start(script, tools=[loop.tool()])
    changes = iter(
        [
            lambda params: {**params, "max_tokens": 99},
            {"max_tokens": 7, "model": "claude-other", "messages": iter([{"role": "user"}])},
            lambda params: params,
        ]
    )

    await loop.items(runner, lambda _: runner.set_messages_params(next(changes)))

    assert script.requests[1]["max_tokens"] == 99
    assert [message["role"] for message in script.messages(1)] == ["user", "assistant", "user"]
    assert script.requests[2]["model"] == "claude-other"
    assert [message["role"] for message in script.messages(2)] == ["user", "assistant", "user"]


async def test_compaction(loop: Loop, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    tool = loop.tool()
    history = [
        {"role": "user", "content": "hi"},
        {"role": "assistant", "content": [text("let me see"), call("add")]},
    ]
    script = loop.script(
        reply(call("add"), input_tokens=900, cache_read_input_tokens=50, output_tokens=50),
        reply(text("<summary>so far</summary>"), output_tokens=42),
        reply(text("done")),
    )
    runner = loop.start(
        script,
        messages=history,
        tools=[tool],
        system="s",
        compaction_control={
            "enabled": True,
            "context_token_threshold": 1000,
            "model": "claude-small",
            "summary_prompt": "Sum up.",
        },
    )

    final = await loop.result(runner.until_done())

    assert final.content[0].text == "done"
    assert script.requests[1] == {
        "model": "claude-small",
        "max_tokens": 10,
        "messages": [
            {"role": "user", "content": "hi"},
            {"role": "assistant", "content": [text("let me see")]},
            {"role": "user", "content": "Sum up."},
        ],
        "extra_headers": {"X-Stainless-Helper": "compaction"},
    }
    assert script.messages(2) == [
        {"role": "user", "content": [text("<summary>so far</summary>")]},
    ]
    assert script.requests[2]["system"] == "s"
    assert tool.inputs == [], "the reply that triggered compaction is dropped"
    assert {(record.name, record.levelname) for record in caplog.records} == {
        ("anthropic.lib.tools._beta_runner", "INFO")
    }
    assert [record.getMessage() for record in caplog.records] == [
        "Token usage 1000 has exceeded the threshold of 1000. Performing compaction.",
        "Compaction complete. New token usage: 42",
    ]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        # A message that would be empty without its calls goes as a whole.
        ({"role": "assistant", "content": [call("add"), call("add")]}, []),
        (
            {"role": "assistant", "content": [text("a"), call("add"), text("b")]},
            [{"role": "assistant", "content": [text("a"), text("b")]}],
        ),
        (
            {"role": "assistant", "content": "Well, "},
            [{"role": "assistant", "content": "Well, "}],
        ),
        (
            {"role": "user", "content": [text("a"), call("add")]},
            [{"role": "user", "content": [text("a"), call("add")]}],
        ),
    ],
)
async def test_calls_without_results_are_not_summed_up(
    loop: Loop, last: Any, expected: List[Any]
) -> None:
    history = [{"role": "user", "content": "hi"}, last]
    before = json.dumps(history)
    script = loop.script(reply(input_tokens=200_000), reply(text("so far")), reply(text("done")))
    control = {"enabled": True, "summary_prompt": "Sum up."}
    runner = loop.start(script, messages=history, tools=[], compaction_control=control)

    await loop.items(runner)

    asked = {"role": "user", "content": "Sum up."}
    assert script.messages(1) == [history[0], *expected, asked]
    assert script.requests[1]["model"] == "claude-test", "that of the conversation"
    assert json.dumps(history) == before, "the caller's messages stay as they were"


@pytest.mark.parametrize(
    "counted",
    [
        "input_tokens",
        "output_tokens",
        "cache_creation_input_tokens",
        "cache_read_input_tokens",
    ],
)
async def test_compaction_by_default_at_100000_tokens_of_every_kind(
    loop: Loop, counted: str
) -> None:
    # Replies have one token of each of the kinds that every reply has.
    others = 2 - (counted in ("input_tokens", "output_tokens"))
    for tokens, compacts in [(99_999, False), (100_000, True)]:
        script = loop.script(
            reply(text("a"), **{counted: tokens - others}), reply(text("so far")), reply(text("b"))
        )
        runner = loop.start(script, tools=[], compaction_control={"enabled": True})
        last = await loop.result(runner.until_done())
        assert last.content[0].text == ("b" if compacts else "a"), "also a final reply is dropped"
        assert len(script.requests) == (3 if compacts else 1)


async def test_the_default_prompt_for_a_summary(loop: Loop) -> None:
    script = loop.script(
        reply(text("a"), input_tokens=100_000), reply(text("so far")), reply(text("b"))
    )
    await loop.items(loop.start(script, tools=[], compaction_control={"enabled": True}))
    prompt = script.messages(1)[-1]["content"]
    assert "not finished" in prompt and "concise but complete" in prompt
    headings = [
        "Task Overview",
        "Current State",
        "Important Discoveries",
        "Next Steps",
        "Context to Preserve",
        "<summary></summary>",
    ]
    places = [prompt.index(heading) for heading in headings]
    assert places == sorted(places)


async def test_compaction_stays_off_below_the_threshold(loop: Loop) -> None:
    for control in ({"enabled": False, "context_token_threshold": 1}, {"enabled": True}):
        script = loop.script(reply(text("done"), input_tokens=99_000))
        assert len(await loop.items(loop.start(script, tools=[], compaction_control=control))) == 1


@pytest.mark.parametrize(
    ("summary", "found"),
    [(reply(call("add"), text("so far")), "a `tool_use` block"), (reply(), "nothing")],
)
async def test_a_summary_must_be_text(loop: Loop, summary: Any, found: str) -> None:
    script = loop.script(reply(text("x"), input_tokens=200_000), summary)
    runner = loop.start(script, tools=[], compaction_control={"enabled": True})
    with pytest.raises(ValueError, match=f"must begin with text, but has {found}"):
        await loop.items(runner)


@pytest.mark.parametrize(
    "last",
    [
        reply(call("add", a=1), role="user"),
        reply({**call("add", a=1), "type": "server_tool_use"}),
        reply({**call("add", a=1), "type": "mcp_tool_use", "server_name": "s"}),
        reply(),
    ],
)
async def test_replies_that_call_no_tools_of_the_program(loop: Loop, last: Any) -> None:
    tool = loop.tool()
    script = loop.script(last)
    runner = loop.start(script, tools=[tool])
    assert await loop.result(runner.until_done()) is last
    assert await loop.result(runner.generate_tool_call_response()) is None
    assert tool.inputs == [] and len(script.requests) == 1


async def test_nothing_to_answer_before_the_first_reply(loop: Loop) -> None:
    script = loop.script()
    runner = loop.start(script, tools=[loop.tool()])
    assert await loop.result(runner.generate_tool_call_response()) is None
    assert script.requests == []


async def test_replies_that_tell_little(loop: Loop) -> None:
    """As a gateway, or somebody's test, may give them."""
    little: Any = [
        ParsedBetaMessage.construct(role="assistant", content=[block])
        for block in (call("add", a=1), text("done"))
    ]
    runner = loop.start(
        loop.script(*little), tools=[loop.tool()], compaction_control={"enabled": True}
    )
    final = await loop.result(runner.until_done())
    assert final.content[0].text == "done"
    assert (runner.tokens_used, runner.end_reason) == (0, "complete")


async def test_deprecated_models_warn_at_the_call(loop: Loop) -> None:
    with pytest.warns(DeprecationWarning, match="end-of-life on July 21st, 2025") as warned:
        loop.start(loop.script(), tools=[], model="claude-2.1")
    assert warned[0].filename == __file__


def test_a_reply_without_content_ends_the_loop() -> None:
    answer = {"type": "message", "role": "assistant", "content": None}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=answer))
    client = Anthropic(api_key="k", http_client=httpx.Client(transport=transport))
    messages: Any = [{"role": "user", "content": "hi"}]
    runner = client.beta.messages.tool_runner(
        model="claude-test", max_tokens=5, messages=messages, tools=[]
    )
    reply: Any = runner.until_done()
    assert reply.content is None and runner.end_reason == "complete"
    assert runner.messages == messages
