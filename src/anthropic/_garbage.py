"""A pause of the garbage collector, for work that makes thousands of objects and no garbage.

The collector would look at the new objects again and again: a fifth of the time that it takes to
read a large answer.
"""

from __future__ import annotations

import gc
import os
from typing import Any, Callable, Set

# The threads that have paused it. The set is shared by all: a pause is one of the whole process.
_pausing: Set[object] = set()


def without_collections(work: Callable[[Any], Any], argument: Any) -> Any:
    """What `work(argument)` returns; the collector is left as it was, whatever happens."""
    if not gc.isenabled():
        return work(argument)
    pause = object()
    _pausing.add(pause)
    gc.disable()
    try:
        return work(argument)
    finally:
        gc.enable()
        _pausing.discard(pause)


def _after_fork() -> None:
    # The thread that would end the pause does not exist in the child.
    if _pausing:
        _pausing.clear()
        gc.enable()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
