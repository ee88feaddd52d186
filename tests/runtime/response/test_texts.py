"""Texts of errors that other test suites search for, word by word."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pydantic
import pytest

from anthropic import Anthropic, AsyncAnthropic, BaseModel
from anthropic._compat import PYDANTIC_V1
from anthropic._response import (
    APIResponse,
    AsyncAPIResponse,
    AsyncBinaryAPIResponse,
    BinaryAPIResponse,
    extract_response_type,
)
from anthropic._utils import required_args
from tests.runtime.response.support import http_response, wrap


@pytest.mark.parametrize("class_", [APIResponse, AsyncAPIResponse])
def test_a_response_class_that_leaves_its_type_open(class_: Any) -> None:
    text = (
        f"Expected type <class 'anthropic._response.{class_.__name__}'> to have a type argument at "
        "index 0 but it did not"
    )
    with pytest.raises(RuntimeError, match=re.escape(text)):
        extract_response_type(class_)


async def test_a_response_class_of_the_other_flavour() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={}))
    client = Anthropic(api_key="k", http_client=httpx.Client(transport=transport))
    async_http_client = httpx.AsyncClient(transport=transport)
    async_client = AsyncAnthropic(api_key="k", http_client=async_http_client)
    with pytest.raises(TypeError, match="API Response types must subclass .*APIResponse"):
        client.get("/x", cast_to=AsyncBinaryAPIResponse)
    with pytest.raises(TypeError, match="API Response types must subclass .*AsyncAPIResponse"):
        await async_client.get("/x", cast_to=BinaryAPIResponse)
    assert client.get("/x", cast_to=BinaryAPIResponse).read() == b"{}"


def test_a_model_of_pydantics_own() -> None:
    class Plain(pydantic.BaseModel):
        x: int

    text = (
        "Pydantic models must subclass our base model type, e.g. `from anthropic import BaseModel`"
    )
    with pytest.raises(TypeError, match=re.escape(text)):
        wrap(APIResponse, http_response(b"{}"), Plain).parse()


class Model(BaseModel):
    x: int = 1


@pytest.mark.parametrize("method", ["to_dict", "to_json", "model_dump", "model_dump_json"])
def test_arguments_that_only_pydantic_2_knows(method: str) -> None:
    for name, value in (("round_trip", True), ("warnings", False)):
        if name == "round_trip" and method.startswith("to_"):
            continue
        dump = getattr(Model(x=2), method)
        if PYDANTIC_V1:
            with pytest.raises(ValueError, match=f"{name} is only supported in Pydantic v2"):
                dump(**{name: value})
        else:
            assert dump(**{name: value})


def test_arguments_that_are_required() -> None:
    @required_args(["a"])
    def one(a: Any = None) -> Any:
        return a

    @required_args(["a"], ["b"])
    def either(a: Any = None, *, b: Any = None) -> Any:
        return a, b

    with pytest.raises(TypeError, match=re.escape("Missing required argument: 'a'")):
        one()
    text = "Missing required arguments; Expected either ('a') or ('b') arguments to be given"
    with pytest.raises(TypeError, match=re.escape(text)):
        either()
    with pytest.raises(TypeError, match=re.escape("takes 1 argument(s) but 2 were given")):
        one(1, 2)  # type: ignore[call-arg]  # the point of it
    assert either(b=None) == (None, None)
