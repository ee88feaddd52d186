"""Accumulating streamed replies: GA and beta, sync and async, from the bytes on the wire."""

from __future__ import annotations

from typing import Any, List

import httpx
import pydantic
import pytest

from anthropic._types import not_given
from anthropic.lib.streaming import (
    AsyncMessageStreamManager,
    MessageStreamManager,
    _beta_messages,
    _messages,
)
from anthropic.lib.streaming._beta_messages import TRACKS_TOOL_INPUT as BETA_TRACKS_TOOL_INPUT
from anthropic.lib.streaming._beta_messages import accumulate_event as accumulate_beta_event
from anthropic.lib.streaming._messages import TRACKS_TOOL_INPUT, accumulate_event
from anthropic.types.beta.parsed_beta_message import ParsedBetaMessage, ParsedBetaTextBlock
from anthropic.types.parsed_message import ParsedMessage, ParsedTextBlock
from anthropic.types.raw_message_stream_event import RawMessageStreamEvent

from . import wire
from .replies import TEXT, TOOL, Api, pieces

FINE_GRAINED = {"anthropic-beta": "fine-grained-tool-streaming-2025-05-14"}


@pytest.fixture(params=["ga-sync", "ga-async", "beta-sync", "beta-async"])
def api(request: pytest.FixtureRequest) -> Api:
    return Api("beta" in request.param, "async" in request.param)


CITATION = {
    "type": "char_location",
    "cited_text": "x",
    "document_index": 0,
    "document_title": None,
    "start_char_index": 0,
    "end_char_index": 1,
    "file_id": None,
}


async def test_text(api: Api) -> None:
    emitted, message = await api.run(
        wire.start(),
        *wire.block(0, TEXT, *pieces("text_delta", "text", "Hel", "lo \u2028")),
        *wire.end(input_tokens=12, cache_read_input_tokens=3),
    )

    assert [event.type for event in emitted] == [
        "message_start",
        "content_block_start",
        "content_block_delta",
        "text",
        "content_block_delta",
        "text",
        "content_block_stop",
        "message_delta",
        "message_stop",
    ]
    assert isinstance(message, ParsedBetaMessage if api.beta else ParsedMessage)
    (block,) = message.content
    assert isinstance(block, ParsedBetaTextBlock if api.beta else ParsedTextBlock)
    assert (block.text, block.parsed_output) == ("Hello \u2028", None)
    assert [event.snapshot for event in emitted if event.type == "text"] == ["Hel", "Hello \u2028"]
    assert emitted[6].content_block is block
    assert emitted[8].message is message
    assert message.stop_reason == "end_turn"
    usage = message.usage
    assert (usage.input_tokens, usage.output_tokens, usage.cache_read_input_tokens) == (12, 7, 3)
    assert usage.cache_creation_input_tokens is None
    assert emitted[0].message.content == [], "the raw event keeps what it brought"
    assert emitted[0].message.usage.output_tokens == 1


async def test_counts_and_reasons_of_the_end(api: Api) -> None:
    """The last counts are the right ones; what is not counted again keeps its first count."""
    first = {
        "input_tokens": 5,
        "output_tokens": 1,
        "cache_creation_input_tokens": 3,
        "cache_read_input_tokens": 4,
        "server_tool_use": {"web_search_requests": 2, "web_fetch_requests": 0},
    }
    counted = [name for name in first if name != "output_tokens"]
    delta, stop = wire.end(**dict.fromkeys(counted))
    delta["delta"] = {"stop_reason": "stop_sequence", "stop_sequence": "END"}
    _, message = await api.run(wire.start(usage=first), delta, stop)
    assert message.usage.to_dict() == {**first, "output_tokens": 7}
    assert (message.stop_reason, message.stop_sequence) == ("stop_sequence", "END")

    again = {name: 0 for name in counted if name != "server_tool_use"}
    again["server_tool_use"] = {"web_search_requests": 3, "web_fetch_requests": 1}
    _, message = await api.run(wire.start(usage=first), *wire.end(**again))
    assert message.usage.to_dict() == {**again, "output_tokens": 7}
    assert (message.stop_reason, message.stop_sequence) == ("end_turn", None)


