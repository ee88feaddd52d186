"""Types as schemas and as readers of JSON, on either major version of pydantic."""

from __future__ import annotations

import functools
from typing import Any, Dict, cast

import pydantic

from ..._compat import PYDANTIC_V1


def _without_schema(type_: Any, reason: object) -> TypeError:
    return TypeError(
        f"Could not generate JSON schema for the given type {type_!r}: {reason}. "
        "Use types that JSON can express, or pass a JSON schema as a dict."
    )


if PYDANTIC_V1:

    def json_schema_of(type_: Any) -> Dict[str, Any]:
        """The JSON schema of a type, with its definitions under `$defs`."""
        v1: Any = pydantic
        template = "#/$defs/{model}"
        schema: Dict[str, Any]
        try:
            if isinstance(type_, type) and issubclass(type_, pydantic.BaseModel):
                schema = cast(Any, type_).schema(ref_template=template)
            else:
                schema = v1.schema_of(type_, ref_template=template)
                schema.pop("title", None)  # the name of a wrapper that pydantic made up
        except ValueError as error:
            raise _without_schema(type_, error) from error
        # a copy: pydantic caches the schemas of models
        schema = dict(schema)
        if "definitions" in schema:
            schema["$defs"] = schema.pop("definitions")
        return schema

    def validate_json(type_: Any, text: str) -> Any:
        """Reads JSON text as a value of `type_`; raises pydantic's `ValidationError`."""
        v1: Any = pydantic
        if isinstance(type_, type) and issubclass(type_, pydantic.BaseModel):
            return cast(Any, type_).parse_raw(text)
        return v1.parse_raw_as(type_, text)

    def validate_value(type_: Any, value: Any) -> Any:
        """Reads a decoded JSON value as a value of `type_`, and raises the same."""
        v1: Any = pydantic
        return v1.parse_obj_as(type_, value)

else:

    @functools.lru_cache(maxsize=256)
    def _cached_adapter(type_: Any) -> pydantic.TypeAdapter[Any]:
        return pydantic.TypeAdapter(type_)

    def _adapter(type_: Any) -> pydantic.TypeAdapter[Any]:
        try:
            hash(type_)
        except TypeError:
            return pydantic.TypeAdapter(type_)
        return _cached_adapter(type_)

    def json_schema_of(type_: Any) -> Dict[str, Any]:
        """The JSON schema of a type, with its definitions under `$defs`."""
        adapter = _adapter(type_)
        try:
            return adapter.json_schema()
        except pydantic.PydanticInvalidForJsonSchema as error:
            raise _without_schema(type_, error.message) from error

    def validate_json(type_: Any, text: str) -> Any:
        """Reads JSON text as a value of `type_`; raises pydantic's `ValidationError`."""
        return _adapter(type_).validate_json(text)

    def validate_value(type_: Any, value: Any) -> Any:
        """Reads a decoded JSON value as a value of `type_`, and raises the same."""
        return _adapter(type_).validate_python(value)
