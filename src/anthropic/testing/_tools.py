"""Which of the caller's own tools an answer calls, and with which input."""

from __future__ import annotations

import re
from typing import List, NamedTuple

from ._prompt import Conversation, Words, excerpt, words_of
from ._samples import sample
from ._values import JsonObject, as_object

__all__ = ["ToolCall", "choose_calls", "is_server_tool"]

_SERVER_PREFIXES = (
    "web_search_",
    "web_fetch_",
    "code_execution_",
    "tool_search_tool_",
    "mcp_toolset",
)
_PATH = re.compile(r"(?<!\S)[\w./-]*/[\w./-]*\w")


class ToolCall(NamedTuple):
    """A call that the answer makes of one of the caller's tools."""

    name: str
    input: JsonObject


def is_server_tool(tool: JsonObject) -> bool:
    """Whether the API runs the tool itself, so that its result is part of the same answer."""
    return str(tool.get("type") or "").startswith(_SERVER_PREFIXES)


def choose_calls(conversation: Conversation) -> List[ToolCall]:
    """The calls of the next answer; none when it is a text (or a server tool's turn)."""
    choice = conversation.choice.get("type") or "auto"
    searchable = any(str(tool.get("type")).startswith("tool_search") for tool in conversation.tools)
    own = [
        tool
        for tool in conversation.tools
        if not is_server_tool(tool) and not (searchable and tool.get("defer_loading") is True)
    ]
    if choice == "tool":
        own = [tool for tool in own if tool.get("name") == conversation.choice.get("name")]
    elif choice == "auto" and (conversation.results or conversation.prefill is not None):
        return []
    if choice == "none" or not own:
        return []
    named = [tool for tool in own if _is_named(str(tool.get("name")), conversation.question)]
    if len(named) > 1 and conversation.choice.get("disable_parallel_tool_use") is not True:
        return [_call(tool, conversation.question) for tool in named]
    best = max(own, key=lambda tool: _score(tool, conversation.question))
    has_server_tool = any(is_server_tool(tool) for tool in conversation.tools)
    if choice == "auto" and has_server_tool and _score(best, conversation.question) == 0:
        return []
    return [_call(best, conversation.question)]


def _is_named(name: str, prompt: str) -> bool:
    spoken = re.escape(name).replace("_", "[ _-]")
    return re.search(rf"(?<!\w){spoken}(?!\w)", prompt, re.IGNORECASE) is not None


def _score(tool: JsonObject, prompt: str) -> int:
    """How well a tool fits: its name counts most, then its description, then its properties."""
    asked = set(words_of(prompt))
    name = str(tool.get("name"))
    properties = as_object(as_object(tool.get("input_schema")).get("properties"))
    score = 100 if _is_named(name, prompt) else 0
    score += 10 * len(asked & set(words_of(name)))
    score += 3 * len(asked & set(words_of(str(tool.get("description") or ""))))
    return score + len(asked & {word for key in properties for word in words_of(key)})


def _call(tool: JsonObject, prompt: str) -> ToolCall:
    name, kind = str(tool.get("name")), str(tool.get("type") or "custom")
    schema = tool.get("input_schema")
    if kind == "custom" or schema is not None:
        return ToolCall(name, as_object(sample(as_object(schema), prompt)))
    return ToolCall(name, _built_in_input(kind, prompt))


def _built_in_input(kind: str, prompt: str) -> JsonObject:
    """An input for a tool whose schema the API knows: shell, editor, memory, computer."""
    paths = [str(path) for path in _PATH.findall(prompt)]
    if kind.startswith("bash"):
        quoted = Words(prompt).quoted
        return {"command": quoted[0] if quoted else f"echo {excerpt(prompt, 60)!r}"}
    if kind.startswith("memory"):
        return {"command": "view", "path": "/memories"}
    if kind.startswith("text_editor"):
        return {"command": "view", "path": paths[0] if paths else "/"}
    return {"action": "screenshot"}
