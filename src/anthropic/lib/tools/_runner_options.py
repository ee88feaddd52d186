"""What a tool loop may do beyond the API's own parameters; by default, nothing new."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, NamedTuple, Optional, cast

from ._errors import POLICIES


class RunnerOptions(NamedTuple):
    """The options of `tool_runner` that are not sent; described there."""

    max_iterations: Optional[int] = None
    token_budget: Optional[int] = None
    max_concurrency: int = 1
    tool_timeout: Optional[float] = None
    on_tool_error: Any = "return"
    approve_tool_call: Any = None
    follow_stop_reason: bool = False
    carry_container: bool = False


def take_options(given: Dict[str, Any]) -> RunnerOptions:
    """Takes the options out of the parameters of a call.

    Raises `ValueError` or `TypeError`, with the name of the parameter, for what makes no sense.
    """
    options = RunnerOptions(
        **{name: given.pop(name) for name in RunnerOptions._fields if name in given}
    )
    iterations: Any = options.max_iterations
    if not (iterations is None or isinstance(iterations, (int, float))):
        raise TypeError(f"`max_iterations` must be a whole number, not {iterations!r}")
    _check_number("max_concurrency", options.max_concurrency, 1)
    if options.token_budget is not None:
        _check_number("token_budget", options.token_budget, 1)
    if options.tool_timeout is not None:
        check_timeout("tool_timeout", options.tool_timeout)
    policy, approve = options.on_tool_error, options.approve_tool_call
    if not callable(policy) and policy not in POLICIES:
        listed = ", ".join(f'"{name}"' for name in POLICIES)
        raise ValueError(f"`on_tool_error` must be one of {listed}, or a function, not {policy!r}")
    if approve is not None and not callable(approve):
        raise TypeError(f"`approve_tool_call` must be a function, not {type(approve).__name__}")
    return options


def as_list(name: str, value: Any, item: str) -> List[Any]:
    """What a caller gives as a list, as one. Raises `TypeError` for what is none.

    Texts and dicts can be iterated over as well, but by their characters and keys.
    """
    if isinstance(value, (str, bytes, Mapping)) or not hasattr(value, "__iter__"):
        kind = type(cast(object, value)).__name__
        raise TypeError(f"`{name}` must be a list of {item}, not `{kind}`")
    return list(value)


def check_timeout(name: str, seconds: float) -> None:
    """Raises `ValueError` unless there is some time."""
    if not seconds > 0:
        raise ValueError(f"`{name}` is in seconds and must be positive, not {seconds!r}")


def _check_number(name: str, value: Any, least: int) -> None:
    if not isinstance(value, int) or value < least:
        raise ValueError(f"`{name}` must be a whole number of at least {least}, not {value!r}")
