"""Python functions as tools of a runner, and what type checkers and `help` are told."""

from __future__ import annotations

import threading
import typing
from typing import Any, List

import anyio
import pydantic
import pytest

from anthropic._compat import PYDANTIC_V1
from anthropic.lib.tools import beta_async_tool, beta_tool
from anthropic.resources.beta.messages import AsyncMessages, Messages
from tests.lib.tools.loops import Loop, call


@pytest.mark.parametrize("resource", [Messages, AsyncMessages])
def test_annotations_can_be_read(resource: Any) -> None:
    hints = typing.get_type_hints(resource.tool_runner)
    assert "BetaToolDenial" in str(hints["approve_tool_call"])
    assert "redact" in str(hints["on_tool_error"])


if not PYDANTIC_V1:

    def even(value: int) -> int:
        if value % 2:
            raise ValueError("odd numbers are for premium customers")
        return value

    Even = typing.Annotated[int, pydantic.AfterValidator(even)] if not PYDANTIC_V1 else int

    def test_an_input_that_does_not_fit(loop: Loop) -> None:
        """The model learns what is wrong with its own input, also where errors are kept from it."""

        def add(a: int, b: int) -> str:
            return str(a + b)

        async def add_async(a: int, b: int) -> str:
            return str(a + b)

        add_async.__name__ = "add"
        tool: Any = beta_async_tool(add_async) if loop.is_async else beta_tool(add)
        for policy, told in [
            ("return", "ValueError('Invalid arguments for function add')"),
            (
                "redact",
                "Error: the input does not fit tool 'add': a: Input should be a valid integer, "
                "unable to parse string as an integer; b: Missing required argument",
            ),
        ]:
            loop.server.reset()
            loop.server.reply_next(call("add", a="x"))
            loop.finish(loop.start(tool, on_tool_error=policy))
            assert [block["content"] for block in loop.results()] == [told]

    def test_validators_of_the_program_keep_their_texts_to_themselves() -> None:
        @beta_tool
        def halve(number: int) -> str:
            return str(number // 2)

        halve.func.__annotations__["number"] = Even
        strict = beta_tool(halve.func)
        assert strict.explain_input({"number": 3}) == "number: it is not valid"
        assert strict.explain_input({"number": 4}) is None
        assert strict.explain_input([]) == "Input must be a dictionary, got list"

    def test_a_timeout_of_a_tools_own(loop: Loop) -> None:
        forever = threading.Event()

        @beta_tool(timeout=0.05)
        def hang() -> str:
            """Never returns."""
            forever.wait(30)
            return ""

        @beta_async_tool(timeout=0.05)
        async def hang_async() -> str:
            """Never returns."""
            await anyio.sleep_forever()
            return ""

        tool: Any = hang_async if loop.is_async else hang
        assert "timeout" not in str(tool.to_dict())
        loop.server.reply_next(call(tool.name))
        try:
            loop.finish(loop.start(tool, tool_timeout=60))
        finally:
            forever.set()
        (result,) = loop.results()
        assert "did not finish within 0.05 seconds" in result["content"]

    @pytest.mark.parametrize("make", [beta_tool, beta_async_tool])
    @pytest.mark.parametrize("seconds", [0, -1])
    def test_timeouts_are_positive(make: Any, seconds: float) -> None:
        with pytest.raises(ValueError, match="`timeout` is in seconds and must be positive"):
            make(lambda: "", name="x", timeout=seconds)

    def test_context_variables_reach_tools_in_threads(loop: Loop) -> None:
        import contextvars

        user: contextvars.ContextVar[str] = contextvars.ContextVar("user")
        user.set("ada")
        seen: List[str] = []

        def who() -> str:
            seen.append(user.get())
            return "x"

        loop.server.reply_next(call("who"), call("who"))
        loop.finish(loop.start(loop.tool("who", who), max_concurrency=2))
        assert seen == ["ada", "ada"]
