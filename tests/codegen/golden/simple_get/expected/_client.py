# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, Sequence, Union

import httpx
from typing_extensions import Self, Unpack, override

from . import _exceptions
from ._base_client import AsyncAPIClient, SyncAPIClient
from ._client_options import ClientOptions, LongRequests
from ._compat import cached_property
from ._constants import DEFAULT_MAX_RETRIES
from ._defaults import merged_defaults
from ._exceptions import APIStatusError
from ._headers import combine_headers, require_credentials
from ._qs import Querystring
from ._retry_policy import RetryPolicy
from ._streaming import AsyncStream, Stream
from ._types import Headers, NotGiven, Omit, Timeout, not_given
from ._utils import get_async_library, is_given
from ._version import __version__

if TYPE_CHECKING:
    from ._client_views import (
        ZooWithRawResponse,
        ZooWithStreamedResponse,
        AsyncZooWithRawResponse,
        AsyncZooWithStreamedResponse,
    )
    from .resources.animals import AsyncAnimals, Animals

__all__ = [
    "Zoo",
    "AsyncZoo",
    "Client",
    "AsyncClient",
]


class Zoo(SyncAPIClient):
    """A synchronous client of the API.

    Credentials and the base URL that are not given are read from the environment:
    `api_key` from `ZOO_API_KEY`,
    `base_url` from `ZOO_BASE_URL`.
    Use it as a context manager, or call `close()`, to give its connections back.
    """

    # client options
    api_key: Optional[str]

    _credential_variables = {"api_key": "ZOO_API_KEY"}

    _credential_headers = {"api_key": "X-Api-Key"}

    # For `stream=True` without a `stream_cls`.
    _default_stream_cls = Stream

    # constants

    def __init__(
        self,
        *,
        api_key: Optional[str] = None,
        base_url: Union[str, httpx.URL, None] = None,
        timeout: Union[float, Timeout, None, NotGiven] = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        http_client: Optional[httpx.Client] = None,
        require_complete_streams: bool = True,
        stream_idle_timeout: Optional[float] = None,
        stream_progress_timeout: Optional[float] = None,
        retry_policy: Optional[RetryPolicy] = None,
        total_timeout: Optional[float] = None,
        long_requests: LongRequests = "error",
        pickle_credentials: bool = False,
        _strict_response_validation: bool = False,
    ) -> None:
        """Nothing is sent before the first request; missing credentials show then, as a `TypeError`.

        Args:
            api_key: Key of the zoo.
            base_url: Where the API is; another host may serve the same API.
            timeout: Seconds for each network operation, or an `httpx.Timeout`; None waits for ever. Ten minutes by default.
            max_retries: How often a failed request is sent again, besides the first time; 0 for never.
            default_headers: Headers for every request, stronger than those the client sets itself.
            default_query: Query parameters for every request.
            http_client: An httpx client of your own, for proxies, certificates or transports; it is used as it is.
            retry_policy: Which failures are worth another attempt, how often and after how long; its `max_retries`, if set, counts for more than the other.
            total_timeout: Seconds that a call may take in all, with its retries and the body; None for any time.
            long_requests: What becomes of a `create` that is not streamed and may take more than ten minutes: `"error"` raises `ValueError`; with `"stream"` the answer is streamed behind the scenes, and returned as a whole.
            pickle_credentials: Whether credentials go along when the client is pickled; if not, they are read from the environment where it is loaded. Without it, a password in `base_url` and secrets in default headers and query stay behind, too, and calls raise `TypeError` until `with_options` gives them again.
            require_complete_streams: Whether a streamed message that ends too early raises `IncompleteStreamError`; False for gateways that never send the end.
            stream_idle_timeout: Seconds for which a stream may bring no bytes before it raises `APITimeoutError`; None for as long as `timeout` allows.
            stream_progress_timeout: Seconds for which a stream may bring nothing but pings before it raises `APITimeoutError`; None for any time.
        """
        if api_key is None:
            api_key = os.environ.get("ZOO_API_KEY")
        self.api_key = api_key
        if base_url is None:
            base_url = os.environ.get("ZOO_BASE_URL")
        if base_url is None:
            base_url = "https://zoo.example"
        super().__init__(
            version=__version__,
            base_url=base_url,
            max_retries=max_retries,
            timeout=timeout,
            http_client=http_client,
            custom_headers=default_headers,
            custom_query=default_query,
            _strict_response_validation=_strict_response_validation,
        )
        given: Dict[str, Any] = {
            "retry_policy": retry_policy,
            "total_timeout": total_timeout,
            "require_complete_streams": require_complete_streams,
            "stream_idle_timeout": stream_idle_timeout,
            "stream_progress_timeout": stream_progress_timeout,
            "long_requests": long_requests,
            "pickle_credentials": pickle_credentials,
        }
        self._set_options(self, given)

    @cached_property
    def animals(self) -> Animals:
        from .resources.animals import Animals

        return Animals(self)

    @cached_property
    def with_raw_response(self) -> ZooWithRawResponse:
        """The same resources; their methods return the HTTP response."""
        from ._client_views import ZooWithRawResponse

        return ZooWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ZooWithStreamedResponse:
        """The same resources; their methods are context managers over an unread HTTP response."""
        from ._client_views import ZooWithStreamedResponse

        return ZooWithStreamedResponse(self)

    @property
    @override
    def qs(self) -> Querystring:
        return Querystring(array_format="brackets")

    @property
    @override
    def auth_headers(self) -> Dict[str, str]:
        headers: Dict[str, str] = {}
        if self.api_key is not None:
            headers["X-Api-Key"] = self.api_key
        return headers

    @property
    @override
    def default_headers(self) -> Dict[str, Union[str, Omit]]:
        return combine_headers(
            super().default_headers,
            {
                "X-Stainless-Async": "false",
            },
            self._custom_headers,
        )

    @override
    def _validate_headers(self, headers: Headers, custom_headers: Headers) -> None:
        require_credentials(headers, custom_headers, self._credential_headers)

    def copy(
        self,
        *,
        api_key: Optional[str] = None,
        base_url: Union[str, httpx.URL, None] = None,
        timeout: Union[float, Timeout, None, NotGiven] = not_given,
        http_client: Optional[httpx.Client] = None,
        max_retries: Union[int, NotGiven] = not_given,
        default_headers: Optional[Mapping[str, str]] = None,
        set_default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        set_default_query: Optional[Mapping[str, object]] = None,
        _extra_kwargs: Mapping[str, Any] = {},
        **given: Unpack[ClientOptions],
    ) -> Self:
        """A client with the same options but for those given here; it shares the connections of this one.

        `default_headers` and `default_query` are merged over the present ones; `set_default_headers` and
        `set_default_query` replace them. `given` are the options from `retry_policy` on, as in the
        constructor. Raises `ValueError` when both of a pair are given.
        """
        options: Dict[str, Any] = {
            "api_key": api_key or self.api_key,
            "base_url": base_url or self.base_url,
            "timeout": timeout if is_given(timeout) else self.timeout,
            "http_client": http_client or self._client,
            "max_retries": max_retries if is_given(max_retries) else self.max_retries,
            "default_headers": merged_defaults(
                "headers", self._custom_headers, default_headers, set_default_headers
            ),
            "default_query": merged_defaults(
                "query", self._custom_query, default_query, set_default_query
            ),
            "_strict_response_validation": self._strict_response_validation,
            **_extra_kwargs,
        }
        return self.__class__(**options)._set_options(self, given)

    # The same method under the name that reads well before a call:
    # `client.with_options(timeout=10).messages.create(...)`
    with_options = copy

    @override
    def _make_status_error(
        self, err_msg: str, *, body: object, response: httpx.Response
    ) -> APIStatusError:
        error = _exceptions.status_error_class(response.status_code)
        return error(err_msg, response=response, body=body)


