"""Stage 2, schemas: every spelling of a schema becomes one `graph.Schema`.

The rules, in the order they are applied to one schema:

1. `$ref` to a component is a REF; to any other place, that place is inlined.
2. `anyOf` and `oneOf` lose their nulls, join constants to an enum, and vanish
   when one branch is left.
3. `allOf`, and what stands beside any of these keywords, is merged into one
   schema; beside a union it holds for each branch.
4. The rest is one type, an enum, or a union made of a list of types.

A schema that is a part of an `allOf` or `anyOf` may require properties that
only another part declares, so parts are built by `_part` and only the finished
schema is settled.
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from codegen.diagnostics import Problems, did_you_mean
from codegen.spec import keywords
from codegen.spec.annotations import annotated
from codegen.spec.graph import Kind, Property, Schema
from codegen.spec.merge import UNDECLARED, Conflict, Merger
from codegen.spec.read import Node, near_miss
from codegen.spec.refs import Home, Resolver, home
from codegen.spec.unions import fold_enums, split_null

Pairs = Tuple[Tuple[str, str], ...]


class Normalizer:
    """Builds schemas and, on the way, every component they lead to."""

    def __init__(self, resolver: Resolver, problems: Problems) -> None:
        self._resolver = resolver
        self._problems = problems
        self._done: Dict[str, Schema] = {}
        self._busy: List[str] = []
        self._inlining: List[Home] = []
        self._merger = Merger(self._dereferenced)

    def components(self) -> Mapping[str, Schema]:
        """All components, sorted by name; also those of other files met so far."""
        while len(self._done) < len(self._resolver.components):
            for name in sorted(self._resolver.components):
                self.component(name)
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
        target = self._resolver.target(node) if "$ref" in node.mapping else None
        if target is None or self._resolver.component_name(target) != name:
            return self.schema(node)
        if home(target) == home(node):
            self._resolver.cycle(node, [name])
            return Schema(kind=Kind.ANY, place=node.place)
        return self._inline(target)  # this component names a place elsewhere

    def schema(self, node: Node) -> Schema:
        """The schema at `node`, whatever its spelling. What is wrong is reported."""
        return self._settled(self._part(node), node)

    # -- one schema, which may be a part of another ------------------------------------------

    def _part(self, node: Node) -> Schema:
        if node.value is False:
            message, hint = "no value satisfies the schema `false`", "remove what it describes"
            node.refuse("unsupported-construct", message, hint)
        elif node.value is not True and not isinstance(node.value, dict):
            node.malformed("a schema")
        self._check_keywords(node)
        written = node.mapping
        if "$ref" in written:
            key, parts = "$ref", [self._referred(node)]
        elif "allOf" in written:
            key, parts = "allOf", self._branches(node["allOf"])
        elif "anyOf" in written or "oneOf" in written:
            key = "oneOf" if "oneOf" in written else "anyOf"
            parts = [self._union(node, key)]
        else:
            return self._plain(node)
        rest = node.without(key)
        if all(map(keywords.is_annotation, rest.mapping)) and len(parts) == 1:
            return annotated(replace(parts[0], place=node.place), rest)
        merged = self._merged(node, [*parts, self._part(rest)])
        # What stands beside a union without a type says nothing of null; `nullable` is final.
        open_ = key in ("anyOf", "oneOf") and parts[0].nullable and "type" not in written
        null = merged.kind is not Kind.NULL and (open_ or written.get("nullable") is True)
        return replace(merged, nullable=True) if null else merged

    def _check_keywords(self, node: Node) -> None:
        for key in node.mapping.keys() - keywords.EXPRESSED:
            if key in keywords.UNSUPPORTED:
                message = f"`{key}` cannot be expressed as a Python type"
                node[key].refuse("unsupported-construct", message, keywords.UNSUPPORTED[key])
            elif not key.startswith("x-"):
                hint = near_miss(key, keywords.KNOWN)
                if hint:
                    message = f"`{key}` is not a schema keyword"
                    node[key].refuse("unknown-keyword", message, hint)
        for key, others, hint in keywords.APART:
            if node.mapping.get(key, True) is not True and node.mapping.keys() & others:
                message = f"`{key}` beside combined schemas cannot be expressed"
                node[key].refuse("unsupported-construct", message, hint)

    def _merged(self, node: Node, parts: Sequence[Schema]) -> Schema:
        try:
            return replace(reduce(self._merger.both, parts), place=node.place)
        except Conflict as conflict:
            node.refuse(conflict.code, str(conflict), conflict.hint)
            return Schema(kind=Kind.ANY, place=node.place)

    def _branches(self, node: Node) -> List[Schema]:
        if not node.value:
            message = f"`{node.tokens[-1]}` must list at least one schema"
            node.refuse("malformed", message, "add one, or remove it")
            return []
        return [self._part(item) for item in node.items()]

    # -- references --------------------------------------------------------------------------

    def _referred(self, node: Node) -> Schema:
        target = self._resolver.target(node)
        if target is None:
            return Schema(kind=Kind.ANY, place=node.place)
        name = self._resolver.component_name(target)
        return Schema(kind=Kind.REF, place=node.place, ref=name) if name else self._inline(target)

    def _inline(self, target: Node) -> Schema:
        if home(target) in self._inlining:
            message = "a schema without a name refers to itself"
            hint = "move it to components/schemas, or name it there with a $ref to it"
            target.refuse("recursive-reference", message, hint)
            return Schema(kind=Kind.ANY, place=target.place)
        self._inlining.append(home(target))
        schema = self._part(target)
        self._inlining.pop()
        return schema

    def _dereferenced(self, reference: Schema) -> Schema:
        """The schema behind a REF, for merging; aliases are followed."""
        name = reference.ref
        if name in self._busy:
            cycle = " -> ".join([*self._busy[self._busy.index(name) :], name])
            hint = "refer to it from a property, or move the shared part out"
            raise Conflict(f"`{name}` is made of itself: {cycle}", "cyclic-allof", hint)
        schema = self.component(name)
        return self._dereferenced(schema) if schema.kind is Kind.REF else schema

    # -- anyOf, oneOf ------------------------------------------------------------------------

    def _union(self, node: Node, key: str) -> Schema:
        branches, nullable = split_null(self._branches(node[key]))
        branches = fold_enums(branches)
        if not branches:
            return Schema(kind=Kind.NULL, place=node.place)
        if len(branches) == 1:
            return replace(branches[0], nullable=nullable)
        discriminator, mapping = self._discriminator(node["discriminator"])
        return Schema(
            kind=Kind.UNION,
            place=node.place,
            nullable=nullable,
            branches=branches,
            exclusive=key == "oneOf",
            discriminator=discriminator,
            mapping=mapping,
        )

    def _discriminator(self, node: Node) -> Tuple[str, Pairs]:
        name = node["propertyName"].text()
        if not name and node.exists:
            hint = "name the property that tells the branches apart"
            node.refuse("malformed", "`discriminator` needs `propertyName`", hint)
        found = ((value, self._mapped(item)) for value, item in node["mapping"].entries())
        return name, tuple((value, component) for value, component in found if component)

    def _mapped(self, node: Node) -> Optional[str]:
        """The component a discriminator's mapping names, by bare name or by reference."""
        text = str(node.value)
        if text in self._resolver.components:
            return text
        reference = text if set(text) & set("#/.") else f"#/components/schemas/{text}"
        target = self._resolver.target(node.replaced({"$ref": reference}))
        return self._resolver.component_name(target) if target is not None else None

    # -- types and enums ---------------------------------------------------------------------

    def _plain(self, node: Node) -> Schema:
        kinds, nullable = self._kinds(node)
        values = self._values(node, kinds)
        if values:
            kept = tuple(value for value in values if value is not None)
            nullable = nullable or len(kept) < len(values)
            kind = Kind.ENUM if kept else Kind.NULL
            form = _format(node) if kept else ""
            schema = Schema(kind=kind, place=node.place, values=kept, format=form)
        elif len(kinds) > 1:
            branches = tuple(self._typed(node, kind) for kind in kinds)
            schema = Schema(kind=Kind.UNION, place=node.place, branches=branches)
        else:
            schema = self._typed(node, *kinds or [Kind.NULL if nullable else Kind.ANY])
        if nullable and schema.kind not in (Kind.ANY, Kind.NULL):
            schema = replace(schema, nullable=True)
        return annotated(schema, node)

    def _kinds(self, node: Node) -> Tuple[Tuple[Kind, ...], bool]:
        """The types but null, and whether null is one of them; inferred when not written."""
        if "type" not in node.mapping:
            return _inferred(node.mapping), False
        declared = node.mapping["type"]
        words = declared if isinstance(declared, list) else [declared]
        for word in words:
            if word is None:
                node["type"].refuse("unknown-type", "`null` is not text", 'write "null" in quotes')
            elif not _is_type(word):
                hint = did_you_mean(str(word), keywords.TYPES)
                node["type"].refuse("unknown-type", f"`{word}` is not a type", hint)
        found = [keywords.TYPES[w] for w in dict.fromkeys(filter(_is_type, words))]
        return tuple(k for k in found if k is not Kind.NULL), Kind.NULL in found

    def _values(self, node: Node, kinds: Sequence[Kind]) -> Tuple[object, ...]:
        """The literals of `const` or `enum`, each once; empty when there are none."""
        key = "const" if "const" in node.mapping else "enum"
        if key not in node.mapping:
            return ()
        listed = node[key]
        values = [listed.value] if key == "const" else [item.value for item in listed.items()]
        if listed.value == []:
            message = "`enum` must list at least one value"
            listed.refuse("malformed", message, "list the values, or remove it")
        for value in values:
            if isinstance(value, (dict, list)):
                message = f"`{key}` holds a structure; only text, numbers, booleans and null can be"
                hint = "describe the structure with `properties` or `items`"
                listed.refuse("unsupported-construct", message, hint)
                return ()
            fits = value is None or any(keywords.value_fits(value, kind) for kind in kinds)
            if "type" in node.mapping and kinds and not fits:
                names = " or ".join(kind.value for kind in kinds)
                message = f"the value {value!r} of `{key}` is not of type {names}"
                hint = "change the value (does it need quotes?) or the type"
                listed.refuse("conflicting-types", message, hint)
        return tuple({(type(value), value): value for value in values}.values())

    def _typed(self, node: Node, kind: Kind) -> Schema:
        shape: Dict[str, Any] = {}
        if kind is Kind.OBJECT:
            more = node["additionalProperties"]
            more = more if more.exists else node["unevaluatedProperties"]
            shape["properties"] = self._properties(node)
            shape["closed"] = more.value is False
            if more.exists and more.value is not False:
                shape["additional"] = self.schema(more)
        elif kind is not Kind.ARRAY:
            shape["format"] = _format(node)
        elif node["items"].exists:
            shape["items"] = self.schema(node["items"])
        limits = _limits(node.mapping, kind)
        return Schema(kind=kind, place=node.place, limits=limits, **shape)

    # -- objects -----------------------------------------------------------------------------

    def _properties(self, node: Node) -> Tuple[Property, ...]:
        required: Tuple[str, ...] = ()
        if isinstance(node.mapping.get("required"), bool):
            message = "`required` is a list of property names on the object, not a flag"
            hint = "name the property in the `required` list of the schema that holds it"
            node["required"].refuse("malformed", message, hint)
        else:
            required = node["required"].texts()
        entries = node["properties"].entries()
        found = {
            name: Property(name, self.schema(child), name in required) for name, child in entries
        }
        for name in required:
            found.setdefault(name, Property(name, UNDECLARED, True))
        return tuple(found.values())

    def _settled(self, schema: Schema, node: Node) -> Schema:
        """Check what could only be checked once all parts were merged."""
        if schema.kind is Kind.UNION:
            return replace(schema, branches=tuple(self._settled(b, node) for b in schema.branches))
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
                place = node["required"].place if "required" in node.mapping else schema.place
                self._problems.add("undeclared-property", message, place, hint)
        return replace(schema, properties=tuple(settled))


def _is_type(word: object) -> bool:
    return isinstance(word, str) and word in keywords.TYPES


def _inferred(written: Mapping[str, object]) -> Tuple[Kind, ...]:
    if written.keys() & {"properties", "additionalProperties", "required"}:
        return (Kind.OBJECT,)
    return (Kind.ARRAY,) if "items" in written else ()


def _format(node: Node) -> str:
    written = node.mapping
    if "format" in written:
        return node["format"].text()
    if str(written.get("contentEncoding", "")).startswith("base64"):
        return "byte"  # what OpenAPI 3.0 called it
    return "binary" if written.get("contentMediaType") == "application/octet-stream" else ""


def _limits(written: Mapping[str, object], kind: Kind) -> Tuple[Tuple[str, object], ...]:
    names = keywords.ALL_LIMITS if kind is Kind.ANY else keywords.LIMITS.get(kind, ())
    limits = {name: written[name] for name in names if name in written}
    # OpenAPI 3.0: `exclusiveMinimum: true` makes `minimum` exclusive.
    for exclusive, plain in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(limits.get(exclusive), bool):
            if limits.pop(exclusive) and plain in limits:
                limits[exclusive] = limits.pop(plain)
    return tuple((name, limits[name]) for name in names if name in limits)
