"""Responses with their HTTP side: what `with_raw_response` of binary downloads and
`with_streaming_response` give.

`_parsing.py` turns a response into a value; the classes here hold what that needs, read the body
and remember the results.  `_wrappers.py` makes methods return these classes.
"""

from __future__ import annotations

import datetime
import os
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

from ._exceptions import AnthropicError
from ._parsing import MissingStreamClassError as MissingStreamClassError
from ._parsing import ResponseContext, parse_response
from ._stream_errors import reading
from ._utils._typing import extract_type_var_from_base

# Importable from here: the wrappers of methods that the generated resources use.
from ._wrappers import AsyncResponseContextManager as AsyncResponseContextManager
from ._wrappers import ResponseContextManager as ResponseContextManager
from ._wrappers import (
    async_to_custom_raw_response_wrapper as async_to_custom_raw_response_wrapper,
)
from ._wrappers import (
    async_to_custom_streamed_response_wrapper as async_to_custom_streamed_response_wrapper,
)
from ._wrappers import async_to_raw_response_wrapper as async_to_raw_response_wrapper
from ._wrappers import async_to_streamed_response_wrapper as async_to_streamed_response_wrapper
from ._wrappers import to_custom_raw_response_wrapper as to_custom_raw_response_wrapper
from ._wrappers import to_custom_streamed_response_wrapper as to_custom_streamed_response_wrapper
from ._wrappers import to_raw_response_wrapper as to_raw_response_wrapper
from ._wrappers import to_streamed_response_wrapper as to_streamed_response_wrapper

if TYPE_CHECKING:
    from ._base_client import BaseClient
    from ._models import FinalRequestOptions
    from ._streaming import AsyncStream, Stream

R = TypeVar("R")
_T = TypeVar("_T")


class StreamAlreadyConsumed(AnthropicError):
    """The body was streamed before, and cannot be read once more."""

    def __init__(self) -> None:
        super().__init__(
            "The body of this response was already streamed, so it cannot be read any more. "
            "Call `read()` before you iterate if you need it twice."
        )


# -- responses ------------------------------------------------------------------------------------


class BaseAPIResponse(Generic[R]):
    """What the responses of both flavours have in common."""

    _cast_to: Type[R]
    _client: BaseClient[Any, Any]
    _parsed_by_type: Dict[Any, Any]
    _is_sse_stream: bool
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
        self._is_sse_stream = stream
        self._stream_cls = stream_cls
        self._options = options
        self.http_response = raw
        self.retries_taken = retries_taken

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
    def http_version(self) -> str:
        """The version of HTTP, such as `HTTP/1.1`."""
        return self.http_response.http_version

    @property
    def elapsed(self) -> datetime.timedelta:
        """The time from sending the request to closing the response; RuntimeError before that."""
        return self.http_response.elapsed

    @property
    def is_closed(self) -> bool:
        """Whether the response was closed; its body can then only be had if it was read."""
        return self.http_response.is_closed

    def __repr__(self) -> str:
        return (
            f"<{self.__class__.__name__} [{self.status_code} {self.http_response.reason_phrase}] "
            f"type={self._cast_to}>"
        )

    def _parse(self, to: Any) -> Any:
        """The parsed response, made once for each type; the body must have been read."""
        key = self._cast_to if to is None else to
        if key not in self._parsed_by_type:
            context = ResponseContext(
                raw=self.http_response,
                cast_to=self._cast_to,
                client=self._client,
                stream=self._is_sse_stream,
                stream_cls=self._stream_cls,
                options=self._options,
                retries_taken=self.retries_taken,
            )
            self._parsed_by_type[key] = parse_response(context, to)
        return self._parsed_by_type[key]


