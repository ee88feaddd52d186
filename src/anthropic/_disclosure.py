"""What messages may tell of requests, and of what went wrong with them.

Errors and logs are read by more people than may know a key, and in a hurry.
"""

from __future__ import annotations

import re
from typing import Optional

import httpx

REDACTED = "<redacted>"
# Names of headers, query parameters and fields whose values nobody else should see.  Authors and
# numbers of tokens are none, nor is what a server asks for with `WWW-Authenticate`.
# A text, since few programs ever need the pattern, and compiling it takes a while.
_SECRET_NAME = (
    r"auth(?!or(?!i)|enticate)|bearer|cookie|credential|passw|secret|signature|token(?!s)"
    r"|(?:access|api|private|subscription|virtual).?key|^key$|^sig$"
)
# Whoever wants to see more of a report has the error that it comes from.
_LONGEST = 300
# Values that are shorter than this are found in innocent texts, too.
_SHORTEST_SECRET = 6


def is_secret(name: object) -> bool:
    """Whether what stands under a name is for nobody else to see."""
    return re.search(_SECRET_NAME, str(name), re.I) is not None


def public_url(url: httpx.URL) -> httpx.URL:
    """A URL without user, password and the parameters that hold secrets."""
    if url.userinfo:
        url = url.copy_with(userinfo=b"")
    for name in url.params:
        if is_secret(name):
            url = url.copy_remove_param(name)
    return url


def shown_url(url: httpx.URL) -> str:
    """A URL without the parts that may hold secrets."""
    return str(url.copy_with(userinfo=b"", query=None, fragment=None))


def shown_request(request: httpx.Request) -> str:
    """Which request it was, such as ``POST https://api.anthropic.com/v1/messages``."""
    return f"{request.method} {shown_url(request.url)}"


def shown_reason(error: BaseException, request: httpx.Request) -> str:
    """The class of an error and what it says, or what the socket said that it came from."""
    said: Optional[BaseException] = error
    if not str(error):
        # Asynchronous transports report a reset without a word.
        while said is not None and not isinstance(said, OSError):
            said = said.__cause__ or said.__context__
    text = " ".join(str(said or "").split())
    name = type(error).__name__
    if not text or _tells_secrets(text, request):
        return name
    return f"{name}: {text[:_LONGEST]}"


def _tells_secrets(text: str, request: httpx.Request) -> bool:
    values = [value for name, value in request.headers.items() if is_secret(name)]
    values.append(request.url.password)
    return any(len(value) >= _SHORTEST_SECRET and value in text for value in values)
