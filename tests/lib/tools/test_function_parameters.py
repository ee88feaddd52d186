"""What a model is told about the parameters of a function, and what the function gets from it."""

from __future__ import annotations

import dataclasses
import enum
import functools
from typing import Any, Dict, List, Mapping, Optional, Set, Tuple, Union

import pydantic
import pytest
from typing_extensions import Annotated, Literal, Required, TypedDict

from anthropic._compat import PYDANTIC_V1
from anthropic.lib.tools import BetaAsyncFunctionTool, BetaFunctionTool, beta_async_tool, beta_tool


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


class Range(TypedDict, total=False):
    first: Required[int]
    last: int


class Place(pydantic.BaseModel):
    city_name: str = pydantic.Field(alias="cityName")


class Node(pydantic.BaseModel):
    name: str
    nodes: List[Node] = []


Short = Annotated[str, pydantic.Field(max_length=3, description="A code")]


def optional(value: Optional[int]) -> str:
    return repr(value)


def union(value: Union[int, str]) -> str:
    return repr(value)


def literal(value: Literal["web", "news"]) -> str:
    return repr(value)


def enumeration(value: Color) -> str:
    return repr(value)


def dataclass(value: Point) -> str:
    return repr(value)


def typed_dict(value: Range) -> str:
    return repr(value)


def model(value: Place) -> str:
    return repr(value)


def recursive(value: Node) -> str:
    return repr(value)


def constrained(value: Short) -> str:
    return repr(value)


def pairs(value: Tuple[int, str]) -> str:
    return repr(value)


def distinct(value: Set[int]) -> str:
    return repr(value)


def mapping(value: Mapping[str, List[int]]) -> str:
    return repr(value)


def anything(value: Any) -> str:
    return repr(value)


def flag(value: bool) -> str:
    return repr(value)


NOT_FITTING = object()
"""Every value fits"""

# The function; a part of what the model is told; what it may give and the function then gets; what
# is refused.
PARAMETERS: List[Tuple[Any, Dict[str, Any], Any, str, Any]] = [
    (optional, {"anyOf": [{"type": "integer"}, {"type": "null"}]}, None, "None", "x"),
    (union, {"anyOf": [{"type": "integer"}, {"type": "string"}]}, "1", "'1'", None),
    (literal, {"enum": ["web", "news"], "type": "string"}, "web", "'web'", "books"),
    (enumeration, {"$ref": "#/$defs/Color"}, "red", repr(Color.RED), "RED"),
    (dataclass, {"$ref": "#/$defs/Point"}, {"x": "1"}, repr(Point(1)), {"y": 1}),
    (typed_dict, {"$ref": "#/$defs/Range"}, {"first": "1"}, "{'first': 1}", {"last": 1}),
    (model, {"$ref": "#/$defs/Place"}, {"cityName": "Rome"}, "Place(city_name='Rome')", {}),
    (
        recursive,
        {"$ref": "#/$defs/Node"},
        {"name": "a", "nodes": [{"name": "b"}]},
        "Node(name='a', nodes=[Node(name='b', nodes=[])])",
        {"name": "a", "nodes": [{}]},
    ),
    (constrained, {"maxLength": 3, "description": "A code"}, "abc", "'abc'", "abcd"),
    (pairs, {"type": "array", "maxItems": 2, "minItems": 2}, [1, "a"], "(1, 'a')", [1]),
    (distinct, {"type": "array", "uniqueItems": True}, [1, 1], "{1}", "x"),
    (mapping, {"type": "object"}, {"a": ["1"]}, "{'a': [1]}", {"a": 1}),
    (anything, {"title": "Value"}, {"a": [None]}, "{'a': [None]}", NOT_FITTING),
    (flag, {"type": "boolean"}, "true", "True", 2),
]


