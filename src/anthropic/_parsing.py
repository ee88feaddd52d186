"""From an HTTP response to the value that a method returns; the core of both response modules.

`parse_response` goes through the forms that a caller may ask for (`cast_to`), from those that need
no JSON to those that do.  `parse_data` turns decoded JSON into a value; the client calls it too.
"""

from __future__ import annotations

import inspect
import logging
from typing import TYPE_CHECKING, Any, Dict, FrozenSet, cast

import httpx
import pydantic
from typing_extensions import get_origin

from ._construct import constructor_of, is_model_class, strip_annotated, validate
from ._decode_errors import TextForModel, Undecodable, not_a_model, raise_unreadable
from ._disclosure import shown_request
from ._exceptions import APIResponseValidationError
from ._models import BaseModel, add_call_info, add_request_id
from ._streaming import AsyncStream, Stream, extract_stream_chunk_type
from ._types import NotGiven
from ._utils._typing import extract_type_arg, is_union
from ._validators import builds_itself, construct_json

if TYPE_CHECKING:
    from ._models import FinalRequestOptions

_log = logging.getLogger(__name__)

_METACLASS: Any = type(BaseModel)


class MissingStreamClassError(TypeError):
    """A streamed response was asked for without saying which stream class to use."""

    def __init__(self) -> None:
        super().__init__(
            "`stream=True` needs to know what to return: pass `stream_cls`, for example "
            "`stream_cls=anthropic.Stream[SomeModel]`."
        )


class ResponseContext:
    """An HTTP response and what its parsing depends on; made for each call."""

    __slots__ = (
        "cast_to",
        "casts_to_bytes",
        "client",
        "options",
        "raw",
        "retries_taken",
        "stream",
        "stream_cls",
    )

    def __init__(
        self,
        raw: httpx.Response,
        cast_to: Any,
        client: Any,
        stream: bool,
        stream_cls: Any,
        options: FinalRequestOptions,
        retries_taken: int,
        casts_to_bytes: bool = True,
    ) -> None:
        self.raw = raw
        self.cast_to = cast_to
        self.client = client
        self.stream = stream
        self.stream_cls = stream_cls
        self.options = options
        self.retries_taken = retries_taken
        self.casts_to_bytes = casts_to_bytes


def parse_response(context: ResponseContext, to: Any) -> Any:
    """The value of a response whose body was read, or is to be streamed.

    `to` overrides the context's `cast_to`. The request's `post_parser` and the request id are
    applied too.
    """
    value = _convert(context, to)
    post_parser = context.options.post_parser
    if not isinstance(post_parser, NotGiven):
        if not context.stream and not isinstance(value, BaseModel):
            _check_parsable(context, to, value)
        value = post_parser(value)
    if isinstance(value, BaseModel):
        add_request_id(value, context.raw.headers.get("request-id"))
        add_call_info(value, context.raw, context.retries_taken)
    return value


def _check_parsable(context: ResponseContext, to: Any, value: Any) -> None:
    """Raise for an answer that is no model, where more is to be done with it than to return it."""
    expected = strip_annotated(context.cast_to if to is None else to)
    if is_model_class(get_origin(expected) or expected):
        raise not_a_model(context.raw, value)


def _convert(context: ResponseContext, to: Any) -> Any:
    if to is None and not context.stream and _is_model(context.cast_to):
        return _from_body(context, context.cast_to)
    requested = None if to is None else strip_annotated(to)
    cast_to = strip_annotated(context.cast_to) if requested is None else requested
    origin = get_origin(cast_to) or cast_to
    raw = context.raw

    if not _is_model(origin) and _reads_lines(origin):
        return _json_lines(context, cast_to, origin)
    if context.stream:
        return _stream(context, requested)
    if cast_to is type(None):
        return None
    # With the annotation kept: it may hold the discriminator of a union.
    target = context.cast_to if requested is None else to
    if _is_model(origin):
        return _from_body(context, target)
    if cast_to is bytes and context.casts_to_bytes:
        return raw.content
    if isinstance(cast_to, type) and cast_to in _FROM_TEXT:
        return _FROM_TEXT[cast_to](raw.text)
    if inspect.isclass(origin):
        wrapped = _wrapper(context, cast_to, origin)
        if wrapped is not None:
            return wrapped
    _check_supported(cast_to, origin)
    return _from_body(context, target)


def _is_model(type_: Any) -> bool:
    """`is_model_class`, which costs less this way round for the usual answers."""
    return isinstance(type_, _METACLASS) and issubclass(type_, BaseModel)


# -- what needs no JSON ---------------------------------------------------------------------------


def _bool_from_text(text: str) -> bool:
    return text.lower() == "true"


_FROM_TEXT: Dict[Any, Any] = {str: str, int: int, float: float, bool: _bool_from_text}


def _reads_lines(origin: Any) -> bool:
    from ._decoders.jsonl import AsyncJSONLDecoder, JSONLDecoder

    return inspect.isclass(origin) and issubclass(origin, (JSONLDecoder, AsyncJSONLDecoder))


def _json_lines(context: ResponseContext, cast_to: Any, origin: Any) -> Any:
    from ._decoders.jsonl import JSONLDecoder
    from ._held_bodies import async_held_chunks, held_chunks

    raw = context.raw
    # Whatever pieces arrive: lines are cut out of them anyway, and none is held back.
    is_sync = issubclass(origin, JSONLDecoder)
    return cast_to(
        raw_iterator=(held_chunks if is_sync else async_held_chunks)(context.client, raw),
        line_type=extract_type_arg(cast_to, 0),
        http_response=raw,
    )


