"""Events that do not fit the message so far: what is wrong, and the error that says so."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple, cast

import httpx

from ..._disclosure import shown_request
from ..._exceptions import APIResponseValidationError
from ..._models import BaseModel
from ..._stream_state import field
from ..._travel import error_parts

# What code that looks into an event of another form runs into.
STUMBLES = (AttributeError, IndexError, KeyError, TypeError)


class UnexpectedEvent(RuntimeError):
    """An event does not fit the message so far."""

    def __init__(self, message: str, event: Any) -> None:
        super().__init__(message)
        self.event = event


class UnexpectedEventError(APIResponseValidationError, RuntimeError):
    """A stream brought an event that does not fit the message so far; ``body`` has the event.

    ``snapshot`` is the message before it.  Events in the wrong order have always been a
    ``RuntimeError``, too.
    """

    def __reduce__(self) -> Tuple[Any, ...]:
        return error_parts(self)


def unexpected_event_error(
    unexpected: UnexpectedEvent, response: httpx.Response
) -> UnexpectedEventError:
    """What to raise for an event of an answer."""
    asked = shown_request(response.request)
    message = f"{unexpected} (in the answer to {asked}; the error's `body` has the event)"
    event = unexpected.event
    body = event.to_dict() if isinstance(event, BaseModel) else event
    return UnexpectedEventError(response, body, message=message)


def unexpected_event(event: Any, snapshot: Any) -> Optional[UnexpectedEvent]:
    """What to raise for an event that does not fit the message so far; None if it is not that."""
    if not isinstance(event, BaseModel):
        return None
    kind, index = field(event, "type"), field(event, "index")
    if snapshot is None and kind != "message_start":
        return UnexpectedEvent(
            f'Unexpected event order: got "{kind}" before "message_start"', event
        )
    fault = _fault_of(event, snapshot)
    if fault is None:
        return None
    which = "" if index is None else f" of content block {index!r}"
    return UnexpectedEvent(f"Unexpected `{kind}` event{which}: {fault}", event)


def _fault_of(event: Any, snapshot: Any) -> Optional[str]:
    """What is wrong with an event; None if nothing is that this module knows of."""
    kind = field(event, "type")
    for name in _OBJECTS.get(kind, ()):
        value = field(event, name)
        if not isinstance(value, BaseModel):
            return f"its `{name}` should be an object, but is {_shown(value)}"
    usage = field(event, "usage") if kind == "message_delta" else None
    if not isinstance(usage, (BaseModel, type(None))):
        return f"its `usage` should be an object, but is {_shown(usage)}"
    if kind not in _OF_BLOCKS:
        return None
    content = field(snapshot, "content")
    if not isinstance(content, list):
        return f"the message has no list of content blocks, but {_shown(content)}"
    if kind == "content_block_start":
        return None
    return _fault_in_block(event, snapshot.content)


def _fault_in_block(event: Any, content: List[Any]) -> Optional[str]:
    index = field(event, "index")
    if not isinstance(index, int):
        return f"its `index` should be a number, but is {_shown(index)}"
    if not -len(content) <= index < len(content):
        begun = f"only {len(content)} of the message have begun" if content else "none has begun"
        return f"there is no content block with this index, {begun}"
    delta, block = field(event, "delta"), content[index]
    name = _TEXTS.get(field(delta, "type"))
    if name is None:
        return None
    piece, so_far = field(delta, name), field(block, name)
    if not isinstance(piece, (str, type(None))):
        return f"the `{name}` of its delta should be a text, but is {_shown(piece)}"
    if not isinstance(so_far, (str, type(None))):
        return f"the `{name}` of the block should be a text, but is {_shown(so_far)}"
    return None


def _shown(value: Any) -> str:
    return "missing or null" if value is None else f"of type {type(value).__name__}"


_OF_BLOCKS = frozenset({"content_block_start", "content_block_delta", "content_block_stop"})

# by the type of an event, what of it are objects
_OBJECTS: Dict[Any, Tuple[str, ...]] = cast(
    "Dict[Any, Tuple[str, ...]]",
    {
        "message_start": ("message",),
        "message_delta": ("delta",),
        "content_block_start": ("content_block",),
        "content_block_delta": ("delta",),
    },
)

# by the type of a delta, the field that brings a piece of a text
_TEXTS: Dict[Any, str] = {
    "text_delta": "text",
    "thinking_delta": "thinking",
    "input_json_delta": "partial_json",
}
