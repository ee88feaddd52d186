"""OpenAPI Overlay 1.x: corrections to a description that we do not own.

An overlay is a list of actions. Each selects mappings or lists with a JSONPath
and merges something into them (`update`), or removes what it selects
(`remove`). Each must say why in its `description` and must match something: a
correction that no longer applies is an error, not a habit.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Dict, List, Sequence

from codegen.diagnostics import Problems, did_you_mean
from codegen.spec.document import Document, Tokens, Where, list_index
from codegen.spec.jsonpath import PathError, find
from codegen.spec.load import read_document
from codegen.spec.read import Node, Reader

_VERSION = re.compile(r"1\.[0-9]+(\.[0-9]+)?\Z")
_OVERLAY_KEYS = ("overlay", "info", "extends", "actions")
_ACTION_KEYS = ("target", "description", "update", "remove")


def apply_overlays(document: Document, paths: Sequence[Path], problems: Problems) -> None:
    """Apply the overlay files at `paths` to `document`, in this order, in place.

    Raises `GenerationFailed` when a file or an action is not valid, has no
    reason, or matches nothing.
    """
    for path in paths:
        overlay = read_document(path, problems)
        if overlay is not None:
            document.lines.include(overlay.lines)
            _Overlay(document, overlay, problems).apply()
    problems.raise_if_any()


class _Overlay:
    """One overlay file being applied to a document."""

    def __init__(self, document: Document, overlay: Document, problems: Problems) -> None:
        self._document = document
        self._root = Node(overlay, (), overlay.data)
        self._problems = problems
        self._reader = Reader(problems)

    def apply(self) -> None:
        version = self._reader.text(self._root, "overlay")
        if not _VERSION.match(version):
            found = f"`overlay: {version}`" if version else "no `overlay` version"
            at = self._root.place_of("overlay")
            hint = "write `overlay: 1.0.0`"
            self._problems.add("unsupported-version", f"the overlay has {found}", at, hint)
            return
        self._check_keys(self._root, _OVERLAY_KEYS)
        actions = self._reader.items(self._root, "actions")
        if not actions and not self._root.mapping.get("actions"):
            message = "the overlay has no actions"
            self._problems.add(
                "malformed", message, self._root.place, "add one, or remove the file"
            )
        for action in actions:
            if isinstance(action.value, dict):
                self._action(action)
            else:
                self._reader.malformed(action, "a mapping")

    def _check_keys(self, node: Node, known: Sequence[str]) -> None:
        for key in node.mapping:
            if key not in known and not key.startswith("x-"):
                message = f"`{key}` is not a key of an overlay"
                hint = did_you_mean(key, known)
                self._problems.add("unknown-key", message, node.place_of(key), hint)

    def _action(self, action: Node) -> None:
        self._check_keys(action, _ACTION_KEYS)
        reason = self._reader.text(action, "description")
        if not reason:
            message = "the action does not say why it is needed"
            hint = "add a `description` with the reason"
            self._problems.add("overlay-without-reason", message, action.place, hint)
        remove = self._reader.flag(action, "remove")
        update = action.child("update")
        if remove == (update is not None):
            message = "an action has either `update` or `remove: true`"
            hint = "split it into two actions" if remove else "add one of them"
            self._problems.add("malformed", message, action.place, hint)
            return
        place = action.place
        label = f"{place.file}:{place.line}: {reason}"
        targets = self._select(action)
        if remove and () in targets:
            hint = "select what is wrong in it"
            message = "the whole description cannot be removed"
            self._problems.add("overlay-mismatch", message, place, hint)
            return
        # Removals from the back, so that the indices of what is still to go stay true.
        for tokens in targets if update is not None else reversed(targets):
            if update is not None:
                self._update(tokens, update, label)
            else:
                self._remove(tokens, label)

    def _select(self, action: Node) -> List[Tokens]:
        path = self._reader.text(action, "target")
        at = action.place_of("target")
        try:
            found = find(path, self._document.data)
        except PathError as error:
            message = f"`{path}` is not a JSONPath: {error}"
            hint = "for example `$.paths['/v1/messages'].post.parameters[?(@.name == 'beta')]`"
            self._problems.add("invalid-jsonpath", message, at, hint)
            return []
        if not found:
            message = f"`{path}` matches nothing in {self._document.file}"
            hint = "correct the path, or remove the action when the description is right by now"
            self._problems.add("overlay-without-match", message, at, hint)
        return found

    # -- changes -----------------------------------------------------------------------------

    def _remove(self, tokens: Tokens, label: str) -> None:
        _, parent = self._document.find(tokens[:-1])
        last = tokens[-1]
        if isinstance(parent, dict) and last in parent:
            del parent[last]
            del self._document.lines.mapping(parent)[last]
            self._document.mark_overlay(tokens, label)
        elif isinstance(parent, list):
            del parent[list_index(last)]
            del self._document.lines.list(parent)[list_index(last)]
            self._document.forget_overlays(tokens[:-1])
            self._document.mark_overlay(tokens[:-1], label)

    def _update(self, tokens: Tokens, update: Node, label: str) -> None:
        _, target = self._document.find(tokens)
        if isinstance(target, dict) and isinstance(update.value, dict):
            self._merge(tokens, target, update.value, label)
        elif isinstance(target, list):
            added = update.value if isinstance(update.value, list) else [update.value]
            at = (update.place.file, update.place.line)
            for item in added:
                self._append(tokens, target, item, at, label)
        else:
            message = "only a mapping can be merged into a mapping, and nothing into a single value"
            hint = "select the mapping that holds the value and name the keys to change"
            self._problems.add("overlay-mismatch", message, update.place, hint)

    def _merge(
        self, tokens: Tokens, target: Dict[str, object], update: Dict[str, object], label: str
    ) -> None:
        lines = self._document.lines
        for key, value in update.items():
            inner: Tokens = (*tokens, key)
            at = lines.mapping(update)[key]
            present = target.get(key)
            if isinstance(present, dict) and isinstance(value, dict):
                self._merge(inner, present, value, label)
            elif isinstance(present, list) and isinstance(value, list):
                for item, where in zip(value, lines.list(value)):
                    self._append(inner, present, item, where, label)
            else:
                target[key] = lines.copy_of(value)
                lines.mapping(target)[key] = at
                self._document.mark_overlay(inner, label)

    def _append(
        self, tokens: Tokens, target: List[object], item: object, at: Where, label: str
    ) -> None:
        target.append(self._document.lines.copy_of(item))
        self._document.lines.list(target).append(at)
        self._document.mark_overlay((*tokens, str(len(target) - 1)), label)