class APIResponse(BaseAPIResponse[R]):
    """A response whose body may still be on its way."""

    @property
    def request_id(self) -> Optional[str]:
        """The id by which the API knows the request, for reports of problems."""
        return cast("Optional[str]", self.http_response.headers.get("request-id"))

    @overload
    def parse(self, *, to: Type[_T]) -> _T: ...

    @overload
    def parse(self) -> R: ...

    def parse(self, *, to: Optional[Type[_T]] = None) -> Union[R, _T]:
        """What the method would have returned; reads the body, unless it is a stream of events.

        Args:
            to: Return this type instead: a model, `dict`, `list`, `str`, `int`, `float`, `bool`,
                `bytes`, `object` for plain data, `httpx.Response`, or for a stream of events
                `Stream[T]`.
        """
        if not self._is_sse_stream:
            self.read()
        return cast("Union[R, _T]", self._parse(to))

    def read(self) -> bytes:
        """The whole body; raises StreamAlreadyConsumed after iterating over it."""
        try:
            with reading(self.http_response):
                return self.http_response.read()
        except httpx.StreamConsumed as exc:
            raise StreamAlreadyConsumed() from exc

    def text(self) -> str:
        """The whole body as text."""
        self.read()
        return self.http_response.text

    def json(self) -> object:
        """The whole body decoded as JSON; raises json.JSONDecodeError when it is not JSON."""
        self.read()
        return self.http_response.json()

    def close(self) -> None:
        """Close the response, and give its connection back."""
        self.http_response.close()

    def iter_bytes(self, chunk_size: Optional[int] = None) -> Iterator[bytes]:
        """The body, decompressed, in pieces of `chunk_size` bytes, or as they arrive."""
        with reading(self.http_response):
            yield from self.http_response.iter_bytes(chunk_size)

    def iter_text(self, chunk_size: Optional[int] = None) -> Iterator[str]:
        """The body as text in pieces of `chunk_size` characters, or as they arrive."""
        with reading(self.http_response):
            yield from self.http_response.iter_text(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """The lines of the body, without their endings."""
        with reading(self.http_response):
            yield from self.http_response.iter_lines()


class AsyncAPIResponse(BaseAPIResponse[R]):
    """A response of an asynchronous client, whose body may still be on its way."""

    @property
    def request_id(self) -> Optional[str]:
        """The id by which the API knows the request, for reports of problems."""
        return cast("Optional[str]", self.http_response.headers.get("request-id"))

    @overload
    async def parse(self, *, to: Type[_T]) -> _T: ...

    @overload
    async def parse(self) -> R: ...

    async def parse(self, *, to: Optional[Type[_T]] = None) -> Union[R, _T]:
        """What the method would have returned; reads the body, unless it is a stream of events.

        Args:
            to: Return this type instead: a model, `dict`, `list`, `str`, `int`, `float`, `bool`,
                `bytes`, `object` for plain data, `httpx.Response`, or for a stream of events
                `AsyncStream[T]`.
        """
        if not self._is_sse_stream:
            await self.read()
        return cast("Union[R, _T]", self._parse(to))

    async def read(self) -> bytes:
        """The whole body; raises StreamAlreadyConsumed after iterating over it."""
        try:
            with reading(self.http_response):
                return await self.http_response.aread()
        except httpx.StreamConsumed as exc:
            raise StreamAlreadyConsumed() from exc

    async def text(self) -> str:
        """The whole body as text."""
        await self.read()
        return self.http_response.text

    async def json(self) -> object:
        """The whole body decoded as JSON; raises json.JSONDecodeError when it is not JSON."""
        await self.read()
        return self.http_response.json()

    async def close(self) -> None:
        """Close the response, and give its connection back."""
        await self.http_response.aclose()

    async def iter_bytes(self, chunk_size: Optional[int] = None) -> AsyncIterator[bytes]:
        """The body, decompressed, in pieces of `chunk_size` bytes, or as they arrive."""
        with reading(self.http_response):
            async for chunk in self.http_response.aiter_bytes(chunk_size):
                yield chunk

    async def iter_text(self, chunk_size: Optional[int] = None) -> AsyncIterator[str]:
        """The body as text in pieces of `chunk_size` characters, or as they arrive."""
        with reading(self.http_response):
            async for chunk in self.http_response.aiter_text(chunk_size):
                yield chunk

    async def iter_lines(self) -> AsyncIterator[str]:
        """The lines of the body, without their endings."""
        with reading(self.http_response):
            async for line in self.http_response.aiter_lines():
                yield line


# -- binary bodies --------------------------------------------------------------------------------


class BinaryAPIResponse(APIResponse[bytes]):
    """A downloaded file; `read()` gives its bytes."""

    def write_to_file(self, file: Union[str, os.PathLike[str]]) -> None:
        """Write the body to the path `file`, over what is there."""
        with open(file, mode="wb") as target:
            for data in self.iter_bytes():
                target.write(data)


class AsyncBinaryAPIResponse(AsyncAPIResponse[bytes]):
    """A downloaded file; `await read()` gives its bytes."""

    async def write_to_file(self, file: Union[str, os.PathLike[str]]) -> None:
        """Write the body to the path `file`, over what is there."""
        await _write_async(file, self.iter_bytes())


class StreamedBinaryAPIResponse(APIResponse[bytes]):
    """A file on its way."""

    def stream_to_file(
        self, file: Union[str, os.PathLike[str]], *, chunk_size: Optional[int] = None
    ) -> None:
        """Write the body to the path `file` as it arrives, `chunk_size` bytes at a time."""
        with open(file, mode="wb") as target:
            for data in self.iter_bytes(chunk_size):
                target.write(data)


class AsyncStreamedBinaryAPIResponse(AsyncAPIResponse[bytes]):
    """A file on its way."""

    async def stream_to_file(
        self, file: Union[str, os.PathLike[str]], *, chunk_size: Optional[int] = None
    ) -> None:
        """Write the body to the path `file` as it arrives, `chunk_size` bytes at a time."""
        await _write_async(file, self.iter_bytes(chunk_size))


async def _write_async(file: Union[str, os.PathLike[str]], chunks: AsyncIterator[bytes]) -> None:
    import anyio

    async with await anyio.open_file(file, mode="wb") as target:
        async for data in chunks:
            await target.write(data)


def extract_response_type(typ: Type[BaseAPIResponse[Any]]) -> type:
    """The type that a response class parses to: `bytes` of `BinaryAPIResponse`.

    Raises RuntimeError when the class leaves it open.
    """
    return cast(
        type,
        extract_type_var_from_base(
            typ,
            generic_bases=(BaseAPIResponse, APIResponse, AsyncAPIResponse),
            index=0,
            failure_message=(
                f"Expected type {typ} to have a type argument at index 0 but it did not"
            ),
        ),
    )
