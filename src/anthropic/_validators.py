"""The fast way from JSON text to models, for the types where it gives what the slow way gives.

The slow way decodes the JSON and constructs the value loosely (`_construct.py`).  With pydantic 2
there is a fast one: validate strictly, straight from the text, in compiled code.  A text that
does not fit goes the slow way, so the fast one must only agree with the slow one where it succeeds.
Strict validation changes no text, number or container, so it agrees unless the type holds

* a float, a date or time, or another type that one of the two ways converts;
* a field that accepts null and has another default: loosely, null means that default;
* a union of several models without a field whose literal values tell them apart;
* a model with validators or configuration of its own.

`agrees` decides that by looking at the type, once for each type.
"""

from __future__ import annotations

import inspect
import json
from functools import lru_cache
from typing import Any, Callable, Dict, FrozenSet, List, Optional, Set, Tuple, Union, cast

from typing_extensions import Annotated, get_args, get_origin

from ._compat import PYDANTIC_V1, get_model_fields
from ._construct import (
    UNFIT,
    constructor_of,
    field_alias,
    is_model_class,
    literal_values,
    resolve_forward_references,
    strip_annotated,
    type_adapter,
)
from ._utils._typing import is_literal_type, is_type_alias_type, is_union_type

JSONText = Union[bytes, str]

_CACHE_SIZE = 4096


def construct_json(text: JSONText, type_: Any) -> Any:
    """The JSON `text` as `type_`, loosely; raises json.JSONDecodeError for what is no JSON."""
    value = validate_json(text, type_)
    if value is not UNFIT:
        return value
    return constructor_of(type_)(json.loads(text))


def validate_json(text: JSONText, type_: Any) -> Any:
    """The JSON `text` as `type_` if that can be had fast, else `UNFIT`."""
    validator = _validator_of(type_, get_args(type_))
    if validator is None:
        return UNFIT
    try:
        return validator(text)
    except ValueError:  # pydantic's ValidationError: the text is no JSON, or does not fit
        return UNFIT


@lru_cache(maxsize=_CACHE_SIZE)
def _validator_of(type_: Any, _args: Tuple[Any, ...]) -> Optional[Callable[[JSONText], Any]]:
    builds_itself = inspect.isclass(type_) and callable(getattr(type_, "build", None))
    if builds_itself or not agrees(type_):
        return None
    adapter = type_adapter(type_)

    def validate(text: JSONText) -> Any:
        return adapter.validate_json(text, strict=True)

    return validate


@lru_cache(maxsize=_CACHE_SIZE)
def always_holds(type_: Any, key: str) -> bool:
    """Whether every JSON value that strictly is a `type_` is an object that holds `key`."""
    type_ = strip_annotated(type_)
    if is_union_type(type_):
        return all(always_holds(member, key) for member in get_args(type_))
    if PYDANTIC_V1 or not is_model_class(type_):
        return False
    resolve_forward_references(type_)
    return any(
        info.is_required() and (field_alias(info) or name) == key
        for name, info in get_model_fields(type_).items()
    )


# -- which types ----------------------------------------------------------------------------------

_UNCHANGED_BY_STRICT: FrozenSet[Any] = frozenset({str, int, bool, object, Any, type(None)})


def agrees(type_: Any) -> bool:
    """Whether strict validation of `type_`, where it succeeds, equals loose construction."""
    return not PYDANTIC_V1 and _Inspection().agrees(type_)