async def test_citations(api: Api) -> None:
    delta = {"type": "citations_delta", "citation": CITATION}
    second = {**delta, "citation": {**CITATION, "cited_text": "y"}}
    emitted, message = await api.run(wire.start(), *wire.block(0, TEXT, delta, second), *wire.end())
    cited = [event for event in emitted if event.type == "citation"]
    assert [event.citation.cited_text for event in cited] == ["x", "y"]
    snapshots = [[citation.cited_text for citation in event.snapshot] for event in cited]
    assert snapshots == [["x"], ["x", "y"]], "each stays what it was when its event came"
    assert [citation.cited_text for citation in message.content[0].citations] == ["x", "y"]


async def test_citations_of_an_unknown_kind(api: Api) -> None:
    citation = {"type": "scent_location", "cited_text": "x", "flower": {"name": "rose"}}
    delta = {"type": "citations_delta", "citation": citation}
    emitted, message = await api.run(wire.start(), *wire.block(0, TEXT, delta), *wire.end())
    (event,) = [event for event in emitted if event.type == "citation"]
    for found in (event.citation, event.snapshot[0], message.content[0].citations[0]):
        assert (found.type, found.cited_text) == ("scent_location", "x")
        assert found.to_dict()["flower"] == {"name": "rose"}


async def test_thinking(api: Api) -> None:
    emitted, message = await api.run(
        wire.start(),
        *wire.block(
            0,
            {"type": "thinking", "thinking": "", "signature": ""},
            *pieces("thinking_delta", "thinking", "a", "b"),
            *pieces("signature_delta", "signature", "early", "sig"),
        ),
        *wire.block(1, {"type": "redacted_thinking", "data": "xyz"}),
        *wire.end(),
    )
    derived = [event for event in emitted if event.type in ("thinking", "signature")]
    assert [event.type for event in derived] == ["thinking", "thinking", "signature", "signature"]
    assert (derived[1].thinking, derived[1].snapshot) == ("b", "ab")
    assert [event.signature for event in derived[2:]] == ["early", "sig"], "not pieces: the whole"
    assert (message.content[0].thinking, message.content[0].signature) == ("ab", "sig")
    assert message.content[1].data == "xyz"


async def test_deltas_that_do_not_fit_change_nothing(api: Api) -> None:
    emitted, message = await api.run(
        wire.start(),
        *wire.block(
            0,
            TOOL,
            *pieces("text_delta", "text", "x"),
            *pieces("thinking_delta", "thinking", "x"),
            *pieces("signature_delta", "signature", "x"),
            {"type": "citations_delta", "citation": CITATION},
        ),
        *wire.block(1, TEXT, *pieces("input_json_delta", "partial_json", "no JSON", "{}")),
        *wire.block(2, TEXT, {"type": "future_delta", "text": "x"}),
        *wire.end(),
    )
    assert {event.type for event in emitted} <= {
        "message_start",
        "content_block_start",
        "content_block_delta",
        "content_block_stop",
        "message_delta",
        "message_stop",
    }
    assert message.content[0].input == {}
    assert [block.text for block in message.content[1:]] == ["", ""]


class Point(pydantic.BaseModel):
    x: int


async def test_text_is_parsed_at_the_end_of_its_block(api: Api) -> None:
    events = [
        wire.start(),
        *wire.block(0, TEXT, *pieces("text_delta", "text", '{"x"', ': "3"}')),
        *wire.end(),
    ]
    emitted, message = await api.run(*events, output_format=Point)
    assert message.content[0].parsed_output == Point(x=3)
    assert message.parsed_output == Point(x=3)
    texts = [event for event in emitted if event.type == "text"]
    assert texts[1].parsed_snapshot() == {"x": "3"}

    with pytest.raises(pydantic.ValidationError):
        await api.run(*events, output_format=List[int])


