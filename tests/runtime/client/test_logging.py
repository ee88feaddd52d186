"""What is logged: nothing without being asked, no prompts below DEBUG, and secrets never."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
import traceback
from typing import Any, Dict, List

import httpx
import pytest

import anthropic
from anthropic import Anthropic, AsyncAnthropic

SECRETS = {
    "api_key": "SECRET-1",
    "auth_token": "SECRET-2",
    "default_headers": {"X-Team-Token": "SECRET-3", "Cookie": "SECRET-4"},
    "default_query": {"api_key": "SECRET-5"},
}
CALL: Dict[str, Any] = {
    "model": "claude-test",
    "max_tokens": 5,
    "messages": [{"role": "user", "content": "PROMPT"}],
    "system": "PROMPT",
    "extra_headers": {"X-Api-Key": "SECRET-6", "Proxy-Authorization": "SECRET-7", "x-note": "seen"},
    "extra_query": {"access_token": "SECRET-8", "page": "seen-too"},
    "extra_body": {
        "mcp_servers": [{"name": "m", "url": "https://m", "authorization_token": "SECRET-9"}]
    },
}
ANSWER = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-test",
    "content": [{"type": "text", "text": "REPLY"}],
    "stop_reason": "end_turn",
    "usage": {"input_tokens": 1, "output_tokens": 1},
}
HEADERS = {"request-id": "req_9", "set-cookie": "SECRET-0", "x-seen": "yes"}


def answer(status: int = 200) -> Any:
    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, json=ANSWER, headers=HEADERS)

    return respond


async def call(asynchronous: bool, respond: Any, **options: Any) -> Any:
    transport = httpx.MockTransport(respond)
    options = {**SECRETS, "base_url": "https://user:SECRET-10@api.test", **options}
    if asynchronous:
        http_client = httpx.AsyncClient(transport=transport)
        return await AsyncAnthropic(**options, http_client=http_client).messages.create(**CALL)
    return Anthropic(**options, http_client=httpx.Client(transport=transport)).messages.create(
        **CALL
    )


both = pytest.mark.parametrize("asynchronous", [False, True])


@both
async def test_debug_tells_all_but_secrets(
    caplog: pytest.LogCaptureFixture, asynchronous: bool
) -> None:
    with caplog.at_level(logging.DEBUG, logger="anthropic"):
        await call(asynchronous, answer())
    ours = [record for record in caplog.records if record.name.startswith("anthropic")]
    assert {record.name for record in ours} == {"anthropic._base_client"}
    assert {record.levelno for record in ours} == {logging.DEBUG}
    options, sending, response, request_id = [record.getMessage() for record in ours]
    assert options.startswith("Request options: {'method': 'post', 'url': '/v1/messages'")
    assert "PROMPT" in options and "'x-note': 'seen'" in options and "seen-too" in options
    assert "'max_tokens': 5" in options and "'authorization_token': '<redacted>'" in options
    assert sending == "Sending HTTP Request: POST https://api.test/v1/messages"
    assert response.startswith('HTTP Response: POST https://api.test/v1/messages "200 OK" {')
    assert "'x-seen': 'yes'" in response
    assert request_id == "request_id: req_9"
    text = "\n".join(record.getMessage() for record in ours)
    assert "SECRET" not in text and "REPLY" not in text


@both
async def test_info_tells_of_retries_and_of_no_prompt(
    caplog: pytest.LogCaptureFixture, asynchronous: bool
) -> None:
    policy = anthropic.RetryPolicy(max_retries=2, initial_delay=0.001)
    with caplog.at_level(logging.INFO, logger="anthropic"):
        with pytest.raises(anthropic.InternalServerError):
            await call(asynchronous, answer(500), retry_policy=policy)
    ours = [record for record in caplog.records if record.name.startswith("anthropic")]
    assert len(ours) == 2
    for record in ours:
        assert record.levelno == logging.INFO
        assert record.getMessage().startswith("Retrying request to /v1/messages in 0.00")


@both
@pytest.mark.parametrize("status", [200, 400, 500])
async def test_nothing_is_logged_by_default(
    caplog: pytest.LogCaptureFixture, asynchronous: bool, status: int
) -> None:
    with caplog.at_level(logging.WARNING):
        try:
            await call(asynchronous, answer(status), max_retries=0)
        except anthropic.APIStatusError as error:
            assert error.status_code == status
    assert not [record for record in caplog.records if record.name.startswith("anthropic")]


@both
@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
async def test_broken_connections(
    caplog: pytest.LogCaptureFixture, asynchronous: bool, level: int
) -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    with caplog.at_level(level, logger="anthropic"):
        with pytest.raises(anthropic.APIConnectionError) as caught:
            await call(asynchronous, respond, max_retries=0)
    ours = [record for record in caplog.records if record.name.startswith("anthropic")]
    assert ("PROMPT" in caplog.text) == (level == logging.DEBUG)
    assert "SECRET" not in "\n".join(record.getMessage() for record in ours)
    shown = "".join(traceback.format_exception(type(caught.value), caught.value, caught.tb))
    assert "refused" in shown
    assert "SECRET" not in shown


@both
@pytest.mark.parametrize("status", [400, 401, 500])
async def test_errors_show_no_credentials(asynchronous: bool, status: int) -> None:
    with pytest.raises(anthropic.APIStatusError) as caught:
        await call(asynchronous, answer(status), max_retries=0)
    error = caught.value
    for text in (str(error), repr(error), error.message):
        assert "SECRET" not in text
    assert "SECRET" not in "".join(traceback.format_exception_only(type(error), error))


def test_raw_bytes_are_shown_by_their_number(caplog: pytest.LogCaptureFixture) -> None:
    http_client = httpx.Client(transport=httpx.MockTransport(answer()))
    client = Anthropic(api_key="k", http_client=http_client)
    with caplog.at_level(logging.DEBUG, logger="anthropic"):
        client.post("/x", cast_to=object, content=b"few")
        client.post("/x", cast_to=object, content=b"m" * 5000)
        client.beta.files.upload(file=("name.txt", b"m" * 6000))
    assert "b'few'" in caplog.text
    assert "<5000 bytes>" in caplog.text and "<6000 bytes>" in caplog.text
    assert "name.txt" in caplog.text and "mmm" not in caplog.text


# -- ANTHROPIC_LOG, in processes of their own -----------------------------------------------------

PROGRAM = """
import logging, httpx, anthropic
respond = lambda request: httpx.Response(500, json={})
http_client = httpx.Client(transport=httpx.MockTransport(respond))
client = anthropic.Anthropic(
    base_url="https://user:SECRET@api.test", api_key="SECRET", http_client=http_client,
    retry_policy=anthropic.RetryPolicy(initial_delay=0.001, max_retries=1),
)
try:
    client.get("/x", cast_to=object, options={"params": {"key": "SECRET"}})
