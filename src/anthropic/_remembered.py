"""What is made anew for each request, and comes out the same as long as a client is the same."""

from __future__ import annotations

from typing import Any, Callable, Generic, Optional, Tuple, TypeVar

_T = TypeVar("_T")


class Remembered(Generic[_T]):
    """A function that remembers its last result, for as long as its arguments stay the same.

    Whoever calls it changes neither the arguments nor the result.  One result is enough: programs
    send most of their requests to one place, in one way.  Each client has its own, as credentials
    are among the arguments.
    """

    def __init__(self, function: Callable[..., _T]) -> None:
        self._function = function
        self._last: Optional[Tuple[Tuple[Any, ...], _T]] = None

    def __call__(self, *arguments: Any) -> _T:
        last = self._last
        if last is not None and last[0] == arguments:
            return last[1]
        result = self._function(*arguments)
        self._last = arguments, result
        return result
