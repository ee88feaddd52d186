"""Streamed replies of GA and beta, sync and async, read in one way, from the bytes on the wire."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

from anthropic._types import not_given
from anthropic.lib.streaming import (
    AsyncMessageStream,
    BetaAsyncMessageStream,
    BetaMessageStream,
    MessageStream,
)
from anthropic.types.beta.beta_raw_message_stream_event import BetaRawMessageStreamEvent
from anthropic.types.raw_message_stream_event import RawMessageStreamEvent

from . import wire

TEXT = {"type": "text", "text": "", "citations": None}
TOOL = {"type": "tool_use", "id": "t1", "name": "add", "input": {}}


class Api:
    """GA or beta, sync or async, read to the end in one way."""

    def __init__(self, beta: bool, asynchronous: bool) -> None:
        self.beta = beta
        self.asynchronous = asynchronous

    def open(self, *events: wire.Event, output_format: Any = not_given, **options: Any) -> Any:
        cast_to: Any = BetaRawMessageStreamEvent if self.beta else RawMessageStreamEvent
        raw = wire.streams(cast_to, wire.sse(*events), **options)[self.asynchronous]
        classes: Tuple[Any, ...] = (MessageStream, AsyncMessageStream)
        if self.beta:
            classes = (BetaMessageStream, BetaAsyncMessageStream)
        return classes[self.asynchronous](raw, output_format)

    async def events(self, stream: Any) -> List[Any]:
        if self.asynchronous:
            return [event async for event in stream]
        return list(stream)

    async def texts(self, stream: Any) -> List[str]:
        if self.asynchronous:
            return [text async for text in stream.text_stream]
        return list(stream.text_stream)

    async def next(self, stream: Any) -> Any:
        return await stream.__anext__() if self.asynchronous else next(stream)

    async def result(self, value: Any) -> Any:
        return await value if self.asynchronous else value

    async def run(self, *events: wire.Event, **options: Any) -> Tuple[List[Any], Any]:
        """The events emitted and the final message."""
        stream = self.open(*events, **options)
        emitted = await self.events(stream)
        return emitted, await self.result(stream.get_final_message())


def pieces(kind: str, field: str, *values: Any) -> List[Dict[str, Any]]:
    return [{"type": kind, field: value} for value in values]
