"""The headers of a request: layers, spellings, omission, credentials."""

from __future__ import annotations

import platform
import re
import threading
from typing import Any, Iterator, List

import httpx
import pytest

import anthropic
from anthropic._base_client import make_request_options
from anthropic._headers import (
    combine_headers,
    find_header,
    list_header,
    merge_headers,
    require_credentials,
)
from anthropic._platform import known_system, platform_headers
from anthropic._types import Omit, not_given, omit
from tests.runtime.faults.conftest import KEY, Flavour
from tests.runtime.faults.server import Server, answer

NO_CREDENTIALS = re.escape(
    "Could not resolve authentication method. Expected either api_key or auth_token to be set. "
    "Or for one of the `X-Api-Key` or `Authorization` headers to be explicitly omitted"
)


def ask(connect: Any, server: Any, **kwargs: Any) -> httpx.Headers:
    options = kwargs.pop("options", {})
    served = server()
    connect(served, **kwargs).get("/x", cast_to=object, options=options)
    return served.last.headers


# -- on the wire ----------------------------------------------------------------------------------

KINDS = ["sync", "async", "aiohttp"]
# What HTTP clients add by themselves.
OF_HTTP = {"host", "accept-encoding", "connection", "content-length"}


@pytest.fixture
def wire() -> Iterator[Server]:
    with Server([answer(b'{"id": "msg_1"}')]) as running:
        yield running


@pytest.mark.parametrize("kind", KINDS)
async def test_all_headers_of_a_request(kind: str, wire: Server) -> None:
    flavour = Flavour(kind)
    client = flavour.client(wire.url, auth_token="token", default_headers={"X-Mine": "1"})
    await flavour.create(client, extra_headers={"X-Yours": "2"}, timeout=2.5)
    await flavour.close(client)
    (received,) = wire.requests
    sent = [(name.lower(), value) for name, value in received.lines]
    assert sorted(pair for pair in sent if pair[0] not in OF_HTTP) == sorted(
        {
            "accept": "application/json",
            "content-type": "application/json",
            "user-agent": f"{type(client).__name__}/Python {anthropic.__version__}",
            "x-stainless-lang": "python",
            "x-stainless-package-version": anthropic.__version__,
            "x-stainless-os": known_system(),
            "x-stainless-arch": platform_headers(anthropic.__version__, "")["X-Stainless-Arch"],
            "x-stainless-runtime": platform.python_implementation(),
            "x-stainless-runtime-version": platform.python_version(),
            "x-stainless-async": "false" if kind == "sync" else "async:asyncio",
            "x-stainless-retry-count": "0",
            "x-stainless-timeout": "2.5",
            "x-stainless-read-timeout": "2.5",
            "anthropic-version": "2023-06-01",
            "x-api-key": KEY,
            "authorization": "Bearer token",
            "x-mine": "1",
            "x-yours": "2",
        }.items()
    )


@pytest.mark.parametrize("kind", KINDS)
async def test_headers_of_each_layer(kind: str, wire: Server) -> None:
    """The last layer that says something about a header is the one that counts."""
    flavour = Flavour(kind)
    client = flavour.client(
        wire.url,
        default_headers={
            "accept": "a/client",
            "ANTHROPIC-VERSION": "client",
            "x-api-key": "client",
            "X-Stainless-Lang": omit,
            "X-Stainless-Arch": "client",
            "x-stainless-retry-count": "client",
        },
    )
    extra = {
        "x-stainless-read-timeout": "call",
        "X-STAINLESS-ARCH": "call",
        "x-stainless-os": omit,
        "User-Agent": "call",
        "x-nothing": not_given,
    }
    await flavour.create(client, extra_headers=extra)
    await flavour.close(client)
    (received,) = wire.requests
    names = [name.lower() for name, _ in received.lines]
    assert len(names) == len(set(names))
    assert not {"x-stainless-lang", "x-stainless-os", "x-nothing"}.intersection(names)
    expected = {
        "accept": "a/client",
        "anthropic-version": "client",
        "x-api-key": "client",
        # Only a request may set this one.
        "x-stainless-retry-count": "0",
        "x-stainless-read-timeout": "call",
        "x-stainless-arch": "call",
        "user-agent": "call",
    }
    assert {name: received.headers[name] for name in expected} == expected


