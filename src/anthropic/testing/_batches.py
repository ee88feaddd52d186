"""Message batches: they end after they have been looked at a few times."""

from __future__ import annotations

from typing import Dict, List

from ._description import Operation
from ._errors import ApiError, error_body, invalid
from ._exchange import Answer, Request, json_answer
from ._ids import derived_id
from ._messages import build_message
from ._pages import id_page
from ._schema import Problem, describe
from ._state import Batch, BatchEntry, State
from ._values import JsonObject, as_array, as_object, digest, encode

__all__ = [
    "cancel_batch",
    "create_batch",
    "delete_batch",
    "list_batches",
    "retrieve_batch",
    "retrieve_results",
    "split_problems",
]

_MAX_REQUESTS = 100_000


def split_problems(operation: Operation, body: object) -> tuple[List[Problem], Dict[int, str]]:
    """What is wrong with the batch itself, and with the parameters of single requests.

    The API refuses the first at once; the second become `errored` results.
    """
    whole: List[Problem] = []
    single: Dict[int, List[Problem]] = {}
    for problem in operation.body_problems(body):
        path = problem.path
        if len(path) > 3 and path[0] == "requests" and path[2] == "params":
            single.setdefault(int(path[1]), []).append(Problem(path[3:], problem.message))
        else:
            whole.append(problem)
    return whole, {index: describe(found) for index, found in single.items()}


def create_batch(state: State, request: Request) -> Answer:
    operation = state.description.operation("POST", "/v1/messages/batches", request.beta)
    problems = split_problems(operation, request.data)[1] if operation else {}
    entries: List[BatchEntry] = []
    for index, item in enumerate(
        as_object(entry) for entry in as_array(request.json.get("requests"))
    ):
        params = as_object(item.get("params"))
        entries.append(BatchEntry(str(item.get("custom_id")), params, problems.get(index)))
    if not 1 <= len(entries) <= _MAX_REQUESTS:
        raise invalid(f"requests: A batch holds 1 to {_MAX_REQUESTS} requests, not {len(entries)}")
    names = [entry.custom_id for entry in entries]
    if len(set(names)) < len(names):
        twice = sorted(name for name in set(names) if names.count(name) > 1)
        raise invalid(f"requests: custom_id must be unique; repeated: {', '.join(twice[:5])}")
    batch = Batch(
        id=state.ids.new("msgbatch", request.seed),
        entries=entries,
        created_at=state.clock.tick(),
        beta=request.beta,
        polls_left=state.settings.batch_polls,
    )
    return json_answer(state.batches.add(batch.id, batch).show(request.origin))


def _batch(state: State, request: Request) -> Batch:
    batch_id = request.path_params["message_batch_id"]
    if state.settings.permissive and state.batches.find(batch_id) is None:
        moment = state.clock.now()
        asked: JsonObject = {
            "model": "claude-opus-4-6",
            "max_tokens": 1024,
            "messages": [{"role": "user", "content": "Hello"}],
        }
        batch = Batch(batch_id, [BatchEntry("request-1", asked, None)], moment, request.beta, 0)
        _end(state, batch)
        return batch
    return state.batches.get(batch_id)


def _result(state: State, batch: Batch, entry: BatchEntry) -> JsonObject:
    if batch.cancel_initiated_at is not None:
        return {"type": "canceled"}
    try:
        if entry.problem is not None:
            raise invalid(entry.problem)
        if entry.params.get("stream") is True and not state.settings.permissive:
            raise invalid("stream: Streaming is not supported for requests in a batch")
        message = build_message(state, entry.params, beta=batch.beta, tier="batch")
        return {"type": "succeeded", "message": message}
    except ApiError as error:
        request_id = derived_id("req", batch.id, entry.custom_id)
        return {"type": "errored", "error": error_body(error, request_id)}


def _end(state: State, batch: Batch) -> None:
    for entry in batch.entries:
        entry.result = _result(state, batch, entry)
    batch.status = "ended"
    batch.ended_at = state.clock.tick()


def retrieve_batch(state: State, request: Request) -> Answer:
    batch = _batch(state, request)
    if batch.status != "ended":
        if batch.polls_left <= 0:
            _end(state, batch)
        batch.polls_left -= 1
    return json_answer(batch.show(request.origin))


def list_batches(state: State, request: Request) -> Answer:
    page = id_page(
        state.batches,
        request.query,
        lambda batch: batch.show(request.origin),
        state.settings.permissive,
    )
    return json_answer(page)


def cancel_batch(state: State, request: Request) -> Answer:
    batch = _batch(state, request)
    if batch.status == "ended" and not state.settings.permissive:
        raise invalid(f"The batch {batch.id} has ended, so it can no longer be canceled.")
    if batch.status == "in_progress":
        batch.status = "canceling"
        batch.cancel_initiated_at = state.clock.tick()
        batch.polls_left = state.settings.batch_polls
    return json_answer(batch.show(request.origin))


def delete_batch(state: State, request: Request) -> Answer:
    batch = _batch(state, request)
    if batch.status != "ended":
        raise invalid(
            f"The batch {batch.id} is still {batch.status}; cancel it before you delete it."
        )
    if state.batches.find(batch.id) is not None:
        state.batches.remove(batch.id)
    return json_answer({"type": "message_batch_deleted", "id": batch.id})


def retrieve_results(state: State, request: Request) -> Answer:
    batch = _batch(state, request)
    if batch.status != "ended":
        raise invalid(f"The batch {batch.id} has no results yet: it is {batch.status}.")
    # The API promises no order; a shuffled one shows callers that rely on it.
    shuffled = sorted(batch.entries, key=lambda entry: digest(batch.id, entry.custom_id))
    lines = [encode({"custom_id": entry.custom_id, "result": entry.result}) for entry in shuffled]
    body = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")
    return Answer(content_type="application/x-jsonl", body=body)
