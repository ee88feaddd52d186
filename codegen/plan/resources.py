"""Plans the modules of `resources/`: methods in both flavours, raw and streaming views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Tuple

from codegen.ir import model as ir
from codegen.plan.expressions import TypeText, references
from codegen.plan.files import FilePlan, PackageView, docstring
from codegen.plan.imports import Imports
from codegen.plan.methods import ASYNC, SYNC, Flavour, MethodPlanner, MethodView

# What an answer may be cast to besides a class of ours.
ANSWERS = {"bool", "date", "datetime", "float", "int", "object", "str"}
VIEWS = ("", "WithRawResponse", "WithStreamingResponse")


@dataclass(frozen=True)
class ChildView:
    name: str
    class_name: str
    module: str


@dataclass(frozen=True)
class ClassView:
    resource: ir.Resource
    flavour: Flavour
    name: str
    doc: str
    methods: Tuple[MethodView, ...]
    children: Tuple[ChildView, ...]


@dataclass(frozen=True)
class FunctionView:
    name: str
    function: ir.Function
    target: str  # the hand-written one
    doc: str


@dataclass(frozen=True)
class LazyView:
    """A name of the module that is loaded when somebody asks for it."""

    name: str
    module: str
    loaded_from: str  # the same, as seen from within the module instead of from its package


@dataclass(frozen=True)
class ResourceView:
    resource: ir.Resource
    imports: List[str]
    checking: List[str]
    lazy: List[LazyView]
    constants: Dict[str, str]
    functions: List[FunctionView]
    classes: Tuple[ClassView, ...]


def plan_resources(api: ir.Api, root: str) -> List[FilePlan]:
    types = {definition.id: definition for definition in api.types}
    plans = [_package(root, (), api.resources, ())]
    for resource in api.walk():
        plans.append(_Planner(resource, types, api).plan(root))
        if resource.children:
            members = (resource, *resource.children)
            plans.append(_package(root, resource.path, members, resource.publish))
    return plans


def _package(
    root: str, path: Tuple[str, ...], members: Tuple[ir.Resource, ...], publish: Tuple[str, ...]
) -> FilePlan:
    names = [(name, "." + path[-1]) for name in publish]
    for resource in members:
        module = "." + ".".join(resource.module.split(".")[len(path) :])
        names += [
            (f"{flavour.prefix}{resource.class_name}{suffix}", module)
            for flavour in (SYNC, ASYNC)
            for suffix in VIEWS
        ]
    view = PackageView(path, sorted(names), [])
    path_ = "/".join((root, "resources", *path, "__init__.py"))
    return FilePlan(path_, "resources/package.py.j2", view)


class _Planner:
    def __init__(self, resource: ir.Resource, types: Mapping[str, ir.TypeDef], api: ir.Api) -> None:
        self.resource = resource
        self.api = api
        self.exported = {(name, module) for _, name, module in api.reexports}
        self.imports = Imports(f"resources.{resource.module}")
        for flavour in (SYNC, ASYNC):
            for suffix in VIEWS:
                self.imports.reserve(f"{flavour.prefix}{resource.class_name}{suffix}")
        self.events = _optional_events(resource, types)
        # What a method calls an argument means nothing else within it.
        names = {a.name for method in resource.methods for a in method.arguments}
        self.imports.reserve(*(names & (ANSWERS | {"types"} if self.events else ANSWERS)))
        signature = TypeText(self.imports, types, self._refer)
        runtime = TypeText(self.imports, types, self._refer_to_event)
        self.methods = MethodPlanner(types, self.imports, signature, runtime)

    def _refer_to_event(self, definition: ir.TypeDef) -> Optional[str]:
        return self._refer(definition) if definition in self.events else None

    def _refer(self, definition: ir.TypeDef) -> Optional[str]:
        """Types that not every caller needs are reached through the lazy `types`.

        These are the types that callers write, and the events of answers that may be streamed;
        answers are imported.
        """
        if definition.role == "model" and definition not in self.events:
            return None
        types = self.imports.name(".", "types")
        prefix = ".".join((types, *definition.home.package))
        if (definition.name, definition.home.dotted) in self.exported:
            return f"{prefix}.{definition.name}"
        return f"{prefix}.{definition.home.module}.{definition.name}"

    def plan(self, root: str) -> FilePlan:
        resource, imports = self.resource, self.imports
        # Names of the runtime come first: a type of the same name is the one renamed.
        classes = tuple(self._class(flavour) for flavour in (SYNC, ASYNC))
        constants = {
            name: imports.attribute(t.module, t.name)
            if t.name == name
            else imports.name(f".{t.module}", t.name)
            for name, t in resource.constants.items()
        }
        functions = [self._function(name, t) for name, t in resource.functions.items()]
        lazy = [self._lazy(definition) for definition in self.events]
        if lazy:
            imports.names("typing", "TYPE_CHECKING")
            imports.names("._lazy", "lazy_names")
        view = ResourceView(
            resource, imports.lines(), imports.checking_lines(), lazy, constants, functions, classes
        )
        path = f"{root}/resources/{resource.module.replace('.', '/')}.py"
        return FilePlan(path, "resources/module.py.j2", view)

    def _lazy(self, definition: ir.TypeDef) -> LazyView:
        module = self.imports.relative(f".types.{definition.home.dotted}")
        return LazyView(definition.name, module, f".{module}")

    def _function(self, name: str, target: ir.Target) -> FunctionView:
        function = self.api.declared[target]
        called = self.imports.attribute(target.module, target.name)
        return FunctionView(name, function, called, docstring(function.doc, 4))

    def _class(self, flavour: Flavour) -> ClassView:
        resource = self.resource
        self.imports.names("._resource", f"{flavour.twin}APIResource")
        self.imports.names("._compat", "cached_property")
        children = []
        for child in resource.children:
            name, module = f"{flavour.prefix}{child.class_name}", f".resources.{child.module}"
            for suffix in VIEWS:
                self.imports.name(module, f"{name}{suffix}", "checking")
            self.imports.names("typing", "TYPE_CHECKING")
            children.append(ChildView(child.name, name, self.imports.relative(module)))
        for method in resource.methods:
            self._import_wrappers(method, flavour)
        return ClassView(
            resource=resource,
            flavour=flavour,
            name=f"{flavour.prefix}{resource.class_name}",
            doc=docstring(resource.doc, 4),
            methods=tuple(self.methods.plan(method, flavour) for method in resource.methods),
            children=tuple(children),
        )

    def _import_wrappers(self, method: ir.Method, flavour: Flavour) -> None:
        """What the raw and the streaming view of a method are made with."""
        start = f"{flavour.function_prefix}to"
        if method.kind == "binary":
            for view, prefix in (("raw", ""), ("streamed", "Streamed")):
                self.imports.names("._wrappers", f"{start}_custom_{view}_response_wrapper")
                self.imports.names("._response", f"{flavour.prefix}{prefix}BinaryAPIResponse")
            return
        if method.raw:
            self.imports.names("._wrappers", f"{start}_legacy_response_wrapper")
        if method.streamed:
            self.imports.names("._wrappers", f"{start}_streamed_response_wrapper")


def _optional_events(resource: ir.Resource, types: Mapping[str, ir.TypeDef]) -> List[ir.TypeDef]:
    """The types of events that come only if the caller wants a stream, and as nothing else."""
    results = {id_ for m in resource.methods for id_ in references(m.result)}
    events = {
        id_: types[id_]
        for m in resource.methods
        if m.stream_argument and m.event is not None
        for id_ in references(m.event)
        if id_ not in results
    }
    return list(events.values())
