# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, Required, TypedDict

from .beta_cache_control_ephemeral_param import BetaCacheControlEphemeralParam

__all__ = [
    "BetaContainerUploadBlockParam",
]


class BetaContainerUploadBlockParam(TypedDict, total=False):
    """Places an uploaded file into the sandbox so that code execution can read it. The model does
    not see the content itself.
    """

    file_id: Required[str]
    """File from the Files API to copy into the container."""

    type: Required[Literal["container_upload"]]
    """Identifies a file placed in the container; always `container_upload`."""

    cache_control: Optional[BetaCacheControlEphemeralParam]
    """Places a prompt-cache breakpoint at the end of this block, so that everything up to it can be
    reused by later requests. Null or absent places none.
    """
