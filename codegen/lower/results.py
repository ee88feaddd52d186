"""What operations answer with: the kind of a method, its result, and its return types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional, Tuple

from codegen.diagnostics import Problems, did_you_mean
from codegen.ir.model import Apply, External, Home, Literal, TypeExpr, UnionOf, Variant
from codegen.lower.config import MethodConfig, ResourceConfig
from codegen.lower.names import pascal_case, singular
from codegen.lower.types import MODEL, Owner, TypeTable
from codegen.spec.graph import Kind, Media, Operation, Schema

JSON_TYPES = ("application/json", "application/vnd.api+json")
JSONL_TYPES = ("application/x-jsonl", "application/jsonl", "application/x-ndjson")
EVENT_STREAM = "text/event-stream"
MULTIPART = "multipart/form-data"
NONE_TYPE = External("._types", "NoneType")
STREAM_ARGUMENT = "stream"


@dataclass(frozen=True)
class Plan:
    """An operation and the configuration that publishes it."""

    resource: ResourceConfig
    config: MethodConfig
    operation: Operation

    @property
    def params_home(self) -> Home:
        """Where the type of the parameters lives."""
        stem = f"{singular(self.resource.name)}_{self.config.name}_params"
        return Home(self.resource.path[:-1], stem)

    @property
    def body(self) -> Optional[Media]:
        """The content of the request that the method sends."""
        body = self.operation.body
        if body is None:
            return None
        return body.first(*JSON_TYPES, MULTIPART) or body.media[0]

    @property
    def success(self) -> Tuple[Media, ...]:
        """What a successful answer may hold."""
        responses = self.operation.responses
        ordered = [r for r in responses if r.status.startswith("2")]
        ordered += [r for r in responses if r.status == "default"]
        return ordered[0].media if ordered else ()

    @property
    def streams(self) -> bool:
        return any(media.content_type == EVENT_STREAM for media in self.success)


class ResultLowering:
    def __init__(self, table: TypeTable, problems: Problems) -> None:
        self.table = table
        self.config = table.config
        self.problems = problems

    def result(self, plan: Plan) -> Tuple[str, TypeExpr, Optional[TypeExpr], str]:
        operation = plan.operation
        media = plan.success
        response = next((r for r in operation.responses if r.status.startswith("2")), None)
        doc = response.description if response is not None else ""
        by_type = {item.content_type: item.schema for item in media}
        json_schema = next((by_type[name] for name in JSON_TYPES if name in by_type), None)
        owner = Owner(
            Home(
                plan.resource.path[:-1],
                f"{singular(plan.resource.name)}_{plan.config.name}_response",
            ),
            "",
        )
        owner = replace(owner, hint=pascal_case(owner.home.module))
        event_schema = by_type.get(EVENT_STREAM)
        event = (
            self.table.expression(event_schema, MODEL, replace(owner, hint=f"{owner.hint}Event"))
            if event_schema is not None
            else None
        )
        if plan.config.page:
            return "page", self._page_item(plan, json_schema, owner), None, doc
        if json_schema is not None:
            return "json", self.table.expression(json_schema, MODEL, owner), event, doc
        for name in JSONL_TYPES:
            if name in by_type:
                return "jsonl", self.table.expression(by_type[name], MODEL, owner), None, doc
        if not media:
            return "json", NONE_TYPE, None, doc
        if any(name.startswith("text/") and name != EVENT_STREAM for name in by_type):
            return "json", External("builtins", "str"), event, doc
        return "binary", External("._response", "BinaryAPIResponse"), event, doc

    def _page_item(self, plan: Plan, schema: Optional[Schema], owner: Owner) -> TypeExpr:
        page = next((page for page in self.config.pages if page.name == plan.config.page), None)
        if page is None:
            known = [item.name for item in self.config.pages]
            self.problems.add(
                "unknown-page",
                f"no page is called `{plan.config.page}`",
                plan.config.at("page"),
                did_you_mean(plan.config.page, known),
            )
            return External("builtins", "object")
        answer = self.table.resolve(schema) if schema is not None else Schema(Kind.ANY)
        properties = {prop.name: prop.schema for prop in answer.properties}
        missing = [name for name in (page.items, *page.fields) if name not in properties]
        items = None if missing else self.table.resolve(properties[page.items]).items
        if items is not None:
            return self.table.expression(items, MODEL, owner)
        wanted = f"`{missing[0]}`" if missing else f"list in `{page.items}`"
        self.problems.add(
            "page-shape",
            f"the answer of `{plan.operation.key}` has no {wanted}, which page `{page.name}` needs",
            answer.place if schema is not None else plan.operation.place,
            "name another page, or leave `page` out",
        )
        return External("builtins", "object")

    def returns(
        self, kind: str, result: TypeExpr, event: Optional[TypeExpr], config: MethodConfig
    ) -> Tuple[TypeExpr, TypeExpr, Tuple[Variant, ...]]:
        if kind == "page":
            sync_page, async_page = (
                External(".pagination", f"{p}{config.page}") for p in ("Sync", "Async")
            )
            paginator = Apply(
                External("._base_client", "AsyncPaginator"), (result, Apply(async_page, (result,)))
            )
            return Apply(sync_page, (result,)), paginator, ()
        if kind == "jsonl":
            names = (External("._decoders.jsonl", f"{p}JSONLDecoder") for p in ("", "Async"))
            sync, asynchronous = (Apply(name, (result,)) for name in names)
            return sync, asynchronous, ()
        if kind == "binary":
            return result, External("._response", "AsyncBinaryAPIResponse"), ()
        if event is None:
            return result, result, ()
        streams = [
            Apply(External("._streaming", name), (event,)) for name in ("Stream", "AsyncStream")
        ]
        either = [UnionOf((result, stream)) for stream in streams]
        variants = (
            Variant(Literal((False,)), False, result, result),
            Variant(Literal((True,)), True, streams[0], streams[1]),
            Variant(External("builtins", "bool"), True, either[0], either[1]),
        )
        return either[0], either[1], variants
