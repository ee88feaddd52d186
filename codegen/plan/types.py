"""Plans the modules of `types/`: one module a type, and the lazy tables of the packages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, FrozenSet, List, Mapping, Set, Tuple

from codegen.ir.model import (
    AliasType,
    Annotated,
    Api,
    ClassType,
    Field,
    ParsedType,
    TypeDef,
    optional,
)
from codegen.plan.expressions import TypeText, python_literal, references
from codegen.plan.files import FilePlan, docstring
from codegen.plan.imports import Imports


@dataclass(frozen=True)
class FieldView:
    name: str
    annotation: str
    value: str  # what stands behind `=`, or empty
    doc: str
    comment: str = ""


@dataclass(frozen=True)
class TypeView:
    kind: str  # model | param | mapping | alias
    name: str
    bases: str
    doc: str
    fields: Tuple[FieldView, ...] = ()
    expression: str = ""
    config: str = ""
    after: str = ""  # a docstring behind an alias


@dataclass(frozen=True)
class ModuleView:
    imports: Tuple[str, ...]
    checking: Tuple[str, ...]
    late: Tuple[str, ...]
    public: Tuple[str, ...]
    types: Tuple[TypeView, ...]
    rebuild: Tuple[str, ...]


@dataclass(frozen=True)
class PackageView:
    """A package whose names load on first touch."""

    doc: str
    names: Tuple[Tuple[str, str], ...]  # (name, module relative to the package)
    modules: Tuple[str, ...]  # submodules that are reached by their own name
    lazy: str  # where the lazy table comes from


@dataclass(frozen=True)
class ParsedView:
    imports: Tuple[str, ...]
    message: str
    message_name: str
    text: str
    text_name: str
    union_name: str
    blocks: Tuple[str, ...]


def plan_types(api: Api, root: str) -> List[FilePlan]:
    types = {definition.id: definition for definition in api.types}
    modules: Dict[str, List[TypeDef]] = {}
    for definition in api.types:
        modules.setdefault(definition.home.dotted, []).append(definition)
    cycles = _module_cycles(modules, types)
    plans = [
        _module(f"{root}/types", dotted, definitions, types, cycles.get(dotted, frozenset()))
        for dotted, definitions in sorted(modules.items())
    ]
    plans += [_parsed(f"{root}/types", item, types) for item in api.parsed]
    plans += _packages(f"{root}/types", api, modules)
    return plans


def _file(root: str, dotted: str) -> str:
    return f"{root}/{dotted.replace('.', '/')}.py"


# ------------------------------------------------------------------ one module


def _dependencies(definition: TypeDef) -> Dict[str, None]:
    found: Dict[str, None] = {}
    if isinstance(definition, AliasType):
        return references(definition.type, found)
    for base in definition.bases:
        references(base, found)
    for field in definition.fields:
        references(field.type, found)
    return found


def _order(definitions: List[TypeDef]) -> List[TypeDef]:
    """Types before those that mention them; ties as their owner mentions them, else by name."""
    by_id = {definition.id: definition for definition in definitions}
    ordered: List[TypeDef] = []
    visiting: Set[str] = set()

    def visit(identity: str) -> None:
        if identity in visiting or by_id[identity] in ordered:
            return
        visiting.add(identity)
        for other in _dependencies(by_id[identity]):
            if other in by_id:
                visit(other)
        ordered.append(by_id[identity])

    # Classes first: aliases of old names follow what they stand for.
    for definition in sorted(
        definitions,
        key=lambda item: (isinstance(item, AliasType) and bool(item.deprecated), item.name),
    ):
        visit(definition.id)
    return ordered


def _module(
    root: str,
    dotted: str,
    definitions: List[TypeDef],
    types: Mapping[str, TypeDef],
    cyclic: FrozenSet[str],
) -> FilePlan:
    imports = Imports(f"types.{dotted}")
    for definition in definitions:
        imports.reserve(definition.name)
    text = TypeText(imports, types, cyclic=cyclic)
    views = tuple(
        _alias_view(item, text, imports)
        if isinstance(item, AliasType)
        else _class_view(item, text, imports)
        for item in _order(definitions)
    )
    models = tuple(v.name for v in views if v.kind == "model") if cyclic else ()
    if models:
        imports.name("._compat", "rebuild_models")
    view = ModuleView(
        imports=tuple(imports.lines()),
        checking=tuple(imports.checking_lines()),
        late=tuple(imports.late_lines()),
        public=tuple(sorted(definition.name for definition in definitions if definition.public)),
        types=views,
        rebuild=models,
    )
    sources = tuple((definition.name, definition.pointer) for definition in definitions)
    return FilePlan(_file(root, dotted), "types/module.py.j2", view, sources=sources)


def _alias_view(definition: AliasType, text: TypeText, imports: Imports) -> TypeView:
    imports.name("typing_extensions", "TypeAlias")
    after = f"Deprecated: {definition.deprecated}" if definition.deprecated else definition.doc
    return TypeView(
        "alias",
        definition.name,
        "",
        "",
        expression=text.text(definition.type, quote=True),
        after=docstring(after, 0),
    )


_OVERRIDES = (
    "  # type: ignore[misc]  # pyright: ignore[reportIncompatibleVariableOverride]"
    "  # programs annotate with this type"
)


def _class_view(definition: ClassType, text: TypeText, imports: Imports) -> TypeView:
    bases = [text.text(base) for base in definition.bases]
    doc = docstring(definition.doc, 4)
    if definition.role == "model":
        fields = tuple(_model_field(field, text, imports) for field in definition.fields)
        return TypeView(
            "model",
            definition.name,
            ", ".join(bases or [imports.name("._models", "BaseModel")]),
            doc,
            fields,
        )
    config = ""
    if definition.config:
        imports.name("._compat", "set_pydantic_config")
        config = python_literal(dict(definition.config))
    inherited = text.field_names(definition.bases)
    fields = tuple(
        replace(
            _param_field(field, text, imports),
            comment=_OVERRIDES if field.name in inherited else "",
        )
        for field in definition.fields
    )
    if not bases:
        bases = [imports.name("typing_extensions", "TypedDict")]
    functional = not all(field.name.isidentifier() for field in definition.fields) or _has_keyword(
        definition.fields
    )
    if functional:
        fields = tuple(
            replace(f, name=python_literal(f.name), annotation=python_literal(f.annotation))
            for f in fields
        )
    if not definition.total:
        bases.append("total=False")
    return TypeView(
        "mapping" if functional else "param",
        definition.name,
        ", ".join(bases),
        doc,
        fields,
        config=config,
    )


def _has_keyword(fields: Tuple[Field, ...]) -> bool:
    import keyword

    return any(keyword.iskeyword(field.name) for field in fields)


def _model_field(field: Field, text: TypeText, imports: Imports) -> FieldView:
    annotation = text.text(optional(field.type) if field.nullable else field.type)
    value = "" if field.required else "None"
    if field.wire != field.name:
        imports.name("pydantic", "Field", "always")
        value = (
            f"Field(alias={python_literal(field.wire)})"
            if field.required
            else f"Field(alias={python_literal(field.wire)}, default=None)"
        )
    return FieldView(field.name, annotation, value, docstring(_with_deprecation(field), 4))


def _param_field(field: Field, text: TypeText, imports: Imports) -> FieldView:
    expr = optional(field.type) if field.nullable else field.type
    if isinstance(field.type, Annotated):
        inner = field.type.inner
        expr = Annotated(optional(inner) if field.nullable else inner, field.type.info)
    if field.wire != field.name:
        info = (("alias", field.wire),)
        expr = (
            Annotated(expr.inner, expr.info + info)
            if isinstance(expr, Annotated)
            else Annotated(expr, info)
        )
    annotation = text.text(expr)
    if field.required:
        annotation = f"{imports.name('typing_extensions', 'Required')}[{annotation}]"
    return FieldView(field.name, annotation, "", docstring(_with_deprecation(field), 4))


def _with_deprecation(field: Field) -> str:
    if field.deprecated and not field.doc.lower().startswith("deprecated"):
        return f"Deprecated. {field.doc}".strip()
    return field.doc


# ------------------------------------------------------------------ cycles


def _module_cycles(
    modules: Mapping[str, List[TypeDef]], types: Mapping[str, TypeDef]
) -> Dict[str, FrozenSet[str]]:
    """For each module on a cycle: the types it can only import at its end."""
    edges: Dict[str, Dict[str, None]] = {}
    for dotted, definitions in modules.items():
        targets: Dict[str, None] = {}
        for definition in definitions:
            for other in _dependencies(definition):
                home = types[other].home.dotted
                if home != dotted:
                    targets[home] = None
        edges[dotted] = targets
    component = _components(edges)
    result: Dict[str, FrozenSet[str]] = {}
    for dotted, targets in edges.items():
        late = {t for t in targets if component[t] == component[dotted]}
        if late:
            result[dotted] = frozenset(item.id for t in late for item in modules[t])
    return result


def _components(edges: Mapping[str, Dict[str, None]]) -> Dict[str, int]:
    """Strongly connected components (Tarjan), as a number for each node."""
    index: Dict[str, int] = {}
    low: Dict[str, int] = {}
    stack: List[str] = []
    result: Dict[str, int] = {}
    for start in sorted(edges):
        if start in index:
            continue
        work: List[Tuple[str, List[str]]] = [(start, sorted(edges[start]))]
        index[start] = low[start] = len(index)
        stack.append(start)
        while work:
            node, todo = work[-1]
            if todo:
                nxt = todo.pop()
                if nxt not in index:
                    index[nxt] = low[nxt] = len(index)
                    stack.append(nxt)
                    work.append((nxt, sorted(edges[nxt])))
                elif nxt not in result:
                    low[node] = min(low[node], index[nxt])
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == index[node]:
                while True:
                    member = stack.pop()
                    result[member] = index[node]
                    if member == node:
                        break
    return result


# ------------------------------------------------------------------ parsed messages and packages


def _parsed(root: str, item: ParsedType, types: Mapping[str, TypeDef]) -> FilePlan:
    imports = Imports(f"types.{item.home.dotted}")
    for name in (item.message_name, item.text_name, item.union_name):
        imports.reserve(name)
    text = TypeText(imports, types)
    view = ParsedView(
        message=text.text(item.message),
        message_name=item.message_name,
        text=text.text(item.text),
        text_name=item.text_name,
        union_name=item.union_name,
        blocks=tuple(text.text(block) for block in item.blocks),
        imports=(),
    )
    for name in ("TYPE_CHECKING", "Any", "Generic", "List", "Optional", "Union"):
        imports.name("typing", name)
    for name in ("Annotated", "TypeAlias", "TypeVar"):
        imports.name("typing_extensions", name)
    imports.name("._utils", "PropertyInfo")
    view = replace(view, imports=tuple(imports.lines()))
    return FilePlan(_file(root, item.home.dotted), "types/parsed.py.j2", view)


def _packages(root: str, api: Api, modules: Mapping[str, List[TypeDef]]) -> List[FilePlan]:
    packages: Dict[Tuple[str, ...], List[Tuple[str, str]]] = {(): []}
    for home in [definitions[0].home for definitions in modules.values()] + [
        item.home for item in api.parsed
    ]:
        for depth in range(len(home.package) + 1):
            packages.setdefault(home.package[:depth], [])
    for package, name, dotted in api.reexports:
        packages[package].append((name, dotted))
    plans = []
    for package, names in packages.items():
        prefix = ".".join(package) + "." if package else ""
        table = tuple((name, "." + dotted[len(prefix) :]) for name, dotted in sorted(names))
        children = {
            other[len(package)]
            for other in packages
            if other[: len(package)] == package and len(other) > len(package)
        }
        own = {
            dotted[len(prefix) :]
            for dotted in modules
            if dotted.startswith(prefix) and "." not in dotted[len(prefix) :]
        }
        submodules = tuple(sorted(children | {m for m in own if m.endswith("_params")}))
        doc = "Types of requests and responses; each loads when it is first used."
        path = "/".join((root, *package, "__init__.py"))
        plans.append(
            FilePlan(
                path,
                "types/package.py.j2",
                PackageView(doc, table, submodules, "." * (len(package) + 2) + "_lazy"),
            )
        )
    return plans
