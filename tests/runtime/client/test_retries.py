"""When the client tries again, how long it waits, and what it raises in the end."""

from __future__ import annotations

import email.utils
import random
import time
import uuid
from typing import Any, Dict, List, Optional

import httpx
import pytest

from anthropic import _exceptions
from anthropic._models import FinalRequestOptions
from anthropic._retries import retry_after
from anthropic._retry_policy import DEFAULT_RETRY_POLICY
from anthropic._streaming import AsyncStream, Stream

OK = httpx.Response(200, json={"ok": True})

# -- the decisions --------------------------------------------------------------------------------

retry_delay = DEFAULT_RETRY_POLICY.delay


def should_retry(status: int, headers: Dict[str, str]) -> bool:
    return DEFAULT_RETRY_POLICY.retries_response(httpx.Response(status, headers=headers))


@pytest.mark.parametrize("status", [408, 409, 429, 500, 501, 502, 503, 504, 529, 599])
def test_statuses_that_pass(status: int) -> None:
    assert should_retry(status, {})
    assert should_retry(status, {"x-should-retry": "FALSE"})
    assert not should_retry(status, {"x-should-retry": "false"})


@pytest.mark.parametrize("status", [301, 304, 400, 401, 403, 404, 413, 422, 499])
def test_statuses_that_stay(status: int) -> None:
    assert not should_retry(status, {})
    assert not should_retry(status, {"x-should-retry": "TRUE"})
    assert should_retry(status, {"x-should-retry": "true"})


NO_YEARS = [f"Wed, 21 Oct {year} 07:28:00 GMT" for year in (99999, 10**12, 10**40)]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"retry-after": "20"}, 20.0),
        ({"retry-after": "0.25"}, 0.25),
        ({"retry-after": "60"}, 60.0),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
    ],
)
def test_the_server_may_say_how_long(headers: Dict[str, str], expected: float) -> None:
    assert retry_delay(0, headers) == expected
    assert retry_delay(7, headers) == expected


@pytest.mark.parametrize(
    "value", ["-10", "0", "60.1", "99999999999999", "", "soon", "31 Feb", *NO_YEARS]
)
def test_unreasonable_wishes_are_ignored(value: str) -> None:
    assert 0.375 <= retry_delay(0, {"retry-after": value}) <= 0.5


@pytest.mark.parametrize("value", ["-5", "0", "60001", "nan"])
def test_unreasonable_milliseconds_are_ignored_with_the_seconds(value: str) -> None:
    headers = {"retry-after-ms": value, "retry-after": "9"}
    assert 0.375 <= retry_delay(0, headers) <= 0.5


