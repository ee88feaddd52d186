"""Messages, token counts and legacy completions."""

from __future__ import annotations

from datetime import timedelta
from typing import List, Optional

from ._context import Compaction, applied_edits, compaction
from ._errors import invalid, not_found
from ._events import completion_events, message_events
from ._exchange import Answer, Request, json_answer
from ._ids import derived_id, rfc3339
from ._prompt import Conversation
from ._reply import Reply, make_reply
from ._rules import check_count_tokens, check_message
from ._script import ScriptedReply
from ._state import State
from ._tokens import InputUsage, count_input, text_tokens
from ._values import JsonObject, as_array, as_object, canonical

__all__ = ["build_message", "count_tokens", "create_completion", "create_message"]

_HUMAN, _ASSISTANT = "\n\nHuman:", "\n\nAssistant:"
_CONTAINER_LIFETIME = timedelta(hours=1)


def create_message(state: State, request: Request) -> Answer:
    scripted = state.script[0] if state.script else None
    message = build_message(state, request.json, beta=request.beta, scripted=scripted)
    if scripted is not None:
        # A request that was refused has used nothing up.
        state.script.popleft()
    if request.json.get("stream") is True:
        cut_inputs = {} if scripted is None else scripted.cut_inputs
        events = message_events(message, cut_inputs)
        return Answer(content_type="text/event-stream", events=events)
    return json_answer(message)


def build_message(
    state: State,
    body: JsonObject,
    *,
    beta: bool,
    tier: str = "standard",
    scripted: Optional[ScriptedReply] = None,
) -> JsonObject:
    """The answer to a checked message request; raises for what the API would refuse."""
    if not state.settings.permissive:
        check_message(body)
        _check_files(state, body)
    conversation = Conversation(body)
    unstreamed = {key: value for key, value in body.items() if key != "stream"}
    message_id = state.ids.new("msg", canonical(unstreamed))
    usage = state.cache.measure(body)
    compacted = compaction(conversation, usage.total) if beta else None
    if scripted is not None:
        reply = scripted.reply(message_id)
    else:
        reply = make_reply(
            conversation, message_id, lambda file_id: _file_text(state, file_id), compacted
        )
    message: JsonObject = {
        "id": message_id,
        "type": "message",
        "role": "assistant",
        "model": str(body.get("model")),
        "content": reply.content,
        "stop_reason": reply.stop_reason,
        "stop_sequence": reply.stop_sequence,
        "usage": _usage(body, usage, reply, beta, tier, compacted),
    }
    if scripted is not None and scripted.input_tokens is not None:
        message["usage"]["input_tokens"] = scripted.input_tokens
    if beta:
        container_id = None if scripted is None else scripted.container_id
        _add_beta_parts(state, message, conversation, usage, reply, container_id)
    return message


def _usage(
    body: JsonObject,
    used: InputUsage,
    reply: Reply,
    beta: bool,
    tier: str,
    compacted: Optional[Compaction],
) -> JsonObject:
    counts: JsonObject = {
        "input_tokens": used.uncached,
        "cache_creation_input_tokens": used.written_5m + used.written_1h,
        "cache_read_input_tokens": used.read,
        "cache_creation": {
            "ephemeral_5m_input_tokens": used.written_5m,
            "ephemeral_1h_input_tokens": used.written_1h,
        },
        "output_tokens": reply.output_tokens,
    }
    usage: JsonObject = {
        **counts,
        "service_tier": tier,
        "inference_geo": body.get("inference_geo") or "global",
    }
    if reply.server_tool_use:
        names = ("web_search_requests", "web_fetch_requests") if beta else ("web_search_requests",)
        usage["server_tool_use"] = {name: reply.server_tool_use.get(name, 0) for name in names}
    if beta and body.get("speed"):
        usage["speed"] = body["speed"]
    if compacted is not None:
        written = text_tokens(compacted.summary)
        rest = {**counts, "type": "message", "input_tokens": written}
        rest["output_tokens"] = max(0, reply.output_tokens - written)
        first = {**counts, "type": "compaction", "output_tokens": min(written, reply.output_tokens)}
        usage["iterations"] = [first] if compacted.pauses else [first, rest]
    return usage


