"""Calls of synchronous tools in threads: several at a time, and no longer than their timeout."""

from __future__ import annotations

import contextvars
import time
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Tuple

from ._calling import reusable
from ._errors import ToolTimeoutError

if TYPE_CHECKING:
    from ._calling import ToolCall

# The number of a call, what it returned, what it raised
_Outcome = Tuple[int, Any, Optional[BaseException]]
# Systems cannot wait for any time at once.
_LONGEST_WAIT = 3600.0  # seconds

Settle = Callable[["ToolCall", Any, Optional[BaseException]], None]


def call_in_threads(calls: List[ToolCall], limit: int, settle: Settle) -> None:
    """Calls tools, at most `limit` at a time, each in a thread of its own.

    `settle` is told, in the calling thread, about each call as it ends. An exception that it raises
    ends the whole, as soon as the calls that have been started are finished or out of time; an
    interrupt does so at once. A thread cannot be stopped: one whose tool has run out of time goes
    on, and nobody hears of it again.
    """
    ended: SimpleQueue[_Outcome] = SimpleQueue()
    waiting = list(enumerate(calls))
    deadlines: Dict[int, float] = {}
    failure: Optional[Exception] = None
    while True:
        while waiting and failure is None and len(deadlines) < limit:
            number, call = waiting.pop(0)
            deadlines[number] = time.monotonic() + (call.timeout or float("inf"))
            _start(number, call, ended)
        if not deadlines:
            break
        for number, content, error in _next_outcomes(ended, calls, deadlines):
            # What ends after its deadline is no longer expected.
            if deadlines.pop(number, None) is None:
                continue
            try:
                settle(calls[number], content, error)
            except Exception as raised:
                failure = failure or raised
    if failure is not None:
        raise failure


def _start(number: int, call: ToolCall, ended: SimpleQueue[_Outcome]) -> None:
    call.has_started = True
    context = contextvars.copy_context()
    tool, input = call.tool, call.input

    def work() -> None:
        try:
            content = context.run(lambda: reusable(tool.call(input)))
        except BaseException as error:
            ended.put((number, None, error))
        else:
            ended.put((number, content, None))

    # A daemon, so that a tool that hangs does not keep the program from ending.
    Thread(target=work, name=f"anthropic-tool-{call.block.name}", daemon=True).start()


def _next_outcomes(
    ended: SimpleQueue[_Outcome], calls: List[ToolCall], deadlines: Dict[int, float]
) -> List[_Outcome]:
    """The next call that ends, or those that are out of time."""
    first = min(deadlines.values())
    try:
        if first == float("inf"):
            return [ended.get()]
        seconds = max(0.0, first - time.monotonic())
        return [ended.get(timeout=min(seconds, _LONGEST_WAIT))]
    except Empty:
        now = time.monotonic()
        late = [number for number, deadline in deadlines.items() if deadline <= now]
    return [(number, None, _timeout(calls[number])) for number in late]


def _timeout(call: ToolCall) -> ToolTimeoutError:
    return ToolTimeoutError(call.block.name, call.timeout or 0.0)
