"""The type variable of everything that reads text as a type."""

from __future__ import annotations

from typing_extensions import TypeVar

ResponseFormatT = TypeVar("ResponseFormatT", default=None)
"""The type that the text of a reply is read as; None where there is none"""
