"""Which failures are repeated, how often and when: the caller may say so."""

from __future__ import annotations

from typing import Any, List

import httpx
import pytest

from anthropic._retry_policy import RetryAttempt, RetryPolicy


def response(status: int, **headers: str) -> httpx.Response:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, headers=names)


def test_the_default_is_the_contract() -> None:
    policy = RetryPolicy()
    retried = {status for status in range(300, 600) if policy.retries_response(response(status))}
    assert retried == {408, 409, 429, *range(500, 600)}
    assert policy.retries_response(response(400, x_should_retry="true"))
    assert not policy.retries_response(response(503, x_should_retry="false"))
    assert policy.retries_error(ValueError()) and policy.retries_error(httpx.ReadTimeout(""))
    assert policy.delay(0, {"retry-after": "60"}) == 60
    assert 0.375 <= policy.delay(0, {"retry-after": "61"}) <= 0.5


def test_which_failures() -> None:
    policy = RetryPolicy(statuses={418}, errors=(httpx.ConnectError,), obeys_server=False)
    assert policy.retries_response(response(418, x_should_retry="false"))
    assert not policy.retries_response(response(503))
    assert policy.retries_error(httpx.ConnectError(""))
    assert not policy.retries_error(httpx.ReadTimeout(""))
    own = RetryPolicy(retry_if=lambda outcome: isinstance(outcome, Exception))
    assert own.retries_error(ValueError()) and not own.retries_response(response(500))


def test_which_delays() -> None:
    policy = RetryPolicy(initial_delay=1, multiplier=3, max_delay=10, jitter=0, max_retry_after=5)
    assert [policy.delay(taken) for taken in range(4)] == [1, 3, 9, 10]
    assert policy.delay(10**9) == 10
    assert RetryPolicy(multiplier=1e300, jitter=0).delay(1000) == 8
    assert policy.delay(0, {"retry-after": "5"}) == 5
    assert policy.delay(0, {"retry-after": "6"}) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"max_retries": -1}, {"jitter": 2}, {"multiplier": 0.5}, {"deadline": -1}, {"max_delay": -1}],
)
def test_numbers_that_make_no_sense(wrong: Any) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        RetryPolicy(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"errors": (3,)},
        {"errors": [ValueError]},
        {"errors": "ConnectError"},
        {"statuses": {"503"}},
        {"max_retries": "3"},
        {"deadline": "1m"},
    ],
)
def test_values_of_another_kind(wrong: Any) -> None:
    with pytest.raises(TypeError, match=f"`{next(iter(wrong))}` must be"):
        RetryPolicy(**wrong)


def test_a_policy_is_a_value() -> None:
    assert RetryPolicy(max_retries=3) == RetryPolicy(max_retries=3) != RetryPolicy()
    with pytest.raises(AttributeError):
        RetryPolicy().jitter = 0  # type: ignore[misc]


# -- in a client ----------------------------------------------------------------------------------


@pytest.fixture(params=["sync", "async"])
def fetch(request: Any, monkeypatch: pytest.MonkeyPatch, waits: List[float]) -> Any:
    from anthropic import Anthropic, AsyncAnthropic

    async def send(script: List[Any], policy: RetryPolicy, **settings: Any) -> Any:
        def handle(asked: httpx.Request) -> httpx.Response:
            entry = script.pop(0)
            if isinstance(entry, Exception):
                raise entry
            return httpx.Response(entry[0], headers=entry[1], json={})

        transport = httpx.MockTransport(handle)
        if request.param == "sync":
            client = Anthropic(api_key="k", http_client=httpx.Client(transport=transport))
        else:
            own = httpx.AsyncClient(transport=transport)
            client = AsyncAnthropic(api_key="k", http_client=own)  # type: ignore[assignment]
        client = client.with_options(retry_policy=policy, **settings)
        answer = client.get("/x", cast_to=object)
        return answer if request.param == "sync" else await answer  # type: ignore[misc]

    return send


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> List[float]:
    waited: List[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("time.sleep", waited.append)
    monkeypatch.setattr("anyio.sleep", wait)
    return waited


async def test_the_callback_is_told_of_each_retry(fetch: Any, waits: List[float]) -> None:
    seen: List[RetryAttempt] = []
    policy = RetryPolicy(max_retries=5, jitter=0, on_retry=seen.append)
    broken = httpx.ConnectError("no")
    await fetch([broken, (503, {"retry-after": "7"}), (200, {})], policy)
    assert [(told.attempt, told.delay) for told in seen] == [(1, 0.5), (2, 7.0)]
    assert waits == [0.5, 7.0]
    assert seen[0].error is broken and seen[0].response is None
    assert seen[1].error is None and seen[1].response is not None
    assert seen[1].response.status_code == 503
    assert 0 <= seen[0].elapsed <= seen[1].elapsed


async def test_how_often(fetch: Any, waits: List[float]) -> None:
    from anthropic import APIConnectionError, InternalServerError

    script: List[Any] = [(500, {})] * 9
    with pytest.raises(InternalServerError):
        await fetch(script, RetryPolicy(max_retries=4))
    assert len(script) == 4
    script = [httpx.ReadTimeout("slow")] * 9
    with pytest.raises(APIConnectionError):
        await fetch(script, RetryPolicy(errors=(httpx.ConnectError,)))
    assert len(script) == 8


async def test_a_long_wait_that_the_deadline_allows(fetch: Any, waits: List[float]) -> None:
    script = [(429, {"retry-after": "90"}), (200, {})]
    await fetch(script, RetryPolicy(deadline=600))
    await fetch([(429, {"retry-after": "90"}), (200, {})], RetryPolicy(), total_timeout=600)
    assert waits == [90, 90]


@pytest.mark.parametrize("asked", ["90", "30"])
async def test_a_wait_beyond_the_deadline_ends_the_call(
    fetch: Any, waits: List[float], asked: str
) -> None:
    from anthropic import RateLimitError

    for policy, settings in (
        (RetryPolicy(deadline=20), {}),
        (RetryPolicy(), {"total_timeout": 20}),
    ):
        script = [(429, {"retry-after": asked}), (200, {})]
        with pytest.raises(RateLimitError):
            await fetch(script, policy, **settings)
        assert waits == []
