"""Proxies of the environment: which requests go through them, and what their refusals look like."""

from __future__ import annotations

import traceback
from typing import Any

import pytest

import anthropic
from tests.runtime.faults.answers import MESSAGE
from tests.runtime.faults.conftest import Flavour
from tests.runtime.faults.server import Server, answer, reset

PASSWORD = "hunter2-of-the-proxy"


@pytest.fixture
def through(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Have the environment name a proxy."""

    def set_proxy(server: Server, no_proxy: str = "") -> None:
        url = f"http://me:{PASSWORD}@127.0.0.1:{server.port}"
        for name in ("HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, url)
        monkeypatch.setenv("NO_PROXY", no_proxy)

    return set_proxy


def client_of(flavour: Flavour, url: str) -> Any:
    options = {}
    if flavour.name == "aiohttp":
        # Made here, where the environment names the proxy.
        options["http_client"] = anthropic.DefaultAioHttpClient()
    return flavour.client(url, **options)


async def failure(flavour: Flavour, url: str) -> Any:
    client = client_of(flavour, url)
    with pytest.raises(anthropic.APIError) as caught:
        await flavour.create(client)
    await flavour.close(client)
    error = caught.value
    shown = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    assert PASSWORD not in shown and PASSWORD not in repr(error)
    return error


async def test_plain_requests_go_through(flavour: Flavour, through: Any) -> None:
    with Server([answer(MESSAGE)]) as proxy:
        through(proxy)
        client = client_of(flavour, "http://api.invalid")
        assert (await flavour.create(client)).content[0].text == "hello"
        await flavour.close(client)
    (request,) = proxy.requests
    assert request.target == "http://api.invalid/v1/messages"
    assert request.headers["host"] == "api.invalid"
    assert request.headers["proxy-authorization"].startswith("Basic ")


async def test_excepted_hosts_do_not(flavour: Flavour, through: Any) -> None:
    with Server([reset]) as proxy, Server([answer(MESSAGE)]) as server:
        through(proxy, no_proxy="127.0.0.1")
        client = client_of(flavour, server.url)
        assert (await flavour.create(client)).content[0].text == "hello"
        await flavour.close(client)
    assert proxy.connections == 0
    assert "proxy-authorization" not in server.requests[0].headers


async def test_a_tunnel_that_is_refused(flavour: Flavour, through: Any) -> None:
    with Server([answer(b"", "407 Proxy Authentication Required")]) as proxy:
        through(proxy)
        error = await failure(flavour, "https://api.invalid")
    assert isinstance(error, anthropic.APIConnectionError)
    assert "407" in str(error) and "https://api.invalid/v1/messages" in str(error)
    assert not isinstance(error, anthropic.APITimeoutError)
    first = proxy.requests[0]
    assert (first.method, first.target) == ("CONNECT", "api.invalid:443")
    # The key is for the other end of the tunnel.
    assert "x-api-key" not in first.headers


async def test_a_plain_request_that_a_proxy_refuses(flavour: Flavour, through: Any) -> None:
    with Server([answer(b"who are you?", "407 Proxy Authentication Required")]) as proxy:
        through(proxy)
        error = await failure(flavour, "http://api.invalid")
    assert type(error) is anthropic.APIStatusError and error.status_code == 407
    assert len(proxy.requests) == 1


async def test_a_proxy_that_breaks(flavour: Flavour, through: Any) -> None:
    with Server([reset]) as proxy:
        through(proxy)
        error = await failure(flavour, "https://api.invalid")
    assert isinstance(error, anthropic.APIConnectionError)
    assert proxy.connections == 2
