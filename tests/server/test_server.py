"""The server as an object and as a process: log, faults, reset, determinism, start and stop."""

from __future__ import annotations

import http.client
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading
from typing import List

import pytest

import anthropic.testing
from anthropic.testing import LocalServer, ReceivedRequest
from anthropic.testing.server import main as serve
from tests.server.support import Reply, Wire, ask

SOURCE = str(pathlib.Path(anthropic.testing.__file__).parents[2])


def test_exports() -> None:
    assert sorted(anthropic.testing.__all__) == anthropic.testing.__all__
    for name in anthropic.testing.__all__:
        assert hasattr(anthropic.testing, name)


def test_requests_are_recorded(wire: Wire) -> None:
    wire.call("POST", "/v1/messages?beta=true&x=%20y", ask(), headers={"X-Mine": "1"})
    wire.call("GET", "/nowhere")
    first, second = wire.server.requests
    assert (first.method, first.path) == ("POST", "/v1/messages")
    assert first.query == {"beta": "true", "x": " y"}
    assert first.headers["x-mine"] == "1"
    assert first.json() == ask()
    assert (second.method, second.path, second.body) == ("GET", "/nowhere", b"")
    assert wire.server.api_key not in repr(first) and "/v1/messages" in repr(first)


def test_the_log_is_bounded(wire: Wire) -> None:
    for _ in range(1010):
        wire.call("GET", "/nowhere")
    assert len(wire.server.requests) == 1000


def test_fail_next(wire: Wire) -> None:
    wire.server.fail_next(529, times=2)
    wire.server.fail_next(429, headers={"retry-after": "3"}, message="Slow down")
    wire.server.fail_next(500, error_type="strange_error")
    replies = [wire.call("POST", "/v1/messages", ask()) for _ in range(5)]
    assert [reply.status for reply in replies] == [529, 529, 429, 500, 200]
    assert replies[0].error == ("overloaded_error", "Overloaded")
    assert replies[2].error == ("rate_limit_error", "Slow down")
    assert replies[2].headers["retry-after"] == "3"
    assert replies[3].error[0] == "strange_error"
    with pytest.raises(ValueError, match="400 to 599"):
        wire.server.fail_next(200)


def test_failure_in_the_middle_of_a_stream(wire: Wire) -> None:
    wire.server.fail_next(529, after_events=4)
    reply = wire.call("POST", "/v1/messages", ask(stream=True))
    events = reply.events()
    assert [name for name, _ in events][:2] == ["message_start", "content_block_start"]
    assert len(events) == 5
    assert events[-1][0] == "error"
    assert events[-1][1]["error"]["type"] == "overloaded_error"
    wire.server.fail_next(503, after_events=4)
    assert wire.call("GET", "/v1/models").status == 503


def test_a_request_can_ask_for_a_failure(wire: Wire) -> None:
    headers = {"x-local-server-fail": "429"}
    assert wire.call("GET", "/v1/models", headers=headers).error[0] == "rate_limit_error"
    assert wire.call("GET", "/v1/models").status == 200
    wrong = wire.call("GET", "/v1/models", headers={"x-local-server-fail": "200"})
    assert wrong.status == 400 and "x-local-server-fail" in wrong.error[1]


def session(wire: Wire) -> List[Reply]:
    """A bit of everything, including failures."""
    replies = [
        wire.call("POST", "/v1/messages", ask()),
        wire.call("POST", "/v1/messages", ask()),
        wire.call("POST", "/v1/messages", ask(stream=True, thinking={"type": "adaptive"})),
        wire.call("POST", "/v1/messages", ask(foo=1)),
        wire.call("GET", "/v1/models?limit=2"),
        wire.form("/v1/files?beta=true", [("file", "a.txt", b"x", None)]),
        wire.form("/v1/files?beta=true", [("file", "a.txt", b"x", None)]),
        wire.call("GET", "/v1/files?beta=true"),
        wire.form(
            "/v1/skills",
            [("files[]", "a/SKILL.md", b"---\nname: a\ndescription: b\n---\n", None)],
        ),
    ]
    batch = {"requests": [{"custom_id": str(n), "params": ask()} for n in range(3)]}
    replies.append(wire.call("POST", "/v1/messages/batches", batch))
    path = f"/v1/messages/batches/{replies[-1].json()['id']}"
    return replies + [
        wire.call("GET", path),
        wire.call("GET", path),
        wire.call("GET", path + "/results"),
    ]


