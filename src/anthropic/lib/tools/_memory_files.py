"""Memory tools that keep the model's memory in a directory of this machine."""

from __future__ import annotations

import functools
import os
from typing import TYPE_CHECKING, Callable, List, Optional, Union

from ..._utils import is_list
from ._beta_builtin_memory_tool import BetaAbstractMemoryTool, BetaAsyncAbstractMemoryTool
from ._errors import ToolError
from ._memory_store import MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES, MemoryStore

if TYPE_CHECKING:
    from ...types.beta.beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam


class BetaLocalFilesystemMemoryTool(BetaAbstractMemoryTool):
    """A memory tool that keeps its files in a directory of this machine.

        tool = BetaLocalFilesystemMemoryTool("./memory")
        client.beta.messages.tool_runner(tools=[tool], ...)

    What the model calls `/memories` is `root`, and nothing outside of it is read or written:
    paths with `..` in any spelling are refused, and symbolic links in it are not followed, also
    not when another program puts them there at the wrong moment. (On Windows, which has no
    `openat`, links are found and refused, but a program that swaps a directory for a link between
    this check and its use is not kept from it; leave the directory to this user alone.)

    Files are for their owner only (0600, directories 0700). They are replaced as a whole, so that
    readers and crashes see the old content or the new one. Several threads, processes and tools
    may share a directory: changes wait for each other, for 10 seconds at most. Files are UTF-8.

    Args:
        root: the directory; it is made if it does not exist.
        cache_control: a cache breakpoint after the tool's definition.
        max_file_bytes: how large a file may become. Larger ones cannot be read either.
        max_total_bytes: how large all files together may become.
        max_files: how many files and directories there may be.

    Raises:
        OSError: the directory cannot be made.
        ValueError: a limit is not positive, or `root` is empty.
        TypeError: a limit is no whole number.
    """

    def __init__(
        self,
        root: Union[str, os.PathLike[str]],
        *,
        cache_control: Optional[BetaCacheControlEphemeralParam] = None,
        max_file_bytes: int = MAX_FILE_BYTES,
        max_total_bytes: int = MAX_TOTAL_BYTES,
        max_files: int = MAX_FILES,
    ) -> None:
        super().__init__(cache_control=cache_control)
        self._store = _store(root, max_file_bytes, max_total_bytes, max_files)

    def view(self, command: object) -> str:
        """Shows a file with line numbers, or what is in a directory, two levels deep."""
        return _view(self._store, command)()

    def create(self, command: object) -> str:
        """Writes a file, and makes the directories on its way. An existing file is replaced."""
        return _create(self._store, command)()

    def str_replace(self, command: object) -> str:
        """Replaces `old_str`, which must occur exactly once, in a file."""
        return _str_replace(self._store, command)()

    def insert(self, command: object) -> str:
        """Inserts text after a line of a file; after line 0 means at its beginning."""
        return _insert(self._store, command)()

    def delete(self, command: object) -> str:
        """Deletes a file, or a directory with all that is in it; not `/memories` itself."""
        return _delete(self._store, command)()

    def rename(self, command: object) -> str:
        """Renames or moves a file or a directory to a path that does not exist yet."""
        return _rename(self._store, command)()

    def clear_all_memory(self) -> str:
        """Deletes everything; for programs, the model cannot call it."""
        return self._store.clear()


