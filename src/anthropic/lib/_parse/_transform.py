"""JSON schemas in the subset that structured outputs accept.

The API takes a part of JSON schema only. `transform_schema` keeps that part and moves every other
keyword into the description, where the model still reads it. What no keyword and no description
can save, such as an object with free keys, is refused.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any, Collection, Dict, List, Mapping, Type, Union, cast

if TYPE_CHECKING:
    import pydantic

_STRING_FORMATS = (
    "date-time",
    "time",
    "date",
    "duration",
    "email",
    "hostname",
    "uri",
    "ipv4",
    "ipv6",
    "uuid",
)
_PLAIN_TYPES = frozenset({"boolean", "integer", "number", "null"})

# keyword -> the keyword it is sent as; the first one present is used
_COMBINATORS = (("anyOf", "anyOf"), ("oneOf", "anyOf"), ("allOf", "allOf"))

# the kinds of values that an enumeration may hold, in the order in which variants are listed
_ENUM_TYPES = (
    ("string", str),
    ("boolean", bool),
    ("integer", int),
    ("number", float),
    ("null", type(None)),
)

# what is never a type
_VALUES = (str, bytes, bool, int, float, list, tuple, set)

Schema = Dict[str, Any]


class UnsupportedSchemaError(TypeError, ValueError):
    """A part of a schema says something that the API has no words for."""


def transform_schema(
    json_schema: Union[Type[pydantic.BaseModel], Dict[str, Any]],
    *,
    strict_schema: bool = True,
) -> Dict[str, Any]:
    """Rewrites a JSON schema so that the API accepts it as an output format.

    Args:
        json_schema: a JSON schema, or a pydantic model class whose schema is taken. It is not
            changed.
        strict_schema: whether an object with free keys, such as a `Dict[str, int]`, is refused.
            If not, it becomes an object without any keys, which the model can only leave empty.

    Returns:
        A new schema. Objects are closed (`additionalProperties` is false), and keywords that the
        API does not accept are appended to the description.

    Raises:
        TypeError: the API cannot express part of the schema, and the message says which; or what
            is given is neither a schema nor a type.
        ValueError: part of the schema has neither a `type` nor a way to combine schemas.
        AssertionError: a `type` is not one of JSON schema's seven type names.
    """
    if isinstance(json_schema, Mapping):
        return _Rewriting(strict_schema).schema(json_schema, _name_of(json_schema))
    return schema_of(json_schema, strict=strict_schema)


def schema_of(type_: Any, *, strict: bool) -> Schema:
    """The schema of any type that pydantic knows, as the API accepts it.

    Raises `TypeError` for what is no type.
    """
    from ._adapter import json_schema_of

    _check_type(type_)
    schema = json_schema_of(type_)
    return _Rewriting(strict, from_type=True).schema(schema, _name_of(schema))


def _check_type(type_: Any) -> None:
    """Raises `TypeError` for values, which are easily mistaken for their types."""
    import pydantic

    is_instance = isinstance(type_, pydantic.BaseModel) or (
        is_dataclass(type_) and not isinstance(type_, type)
    )
    if type_ is None or is_instance or isinstance(type_, _VALUES):
        name = type(cast(object, type_)).__name__
        way_out = f" Pass the class `{name}` itself, not an instance of it." if is_instance else ""
        raise TypeError(
            "The output format must be a type, such as a class derived from pydantic's BaseModel, "
            f"or a JSON schema as a dict; it is of the type `{name}`.{way_out}"
        )


def _name_of(schema: Schema) -> str:
    """What messages call the outermost schema."""
    title = schema.get("title")
    if isinstance(title, str):
        return title
    return str(schema.get("$ref", "schema")).rpartition("/")[2]


class _Rewriting:
    """One run over a schema; `path` is the way to the part at hand, in words of Python types."""

    def __init__(self, strict: bool, from_type: bool = False) -> None:
        self._strict = strict
        # Pydantic writes the `properties` even of a model without fields: where there are none,
        # the type is a dict. A schema that a person wrote has to say that keys are free.
        self._from_type = from_type

    def schema(self, source: Schema, path: str) -> Schema:
        if not isinstance(cast(object, source), Mapping):
            raise _without_type(path, repr(source))
        rest = dict(source)
        if "$ref" in rest:
            return self._reference(rest)
        result: Schema = {}
        if "$defs" in rest:
            result["$defs"] = self._definitions(rest.pop("$defs"))
        kind = rest.pop("type", None)
        if not self._move_combinator(rest, result, path):
            _move_values(kind, rest, result)
            if kind is not None:
                result["type"] = kind
            elif not result.keys() & {"type", "anyOf"}:
                raise _without_type(path, ", ".join(map(repr, source)) or "nothing")
        for keyword in ("description", "title"):
            if rest.get(keyword) is not None:
                result[keyword] = rest[keyword]
            rest.pop(keyword, None)
        if kind is not None:
            self._move_typed_keywords(kind, rest, result, path)
        _describe_leftovers(rest, result)
        return result

    def _reference(self, schema: Schema) -> Schema:
        """A reference stands alone; only the definitions of a recursive root have to stay."""
        result: Schema = {"$ref": schema["$ref"]}
        if schema.get("$defs"):
            result["$defs"] = self._definitions(schema["$defs"])
        return result

    def _definitions(self, schemas: Dict[str, Schema]) -> Dict[str, Schema]:
        _check_mapping(schemas, "$defs")
        return {name: self.schema(schema, name) for name, schema in schemas.items()}

    def _move_combinator(self, rest: Schema, result: Schema, path: str) -> bool:
        for keyword, sent_as in _COMBINATORS:
            if isinstance(rest.get(keyword), list):
                variants = cast("List[Schema]", rest.pop(keyword))
                result[sent_as] = [self.schema(variant, path) for variant in variants]
                return True
        return False

    def _move_typed_keywords(self, kind: object, rest: Schema, result: Schema, path: str) -> None:
        """Moves the keywords that are accepted for this type from `rest` to `result`."""
        if kind == "object":
            self._move_object(rest, result, path)
        elif kind == "string":
            _move_accepted("format", _STRING_FORMATS, rest, result)
        elif kind == "array":
            self._move_items(rest, result, path)
            _move_accepted("minItems", (0, 1), rest, result)
        elif not (isinstance(kind, str) and kind in _PLAIN_TYPES):
            raise AssertionError(f"Expected a JSON schema type name in 'type', got {kind!r}")

    def _move_items(self, rest: Schema, result: Schema, path: str) -> None:
        if isinstance(rest.get("items"), list):
            # What older schemas call the items of a tuple.
            rest["prefixItems"] = rest.pop("items")
        if not (self._strict and rest.get("prefixItems")):
            if rest.get("items") is not None:
                result["items"] = self.schema(rest.pop("items"), f"{path}[]")
            return
        # One schema for all items of a tuple; the description tells which of them comes where.
        variants: List[Schema] = []
        for item in [*rest["prefixItems"], *([rest.pop("items")] if rest.get("items") else [])]:
            variant = self.schema(item, f"{path}[]")
            variant.pop("title", None)
            if variant not in variants:
                variants.append(variant)
        result["items"] = variants[0] if len(variants) == 1 else {"anyOf": variants}

    def _move_object(self, rest: Schema, result: Schema, path: str) -> None:
        free = self._from_type and "properties" not in rest
        free = rest.pop("additionalProperties", False) is not False or free
        properties: Dict[str, Schema] = rest.pop("properties", {})
        _check_mapping(properties, f"properties of {path}")
        if (free or "patternProperties" in rest) and not properties and self._strict:
            raise _with_free_keys(path)
        result["properties"] = {
            name: self.schema(schema, f"{path}.{name}") for name, schema in properties.items()
        }
        result["additionalProperties"] = False
        if "required" in rest:
            result["required"] = rest.pop("required")


def _move_accepted(
    keyword: str, accepted: Collection[object], rest: Schema, result: Schema
) -> None:
    """Moves a keyword if the API accepts its value; else it is the last that is described."""
    if keyword in rest:
        value = rest.pop(keyword)
        (result if value in accepted else rest)[keyword] = value


def _check_mapping(schemas: object, where: str) -> None:
    if not isinstance(schemas, Mapping):
        raise TypeError(
            f"The output format's `{where}` must be a dict of names and their schemas, not "
            f"{schemas!r}"
        )


def _move_values(kind: object, rest: Schema, result: Schema) -> None:
    """Moves `enum` and `const`; values of several kinds become a choice of one list for each."""
    if kind is not None:
        for keyword in ("enum", "const"):
            if keyword in rest and all(map(_is_scalar, _values(rest, keyword))):
                result[keyword] = rest.pop(keyword)
        return
    keyword = "enum" if "enum" in rest else "const"
    lists: Dict[str, List[object]] = {}
    for value in _values(rest, keyword):
        if not _is_scalar(value):
            return
        lists.setdefault(_type_name(value), []).append(value)
    variants: List[Schema] = [
        {"type": name, "enum": lists[name]} for name, _ in _ENUM_TYPES if name in lists
    ]
    if not variants:
        return
    value = rest.pop(keyword)
    if keyword == "const":
        variants = [{"type": variants[0]["type"], "const": value}]
    result.update(variants[0] if len(variants) == 1 else {"anyOf": variants})


def _values(schema: Schema, keyword: str) -> List[object]:
    if keyword not in schema:
        return []
    if keyword == "const":
        return [schema["const"]]
    values = schema["enum"]
    # What is no list has to be no scalar, to be left alone.
    return cast("List[object]", values) if isinstance(values, (list, tuple)) else [schema]


def _is_scalar(value: object) -> bool:
    return value is None or isinstance(value, (str, bool, int, float))


def _type_name(value: object) -> str:
    return next(name for name, class_ in _ENUM_TYPES if isinstance(value, class_))


def _describe_leftovers(rest: Schema, result: Schema) -> None:
    if not rest:
        return
    text = "{" + ", ".join(f"{keyword}: {value}" for keyword, value in rest.items()) + "}"
    description = result.get("description")
    result["description"] = f"{description}\n\n{text}" if description else text


def _without_type(path: str, found: str) -> UnsupportedSchemaError:
    return UnsupportedSchemaError(
        f"The output format's `{path}` may hold any value, which the API cannot express: "
        "Schema must have a 'type', 'anyOf', 'oneOf', or 'allOf' field, "
        f"but only has: {found}. Give it a type, or a union of all types that it may have, "
        "instead of Any, object or a bare list."
    )


def _with_free_keys(path: str) -> UnsupportedSchemaError:
    return UnsupportedSchemaError(
        f"The output format's `{path}` is an object with free keys, such as Dict[str, int], which "
        "the API cannot express: the keys of its objects are all named in advance. Use a model, "
        "dataclass or TypedDict that names the keys, or a list of models that hold a key and a "
        "value. With strict_schema=False the object is sent without any keys, so that it is always "
        "empty."
    )
