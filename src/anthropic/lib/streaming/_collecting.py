"""Messages that are streamed behind the scenes, for callers who want them as a whole."""

from __future__ import annotations

from typing import Any, Optional

from ..._compat import PYDANTIC_V1
from ..._types import not_given
from ._accumulator import Accumulator, Dialect


class MessageCollector:
    """Puts one message together; what the runtime asks of a collector."""

    def __init__(self, dialect: Dialect) -> None:
        self.event_type = dialect.raw_event
        self._accumulator = Accumulator(dialect, not_given)
        self._has_begun = False

    def feed(self, raw_event: Any) -> None:
        """Takes the next event of the stream."""
        self._accumulator.feed(raw_event)
        self._has_begun = True

    def follow(self, stream: Any) -> None:
        """Has errors of the stream tell of the message so far."""
        self._accumulator.follow(stream)

    def answer(self) -> Optional[str]:
        """The message as JSON; None if nothing has arrived."""
        if not self._has_begun:
            return None
        # Blocks that its unions do not know are nothing to warn about; pydantic 1 never does.
        text: str = self._accumulator.snapshot.to_json(indent=None, warnings=PYDANTIC_V1)
        return text


def message_collector() -> MessageCollector:
    """Collects a message of the GA API."""
    from ._messages import DIALECT

    return MessageCollector(DIALECT)


def beta_message_collector() -> MessageCollector:
    """Collects a message of the beta API."""
    from ._beta_messages import DIALECT

    return MessageCollector(DIALECT)