def twins(function: Any) -> Tuple[BetaFunctionTool[Any], BetaAsyncFunctionTool[Any]]:
    """The tools of both flavours."""

    @functools.wraps(function)
    async def asynchronous(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return beta_tool(function), beta_async_tool(asynchronous)


if not PYDANTIC_V1:

    @pytest.mark.parametrize(
        ("function", "told", "given", "got", "refused"),
        PARAMETERS,
        ids=[parameter[0].__name__ for parameter in PARAMETERS],
    )
    async def test_kinds_of_parameters(
        function: Any, told: Any, given: Any, got: str, refused: Any
    ) -> None:
        tool, async_tool = twins(function)
        schema: Any = tool.input_schema
        assert schema["properties"]["value"].items() >= told.items()
        assert schema["required"] == ["value"]
        assert async_tool.to_dict() == tool.to_dict()
        assert tool.call({"value": given}) == got
        assert await async_tool.call({"value": given}) == got
        if refused is not NOT_FITTING:
            message = f"^Invalid arguments for function {function.__name__}$"
            with pytest.raises(ValueError, match=message) as caught:
                tool.call({"value": refused})
            assert isinstance(caught.value.__cause__, pydantic.ValidationError)
            with pytest.raises(ValueError, match=message):
                await async_tool.call({"value": refused})

    def test_types_are_described_once_beside_the_parameters() -> None:
        def draw(place: Place, color: Color, other: Color) -> str:
            return ""

        schema: Any = beta_tool(draw).input_schema
        assert schema["$defs"]["Color"]["enum"] == ["red", "blue"]
        assert schema["$defs"]["Place"]["required"] == ["cityName"]
        assert sorted(schema["$defs"]) == ["Color", "Place"]

    def test_defaults_are_told_and_not_shared() -> None:
        def search(
            words: List[str] = [],  # noqa: B006  # as people write it
            color: Color = Color.RED,
            *,
            limit: int = 10,
        ) -> str:
            words.append("x")
            return f"{words} {color.name} {limit}"

        tool = beta_tool(search)
        schema: Any = tool.input_schema
        assert "required" not in schema
        assert [found["default"] for found in schema["properties"].values()] == [[], "red", 10]
        given: Dict[str, Any] = {"words": ["a"], "limit": "2"}
        assert tool.call(given) == "['a', 'x'] RED 2"
        assert given == {"words": ["a"], "limit": "2"}, "what the model wrote stays as it was"

    def test_parameters_may_have_any_name() -> None:
        def odd(self: int, input: int, args: int, kwargs: int, model_config: int, été: int) -> str:
            return repr((self, input, args, kwargs, model_config, été))

        names = ["self", "input", "args", "kwargs", "model_config", "été"]
        tool = beta_tool(odd)
        assert tool.input_schema["required"] == names
        assert tool.call(dict(zip(names, range(6)))) == "(0, 1, 2, 3, 4, 5)"

    def test_a_function_without_parameters() -> None:
        tool = beta_tool(lambda: "x")
        assert tool.name == "<lambda>"
        assert tool.input_schema == {
            "type": "object",
            "properties": {},
            "additionalProperties": False,
        }
        assert tool.call({}) == "x"
        with pytest.raises(ValueError, match="Invalid arguments"):
            tool.call({"a": 1})

    # -- other than plain functions

    class Store:
        prefix = "store"

        def get(self, key: int) -> str:
            """Gets."""
            return f"{self.prefix} {key!r}"

        @classmethod
        def describe(cls, key: int) -> str:
            """Describes."""
            return f"{cls.__name__} {key!r}"

        @staticmethod
        def double(key: int) -> str:
            """Doubles."""
            return repr(key * 2)

        async def fetch(self, key: int) -> str:
            """Fetches."""
            return f"{self.prefix} {key!r}"

        def __call__(self, key: int) -> str:
            """Calls."""
            return f"called {key!r}"

    @pytest.mark.parametrize(
        ("function", "name", "description", "result"),
        [
            (Store().get, "get", "Gets.", "store 1"),
            (Store.describe, "describe", "Describes.", "Store 1"),
            (Store().describe, "describe", "Describes.", "Store 1"),
            (Store.double, "double", "Doubles.", "2"),
            (Store().__call__, "__call__", "Calls.", "called 1"),
            (functools.lru_cache(Store.double), "double", "Doubles.", "2"),
        ],
    )
    def test_methods(function: Any, name: str, description: str, result: str) -> None:
        tool = beta_tool(function)
        assert (tool.name, tool.description) == (name, description)
        assert list(tool.input_schema["properties"]) == ["key"]
        assert tool.call({"key": "1"}) == result

    async def test_asynchronous_methods() -> None:
        tool = beta_async_tool(Store().fetch)
        assert tool.description == "Fetches."
        assert await tool.call({"key": "1"}) == "store 1"

    def find(text: str, *, user: int, limit: int = 5) -> str:
        """Finds.

        Args:
            text: What to find
            user: Whose documents
        """
        return f"{text} {user!r} {limit!r}"

    async def find_async(text: str, *, user: int, limit: int = 5) -> str:
        """Finds.

        Args:
            text: What to find
        """
        return find(text, user=user, limit=limit)

    def test_a_partial_function_has_the_rest_of_the_parameters() -> None:
        """What is given already is nothing that the model could change."""
        tool = beta_tool(functools.partial(find, user=7))
        assert tool.to_dict() == {
            "name": "find",
            "description": "Finds.",
            "input_schema": {
                "type": "object",
                "properties": {
                    "text": {"title": "Text", "type": "string", "description": "What to find"},
                    "limit": {"title": "Limit", "type": "integer", "default": 5},
                },
                "additionalProperties": False,
                "required": ["text"],
            },
        }
        assert tool.call({"text": "x", "limit": "2"}) == "x 7 2"
        with pytest.raises(ValueError, match="Invalid arguments for function find"):
            tool.call({"text": "x", "user": 8})
        by_position = beta_tool(functools.partial(find, "x"), name="find_x")
        assert by_position.name == "find_x"
        assert by_position.call({"user": "1"}) == "x 1 5"

    async def test_a_partial_coroutine_function() -> None:
        tool = beta_async_tool(functools.partial(find_async, user=7))
        assert list(tool.input_schema["properties"]) == ["text", "limit"]
        assert await tool.call({"text": "x"}) == "x 7 5"

    def test_a_partial_function_with_a_schema_of_its_own() -> None:
        """A schema can offer to change what the partial function sets."""
        offered: Dict[str, object] = {"type": "object", "properties": {"text": {}, "user": {}}}
        function = functools.partial(find, user=7)
        tool = beta_tool(function, name="look", description="Looks.", input_schema=offered)
        assert (tool.name, tool.description, tool.input_schema) == ("look", "Looks.", offered)
        assert tool.call({"text": "x"}) == "x 7 5"
        assert tool.call({"text": "x", "user": "8"}) == "x 8 5"
        silent = beta_tool(function, input_schema={"type": "object"})
        assert silent.call({"text": "x"}) == "x 7 5"
        with pytest.raises(ValueError, match="Invalid arguments"):
            silent.call({"text": "x", "user": 8})

    @pytest.mark.parametrize("function", [functools.partial(find, "x"), functools.partial(find)])
    def test_a_partial_function_that_looks_like_its_origin(function: Any) -> None:
        """As programs make it to give it a name; that does not give its arguments back."""
        left = [name for name in ("text", "user", "limit") if name != "text" or not function.args]
        functools.update_wrapper(function, find)
        function.__name__ = "find_more"
        function.__doc__ = "Finds more."
        tool = beta_tool(function)
        assert (tool.name, tool.description) == ("find_more", "Finds more.")
        assert list(tool.input_schema["properties"]) == left
        assert tool.call(dict(zip(left, ["x", 7, 5][-len(left) :]))) == "x 7 5"

    @pytest.mark.parametrize(
        "other",
        [Place, Store, Store(), len, functools.partial(len), functools.partial(Store), "find", 3],
    )
    @pytest.mark.parametrize("make", [beta_tool, beta_async_tool])
    def test_what_is_no_function_is_refused_by_name(make: Any, other: Any) -> None:
        with pytest.raises(TypeError, match="made from a function or a method, not from") as caught:
            make(other, name="find", input_schema={"type": "object"})
        assert repr(other) in str(caught.value)

    def test_types_that_cannot_be_found() -> None:
        """As with a class that is defined in a function, where annotations are texts."""

        class Local(pydantic.BaseModel):
            a: int

        def use(value: Local) -> str:
            return ""

        with pytest.raises(NameError, match="name 'Local' is not defined") as caught:
            beta_tool(use)
        assert "the tool use" in str(caught.value)
        assert "defined in the module" in str(caught.value)

    @pytest.mark.parametrize("schema", [int, Range, 3, "object", ["a"]])
    @pytest.mark.parametrize("make", [beta_tool, beta_async_tool])
    def test_what_is_no_schema(make: Any, schema: Any) -> None:
        with pytest.raises(TypeError, match="`input_schema` must be a JSON schema") as caught:
            make(find, input_schema=schema)
        assert repr(schema) in str(caught.value)
