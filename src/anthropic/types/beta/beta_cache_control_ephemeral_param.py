# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaCacheControlEphemeralParam",
]


class BetaCacheControlEphemeralParam(TypedDict, total=False):
    """Marks a prompt cache breakpoint: everything up to and including this block can be reused by
    later requests with the same prefix. At most four per request.
    """

    type: Required[Literal["ephemeral"]]
    """Identifies the kind of cache entry; always `ephemeral`."""

    ttl: Literal["5m", "1h"]
    """Lifetime of the entry, renewed on each hit: `5m` (five minutes, the default) or `1h` (one
    hour, dearer to write).
    """
