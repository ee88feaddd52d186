"""Reading a document: a node is a value together with where it stands."""

from __future__ import annotations

from typing import Dict, Iterable, List, Optional, Tuple

from codegen.diagnostics import Place, Problems
from codegen.spec.document import Document, Tokens


class Node:
    """A value in a document. `value` may be a part of what the document holds there."""

    __slots__ = ("_place", "document", "mapping", "tokens", "value")

    def __init__(self, document: Document, tokens: Tokens, value: object) -> None:
        self.document = document
        self.tokens = tokens
        self.value = value
        # The value as a mapping; empty when it is none.
        self.mapping: Dict[str, object] = value if isinstance(value, dict) else {}
        self._place: Optional[Place] = None

    @property
    def place(self) -> Place:
        if self._place is None:
            self._place = self.document.place(self.tokens)
        return self._place

    def place_of(self, key: str) -> Place:
        return self.document.place((*self.tokens, key))

    def child(self, key: str) -> Optional[Node]:
        """The entry `key` of a mapping, or None."""
        if isinstance(self.value, dict) and key in self.value:
            return Node(self.document, (*self.tokens, key), self.value[key])
        return None

    def without(self, *keys: str) -> Node:
        """The same mapping in the same place, some keys left out."""
        kept = {key: value for key, value in self.mapping.items() if key not in keys}
        node = Node(self.document, self.tokens, kept)
        node._place = self._place
        return node


class Reader:
    """Typed access to nodes; what has the wrong shape is reported and read as empty."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems

    def entries(self, node: Node, key: str) -> List[Tuple[str, Node]]:
        """The entries of the mapping under `key`, in document order."""
        child = node.child(key)
        if child is None:
            return []
        return self.entries_of(child)

    def entries_of(self, node: Node) -> List[Tuple[str, Node]]:
        """The entries of a mapping, in document order; specification extensions included."""
        if not isinstance(node.value, dict):
            self.malformed(node, "a mapping")
            return []
        tokens, document = node.tokens, node.document
        return [(name, Node(document, (*tokens, name), v)) for name, v in node.value.items()]

    def items(self, node: Node, key: str) -> List[Node]:
        """The items of the list under `key`."""
        child = node.child(key)
        if child is None:
            return []
        if not isinstance(child.value, list):
            self.malformed(child, "a list")
            return []
        tokens, document = child.tokens, child.document
        return [Node(document, (*tokens, str(i)), v) for i, v in enumerate(child.value)]

    def texts(self, node: Node, key: str) -> Tuple[str, ...]:
        """The list of words under `key`."""
        found: List[str] = []
        for item in self.items(node, key):
            if isinstance(item.value, str):
                found.append(item.value)
            else:
                self.malformed(item, "text")
        return tuple(found)

    def text(self, node: Node, key: str) -> str:
        """The text under `key`, without white space around it; empty when absent."""
        value = node.mapping.get(key)
        if isinstance(value, str):
            return value.strip()
        if value is None:
            return ""
        if isinstance(value, (int, float)):  # `version: 1.0`
            return str(value)
        self.malformed(Node(node.document, (*node.tokens, key), value), "text")
        return ""

    def flag(self, node: Node, key: str) -> bool:
        value = node.mapping.get(key, False)
        if not isinstance(value, bool):
            self.malformed(Node(node.document, (*node.tokens, key), value), "true or false")
            return False
        return value

    def malformed(self, node: Node, wanted: str) -> None:
        name = node.tokens[-1] if node.tokens else "the file"
        self.problems.add(
            "malformed",
            f"`{name}` must be {wanted}, not {_kind(node.value)}",
            node.place,
            f"write {wanted} here",
        )


def _kind(value: object) -> str:
    names: Iterable[Tuple[type, str]] = (
        (dict, "a mapping"),
        (list, "a list"),
        (str, "text"),
        (bool, "true or false"),
        (int, "a number"),
        (float, "a number"),
    )
    return next((name for kind, name in names if isinstance(value, kind)), "nothing")
