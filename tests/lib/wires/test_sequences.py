"""Whole messages, from the bytes on the wire to events and to the message they add up to."""

from __future__ import annotations

from typing import Any, Dict, List

import httpx
import pytest

from anthropic._models import construct_type
from anthropic.lib.streaming._beta_messages import accumulate_event as accumulate_beta_event
from anthropic.lib.streaming._messages import accumulate_event
from anthropic.types.beta.beta_raw_message_stream_event import BetaRawMessageStreamEvent
from anthropic.types.raw_message_stream_event import RawMessageStreamEvent
from tests.lib.wire import Event
from tests.lib.wires.playback import Player, frame, matches, plain
from tests.lib.wires.recordings import RECORDINGS, Recording

# What the events that helpers add say, in this order.
FIELDS: Dict[str, List[str]] = {
    "text": ["text", "snapshot"],
    "citation": ["citation", "snapshot"],
    "thinking": ["thinking", "snapshot"],
    "signature": ["signature"],
    "input_json": ["partial_json", "snapshot"],
    "compaction": ["content"],
}
PING = b'event: ping\ndata: {"type": "ping"}\n\n'
# To GA these are blocks of kinds that it does not know, whose deltas make no events of their own.
BETA_EVENTS = {"mcp": ("input_json",), "compaction": ("compaction",)}

named = pytest.mark.parametrize("name", RECORDINGS)


def wire_of(recording: Recording) -> bytes:
    """As the API sends it: a ping after the first event, and before each block's end."""
    frames = [frame(event) for event in recording.events]
    return b"".join([frames[0], PING, *frames[1:3], PING, *frames[3:]])


def expected_types(recording: Recording, derived: List[Any]) -> List[str]:
    """Each event of the wire, and after a delta what helpers make of it."""
    left = [item[0] for item in derived]
    types: List[str] = []
    for event in recording.events:
        types.append(event["type"])
        if event["type"] == "content_block_delta":
            made = MADE_OF.get(event["delta"]["type"], "")
            if left and left[0] == made and is_of_block(recording, event, made):
                types.append(left.pop(0))
    assert left == []
    return types


MADE_OF = {
    "text_delta": "text",
    "citations_delta": "citation",
    "thinking_delta": "thinking",
    "signature_delta": "signature",
    "input_json_delta": "input_json",
    "compaction_delta": "compaction",
}


def is_of_block(recording: Recording, event: Event, made: str) -> bool:
    kind = recording.content[event["index"]]["type"]
    return kind.endswith("tool_use") if made == "input_json" else kind in (made, *_OWNERS[made])


_OWNERS = {
    "text": (),
    "thinking": (),
    "compaction": (),
    "citation": ("text",),
    "signature": ("thinking",),
}


def derived_of(name: str, recording: Recording, player: Player) -> List[Any]:
    lost = () if player.is_beta else BETA_EVENTS.get(name, ())
    return [item for item in recording.derived if item[0] not in lost]


def check_message(message: Any, recording: Recording) -> None:
    assert matches([plain(block) for block in message.content], recording.content)
    assert message.stop_reason == "end_turn" and message.id == "msg_1"
    for field, value in recording.message.items():
        assert matches(plain(getattr(message, field)), value), field
    for field, value in recording.usage.items():
        assert matches(plain(getattr(message.usage, field)), value), field


@named
async def test_events_and_message(player: Player, name: str) -> None:
    recording = RECORDINGS[name]
    derived = derived_of(name, recording, player)

    seen, message, error = await player.play(wire_of(recording))

    assert error is None
    assert [event.type for event in seen] == expected_types(recording, derived)
    added = [event for event in seen if event.type in FIELDS]
    said = [
        (event.type, *(plain(getattr(event, field)) for field in FIELDS[event.type]))
        for event in added
    ]
    assert matches([list(item) for item in said], [list(item) for item in derived])
    check_message(message, recording)
    assert seen[-1].message is message
    ended = [event for event in seen if event.type == "content_block_stop"]
    assert [event.content_block for event in ended] == message.content
    assert message._response.request_id == "req_tape"


@named
async def test_the_events_of_the_api_pass_through_as_they_are(player: Player, name: str) -> None:
    recording = RECORDINGS[name]
    seen, error = await player.play_raw(wire_of(recording))
    assert error is None
    assert matches([plain(event) for event in seen], recording.events)


