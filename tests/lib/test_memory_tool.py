"""The base classes of memory tools."""

from __future__ import annotations

from typing import Any, Dict

import pytest

from anthropic.lib.tools import BetaAbstractMemoryTool, BetaAsyncAbstractMemoryTool
from anthropic.types.beta.beta_memory_tool_20250818_insert_command import (
    BetaMemoryTool20250818InsertCommand,
)

INPUTS: Dict[str, Dict[str, Any]] = {
    "view": {"path": "/memories/a", "view_range": [1, 2]},
    "create": {"path": "/memories/a", "file_text": "x"},
    "str_replace": {"path": "/memories/a", "old_str": "x", "new_str": "y"},
    "insert": {"path": "/memories/a", "insert_line": 1, "insert_text": "z"},
    "delete": {"path": "/memories/a"},
    "rename": {"old_path": "/memories/a", "new_path": "/memories/b"},
}


class Echo(BetaAbstractMemoryTool):
    def _echo(self, command: Any) -> str:
        return f"{command.command}: {sorted(command.to_dict().items())}"

    view = create = str_replace = insert = delete = rename = _echo


class AsyncEcho(BetaAsyncAbstractMemoryTool):
    async def _echo(self, command: Any) -> str:
        return f"{command.command}: {sorted(command.to_dict().items())}"

    view = create = str_replace = insert = delete = rename = _echo


@pytest.mark.parametrize("command", INPUTS)
async def test_commands_reach_their_method(command: str) -> None:
    input = {"command": command, **INPUTS[command]}
    expected = f"{command}: {sorted(input.items())}"
    assert Echo().call(input) == expected
    assert await AsyncEcho().call(input) == expected


def test_commands_are_typed() -> None:
    seen = []

    class Tool(Echo):
        def insert(self, command: BetaMemoryTool20250818InsertCommand) -> str:
            seen.append(type(command))
            return command.insert_text

    assert Tool().call({"command": "insert", **INPUTS["insert"]}) == "z"
    assert seen == [BetaMemoryTool20250818InsertCommand]


@pytest.mark.parametrize("input", [{"command": "format"}, {}, None])
async def test_unknown_commands(input: object) -> None:
    with pytest.raises(NotImplementedError):
        Echo().call(input)
    with pytest.raises(NotImplementedError):
        await AsyncEcho().call(input)


def test_param() -> None:
    assert Echo().to_dict() == {"type": "memory_20250818", "name": "memory"}
    assert Echo().name == "memory"
    assert AsyncEcho(cache_control={"type": "ephemeral"}).to_dict() == {
        "type": "memory_20250818",
        "name": "memory",
        "cache_control": {"type": "ephemeral"},
    }


async def test_clearing_is_optional() -> None:
    with pytest.raises(NotImplementedError):
        Echo().clear_all_memory()
    with pytest.raises(NotImplementedError):
        await AsyncEcho().clear_all_memory()


def test_all_commands_are_required() -> None:
    with pytest.raises(TypeError, match="abstract"):
        BetaAbstractMemoryTool()  # type: ignore[abstract]
