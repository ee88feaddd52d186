"""Plans one method in one flavour: its signature, its request and what it returns, as text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import List, Mapping, Optional, Tuple, TypeVar

from codegen.ir import model as ir
from codegen.plan.expressions import TypeText, python_literal
from codegen.plan.files import paragraph, quoted
from codegen.plan.imports import Imports

T = TypeVar("T")


@dataclass(frozen=True)
class Flavour:
    """What twins differ in besides `async` and `await`: the names of what they use."""

    is_async: bool
    twin: str  # of base classes and pages
    prefix: str  # of other classes
    function_prefix: str

    def pick(self, sync: T, asynchronous: T) -> T:
        return asynchronous if self.is_async else sync


SYNC = Flavour(False, "Sync", "", "")
ASYNC = Flavour(True, "Async", "Async", "async_")


@dataclass(frozen=True)
class ParameterView:
    name: str
    annotation: str
    default: str
    keyword: bool = True


OPTIONS = (
    ParameterView("extra_headers", "Optional[Headers]", "None"),
    ParameterView("extra_query", "Optional[Query]", "None"),
    ParameterView("extra_body", "Optional[Body]", "None"),
    ParameterView("timeout", "Union[float, httpx.Timeout, None, NotGiven]", "not_given"),
)


@dataclass(frozen=True)
class OverloadView:
    parameters: Tuple[ParameterView, ...]
    returns: str


@dataclass(frozen=True)
class RequestView:
    """What a method sends that is no hand-written function's business."""

    path: str
    cast_to: str
    page: str
    stream_cls: str
    headers: Tuple[Tuple[str, str], ...]
    files: List[List[str]]
    prepare: str
    has_body: bool
    content: str  # a body that is no JSON: the expression that makes it


@dataclass(frozen=True)
class MethodView:
    """One method in one flavour, every expression as text."""

    method: ir.Method
    flavour: Flavour
    coroutine: bool
    doc: str
    parameters: Tuple[ParameterView, ...]
    returns: str
    overloads: Tuple[OverloadView, ...]
    required: List[List[str]]  # alternative lists of arguments that `required_args` asks for
    call_module: str
    request: Optional[RequestView]  # of a method that is not derived


