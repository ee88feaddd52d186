"""What the local platforms refuse, so that a client which sends it fails here as it would there."""

from __future__ import annotations

import base64
import json
from typing import Any, Dict, Tuple

import httpx
import pytest

from anthropic.testing import LocalBedrock, LocalFoundry, LocalVertex

TURNS: Any = [{"role": "user", "content": "Hello"}]
BEDROCK: Dict[str, Any] = {
    "anthropic_version": "bedrock-2023-05-31",
    "max_tokens": 9,
    "messages": TURNS,
}
VERTEX: Dict[str, Any] = {**BEDROCK, "anthropic_version": "vertex-2023-10-16"}
MODEL = "/model/anthropic.claude-x-v1:0"
MODELS = "/v1/projects/local-project/locations/us-east5/publishers/anthropic/models"


def asked(server: Any, path: str, body: Any, method: str = "POST") -> Tuple[int, Any]:
    """Status and body of an answer to a request that is authenticated well."""
    answer = httpx.request(
        method,
        f"{server.url}{path}",
        content=body if isinstance(body, bytes) else json.dumps(body).encode(),
        headers={"authorization": f"Bearer {server.api_key}"},
        trust_env=False,
    )
    return answer.status_code, answer.json()


def counting(body: Any) -> Any:
    encoded = base64.b64encode(json.dumps(body).encode()).decode()
    return {"input": {"invokeModel": {"body": encoded}}}


@pytest.mark.parametrize(
    ("path", "body", "status", "message"),
    [
        (f"{MODEL}/invoke", {**BEDROCK, "model": "m"}, 400, "model: Extra inputs"),
        (f"{MODEL}/invoke", {**BEDROCK, "stream": True}, 400, "stream: Extra inputs"),
        (f"{MODEL}/invoke", {**BEDROCK, "anthropic_version": "x"}, 400, "anthropic_version"),
        (f"{MODEL}/invoke", {**BEDROCK, "max_tokens": 0}, 400, "max_tokens"),
        (f"{MODEL}/invoke", b"{", 400, "not valid JSON"),
        (f"{MODEL}/invoke", [], 400, "must be a JSON object"),
        ("/model/meta.llama/invoke", BEDROCK, 400, "identifier is invalid"),
        (f"{MODEL}/converse", BEDROCK, 404, "There is no operation"),
        (f"{MODEL}/count-tokens", BEDROCK, 400, "expected JSON in base64"),
        (f"{MODEL}/count-tokens", counting([]), 400, "expected a JSON object"),
        (f"{MODEL}/count-tokens", counting({"messages": TURNS}), 400, "max_tokens: Field required"),
    ],
)
def test_bedrock(bedrock: LocalBedrock, path: str, body: Any, status: int, message: str) -> None:
    found, answer = asked(bedrock, path, body)
    assert found == status
    assert message in answer["message"]
    assert asked(bedrock, f"{MODEL}/invoke", BEDROCK)[0] == 200


@pytest.mark.parametrize(
    ("path", "body", "status", "message"),
    [
        (f"{MODELS}/claude-x:rawPredict", {**VERTEX, "model": "m"}, 400, "model: Extra inputs"),
        (f"{MODELS}/claude-x:rawPredict", {**VERTEX, "stream": True}, 400, "value of stream"),
        (f"{MODELS}/claude-x:streamRawPredict", VERTEX, 400, "value of stream"),
        (f"{MODELS}/claude-x:rawPredict", BEDROCK, 400, "anthropic_version"),
        (f"{MODELS}/claude-x:predict", VERTEX, 404, "There is no method"),
        ("/computeMetadata/v1/project/project-id", {}, 403, "Metadata-Flavor"),
    ],
)
def test_vertex(vertex: LocalVertex, path: str, body: Any, status: int, message: str) -> None:
    found, answer = asked(vertex, path, body)
    assert found == status
    assert message in answer["error"]["message"]
    assert asked(vertex, f"{MODELS}/claude-x:rawPredict", VERTEX)[0] == 200


def test_tokens_of_vertex(vertex: LocalVertex) -> None:
    for form, error in (
        (b"grant_type=password", "unsupported_grant_type"),
        (b"grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer", "invalid_grant"),
    ):
        status, answer = asked(vertex, "/token", form)
        assert (status, answer["error"]) == (400, error)
    assert not vertex.tokens.given


def test_foundry(foundry: LocalFoundry) -> None:
    headers = {"api-key": foundry.api_key, "anthropic-version": "2023-06-01"}
    question = {"model": "claude-x", "max_tokens": 9, "messages": TURNS}
    statuses = {
        path: httpx.post(
            f"{foundry.url}{path}", json=question, headers=headers, trust_env=False
        ).status_code
        for path in ("/anthropic/v1/messages", "/v1/messages", "/anthropic/v1/messages/batches")
    }
    assert list(statuses.values()) == [200, 404, 404]
