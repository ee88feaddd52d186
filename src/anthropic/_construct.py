"""Loose construction: any JSON value becomes the best instance of a type, without ever raising.

The API may send a field, a variant or a null that this version does not know.  A user who only
reads `message.content` must not fail over it, so a value that does not fit is kept as it is:

* a model takes what is there; a null becomes the field's default but counts as set, a field that
  is missing gets its default (None when it has none), an unknown key becomes an extra, which does
  not count as set;
* a union is validated as a whole; when nothing fits, the variant that the discriminator names is
  constructed loosely, or else the first one;
* lists and dicts construct their items; a wrong container is kept;
* an int for a float, and text or a number for a date, are converted when that is exact;
* nothing else is converted: "1" stays text in an int field.

Types are turned into functions once (`constructor_of`), so that a response costs calls and no
introspection.  `_schemas.py` has compiled code do the same, where there is pydantic 2.
"""

from __future__ import annotations

import inspect
from datetime import date, datetime
from functools import lru_cache
from typing import (
    Any,
    Callable,
    Dict,
    List,
    Mapping,
    Optional,
    Sequence,
    Set,
    Tuple,
    Type,
    cast,
    get_type_hints,
)
from weakref import WeakKeyDictionary

import pydantic
from typing_extensions import Annotated, get_args, get_origin

from ._compat import (
    DUMPS_NEED_BUILT_CLASSES,
    PYDANTIC_V1,
    field_get_default,
    field_is_required,
    field_outer_type,
    get_model_config,
    get_model_fields,
)
from ._utils._datetime_parse import parse_date, parse_datetime
from ._utils._typing import is_literal_type, is_type_alias_type, is_union_type
from ._values import Value

Constructor = Callable[[Any], Any]

# Types are hashable by contract and few; the bound only guards programs that make types in a loop.
_CACHE_SIZE = 4096

UNFIT: Any = object()
"""What a validation gives in place of a value that does not fit."""


# -- types ----------------------------------------------------------------------------------------


def constructor_of(type_: Any, metadata: Tuple[Any, ...] = ()) -> Constructor:
    """The function that constructs values of `type_`; `metadata` as of `Annotated`."""
    # Unions compare equal in any order of their members, but their order has a meaning here.
    key = (type_, get_args(type_), metadata)
    try:
        hash(key)
    except TypeError:
        return _build_constructor(type_, metadata)
    return _cached_constructor(*key)


@lru_cache(maxsize=_CACHE_SIZE)
def _cached_constructor(
    type_: Any, _args: Tuple[Any, ...], metadata: Tuple[Any, ...]
) -> Constructor:
    return _build_constructor(type_, metadata)


def _build_constructor(type_: Any, metadata: Tuple[Any, ...]) -> Constructor:
    if is_type_alias_type(type_):
        # Resolved at the first call, since an alias may refer to itself.
        return lambda value: constructor_of(type_.__value__, metadata)(value)

    origin = get_origin(type_)
    args = get_args(type_)
    if origin is Annotated:
        return constructor_of(args[0], metadata + tuple(type_.__metadata__))
    if is_union_type(type_):
        return _Union(type_, args, metadata)
    if origin is dict and len(args) == 2:
        return _dict_constructor(args[1])
    if origin is list and args:
        return _list_constructor(args[0])
    if is_model_class(origin or type_):
        return _model_constructor(type_)
    return _LEAVES.get(type_, _unchanged) if inspect.isclass(type_) else _unchanged


def is_model_class(type_: Any) -> bool:
    """Whether `type_` is a class on the package's own `BaseModel`."""
    from ._models import BaseModel

    return inspect.isclass(type_) and issubclass(type_, BaseModel)


def _unchanged(value: Any) -> Any:
    return value


def _float(value: Any) -> Any:
    if isinstance(value, int):
        try:
            coerced = float(value)
        except OverflowError:
            return value
        if coerced == value:
            return coerced
    return value


def _datetime(value: Any) -> Any:
    try:
        return parse_datetime(value)
    except Exception:  # whatever it is, it is not a time, so it is kept
        return value


def _date(value: Any) -> Any:
    try:
        return parse_date(value)
    except Exception:  # as above
        return value


_LEAVES: Dict[Any, Constructor] = {float: _float, datetime: _datetime, date: _date}


def _list_constructor(item_type: Any) -> Constructor:
    item = constructor_of(item_type)

    def construct_list(value: Any) -> Any:
        entries: Any = value
        return [item(entry) for entry in entries] if isinstance(value, list) else entries

    return construct_list


def _dict_constructor(value_type: Any) -> Constructor:
    item = constructor_of(value_type)

    def construct_dict(value: Any) -> Any:
        entries: Any = value
        if isinstance(value, Mapping):
            return {key: item(entry) for key, entry in entries.items()}
        return entries

    return construct_dict


def _model_constructor(cls: Any) -> Constructor:
    def construct_model_value(value: Any) -> Any:
        entries: Any = value
        if isinstance(value, Mapping):
            return construct_model(cls, entries)
        if isinstance(value, list):
            return [
                construct_model_value(entry) if isinstance(entry, Mapping) else entry
                for entry in entries
            ]
        return entries

    return construct_model_value