class BetaAsyncLocalFilesystemMemoryTool(BetaAsyncAbstractMemoryTool):
    """The async twin of `BetaLocalFilesystemMemoryTool`.

    Files are handled in worker threads, so that the event loop (asyncio or trio) never waits for
    the disk. A command that is cancelled is carried out all the same. Only the making of `root`,
    here, happens in the calling thread.
    """

    def __init__(
        self,
        root: Union[str, os.PathLike[str]],
        *,
        cache_control: Optional[BetaCacheControlEphemeralParam] = None,
        max_file_bytes: int = MAX_FILE_BYTES,
        max_total_bytes: int = MAX_TOTAL_BYTES,
        max_files: int = MAX_FILES,
    ) -> None:
        super().__init__(cache_control=cache_control)
        self._store = _store(root, max_file_bytes, max_total_bytes, max_files)

    async def view(self, command: object) -> str:
        """Shows a file with line numbers, or what is in a directory, two levels deep."""
        return await _in_thread(_view(self._store, command))

    async def create(self, command: object) -> str:
        """Writes a file, and makes the directories on its way. An existing file is replaced."""
        return await _in_thread(_create(self._store, command))

    async def str_replace(self, command: object) -> str:
        """Replaces `old_str`, which must occur exactly once, in a file."""
        return await _in_thread(_str_replace(self._store, command))

    async def insert(self, command: object) -> str:
        """Inserts text after a line of a file; after line 0 means at its beginning."""
        return await _in_thread(_insert(self._store, command))

    async def delete(self, command: object) -> str:
        """Deletes a file, or a directory with all that is in it; not `/memories` itself."""
        return await _in_thread(_delete(self._store, command))

    async def rename(self, command: object) -> str:
        """Renames or moves a file or a directory to a path that does not exist yet."""
        return await _in_thread(_rename(self._store, command))

    async def clear_all_memory(self) -> str:
        """Deletes everything; for programs, the model cannot call it."""
        return await _in_thread(self._store.clear)


async def _in_thread(work: Callable[[], str]) -> str:
    import anyio.to_thread

    return await anyio.to_thread.run_sync(work)


def _store(
    root: Union[str, os.PathLike[str]], max_file_bytes: int, max_total_bytes: int, max_files: int
) -> MemoryStore:
    limits = {
        "max_file_bytes": max_file_bytes,
        "max_total_bytes": max_total_bytes,
        "max_files": max_files,
    }
    for name, value in limits.items():
        _check_limit(name, value)
    path = os.fspath(root)
    if not path:
        # As a path it would mean the working directory, with all that is in it.
        raise ValueError("`root` is empty: name the directory that keeps the memory")
    return MemoryStore(os.path.abspath(path), **limits)


def _check_limit(name: str, value: object) -> None:
    if not isinstance(value, int):
        raise TypeError(f"`{name}` must be a whole number, not {value!r}")
    if value <= 0:
        raise ValueError(f"`{name}` must be positive, not {value}")


# -- from commands, whose fields hold whatever the model sent, to calls of the store


def _view(store: MemoryStore, command: object) -> Callable[[], str]:
    return functools.partial(store.view, _text(command, "path"), _range(command))


def _create(store: MemoryStore, command: object) -> Callable[[], str]:
    return functools.partial(store.create, _text(command, "path"), _text(command, "file_text"))


def _str_replace(store: MemoryStore, command: object) -> Callable[[], str]:
    old, new = _text(command, "old_str"), _text(command, "new_str")
    return functools.partial(store.str_replace, _text(command, "path"), old, new)


def _insert(store: MemoryStore, command: object) -> Callable[[], str]:
    line: object = getattr(command, "insert_line", None)
    if not isinstance(line, int):
        raise ToolError("`insert_line` must be a line number.")
    return functools.partial(
        store.insert, _text(command, "path"), line, _text(command, "insert_text")
    )


def _delete(store: MemoryStore, command: object) -> Callable[[], str]:
    return functools.partial(store.delete, _text(command, "path"))


def _rename(store: MemoryStore, command: object) -> Callable[[], str]:
    return functools.partial(store.rename, _text(command, "old_path"), _text(command, "new_path"))


def _text(command: object, field: str) -> str:
    value: object = getattr(command, field, None)
    if not isinstance(value, str):
        raise ToolError(f"`{field}` is required and must be text.")
    return value


def _range(command: object) -> Optional[List[int]]:
    value: object = getattr(command, "view_range", None)
    if value is None:
        return None
    numbers = [number for number in value if isinstance(number, int)] if is_list(value) else []
    if not is_list(value) or len(value) != 2 or len(numbers) != 2:
        raise ToolError("`view_range` must be two line numbers, such as [1, 20].")
    return numbers
