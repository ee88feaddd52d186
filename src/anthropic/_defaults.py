"""The headers and query parameters that a client sends with every request, when it is copied."""

from __future__ import annotations

from typing import Dict, Mapping, Optional, TypeVar

from ._headers import check_mapping

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
    if added:
        check_mapping(f"default_{name}", added)
    if replacement is not None:
        check_mapping(f"set_default_{name}", replacement)
        return dict(replacement)
    return {**present, **(added or {})}
