# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaURLPDFSourceParam",
]


class BetaURLPDFSourceParam(TypedDict, total=False):
    """PDF the API fetches when it handles the request."""

    type: Required[Literal["url"]]
    """Identifies a PDF reached by URL; always `url`."""

    url: Required[str]
    """Public address of the PDF."""
