"""The API's four doors, each with a local server behind it: the first party and the platforms."""

from __future__ import annotations

from typing import Any, Dict, NamedTuple, Type

from anthropic import (
    Anthropic,
    AnthropicBedrock,
    AnthropicFoundry,
    AnthropicVertex,
    AsyncAnthropic,
    AsyncAnthropicBedrock,
    AsyncAnthropicFoundry,
    AsyncAnthropicVertex,
)
from anthropic.testing import LocalBedrock, LocalFoundry, LocalServer, LocalVertex


class Door(NamedTuple):
    """A platform: its server, its clients, and its name for one and the same model."""

    server: Type[Any]
    sync: Type[Any]
    asynchronous: Type[Any]
    model: str


DOORS: Dict[str, Door] = {
    "first party": Door(LocalServer, Anthropic, AsyncAnthropic, "claude-sonnet-4-5-20250929"),
    "bedrock": Door(
        LocalBedrock,
        AnthropicBedrock,
        AsyncAnthropicBedrock,
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
    ),
    "vertex": Door(
        LocalVertex, AnthropicVertex, AsyncAnthropicVertex, "claude-sonnet-4-5@20250929"
    ),
    "foundry": Door(
        LocalFoundry, AnthropicFoundry, AsyncAnthropicFoundry, "claude-sonnet-4-5-20250929"
    ),
}


def options_for(server: Any) -> Dict[str, Any]:
    """Arguments that make a client speak to a local server."""
    if isinstance(server, (LocalBedrock, LocalFoundry, LocalVertex)):
        return server.client_options
    return {"base_url": server.url, "api_key": server.api_key}