def test_the_machine_is_looked_at_once(wire: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise AssertionError("asked again")

    with anthropic.Anthropic(api_key="k", base_url=wire.url) as first:
        first.get("/x", cast_to=object)
    for name in ("system", "platform", "release", "machine", "python_version"):
        monkeypatch.setattr(f"platform.{name}", fail)
    with anthropic.Anthropic(api_key="k", base_url=wire.url) as second:
        second.get("/x", cast_to=object)
    told = [
        [pair for pair in received.lines if pair[0].startswith("X-Stainless")]
        for received in wire.requests
    ]
    assert told[0] == told[1] and len(told[0]) == 7


async def test_asynchronous_clients_look_at_the_machine_in_a_thread(
    wire: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: List[threading.Thread] = []
    system = platform.system

    def watched() -> str:
        threads.append(threading.current_thread())
        return system()

    monkeypatch.setattr("platform.system", watched)
    known_system.cache_clear()
    async with anthropic.AsyncAnthropic(api_key="k", base_url=wire.url) as client:
        for _ in range(2):
            await client.get("/x", cast_to=object)
    assert len(threads) == 1 and threads[0] is not threading.current_thread()
    assert wire.requests[0].headers["x-stainless-os"] == known_system()


# -- layers ---------------------------------------------------------------------------------------


def test_a_plain_request_says_who_sends_it(connect: Any, server: Any) -> None:
    headers = ask(connect, server)
    assert headers["accept"] == "application/json"
    assert headers["user-agent"] == "Client/Python 1.2.3"
    assert headers["x-stainless-lang"] == "python"
    assert headers["x-stainless-package-version"] == "1.2.3"
    assert headers["x-stainless-retry-count"] == "0"
    assert "x-stainless-timeout" not in headers
    assert headers["x-stainless-read-timeout"] == "600"
    assert headers["x-api-key"] == "key"
    for name in ("os", "arch", "runtime", "runtime-version"):
        assert headers[f"x-stainless-{name}"]


def test_a_get_has_no_content_type_and_a_post_has(connect: Any, server: Any) -> None:
    served = server()
    client = connect(served)
    client.get("/x", cast_to=object)
    assert "content-type" not in served.last.headers
    client.delete("/x", cast_to=object)
    assert served.last.headers["content-type"] == "application/json"


@pytest.mark.parametrize("spelling", ["User-Agent", "user-agent", "USER-AGENT"])
def test_later_layers_win_in_any_case(connect: Any, server: Any, spelling: str) -> None:
    headers = ask(connect, server, custom_headers={spelling: "mine"})
    assert headers.get_list("user-agent") == ["mine"]
    headers = ask(
        connect,
        server,
        custom_headers={"User-Agent": "mine"},
        options={"headers": {spelling: "yours"}},
    )
    assert headers.get_list("user-agent") == ["yours"]


@pytest.mark.parametrize("spelling", ["anthropic-version", "Anthropic-Version"])
def test_a_header_that_the_client_sets_late_can_be_overridden(
    connect: Any, server: Any, spelling: str
) -> None:
    headers = ask(connect, server, custom_headers={spelling: "2099-01-01"})
    assert headers.get_list("anthropic-version") == ["2099-01-01"]


@pytest.mark.parametrize("spelling", ["anthropic-version", "ANTHROPIC-VERSION"])
def test_omit_removes_a_header(connect: Any, server: Any, spelling: str) -> None:
    assert "anthropic-version" not in ask(connect, server, custom_headers={spelling: omit})
    options = make_request_options(extra_headers={spelling: Omit()})
    assert "anthropic-version" not in ask(connect, server, options=options)


def test_httpx_adds_its_own_header_where_ours_is_omitted(connect: Any, server: Any) -> None:
    headers = ask(connect, server, options={"headers": {"User-Agent": omit}})
    assert headers["user-agent"].startswith("python-httpx/")
    headers = ask(connect, server, custom_headers={"User-Agent": omit})
    assert headers["user-agent"].startswith("python-httpx/")


@pytest.mark.parametrize(
    "name",
    [
        "x-stainless-retry-count",
        "X-Stainless-Retry-Count",
        "x-stainless-read-timeout",
        "X-Stainless-Read-Timeout",
    ],
)
def test_callers_may_set_or_omit_the_bookkeeping(connect: Any, server: Any, name: str) -> None:
    headers = ask(connect, server, options={"headers": {name: "42"}})
    assert headers.get_list(name) == ["42"]
    assert name not in ask(connect, server, options={"headers": {name: omit}})


@pytest.mark.parametrize(
    ("timeout", "total", "reading"),
    [
        (7, "7", "7"),
        (2.5, "2.5", "2.5"),
        (httpx.Timeout(3, read=9), "9", "9"),
        (None, "None", None),
    ],
)
def test_the_timeout_of_a_request_is_told(
    connect: Any, server: Any, timeout: Any, total: str, reading: Any
) -> None:
    headers = ask(connect, server, options={"timeout": timeout})
    assert headers["x-stainless-timeout"] == total
    assert headers.get("x-stainless-read-timeout") == reading


def test_the_timeout_is_told_as_each_request_has_it(connect: Any, server: Any) -> None:
    served = server()
    client = connect(served)
    for timeout in (7, httpx.Timeout(7.0), 7, httpx.Timeout(8.0, read=7)):
        client.post("/x", cast_to=object, options={"timeout": timeout})
    told = [request.headers["x-stainless-read-timeout"] for request in served.requests]
    assert told == ["7", "7.0", "7", "7"]


def test_an_idempotency_key_goes_out_only_under_a_name(connect: Any, server: Any) -> None:
    served = server()
    client = connect(served)
    client.post("/x", cast_to=object)
    assert not any(b"stainless-python-retry-" in value for _, value in served.last.headers.raw)
    client._idempotency_header = "Idempotency-Key"
    client.post("/x", cast_to=object)
    assert served.last.headers["idempotency-key"].startswith("stainless-python-retry-")
    client.post("/x", cast_to=object, options={"idempotency_key": "mine"})
    assert served.last.headers["idempotency-key"] == "mine"
    client.post("/x", cast_to=object, options={"headers": {"idempotency-key": "first"}})
    assert served.last.headers["idempotency-key"] == "first"


# -- credentials ----------------------------------------------------------------------------------


def test_the_read_timeout_of_the_client_is_told(connect: Any, server: Any) -> None:
    for timeout, told in ((3, "3"), (httpx.Timeout(3, read=9), "9"), (None, None)):
        headers = ask(connect, server, timeout=timeout)
        assert headers.get("x-stainless-read-timeout") == told
        assert "x-stainless-timeout" not in headers


@pytest.mark.parametrize("key", [None, ""])
def test_no_credentials_no_request(connect: Any, server: Any, key: Any) -> None:
    served = server()
    client = connect(served)
    client.api_key = key
    with pytest.raises(TypeError, match=NO_CREDENTIALS):
        client.get("/x", cast_to=object)
    assert not served.requests


@pytest.mark.parametrize("name", ["x-api-key", "X-Api-Key", "Authorization", "authorization"])
def test_a_default_header_may_carry_the_credentials(connect: Any, server: Any, name: str) -> None:
    served = server()
    client = connect(served, custom_headers={name: "secret"})
    client.api_key = None
    client.get("/x", cast_to=object)
    assert served.last.headers[name] == "secret"


@pytest.mark.parametrize("name", ["x-api-key", "X-Api-Key", "Authorization"])
def test_only_a_request_may_do_without_credentials(connect: Any, server: Any, name: str) -> None:
    served = server()
    client = connect(served, custom_headers={name: omit})
    client.api_key = None
    with pytest.raises(TypeError, match=NO_CREDENTIALS):
        client.get("/x", cast_to=object)
    client.get("/x", cast_to=object, options={"headers": {name: omit}})
    assert "x-api-key" not in served.last.headers


def test_a_key_may_be_replaced_while_the_client_lives(connect: Any, server: Any) -> None:
    served = server()
    client = connect(served)
    client.get("/x", cast_to=object)
    client.api_key = "another"
    client.get("/x", cast_to=object)
    assert [request.headers["x-api-key"] for request in served.requests] == ["key", "another"]


def test_the_complaint_holds_no_secret() -> None:
    with pytest.raises(TypeError) as caught:
        require_credentials({"x-other": "secret"}, {}, {"api_key": "X-Api-Key"})
    assert "secret" not in str(caught.value)


# -- the functions --------------------------------------------------------------------------------


def test_combining_keeps_the_last_spelling_and_the_omissions() -> None:
    combined = combine_headers({"A": "1", "b": "2"}, None, {"a": "3", "B": omit, "c": not_given})
    assert combined == {"a": "3", "B": omit}
    assert list(combined) == ["a", "B"]


def test_callers_win_over_the_documented_headers() -> None:
    merged = merge_headers({"anthropic-beta": "one", "x": not_given}, {"Anthropic-Beta": "two"})
    assert merged == {"Anthropic-Beta": "two"}
    assert merge_headers({"a": "1"}, None) == {"a": "1"}


def test_headers_are_found_in_any_case() -> None:
    assert find_header({"X-Api-Key": "k"}, "x-api-key") == "k"
    assert find_header({}, "x-api-key") is None


@pytest.mark.parametrize(
    ("values", "defaults", "expected"),
    [
        (["a", "b"], ("c",), "a,b,c"),
        (("a",), (), "a"),
        (iter(["a"]), ("c",), "a,c"),
        (omit, ("c", "d"), "c,d"),
        ([], ("c",), "c"),
        (None, ("c",), "c"),
    ],
)
def test_lists_in_headers(values: Any, defaults: Any, expected: str) -> None:
    assert list_header(values, *defaults) == expected


def test_a_text_is_no_list() -> None:
    with pytest.raises(TypeError, match=r"such as \['files-api'\], but received 'files-api'"):
        list_header("files-api")


@pytest.mark.parametrize("values", [omit, not_given, None, []])
def test_nothing_to_list_is_no_header(values: Any) -> None:
    assert merge_headers({"anthropic-beta": list_header(values)}, None) == {}
