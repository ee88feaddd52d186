"""A loopback server of raw sockets: each connection follows a script, byte by byte."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from typing import Any, Callable, Dict, Iterator, List, NamedTuple, Sequence, Tuple, Union

# How long the server waits for what a test does before it gives up; no test waits for it.
PATIENCE = 10.0


class Received(NamedTuple):
    """A request as it came."""

    method: str
    target: str
    headers: Dict[str, str]
    body: bytes
    lines: List[Tuple[str, str]]
    """The headers as they were spelled, and as often as they came."""


class Connection:
    """One connection, from the server's side."""

    def __init__(self, server: Server, connected: socket.socket) -> None:
        self.server = server
        self.socket = connected
        self._received = connected.makefile("rb")

    def receive(self) -> bool:
        """Read one request; whether there was one before the client hung up."""
        lines: List[str] = []
        while True:
            line = self._received.readline().decode("latin-1")
            if not line:
                return False
            if line == "\r\n":
                break
            lines.append(line.rstrip("\r\n"))
        method, target, _ = lines[0].split(" ")
        pairs = [(name, value.strip()) for name, _, value in (s.partition(":") for s in lines[1:])]
        headers = {name.lower(): value for name, value in pairs}
        if headers.get("transfer-encoding") == "chunked":
            body = b"".join(self._chunks())
        else:
            body = self._received.read(int(headers.get("content-length", 0)))
        self.server.requests.append(Received(method, target, headers, body, pairs))
        return True

    def _chunks(self) -> Iterator[bytes]:
        while True:
            size = int(self._received.readline(), 16)
            yield self._received.read(size)
            self._received.readline()
            if not size:
                return

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._received.close()
            self.socket.close()


# What a connection does next: bytes to send, or one of the functions below.
Step = Union[bytes, Callable[[Connection], Any]]
Script = Sequence[Step]


def reset(connection: Connection) -> None:
    """Hang up so that the client gets an error, and not an end."""
    connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def half_close(connection: Connection) -> None:
    """Say that nothing more will come, and wait for the client to hang up."""
    connection.socket.shutdown(socket.SHUT_WR)
    hang(connection)


def hang(connection: Connection) -> None:
    """Say nothing more, and wait for the client to hang up."""
    connection.socket.settimeout(PATIENCE)
    while connection.socket.recv(65536):
        continue
    connection.server.left.set()


def next_request(connection: Connection) -> None:
    """Wait for another request on the same connection."""
    if not connection.receive():
        raise ConnectionAbortedError("the client hung up between two requests")


def pause(seconds: float) -> Step:
    """Wait."""
    return lambda connection: time.sleep(seconds)


def wait_for(event: threading.Event) -> Step:
    """Wait until a test says so."""

    def wait(connection: Connection) -> None:
        assert event.wait(PATIENCE), "the test never came so far"

    return wait


def drip(data: bytes, seconds: float) -> Step:
    """Send one byte after the other, and wait after each."""

    def send(connection: Connection) -> None:
        for position in range(len(data)):
            connection.socket.sendall(data[position : position + 1])
            time.sleep(seconds)

    return send


class Server:
    """Has each connection follow the next script; the last one goes on for ever.

    A connection begins by reading a request, and is closed where its script ends.
    """

    def __init__(self, *scripts: Script) -> None:
        self._scripts = list(scripts)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.requests: List[Received] = []
        self.connections = 0
        # Set when the client has hung up before the server was done.
        self.left = threading.Event()

    @property
    def retry_counts(self) -> List[str]:
        """The header of each request that says which attempt it is."""
        return [request.headers["x-stainless-retry-count"] for request in self.requests]

    def __enter__(self) -> Server:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        # A blocked `accept` does not notice that its socket is closed; a connection wakes it.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connected, _ = self._listener.accept()
            except OSError:
                return
            script = self._scripts[min(self.connections, len(self._scripts) - 1)]
            self.connections += 1
            threading.Thread(target=self._follow, args=(connected, script), daemon=True).start()

    def _follow(self, connected: socket.socket, script: Script) -> None:
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection = Connection(self, connected)
        try:
            if connection.receive():
                for step in script:
                    if isinstance(step, bytes):
                        connected.sendall(step)
                    else:
                        step(connection)
        except OSError:
            self.left.set()
        finally:
            connection.close()


# -- answers --------------------------------------------------------------------------------------


def head(status: str = "200 OK", **headers: object) -> bytes:
    """The first lines of an answer; `content_type` stands for `content-type`."""
    given = {"content_type": "application/json", "request_id": "req_fault", **headers}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in given.items() if value != ""]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode("latin-1")


def answer(body: bytes, status: str = "200 OK", **headers: object) -> bytes:
    """A whole answer, after which the connection is of no more use."""
    given = {"content_length": len(body), "connection": "close", **headers}
    return head(status, **given) + body


def chunk(data: bytes) -> bytes:
    """A piece of a body of unknown length."""
    return b"%x\r\n%b\r\n" % (len(data), data)


LAST_CHUNK = b"0\r\n\r\n"
