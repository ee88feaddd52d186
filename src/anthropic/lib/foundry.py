"""Clients of the models on Microsoft Foundry: the first-party API under Azure's authentication."""

from __future__ import annotations

import inspect
from typing import Any, Awaitable, Callable, Dict, Mapping, Optional, TypeVar, Union, overload

import httpx
from typing_extensions import Self, Unpack, override

from .._base_client import BaseClient
from .._client import Anthropic, AsyncAnthropic
from .._client_options import ClientOptions
from .._compat import cached_property
from .._constants import DEFAULT_MAX_RETRIES
from .._defaults import merged_defaults
from .._exceptions import AnthropicError
from .._models import FinalRequestOptions
from .._streaming import AsyncStream, Stream
from .._types import NotGiven, not_given
from .._utils import is_given
from ..resources.beta.beta import AsyncBeta, Beta
from ..resources.beta.messages.messages import AsyncMessages as AsyncBetaMessages
from ..resources.beta.messages.messages import Messages as BetaMessages
from ..resources.messages.messages import AsyncMessages, Messages
from ._foundry import (
    check_travels,
    checked_token,
    chosen_key,
    chosen_url,
    given_headers,
    sets_header,
)

AzureADTokenProvider = Callable[[], str]
AsyncAzureADTokenProvider = Callable[[], Union[str, Awaitable[str]]]

_HttpxClientT = TypeVar("_HttpxClientT", bound=Union[httpx.Client, httpx.AsyncClient])
_DefaultStreamT = TypeVar("_DefaultStreamT", bound=Union[Stream[Any], AsyncStream[Any]])


class MutuallyExclusiveAuthError(AnthropicError):
    """More than one way to authenticate was chosen; kept for programs that catch it."""

    def __init__(self) -> None:
        super().__init__(
            "The `api_key` and `azure_ad_token_provider` arguments are mutually exclusive; "
            "pass one of them"
        )


class MessagesFoundry(Messages):
    """Conversations with a model; Foundry has no batches."""

    @cached_property
    def batches(self) -> None:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]  # published so: None says that there are none
        """Not on Foundry."""


class BetaFoundryMessages(BetaMessages):
    """Conversations with a model, with features in beta; Foundry has no batches."""

    @cached_property
    def batches(self) -> None:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]  # published so: None says that there are none
        """Not on Foundry."""


class BetaFoundry(Beta):
    """Features in beta."""

    @cached_property
    @override
    def messages(self) -> BetaMessages:
        """Conversations with a model."""
        return BetaFoundryMessages(self._client)


class AsyncMessagesFoundry(AsyncMessages):
    """Conversations with a model; Foundry has no batches."""

    @cached_property
    def batches(self) -> None:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]  # published so: None says that there are none
        """Not on Foundry."""


class AsyncBetaFoundryMessages(AsyncBetaMessages):
    """Conversations with a model, with features in beta; Foundry has no batches."""

    @cached_property
    def batches(self) -> None:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]  # published so: None says that there are none
        """Not on Foundry."""


class AsyncBetaFoundry(AsyncBeta):
    """Features in beta."""

    @cached_property
    @override
    def messages(self) -> AsyncBetaMessages:
        """Conversations with a model."""
        return AsyncBetaFoundryMessages(self._client)


