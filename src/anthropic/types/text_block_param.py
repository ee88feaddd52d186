# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Optional

from typing_extensions import Literal, Required, TypedDict

from .cache_control_ephemeral_param import CacheControlEphemeralParam
from .text_citation_param import TextCitationParam

__all__ = [
    "TextBlockParam",
]


class TextBlockParam(TypedDict, total=False):
    """Plain text within a message."""

    text: Required[str]
    """The text itself. Must not be empty in a request."""

    type: Required[Literal["text"]]
    """Identifies a text block; always `text`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""

    citations: Optional[Iterable[TextCitationParam]]
    """Sources that support this text, in order. Null or absent when there are none; the kind of
    source decides the kind of location.
    """
