# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import Literal, Required, TypeAlias, TypedDict

__all__ = [
    "SongCreateParamsBase",
    "SongCreateParamsNonStreaming",
    "SongCreateParamsStreaming",
]


class SongCreateParamsBase(TypedDict, total=False):
    """Parameters of `songs.create`."""

    bird: Required[str]
    """Who sings."""

    loud: bool
    """Whether everybody shall hear it."""


class SongCreateParamsNonStreaming(SongCreateParamsBase, total=False):
    stream: Literal[False]
    """Whether to hear every note as it is sung."""


class SongCreateParamsStreaming(SongCreateParamsBase):
    stream: Required[Literal[True]]
    """Whether to hear every note as it is sung."""


SongCreateParams: TypeAlias = Union[SongCreateParamsNonStreaming, SongCreateParamsStreaming]
