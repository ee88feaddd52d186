"""Uploads: from the forms that callers may use to the ones that httpx takes.

A caller may give bytes, an open file, a path, or a tuple ``(filename, content[, content type[,
headers]])``.  httpx knows no paths, so small files are read here, in a worker thread by async
clients; a large file is read while it is sent, and only part of it is ever in memory.
"""

from __future__ import annotations

import io
import os
import stat
from typing import (
    Any,
    BinaryIO,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    Union,
    cast,
    overload,
)

from typing_extensions import TypeGuard, override

from ._types import (
    FileContent,
    FileTypes,
    HttpxFileTypes,
    HttpxRequestFiles,
    RequestFiles,
)
from ._utils import is_mapping

# Files up to this size are read before they are sent.
_READ_AT_ONCE = 1_048_576


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
    """Uploads as httpx takes them: no paths, but what is in the files.

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
        pairs = cast("Sequence[Tuple[str, FileTypes]]", files)
        if all(len(cast("Sequence[Any]", pair)) == 2 for pair in pairs):
            return pairs
    given = cast(Any, files)
    raise TypeError(
        f"Unexpected file type input {type(given)}, expected a mapping or a sequence of pairs of a "
        "field's name and a file"
    )


def _needs_reading(file: FileTypes) -> bool:
    content = file[1] if isinstance(file, tuple) and len(file) > 1 else file
    return isinstance(content, os.PathLike) or _has_no_size(content)


async def _read_in_thread(file: FileTypes) -> HttpxFileTypes:
    from ._utils import to_thread

    return await to_thread(_read, file)


def _read(file: FileTypes) -> HttpxFileTypes:
    if isinstance(file, tuple):
        return _read_tuple(file)
    if isinstance(file, os.PathLike):
        return os.path.basename(os.fspath(file)), _content(file)
    if is_file_content(file):
        return cast(HttpxFileTypes, _content(file))
    raise TypeError(
        "Expected file types input to be a FileContent type or to be a tuple, "
        f"but received {type(cast(object, file))}"
    )


def _read_tuple(file: Tuple[Any, ...]) -> HttpxFileTypes:
    if not 2 <= len(file) <= 4:
        raise TypeError(
            "Expected file types input to be a FileContent type or to be a tuple of a filename, "
            f"a content and optionally a content type and headers, but received {len(file)} item(s)"
        )
    name, content, *rest = file
    _check_part_headers(*rest)
    if name is None and isinstance(content, os.PathLike):
        name = os.path.basename(os.fspath(cast("os.PathLike[str]", content)))
    return cast(HttpxFileTypes, (name, _content(cast(Any, content)), *rest))


def _check_part_headers(content_type: object = None, headers: object = None) -> None:
    """Raise for headers of a part that httpx would write as they are, line breaks included."""
    given: Mapping[str, object] = headers if is_mapping(headers) else {}
    for name, value in (("Content-Type", content_type), *given.items()):
        if isinstance(value, str) and ("\r" in value or "\n" in value):
            raise ValueError(f"The header `{name}` of an upload holds a line break")


def _content(content: FileContent) -> Union[Any, bytes]:
    if not isinstance(content, os.PathLike):
        return cast(Any, content).read() if _has_no_size(content) else content
    with open(content, "rb") as opened:
        status = os.fstat(opened.fileno())
        # Pipes and devices have no size, and can be read but once.
        if stat.S_ISREG(status.st_mode) and status.st_size > _READ_AT_ONCE:
            return FileAtPath(content)
        return opened.read()


def _has_no_size(content: object) -> bool:
    """Whether an open file is a pipe or the like: empty as the system sees it, and read but once.

    httpx would announce an upload without content.
    """
    if not isinstance(content, io.IOBase) or isinstance(content, io.TextIOBase) or content.closed:
        return False
    try:
        return not stat.S_ISREG(os.fstat(content.fileno()).st_mode)
    except OSError:  # No file of the system: its content is in memory, or made by the program.
        return False


class FileAtPath(io.IOBase):
    """A file that is open only while it is being read, so that nobody has to close it.

    What reaches its end, starts again or is forgotten closes the file.
    """

    def __init__(self, path: os.PathLike[str]) -> None:
        self._path = os.path.abspath(path)
        self._position = 0
        self._opened: Optional[BinaryIO] = None

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """The next ``size`` bytes, or all that are left; nothing at the end."""
        if self._opened is None:
            self._opened = open(self._path, "rb")
            self._opened.seek(self._position)
        content = self._opened.read(size)
        self._position += len(content)
        if not content:
            self._leave()
        return content

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        self._leave()
        if whence == os.SEEK_END:
            offset += os.stat(self._path).st_size
        elif whence == os.SEEK_CUR:
            offset += self._position
        self._position = offset
        return offset

    @override
    def tell(self) -> int:
        return self._position

    @override
    def close(self) -> None:
        self._leave()
        super().close()

    def _leave(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None
