"""Whatever fits the description gets an answer that fits it too."""

from __future__ import annotations

import json
import pathlib
from typing import Any, Dict, Iterator, List, Tuple

import pytest

import anthropic.testing
from anthropic.testing import LocalServer
from anthropic.testing._description import load_description
from anthropic.testing._samples import sample
from tests.server.support import Wire, ask

FILE = pathlib.Path(anthropic.testing.__file__).with_name("_openapi.json")
DOCUMENT: Dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
DESCRIPTION = load_description()
SCHEMAS: Dict[str, Any] = DOCUMENT["components"]["schemas"]


def resolved(schema: Dict[str, Any]) -> Dict[str, Any]:
    found = DESCRIPTION.checker.resolve(schema)
    assert isinstance(found, dict)
    return found


def variants(schema: Dict[str, Any]) -> Iterator[Dict[str, Any]]:
    """The object variants of a union, nested unions included."""
    schema = resolved(schema)
    inner = schema.get("anyOf") or schema.get("oneOf")
    if inner:
        for part in inner:
            yield from variants(part)
    elif schema.get("type") == "array":
        yield from variants(schema["items"])
    elif "properties" in schema:
        yield schema


def example(schema: Dict[str, Any]) -> Any:
    """A value with every property, for a schema whose references point into the document."""
    return sample({**schema, "components": DOCUMENT["components"]}, "Hello", everything=True)


def cases() -> List[Tuple[str, str, Dict[str, Any]]]:
    found: List[Tuple[str, str, Dict[str, Any]]] = []
    for beta, path in ((False, "/v1/messages"), (True, "/v1/messages?beta=true")):
        body = DOCUMENT["paths"][path]["post"]["requestBody"]["content"]["application/json"]
        properties = resolved(body["schema"])["properties"]
        found.append((path, "everything", {**example(resolved(body["schema"])), "stream": False}))
        for name, schema in properties.items():
            if name in ("messages", "system"):
                continue  # messages are below; system takes text blocks only
            for number, variant in enumerate(variants(schema)):
                value = example(variant)
                if resolved(schema).get("type") == "array":
                    value = [value]
                found.append((path, f"{name} {number}", ask(**{name: value})))
        message = SCHEMAS["BetaMessageParam" if beta else "MessageParam"]
        for number, variant in enumerate(variants(message["properties"]["content"])):
            block = example(variant)
            label = f"content {block.get('type')} {number}"
            found.append((path, label, ask([block, {"type": "text", "text": "Hi"}])))
    return found


@pytest.fixture(scope="module")
def permissive() -> Iterator[Wire]:
    with LocalServer(permissive=True) as server:
        wire = Wire(server)
        yield wire
        wire.connection.close()


@pytest.mark.parametrize(("path", "label", "body"), cases())
def test_every_shape_is_answered(
    permissive: Wire, path: str, label: str, body: Dict[str, Any]
) -> None:
    operation = DESCRIPTION.operation("POST", "/v1/messages", "beta" in path)
    assert operation is not None
    reply = permissive.call("POST", path, body)
    assert reply.status == 200, (label, reply.body, body)
    assert operation.answer_problems(reply.json(), "application/json") == []
    streamed = permissive.call("POST", path, {**body, "stream": True})
    for name, event in streamed.events():
        if name != "ping":
            assert operation.answer_problems(event, "text/event-stream") == []
    counted = {
        key: value
        for key, value in body.items()
        if key in ("model", "messages", "tools", "system", "thinking", "tool_choice")
    }
    path = path.replace("/v1/messages", "/v1/messages/count_tokens")
    assert permissive.call("POST", path, counted).json()["input_tokens"] > 0
