"""The base classes of memory tools: the API defines the commands, a subclass keeps the files."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Optional, cast

from ..._models import construct_type
from ._beta_functions import (
    BetaAsyncBuiltinFunctionTool,
    BetaBuiltinFunctionTool,
    BetaFunctionToolResultType,
)

if TYPE_CHECKING:
    from ...types.beta.beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
    from ...types.beta.beta_memory_tool_20250818_command import BetaMemoryTool20250818Command
    from ...types.beta.beta_memory_tool_20250818_create_command import (
        BetaMemoryTool20250818CreateCommand,
    )
    from ...types.beta.beta_memory_tool_20250818_delete_command import (
        BetaMemoryTool20250818DeleteCommand,
    )
    from ...types.beta.beta_memory_tool_20250818_insert_command import (
        BetaMemoryTool20250818InsertCommand,
    )
    from ...types.beta.beta_memory_tool_20250818_param import BetaMemoryTool20250818Param
    from ...types.beta.beta_memory_tool_20250818_rename_command import (
        BetaMemoryTool20250818RenameCommand,
    )
    from ...types.beta.beta_memory_tool_20250818_str_replace_command import (
        BetaMemoryTool20250818StrReplaceCommand,
    )
    from ...types.beta.beta_memory_tool_20250818_view_command import (
        BetaMemoryTool20250818ViewCommand,
    )

_COMMANDS = frozenset({"view", "create", "str_replace", "insert", "delete", "rename"})


class BetaAbstractMemoryTool(BetaBuiltinFunctionTool):
    """Base class of memory tools for `beta.messages.tool_runner`.

    Implement the six commands on a store of your choice. Each returns what the model is told; an
    exception reaches the model as an error. Paths are chosen by the model: check that they stay
    inside the directory that you serve.
    """

    def __init__(self, *, cache_control: Optional[BetaCacheControlEphemeralParam] = None) -> None:
        super().__init__()
        self._cache_control = cache_control

    def to_dict(self) -> BetaMemoryTool20250818Param:
        """The tool as it is sent in a request."""
        return _memory_param(self._cache_control)

    def call(self, input: object) -> BetaFunctionToolResultType:
        """Runs the command of a `tool_use` block's input."""
        return self.execute(_read_command(input))

    def execute(self, command: BetaMemoryTool20250818Command) -> BetaFunctionToolResultType:
        """Runs a command. Raises `NotImplementedError` if it is none of the six."""
        result: BetaFunctionToolResultType = _method_for(self, command)(command)
        return result

    @abstractmethod
    def view(self, command: BetaMemoryTool20250818ViewCommand) -> BetaFunctionToolResultType:
        """Shows a file, or the lines `view_range` of it, or the contents of a directory."""

    @abstractmethod
    def create(self, command: BetaMemoryTool20250818CreateCommand) -> BetaFunctionToolResultType:
        """Writes a file with the content `file_text`."""

    @abstractmethod
    def str_replace(
        self, command: BetaMemoryTool20250818StrReplaceCommand
    ) -> BetaFunctionToolResultType:
        """Replaces `old_str` in a file by `new_str`."""

    @abstractmethod
    def insert(self, command: BetaMemoryTool20250818InsertCommand) -> BetaFunctionToolResultType:
        """Inserts `insert_text` after line `insert_line` of a file."""

    @abstractmethod
    def delete(self, command: BetaMemoryTool20250818DeleteCommand) -> BetaFunctionToolResultType:
        """Deletes a file or a directory."""

    @abstractmethod
    def rename(self, command: BetaMemoryTool20250818RenameCommand) -> BetaFunctionToolResultType:
        """Renames or moves a file or a directory."""

    def clear_all_memory(self) -> BetaFunctionToolResultType:
        """Deletes everything; for programs, the model cannot call it."""
        raise NotImplementedError(f"{type(self).__name__} does not implement clear_all_memory()")


class BetaAsyncAbstractMemoryTool(BetaAsyncBuiltinFunctionTool):
    """The async twin of `BetaAbstractMemoryTool`: its commands are coroutine functions."""

    def __init__(self, *, cache_control: Optional[BetaCacheControlEphemeralParam] = None) -> None:
        super().__init__()
        self._cache_control = cache_control

    def to_dict(self) -> BetaMemoryTool20250818Param:
        """The tool as it is sent in a request."""
        return _memory_param(self._cache_control)

    async def call(self, input: object) -> BetaFunctionToolResultType:
        """Runs the command of a `tool_use` block's input."""
        return await self.execute(_read_command(input))

    async def execute(self, command: BetaMemoryTool20250818Command) -> BetaFunctionToolResultType:
        """Runs a command. Raises `NotImplementedError` if it is none of the six."""
        result: BetaFunctionToolResultType = await _method_for(self, command)(command)
        return result

    @abstractmethod
    async def view(self, command: BetaMemoryTool20250818ViewCommand) -> BetaFunctionToolResultType:
        """Shows a file, or the lines `view_range` of it, or the contents of a directory."""

    @abstractmethod
    async def create(
        self, command: BetaMemoryTool20250818CreateCommand
    ) -> BetaFunctionToolResultType:
        """Writes a file with the content `file_text`."""

    @abstractmethod
    async def str_replace(
        self, command: BetaMemoryTool20250818StrReplaceCommand
    ) -> BetaFunctionToolResultType:
        """Replaces `old_str` in a file by `new_str`."""

    @abstractmethod
    async def insert(
        self, command: BetaMemoryTool20250818InsertCommand
    ) -> BetaFunctionToolResultType:
        """Inserts `insert_text` after line `insert_line` of a file."""

    @abstractmethod
    async def delete(
        self, command: BetaMemoryTool20250818DeleteCommand
    ) -> BetaFunctionToolResultType:
        """Deletes a file or a directory."""

    @abstractmethod
    async def rename(
        self, command: BetaMemoryTool20250818RenameCommand
    ) -> BetaFunctionToolResultType:
        """Renames or moves a file or a directory."""

    async def clear_all_memory(self) -> BetaFunctionToolResultType:
        """Deletes everything; for programs, the model cannot call it."""
        raise NotImplementedError(f"{type(self).__name__} does not implement clear_all_memory()")


def _memory_param(
    cache_control: Optional[BetaCacheControlEphemeralParam],
) -> BetaMemoryTool20250818Param:
    param: BetaMemoryTool20250818Param = {"type": "memory_20250818", "name": "memory"}
    if cache_control is not None:
        param["cache_control"] = cache_control
    return param


def _read_command(input: object) -> BetaMemoryTool20250818Command:
    from ...types.beta.beta_memory_tool_20250818_command import BetaMemoryTool20250818Command

    built = construct_type(value=input, type_=cast(Any, BetaMemoryTool20250818Command))
    return cast("BetaMemoryTool20250818Command", built)


def _method_for(tool: object, command: BetaMemoryTool20250818Command) -> Any:
    name: object = getattr(command, "command", None)
    if isinstance(name, str) and name in _COMMANDS:
        return getattr(tool, name)
    raise NotImplementedError(f"Memory tools have no command {name!r}")
