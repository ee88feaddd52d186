"""The `tool_runner` methods: parameters in, a tool loop out; iterating it sends requests."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Dict, Optional, Tuple, Union

from ..._headers import list_header, merge_headers
from ..._types import Body, Headers, NotGiven, Omit, Query, not_given, omit
from .._prepare import warn_about_model
from ._beta_compaction_control import check_compaction_control
from ._runner_options import as_list, take_options

if TYPE_CHECKING:
    import httpx

    from ...resources.beta.messages.messages import AsyncMessages, Messages
    from ._beta_runner import (
        BetaAsyncStreamingToolRunner,
        BetaAsyncToolRunner,
        BetaStreamingToolRunner,
        BetaToolRunner,
    )

Params = Dict[str, Any]
Timeout = Union[float, "httpx.Timeout", None, NotGiven]


def run_tools(
    resource: Messages,
    params: Params,
    *,
    extra_headers: Optional[Headers] = None,
    extra_query: Optional[Query] = None,
    extra_body: Optional[Body] = None,
    timeout: Timeout = not_given,
) -> Union[BetaToolRunner[Any], BetaStreamingToolRunner[Any]]:
    """Returns the tool loop for `params`: a streaming one if `params["stream"]` is true."""
    from ._beta_runner import (
        ASYNC_RUNNABLE_TOOLS,
        RUNNABLE_TOOLS,
        BetaStreamingToolRunner,
        BetaToolRunner,
    )

    streams, state = _plan(params, RUNNABLE_TOOLS, ASYNC_RUNNABLE_TOOLS)
    options = _options(state.pop("betas"), extra_headers, extra_query, extra_body, timeout)
    if streams:
        return BetaStreamingToolRunner(resource=resource, options=options, **state)
    return BetaToolRunner(resource=resource, options=options, **state)


def async_run_tools(
    resource: AsyncMessages,
    params: Params,
    *,
    extra_headers: Optional[Headers] = None,
    extra_query: Optional[Query] = None,
    extra_body: Optional[Body] = None,
    timeout: Timeout = not_given,
) -> Union[BetaAsyncToolRunner[Any], BetaAsyncStreamingToolRunner[Any]]:
    """The async twin of `run_tools`; not a coroutine function itself."""
    from ._beta_runner import (
        ASYNC_RUNNABLE_TOOLS,
        RUNNABLE_TOOLS,
        BetaAsyncStreamingToolRunner,
        BetaAsyncToolRunner,
    )

    streams, state = _plan(params, ASYNC_RUNNABLE_TOOLS, RUNNABLE_TOOLS)
    options = _options(state.pop("betas"), extra_headers, extra_query, extra_body, timeout)
    if streams:
        return BetaAsyncStreamingToolRunner(resource=resource, options=options, **state)
    return BetaAsyncToolRunner(resource=resource, options=options, **state)


def _plan(
    params: Params, runnable: Tuple[Any, ...], other_flavour: Tuple[Any, ...]
) -> Tuple[bool, Dict[str, Any]]:
    """Whether the loop streams, and the state that it starts from."""
    given = {name: value for name, value in params.items() if not _is_missing(value)}
    warn_about_model(given)
    streams = bool(given.pop("stream", False))
    state: Dict[str, Any] = {
        "betas": given.pop("betas", omit),
        "compaction_control": given.pop("compaction_control", None),
        "runner_options": take_options(given),
    }
    check_compaction_control(state["compaction_control"])
    tools = as_list("tools", given["tools"], "tools")
    for tool in tools:
        if isinstance(tool, other_flavour) and not isinstance(tool, runnable):
            raise TypeError(_wrong_flavour(tool))
    state["tools"] = [tool for tool in tools if isinstance(tool, runnable)]
    given["tools"] = [
        *(tool.to_dict() for tool in state["tools"]),
        *(tool for tool in tools if not isinstance(tool, runnable)),
    ]
    state["params"] = given
    return streams, state


def _wrong_flavour(tool: Any) -> str:
    if inspect.iscoroutinefunction(tool.call):
        kind, client, way = "asynchronous", "synchronous", "`beta_tool`"
        base = "BetaBuiltinFunctionTool"
    else:
        kind, client, way = "synchronous", "asynchronous", "`beta_async_tool` and `async def`"
        base = "BetaAsyncBuiltinFunctionTool"
    return (
        f"The tool '{tool.name}' is {kind}, but the client is {client}. "
        f"Make it with {way}, or as a subclass of {base}."
    )


def _options(
    betas: Any,
    extra_headers: Optional[Headers],
    extra_query: Optional[Query],
    extra_body: Optional[Body],
    timeout: Timeout,
) -> Dict[str, Any]:
    """The per-request options that every request of the loop is sent with."""
    headers = {
        "X-Stainless-Helper": "BetaToolRunner",
        "anthropic-beta": list_header(betas),
    }
    return {
        "extra_headers": merge_headers(headers, extra_headers),
        "extra_query": extra_query,
        "extra_body": extra_body,
        "timeout": timeout,
    }


def _is_missing(value: object) -> bool:
    return isinstance(value, (Omit, NotGiven))