# -- models ---------------------------------------------------------------------------------------


class _Field(Value):
    """What the construction of one field needs to know."""

    name: str
    key: str
    by_name: bool
    required: bool
    default: Callable[[], Any]
    construct: Constructor


class _Plan(Value):
    """What the construction of one model needs to know."""

    fields: Tuple[_Field, ...]
    keys: Set[str]
    extra: Constructor


_plans: WeakKeyDictionary[Type[Any], _Plan] = WeakKeyDictionary()


def construct_model(
    cls: Type[Any], values: Mapping[Any, Any], fields_set: Optional[Set[str]] = None
) -> Any:
    """A `cls` made of `values`, whose keys are API names, without validation."""
    plan = _plans.get(cls)
    if plan is None:
        plan = _plans[cls] = _plan_of(cls)

    attributes: Dict[str, Any] = {}
    found: Set[str] = set()
    for field in plan.fields:
        key = field.key
        if field.by_name and key not in values:
            key = field.name
        if key in values:
            value = values[key]
            found.add(field.name)
            attributes[field.name] = field.default() if value is None else field.construct(value)
        else:
            attributes[field.name] = field.default()

    extras: Dict[Any, Any] = {}
    for key, value in values.items():
        if key not in plan.keys:
            extras[key] = plan.extra(value)
            if PYDANTIC_V1:
                # It dumps what is set alone, if asked for that.
                found.add(key)

    return assemble_model(cls, attributes, extras, found if fields_set is None else fields_set)


def assemble_model(
    cls: Type[Any], attributes: Dict[str, Any], extras: Dict[Any, Any], fields_set: Set[str]
) -> Any:
    """A `cls` that has exactly these attributes, in their order; nothing is looked at."""
    model: Any = object.__new__(cls)
    put = object.__setattr__
    if PYDANTIC_V1:
        attributes.update(extras)
        put(model, "__dict__", attributes)
        put(model, "__fields_set__", fields_set)
        model._init_private_attributes()
        return model
    put(model, "__dict__", attributes)
    put(model, "__pydantic_fields_set__", fields_set)
    put(model, "__pydantic_extra__", extras)
    put(model, "__pydantic_private__", None)
    if cls.__pydantic_post_init__:
        model.model_post_init(None)
    return model


def _plan_of(cls: Type[Any]) -> _Plan:
    resolve_forward_references(cls)
    config = get_model_config(cls)
    by_name = bool(
        config.allow_population_by_field_name
        if PYDANTIC_V1
        else config.get("populate_by_name") or config.get("validate_by_name")
    )
    fields: List[_Field] = []
    keys: Set[str] = set()
    for name, info in get_model_fields(cls).items():
        field = _field_of(name, info, by_name)
        fields.append(field)
        keys.add(field.key)
        if field.by_name:
            keys.add(name)
    return _Plan(fields=tuple(fields), keys=keys, extra=_extra_constructor(cls))


def _field_of(name: str, info: Any, by_name: bool) -> _Field:
    alias = field_alias(info)
    required = field_is_required(info)
    return _Field(
        name=name,
        key=alias or name,
        by_name=by_name and alias is not None and alias != name,
        required=required,
        default=_none if required else default_of(info),
        construct=constructor_of(field_outer_type(info), tuple(getattr(info, "metadata", ()))),
    )


def field_alias(info: Any) -> Optional[str]:
    """The name that the API gives a field, if it is not the attribute's."""
    alias = getattr(info, "validation_alias", None) or info.alias
    return alias if isinstance(alias, str) else None


def _none() -> None:
    return None


def default_of(info: Any) -> Callable[[], Any]:
    """What makes the default value of a field."""
    if getattr(info, "default_factory", None) is None:
        default = info.default
        if default is None or isinstance(default, (str, int, float, bool)):
            return lambda: default
    return lambda: field_get_default(info)


def resolve_forward_references(cls: Type[Any]) -> None:
    """See to it that the fields of a class that refers to later names know their types.

    Before 2.14, pydantic cannot dump a model inside another one while its class is still to be
    built, so such classes are built here, once.
    """
    if PYDANTIC_V1:
        return
    complete = getattr(cls, "__pydantic_fields_complete__", True)
    if not complete or (DUMPS_NEED_BUILT_CLASSES and not cls.__pydantic_complete__):
        cls.model_rebuild(raise_errors=False)


def _extra_constructor(cls: Type[Any]) -> Constructor:
    """The constructor of values under unknown keys, from a declared `__pydantic_extra__`."""
    if PYDANTIC_V1:
        return _unchanged
    for base in cls.__mro__:
        if base is pydantic.BaseModel:
            break
        if "__pydantic_extra__" in getattr(base, "__annotations__", {}):
            hints = get_type_hints(base, include_extras=True)
            args = get_args(hints.get("__pydantic_extra__"))
            return constructor_of(args[1]) if len(args) == 2 else _unchanged
    return _unchanged


# -- unions ---------------------------------------------------------------------------------------


