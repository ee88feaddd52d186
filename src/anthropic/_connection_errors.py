"""What to raise when no answer arrived: whose fault it was, and what is known of it."""

from __future__ import annotations

from typing import Optional

import httpx

from ._disclosure import shown_reason, shown_request
from ._exceptions import APIConnectionError, APITimeoutError


def connection_error(
    error: Exception, request: httpx.Request, refused: Optional[str] = None
) -> APIConnectionError:
    """The error for what a transport reported; `refused` says what is wrong with the request."""
    if refused is not None:
        return APIConnectionError(message=refused, request=request)
    blamed = _of_aiohttp(error) or error
    detail = f"({shown_request(request)}: {shown_reason(blamed, request)})"
    if isinstance(blamed, httpx.TimeoutException):
        plain: APIConnectionError = APITimeoutError(request=request)
        return APITimeoutError(request=request, message=f"{plain.message} {detail}")
    plain = APIConnectionError(request=request)
    return APIConnectionError(request=request, message=f"{plain.message} {detail}")


def _of_aiohttp(error: Exception) -> Optional[BaseException]:
    """What aiohttp said, where httpx_aiohttp takes a connection that failed for a timeout."""
    cause = error.__cause__
    if not isinstance(error, httpx.ConnectTimeout) or cause is None:
        return None
    # Loaded by whoever has waited in a loop; here only for its name, which Python 3.11 has unified.
    import asyncio

    is_its_own = type(cause).__module__.partition(".")[0] == "aiohttp"
    return cause if is_its_own and not isinstance(cause, asyncio.TimeoutError) else None