class MethodPlanner:
    """Plans a resource's methods; `signature` writes annotations, `runtime` what is executed."""

    def __init__(
        self,
        types: Mapping[str, ir.TypeDef],
        imports: Imports,
        signature: TypeText,
        runtime: TypeText,
    ) -> None:
        self.types = types
        self.imports = imports
        self.signature = signature
        self.runtime = runtime

    def plan(self, method: ir.Method, flavour: Flavour) -> MethodView:
        own = tuple(self._parameter(method, argument, flavour) for argument in method.arguments)
        parameters = own + OPTIONS
        self._import_helpers(method, flavour)
        return MethodView(
            method=method,
            flavour=flavour,
            coroutine=flavour.is_async and method.kind != "page" and method.coroutine,
            doc=docstring_lines(method.doc, [a for a in method.arguments if a.doc]),
            parameters=parameters,
            returns=self.signature.text(flavour.pick(method.returns, method.async_returns)),
            overloads=tuple(
                self._overload(method, variant, parameters, flavour) for variant in method.variants
            ),
            required=_required(method),
            call_module=self.imports.relative(f".{method.call.module}") if method.call else "",
            request=self._request(method, flavour) if method.kind != "derived" else None,
        )

    def _import_helpers(self, method: ir.Method, flavour: Flavour) -> None:
        """What the template uses under its own name."""
        use = self.imports.names
        self.imports.plain("httpx")
        use("typing", "Optional", "Union")
        use("._types", "Body", "Headers", "NotGiven", "Query", "not_given")
        if method.variants:
            use("typing_extensions", "overload")
        if method.deprecated:
            use("typing_extensions", "deprecated")
        if method.follow is not None:
            use("._decode_errors", "followed_link")
        if method.kind == "derived":
            use("typing", "Dict")
            if method.params_type:
                use("._body", "transform")
                use(".", "types")
            return
        use("._base_client", "make_request_options")
        if any(argument.location == "body" for argument in method.arguments):
            use("typing", "Dict")
        if any(argument.location in ("body", "payload") for argument in method.arguments):
            use("._body", f"{flavour.function_prefix}transform_body")
        if any(argument.is_file for argument in method.arguments):
            use("._utils", "extract_files")
        if method.variants:
            use("._utils", "required_args")

    def _parameter(
        self, method: ir.Method, argument: ir.Argument, flavour: Flavour
    ) -> ParameterView:
        type_ = flavour.pick(argument.type, argument.async_type or argument.type)
        inner = type_.inner if isinstance(type_, ir.Annotated) else type_
        if argument.nullable:
            inner = ir.optional(inner)
        if argument.required:
            keyword = argument.location != "path" or argument is not method.arguments[0]
            return ParameterView(argument.name, self.signature.text(inner), "", keyword)
        self.imports.names("._types", "omit")
        members = [part for member in ir.members(inner) for part in ir.members(member)]
        text = self.signature.text(ir.UnionOf((*members, ir.OMIT)))
        return ParameterView(argument.name, text, "omit")

    def _overload(
        self,
        method: ir.Method,
        variant: ir.Variant,
        parameters: Tuple[ParameterView, ...],
        flavour: Flavour,
    ) -> OverloadView:
        type_ = variant.type if variant.required else ir.UnionOf((variant.type, ir.OMIT))
        at = next(i for i, view in enumerate(parameters) if view.name == method.overload_on)
        default = "" if variant.required else parameters[at].default
        deciding = replace(parameters[at], annotation=self.signature.text(type_), default=default)
        chosen = [*parameters[:at], *parameters[at + 1 :]]
        if variant.required:  # it stands behind the last one without a default
            at = max((i for i, view in enumerate(chosen) if not view.default), default=-1) + 1
        chosen.insert(at, deciding)
        returns = flavour.pick(variant.returns, variant.async_returns)
        return OverloadView(tuple(chosen), self.signature.text(returns))

    # -------------------------------------------------------------- the request

    def _request(self, method: ir.Method, flavour: Flavour) -> RequestView:
        page = stream = prepare = ""
        if method.page:
            page = self.imports.name(".pagination", f"{flavour.twin}{method.page}")
            page += f"[{self.runtime.text(method.result)}]"
        if method.event is not None:
            stream = self.imports.name("._streaming", f"{flavour.prefix}Stream")
            stream += f"[{self.runtime.text(method.event)}]"
        if method.prepare is not None:
            prepare = self.imports.attribute(method.prepare.module, method.prepare.name)
        files = [a for a in method.arguments if a.is_file]
        return RequestView(
            path=self._path(method),
            cast_to=self._cast_to(method, flavour),
            page=page,
            stream_cls=stream,
            headers=self._headers(method),
            files=[[a.wire, "<array>"] if a.is_array else [a.wire] for a in files],
            prepare=prepare,
            has_body=any(a.location in ("body", "payload") for a in method.arguments),
            content=self._content(method),
        )

    def _content(self, method: ir.Method) -> str:
        if method.form:
            self.imports.names("._qs", "form_encoded")
            return f"form_encoded(request_body, {python_literal(method.form)})"
        for argument in method.arguments:
            if argument.location == "content":
                text = argument.type == ir.Builtin("str")
                value = f"{argument.name}.encode()" if text else argument.name
                if argument.required:
                    return value
                self.imports.names("._types", "Omit")
                return f"None if isinstance({argument.name}, Omit) else {value}"
        return ""

    def _path(self, method: ir.Method) -> str:
        arguments = [a for a in method.arguments if a.location == "path"]
        if not arguments:
            return python_literal(method.path)
        template = method.path
        for argument in arguments:
            template = template.replace("{" + argument.wire + "}", "{" + argument.name + "}")
        self.imports.names("._paths", "path_template")
        values = ", ".join(f"{argument.name}={argument.name}" for argument in arguments)
        return f"path_template({python_literal(template)}, {values})"

    def _headers(self, method: ir.Method) -> Tuple[Tuple[str, str], ...]:
        result = [(name, python_literal(value)) for name, value in method.headers]
        for argument in method.arguments:
            if argument.location == "header":
                function = "list_header" if argument.is_array else "header_value"
                self.imports.names("._headers", function)
                defaults = method.header_defaults.get(argument.wire, ())
                values = ", ".join((argument.name, *map(python_literal, defaults)))
                result.append((argument.wire, f"{function}({values})"))
        if result:
            self.imports.names("._headers", "merge_headers")
        return tuple(result)

    def _cast_to(self, method: ir.Method, flavour: Flavour) -> str:
        if method.kind == "events":
            return self.imports.builtin("object")
        if method.kind == "binary":
            return self.imports.name("._response", f"{flavour.prefix}BinaryAPIResponse")
        text = self.runtime.text(method.result)
        if method.kind == "jsonl":
            decoder = self.imports.name("._decoders.jsonl", f"{flavour.prefix}JSONLDecoder")
            return f"{decoder}[{text}]"
        result = method.result
        definition = self.types[result.id] if isinstance(result, ir.Ref) else result
        if isinstance(definition, (ir.ClassType, ir.External)):
            return text
        cast, any_ = (self.imports.name("typing", name) for name in ("cast", "Any"))
        return f"{cast}({any_}, {text})"


def _required(method: ir.Method) -> List[List[str]]:
    found: List[List[str]] = []
    for variant in method.variants if method.kind != "derived" else ():
        names = [argument.name for argument in method.arguments if argument.required]
        names += [method.overload_on] if variant.required else []
        found += [names] if names not in found else []
    return found


def docstring_lines(doc: str, arguments: List[ir.Argument]) -> str:
    """The docstring of a method, indented for its place in a class."""
    lines = paragraph(doc, 11)
    if arguments:
        lines += ["", "Args:"] if lines else ["Args:"]
        for argument in arguments:
            lines += paragraph(argument.doc, 8, f"    {argument.name}: ", " " * 8)
    return quoted(lines, 8)