class DiscriminatorDetails:
    """Which class each value of a union's discriminator names."""

    def __init__(self, *, field_name: str, alias: str, mapping: Mapping[str, Any]) -> None:
        self.field_name = field_name
        """The attribute that tells the variants apart."""
        self.field_alias_from = alias
        """The name of that attribute in the API."""
        self.mapping = mapping
        """Each value of the discriminator and the variant it stands for."""


discriminator_cache: WeakKeyDictionary[Any, DiscriminatorDetails] = WeakKeyDictionary()


class _Union:
    """Constructs values of one union."""

    def __init__(self, union: Any, members: Tuple[Any, ...], metadata: Tuple[Any, ...]) -> None:
        self._union = union
        self._members = members
        self._nullable = type(None) in members
        self._metadata = metadata
        self._check: Optional[Constructor] = None

    def __call__(self, value: Any) -> Any:
        if value is None and self._nullable:
            return None
        if self._check is None:
            from ._validators import strict_checker

            self._check = strict_checker(annotate(self._union, self._metadata))
        try:
            return self._check(value)
        except ValueError:
            return self._converted(value)

    def _converted(self, value: Any) -> Any:
        validated = try_validate(self._union, self._metadata, value)
        if validated is not UNFIT:
            return validated
        return constructor_of(self._variant_for(value))(value)

    def _variant_for(self, value: Any) -> Any:
        values: Any = value
        if isinstance(value, Mapping):
            details = discriminator_of(self._union, self._metadata)
            if details is not None:
                name = values.get(details.field_alias_from)
                if isinstance(name, str) and name in details.mapping:
                    return details.mapping[name]
        return self._members[0]


def discriminator_of(union: Any, metadata: Sequence[Any]) -> Optional[DiscriminatorDetails]:
    """The discriminator map of a union, if its annotation names a discriminator."""
    field_name = next(
        (
            entry.discriminator
            for entry in metadata
            if isinstance(getattr(entry, "discriminator", None), str)
        ),
        None,
    )
    if field_name is None:
        return None
    if not getattr(cast(Any, type(union)), "__weakrefoffset__", 0):
        # `A | B` cannot be referred to weakly in every version of Python.
        return _build_discriminator(union, field_name)
    details = discriminator_cache.get(union)
    if details is None or details.field_name != field_name:
        details = _build_discriminator(union, field_name)
        if details is not None:
            discriminator_cache[union] = details
    return details


def _build_discriminator(union: Any, field_name: str) -> Optional[DiscriminatorDetails]:
    alias: Optional[str] = None
    mapping: Dict[str, Any] = {}
    for member in get_args(union):
        variant = strip_annotated(member)
        cls = get_origin(variant) or variant
        if not is_model_class(cls):
            continue
        resolve_forward_references(cls)
        info = get_model_fields(cls).get(field_name)
        if info is None:
            continue
        alias = field_alias(info) or alias
        for name in literal_values(field_outer_type(info)):
            if isinstance(name, str):
                mapping.setdefault(name, variant)
    if not mapping:
        return None
    return DiscriminatorDetails(field_name=field_name, alias=alias or field_name, mapping=mapping)


def literal_values(type_: Any) -> Tuple[Any, ...]:
    """The values of a `Literal`, those of an optional one included; none for other types."""
    type_ = strip_annotated(type_)
    if is_literal_type(type_):
        return get_args(type_)
    if is_union_type(type_):
        return tuple(value for member in get_args(type_) for value in literal_values(member))
    return ()


def strip_annotated(type_: Any) -> Any:
    """`type_` without aliases and `Annotated` around it."""
    while True:
        if is_type_alias_type(type_):
            type_ = type_.__value__
        elif get_origin(type_) is Annotated:
            type_ = get_args(type_)[0]
        else:
            return type_


# -- validation -----------------------------------------------------------------------------------


def try_validate(type_: Any, metadata: Tuple[Any, ...], value: Any) -> Any:
    """`value` validated as `type_`, or `UNFIT`."""
    try:
        return validate(annotate(type_, metadata), value)
    except Exception:  # a validator or a default may raise anything, and all of it means "no"
        return UNFIT


def annotate(type_: Any, metadata: Tuple[Any, ...]) -> Any:
    """`Annotated[type_, *metadata]`."""
    if not metadata:
        return type_
    arguments = (type_,) + metadata
    return cast(Any, Annotated)[arguments]


def validate(type_: Any, value: Any) -> Any:
    """`value` validated by pydantic as `type_`; raises its ValidationError."""
    if is_model_class(type_):
        return type_.parse_obj(value) if PYDANTIC_V1 else type_.model_validate(value)
    if PYDANTIC_V1:
        return cast(Any, pydantic).parse_obj_as(type_, value)
    return type_adapter(type_).validate_python(value)


def type_adapter(type_: Any) -> Any:
    """The pydantic 2 `TypeAdapter` of a hashable type, made once."""
    return _cached_type_adapter(type_, get_args(type_))


@lru_cache(maxsize=_CACHE_SIZE)
def _cached_type_adapter(type_: Any, _args: Tuple[Any, ...]) -> Any:
    return pydantic.TypeAdapter(type_)
