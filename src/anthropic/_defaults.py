"""The headers and query parameters that a client sends with every request, when it is copied."""

from __future__ import annotations

from typing import Dict, Mapping, Optional, TypeVar

_ValueT = TypeVar("_ValueT")


def merged_defaults(
    name: str,
    present: Mapping[str, _ValueT],
    added: Optional[Mapping[str, _ValueT]],
    replacement: Optional[Mapping[str, _ValueT]],
) -> Dict[str, _ValueT]:
    """The defaults of a copy: those present with some added over them, or others in their place.

    ``name`` is ``headers`` or ``query``.  Raises ``ValueError`` when values are to be added and to
    replace at once.
    """
    if added is not None and replacement is not None:
        raise ValueError(
            f"The `default_{name}` and `set_default_{name}` arguments are mutually exclusive"
        )
    if replacement is not None:
        return dict(replacement)
    return {**present, **(added or {})}
