"""Content of answers, made up by hypothesis from the types that describe it."""

from __future__ import annotations

import datetime
from typing import Any, Dict, List, Tuple, get_type_hints

import pydantic
from hypothesis import strategies as st
from typing_extensions import Annotated, Literal, get_args, get_origin

from anthropic import types
from anthropic._compat import field_is_required, get_model_fields
from anthropic._utils._typing import is_union_type
from anthropic.types import beta

TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF), min_size=1, max_size=6)
JSON = st.one_of(st.none(), st.booleans(), st.integers(-9, 9), TEXT)

PLAIN: Dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    bool: st.booleans(),
    int: st.integers(0, 99),
    float: st.integers(0, 99).map(float),
    object: JSON,
    type(None): st.none(),
    datetime.datetime: st.just("2024-05-01T12:00:00Z"),
}


def values(type_: Any) -> st.SearchStrategy[Any]:
    """JSON values of a type."""
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Annotated:
        return values(arguments[0])
    if origin is Literal:
        return st.sampled_from(arguments)
    if is_union_type(type_):
        return st.one_of([values(argument) for argument in arguments])
    if origin is list:
        return st.lists(values(arguments[0]), max_size=2)
    if origin is dict:
        return st.dictionaries(TEXT, values(arguments[1]), max_size=2)
    if isinstance(type_, type) and issubclass(type_, pydantic.BaseModel):
        return st.deferred(lambda: objects(type_))
    return PLAIN[type_]


def objects(model: Any) -> st.SearchStrategy[Dict[str, Any]]:
    """JSON objects of a model, with what it need not have, and with a field from the future."""
    hints = get_type_hints(model)
    required: Dict[str, Any] = {}
    optional: Dict[str, Any] = {"added_later": JSON}
    for name, field in get_model_fields(model).items():
        (required if field_is_required(field) else optional)[name] = values(hints[name])
    return st.fixed_dictionaries(required, optional=optional)


def block_types(union: Any) -> List[Any]:
    found: Tuple[Any, ...] = get_args(get_args(union)[0])
    return list(found)


BLOCKS = {model.__name__: model for model in block_types(types.ContentBlock)}
BETA_BLOCKS = {model.__name__: model for model in block_types(beta.BetaContentBlock)}
