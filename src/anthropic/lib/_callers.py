"""Warnings that point at the caller's own line, however many of our frames lie between."""

from __future__ import annotations

import inspect
import warnings
from types import FrameType
from typing import Optional, Type

# Where context managers of ours are entered, there is a frame of theirs between ours.
_BETWEEN = frozenset({__name__.partition(".")[0], "contextlib"})


def warn_caller(message: str, category: Type[Warning]) -> None:
    """Warns at the nearest line outside this package.

    Python shows a `DeprecationWarning` by default only when it points into `__main__`, so a
    number of frames that is off by one would hide the warning from the people it is meant for.
    """
    level = 2
    frame = _frame_above(inspect.currentframe())
    while frame is not None and _is_ours(frame):
        frame = frame.f_back
        level += 1
    warnings.warn(message, category, stacklevel=level)


def _frame_above(frame: Optional[FrameType]) -> Optional[FrameType]:
    return frame.f_back if frame is not None else None


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__", "")).partition(".")[0] in _BETWEEN
