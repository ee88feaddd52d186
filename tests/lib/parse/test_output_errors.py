"""Replies that do not fit the type: cut ones, and those that break a constraint."""

from __future__ import annotations

import copy
import pickle
import warnings
from typing import Any, Dict, List, Union

import pydantic
import pytest
from typing_extensions import Literal

from anthropic import AnthropicError, OutputValidationError
from anthropic._compat import PYDANTIC_V1
from anthropic.lib._parse._errors import SUBCLASSES_PYDANTIC
from anthropic.lib._parse._response import parse_text
from tests.lib.parse.replies import ASK, Server, replying

TOO_YOUNG = '{"age": 1, "pet": "dog"}'


class Person(pydantic.BaseModel):
    age: int = pydantic.Field(ge=18)
    pet: Literal["cat", "dog"]


async def raised(text: str, *, streams: bool, beta: bool, asynchronous: bool) -> Any:
    """What programs catch who ask for a person and get this reply."""
    server = replying(text)
    client: Any = server.async_client() if asynchronous else server.client()
    messages = client.beta.messages if beta else client.messages
    with warnings.catch_warnings(), pytest.raises(pydantic.ValidationError) as caught:
        warnings.simplefilter("ignore", DeprecationWarning)
        if streams and asynchronous:
            async with messages.stream(output_format=Person, **ASK) as stream:
                await stream.until_done()
        elif streams:
            with messages.stream(output_format=Person, **ASK) as stream:
                stream.until_done()
        elif asynchronous:
            await messages.parse(output_format=Person, **ASK)
        else:
            messages.parse(output_format=Person, **ASK)
    return caught.value


def ours(error: Any) -> Any:
    """The error with the text: the one that is caught, or its cause where that is not to be had.

    Programs that caught pydantic's error have to catch it still, but not every version of pydantic
    has one that can be extended.
    """
    if SUBCLASSES_PYDANTIC:
        assert type(error) is OutputValidationError
        return error
    assert type(error.__cause__) is OutputValidationError
    return error.__cause__


@pytest.mark.parametrize("asynchronous", [False, True])
@pytest.mark.parametrize("beta", [False, True])
@pytest.mark.parametrize("streams", [False, True])
async def test_constraints_that_were_not_sent_are_checked(
    streams: bool, beta: bool, asynchronous: bool
) -> None:
    error = await raised(TOO_YOUNG, streams=streams, beta=beta, asynchronous=asynchronous)

    assert [line["loc"] for line in error.errors()] == [("age",)]
    told = ours(error)
    assert isinstance(told, AnthropicError)
    assert isinstance(told, ValueError)
    assert told.text == TOO_YOUNG
    assert told.message is not None and told.message.id == "msg_1"
    assert told.message.content[0].text == TOO_YOUNG


@pytest.mark.parametrize("text", ['{"age": 20, "pet": "c', "I cannot do that.", ""])
async def test_text_that_is_no_json(text: str) -> None:
    error = await raised(text, streams=False, beta=False, asynchronous=False)

    assert len(error.errors()) == 1
    told = ours(error)
    assert told.text == text
    assert told.message is not None and told.message.stop_reason == "end_turn"


async def test_the_error_says_what_pydantic_says() -> None:
    error = await raised(TOO_YOUNG, streams=False, beta=False, asynchronous=False)

    with pytest.raises(pydantic.ValidationError) as caught:
        read(Person, TOO_YOUNG)

    assert str(error) == str(caught.value)
    assert error.errors() == caught.value.errors()
    assert error.json() == caught.value.json()