async def test_parsed_snapshot_keeps_open_strings(api: Api) -> None:
    emitted, _ = await api.run(
        wire.start(), *wire.block(0, TEXT, *pieces("text_delta", "text", '{"x": "ab')), *wire.end()
    )
    (event,) = [event for event in emitted if event.type == "text"]
    assert event.parsed_snapshot() == {"x": "ab"}


async def test_text_stream_and_events_share_one_pass(api: Api) -> None:
    stream = api.open(
        wire.start(),
        *wire.block(0, TEXT, *pieces("text_delta", "text", "a", "b")),
        *wire.block(1, TEXT, *pieces("text_delta", "text", "c")),
        *wire.end(),
    )
    with pytest.raises(AssertionError):
        _ = stream.current_message_snapshot
    first = await api.next(stream)
    assert first.type == "message_start"
    assert await api.texts(stream) == ["a", "b", "c"]
    assert await api.events(stream) == []
    assert await api.result(stream.get_final_text()) == "abc"
    assert stream.current_message_snapshot is await api.result(stream.get_final_message())
    assert stream.request_id == "req_1"
    assert stream.response.is_closed


async def test_text_is_drawn_from_the_events_that_are_left(api: Api) -> None:
    thinking = {"type": "thinking", "thinking": "", "signature": ""}
    stream = api.open(
        wire.start(),
        *wire.block(0, thinking, *pieces("thinking_delta", "thinking", "hm")),
        *wire.block(1, TEXT, *pieces("text_delta", "text", "a", "b", "c")),
        *wire.block(2, TOOL, *pieces("input_json_delta", "partial_json", "{}")),
        *wire.block(3, thinking, *pieces("thinking_delta", "thinking", "so")),
        *wire.block(4, TEXT, *pieces("text_delta", "text", "d")),
        *wire.end(),
    )
    while (await api.next(stream)).type != "text":
        pass
    raw = await api.next(stream)
    assert (raw.type, raw.delta.text) == ("content_block_delta", "b")
    # Passes over the `text` event of "b", and leaves that of the piece that it gives.
    assert await api.next(stream.text_stream) == "c"
    event = await api.next(stream)
    assert (event.type, event.text, event.snapshot) == ("text", "c", "abc")
    assert await api.texts(stream) == ["d"]
    assert await api.texts(stream) == []


async def test_a_loop_can_be_left_and_taken_up(api: Api) -> None:
    stream = api.open(
        wire.start(), *wire.block(0, TEXT, *pieces("text_delta", "text", "a", "b")), *wire.end()
    )
    if api.asynchronous:
        async for _ in stream:
            break
    else:
        for _ in stream:
            break
    assert await api.result(stream.get_final_text()) == "ab"


async def test_incomplete_and_empty_streams(api: Api) -> None:
    cut = [wire.start(), *wire.block(0, TEXT, *pieces("text_delta", "text", "a"))[:2]]
    _, message = await api.run(*cut)
    assert message.content[0].text == "a"
    assert message.stop_reason is None

    with pytest.raises(AssertionError):
        await api.run()
    stream = api.open(*wire.end())
    with pytest.raises(RuntimeError, match="Unexpected event order"):
        await api.events(stream)


async def test_gateways_that_count_nothing(api: Api) -> None:
    stop, end = wire.end()
    del stop["usage"]
    _, message = await api.run(wire.start(), stop, end)
    assert message.stop_reason == "end_turn" and message.usage.input_tokens == 11

    _, message = await api.run(wire.start(usage=None), *wire.end())
    assert message.usage.output_tokens == 7
    kind = type((await api.run(wire.start(), *wire.end()))[1].usage)
    assert type(message.usage) is kind


async def test_pieces_that_are_null(api: Api) -> None:
    tool = {"type": "tool_use", "id": "t", "name": "n", "input": {}}
    emitted, message = await api.run(
        wire.start(),
        *wire.block(0, TEXT, *pieces("text_delta", "text", "a", None, "b")),
        *wire.block(1, {"type": "text"}, *pieces("text_delta", "text", None, "c")),
        *wire.block(2, tool, *pieces("input_json_delta", "partial_json", "{}", None)),
        *wire.end(),
    )
    assert [block.text for block in message.content[:2]] == ["ab", "c"]
    assert message.content[2].input == {}
    texts = [event.text for event in emitted if event.type == "text"]
    assert texts == ["a", "", "b", "", "c"]


