# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .._types import SequenceNotStr
from .cache_control_ephemeral_param import CacheControlEphemeralParam

__all__ = [
    "UserLocation",
    "WebSearchTool20250305Param",
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


class WebSearchTool20250305Param(TypedDict, total=False):
    """Web search, version of 5 March 2025. The API runs the searches and adds the hits to the
    reply; each search is billed.
    """

    name: Required[Literal["web_search"]]
    """Name the model calls the tool by; always `web_search`."""

    type: Required[Literal["web_search_20250305"]]
    """Identifies this version of web search; always `web_search_20250305`."""

    allowed_domains: Optional[SequenceNotStr[str]]
    """Only return hits from these domains, written without scheme. Null or absent allows all;
    cannot be combined with `blocked_domains`.
    """

    blocked_domains: Optional[SequenceNotStr[str]]
    """Never return hits from these domains, written without scheme. Null or absent blocks none;
    cannot be combined with `allowed_domains`.
    """

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this definition. Null or absent sets none."""

    max_uses: Optional[int]
    """Most searches allowed in this request, at least 1; further ones fail with
    `max_uses_exceeded`. Null or absent sets no limit.
    """

    strict: bool
    """True guarantees that arguments follow the tool's schema. Absent means false."""

    user_location: Optional[UserLocation]
    """Rough location of the user, to favour local hits. Null or absent gives none."""
