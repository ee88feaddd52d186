"""How far a streamed message has come: what its errors tell, and whether its end is one.

The types of events are not known at this level: fields are read by name, and the message so far is
put together by whoever knows how, out of the events kept here, and only when an error needs it.
"""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Mapping, Optional, cast

from ._exceptions import OpenBlock

MESSAGE_EVENTS = frozenset(
    {
        "message_start",
        "message_delta",
        "message_stop",
        "content_block_start",
        "content_block_delta",
        "content_block_stop",
    }
)

# Gives the message so far; without the block of that index if it is a tool call.
Snapshots = Callable[[Optional[int]], Any]


class StreamState:
    """What the events of one stream have said so far."""

    __slots__ = (
        "_run",
        "delivered",
        "events",
        "is_message",
        "keeps_deltas",
        "open_block",
        "snapshots",
        "stopped",
    )

    def __init__(self) -> None:
        # Whether anything reached the caller: from then on nothing may be sent again.
        self.delivered = False
        # Whether a message has begun, and whether it has said why, or that, it stops.
        self.is_message = False
        self.stopped = False
        self.open_block: Optional[OpenBlock] = None
        # The data of the events, as text or decoded; None when someone else has the message.
        self.events: Optional[List[Any]] = []
        self.keeps_deltas = True
        self._run: Optional[_Run] = None
        self.snapshots: Optional[Snapshots] = None

    @property
    def cuts_a_call(self) -> bool:
        """Whether a tool call has begun and not ended: its input is not what the model wrote."""
        block = self.open_block
        return block is not None and str(block.type).endswith("tool_use")

    @property
    def is_whole(self) -> bool:
        """Whether the message has come to its end, with nothing lost on the way."""
        return self.stopped and not self.cuts_a_call

    def note(self, kind: Optional[str], value: Any, data: Any) -> None:
        """Take in an event: its type, what the caller gets for it, and its data."""
        if kind == "content_block_delta":
            self.keep_delta(value, data)
            return
        if self.events is not None:
            self._run = None
            self.events.append(data)
        if kind == "message_start":
            self.is_message = True
        elif kind == "message_stop":
            self.stopped = True
        elif kind == "message_delta":
            if field(field(value, "delta"), "stop_reason") is not None:
                self.stopped = True
        elif kind == "content_block_start":
            self.open_block = _open_block(value)
        elif kind == "content_block_stop":
            self.open_block = None

    def keep_delta(self, value: Any, data: Any) -> None:
        """Take in a delta; of pieces of the same text, only the text is kept."""
        if self.events is None:
            return
        try:
            delta = value.delta
            run = self._run
            if run is None or delta.type != run.kind or value.index != run.index:
                run = self._begin_run(value.index, delta.type)
            piece = getattr(delta, run.field)
            if type(piece) is not str:
                raise TypeError("a piece of a text is a text")
            run.pieces.append(piece)
            if len(run.pieces) > _PIECES_LIMIT:
                run.join()
        except (AttributeError, KeyError, TypeError):
            # Not a piece of a text, or not one that makes sense.
            self._run = None
            self.events.append(data)

    def _begin_run(self, index: Any, kind: str) -> _Run:
        assert self.events is not None, "somebody else has the message"
        run = self._run = _Run(index, kind)
        self.events.append(run)
        return run

    def kept_events(self) -> Optional[List[Any]]:
        """The data of the events so far, as text or decoded; pieces of a text come as one."""
        if self.events is None:
            return None
        return [data.event() if isinstance(data, _Run) else data for data in self.events]

    def supply_snapshots(self, snapshots: Optional[Snapshots]) -> None:
        """Have someone else keep the message so far, who does so anyway; None for nobody."""
        self.snapshots = snapshots
        self.events = None
        self.keeps_deltas = False


class _Run:
    """The pieces of one text of one block, as they came one after the other."""

    __slots__ = ("_joined", "field", "index", "kind", "pieces")

    def __init__(self, index: Any, kind: str) -> None:
        self.index = index
        self.kind = kind
        self.field = _PIECES[kind]
        self.pieces: List[str] = []
        self._joined: List[str] = []

    def join(self) -> None:
        """Make one text of the pieces: as such they take a fraction of the memory."""
        self._joined.append("".join(self.pieces))
        self.pieces.clear()

    def event(self) -> Dict[str, Any]:
        """One event that has the text of all."""
        delta = {"type": self.kind, self.field: "".join(self._joined + self.pieces)}
        return {"type": "content_block_delta", "index": self.index, "delta": delta}


# The types of deltas that bring a piece of a text, and the field that it is in.
_PIECES = {"text_delta": "text", "thinking_delta": "thinking", "input_json_delta": "partial_json"}
_PIECES_LIMIT = 1000


def field(value: Any, name: str) -> Any:
    """A field of a model, or of the plain data that stands for one; None if there is none."""
    if isinstance(value, dict):
        return cast("Mapping[str, Any]", value).get(name)
    return getattr(value, name, None)


def _open_block(event: Any) -> OpenBlock:
    block = field(event, "content_block")
    return OpenBlock(
        index=field(event, "index"),
        type=field(block, "type"),
        id=field(block, "id"),
        name=field(block, "name"),
    )
