"""The package itself: its constants, what it loads, and what it leaves to others."""

from __future__ import annotations

import os
import subprocess
import sys
import types
from pathlib import Path
from typing import Any, Dict

import httpx
import pytest

import anthropic
from anthropic import Anthropic, AsyncAnthropic
from anthropic._compat import PYDANTIC_V1


def test_constants() -> None:
    assert anthropic.__title__ == "anthropic"
    assert anthropic.__version__ == "0.79.0"
    assert anthropic.Client is Anthropic and anthropic.AsyncClient is AsyncAnthropic
    assert anthropic.HUMAN_PROMPT == "\n\nHuman:" and anthropic.AI_PROMPT == "\n\nAssistant:"
    for class_ in (Anthropic, AsyncAnthropic):
        assert class_.HUMAN_PROMPT == anthropic.HUMAN_PROMPT
        assert class_.AI_PROMPT == anthropic.AI_PROMPT
    assert anthropic.DEFAULT_TIMEOUT == httpx.Timeout(timeout=600, connect=5.0)
    assert isinstance(anthropic.DEFAULT_TIMEOUT.read, int)
    assert anthropic.DEFAULT_MAX_RETRIES == 2
    assert anthropic.DEFAULT_CONNECTION_LIMITS == httpx.Limits(
        max_connections=1000, max_keepalive_connections=100
    )
    assert anthropic.NoneType is type(None)
    assert anthropic.Timeout is httpx.Timeout and anthropic.Transport is httpx.BaseTransport


def test_it_tells_type_checkers_that_it_has_types() -> None:
    assert Path(anthropic.__file__).with_name("py.typed").is_file()


# What 0.79.0 is known to give with `from anthropic import *`, and what it gives besides.
IN_ALL = """
types __version__ __title__ NoneType Transport ProxiesTypes NotGiven NOT_GIVEN not_given Omit omit
AnthropicError APIError APIStatusError APITimeoutError APIConnectionError
APIResponseValidationError BadRequestError AuthenticationError PermissionDeniedError NotFoundError
ConflictError UnprocessableEntityError RateLimitError InternalServerError Timeout RequestOptions
Client AsyncClient Stream AsyncStream Anthropic AsyncAnthropic file_from_path BaseModel
DEFAULT_TIMEOUT DEFAULT_MAX_RETRIES DEFAULT_CONNECTION_LIMITS DefaultHttpxClient
DefaultAsyncHttpxClient DefaultAioHttpClient HUMAN_PROMPT AI_PROMPT beta_tool beta_async_tool
transform_schema
"""
BESIDE_ALL = """
APIResponse AsyncAPIResponse resources AnthropicBedrock AsyncAnthropicBedrock AnthropicVertex
AsyncAnthropicVertex AnthropicFoundry AsyncAnthropicFoundry
TextEvent InputJsonEvent MessageStopEvent MessageStreamEvent ContentBlockStopEvent
ParsedMessageStopEvent ParsedMessageStreamEvent ParsedContentBlockStopEvent MessageStream
AsyncMessageStream MessageStreamManager AsyncMessageStreamManager BetaInputJsonEvent
ParsedBetaTextEvent ParsedBetaMessageStopEvent ParsedBetaMessageStreamEvent
ParsedBetaContentBlockStopEvent BetaTextEvent BetaMessageStopEvent BetaMessageStreamEvent
BetaContentBlockStopEvent BetaMessageStream BetaAsyncMessageStream BetaMessageStreamManager
BetaAsyncMessageStreamManager
"""


def test_names_that_a_star_import_has_to_bind() -> None:
    namespace: Dict[str, Any] = {}
    exec("from anthropic import *", namespace)
    missing = [name for name in IN_ALL.split() if name not in namespace]
    assert not missing
    assert all(namespace[name] is getattr(anthropic, name) for name in IN_ALL.split())


def test_names_beside_those_of_all() -> None:
    for name in BESIDE_ALL.split():
        assert getattr(anthropic, name) is not None
        assert name not in anthropic.__all__


def test_the_sentinels() -> None:
    for sentinel in (anthropic.not_given, anthropic.NOT_GIVEN):
        assert type(sentinel) is anthropic.NotGiven
        assert not sentinel and repr(sentinel) == "NOT_GIVEN"
    assert anthropic.not_given is not anthropic.NOT_GIVEN
    assert type(anthropic.omit) is anthropic.Omit
    assert not anthropic.omit and repr(anthropic.omit) == object.__repr__(anthropic.omit)


def test_a_file_as_an_upload(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes(b"content")
    assert anthropic.file_from_path(str(tmp_path / "note.txt")) == ("note.txt", b"content")


def test_the_resources_are_a_module() -> None:
    assert isinstance(anthropic.resources, types.ModuleType)
    assert "Messages" in dir(anthropic.resources)
    assert "anthropic.resources" in repr(anthropic.resources)
    assert anthropic.resources.Messages is type(Anthropic(api_key="k").messages)


def test_extras_are_loaded_by_those_who_use_them() -> None:
    program = (
        "import sys, anthropic\n"
        "anthropic.AnthropicBedrock, anthropic.AnthropicVertex, anthropic.AnthropicFoundry\n"
        "client = anthropic.Anthropic(api_key='k'); client.messages; client.beta.messages\n"
        "found = {name.partition('.')[0] for name in sys.modules}\n"
        "print(sorted(found & {'boto3', 'botocore', 'google', 'aiohttp', 'httpx_aiohttp'}))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.strip() == "[]", run.stderr


@pytest.mark.parametrize(
    ("word", "deferred"),
    [
        (None, True),
        ("true", True),
        ("false", False),
        *(
            pytest.param(word, word != "0", marks=pytest.mark.exhaustive)
            for word in ("1", "on", "0")
        ),
    ],
)
def test_models_may_be_built_at_once(word: Any, deferred: bool) -> None:
    program = (
        "from anthropic import BaseModel\n"
        "class Answer(BaseModel):\n"
        "    x: int\n"
        "config = getattr(BaseModel, 'model_config', {})\n"
        "print(config.get('defer_build', False), Answer(x=1))\n"
    )
    environment: Dict[str, str] = {**os.environ}
    environment.pop("DEFER_PYDANTIC_BUILD", None)
    if word is not None:
        environment["DEFER_PYDANTIC_BUILD"] = word
    run = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True
    )
    # pydantic 1 knows no other way than at once.
    assert run.stdout.split() == [str(deferred and not PYDANTIC_V1), "Answer(x=1)"], run.stderr
