"""Plans `tests/api_resources/`: every method in every flavour, against a checking server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Set, Tuple

from codegen.ir import model as ir
from codegen.plan.expressions import TypeText
from codegen.plan.files import FilePlan
from codegen.plan.imports import Imports
from codegen.plan.samples import Samples

Arguments = List[str]  # "name=value"


@dataclass(frozen=True)
class CallView:
    suffix: str
    arguments: Arguments
    streaming: bool


@dataclass(frozen=True)
class TestView:
    method: ir.Method
    calls: List[CallView]
    empty_paths: Dict[str, Arguments]  # by the path parameter that is empty
    result: str
    async_result: str


@dataclass(frozen=True)
class TestModuleView:
    package: str
    client: str
    resource: ir.Resource
    imports: List[str]
    tests: List[TestView]


def plan_tests(api: ir.Api, root: str) -> List[FilePlan]:
    samples = Samples({definition.id: definition for definition in api.types})
    plans: List[FilePlan] = []
    packages: Set[Tuple[str, ...]] = {()}
    for resource in api.walk():
        methods = [method for method in resource.methods if method.kind != "derived"]
        if methods:
            packages.update(resource.path[:depth] for depth in range(len(resource.path)))
            plans.append(_module(api, resource, methods, samples, root))
    for package in sorted(packages):
        path = "/".join((root, *package, "__init__.py"))
        plans.append(FilePlan(path, "tests/package.py.j2", None))
    return plans


def _module(
    api: ir.Api, resource: ir.Resource, methods: List[ir.Method], samples: Samples, root: str
) -> FilePlan:
    imports = Imports("")
    text = TypeText(imports, samples.types)
    tests = [_test(method, text, samples) for method in methods]
    if any("parse_date" in a for test in tests for call in test.calls for a in call.arguments):
        imports.names("._utils", "parse_date", "parse_datetime")
    lines = [line.replace("from .", f"from {api.package}.", 1) for line in imports.lines() if line]
    view = TestModuleView(api.package, api.client.name, resource, lines, tests)
    path = "/".join((root, *resource.path[:-1], f"test_{resource.name}.py"))
    return FilePlan(path, "tests/resource.py.j2", view)


def _test(method: ir.Method, text: TypeText, samples: Samples) -> TestView:
    stream = method.stream_argument
    needed = [a for a in method.arguments if a.required or a.is_file]
    everything = [
        a for a in method.arguments if a in needed or (a.name != stream and not a.deprecated)
    ]
    calls: List[CallView] = []
    for streaming in (False, True) if stream else (False,):
        extra = [f"{stream}=True"] if streaming else []
        suffix = "_streaming" if streaming else ""
        least = _arguments(method, needed, samples, False)
        calls.append(CallView(suffix, least + extra, streaming))
        if everything != needed:
            most = _arguments(method, everything, samples, True)
            calls.append(CallView(f"{suffix}_all_arguments", most + extra, streaming))
    result = async_result = "" if method.kind == "binary" else text.text(method.result)
    if method.page:
        page = ir.External(".pagination", f"Async{method.page}")
        result = text.text(method.returns)
        async_result = text.text(ir.Apply(page, (method.result,)))
    empty = {
        a.name: _arguments(method, needed, samples, False, empty=a.name)
        for a in method.arguments
        if a.location == "path"
    }
    return TestView(method, calls, empty, result, async_result)


def _arguments(
    method: ir.Method, arguments: List[ir.Argument], samples: Samples, full: bool, empty: str = ""
) -> Arguments:
    result = []
    # Which object a path parameter names: any, one there to be destroyed, or one that is done.
    lookup = "finished" if method.kind == "jsonl" else "existing"
    lookup = "fresh" if method.verb == "delete" else lookup
    # An object is made before those that belong to it: the order of the path.
    place = {a.name: method.path.find("{" + a.wire + "}") for a in arguments}
    end = len(method.path)
    for argument in sorted(arguments, key=lambda a: place[a.name] if a.location == "path" else end):
        if argument.name == empty:
            value = '""'
        elif argument.location == "path":
            value = f'objects.{lookup}("{argument.name}")'
        else:
            value = samples.argument(argument, full)
        result.append(f"{argument.name}={value}")
    return result
