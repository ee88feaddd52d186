"""A configuration as the text of sdk.yml."""

from __future__ import annotations

import json
import re
from typing import List, Mapping

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_./{} -]*[A-Za-z0-9_./}-]\Z|[A-Za-z_]\Z")
_WORDS = frozenset("true false null yes no on off y n".split())
_WIDTH = 100
_COMMENTS: Mapping[str, str] = {
    "pagination": "Pages that were recognised: `next` says which field the next request sends.",
    "resources": "Names come from tags, paths and operation ids; change them before you publish.",
    "type_names": "Types that share a name with others, by component or by place.",
    "exports": "The names of the package root, by the module they come from.",
    "tolerate": "Problems that keep nothing from being generated, with what becomes of them.",
    "skip": "Operations that are not published, with the reason.",
}


def configuration_text(data: Mapping[str, object], source: str) -> str:
    """YAML for a whole configuration; `source` is what it was drawn from."""
    lines = [f"# What the SDK publishes of {source}; a start, made by `python -m codegen init`."]
    for key, value in data.items():
        if key in _COMMENTS:
            lines += ["", f"# {_COMMENTS[key]}"]
        lines += _entry(key, value, 0)
    return "\n".join(lines) + "\n"


def _entry(key: str, value: object, depth: int) -> List[str]:
    start = f"{'  ' * depth}{_scalar(key)}:"
    flow = f"{start} {_flow(value)}"
    nested = isinstance(value, dict) and any(isinstance(v, (dict, list)) for v in value.values())
    if (
        not isinstance(value, dict)
        or not value
        or (len(flow) <= _WIDTH and depth > 1 and not nested)
    ):
        return [flow]
    lines = [start]
    for name, item in value.items():
        lines += _entry(str(name), item, depth + 1)
    return lines


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(str(k))}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        return _scalar(value)
    return json.dumps(value)


def _scalar(text: str) -> str:
    """A text without quotes where YAML reads it back as the same text, also inside brackets."""
    plain = _PLAIN.match(text) and text.lower() not in _WORDS and not set(text) & set("{}")
    return text if plain else json.dumps(text, ensure_ascii=False)
