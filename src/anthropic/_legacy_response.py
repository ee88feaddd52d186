"""Responses with their HTTP side, body read: what `with_raw_response` gives.

Older than the classes of `_response.py`, which read the body when asked; kept because programs
rely on `.text` and `.content` being properties, and on `.parse()` never being a coroutine.
"""

from __future__ import annotations

import datetime
import functools
import inspect
import os
import sys
import warnings
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Dict,
    Generic,
    Iterator,
    Optional,
    Type,
    TypeVar,
    Union,
    cast,
    overload,
)

import httpx
from typing_extensions import ParamSpec

from ._parsing import MissingStreamClassError as MissingStreamClassError
from ._parsing import ResponseContext, parse_response
from ._wrappers import async_to_legacy_response_wrapper, to_legacy_response_wrapper

if TYPE_CHECKING:
    from ._base_client import BaseClient
    from ._models import FinalRequestOptions
    from ._streaming import AsyncStream, Stream

P = ParamSpec("P")
R = TypeVar("R")
_T = TypeVar("_T")


class LegacyAPIResponse(Generic[R]):
    """A response whose body was read; the same class for both flavours of client."""

    _cast_to: Type[R]
    _client: BaseClient[Any, Any]
    _parsed_by_type: Dict[Any, Any]
    _stream: bool
    _stream_cls: Union[Type[Stream[Any]], Type[AsyncStream[Any]], None]
    _options: FinalRequestOptions

    http_response: httpx.Response
    """The response as httpx gave it."""

    retries_taken: int
    """How many retries it took to get this response; 0 for the first attempt."""

    def __init__(
        self,
        *,
        raw: httpx.Response,
        cast_to: Type[R],
        client: BaseClient[Any, Any],
        stream: bool,
        stream_cls: Union[Type[Stream[Any]], Type[AsyncStream[Any]], None],
        options: FinalRequestOptions,
        retries_taken: int = 0,
    ) -> None:
        self._cast_to = cast_to
        self._client = client
        self._parsed_by_type = {}
        self._stream = stream
        self._stream_cls = stream_cls
        self._options = options
        self.http_response = raw
        self.retries_taken = retries_taken

    @property
    def request_id(self) -> Optional[str]:
        """The id by which the API knows the request, for reports of problems."""
        return cast("Optional[str]", self.http_response.headers.get("request-id"))

    @overload
    def parse(self, *, to: Type[_T]) -> _T: ...

    @overload
    def parse(self) -> R: ...

    def parse(self, *, to: Optional[Type[_T]] = None) -> Union[R, _T]:
        """What the method would have returned; never a coroutine.

        Args:
            to: Return this type instead: a model, `dict`, `list`, `str`, `int`, `float`, `bool`,
                `object` for plain data, `httpx.Response`, or for a stream of events `Stream[T]`.
        """
        key: Any = self._cast_to if to is None else to
        if key not in self._parsed_by_type:
            context = ResponseContext(
                raw=self.http_response,
                cast_to=self._cast_to,
                client=self._client,
                stream=self._stream,
                stream_cls=self._stream_cls,
                options=self._options,
                retries_taken=self.retries_taken,
                casts_to_bytes=False,
            )
            self._parsed_by_type[key] = parse_response(context, to)
        return cast("Union[R, _T]", self._parsed_by_type[key])

    @property
    def headers(self) -> httpx.Headers:
        """The headers of the response."""
        return self.http_response.headers

    @property
    def http_request(self) -> httpx.Request:
        """The request that this is the response to."""
        return self.http_response.request

    @property
    def status_code(self) -> int:
        """The HTTP status, such as 200."""
        return self.http_response.status_code

    @property
    def url(self) -> httpx.URL:
        """The URL that the response came from."""
        return self.http_response.url

    @property
    def method(self) -> str:
        """The HTTP method of the request."""
        return self.http_request.method

    @property
    def content(self) -> bytes:
        """The body."""
        return self.http_response.content

    @property
    def text(self) -> str:
        """The body as text."""
        return self.http_response.text

    @property
    def http_version(self) -> str:
        """The version of HTTP, such as `HTTP/1.1`."""
        return self.http_response.http_version

    @property
    def is_closed(self) -> bool:
        """Whether the response was closed."""
        return self.http_response.is_closed

    @property
    def elapsed(self) -> datetime.timedelta:
        """The time from sending the request to closing the response; RuntimeError before that."""
        return self.http_response.elapsed

    def __repr__(self) -> str:
        # By the name under which users know such objects.
        reason = self.http_response.reason_phrase
        return f"<APIResponse [{self.status_code} {reason}] type={self._cast_to}>"


