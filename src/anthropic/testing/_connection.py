"""HTTP/1.1 over sockets: reads requests, writes answers, streams events as they come."""

from __future__ import annotations

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Callable, Dict, Optional, Set, cast

from ._application import Application, RawRequest
from ._errors import ApiError
from ._exchange import Answer, error_answer

__all__ = ["ApiServer"]

_READ_SIZE = 1 << 16
# A body above the limit is still read, up to this size, so that the client gets to see the answer.
_DRAIN_LIMIT = 1 << 30

Listener = Callable[[RawRequest], None]


class _TooLarge(Exception):
    """The body is larger than the path takes."""


class _Unreadable(Exception):
    """The framing of the body is broken, so nothing after it can be read either."""


def _length(text: str, base: int) -> int:
    try:
        length = int(text, base)
    except ValueError:
        raise _Unreadable(f"The length of the request body is not a number: {text!r}") from None
    if length < 0:
        raise _Unreadable(f"The length of the request body is negative: {text}")
    return length


class ApiServer(ThreadingHTTPServer):
    """Listens on a port and has an `Application` answer, one thread for each connection."""

    daemon_threads = True
    request_queue_size = 128
    application: Application

    def __init__(self, host: str, port: int, application: Application, listener: Listener) -> None:
        self.application = application
        self.listener = listener
        self._open: Set[socket.socket] = set()
        self._open_lock = threading.Lock()
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        # The base class asks the resolver for its own name here, which can take seconds.
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = (
            str(self.server_address[0]),
            int(self.server_address[1]),
        )

    @property
    def url(self) -> str:
        host = f"[{self.server_name}]" if ":" in self.server_name else self.server_name
        return f"http://{host}:{self.server_port}"

    def opened(self, connection: socket.socket) -> None:
        with self._open_lock:
            self._open.add(connection)

    def closed(self, connection: socket.socket) -> None:
        with self._open_lock:
            self._open.discard(connection)

    def close(self) -> None:
        """Stop listening and hang up on every client."""
        self.server_close()
        with self._open_lock:
            connections = list(self._open)
        for connection in connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                self.closed(connection)  # the client was faster


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    _api: ApiServer

    def setup(self) -> None:
        super().setup()
        self._api = cast(ApiServer, self.server)
        self._api.opened(self.connection)

    def finish(self) -> None:
        self._api.closed(self.connection)
        super().finish()

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True  # the client hung up; there is nobody left to tell

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: what arrived is in `LocalServer.requests`."""

    def _dispatch(self) -> None:
        application = self._api.application
        limit = application.body_limit(self.path.partition("?")[0])
        try:
            raw = self._raw(self._read_body(limit))
            self._api.listener(raw)
            answer = application.answer(raw)
        except _Unreadable as error:
            self.send_error(400, str(error))
            return
        except _TooLarge:
            raw = self._raw(b"")
            self._api.listener(raw)
            answer = application.refuse_body(raw, limit)
        self._write(answer)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = _dispatch

    def _raw(self, body: bytes) -> RawRequest:
        headers: Dict[str, str] = {}
        for name, value in self.headers.items():
            key = name.lower()
            headers[key] = f"{headers[key]}, {value}" if key in headers else value
        host = headers.get("host")
        origin = f"http://{host}" if host else self._api.url
        return RawRequest(self.command, self.path, headers, body, origin)

    def _read_body(self, limit: int) -> bytes:
        if "chunked" in str(self.headers.get("transfer-encoding", "")).lower():
            return self._read_chunks(limit)
        length = _length(str(self.headers.get("content-length") or "0"), 10)
        if length <= limit:
            return self.rfile.read(length)
        self._discard(length)
        raise _TooLarge

    def _discard(self, length: int) -> None:
        if length > _DRAIN_LIMIT:
            self.close_connection = True
            return
        while length > 0:
            piece = self.rfile.read(min(length, _READ_SIZE))
            if not piece:
                return
            length -= len(piece)

    def _read_chunks(self, limit: int) -> bytes:
        body = bytearray()
        size = 0
        while True:
            line = self.rfile.readline(_READ_SIZE).decode("latin-1")
            length = _length(line.partition(";")[0].strip(), 16)
            if length == 0:
                break
            size += length
            if size > _DRAIN_LIMIT:
                self.close_connection = True
                raise _TooLarge
            piece = self.rfile.read(length)
            self.rfile.readline(_READ_SIZE)
            if size <= limit:
                body += piece
        while self.rfile.readline(_READ_SIZE).strip():
            continue  # trailers
        if size > limit:
            raise _TooLarge
        return bytes(body)

    def _head(self, answer: Answer, framing: str) -> bytes:
        phrase = self.responses.get(answer.status, ("",))[0] or "Unknown"
        lines = [
            f"HTTP/1.1 {answer.status} {phrase}",
            f"content-type: {answer.content_type}",
            framing,
        ]
        lines += [f"{name}: {value}" for name, value in answer.headers.items()]
        if self.close_connection:
            lines.append("connection: close")
        return "\r\n".join([*lines, "", ""]).encode("latin-1")

    def _write(self, answer: Answer) -> None:
        if answer.events is None:
            body = b"" if self.command == "HEAD" else answer.body
            self.wfile.write(self._head(answer, f"content-length: {len(answer.body)}") + body)
            return
        chunked = self.request_version != "HTTP/1.0"
        if not chunked:
            self.close_connection = True
        framing = "transfer-encoding: chunked" if chunked else "connection: close"
        answer.headers.setdefault("cache-control", "no-cache")
        self.wfile.write(self._head(answer, framing))
        delay = self._api.application.state.settings.event_delay
        for index, event in enumerate(answer.events):
            if delay and index:
                time.sleep(delay)
            data = answer.encoding(event)
            self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data) if chunked else data)
        if chunked:
            self.wfile.write(b"0\r\n\r\n")

    def send_error(
        self, code: int, message: Optional[str] = None, explain: Optional[str] = None
    ) -> None:
        """A request that is not even HTTP gets the API's error shape as well."""
        self.close_connection = True
        answer = error_answer(ApiError(code, message or explain), "req_unreadable")
        answer.headers["request-id"] = "req_unreadable"
        if not hasattr(self, "command") or not self.command:
            self.command = "GET"
        self._write(answer)
