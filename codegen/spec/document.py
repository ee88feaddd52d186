"""A description file as plain data that remembers where everything stood.

`Document.data` equals what a JSON parser would give. Its mappings and lists
carry the place of each of their entries, so that the place of any JSON pointer
is found by walking down from the root, only when somebody asks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple

from codegen.diagnostics import Place

Tokens = Tuple[str, ...]
ABSENT = object()  # stands for the value that a pointer to nothing would lead to


class Where(NamedTuple):
    """Where an entry stood, and the overlay action that wrote or removed it."""

    file: str
    line: int
    overlay: str = ""


class PlacedDict(Dict[str, object]):
    """A mapping with the place of each entry; what an overlay removed keeps its place."""

    def __init__(self) -> None:
        self.places: Dict[str, Where] = {}


class PlacedList(List[object]):
    """A list with the place of each item."""

    def __init__(self) -> None:
        self.places: List[Where] = []


def pointer_text(tokens: Sequence[object]) -> str:
    """The JSON pointer of `tokens` as a URI fragment, with `~` and `/` escaped."""
    if not tokens:
        return "#"
    # YAML allows no NUL, so it can keep the tokens apart while they are escaped.
    joined = "\0".join(map(str, tokens))
    return "#/" + joined.replace("~", "~0").replace("/", "~1").replace("\0", "/")


def pointer_tokens(pointer: str) -> Tokens:
    """The tokens of a JSON pointer, with or without the `#` before it."""
    steps = pointer.split("/")[1:]
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)


class Document:
    """One description file: its data, and the places of everything in it."""

    def __init__(self, path: Path, data: PlacedDict, line: int) -> None:
        self.path = path
        self.file = str(path)
        self.data = data
        self._line = line

    def place(self, tokens: Sequence[str]) -> Place:
        """Where the value at `tokens` stands; the nearest known ancestor when it does not exist."""
        _, where = self._walk(tokens)
        return Place(where.file, where.line, pointer_text(tokens))

    def find(self, tokens: Sequence[str]) -> Tuple[bool, object]:
        """Whether there is a value at `tokens`, and the value."""
        value, _ = self._walk(tokens)
        return (False, None) if value is ABSENT else (True, value)

    def overlay_of(self, tokens: Sequence[str]) -> Optional[str]:
        """The overlay action that last wrote the value at `tokens` or a value around it.

        The answer reads `openapi/overlays/names.yml:7: the action's description`;
        None when the value is as the description file has it.
        """
        _, where = self._walk(tokens)
        return where.overlay or None

    def _walk(self, tokens: Sequence[str]) -> Tuple[object, Where]:
        value: object = self.data
        where = Where(self.file, self._line)
        for token in tokens:
            if isinstance(value, PlacedDict) and token in value.places:
                at = value.places[token]
                value = value.get(token, ABSENT)
            elif isinstance(value, PlacedList) and token.isdecimal() and int(token) < len(value):
                at = value.places[int(token)]
                value = value[int(token)]
            else:
                return ABSENT, where
            if where.overlay and not at.overlay:
                at = at._replace(overlay=where.overlay)
            where = at
        return value, where
