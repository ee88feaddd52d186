"""Clients whose transport plays the bytes of a recording, in pieces of any size, cut anywhere."""

from __future__ import annotations

import json
import re
from typing import Any, AsyncIterator, Callable, Dict, Iterator, List, Optional, Tuple

import httpx

from anthropic import Anthropic, AsyncAnthropic
from tests.lib.wire import Event

QUESTION: Dict[str, Any] = {
    "model": "claude-test",
    "max_tokens": 10,
    "messages": [{"role": "user", "content": "Hi"}],
}


def frame(event: Event) -> bytes:
    return f"event: {event['type']}\ndata: {json.dumps(event, ensure_ascii=False)}\n\n".encode()


class Tape(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in pieces of one size, at whose end the connection may break."""

    def __init__(self, data: bytes, size: int, breaks: bool) -> None:
        self._data = data
        self._size = size
        self._breaks = breaks

    def __iter__(self) -> Iterator[bytes]:
        for position in range(0, len(self._data), self._size):
            yield self._data[position : position + self._size]
        if self._breaks:
            raise httpx.ReadError("the cable was pulled")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


class Player:
    """GA or beta, sync or async: a client that gets what it is told."""

    def __init__(self, name: str) -> None:
        self.is_beta = "beta" in name
        self.is_async = "async" in name
        self._tapes: List[Tape] = []
        transport = httpx.MockTransport(self._answer)
        options: Dict[str, Any] = {
            "api_key": "key",
            "base_url": "http://testserver",
            "max_retries": 0,
        }
        self.client: Any
        if self.is_async:
            http = httpx.AsyncClient(transport=transport)
            self.client = AsyncAnthropic(**options, http_client=http)
        else:
            self.client = Anthropic(**options, http_client=httpx.Client(transport=transport))
        self.lenient = self.client.with_options(require_complete_streams=False)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        headers = {"content-type": "text/event-stream", "request-id": "req_tape"}
        return httpx.Response(200, headers=headers, stream=self._tapes.pop(0))

    async def play(
        self,
        data: bytes,
        *,
        size: int = 65536,
        breaks: bool = False,
        lenient: bool = False,
        look: Optional[Callable[[Any, Any], None]] = None,
    ) -> Tuple[List[Any], Any, Optional[Exception]]:
        """The events of the helper, the message it ends with, and the error that it ends with.

        `look` is called with the stream and each event, when that has just arrived.
        """
        self._tapes.append(Tape(data, size, breaks))
        client = self.lenient if lenient else self.client
        messages = client.beta.messages if self.is_beta else client.messages
        seen: List[Any] = []
        try:
            if self.is_async:
                async with messages.stream(**QUESTION) as stream:
                    async for event in stream:
                        seen.append(event)
                        if look is not None:
                            look(stream, event)
                    return seen, await stream.get_final_message(), None
            with messages.stream(**QUESTION) as stream:
                for event in stream:
                    seen.append(event)
                    if look is not None:
                        look(stream, event)
                return seen, stream.get_final_message(), None
        except Exception as error:
            return seen, None, error

    async def play_on(self, data: bytes) -> Tuple[Any, Optional[Exception]]:
        """The message that the helper has after the error that ended its text."""
        self._tapes.append(Tape(data, 65536, False))
        messages = self.client.beta.messages if self.is_beta else self.client.messages
        ended: Optional[Exception] = None
        if self.is_async:
            async with messages.stream(**QUESTION) as stream:
                try:
                    async for _ in stream.text_stream:
                        pass
                except Exception as error:
                    ended = error
                return await stream.get_final_message(), ended
        with messages.stream(**QUESTION) as stream:
            try:
                for _ in stream.text_stream:
                    pass
            except Exception as error:
                ended = error
            return stream.get_final_message(), ended

    async def play_raw(self, data: bytes, **options: Any) -> Tuple[List[Any], Optional[Exception]]:
        """The events of `create(stream=True)`, and the error that it ends with."""
        self._tapes.append(Tape(data, options.get("size", 65536), options.get("breaks", False)))
        messages = self.client.beta.messages if self.is_beta else self.client.messages
        seen: List[Any] = []
        try:
            if self.is_async:
                async for event in await messages.create(**QUESTION, stream=True):
                    seen.append(event)
            else:
                for event in messages.create(**QUESTION, stream=True):
                    seen.append(event)
        except Exception as error:
            return seen, error
        return seen, None


_DATE = re.compile(r"\+00:00\Z")


def plain(value: Any) -> Any:
    """The data that a value holds, as it was sent: without fields that no one set."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    dump = getattr(value, "to_dict", None)
    return dump(mode="json", exclude_unset=True) if dump is not None else value


def matches(value: Any, sent: Any) -> bool:
    """Whether a value holds what was sent; what it holds besides has to be empty."""
    if isinstance(sent, dict) and isinstance(value, dict):
        return all(matches(value.get(key), sent.get(key)) for key in {*value, *sent})
    if isinstance(sent, list) and isinstance(value, list):
        return len(sent) == len(value) and all(map(matches, value, sent))
    if isinstance(sent, str) and isinstance(value, str):
        return _DATE.sub("Z", value) == sent
    return bool(value == sent)
