"""Schemas become published types.

A schema that requests reach is published for writing (a TypedDict, `...Param`),
one that responses reach for reading (a Pydantic model); one that both reach is
published twice. Inline objects and unions get their name from the property
that holds them and live in the module of the type that owns that property.
"""

from __future__ import annotations

import fnmatch
import json
from dataclasses import dataclass, replace
from keyword import iskeyword
from typing import Container, Dict, Iterable, List, Optional, Set, Tuple

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.ir import model as ir
from codegen.lower.config import Config, placed
from codegen.lower.names import (
    attribute_name,
    class_name,
    identifier,
    params_suffix,
    pascal_case,
    singular,
    snake_case,
    spelled,
)
from codegen.spec.graph import Description, Kind, Schema

MODEL = "model"
PARAM = "param"

STR = ir.Builtin("str")
DATETIME = ir.External("datetime", "datetime")
DATE = ir.External("datetime", "date")
FILE = ir.External("._types", "FileTypes")
BASE64 = ir.External("._types", "Base64FileInput")
SEQUENCE = ir.External("._types", "SequenceNotStr")
SCALARS = {Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN, Kind.ENUM, Kind.NULL}


@dataclass(frozen=True)
class Owner:
    """Whose module an inline type goes to, and what it would be called."""

    home: ir.Home
    hint: str
    nested: str = ""  # prefix for types inside inline types


