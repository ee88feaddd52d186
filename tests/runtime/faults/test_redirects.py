"""Redirects: what follows them to where, and what must not."""

from __future__ import annotations

import logging
from typing import Any, Dict, List

import httpx
import pytest

import anthropic
from anthropic import Anthropic
from anthropic._redirects import keeps_credentials
from tests.runtime.faults.answers import MESSAGE
from tests.runtime.faults.conftest import KEY, QUESTION, Flavour
from tests.runtime.faults.server import Received, Server, answer

SECRETS = {"authorization": "Bearer token", "x-api-key": KEY, "x-gateway-key": "also secret"}
SETTINGS: Dict[str, Any] = {
    "auth_token": "token",
    "default_headers": {"X-Gateway-Key": "also secret", "anthropic-beta": "b"},
}


def redirect(status: int, location: str, **headers: object) -> List[bytes]:
    return [answer(b"elsewhere", f"{status} Elsewhere", location=location, **headers)]


def secrets_of(request: Received) -> Dict[str, str]:
    text = str(request.headers)
    return {name: value for name, value in SECRETS.items() if value in text}


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("status", [307, 308])
async def test_credentials_stay_with_their_host(
    flavour: Flavour, status: int, stream: bool, caplog: pytest.LogCaptureFixture
) -> None:
    with Server([answer(MESSAGE)]) as other:
        # Another name of the same machine is another host, and so is another port.
        for host in ("127.0.0.1", "localhost"):
            location = f"http://{host}:{other.port}/v1/elsewhere?a=b"
            with Server(redirect(status, location)) as server:
                client = flavour.client(server.url, **SETTINGS)
                if stream:
                    await flavour.create(client.with_raw_response, stream=True)
                else:
                    assert (await flavour.create(client)).content[0].text == "hello"
                await flavour.close(client)
            assert secrets_of(server.requests[0]) == SECRETS
    for request in other.requests:
        assert secrets_of(request) == {}
        assert (request.method, request.target) == ("POST", "/v1/elsewhere?a=b")
        assert b'"Hi"' in request.body and request.headers["anthropic-beta"] == "b"
        assert request.headers["anthropic-version"] == "2023-06-01"
        assert request.headers["content-type"] == "application/json"
    records = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert len(records) == 2 and "stay behind" in records[0].getMessage()
    assert "a=b" not in caplog.text and KEY not in caplog.text


@pytest.mark.parametrize("status", [307, 308])
async def test_the_same_host_gets_them(flavour: Flavour, status: int) -> None:
    with Server(redirect(status, "/v2/messages"), [answer(MESSAGE)]) as server:
        client = flavour.client(server.url, **SETTINGS)
        raw = await flavour.create(client.with_raw_response)
        await flavour.close(client)
    assert raw.parse().content[0].text == "hello"
    first, second = server.requests
    assert secrets_of(first) == secrets_of(second) == SECRETS
    assert (second.method, second.target, second.body) == ("POST", "/v2/messages", first.body)
    assert [earlier.status_code for earlier in raw.http_response.history] == [status]


@pytest.mark.parametrize("status", [301, 302, 303])
async def test_older_redirects_ask_for_the_page(flavour: Flavour, status: int) -> None:
    with Server([answer(MESSAGE)]) as other:
        with Server(redirect(status, f"{other.url}/login")) as server:
            client = flavour.client(server.url, **SETTINGS)
            await flavour.create(client)
            await flavour.close(client)
    (request,) = other.requests
    assert (request.method, request.target, request.body) == ("GET", "/login", b"")
    assert secrets_of(request) == {}


async def test_a_circle(flavour: Flavour) -> None:
    with Server(redirect(307, "/v1/messages?secret=1")) as server:
        client = flavour.client(server.url)
        with pytest.raises(anthropic.APIConnectionError, match="redirected") as caught:
            await flavour.create(client)
        await flavour.close(client)
    assert isinstance(caught.value.__cause__, httpx.TooManyRedirects)
    # Once: it would be the same the second time.
    assert len(server.requests) == 21 and set(server.retry_counts) == {"0"}
    assert "secret" not in str(caught.value)


async def test_redirects_that_are_not_wanted(flavour: Flavour) -> None:
    with Server(redirect(307, "/v2/messages")) as server:
        client = flavour.client(server.url)
        body = {**QUESTION, "stream": False}
        with pytest.raises(anthropic.APIStatusError) as caught:
            call = client.post(
                "/v1/messages",
                body=body,
                cast_to=anthropic.types.Message,
                options={"follow_redirects": False},
            )
            if flavour.name != "sync":
                await call
        await flavour.close(client)
    assert caught.value.status_code == 307 and len(server.requests) == 1


async def test_a_redirect_to_nowhere(flavour: Flavour) -> None:
    for headers, kind in (
        ({}, anthropic.APIStatusError),
        ({"location": "ftp://127.0.0.1/"}, anthropic.APIConnectionError),
    ):
        with Server([answer(b"", "307 Elsewhere", **headers)]) as server:
            client = flavour.client(server.url)
            with pytest.raises(kind):
                await flavour.create(client)
            await flavour.close(client)
        assert len(server.requests) == 1


def test_an_http_client_and_an_authentication_of_the_callers_own() -> None:
    seen: List[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.url.scheme == "https":
            return httpx.Response(307, headers={"location": "http://api.test/plain"})
        return httpx.Response(200, content=MESSAGE)

    class Signature(httpx.Auth):
        def auth_flow(self, request: httpx.Request) -> Any:
            request.headers["x-signature"] = "signed"
            yield request

    class Signing(Anthropic):
        @property
        def custom_auth(self) -> httpx.Auth:
            return Signature()

    http_client = httpx.Client(transport=httpx.MockTransport(serve), follow_redirects=True)
    client = Signing(base_url="https://api.test", api_key=KEY, http_client=http_client, **SETTINGS)
    client.messages.create(**QUESTION)
    first, second = seen
    assert {"x-signature", "x-api-key", "authorization"} <= set(first.headers)
    # From https to http is to another origin, too.
    assert second.url == "http://api.test/plain"
    assert not {"x-signature", "x-api-key", "authorization", "x-gateway-key"} & set(second.headers)


@pytest.mark.parametrize(
    ("origin", "target", "expected"),
    [
        ("https://a.test/x", "https://a.test/y?z", True),
        ("https://a.test", "https://a.test:443", True),
        ("http://a.test", "https://a.test", True),
        ("http://a.test:8080", "https://a.test", False),
        ("https://a.test", "http://a.test", False),
        ("https://a.test", "https://b.test", False),
        ("https://a.test", "https://sub.a.test", False),
        ("https://a.test", "https://a.test:8443", False),
    ],
)
def test_what_counts_as_the_same_origin(origin: str, target: str, expected: bool) -> None:
    assert keeps_credentials(httpx.URL(origin), httpx.URL(target)) is expected
