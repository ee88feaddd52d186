# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Literal, Required, TypedDict

from ..._types import SequenceNotStr
from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaWebSearchTool20250305Param",
    "UserLocation",
]


class UserLocation(TypedDict, total=False):
    """Rough location of the user, to favour local hits. Null or absent gives none."""

    type: Required[Literal["approximate"]]
    """Identifies a rough location; always `approximate`."""

    city: Optional[str]
    """Name of the city. Null or absent when unknown."""

    country: Optional[str]
    """Two-letter ISO 3166-1 country code, such as `DE`. Null or absent when unknown."""

    region: Optional[str]
    """State, province or other part of the country. Null or absent when unknown."""

    timezone: Optional[str]
    """IANA time zone, such as `Europe/Berlin`. Null or absent when unknown."""


class BetaWebSearchTool20250305Param(TypedDict, total=False):
    """Web search that the service runs."""

    name: Required[Literal["web_search"]]
    """Name the model calls the tool by; always `web_search`."""

    type: Required[Literal["web_search_20250305"]]
    """Identifies this version of web search; always `web_search_20250305`."""

    allowed_callers: List[Literal["direct", "code_execution_20250825"]]
    """Who may invoke this tool: `direct` is the model itself, `code_execution_20250825` is code the
    model runs in the sandbox. Absent allows direct calls only.
    """

    allowed_domains: Optional[SequenceNotStr[str]]
    """Only return hits from these domains, written without scheme. Null or absent allows all;
    cannot be combined with `blocked_domains`.
    """

    blocked_domains: Optional[SequenceNotStr[str]]
    """Never return hits from these domains, written without scheme. Null or absent blocks none;
    cannot be combined with `allowed_domains`.
    """

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Sets a cache breakpoint at this definition. Null or absent sets none."""

    defer_loading: bool
    """When true, the definition stays out of the initial prompt and is loaded only once a tool
    search returns a reference to it; saves input tokens with large tool sets. Absent means
    false.
    """

    max_uses: Optional[int]
    """Most searches allowed in this request, at least 1; further ones fail with
    `max_uses_exceeded`. Null or absent sets no limit.
    """

    strict: bool
    """True guarantees that arguments follow the tool's schema. Absent means false."""

    user_location: Optional[UserLocation]
    """Rough location of the user, to favour local hits. Null or absent gives none."""
