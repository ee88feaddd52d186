"""Every operation of the API description is answered with what its description promises."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterator, Tuple

import pytest

from anthropic.testing import LocalServer
from anthropic.testing._description import load_description
from anthropic.testing._routes import ROUTES
from tests.server.support import Reply, Wire, ask

DESCRIPTION = load_description()
SKILL_MD = b"---\nname: greeter\ndescription: Greets people.\n---\n\nSay hello.\n"
BATCH = {"requests": [{"custom_id": "one", "params": ask()}]}
COMPLETE = {
    "model": "claude-opus-4-6",
    "max_tokens_to_sample": 100,
    "prompt": "\n\nHuman: Hello\n\nAssistant:",
}


def bodies() -> Dict[Tuple[str, str], Any]:
    counted = {key: value for key, value in ask().items() if key != "max_tokens"}
    return {
        ("POST", "/v1/messages"): ask(),
        ("POST", "/v1/messages/count_tokens"): counted,
        ("POST", "/v1/messages/batches"): BATCH,
        ("POST", "/v1/complete"): COMPLETE,
    }


def send(wire: Wire, method: str, template: str, beta: bool) -> Reply:
    """Call an operation on objects that were created for it."""
    suffix = "?beta=true" if beta else ""
    if template == "/v1/files" and method == "POST":
        return wire.form(f"{template}{suffix}", [("file", "a.txt", b"hello", "text/plain")])
    if template in ("/v1/skills", "/v1/skills/{skill_id}/versions") and method == "POST":
        path = template.format(skill_id=new_skill(wire) if "{" in template else "")
        return wire.form(path + suffix, [("files[]", "greeter/SKILL.md", SKILL_MD, None)])
    values: Dict[str, str] = {}
    if "{message_batch_id}" in template:
        values["message_batch_id"] = new_batch(wire, suffix, ended="cancel" not in template)
    if "{file_id}" in template:
        reply = wire.form("/v1/files?beta=true", [("file", "a.txt", b"hello", "text/plain")])
        values["file_id"] = reply.json()["id"]
    if "{skill_id}" in template:
        values["skill_id"] = new_skill(wire)
        values["version"] = wire.get(f"/v1/skills/{values['skill_id']}?beta=true")["latest_version"]
        if method == "DELETE" and template.endswith("{skill_id}"):
            wire.call("DELETE", f"/v1/skills/{values['skill_id']}/versions/{values['version']}")
    values["model_id"] = "claude-opus-4-6"
    return wire.call(method, template.format(**values) + suffix, bodies().get((method, template)))


def new_skill(wire: Wire) -> str:
    files = [("files[]", "greeter/SKILL.md", SKILL_MD, None)]
    return wire.form("/v1/skills?beta=true", files).json()["id"]


def new_batch(wire: Wire, suffix: str, *, ended: bool) -> str:
    batch_id = wire.post(f"/v1/messages/batches{suffix}", BATCH)["id"]
    for _ in range(2 if ended else 0):
        wire.get(f"/v1/messages/batches/{batch_id}{suffix}")
    return batch_id


def values_of(reply: Reply) -> Iterator[Tuple[str, Any]]:
    kind = reply.headers["content-type"]
    if kind == "application/x-jsonl":
        yield from ((kind, line) for line in reply.lines())
    elif kind == "application/json":
        yield kind, reply.json()


@pytest.mark.parametrize(("method", "template", "beta"), sorted(DESCRIPTION.keys()))
def test_operation(wire: Wire, method: str, template: str, beta: bool) -> None:
    reply = send(wire, method, template, beta)
    assert reply.status == 200, reply.body
    assert reply.headers["request-id"].startswith("req_")
    operation = DESCRIPTION.operation(method, template, beta)
    assert operation is not None
    if template.endswith("/content"):
        assert reply.body == b"hello"
        assert reply.headers["content-type"] == "text/plain"
    for kind, value in values_of(reply):
        assert operation.answer_problems(value, kind) == []


def test_every_operation_has_a_route_and_every_route_an_operation() -> None:
    assert {(method, path) for method, path, _ in DESCRIPTION.keys()} == set(ROUTES)


@pytest.mark.parametrize("beta", [False, True])
def test_streamed_events_are_described(wire: Wire, beta: bool) -> None:
    operation = DESCRIPTION.operation("POST", "/v1/messages", beta)
    assert operation is not None
    path = "/v1/messages?beta=true" if beta else "/v1/messages"
    for name, event in wire.call("POST", path, ask(stream=True)).events():
        if name != "ping":
            assert operation.answer_problems(event, "text/event-stream") == []


def test_streamed_completion(wire: Wire) -> None:
    whole = wire.post("/v1/complete", COMPLETE)
    events = wire.call("POST", "/v1/complete", {**COMPLETE, "stream": True}).events()
    parts = [event for name, event in events if name == "completion"]
    assert {name for name, _ in events} == {"completion", "ping"}
    assert "".join(part["completion"] for part in parts) == whole["completion"]
    assert [part["stop_reason"] for part in parts[-2:]] == [None, "stop_sequence"]


def test_models_are_those_of_the_description_newest_first(wire: Wire) -> None:
    models = wire.get("/v1/models?limit=1000")["data"]
    assert sorted(model["id"] for model in models) == sorted(DESCRIPTION.model_ids())
    moments = [model["created_at"] for model in models]
    assert moments == sorted(moments, reverse=True)
    assert wire.get("/v1/models/claude-opus-4-1-20250805")["display_name"] == "Claude Opus 4.1"
    assert wire.get("/v1/models/claude-3-7-sonnet-latest")["display_name"] == "Claude 3.7 Sonnet"


def test_permissive_server_knows_every_id() -> None:
    with LocalServer(permissive=True) as server:
        wire = Wire(server)
        for method, template, beta in sorted(DESCRIPTION.keys()):
            if "{" not in template or method == "POST" and "versions" in template:
                continue
            names = {"message_batch_id": "b", "file_id": "f", "skill_id": "s", "version": "v"}
            path = template.format(model_id="m", **names) + ("?beta=true" if beta else "")
            reply = wire.call(method, path)
            assert reply.status == 200, (method, template, reply.body)
            operation = DESCRIPTION.operation(method, template, beta)
            assert operation is not None
            for kind, value in values_of(reply):
                assert operation.answer_problems(value, kind) == [], json.dumps(value)
        wire.connection.close()
