"""Clients of Amazon Bedrock: what they share, and the two of them."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, Sequence, Type, TypeVar, Union

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
from ..._streaming import AsyncStream, SSEBytesDecoder, Stream
from ..._types import NotGiven, ResponseT, Timeout, not_given
from ..._utils import is_given, to_thread
from ..._version import __version__
from .._hosts import host_part
from ._errors import says_expired, status_error
from ._requests import COUNTING_ACTION, bedrock_options, counted
from ._signing import (
    AWSIdentity,
    configured_api_key,
    configured_region,
    forget_credentials,
    sign,
)
from ._stream_decoder import ReportingDecoder

if TYPE_CHECKING:
    from ...resources.completions import AsyncCompletions, Completions
    from ...resources.messages.messages import AsyncMessages, Messages
    from ._beta import AsyncBeta, Beta

__all__ = ["AnthropicBedrock", "AsyncAnthropicBedrock"]

log: logging.Logger = logging.getLogger(__name__)

DEFAULT_REGION = "us-east-1"

_HttpxClientT = TypeVar("_HttpxClientT", bound=Union[httpx.Client, httpx.AsyncClient])
_DefaultStreamT = TypeVar("_DefaultStreamT", bound=Union[Stream[Any], AsyncStream[Any]])


def _counts(response: httpx.Response) -> bool:
    return response.request.url.path.endswith(f"/{COUNTING_ACTION}")


def _chosen_region(region: Optional[str], profile: Optional[str]) -> str:
    chosen = region or os.environ.get("AWS_REGION") or configured_region(profile)
    if chosen:
        return chosen
    log.warning(
        "No AWS region was given, and none is configured: using %s. Pass `aws_region`, or set "
        "AWS_REGION, to choose one.",
        DEFAULT_REGION,
    )
    return DEFAULT_REGION


def _regional_url(region: str) -> str:
    part = host_part("aws_region", region, "us-east-1")
    return f"https://bedrock-runtime.{part}.amazonaws.com"


class BaseBedrockClient(BaseClient[_HttpxClientT, _DefaultStreamT]):
    """Who signs, where the models are, and how requests are changed for Bedrock."""

    _credential_variables = {
        "aws_secret_key": None,
        "aws_access_key": None,
        "aws_session_token": None,
        "aws_session": None,
        "api_key": None,
    }

    # client options
    aws_secret_key: Optional[str]
    aws_access_key: Optional[str]
    aws_region: str
    aws_profile: Optional[str]
    aws_session_token: Optional[str]
    aws_session: Any
    api_key: Optional[str]

    def __init__(
        self,
        aws_secret_key: Optional[str] = None,
        aws_access_key: Optional[str] = None,
        aws_region: Optional[str] = None,
        aws_profile: Optional[str] = None,
        aws_session_token: Optional[str] = None,
        base_url: Union[str, httpx.URL, None] = None,
        timeout: Union[float, Timeout, None, NotGiven] = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        http_client: Optional[_HttpxClientT] = None,
        _strict_response_validation: bool = False,
        *,
        aws_session: Any = None,
        api_key: Optional[str] = None,
        **given: Unpack[ClientOptions],
    ) -> None:
        """Nothing is sent before the first request; missing credentials show then.

        Args:
            aws_secret_key: Secret access key; belongs to `aws_access_key`.
            aws_access_key: Id of the access key to sign with. Without one, AWS's own configuration
                is used: its environment variables, files, and the roles of the machine.
            aws_region: AWS region; from `AWS_REGION`, or AWS's own configuration, if not given.
            aws_profile: Profile of AWS's configuration files.
            aws_session_token: Token that belongs to temporary keys.
            base_url: Where Bedrock is; from `ANTHROPIC_BEDROCK_BASE_URL`, or the region's own
                address, if not given.
            timeout: Seconds for each network operation, or an `httpx.Timeout`; None waits for ever.
            max_retries: How often a failed request is sent again, besides the first time.
            default_headers: Headers for every request.
            default_query: Query parameters for every request.
            http_client: An httpx client of your own, used as it is.
            given: How to treat calls, as with `Anthropic`: `retry_policy`, `total_timeout`,
                `require_complete_streams`, `stream_idle_timeout`, `stream_progress_timeout`,
                `long_requests`, `pickle_credentials`.
            aws_session: A `boto3.Session` of your own to take credentials from.
            api_key: API key of Bedrock, which needs no signature and no boto3; from
                `AWS_BEARER_TOKEN_BEDROCK` if neither it nor other credentials are given.
        """
        self.aws_secret_key = aws_secret_key
        self.aws_access_key = aws_access_key
        session_region: Optional[str] = getattr(aws_session, "region_name", None)
        self.aws_region = _chosen_region(aws_region or session_region, aws_profile)
        self.aws_profile = aws_profile
        self.aws_session_token = aws_session_token
        self.aws_session = aws_session
        if api_key is None and not (aws_access_key or aws_profile or aws_session):
            api_key = configured_api_key()
        self.api_key = api_key or None
        if base_url is None:
            base_url = os.environ.get("ANTHROPIC_BEDROCK_BASE_URL") or _regional_url(
                self.aws_region
            )
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

    def copy(
        self,
        *,
        aws_secret_key: Optional[str] = None,
        aws_access_key: Optional[str] = None,
        aws_region: Optional[str] = None,
        aws_profile: Optional[str] = None,
        aws_session_token: Optional[str] = None,
        base_url: Union[str, httpx.URL, None] = None,
        timeout: Union[float, Timeout, None, NotGiven] = not_given,
        http_client: Optional[_HttpxClientT] = None,
        max_retries: Union[int, NotGiven] = not_given,
        default_headers: Optional[Mapping[str, str]] = None,
        set_default_headers: Optional[Mapping[str, str]] = None,
        default_query: Optional[Mapping[str, object]] = None,
        set_default_query: Optional[Mapping[str, object]] = None,
        aws_session: Any = None,
        api_key: Optional[str] = None,
        _extra_kwargs: Mapping[str, Any] = {},
        **given: Unpack[ClientOptions],
    ) -> Self:
        """A client with the same options but for those given; it shares this one's connections.

        Another access key, profile, session or API key replaces the credentials as a whole.
        Another region moves the client, unless its base URL was chosen by hand.
        `default_headers` and `default_query` are merged over the present ones;
        `set_default_headers` and `set_default_query` replace them. Raises `ValueError` when both
        of a pair are given.
        """
        keeps = not (aws_access_key or aws_profile or aws_session or api_key)
        options: Dict[str, Any] = {
            "aws_secret_key": aws_secret_key or (self.aws_secret_key if keeps else None),
            "aws_access_key": aws_access_key or (self.aws_access_key if keeps else None),
            "aws_region": aws_region or self.aws_region,
            "aws_profile": aws_profile or (self.aws_profile if keeps else None),
            "aws_session_token": aws_session_token or (self.aws_session_token if keeps else None),
            "aws_session": aws_session or (self.aws_session if keeps else None),
            # An empty text says that there is none; None would ask the environment.
            "api_key": api_key or (self.api_key if keeps else None) or "",
            "base_url": base_url or self._copied_base_url(aws_region),
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
        return copied._set_options(self, given)

    # `client.with_options(timeout=10).messages.create(...)`
    with_options = copy

    @override
    def __getstate__(self) -> Dict[str, Any]:
        if self.pickle_credentials and self.aws_session is not None:
            raise TypeError(
                "Cannot pickle a client with the credentials of its `aws_session`: boto3's "
                "sessions cannot go along. Give it `aws_access_key` and `aws_secret_key`, or "
                "`aws_profile`, instead; or construct the client where it is used."
            )
        return super().__getstate__()

    @override
    def __setstate__(self, state: Dict[str, Any]) -> None:
        super().__setstate__(state)
        if "api_key" not in state and not self.aws_profile:
            self.api_key = configured_api_key()

    def _copied_base_url(self, new_region: Optional[str]) -> Union[str, httpx.URL]:
        is_regional = str(self.base_url).rstrip("/") == _regional_url(self.aws_region)
        return _regional_url(new_region) if new_region and is_regional else self.base_url

    @property
    def _identity(self) -> AWSIdentity:
        for name in ("aws_access_key", "aws_secret_key", "aws_session_token"):
            if getattr(self, name) is not None:
                credential_text(name, getattr(self, name))
        return AWSIdentity(
            region=self.aws_region,
            profile=self.aws_profile,
            access_key=self.aws_access_key,
            secret_key=self.aws_secret_key,
            session_token=self.aws_session_token,
            session=self.aws_session,
        )

    def _authorize_by_key(self, request: httpx.Request) -> bool:
        """Whether the request needs no signature: there is a key, which is in the headers now."""
        if self.api_key is None:
            return False
        authorization = f"Bearer {credential_text('api_key', self.api_key)}"
        check_header_value("Authorization", authorization)
        request.headers["Authorization"] = authorization
        return True

    @override
    def _process_response_data(
        self, *, data: object, cast_to: Type[ResponseT], response: httpx.Response
    ) -> ResponseT:
        if _counts(response):
            data = counted(data)
        return super()._process_response_data(data=data, cast_to=cast_to, response=response)

    @override
    def _reads_plainly(self, response: httpx.Response) -> bool:
        return not (_counts(response) or self._strict_response_validation)

    @override
    def _should_retry(self, response: httpx.Response) -> bool:
        if super()._should_retry(response):
            return True
        # Keys of a profile or a role that were in use when they ended: there may be newer ones.
        # Asked for once; if those are refused too, so be it.
        is_first = response.request.headers.get("x-stainless-retry-count") == "0"
        if not (is_first and says_expired(response)):
            return False
        return forget_credentials(self._identity, response.request)

    @override
    def _make_sse_decoder(self) -> SSEBytesDecoder:
        return ReportingDecoder()

    @override
    def _make_status_error(
        self, err_msg: str, *, body: object, response: httpx.Response
    ) -> APIStatusError:
        return status_error(err_msg, body=body, response=response)

    @override
    def _partial_message(
        self, events: Sequence[Any], event_type: Any, open_index: Optional[int]
    ) -> Any:
        from ..streaming._partial import partial_message

        return partial_message(events, event_type, open_index)


class AnthropicBedrock(BaseBedrockClient[httpx.Client, Stream[Any]], SyncAPIClient):
    """A synchronous client of the models on Amazon Bedrock; needs the `bedrock` extra."""

    @cached_property
    def messages(self) -> Messages:
        """Conversations with a model."""
        from ...resources.messages.messages import Messages

        return Messages(self)

    @cached_property
    def completions(self) -> Completions:
        """Text completions, for models of old."""
        from ...resources.completions import Completions

        return Completions(self)

    @cached_property
    def beta(self) -> Beta:
        """Features in beta."""
        from ._beta import Beta

        return Beta(self)

    @override
    def _prepare_options(self, options: FinalRequestOptions) -> FinalRequestOptions:
        return bedrock_options(options)

    @override
    def _prepare_request(self, request: httpx.Request) -> None:
        if not self._authorize_by_key(request):
            request.read()
            sign(request, self._identity)


class AsyncAnthropicBedrock(BaseBedrockClient[httpx.AsyncClient, AsyncStream[Any]], AsyncAPIClient):
    """An asynchronous client of the models on Amazon Bedrock; needs the `bedrock` extra."""

    @cached_property
    def messages(self) -> AsyncMessages:
        """Conversations with a model."""
        from ...resources.messages.messages import AsyncMessages

        return AsyncMessages(self)

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Text completions, for models of old."""
        from ...resources.completions import AsyncCompletions

        return AsyncCompletions(self)

    @cached_property
    def beta(self) -> AsyncBeta:
        """Features in beta."""
        from ._beta import AsyncBeta

        return AsyncBeta(self)

    @override
    async def _prepare_options(self, options: FinalRequestOptions) -> FinalRequestOptions:
        return bedrock_options(options)

    @override
    async def _prepare_request(self, request: httpx.Request) -> None:
        if not self._authorize_by_key(request):
            await request.aread()
            # Credentials may have to be read from files, or asked for over the network.
            await to_thread(sign, request, self._identity)
