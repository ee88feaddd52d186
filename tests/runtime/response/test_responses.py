"""What a response becomes, by the type asked for, in both response modules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, Union

import httpx
import pydantic
import pytest
from typing_extensions import Annotated, TypeAliasType

from anthropic._decoders.jsonl import AsyncJSONLDecoder, JSONLDecoder
from anthropic._exceptions import APIResponseValidationError
from anthropic._legacy_response import HttpxBinaryResponseContent, LegacyAPIResponse
from anthropic._models import BaseModel
from anthropic._response import (
    APIResponse,
    AsyncAPIResponse,
    AsyncBinaryAPIResponse,
    AsyncStreamedBinaryAPIResponse,
    BaseAPIResponse,
    BinaryAPIResponse,
    MissingStreamClassError,
    StreamAlreadyConsumed,
    StreamedBinaryAPIResponse,
    extract_response_type,
)
from anthropic._streaming import AsyncStream, Stream
from tests.runtime.response.support import (
    MESSAGE,
    Block,
    Client,
    Event,
    Message,
    Text,
    Thinking,
    Usage,
    encoded,
    http_response,
    wrap,
)

RESPONSES: List[Any] = [APIResponse, LegacyAPIResponse]


def answer(response_cls: Any, body: bytes, cast_to: Any, **kwargs: Any) -> Any:
    """`body` parsed as `cast_to` by one of the response classes."""
    options = {"content_type": kwargs.pop("content_type", "application/json")}
    raw = http_response(body, **options)
    raw.read()
    return wrap(response_cls, raw, cast_to, **kwargs).parse()


# -- cast_to --------------------------------------------------------------------------------------


@pytest.mark.parametrize("response_cls", RESPONSES)
@pytest.mark.parametrize(
    ("cast_to", "body", "expected"),
    [
        (str, b"5", "5"),
        (int, b"5", 5),
        (float, b"5.5", 5.5),
        (bool, b"True", True),
        (bool, b"1", False),
        (type(None), b"whatever", None),
        (object, b'{"a": [1]}', {"a": [1]}),
        (Dict[str, object], b'{"a": 1}', {"a": 1}),
        (List[Usage], b'[{"input_tokens": 1}]', [Usage(input_tokens=1)]),
        (Union[Text, Usage], b'{"input_tokens": 1}', Usage(input_tokens=1)),
        (Usage, b'{"input_tokens": 1}', Usage(input_tokens=1)),
        (Usage, b"null", None),
        (Annotated[Usage, "note"], b'{"input_tokens": 1}', Usage(input_tokens=1)),
        (TypeAliasType("alias", Usage), b'{"input_tokens": 1}', Usage(input_tokens=1)),
    ],
)
def test_forms(response_cls: Any, cast_to: Any, body: bytes, expected: Any) -> None:
    result = answer(response_cls, body, cast_to)
    assert result == expected
    assert type(result) is type(expected)


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_the_annotation_of_a_union_counts(response_cls: Any) -> None:
    block = answer(response_cls, b'{"type": "thinking", "thinking": 5}', Block)
    assert isinstance(block, Thinking)


def test_bytes_are_the_content_but_not_for_the_legacy_class() -> None:
    assert answer(APIResponse, b"\x00\xff", bytes) == b"\x00\xff"
    with pytest.raises(RuntimeError, match="Unsupported type"):
        answer(LegacyAPIResponse, b"\x00\xff", bytes)


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_response_classes(response_cls: Any) -> None:
    assert isinstance(answer(response_cls, b"", httpx.Response), httpx.Response)

    class Own(httpx.Response):
        pass

    with pytest.raises(ValueError, match="Subclasses of httpx.Response cannot be passed"):
        answer(response_cls, b"", Own)
    content = answer(response_cls, b"abc", HttpxBinaryResponseContent)
    assert isinstance(content, HttpxBinaryResponseContent) and content.content == b"abc"
    binary = answer(response_cls, b"abc", BinaryAPIResponse)
    assert isinstance(binary, BinaryAPIResponse) and binary.read() == b"abc"
    assert binary.retries_taken == 2 and binary._cast_to is bytes


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_types_that_cannot_be_had(response_cls: Any) -> None:
    class Foreign(pydantic.BaseModel):
        pass

    with pytest.raises(TypeError, match="Pydantic models must subclass our base model type"):
        answer(response_cls, b"{}", Foreign)
    for type_ in (set, complex, Stream):
        with pytest.raises(RuntimeError, match="Unsupported type"):
            answer(response_cls, b"{}", type_)


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_classes_that_build_themselves(response_cls: Any) -> None:
    class Built(BaseModel):
        status: int

        @classmethod
        def build(cls, *, response: httpx.Response, data: object) -> Built:
            assert data == {"status": 1}
            return cls(status=response.status_code)

    assert answer(response_cls, b'{"status": 1}', Built).status == 200


# -- JSON or not ----------------------------------------------------------------------------------


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_what_counts_as_json(response_cls: Any) -> None:
    body = b'{"input_tokens": 1}'
    for content_type in ("application/json; charset=utf-8", "application/vnd.x+json"):
        assert answer(response_cls, body, object, content_type=content_type) == {"input_tokens": 1}
    # A model can only come from JSON, whatever the header says; plain data may be text.
    assert isinstance(answer(response_cls, body, Usage, content_type="text/plain"), Usage)
    assert answer(response_cls, body, object, content_type="text/plain") == body.decode()
    assert answer(response_cls, b"oops", Usage, content_type="text/html") == "oops"


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_json_that_cannot_be_decoded(response_cls: Any) -> None:
    with pytest.raises(json.JSONDecodeError):
        answer(response_cls, b"{", Usage)


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_strict_mode(response_cls: Any) -> None:
    client = Client(strict=True)
    with pytest.raises(
        APIResponseValidationError,
        match="Expected Content-Type response header to be `application/json`",
    ) as caught:
        answer(response_cls, b"oops", Usage, content_type="text/html", client=client)
    assert caught.value.body == "oops"
    # What is no model has to be called JSON, even if it is.
    for cast_to in (object, Dict[str, object], List[Usage], Union[Usage, Text]):
        with pytest.raises(APIResponseValidationError, match="but received `text/plain`") as caught:
            answer(response_cls, b"{}", cast_to, content_type="text/plain", client=client)
        assert caught.value.body == "{}"
    with pytest.raises(APIResponseValidationError) as caught:
        answer(response_cls, b'{"input_tokens": "x"}', Usage, client=client)
    assert caught.value.body == {"input_tokens": "x"}
    assert answer(response_cls, b'{"input_tokens": "1"}', Usage, client=client).input_tokens == 1
    assert answer(response_cls, b'[{"input_tokens": 1}]', List[Usage], client=client)
    assert answer(response_cls, b"null", Usage, client=client) is None
    assert answer(response_cls, b"[1, null]", object, client=client) == [1, None]


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_loose_mode(response_cls: Any) -> None:
    assert answer(response_cls, b'{"input_tokens": "1"}', Usage).input_tokens == "1"
    assert answer(response_cls, b'"text"', Usage) == "text"


# -- results --------------------------------------------------------------------------------------


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_results_are_kept_by_type(response_cls: Any) -> None:
    raw = http_response(encoded(MESSAGE))
    raw.read()
    response = wrap(response_cls, raw)
    message = response.parse()
    assert response.parse() is message
    assert message._request_id == "req_1"
    usage = response.parse(to=Usage)
    assert isinstance(usage, Usage) and response.parse(to=Usage) is usage
    assert response.parse(to=str).startswith("{")


async def test_async_results_are_kept_by_type() -> None:
    response = wrap(AsyncAPIResponse, http_response(encoded(MESSAGE)))
    message = await response.parse()
    assert await response.parse() is message and message._request_id == "req_1"
    usage = await response.parse(to=Usage)
    assert isinstance(usage, Usage) and await response.parse(to=Usage) is usage


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_the_post_parser_comes_before_the_request_id(response_cls: Any) -> None:
    def post_parser(message: Message) -> Usage:
        assert not hasattr(message, "_request_id")
        return message.usage

    raw = http_response(encoded(MESSAGE))
    raw.read()
    usage = wrap(response_cls, raw, post_parser=post_parser).parse()
    assert isinstance(usage, Usage) and usage._request_id == "req_1"


@pytest.mark.parametrize("response_cls", [*RESPONSES, AsyncAPIResponse])
def test_attributes(response_cls: Any) -> None:
    raw = http_response(b"{}")
    response = wrap(response_cls, raw, Usage)
    assert response.http_response is raw
    assert response.http_request.method == response.method == "POST"
    assert response.headers["content-type"] == "application/json"
    assert (response.status_code, response.retries_taken) == (200, 2)
    assert str(response.url) == "https://api.test/v1/messages"
    assert response.http_version == "HTTP/1.1"
    assert response.request_id == "req_1"
    assert response.is_closed is False
    name = response_cls.__name__.replace("Legacy", "")
    assert repr(response) == f"<{name} [200 OK] type={Usage}>"


# -- streams --------------------------------------------------------------------------------------

SSE = b'event: content_block_delta\ndata: {"type": "content_block_delta", "text": "a"}\n\n'


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_a_streamed_response_becomes_a_stream(response_cls: Any) -> None:
    raw = http_response(SSE)
    stream = wrap(response_cls, raw, stream=True, stream_cls=Stream[Event]).parse()
    assert not raw.is_stream_consumed, "an event stream is not read beforehand"
    (event,) = stream
    assert event.text == "a"


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_stream_classes_that_are_asked_for(response_cls: Any) -> None:
    class Own(Stream[Event]):
        pass

    response = wrap(response_cls, http_response(SSE), stream=True, stream_cls=Stream[Event])
    stream = response.parse(to=Own)
    assert type(stream) is Own and next(stream).text == "a"
    for wrong in (Usage, Stream, str):
        with pytest.raises(TypeError):
            response.parse(to=wrong)


async def test_async_stream_classes() -> None:
    class Own(AsyncStream[Event]):
        pass

    raw = http_response(SSE)
    response = wrap(AsyncAPIResponse, raw, stream=True, stream_cls=AsyncStream[Event])
    stream = await response.parse()
    assert not raw.is_stream_consumed, "an event stream is not read beforehand"
    assert [event.text async for event in stream] == ["a"]
    own = await response.parse(to=Own)
    assert type(own) is Own
    for wrong in (Usage, AsyncStream, str):
        with pytest.raises(TypeError):
            await response.parse(to=wrong)


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_a_stream_without_a_class(response_cls: Any) -> None:
    with pytest.raises(MissingStreamClassError) as caught:
        wrap(response_cls, http_response(SSE), stream=True).parse()
    assert isinstance(caught.value, TypeError)
    client = Client()
    client._default_stream_cls = Stream
    stream = wrap(response_cls, http_response(SSE), Event, stream=True, client=client).parse()
    assert next(stream).text == "a"


@pytest.mark.parametrize("response_cls", RESPONSES)
def test_json_lines(response_cls: Any) -> None:
    raw = http_response(b'{"input_tok', b'ens": 1}\n{"input_tokens": 2}')
    decoder = wrap(response_cls, raw, JSONLDecoder[Usage], stream=True).parse()
    assert [usage.input_tokens for usage in decoder] == [1, 2]
    assert decoder.http_response is raw


async def test_async_json_lines() -> None:
    raw = http_response(b'{"input_tok', b'ens": 1}\n{"input_tokens": 2}')
    response = wrap(AsyncAPIResponse, raw, AsyncJSONLDecoder[Usage], stream=True)
    assert [usage.input_tokens async for usage in await response.parse()] == [1, 2]


# -- reading --------------------------------------------------------------------------------------


def test_the_body_is_read_when_asked_for() -> None:
    response = wrap(APIResponse, http_response(b'{"input_tokens"', b": 1}"), Usage)
    assert not response.is_closed
    assert response.parse().input_tokens == 1
    assert response.json() == {"input_tokens": 1}
    assert response.text() == '{"input_tokens": 1}'
    assert response.read() == b'{"input_tokens": 1}'


def test_iterating_over_the_body() -> None:
    assert list(wrap(APIResponse, http_response(b"ab", b"cd")).iter_bytes()) == [b"ab", b"cd"]
    assert list(wrap(APIResponse, http_response(b"ab", b"cd")).iter_bytes(3)) == [b"abc", b"d"]
    assert list(wrap(APIResponse, http_response(b"abcd")).iter_text(3)) == ["abc", "d"]
    response = wrap(APIResponse, http_response(b"a\nb"))
    assert list(response.iter_lines()) == ["a", "b"]
    for read_again in (response.read, response.text, response.json, response.parse):
        with pytest.raises(StreamAlreadyConsumed):
            read_again()


async def test_async_reading() -> None:
    response = wrap(AsyncAPIResponse, http_response(b'{"input_tokens"', b": 1}"), Usage)
    assert (await response.parse()).input_tokens == 1
    assert await response.json() == {"input_tokens": 1}
    assert await response.text() == '{"input_tokens": 1}'
    assert await response.read() == b'{"input_tokens": 1}'
    await response.close()
    assert response.is_closed
    response = wrap(AsyncAPIResponse, http_response(b"a\nb"))
    assert [line async for line in response.iter_lines()] == ["a", "b"]
    with pytest.raises(StreamAlreadyConsumed):
        await response.parse()
    response = wrap(AsyncAPIResponse, http_response(b"abcd"))
    assert [piece async for piece in response.iter_bytes(3)] == [b"abc", b"d"]
    response = wrap(AsyncAPIResponse, http_response(b"abcd"))
    assert [piece async for piece in response.iter_text()] == ["abcd"]
    response = wrap(AsyncAPIResponse, http_response(b"abcd"))
    assert [piece async for piece in response.iter_text(3)] == ["abc", "d"]


# -- binary ---------------------------------------------------------------------------------------


async def test_files(tmp_path: Path) -> None:
    target = tmp_path / "out"
    response = wrap(BinaryAPIResponse, http_response(b"ab", b"c"), bytes)
    assert not hasattr(response, "content")
    response.write_to_file(target)
    assert target.read_bytes() == b"abc"
    response = wrap(AsyncBinaryAPIResponse, http_response(b"de"), bytes)
    await response.write_to_file(str(target))
    assert target.read_bytes() == b"de"
    wrap(StreamedBinaryAPIResponse, http_response(b"fg"), bytes).stream_to_file(target)
    assert target.read_bytes() == b"fg"
    response = wrap(AsyncStreamedBinaryAPIResponse, http_response(b"hi"), bytes)
    await response.stream_to_file(target, chunk_size=1)
    assert target.read_bytes() == b"hi"


async def test_httpx_binary_content(tmp_path: Path) -> None:
    target = tmp_path / "out"

    def content() -> HttpxBinaryResponseContent:
        return HttpxBinaryResponseContent(http_response(b'{"a"', b":1}", content_type="text/x"))

    one = content()
    assert one.read() == one.content == b'{"a":1}'
    assert (one.json(), one.text, one.charset_encoding) == ({"a": 1}, '{"a":1}', None)
    assert one.encoding
    one.write_to_file(target)
    assert target.read_bytes() == b'{"a":1}'
    assert b"".join(content().iter_bytes()) == b"".join(content().iter_raw()) == one.content
    assert "".join(content().iter_text()) == "".join(content().iter_lines()) == one.text
    other = content()
    assert await other.aread() == one.content
    assert [piece async for piece in content().aiter_bytes(100)] == [one.content]
    assert [piece async for piece in content().aiter_raw(100)] == [one.content]
    assert [piece async for piece in content().aiter_text(100)] == [one.text]
    assert [piece async for piece in content().aiter_lines()] == [one.text]
    with pytest.warns(DeprecationWarning):
        content().stream_to_file(target, chunk_size=2)
    with pytest.warns(DeprecationWarning):
        await content().astream_to_file(target)
    assert target.read_bytes() == one.content
    one.close()
    await other.aclose()
    assert one.response.is_closed and other.response.is_closed


# -- response types -------------------------------------------------------------------------------


def test_extract_response_type() -> None:
    class Own(APIResponse[Usage]):
        pass

    assert extract_response_type(BaseAPIResponse[str]) is str
    assert extract_response_type(BinaryAPIResponse) is bytes
    assert extract_response_type(Own) is Usage
    with pytest.raises(
        RuntimeError,
        match=(
            "Expected type <class 'anthropic._response.AsyncAPIResponse'> to have a type argument "
            "at index 0 but it did not"
        ),
    ):
        extract_response_type(AsyncAPIResponse)


def test_legacy_reads_are_properties() -> None:
    raw = http_response(b'{"input_tokens": 1}')
    raw.read()
    response = wrap(LegacyAPIResponse, raw, Usage)
    assert response.text == '{"input_tokens": 1}'
    assert response.content == b'{"input_tokens": 1}'
    assert not hasattr(response, "json") and not hasattr(response, "read")


def test_both_modules_name_the_missing_stream_class() -> None:
    from anthropic import _legacy_response

    assert _legacy_response.MissingStreamClassError is MissingStreamClassError
