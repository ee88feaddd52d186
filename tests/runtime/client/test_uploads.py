"""Uploads over real sockets: whole, in little memory, and again when an attempt fails."""

from __future__ import annotations

import copy
import io
import json
import os
import pathlib
import pickle
import re
import socket
import subprocess
import sys
import textwrap
import threading
from typing import Any, Callable, Dict, Iterator, List, NamedTuple, Tuple

import httpx
import pytest

import anthropic
from anthropic._files import FileAtPath, to_httpx_files
from anthropic._models import FinalRequestOptions

LARGE = 3_000_000
_ANSWER = (
    b'{"id":"file_1","type":"file","filename":"f","mime_type":"text/plain","size_bytes":1,'
    b'"created_at":"2024-05-06T07:08:09Z","downloadable":false}'
)


class Upload(NamedTuple):
    """What arrived: the headers, the body, and the content of its file."""

    headers: Dict[str, str]
    body: bytes
    content: bytes


class UploadServer:
    """Reads whole requests and answers with the given statuses, the last one again and again."""

    def __init__(self) -> None:
        self.statuses: List[int] = [200]
        self.uploads: List[Upload] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:  # closed
                return
            with connection, connection.makefile("rwb") as stream:
                headers = _read_headers(stream)
                body = _read_body(stream, headers)
                self.uploads.append(Upload(headers, body, _file_content(body)))
                code = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
                stream.write(
                    b"HTTP/1.1 %d X\r\nconnection: close\r\ncontent-type: application/json\r\n"
                    b"content-length: %d\r\n\r\n%s" % (code, len(_ANSWER), _ANSWER)
                )


def _read_headers(stream: Any) -> Dict[str, str]:
    stream.readline()
    lines: List[str] = []
    while lines[-1:] != [""]:
        lines.append(stream.readline().decode().strip())
    pairs = [line.split(": ", 1) for line in lines if line]
    return {name.lower(): value for name, value in pairs}


def _read_body(stream: Any, headers: Dict[str, str]) -> bytes:
    if "content-length" in headers:
        content: bytes = stream.read(int(headers["content-length"]))
        return content
    assert headers["transfer-encoding"] == "chunked"
    chunks: List[bytes] = []
    while True:
        size = int(stream.readline(), 16)
        chunks.append(stream.read(size))
        stream.readline()
        if not size:
            return b"".join(chunks)


def _file_content(body: bytes) -> bytes:
    boundary = body.split(b"\r\n", 1)[0]
    part = next((part for part in body.split(boundary) if b"filename=" in part), None)
    if part is None:
        return b""
    return part.split(b"\r\n\r\n", 1)[1][:-2]


@pytest.fixture
def upload_server() -> Iterator[UploadServer]:
    server = UploadServer()
    yield server
    server.close()


