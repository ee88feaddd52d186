"""A plain HTTP client that speaks to the local server, and bodies to send."""

from __future__ import annotations

import http.client
import json
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from anthropic.testing import LocalServer

FILES = "files-api-2025-04-14"
SKILLS = "skills-2025-10-02"


class Reply(NamedTuple):
    """What came back, undecoded."""

    status: int
    headers: Dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> Tuple[str, str]:
        """The type and the message of an error body."""
        value = self.json()
        assert value["type"] == "error"
        assert value["request_id"] == self.headers["request-id"]
        return value["error"]["type"], value["error"]["message"]

    def lines(self) -> List[Any]:
        return [json.loads(line) for line in self.body.splitlines()]

    def events(self) -> List[Tuple[str, Any]]:
        """The server-sent events, each as its name and its decoded data."""
        assert self.headers["content-type"].startswith("text/event-stream")
        found: List[Tuple[str, Any]] = []
        for block in self.body.decode().split("\n\n")[:-1]:
            name, data = block.split("\n")
            assert name.startswith("event: ") and data.startswith("data: ")
            found.append((name[len("event: ") :], json.loads(data[len("data: ") :])))
        return found


class Wire:
    """Requests over a real socket that stays open."""

    def __init__(self, server: LocalServer) -> None:
        self.server = server
        self.connection = http.client.HTTPConnection(server.url[len("http://") :], timeout=10)

    def headers(self, betas: str = "") -> Dict[str, str]:
        found = {"x-api-key": self.server.api_key, "anthropic-version": "2023-06-01"}
        return {**found, "anthropic-beta": betas} if betas else found

    def send(
        self, method: str, path: str, body: Optional[bytes], headers: Mapping[str, str]
    ) -> Reply:
        self.connection.request(method, path, body, dict(headers))
        answer = self.connection.getresponse()
        content = answer.read()
        return Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, content)

    def call(
        self,
        method: str,
        path: str,
        value: object = None,
        *,
        betas: str = "",
        headers: Optional[Mapping[str, str]] = None,
    ) -> Reply:
        if not betas:
            betas = FILES if "/files" in path else SKILLS if "/skills" in path else ""
        sent = {"content-type": "application/json", **self.headers(betas), **(headers or {})}
        body = None if value is None else json.dumps(value).encode()
        return self.send(method, path, body, sent)

    def get(self, path: str) -> Any:
        reply = self.call("GET", path)
        assert reply.status == 200, reply.body
        return reply.json()

    def post(self, path: str, value: object = None) -> Any:
        reply = self.call("POST", path, value)
        assert reply.status == 200, reply.body
        return reply.json()

    def form(
        self,
        path: str,
        files: Sequence[Tuple[str, str, bytes, Optional[str]]],
        fields: Optional[Mapping[str, str]] = None,
    ) -> Reply:
        """Send a form of (field, filename, content, content type)."""
        pieces: List[bytes] = []
        for name, text in (fields or {}).items():
            head = f'--XX\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
            pieces += [head.encode(), text.encode(), b"\r\n"]
        for name, filename, content, kind in files:
            disposition = f'Content-Disposition: form-data; name="{name}"; filename="{filename}"'
            typed = f"\r\nContent-Type: {kind}" if kind else ""
            pieces += [f"--XX\r\n{disposition}{typed}\r\n\r\n".encode(), content, b"\r\n"]
        pieces.append(b"--XX--\r\n")
        betas = FILES if "/files" in path else SKILLS
        headers = {**self.headers(betas), "content-type": 'multipart/form-data; boundary="XX"'}
        return self.send("POST", path, b"".join(pieces), headers)


def ask(text: object = "Hello, what do you know about Paris?", **extra: object) -> Dict[str, Any]:
    """The body of a message request."""
    body: Dict[str, Any] = {
        "model": "claude-opus-4-6",
        "max_tokens": 1024,
        "messages": [{"role": "user", "content": text}],
    }
    body.update(extra)
    return body
