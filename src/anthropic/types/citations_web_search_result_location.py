# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from .._models import BaseModel

__all__ = [
    "CitationsWebSearchResultLocation",
]


class CitationsWebSearchResultLocation(BaseModel):
    """Citation from a web search, as it comes back in a reply. Show it with a link when you display
    the text.
    """

    cited_text: str
    """Quoted passage from the page, shortened to about 150 characters. It does not count as output
    tokens.
    """

    encrypted_index: str
    """Opaque reference to the passage. Keep it to send the conversation back."""

    title: Optional[str] = None
    """Title of the cited page. Null when unknown."""

    type: Literal["web_search_result_location"]
    """Identifies a citation from a web search; always `web_search_result_location`."""

    url: str
    """Address of the cited page."""
