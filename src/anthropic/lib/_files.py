"""Reading a directory into the form that file uploads take."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Iterator, List, Tuple, Union

UploadedFile = Tuple[str, bytes]


def files_from_dir(directory: Union[str, os.PathLike[str]]) -> List[UploadedFile]:
    """Reads every file below `directory` for an upload, such as `beta.skills.create(files=...)`.

    Returns pairs of (name, content). The name is the file's path with forward slashes, relative
    to the parent of `directory`, so it begins with the directory's own name. Hidden files are
    included, links are followed; the order is the file system's.

    Raises the `OSError` of whatever could not be read.
    """
    root = Path(directory)
    return [
        (path.relative_to(root.parent).as_posix(), path.read_bytes()) for path in _files_below(root)
    ]


def _files_below(directory: Path) -> Iterator[Path]:
    # `Path.rglob` says nothing of what is missing or cannot be read, and leaves out linked folders.
    for path in directory.iterdir():
        if path.is_dir():
            yield from _files_below(path)
        elif path.is_file() or path.is_symlink():  # no sockets and pipes, but links to nowhere
            yield path


async def async_files_from_dir(directory: Union[str, os.PathLike[str]]) -> List[UploadedFile]:
    """Does what `files_from_dir` does, in a worker thread, so that the event loop keeps running."""
    from anyio.to_thread import run_sync

    return await run_sync(files_from_dir, directory)
