"""Types as schemas of pydantic-core: loose construction, and strict validation, in compiled code.

`_construct.py` says what loose construction is, and does it in Python. This module describes the
same to pydantic-core, which then makes models straight from JSON text. A type is read in one of two
ways:

* loosely, where construction takes whatever comes: plain values as they are, a null as the field's
  default, a missing field as its default or None;
* strictly, below a union: there the contract is pydantic's validation, of which only that much is
  described here as needs no conversion and leaves no choice. A text that does not fit is given to
  the constructors in Python, at the innermost union that can take it loosely.

What the schemas here cannot say is a function in Python again, so every type has a schema. They are
made from the classes' fields at the first use of a type. That costs a fraction of what pydantic's
own take, which also serve to validate what users pass and to dump; and unions are told apart by
their discriminators.
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Callable, Dict, FrozenSet, List, Optional, Set, Tuple, cast

import pydantic_core
from typing_extensions import Annotated, get_args, get_origin

from ._compat import get_model_fields
from ._construct import (
    UNFIT,
    annotate,
    constructor_of,
    default_of,
    field_alias,
    resolve_forward_references,
    strip_annotated,
    try_validate,
)
from ._models import BaseModel
from ._process_lock import ProcessLock
from ._utils._datetime_parse import USUAL_TIME
from ._utils._transform import PropertyInfo
from ._utils._typing import is_literal_type, is_union_type
from ._values import Value

Schema = Dict[str, Any]
Metadata = Tuple[Any, ...]

# As of the caches in `_construct.py`.
_CACHE_SIZE = 4096

_ANY: Schema = {"type": "any"}


def new_validator(type_: Any, *, loose: bool) -> Any:
    """The pydantic-core validator that reads `type_` loosely or strictly."""
    compiler = _Compiler()
    schema = compiler.loose(type_) if loose else compiler.strict(type_)
    definitions = compiler.definitions()
    if definitions:
        schema = {"type": "definitions", "schema": schema, "definitions": definitions}
    return _validator(schema, compiler.classes())


def _validator(schema: Schema, classes: List[Any]) -> Any:
    # By default the validators of classes that pydantic has built take the place of those here.
    make: Any = pydantic_core.SchemaValidator
    try:
        return make(schema, None, _use_prebuilt=False)
    except TypeError:
        # Before 2.14 only a class that is not built yet keeps them from doing so.
        with _BUILDING.lock:
            built = [cls for cls in classes if cls.__pydantic_complete__]
            for cls in built:
                cls.__pydantic_complete__ = False
            try:
                return make(schema, None)
            finally:
                for cls in built:
                    cls.__pydantic_complete__ = True


_BUILDING = ProcessLock()


class _Model(Value):
    """The schema of a model, and the references to it, which it takes the place of if it can."""

    schema: Schema
    references: List[Schema]


class _Compiler:
    """Makes the schema of one type and all it is made of."""

    def __init__(self) -> None:
        self._models: Dict[Tuple[bool, Any], _Model] = {}
        self._open: Set[Tuple[bool, Any]] = set()
        self._recursive: Set[Tuple[bool, Any]] = set()

    def definitions(self) -> List[Schema]:
        """What the schemas made so far refer to; those used once are put where they are used."""
        shared: List[Schema] = []
        for key, model in self._models.items():
            schema, references = model.schema, model.references
            if len(references) > 1 or key in self._recursive:
                shared.append(schema)
            else:
                schema.pop("ref")
                references[0].clear()
                references[0].update(schema)
        return shared

    def classes(self) -> List[Any]:
        """The classes of the models that the schemas made so far describe."""
        return [model for _, model in self._models]

    # -- loosely --

    def loose(self, type_: Any, metadata: Metadata = ()) -> Schema:
        """The schema that takes every JSON value, as `constructor_of(type_, metadata)` does."""
        if _is_hashable(type_) and type_ in _TAKEN_AS_THEY_ARE:
            return _ANY
        if _is_model(type_):
            loose = _constructed(type_, metadata)
            is_known = is_plain(type_) and not _has_aliases(type_)
            return _first_of(self._reference(type_, True), loose) if is_known else loose
        origin, args = get_origin(type_), get_args(type_)
        if origin is Annotated:
            return self.loose(args[0], metadata + tuple(type_.__metadata__))
        if is_literal_type(type_):
            return _ANY
        if type_ is datetime:
            usual = _usual_datetime()
            loose = _constructed(type_, metadata)
            return loose if usual is None else _first_of(usual, loose)
        if is_union_type(type_):
            return self._loose_union(type_, args, metadata)
        if origin is list and args:
            items = {"type": "list", "items_schema": self.loose(args[0])}
            return items if items["items_schema"] is _ANY else _first_of(items, _ANY)
        if origin is dict and len(args) == 2:
            values = {"type": "dict", "values_schema": self.loose(args[1])}
            return _ANY if values["values_schema"] is _ANY else _first_of(values, _ANY)
        return _constructed(type_, metadata)

    def _loose_union(self, type_: Any, members: Tuple[Any, ...], metadata: Metadata) -> Schema:
        loose = _constructed(type_, metadata)
        strict = self._union(members) if all(map(_is_plain_metadata, metadata)) else None
        return loose if strict is None else _first_of(strict, loose)

    # -- strictly --

    def strict(self, type_: Any) -> Schema:
        """The schema of what pydantic takes as `type_` without a conversion."""
        return self._strict(type_) or _validated(type_)

    def _strict(self, type_: Any) -> Optional[Schema]:
        """As `strict`; None for types that this module has no schema of its own for."""
        if _is_model(type_):
            return self._reference(type_, False) if is_plain(type_) else None
        if _is_hashable(type_) and type_ in _STRICT:
            return _STRICT[type_]
        origin, args = get_origin(type_), get_args(type_)
        if origin is Annotated:
            plain = all(map(_is_plain_metadata, type_.__metadata__))
            return self._strict(args[0]) if plain else None
        if is_literal_type(type_):
            are_texts = all(isinstance(value, str) for value in args)
            return {"type": "literal", "expected": list(args)} if are_texts else None
        if is_union_type(type_):
            return self._union(args)
        if origin is list and args:
            return {"type": "list", "items_schema": self.strict(args[0]), "strict": True}
        if origin is dict and args[:1] == (str,):
            return {"type": "dict", "values_schema": self.strict(args[1]), "strict": True}
        return None

    def _union(self, members: Tuple[Any, ...]) -> Optional[Schema]:
        """The schema of a union whose members no JSON value can be mistaken for another of."""
        flat = _flattened(members)
        models = [member for member in flat if _is_model(member)]
        others = [member for member in flat if member not in models and member is not type(None)]
        if not _are_distinct([_kind(member) for member in others] + [_OBJECT] * bool(models)):
            return None
        choices = [self._strict(member) for member in others]
        if models:
            choices.append(self._models_union(models))
        known = [choice for choice in choices if choice is not None]
        if not known or len(known) < len(choices):
            return None
        schema = known[0] if len(known) == 1 else _first_of(*known)
        return {"type": "nullable", "schema": schema} if type(None) in flat else schema

    def _models_union(self, models: List[Any]) -> Optional[Schema]:
        if len(models) == 1 or not all(map(is_plain, models)):
            return self._strict(models[0]) if len(models) == 1 else None
        name = discriminator_field(models)
        if name is None:
            return None
        choices: Dict[Any, Schema] = {}
        key = name
        for model in models:
            info = get_model_fields(model)[name]
            key = field_alias(info) or name
            for value in get_args(info.annotation):
                choices[value] = self._reference(model, False)
        return {"type": "tagged-union", "choices": choices, "discriminator": key}

    # -- models --

    def _reference(self, model: Any, loose: bool) -> Schema:
        key = (loose, model)
        if key in self._open:
            self._recursive.add(key)
        name = f"{id(model)}:{loose}"
        reference: Schema = {"type": "definition-ref", "schema_ref": name}
        if key not in self._models:
            self._models[key] = _Model(schema={}, references=[])
            self._open.add(key)
            self._models[key].schema.update(self._model(model, loose), ref=name)
            self._open.discard(key)
        self._models[key].references.append(reference)
        return reference

    def _model(self, model: Any, loose: bool) -> Schema:
        make_field = self._loose_field if loose else self._strict_field
        fields: Schema = {}
        for name, info in get_model_fields(model).items():
            fields[name] = {
                "type": "model-field",
                "schema": make_field(info),
                "validation_alias": field_alias(info) or name,
            }
        schema: Schema = {
            "type": "model",
            "cls": model,
            "schema": {"type": "model-fields", "fields": fields, "extra_behavior": "allow"},
        }
        if model.__pydantic_post_init__:
            schema["post_init"] = model.__pydantic_post_init__
        if not loose:
            return schema
        function = {"type": "no-info", "function": _forget_extras}
        return {"type": "function-after", "function": function, "schema": schema}

    def _loose_field(self, info: Any) -> Schema:
        schema = self.loose(info.annotation, tuple(info.metadata))
        if info.is_required() or (info.default is None and info.default_factory is None):
            if schema is not _ANY:
                schema = {"type": "nullable", "schema": schema}
            return {"type": "default", "schema": schema, "default": None}
        default = default_of(info)
        construct = constructor_of(info.annotation, tuple(info.metadata))
        schema = _function(lambda value: default() if value is None else construct(value))
        return _with_default(schema, info)

    def _strict_field(self, info: Any) -> Schema:
        plain = all(map(_is_plain_metadata, info.metadata))
        schema = self.strict(annotate(info.annotation, () if plain else tuple(info.metadata)))
        return schema if info.is_required() else _with_default(schema, info)


def _first_of(*choices: Schema) -> Schema:
    return {"type": "union", "mode": "left_to_right", "choices": list(choices)}


def _with_default(schema: Schema, info: Any) -> Schema:
    if info.default_factory is None and isinstance(info.default, _SHARED_DEFAULTS):
        return {"type": "default", "schema": schema, "default": info.default}
    return {"type": "default", "schema": schema, "default_factory": default_of(info)}


_SHARED_DEFAULTS = (str, int, float, bool, type(None))


def _function(function: Callable[[Any], Any]) -> Schema:
    return {"type": "function-plain", "function": {"type": "no-info", "function": function}}


def _constructed(type_: Any, metadata: Metadata) -> Schema:
    return _function(constructor_of(type_, metadata))


def _validated(type_: Any) -> Schema:
    def validate(value: Any) -> Any:
        validated = try_validate(type_, (), value)
        if validated is UNFIT:
            raise ValueError("it does not fit")
        return validated

    return _function(validate)


def _usual_datetime() -> Optional[Schema]:
    """The schema of what construction reads as a time at once; None for Pythons that cannot."""
    if sys.version_info < (3, 11):
        return None
    text = {"type": "str", "strict": True, "pattern": f"^(?:{USUAL_TIME})$"}
    return {"type": "chain", "steps": [text, _function(datetime.fromisoformat)]}


def _forget_extras(model: Any) -> Any:
    """Construction counts declared fields alone as set, where validation counts every key."""
    extra = model.__pydantic_extra__
    if extra:
        model.__pydantic_fields_set__.difference_update(extra)
    return model


# -- which types ----------------------------------------------------------------------------------

_TAKEN_AS_THEY_ARE: FrozenSet[Any] = frozenset(
    {str, int, bool, list, dict, object, Any, type(None)}
)

# As pydantic reads these: times are the only ones among them that it converts, from text.
_STRICT: Dict[Any, Schema] = {
    str: {"type": "str", "strict": True},
    int: {"type": "int", "strict": True},
    bool: {"type": "bool", "strict": True},
    float: {"type": "float", "strict": True},
    datetime: {"type": "datetime"},
    date: {"type": "date"},
    object: _ANY,
    Any: _ANY,
}

# The kinds of JSON values that types take. Those of the last kind may take more than one.
_TEXT, _NUMBER, _TRUTH, _ARRAY, _OBJECT, _SEVERAL = range(6)
_KINDS: Dict[Any, int] = {str: _TEXT, int: _NUMBER, bool: _TRUTH, list: _ARRAY, dict: _OBJECT}


def _kind(type_: Any) -> int:
    if is_literal_type(type_):
        return _TEXT
    origin = get_origin(type_) or type_
    return _KINDS.get(origin, _SEVERAL) if _is_hashable(origin) else _SEVERAL


def _are_distinct(kinds: List[int]) -> bool:
    """Whether a JSON value tells which member of a union it is for; any text is one text."""
    unlike_text = [kind for kind in kinds if kind != _TEXT]
    is_ambiguous = _SEVERAL in kinds and len(kinds) > 1
    return not is_ambiguous and len(set(unlike_text)) == len(unlike_text)


def _flattened(members: Tuple[Any, ...]) -> List[Any]:
    """The members of a union, with those of unions inside it."""
    flat: List[Any] = []
    for member in members:
        plain = strip_annotated(member) if all(map(_is_plain_metadata, _metadata(member))) else None
        if plain is not None and is_union_type(plain):
            flat.extend(_flattened(get_args(plain)))
        else:
            flat.append(member if plain is None else plain)
    return flat


def _metadata(type_: Any) -> Metadata:
    return tuple(type_.__metadata__) if get_origin(type_) is Annotated else ()


def _is_plain_metadata(entry: Any) -> bool:
    """Whether a piece of `Annotated` metadata leaves pydantic's validation as it is."""
    return isinstance(entry, PropertyInfo)


