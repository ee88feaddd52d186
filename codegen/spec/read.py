"""Reading a document: a node is a value together with where it stands."""

from __future__ import annotations

from functools import cached_property
from typing import Dict, Iterable, List, Tuple, Type, TypeVar

from codegen.diagnostics import Place, Problems, did_you_mean
from codegen.spec.document import ABSENT, Document, Tokens

T = TypeVar("T")


class Node:
    """A value in a document, which may be a part of what the document holds there.

    What has the wrong shape is reported and read as empty; what is absent is
    read as empty.
    """

    def __init__(
        self, document: Document, tokens: Tokens, value: object, problems: Problems
    ) -> None:
        self.document = document
        self.tokens = tokens
        self.value = value
        self.problems = problems
        # The value as a mapping; empty when it is none.
        self.mapping: Dict[str, object] = value if isinstance(value, dict) else {}

    @cached_property
    def place(self) -> Place:
        return self.document.place(self.tokens)

    def __getitem__(self, key: str) -> Node:
        """The entry `key` of a mapping, whether it is there or not."""
        value = self.mapping.get(key, ABSENT)
        return Node(self.document, (*self.tokens, key), value, self.problems)

    @property
    def exists(self) -> bool:
        return self.value is not ABSENT

    def replaced(self, value: object) -> Node:
        """Another value in the same place."""
        return Node(self.document, self.tokens, value, self.problems)

    def without(self, key: str) -> Node:
        """The same mapping in the same place, one key left out."""
        return self.replaced({name: v for name, v in self.mapping.items() if name != key})

    def entries(self) -> List[Tuple[str, Node]]:
        """The entries of a mapping, in document order; specification extensions included."""
        return [(name, self[name]) for name in self._read(dict, "a mapping")]

    def items(self) -> List[Node]:
        """The items of a list."""
        return [
            Node(self.document, (*self.tokens, str(index)), item, self.problems)
            for index, item in enumerate(self._read(list, "a list"))
        ]

    def texts(self) -> Tuple[str, ...]:
        """The words of a list."""
        return tuple(item._read(str, "text") for item in self.items())

    def text(self) -> str:
        """A text, without white space around it."""
        if isinstance(self.value, (int, float)):  # `version: 1.0`
            return str(self.value)
        return "" if self.value is None else self._read(str, "text").strip()

    def flag(self) -> bool:
        return self._read(bool, "true or false")

    def _read(self, kind: Type[T], wanted: str) -> T:
        if isinstance(self.value, kind):
            return self.value
        if self.exists:
            self.malformed(wanted)
        return kind()

    def malformed(self, wanted: str) -> None:
        name = self.tokens[-1] if self.tokens else "the file"
        self.refuse("malformed", f"`{name}` must be {wanted}", f"write {wanted} here")

    def refuse(self, code: str, message: str, hint: str) -> None:
        """Report a problem at this place."""
        self.problems.add(code, message, self.place, hint)


def near_miss(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint with the known word that is meant, or the hint `otherwise` when none is close."""
    hint = did_you_mean(word, known)
    return hint if hint.startswith("did you mean") else otherwise
