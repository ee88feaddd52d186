"""What the API demands of a message request beyond its schema."""

from __future__ import annotations

from typing import Iterable, List

from ._errors import invalid, not_found
from ._values import JsonObject, as_array, as_object, is_array

__all__ = ["check_count_tokens", "check_message"]

_BREAKPOINTS = 4


def check_count_tokens(body: JsonObject) -> None:
    """Raise a 400 or 404 for a prompt that the API would refuse."""
    model = str(body.get("model"))
    if not model.startswith("claude-"):
        raise not_found(f"model: {model}")
    messages = [as_object(item) for item in as_array(body.get("messages"))]
    _check_turns(messages)
    for index, message in enumerate(messages):
        _check_tool_results(messages, index, message)
    _check_tools(body)
    _check_cache_control(body)


def check_message(body: JsonObject) -> None:
    """Raise a 400 or 404 for a message request that the API would refuse."""
    thinking = as_object(body.get("thinking"))
    budget = thinking.get("budget_tokens")
    if isinstance(budget, int) and budget >= int(body.get("max_tokens") or 0):
        raise invalid("`max_tokens` must be greater than `thinking.budget_tokens`.")
    if body.get("output_format") and as_object(body.get("output_config")).get("format"):
        raise invalid("output_format: Cannot be used together with output_config.format")
    for index, sequence in enumerate(as_array(body.get("stop_sequences"))):
        if not str(sequence).strip():
            raise invalid(f"stop_sequences.{index}: each stop sequence must contain non-whitespace")
    check_count_tokens(body)


def _check_turns(messages: List[JsonObject]) -> None:
    if not messages:
        raise invalid("messages: at least one message is required")
    if messages[0].get("role") != "user":
        raise invalid('messages: first message must use the "user" role')
    for index, message in enumerate(messages):
        content, last = message.get("content"), index == len(messages) - 1
        if not content and not (last and message.get("role") == "assistant"):
            raise invalid(f"messages.{index}: all messages must have non-empty content")
        for block in _blocks(message):
            if block.get("type") == "text" and not str(block.get("text") or "").strip():
                what = "contain non-whitespace text" if block.get("text") else "be non-empty"
                raise invalid(f"messages: text content blocks must {what}")
    ending = messages[-1]
    if ending.get("role") == "assistant":
        content = ending.get("content")
        text = (
            content
            if isinstance(content, str)
            else str((_blocks(ending) or [{}])[-1].get("text", ""))
        )
        if text != text.rstrip():
            raise invalid("messages: final assistant content cannot end with trailing whitespace")


def _blocks(message: JsonObject) -> List[JsonObject]:
    return [as_object(item) for item in as_array(message.get("content"))]


def _ids(message: JsonObject, kind: str, name: str) -> List[str]:
    return [str(block.get(name)) for block in _blocks(message) if block.get("type") == kind]


def _check_tool_results(messages: List[JsonObject], index: int, message: JsonObject) -> None:
    """Every call has its result in the next turn, and every result its call in the one before."""
    before = messages[index - 1] if index else {}
    after = messages[index + 1] if index + 1 < len(messages) else {}
    made = _ids(before, "tool_use", "id")
    for place, block in enumerate(_blocks(message)):
        if block.get("type") == "tool_result" and str(block.get("tool_use_id")) not in made:
            raise invalid(
                f"messages.{index}.content.{place}: unexpected `tool_use_id` found in "
                f"`tool_result` blocks: {block.get('tool_use_id')}. Each `tool_result` block must "
                "have a corresponding `tool_use` block in the previous message."
            )
    answered = _ids(after, "tool_result", "tool_use_id")
    missing = [item for item in _ids(message, "tool_use", "id") if item not in answered]
    if missing:
        raise invalid(
            f"messages.{index}: `tool_use` ids were found without `tool_result` blocks immediately "
            f"after: {', '.join(missing)}. Each `tool_use` block must have a corresponding "
            "`tool_result` block in the next message."
        )


def _check_tools(body: JsonObject) -> None:
    tools = [as_object(tool) for tool in as_array(body.get("tools"))]
    names = [str(tool["name"]) for tool in tools if "name" in tool]
    if len(set(names)) < len(names):
        raise invalid("tools: Tool names must be unique.")
    choice = as_object(body.get("tool_choice"))
    if choice and not tools:
        raise invalid("tool_choice: may only be specified while providing tools")
    if choice.get("type") == "tool" and choice.get("name") not in names:
        raise invalid(f"tool_choice: Tool '{choice.get('name')}' not found in provided tools")
    servers = {str(as_object(item).get("name")) for item in as_array(body.get("mcp_servers"))}
    for index, tool in enumerate(tools):
        if tool.get("type") == "mcp_toolset" and tool.get("mcp_server_name") not in servers:
            name = tool.get("mcp_server_name")
            raise invalid(f"tools.{index}: MCP server '{name}' not found in mcp_servers")


def _marked(value: object) -> Iterable[JsonObject]:
    for item in as_array(value):
        block = as_object(item)
        if block.get("cache_control"):
            yield block
        if is_array(block.get("content")):
            yield from _marked(block["content"])


def _check_cache_control(body: JsonObject) -> None:
    found = sum(1 for name in ("tools", "system", "messages") for _ in _marked(body.get(name)))
    if found > _BREAKPOINTS:
        raise invalid(
            f"A maximum of {_BREAKPOINTS} blocks with cache_control may be provided. Found {found}."
        )
