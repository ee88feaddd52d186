"""Questions about type annotations, answered at run time."""

from __future__ import annotations

import sys
import typing
from collections import abc
from typing import (
    Annotated,
    Any,
    Dict,
    Generic,
    Iterable,
    Mapping,
    Optional,
    Tuple,
    TypeVar,
    Union,
    cast,
)

import typing_extensions
from typing_extensions import (
    Required,
    TypeAliasType,
    TypeGuard,
    get_args,
    get_origin,
    is_typeddict,
)

_UNIONS: Tuple[object, ...] = (Union,)
if sys.version_info >= (3, 10):
    import types

    _UNIONS = (Union, types.UnionType)

# The standard library's `type X = ...` and the backport are two classes on some versions.
_ALIASES: Tuple[Any, ...] = (TypeAliasType,)
if sys.version_info >= (3, 12) and typing.TypeAliasType is not TypeAliasType:
    _ALIASES = (typing.TypeAliasType, TypeAliasType)

_LITERALS: Tuple[object, ...] = (typing.Literal, typing_extensions.Literal)

__all__ = [
    "extract_type_arg",
    "extract_type_var_from_base",
    "get_args",
    "get_origin",
    "is_annotated_type",
    "is_iterable_type",
    "is_list_type",
    "is_literal_type",
    "is_required_type",
    "is_sequence_type",
    "is_type_alias_type",
    "is_typeddict",
    "is_typevar",
    "is_union",
    "is_union_type",
    "strip_annotated_type",
]


def is_union(origin: Optional[object]) -> bool:
    """Whether an origin (not a type) is that of ``Union[...]`` or of ``X | Y``."""
    return origin in _UNIONS


def is_union_type(typ: object) -> bool:
    """Whether a type is ``Union[...]``, ``Optional[...]`` or ``X | Y``."""
    return is_union(get_origin(typ))


def is_annotated_type(typ: object) -> bool:
    """Whether a type is ``Annotated[...]``."""
    return get_origin(typ) is Annotated


def is_literal_type(typ: object) -> bool:
    """Whether a type is ``Literal[...]``."""
    return get_origin(typ) in _LITERALS


def is_required_type(typ: object) -> bool:
    """Whether a type is ``Required[...]``."""
    return get_origin(typ) == Required


def is_list_type(typ: object) -> bool:
    """Whether a type is ``list``, ``List`` or one of them with an argument."""
    return (get_origin(typ) or typ) is list


def is_sequence_type(typ: object) -> bool:
    """Whether a type is ``Sequence[...]``, whichever module it came from."""
    origin = get_origin(typ) or typ
    return origin in (abc.Sequence, typing.Sequence)


def is_iterable_type(typ: object) -> bool:
    """Whether a type is ``Iterable[...]``, whichever module it came from."""
    origin = get_origin(typ) or typ
    return origin in (abc.Iterable, typing.Iterable)


def is_typevar(typ: object) -> bool:
    """Whether a type is a type variable."""
    return type(typ) is TypeVar


def is_type_alias_type(tp: object, /) -> TypeGuard[TypeAliasType]:
    """Whether a type was made by ``type X = ...`` or ``TypeAliasType("X", ...)``."""
    return isinstance(tp, _ALIASES)


def strip_annotated_type(typ: Any) -> Any:
    """The type inside any nesting of ``Annotated[...]`` and ``Required[...]``."""
    while is_annotated_type(typ) or is_required_type(typ):
        typ = get_args(typ)[0]
    return typ


def extract_type_arg(typ: Any, index: int) -> Any:
    """The type argument at a position, such as ``int`` in ``Page[int]``.

    Raises ``RuntimeError`` when the type has no such argument.
    """
    arguments = get_args(typ)
    try:
        return arguments[index]
    except IndexError:
        raise RuntimeError(
            f"Expected type {typ} to have a type argument at index {index} but it did not"
        ) from None


def extract_type_var_from_base(
    typ: Any,
    *,
    generic_bases: Tuple[type, ...],
    index: int,
    failure_message: Optional[str] = None,
) -> Any:
    """What ``typ`` puts for a type variable of one of ``generic_bases``.

    ``typ`` may be a parametrised base (``Stream[int]``), a subclass that fixes the variable
    (``class Numbers(Stream[int])``) or a parametrised generic subclass.  Raises ``RuntimeError``,
    with ``failure_message`` if one is given, when the variable stays open.
    """
    arguments = _arguments_for(typ, generic_bases)
    if arguments is not None and index < len(arguments):
        found = arguments[index]
        if not is_typevar(found):
            return found
    raise RuntimeError(
        failure_message or f"Could not resolve inner type variable at index {index} for {typ}"
    )


def _arguments_for(typ: Any, targets: Tuple[type, ...]) -> Optional[Tuple[Any, ...]]:
    """The arguments that reach the first of the target classes among the bases of ``typ``."""
    origin = get_origin(typ) or typ
    arguments = get_args(typ)
    if origin in targets:
        return arguments
    parameters = cast("Tuple[Any, ...]", getattr(origin, "__parameters__", ()))
    bound: Dict[Any, Any] = dict(zip(parameters, arguments))
    for base in cast("Iterable[Any]", getattr(origin, "__orig_bases__", ())):
        if get_origin(base) in (Generic, typing_extensions.Protocol):
            continue
        found = _arguments_for(base, targets)
        if found is not None:
            return tuple(_bind(argument, bound) for argument in found)
    for base in cast("Tuple[type, ...]", getattr(origin, "__bases__", ())):
        # A class without brackets of its own inherits `__orig_bases__`, seen above; this is the
        # way through one that mixes brackets and plain bases.
        if get_origin(base) is None and base is not object:
            found = _arguments_for(base, targets)
            if found:
                return tuple(_bind(argument, bound) for argument in found)
    return None


def _bind(argument: Any, bound: Mapping[Any, Any]) -> Any:
    try:
        return bound.get(argument, argument)
    except TypeError:  # an unhashable argument, such as a list of a Callable, is no variable
        return argument
