"""A lock among the threads of one process, and of no other.

A child process has one thread, whatever its parent had; what another thread of the parent held at
the fork would stay locked in the child for ever.
"""

from __future__ import annotations

import os
import threading
import weakref

_all: weakref.WeakSet[ProcessLock] = weakref.WeakSet()


class ProcessLock:
    """To be used as `with locked.lock:`; a child finds another lock there, and finds it open."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        _all.add(self)


def _after_fork() -> None:
    for locked in _all:
        locked.lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
