"""What of an object goes along when it is pickled, to another process or to a disk.

Settings travel, and so does what an error knows.  Sockets stay here, and so do credentials.
"""

from __future__ import annotations

import copy
from typing import Any, Dict, FrozenSet, Tuple, Type, TypeVar, cast

import httpx

_T = TypeVar("_T")

SECRET_HEADERS: FrozenSet[str] = frozenset(
    {
        "api-key",
        "authorization",
        "cookie",
        "proxy-authorization",
        "set-cookie",
        "x-amz-security-token",
        "x-api-key",
        "x-goog-api-key",
    }
)
_REDACTED = "<redacted>"


def error_parts(error: BaseException) -> Tuple[Any, ...]:
    """What ``error.__reduce__()`` returns: how to make the error again, but for credentials."""
    values: Dict[str, Any] = dict(vars(error))
    for name, value in values.items():
        if isinstance(value, httpx.Request):
            values[name] = _public_request(value)
        elif isinstance(value, httpx.Response):
            values[name] = _public_response(value)
    return restored_error, (type(error), error.args, values)


def restored_error(error: Type[_T], arguments: Tuple[Any, ...], values: Dict[str, Any]) -> _T:
    """The error that ``error_parts`` took apart; its constructor has other parameters."""
    made = cast(Any, error).__new__(error, *arguments)
    made.args = arguments
    made.__dict__.update(values)
    return cast(_T, made)


def _public_request(request: httpx.Request) -> httpx.Request:
    public = copy.copy(request)
    public.headers = _public_headers(request.headers)
    return public


def _public_response(response: httpx.Response) -> httpx.Response:
    public = copy.copy(response)
    public.headers = _public_headers(response.headers)
    if getattr(response, "_request", None) is not None:
        public.request = _public_request(response.request)
    public.history = [_public_response(earlier) for earlier in response.history]
    return public


def _public_headers(headers: httpx.Headers) -> httpx.Headers:
    public = headers.copy()
    for name in SECRET_HEADERS:
        if name in public:
            public[name] = _REDACTED
    return public
