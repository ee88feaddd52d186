"""The local API server as an object: start it, ask what it received, have it fail.

    with LocalServer() as server:
        client = Anthropic(base_url=server.url, api_key=server.api_key)

It keeps state (batches, files, skills), validates requests against the API description and answers
deterministically: the same requests in the same order get the same bytes.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Deque, Dict, List, Mapping, Optional, Type, Union

from ._application import Application, RawRequest
from ._connection import ApiServer
from ._description import Description, load_description
from ._errors import ApiError
from ._faults import Fault
from ._script import scripted_reply
from ._state import Settings, State

__all__ = ["DEFAULT_API_KEY", "LocalServer", "ReceivedRequest"]

DEFAULT_API_KEY = "sk-ant-local"

_LOG_LENGTH = 1000
_LOG_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, repr=False)
class ReceivedRequest:
    """A request that the server received. Header names are in lower case."""

    method: str
    path: str
    query: Dict[str, str]
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The body, decoded from JSON."""
        return json.loads(self.body)

    def __repr__(self) -> str:
        # Headers hold credentials and bodies can be large; neither belongs in a log line.
        return f"ReceivedRequest({self.method} {self.path}, {len(self.body)} bytes)"


class LocalServer:
    """The API on a port of this machine, served from a background thread.

    Use it as a context manager, or call `start` and `stop`.

    - `host`, `port`: where to listen; port 0 takes a free one (read it from `url`).
    - `api_key`: the only credential that is accepted, as `x-api-key` or as a bearer token.
    - `permissive`: answer for ids that nobody created, and check requests against the description
      only. For tests of client code that uses example ids and example values.
    - `batch_polls`: how often a batch can be retrieved before it has ended. A canceled batch takes
      the same number of retrievals to end.
    - `event_delay`: seconds between two events of a stream.
    - `max_body_bytes`: larger bodies are answered with 413 (files may have 500 MB).
    - `description`: an OpenAPI document to validate against, in place of the package's own.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        api_key: str = DEFAULT_API_KEY,
        permissive: bool = False,
        batch_polls: int = 1,
        event_delay: float = 0.0,
        max_body_bytes: int = 32 * 1024 * 1024,
        description: Optional[Mapping[str, Any]] = None,
    ) -> None:
        self.api_key = api_key
        self._host = host
        self._port = port
        loaded = load_description() if description is None else Description(description)
        settings = Settings(permissive, batch_polls, event_delay, max_body_bytes)
        self._application = Application(State(loaded, settings), api_key)
        self._requests: Deque[ReceivedRequest] = deque()
        self._requests_bytes = 0
        self._requests_lock = threading.Lock()
        self._server: Optional[ApiServer] = None
        self._thread: Optional[threading.Thread] = None

    @property
    def url(self) -> str:
        """The base URL, such as `http://127.0.0.1:49152`; only while the server runs."""
        if self._server is None:
            raise RuntimeError(
                "The local server is not running; call start() or use it in a `with`."
            )
        return self._server.url

    @property
    def requests(self) -> List[ReceivedRequest]:
        """The latest requests, oldest first: at most 1,000, and at most 64 MB of bodies."""
        with self._requests_lock:
            return list(self._requests)

    def start(self) -> LocalServer:
        """Listen and serve in a background thread. When it returns, requests are accepted."""
        if self._server is not None:
            raise RuntimeError("The local server is already running.")
        self._server = ApiServer(self._host, self._port, self._application, self._record)
        self._thread = threading.Thread(
            target=self._server.serve_forever,
            args=(0.02,),
            name="anthropic-local-server",
            daemon=True,
        )
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop serving and close every connection. Does nothing when it is not running."""
        server, thread = self._server, self._thread
        self._server = self._thread = None
        if server is not None and thread is not None:
            server.shutdown()
            thread.join()
            server.close()

    def __enter__(self) -> LocalServer:
        return self.start()

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.stop()

    def fail_next(
        self,
        status: int,
        *,
        times: int = 1,
        headers: Optional[Mapping[str, str]] = None,
        error_type: Optional[str] = None,
        message: Optional[str] = None,
        after_events: Optional[int] = None,
    ) -> None:
        """Answer the next `times` requests with an error; several calls queue up.

        `error_type` and `message` default to what the API says with this status; `headers` are
        added to the answer (such as `{"retry-after": "1"}`). With `after_events` a streamed answer
        starts well and turns into an `error` event after that many events. A single request can
        ask for a failure itself, with the header `x-local-server-fail: 529`.
        """
        if not 400 <= status <= 599:
            raise ValueError(f"An error status is from 400 to 599, not {status}.")
        error = ApiError(status, message, error_type=error_type, headers=headers)
        self._application.faults.add(Fault(error, times, after_events))

    def reply_next(
        self,
        *content: Union[str, Mapping[str, object]],
        stop_reason: Optional[str] = None,
        container_id: Optional[str] = None,
        input_tokens: Optional[int] = None,
        output_tokens: Optional[int] = None,
    ) -> None:
        """Answer the next message request with this content; several calls queue up.

        Content is given as text or as blocks; tool calls get an id if they have none. The request
        is checked as ever, and one that is refused leaves the queue as it is. Batches do not draw
        from it.

            server.reply_next({"type": "tool_use", "name": "add", "input": {"a": 1, "b": 2}})
            server.reply_next("That makes 3.")

        - `stop_reason`: by default `tool_use` if there is a tool call, else `end_turn`.
        - A tool call with the text `partial_json` in place of `input` is streamed as far as this
          text goes, as by a model that has reached `max_tokens`; an answer that is not streamed
          has an empty input then.
        - `container_id`: the container that a beta answer names.
        - `input_tokens`, `output_tokens`: what the usage says, in place of an estimate.
        """
        scripted = scripted_reply(content, stop_reason, container_id, input_tokens, output_tokens)
        with self._application.state.lock:
            self._application.state.script.append(scripted)

    def reset(self) -> None:
        """Forget all state, queued failures and answers, and recorded requests."""
        with self._application.state.lock:
            self._application.state.clear()
        self._application.faults.clear()
        with self._requests_lock:
            self._requests.clear()
            self._requests_bytes = 0

    def _record(self, raw: RawRequest) -> None:
        received = ReceivedRequest(raw.method, raw.path, raw.query, raw.headers, raw.body)
        with self._requests_lock:
            self._requests.append(received)
            self._requests_bytes += len(raw.body)
            while len(self._requests) > 1 and (
                len(self._requests) > _LOG_LENGTH or self._requests_bytes > _LOG_BYTES
            ):
                self._requests_bytes -= len(self._requests.popleft().body)
