"""The `parse` methods: a request that asks for a type, a reply that holds values of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Optional, Tuple, Type, Union, cast

from ..._base_client import make_request_options
from ..._body import async_transform_body, transform_body
from ..._headers import list_header, merge_headers
from ..._types import Body, Headers, NotGiven, Query, not_given, omit
from ..._utils import is_list, is_tuple
from .._prepare import prepare_message, prepare_parsed_beta_message
from ._output_format import check_beta_output_format, take_output_type

if TYPE_CHECKING:
    import httpx

    from ..._resource import AsyncAPIResource, SyncAPIResource
    from ..._types import RequestOptions
    from ...types.beta.parsed_beta_message import ParsedBetaMessage
    from ...types.parsed_message import ParsedMessage

Params = Dict[str, Any]
Timeout = Union[float, "httpx.Timeout", None, NotGiven]

_PATH = "/v1/messages"
_BETA_PATH = "/v1/messages?beta=true"
_STRUCTURED_OUTPUTS_BETA = "structured-outputs-2025-12-15"


def parse_message(
    resource: SyncAPIResource,
    params: Params,
    *,
    extra_headers: Optional[Headers] = None,
    extra_query: Optional[Query] = None,
    extra_body: Optional[Body] = None,
    timeout: Timeout = not_given,
) -> ParsedMessage[Any]:
    """Sends a message request and reads the reply's text as `params["output_format"]`."""
    body, options = _plan(resource, params, extra_headers, extra_query, extra_body, timeout)
    return resource._post(
        _PATH, body=transform_body(body), options=options, cast_to=_message_type(), stream=False
    )


async def async_parse_message(
    resource: AsyncAPIResource,
    params: Params,
    *,
    extra_headers: Optional[Headers] = None,
    extra_query: Optional[Query] = None,
    extra_body: Optional[Body] = None,
    timeout: Timeout = not_given,
) -> ParsedMessage[Any]:
    """The async twin of `parse_message`."""
    body, options = _plan(resource, params, extra_headers, extra_query, extra_body, timeout)
    return await resource._post(
        _PATH,
        body=await async_transform_body(body),
        options=options,
        cast_to=_message_type(),
        stream=False,
    )


def parse_beta_message(
    resource: SyncAPIResource,
    params: Params,
    *,
    extra_headers: Optional[Headers] = None,
    extra_query: Optional[Query] = None,
    extra_body: Optional[Body] = None,
    timeout: Timeout = not_given,
) -> ParsedBetaMessage[Any]:
    """The beta twin of `parse_message`; `params` may also hold `betas`."""
    body, options = _beta_plan(resource, params, extra_headers, extra_query, extra_body, timeout)
    return resource._post(
        _BETA_PATH,
        body=transform_body(body),
        options=options,
        cast_to=_beta_message_type(),
        stream=False,
    )


async def async_parse_beta_message(
    resource: AsyncAPIResource,
    params: Params,
    *,
    extra_headers: Optional[Headers] = None,
    extra_query: Optional[Query] = None,
    extra_body: Optional[Body] = None,
    timeout: Timeout = not_given,
) -> ParsedBetaMessage[Any]:
    """The async twin of `parse_beta_message`."""
    body, options = _beta_plan(resource, params, extra_headers, extra_query, extra_body, timeout)
    return await resource._post(
        _BETA_PATH,
        body=await async_transform_body(body),
        options=options,
        cast_to=_beta_message_type(),
        stream=False,
    )


def _plan(
    resource: Union[SyncAPIResource, AsyncAPIResource],
    params: Params,
    extra_headers: Optional[Headers],
    extra_query: Optional[Query],
    extra_body: Optional[Body],
    timeout: Timeout,
) -> Tuple[Params, RequestOptions]:
    body = dict(params)
    output_type = take_output_type(body)
    prepared = prepare_message(resource._client, body, timeout=timeout)

    def post_parser(response: Any) -> Any:
        from ._response import parse_response

        return parse_response(output_format=output_type, response=response)

    return body, make_request_options(
        extra_headers=merge_headers({"X-Stainless-Helper": "messages.parse"}, extra_headers),
        extra_query=extra_query,
        extra_body=extra_body,
        post_parser=post_parser,
        **prepared,
    )


def _beta_plan(
    resource: Union[SyncAPIResource, AsyncAPIResource],
    params: Params,
    extra_headers: Optional[Headers],
    extra_query: Optional[Query],
    extra_body: Optional[Body],
    timeout: Timeout,
) -> Tuple[Params, RequestOptions]:
    body = dict(params)
    betas = body.pop("betas", omit)
    check_beta_output_format(body)
    output_type = take_output_type(body)
    prepared = prepare_parsed_beta_message(resource._client, body, timeout=timeout)

    def post_parser(response: Any) -> Any:
        from ._response import parse_beta_response

        return parse_beta_response(output_format=output_type, response=response)

    headers = {
        "X-Stainless-Helper": "beta.messages.parse",
        "anthropic-beta": _beta_header(betas),
    }
    return body, make_request_options(
        extra_headers=merge_headers(headers, extra_headers),
        extra_query=extra_query,
        extra_body=extra_body,
        post_parser=post_parser,
        **prepared,
    )


def _beta_header(betas: Any) -> Union[str, NotGiven]:
    if (is_list(betas) or is_tuple(betas)) and _STRUCTURED_OUTPUTS_BETA in betas:
        return list_header(betas)
    return list_header(betas, _STRUCTURED_OUTPUTS_BETA)


def _message_type() -> Type[ParsedMessage[Any]]:
    """What the reply is read as; the post parser makes the parsed message of it."""
    from ...types.message import Message

    return cast("Type[ParsedMessage[Any]]", Message)


def _beta_message_type() -> Type[ParsedBetaMessage[Any]]:
    from ...types.beta.beta_message import BetaMessage

    return cast("Type[ParsedBetaMessage[Any]]", BetaMessage)