class TypeTable:
    """All published types, and the way from a schema to a type expression."""

    def __init__(self, description: Description, config: Config, problems: Problems) -> None:
        self.description = description
        self.config = config
        self.problems = problems
        self.types: Dict[str, ir.TypeDef] = {}
        self.bodies: Dict[str, ir.Ref] = {}  # component -> the params type that stands for it
        self.places: Dict[str, Place] = {}
        self._names: Dict[str, List[str]] = {}
        self._patterns = self._read_patterns()
        self._shared = set(config.shared_types)
        self._ids: Dict[Tuple[str, str], str] = {}
        self._open: Set[str] = set()  # aliases that are being written, with no class in between

    # -------------------------------------------------------------- names and places

    def _read_patterns(self) -> List[Tuple[str, Tuple[str, ...]]]:
        patterns: List[Tuple[str, Tuple[str, ...]]] = []
        for resource in self.config.walk():
            patterns += [(pattern, resource.path[:-1]) for pattern in resource.types]
            self._check_patterns(resource.types, (*resource.tokens, "types"))
        patterns += [(name, ("shared",)) for name in self.config.shared_types]
        self._check_patterns(self.config.shared_types, ("shared_types",))
        # An exact name beats a pattern, a longer pattern beats a shorter one.
        return sorted(patterns, key=lambda item: ("*" not in item[0], len(item[0])), reverse=True)

    def _check_patterns(self, patterns: Tuple[str, ...], tokens: Tuple[str, ...]) -> None:
        schemas = self.description.schemas
        for pattern in patterns:
            if not any(fnmatch.fnmatchcase(name, pattern) for name in schemas):
                message = f"`{pattern}` under `{tokens[-1]}` matches no component"
                place, hint = self.config.place(tokens), did_you_mean(pattern, schemas)
                self.problems.add("config-unused", message, place, hint)

    def class_name(self, component: str, role: str) -> str:
        named = component.isidentifier() and component[:1].isupper()
        name = component if named and not iskeyword(component) else class_name(component)
        name = self.config.type_names.get(component, name)
        return params_suffix(name) if role == PARAM else name

    def home_of(self, component: str, role: str) -> Tuple[ir.Home, str]:
        """The module and the published name of a component in a role."""
        if component in self.config.homes:
            return placed(self.config.homes[component])
        name = self.class_name(component, role)
        packages = (path for glob, path in self._patterns if fnmatch.fnmatchcase(component, glob))
        return ir.Home(next(packages, ()), snake_case(name)), name

    @staticmethod
    def is_eponym(home: ir.Home, name: str) -> bool:
        """Whether a type is the one that its module is called after."""
        return home.module.replace("_", "") == name.replace("_", "").lower()

    def type_id(self, home: ir.Home, name: str) -> str:
        module = () if self.is_eponym(home, name) else (home.module,)
        return ".".join((*home.package, *module, name))

    def add(self, definition: ir.TypeDef, place: Place) -> ir.Ref:
        known = self.types.get(definition.id)
        if known is not None and known != definition:
            message = "two schemas would both be published as"
            message += f" `types.{definition.home.dotted}.{definition.name}`"
            message += f" (the other one: {self.places[definition.id]})"
            hint = "rename one of the components, or give one a place of its own under `homes`"
            others = (self.places[definition.id],)
            self.problems.add("name-collision", message, place, f"{hint} in sdk.yml", others)
        elif known is None:
            self.types[definition.id] = definition
            self.places[definition.id] = place
            self._names.setdefault(definition.name, []).append(definition.id)
        return ir.Ref(definition.id)

    def find(self, name: str) -> Optional[str]:
        """The id of a published type by its id, or by its class name when that is unique."""
        ids = [name] if name in self.types else self._names.get(name, [])
        return ids[0] if len(ids) == 1 else None

    def required(self, name: str, place: Place) -> Optional[ir.TypeDef]:
        """The published type that sdk.yml names; a problem when there is none."""
        found = self.find(name[len("types.") :] if name.startswith("types.") else name)
        if found is None:
            hint = did_you_mean(name, self.types)
            self.problems.add("unknown-type", f"no type is called `{name}`", place, hint)
        return self.types[found] if found else None

    def alias(
        self,
        home: ir.Home,
        name: str,
        role: str,
        type_: ir.TypeExpr,
        place: Place,
        *,
        doc: str = "",
        public: bool = True,
        deprecated: str = "",
    ) -> ir.Ref:
        """Publishes a name for a type expression."""
        identity = self.type_id(home, name)
        return self.add(
            ir.AliasType(identity, name, home, role, type_, doc, deprecated, public, place), place
        )

    # -------------------------------------------------------------- components

    def resolve(self, schema: Schema) -> Schema:
        return self.description.resolve(schema)

    def component(self, name: str, role: str) -> ir.TypeExpr:
        """The type a component is published as in a role; lowers it on first use."""
        if self.description.schemas[name].kind is Kind.ENUM:
            role = MODEL  # a closed list of values reads and writes alike: it is published once
        key = (name, role)
        if key in self._ids:
            # An alias cannot be made of itself: Python would have to know it before it is there.
            known = self._ids[key]
            return ir.OBJECT if known in self._open else ir.Ref(known)
        home, class_name = self.home_of(name, role)
        self._ids[key] = self.type_id(home, class_name)
        schema = self.description.schemas[name]
        return self.named(schema, role, Owner(home, ""), class_name)

    def named(self, schema: Schema, role: str, owner: Owner, name: str) -> ir.Ref:
        """Publishes `schema` under `name` in the owner's module."""
        inner = Owner(owner.home, "", owner.nested)
        outer, identity = self._open, self.type_id(owner.home, name)
        is_class = schema.kind is Kind.OBJECT and bool(schema.properties)
        self._open = set() if is_class else {*outer, identity}
        try:
            return self._named(schema, role, inner, name)
        finally:
            self._open = outer

    def _named(self, schema: Schema, role: str, inner: Owner, name: str) -> ir.Ref:
        if schema.kind is Kind.OBJECT and schema.properties:
            if role == PARAM and schema.additional is not None:
                return self._open_object(schema, schema.additional, inner, name)
            return self.add(self.class_type(schema, role, inner, name), schema.place)
        if schema.kind is Kind.ARRAY:
            inner = replace(inner, hint=f"{name}Item")
        expr = self.expression(replace(schema, nullable=False), role, inner, name)
        accepted = self.config.accepts_models.get(name)
        if accepted is not None and role == PARAM and isinstance(expr, ir.UnionOf):
            expr = ir.UnionOf((*expr.members, self.component(accepted, MODEL)))
        return self.alias(inner.home, name, role, expr, schema.place, doc=schema.description)

    def _open_object(self, schema: Schema, additional: Schema, owner: Owner, name: str) -> ir.Ref:
        """An object with known and with free keys: a TypedDict or any mapping."""
        typed = self.class_type(schema, PARAM, owner, f"{name}Typed", public=False)
        known = self.add(typed, schema.place)
        value = self.expression(additional, PARAM, replace(owner, hint=f"{name}Value"))
        expr = ir.UnionOf((known, ir.Apply(ir.typing_name("Dict"), (STR, value))))
        return self.alias(owner.home, name, PARAM, expr, schema.place, doc=schema.description)

    def class_type(
        self,
        schema: Schema,
        role: str,
        owner: Owner,
        name: str,
        public: bool = True,
        fields: Optional[Tuple[ir.Field, ...]] = None,
        bases: Tuple[ir.TypeExpr, ...] = (),
        total: bool = False,
    ) -> ir.ClassType:
        identity = self.type_id(owner.home, name)
        settings = self.config.pydantic_config.get(identity, {})
        return ir.ClassType(
            id=identity,
            name=name,
            home=owner.home,
            role=role,
            fields=self.fields(schema, role, owner, name) if fields is None else fields,
            doc=schema.description,
            bases=bases,
            total=total,
            public=public,
            config=tuple(sorted(settings.items())),
            sent_back=self.config.sent_back.get(identity, ""),
            place=schema.place,
        )

    def fields(
        self, schema: Schema, role: str, owner: Owner, owner_name: str
    ) -> Tuple[ir.Field, ...]:
        result: Dict[str, ir.Field] = {}
        own = {p.name for p in schema.properties if attribute_name(p.name) == p.name}
        for prop in schema.properties:
            if not prop.name:
                continue  # no name in Python; it is kept with what a response has besides
            inner, model = prop.schema, role == MODEL
            hint = replace(owner, hint=owner.nested + pascal_case(prop.name))
            expr = self.expression(replace(inner, nullable=False), role, hint)
            accepted = self.config.accepts_models.get(f"{owner_name}.{prop.name}")
            if accepted is not None and not model:
                expr = self._with_model(expr, accepted)
            name = attribute_name(prop.name) if model else prop.name
            taken = {*result, *own} - {prop.name}
            if name in taken and "property-collision" in self.config.tolerate:
                name = _free_attribute(prop.name, taken)
            if name in taken and (model or name in result):
                message = f"two properties would both be published as `{name}`"
                self.problems.add("property-collision", message, inner.place, "rename one of them")
            result[name] = ir.Field(
                name=name,
                wire=prop.name,
                type=expr,
                required=prop.required and not (model and inner.nullable),
                nullable=inner.nullable or (model and not prop.required),
                doc=inner.description,
                deprecated=inner.deprecated,
                example=example_of(inner),
                default=default_of(inner),
                place=inner.place,
            )
        return tuple(result.values())

    def _with_model(self, expr: ir.TypeExpr, component: str) -> ir.TypeExpr:
        """`Iterable[XParam]` becomes `Iterable[Union[members of XParam..., X]]`."""
        if isinstance(expr, ir.UnionOf):
            return ir.UnionOf(tuple(self._with_model(member, component) for member in expr.members))
        if isinstance(expr, ir.Apply) and isinstance(expr.arguments[0], ir.Ref):
            item: ir.TypeExpr = expr.arguments[0]
            target = self.types[expr.arguments[0].id]
            if isinstance(target, ir.AliasType) and isinstance(target.type, ir.UnionOf):
                item = target.type
            members = ir.members(item)
            return ir.Apply(expr.base, (ir.UnionOf((*members, self.component(component, MODEL))),))
        return expr

    # -------------------------------------------------------------- expressions

    def expression(
        self, schema: Schema, role: str, owner: Owner, published: str = ""
    ) -> ir.TypeExpr:
        """The type of a value; inline objects and unions are published on the way.

        `published` is the name that the schema itself gets, when somebody gives it one.
        """
        expr = self._expression(schema, role, owner, published)
        return ir.optional(expr) if schema.nullable else expr

    def _expression(self, schema: Schema, role: str, owner: Owner, published: str) -> ir.TypeExpr:
        kind = schema.kind
        if kind is Kind.REF:
            if role == PARAM and schema.ref in self.bodies:
                return self.bodies[schema.ref]
            return self.component(schema.ref, role)
        if kind is Kind.ENUM:
            return ir.Literal(schema.values) if schema.values else ir.OBJECT
        if kind is Kind.STRING:
            return self._string(schema, role)
        if kind is Kind.ARRAY:
            return self._array(schema, role, owner)
        if kind is Kind.OBJECT:
            return self._object(schema, role, owner)
        if kind is Kind.UNION:
            return self._union(schema, role, owner, published)
        return {
            Kind.INTEGER: ir.Builtin("int"),
            Kind.NUMBER: ir.Builtin("float"),
            Kind.BOOLEAN: ir.Builtin("bool"),
            Kind.NULL: ir.Builtin("None"),
        }.get(kind, ir.OBJECT)

    @staticmethod
    def _string(schema: Schema, role: str) -> ir.TypeExpr:
        moment = {"date-time": DATETIME, "date": DATE}.get(schema.format)
        if role == MODEL:
            return moment or STR
        if moment is not None:
            return ir.Annotated(ir.UnionOf((STR, moment)), (("format", "iso8601"),))
        if schema.format == "byte":
            return ir.Annotated(ir.UnionOf((STR, BASE64)), (("format", "base64"),))
        return FILE if schema.format == "binary" else STR

    def _array(self, schema: Schema, role: str, owner: Owner) -> ir.TypeExpr:
        items = schema.items or Schema(Kind.ANY)
        hint = owner.hint if owner.hint.endswith("Item") else singular(owner.hint)
        item = self.expression(items, role, replace(owner, hint=hint))
        if role == MODEL:
            return ir.Apply(ir.typing_name("List"), (item,))
        resolved = self.resolve(items)
        if resolved.kind is Kind.STRING:
            return ir.Apply(SEQUENCE, (item,))
        closed = resolved.kind is Kind.ENUM or (
            resolved.kind is Kind.UNION and all(b.kind in SCALARS for b in resolved.branches)
        )
        return ir.Apply(ir.typing_name("List" if closed else "Iterable"), (item,))

    def _object(self, schema: Schema, role: str, owner: Owner) -> ir.TypeExpr:
        if schema.properties:
            return self._inline(schema, role, owner)
        value: ir.TypeExpr = ir.OBJECT
        if schema.additional is not None:
            inner = replace(owner, hint=f"{owner.hint}Value")
            value = self.expression(schema.additional, role, inner)
        return ir.Apply(ir.typing_name("Dict"), (STR, value))

    def _inline(self, schema: Schema, role: str, owner: Owner) -> ir.Ref:
        name = self.config.type_names.get(schema.place.pointer) or class_name(owner.hint)
        return self.named(schema, role, Owner(owner.home, "", name), name)

    def _union(self, schema: Schema, role: str, owner: Owner, published: str) -> ir.TypeExpr:
        if not published and owner.hint and self._deserves_name(schema):
            return self._inline(schema, role, owner)
        prefix = published or owner.hint
        members: List[ir.TypeExpr] = []
        for branch in schema.branches:
            inner = owner
            if branch.kind is Kind.OBJECT and branch.properties:
                inner = replace(owner, hint=prefix + _branch_name(branch, schema))
            expr = self.expression(replace(branch, nullable=False), role, inner)
            members += [member for member in ir.members(expr) if member not in members]
        union = ir.UnionOf(tuple(members)) if len(members) > 1 else members[0]
        if schema.discriminator and role == MODEL and isinstance(union, ir.UnionOf):
            return ir.Annotated(union, (("discriminator", schema.discriminator),))
        return union

    @staticmethod
    def _deserves_name(schema: Schema) -> bool:
        """A union of objects is a type of its own; one with lists or only scalars is not."""
        kinds = {branch.kind for branch in schema.branches}
        return Kind.ARRAY not in kinds and bool(kinds & {Kind.REF, Kind.OBJECT})


