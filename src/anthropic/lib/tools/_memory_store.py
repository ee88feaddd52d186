"""The six commands of the memory tool on files below one directory."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import Generator, Iterator, List, Optional, Tuple

from ._errors import ToolError
from ._memory_directories import Directory, Entry, open_root
from ._memory_lock import exclusive
from ._memory_paths import MAX_DEPTH, ROOT, Names, names_of, printable, shown
from ._memory_texts import inserted, numbered, replaced

MAX_FILE_BYTES = 1024 * 1024
MAX_TOTAL_BYTES = 64 * 1024 * 1024
MAX_FILES = 10_000

_LISTED_DEPTH = 2
_MAX_LISTED = 500

_REASONS = {
    errno.ELOOP: "is a symbolic link or leads through one, which memory does not follow",
    errno.ENOENT: "does not exist",
    errno.ENOTDIR: "leads through a file as if it were a directory",
    errno.EISDIR: "is a directory",
    errno.EINVAL: "is neither a file nor a directory of the memory",
    errno.ENOSPC: "cannot be written: the disk is full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "cannot be written: no space",
    errno.EROFS: "cannot be written: the memory is read-only",
    errno.EACCES: "is not accessible to this program",
    errno.EPERM: "is not accessible to this program",
}


class MemoryStore:
    """Files for a memory tool. Every method returns what the model is told, or raises `ToolError`.

    No path of the host is ever part of these texts.
    """

    def __init__(
        self, root: str, *, max_file_bytes: int, max_total_bytes: int, max_files: int
    ) -> None:
        os.makedirs(root, mode=0o700, exist_ok=True)
        # The caller may well give a link; what it leads to now is the directory to stay in.
        self._root = os.path.realpath(root)
        self._max_file_bytes = max_file_bytes
        self._max_total_bytes = max_total_bytes
        self._max_files = max_files

    def view(self, path: str, view_range: Optional[List[int]]) -> str:
        names = names_of(path)
        with self._explained(names), self._opened() as root:
            if not names:
                return _listing(root, names)
            with _entered(root, names[:-1]) as parent:
                entry = _existing(parent, names)
                if entry.kind == "directory":
                    if view_range is not None:
                        raise ToolError(f"{shown(names)} is a directory, which has no lines.")
                    with parent.enter(names[-1]) as directory:
                        return _listing(directory, names)
                return numbered(shown(names), self._text(parent, names), view_range)

    def create(self, path: str, text: str) -> str:
        names = _file_names(path)
        data = _encoded(text, "file_text")
        with self._changing(names) as root:
            # Before directories are made for it.
            self._check_space(root, names, len(data), self._size(root, names))
            with _entered(root, names[:-1], create=True) as parent:
                entry = parent.find(names[-1])
                if entry is not None:
                    _refuse_other_than_file(entry, names)
                parent.write(names[-1], data)
        return f"{shown(names)} is written ({len(data)} bytes)."

    def str_replace(self, path: str, old: str, new: str) -> str:
        names = _file_names(path)
        with self._changing(names) as root, _entered(root, names[:-1]) as parent:
            text, line = replaced(shown(names), self._text(parent, names), old, new)
            self._rewrite(root, parent, names, _encoded(text, "new_str"))
        return f"The text in line {line} of {shown(names)} is replaced."

    def insert(self, path: str, line: int, addition: str) -> str:
        names = _file_names(path)
        with self._changing(names) as root, _entered(root, names[:-1]) as parent:
            text = inserted(shown(names), self._text(parent, names), line, addition)
            self._rewrite(root, parent, names, _encoded(text, "insert_text"))
        return f"The text is inserted after line {line} of {shown(names)}."

    def delete(self, path: str) -> str:
        names = names_of(path)
        if not names:
            raise ToolError(f"{ROOT} itself cannot be deleted; delete what is in it.")
        with self._changing(names) as root, _entered(root, names[:-1]) as parent:
            entry = _existing(parent, names)
            if entry.kind == "directory":
                parent.remove_tree(names[-1])
            else:
                parent.remove_file(names[-1])
        return f"{shown(names)} is deleted."

    def rename(self, old_path: str, new_path: str) -> str:
        old, new = names_of(old_path), names_of(new_path)
        if not old or not new:
            raise ToolError(f"{ROOT} itself cannot be renamed or replaced.")
        if new[: len(old)] == old:
            raise ToolError(f"{shown(old)} cannot be moved to {shown(new)}: that is inside it.")
        with self._changing(old) as root, _entered(root, old[:-1]) as parent:
            entry = _existing(parent, old)
            if entry.kind == "directory":
                with parent.enter(old[-1]) as directory:
                    depth = len(new) + _height(directory)
                if depth > MAX_DEPTH:
                    raise ToolError(f"Directories may be nested {MAX_DEPTH} deep at most.")
            with self._explained(new):
                # Before directories are made for it.
                made = _new_names(root, new[:-1])
                if made:
                    self._check_count(_usage(root)[0], made)
                with _entered(root, new[:-1], create=True) as target:
                    if target.find(new[-1]) is not None:
                        raise ToolError(f"{shown(new)} exists already; delete or rename it first.")
                    parent.move(old[-1], target, new[-1])
        return f"{shown(old)} is now {shown(new)}."

    def clear(self) -> str:
        with self._changing(()) as root:
            root.clear()
        return "All memory is deleted."

    # -- files

    def _opened(self) -> Directory:
        try:
            return open_root(self._root)
        except FileNotFoundError:
            os.makedirs(self._root, mode=0o700, exist_ok=True)
            return open_root(self._root)

    @contextlib.contextmanager
    def _changing(self, names: Names) -> Generator[Directory, None, None]:
        with self._explained(names), self._opened() as root, exclusive(root):
            yield root

    @contextlib.contextmanager
    def _explained(self, names: Names) -> Generator[None, None, None]:
        """Tells what a failure of the system means for a path, without a path of the host."""
        try:
            yield
        except OSError as error:
            reason = _REASONS.get(error.errno or 0)
            if reason is None:
                reason = f"cannot be used: {error.strerror or type(error).__name__}"
            raise ToolError(f"{shown(names)} {reason}.") from error

    def _text(self, parent: Directory, names: Names) -> str:
        _refuse_other_than_file(_existing(parent, names), names)
        data = parent.read(names[-1], self._max_file_bytes + 1)
        if len(data) > self._max_file_bytes:
            raise ToolError(
                f"{shown(names)} is too large: it has more than {self._max_file_bytes} bytes."
            )
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ToolError(f"{shown(names)} is not a text file in UTF-8.") from error

    def _rewrite(self, root: Directory, parent: Directory, names: Names, data: bytes) -> None:
        entry = _existing(parent, names)
        self._check_space(root, names, len(data), entry.size)
        parent.write(names[-1], data)

    def _size(self, root: Directory, names: Names) -> Optional[int]:
        """The size of what has a path; None if there is nothing yet."""
        try:
            with _entered(root, names[:-1]) as parent:
                entry = parent.find(names[-1])
                return None if entry is None else entry.size
        except FileNotFoundError:
            return None

    def _check_space(self, root: Directory, names: Names, size: int, old: Optional[int]) -> None:
        if size > self._max_file_bytes:
            raise ToolError(
                f"{shown(names)} would have {size} bytes, but a file has at most "
                f"{self._max_file_bytes}. Split it, or keep only what matters."
            )
        count, total = _usage(root)
        self._check_count(count, _new_names(root, names))
        if size > (old or 0) and total - (old or 0) + size > self._max_total_bytes:
            raise ToolError(
                f"The memory has {total} bytes and takes at most {self._max_total_bytes}. "
                "Delete what is no longer needed."
            )

    def _check_count(self, count: int, new: int) -> None:
        if new and count + new > self._max_files:
            raise ToolError(
                f"The memory has {count} files and directories and takes at most "
                f"{self._max_files}. Delete what is no longer needed."
            )


@contextlib.contextmanager
def _entered(
    root: Directory, names: Names, *, create: bool = False
) -> Generator[Directory, None, None]:
    """The directory that names lead to."""
    with contextlib.ExitStack() as opened:
        directory = root
        for name in names:
            directory = opened.enter_context(directory.enter(name, create=create))
        yield directory


def _new_names(directory: Directory, names: Names) -> int:
    """How many names of a path stand for nothing yet."""
    if not names:
        return 0
    if directory.find(names[0]) is None:
        return len(names)
    if len(names) == 1:
        return 0
    with directory.enter(names[0]) as inner:
        return _new_names(inner, names[1:])


def _file_names(path: str) -> Names:
    names = names_of(path)
    if not names or path.endswith("/"):
        raise ToolError(f"{printable(path)} is a directory: give the path of a file in it.")
    return names


def _existing(parent: Directory, names: Names) -> Entry:
    entry = parent.find(names[-1])
    if entry is None:
        raise ToolError(f"{shown(names)} does not exist. View {ROOT} to see what does.")
    if entry.kind == "link":
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return entry


def _refuse_other_than_file(entry: Entry, names: Names) -> None:
    if entry.kind == "directory":
        raise ToolError(f"{shown(names)} is a directory, not a file.")
    if entry.kind == "link":
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if entry.kind != "file":
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


def _encoded(text: str, field: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ToolError(f"`{field}` has halves of characters (surrogates) in it.") from error


def _usage(directory: Directory) -> Tuple[int, int]:
    """How many files and directories there are, and the bytes of the files."""
    count = total = 0
    for entry in directory.entries():
        count += 1
        if entry.kind == "directory":
            with directory.enter(entry.name) as inner:
                inner_count, inner_total = _usage(inner)
            count += inner_count
            total += inner_total
        else:
            total += entry.size
    return count, total


def _height(directory: Directory) -> int:
    """How deep directories are nested in this one."""
    heights = [0]
    for entry in directory.entries():
        if entry.kind == "directory":
            with directory.enter(entry.name) as inner:
                heights.append(1 + _height(inner))
        else:
            heights.append(1)
    return max(heights)


def _listing(directory: Directory, names: Names) -> str:
    lines = list(_listed(directory, names, _LISTED_DEPTH))
    if not lines:
        return f"{shown(names)} is empty."
    if len(lines) > _MAX_LISTED:
        lines[_MAX_LISTED:] = [f"- and {len(lines) - _MAX_LISTED} more; view a directory in it"]
    return "\n".join([f"In {shown(names)}, {_LISTED_DEPTH} levels deep:", *lines])


def _listed(directory: Directory, names: Names, depth: int) -> Iterator[str]:
    for entry in directory.entries():
        path = (*names, entry.name)
        if entry.kind == "directory":
            yield f"- {shown(path)}/"
            if depth > 1:
                with directory.enter(entry.name) as inner:
                    yield from _listed(inner, path, depth - 1)
        elif entry.kind == "file":
            yield f"- {shown(path)} ({entry.size} bytes)"
        else:
            yield f"- {shown(path)} (not a file of the memory, cannot be used)"
