# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_text_citation_param import BetaTextCitationParam

__all__ = [
    "BetaTextBlockParam",
]


class BetaTextBlockParam(TypedDict, total=False):
    """Plain text within a message."""

    text: Required[str]
    """The text itself. Must not be empty in a request."""

    type: Required[Literal["text"]]
    """Identifies a text block; always `text`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""

    citations: Optional[Iterable[BetaTextCitationParam]]
    """Sources that support this text, in order. Null or absent when there are none; the kind of
    source decides the kind of location.
    """