async def test_blocks_are_put_in_the_order_in_which_they_begin(api: Api) -> None:
    begun = [wire.block(index, {**TEXT, "text": f"{index}"})[0] for index in (3, 0)]
    piece = {
        "type": "content_block_delta",
        "index": 1,
        "delta": pieces("text_delta", "text", "x")[0],
    }
    emitted, message = await api.run(wire.start(), *begun, piece, *wire.end())
    assert [block.text for block in message.content] == ["3", "0x"]
    assert [event.snapshot for event in emitted if event.type == "text"] == ["0x"]


async def test_the_input_of_a_call_of_an_unknown_kind(api: Api) -> None:
    block = {"type": "robot_tool_use", "id": "r1", "input": {}}
    parts = pieces("input_json_delta", "partial_json", '{"a": ', "1}")
    stream = api.open(wire.start(), *wire.block(0, block, *parts), *wire.end())
    while (await api.next(stream)).type != "content_block_delta":
        pass
    assert stream.current_message_snapshot.content[0].input == {}
    message = await api.result(stream.get_final_message())
    assert message.content[0].input == {"a": 1}
    assert message.to_dict()["content"][0]["input"] == {"a": 1}


async def test_what_was_sent_counts_as_set(api: Api) -> None:
    """GA fills in the fields of a block that were not sent, beta leaves them out of dumps."""
    beginning = wire.start(service_mood="calm")
    del beginning["message"]["stop_sequence"]
    block = {"type": "text", "text": "", "added_later": 1}
    stream = api.open(beginning, *wire.block(0, block), *wire.end())
    await api.next(stream)
    message = stream.current_message_snapshot
    assert message.to_dict() == beginning["message"]
    await api.next(stream)
    expected = block if api.beta else {**block, "citations": None}
    assert message.content[0].to_dict() == expected


async def test_final_text_needs_text(api: Api) -> None:
    stream = api.open(wire.start(), *wire.block(0, TOOL), *wire.end())
    with pytest.raises(RuntimeError, match=r"`text` content block.*tool_use"):
        await api.result(stream.get_final_text())


async def test_closing_early(api: Api) -> None:
    stream = api.open(wire.start(), *wire.end())
    if api.asynchronous:
        async with stream as entered:
            await entered.__anext__()
    else:
        with stream as entered:
            next(entered)
    assert stream.response.is_closed


# -- beta only


@pytest.fixture(params=["sync", "async"])
def beta(request: pytest.FixtureRequest) -> Api:
    return Api(True, request.param == "async")


async def test_fine_grained_tool_streaming_keeps_open_strings(beta: Api) -> None:
    parts = pieces("input_json_delta", "partial_json", '{"a": "x', 'y"}')
    events = [wire.start(), *wire.block(0, TOOL, *parts), *wire.end()]
    emitted, _ = await beta.run(*events, request_headers=FINE_GRAINED)
    snapshots = [event.snapshot for event in emitted if event.type == "input_json"]
    assert snapshots == [{"a": "x"}, {"a": "xy"}]
    emitted, _ = await beta.run(*events)
    snapshots = [event.snapshot for event in emitted if event.type == "input_json"]
    assert snapshots == [{}, {"a": "xy"}]


async def test_mcp_tool_input(beta: Api) -> None:
    block = {
        "type": "mcp_tool_use",
        "id": "m1",
        "name": "find",
        "server_name": "files",
        "input": {},
    }
    parts = pieces("input_json_delta", "partial_json", '{"a": 1}')
    emitted, message = await beta.run(wire.start(), *wire.block(0, block, *parts), *wire.end())
    assert [event.snapshot for event in emitted if event.type == "input_json"] == [{"a": 1}]
    assert message.content[0].input == {"a": 1}
    assert message.content[0].server_name == "files"


