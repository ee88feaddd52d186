"""Every response type of the package: read from text, constructed, and validated."""

from __future__ import annotations

import importlib
import json
import pkgutil
from datetime import datetime
from functools import cache
from typing import Any, Dict, List, Tuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import Annotated, Literal, TypeVar, get_args, get_origin

import anthropic.types
from anthropic._compat import PYDANTIC_V1, field_is_required, field_outer_type, get_model_fields
from anthropic._construct import strip_annotated
from anthropic._models import BaseModel, construct_type
from anthropic._utils._typing import is_union_type
from anthropic._validators import construct_json
from tests.runtime.response.support import same
from tests.runtime.response.test_construct import anything


def response_types() -> List[Any]:
    """The models in the modules of `anthropic.types`, and the unions of such."""
    found: Dict[str, Any] = {}
    for info in pkgutil.walk_packages(anthropic.types.__path__, "anthropic.types."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if isinstance(value, type) and value.__module__ == info.name:
                if issubclass(value, BaseModel):
                    found[f"{info.name}.{name}"] = value
            elif get_origin(value) is Annotated and all(map(is_model, members(value))):
                found[name] = value
    return [found[name] for name in sorted(found)]


def is_model(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, BaseModel)


def members(type_: Any) -> Tuple[Any, ...]:
    plain = strip_annotated(type_)
    parts = get_args(plain) if is_union_type(plain) else ()
    return tuple(strip_annotated(part) for part in parts) or (plain,)


class Values:
    """Strategies for the JSON of a type, all of it valid, or some of it something else."""

    def __init__(self, spoilt: bool) -> None:
        self._spoilt = spoilt

    def of(self, type_: Any, depth: int = 0) -> st.SearchStrategy[Any]:
        strategy = self._of(strip_annotated(type_), depth)
        return st.one_of(strategy, strategy, anything) if self._spoilt and depth else strategy

    def _of(self, type_: Any, depth: int) -> st.SearchStrategy[Any]:
        origin, args = get_origin(type_), get_args(type_)
        if is_union_type(type_):
            return st.one_of([self.of(member, depth) for member in args])
        if origin is Literal:
            return st.sampled_from(args)
        if origin is list:
            return st.lists(self.of(args[0], depth + 1), max_size=2 if depth < 4 else 0)
        if origin is dict:
            return st.dictionaries(st.text(max_size=3), self.of(args[1], depth + 1), max_size=2)
        if is_model(type_):
            return self.model(type_, depth)
        return anything if isinstance(type_, TypeVar) else _LEAVES[type_]

    def model(self, model: Any, depth: int) -> st.SearchStrategy[Any]:
        # Later, since a model may hold others of its kind.
        return st.deferred(lambda: _model(self._spoilt, model, depth))


@cache
def _model(spoilt: bool, model: Any, depth: int) -> st.SearchStrategy[Any]:
    values = Values(spoilt)
    required: Dict[str, Any] = {}
    optional: Dict[str, Any] = {"field_of_a_later_version": anything}
    for name, info in get_model_fields(model).items():
        strategy = values.of(field_outer_type(info), depth + 1)
        if PYDANTIC_V1 and getattr(info, "allow_none", False):
            strategy = st.none() | strategy
        (required if field_is_required(info) and not spoilt else optional)[name] = strategy
    return st.fixed_dictionaries(required, optional=optional)


texts = st.text(max_size=5)
times = st.datetimes(datetime(1970, 1, 1), datetime(2300, 1, 1)).map(
    lambda time: time.isoformat(timespec="microseconds") + "Z"
)
_LEAVES: Dict[Any, Any] = {
    str: texts,
    int: st.integers(-(2**40), 2**40),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    datetime: times,
    object: anything,
    Any: anything,
    type(None): st.none(),
}

TYPES = response_types()


def test_they_are_all_there() -> None:
    names = {getattr(type_, "__name__", "") for type_ in TYPES}
    assert {"Message", "BetaMessage", "MessageBatch", "ModelInfo", "ErrorResponse"} <= names
    assert len(TYPES) > 150


@pytest.mark.exhaustive
@pytest.mark.parametrize("type_", TYPES, ids=lambda type_: getattr(type_, "__name__", "union"))
def test_reading(type_: Any) -> None:
    @settings(max_examples=4 if is_model(type_) else 15, database=None)
    @given(Values(spoilt=False).of(type_))
    def valid(value: Any) -> None:
        text = json.dumps(value)
        constructed = construct_type(value=json.loads(text), type_=type_)
        assert same(construct_json(text, type_), constructed)
        assert isinstance(constructed, members(type_))
        if not PYDANTIC_V1:
            import pydantic

            validated: Any = pydantic.TypeAdapter(type_).validate_json(text)
            assert repr_without_zones(validated) == repr_without_zones(constructed)

    @settings(max_examples=4 if is_model(type_) else 15, database=None)
    @given(Values(spoilt=True).of(type_))
    def spoilt(value: Any) -> None:
        text = json.dumps(value)
        constructed = construct_type(value=json.loads(text), type_=type_)
        assert same(construct_json(text, type_), constructed)
        assert str(constructed)

    valid()
    spoilt()


def repr_without_zones(value: Any) -> str:
    # Construction and validation write UTC by different classes.
    return repr(value).replace("datetime.timezone.utc", "UTC").replace("TzInfo(0)", "UTC")
