"""OpenAPI Overlay 1.x: corrections to a description that we do not own.

An overlay is a list of actions. Each selects mappings or lists with a JSONPath
and merges something into them (`update`), or removes what it selects
(`remove`). Each must say why in its `description` and must match something: a
correction that no longer applies is an error, not a habit.
"""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import List, Sequence

from codegen.diagnostics import Problems
from codegen.spec.document import Document, PlacedDict, PlacedList, Tokens, Where
from codegen.spec.jsonpath import PathError, find
from codegen.spec.load import read_document
from codegen.spec.read import Node

_VERSION = re.compile(r"1\.[0-9]+(\.[0-9]+)?\Z")


def apply_overlays(document: Document, paths: Sequence[Path], problems: Problems) -> None:
    """Apply the overlay files at `paths` to `document`, in this order, in place.

    Raises `GenerationFailed` when a file or an action is not valid, has no
    reason, or matches nothing.
    """
    for path in paths:
        overlay = read_document(path, problems)
        if overlay is not None:
            _apply(document, Node(overlay, (), overlay.data, problems))
    problems.raise_if_any()


def _apply(document: Document, overlay: Node) -> None:
    version = overlay["overlay"]
    if not _VERSION.match(version.text()):
        message = f"the overlay has version `{version.text()}`"
        version.refuse("unsupported-version", message, "write `overlay: 1.0.0`")
        return
    actions = overlay["actions"].items()
    if overlay.mapping.get("actions", []) == []:
        message = "the overlay has no actions"
        overlay["actions"].refuse("malformed", message, "add one, or remove the file")
    for action in actions:
        if isinstance(action.value, dict):
            _act(document, action)
        else:
            action.malformed("a mapping")


def _act(document: Document, action: Node) -> None:
    reason = action["description"].text()
    if not reason:
        hint = "add a `description` with the reason"
        action.refuse("overlay-without-reason", "the action does not say why it is needed", hint)
    remove = action["remove"].flag()
    if remove == ("update" in action.mapping):
        hint = "split it into two actions" if remove else "add one of them"
        action.refuse("malformed", "an action has either `update` or `remove: true`", hint)
        return
    label = f"{action.place.file}:{action.place.line}: {reason}"
    targets = _select(document, action["target"])
    if remove and () in targets:
        message = "the whole description cannot be removed"
        action.refuse("overlay-mismatch", message, "select what is wrong in it")
    elif remove:
        # From the back, so that the indices of what is still to go stay true.
        for tokens in reversed(targets):
            _remove(document, tokens, label)
    else:
        for tokens in targets:
            _update(document.find(tokens)[1], action["update"], label)


def _select(document: Document, target: Node) -> List[Tokens]:
    path = target.text()
    try:
        found = find(path, document.data)
    except PathError as error:
        hint = "for example `$.paths['/v1/messages'].post.parameters[?(@.name == 'beta')]`"
        target.refuse("invalid-jsonpath", f"`{path}` is not a JSONPath: {error}", hint)
        return []
    if not found:
        hint = "correct the path, or remove the action when the description is right by now"
        message = f"`{path}` matches nothing in {document.file}"
        target.refuse("overlay-without-match", message, hint)
    return found


def _remove(document: Document, tokens: Tokens, label: str) -> None:
    _, parent = document.find(tokens[:-1])
    last = tokens[-1]
    if isinstance(parent, PlacedDict) and last in parent:
        del parent[last]
        parent.places[last] = parent.places[last]._replace(overlay=label)
    elif isinstance(parent, PlacedList):
        del parent[int(last)], parent.places[int(last)]


def _update(target: object, update: Node, label: str) -> None:
    if isinstance(target, PlacedDict) and isinstance(update.value, dict):
        for key, value in update.entries():
            present = target.get(key)
            if isinstance(value.value, (dict, list)) and type(present) is type(value.value):
                _update(present, value, label)
            else:
                target[key] = deepcopy(value.value)
                target.places[key] = _where(value, label)
    elif isinstance(target, PlacedList):
        for item in update.items() if isinstance(update.value, list) else [update]:
            target.append(deepcopy(item.value))
            target.places.append(_where(item, label))
    else:
        message = "only a mapping can be merged into a mapping, and nothing into a single value"
        hint = "select the mapping that holds the value and name the keys to change"
        update.refuse("overlay-mismatch", message, hint)


def _where(node: Node, label: str) -> Where:
    return Where(node.place.file, node.place.line, label)
