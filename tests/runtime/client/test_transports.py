"""Default HTTP clients, their proxies and certificates, and how long they live."""

from __future__ import annotations

import gc
import http.server
import socket
import ssl
import sys
import threading
import time
from typing import Any, Dict, Iterator

import httpx
import pytest

from anthropic import _platform, _transports
from anthropic._base_client import (
    DefaultAioHttpClient,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
    OtherPlatform,
    get_platform,
)
from anthropic._constants import DEFAULT_TIMEOUT
from anthropic._exceptions import APIConnectionError, APITimeoutError

PROXY_VARIABLES = ["http_proxy", "https_proxy", "all_proxy", "no_proxy"]


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize("cls", [DefaultHttpxClient, DefaultAsyncHttpxClient, DefaultAioHttpClient])
def test_defaults_and_choices(cls: Any) -> None:
    client = cls()
    assert client.timeout == DEFAULT_TIMEOUT
    assert client.follow_redirects is True
    limits = client._transport._pools._arguments["limits"]
    assert (limits.max_connections, limits.max_keepalive_connections) == (1000, 100)
    client = cls(timeout=3, follow_redirects=False, limits=httpx.Limits(max_connections=2))
    assert client.timeout == httpx.Timeout(3)
    assert client.follow_redirects is False
    assert client._transport._pools._arguments["limits"].max_connections == 2
    passed = cls(http1=False, trust_env=False)._transport._pools._arguments
    assert (passed["http1"], passed["trust_env"]) == (False, False)


def test_default_clients_may_be_subclassed() -> None:
    class Own(DefaultHttpxClient):  # type: ignore[misc, valid-type]
        pass

    assert isinstance(Own(base_url="https://h.test"), httpx.Client)


KEEPALIVE = (("TCP_KEEPINTVL", 60), ("TCP_KEEPCNT", 5), ("TCP_KEEPIDLE", 60))


def check_keepalive(response: httpx.Response) -> None:
    """The options of the socket that an answer came over."""
    used = response.extensions["network_stream"].get_extra_info("socket")
    assert used.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
    for name, value in KEEPALIVE:
        if hasattr(socket, name):
            assert used.getsockopt(socket.IPPROTO_TCP, getattr(socket, name)) == value


async def test_idle_connections_are_kept_alive(address: str) -> None:
    with DefaultHttpxClient() as client:
        with client.stream("POST", address, json={}) as response:
            check_keepalive(response)
    async with DefaultAsyncHttpxClient() as async_client:
        async with async_client.stream("POST", address, json={}) as response:
            check_keepalive(response)


def test_keepalive_where_a_platform_lacks_options(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, _ in KEEPALIVE:
        monkeypatch.delattr(f"socket.{name}", raising=False)
    assert _transports.socket_options() == [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, True)]
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.delattr("socket.TCP_KEEPALIVE", raising=False)
    assert (socket.IPPROTO_TCP, 0x10, 60) in _transports.socket_options()
    monkeypatch.setattr("socket.TCP_KEEPALIVE", 0x99, raising=False)
    assert (socket.IPPROTO_TCP, 0x99, 60) in _transports.socket_options()


def test_a_protocol_that_is_not_installed_is_missed_by_the_constructor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "h2", None)
    for kind in (DefaultHttpxClient, DefaultAsyncHttpxClient):
        with pytest.raises(ImportError, match="h2"):
            kind(http2=True)


def test_a_given_transport_is_used() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(204))
    assert DefaultHttpxClient(transport=transport)._transport is transport


# -- certificates ---------------------------------------------------------------------------------


def context_of(client: Any) -> Any:
    return client._transport._pools._arguments["verify"]


def test_certificates_are_loaded_once() -> None:
    first, second = context_of(DefaultHttpxClient()), context_of(DefaultAsyncHttpxClient())
    assert first is second
    assert first.verify_mode is ssl.CERT_REQUIRED
    started = time.perf_counter()
    for _ in range(20):
        DefaultHttpxClient()
    assert (time.perf_counter() - started) / 20 < 0.005


