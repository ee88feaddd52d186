"""A description file as plain data that remembers where everything stood.

`Document.data` is what a JSON parser would give. Beside it, every mapping and
list has a table of the lines its entries stood on, so that the place of any
JSON pointer is found by walking down from the root, at the cost of the
pointer's length and only when somebody asks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple

from codegen.diagnostics import Place

Tokens = Tuple[str, ...]
Where = Tuple[str, int]  # file and line


def pointer_text(tokens: Sequence[object]) -> str:
    """The JSON pointer of `tokens` as a URI fragment, with `~` and `/` escaped."""
    if not tokens:
        return "#"
    # YAML allows no NUL, so it can keep the tokens apart while they are escaped.
    joined = "\0".join(map(str, tokens))
    return "#/" + joined.replace("~", "~0").replace("/", "~1").replace("\0", "/")


def list_index(token: str) -> int:
    """The list index a pointer token stands for, or -1 when it stands for none."""
    return int(token) if token.isdecimal() else -1


class LineTable:
    """Where the entries of each container stood, by the container's identity."""

    def __init__(self) -> None:
        # Each container is kept beside its lines so that its id is never reused.
        self._mappings: Dict[int, Tuple[Dict[str, object], Dict[str, Where]]] = {}
        self._lists: Dict[int, Tuple[List[object], List[Where]]] = {}

    def add_mapping(self, container: Dict[str, object], lines: Dict[str, Where]) -> None:
        self._mappings[id(container)] = (container, lines)

    def add_list(self, container: List[object], lines: List[Where]) -> None:
        self._lists[id(container)] = (container, lines)

    def mapping(self, container: Dict[str, object]) -> Dict[str, Where]:
        return self._mappings[id(container)][1]

    def list(self, container: List[object]) -> List[Where]:
        return self._lists[id(container)][1]

    def include(self, other: LineTable) -> None:
        self._mappings.update(other._mappings)
        self._lists.update(other._lists)

    def copy_of(self, value: object) -> object:
        """A deep copy of `value` whose parts stand where the originals stood."""
        if isinstance(value, dict):
            mapping = {key: self.copy_of(item) for key, item in value.items()}
            self.add_mapping(mapping, dict(self.mapping(value)))
            return mapping
        if isinstance(value, list):
            items = [self.copy_of(item) for item in value]
            self.add_list(items, list(self.list(value)))
            return items
        return value


class Document:
    """One description file: its data, the line of each entry, and the overlays applied to it."""

    def __init__(self, path: Path, data: Dict[str, object], lines: LineTable, start: int) -> None:
        self.path = path
        self.file = str(path)
        self.data = data
        self.lines = lines
        self._start: Where = (self.file, start)
        self._overlays: Dict[Tokens, str] = {}

    def place(self, tokens: Sequence[str]) -> Place:
        """Where the value at `tokens` stands; the nearest known ancestor when it does not exist."""
        value: object = self.data
        file, line = self._start
        for token in tokens:
            if isinstance(value, dict) and token in value:
                file, line = self.lines.mapping(value)[token]
                value = value[token]
            elif isinstance(value, list) and -1 < list_index(token) < len(value):
                index = list_index(token)
                file, line = self.lines.list(value)[index]
                value = value[index]
            else:
                break
        return Place(file, line, pointer_text(tokens))

    def find(self, tokens: Sequence[str]) -> Tuple[bool, object]:
        """Whether there is a value at `tokens`, and the value."""
        value: object = self.data
        for token in tokens:
            if isinstance(value, dict) and token in value:
                value = value[token]
            elif isinstance(value, list) and -1 < list_index(token) < len(value):
                value = value[list_index(token)]
            else:
                return False, None
        return True, value

    def mark_overlay(self, tokens: Sequence[str], overlay: str) -> None:
        """Remember that `overlay` changed the value at `tokens`."""
        self._overlays[tuple(tokens)] = overlay

    def forget_overlays(self, tokens: Sequence[str]) -> None:
        """Drop what is remembered below `tokens`, because indices there have moved."""
        outer = tuple(tokens)
        for known in [at for at in self._overlays if at[: len(outer)] == outer]:
            del self._overlays[known]

    def overlay_of(self, tokens: Sequence[str]) -> Optional[str]:
        """The overlay action that last wrote the value at `tokens` or a value around it.

        The answer reads `openapi/overlays/names.yml:7: the action's description`;
        None when the value is as the description file has it.
        """
        wanted = tuple(tokens)
        for length in range(len(wanted), -1, -1):
            overlay = self._overlays.get(wanted[:length])
            if overlay is not None:
                return overlay
        return None

    def overlays_within(self, tokens: Sequence[str]) -> Tuple[str, ...]:
        """Every overlay action that changed something at or below `tokens`."""
        wanted = tuple(tokens)
        found = {o for at, o in self._overlays.items() if at[: len(wanted)] == wanted}
        return tuple(sorted(found))
