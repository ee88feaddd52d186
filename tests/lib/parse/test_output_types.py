"""Which types a reply can be asked for as, what is sent for them, and what comes back."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import json
import warnings
from typing import Any, Dict, Generic, List, NamedTuple, Optional, Set, Tuple, TypeVar, Union

import pydantic
import pytest
from typing_extensions import Literal, TypedDict

from anthropic import AsyncAnthropic, transform_schema
from anthropic._compat import PYDANTIC_V1, GenericModel
from tests.lib.parse.replies import ASK, Server, replying

T = TypeVar("T")


class Color(enum.Enum):
    red = "red"
    blue = "blue"


class Mixed(enum.Enum):
    one = 1
    two = "two"


class Item(pydantic.BaseModel):
    name: str
    price: float = 0.0
    color: Optional[Color] = None


class Order(pydantic.BaseModel):
    items: List[Item]
    placed: datetime.datetime
    kind: Literal["retail", "trade"]


class Node(pydantic.BaseModel):
    value: int
    next: Optional[Node] = None


class Pair(GenericModel, Generic[T]):
    left: T
    right: List[T]


class Cat(pydantic.BaseModel):
    kind: Literal["cat"]
    lives: int


class Dog(pydantic.BaseModel):
    kind: Literal["dog"]
    tricks: List[str]


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


class Address(TypedDict):
    city: str


class Span(NamedTuple):
    first: int
    last: int


if PYDANTIC_V1:
    Node.update_forward_refs()

WHEN = datetime.datetime(2024, 5, 1, 12, 0, tzinfo=datetime.timezone.utc)

CASES: Dict[str, Tuple[Any, str, Any]] = {
    "a model": (Item, '{"name": "tea"}', Item(name="tea")),
    "models in a model": (
        Order,
        '{"items": [{"name": "tea", "price": 2, "color": "red"}], '
        '"placed": "2024-05-01T12:00:00Z", "kind": "trade"}',
        Order(items=[Item(name="tea", price=2, color=Color.red)], placed=WHEN, kind="trade"),
    ),
    "a recursive model": (
        Node,
        '{"value": 1, "next": {"value": 2, "next": null}}',
        Node(value=1, next=Node(value=2)),
    ),
    "a generic model": (Pair[int], '{"left": 1, "right": [2]}', Pair[int](left=1, right=[2])),
    "a dataclass": (Point, '{"x": 1}', Point(1)),
    "a TypedDict": (Address, '{"city": "Rome"}', {"city": "Rome"}),
    "a list": (List[Item], '[{"name": "tea"}]', [Item(name="tea")]),
    "a set": (Set[int], "[1, 2, 2]", {1, 2}),
    "a tuple": (Tuple[int, Item], '[1, {"name": "tea"}]', (1, Item(name="tea"))),
    "a named tuple": (Span, "[1, 2]", Span(1, 2)),
    "a union": (Union[Cat, Dog], '{"kind": "dog", "tricks": []}', Dog(kind="dog", tricks=[])),
    "an optional model": (Optional[Item], '{"name": "tea"}', Item(name="tea")),
    "a number": (int, "12", 12),
    "an enumeration": (Color, '"blue"', Color.blue),
    "an enumeration of several types": (Mixed, '"two"', Mixed.two),
    "literals": (Literal["a", "b"], '"b"', "b"),
    "literals of several types": (Literal["a", 1], "1", 1),
    "a list of a union": (List[Union[int, str]], '[1, "a"]', [1, "a"]),
}


def assert_expressible(schema: Any, definitions: Any) -> None:
    """Only what the API takes: closed objects, known types, references that lead somewhere."""
    if "$ref" in schema:
        assert schema["$ref"].split("/")[-1] in definitions
        assert set(schema) <= {"$ref", "$defs"}
    else:
        assert "type" in schema or "anyOf" in schema or "allOf" in schema
    if schema.get("type") == "object":
        assert schema["additionalProperties"] is False
        assert set(schema.get("required", ())) <= set(schema["properties"])
    for inner in schema.get("properties", {}).values():
        assert_expressible(inner, definitions)
    for inner in [*schema.get("anyOf", ()), *schema.get("allOf", ())]:
        assert_expressible(inner, definitions)
    if "items" in schema:
        assert_expressible(schema["items"], definitions)


@pytest.mark.parametrize("name", CASES)
async def test_every_kind_of_type(name: str) -> None:
    type_, text, expected = CASES[name]
    server = replying(text)
    client, async_client = server.client(), server.async_client()

    parsed: List[Any] = [
        client.messages.parse(output_format=type_, **ASK),
        await async_client.messages.parse(output_format=type_, **ASK),
    ]
    with client.messages.stream(output_format=type_, **ASK) as stream:
        parsed.append(stream.get_final_message())
    async with async_client.messages.stream(output_format=type_, **ASK) as async_stream:
        parsed.append(await async_stream.get_final_message())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        parsed.append(client.beta.messages.parse(output_format=type_, **ASK))
        with client.beta.messages.stream(output_format=type_, **ASK) as beta_stream:
            parsed.append(beta_stream.get_final_message())
    client.messages.count_tokens(model="claude-test", messages=ASK["messages"], output_format=type_)

    for message in parsed:
        assert message.parsed_output == expected
        assert type(message.parsed_output) is type(expected)
    schema = server.schema
    assert all(body["output_config"] == server.body["output_config"] for body in server.sent)
    assert not any(
        key in body for body in server.sent for key in ("output_format", "strict_schema")
    )
    definitions = schema.get("$defs", {})
    assert_expressible(schema, definitions)
    for definition in definitions.values():
        assert_expressible(definition, definitions)


@pytest.mark.parametrize(
    ("type_", "text", "empty"),
    [(int, "0", 0), (bool, "false", False), (str, '""', ""), (List[int], "[]", [])],
)
async def test_the_first_output_that_is_not_empty_is_that_of_the_message(
    type_: Any, text: str, empty: Any
) -> None:
    messages: List[Any]
    full = {"0": "5", "false": "true", '""': '"a"', "[]": "[1]"}[text]
    for texts, found in (([text, text], None), ([text, full], json.loads(full))):
        server = Server(*({"type": "text", "text": each} for each in texts))
        client, async_client = server.client(), server.async_client()
        messages = [client.messages.parse(output_format=type_, **ASK)]
        async with async_client.messages.stream(output_format=type_, **ASK) as stream:
            messages.append(await stream.get_final_message())
        with pytest.warns(DeprecationWarning):
            messages.append(client.beta.messages.parse(output_format=type_, **ASK))
        for message in messages:
            first: Any = message.content[0]
            assert first.parsed_output == empty and first.parsed_output is not None
            assert message.parsed_output == found


def test_tuples_say_what_their_items_may_be() -> None:
    server = replying("{}")
    client = server.client()
    for type_, items in (
        (Tuple[int, str], {"anyOf": [{"type": "integer"}, {"type": "string"}]}),
        (Span, {"type": "integer"}),
    ):
        client.messages.count_tokens(
            model="claude-test", messages=ASK["messages"], output_format=type_
        )
        assert server.schema["items"] == items
        assert "prefixItems" in server.schema["description"]


def test_choices_stay_choices() -> None:
    server = replying("{}")

    server.client().messages.count_tokens(
        model="claude-test", messages=ASK["messages"], output_format=Order
    )

    schema = server.schema
    assert schema["properties"]["kind"]["enum"] == ["retail", "trade"]
    assert schema["$defs"]["Color"]["enum"] == ["red", "blue"]
    assert schema["$defs"]["Color"]["type"] == "string"


class Report(pydantic.BaseModel):
    scores: Dict[str, int]


class Nested(pydantic.BaseModel):
    reports: List[Report]


class Loose(pydantic.BaseModel):
    notes: List[Any]


@dataclasses.dataclass
class Settings:
    values: dict  # type: ignore[type-arg]  # as people write it


UNFIT: Dict[str, Tuple[Any, str]] = {
    "a dict": (Dict[str, int], "schema"),
    "a dict in a model": (Report, "Report.scores"),
    "a dict in a model in a list": (Nested, "Report.scores"),
    "a bare dict in a dataclass": (Settings, "Settings.values"),
    "anything in a list": (Loose, "Loose.notes[]"),
    "anything": (Any, "schema"),
}


@pytest.mark.parametrize("name", UNFIT)
async def test_what_cannot_be_expressed_is_refused(name: str) -> None:
    type_, place = UNFIT[name]
    server = replying("{}")
    client, async_client = server.client(), server.async_client()
    count: Any = {"model": "claude-test", "messages": ASK["messages"]}

    with pytest.raises(TypeError) as caught:
        client.messages.parse(output_format=type_, **ASK)
    with pytest.raises(TypeError):
        client.messages.stream(output_format=type_, **ASK)
    with pytest.raises(TypeError):
        client.messages.count_tokens(output_format=type_, **count)
    with pytest.raises(TypeError):
        await async_client.messages.parse(output_format=type_, **ASK)
    with pytest.raises(TypeError), pytest.warns(DeprecationWarning):
        client.beta.messages.parse(output_format=type_, **ASK)
    with pytest.raises(TypeError), pytest.warns(DeprecationWarning):
        client.beta.messages.stream(output_format=type_, **ASK)

    assert f"`{place}`" in str(caught.value)
    assert server.sent == []


async def test_free_keys_are_sent_closed_if_asked_for() -> None:
    server = replying('{"scores": {}}')
    client, async_client = server.client(), server.async_client()
    options: Any = {"output_format": Report, "strict_schema": False}

    client.messages.parse(**options, **ASK)
    client.messages.count_tokens(model="claude-test", messages=ASK["messages"], **options)
    with client.messages.stream(**options, **ASK) as stream:
        stream.until_done()
    await use_async(async_client, options)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        client.beta.messages.parse(**options, **ASK)
        with client.beta.messages.stream(**options, **ASK) as beta_stream:
            beta_stream.until_done()
        client.beta.messages.tool_runner(tools=[], **options, **ASK).until_done()
        with pytest.raises(TypeError, match=r"Report\.scores"):
            client.beta.messages.tool_runner(tools=[], output_format=Report, **ASK).until_done()

    assert len(server.sent) == 8
    for body in server.sent:
        schema = body["output_config"]["format"]["schema"]
        scores = schema["properties"]["scores"]
        assert (scores["properties"], scores["additionalProperties"]) == ({}, False)
        assert "strict_schema" not in json.dumps(body)
    assert transform_schema(Report, strict_schema=False) == server.schema


async def use_async(client: AsyncAnthropic, options: Any) -> None:
    await client.messages.parse(**options, **ASK)
    async with client.messages.stream(**options, **ASK) as stream:
        await stream.until_done()
