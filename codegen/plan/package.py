"""Plans the modules around the resources: client, pages, root, and the local server's API."""

from __future__ import annotations

import json
from typing import Any, Dict, List

from codegen.ir import model as ir
from codegen.plan.files import FilePlan


def plan_package(api: ir.Api, root: str) -> List[FilePlan]:
    modules = ("_client", "_client_views", "pagination", "__init__")
    return [FilePlan(f"{root}/{name}.py", f"{name}.py.j2", api) for name in modules]


# ------------------------------------------------------------------ the local server's copy


_WORDS = ("description", "summary", "example", "tags", "license", "info")


def plan_description(document: Dict[str, object], path: str) -> FilePlan:
    """The description without its words, one operation or component a line: small diffs."""
    bare: Any = _without_words(document)
    groups = {name: group for name, group in bare.get("components", {}).items() if group}
    paths, components = _spread(bare["paths"], 1), _spread(groups, 2)
    text = f'"openapi": {_compact(bare["openapi"])},\n"paths": {paths},\n"components": {components}'
    return FilePlan(path, "", f"{{\n{text}\n}}\n", format=False)


def _spread(value: Dict[str, Any], depth: int) -> str:
    """JSON with one entry a line, down to a depth."""
    if not depth:
        return _compact(value)
    entries = [f"{_compact(key)}: {_spread(value[key], depth - 1)}" for key in sorted(value)]
    return "{\n" + "".join(",\n".join(entries) + "\n" if entries else "") + "}"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _without_words(value: object, inside_properties: bool = False) -> object:
    """Without descriptions, and in one order: only that of properties means something."""
    if isinstance(value, dict):
        # A property may itself be called `description`.
        dropped = () if inside_properties else _WORDS
        keys = value if inside_properties else sorted(value)
        return {
            key: _without_words(value[key], key == "properties" and not inside_properties)
            for key in keys
            if key not in dropped
        }
    if isinstance(value, list):
        return [_without_words(item) for item in value]
    return value