except anthropic.InternalServerError:
    print(logging.getLogger("anthropic").level, logging.getLogger("httpx").level)
"""


def run(word: str) -> Any:
    environment = {**os.environ, "ANTHROPIC_LOG": word}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )


@pytest.mark.parametrize(
    ("word", "level", "loggers"),
    [
        ("debug", 10, ["anthropic._base_client", "httpx"]),
        ("info", 20, ["anthropic._base_client", "httpx"]),
        ("DEBUG", 0, []),
        ("warning", 0, []),
        ("", 0, []),
    ],
)
def test_the_environment_turns_logging_on(word: str, level: int, loggers: List[str]) -> None:
    result = run(word)
    assert result.stdout.split() == [str(level), str(level)]
    assert "SECRET" not in result.stderr
    found = {line.split(" - ")[1].partition(":")[0] for line in result.stderr.splitlines()}
    assert sorted(found) == loggers
    if loggers:
        first = result.stderr.splitlines()[0]
        time = r"\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
        place = r"(httpx|anthropic\._base_client):\d+"
        assert re.match(
            rf"{time} - {place} - (DEBUG|INFO)\] (HTTP Request|Request options): ", first
        )
        assert "HTTP Request: GET https://api.test/x " in result.stderr
        assert ("Request options" in result.stderr) == (word == "debug")
        assert "Retrying request to /x in" in result.stderr
