"""What a function takes from a model, which gives all arguments by name."""

from __future__ import annotations

import functools
import inspect
from typing import Any, Callable, Collection, Dict, List, Tuple, cast

from typing_extensions import TypeGuard

BoundArguments = Tuple[Tuple[Any, ...], Dict[str, Any]]


def named_function(func: Any) -> Any:
    """What has the name, the docstring and the types: a partial function has none of its own.

    Raises `TypeError` for what does not say what it takes.
    """
    named = func
    while _is_partial(named) and not hasattr(named, "__name__"):
        named = named.func
    says_what_it_takes = hasattr(named, "__name__") and hasattr(named, "__annotations__")
    if isinstance(named, type) or not callable(named) or not says_what_it_takes:
        raise TypeError(
            f"A tool is made from a function or a method, not from {func!r}. Write a function with "
            "annotations that calls it, and make that one the tool."
        )
    return named


def argument_binder(func: Callable[..., Any], offered: Collection[str] = ()) -> Any:
    """A function with the same parameters that only returns its arguments.

    Validating its arguments apart from the call keeps a `ValidationError` that the tool itself
    raises from looking like a mistake of the model. Arguments that a partial function has already
    are left out, if they are not among the `offered` ones: the model is not to change them.
    """

    @functools.wraps(named_function(func))
    def bind(*args: Any, **kwargs: Any) -> BoundArguments:
        return args, kwargs

    given: List[str] = []
    if _is_partial(func):
        given = [name for name in func.keywords if name not in offered]
    parameters = _signature(func).parameters.values()
    named = [
        parameter
        for parameter in parameters
        if not _is_left_out(parameter) and parameter.name not in given
    ]
    if _is_partial(func) or len(named) < len(parameters):
        cast(Any, bind).__signature__ = inspect.Signature(named)
    return bind


def refuse_unnamed_parameters(func: Callable[..., Any], name: str) -> None:
    """Raises `TypeError` for a parameter that is required and cannot be given by name."""
    for parameter in _signature(func).parameters.values():
        if parameter.kind is inspect.Parameter.POSITIONAL_ONLY and not _is_left_out(parameter):
            raise TypeError(
                f"The tool {name} has the positional-only parameter `{parameter.name}`, but models "
                "give arguments by name. Remove the `/` from its signature, or give it a default."
            )


def _signature(func: Callable[..., Any]) -> inspect.Signature:
    if _is_partial(func):
        # Made anew: `functools.update_wrapper` makes one look as if nothing were given yet.
        return inspect.signature(functools.partial(func.func, *func.args, **func.keywords))
    return inspect.signature(func)


def _is_partial(func: object) -> TypeGuard[functools.partial[Any]]:
    return isinstance(func, functools.partial)


def _is_left_out(parameter: inspect.Parameter) -> bool:
    """Whether a parameter, which a model cannot give, can do without: it gives all by name."""
    if parameter.kind is inspect.Parameter.POSITIONAL_ONLY:
        return parameter.default is not inspect.Parameter.empty
    return parameter.kind is inspect.Parameter.VAR_POSITIONAL
