"""Google's token endpoint, on this machine: google-auth's own code talks to it."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Dict, Iterator, List

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


class TokenServer(ThreadingHTTPServer):
    """Gives out token1, token2, and so on."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: List[str] = []
        self.seconds_valid = 3600
        self.delay = 0.0
        self.answer: Dict[str, Any] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/token"


class _Handler(BaseHTTPRequestHandler):
    server: TokenServer

    def do_POST(self) -> None:
        size = int(self.headers.get("content-length", 0))
        self.server.asked.append(self.rfile.read(size).decode())
        time.sleep(self.server.delay)
        answer = self.server.answer or {
            "access_token": f"token{len(self.server.asked)}",
            "expires_in": self.server.seconds_valid,
            "token_type": "Bearer",
        }
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: tests look at `asked`."""


@pytest.fixture()
def token_server() -> Iterator[TokenServer]:
    server = TokenServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def private_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()


@pytest.fixture()
def service_account(token_server: TokenServer, private_key: str) -> Dict[str, str]:
    """What the file of a service account holds."""
    return {
        "type": "service_account",
        "project_id": "account-project",
        "private_key_id": "1",
        "private_key": private_key,
        "client_email": "tests@account-project.iam.gserviceaccount.com",
        "client_id": "1",
        "token_uri": token_server.url,
    }


@pytest.fixture()
def default_credentials(
    service_account: Dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine's credentials are those of the service account."""
    path = tmp_path / "account.json"
    path.write_text(json.dumps(service_account))
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(path))


@pytest.fixture()
def no_default_credentials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is not Google's, and that nobody logged in on."""
    monkeypatch.setenv("NO_GCE_CHECK", "true")
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(tmp_path))
