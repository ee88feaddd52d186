"""Following `$ref`: inside a document, into other files, and to named components."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple
from urllib.parse import unquote

from codegen.spec.document import Document, Tokens, pointer_text, pointer_tokens
from codegen.spec.load import read_document
from codegen.spec.read import Node, near_miss

SCHEMAS: Tokens = ("components", "schemas")
Home = Tuple[str, Tokens]  # the file and pointer that identify a node


class Resolver:
    """Finds what references point at and which targets are named components.

    A component is an entry of `components/schemas` in any of the files. An
    entry that is nothing but a reference to an unnamed place gives that place
    its name, so recursive schemas of other files can be named too.
    """

    def __init__(self, root: Node) -> None:
        self.root = root
        self.components: Dict[str, Node] = {}
        self._documents: Dict[Path, Optional[Document]] = {
            root.document.path.resolve(): root.document
        }
        self._names: Dict[Home, str] = {}
        for name, node in root["components"]["schemas"].entries():
            self._register(name, node)
        for name, node in sorted(self.components.items()):
            target = self.target(node) if "$ref" in node.mapping else None
            if target is not None:
                self._names.setdefault(home(target), name)

    def _register(self, name: str, node: Node) -> None:
        self.components[name] = node
        self._names[home(node)] = name

    def component_name(self, node: Node) -> Optional[str]:
        """The component that stands at `node`, or None when the place has no name."""
        known = self._names.get(home(node))
        if known is not None or node.tokens[:-1] != SCHEMAS:
            return known
        name = node.tokens[-1]
        if name in self.components:
            message = f"two files define different components named `{name}`"
            hint = f"rename one, or make `{name}` of {self.root.document.file} a $ref to this one"
            node.refuse("component-collision", message, hint)
            return None
        self._register(name, node)
        return name

    def target(self, node: Node) -> Optional[Node]:
        """Where the `$ref` of `node` points, one step; None after reporting why nowhere."""
        reference = node["$ref"]
        if not isinstance(reference.value, str):
            reference.refuse("malformed", "`$ref` must be text", "write `#/components/...`")
            return None
        location, _, fragment = map(unquote, reference.value.partition("#"))
        if fragment and not fragment.startswith("/"):
            hint = "write the JSON pointer: `#/components/schemas/Name`"
            reference.refuse("unsupported-construct", f"`#{fragment}` names an anchor", hint)
            return None
        document = self._document(reference, location)
        if document is None:
            return None
        tokens = pointer_tokens(fragment)
        found, value = document.find(tokens)
        if not found:
            message = f"`{reference.value}` points at nothing"
            reference.refuse("dangling-reference", message, _nearest(document, tokens))
            return None
        return Node(document, tokens, value, node.problems)

    def follow(self, node: Node) -> Optional[Node]:
        """The first node on the chain of references from `node` that is not a reference."""
        seen: List[Home] = []
        current: Optional[Node] = node
        while current is not None and "$ref" in current.mapping:
            if home(current) in seen:
                self.cycle(node, [pointer_text(tokens) for _, tokens in seen])
                return None
            seen.append(home(current))
            current = self.target(current)
        return current

    @staticmethod
    def cycle(node: Node, names: Sequence[str]) -> None:
        message = "references lead back to themselves: " + " -> ".join([*names, names[0]])
        hint = "let one of them be a schema instead of a reference"
        node["$ref"].refuse("reference-cycle", message, hint)

    def _document(self, reference: Node, location: str) -> Optional[Document]:
        """The file at `location`, seen from where the reference stands."""
        if not location:
            return reference.document
        path = reference.document.path.parent / location
        key = path.resolve()
        if key not in self._documents:
            self._documents[key] = read_document(path, reference.problems, reference.place)
        return self._documents[key]


def _nearest(document: Document, tokens: Tokens) -> str:
    """A hint with what is meant by a pointer to nothing, or how far it leads."""
    depth = 0
    while document.find(tokens[: depth + 1])[0]:
        depth += 1
    _, parent = document.find(tokens[:depth])
    known = parent if isinstance(parent, dict) else ()
    otherwise = f"`{pointer_text(tokens[:depth])}` has no entry `{tokens[depth]}`"
    return near_miss(tokens[depth], known, otherwise)


def home(node: Node) -> Home:
    """What tells this node from every other: its file and its pointer."""
    return node.document.file, node.tokens
