"""A loopback server that sends what it is told, byte by byte, and then does what it is told."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from typing import Any, Dict, Iterator, List, Sequence, Union

HEAD = (
    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nrequest-id: req_wire\r\n"
    b"transfer-encoding: chunked\r\n\r\n"
)

# Steps of a script besides bytes to send: seconds to wait, and ways to end.
END = "end"  # the last chunk: the body is complete
CUT = "cut"  # close without it
RESET = "reset"  # close so that the other side gets an error
HANG = "hang"  # send nothing more, and wait for the other side to hang up
Step = Union[bytes, float, str]


def event(data: Dict[str, Any]) -> bytes:
    return f"event: {data['type']}\ndata: {json.dumps(data)}\n\n".encode()


PING = event({"type": "ping"})


def error_event(kind: str) -> bytes:
    return event({"type": "error", "error": {"type": kind, "message": "no"}, "request_id": "r"})


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


class Server:
    """Answers each request, in turn, by the next script; the last one goes on for ever."""

    def __init__(self, *scripts: Sequence[Step]) -> None:
        self._scripts: List[Sequence[Step]] = list(scripts)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.requests: List[bytes] = []
        self.bodies: List[bytes] = []
        self.hung_up = threading.Event()

    @property
    def retry_counts(self) -> List[str]:
        lines = [line for request in self.requests for line in request.decode().split("\r\n")]
        return [line.split(": ")[1] for line in lines if "x-stainless-retry-count" in line.lower()]

    def __enter__(self) -> Server:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with connection:
            try:
                while _has_request(connection, self.requests, self.bodies):
                    script = self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]
                    if not self._play(connection, script):
                        return
            except OSError:
                self.hung_up.set()

    def _play(self, connection: socket.socket, script: Sequence[Step]) -> bool:
        """Whether the connection can be used again."""
        begun = False
        for step in script:
            if isinstance(step, float):
                time.sleep(step)
            elif isinstance(step, bytes):
                if not begun and not step.startswith(b"HTTP/"):
                    connection.sendall(HEAD)
                begun = True
                connection.sendall(step if step.startswith(b"HTTP/") else chunk(step))
            else:
                if not begun:
                    connection.sendall(HEAD)
                return self._end(connection, step)
        return True

    def _end(self, connection: socket.socket, how: str) -> bool:
        if how == END:
            connection.sendall(b"0\r\n\r\n")
        elif how == RESET:
            linger = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        elif how == HANG:
            connection.settimeout(20)
            if connection.recv(1) == b"":
                self.hung_up.set()
        return how == END


def _has_request(connection: socket.socket, requests: List[bytes], bodies: List[bytes]) -> bool:
    received = b""
    while b"\r\n\r\n" not in received:
        piece = connection.recv(65536)
        if not piece:
            return False
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    length = next(
        (
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    while len(body) < length:
        body += connection.recv(65536)
    requests.append(head)
    bodies.append(body)
    return True


def split(data: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]
