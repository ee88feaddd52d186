"""Requests that fail in the same way however often they are tried."""

from __future__ import annotations

from typing import Optional

import httpx

# httpx reports faults of a connection by the same class, and those pass.
_OWN_FAULTS = ("Illegal header name", "Too much data", "Too little data")
_SCHEMES = ("http", "https")


def refusal(error: Exception, base_url: httpx.URL, *, closed: bool) -> Optional[str]:
    """What is wrong with a request or its client; None where the network or the server failed."""
    if isinstance(error, (httpx.UnsupportedProtocol, httpx.InvalidURL)):
        if base_url.scheme not in _SCHEMES:
            # There may be a password before an "@".
            shown = "" if "@" in str(base_url) else f" {str(base_url).rstrip('/')!r}"
            return f"The base URL{shown} has no http:// or https://"
        return f"The URL of the request cannot be used: {error}"
    if isinstance(error, httpx.TooManyRedirects):
        return str(error)
    if isinstance(error, httpx.LocalProtocolError):
        if str(error).startswith("Illegal header value"):
            # The text quotes the value.
            return "A header of the request has a value that cannot be sent"
        if str(error).startswith(_OWN_FAULTS):
            return f"The request cannot be sent: {error}"
    if closed and isinstance(error, RuntimeError):
        return "The client has been closed"
    return None
