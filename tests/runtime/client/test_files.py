"""Uploads in the forms that callers may use."""

from __future__ import annotations

import io
import pathlib
import re
from typing import Any

import pytest

from anthropic._files import assert_is_file_content, async_to_httpx_files, to_httpx_files
from anthropic._utils import extract_files, file_from_path


@pytest.fixture(params=["sync", "async"])
def convert(request: Any) -> Any:
    async def call(files: Any) -> Any:
        return (
            to_httpx_files(files) if request.param == "sync" else await async_to_httpx_files(files)
        )

    return call


@pytest.fixture
def note(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "note.txt"
    path.write_bytes(b"content")
    return path


async def test_paths_are_read_wherever_they_stand(convert: Any, note: pathlib.Path) -> None:
    assert await convert({"a": note}) == {"a": ("note.txt", b"content")}
    assert await convert([("a", ("n", note, "text/plain", {"x": "y"}))]) == [
        ("a", ("n", b"content", "text/plain", {"x": "y"}))
    ]
    assert await convert({"a": (None, note)}) == {"a": ("note.txt", b"content")}


async def test_the_rest_passes(convert: Any) -> None:
    file = io.BytesIO(b"x")
    assert await convert({"a": file, "b": b"y", "c": ("n", file)}) == {
        "a": file,
        "b": b"y",
        "c": ("n", file),
    }
    assert await convert(None) is None
    assert await convert([]) == []


@pytest.mark.parametrize("item", ["text", 3, {"a": 1}, ("lonely",), ("a", b"", "c/d", {}, 5)])
async def test_bad_items(convert: Any, item: Any) -> None:
    message = "Expected file types input to be a FileContent type or to be a tuple"
    with pytest.raises(TypeError, match=message):
        await convert({"a": item})


@pytest.mark.parametrize("files", ["text", [b"x"], [("a", b"x", "b")]])
async def test_bad_collections(convert: Any, files: Any) -> None:
    with pytest.raises(TypeError, match="Unexpected file type input .* a mapping or a sequence"):
        await convert(files)


@pytest.mark.parametrize("rest", [("a/b\r\nX: y",), ("a/b", {"X-Part": "c\nd"})])
async def test_no_line_breaks_in_the_headers_of_a_part(convert: Any, rest: Any) -> None:
    with pytest.raises(ValueError, match="`(Content-Type|X-Part)` of an upload holds a line"):
        await convert({"a": ("name", b"content", *rest)})
    fine = ("name", b"content", "a/b", {"X-Part": "ü"})
    assert await convert({"a": fine}) == {"a": fine}


def test_extraction_flattens_names() -> None:
    body = {"documents": [{"file": b"1"}, {"file": b"2", "x": 1}], "file": b"3", "files": [b"4"]}
    paths = [["documents", "<array>", "file"], ["file"], ["files", "<array>"], ["missing"]]
    assert extract_files(body, paths=paths) == [
        ("documents[][file]", b"1"),
        ("documents[][file]", b"2"),
        ("file", b"3"),
        ("files[]", b"4"),
    ]
    assert body == {"documents": [{}, {"x": 1}]}


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ({"a": {"b": b"x"}}, [["a", "<array>", "b"]]),
        ({"a": [b"x"]}, [["a", "b"]]),
        ({"a": b"x"}, [["a", "b"]]),
        ({"a": None}, [["a", "<array>"]]),
    ],
)
def test_extraction_ignores_other_shapes(query: Any, paths: Any) -> None:
    assert extract_files(query, paths=paths) == []


@pytest.mark.parametrize("value", [None, "path", 3])
def test_what_is_no_file_is_not_left_out(value: Any) -> None:
    with pytest.raises(RuntimeError, match="Expected entry at `a` to be bytes"):
        extract_files({"a": value}, paths=[["a"]])


@pytest.mark.parametrize("value", ["path", b"content"])
def test_one_file_is_no_list_of_files(value: Any) -> None:
    with pytest.raises(RuntimeError, match="Expected `a` to be a list of files"):
        extract_files({"a": value}, paths=[["a", "<array>"]])


def test_a_wrong_file_is_named() -> None:
    message = (
        "Expected entry at `files[]` to be bytes, an io.IOBase instance, PathLike or a tuple "
        "but received <class 'str'>"
    )
    with pytest.raises(RuntimeError, match=re.escape(message)):
        extract_files({"files": ["text"]}, paths=[["files", "<array>"]])
    with pytest.raises(RuntimeError, match="Expected file input to be bytes"):
        assert_is_file_content(3)


def test_file_from_path(note: pathlib.Path) -> None:
    assert file_from_path(str(note)) == ("note.txt", b"content")
