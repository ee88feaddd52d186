"""Values that fit a schema of a description, with every kind of a union where there is a list."""

from __future__ import annotations

from typing import Any, Dict, List

from codegen.spec.graph import Description, Kind, Schema

_SCALARS = {
    Kind.STRING: "text",
    Kind.INTEGER: 7,
    Kind.NUMBER: 0.5,
    Kind.BOOLEAN: True,
    Kind.NULL: None,
    Kind.ANY: {"any": "thing"},
}
_TEXTS = {"date-time": "2030-01-02T03:04:05Z", "date": "2030-01-02", "uri": "https://a.example/b"}


class Samples:
    def __init__(self, description: Description) -> None:
        self._schemas = description.schemas

    def component(self, name: str) -> Any:
        return self.of(self._schemas[name])

    def kinds(self, schema: Schema) -> List[Any]:
        """One value for each branch of a union; one for any other schema."""
        schema = self._resolved(schema)
        branches = schema.branches if schema.kind is Kind.UNION else (schema,)
        return [self.of(branch) for branch in branches]

    def named(self, name: str) -> Schema:
        return self._schemas[name]

    def of(self, schema: Schema, depth: int = 0) -> Any:
        schema = self._resolved(schema)
        if schema.kind is Kind.ENUM:
            return schema.values[-1]
        if schema.kind is Kind.UNION:
            return self.of(schema.branches[0], depth)
        if schema.kind is Kind.ARRAY:
            items = schema.items
            return [] if items is None or depth > 4 else self.kinds(items)
        if schema.kind is Kind.OBJECT:
            found: Dict[str, Any] = {
                prop.name: self.of(prop.schema, depth + 1)
                for prop in schema.properties
                if depth < 6 or prop.required
            }
            return found
        return _TEXTS.get(schema.format, _SCALARS[schema.kind])

    def _resolved(self, schema: Schema) -> Schema:
        while schema.kind is Kind.REF:
            schema = self._schemas[schema.ref]
        return schema
