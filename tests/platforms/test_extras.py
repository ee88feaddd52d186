"""The optional libraries: never loaded for those who do not need them, and missed with advice."""

from __future__ import annotations

import subprocess
import sys
from typing import Tuple

import pytest

OPTIONAL = ["boto3", "botocore", "google.auth", "requests", "aiohttp", "httpx_aiohttp"]

# In an interpreter of its own, as other tests load these libraries; the second has none of them.
LOADS = """
import sys
{program}
print(sorted(set({optional}) & {{name for name, module in sys.modules.items() if module}}))
"""
IMPORTS = """
import anthropic, anthropic.testing
import anthropic.lib.bedrock, anthropic.lib.vertex, anthropic.lib.foundry, anthropic.lib._extras
import anthropic.lib.bedrock._client, anthropic.lib.vertex._client
"""
CLIENTS = """
import anthropic
for prefix in ("", "Async"):
    bedrock = getattr(anthropic, prefix + "AnthropicBedrock")(aws_region="us-east-1")
    vertex = getattr(anthropic, prefix + "AnthropicVertex")(region="us-east5")
    foundry = getattr(anthropic, prefix + "AnthropicFoundry")(resource="r", api_key="k")
    for client in (bedrock, vertex, foundry):
        client.messages, client.beta.messages, client.copy()
"""
WITHOUT = f"""
import sys
for name in {OPTIONAL!r}:
    sys.modules[name] = None
"""
CALLS = f"""{WITHOUT}
from anthropic import AnthropicBedrock, AnthropicFoundry, AnthropicVertex
from anthropic.testing import LocalBedrock, LocalFoundry, LocalVertex

question = {{"max_tokens": 20, "messages": [{{"role": "user", "content": "Hello"}}]}}


def ask(client, model):
    with client.messages.stream(model=model, **question) as stream:
        assert stream.get_final_message().content


with LocalBedrock() as server:
    client = AnthropicBedrock(
        api_key=server.api_key, aws_region=server.region, base_url=server.url
    )
    ask(client, "anthropic.claude-x-v1:0")
with LocalVertex() as server:
    ask(AnthropicVertex(**server.client_options), "claude-x")
with LocalFoundry() as server:
    ask(AnthropicFoundry(**server.client_options), "claude-x")
"""

MISSING = f"""{WITHOUT}
import asyncio, inspect
import anthropic
from anthropic.lib._extras import MissingDependencyError

question = {{"model": "m", "max_tokens": 1, "messages": [{{"role": "user", "content": "Hi"}}]}}


async def error_of(make):
    try:
        answer = make()
        if inspect.isawaitable(answer):
            await answer
    except Exception as error:
        return f"{{isinstance(error, MissingDependencyError)}} {{type(error).__name__}}: {{error}}"


async def main():
    for prefix in ("", "Async"):
        bedrock = getattr(anthropic, prefix + "AnthropicBedrock")(aws_region="us-east-1")
        vertex = getattr(anthropic, prefix + "AnthropicVertex")(region="r", project_id="p")
        for client in (bedrock, vertex):
            print(await error_of(lambda: client.messages.create(**question)))
    print(await error_of(lambda: anthropic.DefaultAioHttpClient()))


asyncio.run(main())
"""


def run(program: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.mark.parametrize("program", [IMPORTS, CLIENTS], ids=["imports", "clients"])
def test_optional_libraries_are_not_loaded(program: str) -> None:
    assert run(LOADS.format(program=program, optional=OPTIONAL)).strip() == "[]"


def test_keys_and_tokens_need_no_extra() -> None:
    assert run(CALLS) == ""


def test_who_misses_an_extra_is_told_how_to_install_it() -> None:
    def said(lines: Tuple[str, ...], kind: str, extra: str) -> None:
        for line in lines:
            assert line.startswith(kind), line
            assert f"pip install 'anthropic[{extra}]'" in line

    sync_bedrock, sync_vertex, bedrock, vertex, aiohttp = run(MISSING).splitlines()
    said((sync_bedrock, bedrock), "False ModuleNotFoundError: `boto3`", "bedrock")
    said((sync_vertex, vertex), "True MissingDependencyError: `google.auth`", "vertex")
    assert aiohttp.startswith("False RuntimeError:")
    assert "anthropic[aiohttp]" in aiohttp
