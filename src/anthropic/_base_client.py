# ruff: noqa: B006  the published signatures have `{}` for a default; nothing writes to it
"""The clients that every API client builds on: they send, retry, and hand over the response.

What they decide without waiting is in modules of its own, `_requests` above all, so the two twins
below hold little more than `await`.
"""

from __future__ import annotations

import contextlib
from importlib import import_module
from types import TracebackType
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Generic,
    Mapping,
    Optional,
    Type,
    TypeVar,
    Union,
    cast,
    overload,
)

import httpx
from httpx import URL
from typing_extensions import Literal, override

from . import _body_stream, _platform, _requests
from ._client_core import ClientCore
from ._constants import DEFAULT_MAX_RETRIES, DEFAULT_TIMEOUT
from ._files import async_to_httpx_files, to_httpx_files
from ._headers import JSON_HEADERS, combine_headers
from ._http_requests import build_http_request
from ._models import FinalRequestOptions
from ._pools import forget_connections
from ._qs import Querystring
from ._sending import AsyncSending, SyncSending
from ._streaming import AsyncStream, Stream
from ._transports import DefaultAsyncClient, DefaultSyncClient, aiohttp_client_class
from ._types import (
    AsyncBinaryTypes,
    BinaryTypes,
    Body,
    Headers,
    NotGiven,
    Omit,
    PostParser,
    Query,
    RequestFiles,
    RequestOptions,
    ResponseT,
    not_given,
)

_T = TypeVar("_T")
_StreamT = TypeVar("_StreamT", bound=Stream[Any])
_AsyncStreamT = TypeVar("_AsyncStreamT", bound=AsyncStream[Any])
_HttpxClientT = TypeVar("_HttpxClientT", bound=Union[httpx.Client, httpx.AsyncClient])
_DefaultStreamT = TypeVar("_DefaultStreamT", bound=Union[Stream[Any], AsyncStream[Any]])

HTTPX_DEFAULT_TIMEOUT = httpx.Timeout(5.0)

Platform = Union["OtherPlatform", _platform.System]

# httpx clients with this package's timeout, limits, keep-alive and redirects.
if TYPE_CHECKING:
    from ._collecting import Collectors
    from ._pages import AsyncPageT, SyncPageT
    from ._pages import AsyncPaginator as AsyncPaginator  # this, and the next: public
    from ._pages import BaseAsyncPage as BaseAsyncPage
    from ._pages import BasePage as BasePage
    from ._pages import BaseSyncPage as BaseSyncPage
    from ._pages import PageInfo as PageInfo

    DefaultHttpxClient = httpx.Client
    DefaultAsyncHttpxClient = httpx.AsyncClient
    DefaultAioHttpClient = httpx.AsyncClient
