"""Every endpoint on every platform, from both flavours of client: URL, headers and body."""

from __future__ import annotations

import base64
import json
from typing import Any, Callable, Dict, List, NamedTuple, Tuple

import pytest

import anthropic
from tests.lib.clouds import Entered, items, settled
from tests.platforms.doors import DOORS, options_for

TURNS: Any = [{"role": "user", "content": "Say “hello”"}]
QUESTION: Dict[str, Any] = {"max_tokens": 64, "messages": TURNS}
PROMPT: Dict[str, Any] = {
    "max_tokens_to_sample": 9,
    "prompt": "\n\nHuman: Hello\n\nAssistant:",
}
BETAS = ["context-management-2025-06-27", "interleaved-thinking-2025-05-14"]

Call = Callable[[Any, str], Any]


async def finished(manager: Any) -> Any:
    async with Entered(manager) as stream:
        return await settled(stream.get_final_message())


async def streamed(events: Any) -> Any:
    return await items(await settled(events))


CALLS: Dict[str, Call] = {
    "create": lambda c, m: c.messages.create(model=m, **QUESTION),
    "create stream": lambda c, m: streamed(c.messages.create(model=m, stream=True, **QUESTION)),
    "stream": lambda c, m: finished(c.messages.stream(model=m, **QUESTION)),
    "count": lambda c, m: c.messages.count_tokens(model=m, messages=TURNS),
    "beta create": lambda c, m: c.beta.messages.create(model=m, betas=BETAS, **QUESTION),
    "beta create stream": lambda c, m: streamed(
        c.beta.messages.create(model=m, betas=BETAS, stream=True, **QUESTION)
    ),
    "beta stream": lambda c, m: finished(c.beta.messages.stream(model=m, betas=BETAS, **QUESTION)),
    "beta count": lambda c, m: c.beta.messages.count_tokens(model=m, betas=BETAS, messages=TURNS),
    "complete": lambda c, m: c.completions.create(model=m, **PROMPT),
    "complete stream": lambda c, m: streamed(c.completions.create(model=m, stream=True, **PROMPT)),
}
LISTED = {"anthropic-beta": ",".join(BETAS)}
COUNTING = {"anthropic-beta": ",".join([*BETAS, "token-counting-2024-11-01"])}

BEDROCK_MODEL = (
    "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-x-v1:0"
)
QUOTED = "arn:aws:bedrock:us-east-1:123456789012:inference-profile%2Fus.anthropic.claude-x-v1:0"
BEDROCK = {"anthropic_version": "bedrock-2023-05-31"}
BEDROCK_BETAS = {**BEDROCK, "anthropic_beta": BETAS}
INVOKE, STREAM = f"/model/{QUOTED}/invoke", f"/model/{QUOTED}/invoke-with-response-stream"
COUNT = f"/model/{QUOTED}/count-tokens"

VERTEX_MODEL = "claude-x@20250101"
VERTEX = {"anthropic_version": "vertex-2023-10-16"}
MODELS = "/v1/projects/local-project/locations/us-east5/publishers/anthropic/models"
RAW, STREAM_RAW = f"{MODELS}/{VERTEX_MODEL}:rawPredict", f"{MODELS}/{VERTEX_MODEL}:streamRawPredict"
COUNT_RAW = f"{MODELS}/count-tokens:rawPredict"

FOUNDRY_MODEL = "claude-x"
NAMED: Dict[str, Any] = {"model": FOUNDRY_MODEL}
SENT = "/anthropic/v1/messages"
STREAMS = {"stream": True}


class Expected(NamedTuple):
    path: str
    query: Dict[str, str]
    body: Dict[str, Any]
    headers: Dict[str, str]


