"""Request bodies: from what callers pass to what JSON can hold, in one walk over the value.

The walk looks at values only.  It copies nothing that it does not change: a body of plain dicts,
lists and texts is handed on as it is.
"""

from __future__ import annotations

import io
import os
from collections import abc
from datetime import date
from functools import lru_cache
from typing import Any, Dict, FrozenSet, List, Mapping, Optional, Sequence, Tuple, cast

import pydantic

from ._types import NotGiven, Omit
from ._utils._encoding import PendingReads, dump_model
from ._utils._utils import is_dict, is_list

_PLAIN: FrozenSet[type] = frozenset({str, int, float, bool, type(None), bytes})
_READABLE: Tuple[type, ...] = (io.IOBase, os.PathLike)
_OPAQUE = (str, bytes, bytearray, memoryview)
_NO_UPLOADS: Mapping[str, bool] = {}
_DROPPED = object()


def transform_body(
    data: Mapping[str, object],
    *,
    aliases: Optional[Mapping[str, str]] = None,
    files: Optional[Sequence[Sequence[str]]] = None,
) -> Dict[str, object]:
    """A request body as it goes over the wire; ``data`` itself is left alone.

    * ``omit`` and ``not_given`` values disappear from every dict;
    * generators, tuples and other iterables become lists;
    * models become dicts of their set fields, under the API's names;
    * open files and paths become the base64 text of their content;
    * dates and times become ISO 8601 texts.

    ``aliases`` maps dotted paths to names on the wire (``{"requests[].params.betas": "name"}``).
    ``files`` are the paths of uploads, as ``extract_files`` takes them; uploads stay as they are,
    and the dict that is returned may be parted from them.
    """
    reads = PendingReads()
    body = _transform(data, aliases, files, reads)
    reads.fill()
    return body


def transform(params: Mapping[str, object], type_name: str) -> Dict[str, object]:
    """The parameters of a method that a hand-written function carries out: those that were given.

    ``type_name`` says which published type describes them.  It is for readers of the generated
    code, people and tools: as a name it loads nothing.
    """
    return {key: value for key, value in params.items() if not isinstance(value, (Omit, NotGiven))}


async def async_transform_body(
    data: Mapping[str, object],
    *,
    aliases: Optional[Mapping[str, str]] = None,
    files: Optional[Sequence[Sequence[str]]] = None,
) -> Dict[str, object]:
    """``transform_body`` that reads files in a worker thread."""
    reads = PendingReads()
    body = _transform(data, aliases, files, reads)
    await reads.fill_in_thread()
    return body


def _transform(
    data: Mapping[str, object],
    aliases: Optional[Mapping[str, str]],
    files: Optional[Sequence[Sequence[str]]],
    reads: PendingReads,
) -> Dict[str, object]:
    uploads = {path[0]: "<array>" in path for path in files} if files else _NO_UPLOADS
    body: Dict[str, object] = {}
    for key, value in data.items():
        if isinstance(value, (Omit, NotGiven)):
            continue
        new = _uploads(value, uploads[key]) if key in uploads else _walk(value, reads)
        body[key] = new
        if type(new) is _Unread:
            reads.note(body, key, new.file)
    for path, name in (aliases or {}).items():
        body = _rename(body, _steps(path), name)
    return body


def _uploads(value: Any, several: bool) -> Any:
    """Uploads as given; several of them in a list."""
    kind = cast(Any, type(value))
    return list(value) if several and not issubclass(kind, _OPAQUE) else value


# -- the walk -------------------------------------------------------------------------------------


class _Unread:
    """Stands for a file until the walk is over."""

    def __init__(self, file: Any) -> None:
        self.file = file


def _walk(value: Any, reads: PendingReads) -> Any:
    """``value`` for JSON; the very same object where nothing has to change."""
    kind = cast(Any, type(value))
    if kind in _PLAIN:
        return value
    if kind is dict:
        return _walk_dict(value, reads)
    if kind is list:
        return _walk_list(value, reads)
    if issubclass(kind, pydantic.BaseModel):
        return dump_model(value)
    if issubclass(kind, date):
        return value.isoformat()
    if issubclass(kind, _READABLE):
        return _Unread(value)
    if issubclass(kind, abc.Mapping):
        return _walk_dict(dict(value), reads)
    if issubclass(kind, abc.Iterable) and not issubclass(kind, _OPAQUE):
        return _walk_list(list(value), reads)
    return value


def _walk_dict(source: Dict[Any, Any], reads: PendingReads) -> Dict[Any, Any]:
    changes: Dict[Any, Any] = {}
    for key, value in source.items():
        if type(value) in _PLAIN:
            continue
        new = _DROPPED if isinstance(value, (Omit, NotGiven)) else _walk(value, reads)
        if new is not value:
            changes[key] = new
    if not changes:
        return source
    result: Dict[Any, Any] = {}
    for key, value in source.items():
        new = changes.get(key, value)
        if new is _DROPPED:
            continue
        result[key] = new
        if type(new) is _Unread:
            reads.note(result, key, new.file)
    return result


def _walk_list(source: List[Any], reads: PendingReads) -> List[Any]:
    result = source
    for index, value in enumerate(source):
        if type(value) in _PLAIN:
            continue
        new = _walk(value, reads)
        if new is value:
            continue
        if result is source:
            result = source.copy()
        result[index] = new
        if type(new) is _Unread:
            reads.note(result, index, new.file)
    return result


# -- names on the wire ----------------------------------------------------------------------------


@lru_cache(maxsize=256)
def _steps(path: str) -> Tuple[str, ...]:
    """``requests[].params.betas`` as ``("requests", "[]", "params", "betas")``."""
    return tuple(path.replace("[]", ".[]").split("."))


def _rename(node: object, steps: Sequence[str], name: str) -> Any:
    """``node`` with the key at the end of ``steps`` renamed; copies the way down to it only."""
    step, rest = steps[0], steps[1:]
    if step == "[]":
        return [_rename(item, rest, name) for item in node] if is_list(node) else node
    if not is_dict(node) or step not in node:
        return node
    if rest:
        return {**node, step: _rename(node[step], rest, name)}
    return {name if key == step else key: value for key, value in node.items()}
