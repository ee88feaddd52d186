"""What the `stream` methods return: when they send, what they send, and what they leave behind."""

from __future__ import annotations

import gc
import inspect
import json
import warnings
from typing import Any, Dict, List

import httpx
import pytest
import trio

import anthropic
from anthropic import Anthropic, AsyncAnthropic
from anthropic.lib import streaming
from tests.lib import wire
from tests.lib.replies import TEXT, TOOL, pieces
from tests.runtime.streams.scripted import END, HANG, Server, event

QUESTION: Dict[str, Any] = {
    "model": "claude-test",
    "max_tokens": 10,
    "messages": [{"role": "user", "content": "Hi"}],
}
MESSAGE = [
    wire.start(),
    *wire.block(0, TEXT, *pieces("text_delta", "text", "Hel", "lo ")),
    *wire.block(1, TOOL, *pieces("input_json_delta", "partial_json", '{"a": 1}')),
    *wire.block(2, TEXT, *pieces("text_delta", "text", "you")),
    *wire.end(),
]
ANSWER = [*map(event, MESSAGE), END]


class Door:
    """`stream` of GA or beta, sync or async, used in one way."""

    def __init__(self, name: str) -> None:
        self.beta = "beta" in name
        self.asynchronous = "async" in name
        classes: Any = streaming
        parts = ["Beta" * self.beta, "Async" * self.asynchronous, "MessageStream"]
        self.stream_class = getattr(classes, "".join(parts))
        self.manager_class = getattr(classes, "".join([*parts, "Manager"]))

    def messages(self, server: Server, **options: Any) -> Any:
        kind: Any = AsyncAnthropic if self.asynchronous else Anthropic
        client = kind(base_url=server.url, api_key="key", max_retries=0, **options)
        return client.beta.messages if self.beta else client.messages

    async def enter(self, manager: Any) -> Any:
        return await manager.__aenter__() if self.asynchronous else manager.__enter__()

    async def leave(self, manager: Any) -> None:
        left = (manager.__aexit__ if self.asynchronous else manager.__exit__)(None, None, None)
        await self.result(left)

    async def result(self, value: Any) -> Any:
        return await value if self.asynchronous else value

    async def next(self, stream: Any) -> Any:
        return await stream.__anext__() if self.asynchronous else next(stream)

    async def rest(self, items: Any) -> List[Any]:
        return [item async for item in items] if self.asynchronous else list(items)


@pytest.fixture(params=["ga-sync", "ga-async", "beta-sync", "beta-async"])
def door(request: pytest.FixtureRequest) -> Door:
    return Door(request.param)


def headers_of(request: bytes) -> Dict[str, str]:
    lines = request.decode().split("\r\n")[1:]
    return {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}


async def test_the_request_goes_out_when_the_manager_is_entered(door: Door) -> None:
    with Server(ANSWER) as server:
        manager = door.messages(server).stream(
            **{**QUESTION, "max_tokens": 10**6},
            container="container_1",
            extra_query={"trace": "on"},
            extra_body={"mood": "calm"},
        )
        assert type(manager) is door.manager_class and not inspect.isawaitable(manager)
        assert server.requests == []

        stream = await door.enter(manager)
        assert type(stream) is door.stream_class
        (request,) = server.requests
        await door.leave(manager)

    path = "/v1/messages?beta=true&trace=on" if door.beta else "/v1/messages?trace=on"
    assert request.decode().startswith(f"POST {path} HTTP/1.1")
    headers = headers_of(request)
    assert headers["x-stainless-helper-method"] == "stream"
    helper = "beta.messages" if door.beta else "messages"
    assert headers["x-stainless-stream-helper"] == helper
    assert json.loads(server.bodies[0]) == {
        **QUESTION,
        "max_tokens": 10**6,
        "container": "container_1",
        "mood": "calm",
        "stream": True,
    }


async def test_headers_of_the_caller_win(door: Door) -> None:
    own = {"X-Stainless-Helper-Method": "mine", "x-stainless-stream-helper": "of mine"}
    with Server(ANSWER) as server:
        manager = door.messages(server).stream(**QUESTION, extra_headers=own)
        await door.enter(manager)
        await door.leave(manager)
    headers = headers_of(server.requests[0])
    assert headers["x-stainless-helper-method"] == "mine"
    assert headers["x-stainless-stream-helper"] == "of mine"
    assert server.requests[0].lower().count(b"x-stainless-stream-helper") == 1


REFUSAL = b'{"type":"error","error":{"type":"rate_limit_error","message":"Not so fast"}}'
REFUSED = (
    b"HTTP/1.1 429 Too Many Requests\r\ncontent-type: application/json\r\nrequest-id: req_no\r\n"
    b"content-length: %d\r\n\r\n%b" % (len(REFUSAL), REFUSAL)
)


async def test_refusals_of_the_api_are_raised_on_entering(door: Door) -> None:
    with Server([REFUSED], ANSWER) as server:
        messages = door.messages(server)
        manager = messages.stream(**QUESTION)
        with pytest.raises(anthropic.RateLimitError, match="Not so fast") as caught:
            await door.enter(manager)
        assert caught.value.request_id == "req_no"
        # Nobody leaves what could not be entered, but it does no harm.
        await door.leave(manager)
        manager = messages.stream(**QUESTION)
        stream = await door.enter(manager)
        assert await door.result(stream.get_final_text()) == "Hello you"
        await door.leave(manager)