def _is_stream_class(type_: Any) -> bool:
    """Whether `type_` is a stream class, parameterised or not."""
    origin = get_origin(type_) or type_
    return inspect.isclass(origin) and issubclass(origin, (Stream, AsyncStream))


def _stream(context: ResponseContext, requested: Any) -> Any:
    """The stream object for a streamed response; `requested` is a stream class if not None."""
    if requested is not None and not _is_stream_class(requested):
        raise TypeError(
            f"Expected the `to` argument to be a subclass of {Stream}, since the response is "
            f"streamed, but received {requested}"
        )
    stream_cls = context.stream_cls if requested is None else requested
    if stream_cls is not None:
        item_type = _item_type(stream_cls)
    else:
        stream_cls = context.client._default_stream_cls
        if stream_cls is None:
            raise MissingStreamClassError()
        item_type = context.cast_to
    return stream_cls(
        cast_to=item_type,
        response=context.raw,
        client=context.client,
        options=context.options,
    )


def _item_type(stream_cls: Any) -> Any:
    try:
        return extract_stream_chunk_type(stream_cls)
    except RuntimeError:
        raise TypeError(
            "Expected a stream class with a type argument, such as `Stream[SomeModel]`, but "
            f"received {stream_cls}"
        ) from None


def _wrapper(context: ResponseContext, cast_to: Any, origin: Any) -> Any:
    """The response itself, in the class asked for; None when no response class is."""
    from ._response import BaseAPIResponse, extract_response_type

    raw = context.raw
    # By name, since the class lives in a module that imports this one.
    if origin.__name__ == "HttpxBinaryResponseContent":
        return cast_to(raw)
    if issubclass(origin, httpx.Response):
        if origin is not httpx.Response:
            raise ValueError(
                f"Subclasses of httpx.Response cannot be passed to `cast_to`: {origin}"
            )
        return raw
    if issubclass(origin, BaseAPIResponse):
        return cast_to(
            raw=raw,
            client=context.client,
            cast_to=extract_response_type(cast_to),
            stream=context.stream,
            stream_cls=context.stream_cls,
            options=context.options,
            retries_taken=context.retries_taken,
        )
    return None


_SUPPORTED: FrozenSet[Any] = frozenset({object, list, dict})


def _check_supported(cast_to: Any, origin: Any) -> None:
    if inspect.isclass(origin) and issubclass(origin, pydantic.BaseModel):
        raise TypeError(
            "Pydantic models must subclass our base model type, e.g. "
            f"`from anthropic import BaseModel`; {origin} does not"
        )
    if origin not in _SUPPORTED and not is_union(origin):
        raise RuntimeError(
            f"Unsupported type, expected {cast_to} to be a subclass of {BaseModel}, a dict, a "
            f"list, a Union, None, str, int, float, bool, or {httpx.Response}"
        )


# -- what needs JSON ------------------------------------------------------------------------------


def _from_body(context: ResponseContext, cast_to: Any) -> Any:
    raw = context.raw
    content_type = raw.headers.get("content-type", "*")
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type.endswith("json"):
        if context.client._reads_plainly(raw) and not builds_itself(cast_to):
            try:
                return construct_json(raw.content, cast_to)
            except Undecodable as error:
                raise_unreadable(error, raw)
        return _construct(context, _decoded(raw), cast_to)
    if is_model_class(strip_annotated(cast_to)):
        # Some proxies lose the header; a model can only come from JSON.
        try:
            data = raw.json()
        except ValueError as exc:
            _log.debug("Could not read the body as JSON: %s: %s", type(exc), exc)
        else:
            return _construct(context, data, cast_to)
    if context.client._strict_response_validation:
        raise APIResponseValidationError(
            response=raw,
            message=(
                "Expected Content-Type response header to be `application/json` but received "
                f"`{content_type}` instead (status {raw.status_code} of "
                f"{shown_request(raw.request)}). The error's `body` has the text."
            ),
            body=raw.text,
        )
    promises_model = is_model_class(strip_annotated(cast_to))
    if promises_model and isinstance(context.options.post_parser, NotGiven):
        _log.warning(
            "%s was answered with `%s` instead of JSON, and its text is all that can be returned; "
            "a client with `_strict_response_validation=True` raises an error for it",
            shown_request(raw.request),
            content_type,
        )
        return TextForModel.of(raw)
    return raw.text


def _decoded(raw: httpx.Response) -> object:
    try:
        return cast(object, raw.json())
    except Undecodable as error:
        raise_unreadable(error, raw)


def _construct(context: ResponseContext, data: object, cast_to: Any) -> Any:
    return context.client._process_response_data(data=data, cast_to=cast_to, response=context.raw)


def parse_data(*, data: object, cast_to: Any, response: httpx.Response, strict: bool) -> Any:
    """Decoded JSON as `cast_to`.

    Loosely if not `strict`; else by pydantic's rules, and APIResponseValidationError tells what
    does not fit them.
    """
    if data is None:
        return None
    if cast_to is object:
        return data
    try:
        if builds_itself(cast_to):
            return cast_to.build(response=response, data=data)
        if strict:
            return validate(cast_to, data)
        return constructor_of(cast_to)(data)
    except pydantic.ValidationError as exc:
        raise APIResponseValidationError(response=response, body=data) from exc
