"""Directories that cannot be left: what the memory store does with files.

A `Directory` knows single names, never paths, and follows no symbolic link. Where the system can
open files relative to an open directory (`openat`; Linux, macOS and other POSIX systems), a
`HeldDirectory` does: whatever other programs rename or replace by links in the meantime, each step
ends in the directory that was opened before it. On Windows a `NamedDirectory` checks each name
before it uses it. That stops paths and links that exist, but another program that replaces a
directory by a link between check and use, and has the right to do so, is not kept from it.

All methods raise `OSError` as the system does; with `ELOOP` for a link.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from abc import ABC, abstractmethod
from typing import List, NamedTuple, Optional

from ._memory_paths import RESERVED

_LOCK_NAME = f"{RESERVED}-lock"

# Those that a system does not have are none of its concern: 0 changes nothing.
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_CLOEXEC = getattr(os, "O_CLOEXEC", 0)
_BINARY = getattr(os, "O_BINARY", 0)
# A named pipe must not hold up whoever opens it.
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
_OPEN_DIRECTORY = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _NOFOLLOW | _CLOEXEC

_READ = os.O_RDONLY | _NOFOLLOW | _CLOEXEC | _BINARY | _NONBLOCK
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _CLOEXEC | _BINARY
_LOCK = os.O_RDWR | os.O_CREAT | _NOFOLLOW | _CLOEXEC | _BINARY

HOLDS_DIRECTORIES = (
    bool(_NOFOLLOW)
    and {os.open, os.mkdir, os.rename, os.rmdir, os.stat, os.unlink} <= os.supports_dir_fd
    and os.scandir in os.supports_fd
)


class Entry(NamedTuple):
    """What a directory has under a name."""

    name: str
    kind: str
    """`file`, `directory`, `link`, or `other`, such as a named pipe"""
    size: int


class Directory(ABC):
    """A directory that is open; close it by leaving its `with` block."""

    def __enter__(self) -> Directory:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def find(self, name: str) -> Optional[Entry]:
        """What a name stands for; None if there is nothing."""
        try:
            return _entry(name, self._status(name))
        except FileNotFoundError:
            return None

    def entries(self) -> List[Entry]:
        """Everything but the store's own files, by name."""
        found: List[Entry] = []
        for name in sorted(self._names()):
            entry = None if name.startswith(RESERVED) else self.find(name)
            if entry is not None:
                found.append(entry)
        return found

    def enter(self, name: str, *, create: bool = False) -> Directory:
        """Opens a directory in this one, for this user alone if it has to be made."""
        if create:
            with contextlib.suppress(FileExistsError):
                self._make_directory(name)
        try:
            return self._open_directory(name)
        except OSError:
            # Systems differ in what they say about a link.
            self._refuse_link(name)
            raise

    def read(self, name: str, limit: int) -> bytes:
        """The first `limit` bytes of a file."""
        descriptor = self._open(name, _READ)
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise OSError(errno.EINVAL, "Not a regular file")
            return file.read(limit)

    def write(self, name: str, data: bytes) -> None:
        """Gives a name to a new file with this content: readers see the old one or the new one."""
        temporary = f"{RESERVED}-{secrets.token_hex(8)}"
        descriptor = self._open(temporary, _CREATE)
        try:
            with open(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(descriptor)
            self._replace(temporary, name)
        except BaseException:
            # Best effort: the failure that led here is the one to report.
            with contextlib.suppress(OSError):
                self.remove_file(temporary)
            raise

    def remove_tree(self, name: str) -> None:
        """Removes a directory with all that is in it; links are removed, not followed."""
        with self.enter(name) as directory:
            directory.clear()
        self._remove_directory(name)

    def clear(self) -> None:
        """Removes everything in the directory but the lock."""
        for name in self._names():
            entry = self.find(name)
            if entry is None or name == _LOCK_NAME:
                continue
            if entry.kind == "directory":
                self.remove_tree(name)
            else:
                self.remove_file(name)

    def open_lock(self) -> int:
        """Opens the file that is locked while the directory changes, as a descriptor."""
        return self._open(_LOCK_NAME, _LOCK)

    def _refuse_link(self, name: str) -> None:
        entry = self.find(name)
        if entry is not None and entry.kind == "link":
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))

    @abstractmethod
    def close(self) -> None: ...

    @abstractmethod
    def move(self, name: str, target: Directory, new_name: str) -> None:
        """Renames what has a name to another name in a directory of the same kind."""

    @abstractmethod
    def remove_file(self, name: str) -> None:
        """Removes a file, or a link."""

    @abstractmethod
    def _open(self, name: str, flags: int) -> int: ...

    @abstractmethod
    def _open_directory(self, name: str) -> Directory: ...

    @abstractmethod
    def _make_directory(self, name: str) -> None: ...

    @abstractmethod
    def _remove_directory(self, name: str) -> None: ...

    @abstractmethod
    def _replace(self, name: str, new_name: str) -> None: ...

    @abstractmethod
    def _status(self, name: str) -> os.stat_result: ...

    @abstractmethod
    def _names(self) -> List[str]: ...


