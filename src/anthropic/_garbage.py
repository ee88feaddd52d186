"""A pause of the garbage collector, for work that makes thousands of objects and no garbage.

The collector would look at the new objects again and again: a fifth of the time that it takes to
read a large answer, and a twentieth of the way from `import anthropic` to the first answer.
"""

from __future__ import annotations

import gc
import os
from typing import Any, Callable, Set, Tuple

# The threads that have paused it. The set is shared by all: a pause is one of the whole process.
_pausing: Set[object] = set()

# Python 3.12 begins with some hundred frozen objects; who freezes a program has many thousands.
_FROZEN_BY_PYTHON = 1_000


def without_collections(work: Callable[..., Any], *arguments: Any) -> Any:
    """What `work(*arguments)` returns; the collector is left as it was, whatever happens."""
    if not gc.isenabled():
        return work(*arguments)
    pause = object()
    try:
        # Within, since an interrupt may come right after it.
        _pausing.add(pause)
        gc.disable()
        return work(*arguments)
    finally:
        gc.enable()
        _pausing.discard(pause)


def loaded(load: Callable[..., Any], *arguments: Any) -> Any:
    """What `load(*arguments)` returns, which makes modules and classes: objects that stay.

    They join the oldest generation at once. Else the collector would look at all of them when it
    goes on, which takes as long as the pause has saved.
    """
    return without_collections(_grown_old, load, arguments)


def _grown_old(load: Callable[..., Any], arguments: Tuple[Any, ...]) -> Any:
    value = load(*arguments)
    if _pausing and _is_due():
        gc.freeze()
        gc.unfreeze()
    return value


def _is_due() -> bool:
    """Whether a collection will follow the pause, unless a program has frozen its objects."""
    if not hasattr(gc, "freeze"):  # as in PyPy, whose collector knows no generations
        return False
    if gc.get_freeze_count() > _FROZEN_BY_PYTHON:
        return False
    return 0 < gc.get_threshold()[0] < gc.get_count()[0]


def _after_fork() -> None:
    # The thread that would end the pause does not exist in the child.
    if _pausing:
        _pausing.clear()
        gc.enable()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
