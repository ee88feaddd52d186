"""Where a server sends a request on to, and what of the request goes along.

httpx keeps back one header, `Authorization`, when another host is to get the request.  The keys of
this API travel in others, and so may those of a gateway, in headers that only its users know.
"""

from __future__ import annotations

import logging
from typing import Dict, List

import httpx

from ._disclosure import shown_url

log = logging.getLogger(__name__)

# What another origin gets: the headers that say how to read a request, and none that the caller
# has added, since any of those may be a credential.  Cookies are those that its own host has set.
_PUBLIC_NAMES = frozenset(
    {
        "anthropic-beta",
        "anthropic-version",
        "connection",
        "cookie",
        "host",
        "transfer-encoding",
        "user-agent",
    }
)
_PUBLIC_PREFIXES = ("accept", "content-", "x-stainless-")
_PORTS: Dict[str, int] = {"http": 80, "https": 443}


def follow(response: httpx.Response, history: List[httpx.Response], limit: int) -> httpx.Request:
    """The request that a redirect asks for; adds the redirect to the history.

    Raises ``httpx.TooManyRedirects`` where there were ``limit`` of them.
    """
    following = response.next_request
    assert following is not None, "only what redirects is followed"
    asked = response.request
    history.append(response)
    if len(history) > limit:
        raise httpx.TooManyRedirects(
            f"The server redirected the request {limit} times, and wants it to go on to "
            f"{shown_url(following.url)}",
            request=asked,
        )
    if not keeps_credentials(asked.url, following.url):
        _leave_secrets(following)
        log.warning(
            "A request to %s was redirected to %s: its credentials and the headers that were added "
            "to it stay behind",
            shown_url(asked.url),
            shown_url(following.url),
        )
    return following


def keeps_credentials(origin: httpx.URL, target: httpx.URL) -> bool:
    """Whether what serves ``target`` is what the request was meant for."""
    if origin.host != target.host:
        return False
    before, after = (origin.scheme, _port(origin)), (target.scheme, _port(target))
    return before == after or (before == ("http", 80) and after == ("https", 443))


def _leave_secrets(request: httpx.Request) -> None:
    for name in list(request.headers):
        if name not in _PUBLIC_NAMES and not name.startswith(_PUBLIC_PREFIXES):
            del request.headers[name]
    # The name that TLS asks for is another one, too.
    extensions = {**request.extensions}
    extensions.pop("sni_hostname", None)
    request.extensions = extensions


def _port(url: httpx.URL) -> int:
    return url.port or _PORTS.get(url.scheme, 0)
