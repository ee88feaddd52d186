"""The SDK, before anybody decides which files it is written to.

Frozen dataclasses only, which import nothing of ours but `Place`: the description has been read,
sdk.yml has been applied, names are published names. What a name is *called in a
file* (imports, aliases) is the plan's business.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator, Mapping, Optional, Tuple, Union

from codegen.diagnostics import NOWHERE, Place

# ------------------------------------------------------------------ type expressions


@dataclass(frozen=True)
class Builtin:
    """`str`, `int`, `float`, `bool`, `object` or `None`."""

    name: str


@dataclass(frozen=True)
class External:
    """A name from a module that is not generated.

    `module` is relative to the package when it starts with a dot.
    """

    module: str
    name: str


@dataclass(frozen=True)
class Ref:
    """A generated type, by its id (`Message`, `tool_param.InputSchema`, `beta.BetaMessage`)."""

    id: str


@dataclass(frozen=True)
class Apply:
    """A generic applied to arguments: `List[X]`, `Dict[str, X]`."""

    base: Union[External, Ref]
    arguments: Tuple[TypeExpr, ...]


@dataclass(frozen=True)
class Literal:
    values: Tuple[object, ...]


@dataclass(frozen=True)
class UnionOf:
    members: Tuple[TypeExpr, ...]


@dataclass(frozen=True)
class Annotated:
    inner: TypeExpr
    info: Tuple[Tuple[str, str], ...]  # PropertyInfo keywords


TypeExpr = Union[Builtin, External, Ref, Apply, Literal, UnionOf, Annotated]

NONE = Builtin("None")
OBJECT = Builtin("object")
OMIT = External("._types", "Omit")


def typing_name(name: str) -> External:
    return External("typing", name)


def members(expr: TypeExpr) -> Tuple[TypeExpr, ...]:
    """The members of a union; what is none is its only member."""
    return expr.members if isinstance(expr, UnionOf) else (expr,)


def optional(expr: TypeExpr) -> TypeExpr:
    present = isinstance(expr, UnionOf) and NONE in expr.members
    return expr if present else UnionOf((expr, NONE))


def without_none(expr: TypeExpr) -> TypeExpr:
    kept = tuple(member for member in members(expr) if member != NONE)
    return UnionOf(kept) if len(kept) > 1 else kept[0] if kept else expr


# ------------------------------------------------------------------ types


@dataclass(frozen=True)
class Field:
    name: str
    wire: str
    type: TypeExpr
    required: bool
    nullable: bool
    doc: str = ""
    deprecated: bool = False
    example: object = None
    default: str = ""  # what the API takes when it is left out, as JSON; empty when not said
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Home:
    """The module a type lives in: package parts under `types`, and the module's name."""

    package: Tuple[str, ...]
    module: str

    @property
    def dotted(self) -> str:
        return ".".join((*self.package, self.module))


@dataclass(frozen=True)
class ClassType:
    """A Pydantic model (`role="model"`) or a TypedDict (`role="param"`)."""

    id: str
    name: str
    home: Home
    role: str
    fields: Tuple[Field, ...]
    doc: str = ""
    bases: Tuple[TypeExpr, ...] = ()
    total: bool = False
    public: bool = True  # listed in the module's __all__
    config: Tuple[Tuple[str, object], ...] = ()  # pydantic configuration of a TypedDict
    sent_back: str = ""  # the id of the parameter that a model can be sent back as
    place: Place = NOWHERE


@dataclass(frozen=True)
class AliasType:
    """`Name: TypeAlias = ...`"""

    id: str
    name: str
    home: Home
    role: str
    type: TypeExpr
    doc: str = ""
    deprecated: str = ""  # why, when it is an old name
    public: bool = True
    place: Place = NOWHERE


@dataclass(frozen=True)
class ParsedType:
    """A response type whose text blocks carry a parsed value; see `parsed_types` in sdk.yml."""

    home: Home
    message: Ref
    message_name: str
    text: Ref
    text_name: str
    union_name: str
    blocks: Tuple[TypeExpr, ...]  # the members of the union besides text
    hidden: Tuple[TypeExpr, ...]  # those that type checkers do not see


TypeDef = Union[ClassType, AliasType]

# ------------------------------------------------------------------ methods


@dataclass(frozen=True)
class Argument:
    """One parameter of a method."""

    name: str
    wire: str
    location: str  # path | query | header | body | payload (all of it) | content (as it is)
    type: TypeExpr
    required: bool
    nullable: bool = False
    doc: str = ""
    deprecated: bool = False
    is_file: bool = False
    is_array: bool = False
    async_type: Optional[TypeExpr] = None
    example: object = None
    default: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Target:
    """Something hand-written, `module` relative to the package."""

    module: str
    name: str


