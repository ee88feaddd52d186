"""Clients of Google Cloud's Vertex AI: what they share, and the two of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, Sequence, TypeVar, Union

import httpx
from typing_extensions import Self, Unpack, override

from ..._base_client import AsyncAPIClient, BaseClient, SyncAPIClient
from ..._client_options import ClientOptions
from ..._compat import cached_property
from ..._constants import DEFAULT_MAX_RETRIES
from ..._defaults import merged_defaults
from ..._exceptions import APIStatusError
from ..._headers import check_header_value, credential_text
from ..._models import FinalRequestOptions
from ..._streaming import AsyncStream, Stream
from ..._types import NotGiven, Timeout, not_given
from ..._utils import is_given, to_thread
from ..._version import __version__
from .._hosts import host_part
from ._errors import vertex_error_class
from ._requests import names_project, vertex_options
from ._tokens import TokenSource

if TYPE_CHECKING:
    from google.auth.credentials import Credentials as GoogleCredentials

    from ...resources.messages.messages import AsyncMessages, Messages
    from ._beta import AsyncBeta, Beta

__all__ = ["AnthropicVertex", "AsyncAnthropicVertex"]

_HttpxClientT = TypeVar("_HttpxClientT", bound=Union[httpx.Client, httpx.AsyncClient])
_DefaultStreamT = TypeVar("_DefaultStreamT", bound=Union[Stream[Any], AsyncStream[Any]])


def _chosen_region(region: Union[str, NotGiven, None]) -> str:
    if is_given(region) and region:
        return region
    found = os.environ.get("CLOUD_ML_REGION")
    if not found:
        raise ValueError(
            "No region was given. Pass `region`, or set the CLOUD_ML_REGION environment variable."
        )
    return found


# Regions that are not one place, and have hosts of their own.
_SPECIAL_HOSTS = {
    "global": "aiplatform.googleapis.com",
    "us": "aiplatform.us.rep.googleapis.com",
    "eu": "aiplatform.eu.rep.googleapis.com",
}


def _regional_url(region: str) -> str:
    part = host_part("region", region, "us-east5")
    host = _SPECIAL_HOSTS.get(part, f"{part}-aiplatform.googleapis.com")
    return f"https://{host}/v1"


class BaseVertexClient(BaseClient[_HttpxClientT, _DefaultStreamT]):
    """Which project pays, where the models are, and how requests are changed for Vertex AI."""

    _credential_variables = {"access_token": None}

    # client options
    region: str
    access_token: Optional[str]

    def __init__(
        self,
        *,
        region: Union[str, NotGiven] = not_given,
        project_id: Union[str, NotGiven] = not_given,
        access_token: Optional[str] = None,
        credentials: Optional[GoogleCredentials] = None,
        base_url: Union[str, httpx.URL, None] = None,
        timeout: Union[float, Timeout, None, NotGiven] = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        http_client: Optional[_HttpxClientT] = None,
        _strict_response_validation: bool = False,
        **given: Unpack[ClientOptions],
    ) -> None:
        """Nothing is sent before the first request; missing credentials show then.

        Args:
            region: Google Cloud region, or `global`, `us` or `eu`; from `CLOUD_ML_REGION` if not
                given. Raises `ValueError` when there is none.
            project_id: Google Cloud project; from `ANTHROPIC_VERTEX_PROJECT_ID`, or the one of
                the credentials, if not given.
            access_token: Token to send as it is; nobody refreshes it.
            credentials: Credentials of google-auth; the machine's default ones if neither they nor
                a token are given.
            base_url: Where Vertex AI is; from `ANTHROPIC_VERTEX_BASE_URL`, or the region's own
                address, if not given.
            timeout: Seconds for each network operation, or an `httpx.Timeout`; None waits for ever.
            max_retries: How often a failed request is sent again, besides the first time.
            default_headers: Headers for every request.
            default_query: Query parameters for every request.
            http_client: An httpx client of your own, used as it is.
            given: How to treat calls, as with `Anthropic`: `retry_policy`, `total_timeout`,
                `require_complete_streams`, `stream_idle_timeout`, `stream_progress_timeout`,
                `long_requests`, `pickle_credentials`.
        """
        self.region = _chosen_region(region)
        self._given_project: Optional[str] = project_id if is_given(project_id) else None
        self.access_token = access_token
        self._tokens = TokenSource(credentials)
        if base_url is None:
            base_url = os.environ.get("ANTHROPIC_VERTEX_BASE_URL") or _regional_url(self.region)
        options: Dict[str, Any] = {
            "version": __version__,
            "base_url": base_url,
            "timeout": timeout,
            "max_retries": max_retries,
            "custom_headers": default_headers,
            "custom_query": default_query,
            "http_client": http_client,
            "_strict_response_validation": _strict_response_validation,
        }
        super().__init__(**options)
        self._set_options(self, given)

    @override
    def __getstate__(self) -> Dict[str, Any]:
        state = super().__getstate__()
        # What is left are the machine's default credentials, wherever that is.
        tokens: TokenSource = state.pop("_tokens")
        state["credentials"] = tokens.credentials if self.pickle_credentials else None
        return state

    @override
    def __setstate__(self, state: Dict[str, Any]) -> None:
        self._tokens = TokenSource(state.pop("credentials"))
        super().__setstate__(state)

    @property
    def project_id(self) -> Optional[str]:
        """The project that pays: the one given, that of the environment, or of the credentials."""
        return (
            self._given_project
            or os.environ.get("ANTHROPIC_VERTEX_PROJECT_ID")
            or self._tokens.project_id
        )

    @project_id.setter
    def project_id(self, project_id: Optional[str]) -> None:
        self._given_project = project_id

    @property
    def credentials(self) -> Optional[GoogleCredentials]:
        """The credentials that tokens come from; None until default ones are needed."""
        return self._tokens.credentials

    @credentials.setter
    def credentials(self, credentials: Optional[GoogleCredentials]) -> None:
        self._tokens = TokenSource(credentials)

    def copy(
        self,
        *,
        region: Union[str, NotGiven] = not_given,
        project_id: Union[str, NotGiven] = not_given,
        access_token: Optional[str] = None,
        credentials: Optional[GoogleCredentials] = None,
        base_url: Union[str, httpx.URL, None] = None,
        timeout: Union[float, Timeout, None, NotGiven] = not_given,
        http_client: Optional[_HttpxClientT] = None,
        max_retries: Union[int, NotGiven] = not_given,
        default_headers: Optional[Mapping[str, str]] = None,
        set_default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        set_default_query: Optional[Mapping[str, object]] = None,
        _extra_kwargs: Mapping[str, Any] = {},
        **given: Unpack[ClientOptions],
    ) -> Self:
        """A client with the same options but for those given; it shares this one's connections.

        The copy shares the credentials too, so that a token is refreshed once for both; other
        `credentials` replace an access token. Another region moves the client, unless its base
        URL was chosen by hand. `default_headers` and `default_query` are merged over the present
        ones; `set_default_headers` and `set_default_query` replace them. Raises `ValueError` when
        both of a pair are given.
        """
        new_region = region if is_given(region) and region != self.region else None
        options: Dict[str, Any] = {
            "region": new_region or self.region,
            "project_id": project_id if is_given(project_id) else self._given_project or not_given,
            "access_token": access_token or (None if credentials else self.access_token),
            "credentials": credentials or self.credentials,
            "base_url": base_url or self._copied_base_url(new_region),
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
        copied = self.__class__(**options)
        if copied.credentials is self.credentials:
            copied._tokens = self._tokens
        return copied._set_options(self, given)

    # `client.with_options(timeout=10).messages.create(...)`
    with_options = copy

    def _copied_base_url(self, new_region: Optional[str]) -> Union[str, httpx.URL]:
        is_regional = str(self.base_url).rstrip("/") == _regional_url(self.region)
        return _regional_url(new_region) if new_region and is_regional else self.base_url

    def _lacks_project(self, options: FinalRequestOptions) -> bool:
        """Whether the default credentials have to be asked which project they belong to."""
        return names_project(options) and not (self.project_id or self.access_token)

    def _vertex_options(self, options: FinalRequestOptions) -> FinalRequestOptions:
        return vertex_options(options, region=self.region, project_id=self.project_id)

    def _ready_token(self) -> Optional[str]:
        """A token that nobody has to be asked for."""
        if self.access_token:
            return credential_text("access_token", self.access_token)
        return self._tokens.current()

    @override
    def _should_retry(self, response: httpx.Response) -> bool:
        if super()._should_retry(response):
            return True
        # A token that was withdrawn ahead of its end. Another one is asked for once; if that is
        # refused too, so be it.
        is_first = response.request.headers.get("x-stainless-retry-count") == "0"
        if response.status_code != 401 or not is_first or self.access_token:
            return False
        return self._tokens.forget(response.request.headers["Authorization"].partition(" ")[2])

    @override
    def _make_status_error(
        self, err_msg: str, *, body: object, response: httpx.Response
    ) -> APIStatusError:
        return vertex_error_class(response.status_code)(err_msg, response=response, body=body)

    @override
    def _partial_message(
        self, events: Sequence[Any], event_type: Any, open_index: Optional[int]
    ) -> Any:
        from ..streaming._partial import partial_message

        return partial_message(events, event_type, open_index)


class AnthropicVertex(BaseVertexClient[httpx.Client, Stream[Any]], SyncAPIClient):
    """A synchronous client of the models on Vertex AI; needs the `vertex` extra."""

    @cached_property
    def messages(self) -> Messages:
        """Conversations with a model."""
        from ...resources.messages.messages import Messages

        return Messages(self)

    @cached_property
    def beta(self) -> Beta:
        """Features in beta."""
        from ._beta import Beta

        return Beta(self)

    @override
    def _prepare_options(self, options: FinalRequestOptions) -> FinalRequestOptions:
        if self._lacks_project(options):
            self._tokens.find_project()
        return self._vertex_options(options)

    @override
    def _prepare_request(self, request: httpx.Request) -> None:
        if "Authorization" not in request.headers:
            authorization = f"Bearer {self._ensure_access_token()}"
            check_header_value("Authorization", authorization)
            request.headers["Authorization"] = authorization

    def _ensure_access_token(self) -> str:
        return self._ready_token() or self._tokens.token()


class AsyncAnthropicVertex(BaseVertexClient[httpx.AsyncClient, AsyncStream[Any]], AsyncAPIClient):
    """An asynchronous client of the models on Vertex AI; needs the `vertex` extra."""

    @cached_property
    def messages(self) -> AsyncMessages:
        """Conversations with a model."""
        from ...resources.messages.messages import AsyncMessages

        return AsyncMessages(self)

    @cached_property
    def beta(self) -> AsyncBeta:
        """Features in beta."""
        from ._beta import AsyncBeta

        return AsyncBeta(self)

    @override
    async def _prepare_options(self, options: FinalRequestOptions) -> FinalRequestOptions:
        if self._lacks_project(options):
            await to_thread(self._tokens.find_project)
        return self._vertex_options(options)

    @override
    async def _prepare_request(self, request: httpx.Request) -> None:
        if "Authorization" not in request.headers:
            authorization = f"Bearer {await self._ensure_access_token()}"
            check_header_value("Authorization", authorization)
            request.headers["Authorization"] = authorization

    async def _ensure_access_token(self) -> str:
        token = self._ready_token()
        if token is not None:
            return token
        # google-auth reads files and talks to servers, and knows only how to wait for them.
        return await to_thread(self._tokens.token)