@pytest.fixture
def large_file(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "large.bin"
    path.write_bytes(os.urandom(LARGE))
    return path


Uploader = Callable[[Any], Any]


@pytest.fixture(params=["sync", "async", "aiohttp"])
def upload(request: Any, upload_server: UploadServer, no_waiting: Any) -> Uploader:
    """Uploads a file with one kind of client."""
    settings: Dict[str, Any] = {"api_key": "k", "base_url": upload_server.url}

    async def call(file: Any) -> Any:
        if request.param == "sync":
            with anthropic.Anthropic(**settings) as client:
                return client.beta.files.upload(file=file)
        if request.param == "aiohttp":
            settings["http_client"] = anthropic.DefaultAioHttpClient()
        async with anthropic.AsyncAnthropic(**settings) as async_client:
            return await async_client.beta.files.upload(file=file)

    return call


def _forms(path: pathlib.Path) -> List[Tuple[str, Any]]:
    return [
        ("large.bin", path),
        ("large.bin", path.open("rb")),
        ("upload", path.read_bytes()),
        ("n.txt", ("n.txt", path, "text/plain")),
        ("n.txt", ("n.txt", path.open("rb"), "text/plain", {"x-own": "1"})),
        ("upload", io.BytesIO(path.read_bytes())),
    ]


async def test_every_form_arrives_whole_with_its_length(
    upload: Uploader, upload_server: UploadServer, large_file: pathlib.Path
) -> None:
    content = large_file.read_bytes()
    for name, file in _forms(large_file):
        answer = await upload(file)
        arrived = upload_server.uploads.pop()
        assert answer.id == "file_1"
        assert arrived.content == content
        assert int(arrived.headers["content-length"]) == len(arrived.body)
        assert "transfer-encoding" not in arrived.headers
        assert f'filename="{name}"'.encode() in arrived.body[:500]


async def test_small_and_empty_files(
    upload: Uploader, upload_server: UploadServer, tmp_path: pathlib.Path
) -> None:
    for content in (b"", b"small"):
        (tmp_path / "f").write_bytes(content)
        await upload(tmp_path / "f")
        assert upload_server.uploads.pop().content == content


async def test_retries_start_at_the_beginning(
    upload: Uploader, upload_server: UploadServer, large_file: pathlib.Path
) -> None:
    content = large_file.read_bytes()
    for _, file in _forms(large_file):
        upload_server.statuses = [500, 429, 200]
        upload_server.uploads.clear()
        await upload(file)
        assert [arrived.content == content for arrived in upload_server.uploads] == [True] * 3
        counts = [int(u.headers["x-stainless-retry-count"]) for u in upload_server.uploads]
        assert counts == [0, 1, 2]


@pytest.mark.parametrize("make", [list, tuple, iter])
@pytest.mark.parametrize("asynchronous", [False, True])
async def test_skills_are_uploaded_file_by_file(
    asynchronous: bool, make: Any, upload_server: UploadServer, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / "SKILL.md"
    path.write_bytes(b"of a path")
    files = [("s/SKILL.md", b"given", "text/markdown"), path, ("s/x", path), b"raw"]
    settings: Dict[str, Any] = {"api_key": "k", "base_url": upload_server.url}
    arguments: Any = {"display_title": "A title", "files": make(files)}
    if asynchronous:
        async with anthropic.AsyncAnthropic(**settings) as async_client:
            await async_client.beta.skills.create(**arguments)
    else:
        with anthropic.Anthropic(**settings) as client:
            client.beta.skills.create(**arguments)
    (arrived,) = upload_server.uploads
    parts = [
        (re.findall(r'name="([^"]*)"', head.decode()), content)
        for head, _, content in (
            part.strip(b"\r\n").partition(b"\r\n\r\n")
            for part in arrived.body.split(arrived.body.split(b"\r\n", 1)[0])[1:-1]
        )
    ]
    # The title, the files, and nothing else: no field in which a file is a text.
    assert parts == [
        (["display_title"], b"A title"),
        (["files[]", "s/SKILL.md"], b"given"),
        (["files[]", "SKILL.md"], b"of a path"),
        (["files[]", "s/x"], b"of a path"),
        (["files[]", "upload"], b"raw"),
    ]


class Pipe(io.RawIOBase):
    """Can be read once, and nobody knows how much there is."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._content.read(size)


async def test_files_without_a_beginning_to_return_to(
    upload: Uploader, upload_server: UploadServer, large_file: pathlib.Path
) -> None:
    content = large_file.read_bytes()
    await upload(("n", Pipe(content)))
    arrived = upload_server.uploads.pop()
    assert arrived.content == content
    assert arrived.headers["transfer-encoding"] == "chunked"
    # What was read is gone: a second attempt would upload an empty file.
    upload_server.statuses = [500]
    with pytest.raises(anthropic.InternalServerError):
        await upload(("n", Pipe(content)))
    assert [arrived.content for arrived in upload_server.uploads] == [content]


async def test_paths_of_pipes(
    upload: Uploader, upload_server: UploadServer, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"x" * LARGE,))
    writer.start()
    upload_server.statuses = [500, 200]
    await upload(path)
    writer.join()
    assert [len(arrived.content) for arrived in upload_server.uploads] == [LARGE] * 2


@pytest.mark.parametrize("as_tuple", [False, True])
async def test_open_pipes(upload: Uploader, upload_server: UploadServer, as_tuple: bool) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"content")
    os.close(writing)
    upload_server.statuses = [500, 200]
    with os.fdopen(reading, "rb") as pipe:
        await upload(("n", pipe) if as_tuple else pipe)
    assert [arrived.content for arrived in upload_server.uploads] == [b"content"] * 2


async def test_what_cannot_be_opened_is_reported_before_anything_is_sent(
    upload: Uploader, upload_server: UploadServer, tmp_path: pathlib.Path
) -> None:
    with pytest.raises(FileNotFoundError, match="missing"):
        await upload(tmp_path / "missing")
    with pytest.raises(OSError, match=re.escape(tmp_path.name)):
        await upload(tmp_path)
    assert upload_server.uploads == []


async def test_asynchronous_clients_read_in_another_thread(upload_server: UploadServer) -> None:
    readers = set()

    class Watched(io.BytesIO):
        def read(self, size: Any = -1) -> bytes:
            readers.add(threading.current_thread())
            return super().read(size)

    async with anthropic.AsyncAnthropic(api_key="k", base_url=upload_server.url) as client:
        await client.beta.files.upload(file=Watched(b"x" * LARGE))
    assert upload_server.uploads[0].content == b"x" * LARGE
    assert readers and threading.current_thread() not in readers


def test_uploads_need_little_memory(upload_server: UploadServer, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "large.bin"
    size = 60_000_000
    with path.open("wb") as file:
        file.truncate(size)
    program = """
        import asyncio, pathlib, resource, sys
        import anthropic

        def peak():
            unit = 1 if sys.platform == "darwin" else 1024
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit

        path, url = pathlib.Path(sys.argv[1]), sys.argv[2]
        small = path.with_name("small")
        small.write_bytes(b"x")
        client = anthropic.Anthropic(api_key="k", base_url=url)
        asynchronous = anthropic.AsyncAnthropic(api_key="k", base_url=url)

        async def send(file):
            await asynchronous.beta.files.upload(file=file)

        client.beta.files.upload(file=small)
        asyncio.run(send(small))
        before = peak()
        client.beta.files.upload(file=path)
        with path.open("rb") as file:
            client.beta.files.upload(file=("name", file))
        asyncio.run(send(path))
        print(peak() - before)
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(path), upload_server.url]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    sizes = [len(arrived.content) for arrived in upload_server.uploads]
    assert sizes == [1, 1, size, size, size]
    assert int(result.stdout) < 32_000_000


# -- what is read while it is sent ----------------------------------------------------------------


def test_only_large_files_are_left_on_the_disk(large_file: pathlib.Path) -> None:
    converted: Any = to_httpx_files({"a": large_file, "b": ("n", large_file, "text/plain")})
    name, content = converted["a"]
    assert name == "large.bin" and isinstance(content, FileAtPath)
    assert converted["b"][0] == "n" and isinstance(converted["b"][1], FileAtPath)


def test_a_file_at_a_path_reads_like_an_open_one(large_file: pathlib.Path) -> None:
    expected = large_file.read_bytes()
    file = FileAtPath(large_file)
    assert file.readable() and file.seekable()
    assert file.seek(0, os.SEEK_END) == LARGE
    assert file.read() == b""
    file.seek(0)
    assert (file.read(10), file.tell()) == (expected[:10], 10)
    assert file.seek(5, os.SEEK_CUR) == 15
    assert file.read() == expected[15:]
    assert file.read() == b""
    file.close()
    assert file.closed


@pytest.mark.filterwarnings("error::ResourceWarning")
def test_a_file_that_was_not_read_to_its_end_is_closed(large_file: pathlib.Path) -> None:
    file = FileAtPath(large_file)
    file.read(10)
    opened: Any = file._opened
    file.__del__()
    assert opened.closed


# -- large bodies in memory -----------------------------------------------------------------------


async def test_large_bodies_go_out_in_pieces_and_can_be_read(
    connect: Any, async_connect: Any, server: Any
) -> None:
    body = {"messages": "größe" * 500_000}
    mock = server()
    connect(mock).post("/x", cast_to=object, body=body)
    await async_connect(mock).post("/x", cast_to=object, body=body)
    for request in mock.requests:
        pieces = list(request.stream)
        assert b"".join(pieces) == request.content == mock.bodies[0]
        assert [piece async for piece in request.stream] == pieces
        assert len(pieces) > 10 and max(map(len, pieces)) <= 262_144
        assert request.headers["content-length"] == str(len(request.content))


def test_redirected_bodies_arrive_whole(connect: Any, server: Any) -> None:
    moved = httpx.Response(307, headers={"location": "https://api.example.test/elsewhere"})
    mock = server(moved, httpx.Response(200, json={}))
    http_client = httpx.Client(transport=httpx.MockTransport(mock), follow_redirects=True)
    connect(mock, http_client=http_client).post("/x", cast_to=object, body={"a": "x" * LARGE})
    assert mock.bodies[0] == mock.bodies[1]


# -- bodies with images ---------------------------------------------------------------------------


def _images(*texts: str) -> Any:
    blocks = [{"type": "base64", "data": text, "größe": len(text)} for text in texts]
    return {"messages": [{"content": blocks}], "text": texts[0], "max_tokens": 1}


ODD_TEXTS = [
    "A" * 300_000 + end for end in ("", '"', "\\", "\n", "\x00", "\x1f", "\x7f", "é", "😀")
]


async def test_long_texts_are_written_as_json_does(
    connect: Any, async_connect: Any, server: Any, no_waiting: Any
) -> None:
    body = _images(*ODD_TEXTS, "A" * 262_144, "A" * 262_143, "B" * 1_000_000)
    expected = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    mock = server(httpx.Response(500), httpx.Response(200, json={}))
    connect(mock).post("/x", cast_to=object, body=body)
    await async_connect(mock).post("/x", cast_to=object, body=body)
    assert mock.bodies == [expected] * 3
    for request in mock.requests:
        assert request.content == b"".join(request.stream) == expected
        assert b"".join([piece async for piece in request.stream]) == expected
        assert int(request.headers["content-length"]) == len(expected)


def test_a_long_text_that_cannot_be_sent(connect: Any, server: Any) -> None:
    mock = server()
    body = _images("A" * 300_000, "B" * 300_000 + "\ud800")
    with pytest.raises(UnicodeEncodeError, match=re.escape("at `messages[0].content[1].data`")):
        connect(mock).post("/x", cast_to=object, body=body)
    assert mock.requests == []


def test_hooks_and_copies_see_the_whole_body(connect: Any, server: Any) -> None:
    seen: List[bytes] = []
    mock = server()
    http_client = httpx.Client(
        transport=httpx.MockTransport(mock),
        event_hooks={"request": [lambda request: seen.append(request.content)]},
    )
    body = _images("A" * 300_000)
    connect(mock, http_client=http_client).post("/x", cast_to=object, body=body)
    assert [json.loads(content) for content in seen] == [body]
    request = connect(mock)._build_request(
        FinalRequestOptions(method="post", url="/", json_data=body)
    )
    assert json.loads(pickle.loads(pickle.dumps(request)).content) == body
    assert json.loads(copy.deepcopy(request).content) == body


async def test_images_arrive_over_real_connections(upload_server: UploadServer) -> None:
    expected = json.dumps(_images(*ODD_TEXTS), ensure_ascii=False, separators=(",", ":")).encode()
    settings: Dict[str, Any] = {"api_key": "k", "base_url": upload_server.url}
    with anthropic.Anthropic(**settings) as client:
        client.post("/x", cast_to=object, body=_images(*ODD_TEXTS))
    for http_client in (None, anthropic.DefaultAioHttpClient()):
        async with anthropic.AsyncAnthropic(http_client=http_client, **settings) as asynchronous:
            await asynchronous.post("/x", cast_to=object, body=_images(*ODD_TEXTS))
    assert [arrived.body for arrived in upload_server.uploads] == [expected] * 3


def test_a_body_of_other_clients_is_whole(server: Any, connect: Any) -> None:
    mock = server()
    http_client = httpx.Client(transport=httpx.MockTransport(mock), params={"a": "b"})
    client = connect(mock, http_client=http_client)
    client.post("/x", cast_to=object, body=_images("A" * 300_000))
    assert json.loads(mock.bodies[0]) == _images("A" * 300_000)
    assert type(mock.requests[0]) is httpx.Request
