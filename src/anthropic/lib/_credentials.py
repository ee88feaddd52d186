"""Credentials, before they become a part of a text that hides what they are."""

from __future__ import annotations


def credential_text(argument: str, value: object) -> str:
    """A credential, if it is a text; raises `TypeError` that does not show it if it is none.

    Objects that other libraries keep secrets in print themselves as asterisks, which would be sent.
    """
    if not isinstance(value, str):
        raise TypeError(f"`{argument}` must be a `str`, not `{type(value).__name__}`")
    return value
