"""Wrappers that make a method return its response instead of the parsed value.

They say so by a header in the options of the request, which the client reads: `true` asks for the
legacy class, `raw` and `stream` for those of `_response.py`.
"""

from __future__ import annotations

import functools
from types import TracebackType
from typing import (
    TYPE_CHECKING,
    Any,
    Awaitable,
    Callable,
    Dict,
    Generic,
    Optional,
    Type,
    TypeVar,
    cast,
)

from typing_extensions import ParamSpec

from ._constants import OVERRIDE_CAST_TO_HEADER, RAW_RESPONSE_HEADER

if TYPE_CHECKING:
    from ._legacy_response import LegacyAPIResponse
    from ._response import APIResponse, AsyncAPIResponse

P = ParamSpec("P")
R = TypeVar("R")
_ResponseT = TypeVar("_ResponseT", bound="APIResponse[Any]")
_AsyncResponseT = TypeVar("_AsyncResponseT", bound="AsyncAPIResponse[Any]")


def asking_for(
    kwargs: Dict[str, Any], kind: str, response_cls: Optional[type] = None
) -> Dict[str, Any]:
    """The keyword arguments of a method, with the wish for a response added to its headers.

    `kind` is the wire value: `true` (legacy), `raw` or `stream`; `response_cls` overrides the
    class of the response.
    """
    headers: Dict[str, Any] = dict(kwargs.get("extra_headers") or {})
    headers[RAW_RESPONSE_HEADER] = kind
    if response_cls is not None:
        headers[OVERRIDE_CAST_TO_HEADER] = response_cls
    return {**kwargs, "extra_headers": headers}


# -- with_streaming_response ----------------------------------------------------------------------


class ResponseContextManager(Generic[_ResponseT]):
    """Sends a request on entry and closes its response on exit."""

    def __init__(self, request_func: Callable[[], _ResponseT]) -> None:
        self._request_func = request_func
        self._response: Optional[_ResponseT] = None

    def __enter__(self) -> _ResponseT:
        self._response = self._request_func()
        return self._response

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        if self._response is not None:
            self._response.close()


class AsyncResponseContextManager(Generic[_AsyncResponseT]):
    """Sends a request on entry and closes its response on exit."""

    def __init__(self, api_request: Awaitable[_AsyncResponseT]) -> None:
        self._api_request = api_request
        self._response: Optional[_AsyncResponseT] = None

    async def __aenter__(self) -> _AsyncResponseT:
        self._response = await self._api_request
        return self._response

    async def __aexit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        if self._response is not None:
            await self._response.close()


# -- wrappers of methods --------------------------------------------------------------------------


def to_streamed_response_wrapper(
    func: Callable[P, R],
) -> Callable[P, ResponseContextManager[APIResponse[R]]]:
    """`func`, giving a context manager that sends the request and yields the response."""

    @functools.wraps(func)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> ResponseContextManager[APIResponse[R]]:
        send: Any = functools.partial(cast(Any, func), *args, **asking_for(kwargs, "stream"))
        return ResponseContextManager(send)

    return wrapped


def async_to_streamed_response_wrapper(
    func: Callable[P, Awaitable[R]],
) -> Callable[P, AsyncResponseContextManager[AsyncAPIResponse[R]]]:
    """`func`, giving a context manager that sends the request and yields the response."""

    @functools.wraps(func)
    def wrapped(
        *args: P.args, **kwargs: P.kwargs
    ) -> AsyncResponseContextManager[AsyncAPIResponse[R]]:
        request: Any = cast(Any, func)(*args, **asking_for(kwargs, "stream"))
        return AsyncResponseContextManager(request)

    return wrapped


def to_custom_streamed_response_wrapper(
    func: Callable[P, object], response_cls: Type[_ResponseT]
) -> Callable[P, ResponseContextManager[_ResponseT]]:
    """As `to_streamed_response_wrapper`, with a response class of one's own."""

    @functools.wraps(func)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> ResponseContextManager[_ResponseT]:
        wish = asking_for(kwargs, "stream", response_cls)
        send: Any = functools.partial(cast(Any, func), *args, **wish)
        return ResponseContextManager(send)

    return wrapped


def async_to_custom_streamed_response_wrapper(
    func: Callable[P, Awaitable[object]], response_cls: Type[_AsyncResponseT]
) -> Callable[P, AsyncResponseContextManager[_AsyncResponseT]]:
    """As `async_to_streamed_response_wrapper`, with a response class of one's own."""

    @functools.wraps(func)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> AsyncResponseContextManager[_AsyncResponseT]:
        request: Any = cast(Any, func)(*args, **asking_for(kwargs, "stream", response_cls))
        return AsyncResponseContextManager(request)

    return wrapped


def to_legacy_response_wrapper(func: Callable[P, R]) -> Callable[P, LegacyAPIResponse[R]]:
    """`func`, giving the response, whose body was read, instead of what is in it."""

    @functools.wraps(func)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> LegacyAPIResponse[R]:
        return cast("LegacyAPIResponse[R]", cast(Any, func)(*args, **asking_for(kwargs, "true")))

    return wrapped


def async_to_legacy_response_wrapper(
    func: Callable[P, Awaitable[R]],
) -> Callable[P, Awaitable[LegacyAPIResponse[R]]]:
    """`func`, giving the response, whose body was read, instead of what is in it."""

    @functools.wraps(func)
    async def wrapped(*args: P.args, **kwargs: P.kwargs) -> LegacyAPIResponse[R]:
        response = await cast(Any, func)(*args, **asking_for(kwargs, "true"))
        return cast("LegacyAPIResponse[R]", response)

    return wrapped


def to_raw_response_wrapper(func: Callable[P, R]) -> Callable[P, APIResponse[R]]:
    """`func`, giving the response instead of what is in it."""

    @functools.wraps(func)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> APIResponse[R]:
        return cast("APIResponse[R]", cast(Any, func)(*args, **asking_for(kwargs, "raw")))

    return wrapped


def async_to_raw_response_wrapper(
    func: Callable[P, Awaitable[R]],
) -> Callable[P, Awaitable[AsyncAPIResponse[R]]]:
    """`func`, giving the response instead of what is in it."""

    @functools.wraps(func)
    async def wrapped(*args: P.args, **kwargs: P.kwargs) -> AsyncAPIResponse[R]:
        response = await cast(Any, func)(*args, **asking_for(kwargs, "raw"))
        return cast("AsyncAPIResponse[R]", response)

    return wrapped


def to_custom_raw_response_wrapper(
    func: Callable[P, object], response_cls: Type[_ResponseT]
) -> Callable[P, _ResponseT]:
    """As `to_raw_response_wrapper`, with a response class of one's own."""

    @functools.wraps(func)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> _ResponseT:
        wish = asking_for(kwargs, "raw", response_cls)
        return cast(_ResponseT, cast(Any, func)(*args, **wish))

    return wrapped


def async_to_custom_raw_response_wrapper(
    func: Callable[P, Awaitable[object]], response_cls: Type[_AsyncResponseT]
) -> Callable[P, Awaitable[_AsyncResponseT]]:
    """As `async_to_raw_response_wrapper`, with a response class of one's own."""

    @functools.wraps(func)
    async def wrapped(*args: P.args, **kwargs: P.kwargs) -> _AsyncResponseT:
        response = await cast(Any, func)(*args, **asking_for(kwargs, "raw", response_cls))
        return cast(_AsyncResponseT, response)

    return wrapped
