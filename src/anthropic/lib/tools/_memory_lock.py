"""One change at a time, over all threads and processes that share a memory directory."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from typing import Generator

from ._errors import ToolError
from ._memory_directories import Directory

_PATIENCE = 10.0  # seconds
_PAUSE = 0.002  # seconds

# What systems say when somebody else holds the lock.
_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


@contextlib.contextmanager
def exclusive(root: Directory) -> Generator[None, None, None]:
    """Holds the lock of a root directory; the system frees it if the process dies.

    Raises `ToolError` if somebody else holds it for 10 seconds.
    """
    descriptor = root.open_lock()
    try:
        _lock(descriptor)
        try:
            yield
        finally:
            # Closing is not enough: a process that was forked meanwhile has it open too.
            _unlock(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not _try_to_lock(descriptor):
        if time.monotonic() >= deadline:
            raise ToolError("The memory is being changed by another program. Try again later.")
        time.sleep(_PAUSE)


def _try_to_lock(descriptor: int) -> bool:
    try:
        _lock_at_once(descriptor)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock_at_once(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock_at_once(descriptor: int) -> None:
        # Belongs to the open file, so that threads exclude each other like processes do.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
