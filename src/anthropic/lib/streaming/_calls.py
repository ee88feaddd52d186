"""The `stream` methods: a streaming request, sent when the returned manager is entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Optional, Tuple, Union

from ..._base_client import make_request_options
from ..._body import async_transform_body, transform_body
from ..._headers import list_header, merge_headers
from ..._types import Body, Headers, NotGiven, Query, not_given, omit
from .._parse._output_format import check_beta_output_format, take_output_type
from .._prepare import warn_about_model

if TYPE_CHECKING:
    import httpx

    from ..._resource import AsyncAPIResource, SyncAPIResource
    from ..._types import RequestOptions
    from ._beta_messages import BetaAsyncMessageStreamManager, BetaMessageStreamManager
    from ._messages import AsyncMessageStreamManager, MessageStreamManager

Params = Dict[str, Any]
Timeout = Union[float, "httpx.Timeout", None, NotGiven]

_PATH = "/v1/messages"
_BETA_PATH = "/v1/messages?beta=true"


def stream_message(
    resource: SyncAPIResource,
    params: Params,
    *,
    extra_headers: Optional[Headers] = None,
    extra_query: Optional[Query] = None,
    extra_body: Optional[Body] = None,
    timeout: Timeout = not_given,
) -> MessageStreamManager[Any]:
    """Returns a context manager that sends the request and gives a `MessageStream`."""
    from ..._streaming import Stream
    from ...types.message import Message
    from ...types.raw_message_stream_event import RawMessageStreamEvent
    from ._messages import MessageStreamManager

    body, output_type = _plan(params)
    options = _options(_headers(), extra_headers, extra_query, extra_body, timeout)

    def send() -> Any:
        return resource._post(
            _PATH,
            body=transform_body(body),
            options=options,
            cast_to=Message,
            stream=True,
            stream_cls=Stream[RawMessageStreamEvent],
        )

    return MessageStreamManager(send, output_format=output_type)


def async_stream_message(
    resource: AsyncAPIResource,
    params: Params,
    *,
    extra_headers: Optional[Headers] = None,
    extra_query: Optional[Query] = None,
    extra_body: Optional[Body] = None,
    timeout: Timeout = not_given,
) -> AsyncMessageStreamManager[Any]:
    """The async twin of `stream_message`; not a coroutine function itself."""
    from ..._streaming import AsyncStream
    from ...types.message import Message
    from ...types.raw_message_stream_event import RawMessageStreamEvent
    from ._messages import AsyncMessageStreamManager

    body, output_type = _plan(params)
    options = _options(_headers(), extra_headers, extra_query, extra_body, timeout)

    async def send() -> Any:
        return await resource._post(
            _PATH,
            body=await async_transform_body(body),
            options=options,
            cast_to=Message,
            stream=True,
            stream_cls=AsyncStream[RawMessageStreamEvent],
        )

    return AsyncMessageStreamManager(send(), output_format=output_type)


def stream_beta_message(
    resource: SyncAPIResource,
    params: Params,
    *,
    extra_headers: Optional[Headers] = None,
    extra_query: Optional[Query] = None,
    extra_body: Optional[Body] = None,
    timeout: Timeout = not_given,
) -> BetaMessageStreamManager[Any]:
    """The beta twin of `stream_message`; `params` may also hold `betas`."""
    from ..._streaming import Stream
    from ...types.beta.beta_message import BetaMessage
    from ...types.beta.beta_raw_message_stream_event import BetaRawMessageStreamEvent
    from ._beta_messages import BetaMessageStreamManager

    body, output_type, headers = _beta_plan(params)
    options = _options(headers, extra_headers, extra_query, extra_body, timeout)

    def send() -> Any:
        return resource._post(
            _BETA_PATH,
            body=transform_body(body),
            options=options,
            cast_to=BetaMessage,
            stream=True,
            stream_cls=Stream[BetaRawMessageStreamEvent],
        )

    return BetaMessageStreamManager(send, output_format=output_type)


def async_stream_beta_message(
    resource: AsyncAPIResource,
    params: Params,
    *,
    extra_headers: Optional[Headers] = None,
    extra_query: Optional[Query] = None,
    extra_body: Optional[Body] = None,
    timeout: Timeout = not_given,
) -> BetaAsyncMessageStreamManager[Any]:
    """The async twin of `stream_beta_message`; not a coroutine function itself."""
    from ..._streaming import AsyncStream
    from ...types.beta.beta_message import BetaMessage
    from ...types.beta.beta_raw_message_stream_event import BetaRawMessageStreamEvent
    from ._beta_messages import BetaAsyncMessageStreamManager

    body, output_type, headers = _beta_plan(params)
    options = _options(headers, extra_headers, extra_query, extra_body, timeout)

    async def send() -> Any:
        return await resource._post(
            _BETA_PATH,
            body=await async_transform_body(body),
            options=options,
            cast_to=BetaMessage,
            stream=True,
            stream_cls=AsyncStream[BetaRawMessageStreamEvent],
        )

    return BetaAsyncMessageStreamManager(send(), output_format=output_type)


def _plan(params: Params) -> Tuple[Params, Any]:
    body = {**params, "stream": True}
    output_type = take_output_type(body)
    warn_about_model(body)
    return body, output_type


def _beta_plan(params: Params) -> Tuple[Params, Any, Dict[str, Any]]:
    params = dict(params)
    betas = params.pop("betas", omit)
    check_beta_output_format(params)
    body, output_type = _plan(params)
    return body, output_type, _headers("beta.messages", betas)


def _headers(helper: str = "messages", betas: Any = omit) -> Dict[str, Any]:
    return {
        "X-Stainless-Helper-Method": "stream",
        "X-Stainless-Stream-Helper": helper,
        "anthropic-beta": list_header(betas),
    }


def _options(
    headers: Dict[str, Any],
    extra_headers: Optional[Headers],
    extra_query: Optional[Query],
    extra_body: Optional[Body],
    timeout: Timeout,
) -> RequestOptions:
    return make_request_options(
        extra_headers=merge_headers(headers, extra_headers),
        extra_query=extra_query,
        extra_body=extra_body,
        timeout=timeout,
    )