def test_the_server_may_give_a_date(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_696_004_797
    monkeypatch.setattr(time, "time", lambda: now)
    for ahead, expected in ((20, 20.0), (60, 60.0)):
        date = email.utils.formatdate(now + ahead, usegmt=True)
        assert retry_delay(0, {"retry-after": date}) == expected
    assert retry_after({"retry-after": email.utils.formatdate(now - 5)}) == -5.0
    for ahead in (-5, 0, 61):
        date = email.utils.formatdate(now + ahead, usegmt=True)
        assert retry_delay(0, {"retry-after": date}) <= 0.5


@pytest.mark.parametrize(
    ("taken", "longest"),
    [(0, 0.5), (1, 1), (2, 2), (3, 4), (4, 8), (5, 8), (50, 8), (10**6, 8)],
)
def test_the_delay_doubles_up_to_a_ceiling(
    taken: int, longest: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(random, "random", lambda: 0.0)
    assert retry_delay(taken) == longest
    monkeypatch.setattr(random, "random", lambda: 1.0)
    assert retry_delay(taken) == longest * 0.75


def test_the_clients_own_reckoning(connect: Any, server: Any) -> None:
    client = connect(server(), max_retries=3)
    options = FinalRequestOptions(method="get", url="/x", max_retries=3)
    for remaining, longest in ((3, 0.5), (2, 1.0), (1, 2.0)):
        delay = client._calculate_retry_timeout(remaining, options, httpx.Headers({}))
        assert longest * 0.75 <= delay <= longest
    headers = httpx.Headers({"Retry-After": "5"})
    assert client._calculate_retry_timeout(3, options, headers) == 5.0


# -- the loop -------------------------------------------------------------------------------------


@pytest.fixture(params=["sync", "async"])
def ask(request: Any, connect: Any, async_connect: Any, no_waiting: List[float]) -> Any:
    """Sends one request from a client of each flavour."""

    async def send(server: Any, *, options: Any = None, **kwargs: Any) -> Any:
        if request.param == "sync":
            return connect(server, **kwargs).get("/x", cast_to=object, options=options or {})
        client = async_connect(server, **kwargs)
        return await client.get("/x", cast_to=object, options=options or {})

    return send


def retry_counts(server: Any) -> List[Optional[str]]:
    return [request.headers.get("x-stainless-retry-count") for request in server.requests]


@pytest.mark.parametrize(
    "failure",
    [
        httpx.Response(429),
        httpx.Response(500),
        httpx.Response(400, headers={"x-should-retry": "true"}),
        httpx.ReadTimeout("slow"),
        httpx.ConnectError("refused"),
        ValueError("odd"),
    ],
)
async def test_a_passing_failure_is_survived(
    ask: Any, server: Any, failure: Any, no_waiting: List[float]
) -> None:
    served = server(failure, failure, OK)
    assert await ask(served) == {"ok": True}
    assert retry_counts(served) == ["0", "1", "2"]
    first, second = no_waiting
    assert 0.375 <= first <= 0.5 and 0.75 <= second <= 1.0


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (httpx.Response(500), _exceptions.InternalServerError),
        (httpx.Response(429), _exceptions.RateLimitError),
        (httpx.ReadTimeout("slow"), _exceptions.APITimeoutError),
        (httpx.PoolTimeout("full"), _exceptions.APITimeoutError),
        (httpx.ConnectError("refused"), _exceptions.APIConnectionError),
        (ValueError("odd"), _exceptions.APIConnectionError),
    ],
)
@pytest.mark.parametrize("retries", [0, 2])
async def test_a_lasting_failure_is_raised(
    ask: Any, server: Any, failure: Any, expected: Any, retries: int
) -> None:
    served = server(failure)
    with pytest.raises(expected) as caught:
        await ask(served, max_retries=retries)
    assert type(caught.value) is expected
    assert len(served.requests) == retries + 1
    if isinstance(failure, Exception):
        assert caught.value.__cause__ is failure
    else:
        assert caught.value.__cause__ is None and caught.value.__suppress_context__
    assert caught.value.request is served.requests[-1]


@pytest.mark.parametrize("status", [302, 400, 401, 404])
async def test_other_statuses_are_raised_at_once(ask: Any, server: Any, status: int) -> None:
    served = server(httpx.Response(status))
    with pytest.raises(_exceptions.APIStatusError) as caught:
        await ask(served)
    assert caught.value.status_code == status
    assert len(served.requests) == 1


async def test_a_request_may_choose_its_own_retries(ask: Any, server: Any) -> None:
    served = server(httpx.Response(500))
    with pytest.raises(_exceptions.InternalServerError):
        await ask(served, max_retries=5, options={"max_retries": 1})
    assert len(served.requests) == 2


async def test_retries_without_a_limit(ask: Any, server: Any) -> None:
    served = server(*[httpx.Response(500)] * 30, OK)
    assert await ask(served, max_retries=float("inf")) == {"ok": True}


async def test_the_servers_wish_is_heeded(ask: Any, server: Any, no_waiting: List[float]) -> None:
    await ask(server(httpx.Response(429, headers={"retry-after": "7"}), OK))
    assert no_waiting == [7.0]


