# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import TypeAlias

from .raw_content_block_start_event import RawContentBlockStartEvent

__all__ = [
    "ContentBlockStartEvent",
]


ContentBlockStartEvent: TypeAlias = RawContentBlockStartEvent