def _branch_name(branch: Schema, union: Schema) -> str:
    """What tells a branch from the others: its title, its kind, or a property of its own."""
    if pascal_case(branch.title):
        return pascal_case(branch.title)
    for prop in branch.properties:
        constant = len(prop.schema.values) == 1 and prop.required and not union.discriminator
        if (prop.name == union.discriminator or constant) and prop.schema.kind is Kind.ENUM:
            return pascal_case(str(prop.schema.values[0]))
    others = {p.name for item in union.branches if item is not branch for p in item.properties}
    own = next((p.name for p in branch.properties if p.name not in others), "")
    if not others or own:
        return pascal_case(own) or "Object"
    needed = [p.name for p in branch.properties if p.required]
    elsewhere = [
        p.name for b in union.branches if b is not branch for p in b.properties if p.required
    ]
    own = next((name for name in needed if name not in elsewhere), "")
    return f"With{pascal_case(own)}" if own else "Object"


def _free_attribute(wire: str, taken: Container[str]) -> str:
    """An attribute for a property whose name in Python is taken; the wire name decides."""
    names = (identifier(wire), spelled(wire), f"{spelled(wire)}_value")
    return next((name for name in names if name not in taken and name[0] != "_"), names[0])


def example_of(schema: Schema) -> object:
    """A value that the schema accepts for sure, as far as it says so; None when it does not."""
    if schema.example is not None:
        return schema.example
    if schema.has_default and schema.default is not None:
        return schema.default
    minimum = dict(schema.limits).get("minimum")
    return minimum if isinstance(minimum, (int, float)) and minimum > 0 else None


def default_of(schema: Schema) -> str:
    """What the API takes when a value is left out, as JSON; empty when the schema does not say."""
    return json.dumps(schema.default, sort_keys=True) if schema.has_default else ""


def reach(description: Description, roots: Iterable[Schema], stop: Container[str] = ()) -> Set[str]:
    """Components that the given schemas reach, not looking inside those in `stop`."""
    found: Set[str] = set()
    stack: List[Schema] = list(roots)
    while stack:
        schema = stack.pop()
        if schema.kind is Kind.REF and schema.ref not in found:
            found.add(schema.ref)
            if schema.ref not in stop:
                stack.append(description.schemas[schema.ref])
        stack.extend(prop.schema for prop in schema.properties)
        stack.extend(schema.branches)
        stack.extend(child for child in (schema.items, schema.additional) if child is not None)
    return found
