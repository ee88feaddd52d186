"""Reading the body of an answer, whether or not all of it arrives.

Half an answer is none.  But one that reports an error has said so in its status, and that counts
also where the rest breaks off.
"""

from __future__ import annotations

from typing import AsyncIterator, Iterator, Optional, cast

import httpx

# Where a response keeps what broke its body off, among its extensions.
_BREAK = "anthropic_break"


def read_body(response: httpx.Response) -> None:
    """Read the whole body, or as much as arrives where the status is no success."""
    try:
        if not response.is_success:
            response.stream = _Rest(response)
        response.read()
    except httpx.DecodingError as error:
        response.close()
        if response.is_success:
            raise
        _keep_break(response, error)
    except BaseException:
        response.close()
        raise


async def async_read_body(response: httpx.Response) -> None:
    """The twin of `read_body`."""
    try:
        if not response.is_success:
            response.stream = _AsyncRest(response)
        await response.aread()
    except httpx.DecodingError as error:
        await response.aclose()
        if response.is_success:
            raise
        _keep_break(response, error)
    except BaseException:
        await response.aclose()
        raise


def break_of(response: httpx.Response) -> Optional[httpx.RequestError]:
    """What the transport reported where the body broke off; None if all of it arrived."""
    found = response.extensions.get(_BREAK)
    return found if isinstance(found, httpx.RequestError) else None


def _keep_break(response: httpx.Response, error: httpx.RequestError) -> None:
    error.request = response.request
    response.extensions[_BREAK] = error


class _Rest(httpx.SyncByteStream):
    """A body that ends where it breaks off."""

    def __init__(self, response: httpx.Response) -> None:
        self._stream = cast(httpx.SyncByteStream, response.stream)
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._stream
        except httpx.RequestError as error:
            _keep_break(self._response, error)

    def close(self) -> None:
        self._stream.close()


class _AsyncRest(httpx.AsyncByteStream):
    """The twin of `_Rest`."""

    def __init__(self, response: httpx.Response) -> None:
        self._stream = cast(httpx.AsyncByteStream, response.stream)
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._stream:
                yield chunk
        except httpx.RequestError as error:
            _keep_break(self._response, error)

    async def aclose(self) -> None:
        await self._stream.aclose()


def is_raw_body(response: httpx.Response) -> bool:
    """Whether a body comes as it is, so that the step that decompresses it can be left out."""
    is_plain = type(response) is httpx.Response and vars(response).keys().isdisjoint(_BODY_METHODS)
    is_unread = is_plain and not response.is_stream_consumed
    return is_unread and "content-encoding" not in response.headers


# Which somebody may have replaced in one response.
_BODY_METHODS = ("iter_bytes", "aiter_bytes")


def is_no_stream(response: httpx.Response) -> bool:
    """Whether an answer says of itself that it holds no events, but text or data."""
    given: str = response.headers.get("content-type", "")
    media_type = given.partition(";")[0].strip().lower()
    is_text = media_type.startswith("text/") and media_type != "text/event-stream"
    return is_text or media_type.endswith("json")
