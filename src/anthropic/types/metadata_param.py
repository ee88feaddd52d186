# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import TypedDict

__all__ = [
    "MetadataParam",
]


class MetadataParam(TypedDict, total=False):
    """Information about a request that the model does not see; used to detect abuse."""

    user_id: Optional[str]
    """Opaque identifier of your end user, such as a UUID or a hash, at most 256 characters. Never
    put a name, e-mail address or phone number here. Null or absent sends none.
    """
