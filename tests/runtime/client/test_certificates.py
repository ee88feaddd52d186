"""Certificates: loaded when a connection needs them, once, and then really checked."""

from __future__ import annotations

import contextlib
import http.server
import ssl
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Dict, Iterator, Tuple

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from anthropic import (
    Anthropic,
    APIConnectionError,
    AsyncAnthropic,
    DefaultAioHttpClient,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
)
from anthropic._certificates import WaitingContext


def write_certificate(folder: Path) -> Path:
    """A certificate of 127.0.0.1 with its key, which vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    now = datetime.now()
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=2))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(address, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture(autouse=True)
def no_certificates_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(b'{"input_tokens": 7}')

    def log_message(self, format: str, *args: object) -> None:
        """The tests say what matters."""


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that shows no certificate, as one test has it, is no error of the server's."""


@contextlib.contextmanager
def tls_server(path: Path, *, asks_for_certificates: bool = False) -> Iterator[str]:
    """The URL of a server with TLS, which may want to see the certificates of its clients."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    if asks_for_certificates:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(path)
    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"https://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tuple[str, Path]]:
    """The URL of a server with TLS, and the file of the certificate to trust."""
    path = write_certificate(tmp_path_factory.mktemp("tls"))
    with tls_server(path) as url:
        yield url, path


@pytest.fixture
def context(monkeypatch: pytest.MonkeyPatch) -> WaitingContext:
    """The context of the clients of one test."""
    made = WaitingContext.made()
    monkeypatch.setattr(WaitingContext, "made", lambda: made)
    monkeypatch.setattr("anthropic._transports.ssl_context", lambda arguments: made)
    return made


def test_the_default_trusts_nobody_in_particular(
    secured: Tuple[str, Path], context: WaitingContext
) -> None:
    with Anthropic(api_key="key", base_url=secured[0], max_retries=0) as client:
        with pytest.raises(APIConnectionError) as raised:
            client.messages.count_tokens(model="m", messages=[])
    assert "CERTIFICATE_VERIFY_FAILED" in str(raised.value.__cause__)


async def test_the_default_trusts_nobody_in_particular_async(
    secured: Tuple[str, Path], context: WaitingContext
) -> None:
    async with AsyncAnthropic(api_key="key", base_url=secured[0], max_retries=0) as client:
        with pytest.raises(APIConnectionError) as raised:
            await client.messages.count_tokens(model="m", messages=[])
    assert "CERTIFICATE_VERIFY_FAILED" in str(raised.value.__cause__)


def test_those_that_httpx_brings_are_trusted(
    secured: Tuple[str, Path], context: WaitingContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, path = secured
    with Anthropic(api_key="key", base_url=url, max_retries=0) as client:
        assert context._real is None
        monkeypatch.setattr("certifi.where", lambda: str(path))
        assert client.messages.count_tokens(model="m", messages=[]).input_tokens == 7
    assert [each["subject"][0][0][1] for each in context.get_ca_certs()] == ["127.0.0.1"]


async def test_those_that_httpx_brings_are_trusted_async(
    secured: Tuple[str, Path], context: WaitingContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, path = secured
    async with AsyncAnthropic(api_key="key", base_url=url, max_retries=0) as client:
        assert context._real is None
        monkeypatch.setattr("certifi.where", lambda: str(path))
        assert (await client.messages.count_tokens(model="m", messages=[])).input_tokens == 7


def test_a_file_that_the_environment_names_is_trusted(
    secured: Tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, path = secured
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with Anthropic(api_key="key", base_url=url, max_retries=0) as client:
        assert client.messages.count_tokens(model="m", messages=[]).input_tokens == 7


def test_a_file_that_is_not_there_is_missed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/there/is/no/such/file.pem")
    with pytest.raises(FileNotFoundError):
        Anthropic(api_key="key")


# -- files that the caller names ------------------------------------------------------------------

KINDS = [DefaultHttpxClient, DefaultAsyncHttpxClient, DefaultAioHttpClient]


async def count(http_client: Any, url: str) -> int:
    """Ask through an HTTP client of any kind."""
    settings: Dict[str, Any] = {"api_key": "key", "base_url": url, "max_retries": 0}
    question: Dict[str, Any] = {"model": "m", "messages": []}
    if isinstance(http_client, httpx.Client):
        with Anthropic(http_client=http_client, **settings) as client:
            return client.messages.count_tokens(**question).input_tokens
    async with AsyncAnthropic(http_client=http_client, **settings) as asynchronous:
        return (await asynchronous.messages.count_tokens(**question)).input_tokens


# httpx prefers contexts to names of files, and says so.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("kind", KINDS)
async def test_files_that_the_caller_names_are_used(kind: Any, secured: Tuple[str, Path]) -> None:
    url, path = secured
    assert await count(kind(verify=str(path)), url) == 7
    with tls_server(path, asks_for_certificates=True) as asking_url:
        assert await count(kind(verify=str(path), cert=str(path)), asking_url) == 7
        own = ssl.create_default_context(cafile=str(path))
        assert await count(kind(verify=own, cert=(str(path), str(path))), asking_url) == 7
        with pytest.raises(APIConnectionError):
            await count(kind(verify=str(path)), asking_url)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("argument", ["verify", "cert"])
def test_files_that_are_not_there_are_missed_by_the_constructor(kind: Any, argument: str) -> None:
    with pytest.raises(OSError, match="No such file|invalid path"):
        kind(**{argument: "/there/is/no/such/file.pem"})


# -- loading them once ----------------------------------------------------------------------------


def test_many_threads_load_them_once(
    context: WaitingContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = []
    create = httpx.create_ssl_context

    def counted(**options: bool) -> ssl.SSLContext:
        loaded.append(options)
        return create(**options)

    monkeypatch.setattr("httpx.create_ssl_context", counted)
    threads = [threading.Thread(target=context.cert_store_stats) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(loaded) == 1
    assert context.cert_store_stats()["x509_ca"] > 50


def test_plain_http_loads_none() -> None:
    code = """
from anthropic import Anthropic
from anthropic.testing import LocalServer
with LocalServer() as server:
    with Anthropic(base_url=server.url, api_key=server.api_key) as client:
        client.models.list()
        transport = client._client._transport._pools.own()[None]
        assert transport._pool._ssl_context._real is None
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
