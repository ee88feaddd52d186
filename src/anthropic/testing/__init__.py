"""A local API server for tests and demos.

    from anthropic import Anthropic
    from anthropic.testing import LocalServer

    with LocalServer() as server:
        client = Anthropic(base_url=server.url, api_key=server.api_key)
        server.fail_next(529)  # the client retries
        client.messages.create(...)
        print(server.requests[-1].json())

It speaks the wire format of every endpoint, needs no network and answers deterministically. As a
command it is `python -m anthropic.testing.server`. A request with the header
`x-local-server-fail: 429` gets that error, whoever sends it.

`LocalBedrock`, `LocalVertex` and `LocalFoundry` are the same server as those platforms show it:

    with LocalBedrock() as server:
        client = AnthropicBedrock(**server.client_options)
"""

from __future__ import annotations

from ._bedrock import LocalBedrock
from ._foundry import LocalFoundry
from ._local import DEFAULT_API_KEY, LocalServer, ReceivedRequest
from ._vertex import LocalVertex

__all__ = [
    "DEFAULT_API_KEY",
    "LocalBedrock",
    "LocalFoundry",
    "LocalServer",
    "LocalVertex",
    "ReceivedRequest",
]
