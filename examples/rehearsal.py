"""Where examples speak to: the real API, or with `--local` a server on this machine.

The local server answers by itself, always alike. An example that needs a certain course of the
conversation to show something rehearses it: it tells the server beforehand what to answer.
"""

from __future__ import annotations

import argparse
import contextlib
import os
from typing import Callable, Iterator, Optional

from anthropic import Anthropic
from anthropic.testing import LocalServer

MODEL = "claude-haiku-4-5"

Rehearsal = Callable[[LocalServer], None]


@contextlib.contextmanager
def connected(description: str, rehearse: Optional[Rehearsal] = None) -> Iterator[Anthropic]:
    """A client, as the command line has it.

    The key and the address are in the environment then, for clients that the example makes itself.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--local", action="store_true", help="speak to a server on this machine; costs nothing"
    )
    if not parser.parse_args().local:
        with Anthropic() as client:
            print(f"Speaking to {client.base_url}")
            yield client
        return
    with LocalServer() as server:
        os.environ["ANTHROPIC_BASE_URL"] = server.url
        os.environ["ANTHROPIC_API_KEY"] = server.api_key
        if rehearse is not None:
            rehearse(server)
        with Anthropic() as client:
            yield client
