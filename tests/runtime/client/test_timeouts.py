"""Timeouts: whose counts, and when an answer takes too long to wait for it whole."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from anthropic._constants import DEFAULT_TIMEOUT


def http_client(**kwargs: Any) -> httpx.Client:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={}))
    return httpx.Client(transport=transport, **kwargs)


def sent(client: Any, **options: Any) -> Any:
    from anthropic._models import FinalRequestOptions

    request = client._build_request(FinalRequestOptions(method="get", url="/x", **options))
    return httpx.Timeout(**request.extensions["timeout"])


def test_the_default(connect: Any, server: Any) -> None:
    assert connect(server()).timeout == DEFAULT_TIMEOUT
    assert DEFAULT_TIMEOUT == httpx.Timeout(600, connect=5.0)
    assert sent(connect(server())) == DEFAULT_TIMEOUT


def test_an_explicit_timeout_wins(connect: Any, server: Any) -> None:
    client = connect(server(), timeout=7, http_client=http_client(timeout=9))
    assert client.timeout == 7
    assert sent(client) == httpx.Timeout(7)


def test_the_timeout_of_the_http_client_counts_if_it_is_a_choice(connect: Any, server: Any) -> None:
    assert connect(server(), http_client=http_client(timeout=9)).timeout == httpx.Timeout(9)
    assert connect(server(), http_client=http_client(timeout=None)).timeout == httpx.Timeout(None)
    # What httpx sets by itself is no choice.
    assert connect(server(), http_client=http_client()).timeout == DEFAULT_TIMEOUT


def test_none_waits_for_ever(connect: Any, server: Any) -> None:
    client = connect(server(), timeout=None)
    assert client.timeout is None
    assert sent(client) == httpx.Timeout(None)


def test_a_request_has_the_last_word(connect: Any, server: Any) -> None:
    assert sent(connect(server()), timeout=httpx.Timeout(1)) == httpx.Timeout(1)
    assert sent(connect(server(), timeout=3), timeout=None) == httpx.Timeout(None)


@pytest.mark.parametrize(("max_tokens", "cap"), [(1, None), (21_333, None), (8_192, 8_192)])
def test_short_answers_need_no_stream(connect: Any, server: Any, max_tokens: int, cap: Any) -> None:
    timeout = connect(server())._calculate_nonstreaming_timeout(max_tokens, cap)
    assert timeout == httpx.Timeout(600, connect=5.0)


@pytest.mark.parametrize(("max_tokens", "cap"), [(21_334, None), (128_000, None), (8_193, 8_192)])
def test_long_answers_need_one(connect: Any, server: Any, max_tokens: int, cap: Any) -> None:
    message = "Streaming is required for operations that may take longer than 10 minutes"
    with pytest.raises(ValueError, match=message):
        connect(server())._calculate_nonstreaming_timeout(max_tokens, cap)
