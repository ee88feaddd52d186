"""The functions that a program may give a runner: to approve calls, and to report errors."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Awaitable, Callable, Dict, Union

from typing_extensions import Literal, TypeAlias

from ...types.beta.beta_tool_use_block import BetaToolUseBlock
from ._beta_functions import BetaFunctionToolResultType

if TYPE_CHECKING:
    from ._calling import ToolCall


@dataclass(frozen=True)
class BetaToolDenial:
    """The call is not made, and the model is told why."""

    message: str


@dataclass(frozen=True)
class BetaToolEdit:
    """The call is made with another input. The model is not told; its own stays in the history."""

    input: Dict[str, object]


BetaToolDecision: TypeAlias = Union[bool, BetaToolDenial, BetaToolEdit]
"""True: make the call. False: do not. Or what else to do."""

BetaToolApproval: TypeAlias = Callable[[BetaToolUseBlock], BetaToolDecision]
"""A function that is asked before each call of a tool"""

BetaAsyncToolApproval: TypeAlias = Union[
    BetaToolApproval, Callable[[BetaToolUseBlock], Awaitable[BetaToolDecision]]
]
"""The same for the async client; it may also be a coroutine function"""

ToolErrorPolicy: TypeAlias = Union[
    Literal["return", "raise", "redact"],
    Callable[[BetaToolUseBlock, Exception], BetaFunctionToolResultType],
]
"""What happens when a tool raises: see `on_tool_error` of `tool_runner`"""

AsyncToolErrorPolicy: TypeAlias = Union[
    ToolErrorPolicy,
    Callable[[BetaToolUseBlock, Exception], Awaitable[BetaFunctionToolResultType]],
]
"""The same for the async client, whose function may also be a coroutine function"""


def refuse_coroutine(returned: object, option: str) -> None:
    """Raises `TypeError` for a coroutine function in a synchronous runner, which cannot await."""
    if inspect.iscoroutine(returned):
        returned.close()
        raise TypeError(
            f"`{option}` is a coroutine function, but the client is synchronous: pass a plain one"
        )


def apply_decision(call: ToolCall, decision: object) -> None:
    """Has a call answered without being made, or made with another input, as was decided.

    Raises `TypeError` for what is no decision: a call is never made by mistake.
    """
    if decision is True:
        return
    if decision is False:
        call.refuse(f"Error: the call of tool '{call.block.name}' was not approved")
    elif isinstance(decision, BetaToolDenial):
        call.refuse(decision.message)
    elif isinstance(decision, BetaToolEdit):
        call.input = decision.input
    else:
        raise TypeError(
            "`approve_tool_call` must return True, False, a BetaToolDenial or a BetaToolEdit, "
            f"but for the tool {call.block.name} it returned {type(decision).__name__}"
        )
