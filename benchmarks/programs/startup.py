"""From `import anthropic` to the first answer; each is run in a fresh process."""

from __future__ import annotations

import sys
from time import process_time
from typing import Any

REQUEST: Any = {
    "model": "claude-sonnet-4-5",
    "max_tokens": 1024,
    "messages": [{"role": "user", "content": "Hello, Claude"}],
}


def import_package(url: str, count: int) -> float:
    started = process_time()
    import anthropic  # noqa: F401

    return process_time() - started


def modules_loaded(url: str, count: int) -> float:
    import anthropic

    anthropic.Anthropic(api_key="key", base_url=url)
    return len(sys.modules)


def first_create(url: str, count: int) -> float:
    started = process_time()
    import anthropic

    client = anthropic.Anthropic(api_key="key", base_url=f"{url}/small")
    client.messages.create(**REQUEST)
    return process_time() - started


def first_streamed_text(url: str, count: int) -> float:
    started = process_time()
    import anthropic

    client = anthropic.Anthropic(api_key="key", base_url=f"{url}/events:10")
    with client.messages.stream(**REQUEST) as stream:
        next(iter(stream.text_stream))
        return process_time() - started


def first_streamed_event(url: str, count: int) -> float:
    started = process_time()
    import anthropic

    client = anthropic.Anthropic(api_key="key", base_url=f"{url}/events:10")
    with client.messages.create(stream=True, **REQUEST) as stream:
        for event in stream:
            if event.type == "content_block_delta":
                break
        return process_time() - started


def another_client(url: str, count: int) -> float:
    import anthropic

    clients = [anthropic.Anthropic(api_key="key", base_url=url)]
    started = process_time()
    clients += [anthropic.Anthropic(api_key="key", base_url=url) for _ in range(count)]
    return (process_time() - started) / count


def another_client_memory(url: str, count: int) -> float:
    import anthropic

    from .memory import resident

    clients = [anthropic.Anthropic(api_key="key", base_url=url) for _ in range(2)]
    before = resident()
    clients += [anthropic.Anthropic(api_key="key", base_url=url) for _ in range(count)]
    return (resident() - before) / count


def httpx_and_pydantic(url: str, count: int) -> float:
    """The floor of whatever sends a request and makes a model of the answer."""
    started = process_time()
    import httpx
    import pydantic

    class Answer(pydantic.BaseModel):
        id: str

    with httpx.Client() as client:
        answer = client.post(f"{url}/small/v1/messages", json=REQUEST)
        Answer.parse_raw(answer.content) if pydantic.VERSION < "2" else Answer.model_validate_json(
            answer.content
        )
    return process_time() - started
