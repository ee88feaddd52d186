"""Answers as parts of the next request.

What an answer holds and what a request may hold differ a little: fields that only answers have,
nulls, whatever the API has added since. The parameter types say what a request may hold, so that
nothing needs to be listed here.
"""

from __future__ import annotations

import importlib
from collections import abc
from functools import cached_property, lru_cache
from typing import (
    Any,
    Callable,
    Dict,
    List,
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

from ._utils._encoding import dump_model, dumper_of
from ._utils._typing import is_literal_type, is_type_alias_type, is_union_type
from ._utils._utils import kind_of

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

    Content that this version does not know is kept as it came. Text blocks of nothing but white
    space, which the API refuses, are left out.
    """
    content: List[Any] = [
        dump_model(block) if isinstance(block, pydantic.BaseModel) else block
        for block in without_empty_texts(message.content)
    ]
    turn = {"role": message.role, "content": content}
    return cast(_ParamT, _taken_by(cast(Any, param_type)).fitted(turn))


def without_empty_texts(content: List[Any]) -> List[Any]:
    """The blocks of an answer, models or plain data, that the API takes back."""
    return [block for block in content if not _is_empty_text(block)]


def _is_empty_text(block: Any) -> bool:
    known = cast(
        "Dict[str, Any]", block if isinstance(block, dict) else getattr(block, "__dict__", {})
    )
    return known.get("type") == "text" and not str(known.get("text") or "").strip()


def sent_model(model: pydantic.BaseModel) -> Dict[str, Any]:
    """A model somewhere in a request; content of an answer becomes what a request may hold."""
    return sender_of(type(model))(model)


@lru_cache(maxsize=_CACHE_SIZE)
def sender_of(model_class: Type[pydantic.BaseModel]) -> Callable[[Any], Dict[str, Any]]:
    """What makes requests of the models of a class, as `sent_model` does."""
    dump, content = dumper_of(model_class), _content_of(model_class)
    if content is None:
        return dump
    fitted = content.fitted
    return lambda model: fitted(dump(model))


def _content_of(model: Type[pydantic.BaseModel]) -> Optional[_Taken]:
    for base in model.__mro__:
        package = base.__module__.rpartition(".")[0]
        if package in _CONTENT:
            module, name = _CONTENT[package]
            return _taken_by(getattr(importlib.import_module(f"{package}.{module}"), name))
    return None


@lru_cache(maxsize=_CACHE_SIZE)
def _taken_by(param_type: Any) -> _Taken:
    return _Taken(param_type)


class _Taken:
    """What a parameter type takes; looked up when a value of it is first met."""

    def __init__(self, type_: Any) -> None:
        self._type = type_

    def fitted(self, value: Any) -> Any:
        """JSON without what the type does not take; values are left as they are.

        Of an object that is told by its tags to be none of the known ones, everything is kept.
        """
        kind = kind_of(value)
        if kind is dict:
            shapes = self._shapes
            shape = _shape_of(value, shapes) if shapes else None
            return value if shape is None else shape.fitted(value)
        if kind is list and self._items is not None:
            fitted = self._items.fitted
            return [fitted(item) for item in value]
        return value

    @cached_property
    def _shapes(self) -> _Shapes:
        """The objects that the type takes, by what their `type` says; none if it takes any."""
        found: _Shapes = {}
        members = _members(self._type)
        if any(get_origin(member) is dict for member in members):
            return found
        for member in members:
            if is_typeddict(member):
                shape = _Shape(member)
                for tag in shape.types:
                    found.setdefault(tag, []).append(shape)
        return found

    @cached_property
    def _items(self) -> Optional[_Taken]:
        """What the items of the lists may be that the type takes; None if it takes none."""
        for member in _members(self._type):
            origin = get_origin(member)
            if isinstance(origin, type) and issubclass(origin, abc.Iterable) and origin is not dict:
                return _Taken(get_args(member)[0])
        return None


def _shape_of(value: Dict[str, Any], shapes: _Shapes) -> Optional[_Shape]:
    tag = value.get("type")
    for shape in shapes.get(tag if isinstance(tag, str) else None, ()):
        further = shape.further_tags
        if not further or all(value.get(key) in values for key, values in further.items()):
            return shape
    return None


class _Shape:
    """What an object may hold."""

    def __init__(self, typed_dict: Any) -> None:
        self.types: Tuple[Any, ...] = (None,)  # what its `type` may say
        self.further_tags: Dict[str, Tuple[Any, ...]] = {}
        self._fields: Dict[str, _Taken] = {}
        self._required: Set[str] = set()
        self._nulls: Set[str] = set()  # what has to be there, if only as null
        for name, hint in get_type_hints(typed_dict, include_extras=True).items():
            plain = _plain(hint)
            self._fields[name] = _Taken(plain)
            if get_origin(hint) is _REQUIRED:
                self._required.add(name)
                if is_literal_type(plain) and name == "type":
                    self.types = get_args(plain)
                elif is_literal_type(plain):
                    self.further_tags[name] = get_args(plain)
                if type(None) in _members(plain):
                    self._nulls.add(name)

    def fitted(self, value: Dict[str, Any]) -> Dict[str, Any]:
        result: Dict[str, Any] = {}
        for key, item in value.items():
            field = self._fields.get(key)
            if field is not None and (item is not None or key in self._required):
                result[key] = item if type(item) is str else field.fitted(item)
        for key in self._nulls:
            result.setdefault(key, None)
        return result


_Shapes = Dict[Optional[str], List[_Shape]]


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