else:
    DefaultHttpxClient = _DefaultHttpxClient = DefaultSyncClient
    DefaultAsyncHttpxClient = _DefaultAsyncHttpxClient = DefaultAsyncClient

    def __getattr__(name: str) -> Any:
        if name == "DefaultAioHttpClient":
            return aiohttp_client_class()
        if name in ("AsyncPaginator", "BaseAsyncPage", "BasePage", "BaseSyncPage", "PageInfo"):
            return getattr(import_module("._pages", __package__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class OtherPlatform:
    """An operating system that has no name of its own in the headers."""

    def __init__(self, name: str) -> None:
        self.name = name

    @override
    def __str__(self) -> str:
        return f"{_platform.OTHER}{self.name}"


def get_platform() -> Platform:
    """The operating system; may read files, so asynchronous code calls it in a thread."""
    system = _platform.detect_system()
    if system.startswith(_platform.OTHER):
        return OtherPlatform(system[len(_platform.OTHER) :])
    return cast(Platform, system)


# Signatures are long here, and alike: they are set as tables, to be compared.
# fmt: off
def make_request_options(*, query: Optional[Query] = None, extra_headers: Optional[Headers] = None,
                         extra_query: Optional[Query] = None, extra_body: Optional[Body] = None,
                         idempotency_key: Optional[str] = None,
                         timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
                         post_parser: Union[PostParser, NotGiven] = not_given,
                         collector: Union[Collectors, NotGiven] = not_given) -> RequestOptions:
    """The options of one call, out of what a method sets and what its caller adds."""
    params = _requests.merged_params(query, extra_query)
    return _requests.request_options(
        params=params, headers=extra_headers, extra_json=extra_body, timeout=timeout,
        idempotency_key=idempotency_key, post_parser=post_parser, collector=collector)
# fmt: on


class BaseClient(ClientCore, Generic[_HttpxClientT, _DefaultStreamT]):
    """What both clients know: where the API is, how to ask, and what its errors mean."""

    _client: _HttpxClientT
    max_retries: int
    timeout: Union[float, httpx.Timeout, None]
    _strict_response_validation: bool
    _default_stream_cls: Optional[Type[_DefaultStreamT]] = None

    # fmt: off
    def __init__(self, *, version: str, base_url: Union[str, URL],
                 _strict_response_validation: bool, max_retries: int = DEFAULT_MAX_RETRIES,
                 timeout: Union[float, httpx.Timeout, None] = DEFAULT_TIMEOUT,
                 custom_headers: Optional[Mapping[str, str]] = None,
                 custom_query: Optional[Mapping[str, object]] = None) -> None:
        _requests.check_client_arguments(max_retries, custom_headers, custom_query)
        self._version = version
        self._base_url = _requests.with_trailing_slash(URL(base_url))
        self.max_retries = max_retries
        self.timeout = timeout
        self._custom_headers = custom_headers or {}
        self._custom_query = custom_query or {}
        self._strict_response_validation = _strict_response_validation
    # fmt: on

    @property
    def base_url(self) -> URL:
        """Where the API is; ends in a slash. May be assigned, also as a string."""
        return self._base_url

    @base_url.setter
    def base_url(self, url: Union[URL, str]) -> None:
        self._base_url = _requests.with_trailing_slash(URL(url))

    @property
    def qs(self) -> Querystring:
        """How query params are written."""
        return Querystring()

    @property
    def custom_auth(self) -> Optional[httpx.Auth]:
        """An httpx authentication to send with; none by default."""
        return None

    @property
    def auth_headers(self) -> Dict[str, str]:
        """The headers that carry the credentials."""
        return {}

    @property
    def user_agent(self) -> str:
        """What the client calls itself."""
        return f"{type(self).__name__}/Python {self._version}"

    @property
    def default_headers(self) -> Dict[str, Union[str, Omit]]:
        """The headers of every request, before those of the request itself."""
        return combine_headers(
            {**JSON_HEADERS, "User-Agent": self.user_agent},
            self.platform_headers(),
            self.auth_headers,
            self._custom_headers,
        )

    @property
    def default_query(self) -> Dict[str, object]:
        """The query params of every request."""
        return {**self._custom_query}

    def platform_headers(self) -> Dict[str, str]:
        """The headers that describe this machine."""
        return dict(_platform.platform_headers(self._version, _platform.known_system()))

    # fmt: off
    def _build_request(self, options: FinalRequestOptions, *,
                       retries_taken: int = 0) -> httpx.Request:
        self._log_options(options)
        headers = self._build_headers(options, retries_taken=retries_taken)
        url, params = _requests.split_query(
            self._prepare_url(options.url), {**self.default_query, **options.params}, self.qs,
            joined_by_client=bool(self._client.params))
        arguments = _requests.http_arguments(options, headers, url, default_timeout=self.timeout)
        return _body_stream.in_pieces(build_http_request(
            self._client, options.method, url, params=params, headers=headers,
            arguments=arguments, merged=self._merged_headers))

    def _calculate_retry_timeout(self, remaining_retries: int, options: FinalRequestOptions,
                                 response_headers: Optional[httpx.Headers] = None) -> float:
        taken = options.get_max_retries(self.max_retries) - remaining_retries
        return self.retry_policy.delay(taken, response_headers)

    def _calculate_nonstreaming_timeout(self, max_tokens: int,
                                        max_nonstreaming_tokens: Optional[int]) -> httpx.Timeout:
        """The timeout for an answer that is not streamed; raises if it may well not be enough."""
        return _requests.nonstreaming_timeout(max_tokens, max_nonstreaming_tokens)
    # fmt: on


class SyncHttpxClientWrapper(DefaultHttpxClient):
    """The httpx client that a ``SyncAPIClient`` makes for itself; closed when it is forgotten."""

    _is_the_clients_own = True

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            self.close()


class SyncAPIClient(BaseClient[httpx.Client, Stream[Any]], SyncSending):
    """Sends requests and waits for the answers."""

    # fmt: off
    def __init__(self, *, version: str, base_url: Union[str, URL],
                 max_retries: int = DEFAULT_MAX_RETRIES,
                 timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
                 http_client: Optional[httpx.Client] = None,
                 custom_headers: Optional[Mapping[str, str]] = None,
                 custom_query: Optional[Mapping[str, object]] = None,
                 _strict_response_validation: bool) -> None:
        _requests.check_http_client(http_client, httpx.Client)
        super().__init__(
            version=version, base_url=base_url, max_retries=max_retries,
            timeout=_requests.chosen_timeout(timeout, http_client),
            custom_headers=custom_headers, custom_query=custom_query,
            _strict_response_validation=_strict_response_validation)
        self._client = http_client or SyncHttpxClientWrapper(
            base_url=self._base_url, timeout=self.timeout)

    def is_closed(self) -> bool:
        """Whether this client, or one that shares its connections, was closed."""
        return self._client.is_closed

    def close(self) -> None:
        """Close the connections; no client that shares them can be used afterwards."""
        self._client.close()

    def __enter__(self: _T) -> _T:
        return self

    def __exit__(self, exc_type: Optional[Type[BaseException]],
                 exc: Optional[BaseException], exc_tb: Optional[TracebackType]) -> None:
        self.close()

    @overload
    def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *,
                stream: Literal[True], stream_cls: Type[_StreamT]) -> _StreamT: ...
    @overload
    def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *,
                stream: Literal[False] = False) -> ResponseT: ...
    @overload
    def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *,
                stream: bool = False, stream_cls: Optional[Type[_StreamT]] = None,
                ) -> Union[ResponseT, _StreamT]: ...
    def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *,
                stream: bool = False, stream_cls: Optional[Type[_StreamT]] = None,
                ) -> Union[ResponseT, _StreamT]:
        """Send a request, again if need be, and turn the answer into ``cast_to``.

        Raises ``APIStatusError`` where the server reports an error, and ``APIConnectionError``
        where no answer arrived.
        """
        answer = self._request(cast_to, options, stream=stream, stream_cls=stream_cls)
        return cast(Union[ResponseT, _StreamT], answer)

    @overload
    def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = {},
            stream: Literal[False] = False) -> ResponseT: ...
    @overload
    def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = {},
            stream: Literal[True], stream_cls: Type[_StreamT]) -> _StreamT: ...
    @overload
    def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = {},
            stream: bool, stream_cls: Optional[Type[_StreamT]] = None,
            ) -> Union[ResponseT, _StreamT]: ...
    def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = {},
            stream: bool = False, stream_cls: Optional[Type[_StreamT]] = None,
            ) -> Union[ResponseT, _StreamT]:
        """Send a GET request to a path below the base URL."""
        final = _requests.final_options("get", path, options)
        return self.request(cast_to, final, stream=stream, stream_cls=stream_cls)

    @overload
    def post(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
             content: Optional[BinaryTypes] = None, options: RequestOptions = {},
             files: Optional[RequestFiles] = None, stream: Literal[False] = False) -> ResponseT: ...
    @overload
    def post(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
             content: Optional[BinaryTypes] = None, options: RequestOptions = {},
             files: Optional[RequestFiles] = None,
             stream: Literal[True], stream_cls: Type[_StreamT]) -> _StreamT: ...
    @overload
    def post(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
             content: Optional[BinaryTypes] = None, options: RequestOptions = {},
             files: Optional[RequestFiles] = None, stream: bool,
             stream_cls: Optional[Type[_StreamT]] = None) -> Union[ResponseT, _StreamT]: ...
    def post(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
             content: Optional[BinaryTypes] = None, options: RequestOptions = {},
             files: Optional[RequestFiles] = None, stream: bool = False,
             stream_cls: Optional[Type[_StreamT]] = None) -> Union[ResponseT, _StreamT]:
        """Send a POST request; ``body`` goes as JSON, or as form fields beside ``files``."""
        sent = to_httpx_files(files)
        final = _requests.final_options("post", path, options, body, content, sent)
        return self.request(cast_to, final, stream=stream, stream_cls=stream_cls)

    def patch(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
              content: Optional[BinaryTypes] = None, files: Optional[RequestFiles] = None,
              options: RequestOptions = {}) -> ResponseT:
        """Send a PATCH request to a path below the base URL."""
        sent = to_httpx_files(files)
        final = _requests.final_options("patch", path, options, body, content, sent)
        return self.request(cast_to, final)

    def put(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
              content: Optional[BinaryTypes] = None, files: Optional[RequestFiles] = None,
              options: RequestOptions = {}) -> ResponseT:
        """Send a PUT request to a path below the base URL."""
        sent = to_httpx_files(files)
        final = _requests.final_options("put", path, options, body, content, sent)
        return self.request(cast_to, final)

    def delete(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
              content: Optional[BinaryTypes] = None, options: RequestOptions = {}) -> ResponseT:
        """Send a DELETE request to a path below the base URL."""
        final = _requests.final_options("delete", path, options, body, content)
        return self.request(cast_to, final)

    def get_api_list(self, path: str, *, model: Type[object], page: Type[SyncPageT],
                     body: Optional[Body] = None, options: RequestOptions = {},
                     method: str = "get") -> SyncPageT:
        """Ask for a list, and wait for its first page."""
        final = _requests.final_options(method, path, options, body)
        return self._request_api_list(model, page, final)
    # fmt: on


