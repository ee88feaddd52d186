"""The package's own client and the local server understand each other."""

from __future__ import annotations

import asyncio
from typing import Any, Dict, List

import pytest

import anthropic
from anthropic import Anthropic, AsyncAnthropic
from anthropic.testing import LocalServer
from tests.server.support import ask
from tests.server.test_messages import WEATHER
from tests.server.test_uploads import SKILL_MD

MODEL = "claude-opus-4-6"


@pytest.fixture
def client(server: LocalServer) -> Any:
    with Anthropic(base_url=server.url, api_key=server.api_key, max_retries=1) as client:
        yield client


def test_message_and_stream(client: Anthropic) -> None:
    body: Dict[str, Any] = ask("Tell me about tides")
    message = client.messages.create(**body)
    assert message.content[0].type == "text" and "tides" in message.content[0].text
    assert message._request_id is not None and message._request_id.startswith("req_")
    with client.messages.stream(**body) as stream:
        text = "".join(stream.text_stream)
        final = stream.get_final_message()
    assert text == message.content[0].text
    assert final.usage.output_tokens == message.usage.output_tokens
    counted = client.messages.count_tokens(model=MODEL, messages=body["messages"])
    assert counted.input_tokens == message.usage.input_tokens


def test_tool_exchange(client: Anthropic) -> None:
    messages: List[Any] = [{"role": "user", "content": "What is the weather in Lima?"}]
    tools: Any = [WEATHER]
    first = client.messages.create(
        model=MODEL, max_tokens=500, messages=messages, tools=tools, thinking={"type": "adaptive"}
    )
    call = next(block for block in first.content if block.type == "tool_use")
    assert (first.stop_reason, call.input) == ("tool_use", {"location": "Lima"})
    result: Any = {"type": "tool_result", "tool_use_id": call.id, "content": "18 degrees"}
    # Whole answers go back as they came.
    messages += [
        {"role": "assistant", "content": first.content},
        {"role": "user", "content": [result]},
    ]
    second = client.messages.create(model=MODEL, max_tokens=500, messages=messages, tools=tools)
    assert second.content[0].type == "text" and "18 degrees" in second.content[0].text


def test_pages_both_ways(client: Anthropic) -> None:
    ids = [model.id for model in client.models.list(limit=5)]
    assert len(set(ids)) == len(ids) > 15
    back = [model.id for model in client.models.list(limit=5, before_id=ids[-1])]
    assert sorted(back) == sorted(ids[:-1])


def test_batch(client: Anthropic) -> None:
    params: Any = ask("In a batch")
    requests: Any = [{"custom_id": name, "params": params} for name in ("a", "b")]
    batch = client.messages.batches.create(requests=requests)
    with pytest.raises(anthropic.AnthropicError, match="results_url"):
        client.messages.batches.results(batch.id)
    results = {entry.custom_id: entry.result for entry in client.messages.batches.results(batch.id)}
    assert {name: result.type for name, result in results.items()} == {
        "a": "succeeded",
        "b": "succeeded",
    }


def test_files_and_skills(client: Anthropic) -> None:
    uploaded = client.beta.files.upload(file=("tides.txt", b"Twice a day.", "text/plain"))
    assert client.beta.files.retrieve_metadata(uploaded.id).filename == "tides.txt"
    assert client.beta.files.download(uploaded.id).read() == b"Twice a day."
    assert [file.id for file in client.beta.files.list(limit=1)] == [uploaded.id]
    assert client.beta.files.delete(uploaded.id).type == "file_deleted"
    skill = client.beta.skills.create(
        display_title="Greeter", files=[("greeter/SKILL.md", SKILL_MD, "text/markdown")]
    )
    versions = list(client.beta.skills.versions.list(skill.id))
    assert [version.version for version in versions] == [skill.latest_version]
    custom = [item.id for item in client.beta.skills.list(limit=1, source="custom")]
    assert custom == [skill.id]


def test_errors(server: LocalServer, client: Anthropic) -> None:
    with pytest.raises(anthropic.BadRequestError, match="max_tokens") as caught:
        client.messages.create(**{**ask(), "max_tokens": -1})
    assert caught.value.request_id is not None
    with pytest.raises(anthropic.AuthenticationError):
        client.with_options(api_key="wrong").models.list()
    server.fail_next(529)
    assert client.models.retrieve(MODEL).id == MODEL  # the second try succeeds
    assert server.requests[-1].headers["x-stainless-retry-count"] == "1"
    server.fail_next(529, after_events=3)
    with pytest.raises(anthropic.APIStatusError, match="overloaded_error"):
        list(client.messages.create(**ask(), stream=True))


def test_asynchronous_client(server: LocalServer) -> None:
    async def talk() -> str:
        async with AsyncAnthropic(base_url=server.url, api_key=server.api_key) as client:
            models = [model.id async for model in client.models.list(limit=7)]
            assert MODEL in models
            async with client.messages.stream(**ask("Hello")) as stream:
                return await stream.get_final_text()

    assert asyncio.run(talk()).startswith('You said: "Hello".')
