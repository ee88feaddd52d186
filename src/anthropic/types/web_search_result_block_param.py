# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "WebSearchResultBlockParam",
]


class WebSearchResultBlockParam(TypedDict, total=False):
    """One page found by a web search."""

    encrypted_content: Required[str]
    """Page content for the model, readable by the API only. Send it back unchanged so that later
    turns can cite the page.
    """

    title: Required[str]
    """Title of the page."""

    type: Required[Literal["web_search_result"]]
    """Identifies a web search hit; always `web_search_result`."""

    url: Required[str]
    """Address of the page."""

    page_age: Optional[str]
    """When the page was last updated, as the search engine words it. Null when unknown."""
