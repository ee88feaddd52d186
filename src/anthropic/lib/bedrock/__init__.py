"""Clients of the models on Amazon Bedrock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from ._client import AnthropicBedrock as AnthropicBedrock
    from ._client import AsyncAnthropicBedrock as AsyncAnthropicBedrock

__all__ = ["AnthropicBedrock", "AsyncAnthropicBedrock"]

__getattr__, __dir__ = lazy_names(
    __name__,
    {"AnthropicBedrock": "._client", "AsyncAnthropicBedrock": "._client"},
)
