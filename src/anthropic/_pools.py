"""Connections that belong to one process and, where they are asynchronous, to one event loop.

A client outlives both at times: a web server makes it and then forks its workers; a program calls
`asyncio.run` again and again.  A socket outlives neither.  So the transports here make connections
where they are first needed, keep those of each process and loop apart, and leave alone what
belongs to others.
"""

from __future__ import annotations

import contextlib
import os
import weakref
from typing import (
    Any,
    AsyncIterator,
    Callable,
    Dict,
    Generic,
    Iterator,
    List,
    Optional,
    Tuple,
    TypeVar,
)

import httpx
from typing_extensions import override

from ._forks import this_process
from ._grouped_connections import GroupedTransport
from ._process_lock import ProcessLock
from ._timed_reads import timed_transport

_TransportT = TypeVar("_TransportT")


class _Process:
    """The connections that it has."""

    # What a parent left here.  Kept, never closed and never collected: asyncio writes to the
    # selector and the wake-up socket of its loop when a connection is given up, and those are
    # still the parent's.
    inherited: List[object] = []
    # The transports in use.  Held here too, so that they are no part of the garbage when a client
    # is: the collector might finalise their sockets before anybody closed them in good order.
    held: Dict[int, Dict[object, Any]] = {}


def _after_fork() -> None:
    for left in (_Process.held, _lifetimes):
        _Process.inherited.append(dict(left))
        left.clear()


class _Pools(Generic[_TransportT]):
    """The transports of this process, by whom they serve; remembers how to make more."""

    def __init__(self, transport: Any, arguments: Dict[str, Any]) -> None:
        self._transport = transport
        self._arguments = arguments
        self._owner = this_process()
        self._made: Dict[object, _TransportT] = {}

    def own(self) -> Dict[object, _TransportT]:
        """Those of this process; puts those of its parent aside."""
        process = this_process()
        if process != self._owner:
            _Process.inherited.append(self._made)
            self._made = {}
            self._owner = process
        return self._made

    def transport(self, served: object) -> _TransportT:
        made = self.own()
        found = made.get(served)
        if found is None:
            _Process.held[id(self)] = made
            # Of two threads that come here at once, both go on with the same one.
            found = made.setdefault(served, self._transport(**self._arguments))
        return found

    def take_all(self) -> Iterator[Tuple[object, _TransportT]]:
        """Give up those of this process, one after the other."""
        made = self.own()
        while made:
            yield made.popitem()
        _Process.held.pop(id(self), None)


class ProcessTransport(httpx.BaseTransport):
    """Takes what ``httpx.HTTPTransport`` takes, and has one of those in each process."""

    def __init__(self, **arguments: Any) -> None:
        self._pools: _Pools[httpx.HTTPTransport] = _Pools(timed_transport, arguments)

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._pools.transport(None).handle_request(request)

    @override
    def close(self) -> None:
        for _, transport in self._pools.take_all():
            transport.close()

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            self.close()


# -- event loops ----------------------------------------------------------------------------------


class _Lifetime:
    """How long a loop runs: what is registered here is closed when it ends, or before."""

    def __init__(self, loop: object) -> None:
        self._loop = weakref.ref(loop)
        self._ended = False
        self._ending: Optional[AsyncIterator[None]] = None
        self._users: weakref.WeakSet[LoopTransport] = weakref.WeakSet()
        self._forgotten: List[httpx.AsyncBaseTransport] = []

    def has_ended(self) -> bool:
        loop: Any = self._loop()
        is_closed = getattr(loop, "is_closed", None)
        return self._ended or loop is None or (is_closed is not None and bool(is_closed()))

    async def add(self, user: LoopTransport) -> None:
        """To be called in the loop."""
        self._users.add(user)
        if self._ending is None:
            # Loops end the asynchronous generators that were started in them, while there is
            # still time to wait: `asyncio.run`, runners of tests, uvloop and trio all do so.
            self._ending = self._wait_for_the_end()
            await self._ending.__anext__()
        await self.close_forgotten()

    def forget(self, transport: httpx.AsyncBaseTransport) -> None:
        """Have a transport closed in its loop, at the next opportunity; safe in a finaliser."""
        if not self._ended:
            self._forgotten.append(transport)

    async def close_forgotten(self) -> None:
        while self._forgotten:
            # What cannot be closed was closed by the other side; no caller waits for this.
            with contextlib.suppress(Exception):
                await self._forgotten.pop().aclose()

    async def _wait_for_the_end(self) -> AsyncIterator[None]:
        try:
            yield
        finally:
            self._ended = True
            for user in list(self._users):
                transport = user.leave(self)
                if transport is not None:
                    self._forgotten.append(transport)
            await self.close_forgotten()


_lifetimes: Dict[int, _Lifetime] = {}
_lifetimes_locked = ProcessLock()


def _current_loop() -> object:
    import sniffio

    if sniffio.current_async_library() == "trio":
        import trio

        return trio.lowlevel.current_trio_token()
    import asyncio

    return asyncio.get_running_loop()


def _lifetime(loop: object) -> _Lifetime:
    found = _lifetimes.get(id(loop))
    if found is not None and not found.has_ended():
        return found
    with _lifetimes_locked.lock:
        for key, lifetime in list(_lifetimes.items()):
            if lifetime.has_ended():
                del _lifetimes[key]
        return _lifetimes.setdefault(id(loop), _Lifetime(loop))


class LoopTransport(httpx.AsyncBaseTransport):
    """Takes what ``httpx.AsyncHTTPTransport`` takes; has connections in each event loop.

    ``make`` makes transports of another kind, out of the same arguments.
    """

    def __init__(
        self, *, make: Callable[..., httpx.AsyncBaseTransport] = GroupedTransport, **arguments: Any
    ) -> None:
        self._pools: _Pools[httpx.AsyncBaseTransport] = _Pools(make, arguments)

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        lifetime = _lifetime(_current_loop())
        made = self._pools.own()
        if lifetime not in made:
            for other in list(made):
                if isinstance(other, _Lifetime) and other.has_ended():
                    made.pop(other, None)
            await lifetime.add(self)
        return await self._pools.transport(lifetime).handle_async_request(request)

    @override
    async def aclose(self) -> None:
        """Close the connections of this loop now, and those of other loops as soon as they can."""
        self.forget()
        await _lifetime(_current_loop()).close_forgotten()

    def forget(self) -> None:
        """Have all connections closed, each by its own loop; nothing is waited for."""
        for lifetime, transport in self._pools.take_all():
            if isinstance(lifetime, _Lifetime):
                lifetime.forget(transport)

    def leave(self, lifetime: _Lifetime) -> Optional[httpx.AsyncBaseTransport]:
        """Give up the connections of a loop that ends."""
        return self._pools.own().pop(lifetime, None)

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            self.forget()


def forget_connections(client: httpx.AsyncClient) -> None:
    """Have the connections of a client closed, each by its own loop, when nobody can wait."""
    for transport in (client._transport, *client._mounts.values()):
        if isinstance(transport, LoopTransport):
            transport.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
