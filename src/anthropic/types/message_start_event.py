# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import TypeAlias

from .raw_message_start_event import RawMessageStartEvent

__all__ = [
    "MessageStartEvent",
]


MessageStartEvent: TypeAlias = RawMessageStartEvent
