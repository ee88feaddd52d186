"""Whether a value is what an annotation promises, checked without the SDK's own validation."""

from __future__ import annotations

from typing import Any, Dict, List, TypeVar, Union, get_args, get_origin

import pydantic
from typing_extensions import Annotated, Literal, is_typeddict

PYDANTIC_1 = pydantic.VERSION.startswith("1.")
UNIONS = {Union, getattr(__import__("types"), "UnionType", Union)}


def assert_matches_type(expected: Any, value: object, where: str = "value") -> None:
    """Fails with the place of the first part of `value` that is not of type `expected`.

    Models are followed into their fields; fields that a model does not declare may hold anything.
    """
    expected = _plain(expected)
    origin = get_origin(expected)
    if expected is Any or expected is object or isinstance(expected, TypeVar):
        return
    if expected is None or expected is type(None):
        assert value is None, _said(where, "None", value)
    elif origin in UNIONS:
        _assert_one_of(get_args(expected), value, where)
    elif origin is Literal:
        assert value in get_args(expected), _said(where, str(expected), value)
    elif origin is list:
        assert isinstance(value, list), _said(where, "a list", value)
        for index, item in enumerate(value):
            assert_matches_type(get_args(expected)[0], item, f"{where}[{index}]")
    elif origin is dict:
        assert isinstance(value, dict), _said(where, "a dict", value)
        for key, item in value.items():
            assert_matches_type(get_args(expected)[0], key, f"key of {where}")
            assert_matches_type(get_args(expected)[1], item, f"{where}[{key!r}]")
    elif is_typeddict(expected):
        assert isinstance(value, dict), _said(where, "a dict", value)
    else:
        # bool is an int to Python, but not in JSON; an integer is a fine number.
        exact = type(value) if isinstance(value, bool) else None
        fits = exact is expected if exact else isinstance(value, _classes(expected))
        assert fits, _said(where, str(expected), value)
        if isinstance(value, pydantic.BaseModel):
            for name, annotation in _fields(type(value)).items():
                assert_matches_type(annotation, getattr(value, name), f"{where}.{name}")


def _assert_one_of(members: Any, value: object, where: str) -> None:
    failures: List[str] = []
    for member in members:
        try:
            return assert_matches_type(member, value, where)
        except AssertionError as failure:
            failures.append(str(failure).split("\n")[0])
    raise AssertionError(f"{where} matches no member of the union:\n" + "\n".join(failures))


def _plain(expected: Any) -> Any:
    """Without Annotated and without the names of type aliases."""
    while True:
        if get_origin(expected) is Annotated:
            expected = get_args(expected)[0]
        elif hasattr(expected, "__value__"):
            expected = expected.__value__
        else:
            return expected


def _classes(expected: Any) -> Any:
    """What isinstance() takes: a generic model is a class of its own in either pydantic."""
    if expected is float:
        return (int, float)
    return expected if isinstance(expected, type) else get_origin(expected)


def _fields(model: Any) -> Dict[str, Any]:
    if not PYDANTIC_1:
        return {name: field.annotation for name, field in model.model_fields.items()}
    return {
        name: Union[field.outer_type_, None] if field.allow_none else field.outer_type_
        for name, field in model.__fields__.items()
    }


def _said(where: str, expected: str, value: object) -> str:
    return f"{where} should be {expected}, but is {type(value).__name__}: {str(value)[:200]!r}"
