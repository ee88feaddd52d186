"""Tells this process from those that it was forked from, whose sockets it leaves alone."""

from __future__ import annotations

import os
from typing import Tuple


class Forks:
    """How many of them lie between this process and the one that the program began in."""

    count = 0


def this_process() -> Tuple[int, int]:
    """What no other process has: neither its parents nor, later, one with the same id."""
    # The id for forks that Python does not see; the count for ids that are used again.
    return os.getpid(), Forks.count


def foreign_read() -> Exception:
    """What to raise for a read from a connection of a parent, in place of what it would get."""
    import httpcore

    return httpcore.ReadError(
        "a connection can be read only in the process that opened it, not in one forked from it"
    )


def _after_fork() -> None:
    Forks.count += 1


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
