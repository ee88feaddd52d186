"""What of an object goes along when it is pickled, to another process or to a disk.

Settings travel, and so does what an error knows.  Sockets stay here, and so do credentials and what
was asked.
"""

from __future__ import annotations

import copy
from typing import Any, Dict, Mapping, Tuple, Type, TypeVar, cast

import httpx

from ._disclosure import REDACTED, is_secret, public_url
from ._types import Omit

_T = TypeVar("_T")

# -- clients --------------------------------------------------------------------------------------

# The user of a base URL that had a user and a password.
_NOBODY = b"left-behind"


class LeftBehind:
    """Stands in a client for a secret that was not pickled; what would send it says so."""

    def __init__(self, what: str) -> None:
        self._what = what

    def __repr__(self) -> str:
        return "<left behind>"

    def error(self) -> TypeError:
        return TypeError(
            f"{self._what} stayed behind when this client was pickled, since it may be a secret. "
            "Give it again, with `with_options`; or make the client with "
            "`pickle_credentials=True`, if whoever gets the pickle may know it."
        )


def without_secrets(values: Mapping[str, Any], kind: str) -> Dict[str, Any]:
    """Headers or query params of a client as they travel; ``kind`` says which of them."""
    return {name: _travelling(value, name, kind) for name, value in values.items()}


def _travelling(value: Any, name: str, kind: str) -> Any:
    if isinstance(value, Mapping):
        return without_secrets(cast("Mapping[str, Any]", value), kind)
    if isinstance(value, Omit) or not is_secret(name):
        return value
    return LeftBehind(f"The {kind} `{name}`")


def travelling_url(url: httpx.URL) -> httpx.URL:
    """A base URL as it travels; `check_url` tells when something of it stayed behind."""
    return public_url(url).copy_with(userinfo=_NOBODY) if url.userinfo else url


def check_url(url: httpx.URL) -> None:
    """Raise ``TypeError`` for a base URL whose user and password stayed behind."""
    if url.userinfo == _NOBODY:
        raise LeftBehind("The user and password of the `base_url`").error()


# -- errors ---------------------------------------------------------------------------------------


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
    # Without its body: prompts are none of the business of whoever keeps errors.
    headers = public_headers(request.headers)
    return httpx.Request(request.method, public_url(request.url), headers=headers, content=b"")


def _public_response(response: httpx.Response) -> httpx.Response:
    public = copy.copy(response)
    public.headers = public_headers(response.headers)
    if getattr(response, "_request", None) is not None:
        public.request = _public_request(response.request)
    public.history = [_public_response(earlier) for earlier in response.history]
    return public


def public_headers(headers: httpx.Headers) -> httpx.Headers:
    """Headers of a request or a response with no secret in them."""
    public = headers.copy()
    for name in headers:
        if is_secret(name):
            public[name] = REDACTED
    return public
