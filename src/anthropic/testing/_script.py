"""Answers that a test has written itself, in place of those that the server thinks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Sequence, Union

from ._ids import derived_id
from ._reply import Reply
from ._tokens import text_tokens
from ._values import JsonObject, encode

__all__ = ["ScriptedReply", "scripted_reply"]

Block = Union[str, Mapping[str, object]]

_CALLS = ("tool_use", "server_tool_use", "mcp_tool_use")


@dataclass
class ScriptedReply:
    """What one answer is to say; what is None follows from the rest."""

    content: List[JsonObject]
    cut_inputs: Dict[int, str]
    stop_reason: Optional[str] = None
    container_id: Optional[str] = None
    input_tokens: Optional[int] = None
    output_tokens: Optional[int] = None

    def reply(self, seed: str) -> Reply:
        """The answer, with ids for the tool calls that have none."""
        content = [
            {**block, "id": block.get("id") or derived_id("toolu", seed, str(index))}
            if block.get("type") in _CALLS
            else block
            for index, block in enumerate(self.content)
        ]
        calls = any(block.get("type") == "tool_use" for block in content)
        reply = Reply(content, self.stop_reason or ("tool_use" if calls else "end_turn"))
        written = "".join(self.cut_inputs.values()) + encode(content)
        reply.output_tokens = text_tokens(written)
        if self.output_tokens is not None:
            reply.output_tokens = self.output_tokens
        return reply


def scripted_reply(
    content: Sequence[Block],
    stop_reason: Optional[str],
    container_id: Optional[str],
    input_tokens: Optional[int],
    output_tokens: Optional[int],
) -> ScriptedReply:
    """Reads what a test has written; texts stand for text blocks."""
    blocks: List[JsonObject] = []
    cut: Dict[int, str] = {}
    for index, item in enumerate(content):
        block: JsonObject = {"type": "text", "text": item} if isinstance(item, str) else {**item}
        if "type" not in block:
            raise ValueError(f"Block {index} of the answer has no `type`: {block}")
        if "partial_json" in block:
            cut[index] = str(block.pop("partial_json"))
            block["input"] = {}
        blocks.append(block)
    return ScriptedReply(blocks, cut, stop_reason, container_id, input_tokens, output_tokens)
