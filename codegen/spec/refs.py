"""Following `$ref`: inside a document, into other files, and to named components."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional, Tuple
from urllib.parse import unquote, urlsplit

from codegen.diagnostics import Problems, did_you_mean
from codegen.spec.document import Document, Tokens, pointer_text
from codegen.spec.load import read_document
from codegen.spec.read import Node

SCHEMAS: Tokens = ("components", "schemas")
Home = Tuple[str, Tokens]  # the file and pointer that identify a node


class Resolver:
    """Finds what references point at and which targets are named components.

    A component is an entry of `components/schemas` in any of the files. An
    entry that is nothing but a reference to an unnamed place gives that place
    its name, so recursive schemas of other files can be named too.
    """

    def __init__(self, document: Document, problems: Problems) -> None:
        self.root = document
        self.components: Dict[str, Node] = {}
        self._problems = problems
        self._documents: Dict[Path, Optional[Document]] = {document.path.resolve(): document}
        self._names: Dict[Home, str] = {}
        self._collect()

    def _collect(self) -> None:
        _, schemas = self.root.find(SCHEMAS)
        if not isinstance(schemas, dict):
            return  # whoever reads the components reports it
        for name, value in schemas.items():
            self._register(name, Node(self.root, (*SCHEMAS, name), value))
        for name in sorted(schemas):
            node = self.components[name]
            if isinstance(node.value, dict) and "$ref" in node.value:
                target = self.target(node)
                if target is not None:
                    self._names.setdefault(home(target), name)

    def _register(self, name: str, node: Node) -> None:
        self.components[name] = node
        self._names[home(node)] = name

    def component_name(self, node: Node) -> Optional[str]:
        """The component that stands at `node`, or None when the place has no name."""
        known = self._names.get(home(node))
        if known is not None or node.document is self.root:
            return known
        if node.tokens[:-1] != SCHEMAS:
            return None
        name = node.tokens[-1]
        if name in self.components:
            self._problems.add(
                "component-collision",
                f"two files define different components named `{name}`",
                node.place,
                f"rename one, or make `{name}` of {self.root.file} a $ref to this one",
            )
            return None
        self._register(name, node)
        return name

    def target(self, node: Node) -> Optional[Node]:
        """Where the `$ref` of `node` points, one step; None after reporting why nowhere."""
        reference = node.mapping.get("$ref")
        if not isinstance(reference, str):
            self._report(node, "malformed", "`$ref` must be text", "write `#/components/...`")
            return None
        location, _, fragment = reference.partition("#")
        document = self._document(node, location)
        if document is None:
            return None
        fragment = unquote(fragment)
        if fragment and not fragment.startswith("/"):
            self._report(
                node,
                "unsupported-construct",
                f"`{reference}` names an anchor",
                "write the JSON pointer: `#/components/schemas/Name`",
            )
            return None
        tokens = tuple(
            token.replace("~1", "/").replace("~0", "~") for token in fragment.split("/")[1:]
        )
        found, value = document.find(tokens)
        if not found:
            self._dangling(node, reference, document, tokens)
            return None
        return Node(document, tokens, value)

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

    def cycle(self, node: Node, names: List[str]) -> None:
        self._report(
            node,
            "reference-cycle",
            "references lead back to themselves: " + " -> ".join([*names, names[0]]),
            "let one of them be a schema instead of a reference",
        )

    def _document(self, node: Node, location: str) -> Optional[Document]:
        if not location:
            return node.document
        if urlsplit(location).scheme in ("http", "https"):
            self._report(
                node,
                "remote-reference",
                f"`{location}` is on the network; generation reads local files only",
                "save it beside the description and refer to it by its path",
            )
            return None
        path = node.document.path.parent / unquote(location)
        key = path.resolve()
        if key not in self._documents:
            at = node.place_of("$ref")
            self._documents[key] = read_document(path, self._problems, at)
        return self._documents[key]

    def _dangling(self, node: Node, reference: str, document: Document, tokens: Tokens) -> None:
        depth = 0
        while document.find(tokens[: depth + 1])[0]:
            depth += 1
        _, parent = document.find(tokens[:depth])
        known = [str(key) for key in parent] if isinstance(parent, dict) else []
        hint = did_you_mean(tokens[depth], known)
        if not hint.startswith("did you mean"):
            hint = f"`{pointer_text(tokens[:depth])}` has no entry `{tokens[depth]}`"
        self._report(node, "dangling-reference", f"`{reference}` points at nothing", hint)

    def _report(self, node: Node, code: str, message: str, hint: str) -> None:
        self._problems.add(code, message, node.place_of("$ref"), hint)


def home(node: Node) -> Home:
    """What tells this node from every other: its file and its pointer."""
    return node.document.file, node.tokens
