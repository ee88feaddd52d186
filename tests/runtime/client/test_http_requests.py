"""The request that is sent is the one that httpx would have built, however it was made."""

from __future__ import annotations

from typing import Any, Dict

import httpx
import pytest

from anthropic import Anthropic
from anthropic._headers import check_header_values
from anthropic._http_requests import build_http_request

URL = httpx.URL("http://user:secret@example.com:8080/v1/messages?beta=true")


def same(client: httpx.Client, **changes: Any) -> httpx.Request:
    """The request of ours, which was compared with the one of httpx."""
    headers = httpx.Headers(
        {"User-Agent": "ours", "X-Api-Key": "key", **changes.pop("headers", {})}
    )
    arguments: Dict[str, Any] = {"timeout": httpx.Timeout(3.0, read=5.0), "content": b"{}"}
    arguments.update(changes)
    params = arguments.pop("params", None)
    ours = build_http_request(
        client, "post", URL, headers=headers, params=params, arguments=arguments
    )
    theirs = client.build_request("post", URL, headers=headers, params=params, **arguments)
    assert (ours.method, ours.url) == (theirs.method, theirs.url)
    assert ours.headers.raw == theirs.headers.raw
    assert ours.extensions == theirs.extensions
    assert ours.read() == theirs.read() == ours.content
    assert type(ours.stream) is type(theirs.stream)
    return ours


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"content": b""},
        {"content": "text"},
        {"timeout": None},
        {"timeout": 7},
        {"params": [("a", "b")]},
        {"extensions": {"sni_hostname": "a-b"}},
        {"headers": {"Host": "elsewhere.example"}},
        {"headers": {"content-length": "2"}},
        {"headers": {"Accept": "text/plain", "accept-encoding": "identity"}},
    ],
)
def test_it_is_the_request_of_httpx(changes: Dict[str, Any]) -> None:
    with httpx.Client() as client:
        same(client, **changes)


@pytest.mark.parametrize(
    "settings",
    [
        {"headers": {"X-Default": "1", "x-api-key": "another"}},
        {"headers": {"Transfer-Encoding": "chunked"}},
        {"cookies": {"session": "1"}},
        {"params": {"tenant": "7"}},
    ],
)
def test_the_settings_of_the_http_client_hold(settings: Dict[str, Any]) -> None:
    with httpx.Client(**settings) as client:
        same(client)


def test_an_http_client_may_build_its_own_requests() -> None:
    class Client(httpx.Client):
        def build_request(self, *args: Any, **kwargs: Any) -> httpx.Request:
            request = super().build_request(*args, **kwargs)
            request.headers["X-Built"] = "yes"
            return request

    with Client() as client:
        assert same(client).headers["X-Built"] == "yes"


def test_cookies_that_an_answer_sets_are_sent_with_the_next_request() -> None:
    sent = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers.get("cookie"))
        headers = {"set-cookie": "session=7"} if len(sent) == 1 else {}
        return httpx.Response(200, headers=headers, json={"input_tokens": 1})

    with Anthropic(api_key="key", base_url="http://example.com") as client:
        client._client._transport = httpx.MockTransport(answer)
        for _ in range(3):
            client.messages.count_tokens(model="m", messages=[])
    assert sent == [None, "session=7", "session=7"]


@pytest.mark.parametrize(
    "value", ["a\nb", "a\r", "\x00", " a", "a ", "\ta", "caf\u00e9", "a\n", "\n", "a\x7f"]
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_bad_value_among_good_ones_is_found(value: str, place: int) -> None:
    headers = [(f"X-{index}", value if index == place else "good") for index in range(3)]
    with pytest.raises(ValueError, match=f"X-{place}"):
        check_header_values(headers)
    if value.isascii():
        with pytest.raises(ValueError, match=f"X-{place}"):
            check_header_values([(name.encode(), text.encode()) for name, text in headers])


@pytest.mark.parametrize("value", ["", "a b", "a\tb", "Bearer "])
def test_good_values_pass(value: str) -> None:
    check_header_values([("X-1", "a"), ("X-2", value)])
    check_header_values([(b"X-1", b"a"), (b"X-2", value.encode())])
    check_header_values([])
