"""`python -m codegen explain FILE:LINE | NAME`: what is behind something that was generated."""

from __future__ import annotations

import argparse
import fnmatch
import re
from pathlib import Path
from typing import Any, Dict, Iterator, List, Set, Tuple

from codegen.diagnostics import NOWHERE, Diagnostic, GenerationFailed, Place, Problems
from codegen.explain.lines import names_at
from codegen.explain.origins import Origin, find, origins
from codegen.lower.config import Config
from codegen.pipeline import Inputs, Result, configure, load_spec, lower_api, run
from codegen.spec import describe
from codegen.spec.document import Document, PlacedDict, pointer_tokens

_LINE = re.compile(r"(.+):(\d+)\Z")
_COMPONENT = re.compile(r"#/components/schemas/([^/]+)")


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """The command with its options."""
    parser = commands.add_parser("explain", parents=[common], help="what is behind a line or name")
    parser.add_argument(
        "target", metavar="FILE:LINE|NAME", help="src/.../messages.py:120, messages.create, ..."
    )
    parser.set_defaults(command=_explain)


def _explain(options: argparse.Namespace) -> int:
    for line in explain(Inputs(root=options.root), options.target):
        print(line)
    return 0


def explain(inputs: Inputs, target: str) -> List[str]:
    """What is behind `target`, a line of a generated file or a published name.

    Raises `GenerationFailed` for a file that is not generated, a line that is not there, and a
    name that nothing has.
    """
    problems = Problems()
    config = configure(inputs, problems)
    document = load_spec(inputs, Problems(config.tolerate))
    at = _LINE.match(target)
    told: List[str] = []
    if at is None:  # a name needs no text: what is rendered stays unrendered
        description = describe(document, Problems(config.tolerate))
        api = lower_api(inputs, config, description, problems)
        found, hint = find(origins(api, _added(config)), target)
        if not found:
            raise _failed(f"nothing that is published is called `{target}`", hint)
    else:
        result = run(inputs)
        known = origins(result.api, _added(config))
        path, line = _file(inputs, at.group(1)), int(at.group(2))
        found = _at_line(inputs, result, known, path, line)
        template = next(plan.template for plan in result.plans if plan.path == path)
        if not found:
            where = f"templates/{template}" if template else "the plan of the file alone"
            return [f"{path}:{line} is written by {where}"]
        told.append(f"{path}:{line}")
    for origin in found[:5]:
        told += _told(origin, config, document)
    return [line.replace(f"{inputs.root}/", "") for line in told]


def _added(config: Config) -> Set[Tuple[str, ...]]:
    methods = [method for resource in config.walk() for method in resource.methods]
    return {(*method.tokens, "add", item.name) for method in methods for item in method.add}


def _told(origin: Origin, config: Config, document: Document) -> Iterator[str]:
    yield origin.what
    if origin.place.file == document.file:
        yield f"  described   {origin.place}"
        for overlay in _overlays(document, origin.place.pointer):
            yield f"  overlay     {overlay}"
    tokens = origin.config or _placed(origin, config)
    if tokens:
        yield f"  configured  {config.place(tokens)}"
    yield f"  template    templates/{origin.template}"


def _overlays(document: Document, pointer: str) -> List[str]:
    """The overlay actions that wrote or removed the value, or something right below it."""
    tokens = pointer_tokens(pointer)
    _, value = document.find(tokens)
    below = value.places if isinstance(value, PlacedDict) else ()
    found = (document.overlay_of(path) for path in (tokens, *((*tokens, key) for key in below)))
    return list(dict.fromkeys(filter(None, found)))


def _placed(origin: Origin, config: Config) -> Tuple[str, ...]:
    """The entry of sdk.yml that decides where a type lives or what it is called."""
    component = _COMPONENT.match(origin.place.pointer)
    if component is None:
        return ()
    name = component.group(1)
    for key, entries in (("homes", config.homes), ("type_names", config.type_names)):
        if name in entries:
            return (key, name)
    for resource in config.walk():
        for index, pattern in enumerate(resource.types):
            if fnmatch.fnmatchcase(name, pattern):
                return (*resource.tokens, "types", str(index))
    return ()


def _file(inputs: Inputs, name: str) -> str:
    path = Path(name)
    root = inputs.root.resolve()
    full = path if path.is_absolute() else (root / path if (root / path).exists() else path)
    full = full.resolve()
    return full.relative_to(root).as_posix() if root in full.parents else name


def _at_line(
    inputs: Inputs, result: Result, known: Dict[str, Origin], path: str, line: int
) -> List[Origin]:
    text = result.tree.get(path)
    if text is None:
        hint = "name a file that `python -m codegen generate` writes, or a name of api.txt"
        raise _failed(f"`{path}` is not generated", hint, Place(path, 0))
    if not 0 < line <= text.count("\n") + 1:
        lines = text.count("\n")
        raise _failed(f"`{path}` has {lines} lines", "name one of them", Place(path, line))
    names = names_at(path, text, line, result.api, inputs.package)
    return [known[name] for name in names if name in known][:1]


def _failed(message: str, hint: str, place: Place = NOWHERE) -> GenerationFailed:
    return GenerationFailed([Diagnostic("nothing-to-explain", message, place, hint)])
