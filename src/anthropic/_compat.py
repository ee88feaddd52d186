"""One set of names over pydantic 1 and pydantic 2.

Everything else in the package asks this module instead of testing for a pydantic version, apart
from the few places where the two need different class bodies (`PYDANTIC_V1` is for those).
"""

from __future__ import annotations

from functools import cached_property as _functools_cached_property
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    Generic,
    List,
    Mapping,
    Optional,
    Type,
    TypeVar,
    cast,
)

import pydantic
from pydantic.fields import FieldInfo
from typing_extensions import Literal

from ._types import IncEx

_T = TypeVar("_T")
_ModelT = TypeVar("_ModelT", bound=pydantic.BaseModel)

PYDANTIC_V1 = pydantic.VERSION.startswith("1.")
_VERSION = tuple(int(n) for n in pydantic.VERSION.split(".")[:2])
DUMPS_NEED_BUILT_CLASSES = _VERSION < (2, 14)
# pydantic 2.0 reads many floats off by their last bit, and large integers as floats.
READS_JSON = _VERSION >= (2, 1)

if TYPE_CHECKING:
    from pydantic import ConfigDict as ConfigDict

    class GenericModel(pydantic.BaseModel):
        """Base of models that take type parameters."""

    # To a type checker a cached property reads like a property, which also keeps it overridable.
    cached_property = property

    class typed_cached_property(Generic[_T]):
        """A cached property that type checkers see as a settable attribute of type `_T`."""

        func: Callable[[Any], _T]
        attrname: Optional[str]

        def __init__(self, func: Callable[[Any], _T]) -> None: ...

        def __get__(self, instance: object, owner: Optional[Type[Any]] = None) -> _T: ...

        def __set_name__(self, owner: Type[Any], name: str) -> None: ...

        def __set__(self, instance: object, value: _T) -> None: ...

else:
    cached_property = _functools_cached_property
    typed_cached_property = _functools_cached_property

    if PYDANTIC_V1:
        ConfigDict = None

        from pydantic.generics import GenericModel as _GenericModelV1

        class GenericModel(_GenericModelV1, pydantic.BaseModel):
            """Base of models that take type parameters."""

    else:
        from pydantic import ConfigDict as ConfigDict

        class GenericModel(pydantic.BaseModel):
            """Base of models that take type parameters."""

            # The first model that is built makes pydantic search every installed package for
            # plugins; a base that nobody validates with need not be that model.
            model_config = ConfigDict(defer_build=True)


def parse_obj(model: Type[_ModelT], value: object) -> _ModelT:
    """Validate `value` into an instance of `model`; raises pydantic's ValidationError."""
    if PYDANTIC_V1:
        return cast(_ModelT, cast(Any, model).parse_obj(value))
    return model.model_validate(value)


def get_model_fields(model: Type[pydantic.BaseModel]) -> Dict[str, FieldInfo]:
    """The declared fields of a model class, by attribute name, in declaration order."""
    if PYDANTIC_V1:
        return cast(Dict[str, FieldInfo], cast(Any, model).__fields__)
    return model.model_fields


def get_model_config(model: Type[pydantic.BaseModel]) -> Any:
    """The pydantic configuration of a model class."""
    if PYDANTIC_V1:
        return cast(Any, model).__config__
    return model.model_config


def field_is_required(field: FieldInfo) -> bool:
    """Whether a field has no default."""
    if PYDANTIC_V1:
        return bool(cast(Any, field).required)
    return field.is_required()


def field_get_default(field: FieldInfo) -> Any:
    """A fresh default value of a field; None when it has none."""
    if PYDANTIC_V1:
        return cast(Any, field).get_default()
    get_default: Any = field.get_default
    # A default that is computed from other fields (pydantic 2.10+) has none to be computed from.
    from_other_fields = getattr(field, "default_factory_takes_validated_data", False)
    value = get_default(call_default_factory=not from_other_fields)
    return None if field.is_required() else value


def field_outer_type(field: FieldInfo) -> Any:
    """The annotation of a field, without its `Annotated` metadata in pydantic 2."""
    if PYDANTIC_V1:
        return cast(Any, field).outer_type_
    return field.annotation


def model_copy(model: _ModelT, *, deep: bool = False) -> _ModelT:
    """A copy of a model, deep if asked for."""
    if PYDANTIC_V1:
        return cast(_ModelT, cast(Any, model).copy(deep=deep))
    return model.model_copy(deep=deep)


def model_json(model: pydantic.BaseModel, *, indent: Optional[int] = None) -> str:
    """A model as JSON text; `indent` is the number of spaces of one level."""
    if PYDANTIC_V1:
        return cast(str, cast(Any, model).json(indent=indent))
    return model.model_dump_json(indent=indent)


def model_dump(
    model: pydantic.BaseModel,
    *,
    exclude: Optional[IncEx] = None,
    exclude_unset: bool = False,
    exclude_defaults: bool = False,
    warnings: bool = True,
    mode: Literal["json", "python"] = "python",
    by_alias: Optional[bool] = None,
) -> Dict[str, Any]:
    """A model as a dict; `mode="json"` holds only what JSON can express.

    Pydantic 1 has no `warnings`, and knows the JSON form of a model only as text.
    """
    if PYDANTIC_V1:
        return _model_dump_v1(
            model,
            mode=mode,
            exclude=exclude,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            by_alias=bool(by_alias),
        )
    options: Dict[str, Any] = {} if by_alias is None else {"by_alias": by_alias}
    return model.model_dump(
        mode=mode,
        exclude=cast(Any, exclude),
        exclude_unset=exclude_unset,
        exclude_defaults=exclude_defaults,
        warnings=warnings,
        **options,
    )


def _model_dump_v1(model: Any, *, mode: str, **options: Any) -> Dict[str, Any]:
    if mode == "json":
        import json

        return cast(Dict[str, Any], json.loads(model.json(**options)))
    return cast(Dict[str, Any], model.dict(**options))


def set_pydantic_config(type_: Any, config: Mapping[str, object]) -> None:
    """Gives a TypedDict the settings pydantic uses when it validates one."""
    type_.__pydantic_config__ = dict(config)


_incomplete: List[Type[pydantic.BaseModel]] = []


def rebuild_models(*models: Type[pydantic.BaseModel]) -> None:
    """Resolves annotations of models whose modules import each other, when all names exist."""
    if not PYDANTIC_V1:
        for model in models:
            # A model further round the cycle may be incomplete: pydantic finishes it on first use.
            model.model_rebuild(raise_errors=False)
        return
    waiting = [*_incomplete, *models]
    _incomplete.clear()
    for model in waiting:
        try:
            model.update_forward_refs()  # pyright: ignore[reportDeprecated]  # what pydantic 1 has
        except NameError:
            # A module further round the cycle is incomplete: its own call comes back to this one.
            _incomplete.append(model)
