"""The typed value of a JSON text that is still arriving.

What has ended is validated and complete. What is still open is built from what there is: a model
has those fields only that have arrived, a list those items, and nothing is guessed. A dataclass
cannot do without its fields: those that have not arrived are None.
"""

from __future__ import annotations

import dataclasses
import operator
import re
import sys
import typing
from functools import lru_cache
from typing import Any, Callable, Dict, List, Mapping, Tuple, Union, cast

import pydantic
from jiter import from_json
from typing_extensions import (
    Annotated,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from ..._compat import PYDANTIC_V1, get_model_fields
from ..._utils._typing import is_literal_type, is_type_alias_type, is_union_type
from ._adapter import validate_value

_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*"?|[{}\[\]]', re.DOTALL)
# a number, which may go on, or the beginning of `true`, `false` or `null`
_UNFINISHED_WORD = re.compile(r"(?:-?\d[-+.\deE]*|-|\b(?:tr?u?|fa?l?s?|nu?l?))\Z")
_ABSENT: Any = object()

_SEQUENCES: Mapping[Any, Callable[[List[Any]], Any]] = {
    list: list,
    tuple: tuple,
    set: set,
    frozenset: frozenset,
}


def partial_output(text: str, output_format: Any) -> Any:
    """The value of `output_format` that the beginning of its JSON text tells of.

    None if it tells of nothing yet. Raises `ValueError` if the text is not the beginning of JSON.
    """
    depth = _open_containers(text)
    if not _within_string(text):
        text = _UNFINISHED_WORD.sub("", text)
    if not text.strip():
        return None
    data = text.encode("utf-8")
    value: Any = from_json(data, partial_mode="trailing-strings")
    cut_string = value != from_json(data, partial_mode=True) if depth else _within_string(text)
    built = _build(output_format, value, _Rest(depth, cut_string))
    return None if built is _ABSENT else built


class _Rest(Tuple[int, bool]):
    """What is still open at the end of a value."""

    __slots__ = ()

    def __new__(cls, containers: int, string: bool) -> _Rest:
        return super().__new__(cls, (containers, string))

    @property
    def is_open(self) -> bool:
        return self[0] > 0 or self[1]

    @property
    def of_last_item(self) -> _Rest:
        return _Rest(max(self[0] - 1, 0), self[1])


_NOTHING = _Rest(0, False)


def _open_containers(text: str) -> int:
    depth = 0
    for token in _STRUCTURE.findall(text):
        if token in "{[":
            depth += 1
        elif token in "}]":
            depth -= 1
    return depth


def _within_string(text: str) -> bool:
    tokens = _STRUCTURE.findall(text)
    last: str = tokens[-1] if tokens else ""
    return last.startswith('"') and not re.fullmatch(r'"(?:[^"\\]|\\.)*"', last, re.DOTALL)


# -- by type


def _build(type_: Any, value: Any, rest: _Rest) -> Any:
    type_ = _plain(type_)
    if not rest.is_open:
        return _finished(type_, value)
    return _unfinished(type_, value, rest)


def _finished(type_: Any, value: Any) -> Any:
    try:
        return validate_value(type_, value)
    except (ValueError, NameError, RuntimeError):
        # It breaks a constraint, which is an error when the text has ended, and not before; or
        # its type, which is a part of another one, cannot be read alone.
        return _unfinished(type_, value, _NOTHING)


def _unfinished(type_: Any, value: Any, rest: _Rest) -> Any:
    kind = cast(Any, type(value))
    if is_union_type(type_):
        return _variant(get_args(type_), value, rest)
    root = _root_type(type_)
    if root is not None:
        part = _build(root, value, rest)
        return part if part is _ABSENT else _made(type_, {"root": part})
    if kind is dict:
        return _object(type_, value, rest)
    if kind is list:
        return _sequence(type_, value, rest)
    if not rest.is_open:
        return value
    return value if type_ in (str, object, Any) else _ABSENT


def _object(type_: Any, value: Dict[str, Any], rest: _Rest) -> Any:
    fields = _fields(type_)
    if fields is None:
        arguments = get_args(type_)
        item = arguments[1] if len(arguments) == 2 else Any
        return _items_of({key: (key, item) for key in value}, value, rest)
    found = _items_of(fields, value, rest)
    return found if is_typeddict(get_origin(type_) or type_) else _made(type_, found)


def _made(type_: Any, found: Dict[str, Any]) -> Any:
    """An instance that nobody validated."""
    class_ = get_origin(type_) or type_
    made = class_.__new__(class_)
    put: Any = object.__setattr__
    if not _is_model(class_):
        for field in dataclasses.fields(class_):
            put(made, field.name, found.get(field.name))
        return made
    put(made, "__dict__", found)
    if PYDANTIC_V1:
        put(made, "__fields_set__", set(found))
        made._init_private_attributes()
    else:
        put(made, "__pydantic_fields_set__", set(found))
        put(made, "__pydantic_extra__", None)
        put(made, "__pydantic_private__", None)
    return made


def _items_of(
    fields: Mapping[str, Tuple[str, Any]], value: Dict[str, Any], rest: _Rest
) -> Dict[str, Any]:
    last = next(reversed(value), None)
    found: Dict[str, Any] = {}
    for key, item in value.items():
        if key in fields:
            name, type_ = fields[key]
            part = _build(type_, item, rest.of_last_item if key == last else _NOTHING)
            if part is not _ABSENT:
                found[name] = part
    return found


def _sequence(type_: Any, value: List[Any], rest: _Rest) -> Any:
    arguments = get_args(type_)
    made: List[Any] = []
    for index, item in enumerate(value):
        last = index == len(value) - 1
        part = _build(_item_type(arguments, index), item, rest.of_last_item if last else _NOTHING)
        if part is not _ABSENT:
            made.append(part)
    collect = _SEQUENCES.get(get_origin(type_) or type_, list)
    try:
        return collect(made)
    except TypeError:  # a set of what cannot be in one yet
        return _ABSENT


def _item_type(arguments: Tuple[Any, ...], index: int) -> Any:
    if len(arguments) > index and Ellipsis not in arguments and len(arguments) > 1:
        return arguments[index]
    return arguments[0] if arguments else Any


# -- unions


def _variant(members: Tuple[Any, ...], value: Any, rest: _Rest) -> Any:
    """The value as the one member that it can be; absent while it can be several."""
    candidates = [member for member in map(_plain, members) if _may_be(member, value, rest)]
    if len(candidates) == 1:
        return _build(candidates[0], value, rest)
    return _ABSENT if rest.is_open else value


def _may_be(type_: Any, value: Any, rest: _Rest) -> bool:
    if is_union_type(type_):
        return any(_may_be(_plain(member), value, rest) for member in get_args(type_))
    root = _root_type(type_)
    if root is not None:
        return _may_be(_plain(root), value, rest)
    if isinstance(value, list):
        return (get_origin(type_) or type_) in (*_SEQUENCES, object, Any)
    if not isinstance(value, dict):
        return type_ in (str, object, Any)
    fields = _fields(type_)
    if fields is None:
        return (get_origin(type_) or type_) in (dict, object, Any)
    given = cast("Dict[str, Any]", value)
    last = next(reversed(given), None) if rest.of_last_item.is_open else None
    return all(
        key in fields and (key == last or _is_tag(fields[key][1], item))
        for key, item in given.items()
    )


def _is_tag(type_: Any, value: Any) -> bool:
    type_ = _plain(type_)
    return value in get_args(type_) if is_literal_type(type_) else True


# -- types


def _plain(type_: Any) -> Any:
    """A type without the names and the metadata around it."""
    while True:
        if get_origin(type_) is Annotated:
            type_ = get_args(type_)[0]
        elif is_type_alias_type(type_):
            type_ = _alias_value(type_)
        elif hasattr(type_, "__supertype__"):
            type_ = type_.__supertype__
        else:
            return type_


@lru_cache(maxsize=256)
def _alias_value(alias: Any) -> Any:
    """What an alias stands for, which may be itself, in quotes."""
    names = {**vars(sys.modules.get(alias.__module__, typing)), alias.__name__: alias}

    def holder() -> None:
        """Has the annotation whose names are looked up."""

    holder.__annotations__ = {"value": alias.__value__}
    try:
        return get_type_hints(holder, names)["value"]
    except NameError:  # names of a function, which only pydantic has seen
        return alias.__value__


def _own_reference(type_: Any, model: Any) -> Any:
    """The type of a field; in generic models, pydantic has references in place of a recursion."""
    reference = getattr(type_, "type_ref", None)
    if isinstance(reference, str):
        origin = model.__pydantic_generic_metadata__["origin"]
        is_itself = origin is not None and f".{origin.__qualname__}:{id(origin)}[" in reference
        return model if is_itself else Any
    arguments = get_args(type_)
    resolved = tuple(_own_reference(argument, model) for argument in arguments)
    if all(map(operator.is_, arguments, resolved)):
        return type_
    origin = get_origin(type_)
    if is_union_type(type_):
        return Union[resolved]
    return resolved[0] if origin is Annotated else origin[resolved]


def _root_type(type_: Any) -> Any:
    if PYDANTIC_V1 or not _is_model(type_) or not issubclass(type_, pydantic.RootModel):
        return None
    fields: Dict[str, Tuple[str, Any]] = _model_fields(cast(Any, type_))
    return fields["root"][1]


def _is_model(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, pydantic.BaseModel)


def _fields(type_: Any) -> Any:
    """For each key of an object's JSON: the name and the type of its field; None if it has none."""
    origin = get_origin(type_) or type_
    if _is_model(type_):
        return _model_fields(type_)
    if is_typeddict(origin) or (isinstance(origin, type) and dataclasses.is_dataclass(origin)):
        return _hinted_fields(origin)
    return None


@lru_cache(maxsize=256)
def _model_fields(model: Any) -> Dict[str, Tuple[str, Any]]:
    found: Dict[str, Tuple[str, Any]] = {}
    # pydantic 1 puts constraints into the types that it keeps
    hints: Dict[str, Any] = get_type_hints(model) if PYDANTIC_V1 else {}
    for name, field in cast("Dict[str, Any]", get_model_fields(model)).items():
        type_ = hints[name] if PYDANTIC_V1 else _own_reference(field.annotation, model)
        for key in (name, *_aliases(field)):
            found[key] = (name, type_)
    return found


def _aliases(field: Any) -> List[str]:
    if PYDANTIC_V1:
        return [field.alias]
    alias = field.validation_alias
    choices = getattr(alias, "choices", [alias])
    return [choice for choice in choices if isinstance(choice, str)]


@lru_cache(maxsize=256)
def _hinted_fields(class_: Any) -> Dict[str, Tuple[str, Any]]:
    hints = get_type_hints(class_)
    return {name: (name, hint) for name, hint in hints.items()}
