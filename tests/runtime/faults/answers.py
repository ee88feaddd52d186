"""Good answers, for faults to be made of."""

from __future__ import annotations

import json
from typing import Any, Dict

from tests.lib import wire

MESSAGE = json.dumps(
    {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-test",
        "content": [{"type": "text", "text": "hello"}],
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": 1, "output_tokens": 1},
    }
).encode()


def event(data: Dict[str, Any]) -> bytes:
    return f"event: {data['type']}\ndata: {json.dumps(data)}\n\n".encode()


EVENTS = [
    wire.start(),
    *wire.block(0, {"type": "text", "text": ""}, {"type": "text_delta", "text": "hello"}),
    *wire.end(),
]
STREAM = b"".join(map(event, EVENTS))
# With this much of the stream the message has said why it stops.
STOPS = STREAM.index(b"event: message_stop")

BATCH = json.dumps(
    {
        "id": "batch",
        "type": "message_batch",
        "processing_status": "ended",
        "results_url": "/v1/results",
    }
).encode()
RESULT = b'{"custom_id": "a", "result": {"type": "canceled"}}\n'
RESULTS = RESULT + RESULT.replace(b'"a"', b'"b"')
