"""The message that the events of a broken stream add up to."""

from __future__ import annotations

import copy
import json
from typing import Any, Iterable, Optional

from ..._models import construct_type
from ..._types import not_given
from ._accumulator import Dialect, accumulate, takes_tool_input


def partial_message(events: Iterable[Any], event_type: Any, open_index: Optional[int]) -> Any:
    """The message so far, out of the data of its events; None if it cannot be put together.

    Args:
        events: the data of each event from `message_start` on, as JSON (text or bytes) or decoded.
        event_type: what the stream reads events as; it tells beta messages from others.
        open_index: the content block that was still arriving.
    """
    dialect = _dialect_of(event_type)
    if dialect is None:
        return None
    snapshot: Any = None
    try:
        for data in events:
            value = json.loads(data) if isinstance(data, (str, bytes)) else data
            event = construct_type(value=value, type_=dialect.raw_event)
            snapshot = accumulate(dialect, event, snapshot, output_format=not_given)
    except (AttributeError, IndexError, RuntimeError, TypeError, ValueError):
        # Events that make no sense: what came before them is still worth having.
        return without_open_call(dialect, snapshot, open_index)
    return without_open_call(dialect, snapshot, open_index)


def without_open_call(dialect: Dialect, snapshot: Any, open_index: Optional[int]) -> Any:
    """The message so far, without a tool call whose input has not arrived as a whole."""
    if snapshot is None or open_index is None:
        return snapshot
    # The index is what the API sent, whatever that was.
    if open_index not in range(len(snapshot.content or ())):
        return snapshot
    if not takes_tool_input(dialect, snapshot.content[open_index]):
        return snapshot
    rest = copy.copy(snapshot)
    rest.content = [*snapshot.content[:open_index], *snapshot.content[open_index + 1 :]]
    return rest


def _dialect_of(event_type: Any) -> Optional[Dialect]:
    from ...types.beta.beta_raw_message_stream_event import BetaRawMessageStreamEvent
    from ...types.raw_message_stream_event import RawMessageStreamEvent

    if event_type == RawMessageStreamEvent:
        from ._messages import DIALECT

        return DIALECT
    if event_type == BetaRawMessageStreamEvent:
        from ._beta_messages import DIALECT as BETA_DIALECT

        return BETA_DIALECT
    return None
