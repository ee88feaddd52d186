"""What to say when an optional library is not installed."""

from __future__ import annotations

from ..._exceptions import AnthropicError


class MissingDependencyError(AnthropicError):
    """A feature was used whose library is not installed; the message says how to install it."""


def missing(library: str, extra: str) -> str:
    """The message about a library that is not installed, and the command that installs it."""
    return (
        f"`{library}` is needed for this but is not installed. It comes with the `{extra}` extra "
        f"of this package: pip install 'anthropic[{extra}]'"
    )
