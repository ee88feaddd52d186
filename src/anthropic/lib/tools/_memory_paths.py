"""Paths as the model writes them: which file below the memory directory each of them means.

Only names are looked at here, no file. A path that could mean anything else than a file below the
root to whoever reads it, this program or another, is refused; nothing is cleaned up silently.
"""

from __future__ import annotations

import os
from typing import Tuple
from urllib.parse import unquote

from ._errors import ToolError

ROOT = "/memories"

# Files with such names are the store's own; the model neither sees nor reaches them.
RESERVED = ".anthropic-memory"

MAX_DEPTH = 16
_MAX_NAME_BYTES = 200
_MAX_DECODINGS = 4

_WINDOWS_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"]
)

Names = Tuple[str, ...]


def names_of(path: str, *, windows: bool = os.name == "nt") -> Names:
    """The names that a path leads through, from the root on; none for the root itself.

    Raises `ToolError`, with what is wrong, for a path that is not below `/memories`.
    """
    if path != ROOT and not path.startswith(f"{ROOT}/"):
        raise _refused(path, f"paths are absolute and begin with {ROOT}, such as {ROOT}/notes.txt")
    names = tuple(name for name in path[len(ROOT) :].split("/") if name)
    if len(names) > MAX_DEPTH:
        raise _refused(path, f"directories may be nested {MAX_DEPTH} deep at most")
    for name in names:
        problem = _problem(name) or (_windows_problem(name) if windows else None)
        if problem:
            raise _refused(path, problem)
    return names


def shown(names: Names) -> str:
    """The path of names, as the model is to write it; what cannot be written is escaped."""
    return "/".join([ROOT, *(printable(name) for name in names)])


def printable(name: str) -> str:
    """A name on one line, in characters that every encoding of a request can carry."""
    if name.isprintable() and _is_encodable(name):
        return name
    return name.encode("unicode_escape").decode("ascii")


def _refused(path: str, reason: str) -> ToolError:
    return ToolError(f"The path {printable(path[:500])} is not allowed: {reason}.")


def _problem(name: str) -> str:
    """What is wrong with a name on every system; empty for a good one."""
    if not _is_encodable(name) or not name.isprintable():
        return "names consist of printable characters"
    if len(name.encode("utf-8")) > _MAX_NAME_BYTES:
        return f"a name has at most {_MAX_NAME_BYTES} bytes"
    if name.casefold().startswith(RESERVED):
        return f"names that begin with {RESERVED} are reserved"
    meant = name
    for _ in range(_MAX_DECODINGS):
        if meant in (".", ".."):
            return 'it must not contain "." or ".." as a name'
        if any(character in meant for character in "/\\\0"):
            return 'names must not contain "/", "\\" or NUL, encoded or not'
        decoded = unquote(meant)
        if decoded == meant:
            return ""
        meant = decoded
    return "it is percent-encoded too many times"


def _windows_problem(name: str) -> str:
    """What Windows would read in a name: a drive, a stream, a device, or another name."""
    if any(character in name for character in '<>:"|?*'):
        return 'names must not contain any of < > : " | ? * here'
    if name[-1] in ". ":
        return "names must not end with a dot or a space here"
    if name.split(".")[0].rstrip(" ").casefold() in _WINDOWS_DEVICES:
        return "it names a device here"
    return ""


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
