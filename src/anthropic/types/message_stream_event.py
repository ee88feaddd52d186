# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import TypeAlias

from .raw_message_stream_event import RawMessageStreamEvent

__all__ = [
    "MessageStreamEvent",
]


MessageStreamEvent: TypeAlias = RawMessageStreamEvent
