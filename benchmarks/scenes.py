"""The prepared answers: what the API would send, in the sizes that the cases are about.

A scene is a kind, and a number after a colon where it has a size: `events:5000`.
"""

from __future__ import annotations

import json
from typing import Any, Callable, Dict, Iterable, Iterator, List

USAGE = {
    "input_tokens": 12,
    "output_tokens": 34,
    "cache_creation_input_tokens": 0,
    "cache_read_input_tokens": 0,
    "service_tier": "standard",
}


def response(scene: str, path: str, url: str) -> bytes:
    """The bytes of a whole HTTP response."""
    kind, _, size = scene.partition(":")
    return _SCENES[kind](int(size or 0), path, f"{url}/{scene}")


def message(content: List[Any]) -> Dict[str, Any]:
    """A message with this content."""
    return {
        "id": "msg_01AbCdEfGhIjKlMnOpQrStUv",
        "type": "message",
        "role": "assistant",
        "model": "claude-sonnet-4-5",
        "content": content,
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": USAGE,
    }


def blocks(count: int) -> List[Any]:
    """Texts and tool calls in turn."""
    text = {"type": "text", "text": "The weather is fine, as far as I can tell.", "citations": None}
    call = {
        "type": "tool_use",
        "id": "toolu_01AbCdEfGhIjKlMnOpQrSt",
        "name": "get_weather",
        "input": {"city": "Paris", "days": [1, 2, 3], "detail": {"wind": True, "unit": "celsius"}},
    }
    return [call if index % 2 else text for index in range(count)]


def batch(index: int, url: str) -> Dict[str, Any]:
    """A batch that has ended, with its results at ``url``."""
    return {
        "id": f"msgbatch_{index:024d}",
        "type": "message_batch",
        "processing_status": "ended",
        "request_counts": {
            "processing": 0, "succeeded": 95, "errored": 3, "canceled": 1, "expired": 1,
        },
        "created_at": "2025-11-03T10:15:30.123456Z",
        "expires_at": "2025-11-04T10:15:30.123456Z",
        "ended_at": "2025-11-03T12:00:00Z",
        "archived_at": None,
        "cancel_initiated_at": None,
        "results_url": f"{url}/v1/messages/batches/msgbatch_{index:024d}/results",
    }  # fmt: skip


def _small(size: int, path: str, url: str) -> bytes:
    return _json_response(message([{"type": "text", "text": "Hello!", "citations": None}]))


def _blocks(size: int, path: str, url: str) -> bytes:
    return _json_response(message(blocks(size)))


def _models(size: int, path: str, url: str) -> bytes:
    models = [
        {
            "type": "model",
            "id": f"claude-{index}",
            "display_name": f"Claude {index}",
            "created_at": "2025-02-19T00:00:00Z",
        }
        for index in range(size)
    ]
    return _json_response(_page(models))


def _batches(size: int, path: str, url: str) -> bytes:
    return _json_response(_page([batch(index, url) for index in range(size)]))


def _results(size: int, path: str, url: str) -> bytes:
    if not path.endswith("/results"):
        return _json_response(batch(1, url))
    answer = message([{"type": "text", "text": "A result.", "citations": None}])
    lines = (
        json.dumps(
            {"custom_id": f"request-{index}", "result": {"type": "succeeded", "message": answer}}
        )
        for index in range(size)
    )
    body = "".join(f"{line}\n" for line in lines).encode()
    return _head("application/x-jsonl", f"content-length: {len(body)}") + body


def _events(size: int, path: str, url: str) -> bytes:
    return _stream(_text_events(size), 1)


def _packed(size: int, path: str, url: str) -> bytes:
    return _stream(_text_events(size), 64)


def _tool(size: int, path: str, url: str) -> bytes:
    """A tool call whose input is a list of objects of ``size`` bytes, in fragments of 20."""
    edits = "".join(
        f'{{"line": {index:8d}, "old": "some words", "new": "other words"}},\n'
        for index in range(size // 63)
    )
    text = f'{{"edits": [{edits}{{}}]}}'
    fragments = (text[start : start + 20] for start in range(0, len(text), 20))
    start = {
        "type": "tool_use", "id": "toolu_01AbCdEfGhIjKlMnOpQrSt", "name": "write", "input": {},
    }  # fmt: skip
    deltas = ({"type": "input_json_delta", "partial_json": fragment} for fragment in fragments)
    return _stream(_message_events(start, deltas, "tool_use"), 1)


def _file(size: int, path: str, url: str) -> bytes:
    return _json_response({
        "id": "file_011CNha8iCJcU1wXNR6q4V8w",
        "type": "file",
        "filename": "upload.bin",
        "mime_type": "application/octet-stream",
        "size_bytes": size,
        "created_at": "2025-11-03T10:15:30Z",
        "downloadable": False,
    })  # fmt: skip


_SCENES: Dict[str, Callable[[int, str, str], bytes]] = {
    "small": _small,
    "blocks": _blocks,
    "models": _models,
    "batches": _batches,
    "results": _results,
    "events": _events,
    "packed": _packed,
    "tool": _tool,
    "file": _file,
}


def _page(data: List[Any]) -> Dict[str, Any]:
    return {
        "data": data,
        "has_more": False,
        "first_id": data[0]["id"],
        "last_id": data[-1]["id"],
    }


def _text_events(size: int) -> Iterator[bytes]:
    deltas = ({"type": "text_delta", "text": f" word{index}"} for index in range(size))
    return _message_events({"type": "text", "text": ""}, deltas, "end_turn")


def _message_events(start: Any, deltas: Iterable[Any], reason: str) -> Iterator[bytes]:
    begun = {**message([]), "stop_reason": None}
    yield _event({"type": "message_start", "message": begun})
    yield _event({"type": "content_block_start", "index": 0, "content_block": start})
    for delta in deltas:
        yield _event({"type": "content_block_delta", "index": 0, "delta": delta})
    yield _event({"type": "content_block_stop", "index": 0})
    end = {"stop_reason": reason, "stop_sequence": None}
    yield _event({"type": "message_delta", "delta": end, "usage": {"output_tokens": 34}})
    yield _event({"type": "message_stop"})


def _event(data: Dict[str, Any]) -> bytes:
    text = json.dumps(data, separators=(",", ":"))
    return f"event: {data['type']}\ndata: {text}\n\n".encode()


def _stream(events: Iterator[bytes], each: int) -> bytes:
    """A chunked response with so many events to a chunk."""
    listed = list(events)
    chunks = (b"".join(listed[at : at + each]) for at in range(0, len(listed), each))
    written = b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks)
    return _head("text/event-stream", "transfer-encoding: chunked") + written + b"0\r\n\r\n"


def _json_response(value: Any) -> bytes:
    body = json.dumps(value, separators=(",", ":")).encode()
    return _head("application/json", f"content-length: {len(body)}") + body


def _head(content_type: str, length: str) -> bytes:
    return (
        f"HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\n{length}\r\n"
        "request-id: req_011CSHoEeqs5C35K2UUqR7Fy\r\n"
        "anthropic-ratelimit-requests-limit: 4000\r\n"
        "anthropic-ratelimit-requests-remaining: 3999\r\n\r\n"
    ).encode()
