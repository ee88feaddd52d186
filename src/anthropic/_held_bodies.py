"""The bytes of a body that somebody reads line by line, and the client that they come through."""

from __future__ import annotations

from typing import AsyncIterator, Iterator

import httpx

from ._stream_errors import transport_error


def held_chunks(client: object, response: httpx.Response) -> Iterator[bytes]:
    """The body in the pieces that arrive.

    It holds the client for as long as it lasts: a client that nobody has any more closes its
    connections, also the one that the rest of the body is to come from.
    """
    try:
        yield from response.iter_bytes()
    except httpx.RequestError as error:
        raise transport_error(error, response) from error
    finally:
        response.close()


async def async_held_chunks(client: object, response: httpx.Response) -> AsyncIterator[bytes]:
    """The twin of `held_chunks`."""
    try:
        async for chunk in response.aiter_bytes():
            yield chunk
    except httpx.RequestError as error:
        raise transport_error(error, response) from error
    finally:
        await response.aclose()