def _add_beta_parts(
    state: State,
    message: JsonObject,
    conversation: Conversation,
    usage: InputUsage,
    reply: Reply,
    container_id: Optional[str],
) -> None:
    body = conversation.body
    if body.get("context_management") is not None:
        edits, _ = applied_edits(conversation, usage.total)
        message["context_management"] = {"applied_edits": edits}
    wanted = body.get("container")
    if wanted is None and not reply.uses_container and container_id is None:
        return
    details = as_object(wanted)
    given = container_id or (wanted if isinstance(wanted, str) else details.get("id"))
    container_id = str(given) if given else derived_id("container", str(message["id"]))
    skills = [_shown_skill(state, as_object(item)) for item in as_array(details.get("skills"))]
    message["container"] = {
        "id": container_id,
        "expires_at": rfc3339(state.clock.tick() + _CONTAINER_LIFETIME),
        "skills": skills or None,
    }


def _shown_skill(state: State, skill: JsonObject) -> JsonObject:
    """A skill as a container lists it: `latest` becomes the version that was loaded."""
    version = skill.get("version") or "latest"
    stored = state.skills.find(str(skill.get("skill_id")))
    if version == "latest" and stored is not None:
        version = stored.show()["latest_version"] or version
    return {"type": skill.get("type"), "skill_id": skill.get("skill_id"), "version": version}


def _file_ids(value: object) -> List[str]:
    """The ids of uploaded files that message contents refer to."""
    found: List[str] = []
    for block in (as_object(item) for item in as_array(value)):
        source = as_object(block.get("source"))
        if source.get("type") == "file":
            found.append(str(source.get("file_id")))
        if block.get("type") == "container_upload":
            found.append(str(block.get("file_id")))
        found += _file_ids(block.get("content"))
    return found


def _check_files(state: State, body: JsonObject) -> None:
    for file_id in _file_ids(body.get("messages")):
        if state.files.find(file_id) is None:
            raise not_found(f"File not found: {file_id}")


def _file_text(state: State, file_id: str) -> Optional[str]:
    stored = state.files.find(file_id)
    if stored is None or not stored.mime_type.startswith("text/"):
        return None
    return stored.content.decode("utf-8", "replace")


def count_tokens(state: State, request: Request) -> Answer:
    body = request.json
    if not state.settings.permissive:
        check_count_tokens(body)
        _check_files(state, body)
    total = count_input(body)
    answer: JsonObject = {"input_tokens": total}
    if request.beta and body.get("context_management") is not None:
        _, cleared = applied_edits(Conversation(body), total)
        answer["input_tokens"] = max(0, total - cleared)
        answer["context_management"] = {"original_input_tokens": total}
    return json_answer(answer)


def create_completion(state: State, request: Request) -> Answer:
    body = request.json
    prompt = str(body.get("prompt"))
    if not state.settings.permissive and not (
        prompt.startswith(_HUMAN) and prompt.rstrip().rpartition("\n\n")[2].startswith("Assistant:")
    ):
        raise invalid(
            'prompt: must start with "\\n\\nHuman:" and end with an "\\n\\nAssistant:" turn'
        )
    said = prompt.rpartition(_HUMAN)[2].partition(_ASSISTANT)[0].strip() or prompt.strip()
    asked: JsonObject = {
        "messages": [{"role": "user", "content": said}],
        "max_tokens": body.get("max_tokens_to_sample"),
        "stop_sequences": body.get("stop_sequences"),
    }
    unstreamed = {key: value for key, value in body.items() if key != "stream"}
    completion_id = state.ids.new("compl", canonical(unstreamed))
    reply = make_reply(Conversation(asked), completion_id, lambda file_id: None)
    text = "".join(str(block.get("text", "")) for block in reply.content)
    completion: JsonObject = {
        "type": "completion",
        "id": completion_id,
        "completion": f" {text}",
        "stop_reason": "max_tokens" if reply.stop_reason == "max_tokens" else "stop_sequence",
        "model": body.get("model"),
    }
    if body.get("stream") is True:
        return Answer(content_type="text/event-stream", events=completion_events(completion))
    return json_answer(completion)
