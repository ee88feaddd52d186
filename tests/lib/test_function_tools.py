"""Python functions as tools."""

from __future__ import annotations

from typing import Any, Dict, Optional

import pydantic
import pytest
from typing_extensions import Annotated

from anthropic._compat import PYDANTIC_V1
from anthropic.lib.tools import (
    BetaAsyncBuiltinFunctionTool,
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


if PYDANTIC_V1:

    @pytest.mark.parametrize("make", [beta_tool, beta_async_tool])
    def test_pydantic_2_is_required(make: Any) -> None:
        with pytest.raises(RuntimeError, match="pydantic 2"):
            make(weather)
        with pytest.raises(RuntimeError, match="pydantic 2"):
            make(name="weather", input_schema={"type": "object"})(weather)

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

    def test_what_a_docstring_does_not_say() -> None:
        def add(a: int, b: int) -> str:
            """
            Args:
                a:
                gone: A parameter of former days
            """
            return str(a + b)

        tool = beta_tool(add)
        assert tool.description == ""
        assert tool.input_schema["properties"] == {
            "a": {"title": "A", "type": "integer"},
            "b": {"title": "B", "type": "integer"},
        }

    class Input(pydantic.BaseModel):
        x: int

    GIVEN: Dict[str, object] = {"type": "object", "properties": {"x": {"minimum": 1}}}

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            ({}, {}),
            ({"name": "n"}, {"name": "n"}),
            ({"description": "d"}, {"description": "d"}),
            ({"input_schema": Input}, {"input_schema": Input.model_json_schema()}),
            ({"input_schema": GIVEN}, {"input_schema": GIVEN}),
            ({"defer_loading": True}, {"defer_loading": True}),
            ({"defer_loading": False}, {"defer_loading": False}),
        ],
    )
    @pytest.mark.parametrize("make", [beta_tool, beta_async_tool])
    def test_options(make: Any, options: Dict[str, Any], expected: Dict[str, Any]) -> None:
        def echo(x: int) -> str:
            """Echoes."""
            return repr(x)

        default: Dict[str, Any] = {
            "name": "echo",
            "description": "Echoes.",
            "input_schema": {
                "type": "object",
                "properties": {"x": {"title": "X", "type": "integer"}},
                "additionalProperties": False,
                "required": ["x"],
            },
        }
        usages = [make(echo, **options), make(**options)(echo), make(None, **options)(echo)]
        if not options:
            usages.append(make(echo))
        for tool in usages:
            assert isinstance(
                tool, BetaFunctionTool if make is beta_tool else BetaAsyncFunctionTool
            )
            assert tool.func is echo
            assert tool.to_dict() == {**default, **expected}
            assert tool.name == tool.to_dict()["name"]
            assert tool.description == tool.to_dict()["description"]
            assert tool.input_schema is tool.to_dict()["input_schema"]

    def test_a_schema_of_ones_own_does_not_change_what_the_function_takes() -> None:
        tool = beta_tool(lambda x, y=2: f"{x} {y}", name="n", input_schema=GIVEN)
        assert tool.call({"x": 0, "y": 3}) == "0 3"
        with pytest.raises(ValueError, match="^Invalid arguments for function n$"):
            tool.call({"z": 1})

    def test_calling_the_tool_calls_the_function_unchecked() -> None:
        @beta_tool
        def echo(x: int) -> str:
            return repr(x)

        assert echo("1") == "'1'"  # type: ignore[arg-type]
        assert echo.func("1") == "'1'"  # type: ignore[arg-type]

    async def test_calling_an_async_tool_calls_the_function_unchecked() -> None:
        @beta_async_tool
        async def echo(x: int, *, y: int = 2) -> str:
            return f"{x!r} {y!r}"

        assert await echo("1", y="2") == "'1' '2'"  # type: ignore[arg-type]
        assert await echo.func(1) == "1 2"

    def test_call_validates_and_coerces() -> None:
        tool = beta_tool(weather)
        assert tool.call({"place": {"city": "Oslo"}, "days": "3"}) == "Oslo c 3"

    @pytest.mark.parametrize("input", [{}, {"place": 1}, {"place": {"city": "a"}, "other": 1}])
    def test_call_refuses_bad_arguments(input: object) -> None:
        with pytest.raises(ValueError, match="Invalid arguments for function weather"):
            beta_tool(weather).call(input)

    @pytest.mark.parametrize(
        ("input", "kind"), [(None, "NoneType"), ("{}", "str"), ([], "list"), (Input(x=1), "Input")]
    )
    async def test_call_refuses_other_inputs(input: object, kind: str) -> None:
        @beta_async_tool
        async def later() -> str:
            return ""

        for call in (beta_tool(weather).call, later.call):
            with pytest.raises(TypeError, match=f"^Input must be a dictionary, got {kind}$"):
                result: Any = call(input)
                await result

    def test_a_validation_error_of_the_tool_itself_is_not_the_models_fault() -> None:
        @beta_tool
        def broken() -> str:
            Place(city=[])  # type: ignore[arg-type]
            return ""

        with pytest.raises(pydantic.ValidationError):
            broken.call({})

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


@pytest.mark.parametrize(
    ("param", "name"),
    [
        ({"type": "memory_20250818", "name": "memory"}, "memory"),
        ({"type": "mcp_toolset", "mcp_server_name": "files"}, "files"),
        ({"type": "mcp_toolset", "mcp_server_name": "files", "name": "tools"}, "files"),
    ],
)
def test_names_of_builtin_tools(param: Any, name: str) -> None:
    class Tool(BetaBuiltinFunctionTool):
        def to_dict(self) -> Any:
            return param

        def call(self, input: object) -> str:
            return ""

    class AsyncTool(BetaAsyncBuiltinFunctionTool):
        def to_dict(self) -> Any:
            return param

        async def call(self, input: object) -> str:
            return ""

    assert Tool().name == AsyncTool().name == name


@pytest.mark.parametrize("base", [BetaBuiltinFunctionTool, BetaAsyncBuiltinFunctionTool])
@pytest.mark.parametrize("missing", ["to_dict", "call"])
def test_builtin_tools_say_what_they_are_and_do(base: Any, missing: str) -> None:
    methods: Dict[str, Any] = {"to_dict": lambda self: {}, "call": lambda self, input: ""}
    methods.pop(missing)
    with pytest.raises(TypeError, match=f"abstract.*{missing}"):
        type("Tool", (base,), methods)()
