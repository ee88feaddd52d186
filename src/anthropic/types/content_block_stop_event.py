# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import TypeAlias

from .raw_content_block_stop_event import RawContentBlockStopEvent

__all__ = [
    "ContentBlockStopEvent",
]


ContentBlockStopEvent: TypeAlias = RawContentBlockStopEvent