class _Inspection:
    """One look at a type and all it is made of; remembers what may be recursive."""

    def __init__(self) -> None:
        self._seen: Set[Any] = set()

    def agrees(self, type_: Any) -> bool:
        if get_origin(type_) is Annotated:
            plain = all(_is_plain_metadata(entry) for entry in type_.__metadata__)
            return plain and self.agrees(get_args(type_)[0])
        if is_type_alias_type(type_):
            return self._alias_agrees(type_)
        args = get_args(type_)
        if is_literal_type(type_):
            return all(isinstance(value, str) for value in args)
        if is_union_type(type_):
            return self._union_agrees(args)
        origin = get_origin(type_)
        if origin is list:
            return self.agrees(args[0])
        if origin is dict:
            return args[0] is str and self.agrees(args[1])
        if is_model_class(type_):
            return self._model_agrees(type_)
        return _is_hashable(type_) and type_ in _UNCHANGED_BY_STRICT

    def _alias_agrees(self, alias: Any) -> bool:
        if alias in self._seen:
            return True
        self._seen.add(alias)
        return self.agrees(alias.__value__)

    def _union_agrees(self, members: Tuple[Any, ...]) -> bool:
        if not all(self.agrees(member) for member in members):
            return False
        flat = _flattened(members)
        models = [member for member in flat if is_model_class(member)]
        arrays = [member for member in flat if get_origin(member) is list]
        mappings = [member for member in flat if get_origin(member) is dict]
        anything = [member for member in flat if member is object or member is Any]
        # Where two members take the same kind of JSON value, pydantic chooses by how well it
        # fits, and a strict look may rate that otherwise than a lax one.
        if (anything and len(flat) > 1) or len(arrays) > 1 or len(mappings) + bool(models) > 1:
            return False
        return len(models) < 2 or discriminator_field(models) is not None

    def _model_agrees(self, model: Any) -> bool:
        if model in self._seen:
            return True
        self._seen.add(model)
        return _is_plain(model) and all(
            self._field_agrees(info) for info in get_model_fields(model).values()
        )

    def _field_agrees(self, info: Any) -> bool:
        if not all(_is_plain_metadata(entry) for entry in info.metadata):
            return False
        if not (info.validation_alias is None or isinstance(info.validation_alias, str)):
            return False
        has_other_default = not info.is_required() and (
            info.default_factory is not None or info.default is not None
        )
        if has_other_default and _accepts_null(info.annotation):
            return False
        return self.agrees(info.annotation)


def _flattened(members: Tuple[Any, ...]) -> List[Any]:
    """The members of a union, with those of unions inside it."""
    flat: List[Any] = []
    for member in members:
        member = strip_annotated(member)
        if is_union_type(member):
            flat.extend(_flattened(get_args(member)))
        else:
            flat.append(member)
    return flat


def _accepts_null(type_: Any) -> bool:
    type_ = strip_annotated(type_)
    if is_union_type(type_):
        return any(_accepts_null(member) for member in get_args(type_))
    return type_ is type(None) or type_ is object or type_ is Any


def _is_plain(model: Any) -> bool:
    """Whether a model is nothing but its fields: no validators, no configuration that converts."""
    from ._models import BaseModel

    resolve_forward_references(model)
    decorators = model.__pydantic_decorators__
    has_validators = any(
        (
            decorators.validators,
            decorators.field_validators,
            decorators.root_validators,
            decorators.model_validators,
        )
    )
    config = cast(Dict[str, Any], model.model_config)
    own_names: Set[str] = set()
    bases: Tuple[Any, ...] = model.__mro__
    for base in bases:
        if is_model_class(base) and base is not BaseModel:
            own_names |= set(base.__dict__) | set(getattr(base, "__annotations__", ()))
    return (
        not has_validators
        and own_names.isdisjoint(_CUSTOMISATIONS)
        and config.get("extra") == "allow"
        and set(config) <= _HARMLESS_CONFIGURATION
    )


_CUSTOMISATIONS = frozenset({"__init__", "__pydantic_extra__", "__get_pydantic_core_schema__"})
_HARMLESS_CONFIGURATION = {"extra", "defer_build", "protected_namespaces", "title"}


def _is_plain_metadata(entry: Any) -> bool:
    """Whether a piece of `Annotated` metadata leaves pydantic's validation as it is."""
    from ._utils._transform import PropertyInfo

    return isinstance(entry, PropertyInfo)


def discriminator_field(models: List[Any]) -> Optional[str]:
    """A required field by whose literal texts exactly one of `models` accepts any value."""
    for name in get_model_fields(models[0]):
        if _tells_apart(models, name):
            return name
    return None


def _tells_apart(models: List[Any], name: str) -> bool:
    seen: Set[Any] = set()
    aliases: Set[Any] = set()
    for model in models:
        info: Any = get_model_fields(model).get(name)
        if info is None or not info.is_required():
            return False
        values = literal_values(info.annotation)
        if not values or _accepts_null(info.annotation) or seen.intersection(values):
            return False
        seen.update(values)
        aliases.add(field_alias(info))
    return len(aliases) == 1


def _is_hashable(type_: Any) -> bool:
    return getattr(type_, "__hash__", None) is not None
