"""The HTTP clients that are used where the caller brings none.

They keep connections alive, follow redirects, take proxies from the environment, and share one SSL
context in each process: loading the certificates costs a thousand times what the rest does.
"""

from __future__ import annotations

import ipaddress
import socket
import sys
from functools import cache
from typing import Any, Callable, Dict, List, Optional, Tuple, Union
from urllib.request import getproxies

import httpx

from ._certificates import loaded_context, ssl_context
from ._constants import DEFAULT_CONNECTION_LIMITS, DEFAULT_TIMEOUT
from ._pools import LoopTransport, ProcessTransport

_SocketOption = Tuple[int, int, Union[int, bool]]

# What a transport and a client both take; the rest is for the client alone.
_TRANSPORT_ARGUMENTS = ("verify", "cert", "trust_env", "http1", "http2", "limits")

_KEEPALIVE_SECONDS = 60
_KEEPALIVE_PROBES = 5
# macOS before Python 3.10 has the option, but no name for it.
_MACOS_TCP_KEEPALIVE = 0x10


class _Cookies(httpx.Cookies):
    """Looks at a response only if it sets cookies; the others cost a tenth of a small call."""

    def extract_cookies(self, response: httpx.Response) -> None:
        if "set-cookie" in response.headers:
            super().extract_cookies(response)


class DefaultSyncClient(httpx.Client):
    """``httpx.Client`` with this package's defaults; has connections in each process."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**client_arguments(kwargs, ProcessTransport))
        self._cookies = _Cookies(self._cookies)


class DefaultAsyncClient(httpx.AsyncClient):
    """``httpx.AsyncClient`` with this package's defaults; has connections in each event loop."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**client_arguments(kwargs, LoopTransport))
        self._cookies = _Cookies(self._cookies)


def client_arguments(given: Dict[str, Any], transport: Callable[..., Any]) -> Dict[str, Any]:
    """The arguments for an httpx client: the caller's over our defaults."""
    arguments = with_defaults(given)
    if arguments.get("transport") is not None:
        return arguments
    shared = {name: arguments[name] for name in _TRANSPORT_ARGUMENTS if name in arguments}
    shared["verify"] = ssl_context(shared)
    shared.pop("cert", None)  # The context has it.
    arguments["transport"] = transport(socket_options=socket_options(), **shared)
    mounts: Dict[str, Any] = {}
    proxy = arguments.pop("proxy", None)
    if proxy is not None:
        given_proxy = proxy if isinstance(proxy, httpx.Proxy) else httpx.Proxy(proxy)
        mounts["all://"] = transport(proxy=given_proxy, **shared)
    elif arguments.get("trust_env", True) and not arguments.get("proxies"):
        for pattern, url in environment_proxies().items():
            mounts[pattern] = None if url is None else transport(proxy=httpx.Proxy(url), **shared)
    if mounts:
        arguments["mounts"] = {**mounts, **(arguments.get("mounts") or {})}
    return arguments


def with_defaults(given: Dict[str, Any]) -> Dict[str, Any]:
    """The caller's arguments over our timeout, limits and redirects."""
    return {
        "timeout": DEFAULT_TIMEOUT,
        "limits": DEFAULT_CONNECTION_LIMITS,
        "follow_redirects": True,
        **given,
    }


def socket_options() -> List[_SocketOption]:
    """Options that keep an idle connection open, and notice when it is dead.

    Answers take minutes at times, and routers forget connections that are silent for that long.
    """
    options: List[_SocketOption] = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, True)]
    interval: Optional[int] = getattr(socket, "TCP_KEEPINTVL", None)
    if interval is not None:
        options.append((socket.IPPROTO_TCP, interval, _KEEPALIVE_SECONDS))
    elif sys.platform == "darwin":
        name: int = getattr(socket, "TCP_KEEPALIVE", _MACOS_TCP_KEEPALIVE)
        options.append((socket.IPPROTO_TCP, name, _KEEPALIVE_SECONDS))
    probes: Optional[int] = getattr(socket, "TCP_KEEPCNT", None)
    if probes is not None:
        options.append((socket.IPPROTO_TCP, probes, _KEEPALIVE_PROBES))
    idle: Optional[int] = getattr(socket, "TCP_KEEPIDLE", None)
    if idle is not None:
        options.append((socket.IPPROTO_TCP, idle, _KEEPALIVE_SECONDS))
    return options


# -- proxies --------------------------------------------------------------------------------------


def environment_proxies() -> Dict[str, Optional[str]]:
    """The proxies that the environment asks for, by URL pattern; ``None`` where it wants none.

    httpx does this only for transports that it makes itself.
    """
    found = getproxies()
    excluded = [host.strip() for host in found.get("no", "").split(",")]
    if "*" in excluded:
        return {}
    mounts: Dict[str, Optional[str]] = {}
    for scheme in ("http", "https", "all"):
        url = found.get(scheme)
        if url:
            mounts[f"{scheme}://"] = url if "://" in url else f"http://{url}"
    for host in excluded:
        if host:
            mounts[_pattern(host)] = None
    return mounts


def _pattern(host: str) -> str:
    """The URL pattern of one entry of ``NO_PROXY``."""
    if "://" in host:
        return host
    if host.lower() == "localhost":
        return f"all://{host}"
    version = _ip_version(host)
    if version == 4:
        return f"all://{host}"
    if version == 6:
        return f"all://[{host}]"
    return f"all://*{host}"


def _ip_version(host: str) -> Optional[int]:
    try:
        return ipaddress.ip_address(host.split("/")[0]).version
    except ValueError:
        return None


# -- aiohttp --------------------------------------------------------------------------------------


@cache
def aiohttp_client_class() -> Any:
    """The class that sends requests with aiohttp; made on demand, since aiohttp loads slowly.

    Where the extra is not installed, the class's constructor says so.
    """
    try:
        from httpx_aiohttp import AiohttpTransport, HttpxAiohttpClient
    except ImportError as error:
        return _missing_aiohttp(error)

    def transport(**arguments: Any) -> LoopTransport:
        # In the event loop, certificates would be loaded while everything else waits.
        arguments["verify"] = loaded_context(arguments["verify"])
        return LoopTransport(make=AiohttpTransport, **arguments)

    class DefaultAioHttpClient(HttpxAiohttpClient):
        """``httpx_aiohttp.HttpxAiohttpClient`` with this package's defaults."""

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**client_arguments(kwargs, transport))
            self._cookies = _Cookies(self._cookies)

    return DefaultAioHttpClient


def _missing_aiohttp(error: ImportError) -> Any:
    class DefaultAioHttpClient(httpx.AsyncClient):
        """Stands in where aiohttp is missing."""

        def __init__(self, **kwargs: Any) -> None:
            raise RuntimeError(
                "The aiohttp client needs packages that are not installed; "
                "install them with `pip install anthropic[aiohttp]`"
            ) from error

    return DefaultAioHttpClient
