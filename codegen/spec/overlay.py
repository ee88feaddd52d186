"""OpenAPI Overlay 1.x: corrections to a description that we do not own.

An overlay is a list of actions. Each selects places with a JSONPath and merges
something into them (`update`), copies another place into them (`copy`), or
removes them (`remove`). Each must say why in its `description` and must match
something: a correction that no longer applies is an error, not a habit.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Dict, List, Sequence, Union

from codegen.diagnostics import Problems, did_you_mean
from codegen.spec.document import Document, Tokens, Where, list_index
from codegen.spec.jsonpath import PathError, find
from codegen.spec.load import read_document
from codegen.spec.read import Node, Reader

_VERSION = re.compile(r"1\.[0-9]+(\.[0-9]+)?\Z")
_OVERLAY_KEYS = ("overlay", "info", "extends", "actions")
_ACTION_KEYS = ("target", "description", "update", "copy", "remove")


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
            self._problems.add(
                "unsupported-version",
                f"the overlay has {found}",
                self._root.place_of("overlay"),
                "write `overlay: 1.0.0`",
            )
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
            self._problems.add(
                "overlay-without-reason",
                "the action does not say why it is needed",
                action.place,
                "add a `description` with the reason",
            )
        done: List[str] = [key for key in ("update", "copy") if key in action.mapping]
        done += ["remove"] if self._reader.flag(action, "remove") else []
        if len(done) != 1:
            self._problems.add(
                "malformed",
                "an action does one of `update`, `copy` and `remove`",
                action.place,
                "split it into several actions" if done else "add one of them",
            )
            return
        targets = self._select(action, "target")
        place = action.place
        label = f"{place.file}:{place.line}: {reason}"
        if done == ["remove"]:
            # From the back, so that the indices of what is still to go stay true.
            for tokens in reversed(targets):
                self._remove(tokens, label)
            return
        values = [Node(action.document, (*action.tokens, "update"), action.mapping.get("update"))]
        if done == ["copy"]:
            sources = self._select(action, "copy")
            values = [Node(self._document, s, self._document.find(s)[1]) for s in sources[:1]]
        for value in values:
            for tokens in targets:
                self._update(tokens, value, label)

    def _select(self, action: Node, key: str) -> List[Tokens]:
        path = self._reader.text(action, key)
        try:
            found = find(path, self._document.data)
        except PathError as error:
            self._problems.add(
                "invalid-jsonpath",
                f"`{path}` is not a JSONPath: {error}",
                action.place_of(key),
                "for example `$.paths['/v1/messages'].post.parameters[?(@.name == 'beta')]`",
            )
            return []
        if not found:
            self._problems.add(
                "overlay-without-match",
                f"`{path}` matches nothing in {self._document.file}",
                action.place_of(key),
                "correct the path, or remove the action when the description has been corrected",
            )
        return found

    # -- changes -----------------------------------------------------------------------------

    def _remove(self, tokens: Tokens, label: str) -> None:
        if not tokens:
            return
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
        lines = self._document.lines
        if isinstance(target, dict) and isinstance(update.value, dict):
            self._merge(tokens, target, update.value, label)
        elif isinstance(target, list):
            added = update.value if isinstance(update.value, list) else [update.value]
            place = update.place
            for index, item in enumerate(added):
                at: Where = (place.file, place.line)
                if isinstance(update.value, list):
                    at = lines.list(update.value)[index]
                self._append(tokens, target, item, at, label)
        elif tokens and not isinstance(target, dict):
            place = update.place
            self._put(tokens, update.value, (place.file, place.line), label)
        else:
            self._problems.add(
                "overlay-mismatch",
                "an update of a mapping must be a mapping",
                update.place,
                "name the keys to change, or select the value itself",
            )

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

    def _put(self, tokens: Tokens, value: object, at: Where, label: str) -> None:
        """Replace the single value at `tokens`."""
        _, parent = self._document.find(tokens[:-1])
        key: Union[str, int] = tokens[-1]
        lines = self._document.lines
        if isinstance(parent, list):
            key = list_index(tokens[-1])
            parent[key] = lines.copy_of(value)
            lines.list(parent)[key] = at
        elif isinstance(parent, dict):
            parent[tokens[-1]] = lines.copy_of(value)
            lines.mapping(parent)[tokens[-1]] = at
        self._document.mark_overlay(tokens, label)
