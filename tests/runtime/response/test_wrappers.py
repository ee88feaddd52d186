"""The wrappers that make methods return responses: what they ask for, when, and how it ends."""

from __future__ import annotations

from typing import Any, Dict, List

import pytest

from anthropic import _legacy_response, _response
from anthropic._constants import OVERRIDE_CAST_TO_HEADER, RAW_RESPONSE_HEADER
from anthropic._response import (
    APIResponse,
    AsyncAPIResponse,
    AsyncBinaryAPIResponse,
    BinaryAPIResponse,
)
from tests.runtime.response.support import http_response, wrap


class Resource:
    """A resource that notes the headers of its calls."""

    def __init__(self) -> None:
        self.headers: List[Dict[str, Any]] = []
        self.responses: List[Any] = []

    def get(self, name: str, *, extra_headers: Any = None) -> Any:
        """Get it."""
        self.headers.append(dict(extra_headers))
        self.responses.append(wrap(APIResponse, http_response(name.encode())))
        return self.responses[-1]

    async def aget(self, name: str, *, extra_headers: Any = None) -> Any:
        """Get it."""
        self.headers.append(dict(extra_headers))
        self.responses.append(wrap(AsyncAPIResponse, http_response(name.encode())))
        return self.responses[-1]


@pytest.mark.parametrize(
    ("wrapper", "asked_for"),
    [
        (_legacy_response.to_raw_response_wrapper, {RAW_RESPONSE_HEADER: "true"}),
        (_response.to_raw_response_wrapper, {RAW_RESPONSE_HEADER: "raw"}),
        (
            lambda method: _response.to_custom_raw_response_wrapper(method, BinaryAPIResponse),
            {RAW_RESPONSE_HEADER: "raw", OVERRIDE_CAST_TO_HEADER: BinaryAPIResponse},
        ),
    ],
)
def test_raw(wrapper: Any, asked_for: Dict[str, Any]) -> None:
    resource = Resource()
    method = wrapper(resource.get)
    own = {"a": "b"}
    assert method("x", extra_headers=own) is resource.responses[0]
    method("x")
    assert resource.headers == [{"a": "b", **asked_for}, asked_for]
    assert own == {"a": "b"}
    assert (method.__name__, method.__doc__) == ("get", "Get it.")


@pytest.mark.parametrize(
    ("wrapper", "asked_for"),
    [
        (_legacy_response.async_to_raw_response_wrapper, {RAW_RESPONSE_HEADER: "true"}),
        (_response.async_to_raw_response_wrapper, {RAW_RESPONSE_HEADER: "raw"}),
        (
            lambda method: _response.async_to_custom_raw_response_wrapper(
                method, AsyncBinaryAPIResponse
            ),
            {RAW_RESPONSE_HEADER: "raw", OVERRIDE_CAST_TO_HEADER: AsyncBinaryAPIResponse},
        ),
    ],
)
async def test_async_raw(wrapper: Any, asked_for: Dict[str, Any]) -> None:
    resource = Resource()
    assert await wrapper(resource.aget)("x") is resource.responses[0]
    assert resource.headers == [asked_for]


@pytest.mark.parametrize("custom", [False, True])
def test_streamed(custom: bool) -> None:
    resource = Resource()
    if custom:
        method: Any = _response.to_custom_streamed_response_wrapper(resource.get, BinaryAPIResponse)
    else:
        method = _response.to_streamed_response_wrapper(resource.get)
    manager = method("x", extra_headers={"a": "b"})
    assert resource.headers == [], "the request is sent on entry"
    with pytest.raises(KeyError), manager as response:
        assert response is resource.responses[0] and not response.is_closed
        raise KeyError
    assert response.is_closed
    expected: Dict[str, Any] = {"a": "b", RAW_RESPONSE_HEADER: "stream"}
    if custom:
        expected[OVERRIDE_CAST_TO_HEADER] = BinaryAPIResponse
    assert resource.headers == [expected]


@pytest.mark.parametrize("custom", [False, True])
async def test_async_streamed(custom: bool) -> None:
    resource = Resource()
    if custom:
        method: Any = _response.async_to_custom_streamed_response_wrapper(
            resource.aget, AsyncBinaryAPIResponse
        )
    else:
        method = _response.async_to_streamed_response_wrapper(resource.aget)
    manager = method("x")
    assert resource.headers == []
    async with manager as response:
        assert response is resource.responses[0] and not response.is_closed
    assert response.is_closed
    assert (OVERRIDE_CAST_TO_HEADER in resource.headers[0]) is custom