@pytest.mark.parametrize(
    ("stop_reason", "told"),
    [
        ("max_tokens", "was cut: it reached the `max_tokens` of the request"),
        ("model_context_window_exceeded", "was cut: the context window of the model is full"),
        ("refusal", "refused to answer"),
        ("stop_sequence", "one of the `stop_sequences`"),
        ("tool_use", "wants a tool to be called first"),
        ("pause_turn", "is not finished"),
    ],
)
def test_the_error_tells_why_the_reply_stopped(stop_reason: str, told: str) -> None:
    content = {"type": "text", "text": '{"age": 20, "pet": "c'}
    client = Server(content, stop_reason=stop_reason).client()
    with pytest.raises(pydantic.ValidationError) as caught:
        client.messages.parse(output_format=Person, **ASK)

    error = ours(caught.value)
    first, _, rest = str(error).partition("\n")
    assert told in first and f"`{stop_reason}`" in first
    assert "validation error" in rest
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize("text", ['{"age": 20, "pet": "c', ""])
async def test_a_stream_tells_that_its_text_ends_too_early(text: str) -> None:
    error = await raised(text, streams=True, beta=False, asynchronous=False)

    assert str(ours(error)).startswith("The text ends before its JSON does")


@pytest.mark.parametrize("content", [None, [], ["not a block"]])
def test_a_reply_without_blocks_has_no_output(content: Any) -> None:
    server = Server()
    server._content = content
    message = server.client().messages.parse(output_format=Person, **ASK)

    assert message.content == content
    if content != ["not a block"]:
        assert message.parsed_output is None


@pytest.mark.parametrize("again", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))])
async def test_the_error_travels(again: Any) -> None:
    error = ours(await raised(TOO_YOUNG, streams=False, beta=False, asynchronous=False))

    other = again(error)

    assert type(other) is OutputValidationError
    assert str(other) == str(error)
    assert (other.text, other.message) == (error.text, error.message)


def read(type_: Any, text: str) -> Any:
    """The value of a text by pydantic's own means."""
    of: Any = pydantic
    if PYDANTIC_V1:
        is_model = isinstance(type_, type) and issubclass(type_, pydantic.BaseModel)
        return type_.parse_raw(text) if is_model else of.parse_raw_as(type_, text)
    return of.TypeAdapter(type_).validate_json(text)


def _refused(kind: str) -> Any:
    def check(value: Any) -> Any:
        if kind == "assert":
            raise AssertionError("never {so}")
        if kind == "value" or PYDANTIC_V1:
            raise ValueError("never {so}")
        from pydantic_core import PydanticCustomError

        raise PydanticCustomError("own_kind", "never {so}", {"so": value})

    if PYDANTIC_V1:
        return {"check": pydantic.validator("field", allow_reuse=True)(check)}
    return {"check": pydantic.field_validator("field")(check)}


def _model(kind: str) -> Any:
    namespace = {"__annotations__": {"field": int}, "__module__": __name__, **_refused(kind)}
    return type("Checked", (pydantic.BaseModel,), namespace)


class Leaf(pydantic.BaseModel):
    name: Literal["a"]


ERRORS: Dict[str, Any] = {
    "a validator's ValueError": (_model("value"), '{"field": 1}'),
    "a validator's assertion": (_model("assert"), '{"field": 1}'),
    "a kind of a validator's own": (_model("own"), '{"field": 1}'),
    "several": (Person, "{}"),
    "deep inside": (Dict[str, List[Leaf]], '{"x": [{"name": "a"}, {"name": "b"}]}'),
    "in a union": (Union[int, Leaf, None], '"a"'),
    "another shape": (Person, "[]"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_all_kinds_of_problems_are_kept(name: str) -> None:
    type_, text = ERRORS[name]
    with pytest.raises(pydantic.ValidationError) as expected:
        read(type_, text)

    with pytest.raises(pydantic.ValidationError) as caught:
        parse_text(text, type_)

    error: Any = caught.value
    assert str(error) == str(expected.value)
    for line, other in zip(error.errors(), expected.value.errors()):
        assert (line["loc"], line["msg"], line["type"]) == (
            other["loc"],
            other["msg"],
            other["type"],
        )
    assert len(error.errors()) == len(expected.value.errors())
    assert ours(error).message is None
