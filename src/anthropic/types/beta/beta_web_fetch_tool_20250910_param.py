# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Literal, Required, TypedDict

from ..._types import SequenceNotStr
from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam
from .beta_citations_config_param import BetaCitationsConfigParam

__all__ = [
    "BetaWebFetchTool20250910Param",
]


class BetaWebFetchTool20250910Param(TypedDict, total=False):
    """Retrieves the full content of a web page or PDF on the service's side."""

    name: Required[Literal["web_fetch"]]
    """Name the model calls; always `web_fetch`."""

    type: Required[Literal["web_fetch_20250910"]]
    """Identifies the web fetch tool; always `web_fetch_20250910`."""

    allowed_callers: List[Literal["direct", "code_execution_20250825"]]
    """Who may invoke this tool: `direct` is the model itself, `code_execution_20250825` is code the
    model runs in the sandbox. Absent allows direct calls only.
    """

    allowed_domains: Optional[SequenceNotStr[str]]
    """Only these domains may be fetched. Do not combine with `blocked_domains`. Null or absent sets
    no such limit.
    """

    blocked_domains: Optional[SequenceNotStr[str]]
    """Domains that are never fetched. Do not combine with `allowed_domains`. Null or absent blocks
    none.
    """

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this tool definition, so that everything up to
    it can be reused by later requests. Null or absent places none.
    """

    citations: Optional[BetaCitationsConfigParam]
    """Whether the model may cite passages of fetched documents. Null or absent leaves citations
    off.
    """

    defer_loading: bool
    """When true, the definition stays out of the initial prompt and is loaded only once a tool
    search returns a reference to it; saves input tokens with large tool sets. Absent means
    false.
    """

    max_content_tokens: Optional[int]
    """Approximate cap, in tokens, on the page text that enters the context per fetch; longer text
    is cut. Null or absent sets none.
    """

    max_uses: Optional[int]
    """Most fetches allowed in one request; further ones fail with `max_uses_exceeded`. Null or
    absent sets no limit.
    """

    strict: bool
    """When true, the model's arguments for this tool are guaranteed to match its input schema.
    Absent means false.
    """
