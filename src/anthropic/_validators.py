"""From JSON text to models, in compiled code where there is pydantic 2 (see `_schemas.py`)."""

from __future__ import annotations

import inspect
import json
from functools import lru_cache
from typing import Any, Callable, Union, cast

from typing_extensions import get_args

from ._compat import PYDANTIC_V1, READS_JSON, get_model_fields
from ._construct import (
    constructor_of,
    field_alias,
    is_model_class,
    resolve_forward_references,
    strip_annotated,
)
from ._garbage import without_collections
from ._utils._typing import is_union_type

JSONText = Union[bytes, str]
Reader = Callable[[JSONText], Any]

_CACHE_SIZE = 4096
# From this length on, an answer makes more objects than the collector waits for.
_LARGE = 16_384


def construct_json(text: JSONText, type_: Any) -> Any:
    """The JSON `text` as `type_`, loosely; raises json.JSONDecodeError for what is no JSON."""
    return loose_reader(type_)(text)


def loose_reader(type_: Any) -> Reader:
    """What reads JSON text as `type_`, loosely; raises json.JSONDecodeError for what is no JSON."""
    return _loose_reader(type_, get_args(type_))


@lru_cache(maxsize=_CACHE_SIZE)
def _loose_reader(type_: Any, args: Any) -> Reader:
    construct = constructor_of(type_)
    validator = _validator(type_, args, True)
    if validator is None:
        return lambda text: construct(json.loads(text))
    read = cast(Reader, validator.validate_json)

    def read_loosely(text: JSONText) -> Any:
        try:
            return without_collections(read, text) if len(text) > _LARGE else read(text)
        except ValueError:
            # No JSON, or what compiled code does not take: half a surrogate pair, for example.
            return construct(json.loads(text))

    return read_loosely


def strict_reader(type_: Any) -> Reader:
    """What reads JSON text that is a `type_` without any conversion, and raises ValueError else."""
    if builds_itself(type_):
        return json_refused
    validator = _validator(type_, get_args(type_), False)
    return json_refused if validator is None else cast(Reader, validator.validate_json)


def strict_checker(type_: Any) -> Callable[[Any], Any]:
    """As `strict_reader`, for values that were decoded from JSON."""
    validator = _validator(type_, get_args(type_), False)
    return json_refused if validator is None else cast(Reader, validator.validate_python)


def json_refused(value: Any) -> Any:
    """What stands where there is no compiled way to read a type: raises ValueError."""
    raise ValueError("there is no compiled way to read this type")


def builds_itself(type_: Any) -> bool:
    """Whether a class says itself how it is made of a response and its data."""
    return inspect.isclass(type_) and _has_build(cast(Any, type_))


@lru_cache(maxsize=_CACHE_SIZE)  # to ask a model for an attribute that it lacks is slow
def _has_build(class_: Any) -> bool:
    return callable(getattr(class_, "build", None))


@lru_cache(maxsize=_CACHE_SIZE)
def _validator(type_: Any, _args: Any, loose: bool) -> Any:
    """A pydantic-core validator; None where there is none."""
    if not READS_JSON:
        return None
    import pydantic_core

    from ._schemas import new_validator

    try:
        return new_validator(type_, loose=loose)
    except pydantic_core.SchemaError:
        # An early pydantic 2, to which that is new.
        return None


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
