"""Names for resources and methods, chosen from what a description says of its operations.

A resource is called after the first tag, or after the first fixed part of the path. A method is
called after the `operationId` without the words that the resource has said already; where that is
taken, after the whole of it, and at last after the verb and the path, which nothing else has.
"""

from __future__ import annotations

import builtins
import re
from keyword import iskeyword
from typing import Dict, List, Mapping, Sequence, Set, Tuple

from codegen.lower.collisions import CLIENT, MODULE, VIEWS
from codegen.lower.names import class_name, identifier, pascal_case, singular, snake_case
from codegen.spec.graph import Operation

_VERSION = re.compile(r"(v\d+(\.\d+)*((alpha|beta)\d*)?|api|rest|latest)\Z", re.IGNORECASE)
_VERBS = {"get": "retrieve", "put": "replace", "patch": "update", "post": "create"}


def resource_names(operations: Sequence[Operation]) -> Dict[str, str]:
    """The resource of each operation, by the operation's key."""
    return {operation.key: _resource(operation) for operation in operations}


def method_names(operations: Sequence[Operation], resources: Mapping[str, str]) -> Dict[str, str]:
    """The method of each operation, by the operation's key; none twice in a resource."""
    names: Dict[str, str] = {}
    levels = (_short, _from_id, _from_path)
    waiting: List[Tuple[Operation, int]] = [(operation, 0) for operation in operations]
    while waiting:
        proposed: Dict[Tuple[str, str], List[Tuple[Operation, int]]] = {}
        for operation, level in waiting:
            name = levels[level](operation, resources[operation.key])
            proposed.setdefault((resources[operation.key], name), []).append((operation, level))
        taken = {(resources[key], name) for key, name in names.items()}
        waiting = []
        for place, candidates in proposed.items():
            for operation, level in candidates:
                last = level == len(levels) - 1
                if (len(candidates) == 1 and place not in taken) or last:
                    names[operation.key] = place[1]
                else:
                    waiting.append((operation, level + 1))
    return names


def published(name: str) -> str:
    """A name for a method that Python and the runtime leave free."""
    name = identifier(snake_case(name) or "call").lstrip("_")
    name = name if name.isidentifier() else f"call_{name}"
    return f"{name}_" if name in VIEWS or hasattr(builtins, name) and name != "list" else name


def _resource(operation: Operation) -> str:
    fixed = [part for part in _parts(operation.path) if not part.startswith("{")]
    named = [part for part in fixed if not _VERSION.match(part)]
    tag = next((tag for tag in operation.tags if snake_case(tag)), "")
    name = identifier(snake_case(tag or (named or fixed or ["root"])[0]) or "root").lstrip("_")
    name = name if name.isidentifier() else f"api_{name}"
    taken = name in CLIENT or class_name(name) in MODULE
    return f"{name}_api" if taken or iskeyword(pascal_case(name)) else name


def _short(operation: Operation, resource: str) -> str:
    """`issues/list-comments` in `issues` is `list_comments`, `listPets` in `pets` is `list`."""
    said = {resource, singular(resource)}
    words = [word for word in snake_case(operation.operation_id).split("_") if word]
    own = snake_case(resource).split("_")
    for prefix in (own, [*own[:-1], singular(own[-1])]):
        if words[: len(prefix)] == prefix and len(words) > len(prefix):
            return published("_".join(words[len(prefix) :]))
    kept = [word for word in words if word not in said]
    if words and len(kept) < len(words) and kept and len(own) == 1 and words[-1] in said:
        return published("_".join(kept))
    return _from_id(operation, resource)


def _from_id(operation: Operation, resource: str) -> str:
    if snake_case(operation.operation_id):
        return published(operation.operation_id)
    return _from_path(operation, resource)


def _from_path(operation: Operation, resource: str) -> str:
    """`get /pets/{id}/toys` in `pets` is `list_by_id_toys`: the verb, then the path."""
    parts = [part for part in _parts(operation.path) if not _VERSION.match(part)]
    fixed: List[str] = []
    for part in parts:
        word = snake_case(part)
        fixed.append(f"by_{word}" if part.startswith("{") else word)
    said: Set[str] = {resource, singular(resource)}
    if fixed and fixed[0] in said:
        fixed = fixed[1:]
    verb = _VERBS.get(operation.method, operation.method)
    if operation.method == "get" and parts and not parts[-1].startswith("{"):
        verb = "list"
    return published("_".join([verb, *filter(None, fixed)]))


def _parts(path: str) -> List[str]:
    return [part for part in path.partition("?")[0].split("/") if part]
