"""Calls of asynchronous tools in tasks: several at a time, and no longer than their timeout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Awaitable, Callable, List

from ._calling import reusable, still_open
from ._errors import ToolTimeoutError

if TYPE_CHECKING:
    from ._calling import ToolCall


async def call_in_tasks(
    calls: List[ToolCall], limit: int, make: Callable[[ToolCall], Awaitable[None]]
) -> None:
    """Makes calls, at most `limit` at a time, each in a task, under asyncio or trio.

    What one of them raises ends the whole, as soon as the calls that have been started are
    finished. Being cancelled cancels them all.
    """
    import anyio

    waiting = iter(calls)
    failures: List[BaseException] = []

    async def work() -> None:
        for call in waiting:
            try:
                await make(call)
            except anyio.get_cancelled_exc_class():
                raise
            except BaseException as error:
                failures.append(error)
            if failures:
                return

    async with anyio.create_task_group() as group:
        for _ in range(min(limit, len(calls))):
            group.start_soon(work)
    if failures:
        # As it is, and not in the group of exceptions that task groups make.
        raise failures[0]
    if still_open(calls):
        # Task groups of anyio 3 keep it to themselves when a task of asyncio is cancelled.
        import asyncio

        raise asyncio.CancelledError


async def call_within(call: ToolCall) -> Any:
    """What a tool returns. Raises `ToolTimeoutError` if it has to be cancelled."""
    if call.timeout is None:
        return reusable(await call.tool.call(call.input))
    import anyio

    ended: List[Any] = []
    with anyio.move_on_after(call.timeout):
        ended.append(reusable(await call.tool.call(call.input)))
    if not ended:
        raise ToolTimeoutError(call.block.name, call.timeout)
    return ended[0]