class Unread(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that notes in a list what is done with it."""

    def __init__(self, content: bytes, done: List[str]) -> None:
        self._content = content
        self._done = done

    def __iter__(self) -> Any:
        self._done.append("read")
        yield self._content

    async def __aiter__(self) -> Any:
        self._done.append("read")
        yield self._content

    def close(self) -> None:
        self._done.append("closed")

    async def aclose(self) -> None:
        self._done.append("closed")


@pytest.fixture(params=["sync", "async"])
def stream(request: Any, connect: Any, async_connect: Any, no_waiting: List[float]) -> Any:
    """Sends one request whose answer is to be streamed, from a client of each flavour."""

    async def send(server: Any, **kwargs: Any) -> Any:
        options: Dict[str, Any] = {"cast_to": object, "stream": True}
        if request.param == "sync":
            client = connect(server, **kwargs)
            return client.post("/x", stream_cls=Stream[object], **options)
        client = async_connect(server, **kwargs)
        return await client.post("/x", stream_cls=AsyncStream[object], **options)

    return send


async def test_a_response_is_closed_before_the_next_attempt(stream: Any, server: Any) -> None:
    done: List[str] = []

    def fail(request: httpx.Request) -> httpx.Response:
        return httpx.Response(500, stream=Unread(b"{}", done))

    def succeed(request: httpx.Request) -> httpx.Response:
        done.append("asked again")
        return httpx.Response(200, content=b"")

    await stream(server(fail, succeed))
    # What it says does not matter, and may take long.
    assert done == ["closed", "asked again"]


async def test_the_last_error_is_read_whole(stream: Any, server: Any) -> None:
    done: List[str] = []

    def fail(request: httpx.Request) -> httpx.Response:
        return httpx.Response(429, stream=Unread(b'{"error": {"message": "slow"}}', done))

    with pytest.raises(_exceptions.RateLimitError) as caught:
        await stream(server(fail), max_retries=0)
    assert caught.value.body == {"error": {"message": "slow"}}
    assert done == ["read", "closed"]


async def test_a_closed_client_does_not_try_again(
    async_connect: Any, connect: Any, server: Any, no_waiting: List[float]
) -> None:
    client = connect(server())
    assert not client.is_closed()
    client.close()
    assert client.is_closed()
    with pytest.raises(_exceptions.APIConnectionError):
        client.get("/x", cast_to=object)
    async_client = async_connect(server())
    await async_client.close()
    with pytest.raises(_exceptions.APIConnectionError):
        await async_client.get("/x", cast_to=object)
    assert not no_waiting


@pytest.mark.parametrize("kind", ["sync", "async"])
async def test_hooks_run_for_each_attempt_on_fresh_options(
    kind: str, connect: Any, async_connect: Any, server: Any, no_waiting: List[float]
) -> None:
    served = server(httpx.Response(500), OK)
    seen: List[Any] = []

    def prepare_options(options: FinalRequestOptions) -> FinalRequestOptions:
        seen.append(dict(options.json_data))  # type: ignore[call-overload]
        options.json_data.pop("model")  # type: ignore[union-attr]
        options.url = "/moved"
        return options

    def prepare_request(request: httpx.Request) -> None:
        request.headers["signature"] = request.url.path

    async def async_prepare_options(options: FinalRequestOptions) -> FinalRequestOptions:
        return prepare_options(options)

    async def async_prepare_request(request: httpx.Request) -> None:
        prepare_request(request)

    if kind == "sync":
        client = connect(served)
        client._prepare_options = prepare_options
        client._prepare_request = prepare_request
        client.post("/x", cast_to=object, body={"model": "m", "a": 1})
    else:
        async_client = async_connect(served)
        async_client._prepare_options = async_prepare_options
        async_client._prepare_request = async_prepare_request
        await async_client.post("/x", cast_to=object, body={"model": "m", "a": 1})
    assert seen == [{"model": "m", "a": 1}] * 2
    assert [request.url.path for request in served.requests] == ["/root/moved"] * 2
    assert served.bodies == [b'{"a":1}'] * 2
    assert served.last.headers["signature"] == "/root/moved"


def test_one_idempotency_key_for_all_attempts(
    connect: Any, server: Any, no_waiting: List[float]
) -> None:
    served = server(httpx.Response(500), OK)
    client = connect(served)
    client._idempotency_header = "Idempotency-Key"
    client.post("/x", cast_to=object)
    first, second = (request.headers["idempotency-key"] for request in served.requests)
    assert first == second
    assert uuid.UUID(first.replace("stainless-python-retry-", "", 1)).version == 4
    client.post("/x", cast_to=object)
    assert served.last.headers["idempotency-key"] != first
    # To ask for something twice does no harm.
    client.get("/x", cast_to=object)
    assert "idempotency-key" not in served.last.headers


async def test_errors_while_building_are_not_retried(
    connect: Any, async_connect: Any, server: Any, no_waiting: List[float]
) -> None:
    served = server()

    def fail(_: object) -> Any:
        raise RuntimeError("no credentials")

    async def async_fail(_: object) -> Any:
        fail(_)

    for hook in ("_prepare_request", "_prepare_options"):
        client, async_client = connect(served), async_connect(served)
        setattr(client, hook, fail)
        setattr(async_client, hook, async_fail)
        with pytest.raises(RuntimeError, match="no credentials"):
            client.get("/x", cast_to=object)
        with pytest.raises(RuntimeError, match="no credentials"):
            await async_client.get("/x", cast_to=object)
    assert not no_waiting and not served.requests


def test_max_retries_cannot_be_none(connect: Any, server: Any) -> None:
    with pytest.raises(TypeError, match="max_retries cannot be None"):
        connect(server(), max_retries=None)
