"""An object that a method returned knows how its call went."""

from __future__ import annotations

import copy
import pickle
import time
from datetime import datetime, timezone
from typing import Any

import pytest

from anthropic import Anthropic, AsyncAnthropic
from anthropic._call_info import RateLimit, rate_limits
from anthropic.types import Message

QUESTION: Any = {
    "model": "claude-test",
    "max_tokens": 8,
    "messages": [{"role": "user", "content": "hi"}],
}
LIMITS = {
    "anthropic-ratelimit-requests-limit": "50",
    "anthropic-ratelimit-requests-remaining": "49",
    "anthropic-ratelimit-requests-reset": "2026-01-01T00:00:00Z",
    "Anthropic-Ratelimit-Input-Tokens-Remaining": "1000",
    "anthropic-ratelimit-output-tokens-remaining": "plenty",
}


@pytest.fixture(params=["sync", "async"])
def ask(request: Any, server: Any) -> Any:
    async def send(**options: Any) -> Message:
        if request.param == "sync":
            with Anthropic(api_key="k", base_url=server.url, **options) as client:
                return client.messages.create(**QUESTION)
        async with AsyncAnthropic(api_key="k", base_url=server.url, **options) as client:
            return await client.messages.create(**QUESTION)

    return send


async def test_what_it_knows(ask: Any, server: Any, answer: Any) -> None:
    server.script = [answer(500, {"retry-after-ms": "100"}), answer(headers=LIMITS, delay=0.05)]
    before = time.time()
    message = await ask()
    info = message._response
    assert info.request_id == message._request_id == "req_2"
    assert (info.status_code, info.retries_taken) == (200, 1)
    assert info.headers["request-id"] == "req_2"
    assert before <= info.started_at <= time.time()
    assert 0.05 <= info.attempt_duration < info.duration < 10
    assert info.duration >= 0.15
    assert info.retry_after is None
    assert info.rate_limits["requests"] == RateLimit(50, 49, "2026-01-01T00:00:00Z")
    assert info.rate_limits["requests"].resets_at == datetime(2026, 1, 1, tzinfo=timezone.utc)
    assert info.rate_limits["input-tokens"] == RateLimit(None, 1000, None)
    assert info.rate_limits["input-tokens"].resets_at is None
    assert info.rate_limits["output-tokens"] == RateLimit(None, None, None)


async def test_it_is_no_part_of_the_object(ask: Any, server: Any) -> None:
    message = await ask()
    assert "_response" not in message.to_dict() and "_response" not in message.to_json()
    assert "_response" not in repr(message) and "_response" not in str(message)
    assert message == Message.construct(**message.to_dict(exclude_unset=False))
    assert not hasattr(message.usage, "_response")


async def test_it_is_copied_and_pickled_with_the_object(ask: Any, server: Any) -> None:
    message = await ask()
    for copied in (copy.deepcopy(message), pickle.loads(pickle.dumps(message))):
        assert copied == message
        assert copied._response.headers["request-id"] == "req_1"


async def test_cookies_stay_with_whoever_made_the_call(ask: Any, server: Any, answer: Any) -> None:
    server.script = [answer(headers={"Set-Cookie": "session=for-me-alone", **LIMITS})]
    info = (await ask())._response
    assert info.headers["set-cookie"] == "session=for-me-alone"
    assert "for-me-alone" not in repr(info) and "req_1" in repr(info)
    pickled = pickle.dumps(info)
    assert b"for-me-alone" not in pickled
    travelled = pickle.loads(pickled)
    assert travelled.headers == {**info.headers, "set-cookie": "<redacted>"}
    assert vars(travelled).keys() == vars(info).keys()
    assert travelled.rate_limits == info.rate_limits
    assert (travelled.status_code, travelled.duration) == (200, info.duration)


def test_headers_that_are_no_limits() -> None:
    assert rate_limits({"anthropic-ratelimit-": "1", "request-id": "2"}) == {}


def test_times_that_a_limit_is_free_again() -> None:
    new_year = datetime(2026, 1, 1, tzinfo=timezone.utc)
    for reset in ("2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", "1767225600"):
        assert RateLimit(None, None, reset).resets_at == new_year
    assert RateLimit(None, None, "soon").resets_at is None
