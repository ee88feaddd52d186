# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaCitationWebSearchResultLocationParam",
]


class BetaCitationWebSearchResultLocationParam(TypedDict, total=False):
    """Citation from a web search, in the form used when sending a conversation back."""

    cited_text: Required[str]
    """Quoted passage from the page."""

    encrypted_index: Required[str]
    """Opaque reference to the passage. Send it back unchanged, or the citation is lost in later
    turns.
    """

    title: Required[Optional[str]]
    """Title of the cited page. Null when unknown."""

    type: Required[Literal["web_search_result_location"]]
    """Identifies a citation from a web search; always `web_search_result_location`."""

    url: Required[str]
    """Address of the cited page."""
