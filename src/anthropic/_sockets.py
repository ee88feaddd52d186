"""The sockets below httpx, for threads that wait at one and cannot look up."""

from __future__ import annotations

import contextlib
import socket
from typing import Optional

import httpx


def socket_of(response: httpx.Response) -> Optional[socket.socket]:
    """What an answer is read from; None if the transport does not tell."""
    network_stream = response.extensions.get("network_stream")
    found = None if network_stream is None else network_stream.get_extra_info("socket")
    return found if isinstance(found, socket.socket) else None


def cut_off(connected: socket.socket) -> None:
    """Have a thread that reads from the socket see its end."""
    # Gone already if it fails.  Not the method of an SSL socket, which would have the rest
    # be read without deciphering it.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connected, socket.SHUT_RDWR)


def wake_reader(response: httpx.Response) -> None:
    """End the wait of a thread for more of an answer, which closing a socket alone does not."""
    is_shared = response.http_version.startswith("HTTP/2")
    connected = None if response.is_closed or is_shared else socket_of(response)
    if connected is not None:
        cut_off(connected)
