"""Paths with parameters in them."""

from __future__ import annotations

import re

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def path_template(template: str, **params: object) -> str:
    """Fill the ``{name}`` places of a path.

    Raises ``ValueError`` for a value that is empty: the request would reach another endpoint.
    """

    def fill(match: re.Match[str]) -> str:
        return encode_segment(match[1], params[match[1]])

    return _PLACEHOLDER.sub(fill, template)


def encode_segment(name: str, value: object) -> str:
    """One value as it stands in a path: as given, the URL class escapes what no URL may hold."""
    if not value:
        raise ValueError(f"Expected a non-empty value for `{name}` but received {value!r}")
    return str(value)
