"""Request bodies: from what callers pass to what JSON can hold, in one walk over the value.

The walk looks at values only.  It copies nothing that it does not change: a body of plain dicts,
lists and texts is handed on as it is.
"""

from __future__ import annotations

import io
import json
import os
from collections import abc
from datetime import datetime
from functools import lru_cache
from typing import (
    Any,
    Callable,
    Dict,
    FrozenSet,
    Iterable,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
)

import pydantic

from ._types import NotGiven, Omit, omit
from ._utils._encoding import PendingReads
from ._utils._places import located, misplaced
from ._utils._utils import is_dict, is_list, kind_of

_PLAIN: FrozenSet[type] = frozenset({str, int, float, bool, type(None), bytes})
_READABLE: Tuple[type, ...] = (io.IOBase, os.PathLike)
# What is one value, although one can iterate over it.
_WHOLE: Tuple[Any, ...] = (str, bytes, bytearray, memoryview, io.IOBase, os.PathLike)
# What JSON is not to hold as a list: the order of a set means nothing.
_NO_LISTS: Tuple[Any, ...] = (*_WHOLE, set, frozenset)
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
    * open files and paths that stand as ``data`` of a base64 source become the text of their
      content;
    * datetimes become ISO 8601 texts.

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
    body = {
        key: value
        for key, value in data.items()
        if value is not omit and not isinstance(value, (Omit, NotGiven))
    }
    uploads = {
        path[0]: _uploads(body.pop(path[0]), "<array>" in path)
        for path in files or ()
        if path[0] in body
    }
    try:
        body = _walk_dict(body, reads)
    except _Unfit as unfit:
        raise misplaced(unfit.reason, unfit.steps[::-1]) from unfit.reason
    except RecursionError as error:
        raise located(error, body, _measure) from error
    body.update(uploads)
    for path, name in (aliases or {}).items():
        body = _rename(body, _steps(path), name)
    return body


def _measure(value: object) -> None:
    """Raise what `json` raises for values that are too deep, or that contain themselves."""
    json.dumps(value, skipkeys=True, default=lambda _: None)


def _uploads(value: Any, several: bool) -> Any:
    """Uploads as given; several of them in a list."""
    return list(value) if several and not isinstance(value, _WHOLE) else value


# -- the walk -------------------------------------------------------------------------------------


class _Unread:
    """Stands for a file until the walk is over."""

    def __init__(self, file: Any) -> None:
        self.file = file


class _Unfit(Exception):
    """What cannot be made ready for JSON, and the way to it, from the inside to the outside."""

    def __init__(self, reason: Exception) -> None:
        self.reason = reason
        self.steps: List[Any] = []


# Each container takes one frame, so that bodies may be about as deep as `json` allows.


def _walk_dict(source: Dict[Any, Any], reads: PendingReads) -> Dict[Any, Any]:
    """A dict for JSON; the very same object where nothing has to change."""
    changes: Optional[Dict[Any, Any]] = None
    key: Any = None
    try:
        for key, value in source.items():
            kind = kind_of(value)
            if kind is str or kind in _PLAIN:
                continue
            if kind is dict:
                new: Any = _walk_dict(value, reads)
            elif kind is list:
                new = _walk_list(value, reads)
            elif kind is Omit or kind is NotGiven:
                new = _DROPPED
            elif key == "data" and issubclass(kind, _READABLE):
                new = _Unread(value) if _is_base64(source) else value
            else:
                convert = _converter(kind)
                if convert is None:
                    continue
                new = convert(value, reads)
            if new is value:
                continue
            if changes is None:
                changes = {}
            changes[key] = new
    except _Unfit as unfit:
        unfit.steps.append(key)
        raise
    return source if changes is None else _changed_dict(source, changes, reads)


def _changed_dict(
    source: Dict[Any, Any], changes: Dict[Any, Any], reads: PendingReads
) -> Dict[Any, Any]:
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
    """A list for JSON; the very same object where nothing has to change."""
    result = source
    index = 0
    try:
        for index, value in enumerate(source):
            kind = kind_of(value)
            if kind is str or kind in _PLAIN:
                continue
            if kind is dict:
                new: Any = _walk_dict(value, reads)
            elif kind is list:
                new = _walk_list(value, reads)
            else:
                convert = _converter(kind)
                if convert is None:
                    continue
                new = convert(value, reads)
            if new is value:
                continue
            if result is source:
                result = source.copy()
            result[index] = new
    except _Unfit as unfit:
        unfit.steps.append(index)
        raise
    return result


@lru_cache(maxsize=1024)
def _converter(kind: Any) -> Optional[Callable[[Any, PendingReads], Any]]:
    """What makes values of a kind ready for JSON; what JSON cannot hold stays, to be refused."""
    if issubclass(kind, pydantic.BaseModel):
        return _model_converter(kind)
    if issubclass(kind, datetime):
        return _written_time
    if issubclass(kind, _NO_LISTS):
        return None
    if issubclass(kind, abc.Mapping):
        return _walk_mapping
    if issubclass(kind, abc.Iterable):
        return _walk_items
    return None


def _model_converter(kind: Any) -> Callable[[Any, PendingReads], Dict[str, Any]]:
    from ._sent_back import sender_of

    send = sender_of(kind)

    def convert(model: pydantic.BaseModel, reads: PendingReads) -> Dict[str, Any]:
        try:
            return send(model)
        except (TypeError, ValueError) as error:
            raise _Unfit(error) from error

    return convert


def _written_time(value: datetime, reads: PendingReads) -> str:
    return value.isoformat()


def _walk_mapping(value: Mapping[Any, Any], reads: PendingReads) -> Dict[Any, Any]:
    return _walk_dict(dict(value), reads)


def _walk_items(value: Iterable[Any], reads: PendingReads) -> List[Any]:
    return _walk_list(list(value), reads)


def _is_base64(source: Mapping[Any, object]) -> bool:
    """Whether a file may stand for the data of a source; no other place of a body takes files."""
    return source.get("type", "base64") == "base64"


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