class AsyncZoo(AsyncAPIClient):
    """An asynchronous client of the API.

    Credentials and the base URL that are not given are read from the environment:
    `api_key` from `ZOO_API_KEY`,
    `base_url` from `ZOO_BASE_URL`.
    Use it as an async context manager, or call `close()`, to give its connections back.
    """

    # client options
    api_key: Optional[str]

    _credential_variables = {"api_key": "ZOO_API_KEY"}

    _credential_headers = {"api_key": "X-Api-Key"}

    # For `stream=True` without a `stream_cls`.
    _default_stream_cls = AsyncStream

    # constants

    def __init__(
        self,
        *,
        api_key: Optional[str] = None,
        base_url: Union[str, httpx.URL, None] = None,
        timeout: Union[float, Timeout, None, NotGiven] = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        http_client: Optional[httpx.AsyncClient] = None,
        require_complete_streams: bool = True,
        stream_idle_timeout: Optional[float] = None,
        stream_progress_timeout: Optional[float] = None,
        retry_policy: Optional[RetryPolicy] = None,
        total_timeout: Optional[float] = None,
        long_requests: LongRequests = "error",
        pickle_credentials: bool = False,
        _strict_response_validation: bool = False,
    ) -> None:
        """Nothing is sent before the first request; missing credentials show then, as a `TypeError`.

        Args:
            api_key: Key of the zoo.
            base_url: Where the API is; another host may serve the same API.
            timeout: Seconds for each network operation, or an `httpx.Timeout`; None waits for ever. Ten minutes by default.
            max_retries: How often a failed request is sent again, besides the first time; 0 for never.
            default_headers: Headers for every request, stronger than those the client sets itself.
            default_query: Query parameters for every request.
            http_client: An httpx client of your own, for proxies, certificates or transports; it is used as it is.
            retry_policy: Which failures are worth another attempt, how often and after how long; its `max_retries`, if set, counts for more than the other.
            total_timeout: Seconds that a call may take in all, with its retries and the body; None for any time.
            long_requests: What becomes of a `create` that is not streamed and may take more than ten minutes: `"error"` raises `ValueError`; with `"stream"` the answer is streamed behind the scenes, and returned as a whole.
            pickle_credentials: Whether credentials go along when the client is pickled; if not, they are read from the environment where it is loaded. Without it, a password in `base_url` and secrets in default headers and query stay behind, too, and calls raise `TypeError` until `with_options` gives them again.
            require_complete_streams: Whether a streamed message that ends too early raises `IncompleteStreamError`; False for gateways that never send the end.
            stream_idle_timeout: Seconds for which a stream may bring no bytes before it raises `APITimeoutError`; None for as long as `timeout` allows.
            stream_progress_timeout: Seconds for which a stream may bring nothing but pings before it raises `APITimeoutError`; None for any time.
        """
        if api_key is None:
            api_key = os.environ.get("ZOO_API_KEY")
        self.api_key = api_key
        if base_url is None:
            base_url = os.environ.get("ZOO_BASE_URL")
        if base_url is None:
            base_url = "https://zoo.example"
        super().__init__(
            version=__version__,
            base_url=base_url,
            max_retries=max_retries,
            timeout=timeout,
            http_client=http_client,
            custom_headers=default_headers,
            custom_query=default_query,
            _strict_response_validation=_strict_response_validation,
        )
        given: Dict[str, Any] = {
            "retry_policy": retry_policy,
            "total_timeout": total_timeout,
            "require_complete_streams": require_complete_streams,
            "stream_idle_timeout": stream_idle_timeout,
            "stream_progress_timeout": stream_progress_timeout,
            "long_requests": long_requests,
            "pickle_credentials": pickle_credentials,
        }
        self._set_options(self, given)

    @cached_property
    def animals(self) -> AsyncAnimals:
        from .resources.animals import AsyncAnimals

        return AsyncAnimals(self)

    @cached_property
    def with_raw_response(self) -> AsyncZooWithRawResponse:
        """The same resources; their methods return the HTTP response."""
        from ._client_views import AsyncZooWithRawResponse

        return AsyncZooWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncZooWithStreamedResponse:
        """The same resources; their methods are context managers over an unread HTTP response."""
        from ._client_views import AsyncZooWithStreamedResponse

        return AsyncZooWithStreamedResponse(self)

    @property
    @override
    def qs(self) -> Querystring:
        return Querystring(array_format="brackets")

    @property
    @override
    def auth_headers(self) -> Dict[str, str]:
        headers: Dict[str, str] = {}
        if self.api_key is not None:
            headers["X-Api-Key"] = self.api_key
        return headers

    @property
    @override
    def default_headers(self) -> Dict[str, Union[str, Omit]]:
        return combine_headers(
            super().default_headers,
            {
                "X-Stainless-Async": f"async:{get_async_library()}",
            },
            self._custom_headers,
        )

    @override
    def _validate_headers(self, headers: Headers, custom_headers: Headers) -> None:
        require_credentials(headers, custom_headers, self._credential_headers)

    def copy(
        self,
        *,
        api_key: Optional[str] = None,
        base_url: Union[str, httpx.URL, None] = None,
        timeout: Union[float, Timeout, None, NotGiven] = not_given,
        http_client: Optional[httpx.AsyncClient] = None,
        max_retries: Union[int, NotGiven] = not_given,
        default_headers: Optional[Mapping[str, str]] = None,
        set_default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        set_default_query: Optional[Mapping[str, object]] = None,
        _extra_kwargs: Mapping[str, Any] = {},
        **given: Unpack[ClientOptions],
    ) -> Self:
        """A client with the same options but for those given here; it shares the connections of this one.

        `default_headers` and `default_query` are merged over the present ones; `set_default_headers` and
        `set_default_query` replace them. `given` are the options from `retry_policy` on, as in the
        constructor. Raises `ValueError` when both of a pair are given.
        """
        options: Dict[str, Any] = {
            "api_key": api_key or self.api_key,
            "base_url": base_url or self.base_url,
            "timeout": timeout if is_given(timeout) else self.timeout,
            "http_client": http_client or self._client,
            "max_retries": max_retries if is_given(max_retries) else self.max_retries,
            "default_headers": merged_defaults(
                "headers", self._custom_headers, default_headers, set_default_headers
            ),
            "default_query": merged_defaults(
                "query", self._custom_query, default_query, set_default_query
            ),
            "_strict_response_validation": self._strict_response_validation,
            **_extra_kwargs,
        }
        return self.__class__(**options)._set_options(self, given)

    # The same method under the name that reads well before a call:
    # `client.with_options(timeout=10).messages.create(...)`
    with_options = copy

    @override
    def _make_status_error(
        self, err_msg: str, *, body: object, response: httpx.Response
    ) -> APIStatusError:
        error = _exceptions.status_error_class(response.status_code)
        return error(err_msg, response=response, body=body)


Client = Zoo

AsyncClient = AsyncZoo
