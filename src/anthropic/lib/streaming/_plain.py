"""What models hold as plain data, as their dumps give it, but without pydantic.

Before pydantic dumps a model of a class, it builds that class and all that it refers to, and looks
for its own plugins among all packages: a tenth of the time to the first text of a process.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Dict, cast

from ..._compat import PYDANTIC_V1, get_model_fields
from ..._construct import field_alias
from ..._models import BaseModel


def plain_data(model: Any, *, exclude_unset: bool = True) -> Dict[str, Any]:
    """What ``model.to_dict(exclude_unset=...)`` gives for a type of the API."""
    if PYDANTIC_V1:
        # It has nothing to build.
        return cast("Dict[str, Any]", model.to_dict(exclude_unset=exclude_unset))
    keys = _keys_of(cast(Any, type(model)))
    attributes = cast("Dict[str, Any]", vars(model))
    extras: Dict[str, Any] = model.__pydantic_extra__ or {}
    names = model.model_fields_set if exclude_unset else keys
    data = {
        keys[name]: _plain(value, exclude_unset)
        for name, value in attributes.items()
        if name in keys and name in names
    }
    data.update({name: _plain(value, exclude_unset) for name, value in extras.items()})
    return data


def assign(model: Any, name: str, value: Any) -> None:
    """Sets a field of a model, or what it was sent without knowing it."""
    unknown = None if PYDANTIC_V1 else model.__pydantic_extra__
    if unknown and name in unknown:
        # Pydantic 2.0 would put it beside what was sent, and dump the latter.
        unknown[name] = value
    else:
        setattr(model, name, value)


def _plain(value: Any, exclude_unset: bool) -> Any:
    if isinstance(value, BaseModel):
        return plain_data(value, exclude_unset=exclude_unset)
    container: Any = value
    if isinstance(value, list):
        return [_plain(item, exclude_unset) for item in container]
    if isinstance(value, dict):
        return {key: _plain(item, exclude_unset) for key, item in container.items()}
    return container


@cache
def _keys_of(cls: Any) -> Dict[str, str]:
    """The fields of a class, and what the API calls them."""
    return {name: field_alias(info) or name for name, info in get_model_fields(cls).items()}
