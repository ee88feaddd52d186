"""How far a streamed message has come: what its errors tell, and whether its end is one.

The types of events are not known at this level: fields are read by name, and the message so far is
put together by whoever knows how, out of the events kept here, and only when an error needs it.
"""

from __future__ import annotations

from typing import Any, Callable, List, Mapping, Optional, cast

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

    __slots__ = ("delivered", "events", "is_message", "open_block", "snapshots", "stopped")

    def __init__(self) -> None:
        # Whether anything reached the caller: from then on nothing may be sent again.
        self.delivered = False
        # Whether a message has begun, and whether it has said why, or that, it stops.
        self.is_message = False
        self.stopped = False
        self.open_block: Optional[OpenBlock] = None
        # The data of the events, as text or decoded; None when someone else has the message.
        self.events: Optional[List[Any]] = []
        self.snapshots: Optional[Snapshots] = None

    def note(self, kind: Optional[str], value: Any, data: Any) -> None:
        """Take in an event: its type, what the caller gets for it, and its data."""
        if self.events is not None:
            self.events.append(data)
        if kind == "content_block_delta":
            return
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

    def supply_snapshots(self, snapshots: Snapshots) -> None:
        """Have someone else keep the message so far, who does so anyway."""
        self.snapshots = snapshots
        self.events = None

    def forget(self) -> None:
        """Begin anew, for another answer to the same request."""
        self.is_message = self.stopped = False
        self.open_block = None
        if self.events is not None:
            self.events = []


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
