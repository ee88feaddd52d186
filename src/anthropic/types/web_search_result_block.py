# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "WebSearchResultBlock",
]


class WebSearchResultBlock(BaseModel):
    """One page found by a web search."""

    encrypted_content: str
    """Page content for the model, readable by the API only. Send it back unchanged so that later
    turns can cite the page.
    """

    page_age: Optional[str] = None
    """When the page was last updated, as the search engine words it. Null when unknown."""

    title: str
    """Title of the page."""

    type: Literal["web_search_result"]
    """Identifies a web search hit; always `web_search_result`."""

    url: str
    """Address of the page."""
