# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaCitationCharLocationParam",
]


class BetaCitationCharLocationParam(TypedDict, total=False):
    """Citation from a plain text document, located by characters."""

    cited_text: Required[str]
    """Quoted passage. It does not count as output tokens."""

    document_index: Required[int]
    """Position of the document among all documents of the request, from 0."""

    document_title: Required[Optional[str]]
    """Title of the document as given in the request. Null when it has none."""

    end_char_index: Required[int]
    """Position right after the last quoted character, so the end is exclusive."""

    start_char_index: Required[int]
    """Position of the first quoted character, from 0."""

    type: Required[Literal["char_location"]]
    """Identifies a citation by characters; always `char_location`."""