async def test_leaving_closes_the_stream(door: Door) -> None:
    with Server([event(MESSAGE[0]), HANG]) as server:
        manager = door.messages(server).stream(**QUESTION)
        stream = await door.enter(manager)
        assert (await door.next(stream)).type == "message_start"
        assert not stream.response.is_closed
        await door.leave(manager)
        assert stream.response.is_closed
        assert server.hung_up.wait(5)


async def test_an_error_in_the_block_closes_the_stream_and_goes_on(door: Door) -> None:
    with Server([event(MESSAGE[0]), HANG]) as server:
        manager = door.messages(server).stream(**QUESTION)
        with pytest.raises(KeyError):
            if door.asynchronous:
                async with manager as stream:
                    raise KeyError
            else:
                with manager as stream:
                    raise KeyError
        assert stream.response.is_closed
        assert server.hung_up.wait(5)


async def test_streams_are_context_managers_and_can_be_closed(door: Door) -> None:
    for closes in (False, True):
        with Server([event(MESSAGE[0]), HANG]) as server:
            stream = await door.enter(door.messages(server).stream(**QUESTION))
            await door.next(stream)
            if closes:
                await door.result(stream.close())
            elif door.asynchronous:
                async with stream as same:
                    assert same is stream
            else:
                with stream as same:
                    assert same is stream
            assert stream.response.is_closed
            assert server.hung_up.wait(5)


@pytest.mark.parametrize("beta", [False, True])
async def test_a_manager_that_is_never_entered(beta: bool) -> None:
    """An async one says so; a sync one has done nothing that could be missed."""
    with Server(ANSWER) as server:
        door = Door("beta-async" if beta else "ga-async")
        with pytest.warns(RuntimeWarning, match="was never awaited"):
            door.messages(server).stream(**QUESTION)
            gc.collect()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            Door("beta-sync" if beta else "ga-sync").messages(server).stream(**QUESTION)
            gc.collect()
        assert server.requests == []


async def test_the_beta_that_shows_unfinished_texts_of_inputs(door: Door) -> None:
    deltas = pieces("input_json_delta", "partial_json", '{"a": "x', 'y"}')
    events = [wire.start(), *wire.block(0, TOOL, *deltas), *wire.end()]
    betas = {"anthropic-beta": "other,fine-grained-tool-streaming-2025-05-14"}
    shown = []
    with Server([*map(event, events), END]) as server:
        for headers in (betas, {}):
            manager = door.messages(server).stream(**QUESTION, extra_headers=headers)
            stream = await door.enter(manager)
            found = [item for item in await door.rest(stream) if item.type == "input_json"]
            shown.append([item.snapshot for item in found])
            await door.leave(manager)
    assert shown == [[{"a": "x"} if door.beta else {}, {"a": "xy"}], [{}, {"a": "xy"}]]


async def test_entering_again(door: Door) -> None:
    """A sync manager asks again; an async one holds one request, which is spent."""
    with Server([REFUSED], ANSWER) as server:
        manager = door.messages(server).stream(**QUESTION)
        with pytest.raises(anthropic.RateLimitError):
            await door.enter(manager)
        if door.asynchronous:
            with pytest.raises(RuntimeError, match=r"once.*call `messages.stream` again"):
                await door.enter(manager)
            assert len(server.requests) == 1
        else:
            stream = await door.enter(manager)
            assert stream.get_final_text() == "Hello you"
            await door.leave(manager)


async def test_a_finished_stream_still_tells_all(door: Door) -> None:
    with Server(ANSWER) as server:
        manager = door.messages(server).stream(**QUESTION)
        stream = await door.enter(manager)
        assert await door.result(stream.until_done()) is None
        await door.leave(manager)
        assert await door.result(stream.until_done()) is None

        message = await door.result(stream.get_final_message())
        assert message is await door.result(stream.get_final_message())
        assert message is stream.current_message_snapshot
        assert [block.type for block in message.content] == ["text", "tool_use", "text"]
        assert await door.result(stream.get_final_text()) == "Hello you"
        assert stream.request_id == "req_wire"
        assert isinstance(stream.response, httpx.Response) and stream.response.status_code == 200
        assert await door.rest(stream) == await door.rest(stream.text_stream) == []
        if door.asynchronous:
            with pytest.raises(StopAsyncIteration):
                await stream.__anext__()
        else:
            with pytest.raises(StopIteration):
                next(stream)
    assert len(server.requests) == 1


@pytest.mark.parametrize("beta", [False, True])
def test_under_trio(beta: bool) -> None:
    door = Door("beta-async" if beta else "ga-async")

    async def main(server: Server) -> None:
        messages = door.messages(server)
        async with messages.stream(**QUESTION) as stream:
            assert (await stream.__anext__()).type == "message_start"
            assert [text async for text in stream.text_stream] == ["Hel", "lo ", "you"]
            await stream.until_done()
        assert await stream.get_final_text() == "Hello you"
        async with messages.stream(**QUESTION) as stream:
            async for _ in stream:
                break
        assert stream.response.is_closed

    with Server(ANSWER, [event(MESSAGE[0]), HANG]) as server:
        trio.run(main, server)
        assert server.hung_up.wait(5)
