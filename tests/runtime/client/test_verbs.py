"""The verbs of a client, `client.post` and its kin, and what they put on the wire."""

from __future__ import annotations

import inspect
import io
import json
import re
import threading
from pathlib import Path
from typing import Any, AsyncIterator, Dict, Iterator, List, Set, Tuple

import pytest

from anthropic import Anthropic, AsyncAnthropic, BaseModel, InternalServerError
from anthropic._models import FinalRequestOptions
from anthropic._types import NOT_GIVEN, omit
from anthropic.pagination import AsyncPage, SyncPage
from tests.runtime.faults.conftest import Flavour, finished
from tests.runtime.faults.server import Received, Server, answer

JSON = "application/json"
SENDING = ["post", "put", "patch", "delete"]


class Wire:
    """A client of some kind that is connected to a server, and what the server has received."""

    def __init__(self, flavour: Flavour, server: Server) -> None:
        self._server = server
        self.client = flavour.client(server.url)

    async def send(self, verb: str, path: str = "/x", **arguments: Any) -> Received:
        """The request that a verb sends."""
        arguments.setdefault("cast_to", object)
        await finished(getattr(self.client, verb)(path, **arguments))
        return self._server.requests[-1]

    async def failure(self, verb: str, **arguments: Any) -> Any:
        """What a verb raises where the server has an error for everybody."""
        with pytest.raises(InternalServerError) as caught:
            await self.send(verb, **arguments)
        return caught.value


@pytest.fixture(params=["sync", "async", "aiohttp"])
async def wire(request: pytest.FixtureRequest) -> AsyncIterator[Wire]:
    flavour = Flavour(request.param)
    with Server([answer(b'{"data": []}')]) as server:
        connected = Wire(flavour, server)
        yield connected
        await flavour.close(connected.client)


def body_headers(received: Received) -> Dict[str, str]:
    """What the headers say of the body."""
    names = ("content-type", "content-length", "transfer-encoding")
    return {name: received.headers[name] for name in names if name in received.headers}


# -- bodies ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", SENDING)
async def test_json(wire: Wire, verb: str) -> None:
    received = await wire.send(verb, body={"text": "größe", "list": [1, None]})
    assert (received.method, received.target) == (verb.upper(), "/x")
    assert received.body == '{"text":"größe","list":[1,null]}'.encode()
    assert body_headers(received) == {
        "content-type": JSON,
        "content-length": str(len(received.body)),
    }


@pytest.mark.parametrize("verb", SENDING)
async def test_no_body(wire: Wire, verb: str) -> None:
    received = await wire.send(verb)
    assert (received.method, received.body) == (verb.upper(), b"")
    assert received.headers["content-type"] == JSON


@pytest.mark.parametrize("method", ["get", "GET"])
async def test_a_get_says_nothing_of_a_body_and_has_none(wire: Wire, method: str) -> None:
    for more in ({}, {"json_data": {"a": 1}}, {"content": b"raw"}, {"extra_json": {"a": 1}}):
        options = FinalRequestOptions.construct(method=method, url="/x", **more)
        await finished(wire.client.request(object, options))
        received = wire._server.requests[-1]
        assert (received.method, received.body) == ("GET", b"")
        assert "content-type" not in received.headers
    assert (await wire.send("get")).headers["accept"] == JSON


def pieces() -> Iterator[bytes]:
    yield from (b"one", b"two")


async def async_pieces() -> AsyncIterator[bytes]:
    for piece in pieces():
        yield piece


@pytest.mark.parametrize("verb", SENDING)
async def test_raw_content(wire: Wire, verb: str) -> None:
    for content in (b"\x00raw", bytearray(b"\x00raw")):
        received = await wire.send(verb, content=content)
        assert received.body == b"\x00raw"
        assert body_headers(received) == {"content-type": JSON, "content-length": "4"}
    options = {"headers": {"content-type": "text/plain"}}
    received = await wire.send(verb, content=b"text", options=options)
    assert received.body == b"text"
    assert [pair for pair in received.lines if pair[0].lower() == "content-type"] == [
        ("content-type", "text/plain")
    ]


async def test_content_in_pieces_is_sent_in_chunks(wire: Wire) -> None:
    given: List[Any] = [pieces(), [b"one", b"two"]]
    if isinstance(wire.client, AsyncAnthropic):
        given.append(async_pieces())
    for content in given:
        received = await wire.send("post", content=content)
        assert received.body == b"onetwo"
        assert body_headers(received) == {"content-type": JSON, "transfer-encoding": "chunked"}


async def test_content_from_a_file(wire: Wire) -> None:
    received = await wire.send("post", content=io.BytesIO(b"x" * 200_000))
    assert received.body == b"x" * 200_000
    if isinstance(wire.client, Anthropic):
        assert received.headers["content-length"] == "200000"


@pytest.mark.parametrize("verb", ["post", "put", "patch"])
async def test_files(wire: Wire, verb: str) -> None:
    received = await wire.send(verb, body={"a": [1, 2]}, files={"f": ("n.txt", b"data")})
    kind, _, boundary = received.headers["content-type"].partition("; boundary=")
    assert kind == "multipart/form-data"
    assert received.headers["content-length"] == str(len(received.body))
    parts = received.body.split(b"--" + boundary.encode())
    assert [part.partition(b"\r\n\r\n")[2] for part in parts[1:-1]] == [
        b"1\r\n",
        b"2\r\n",
        b"data\r\n",
    ]
    assert received.body.count(b'name="a[]"') == 2


