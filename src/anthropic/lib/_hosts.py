"""Names that become a part of the host that a platform's client sends its credentials to."""

from __future__ import annotations

import re

# What would end the name of the host, or belongs to no name at all.
_FOREIGN = re.compile(r"[\s/\\?#@:%]")


def host_part(argument: str, value: object, example: str) -> str:
    """A region or a resource, to be put into the name of a host.

    Raises `TypeError` or `ValueError` for what would lead to another host.
    """
    if not isinstance(value, str):
        raise TypeError(f"`{argument}` must be a text such as {example!r}, not {value!r}")
    if _FOREIGN.search(value):
        raise ValueError(f"`{argument}` must be a name such as {example!r}, not {value!r}")
    return value