class BaseFoundryClient(BaseClient[_HttpxClientT, _DefaultStreamT]):
    """Who asks: a key, or a provider of tokens that is called for each attempt."""

    _credential_variables = {"api_key": "ANTHROPIC_FOUNDRY_API_KEY"}

    api_key: Optional[str]
    auth_token: Optional[str]
    _azure_ad_token_provider: Optional[Callable[[], Any]]

    @override
    def __getstate__(self) -> Dict[str, Any]:
        check_travels(self._azure_ad_token_provider)
        return super().__getstate__()

    def _use_credentials(
        self, api_key: Optional[str], provider: Optional[Callable[[], Any]]
    ) -> None:
        """Set the credentials, in place of those that the first-party client found for itself."""
        self.api_key = api_key
        self.auth_token = None
        self._azure_ad_token_provider = provider

    def _sets_header(self, options: FinalRequestOptions, name: str) -> bool:
        return sets_header(name, given_headers(options), self._custom_headers)

    def _needs_token(self, options: FinalRequestOptions) -> bool:
        return (
            self._azure_ad_token_provider is not None
            and not self.auth_token
            and not self._sets_header(options, "Authorization")
        )

    def _authenticated(
        self, options: FinalRequestOptions, token: Optional[str]
    ) -> FinalRequestOptions:
        """The options with a token, or else with the key under the name that Azure gives it."""
        added: Dict[str, str] = {}
        if token is not None:
            added["Authorization"] = f"Bearer {token}"
        elif (
            self._azure_ad_token_provider is None
            and self.api_key is not None
            and not self._sets_header(options, "api-key")
        ):
            added["api-key"] = self.api_key
        if added:
            options.headers = {**given_headers(options), **added}
        return options

    def _copied(
        self,
        extra: Mapping[str, Any],
        *,
        auth_token: Optional[str],
        **given: Any,
    ) -> Self:
        """A client of the same class with the options of this one, but for those given."""
        timeout, max_retries = given["timeout"], given["max_retries"]
        options: Dict[str, Any] = {
            # Empty texts say that there is none; None would ask the environment.
            "resource": "",
            "api_key": given["api_key"] or self.api_key or "",
            "azure_ad_token_provider": (
                given["azure_ad_token_provider"] or self._azure_ad_token_provider
            ),
            "base_url": str(given["base_url"] or self.base_url),
            "timeout": timeout if is_given(timeout) else self.timeout,
            "http_client": given["http_client"] or self._client,
            "max_retries": max_retries if is_given(max_retries) else self.max_retries,
            "default_headers": merged_defaults(
                "headers",
                self._custom_headers,
                given["default_headers"],
                given["set_default_headers"],
            ),
            "default_query": merged_defaults(
                "query", self._custom_query, given["default_query"], given["set_default_query"]
            ),
            "_strict_response_validation": self._strict_response_validation,
            **extra,
        }
        copied = self.__class__(**options)
        copied.auth_token = auth_token or self.auth_token
        return copied


