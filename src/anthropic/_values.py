"""Immutable objects that are what their fields are, for modules that every program loads.

To whoever uses them they are frozen dataclasses. Python writes and compiles half a dozen methods
anew for each of those, which takes longer than all else that such a module does; here the classes
share their methods.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import TYPE_CHECKING, Any, Dict, Tuple

from typing_extensions import dataclass_transform

if TYPE_CHECKING:
    from inspect import Signature


class _SignatureOfFields:
    """Shows what a class takes; like the methods, it is not made before somebody asks."""

    def __get__(self, instance: object, owner: Any) -> Signature:
        from inspect import Parameter, Signature

        return Signature(
            [
                Parameter(
                    field.name,
                    Parameter.POSITIONAL_OR_KEYWORD,
                    default=Parameter.empty if field.default is MISSING else field.default,
                    annotation=field.type,
                )
                for field in fields(owner)
            ]
        )


@dataclass_transform(frozen_default=True)
class Value:
    """Base of classes that declare fields: equal where the fields are, and never changed."""

    if not TYPE_CHECKING:
        # Type checkers know from `dataclass_transform` what the constructor takes.
        __signature__ = _SignatureOfFields()

        def __init__(self, *values: Any, **given: Any) -> None:
            cls = type(self)
            attributes = _by_name(cls, values, given) if values else given
            if attributes.keys() != cls.__dataclass_fields__.keys():
                attributes = _completed(cls, attributes)
            self.__dict__.update(attributes)
            self.__post_init__()

        def __init_subclass__(cls) -> None:
            # As with dataclasses, fields that a further subclass adds count if it is decorated.
            if Value in cls.__bases__:
                dataclass(init=False, repr=False, eq=False)(cls)
                # It is, but by the methods below: a frozen dataclass may inherit from it.
                cls.__dataclass_params__.frozen = True

    def __post_init__(self) -> None:
        """Checks the fields, where a class has something to check."""

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in _items(self))
        return f"{type(self).__qualname__}({shown})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return _items(self) == _items(other)

    def __hash__(self) -> int:
        return hash(_items(self))

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")


def _items(value: Any) -> Tuple[Tuple[str, Any], ...]:
    return tuple((field.name, getattr(value, field.name)) for field in fields(value))


def _by_name(cls: Any, values: Tuple[Any, ...], given: Dict[str, Any]) -> Dict[str, Any]:
    """The arguments of a constructor, those that were given by their place among them."""
    names = [field.name for field in fields(cls)]
    if len(values) > len(names):
        raise TypeError(f"{cls.__name__}() takes {len(names)} arguments, not {len(values)}")
    twice = [name for name in names[: len(values)] if name in given]
    if twice:
        raise TypeError(f"{cls.__name__}() got multiple values for argument {twice[0]!r}")
    return {**dict(zip(names, values)), **given}


def _completed(cls: Any, attributes: Dict[str, Any]) -> Dict[str, Any]:
    """All fields, with the defaults of those that are not given."""
    defaults = {field.name: field.default for field in fields(cls)}
    unknown = [name for name in attributes if name not in defaults]
    if unknown:
        raise TypeError(f"{cls.__name__}() got an unexpected keyword argument {unknown[0]!r}")
    complete = {**defaults, **attributes}
    missing = [repr(name) for name, value in complete.items() if value is MISSING]
    if missing:
        raise TypeError(f"{cls.__name__}() missing required arguments: {', '.join(missing)}")
    return complete