def test_same_requests_same_bytes(server: LocalServer) -> None:
    wire = Wire(server)
    first = session(wire)
    server.reset()
    assert server.requests == []
    second = session(wire)
    wire.connection.close()
    assert first == second
    with LocalServer() as other:
        wire = Wire(other)
        third = session(wire)
        wire.connection.close()
    port = re.compile(rb"127\.0\.0\.1:\d+")
    assert [port.sub(b"", reply.body) for reply in first] == [
        port.sub(b"", reply.body) for reply in third
    ]
    ids = [reply.headers["request-id"] for reply in first]
    assert len(set(ids)) == len(ids)
    assert first[0].json()["id"] != first[1].json()["id"]


def test_parallel_requests_get_the_ids_that_their_contents_decide(server: LocalServer) -> None:
    found: List[str] = []

    def work(number: int) -> None:
        wire = Wire(server)
        found.append(wire.post("/v1/messages", ask(f"Number {number}"))["id"])
        wire.connection.close()

    expected: List[str] = []
    for _ in range(2):
        server.reset()
        found.clear()
        threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        expected = expected or sorted(found)
    assert sorted(found) == expected and len(set(found)) == 16


def test_start_and_stop() -> None:
    server = LocalServer()
    with pytest.raises(RuntimeError, match="not running"):
        server.url  # noqa: B018  # reading it is what must fail
    server.stop()
    with server:
        with pytest.raises(RuntimeError, match="already running"):
            server.start()
        wire = Wire(server)
        assert wire.call("GET", "/v1/models").status == 200
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        wire.connection.request("GET", "/v1/models")
        wire.connection.getresponse()
    wire.connection.close()
    with server:
        wire = Wire(server)
        assert wire.call("GET", "/v1/models").status == 200
        wire.connection.close()


def test_own_api_key() -> None:
    with LocalServer(api_key="own") as server:
        wire = Wire(server)
        assert wire.call("GET", "/v1/models").status == 200
        assert wire.call("GET", "/v1/models", headers={"x-api-key": "sk-ant-local"}).status == 401
        wire.connection.close()


def start(*arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": SOURCE}
    return subprocess.Popen(
        [sys.executable, "-m", "anthropic.testing.server", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of another kind there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_process_serves_until_a_signal(number: signal.Signals) -> None:
    process = start("--api-key", "k", "--port", "0")
    assert process.stdout is not None
    line = process.stdout.readline()
    match = re.search(r"http://127\.0\.0\.1:(\d+)$", line.strip())
    assert match is not None, line
    connection = http.client.HTTPConnection("127.0.0.1", int(match.group(1)), timeout=5)
    headers = {"x-api-key": "k", "anthropic-version": "2023-06-01"}
    connection.request("GET", "/v1/models", headers=headers)
    assert connection.getresponse().read()
    process.send_signal(number)
    out, err = process.communicate(timeout=10)
    connection.close()
    assert (process.returncode, out, err) == (0, "", "")


def test_a_port_that_is_taken() -> None:
    with LocalServer() as server:
        process = start("--port", server.url.rpartition(":")[2])
        out, err = process.communicate(timeout=10)
    assert process.returncode == 1
    assert out == "" and err.startswith("Cannot listen on 127.0.0.1 port")


def test_only_the_standard_library_is_needed() -> None:
    # An empty stand-in for the parent package: what that one imports is tested elsewhere.
    code = (
        "import sys, types; parent = types.ModuleType('anthropic'); "
        f"parent.__path__ = [{os.path.join(SOURCE, 'anthropic')!r}]; "
        "sys.modules['anthropic'] = parent; import anthropic.testing.server; "
        "mine = {name for name in sys.modules if name.startswith('anthropic')}; "
        "sys.exit(0 if all(n == 'anthropic' or '.testing' in n for n in mine) else repr(mine))"
    )
    command = [sys.executable, "-I", "-S", "-c", code]  # without the packages of the environment
    done = subprocess.run(command, capture_output=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("port", ["99999", "-1", "http"])
def test_a_port_that_is_none_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        serve([f"--port={port}"])
    assert caught.value.code == 2
    assert f"'{port}' is no port: expected a number from 0 to 65535" in capsys.readouterr().err


def test_received_requests_are_values() -> None:
    one = ReceivedRequest("GET", "/x", {}, {}, b"")
    assert one == ReceivedRequest("GET", "/x", {}, {}, b"")