# The wrappers that give this class, by the names that they have here.
to_raw_response_wrapper = to_legacy_response_wrapper
async_to_raw_response_wrapper = async_to_legacy_response_wrapper


# -- binary bodies --------------------------------------------------------------------------------

if TYPE_CHECKING:
    from typing_extensions import deprecated
else:

    def deprecated(message):
        """As in `typing_extensions`, which loads all of asyncio to say the same."""

        def mark(function):
            @functools.wraps(function)
            def warning(*args, **kwargs):
                warnings.warn(message, category=DeprecationWarning, stacklevel=2)
                return function(*args, **kwargs)

            warning.__deprecated__ = function.__deprecated__ = message
            if inspect.iscoroutinefunction(function) and sys.version_info >= (3, 12):
                return inspect.markcoroutinefunction(warning)
            return warning

        return mark


class HttpxBinaryResponseContent:
    """A binary body: an httpx response, and methods that write it to a file."""

    response: httpx.Response
    """The response as httpx gave it."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response

    @property
    def content(self) -> bytes:
        """The body, which must have been read."""
        return self.response.content

    @property
    def text(self) -> str:
        """The body as text."""
        return self.response.text

    @property
    def encoding(self) -> Optional[str]:
        """The encoding that `text` uses."""
        return self.response.encoding

    @property
    def charset_encoding(self) -> Optional[str]:
        """The encoding that the Content-Type header names."""
        return self.response.charset_encoding

    def json(self, **kwargs: Any) -> Any:
        """The body decoded as JSON; the arguments are those of `json.loads`."""
        return self.response.json(**kwargs)

    def read(self) -> bytes:
        """Read the body."""
        return self.response.read()

    def iter_bytes(self, chunk_size: Optional[int] = None) -> Iterator[bytes]:
        """The body, decompressed, in pieces of `chunk_size` bytes, or as they arrive."""
        return self.response.iter_bytes(chunk_size)

    def iter_text(self, chunk_size: Optional[int] = None) -> Iterator[str]:
        """The body as text in pieces of `chunk_size` characters, or as they arrive."""
        return self.response.iter_text(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """The lines of the body, without their endings."""
        return self.response.iter_lines()

    def iter_raw(self, chunk_size: Optional[int] = None) -> Iterator[bytes]:
        """The body as it came over the wire, in pieces of `chunk_size` bytes."""
        return self.response.iter_raw(chunk_size)

    def write_to_file(self, file: Union[str, os.PathLike[str]]) -> None:
        """Write the body to the path `file`, over what is there."""
        with open(file, mode="wb") as target:
            for data in self.response.iter_bytes():
                target.write(data)

    @deprecated("Use `.with_streaming_response.method()` instead, which does stream.")
    def stream_to_file(
        self, file: Union[str, os.PathLike[str]], *, chunk_size: Optional[int] = None
    ) -> None:
        """Write the body to the path `file`, `chunk_size` bytes at a time."""
        with open(file, mode="wb") as target:
            for data in self.response.iter_bytes(chunk_size):
                target.write(data)

    def close(self) -> None:
        """Close the response."""
        return self.response.close()

    async def aread(self) -> bytes:
        """Read the body."""
        return await self.response.aread()

    async def aiter_bytes(self, chunk_size: Optional[int] = None) -> AsyncIterator[bytes]:
        """The body, decompressed, in pieces of `chunk_size` bytes, or as they arrive."""
        async for chunk in self.response.aiter_bytes(chunk_size):
            yield chunk

    async def aiter_text(self, chunk_size: Optional[int] = None) -> AsyncIterator[str]:
        """The body as text in pieces of `chunk_size` characters, or as they arrive."""
        async for chunk in self.response.aiter_text(chunk_size):
            yield chunk

    async def aiter_lines(self) -> AsyncIterator[str]:
        """The lines of the body, without their endings."""
        async for line in self.response.aiter_lines():
            yield line

    async def aiter_raw(self, chunk_size: Optional[int] = None) -> AsyncIterator[bytes]:
        """The body as it came over the wire, in pieces of `chunk_size` bytes."""
        async for chunk in self.response.aiter_raw(chunk_size):
            yield chunk

    @deprecated("Use `.with_streaming_response.method()` instead, which does stream.")
    async def astream_to_file(
        self, file: Union[str, os.PathLike[str]], *, chunk_size: Optional[int] = None
    ) -> None:
        """Write the body to the path `file`, `chunk_size` bytes at a time."""
        import anyio

        async with await anyio.open_file(file, mode="wb") as target:
            async for data in self.response.aiter_bytes(chunk_size):
                await target.write(data)

    async def aclose(self) -> None:
        """Close the response."""
        return await self.response.aclose()