class AsyncHttpxClientWrapper(DefaultAsyncHttpxClient):
    """The httpx client that an ``AsyncAPIClient`` makes for itself; closed when it is forgotten."""

    _is_the_clients_own = True

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            forget_connections(self)


class AsyncAPIClient(BaseClient[httpx.AsyncClient, AsyncStream[Any]], AsyncSending):
    """Sends requests without blocking, under asyncio and trio."""

    # fmt: off
    def __init__(self, *, version: str, base_url: Union[str, URL],
                 _strict_response_validation: bool, max_retries: int = DEFAULT_MAX_RETRIES,
                 timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
                 http_client: Optional[httpx.AsyncClient] = None,
                 custom_headers: Optional[Mapping[str, str]] = None,
                 custom_query: Optional[Mapping[str, object]] = None) -> None:
        _requests.check_http_client(http_client, httpx.AsyncClient)
        super().__init__(
            version=version, base_url=base_url, max_retries=max_retries,
            timeout=_requests.chosen_timeout(timeout, http_client),
            custom_headers=custom_headers, custom_query=custom_query,
            _strict_response_validation=_strict_response_validation)
        self._client = http_client or AsyncHttpxClientWrapper(
            base_url=self._base_url, timeout=self.timeout)

    def is_closed(self) -> bool:
        """Whether this client, or one that shares its connections, was closed."""
        return self._client.is_closed

    async def close(self) -> None:
        """Close the connections; no client that shares them can be used afterwards."""
        await self._client.aclose()

    async def __aenter__(self: _T) -> _T:
        return self

    async def __aexit__(self, exc_type: Optional[Type[BaseException]],
                 exc: Optional[BaseException], exc_tb: Optional[TracebackType]) -> None:
        await self.close()

    @overload
    async def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *,
                stream: Literal[False] = False) -> ResponseT: ...
    @overload
    async def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *,
                stream: Literal[True], stream_cls: Type[_AsyncStreamT]) -> _AsyncStreamT: ...
    @overload
    async def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *,
                stream: bool, stream_cls: Optional[Type[_AsyncStreamT]] = None,
                ) -> Union[ResponseT, _AsyncStreamT]: ...
    async def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *,
                stream: bool = False, stream_cls: Optional[Type[_AsyncStreamT]] = None,
                ) -> Union[ResponseT, _AsyncStreamT]:
        """Send a request, again if need be, and turn the answer into ``cast_to``.

        Raises ``APIStatusError`` where the server reports an error, and ``APIConnectionError``
        where no answer arrived.
        """
        answer = await self._request(cast_to, options, stream=stream, stream_cls=stream_cls)
        return cast(Union[ResponseT, _AsyncStreamT], answer)

    @overload
    async def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = {},
            stream: Literal[False] = False) -> ResponseT: ...
    @overload
    async def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = {},
            stream: Literal[True], stream_cls: Type[_AsyncStreamT]) -> _AsyncStreamT: ...
    @overload
    async def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = {},
            stream: bool, stream_cls: Optional[Type[_AsyncStreamT]] = None,
            ) -> Union[ResponseT, _AsyncStreamT]: ...
    async def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = {},
            stream: bool = False, stream_cls: Optional[Type[_AsyncStreamT]] = None,
            ) -> Union[ResponseT, _AsyncStreamT]:
        """Send a GET request to a path below the base URL."""
        final = _requests.final_options("get", path, options)
        return await self.request(cast_to, final, stream=stream, stream_cls=stream_cls)

    @overload
    async def post(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
             content: Optional[AsyncBinaryTypes] = None, files: Optional[RequestFiles] = None,
             options: RequestOptions = {}, stream: Literal[False] = False) -> ResponseT: ...
    @overload
    async def post(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
             content: Optional[AsyncBinaryTypes] = None, files: Optional[RequestFiles] = None,
             options: RequestOptions = {}, stream: Literal[True],
             stream_cls: Type[_AsyncStreamT]) -> _AsyncStreamT: ...
    @overload
    async def post(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
             content: Optional[AsyncBinaryTypes] = None, files: Optional[RequestFiles] = None,
             options: RequestOptions = {}, stream: bool,
             stream_cls: Optional[Type[_AsyncStreamT]] = None,
             ) -> Union[ResponseT, _AsyncStreamT]: ...
    async def post(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
             content: Optional[AsyncBinaryTypes] = None, files: Optional[RequestFiles] = None,
             options: RequestOptions = {}, stream: bool = False,
             stream_cls: Optional[Type[_AsyncStreamT]] = None) -> Union[ResponseT, _AsyncStreamT]:
        """Send a POST request; ``body`` goes as JSON, or as form fields beside ``files``."""
        sent = await async_to_httpx_files(files)
        final = _requests.final_options("post", path, options, body, content, sent)
        return await self.request(cast_to, final, stream=stream, stream_cls=stream_cls)

    async def patch(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
              content: Optional[AsyncBinaryTypes] = None, files: Optional[RequestFiles] = None,
              options: RequestOptions = {}) -> ResponseT:
        """Send a PATCH request to a path below the base URL."""
        sent = await async_to_httpx_files(files)
        final = _requests.final_options("patch", path, options, body, content, sent)
        return await self.request(cast_to, final)

    async def put(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
              content: Optional[AsyncBinaryTypes] = None, files: Optional[RequestFiles] = None,
              options: RequestOptions = {}) -> ResponseT:
        """Send a PUT request to a path below the base URL."""
        sent = await async_to_httpx_files(files)
        final = _requests.final_options("put", path, options, body, content, sent)
        return await self.request(cast_to, final)

    async def delete(self, path: str, *, cast_to: Type[ResponseT], body: Optional[Body] = None,
              content: Optional[AsyncBinaryTypes] = None,
              options: RequestOptions = {}) -> ResponseT:
        """Send a DELETE request to a path below the base URL."""
        final = _requests.final_options("delete", path, options, body, content)
        return await self.request(cast_to, final)

    def get_api_list(self, path: str, *, model: Type[_T], page: Type[AsyncPageT],
                     body: Optional[Body] = None, options: RequestOptions = {},
                     method: str = "get") -> AsyncPaginator[_T, AsyncPageT]:
        """A list to be awaited or iterated over; nothing is sent before that."""
        from ._pages import AsyncPaginator

        final = _requests.final_options(method, path, options, body)
        return AsyncPaginator(client=self, options=final, page_cls=page, model=model)
    # fmt: on
