"""Clients whose server always replies with the same text, and what they sent to it."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Sequence

import httpx

from anthropic import Anthropic, AsyncAnthropic
from tests.lib.wire import block, end, sse, start

ASK: Any = {
    "model": "claude-test",
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Well?"}],
}


class Server:
    """Answers every request, streaming or not, with content blocks; text in pieces of a few.

    `events` are what streams hold instead; `stop_reason` is why the others stop.
    """

    def __init__(
        self,
        *content: Dict[str, Any],
        piece: int = 3,
        events: Sequence[Dict[str, Any]] = (),
        stop_reason: str = "end_turn",
    ) -> None:
        self.stop_reason = stop_reason
        self.sent: List[Dict[str, Any]] = []
        self._content = list(content)
        self._piece = piece
        self._events = list(events)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        self.sent.append(body)
        if request.url.path.endswith("/count_tokens"):
            return httpx.Response(200, json={"input_tokens": 5})
        if body.get("stream"):
            events = self._events or [start(), *self._blocks(), *end()]
            headers = {"content-type": "text/event-stream"}
            return httpx.Response(200, content=sse(*events), headers=headers)
        message = {**start()["message"], "content": self._content, "stop_reason": self.stop_reason}
        return httpx.Response(200, json=message)

    def _blocks(self) -> List[Dict[str, Any]]:
        events: List[Dict[str, Any]] = []
        for index, content in enumerate(self._content):
            text = content["text"]
            pieces = [text[at : at + self._piece] for at in range(0, len(text), self._piece)]
            deltas = [{"type": "text_delta", "text": piece} for piece in pieces]
            events += block(index, {**content, "text": ""}, *deltas)
        return events

    @property
    def body(self) -> Dict[str, Any]:
        return self.sent[-1]

    @property
    def schema(self) -> Dict[str, Any]:
        """The schema that the last request asked for."""
        output_format = self.body["output_config"]["format"]
        assert output_format["type"] == "json_schema"
        schema: Dict[str, Any] = output_format["schema"]
        return schema

    def client(self) -> Anthropic:
        http_client = httpx.Client(transport=httpx.MockTransport(self))
        return Anthropic(api_key="key", http_client=http_client, max_retries=0)

    def async_client(self) -> AsyncAnthropic:
        http_client = httpx.AsyncClient(transport=httpx.MockTransport(self))
        return AsyncAnthropic(api_key="key", http_client=http_client, max_retries=0)


def replying(text: str, *, piece: int = 3) -> Server:
    return Server({"type": "text", "text": text}, piece=piece)
