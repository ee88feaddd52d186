"""Batches move from in_progress to ended, by polls alone."""

from __future__ import annotations

from typing import Any, Dict

import pytest

from anthropic.testing import LocalServer
from tests.server.support import Wire, ask

GOOD = {"custom_id": "good", "params": ask("Hello there")}
BAD = {"custom_id": "bad", "params": ask(max_tokens="many", foo=1)}
REFUSED = {"custom_id": "refused", "params": ask(model="unknown")}
STREAMED = {"custom_id": "streamed", "params": ask(stream=True)}


@pytest.mark.parametrize("suffix", ["", "?beta=true"])
def test_life_of_a_batch(wire: Wire, suffix: str) -> None:
    requests = [GOOD, BAD, REFUSED, STREAMED]
    batch = wire.post(f"/v1/messages/batches{suffix}", {"requests": requests})
    assert batch["processing_status"] == "in_progress"
    assert batch["request_counts"]["processing"] == 4
    assert (batch["results_url"], batch["ended_at"]) == (None, None)
    path = f"/v1/messages/batches/{batch['id']}"
    early = wire.call("GET", f"{path}/results{suffix}")
    assert early.status == 400 and "in_progress" in early.error[1]
    assert wire.call("DELETE", f"{path}{suffix}").status == 400
    assert wire.get(path + suffix)["processing_status"] == "in_progress"
    ended = wire.get(path + suffix)
    assert ended["processing_status"] == "ended"
    counts = {"processing": 0, "succeeded": 1, "errored": 3, "canceled": 0, "expired": 0}
    assert ended["request_counts"] == counts
    assert ended["results_url"] == f"{wire.server.url}{path}/results{suffix}"
    assert ended["created_at"] < ended["ended_at"] < ended["expires_at"]
    reply = wire.call("GET", ended["results_url"][len(wire.server.url) :])
    assert reply.headers["content-type"] == "application/x-jsonl"
    results: Dict[str, Any] = {line["custom_id"]: line["result"] for line in reply.lines()}
    assert results["good"]["message"]["usage"]["service_tier"] == "batch"
    assert "Hello there" in results["good"]["message"]["content"][0]["text"]
    errors = {name: result.get("error", {}).get("error") for name, result in results.items()}
    assert errors["bad"]["message"].startswith("max_tokens: Input should be a valid integer")
    assert errors["refused"]["type"] == "not_found_error"
    assert errors["streamed"]["message"].startswith("stream: ")
    assert wire.call("POST", f"{path}/cancel{suffix}").status == 400
    deleted = wire.call("DELETE", path + suffix).json()
    assert deleted == {"type": "message_batch_deleted", "id": batch["id"]}
    assert wire.call("GET", path + suffix).status == 404


def test_cancel(wire: Wire) -> None:
    batch = wire.post("/v1/messages/batches", {"requests": [GOOD, BAD]})
    path = f"/v1/messages/batches/{batch['id']}"
    canceled = wire.post(f"{path}/cancel")
    assert canceled["processing_status"] == "canceling"
    assert canceled["cancel_initiated_at"] > canceled["created_at"]
    assert wire.post(f"{path}/cancel") == canceled
    assert wire.get(path)["processing_status"] == "canceling"
    ended = wire.get(path)
    assert (ended["processing_status"], ended["request_counts"]["canceled"]) == ("ended", 2)
    lines = wire.call("GET", f"{path}/results").lines()
    assert [line["result"] for line in lines] == [{"type": "canceled"}] * 2


@pytest.mark.parametrize("polls", [0, 3])
def test_number_of_polls(polls: int) -> None:
    with LocalServer(batch_polls=polls) as server:
        wire = Wire(server)
        path = (
            f"/v1/messages/batches/{wire.post('/v1/messages/batches', {'requests': [GOOD]})['id']}"
        )
        states = [wire.get(path)["processing_status"] for _ in range(polls + 1)]
        wire.connection.close()
    assert states == ["in_progress"] * polls + ["ended"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "requests: Field required"),
        ({"requests": [{"params": ask()}]}, "requests.0.custom_id: Field required"),
        ({"requests": [{"custom_id": "x"}]}, "requests.0.params: Field required"),
        ({"requests": [{"custom_id": "x", "params": 1}]}, "requests.0.params: Input should be"),
        ({"requests": [GOOD, GOOD]}, "requests: custom_id must be unique; repeated: good"),
        ({"requests": []}, "requests: "),
    ],
)
def test_invalid_batches(wire: Wire, body: Dict[str, Any], message: str) -> None:
    reply = wire.call("POST", "/v1/messages/batches", body)
    assert reply.status == 400
    assert reply.error[1].startswith(message)


def test_results_come_in_an_order_of_their_own(wire: Wire) -> None:
    requests = [{"custom_id": f"c{number}", "params": ask()} for number in range(20)]
    batch = wire.post("/v1/messages/batches", {"requests": requests})
    path = f"/v1/messages/batches/{batch['id']}"
    wire.get(path), wire.get(path)
    names = [line["custom_id"] for line in wire.call("GET", f"{path}/results").lines()]
    assert names != [f"c{number}" for number in range(20)]
    assert len(set(names)) == 20
