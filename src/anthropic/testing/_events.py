"""Server-sent events: a finished message, taken apart the way the API streams it."""

from __future__ import annotations

import re
from typing import Dict, Iterator, List, Mapping, Optional, Tuple

from ._values import JsonObject, as_array, encode

__all__ = ["completion_events", "message_events", "server_sent_event"]

_WORD = re.compile(r"\s*\S+\s*?(?=\s|\Z)|\s+")


def server_sent_event(name: str, data: JsonObject) -> str:
    """One event as it goes over the wire."""
    return f"event: {name}\ndata: {encode(data)}\n\n"


def _event(data: JsonObject) -> str:
    return server_sent_event(str(data["type"]), data)


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces of one to three words; together they are the text."""
    words = _WORD.findall(text)
    position, size = 0, 1
    while position < len(words):
        yield "".join(words[position : position + size])
        position += size
        size = size % 3 + 1


def _fragments(text: str) -> Iterator[str]:
    """JSON text in fragments that respect nothing; the first is empty, as in the API."""
    yield ""
    position, size = 0, 7
    while position < len(text):
        yield text[position : position + size]
        position += size
        size = size % 11 + 4


def _opening(block: JsonObject) -> JsonObject:
    """The block as `content_block_start` shows it: without what the deltas bring."""
    kind = block["type"]
    if kind == "text":
        start: JsonObject = {"type": "text", "text": ""}
        return {**start, "citations": []} if block.get("citations") else start
    if kind == "thinking":
        return {"type": "thinking", "thinking": "", "signature": ""}
    if kind == "compaction":
        return {"type": "compaction", "content": None}
    return {**block, "input": {}} if "input" in block else block


def _deltas(block: JsonObject, cut_input: Optional[str]) -> Iterator[JsonObject]:
    kind = block["type"]
    if kind == "text":
        for piece in _pieces(str(block["text"])):
            yield {"type": "text_delta", "text": piece}
        for citation in as_array(block.get("citations")):
            yield {"type": "citations_delta", "citation": citation}
    elif kind == "thinking":
        for piece in _pieces(str(block["thinking"])):
            yield {"type": "thinking_delta", "thinking": piece}
        yield {"type": "signature_delta", "signature": block["signature"]}
    elif kind == "compaction":
        yield {"type": "compaction_delta", "content": block["content"]}
    elif "input" in block:
        text = encode(block["input"]) if cut_input is None else cut_input
        for fragment in _fragments(text):
            yield {"type": "input_json_delta", "partial_json": fragment}


def _delta_usage(usage: JsonObject, names: Tuple[str, ...]) -> JsonObject:
    return {name: usage[name] for name in names if usage.get(name) is not None}


def message_events(message: JsonObject, cut_inputs: Mapping[int, str] = {}) -> Iterator[str]:
    """The events of a message, in the API's order.

    `cut_inputs` has what arrives of the inputs of tool calls that were cut, by their index.
    """
    usage: JsonObject = message["usage"]
    started: JsonObject = {
        **message,
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": {**usage, "output_tokens": min(1, int(usage["output_tokens"]))},
    }
    for late in ("context_management", "container"):
        if late in started:
            started[late] = None
    started["usage"].pop("server_tool_use", None)
    yield _event({"type": "message_start", "message": started})
    blocks: List[JsonObject] = message["content"]
    for index, block in enumerate(blocks):
        yield _event(
            {"type": "content_block_start", "index": index, "content_block": _opening(block)}
        )
        if index == 0:
            yield _event({"type": "ping"})
        for delta in _deltas(block, cut_inputs.get(index)):
            yield _event({"type": "content_block_delta", "index": index, "delta": delta})
        yield _event({"type": "content_block_stop", "index": index})
    if not blocks:
        yield _event({"type": "ping"})
    ending: JsonObject = {
        "type": "message_delta",
        "delta": {"stop_reason": message["stop_reason"], "stop_sequence": message["stop_sequence"]},
        "usage": _delta_usage(
            usage,
            (
                "input_tokens",
                "cache_creation_input_tokens",
                "cache_read_input_tokens",
                "output_tokens",
                "server_tool_use",
                "iterations",
            ),
        ),
    }
    if message.get("container") is not None:
        ending["delta"]["container"] = message["container"]
    if message.get("context_management") is not None:
        ending["context_management"] = message["context_management"]
    yield _event(ending)
    yield _event({"type": "message_stop"})


def completion_events(completion: JsonObject) -> Iterator[str]:
    """The events of a legacy text completion: every one carries the next piece of text."""
    common: Dict[str, object] = {key: completion[key] for key in ("type", "id", "model")}
    for index, piece in enumerate(_pieces(str(completion["completion"]))):
        yield server_sent_event("completion", {**common, "completion": piece, "stop_reason": None})
        if index == 0:
            yield _event({"type": "ping"})
    ending = {**common, "completion": "", "stop_reason": completion["stop_reason"]}
    yield server_sent_event("completion", ending)
