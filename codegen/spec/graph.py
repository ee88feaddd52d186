"""The resolved description: what stage 2 hands to stage 3.

A `Description` knows nothing of the SDK's configuration. Schemas are already
normalised: OpenAPI 3.0 and 3.1 look alike, every spelling of null is
`nullable`, `allOf` is merged, and recursion is marked. A `$ref` to a component
stays a `REF` node (with its own description and nullability); everything else
is inlined.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Dict, FrozenSet, Mapping, Optional, Set, Tuple

from codegen.diagnostics import NOWHERE, Place


class Kind(Enum):
    OBJECT = "object"  # has properties and / or additional
    ARRAY = "array"
    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    ANY = "any"
    ENUM = "enum"  # closed list of literal values (const is an enum of one)
    UNION = "union"  # oneOf / anyOf with more than one non-null branch, or a list of types
    REF = "ref"


@dataclass(frozen=True)
class Property:
    name: str
    schema: Schema
    required: bool


@dataclass(frozen=True)
class Schema:
    kind: Kind
    place: Place = NOWHERE
    title: str = ""
    description: str = ""
    nullable: bool = False
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    format: str = ""
    default: object = None
    has_default: bool = False
    example: object = None
    # REF
    ref: str = ""  # component name
    # OBJECT
    properties: Tuple[Property, ...] = ()
    # additionalProperties: None when absent, Kind.ANY for `true`; `closed` stands for `false`
    additional: Optional[Schema] = None
    closed: bool = False
    # ARRAY
    items: Optional[Schema] = None
    # ENUM
    values: Tuple[object, ...] = ()
    value_descriptions: Tuple[str, ...] = ()
    # UNION (branches in document order, null removed)
    branches: Tuple[Schema, ...] = ()
    exclusive: bool = False  # oneOf
    discriminator: str = ""
    mapping: Tuple[Tuple[str, str], ...] = ()  # discriminator value -> component name
    # limits, as written (minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, ...)
    limits: Tuple[Tuple[str, object], ...] = ()


@dataclass(frozen=True)
class Parameter:
    name: str
    location: str  # path | query | header | cookie
    required: bool
    schema: Schema
    description: str = ""
    deprecated: bool = False
    style: str = ""
    explode: Optional[bool] = None
    place: Place = NOWHERE


@dataclass(frozen=True)
class Media:
    """One content type of a body or a response, parameters stripped, lower case."""

    content_type: str
    schema: Schema
    deep: bool = False  # whether a form writes nested values as `a[b]=c`


@dataclass(frozen=True)
class Body:
    required: bool
    media: Tuple[Media, ...]
    description: str = ""
    place: Place = NOWHERE

    def first(self, *content_types: str) -> Optional[Media]:
        return next((m for t in content_types for m in self.media if m.content_type == t), None)


@dataclass(frozen=True)
class Response:
    status: str  # "200", "4XX", "default"
    media: Tuple[Media, ...]
    description: str = ""
    place: Place = NOWHERE

    def first(self, *content_types: str) -> Optional[Media]:
        return next((m for t in content_types for m in self.media if m.content_type == t), None)


@dataclass(frozen=True)
class Operation:
    method: str  # lower case verb
    path: str  # the path key as written, query included: /v1/files?beta=true
    operation_id: str
    summary: str
    description: str
    tags: Tuple[str, ...]
    deprecated: bool
    parameters: Tuple[Parameter, ...]  # path-item parameters merged in, in document order
    body: Optional[Body]
    responses: Tuple[Response, ...]
    security: Tuple[str, ...] = ()
    place: Place = NOWHERE

    @property
    def key(self) -> str:
        """How sdk.yml names it: `post /v1/messages`."""
        return f"{self.method} {self.path}"


@dataclass(frozen=True)
class Description:
    title: str
    version: str
    servers: Tuple[str, ...]
    schemas: Mapping[str, Schema]  # component name -> normalised schema
    operations: Tuple[Operation, ...]  # sorted by (path, method): document order does not matter
    recursive: FrozenSet[str]  # components that reach themselves
    security_schemes: Mapping[str, Mapping[str, object]]
    document: Dict[str, object]  # the raw document after overlays (for the test server's copy)
    # (with a description, all) over operations, parameters and properties
    described: Tuple[int, int] = (0, 0)

    def resolve(self, schema: Schema) -> Schema:
        """The schema behind references, as far as they lead anywhere."""
        seen: Set[str] = set()
        while schema.kind is Kind.REF and schema.ref not in seen:
            seen.add(schema.ref)
            schema = self.schemas[schema.ref]
        return schema
