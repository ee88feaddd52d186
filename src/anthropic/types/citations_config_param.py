# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import TypedDict

__all__ = [
    "CitationsConfigParam",
]


class CitationsConfigParam(TypedDict, total=False):
    """Switches citations on or off for one document or search result."""

    enabled: bool
    """True lets the model cite this source. Absent means false."""
