"""Answers as parts of the next request.

What an answer holds and what a request may hold differ a little: fields that only answers have,
nulls, whatever the API has added since. The parameter types say what a request may hold, so that
nothing needs to be listed here.
"""

from __future__ import annotations

import importlib
from collections import abc
from functools import lru_cache
from typing import (
    Any,
    Dict,
    FrozenSet,
    List,
    NamedTuple,
    Optional,
    Set,
    Tuple,
    Type,
    TypeVar,
    cast,
)

import pydantic
from typing_extensions import (
    Annotated,
    NotRequired,
    Required,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from ._utils._encoding import dump_model
from ._utils._typing import is_literal_type, is_type_alias_type, is_union_type

_ParamT = TypeVar("_ParamT")

_CACHE_SIZE = 1024
_REQUIRED: Any = Required

# For each package of types: the module and the name of what messages of a request may hold.
_CONTENT = {
    "anthropic.types": ("content_block_param", "ContentBlockParam"),
    "anthropic.types.beta": ("beta_content_block_param", "BetaContentBlockParam"),
}


def sent_back(message: Any, param_type: Type[_ParamT]) -> _ParamT:
    """A message of an answer as `param_type`, a turn of a conversation.

    Content that this version does not know is kept as it came. Text blocks without any text,
    which the API refuses, are left out.
    """
    content: List[Any] = [
        dump_model(block) if isinstance(block, pydantic.BaseModel) else block
        for block in message.content
    ]
    filled = [block for block in content if not _is_empty_text(block)]
    return cast(_ParamT, fitted({"role": message.role, "content": filled}, param_type))


def _is_empty_text(block: Any) -> bool:
    if not isinstance(block, dict):
        return False
    known = cast("Dict[str, Any]", block)
    return known.get("type") == "text" and known.get("text") == ""


def sent_model(model: pydantic.BaseModel) -> Dict[str, Any]:
    """A model somewhere in a request; content of an answer becomes what a request may hold."""
    values, content = dump_model(model), _content_of(type(model))
    return values if content is None else fitted(values, content)


@lru_cache(maxsize=_CACHE_SIZE)
def _content_of(model: Type[pydantic.BaseModel]) -> Any:
    for base in model.__mro__:
        package = base.__module__.rpartition(".")[0]
        if package in _CONTENT:
            module, name = _CONTENT[package]
            return getattr(importlib.import_module(f"{package}.{module}"), name)
    return None


def fitted(value: Any, type_: Any) -> Any:
    """JSON without what `type_`, a parameter type, does not take; values are left as they are.

    Of an object that is told by its tags to be none of the known ones, everything is kept.
    """
    kind = cast(Any, type(value))
    if kind is dict:
        shape = _shape_for(value, _shapes(type_))
        return value if shape is None else _object(value, shape)
    if kind is list:
        items = _item_type(type_)
        return value if items is None else [fitted(item, items) for item in value]
    return value


class _Field(NamedTuple):
    type: Any
    required: bool


class _Shape(NamedTuple):
    """What an object may hold."""

    fields: Dict[str, _Field]
    tags: Dict[str, Tuple[Any, ...]]
    nulls: FrozenSet[str]  # what has to be there, if only as null


def _object(value: Dict[str, Any], shape: _Shape) -> Dict[str, Any]:
    result: Dict[str, Any] = {}
    for key, item in value.items():
        field = shape.fields.get(key)
        if field is not None and (item is not None or field.required):
            result[key] = fitted(item, field.type)
    for key in shape.nulls - result.keys():
        result[key] = None
    return result


def _shape_for(value: Dict[str, Any], shapes: Tuple[_Shape, ...]) -> Optional[_Shape]:
    for shape in shapes:
        if all(value.get(key) in values for key, values in shape.tags.items()):
            return shape
    return None


@lru_cache(maxsize=_CACHE_SIZE)
def _shapes(type_: Any) -> Tuple[_Shape, ...]:
    """The objects that a type takes; none if it takes any."""
    members = _members(type_)
    if any(get_origin(member) is dict for member in members):
        return ()
    return tuple(_shape(member) for member in members if is_typeddict(member))


@lru_cache(maxsize=_CACHE_SIZE)
def _shape(typed_dict: Any) -> _Shape:
    fields: Dict[str, _Field] = {}
    tags: Dict[str, Tuple[Any, ...]] = {}
    nulls: Set[str] = set()
    for name, hint in get_type_hints(typed_dict, include_extras=True).items():
        plain, required = _plain(hint), get_origin(hint) is _REQUIRED
        fields[name] = _Field(plain, required)
        if required and is_literal_type(plain):
            tags[name] = get_args(plain)
        if required and type(None) in _members(plain):
            nulls.add(name)
    return _Shape(fields, tags, frozenset(nulls))


@lru_cache(maxsize=_CACHE_SIZE)
def _item_type(type_: Any) -> Any:
    """The type of the items of the lists that a type takes; None if it takes none."""
    for member in _members(type_):
        origin = get_origin(member)
        if isinstance(origin, type) and issubclass(origin, abc.Iterable) and origin is not dict:
            return get_args(member)[0]
    return None


def _members(type_: Any) -> List[Any]:
    type_ = _plain(type_)
    if not is_union_type(type_):
        return [type_]
    return [inner for member in get_args(type_) for inner in _members(member)]


def _plain(type_: Any) -> Any:
    """A type without the marks and names around it."""
    while True:
        if get_origin(type_) in (Annotated, Required, NotRequired):
            type_ = get_args(type_)[0]
        elif is_type_alias_type(type_):
            type_ = type_.__value__
        else:
            return type_