class HeldDirectory(Directory):
    """A directory that is held by its descriptor; all names are looked up from there."""

    def __init__(self, path: str, parent: Optional[int] = None) -> None:
        self._descriptor = os.open(path, _OPEN_DIRECTORY, dir_fd=parent)

    def close(self) -> None:
        os.close(self._descriptor)

    def move(self, name: str, target: Directory, new_name: str) -> None:
        assert isinstance(target, HeldDirectory)
        there = target._descriptor
        os.rename(name, new_name, src_dir_fd=self._descriptor, dst_dir_fd=there)

    def remove_file(self, name: str) -> None:
        os.unlink(name, dir_fd=self._descriptor)

    def _open(self, name: str, flags: int) -> int:
        return os.open(name, flags, 0o600, dir_fd=self._descriptor)

    def _open_directory(self, name: str) -> Directory:
        return HeldDirectory(name, self._descriptor)

    def _make_directory(self, name: str) -> None:
        os.mkdir(name, 0o700, dir_fd=self._descriptor)

    def _remove_directory(self, name: str) -> None:
        os.rmdir(name, dir_fd=self._descriptor)

    def _replace(self, name: str, new_name: str) -> None:
        here = self._descriptor
        os.replace(name, new_name, src_dir_fd=here, dst_dir_fd=here)
        # So that the new name outlives a power cut; some file systems have no need for it.
        with contextlib.suppress(OSError):
            os.fsync(here)

    def _status(self, name: str) -> os.stat_result:
        return os.stat(name, dir_fd=self._descriptor, follow_symlinks=False)

    def _names(self) -> List[str]:
        with os.scandir(self._descriptor) as found:
            return [entry.name for entry in found]


class NamedDirectory(Directory):
    """A directory that is known by its path, for systems that cannot hold one."""

    def __init__(self, path: str) -> None:
        self._path = path
        if _kind(os.lstat(path)) != "directory":
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))

    def close(self) -> None:
        """Nothing is held."""

    def move(self, name: str, target: Directory, new_name: str) -> None:
        assert isinstance(target, NamedDirectory)
        os.rename(self._at(name), target._at(new_name))

    def remove_file(self, name: str) -> None:
        os.unlink(self._at(name))

    def _open(self, name: str, flags: int) -> int:
        self._refuse_link(name)
        return os.open(self._at(name), flags, 0o600)

    def _open_directory(self, name: str) -> Directory:
        return NamedDirectory(self._at(name))

    def _make_directory(self, name: str) -> None:
        os.mkdir(self._at(name), 0o700)

    def _remove_directory(self, name: str) -> None:
        os.rmdir(self._at(name))

    def _replace(self, name: str, new_name: str) -> None:
        os.replace(self._at(name), self._at(new_name))

    def _status(self, name: str) -> os.stat_result:
        return os.lstat(self._at(name))

    def _names(self) -> List[str]:
        with os.scandir(self._path) as found:
            return [entry.name for entry in found]

    def _at(self, name: str) -> str:
        return os.path.join(self._path, name)


def open_root(path: str) -> Directory:
    """Opens the directory that the names of all others are looked up from."""
    return HeldDirectory(path) if HOLDS_DIRECTORIES else NamedDirectory(path)


def _entry(name: str, status: os.stat_result) -> Entry:
    return Entry(name, _kind(status), status.st_size)


def _kind(status: os.stat_result) -> str:
    # Windows has links that are not called so: junctions and mount points.
    reparse_point = getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)
    if stat.S_ISLNK(status.st_mode) or getattr(status, "st_file_attributes", 0) & reparse_point:
        return "link"
    if stat.S_ISDIR(status.st_mode):
        return "directory"
    return "file" if stat.S_ISREG(status.st_mode) else "other"
