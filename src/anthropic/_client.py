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
from ._headers import combine_headers, credential_text, require_credentials
from ._qs import Querystring
from ._retry_policy import RetryPolicy
from ._streaming import AsyncStream, Stream
from ._types import Headers, NotGiven, Omit, Timeout, not_given
from ._utils import get_async_library, is_given
from ._version import __version__
from ._constants import HUMAN_PROMPT as _HUMAN_PROMPT
from ._constants import AI_PROMPT as _AI_PROMPT

if TYPE_CHECKING:
    from ._client_views import (
        AnthropicWithRawResponse,
        AnthropicWithStreamedResponse,
        AsyncAnthropicWithRawResponse,
        AsyncAnthropicWithStreamedResponse,
    )
    from .resources.completions import AsyncCompletions, Completions
    from .resources.messages.messages import AsyncMessages, Messages
    from .resources.models import AsyncModels, Models
    from .resources.beta.beta import AsyncBeta, Beta

__all__ = [
    "Anthropic",
    "AsyncAnthropic",
    "Client",
    "AsyncClient",
]


class Anthropic(SyncAPIClient):
    """A synchronous client of the API.

    Credentials and the base URL that are not given are read from the environment:
    `api_key` from `ANTHROPIC_API_KEY`,
    `auth_token` from `ANTHROPIC_AUTH_TOKEN`,
    `base_url` from `ANTHROPIC_BASE_URL`.
    Use it as a context manager, or call `close()`, to give its connections back.
    """

    # client options
    api_key: Optional[str]
    auth_token: Optional[str]

    _credential_variables = {"api_key": "ANTHROPIC_API_KEY", "auth_token": "ANTHROPIC_AUTH_TOKEN"}

    _credential_headers = {"api_key": "X-Api-Key", "auth_token": "Authorization"}

    # For `stream=True` without a `stream_cls`.
    _default_stream_cls = Stream

    # constants
    HUMAN_PROMPT = _HUMAN_PROMPT
    AI_PROMPT = _AI_PROMPT

    def __init__(
        self,
        *,
        api_key: Optional[str] = None,
        auth_token: Optional[str] = None,
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
            api_key: API key, sent as `X-Api-Key`.
            auth_token: Access token, sent as `Authorization` bearer.
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
            api_key = os.environ.get("ANTHROPIC_API_KEY")
        self.api_key = api_key
        if auth_token is None:
            auth_token = os.environ.get("ANTHROPIC_AUTH_TOKEN")
        self.auth_token = auth_token
        if base_url is None:
            base_url = os.environ.get("ANTHROPIC_BASE_URL")
        if base_url is None:
            base_url = "https://api.anthropic.com"
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
    def completions(self) -> Completions:
        from .resources.completions import Completions

        return Completions(self)

    @cached_property
    def messages(self) -> Messages:
        from .resources.messages.messages import Messages

        return Messages(self)

    @cached_property
    def models(self) -> Models:
        from .resources.models import Models

        return Models(self)

    @cached_property
    def beta(self) -> Beta:
        from .resources.beta.beta import Beta

        return Beta(self)

    @cached_property
    def with_raw_response(self) -> AnthropicWithRawResponse:
        """The same resources; their methods return the HTTP response."""
        from ._client_views import AnthropicWithRawResponse

        return AnthropicWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AnthropicWithStreamedResponse:
        """The same resources; their methods are context managers over an unread HTTP response."""
        from ._client_views import AnthropicWithStreamedResponse

        return AnthropicWithStreamedResponse(self)

    @property
    @override
    def qs(self) -> Querystring:
        return Querystring(array_format="comma")

    @property
    @override
    def auth_headers(self) -> Dict[str, str]:
        headers: Dict[str, str] = {}
        if self.api_key is not None:
            headers["X-Api-Key"] = self.api_key
        if self.auth_token is not None:
            headers["Authorization"] = "Bearer " + credential_text("auth_token", self.auth_token)
        return headers

    @property
    @override
    def default_headers(self) -> Dict[str, Union[str, Omit]]:
        return combine_headers(
            super().default_headers,
            {
                "X-Stainless-Async": "false",
                "anthropic-version": "2023-06-01",
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
        auth_token: Optional[str] = None,
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
            "auth_token": auth_token or self.auth_token,
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

    @override
    def _partial_message(
        self, events: Sequence[Any], event_type: Any, open_index: Optional[int]
    ) -> Any:
        from .lib.streaming._partial import partial_message

        return partial_message(events, event_type, open_index)


class AsyncAnthropic(AsyncAPIClient):
    """An asynchronous client of the API.

    Credentials and the base URL that are not given are read from the environment:
    `api_key` from `ANTHROPIC_API_KEY`,
    `auth_token` from `ANTHROPIC_AUTH_TOKEN`,
    `base_url` from `ANTHROPIC_BASE_URL`.
    Use it as an async context manager, or call `close()`, to give its connections back.
    """

    # client options
    api_key: Optional[str]
    auth_token: Optional[str]

    _credential_variables = {"api_key": "ANTHROPIC_API_KEY", "auth_token": "ANTHROPIC_AUTH_TOKEN"}

    _credential_headers = {"api_key": "X-Api-Key", "auth_token": "Authorization"}

    # For `stream=True` without a `stream_cls`.
    _default_stream_cls = AsyncStream

    # constants
    HUMAN_PROMPT = _HUMAN_PROMPT
    AI_PROMPT = _AI_PROMPT

    def __init__(
        self,
        *,
        api_key: Optional[str] = None,
        auth_token: Optional[str] = None,
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
            api_key: API key, sent as `X-Api-Key`.
            auth_token: Access token, sent as `Authorization` bearer.
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
            api_key = os.environ.get("ANTHROPIC_API_KEY")
        self.api_key = api_key
        if auth_token is None:
            auth_token = os.environ.get("ANTHROPIC_AUTH_TOKEN")
        self.auth_token = auth_token
        if base_url is None:
            base_url = os.environ.get("ANTHROPIC_BASE_URL")
        if base_url is None:
            base_url = "https://api.anthropic.com"
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
    def completions(self) -> AsyncCompletions:
        from .resources.completions import AsyncCompletions

        return AsyncCompletions(self)

    @cached_property
    def messages(self) -> AsyncMessages:
        from .resources.messages.messages import AsyncMessages

        return AsyncMessages(self)

    @cached_property
    def models(self) -> AsyncModels:
        from .resources.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def beta(self) -> AsyncBeta:
        from .resources.beta.beta import AsyncBeta

        return AsyncBeta(self)

    @cached_property
    def with_raw_response(self) -> AsyncAnthropicWithRawResponse:
        """The same resources; their methods return the HTTP response."""
        from ._client_views import AsyncAnthropicWithRawResponse

        return AsyncAnthropicWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAnthropicWithStreamedResponse:
        """The same resources; their methods are context managers over an unread HTTP response."""
        from ._client_views import AsyncAnthropicWithStreamedResponse

        return AsyncAnthropicWithStreamedResponse(self)

    @property
    @override
    def qs(self) -> Querystring:
        return Querystring(array_format="comma")

    @property
    @override
    def auth_headers(self) -> Dict[str, str]:
        headers: Dict[str, str] = {}
        if self.api_key is not None:
            headers["X-Api-Key"] = self.api_key
        if self.auth_token is not None:
            headers["Authorization"] = "Bearer " + credential_text("auth_token", self.auth_token)
        return headers

    @property
    @override
    def default_headers(self) -> Dict[str, Union[str, Omit]]:
        return combine_headers(
            super().default_headers,
            {
                "X-Stainless-Async": f"async:{get_async_library()}",
                "anthropic-version": "2023-06-01",
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
        auth_token: Optional[str] = None,
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
            "auth_token": auth_token or self.auth_token,
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

    @override
    def _partial_message(
        self, events: Sequence[Any], event_type: Any, open_index: Optional[int]
    ) -> Any:
        from .lib.streaming._partial import partial_message

        return partial_message(events, event_type, open_index)


Client = Anthropic

AsyncClient = AsyncAnthropic
