"""Stage 2, schemas: every spelling of a schema becomes one `graph.Schema`.

The rules, in the order they are applied to one schema:

1. `$ref` to a component is a REF; to any other place, that place is inlined.
2. `allOf`, and anything structural beside a `$ref`, is merged into one schema.
3. `anyOf` and `oneOf` lose their nulls, join constants to an enum, and vanish
   when one branch is left. What stands beside them holds for each branch.
4. The rest is one type, an enum, or a union made of a list of types.

A schema that is a part of an `allOf` or `anyOf` may require properties that
only another part declares, so parts are built by `_part` and only the finished
schema is settled.
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import Dict, FrozenSet, List, Mapping, Optional, Sequence, Tuple

from codegen.diagnostics import Problems, did_you_mean
from codegen.spec import keywords
from codegen.spec.annotations import annotated
from codegen.spec.graph import Kind, Property, Schema
from codegen.spec.merge import UNDECLARED, Conflict, Merger, value_fits
from codegen.spec.read import Node, Reader
from codegen.spec.refs import Home, Resolver, home
from codegen.spec.unions import fold_enums, split_null


class Normalizer:
    """Builds schemas and, on the way, every component they lead to."""

    def __init__(self, resolver: Resolver, problems: Problems) -> None:
        self._resolver = resolver
        self._problems = problems
        self._reader = Reader(problems)
        self._done: Dict[str, Schema] = {}
        self._busy: List[str] = []
        self._inlining: List[Home] = []
        self._merger = Merger(self._dereferenced)

    def components(self) -> Mapping[str, Schema]:
        """All components, sorted by name; also those of other files met so far."""
        root = Node(self._resolver.root, (), self._resolver.root.data)
        self._reader.entries(root.child("components") or root.without(*root.mapping), "schemas")
        while len(self._done) < len(self._resolver.components):
            for name in sorted(self._resolver.components):
                self.component(name)
        self._check_types()
        return {name: self._done[name] for name in sorted(self._done)}

    def component(self, name: str) -> Schema:
        """The normalised component `name`."""
        if name not in self._done:
            self._busy.append(name)
            schema = self._component(name, self._resolver.components[name])
            self._busy.pop()
            self._done[name] = schema
        return self._done[name]

    def _component(self, name: str, node: Node) -> Schema:
        if "$ref" in node.mapping:
            target = self._resolver.target(node)
            if target is not None and self._resolver.component_name(target) == name:
                if home(target) == home(node):
                    self._resolver.cycle(node, [name])
                    return Schema(kind=Kind.ANY, place=node.place)
                return self._inline(target)  # this component names a place elsewhere
        return self.schema(node)

    def schema(self, node: Node) -> Schema:
        """The schema at `node`, whatever its spelling. What is wrong is reported."""
        return self._settled(self._part(node), node)

    # -- one schema, which may be a part of another ------------------------------------------

    def _part(self, node: Node) -> Schema:
        value = node.value
        if value is True:
            return Schema(kind=Kind.ANY, place=node.place)
        if not isinstance(value, dict):
            self._not_a_schema(node)
            return Schema(kind=Kind.ANY, place=node.place)
        self._check_keywords(node)
        if "$ref" in value:
            return self._reference(node)
        if "allOf" in value:
            return self._all_of(node)
        if "anyOf" in value or "oneOf" in value:
            return self._union(node)
        return self._plain(node)

    def _not_a_schema(self, node: Node) -> None:
        if node.value is False:
            message, hint = "no value satisfies the schema `false`", "remove what it describes"
            self._problems.add("unsupported-construct", message, node.place, hint)
        else:
            self._reader.malformed(node, "a schema")

    def _check_keywords(self, node: Node) -> None:
        for key in node.mapping:
            if key in keywords.UNSUPPORTED:
                hint = keywords.UNSUPPORTED[key]
                message = f"`{key}` cannot be expressed as a Python type"
                self._problems.add("unsupported-construct", message, node.place_of(key), hint)
            elif key not in keywords.KNOWN and not key.startswith("x-"):
                hint = did_you_mean(key, keywords.KNOWN)
                if hint.startswith("did you mean"):
                    message = f"`{key}` is not a schema keyword"
                    self._problems.add("unknown-keyword", message, node.place_of(key), hint)
        if node.mapping.get("unevaluatedProperties", True) is not True:
            if node.mapping.keys() & {"$ref", "allOf", "anyOf", "oneOf"}:
                self._problems.add(
                    "unsupported-construct",
                    "`unevaluatedProperties` beside combined schemas cannot be expressed",
                    node.place_of("unevaluatedProperties"),
                    "put `additionalProperties` on the schemas that are combined",
                )

    # -- references --------------------------------------------------------------------------

    def _reference(self, node: Node) -> Schema:
        target = self._resolver.target(node)
        if target is None:
            return Schema(kind=Kind.ANY, place=node.place)
        name = self._resolver.component_name(target)
        found = Schema(kind=Kind.REF, place=node.place, ref=name) if name else self._inline(target)
        rest = node.without("$ref")
        if all(map(keywords.is_annotation, rest.mapping)):
            return self._annotated(replace(found, place=node.place), rest)
        return self._merged(node, [found, self._part(rest)])

    def _inline(self, target: Node) -> Schema:
        if home(target) in self._inlining:
            self._problems.add(
                "recursive-reference",
                "a schema without a name refers to itself",
                target.place,
                "move it to components/schemas, or name it there with a $ref to it",
            )
            return Schema(kind=Kind.ANY, place=target.place)
        self._inlining.append(home(target))
        schema = self._part(target)
        self._inlining.pop()
        return schema

    def _dereferenced(self, reference: Schema) -> Schema:
        """The schema behind a REF, for merging; aliases are followed."""
        name = reference.ref
        if name in self._busy:
            raise Conflict(
                "cyclic-allof",
                f"`{name}` is made of itself: " + " -> ".join([*self._cycle(name), name]),
            )
        schema = self.component(name)
        return self._dereferenced(schema) if schema.kind is Kind.REF else schema

    def _cycle(self, name: str) -> Sequence[str]:
        return self._busy[self._busy.index(name) :]

    # -- allOf -------------------------------------------------------------------------------

    def _all_of(self, node: Node) -> Schema:
        parts = [self._part(item) for item in self._reader.items(node, "allOf")]
        if not parts:
            self._empty(node, "allOf")
        rest = node.without("allOf")
        if rest.mapping:
            parts.append(self._part(rest))
        return self._merged(node, parts)

    def _merged(self, node: Node, parts: Sequence[Schema]) -> Schema:
        if not parts:
            return Schema(kind=Kind.ANY, place=node.place)
        try:
            return replace(reduce(self._merger.both, parts), place=node.place)
        except Conflict as conflict:
            hints = {
                "cyclic-allof": "refer to it from a property, or move the shared part out",
                "conflicting-types": "make the parts agree on the type",
            }
            hint = hints.get(conflict.code, "write the combinations out as one `oneOf`")
            self._problems.add(conflict.code, str(conflict), node.place, hint)
            return Schema(kind=Kind.ANY, place=node.place)

    def _empty(self, node: Node, key: str) -> None:
        message = f"`{key}` must list at least one schema"
        self._problems.add("malformed", message, node.place_of(key), "add one, or remove it")

    # -- anyOf, oneOf ------------------------------------------------------------------------

    def _union(self, node: Node) -> Schema:
        key = "oneOf" if "oneOf" in node.mapping else "anyOf"
        if "anyOf" in node.mapping and key == "oneOf":
            self._problems.add(
                "unsupported-construct",
                "`anyOf` and `oneOf` stand side by side",
                node.place_of("anyOf"),
                "write the combinations out as one `oneOf`",
            )
        branches, nullable = split_null([self._part(b) for b in self._reader.items(node, key)])
        if not node.mapping[key]:
            self._empty(node, key)
        union = self._joined(node, fold_enums(branches), exclusive=key == "oneOf")
        if nullable and union.kind is not Kind.NULL:
            union = replace(union, nullable=True)
        rest = node.without("anyOf", "oneOf")
        if all(map(keywords.is_annotation, rest.mapping)):
            return self._annotated(union, rest)
        return self._holding(node, union, self._part(rest))

    def _joined(self, node: Node, branches: Sequence[Schema], exclusive: bool) -> Schema:
        if not branches:
            return Schema(kind=Kind.NULL, place=node.place)
        if len(branches) == 1:
            return replace(branches[0], place=node.place)
        discriminator, mapping = self._discriminator(node)
        return Schema(
            kind=Kind.UNION,
            place=node.place,
            branches=tuple(branches),
            exclusive=exclusive,
            discriminator=discriminator,
            mapping=mapping,
        )

    def _holding(self, node: Node, union: Schema, beside: Schema) -> Schema:
        """The union with what is written beside it applied to every branch."""
        merged = self._merged(node, [union, beside])
        # `nullable: true` beside the union allows null whatever the branches say.
        null = beside.nullable or (union.nullable and "type" not in node.mapping)
        return replace(merged, nullable=True) if null else merged

    def _discriminator(self, node: Node) -> Tuple[str, Tuple[Tuple[str, str], ...]]:
        child = node.child("discriminator")
        if child is None:
            return "", ()
        if isinstance(child.value, str):  # as Swagger 2 wrote it
            return child.value, ()
        name = self._reader.text(child, "propertyName")
        if not name:
            self._problems.add(
                "malformed",
                "`discriminator` needs `propertyName`",
                child.place,
                "name the property that tells the branches apart",
            )
        pairs: List[Tuple[str, str]] = []
        for value, item in self._reader.entries(child, "mapping"):
            component = self._mapped(item)
            if component is not None:
                pairs.append((value, component))
        return name, tuple(pairs)

    def _mapped(self, node: Node) -> Optional[str]:
        """The component a discriminator's mapping names, by bare name or by reference."""
        text = str(node.value)
        if text in self._resolver.components:
            return text
        known = self._resolver.components
        if "#" not in text and "/" not in text and "." not in text:
            message = f"the discriminator maps to `{text}`, which is not a component"
            hint = did_you_mean(text, known)
            self._problems.add("dangling-reference", message, node.place, hint)
            return None
        target = self._resolver.target(Node(node.document, node.tokens, {"$ref": text}))
        return self._resolver.component_name(target) if target is not None else None

    # -- types and enums ---------------------------------------------------------------------

    def _plain(self, node: Node) -> Schema:
        kinds, nullable = self._kinds(node)
        values = self._values(node, kinds)
        if values is not None:
            kept = tuple(value for value in values if value is not None)
            nullable = nullable or len(kept) < len(values)
            schema = Schema(
                kind=Kind.ENUM, place=node.place, values=kept, format=self._format(node)
            )
            if not kept:
                schema = Schema(kind=Kind.NULL, place=node.place)
        elif len(kinds) == 1:
            schema = self._typed(node, kinds[0])
        elif kinds:
            branches = tuple(self._typed(node, kind) for kind in kinds)
            schema = Schema(kind=Kind.UNION, place=node.place, branches=branches)
        else:
            kind = Kind.NULL if nullable else Kind.ANY
            schema = self._typed(node, kind)
        if nullable and schema.kind not in (Kind.ANY, Kind.NULL):
            schema = replace(schema, nullable=True)
        return self._annotated(schema, node)

    def _kinds(self, node: Node) -> Tuple[Tuple[Kind, ...], bool]:
        """The types but null, and whether null is one of them; inferred when not written."""
        declared = node.mapping.get("type")
        if declared is None and "type" not in node.mapping:
            return self._inferred(node.mapping), False
        kinds: List[Kind] = []
        for word in declared if isinstance(declared, list) else [declared]:
            if isinstance(word, str) and word in keywords.TYPES:
                kinds.append(keywords.TYPES[word])
            else:
                self._problems.add(
                    "unknown-type",
                    f"`{'null' if word is None else word}` is not a type",
                    node.place_of("type"),
                    'write "null" in quotes'
                    if word is None
                    else did_you_mean(str(word), keywords.TYPES),
                )
        found = tuple(kind for kind in dict.fromkeys(kinds) if kind is not Kind.NULL)
        return found, Kind.NULL in kinds

    @staticmethod
    def _inferred(mapping: Mapping[str, object]) -> Tuple[Kind, ...]:
        if mapping.keys() & {"properties", "additionalProperties", "required"}:
            return (Kind.OBJECT,)
        return (Kind.ARRAY,) if "items" in mapping else ()

    def _values(self, node: Node, kinds: Sequence[Kind]) -> Optional[Tuple[object, ...]]:
        key = "const" if "const" in node.mapping else "enum"
        if key not in node.mapping:
            return None
        listed = node.mapping[key]
        values = listed if key == "enum" and isinstance(listed, list) else [listed]
        if key == "enum" and (not isinstance(listed, list) or not listed):
            message, hint = "`enum` must list at least one value", "list the values, or remove it"
            self._problems.add("malformed", message, node.place_of("enum"), hint)
            return None
        explicit = kinds if "type" in node.mapping else ()
        for index, value in enumerate(values):
            place = node.place_of(key)
            if isinstance(value, (dict, list)):
                message = f"`{key}` holds a structure; only text, numbers, booleans and null can be"
                hint = "describe the structure with `properties` or `items`"
                self._problems.add("unsupported-construct", message, place, hint)
                return None
            if explicit and value is not None and not any(value_fits(value, k) for k in explicit):
                message = f"value {index + 1} of `{key}`, {value!r}, is not of type " + " or ".join(
                    kind.value for kind in explicit
                )
                hint = "change the value (does it need quotes?) or the type"
                self._problems.add("conflicting-types", message, place, hint)
        unique = {(type(value), value): value for value in values}
        return tuple(unique.values())

    def _format(self, node: Node) -> str:
        mapping = node.mapping
        if "format" in mapping:
            return self._reader.text(node, "format")
        if str(mapping.get("contentEncoding", "")).startswith("base64"):
            return "byte"  # what OpenAPI 3.0 called it
        if mapping.get("contentMediaType") == "application/octet-stream":
            return "binary"
        return ""

    def _typed(self, node: Node, kind: Kind) -> Schema:
        limits = self._limits(node, kind)
        if kind is Kind.OBJECT:
            additional, closed = self._additional(node)
            return Schema(
                kind=kind,
                place=node.place,
                properties=self._properties(node),
                additional=additional,
                closed=closed,
                limits=limits,
            )
        items = None
        if kind is Kind.ARRAY and "items" in node.mapping:
            child = node.child("items")
            items = self.schema(child) if child is not None else None
        form = self._format(node) if kind is not Kind.ARRAY else ""
        return Schema(kind=kind, place=node.place, items=items, format=form, limits=limits)

    def _limits(self, node: Node, kind: Kind) -> Tuple[Tuple[str, object], ...]:
        mapping = node.mapping
        names = keywords.LIMITS.get(kind, keywords.ALL_LIMITS if kind is Kind.ANY else ())
        limits = {name: mapping[name] for name in names if name in mapping}
        # OpenAPI 3.0: `exclusiveMinimum: true` makes `minimum` exclusive.
        for exclusive, plain in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
            if isinstance(limits.get(exclusive), bool):
                if limits.pop(exclusive) and plain in limits:
                    limits[exclusive] = limits.pop(plain)
        return tuple((name, limits[name]) for name in names if name in limits)

    # -- objects -----------------------------------------------------------------------------

    def _properties(self, node: Node) -> Tuple[Property, ...]:
        required = dict.fromkeys(self._required(node))
        properties: List[Property] = []
        for name, child in self._reader.entries(node, "properties"):
            properties.append(Property(name, self.schema(child), name in required))
            required.pop(name, None)
        return (*properties, *(Property(name, UNDECLARED, True) for name in required))

    def _required(self, node: Node) -> Tuple[str, ...]:
        if isinstance(node.mapping.get("required"), bool):
            self._problems.add(
                "malformed",
                "`required` is a list of property names on the object, not a flag",
                node.place_of("required"),
                "name the property in the `required` list of the schema that holds it",
            )
            return ()
        return self._reader.texts(node, "required")

    def _additional(self, node: Node) -> Tuple[Optional[Schema], bool]:
        key = "additionalProperties"
        if key not in node.mapping:
            key = "unevaluatedProperties"
        child = node.child(key)
        if child is None:
            return None, False
        if child.value is False:
            return None, True
        return self.schema(child), False

    def _settled(self, schema: Schema, node: Node) -> Schema:
        """Check what could only be checked once all parts were merged."""
        if schema.kind is Kind.UNION:
            branches = tuple(self._settled(branch, node) for branch in schema.branches)
            return schema if branches == schema.branches else replace(schema, branches=branches)
        if schema.kind is Kind.ANY and schema.nullable:
            return replace(schema, nullable=False)  # anything includes null
        if all(prop.schema is not UNDECLARED for prop in schema.properties):
            return schema
        known = [prop.name for prop in schema.properties if prop.schema is not UNDECLARED]
        settled: List[Property] = []
        for prop in schema.properties:
            if prop.schema is not UNDECLARED:
                settled.append(prop)
            elif schema.additional is not None:
                settled.append(replace(prop, schema=schema.additional))
            else:
                message = f"`required` names `{prop.name}`, which is not a property"
                hint = did_you_mean(prop.name, known) or "declare it under `properties`"
                place = node.place_of("required") if "required" in node.mapping else schema.place
                self._problems.add("undeclared-property", message, place, hint)
        return replace(schema, properties=tuple(settled))

    def _check_types(self) -> None:
        """Types beside references, which could not be checked before all was known."""
        for reference, kind in self._merger.said_to_be:
            found = self._behind(reference)
            literals = found.kind is Kind.ENUM and all(value_fits(v, kind) for v in found.values)
            if found.kind not in (kind, Kind.UNION, Kind.ANY) and not literals:
                message = f"`{reference.ref}` is of type {found.kind.value}, not {kind.value}"
                hint = "make the parts agree on the type"
                self._problems.add("conflicting-types", message, reference.place, hint)

    def _behind(self, schema: Schema) -> Schema:
        seen: FrozenSet[str] = frozenset()
        while schema.kind is Kind.REF and schema.ref not in seen:
            seen |= {schema.ref}
            schema = self._done[schema.ref]
        return schema

    def _annotated(self, schema: Schema, node: Node) -> Schema:
        return annotated(schema, node, self._reader)
