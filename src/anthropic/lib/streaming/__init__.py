"""Helpers that accumulate a streamed reply and emit events about it.

Every name is loaded from its own module when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List

if TYPE_CHECKING:
    from ._beta_messages import (
        BetaAsyncMessageStream as BetaAsyncMessageStream,
    )
    from ._beta_messages import (
        BetaAsyncMessageStreamManager as BetaAsyncMessageStreamManager,
    )
    from ._beta_messages import (
        BetaMessageStream as BetaMessageStream,
    )
    from ._beta_messages import (
        BetaMessageStreamManager as BetaMessageStreamManager,
    )
    from ._beta_types import (
        BetaInputJsonEvent as BetaInputJsonEvent,
    )
    from ._beta_types import (
        ParsedBetaContentBlockStopEvent as ParsedBetaContentBlockStopEvent,
    )
    from ._beta_types import (
        ParsedBetaMessageStopEvent as ParsedBetaMessageStopEvent,
    )
    from ._beta_types import (
        ParsedBetaMessageStreamEvent as ParsedBetaMessageStreamEvent,
    )
    from ._beta_types import (
        ParsedBetaTextEvent as ParsedBetaTextEvent,
    )
    from ._messages import (
        AsyncMessageStream as AsyncMessageStream,
    )
    from ._messages import (
        AsyncMessageStreamManager as AsyncMessageStreamManager,
    )
    from ._messages import (
        MessageStream as MessageStream,
    )
    from ._messages import (
        MessageStreamManager as MessageStreamManager,
    )
    from ._types import (
        ContentBlockStopEvent as ContentBlockStopEvent,
    )
    from ._types import (
        InputJsonEvent as InputJsonEvent,
    )
    from ._types import (
        MessageStopEvent as MessageStopEvent,
    )
    from ._types import (
        MessageStreamEvent as MessageStreamEvent,
    )
    from ._types import (
        ParsedContentBlockStopEvent as ParsedContentBlockStopEvent,
    )
    from ._types import (
        ParsedMessageStopEvent as ParsedMessageStopEvent,
    )
    from ._types import (
        ParsedMessageStreamEvent as ParsedMessageStreamEvent,
    )
    from ._types import (
        TextEvent as TextEvent,
    )

    # the names of beta events before structured outputs existed
    BetaTextEvent = ParsedBetaTextEvent
    BetaMessageStopEvent = ParsedBetaMessageStopEvent[object]
    BetaMessageStreamEvent = ParsedBetaMessageStreamEvent
    BetaContentBlockStopEvent = ParsedBetaContentBlockStopEvent[object]

_MODULES = {
    "AsyncMessageStream": "_messages",
    "AsyncMessageStreamManager": "_messages",
    "BetaAsyncMessageStream": "_beta_messages",
    "BetaAsyncMessageStreamManager": "_beta_messages",
    "BetaInputJsonEvent": "_beta_types",
    "BetaMessageStream": "_beta_messages",
    "BetaMessageStreamManager": "_beta_messages",
    "ContentBlockStopEvent": "_types",
    "InputJsonEvent": "_types",
    "MessageStopEvent": "_types",
    "MessageStream": "_messages",
    "MessageStreamEvent": "_types",
    "MessageStreamManager": "_messages",
    "ParsedBetaContentBlockStopEvent": "_beta_types",
    "ParsedBetaMessageStopEvent": "_beta_types",
    "ParsedBetaMessageStreamEvent": "_beta_types",
    "ParsedBetaTextEvent": "_beta_types",
    "ParsedContentBlockStopEvent": "_types",
    "ParsedMessageStopEvent": "_types",
    "ParsedMessageStreamEvent": "_types",
    "TextEvent": "_types",
}

_ALIASES = {
    "BetaContentBlockStopEvent": "ParsedBetaContentBlockStopEvent",
    "BetaMessageStopEvent": "ParsedBetaMessageStopEvent",
    "BetaMessageStreamEvent": "ParsedBetaMessageStreamEvent",
    "BetaTextEvent": "ParsedBetaTextEvent",
}

_OF_ANY_OBJECT = frozenset({"BetaContentBlockStopEvent", "BetaMessageStopEvent"})


def __getattr__(name: str) -> Any:
    from importlib import import_module

    original = _ALIASES.get(name, name)
    if original not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES[original]}"), original)
    if name in _OF_ANY_OBJECT:
        value = value[object]
    globals()[name] = value
    return value


def __dir__() -> List[str]:
    return sorted({*globals(), *_MODULES, *_ALIASES})
