"""JSON Lines bodies."""

from __future__ import annotations

import json
from typing import Any, AsyncIterator, Dict, List

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthropic._decoders.jsonl import AsyncJSONLDecoder, JSONLDecoder
from tests.runtime.response.support import (
    MESSAGE,
    Body,
    Message,
    encoded,
    http_response,
    split_at,
)


def decode(*pieces: bytes, line_type: Any = object) -> List[Any]:
    decoder: JSONLDecoder[Any] = JSONLDecoder(
        raw_iterator=iter(pieces), line_type=line_type, http_response=http_response()
    )
    return list(decoder)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
documents = st.lists(st.tuples(values, st.sampled_from(["\n", "\r\n", "\r"])), max_size=6)


@given(documents, st.lists(st.integers(0, 300), max_size=8), st.booleans())
def test_values_do_not_depend_on_pieces(
    document: List[Any], cuts: List[int], ends_its_last_line: bool
) -> None:
    body = "".join(json.dumps(value) + ending for value, ending in document).encode()
    if not ends_its_last_line:
        body = body.rstrip(b"\r\n")
    assert decode(*split_at(body, cuts)) == [value for value, _ in document]


@given(documents, st.lists(st.integers(0, 300), max_size=8))
async def test_async_twin(document: List[Any], cuts: List[int]) -> None:
    body = "".join(json.dumps(value) + ending for value, ending in document).encode()

    async def pieces() -> AsyncIterator[bytes]:
        for piece in split_at(body, cuts):
            yield piece

    decoder: AsyncJSONLDecoder[Any] = AsyncJSONLDecoder(
        raw_iterator=pieces(), line_type=object, http_response=http_response()
    )
    assert [value async for value in decoder] == [value for value, _ in document]


def test_lines_become_models_loosely() -> None:
    odd: Dict[str, Any] = {**MESSAGE, "id": 5, "new": True}
    first, second = decode(encoded(MESSAGE) + b"\n" + encoded(odd), line_type=Message)
    assert isinstance(first, Message) and first.content[0].type == "text"
    assert isinstance(second, Message) and second.id == 5 and second.new is True


@pytest.mark.parametrize("body", [b"{}\n\n{}\n", b"\n", b"{}\nx\n"])
def test_a_line_that_is_no_json_is_an_error(body: bytes) -> None:
    with pytest.raises(json.JSONDecodeError):
        decode(body)


def test_it_is_an_iterator_and_closes_its_response() -> None:
    response = http_response(b"1\n2\n")
    decoder: JSONLDecoder[Any] = JSONLDecoder(
        raw_iterator=response.iter_bytes(), line_type=object, http_response=response
    )
    assert next(decoder) == 1
    for value in decoder:
        assert value == 2
        break
    decoder.close()
    assert decoder.http_response is response and response.is_closed


async def test_async_it_is_an_iterator_and_closes_its_response() -> None:
    response = http_response(b"1\n2\n")
    decoder: AsyncJSONLDecoder[Any] = AsyncJSONLDecoder(
        raw_iterator=response.aiter_bytes(), line_type=object, http_response=response
    )
    assert await decoder.__anext__() == 1
    await decoder.close()
    assert response.is_closed and isinstance(response.stream, Body)
