"""Python functions as tools."""

from __future__ import annotations

import functools
from typing import Any, Dict, List, Optional

import pydantic
import pytest
from typing_extensions import Annotated

from anthropic._compat import PYDANTIC_V1
from anthropic.lib.tools import (
    BetaAsyncFunctionTool,
    BetaBuiltinFunctionTool,
    BetaFunctionTool,
    beta_async_tool,
    beta_tool,
)


class Place(pydantic.BaseModel):
    city: str


def weather(place: Place, unit: str = "c", days: Optional[int] = None) -> str:
    """Looks up the weather.

    Uses a service that knows every city.

    Args:
        place: Where to look
        unit: c or f
    """
    return f"{place.city} {unit} {days!r}"


class Weather:
    def __call__(self, city: str) -> str:
        return city


if PYDANTIC_V1:

    def test_pydantic_2_is_required() -> None:
        with pytest.raises(RuntimeError, match="pydantic 2"):
            beta_tool(weather)

else:

    def test_description_and_schema_come_from_the_function() -> None:
        tool = beta_tool(weather)

        assert tool.to_dict() == {
            "name": "weather",
            "description": "Looks up the weather.\n\nUses a service that knows every city.",
            "input_schema": {
                "$defs": {
                    "Place": {
                        "properties": {"city": {"title": "City", "type": "string"}},
                        "required": ["city"],
                        "title": "Place",
                        "type": "object",
                    }
                },
                "additionalProperties": False,
                "properties": {
                    "place": {"$ref": "#/$defs/Place", "description": "Where to look"},
                    "unit": {
                        "default": "c",
                        "description": "c or f",
                        "title": "Unit",
                        "type": "string",
                    },
                    "days": {
                        "anyOf": [{"type": "integer"}, {"type": "null"}],
                        "default": None,
                        "title": "Days",
                    },
                },
                "required": ["place"],
                "type": "object",
            },
        }

    @pytest.mark.parametrize(
        "docstring",
        [
            "Adds.\n\nArgs:\n    a: The first\n",
            "Adds.\n\n:param a: The first\n",
            "Adds.\n\nParameters\n----------\na : int\n    The first\n",
            "Adds.\n\n@param a: The first\n",
        ],
        ids=["google", "rest", "numpy", "epydoc"],
    )
    def test_docstring_styles(docstring: str) -> None:
        def add(a: int) -> str:
            return str(a)

        add.__doc__ = docstring
        tool = beta_tool(add)
        assert tool.description == "Adds."
        assert tool.input_schema["properties"] == {
            "a": {"title": "A", "type": "integer", "description": "The first"}
        }

    def test_a_field_description_wins_over_the_docstring() -> None:
        def add(a: Annotated[int, pydantic.Field(description="from the field")]) -> str:
            """Adds.

            Args:
                a: from the docstring
            """
            return str(a)

        # annotations of local functions are strings here: give pydantic the real ones
        add.__annotations__["a"] = Annotated[int, pydantic.Field(description="from the field")]
        schema: Any = beta_tool(add).input_schema
        assert schema["properties"]["a"]["description"] == "from the field"

    def test_untyped_and_variable_keyword_parameters() -> None:
        def loose(a, **rest: int):  # type: ignore[no-untyped-def]
            return ""

        assert beta_tool(loose).input_schema == {
            "type": "object",
            "properties": {"a": {"title": "A"}},
            "additionalProperties": {"type": "integer"},
            "required": ["a"],
        }
        assert beta_tool(loose).description == ""

    def test_parameters_that_have_no_name_for_a_model() -> None:
        """It gives arguments by name; what can be left out is left out."""

        def loose(a: int, *rest: int) -> str:
            return f"{a} {rest}"

        def optional(a: int = 1, /, *, b: str) -> str:
            return f"{a} {b}"

        def positional(a: int, /, b: int) -> str:
            return f"{a} {b}"

        tool = beta_tool(loose)
        assert tool.input_schema == {
            "type": "object",
            "properties": {"a": {"title": "A", "type": "integer"}},
            "additionalProperties": False,
            "required": ["a"],
        }
        assert tool.call({"a": "2"}) == "2 ()"
        assert list(beta_tool(optional).input_schema["properties"]) == ["b"]
        assert beta_tool(optional).call({"b": "x"}) == "1 x"
        with pytest.raises(TypeError, match="positional-only parameter `a`"):
            beta_tool(positional)

    def test_options() -> None:
        class Input(pydantic.BaseModel):
            x: int

        @beta_tool(name="n", description="d", input_schema=Input, defer_loading=True)
        def tool(x: int) -> str:
            return str(x)

        assert isinstance(tool, BetaFunctionTool)
        assert tool.to_dict() == {
            "name": "n",
            "description": "d",
            "input_schema": Input.model_json_schema(),
            "defer_loading": True,
        }
        given: Dict[str, object] = {"type": "object"}
        assert beta_tool(tool.func, input_schema=given).input_schema is given

    def test_calling_the_tool_calls_the_function_unchecked() -> None:
        @beta_tool
        def echo(x: int) -> str:
            return repr(x)

        assert echo("1") == "'1'"  # type: ignore[arg-type]
        assert echo.func("1") == "'1'"  # type: ignore[arg-type]

    def test_call_validates_and_coerces() -> None:
        tool = beta_tool(weather)
        assert tool.call({"place": {"city": "Oslo"}, "days": "3"}) == "Oslo c 3"

    @pytest.mark.parametrize("input", [{}, {"place": 1}, {"place": {"city": "a"}, "other": 1}])
    def test_call_refuses_bad_arguments(input: object) -> None:
        with pytest.raises(ValueError, match="Invalid arguments for function weather"):
            beta_tool(weather).call(input)

    def test_call_refuses_other_inputs() -> None:
        with pytest.raises(TypeError, match="Input must be a dictionary, got NoneType"):
            beta_tool(weather).call(None)

    def test_a_validation_error_of_the_tool_itself_is_not_the_models_fault() -> None:
        @beta_tool
        def broken() -> str:
            Place(city=[])  # type: ignore[arg-type]
            return ""

        with pytest.raises(pydantic.ValidationError):
            broken.call({})

    @pytest.mark.parametrize("other", [functools.partial(weather, unit="f"), len, Weather(), 3])
    def test_what_is_no_function_is_refused_by_name(other: Any) -> None:
        with pytest.raises(TypeError, match="made from a function or a method, not from") as caught:
            beta_tool(other, name="weather")
        assert repr(other) in str(caught.value)

    def test_a_sync_tool_does_not_call_a_coroutine_function() -> None:
        async def later() -> str:
            return "x"

        with pytest.raises(RuntimeError, match="beta_async_tool"):
            beta_tool(later).call({})  # type: ignore[type-var]

    @pytest.mark.asyncio
    async def test_async_tools() -> None:
        @beta_async_tool
        async def add(a: int, b: int) -> str:
            """Adds."""
            return str(a + b)

        assert isinstance(add, BetaAsyncFunctionTool)
        assert await add.call({"a": 1, "b": "2"}) == "3"
        with pytest.raises(ValueError, match="Invalid arguments for function add"):
            await add.call({"a": 1})

        renamed = beta_async_tool(name="plus")(add.func)
        assert renamed.name == "plus"

        wrong = beta_async_tool(weather)  # type: ignore[type-var]
        with pytest.raises(RuntimeError, match="beta_tool"):
            await wrong.call({"place": {"city": "Oslo"}})

    def test_methods_are_tools_too() -> None:
        class Store:
            def get(self, key: str, tags: List[str]) -> str:
                """Gets."""
                return key + ",".join(tags)

        tool = beta_tool(Store().get)
        assert tool.input_schema["required"] == ["key", "tags"]
        assert tool.call({"key": "k", "tags": ["a", "b"]}) == "ka,b"


@pytest.mark.parametrize(
    ("param", "name"),
    [
        ({"type": "memory_20250818", "name": "memory"}, "memory"),
        ({"type": "mcp_toolset", "mcp_server_name": "files"}, "files"),
    ],
)
def test_names_of_builtin_tools(param: Any, name: str) -> None:
    class Tool(BetaBuiltinFunctionTool):
        def to_dict(self) -> Any:
            return param

        def call(self, input: object) -> str:
            return ""

    assert Tool().name == name
