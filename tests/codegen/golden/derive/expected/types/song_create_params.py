# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Required, TypedDict

__all__ = [
    "SongCreateParams",
]


class SongCreateParams(TypedDict, total=False):
    """Parameters of `songs.create`."""

    bird: Required[str]
    """Who sings."""

    loud: bool
    """Whether everybody shall hear it."""

    title: str
    """What is sung."""
