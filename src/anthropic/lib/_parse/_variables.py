"""The type variable of everything that returns a parsed value."""

from __future__ import annotations

from typing_extensions import TypeVar

ResponseFormatT = TypeVar("ResponseFormatT", default=None)
"""The type an answer is parsed into; `None` where no output format was asked for."""
