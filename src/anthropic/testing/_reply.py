"""What the model answers: a pure function of the request."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Optional, Tuple

from ._citations import FileText, cited_blocks
from ._context import Compaction
from ._ids import derived_id
from ._prompt import Conversation, excerpt, topics
from ._samples import sample
from ._server_tools import opaque, run_server_tool
from ._tokens import text_tokens
from ._tools import choose_calls
from ._values import JsonObject, as_array, encode

__all__ = ["Reply", "make_reply"]


@dataclass
class Reply:
    """The content of an answer and the reason why it ends there."""

    content: List[JsonObject]
    stop_reason: str
    stop_sequence: Optional[str] = None
    output_tokens: int = 0
    server_tool_use: Dict[str, int] = field(default_factory=lambda: {})
    uses_container: bool = False


def make_reply(
    conversation: Conversation,
    seed: str,
    file_text: FileText,
    compacted: Optional[Compaction] = None,
) -> Reply:
    """Answer a conversation; `seed` (the message id) is what ids inside the answer depend on."""
    reply = Reply([], "end_turn")
    if compacted is not None:
        reply.content.append({"type": "compaction", "content": compacted.summary})
        if compacted.pauses:
            reply.stop_reason = "compaction"
            return _limited(reply, conversation.body)
    if conversation.thinks:
        reply.content.append(_thinking(conversation, seed))
    calls = choose_calls(conversation)
    if calls:
        if conversation.choice.get("type", "auto") == "auto":
            names = " and ".join(call.name for call in calls)
            reply.content.append({"type": "text", "text": f"I will use {names} for that."})
        for index, call in enumerate(calls):
            use_id = derived_id("toolu", seed, str(index))
            reply.content.append(
                {"type": "tool_use", "id": use_id, "name": call.name, "input": call.input}
            )
        reply.stop_reason = "tool_use"
    else:
        _write_text(reply, conversation, seed, file_text)
    return _limited(reply, conversation.body)


def _write_text(reply: Reply, conversation: Conversation, seed: str, file_text: FileText) -> None:
    turn = run_server_tool(conversation, seed)
    if turn is not None:
        reply.content += turn.blocks
        reply.server_tool_use = turn.usage
        reply.uses_container = turn.uses_container
    schema = conversation.output_schema
    if schema is not None:
        text = encode(sample(schema, _material(conversation), everything=True))
        reply.content.append({"type": "text", "text": text})
    elif turn is not None:
        reply.content.append(turn.text)
    else:
        cited = cited_blocks(conversation, file_text)
        reply.content += cited or [{"type": "text", "text": _answer(conversation)}]


def _material(conversation: Conversation) -> str:
    """Where a structured answer takes its words from: results first, then the question."""
    return "\n".join([*(result.text for result in conversation.results), conversation.question])


def _thinking(conversation: Conversation, seed: str) -> JsonObject:
    asked = excerpt(conversation.question, 80) or "something"
    thought = f'The user says: "{asked}". '
    if conversation.results:
        names = " and ".join(result.name for result in conversation.results)
        thought += f"The results of {names} are here, so I can answer now."
    elif conversation.tools:
        thought += "Let me see which tool helps with that."
    else:
        thought += f"What matters is {_listed(topics(asked)[:4]) or 'a short answer'}."
    return {"type": "thinking", "thinking": thought, "signature": opaque(seed, thought)}


def _listed(words: List[str]) -> str:
    return (
        words[0]
        if len(words) == 1
        else " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
    )


def _answer(conversation: Conversation) -> str:
    question = conversation.question
    if conversation.results:
        return _answer_from_results(conversation)
    topic = _listed(topics(question)[:5])
    if conversation.prefill:
        return f" and so it goes on: {topic or 'that is all'}."
    verb = "asked" if question.rstrip().endswith("?") else "said"
    sentences = [
        f'You {verb}: "{excerpt(question)}".' if question else "You sent no words, but I see it."
    ]
    if topic:
        sentences.append(f"This is about {topic}.")
    earlier = [item for item in conversation.messages[:-1] if item.get("role") == "user"]
    if earlier:
        sentences.append(f"It is turn {len(earlier) + 1} of our conversation.")
    if conversation.system:
        sentences.append(f'I keep to my instructions: "{excerpt(conversation.system, 80)}".')
    sentences.append("This answer comes from the local test server, so it is the same every time.")
    return " ".join(sentences)


def _answer_from_results(conversation: Conversation) -> str:
    sentences: List[str] = []
    for result in conversation.results:
        said = " ".join(result.text.split()) or "nothing"
        verb = "reported an error" if result.is_error else "returned"
        sentences.append(f"{result.name} {verb}: {said}")
    text = "\n".join(sentences)
    asked = f' to "{excerpt(conversation.question)}"' if conversation.question else ""
    if all(result.is_error for result in conversation.results):
        return f"{text}\nSo I cannot give an answer{asked}."
    return f"{text}\nThat is my answer{asked}."


def _limited(reply: Reply, body: JsonObject) -> Reply:
    """Cut the answer at the first stop sequence and at `max_tokens`."""
    _stop(reply, [str(item) for item in as_array(body.get("stop_sequences")) if item])
    left = int(body.get("max_tokens") or 0)
    kept: List[JsonObject] = []
    for block in reply.content:
        cost = _cost(block)
        if cost > left:
            cut = _cut(block, left)
            if cut is not None:
                kept.append(cut)
                left -= _cost(cut)
            reply.stop_reason, reply.stop_sequence = "max_tokens", None
            break
        left -= cost
        kept.append(block)
    reply.content = kept
    reply.output_tokens = sum(_cost(block) for block in kept)
    return reply


def _stop(reply: Reply, sequences: List[str]) -> None:
    for index, block in enumerate(reply.content):
        if block.get("type") != "text":
            continue
        text = str(block["text"])
        found: List[Tuple[int, str]] = [
            (text.find(item), item) for item in sequences if item in text
        ]
        if found:
            place, sequence = min(found)
            block["text"] = text[:place]
            reply.content = reply.content[: index + 1] if place else reply.content[:index]
            reply.stop_reason, reply.stop_sequence = "stop_sequence", sequence
            return


def _cost(block: JsonObject) -> int:
    kind = block.get("type")
    if kind in ("text", "thinking"):
        return text_tokens(str(block[kind]))
    if kind == "compaction":
        return text_tokens(str(block["content"]))
    if kind in ("tool_use", "server_tool_use", "mcp_tool_use"):
        return 10 + text_tokens(str(block["name"])) + text_tokens(encode(block["input"]))
    return 0  # results of server tools are input


def _cut(block: JsonObject, tokens: int) -> Optional[JsonObject]:
    """The part of a text block that fits; half a call or half a thought is no use."""
    if block.get("type") != "text" or tokens <= 0:
        return None
    return {**block, "text": str(block["text"])[: tokens * 4]}
