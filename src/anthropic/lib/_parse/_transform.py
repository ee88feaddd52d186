"""JSON schemas in the subset that structured outputs accept.

The API takes a part of JSON schema only. `transform_schema` keeps that part and moves every other
keyword into the description, where the model still reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Type, Union, cast

if TYPE_CHECKING:
    import pydantic

_STRING_FORMATS = frozenset(
    {
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
    }
)
_PLAIN_TYPES = frozenset({"boolean", "integer", "number", "null"})

# keyword -> the keyword it is sent as; the first one present is used
_COMBINATORS = (("anyOf", "anyOf"), ("oneOf", "anyOf"), ("allOf", "allOf"))

Schema = Dict[str, Any]


def transform_schema(
    json_schema: Union[Type[pydantic.BaseModel], Dict[str, Any]],
) -> Dict[str, Any]:
    """Rewrites a JSON schema so that the API accepts it as an output format.

    Args:
        json_schema: a JSON schema, or a pydantic model class whose schema is taken. It is not
            changed.

    Returns:
        A new schema. Objects are closed (`additionalProperties` is false), and keywords that the
        API does not accept are appended to the description.

    Raises:
        ValueError: part of the schema has neither a `type` nor a way to combine schemas.
        AssertionError: a `type` is not one of JSON schema's seven type names.
    """
    if isinstance(json_schema, type):
        from ._adapter import json_schema_of

        return _transform(json_schema_of(json_schema))
    return _transform(json_schema)


def _transform(source: Schema) -> Schema:
    rest = dict(source)
    if "$ref" in rest:
        return _reference(rest)
    result: Schema = {}
    if "$defs" in rest:
        result["$defs"] = _transform_values(rest.pop("$defs"))
    kind = rest.pop("type", None)
    if not _move_combinator(rest, result):
        if kind is None:
            raise ValueError(
                "Schema must have a 'type', 'anyOf', 'oneOf', or 'allOf' field, "
                f"but only has: {', '.join(map(repr, source)) or 'nothing'}"
            )
        result["type"] = kind
    for keyword in ("description", "title"):
        if rest.get(keyword) is not None:
            result[keyword] = rest[keyword]
        rest.pop(keyword, None)
    if kind is not None:
        _move_typed_keywords(kind, rest, result)
    _describe_leftovers(rest, result)
    return result


def _reference(schema: Schema) -> Schema:
    """A reference stands alone; only the definitions of a recursive root have to stay with it."""
    result: Schema = {"$ref": schema["$ref"]}
    if schema.get("$defs"):
        result["$defs"] = _transform_values(schema["$defs"])
    return result


def _move_combinator(rest: Schema, result: Schema) -> bool:
    for keyword, sent_as in _COMBINATORS:
        if isinstance(rest.get(keyword), list):
            variants = cast("List[Schema]", rest.pop(keyword))
            result[sent_as] = [_transform(variant) for variant in variants]
            return True
    return False


def _move_typed_keywords(kind: object, rest: Schema, result: Schema) -> None:
    """Moves the keywords that are accepted for this type from `rest` to `result`."""
    if kind == "object":
        result["properties"] = _transform_values(rest.pop("properties", {}))
        rest.pop("additionalProperties", None)
        result["additionalProperties"] = False
        if "required" in rest:
            result["required"] = rest.pop("required")
    elif kind == "string":
        if rest.get("format") in _STRING_FORMATS:
            result["format"] = rest.pop("format")
    elif kind == "array":
        if rest.get("items") is not None:
            result["items"] = _transform(rest.pop("items"))
        if rest.get("minItems") in (0, 1):
            result["minItems"] = rest.pop("minItems")
    elif not (isinstance(kind, str) and kind in _PLAIN_TYPES):
        raise AssertionError(f"Expected a JSON schema type name in 'type', got {kind!r}")


def _transform_values(schemas: Dict[str, Schema]) -> Dict[str, Schema]:
    return {name: _transform(schema) for name, schema in schemas.items()}


def _describe_leftovers(rest: Schema, result: Schema) -> None:
    if not rest:
        return
    text = "{" + ", ".join(f"{keyword}: {value}" for keyword, value in rest.items()) + "}"
    description = result.get("description")
    result["description"] = f"{description}\n\n{text}" if description else text
