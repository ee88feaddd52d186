# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Annotated, Required, TypedDict

from .._types import FileTypes, SequenceNotStr
from .._utils import PropertyInfo

__all__ = [
    "PhotoUploadParams",
]


class PhotoUploadParams(TypedDict, total=False):
    """Parameters of `photos.upload`."""

    file: Required[FileTypes]
    """The photo."""

    title: str
    """What is seen."""

    zoo_features: Annotated[SequenceNotStr[str], PropertyInfo(alias="zoo-features")]
