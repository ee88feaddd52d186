"""Responses that break while the caller reads them, and errors that can travel."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path
from typing import Any, Callable, List

import httpx
import pytest

import anthropic
from anthropic import Anthropic, AsyncAnthropic
from tests.runtime.faults.answers import MESSAGE
from tests.runtime.faults.conftest import KEY, QUESTION, Flavour, finished
from tests.runtime.faults.server import Server, answer, head

BROKEN = [head(content_length=len(MESSAGE) + 5) + MESSAGE]
HTML = [answer(b"<html>Welcome</html>", content_type="text/html")]
READS = ["parse", "read", "text", "json", "iter_bytes", "iter_text", "iter_lines"]


async def read(response: Any, name: str) -> None:
    found = getattr(response, name)()
    if hasattr(found, "__aiter__"):
        async for _ in found:
            continue
    elif hasattr(found, "__await__"):
        await found
    elif hasattr(found, "__next__"):
        for _ in found:
            continue


@pytest.mark.parametrize("name", READS)
async def test_a_body_that_breaks_off(flavour: Flavour, name: str) -> None:
    with Server(BROKEN) as server:
        client = flavour.client(server.url)
        manager = client.messages.with_streaming_response.create(**QUESTION)
        with pytest.raises(anthropic.APIConnectionError, match="connection broke") as caught:
            if isinstance(client, Anthropic):
                with manager as response:
                    await read(response, name)
            else:
                async with manager as response:
                    await read(response, name)
        await flavour.close(client)
    assert isinstance(caught.value, httpx.TransportError)
    assert caught.value.request_id == "req_fault" and server.retry_counts == ["0"]


@pytest.mark.parametrize("stream", [False, True])
async def test_an_error_whose_body_breaks_off(flavour: Flavour, stream: bool) -> None:
    cut = [head("404 Not Found", content_length=50, content_type="text/plain") + b"no such mo"]
    with Server(cut) as server:
        client = flavour.client(server.url)
        with pytest.raises(anthropic.NotFoundError) as caught:
            await flavour.create(client, stream=stream)
        await flavour.close(client)
    error = caught.value
    assert error.body == error.response.text == "no such mo"
    assert error.request_id == "req_fault" and error.response.is_closed
    assert isinstance(error.__cause__, httpx.TransportError)
    assert error.__cause__.request is error.request
    assert server.retry_counts == ["0"]


@pytest.mark.parametrize("room", ["messages", "beta"])
async def test_a_batch_that_is_a_page_of_html(flavour: Flavour, room: str) -> None:
    with Server(HTML) as server:
        client = flavour.client(server.url)
        messages = client.messages if room == "messages" else client.beta.messages
        with pytest.raises(anthropic.APIResponseValidationError, match="text/html") as caught:
            await finished(messages.batches.results("batch"))
        await flavour.close(client)
    assert caught.value.body == "<html>Welcome</html>" and type(caught.value.body) is str
    assert "/v1/messages/batches/batch" in str(caught.value)


async def test_a_download_that_breaks_off(flavour: Flavour, tmp_path: Path) -> None:
    with Server(BROKEN) as server:
        client = flavour.client(server.url)
        manager = client.beta.files.with_streaming_response.download("file")
        with pytest.raises(anthropic.APIConnectionError, match="connection broke"):
            if isinstance(client, AsyncAnthropic):
                async with manager as response:
                    await response.stream_to_file(tmp_path / "file")
            else:
                with manager as response:
                    response.stream_to_file(tmp_path / "file")
        await flavour.close(client)


@pytest.mark.filterwarnings("ignore:The 'output_format' parameter")
@pytest.mark.parametrize(
    "call",
    [
        lambda client: client.messages.parse(**QUESTION, output_format=List[str]),
        lambda client: client.beta.messages.parse(**QUESTION, output_format=List[str]),
        lambda client: client.models.list(),
    ],
    ids=["parse", "beta parse", "list"],
)
async def test_html_where_more_is_to_be_done_with_the_answer(
    flavour: Flavour, call: Callable[[Any], Any], caplog: pytest.LogCaptureFixture
) -> None:
    with Server(HTML) as server:
        client = flavour.client(server.url)
        with pytest.raises(anthropic.APIResponseValidationError, match="text/html") as caught:
            found = call(client)
            if not isinstance(client, Anthropic):
                await found
        await flavour.close(client)
    assert caught.value.body == "<html>Welcome</html>" and not caplog.records


async def test_an_error_for_what_is_not_json_can_travel(flavour: Flavour) -> None:
    with Server([answer(b"{oops")]) as server:
        client = flavour.client(server.url)
        with pytest.raises(json.JSONDecodeError) as caught:
            await flavour.create(client)
        await flavour.close(client)
    error: Any = caught.value
    assert (error.doc, error.pos, error.lineno) == ("{oops", 1, 1)
    assert (error.body, error.status_code) == ("{oops", 200)
    for copied in (copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert isinstance(copied, anthropic.APIResponseValidationError)
        assert isinstance(copied, json.JSONDecodeError)
        assert (str(copied), copied.body, copied.pos) == (str(error), "{oops", 1)
        assert KEY not in repr(copied.request.headers)
