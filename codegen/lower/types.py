"""Schemas become published types.

A schema that requests reach is published for writing (a TypedDict, `...Param`),
one that responses reach for reading (a Pydantic model); one that both reach is
published twice. Inline objects and unions get their name from the property
that holds them and live in the module of the type that owns that property.
"""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass, replace
from typing import Dict, Iterable, List, Mapping, Optional, Set, Tuple

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.ir.model import (
    AliasType,
    Annotated,
    Apply,
    Builtin,
    ClassType,
    External,
    Field,
    Home,
    Literal,
    Ref,
    TypeDef,
    TypeExpr,
    UnionOf,
    optional,
    typing_name,
)
from codegen.lower.config import Config, resource_tokens
from codegen.lower.names import identifier, params_suffix, pascal_case, singular, snake_case
from codegen.spec.graph import Description, Kind, Schema

MODEL = "model"
PARAM = "param"

OBJECT = Builtin("object")
STR = Builtin("str")
DATETIME = External("datetime", "datetime")
DATE = External("datetime", "date")
FILE = External("._types", "FileTypes")
BASE64 = External("._types", "Base64FileInput")
SEQUENCE = External("._types", "SequenceNotStr")
SCALARS = {Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN, Kind.ENUM, Kind.NULL}


@dataclass(frozen=True)
class Owner:
    """Whose module an inline type goes to, and what it would be called."""

    home: Home
    hint: str
    nested: str = ""  # prefix for types inside inline types


