"""The tool runners, sync and async, streaming or not, under asyncio and trio: one interface."""

from __future__ import annotations

import inspect
import json
from typing import Any, Callable, Dict, List, Optional

import anyio

from anthropic import Anthropic, AsyncAnthropic
from anthropic.lib.tools import BetaAsyncBuiltinFunctionTool, BetaBuiltinFunctionTool
from anthropic.testing import LocalServer

Json = Dict[str, Any]
Function = Callable[..., Any]


def call(name: str, /, **input: Any) -> Json:
    """A tool call of the model."""
    return {"type": "tool_use", "name": name, "input": input}


def roles(messages: List[Any]) -> List[str]:
    return [message["role"] for message in messages]


def described(name: str) -> Any:
    return {"name": name, "input_schema": {"type": "object"}}


class Tool(BetaBuiltinFunctionTool):
    """A tool that needs no pydantic 2."""

    def __init__(self, name: str, function: Function, timeout: Optional[float] = None) -> None:
        self.tool_name = name
        self.function = function
        self.tool_timeout = timeout

    def to_dict(self) -> Any:
        return described(self.tool_name)

    def call(self, input: Any) -> Any:
        return self.function(**input)


class AsyncTool(BetaAsyncBuiltinFunctionTool):
    def __init__(self, name: str, function: Function, timeout: Optional[float] = None) -> None:
        self.tool_name = name
        self.function = function
        self.tool_timeout = timeout

    def to_dict(self) -> Any:
        return described(self.tool_name)

    async def call(self, input: Any) -> Any:
        result = self.function(**input)
        return await result if inspect.isawaitable(result) else result


class Loop:
    """One kind of tool runner, speaking to a local server."""

    def __init__(self, server: LocalServer, kind: str) -> None:
        self.server = server
        self.backend, _, streams = kind.partition("-")
        self.streams = bool(streams)
        self.is_async = self.backend != "sync"
        options: Any = {"base_url": server.url, "api_key": server.api_key, "max_retries": 0}
        self.client: Any = AsyncAnthropic(**options) if self.is_async else Anthropic(**options)

    def tool(self, name: str, function: Function, timeout: Optional[float] = None) -> Any:
        return (AsyncTool if self.is_async else Tool)(name, function, timeout)

    def start(self, *tools: Any, **params: Any) -> Any:
        given: Json = {
            "model": "claude-haiku-4-5",
            "max_tokens": 1000,
            "messages": [{"role": "user", "content": "Go."}],
            "tools": list(tools),
            **({"stream": True} if self.streams else {}),
            **params,
        }
        return self.client.beta.messages.tool_runner(**given)

    def finish(self, runner: Any) -> Any:
        """The last message, after everything."""
        if self.is_async:
            return anyio.run(runner.until_done, backend=self.backend)
        return runner.until_done()

    def visit(self, runner: Any, visitor: Callable[[Any], Any]) -> None:
        """Iterates; stops when the visitor returns something true, or the awaitable of it."""

        async def visit() -> None:
            async for item in runner:
                stops = visitor(item)
                if await stops if inspect.isawaitable(stops) else stops:
                    break

        if self.is_async:
            anyio.run(visit, backend=self.backend)
            return
        for item in runner:
            if visitor(item):
                break

    def close(self, runner: Any) -> None:
        if self.is_async:
            anyio.run(runner.close, backend=self.backend)
        else:
            runner.close()

    def sent(self, request: int = -1) -> Json:
        """The body of a request that the server received."""
        body: Json = self.server.requests[request].json()
        return body

    def results(self, request: int = -1) -> List[Json]:
        """The tool results at the end of a request."""
        message = self.sent(request)["messages"][-1]
        assert message["role"] == "user"
        blocks: List[Json] = message["content"]
        assert all(block["type"] == "tool_result" for block in blocks)
        return blocks

    def resume(self, runner: Any, *tools: Any) -> Any:
        """Goes on from the messages of a runner; the server checks that they are valid."""
        messages = json.loads(json.dumps(runner.messages))
        if messages[-1]["role"] == "assistant":
            messages.append({"role": "user", "content": "Go on."})
        return self.finish(self.start(*tools, messages=messages))