@dataclass(frozen=True)
class Function:
    """How a hand-written function is declared, and what a wrapper passes on to it, as text."""

    parameters: str
    arguments: str
    returns: str
    doc: str


@dataclass(frozen=True)
class Variant:
    """One overload: the type that the deciding argument has, and what comes back."""

    type: TypeExpr
    required: bool
    returns: TypeExpr
    async_returns: TypeExpr


@dataclass(frozen=True)
class Follow:
    """Ask another method first and send the request to the URL in its answer."""

    method: str
    url: str
    missing: str  # what the error says when there is no URL yet


@dataclass(frozen=True)
class Method:
    name: str
    key: str  # "post /v1/messages"
    verb: str
    path: str
    doc: str
    arguments: Tuple[Argument, ...]
    kind: str  # json | page | binary | jsonl | events | derived
    returns: TypeExpr
    async_returns: TypeExpr
    result: TypeExpr  # what the answer is cast to (the item, for pages and JSONL)
    event: Optional[TypeExpr] = None
    stream_argument: str = ""
    overload_on: str = ""
    variants: Tuple[Variant, ...] = ()
    page: str = ""
    headers: Tuple[Tuple[str, str], ...] = ()  # documented headers with constant values
    header_defaults: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    prepare: Optional[Target] = None
    call: Optional[Target] = None
    coroutine: bool = True
    follow: Optional[Follow] = None
    raw: bool = True
    streamed: bool = True
    deprecated: bool = False
    params_type: str = ""  # of a derived method: the published type that describes its parameters
    body_aliases: Tuple[Tuple[str, str], ...] = ()
    form: str = ""  # how a form body writes arrays; empty for other bodies
    config_pointer: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Resource:
    name: str
    path: Tuple[str, ...]
    class_name: str
    doc: str
    methods: Tuple[Method, ...]
    children: Tuple[Resource, ...]
    constants: Mapping[str, Target] = field(default_factory=dict)
    functions: Mapping[str, Target] = field(default_factory=dict)
    publish: Tuple[str, ...] = ()  # constants and functions that the resources package lists

    @property
    def module(self) -> str:
        """Its module below `resources`; a resource with children has a package."""
        return ".".join((*self.path, self.name) if self.children else self.path)

    def walk(self) -> Iterator[Resource]:
        yield self
        for child in self.children:
            yield from child.walk()


# ------------------------------------------------------------------ pages, client, package


@dataclass(frozen=True)
class NextPage:
    """Send `parameter` with the value of `field`; only when the request used `when`, if given."""

    parameter: str
    field: str
    when: str = ""


@dataclass(frozen=True)
class Page:
    name: str
    items: str
    more: str
    fields: Tuple[Tuple[str, str], ...]  # besides the items: (name, builtin), None where absent
    next: Tuple[NextPage, ...]


@dataclass(frozen=True)
class Credential:
    argument: str
    env: str
    header: str
    prefix: str = ""
    doc: str = ""
    base64: bool = False  # whether the value is encoded before it is sent


@dataclass(frozen=True)
class Client:
    name: str
    alias: str = "Client"
    base_url: str = ""
    base_url_env: str = ""
    query_arrays: str = "brackets"
    credentials: Tuple[Credential, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, Target] = field(default_factory=dict)
    anonymous: bool = False  # whether requests may go out without credentials
    every_event: bool = False  # whether streams hand on events of any name
    partial_message: Optional[Target] = None  # makes what a stream that broke had brought


@dataclass(frozen=True)
class Export:
    """A name of the package root: where it lives, and whether `__all__` lists it."""

    name: str
    module: str
    in_all: bool


@dataclass(frozen=True)
class Api:
    package: str
    client: Client
    pages: Tuple[Page, ...]
    resources: Tuple[Resource, ...]
    types: Tuple[TypeDef, ...]
    parsed: Tuple[ParsedType, ...]
    exports: Tuple[Export, ...]
    reexports: Tuple[Tuple[Tuple[str, ...], str, str], ...] = ()  # (types package, name, id)
    operations: int = 0
    skipped: Mapping[str, str] = field(default_factory=dict)
    declared: Mapping[Target, Function] = field(default_factory=dict)  # what resources publish

    def walk(self) -> Iterator[Resource]:
        """Every resource, each before its children."""
        for resource in self.resources:
            yield from resource.walk()
