"""Clients of the models on Google Cloud's Vertex AI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from ._client import AnthropicVertex as AnthropicVertex
    from ._client import AsyncAnthropicVertex as AsyncAnthropicVertex

__all__ = ["AnthropicVertex", "AsyncAnthropicVertex"]

__getattr__, __dir__ = lazy_names(
    __name__,
    {"AnthropicVertex": "._client", "AsyncAnthropicVertex": "._client"},
)