@named
async def test_blocks_are_of_the_classes_that_their_types_name(player: Player, name: str) -> None:
    _, message, _ = await player.play(wire_of(RECORDINGS[name]))
    kinds = KINDS | BETA_KINDS if player.is_beta else KINDS
    for block in message.content:
        words = block.type.replace("mcp", "m_c_p").split("_")
        is_named_so = "".join(word.title() for word in words) in type(block).__name__
        assert is_named_so == (block.type in kinds), (block.type, type(block))


KINDS = {
    "text",
    "thinking",
    "redacted_thinking",
    "tool_use",
    "server_tool_use",
    "web_search_tool_result",
}
BETA_KINDS = {
    "web_fetch_tool_result",
    "code_execution_tool_result",
    "bash_code_execution_tool_result",
    "text_editor_code_execution_tool_result",
    "tool_search_tool_result",
    "mcp_tool_use",
    "mcp_tool_result",
    "container_upload",
    "compaction",
}


@named
async def test_a_streamed_message_can_be_sent_back(player: Player, name: str) -> None:
    _, message, _ = await player.play(wire_of(RECORDINGS[name]))
    sent = message.to_param()
    assert sent["role"] == "assistant"
    # A text without text is refused by the API.
    kept = [block for block in RECORDINGS[name].content if block.get("text") != ""]
    assert [block["type"] for block in sent["content"]] == [block["type"] for block in kept]
    for block, expected in zip(sent["content"], kept):
        assert block.keys() <= expected.keys()
        for key, value in block.items():
            assert matches(value, expected[key]), key


@named
async def test_the_message_so_far_has_what_each_event_tells(player: Player, name: str) -> None:
    recording = RECORDINGS[name]
    kinds: List[str] = []

    def look(stream: Any, event: Any) -> None:
        kinds.append(event.type)
        snapshot = stream.current_message_snapshot
        if event.type in ("text", "thinking"):
            assert getattr(snapshot.content[-1], event.type) == event.snapshot
        elif event.type == "input_json":
            assert snapshot.content[-1].input == event.snapshot
        elif event.type == "citation":
            assert snapshot.content[-1].citations[-1] == event.citation
        elif event.type == "content_block_start":
            assert len(snapshot.content) == event.index + 1
        elif event.type == "content_block_stop":
            assert snapshot.content[event.index] is event.content_block
            assert matches(plain(event.content_block), recording.content[event.index])
        elif event.type == "message_stop":
            assert snapshot is event.message
        assert (snapshot.stop_reason is not None) == ("message_delta" in kinds)

    seen, _, error = await player.play(wire_of(recording), look=look)
    assert error is None and len(kinds) == len(seen)


@named
async def test_pieces_of_any_size(player: Player, name: str) -> None:
    recording = RECORDINGS[name]
    data = wire_of(recording)
    whole, _, _ = await player.play(data)
    for size in (1, 7, 1021):
        seen, message, error = await player.play(data, size=size)
        assert error is None
        assert [event.type for event in seen] == [event.type for event in whole]
        check_message(message, recording)


@pytest.mark.parametrize("line_end", [b"\r\n", b"\r"])
async def test_other_line_ends(player: Player, line_end: bytes) -> None:
    for recording in RECORDINGS.values():
        _, message, error = await player.play(wire_of(recording).replace(b"\n", line_end), size=5)
        assert error is None
        check_message(message, recording)


@pytest.mark.parametrize("plain_data", [False, True])
@pytest.mark.parametrize("is_beta", [False, True])
@named
def test_events_put_together_by_hand(name: str, is_beta: bool, plain_data: bool) -> None:
    """As frameworks do that read raw events themselves."""
    recording = RECORDINGS[name]
    event_type: Any = BetaRawMessageStreamEvent if is_beta else RawMessageStreamEvent
    message: Any = None
    for data in recording.events:
        event: Any = data if plain_data else construct_type(value=data, type_=event_type)
        if is_beta:
            message = accumulate_beta_event(
                event=event, current_snapshot=message, request_headers=httpx.Headers()
            )
        else:
            message = accumulate_event(event=event, current_snapshot=message)
    check_message(message, recording)
