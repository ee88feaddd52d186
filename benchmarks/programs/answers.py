"""Large answers: messages, pages and results of batches."""

from __future__ import annotations

from time import process_time

import httpx

import anthropic

from .calls import _each
from .memory import begin_peak, peak
from .startup import REQUEST

BATCH = "msgbatch_000000000000000000000001"


def content_blocks(url: str, count: int) -> float:
    with anthropic.Anthropic(api_key="key", base_url=f"{url}/blocks:500") as client:
        return _each(lambda: client.messages.create(**REQUEST), count)


def httpx_content_blocks(url: str, count: int) -> float:
    """The same answer as bytes: nothing is read from them."""
    target = f"{url}/blocks:500/v1/messages"
    with httpx.Client() as client:
        return _each(lambda: client.post(target, json=REQUEST).content, count)


def models(url: str, count: int) -> float:
    with anthropic.Anthropic(api_key="key", base_url=f"{url}/models:1000") as client:
        return _each(lambda: client.models.list(limit=1000), count)


def batches(url: str, count: int) -> float:
    with anthropic.Anthropic(api_key="key", base_url=f"{url}/batches:1000") as client:
        return _each(lambda: client.messages.batches.list(limit=1000), count)


def result_lines(url: str, count: int) -> float:
    with anthropic.Anthropic(api_key="key", base_url=f"{url}/results:{count}") as client:
        _few_results(url)
        started = process_time()
        lines = sum(1 for _ in client.messages.batches.results(BATCH))
        return (process_time() - started) / lines


def result_lines_memory(url: str, count: int) -> float:
    with anthropic.Anthropic(api_key="key", base_url=f"{url}/results:{count}") as client:
        _few_results(url)
        before = begin_peak()
        for _ in client.messages.batches.results(BATCH):
            pass
        return max(0, peak() - before)


def _few_results(url: str) -> None:
    with anthropic.Anthropic(api_key="key", base_url=f"{url}/results:20") as client:
        for _ in client.messages.batches.results(BATCH):
            pass
