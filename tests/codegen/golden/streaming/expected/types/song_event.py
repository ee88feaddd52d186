# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Annotated, TypeAlias

from .._utils import PropertyInfo
from .end_event import EndEvent
from .note_event import NoteEvent

__all__ = [
    "SongEvent",
]


SongEvent: TypeAlias = Annotated[Union[NoteEvent, EndEvent], PropertyInfo(discriminator="type")]
