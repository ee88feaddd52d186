"""Questions about functions."""

from __future__ import annotations

import inspect
from typing import Any, Callable, Optional, Set


def function_has_argument(func: Callable[..., Any], arg_name: str) -> bool:
    """Whether a function declares a parameter of this name."""
    return arg_name in inspect.signature(func).parameters


def assert_signatures_in_sync(
    source_func: Callable[..., Any],
    check_func: Callable[..., Any],
    *,
    exclude_params: Optional[Set[str]] = None,
) -> None:
    """Raise ``AssertionError`` unless a function takes every parameter of another one.

    A parameter is in sync when its annotation and its kind are the same.  ``exclude_params`` need
    not be there; further parameters of ``check_func`` are allowed.
    """
    excluded: Set[str] = exclude_params or set()
    theirs = inspect.signature(source_func).parameters
    ours = inspect.signature(check_func).parameters
    errors: list[str] = []
    for name, parameter in theirs.items():
        if name in excluded:
            continue
        own = ours.get(name)
        if own is None:
            errors.append(f"the `{name}` parameter is missing")
        elif own.annotation != parameter.annotation:
            errors.append(
                f"the `{name}` parameter is annotated {own.annotation!r} "
                f"instead of {parameter.annotation!r}"
            )
        elif own.kind is not parameter.kind:
            errors.append(
                f"the `{name}` parameter is {own.kind.description} "
                f"instead of {parameter.kind.description}"
            )
    if errors:
        raise AssertionError(
            f"{len(errors)} difference(s) between the signatures of {source_func.__qualname__} and "
            f"{check_func.__qualname__}:\n\n" + "\n".join(errors)
        )
