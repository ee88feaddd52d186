"""Uploads: from the forms that callers may use to the ones that httpx takes.

A caller may give bytes, an open file, a path, or a tuple ``(filename, content[, content type[,
headers]])``.  httpx knows no paths, so they are read here, in a worker thread by async clients.
"""

from __future__ import annotations

import io
import os
from typing import (
    Any,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    Union,
    cast,
    overload,
)

from typing_extensions import TypeGuard

from ._types import (
    FileContent,
    FileTypes,
    HttpxFileTypes,
    HttpxRequestFiles,
    RequestFiles,
)
from ._utils import is_mapping


def is_file_content(obj: object) -> TypeGuard[FileContent]:
    """Whether a value can be the content of an upload."""
    return isinstance(obj, (bytes, tuple, io.IOBase, os.PathLike))


def assert_is_file_content(obj: object, *, key: Optional[str] = None) -> None:
    """Raise ``RuntimeError`` unless a value can be uploaded; ``key`` says where it stands."""
    if is_file_content(obj):
        return
    where = f"entry at `{key}`" if key is not None else "file input"
    raise RuntimeError(
        f"Expected {where} to be bytes, an io.IOBase instance, PathLike or a tuple "
        f"but received {type(obj)} instead. Pass the content itself, an open binary file, "
        "a path, or a tuple (filename, content[, content type[, headers]])."
    )


@overload
def to_httpx_files(files: None) -> None: ...
@overload
def to_httpx_files(files: RequestFiles) -> HttpxRequestFiles: ...
def to_httpx_files(files: Optional[RequestFiles]) -> Optional[HttpxRequestFiles]:
    """Uploads as httpx takes them, with every path read.

    Raises ``TypeError`` for a collection or an item of another kind.
    """
    if files is None:
        return None
    pairs = [(key, _read(file)) for key, file in _pairs(files)]
    return dict(pairs) if is_mapping(files) else pairs


@overload
async def async_to_httpx_files(files: None) -> None: ...
@overload
async def async_to_httpx_files(files: RequestFiles) -> HttpxRequestFiles: ...
async def async_to_httpx_files(files: Optional[RequestFiles]) -> Optional[HttpxRequestFiles]:
    """``to_httpx_files`` that reads paths in a worker thread."""
    if files is None:
        return None
    pairs: List[Tuple[str, HttpxFileTypes]] = []
    for key, file in _pairs(files):
        pairs.append((key, await _read_in_thread(file) if _needs_reading(file) else _read(file)))
    return dict(pairs) if is_mapping(files) else pairs


def _pairs(files: object) -> Sequence[Tuple[str, FileTypes]]:
    if is_mapping(files):
        return list(cast("Mapping[str, FileTypes]", files).items())
    if isinstance(files, Sequence) and not isinstance(files, (str, bytes, bytearray)):
        return cast("Sequence[Tuple[str, FileTypes]]", files)
    raise TypeError(
        f"Unexpected file type input {type(files)}, expected a mapping or a sequence of pairs"
    )


def _needs_reading(file: FileTypes) -> bool:
    content = file[1] if isinstance(file, tuple) and len(file) > 1 else file
    return isinstance(content, os.PathLike)


async def _read_in_thread(file: FileTypes) -> HttpxFileTypes:
    from ._utils import to_thread

    return await to_thread(_read, file)


def _read(file: FileTypes) -> HttpxFileTypes:
    if isinstance(file, tuple):
        return _read_tuple(file)
    if isinstance(file, os.PathLike):
        return os.path.basename(os.fspath(file)), _content(file)
    if is_file_content(file):
        return cast(HttpxFileTypes, file)
    raise TypeError(
        "Expected file types input to be a FileContent type or to be a tuple, "
        f"but received {type(cast(object, file))}"
    )


def _read_tuple(file: Tuple[Any, ...]) -> HttpxFileTypes:
    if len(file) < 2:
        raise TypeError(
            "Expected file types input to be a FileContent type or to be a tuple of a filename, "
            f"a content and optionally a content type and headers, but received {len(file)} item(s)"
        )
    name, content, *rest = file
    if name is None and isinstance(content, os.PathLike):
        name = os.path.basename(os.fspath(cast("os.PathLike[str]", content)))
    return cast(HttpxFileTypes, (name, _content(cast(Any, content)), *rest))


def _content(content: FileContent) -> Union[Any, bytes]:
    if isinstance(content, os.PathLike):
        with open(content, "rb") as opened:
            return opened.read()
    return content
