"""Libraries that only an extra of this package brings, loaded when they are first used."""

from __future__ import annotations

from ._common import MissingDependencyError as MissingDependencyError
from ._google_auth import google_auth as google_auth

__all__ = ["MissingDependencyError", "google_auth"]
