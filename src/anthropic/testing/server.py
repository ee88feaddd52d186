"""The local API server as a command: `python -m anthropic.testing.server`.

It listens on a port of this machine, prints one line with its URL and serves until it gets SIGINT
or SIGTERM. Tests written in Python use `anthropic.testing.LocalServer` instead.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from types import FrameType
from typing import Optional, Sequence

from ._local import DEFAULT_API_KEY, LocalServer

_HIGHEST_PORT = 65535

__all__ = ["main"]


def _port(text: str) -> int:
    try:
        port = int(text)
    except ValueError:
        port = -1
    if not 0 <= port <= _HIGHEST_PORT:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no port: expected a number from 0 to {_HIGHEST_PORT}"
        )
    return port


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m anthropic.testing.server",
        description="A local server that speaks the wire format of the API, for demos and tests.",
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: %(default)s)"
    )
    parser.add_argument(
        "--port", type=_port, default=0, help="port to listen on (default: a free one)"
    )
    parser.add_argument(
        "--api-key", default=DEFAULT_API_KEY, help="the key that is accepted (default: %(default)s)"
    )
    parser.add_argument(
        "--permissive", action="store_true", help="answer for ids that nobody created"
    )
    parser.add_argument(
        "--batch-polls", type=int, default=1, help="retrievals before a batch ends (default: 1)"
    )
    parser.add_argument(
        "--event-delay",
        type=float,
        default=0.0,
        help="seconds between events of a stream (default: 0)",
    )
    return parser


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Serve until SIGINT or SIGTERM; prints one line with the URL when it is ready."""
    options = _parser().parse_args(arguments)
    stopped = threading.Event()

    def stop(signum: int, frame: Optional[FrameType]) -> None:
        stopped.set()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    server = LocalServer(
        host=options.host,
        port=options.port,
        api_key=options.api_key,
        permissive=options.permissive,
        batch_polls=options.batch_polls,
        event_delay=options.event_delay,
    )
    try:
        server.start()
    except OSError as error:
        print(f"Cannot listen on {options.host} port {options.port}: {error}", file=sys.stderr)
        return 1
    print(f"Local API server listening on {server.url}", flush=True)
    # A wait with a timeout lets the interpreter run signal handlers on every platform.
    while not stopped.wait(0.5):
        continue
    server.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
