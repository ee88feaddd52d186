# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Optional

from typing_extensions import Literal, Required, TypedDict

from .cache_control_ephemeral_param import CacheControlEphemeralParam
from .citations_config_param import CitationsConfigParam
from .text_block_param import TextBlockParam

__all__ = [
    "SearchResultBlockParam",
]


class SearchResultBlockParam(TypedDict, total=False):
    """Search hit from your own retrieval, which the model can cite like a web result. Goes into a
    user message or a tool result.
    """

    content: Required[Iterable[TextBlockParam]]
    """Text blocks of the hit; citations refer to them by position."""

    source: Required[str]
    """Where the hit comes from, such as a URL or an internal reference; repeated in citations."""

    title: Required[str]
    """Title of the hit; repeated in citations."""

    type: Required[Literal["search_result"]]
    """Identifies a search result; always `search_result`."""

    cache_control: Optional[CacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""

    citations: CitationsConfigParam
    """Whether the model may cite this hit. Absent means no; all hits of a request have to agree."""
