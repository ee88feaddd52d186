"""The vocabulary of schemas: which keywords there are and what kind of thing each is."""

from __future__ import annotations

from typing import Dict, FrozenSet, Mapping, Tuple

from codegen.spec.graph import Kind

TYPES: Mapping[str, Kind] = {kind.value: kind for kind in list(Kind)[:7]}

# Keywords that say something about a value without changing its shape.
ANNOTATIONS: FrozenSet[str] = frozenset(
    "title description deprecated readOnly writeOnly default example examples nullable"
    " externalDocs xml discriminator $comment $schema $id $anchor $defs definitions"
    " contentSchema".split()
)

# Limits by the kind they apply to, in the order they are listed on a schema.
_NUMBER_LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
LIMITS: Mapping[Kind, Tuple[str, ...]] = {
    Kind.STRING: ("minLength", "maxLength", "pattern"),
    Kind.INTEGER: _NUMBER_LIMITS,
    Kind.NUMBER: _NUMBER_LIMITS,
    Kind.ARRAY: (
        "minItems",
        "maxItems",
        "uniqueItems",
        "contains",
        "minContains",
        "maxContains",
        "unevaluatedItems",
    ),
    Kind.OBJECT: ("minProperties", "maxProperties", "propertyNames", "dependentRequired"),
}
ALL_LIMITS: Tuple[str, ...] = tuple(dict.fromkeys(n for names in LIMITS.values() for n in names))

# Keywords that change what a value may be in ways a Python type cannot say.
UNSUPPORTED: Dict[str, str] = {
    "not": "list what is allowed instead, with `enum` or `oneOf`",
    "if": "write the cases as branches of `oneOf`",
    "then": "write the cases as branches of `oneOf`",
    "else": "write the cases as branches of `oneOf`",
    "patternProperties": "use `additionalProperties`, with `propertyNames` for the pattern",
    "dependentSchemas": "write the cases as branches of `oneOf`",
    "dependencies": "write the cases as branches of `oneOf`",
    "prefixItems": "use `items` with a schema all items share, or an object",
    "$dynamicRef": "use `$ref`",
    "$dynamicAnchor": "use a component and `$ref`",
    "$recursiveRef": "use `$ref`",
}

STRUCTURE: FrozenSet[str] = frozenset(
    "$ref allOf anyOf oneOf type enum const properties required additionalProperties items"
    " format contentEncoding contentMediaType unevaluatedProperties".split()
)

KNOWN: FrozenSet[str] = ANNOTATIONS | STRUCTURE | frozenset(ALL_LIMITS) | frozenset(UNSUPPORTED)


def is_annotation(keyword: str) -> bool:
    return keyword in ANNOTATIONS or keyword.startswith("x-")