BETA = {"beta": "true"}
TABLES: Dict[str, Dict[str, Expected]] = {
    "bedrock": {
        "create": Expected(INVOKE, {}, {**QUESTION, **BEDROCK}, {}),
        "create stream": Expected(STREAM, {}, {**QUESTION, **BEDROCK}, {}),
        "stream": Expected(STREAM, {}, {**QUESTION, **BEDROCK}, {}),
        "count": Expected(COUNT, {}, {"max_tokens": 1, "messages": TURNS, **BEDROCK}, {}),
        "beta create": Expected(INVOKE, {}, {**QUESTION, **BEDROCK_BETAS}, LISTED),
        "beta create stream": Expected(STREAM, {}, {**QUESTION, **BEDROCK_BETAS}, LISTED),
        "beta stream": Expected(STREAM, {}, {**QUESTION, **BEDROCK_BETAS}, LISTED),
        "beta count": Expected(
            COUNT,
            {},
            {
                "max_tokens": 1,
                "messages": TURNS,
                **BEDROCK,
                "anthropic_beta": BETAS,
            },
            COUNTING,
        ),
        "complete": Expected(INVOKE, {}, {**PROMPT, **BEDROCK}, {}),
        "complete stream": Expected(STREAM, {}, {**PROMPT, **BEDROCK}, {}),
    },
    "vertex": {
        "create": Expected(RAW, {}, {**QUESTION, **VERTEX}, {}),
        "create stream": Expected(STREAM_RAW, {}, {**QUESTION, **STREAMS, **VERTEX}, {}),
        "stream": Expected(STREAM_RAW, {}, {**QUESTION, **STREAMS, **VERTEX}, {}),
        "count": Expected(COUNT_RAW, {}, {"model": VERTEX_MODEL, "messages": TURNS, **VERTEX}, {}),
        "beta create": Expected(RAW, {}, {**QUESTION, **VERTEX}, LISTED),
        "beta create stream": Expected(STREAM_RAW, {}, {**QUESTION, **STREAMS, **VERTEX}, LISTED),
        "beta stream": Expected(STREAM_RAW, {}, {**QUESTION, **STREAMS, **VERTEX}, LISTED),
        "beta count": Expected(
            COUNT_RAW, {}, {"model": VERTEX_MODEL, "messages": TURNS, **VERTEX}, COUNTING
        ),
    },
    "foundry": {
        "create": Expected(SENT, {}, {**QUESTION, **NAMED}, {}),
        "create stream": Expected(SENT, {}, {**QUESTION, **NAMED, **STREAMS}, {}),
        "stream": Expected(SENT, {}, {**QUESTION, **NAMED, **STREAMS}, {}),
        "count": Expected(f"{SENT}/count_tokens", {}, {**NAMED, "messages": TURNS}, {}),
        "beta create": Expected(SENT, BETA, {**QUESTION, **NAMED}, LISTED),
        "beta create stream": Expected(SENT, BETA, {**QUESTION, **NAMED, **STREAMS}, LISTED),
        "beta stream": Expected(SENT, BETA, {**QUESTION, **NAMED, **STREAMS}, LISTED),
        "beta count": Expected(
            f"{SENT}/count_tokens", BETA, {**NAMED, "messages": TURNS}, COUNTING
        ),
        "complete": Expected("/anthropic/v1/complete", {}, {**PROMPT, **NAMED}, {}),
        "complete stream": Expected(
            "/anthropic/v1/complete", {}, {**PROMPT, **NAMED, **STREAMS}, {}
        ),
    },
}
MODEL_OF = {"bedrock": BEDROCK_MODEL, "vertex": VERTEX_MODEL, "foundry": FOUNDRY_MODEL}
FLAVOURS = ["sync", "asynchronous"]


def body_of(request: Any) -> Any:
    """The body; of CountTokens, the request that it is about."""
    body = json.loads(request.body)
    if request.path.endswith("/count-tokens"):
        assert list(body) == ["input"]
        return json.loads(base64.b64decode(body["input"]["invokeModel"]["body"]))
    return body


def check_headers(platform: str, flavour: str, headers: Any) -> None:
    """What each request of a platform has in its headers, and what it must not have."""
    door = DOORS[platform]
    name = getattr(door, flavour).__name__
    assert headers["user-agent"].startswith(f"{name}/Python ")
    assert headers["content-type"] == headers["accept"] == "application/json"
    assert headers["x-stainless-retry-count"] == "0"
    if platform == "bedrock":
        assert headers["authorization"].startswith("AWS4-HMAC-SHA256 Credential=AKIALOCAL/")
    elif platform == "vertex":
        assert headers["authorization"] == "Bearer sk-ant-local"
    else:
        assert "authorization" not in headers
        assert headers["api-key"] == headers["x-api-key"] == "sk-ant-local"
        assert headers["anthropic-version"] == "2023-06-01"
        return
    assert not {"anthropic-version", "x-api-key", "api-key"} & set(headers)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("platform", list(TABLES))
