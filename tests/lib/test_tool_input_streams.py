"""The inputs of tool calls in streamed replies: what events and messages show of them, and when."""

from __future__ import annotations

from typing import Any

import pytest

from anthropic._compat import PYDANTIC_V1

from . import wire
from .replies import TOOL, Api, pieces


@pytest.fixture(params=["ga-sync", "ga-async", "beta-sync", "beta-async"])
def api(request: pytest.FixtureRequest) -> Api:
    return Api("beta" in request.param, "async" in request.param)


async def test_tool_input(api: Api) -> None:
    parts = pieces("input_json_delta", "partial_json", "", '{"a": ', '1, "b": "x', 'y"}')
    emitted, message = await api.run(wire.start(), *wire.block(0, TOOL, *parts), *wire.end())

    derived = [event for event in emitted if event.type == "input_json"]
    assert [event.partial_json for event in derived] == ["", '{"a": ', '1, "b": "x', 'y"}']
    assert [event.snapshot for event in derived] == [{}, {}, {"a": 1}, {"a": 1, "b": "xy"}]
    assert message.content[0].input == {"a": 1, "b": "xy"}
    if not PYDANTIC_V1:
        assert getattr(message.content[0], "__json_buf") == b'{"a": 1, "b": "xy"}'
    assert "__json_buf" not in message.to_json()
    assert "__json_buf" not in str(message)


async def test_a_tool_input_is_up_to_date_whenever_somebody_looks(api: Api) -> None:
    texts = ['{"a": ', "[1", ', {"b": "x', 'y"}', "]", "}"]
    expected = [{}, {"a": [1]}, {"a": [1, {}]}, {"a": [1, {"b": "xy"}]}]
    expected += [expected[-1]] * 2
    wanted = dict(zip(texts, expected))
    body = wire.start(), *wire.block(0, TOOL, *pieces("input_json_delta", "partial_json", *texts))
    for first_look in range(len(texts)):
        stream = api.open(*body, *wire.end())
        message: Any = None
        events = []
        while (event := await api.next(stream)).type != "content_block_stop":
            if event.type == "input_json":
                events.append(event)
                if len(events) > first_look:
                    message = message or stream.current_message_snapshot
                    assert message.content[0].input == wanted[event.partial_json]
        assert event.content_block.input == expected[-1]
        assert [event.snapshot for event in reversed(events)] == expected[::-1]


async def test_a_message_that_stops_within_a_call_has_what_arrived_of_it(api: Api) -> None:
    parts = pieces("input_json_delta", "partial_json", '{"a": 1', ', "b": 2')
    emitted, _ = await api.run(wire.start(), *wire.block(0, TOOL, *parts)[:-1], *wire.end())
    assert emitted[-1].message.content[0].input == {"a": 1, "b": 2}


async def test_changing_a_snapshot_does_not_change_the_message(api: Api) -> None:
    parts = pieces("input_json_delta", "partial_json", '{"a": [1], ', '"b": [2], "c"', ": 3}")
    stream = api.open(wire.start(), *wire.block(0, TOOL, *parts), *wire.end())
    seen = []
    while (event := await api.next(stream)).type != "message_stop":
        if event.type == "input_json":
            seen.append(event.snapshot)
            event.snapshot["a"].append("mine")
    assert [sorted(snapshot) for snapshot in seen] == [["a"], ["a", "b"], ["a", "b", "c"]]
    assert event.message.content[0].input == {"a": [1], "b": [2], "c": 3}


async def test_server_tool_input_is_announced(api: Api) -> None:
    block = {"type": "server_tool_use", "id": "s1", "name": "web_search", "input": {}}
    parts = pieces("input_json_delta", "partial_json", '{"query": "q"}')
    emitted, message = await api.run(wire.start(), *wire.block(0, block, *parts), *wire.end())
    derived = [event for event in emitted if event.type == "input_json"]
    assert [event.snapshot for event in derived] == [{"query": "q"}]
    assert message.content[0].input == {"query": "q"}


async def test_bad_tool_input(api: Api) -> None:
    parts = pieces("input_json_delta", "partial_json", '{"a": 1, ', '"b": nope', ', "c": 2')
    stream = api.open(wire.start(), *wire.block(0, TOOL, *parts))
    seen = []
    with pytest.raises(ValueError, match="^Unable to parse tool parameter JSON from model. Please"):
        while True:
            seen.append(await api.next(stream))
    assert [event.partial_json for event in seen if event.type == "input_json"] == ['{"a": 1, ']
    assert stream.current_message_snapshot.content[0].input == {"a": 1}


async def test_a_tool_input_beyond_the_limits_of_the_parser(api: Api) -> None:
    parts = pieces("input_json_delta", "partial_json", '{"a": ', "1" * 5_000, "}")
    stream = api.open(wire.start(), *wire.block(0, TOOL, *parts))
    with pytest.raises(ValueError, match="^Unable to parse tool parameter JSON from model. Please"):
        await api.events(stream)
