"""Tools for testing code that uses the API: a local server that speaks its wire format."""

from __future__ import annotations

from ._local import DEFAULT_API_KEY, LocalServer, ReceivedRequest

__all__ = ["DEFAULT_API_KEY", "LocalServer", "ReceivedRequest"]