async def test_what_arrives(platform: str, flavour: str) -> None:
    door, table = DOORS[platform], TABLES[platform]
    with door.server() as server:
        client = getattr(door, flavour)(**options_for(server), max_retries=0)
        for name, expected in table.items():
            assert await settled(CALLS[name](client, MODEL_OF[platform])), name
            request = server.requests[-1]
            assert request.method == "POST", name
            assert Expected(request.path, request.query, body_of(request), {}) == (
                expected._replace(headers={})
            ), name
            check_headers(platform, flavour, request.headers)
            assert request.headers.get("anthropic-beta") == expected.headers.get(
                "anthropic-beta"
            ), name
        assert len(server.requests) == len(table)


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_all_other_endpoints_of_foundry(flavour: str) -> None:
    """Whatever the first party has, but for batches and models, is below `/anthropic`."""
    door = DOORS["foundry"]
    with door.server() as server:
        client = getattr(door, flavour)(**options_for(server), max_retries=0)
        files, skills = client.beta.files, client.beta.skills
        upload = ("a.txt", b"text", "text/plain")
        file = await settled(files.upload(file=upload))
        await settled(files.list())
        await settled(files.retrieve_metadata(file.id))
        await settled((await settled(files.download(file.id))).read())
        await settled(files.delete(file.id))
        skill_file = ("s/SKILL.md", b"---\nname: s\ndescription: d\n---\n", "text/markdown")
        skill = await settled(skills.create(display_title="s", files=[skill_file]))
        await settled(skills.list())
        await settled(skills.retrieve(skill.id))
        version = await settled(skills.versions.create(skill.id, files=[skill_file]))
        await settled(skills.versions.list(skill.id))
        await settled(skills.versions.retrieve(version.version, skill_id=skill.id))
        first = skill.latest_version
        await settled(skills.versions.delete(version.version, skill_id=skill.id))
        await settled(skills.versions.delete(first, skill_id=skill.id))
        await settled(skills.delete(skill.id))
        found = [(request.method, request.path) for request in server.requests]
        for request in server.requests:
            assert request.headers["x-api-key"] == server.api_key
    base = "/anthropic/v1"
    expected: List[Tuple[str, str]] = [
        ("POST", f"{base}/files"),
        ("GET", f"{base}/files"),
        ("GET", f"{base}/files/{file.id}"),
        ("GET", f"{base}/files/{file.id}/content"),
        ("DELETE", f"{base}/files/{file.id}"),
        ("POST", f"{base}/skills"),
        ("GET", f"{base}/skills"),
        ("GET", f"{base}/skills/{skill.id}"),
        ("POST", f"{base}/skills/{skill.id}/versions"),
        ("GET", f"{base}/skills/{skill.id}/versions"),
        ("GET", f"{base}/skills/{skill.id}/versions/{version.version}"),
        ("DELETE", f"{base}/skills/{skill.id}/versions/{version.version}"),
        ("DELETE", f"{base}/skills/{skill.id}/versions/{first}"),
        ("DELETE", f"{base}/skills/{skill.id}"),
    ]
    assert found == expected


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("platform", ["bedrock", "vertex"])
async def test_batches_are_refused_before_anything_is_sent(platform: str, flavour: str) -> None:
    door = DOORS[platform]
    with door.server() as server:
        batches = getattr(door, flavour)(**options_for(server)).messages.batches
        calls: List[Callable[[], Any]] = [
            lambda: batches.create(requests=[]),
            lambda: batches.retrieve("b"),
            lambda: batches.cancel("b"),
            lambda: batches.delete("b"),
        ]
        for call in calls:
            with pytest.raises(anthropic.AnthropicError, match="Batch API is not supported in"):
                await settled(call())
        assert not server.requests
