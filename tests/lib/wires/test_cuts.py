"""Messages cut after every event: what is raised, and what had arrived by then."""

from __future__ import annotations

from typing import Any, List, Optional

import httpx
import pytest

import anthropic
from anthropic.types import Message
from anthropic.types.beta import BetaMessage
from tests.lib.wire import Event
from tests.lib.wires.playback import Player, frame, matches, plain
from tests.lib.wires.recordings import RECORDINGS, Recording

named = pytest.mark.parametrize("name", RECORDINGS)

# The field that each kind of delta adds to, and what it brings for it.
GROWING = {
    "text_delta": ("text", "text"),
    "thinking_delta": ("thinking", "thinking"),
    "signature_delta": ("signature", "signature"),
    "compaction_delta": ("content", "content"),
}


def open_block(events: List[Event]) -> Optional[Event]:
    """The content block that has begun and not ended."""
    found: Optional[Event] = None
    for event in events:
        if event["type"] == "content_block_start":
            found = event
        elif event["type"] == "content_block_stop":
            found = None
    return found


def arrived(recording: Recording, events: List[Event]) -> List[Event]:
    """The content of the message so far, without a tool call whose input has not ended."""
    ended = [event for event in events if event["type"] == "content_block_stop"]
    content = recording.content[: len(ended)]
    last = open_block(events)
    if last is None or "input" in last["content_block"]:
        return content
    block = dict(last["content_block"])
    for event in events[events.index(last) + 1 :]:
        kind = event["delta"]["type"]
        if kind == "citations_delta":
            block["citations"] = [*(block["citations"] or []), event["delta"]["citation"]]
        elif kind in GROWING and GROWING[kind][0] in block:
            field, brought = GROWING[kind]
            block[field] = (block[field] or "") + event["delta"][brought]
    return [*content, block]


def check_error(error: Any, recording: Recording, events: List[Event]) -> None:
    assert error.request_id == "req_tape"
    if not events:
        assert error.snapshot is None and error.open_block is None
        return
    assert isinstance(error.snapshot, (Message, BetaMessage))
    content = [plain(block) for block in error.snapshot.content]
    assert matches(content, arrived(recording, events))
    last = open_block(events)
    if last is None:
        assert error.open_block is None
        return
    block = last["content_block"]
    told = (error.open_block.index, error.open_block.type, error.open_block.id)
    assert told == (last["index"], block["type"], block.get("id"))
    assert error.open_block.name == block.get("name")


def is_finished(events: List[Event]) -> bool:
    """Whether the message has said why it stops."""
    return any(event["type"] == "message_delta" for event in events)


@named
async def test_cut_after_every_event(player: Player, name: str) -> None:
    recording = RECORDINGS[name]
    calls = {block["id"]: block["input"] for block in recording.content if "input" in block}
    for count in range(len(recording.events) + 1):
        events = recording.events[:count]
        data = b"".join(map(frame, events))
        breaks = count % 2 == 1
        seen, message, error = await player.play(data, breaks=breaks)
        raw, raw_error = await player.play_raw(data, breaks=not breaks)
        wired = [event.type for event in seen if event.type in EVENTS_OF_THE_API]
        assert [event.type for event in raw] == wired == [event["type"] for event in events]
        if is_finished(events):
            assert error is raw_error is None
            assert matches([plain(block) for block in message.content], recording.content)
            continue
        for found, broke in ((error, breaks), (raw_error, not breaks)):
            assert isinstance(found, anthropic.APIConnectionError)
            assert isinstance(found, httpx.ReadError if broke else anthropic.IncompleteStreamError)
            check_error(found, recording, events)
            # No call with an empty input, nor with the part of it that had arrived.
            for block in found.snapshot.content if found.snapshot else ():
                if "input" in plain(block):
                    assert block.input == calls[block.id]


EVENTS_OF_THE_API = {event["type"] for event in RECORDINGS["text"].events}


@named
async def test_an_error_or_half_an_event_in_place_of_every_event(player: Player, name: str) -> None:
    recording = RECORDINGS[name]
    reported = {"type": "overloaded_error", "message": "Overloaded"}
    for count, event in enumerate(recording.events):
        events = recording.events[:count]
        data = b"".join(map(frame, events))
        if count % 2:
            _, _, error = await player.play(data + frame({"type": "error", "error": reported}))
            assert isinstance(error, anthropic.APIStatusError) and error.type == "overloaded_error"
        elif is_finished(events):
            continue
        else:
            _, _, error = await player.play(data + frame(event)[:-2], size=53)
            assert type(error) is anthropic.IncompleteStreamError
        check_error(error, recording, events)


async def test_who_asks_for_the_message_after_the_error_gets_no_cut_call(player: Player) -> None:
    recording = RECORDINGS["tool_use"]
    for count in range(1, len(recording.events) - 2):
        events = recording.events[:count]
        message, error = await player.play_on(b"".join(map(frame, events)))
        assert isinstance(error, anthropic.IncompleteStreamError)
        assert matches([plain(block) for block in message.content], arrived(recording, events))


async def test_programs_that_take_any_end_get_what_arrived(player: Player) -> None:
    recording = RECORDINGS["thinking"]
    for count in range(1, len(recording.events) + 1):
        events = recording.events[:count]
        data = b"".join(map(frame, events))
        _, message, error = await player.play(data, lenient=True)
        assert error is None
        content = [plain(block) for block in message.content]
        assert matches(content, arrived(recording, events))
        assert (message.stop_reason == "end_turn") == is_finished(events)
