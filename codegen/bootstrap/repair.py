"""Makes a draft generate: what the generator refuses is decided, one kind of problem at a time.

The generator says what is wrong, with its code and place. A collision of names gives one of the
types a longer name, taken from where it stands; what cannot be published is skipped with the
generator's reason. This ends when nothing is wrong any more, or when nothing new can be decided.
"""

from __future__ import annotations

import re
from typing import Dict, List, Optional, Set

from codegen.bootstrap.draft import Draft
from codegen.diagnostics import NOWHERE, Diagnostic, GenerationFailed, Place, Problems
from codegen.ir import model as ir
from codegen.lower.api import lower
from codegen.lower.config import read_config
from codegen.lower.names import pascal_case
from codegen.spec.document import pointer_tokens
from codegen.spec.graph import Operation

ROUNDS = 12
_COMPONENT = re.compile(r"#/components/schemas/([^/]+)\Z")
_MEDIA_TYPE = re.compile(r"[a-z*]+/[a-z0-9*+.-]+\Z")
# Words of a pointer that say nothing about the type; the rest are names.
_STRUCTURE = frozenset("components schemas paths properties items content schema allOf".split())
_WORDS = {"additionalProperties": "Value", "requestBody": "Body", "oneOf": "", "anyOf": ""}
_SUFFIXES = (
    "",
    "Object",
    "Schema",
    "Details",
    "Content",
    "Entry",
    "Record",
    "Form",
    "Shape",
    "Kind",
)


class Repair:
    """Decides what a draft leaves open."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._operations = {o.place.pointer: o for o in draft.description.operations}
        self._tries: Dict[str, Set[str]] = {}

    def run(self) -> ir.Api:
        """The API that the finished draft publishes; `GenerationFailed` when no decision helps."""
        for _ in range(ROUNDS):
            try:
                return self._lower()
            except GenerationFailed as failure:
                if not any([self._decide(problem) for problem in failure.problems]):
                    raise
        return self._lower()

    def _lower(self) -> ir.Api:
        problems = Problems(tolerated=frozenset(self.draft.tolerate))
        config = read_config(self.draft.data(), lambda tokens: NOWHERE, problems)
        problems.raise_if_any()
        return lower(self.draft.description, config, problems)

    def _decide(self, problem: Diagnostic) -> bool:
        """Whether something was changed because of the problem."""
        if problem.code in ("name-collision", "invalid-name"):
            places = sorted((problem.place, *problem.others), key=_depth, reverse=True)
            return any(self._rename(place) for place in places)
        if problem.code in ("argument-collision", "property-collision"):
            new = problem.code not in self.draft.tolerate
            self.draft.tolerate[problem.code] = "told apart by their names in the description"
            return new
        operation = self._operation(problem.place)
        if operation is None or operation.key in self.draft.skip:
            return False
        self.draft.skip[operation.key] = problem.message
        return True

    def _operation(self, place: Place) -> Optional[Operation]:
        parts = place.pointer.split("/")
        return self._operations.get("/".join(parts[:4]))

    def _rename(self, place: Place) -> bool:
        """A name for what stands at the place that says more than the one it has."""
        component = _COMPONENT.match(place.pointer)
        operation = self._operation(place)
        words = _words(place.pointer)
        if operation is not None:
            rest = "/".join(place.pointer.split("/")[4:])
            own = (self.draft.resources[operation.key], self.draft.methods[operation.key])
            words = [*map(pascal_case, own), *_words(f"#/{rest}")]
        if place is NOWHERE or not words:
            return False
        tried = self._tries.setdefault(place.pointer, set(_SUFFIXES[: bool(component)]))
        names = {suffix: "".join(words) + suffix for suffix in _SUFFIXES if suffix not in tried}
        taken = set(self.draft.type_names.values())
        suffix = next((suffix for suffix, name in names.items() if name not in taken), None)
        if suffix is None:
            return False
        tried.add(suffix)
        name = names[suffix]
        if component:
            key = pointer_tokens(place.pointer)[-1]
        elif self._operations.get(place.pointer):
            return False
        else:
            key = place.pointer
        self.draft.type_names[key] = name if name[0].isalpha() else f"Type{name}"
        return True


def _depth(place: Place) -> int:
    return place.pointer.count("/")


def _words(pointer: str) -> List[str]:
    """The names on the way to a place, each as part of a class name; none twice in a row."""
    words: List[str] = []
    for token in pointer_tokens(pointer):
        if token in _STRUCTURE or _MEDIA_TYPE.match(token):
            continue
        word = _WORDS.get(token, pascal_case(token) if not token.isdigit() else "")
        if word and words[-1:] != [word]:
            words.append(word)
    return words
