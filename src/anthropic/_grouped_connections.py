"""Many connections at a time, in groups.

For each request, and again for each answer, the pool of httpcore looks at all its connections,
and compares the idle ones with each other: with a hundred requests in flight, that takes most of
the time of a call. Pools of ten connections each do the same work on ten. Requests go to the first
pool that has one to spare, so that the first ones are those that stay warm.
"""

from __future__ import annotations

import contextlib
import itertools
from typing import Any, AsyncIterator, Iterator, List, Optional

import httpx
from typing_extensions import override

from ._joined_writes import joined_transport

_GROUP = 10


class GroupedTransport(httpx.AsyncBaseTransport):
    """Takes what ``httpx.AsyncHTTPTransport`` takes, and keeps its limits over all groups."""

    def __init__(self, *, limits: Optional[httpx.Limits] = None, **arguments: Any) -> None:
        limits = httpx.Limits() if limits is None else limits
        # Requests share the connections of HTTP/2: there, one group does with a few of them.
        parts = iter([limits]) if arguments.get("http2") else group_limits(limits)
        self._parts: Iterator[httpx.Limits] = parts
        self._arguments = arguments
        self._groups: List[_Group] = []

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        group = self._group()
        group.users += 1
        try:
            response = await group.transport.handle_async_request(request)
        except BaseException:
            group.users -= 1
            raise
        response.stream = _Body(response.stream, group)
        return response

    def _group(self) -> _Group:
        """The first group with a free connection; if there is none, that with the fewest users."""
        for group in self._groups:
            if group.users < group.size:
                return group
        limits = next(self._parts, None)
        if limits is None:
            return min(self._groups, key=lambda group: group.users / group.size)
        self._groups.append(_Group(limits, self._arguments))
        return self._groups[-1]

    @override
    async def aclose(self) -> None:
        async with contextlib.AsyncExitStack() as stack:
            for group in self._groups:
                stack.push_async_callback(group.transport.aclose)


class _Group:
    def __init__(self, limits: httpx.Limits, arguments: Any) -> None:
        self.transport = joined_transport(limits=limits, **arguments)
        # A group without limits takes all requests; one that may not connect at all takes one.
        size = limits.max_connections
        self.size = float("inf") if size is None else max(size, 1)
        self.users = 0


class _Body(httpx.AsyncByteStream):
    """The body of an answer, whose connection is in use until it is closed."""

    def __init__(self, stream: Any, group: _Group) -> None:
        self._stream = stream
        self._group: Optional[_Group] = group

    @override
    def __aiter__(self) -> AsyncIterator[bytes]:
        body: AsyncIterator[bytes] = self._stream.__aiter__()
        return body

    @override
    async def aclose(self) -> None:
        group, self._group = self._group, None
        try:
            await self._stream.aclose()
        finally:
            if group is not None:
                group.users -= 1


def group_limits(limits: httpx.Limits) -> Iterator[httpx.Limits]:
    """The limits of one group after the other; all together, they come to ``limits``."""
    most, kept = limits.max_connections, limits.max_keepalive_connections
    for first in itertools.count(0, _GROUP):
        if most is not None and first >= max(most, 1):
            return
        yield httpx.Limits(
            max_connections=_GROUP if most is None else min(_GROUP, most - first),
            max_keepalive_connections=_GROUP if kept is None else max(0, min(_GROUP, kept - first)),
            keepalive_expiry=limits.keepalive_expiry,
        )