class TypeTable:
    """All published types, and the way from a schema to a type expression."""

    def __init__(self, description: Description, config: Config, problems: Problems) -> None:
        self.description = description
        self.config = config
        self.problems = problems
        self.types: Dict[str, TypeDef] = {}
        self.bodies: Dict[str, Ref] = {}  # component -> the params type that stands for it
        self._places: Dict[str, Place] = {}
        self._names: Dict[str, List[str]] = {}
        self._patterns = self._read_patterns()
        self._shared = set(config.shared_types)
        self._ids: Dict[Tuple[str, str], str] = {}

    # -------------------------------------------------------------- names and places

    def _read_patterns(self) -> List[Tuple[str, Tuple[str, ...]]]:
        patterns: List[Tuple[str, Tuple[str, ...]]] = []
        for resource in self.config.walk():
            patterns += [(pattern, resource.path[:-1]) for pattern in resource.types]
            self._check_patterns(resource.types, (*resource_tokens(resource.path), "types"))
        patterns += [(name, ("shared",)) for name in self.config.shared_types]
        self._check_patterns(self.config.shared_types, ("shared_types",))
        # An exact name beats a pattern, a longer pattern beats a shorter one.
        return sorted(patterns, key=lambda item: ("*" not in item[0], len(item[0])), reverse=True)

    def _check_patterns(self, patterns: Tuple[str, ...], tokens: Tuple[str, ...]) -> None:
        schemas = self.description.schemas
        for pattern in patterns:
            if not any(fnmatch.fnmatchcase(name, pattern) for name in schemas):
                self.problems.add(
                    "config-unused",
                    f"`{pattern}` under `{tokens[-1]}` matches no component",
                    self.config.place(tokens),
                    did_you_mean(pattern, schemas),
                )

    def class_name(self, component: str, role: str) -> str:
        name = (
            component
            if component.isidentifier() and component[:1].isupper()
            else pascal_case(component)
        )
        return params_suffix(name) if role == PARAM else name

    def home_of(self, component: str, role: str) -> Tuple[Home, str]:
        """The module and the published name of a component in a role."""
        override = self.config.homes.get(component)
        if override is not None:
            *package, module, name = override.split(".")[1:]
            return Home(tuple(package), module), name
        name = self.class_name(component, role)
        package_path = next(
            (path for pattern, path in self._patterns if fnmatch.fnmatchcase(component, pattern)),
            (),
        )
        return Home(package_path, snake_case(name)), name

    def type_id(self, home: Home, name: str) -> str:
        same = home.module.replace("_", "") == name.replace("_", "").lower()
        return ".".join((*home.package, name) if same else (*home.package, home.module, name))

    def add(self, definition: TypeDef, place: Place) -> Ref:
        known = self.types.get(definition.id)
        if known is not None and known != definition:
            self.problems.add(
                "name-collision",
                "two schemas would both be published as"
                f" `types.{definition.home.dotted}.{definition.name}`"
                f" (the other one: {self._places[definition.id]})",
                place,
                "rename one of the components,"
                " or give one a place of its own under `homes` in sdk.yml",
            )
        elif known is None:
            self.types[definition.id] = definition
            self._places[definition.id] = place
            self._names.setdefault(definition.name, []).append(definition.id)
        return Ref(definition.id)

    def find(self, name: str) -> Optional[str]:
        """The id of a published type by its id, or by its class name when that is unique."""
        if name in self.types:
            return name
        ids = self._names.get(name, [])
        return ids[0] if len(ids) == 1 else None

    # -------------------------------------------------------------- components

    def resolve(self, schema: Schema) -> Schema:
        seen: Set[str] = set()
        while schema.kind is Kind.REF and schema.ref not in seen:
            seen.add(schema.ref)
            schema = self.description.schemas[schema.ref]
        return schema

    def component(self, name: str, role: str) -> Ref:
        """The type a component is published as in a role; lowers it on first use."""
        if self.description.schemas[name].kind is Kind.ENUM:
            role = MODEL  # a closed list of values reads and writes alike: it is published once
        key = (name, role)
        if key in self._ids:
            return Ref(self._ids[key])
        home, class_name = self.home_of(name, role)
        self._ids[key] = self.type_id(home, class_name)
        schema = self.description.schemas[name]
        return self.named(schema, role, Owner(home, ""), class_name)

    def named(self, schema: Schema, role: str, owner: Owner, name: str) -> Ref:
        """Publishes `schema` under `name` in the owner's module."""
        identity = self.type_id(owner.home, name)
        inner = Owner(owner.home, "", owner.nested)
        if schema.kind is Kind.OBJECT and schema.properties:
            if role == PARAM and schema.additional is not None:
                return self._open_object(schema, owner, name, identity)
            return self.add(self.class_type(schema, role, inner, name), schema.place)
        hint = f"{name}Item" if schema.kind is Kind.ARRAY else ""
        expr = self.expression(
            replace(schema, nullable=False),
            role,
            Owner(owner.home, hint, owner.nested),
            inline=False,
        )
        accepted = self.config.accepts_models.get(name)
        if accepted is not None and role == PARAM and isinstance(expr, UnionOf):
            expr = UnionOf((*expr.members, self.component(accepted, MODEL)))
        alias = AliasType(
            identity, name, owner.home, role, expr, schema.description, pointer=schema.place.pointer
        )
        return self.add(alias, schema.place)

    def _open_object(self, schema: Schema, owner: Owner, name: str, identity: str) -> Ref:
        """An object with known and with free keys: a TypedDict or any mapping."""
        assert schema.additional is not None
        typed_name = f"{name}Typed"
        typed = self.class_type(
            schema, PARAM, Owner(owner.home, "", owner.nested), typed_name, public=False
        )
        typed_ref = self.add(typed, schema.place)
        value = self.expression(
            schema.additional, PARAM, Owner(owner.home, f"{name}Value", owner.nested)
        )
        members = (typed_ref, Apply(typing_name("Dict"), (STR, value)))
        alias = AliasType(
            identity,
            name,
            owner.home,
            PARAM,
            UnionOf(members),
            schema.description,
            pointer=schema.place.pointer,
        )
        return self.add(alias, schema.place)

    def class_type(
        self,
        schema: Schema,
        role: str,
        owner: Owner,
        name: str,
        public: bool = True,
        fields: Optional[Tuple[Field, ...]] = None,
        bases: Tuple[TypeExpr, ...] = (),
        total: bool = False,
    ) -> ClassType:
        identity = self.type_id(owner.home, name)
        settings = self.config.pydantic_config.get(identity)
        return ClassType(
            id=identity,
            name=name,
            home=owner.home,
            role=role,
            fields=self.fields(schema, role, owner, name) if fields is None else fields,
            doc=schema.description,
            bases=bases,
            total=total,
            public=public,
            config=tuple(sorted((settings or {}).items())),
            pointer=schema.place.pointer,
        )

    def fields(self, schema: Schema, role: str, owner: Owner, owner_name: str) -> Tuple[Field, ...]:
        result: List[Field] = []
        for prop in schema.properties:
            inner = prop.schema
            hint = owner.nested + pascal_case(prop.name)
            expr = self.expression(
                replace(inner, nullable=False), role, Owner(owner.home, hint, owner.nested)
            )
            accepted = self.config.accepts_models.get(f"{owner_name}.{prop.name}")
            if accepted is not None and role == PARAM:
                expr = self._with_model(expr, accepted)
            optional_field = not prop.required
            result.append(
                Field(
                    name=identifier(prop.name) if role == MODEL else prop.name,
                    wire=prop.name,
                    type=expr,
                    required=prop.required and not (role == MODEL and inner.nullable),
                    nullable=inner.nullable or (role == MODEL and optional_field),
                    doc=inner.description,
                    deprecated=inner.deprecated,
                    pointer=inner.place.pointer,
                    example=example_of(inner),
                )
            )
            if any(field.name == result[-1].name for field in result[:-1]):
                self.problems.add(
                    "name-collision",
                    f"two properties would both be published as `{result[-1].name}`",
                    inner.place,
                    "rename one of them",
                )
        return tuple(result)

    def _with_model(self, expr: TypeExpr, component: str) -> TypeExpr:
        """`Iterable[XParam]` becomes `Iterable[Union[members of XParam..., X]]`."""
        if isinstance(expr, UnionOf):
            return UnionOf(tuple(self._with_model(member, component) for member in expr.members))
        if isinstance(expr, Apply) and isinstance(expr.arguments[0], Ref):
            target = self.types[expr.arguments[0].id]
            members = (
                target.type.members
                if isinstance(target, AliasType) and isinstance(target.type, UnionOf)
                else (expr.arguments[0],)
            )
            return Apply(expr.base, (UnionOf((*members, self.component(component, MODEL))),))
        return expr

    # -------------------------------------------------------------- expressions

    def expression(self, schema: Schema, role: str, owner: Owner, inline: bool = True) -> TypeExpr:
        """The type of a value; inline objects and unions are published on the way."""
        expr = self._expression(schema, role, owner, inline)
        return optional(expr) if schema.nullable else expr

    def _expression(self, schema: Schema, role: str, owner: Owner, inline: bool) -> TypeExpr:
        kind = schema.kind
        if kind is Kind.REF:
            if role == PARAM and schema.ref in self.bodies:
                return self.bodies[schema.ref]
            return self.component(schema.ref, role)
        if kind is Kind.ENUM:
            return Literal(schema.values) if schema.values else OBJECT
        if kind is Kind.STRING:
            return self._string(schema, role)
        if kind is Kind.ARRAY:
            return self._array(schema, role, owner)
        if kind is Kind.OBJECT:
            return self._object(schema, role, owner)
        if kind is Kind.UNION:
            return self._union(schema, role, owner, inline)
        return {
            Kind.INTEGER: Builtin("int"),
            Kind.NUMBER: Builtin("float"),
            Kind.BOOLEAN: Builtin("bool"),
            Kind.NULL: Builtin("None"),
        }.get(kind, OBJECT)

    @staticmethod
    def _string(schema: Schema, role: str) -> TypeExpr:
        moment = {"date-time": DATETIME, "date": DATE}.get(schema.format)
        if role == MODEL:
            return moment or STR
        if moment is not None:
            return Annotated(UnionOf((STR, moment)), (("format", "iso8601"),))
        if schema.format == "byte":
            return Annotated(UnionOf((STR, BASE64)), (("format", "base64"),))
        return FILE if schema.format == "binary" else STR

    def _array(self, schema: Schema, role: str, owner: Owner) -> TypeExpr:
        items = schema.items or Schema(Kind.ANY)
        hint = owner.hint if owner.hint.endswith("Item") else singular(owner.hint)
        item = self.expression(items, role, Owner(owner.home, hint, owner.nested))
        if role == MODEL:
            return Apply(typing_name("List"), (item,))
        resolved = self.resolve(items)
        if resolved.kind is Kind.STRING:
            return Apply(SEQUENCE, (item,))
        if resolved.kind in SCALARS or (
            resolved.kind is Kind.UNION and all(b.kind in SCALARS for b in resolved.branches)
        ):
            return Apply(
                typing_name("List" if resolved.kind in (Kind.ENUM, Kind.UNION) else "Iterable"),
                (item,),
            )
        return Apply(typing_name("Iterable"), (item,))

    def _object(self, schema: Schema, role: str, owner: Owner) -> TypeExpr:
        if schema.properties:
            return self._inline(schema, role, owner)
        value = (
            OBJECT
            if schema.additional is None
            else self.expression(
                schema.additional, role, Owner(owner.home, f"{owner.hint}Value", owner.nested)
            )
        )
        return Apply(typing_name("Dict"), (STR, value))

    def _inline(self, schema: Schema, role: str, owner: Owner) -> Ref:
        return self.named(schema, role, Owner(owner.home, "", owner.hint), owner.hint)

    def _union(self, schema: Schema, role: str, owner: Owner, inline: bool) -> TypeExpr:
        if inline and owner.hint and self._deserves_name(schema):
            return self._inline(schema, role, owner)
        members: List[TypeExpr] = []
        for branch in schema.branches:
            hint = owner.hint
            if branch.kind is Kind.OBJECT and branch.properties:
                hint = self._branch_hint(branch, owner, schema)
            expr = self.expression(
                replace(branch, nullable=False), role, Owner(owner.home, hint, owner.nested)
            )
            flat = expr.members if isinstance(expr, UnionOf) else (expr,)
            members += [member for member in flat if member not in members]
        union: TypeExpr = UnionOf(tuple(members)) if len(members) > 1 else members[0]
        if schema.discriminator and role == MODEL and isinstance(union, UnionOf):
            return Annotated(union, (("discriminator", schema.discriminator),))
        return union

    @staticmethod
    def _branch_hint(branch: Schema, owner: Owner, union: Schema) -> str:
        if branch.title:
            return owner.hint + pascal_case(branch.title)
        for prop in branch.properties:
            if prop.name == union.discriminator and prop.schema.kind is Kind.ENUM:
                return owner.hint + pascal_case(str(prop.schema.values[0]))
        others = {p.name for item in union.branches if item is not branch for p in item.properties}
        own = next((p.name for p in branch.properties if p.name not in others), "")
        return owner.hint + pascal_case(own) if others and own else f"{owner.hint}Object"

    @staticmethod
    def _deserves_name(schema: Schema) -> bool:
        """A union of objects is a type of its own; one with lists or only scalars is not."""
        kinds = {branch.kind for branch in schema.branches}
        return Kind.ARRAY not in kinds and bool(kinds & {Kind.REF, Kind.OBJECT})


def example_of(schema: Schema) -> object:
    """A value that the schema accepts for sure, as far as it says so; None when it does not."""
    if schema.example is not None:
        return schema.example
    if schema.has_default and schema.default is not None:
        return schema.default
    minimum = dict(schema.limits).get("minimum")
    return minimum if isinstance(minimum, (int, float)) and minimum > 0 else None


def reach(
    description: Description, roots: Iterable[Schema], stop: Mapping[str, object]
) -> Set[str]:
    """Components that the given schemas reach, not looking inside those in `stop`."""
    found: Set[str] = set()
    stack: List[Schema] = list(roots)
    while stack:
        schema = stack.pop()
        if schema.kind is Kind.REF:
            if schema.ref in found:
                continue
            found.add(schema.ref)
            if schema.ref not in stop:
                stack.append(description.schemas[schema.ref])
            continue
        stack.extend(prop.schema for prop in schema.properties)
        stack.extend(schema.branches)
        stack.extend(child for child in (schema.items, schema.additional) if child is not None)
    return found
