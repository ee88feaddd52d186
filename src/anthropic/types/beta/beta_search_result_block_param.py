# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_citations_config_param import BetaCitationsConfigParam
from .beta_text_block_param import BetaTextBlockParam

__all__ = [
    "BetaSearchResultBlockParam",
]


class BetaSearchResultBlockParam(TypedDict, total=False):
    """Search hit from your own retrieval, which the model can cite like a web result. Goes into a
    user message or a tool result.
    """

    content: Required[Iterable[BetaTextBlockParam]]
    """Text blocks of the hit; citations refer to them by position."""

    source: Required[str]
    """Where the hit comes from, such as a URL or an internal reference; repeated in citations."""

    title: Required[str]
    """Title of the hit; repeated in citations."""

    type: Required[Literal["search_result"]]
    """Identifies a search result; always `search_result`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Sets a cache breakpoint at this block. Null or absent sets none."""

    citations: BetaCitationsConfigParam
    """Whether the model may cite this hit. Absent means no; all hits of a request have to agree."""
