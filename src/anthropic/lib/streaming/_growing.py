"""Texts that arrive in pieces, and events that show one as it was when they were made.

To hold all text so far in every event would cost the square of its length: the text could not
grow where it is, but would be copied for each piece. So an event notes how far the text had come,
and puts its snapshot together when somebody asks for it.
"""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Optional

import pydantic
from typing_extensions import Protocol

# The key under which an event holds how to make its snapshot, until somebody asks for that.
PENDING = "__pending_snapshot"
# So many pieces are joined at once: few enough to keep a late look at an early event cheap.
_MOST_PIECES = 1_000

_instance_dict: Any = vars(pydantic.BaseModel)["__dict__"]


def lengthen(attributes: Dict[str, Any], name: str, piece: Optional[str]) -> str:
    """Lengthens the text that an instance holds by that name, and returns it; None adds nothing."""
    text: str = attributes[name] or ""
    # A text that nobody else holds grows where it is, instead of being copied.
    attributes[name] = None
    try:
        text += piece or ""
    finally:
        attributes[name] = text
    return text


class _Joined(NamedTuple):
    """What somebody found the first pieces of a list to be together."""

    pieces: List[str]
    number: int
    text: str


class GrowingText:
    """A text of a block while pieces are added to it."""

    def __init__(self, attributes: Dict[str, Any], name: str) -> None:
        self.attributes = attributes
        self.name = name
        self.joined: Optional[_Joined] = None
        self._text: Optional[str] = attributes[name]
        # Never shortened or changed, because events hold on to them.
        self._pieces: List[str] = [attributes[name] or ""]

    def add(self, piece: str) -> PendingSnapshot:
        """Lengthens the block's text, and returns what tells of it up to here."""
        attributes, name = self.attributes, self.name
        text: Optional[str] = attributes[name]
        if text is not self._text:
            # Somebody has put another text there.
            self._pieces, self.joined = [text or ""], None
        elif self.joined is not None or len(self._pieces) >= _MOST_PIECES:
            self._join_pieces()
        # Out of the way, so that the block alone holds the text.
        del text
        self._text = None
        self._text = lengthen(attributes, name, piece)
        self._pieces.append(piece)
        return PendingSnapshot(self, self._pieces, len(self._pieces))

    def _join_pieces(self) -> None:
        joined, self.joined = self.joined, None
        pieces = self._pieces
        if joined is not None and joined.pieces is pieces:
            self._pieces = [joined.text, *pieces[joined.number :]]
        elif len(pieces) >= _MOST_PIECES:
            self._pieces = ["".join(pieces)]


class PendingSnapshot(NamedTuple):
    """The first pieces of a text."""

    source: GrowingText
    pieces: List[str]
    number: int

    def snapshot(self) -> str:
        """The pieces as one text."""
        text = "".join(self.pieces[: self.number])
        self.source.joined = _Joined(self.pieces, self.number, text)
        return text

    def attributes(self, kind: str, piece: str) -> Dict[str, Any]:
        """What an event of that kind is to hold."""
        return {"type": kind, kind: piece, PENDING: self}


class Pending(Protocol):
    """What makes the snapshot of an event."""

    def snapshot(self) -> Any: ...


# -- what the class of an event needs for that
#
# Whatever looks at all that an instance holds (dumps, comparison, `repr`, copies, pickle) asks for
# its `__dict__`, and finds the snapshot there, after the other fields, as if it had always been.


def _get_dict(event: Any) -> Dict[str, Any]:
    attributes: Dict[str, Any] = _instance_dict.__get__(event)
    pending: Optional[Pending] = attributes.get(PENDING)
    if pending is not None:
        attributes["snapshot"] = pending.snapshot()
        attributes.pop(PENDING, None)
    return attributes


def _set_dict(event: Any, attributes: Dict[str, Any]) -> None:
    _instance_dict.__set__(event, attributes)


def _get_attribute(event: Any, name: str) -> Any:
    """Called only for what an instance does not hold by that name."""
    if name == "snapshot":
        attributes = _get_dict(event)
        if name in attributes:
            return attributes[name]
    inherited = getattr(pydantic.BaseModel, "__getattr__", None)
    if inherited is None:  # pydantic 1
        raise AttributeError(f"{type(event).__name__!r} object has no attribute {name!r}")
    return inherited(event, name)


def _delete_attribute(event: Any, name: str) -> None:
    _get_dict(event)
    pydantic.BaseModel.__delattr__(event, name)


# the `__dict__`, `__getattr__` and `__delattr__` of a class, whose base tells nothing of it
SNAPSHOT_ON_DEMAND = (property(_get_dict, _set_dict), _get_attribute, _delete_attribute)