class Somewhere:
    """A path that knows who has asked for it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.readers: Set[threading.Thread] = set()

    def __fspath__(self) -> str:
        self.readers.add(threading.current_thread())
        return str(self._path)


@pytest.mark.parametrize("verb", ["post", "put", "patch"])
async def test_files_at_paths(wire: Wire, verb: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes(b"content")
    for make in (lambda path: path, lambda path: ("note.txt", path)):
        path = Somewhere(tmp_path / "note.txt")
        received = await wire.send(verb, files={"f": make(path)})
        assert b'filename="note.txt"' in received.body and b"\r\n\r\ncontent\r\n" in received.body
        # A disk may be slow, and other tasks need the event loop.
        is_async = isinstance(wire.client, AsyncAnthropic)
        assert path.readers and (threading.current_thread() in path.readers) is not is_async


@pytest.mark.parametrize("verb", SENDING)
async def test_one_body_at_a_time(wire: Wire, verb: str) -> None:
    with pytest.raises(TypeError, match="Passing both `body` and `content` is not supported"):
        await wire.send(verb, body={}, content=b"")
    if verb != "delete":
        text = "Passing both `files` and `content` is not supported"
        with pytest.raises(TypeError, match=text):
            await wire.send(verb, files={"f": b""}, content=b"")
    assert not wire._server.requests


@pytest.mark.parametrize("verb", SENDING)
async def test_bytes_as_body_are_deprecated(wire: Wire, verb: str) -> None:
    text = (
        "Passing raw bytes as `body` is deprecated and will be removed in a future version. "
        "Please pass raw bytes via the `content` parameter instead."
    )
    with pytest.warns(DeprecationWarning, match=re.escape(text)) as caught:
        sent = getattr(wire.client, verb)("/x", cast_to=object, body=b"raw")
        if inspect.isawaitable(sent):
            await sent
    assert [warning.filename for warning in caught] == [__file__]
    assert wire._server.requests[-1].body == b"raw"


@pytest.mark.parametrize(
    ("verb", "argument"),
    [
        ("get", "body"),
        ("get", "content"),
        ("get", "files"),
        ("delete", "files"),
        ("put", "stream"),
        ("patch", "stream"),
        ("delete", "stream"),
    ],
)
async def test_arguments_that_a_verb_does_not_have(wire: Wire, verb: str, argument: str) -> None:
    with pytest.raises(TypeError, match=f"unexpected keyword argument '{argument}'"):
        await wire.send(verb, **{argument: None})


# -- options --------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["get", *SENDING])
async def test_options(wire: Wire, verb: str) -> None:
    wire.client._idempotency_header = "Idempotency-Key"
    options = {
        "headers": {"x-mine": "1", "x-nothing": NOT_GIVEN, "anthropic-version": omit},
        "params": {"q": [1, 2], "nothing": NOT_GIVEN, "left": omit},
        "extra_json": {"a": 1},
        "idempotency_key": "key-1",
        "timeout": 7,
        "max_retries": 0,
    }
    received = await wire.send(verb, "/x?p=0", options=options)
    # aiohttp leaves a comma as it is.
    assert received.target.replace("%2C", ",") == "/x?p=0&q=1,2"
    assert received.body == (b"" if verb == "get" else b'{"a":1}')
    assert received.headers["x-mine"] == "1"
    assert not {"x-nothing", "anthropic-version"} & set(received.headers)
    assert received.headers["idempotency-key"] == "key-1"
    assert received.headers["x-stainless-read-timeout"] == "7"


@pytest.mark.parametrize("verb", ["get", *SENDING])
async def test_no_retries_for_one_request(verb: str) -> None:
    for name in ("sync", "async", "aiohttp"):
        flavour = Flavour(name)
        with Server([answer(b"{}", "500 No")]) as server:
            wire = Wire(flavour, server)
            await wire.failure(verb, options={"max_retries": 0})
            assert server.retry_counts == ["0"]
            await wire.failure(verb)
            assert server.retry_counts == ["0", "0", "1"]
            await flavour.close(wire.client)


class Item(BaseModel):
    id: str


async def test_lists(wire: Wire) -> None:
    page: Any = SyncPage if isinstance(wire.client, Anthropic) else AsyncPage
    arguments: Dict[str, Any] = {"model": Item, "page": page[Item]}
    listed = await finished(
        wire.client.get_api_list("/x", options={"params": {"limit": 3}}, **arguments)
    )
    assert listed.data == []
    received = wire._server.requests[-1]
    assert (received.method, received.target, received.body) == ("GET", "/x?limit=3", b"")
    await finished(wire.client.get_api_list("/x", body={"a": 1}, method="post", **arguments))
    received = wire._server.requests[-1]
    assert (received.method, json.loads(received.body)) == ("POST", {"a": 1})


# -- paths ----------------------------------------------------------------------------------------

PATHS: List[Tuple[str, str]] = [
    ("/x", "/root/x"),
    ("x", "/root/x"),
    ("///x", "/root/x"),
    ("/x/?a=%20b", "/root/x/?a=%20b"),
]


async def test_paths(wire: Wire) -> None:
    wire.client.base_url = f"{wire._server.url}/root"
    for path, target in PATHS:
        assert (await wire.send("post", path)).target == target
    received = await wire.send("get", f"{wire._server.url}/elsewhere?a=b")
    assert (received.target, received.headers["x-api-key"]) == ("/elsewhere?a=b", "sk-of-the-tests")