def _is_model(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, BaseModel)


@lru_cache(maxsize=_CACHE_SIZE)
def is_plain(model: Any) -> bool:
    """Whether a model is nothing but its fields: no validators, no configuration that converts."""
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
        if _is_model(base) and base is not BaseModel:
            own_names |= set(base.__dict__) | set(getattr(base, "__annotations__", ()))
    return (
        not has_validators
        and own_names.isdisjoint(_CUSTOMISATIONS)
        and config.get("extra") == "allow"
        and set(config) <= _HARMLESS_CONFIGURATION
        and all(map(_is_plain_field, get_model_fields(model).values()))
    )


_CUSTOMISATIONS = frozenset({"__init__", "__pydantic_extra__", "__get_pydantic_core_schema__"})
_HARMLESS_CONFIGURATION = {"extra", "defer_build", "protected_namespaces", "title"}


def _is_plain_field(info: Any) -> bool:
    alias = info.validation_alias
    return (alias is None or isinstance(alias, str)) and not info.validate_default


def _has_aliases(model: Any) -> bool:
    return any(
        field_alias(info) not in (None, name) for name, info in get_model_fields(model).items()
    )


def discriminator_field(models: List[Any]) -> Optional[str]:
    """A required field by whose literal texts exactly one of `models` accepts any value."""
    fields = [get_model_fields(model) for model in models]
    return next((name for name in fields[0] if _tells_apart(fields, name)), None)


def _tells_apart(fields: List[Dict[str, Any]], name: str) -> bool:
    seen: Set[Any] = set()
    aliases: Set[Any] = set()
    for fields_of_model in fields:
        info: Any = fields_of_model.get(name)
        if info is None or not info.is_required() or not is_literal_type(info.annotation):
            return False
        values = get_args(info.annotation)
        if seen.intersection(values) or not all(isinstance(value, str) for value in values):
            return False
        seen.update(values)
        aliases.add(field_alias(info))
    # Under an alias, the field's own name may come as something else, which older pydantic drops.
    return aliases <= {None, name}


def _is_hashable(type_: Any) -> bool:
    return getattr(type_, "__hash__", None) is not None
