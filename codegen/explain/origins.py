"""Where everything that is published comes from: the description, sdk.yml, and a template."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Container, Dict, Iterator, List, Tuple

from codegen.diagnostics import NOWHERE, Place
from codegen.ir import model as ir

METHOD_TEMPLATE = "resources/_method.py.j2"
TYPE_TEMPLATE = "types/module.py.j2"
Tokens = Tuple[str, ...]


@dataclass(frozen=True)
class Origin:
    """One published thing, and what made it."""

    name: str  # `messages.create`, `messages.create(max_tokens)`, `types.Message.usage`
    what: str  # for people: "the parameter `max_tokens` of `messages.create`"
    place: Place  # in the description; NOWHERE for what only sdk.yml knows
    config: Tokens  # where sdk.yml decides it; empty where it follows from the description
    template: str


def origins(api: ir.Api, added: Container[Tokens]) -> Dict[str, Origin]:
    """Everything that is published, by name; `added` are the parameters that sdk.yml adds."""
    found = [*_resources(api, added), *_types(api), *_package(api)]
    return {origin.name: origin for origin in found}


def find(known: Dict[str, Origin], name: str) -> Tuple[List[Origin], str]:
    """What a name means, written in full or from its end; else a hint."""
    wanted = name.replace("client.", "", 1) if name.startswith("client.") else name
    wanted = wanted[len("anthropic.") :] if wanted.startswith("anthropic.") else wanted
    if wanted in known:
        return [known[wanted]], ""
    ends = [o for key, o in known.items() if key.endswith(f".{wanted}")]
    close = get_close_matches(wanted, known, n=1)
    hint = f"did you mean `{close[0]}`?" if close else "names are written as in api.txt"
    return (ends, "" if ends else hint)


def _resources(api: ir.Api, added: Container[Tokens]) -> Iterator[Origin]:
    for resource in api.walk():
        path = ".".join(resource.path)
        tokens = tuple(part for name in resource.path for part in ("children", name))
        config = ("resources", *tokens[1:])
        template = "resources/module.py.j2"
        yield Origin(path, f"the resource `{path}`", NOWHERE, config, template)
        for method in resource.methods:
            name = f"{path}.{method.name}"
            own = tuple(method.config_pointer.split("."))
            yield Origin(name, f"the method `{name}`", method.place, own, METHOD_TEMPLATE)
            for argument in method.arguments:
                addition = (*own, "add", argument.name)
                what = f"the parameter `{argument.name}` of `{name}`"
                place = argument.place if argument.place is not NOWHERE else method.place
                config = addition if addition in added else own
                yield Origin(f"{name}({argument.name})", what, place, config, METHOD_TEMPLATE)


def _types(api: ir.Api) -> Iterator[Origin]:
    for definition in api.types:
        name = f"types.{definition.id}"
        kind = {"model": "the response type", "param": "the request type"}[definition.role]
        what = f"{kind} `{name}`"
        yield Origin(name, what, definition.place, (), TYPE_TEMPLATE)
        for field in definition.fields if isinstance(definition, ir.ClassType) else ():
            place = field.place if field.place is not NOWHERE else definition.place
            what = f"the field `{field.name}` of `{name}`"
            yield Origin(f"{name}.{field.name}", what, place, (), TYPE_TEMPLATE)


def _package(api: ir.Api) -> Iterator[Origin]:
    for page in api.pages:
        what, config = f"the page `{page.name}`", ("pagination", page.name)
        yield Origin(page.name, what, NOWHERE, config, "pagination.py.j2")
    for export in api.exports:
        listed = "exports" if export.in_all else "unlisted_exports"
        what, config = f"the export `{export.name}`", (listed, export.module)
        yield Origin(f"exports.{export.name}", what, NOWHERE, config, "__init__.py.j2")