def test_other_configurations_have_other_contexts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    default = context_of(DefaultHttpxClient())
    unverified = context_of(DefaultHttpxClient(verify=False))
    assert unverified is not default and unverified.verify_mode is ssl.CERT_NONE
    assert context_of(DefaultHttpxClient(http2=False, trust_env=False)) is not default
    own = ssl.create_default_context()
    assert context_of(DefaultHttpxClient(verify=own)) is own
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    assert context_of(DefaultHttpxClient()) is not default


# -- proxies --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, {}),
        ({"http_proxy": "http://p:1"}, {"http://": "http://p:1"}),
        ({"https_proxy": "p:1"}, {"https://": "http://p:1"}),
        ({"all_proxy": "http://p:1"}, {"all://": "http://p:1"}),
        (
            {
                "https_proxy": "http://p:1",
                "no_proxy": "localhost, 10.0.0.1,::1,example.com,.corp,http://x.test",
            },
            {
                "https://": "http://p:1",
                "all://localhost": None,
                "all://10.0.0.1": None,
                "all://[::1]": None,
                "all://*example.com": None,
                "all://*.corp": None,
                "http://x.test": None,
            },
        ),
        ({"https_proxy": "http://p:1", "no_proxy": "*"}, {}),
    ],
)
def test_proxies_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: Dict[str, str], expected: Dict[str, Any]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert _transports.environment_proxies() == expected
    for cls in (DefaultHttpxClient, DefaultAsyncHttpxClient):
        assert {pattern.pattern for pattern in cls()._mounts} == set(expected)


def test_who_decides_about_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://p:1")
    assert not DefaultHttpxClient(trust_env=False)._mounts
    own = httpx.MockTransport(lambda request: httpx.Response(204))
    client = DefaultHttpxClient(mounts={"https://": own})
    assert list(client._mounts.values()) == [own]
    assert client._transport_for_url(httpx.URL("https://h.test")) is own
    client = DefaultHttpxClient(proxy="http://q:2")
    assert [pattern.pattern for pattern in client._mounts] == ["all://"]


# -- lives ----------------------------------------------------------------------------------------


def test_a_context_manager_closes(connect: Any, server: Any) -> None:
    with connect(server()) as client:
        assert not client.is_closed()
    assert client.is_closed()


async def test_an_asynchronous_context_manager_closes(async_connect: Any, server: Any) -> None:
    async with async_connect(server()) as client:
        assert not client.is_closed()
    assert client.is_closed()


def test_the_flavour_of_the_http_client_is_checked(
    connect: Any, async_connect: Any, server: Any
) -> None:
    with pytest.raises(TypeError, match="Invalid `http_client` arg"):
        connect(server(), http_client=httpx.AsyncClient())
    with pytest.raises(TypeError, match="Invalid `http_client` arg"):
        async_connect(server(), http_client=httpx.Client())


def test_the_given_http_client_is_the_one_used(connect: Any, server: Any) -> None:
    http_client = httpx.Client()
    assert connect(server(), http_client=http_client)._client is http_client


@pytest.mark.parametrize("http_client", [None, DefaultHttpxClient])
def test_a_forgotten_client_closes_its_own_connections(
    connect: Any, server: Any, http_client: Any
) -> None:
    client = connect(server(), http_client=http_client and http_client())
    closed = []
    client._client._transport.close = lambda: closed.append(True)
    keeper = client._client
    del client
    gc.collect()
    assert not closed
    del keeper
    gc.collect()
    assert closed


def test_aiohttp_is_loaded_on_demand_only() -> None:
    import subprocess

    code = (
        "import sys, anthropic._base_client as module; assert 'aiohttp' not in sys.modules; "
        "assert module.DefaultAioHttpClient is module.DefaultAioHttpClient"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_aiohttp_the_client_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "httpx_aiohttp", None)
    cls = _transports.aiohttp_client_class.__wrapped__()
    with pytest.raises(RuntimeError, match=r"pip install anthropic\[aiohttp\]"):
        cls()


