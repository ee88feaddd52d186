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
_ARRAY_LIMITS = tuple(
    "minItems maxItems uniqueItems contains minContains maxContains unevaluatedItems".split()
)
LIMITS: Mapping[Kind, Tuple[str, ...]] = {
    Kind.STRING: ("minLength", "maxLength", "pattern"),
    Kind.INTEGER: _NUMBER_LIMITS,
    Kind.NUMBER: _NUMBER_LIMITS,
    Kind.ARRAY: _ARRAY_LIMITS,
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

# Keywords that cannot be expressed beside certain others.
_COMBINED = frozenset({"$ref", "allOf", "anyOf", "oneOf"})
APART: Tuple[Tuple[str, FrozenSet[str], str], ...] = (
    ("anyOf", frozenset({"oneOf"}), "write the combinations out as one `oneOf`"),
    ("unevaluatedProperties", _COMBINED, "put `additionalProperties` on the combined schemas"),
)

_STRUCTURE: FrozenSet[str] = frozenset(
    "$ref allOf anyOf oneOf type enum const properties required additionalProperties items"
    " format contentEncoding contentMediaType unevaluatedProperties".split()
)

EXPRESSED: FrozenSet[str] = frozenset((*ANNOTATIONS, *_STRUCTURE, *ALL_LIMITS))
KNOWN: FrozenSet[str] = EXPRESSED | UNSUPPORTED.keys()

_PYTHON_TYPES = {
    Kind.STRING: (str,),
    Kind.BOOLEAN: (bool,),
    Kind.INTEGER: (int,),
    Kind.NUMBER: (int, float),
}


def is_annotation(keyword: str) -> bool:
    return keyword in ANNOTATIONS or keyword.startswith("x-")


def value_fits(value: object, kind: Kind) -> bool:
    """Whether a literal is of the type `kind`; booleans are not numbers."""
    if isinstance(value, bool):
        return kind is Kind.BOOLEAN
    return isinstance(value, _PYTHON_TYPES.get(kind, ()))