async def test_compaction(beta: Api) -> None:
    deltas = pieces("compaction_delta", "content", "early", "so far")
    emitted, message = await beta.run(
        wire.start(),
        *wire.block(0, {"type": "compaction", "content": None}, *deltas),
        *wire.end(iterations=[]),
    )
    found = [event.content for event in emitted if event.type == "compaction"]
    assert found == ["early", "so far"]
    assert message.content[0].content == "so far", "not pieces: the whole"
    assert message.usage.iterations == []


async def test_container_and_context_management_are_always_replaced(beta: Api) -> None:
    container = {"id": "c1", "expires_at": "2025-01-02T03:04:05Z", "skills": None}
    delta, stop = wire.end()
    delta["context_management"] = {"applied_edits": []}
    _, message = await beta.run(wire.start(container=container), delta, stop)
    assert message.container is None
    assert message.context_management.applied_edits == []

    delta["delta"] = {**delta["delta"], "container": container}
    _, message = await beta.run(wire.start(), delta, stop)
    assert message.container.id == "c1"


# -- event by event


def test_accumulate_event_takes_plain_data() -> None:
    snapshot: Any = None
    beta_snapshot: Any = None
    parts = pieces("input_json_delta", "partial_json", '{"a"', ": [1, 2]}")
    for event in [wire.start(), *wire.block(0, TOOL, *parts), *wire.end()]:
        raw: Any = event
        snapshot = accumulate_event(event=raw, current_snapshot=snapshot)
        beta_snapshot = accumulate_beta_event(
            event=raw, current_snapshot=beta_snapshot, request_headers=httpx.Headers()
        )
    for message in (snapshot, beta_snapshot):
        assert message.content[0].input == {"a": [1, 2]}
        assert message.usage.output_tokens == 7
    assert isinstance(snapshot.content[0], TRACKS_TOOL_INPUT)
    assert isinstance(beta_snapshot.content[0], BETA_TRACKS_TOOL_INPUT)


def test_accumulate_event_refuses_other_things() -> None:
    other: Any = 3
    with pytest.raises(TypeError, match="int"):
        accumulate_event(event=other, current_snapshot=None)


async def test_accumulate_event_may_be_replaced(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    module: Any = _beta_messages if api.beta else _messages
    original: Any = vars(module)["accumulate_event"]
    seen: List[str] = []

    def own(**arguments: Any) -> Any:
        seen.append(arguments["event"].type)
        return original(**arguments)

    monkeypatch.setattr(module, "accumulate_event", own)
    raw = wire.block(0, TEXT, *pieces("text_delta", "text", "a", "b"))
    events, _ = await api.run(wire.start(), *raw, *wire.end())
    assert len(seen) == 7
    assert [event.snapshot for event in events if event.type == "text"] == ["a", "ab"]


# -- managers


def test_the_manager_sends_when_entered_and_closes_on_exit() -> None:
    calls: List[str] = []
    raw, _ = wire.streams(RawMessageStreamEvent, wire.sse(wire.start(), *wire.end()))

    def send() -> Any:
        calls.append("sent")
        return raw

    manager: MessageStreamManager[None] = MessageStreamManager(send, output_format=not_given)
    assert calls == []
    with manager as stream:
        assert calls == ["sent"]
        assert next(stream).type == "message_start"
        assert not stream.response.is_closed
    assert stream.response.is_closed


async def test_the_async_manager_sends_when_entered_and_closes_on_exit() -> None:
    calls: List[str] = []
    _, raw = wire.streams(RawMessageStreamEvent, wire.sse(wire.start(), *wire.end()))

    async def send() -> Any:
        calls.append("sent")
        return raw

    manager: AsyncMessageStreamManager[None] = AsyncMessageStreamManager(send())
    assert calls == []
    async with manager as stream:
        assert calls == ["sent"]
        assert (await stream.__anext__()).type == "message_start"
    assert stream.response.is_closed
