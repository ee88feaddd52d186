"""Paths with parameters in them."""

from __future__ import annotations

import re
from urllib.parse import quote

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
# What a segment of a path may hold as it is, beside letters and digits.
_SEGMENT_CHARACTERS = "-._~!$&'()*+,;=:@"


def path_template(template: str, **params: object) -> str:
    """Fill the ``{name}`` places of a path.

    Raises ``ValueError`` for a value with which the request would reach another endpoint: one that
    is empty, ``.`` or ``..``.
    """

    def fill(match: re.Match[str]) -> str:
        return encode_segment(match[1], params[match[1]])

    return _PLACEHOLDER.sub(fill, template)


def encode_segment(name: str, value: object) -> str:
    """One value as it stands in a path: whatever is in it, it stays within its segment."""
    if not value:
        raise ValueError(f"Expected a non-empty value for `{name}` but received {value!r}")
    text = str(value)
    if text in (".", ".."):
        # In a path they name the place itself and the one above it, however they are written.
        raise ValueError(
            f"Expected the value for `{name}` to name something, but received {text!r}"
        )
    return quote(text, safe=_SEGMENT_CHARACTERS)
