# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Annotated, TypedDict

from .._types import FileTypes, SequenceNotStr
from .._utils import PropertyInfo

__all__ = [
    "PhotoAddParams",
]


class PhotoAddParams(TypedDict, total=False):
    """Parameters of `photos.add`."""

    files: SequenceNotStr[FileTypes]
    """The photos."""

    zoo_features: Annotated[SequenceNotStr[str], PropertyInfo(alias="zoo-features")]