class AnthropicFoundry(BaseFoundryClient[httpx.Client, Stream[Any]], Anthropic):
    """A synchronous client of the models on Microsoft Foundry."""

    @overload
    def __init__(
        self,
        *,
        resource: Optional[str] = None,
        api_key: Optional[str] = None,
        azure_ad_token_provider: Optional[AzureADTokenProvider] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        http_client: Optional[httpx.Client] = None,
        _strict_response_validation: bool = False,
        **given: Unpack[ClientOptions],
    ) -> None: ...

    @overload
    def __init__(
        self,
        *,
        base_url: str,
        api_key: Optional[str] = None,
        azure_ad_token_provider: Optional[AzureADTokenProvider] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        http_client: Optional[httpx.Client] = None,
        _strict_response_validation: bool = False,
        **given: Unpack[ClientOptions],
    ) -> None: ...

    def __init__(
        self,
        *,
        resource: Optional[str] = None,
        api_key: Optional[str] = None,
        azure_ad_token_provider: Optional[AzureADTokenProvider] = None,
        base_url: Optional[str] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        http_client: Optional[httpx.Client] = None,
        _strict_response_validation: bool = False,
        **given: Unpack[ClientOptions],
    ) -> None:
        """Raises `AnthropicError` without credentials, `ValueError` without exactly one address.

        Args:
            resource: Name of the Foundry resource; from `ANTHROPIC_FOUNDRY_RESOURCE` if not given.
            api_key: Key of the resource; from `ANTHROPIC_FOUNDRY_API_KEY` if not given.
            azure_ad_token_provider: Returns a token of Microsoft Entra ID; called for each
                attempt, and preferred to the key.
            base_url: Where the API is, instead of a resource; from `ANTHROPIC_FOUNDRY_BASE_URL` if
                not given.
            timeout: Seconds for each network operation, or an `httpx.Timeout`; None waits for ever.
            max_retries: How often a failed request is sent again, besides the first time.
            default_headers: Headers for every request.
            default_query: Query parameters for every request.
            http_client: An httpx client of your own, used as it is.
            given: How to treat calls; see `Anthropic`.
        """
        key = chosen_key(api_key, azure_ad_token_provider)
        super().__init__(
            api_key=key,
            base_url=chosen_url(resource, base_url),
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            _strict_response_validation=_strict_response_validation,
            **given,
        )
        self._use_credentials(key, azure_ad_token_provider)

    def copy(  # pyright: ignore[reportIncompatibleMethodOverride]  # published with one more argument amid the others
        self,
        *,
        api_key: Optional[str] = None,
        azure_ad_token_provider: Optional[AzureADTokenProvider] = None,
        auth_token: Optional[str] = None,
        base_url: Union[str, httpx.URL, None] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
        http_client: Optional[httpx.Client] = None,
        max_retries: Union[int, NotGiven] = not_given,
        default_headers: Optional[Mapping[str, str]] = None,
        set_default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        set_default_query: Optional[Mapping[str, object]] = None,
        _extra_kwargs: Mapping[str, Any] = {},
        **given: Unpack[ClientOptions],
    ) -> Self:
        """A client with the same options but for those given; it shares this one's connections.

        The copy keeps the token provider. `auth_token` is sent as bearer instead of the provider's
        tokens. `default_headers` and `default_query` are merged over the present ones;
        `set_default_headers` and `set_default_query` replace them. Raises `ValueError` when both
        of a pair are given.
        """
        copied = self._copied(
            _extra_kwargs,
            api_key=api_key,
            azure_ad_token_provider=azure_ad_token_provider,
            auth_token=auth_token,
            base_url=base_url,
            timeout=timeout,
            http_client=http_client,
            max_retries=max_retries,
            default_headers=default_headers,
            set_default_headers=set_default_headers,
            default_query=default_query,
            set_default_query=set_default_query,
        )
        return copied._set_options(self, given)

    # `client.with_options(timeout=10).messages.create(...)`
    with_options = copy

    @cached_property
    @override
    def models(self) -> None:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]  # published so: None says that there are none
        """Not on Foundry."""

    @cached_property
    @override
    def messages(self) -> MessagesFoundry:
        """Conversations with a model."""
        return MessagesFoundry(self)

    @cached_property
    @override
    def beta(self) -> Beta:
        """Features in beta."""
        return BetaFoundry(self)

    @override
    def _prepare_options(self, options: FinalRequestOptions) -> FinalRequestOptions:
        token = self._get_azure_ad_token() if self._needs_token(options) else None
        return self._authenticated(options, token)

    def _get_azure_ad_token(self) -> Optional[str]:
        """A token of the provider; None where there is no provider."""
        provider = self._azure_ad_token_provider
        return None if provider is None else checked_token(provider())


