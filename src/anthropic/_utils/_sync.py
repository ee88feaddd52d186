"""Blocking functions, called from asynchronous code without blocking it."""

from __future__ import annotations

import functools
from typing import Awaitable, Callable, TypeVar

from typing_extensions import ParamSpec

T_Retval = TypeVar("T_Retval")
T_ParamSpec = ParamSpec("T_ParamSpec")


async def to_thread(
    func: Callable[T_ParamSpec, T_Retval],
    /,
    *args: T_ParamSpec.args,
    **kwargs: T_ParamSpec.kwargs,
) -> T_Retval:
    """Call a function in a worker thread and wait for what it returns; asyncio and trio."""
    import sniffio

    if sniffio.current_async_library() == "asyncio":
        import asyncio

        return await asyncio.to_thread(func, *args, **kwargs)

    import anyio.to_thread

    return await anyio.to_thread.run_sync(functools.partial(func, *args, **kwargs))


def asyncify(
    function: Callable[T_ParamSpec, T_Retval],
) -> Callable[T_ParamSpec, Awaitable[T_Retval]]:
    """An asynchronous version of a blocking function; each call runs in a worker thread."""

    @functools.wraps(function)
    async def wrapper(*args: T_ParamSpec.args, **kwargs: T_ParamSpec.kwargs) -> T_Retval:
        return await to_thread(function, *args, **kwargs)

    return wrapper
