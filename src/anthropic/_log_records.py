"""What logs say of requests and responses: all that helps, and no secrets."""

from __future__ import annotations

from typing import Any, Dict

import httpx

from ._disclosure import REDACTED, is_secret, shown_url
from ._models import FinalRequestOptions
from ._types import NotGiven
from ._utils import is_list, is_mapping, is_tuple

# Functions say nothing.
_LEFT_OUT = ("post_parser", "collector")
# Longer than what a person reads; files have megabytes.
_LONGEST_BYTES = 1000


def described_options(options: FinalRequestOptions) -> Dict[str, Any]:
    """The options that were given."""
    return {
        name: _described(value, name in ("headers", "params"))
        for name, value in options.__dict__.items()
        if value is not None and not isinstance(value, NotGiven) and name not in _LEFT_OUT
    }


def described_request(request: httpx.Request) -> str:
    """Method and URL; the options tell of the query."""
    return f"{request.method} {shown_url(request.url)}"


def described_response(response: httpx.Response) -> str:
    """Status and headers."""
    headers = {
        name: REDACTED if is_secret(name) else value for name, value in response.headers.items()
    }
    return f'"{response.status_code} {response.reason_phrase}" {headers}'


def _described(value: Any, is_flat: bool = False) -> Any:
    """A value as logs show it; ``is_flat`` says that all texts in it have names of their own."""
    if is_mapping(value):
        return {name: _described_field(name, value[name], is_flat) for name in value}
    if is_list(value) or is_tuple(value):
        return [_described(item) for item in value]
    if isinstance(value, (bytes, bytearray)) and len(value) > _LONGEST_BYTES:
        return f"<{len(value)} bytes>"
    return value


def _described_field(name: Any, value: Any, is_flat: bool) -> Any:
    # Texts only: a number of tokens is no secret, and neither is the schema of a password.
    if isinstance(value, (str, bytes)) and is_secret(name):
        return REDACTED
    return value if is_flat else _described(value)