class AsyncAnthropicFoundry(BaseFoundryClient[httpx.AsyncClient, AsyncStream[Any]], AsyncAnthropic):
    """An asynchronous client of the models on Microsoft Foundry."""

    @overload
    def __init__(
        self,
        *,
        resource: Optional[str] = None,
        api_key: Optional[str] = None,
        azure_ad_token_provider: Optional[AsyncAzureADTokenProvider] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        http_client: Optional[httpx.AsyncClient] = None,
        _strict_response_validation: bool = False,
        **given: Unpack[ClientOptions],
    ) -> None: ...

    @overload
    def __init__(
        self,
        *,
        base_url: str,
        api_key: Optional[str] = None,
        azure_ad_token_provider: Optional[AsyncAzureADTokenProvider] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        http_client: Optional[httpx.AsyncClient] = None,
        _strict_response_validation: bool = False,
        **given: Unpack[ClientOptions],
    ) -> None: ...

    def __init__(
        self,
        *,
        resource: Optional[str] = None,
        api_key: Optional[str] = None,
        azure_ad_token_provider: Optional[AsyncAzureADTokenProvider] = None,
        base_url: Optional[str] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        http_client: Optional[httpx.AsyncClient] = None,
        _strict_response_validation: bool = False,
        **given: Unpack[ClientOptions],
    ) -> None:
        """Raises `AnthropicError` without credentials, `ValueError` without exactly one address.

        Args:
            resource: Name of the Foundry resource; from `ANTHROPIC_FOUNDRY_RESOURCE` if not given.
            api_key: Key of the resource; from `ANTHROPIC_FOUNDRY_API_KEY` if not given.
            azure_ad_token_provider: Returns a token of Microsoft Entra ID, at once or when awaited;
                called for each attempt, and preferred to the key.
            base_url: Where the API is, instead of a resource; from `ANTHROPIC_FOUNDRY_BASE_URL` if
                not given.
            timeout: Seconds for each network operation, or an `httpx.Timeout`; None waits for ever.
            max_retries: How often a failed request is sent again, besides the first time.
            default_headers: Headers for every request.
            default_query: Query parameters for every request.
            http_client: An httpx client of your own, used as it is.
            given: How to treat calls; see `Anthropic`.
        """
        key = chosen_key(api_key, azure_ad_token_provider)
        super().__init__(
            api_key=key,
            base_url=chosen_url(resource, base_url),
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            _strict_response_validation=_strict_response_validation,
            **given,
        )
        self._use_credentials(key, azure_ad_token_provider)

    def copy(  # pyright: ignore[reportIncompatibleMethodOverride]  # published with one more argument amid the others
        self,
        *,
        api_key: Optional[str] = None,
        azure_ad_token_provider: Optional[AsyncAzureADTokenProvider] = None,
        auth_token: Optional[str] = None,
        base_url: Union[str, httpx.URL, None] = None,
        timeout: Union[float, httpx.Timeout, None, NotGiven] = not_given,
        http_client: Optional[httpx.AsyncClient] = None,
        max_retries: Union[int, NotGiven] = not_given,
        default_headers: Optional[Mapping[str, str]] = None,
        set_default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        set_default_query: Optional[Mapping[str, object]] = None,
        _extra_kwargs: Mapping[str, Any] = {},
        **given: Unpack[ClientOptions],
    ) -> Self:
        """A client with the same options but for those given; it shares this one's connections.

        The copy keeps the token provider. `auth_token` is sent as bearer instead of the provider's
        tokens. `default_headers` and `default_query` are merged over the present ones;
        `set_default_headers` and `set_default_query` replace them. Raises `ValueError` when both
        of a pair are given.
        """
        copied = self._copied(
            _extra_kwargs,
            api_key=api_key,
            azure_ad_token_provider=azure_ad_token_provider,
            auth_token=auth_token,
            base_url=base_url,
            timeout=timeout,
            http_client=http_client,
            max_retries=max_retries,
            default_headers=default_headers,
            set_default_headers=set_default_headers,
            default_query=default_query,
            set_default_query=set_default_query,
        )
        return copied._set_options(self, given)

    # `client.with_options(timeout=10).messages.create(...)`
    with_options = copy

    @cached_property
    @override
    def models(self) -> None:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]  # published so: None says that there are none
        """Not on Foundry."""

    @cached_property
    @override
    def messages(self) -> AsyncMessagesFoundry:
        """Conversations with a model."""
        return AsyncMessagesFoundry(self)

    @cached_property
    @override
    def beta(self) -> AsyncBetaFoundry:
        """Features in beta."""
        return AsyncBetaFoundry(self)

    @override
    async def _prepare_options(self, options: FinalRequestOptions) -> FinalRequestOptions:
        token = await self._get_azure_ad_token() if self._needs_token(options) else None
        return self._authenticated(options, token)

    async def _get_azure_ad_token(self) -> Optional[str]:
        """A token of the provider; None where there is no provider."""
        provider = self._azure_ad_token_provider
        if provider is None:
            return None
        token: object = provider()
        if inspect.isawaitable(token):
            token = await token
        return checked_token(token)
