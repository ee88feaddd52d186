"""The base classes of memory tools."""

from __future__ import annotations

from typing import Any, Dict, List

import pytest

from anthropic.lib.tools import BetaAbstractMemoryTool, BetaAsyncAbstractMemoryTool
from anthropic.types import beta

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


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ("view", beta.BetaMemoryTool20250818ViewCommand),
        ("create", beta.BetaMemoryTool20250818CreateCommand),
        ("str_replace", beta.BetaMemoryTool20250818StrReplaceCommand),
        ("insert", beta.BetaMemoryTool20250818InsertCommand),
        ("delete", beta.BetaMemoryTool20250818DeleteCommand),
        ("rename", beta.BetaMemoryTool20250818RenameCommand),
    ],
)
async def test_commands_are_typed(command: str, kind: Any) -> None:
    seen: List[Any] = []
    tool, async_tool = Echo(), AsyncEcho()
    setattr(tool, command, seen.append)

    async def note(given: Any) -> str:
        seen.append(given)
        return ""

    setattr(async_tool, command, note)
    tool.call({"command": command, **INPUTS[command]})
    await async_tool.call({"command": command, **INPUTS[command]})
    assert [type(given) for given in seen] == [kind, kind]
    for given in seen:
        assert {name: getattr(given, name) for name in INPUTS[command]} == INPUTS[command]


async def test_a_range_of_lines_is_optional() -> None:
    command: Any = {"command": "view", "path": "/memories"}
    seen: List[Any] = []
    tool = Echo()
    tool.view = seen.append
    tool.call(command)
    assert seen[0].view_range is None


async def test_commands_are_read_loosely() -> None:
    """What does not fit is for the method to judge, and what is new is there as well."""
    command = {"command": "delete", "path": ["not a text"], "recursive": True}
    assert Echo().call(command) == f"delete: {sorted(command.items())}"
    assert await AsyncEcho().call(command) == f"delete: {sorted(command.items())}"


async def test_execute_can_be_overridden() -> None:
    class Locked(Echo):
        def execute(self, command: Any) -> Any:
            return f"[{super().execute(command)}]"

    class AsyncLocked(AsyncEcho):
        async def execute(self, command: Any) -> Any:
            return f"[{await super().execute(command)}]"

    command = {"command": "delete", "path": "/memories/a"}
    expected = f"[delete: {sorted(command.items())}]"
    assert Locked().call(command) == expected
    assert await AsyncLocked().call(command) == expected


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


@pytest.mark.parametrize("base", [BetaAbstractMemoryTool, BetaAsyncAbstractMemoryTool])
@pytest.mark.parametrize("missing", INPUTS)
def test_all_commands_are_required(base: Any, missing: str) -> None:
    methods = {command: lambda self, given: "" for command in INPUTS if command != missing}
    with pytest.raises(TypeError, match=f"abstract.*{missing}"):
        type("Tool", (base,), methods)()