# -- platforms ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("system", "description", "expected"),
    [
        ("Darwin", "macOS-14", "MacOS"),
        ("Darwin", "Darwin-iPhone", "iOS"),
        ("Darwin", "Darwin-iPad", "iOS"),
        ("Windows", "Windows-10", "Windows"),
        ("Windows", "Windows-android", "Windows"),
        ("Linux", "4.14.190-android", "Android"),
        ("Android", "Android-14", "Android"),
        ("FreeBSD", "FreeBSD-14", "Other:freebsd-14"),
        ("", "", "Unknown"),
    ],
)
def test_systems(
    monkeypatch: pytest.MonkeyPatch, system: str, description: str, expected: str
) -> None:
    monkeypatch.setattr("platform.system", lambda: system)
    monkeypatch.setattr("platform.platform", lambda: description)
    monkeypatch.setattr("platform.release", lambda: description)
    found = get_platform()
    assert str(found) == expected
    assert isinstance(found, OtherPlatform) is expected.startswith("Other:")


@pytest.mark.parametrize(
    ("distribution", "expected"),
    [("ubuntu", "Linux"), ("freebsd", "FreeBSD"), ("openbsd", "OpenBSD")],
)
@pytest.mark.parametrize("written", [True, False])
def test_distributions(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any, written: bool, distribution: str, expected: str
) -> None:
    if written:
        (tmp_path / "os-release").write_text(f'NAME="Some"\nID={distribution}\n')
    monkeypatch.setattr(_platform, "_OS_RELEASE", str(tmp_path / "os-release"))
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr("platform.platform", lambda: "Linux-6")
    monkeypatch.setattr("distro.id", lambda: distribution)
    assert get_platform() == expected


@pytest.mark.parametrize(
    ("machine", "expected"),
    [
        ("arm64", "arm64"),
        ("aarch64", "arm64"),
        ("arm", "arm"),
        ("x86_64", "x64"),
        ("riscv64", "other:riscv64"),
        ("", "unknown"),
    ],
)
def test_architectures(monkeypatch: pytest.MonkeyPatch, machine: str, expected: str) -> None:
    monkeypatch.setattr("platform.machine", lambda: machine)
    assert _platform.detect_architecture() == expected


def test_an_interpreter_of_32_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.maxsize", 2**31 - 1)
    for machine, expected in (("i686", "x32"), ("x86_64", "x64"), ("arm", "arm")):
        monkeypatch.setattr("platform.machine", lambda machine=machine: machine)
        assert _platform.detect_architecture() == expected


def test_a_machine_that_does_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise OSError("no such thing in this sandbox")

    for name in ("system", "platform", "machine"):
        monkeypatch.setattr(f"platform.{name}", fail)
    assert (get_platform(), _platform.detect_architecture()) == ("Unknown", "unknown")


# -- sockets --------------------------------------------------------------------------------------


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        if self.path == "/slow":
            time.sleep(0.5)
        self.send_response(307 if self.path == "/old" else 200)
        if self.path == "/old":
            self.send_header("Location", "/new")
        answer = b'{"path":"%s","got":%s}' % (self.path.encode(), body)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args: Any) -> None:
        """Keep the test output clean."""


class HttpServer(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that gives up, as one test does, is no error of the server's."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = HttpServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_real_connection(connect: Any, server: Any, address: str) -> None:
    with connect(server(), http_client=None, base_url=address) as client:
        expected = {"path": "/x", "got": {"a": 1}}
        assert client.post("/x", cast_to=object, body={"a": 1}) == expected
        redirected = client.post("/old", cast_to=object, body={"a": 1})
        assert redirected == {"path": "/new", "got": {"a": 1}}


def test_real_failures(connect: Any, server: Any, address: str) -> None:
    with connect(server(), http_client=None, base_url=address, max_retries=0) as client:
        with pytest.raises(APITimeoutError):
            client.post("/slow", cast_to=object, body={}, options={"timeout": 0.05})
        client.base_url = "http://127.0.0.1:1"
        with pytest.raises(APIConnectionError) as caught:
            client.post("/x", cast_to=object, body={})
        assert isinstance(caught.value.__cause__, httpx.ConnectError)


def test_a_real_connection_under_trio(async_connect: Any, server: Any, address: str) -> None:
    import trio

    async def main() -> Any:
        async with async_connect(server(), http_client=None, base_url=address) as client:
            return await client.post("/x", cast_to=object, body={"a": 1})

    assert trio.run(main) == {"path": "/x", "got": {"a": 1}}
