"""Prepare a value for JSON under the guidance of its type: aliases, dates and files.

The generated methods do not come this way (they know their parameters); this serves values whose
type is only known when the program runs.
"""

from __future__ import annotations

import io
import os
from collections import abc
from datetime import date
from functools import lru_cache
from typing import Any, Dict, Iterable, Mapping, Optional, Tuple, TypeVar, cast

import typing_extensions
from typing_extensions import Literal, get_args, get_origin, is_typeddict, override

from ._encoding import PendingReads, dump_model, is_model, is_readable
from ._typing import (
    is_annotated_type,
    is_type_alias_type,
    is_union,
)
from ._utils import is_given, is_mapping

_T = TypeVar("_T")

PropertyFormat = Literal["iso8601", "base64", "custom"]

_WRAPPERS = (typing_extensions.Required, typing_extensions.NotRequired)
_LIST_ORIGINS = (list, abc.Sequence, abc.Iterable)


class PropertyInfo:
    """What a type alone does not say of a field; goes into ``Annotated[...]``.

    ``alias`` is the name on the wire; ``format`` how the value is written (``custom`` uses
    ``format_template`` for ``strftime``); ``discriminator`` the field that tells the members of a
    union apart.
    """

    alias: Optional[str]
    format: Optional[PropertyFormat]
    format_template: Optional[str]
    discriminator: Optional[str]

    def __init__(
        self,
        *,
        alias: Optional[str] = None,
        format: Optional[PropertyFormat] = None,
        format_template: Optional[str] = None,
        discriminator: Optional[str] = None,
    ) -> None:
        self.alias = alias
        self.format = format
        self.format_template = format_template
        self.discriminator = discriminator

    @override
    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}(alias={self.alias!r}, format={self.format!r}, "
            f"format_template={self.format_template!r}, discriminator={self.discriminator!r})"
        )


def maybe_transform(data: object, expected_type: object) -> Optional[Any]:
    """``transform`` that lets ``None`` through."""
    return None if data is None else transform(data, expected_type)


def transform(data: _T, expected_type: object) -> _T:
    """A copy of ``data`` as it goes over the wire, read as ``expected_type``.

    Drops ``omit`` and ``not_given`` from typed dicts, renames aliased keys, makes lists of
    iterables, dumps models, and writes dates and files as their annotations say.  Values that do
    not fit the type pass through.
    """
    reads = PendingReads()
    box = [_value(data, expected_type, None, reads)]
    _note_if_pending(box, 0, reads)
    reads.fill()
    return cast(_T, box[0])


async def async_maybe_transform(data: object, expected_type: object) -> Optional[Any]:
    """``async_transform`` that lets ``None`` through."""
    return None if data is None else await async_transform(data, expected_type)


async def async_transform(data: _T, expected_type: object) -> _T:
    """``transform`` that reads files in a worker thread."""
    reads = PendingReads()
    box = [_value(data, expected_type, None, reads)]
    _note_if_pending(box, 0, reads)
    await reads.fill_in_thread()
    return cast(_T, box[0])


class _Unread:
    """Stands in a result for a file until the walk is over."""

    def __init__(self, file: Any) -> None:
        self.file = file


def _note_if_pending(container: Any, key: Any, reads: PendingReads) -> None:
    value = container[key]
    if isinstance(value, _Unread):
        reads.note(container, key, value.file)


def _value(data: Any, type_: Any, info: Optional[PropertyInfo], reads: PendingReads) -> Any:
    """``data`` transformed as ``type_``; ``info`` is the nearest format that applies to it."""
    type_, info = _unwrap(type_, info)
    origin = get_origin(type_) or type_

    if is_typeddict(type_) and is_mapping(data):
        return _typed_dict(data, type_, reads)
    if origin in (dict, abc.Mapping) and is_mapping(data):
        return _mapping(data, type_, info, reads)
    if origin in _LIST_ORIGINS and _is_items(data):
        return _items(data, type_, info, reads)
    if is_union(origin):
        for member in get_args(type_):
            data = _value(data, member, info, reads)
        return data
    if is_model(data):
        return dump_model(data)
    return _formatted(data, info)


def _unwrap(type_: Any, info: Optional[PropertyInfo]) -> Tuple[Any, Optional[PropertyInfo]]:
    """The bare type inside aliases, ``Required`` and ``Annotated``, and the format on the way."""
    while True:
        if is_type_alias_type(type_):
            type_ = type_.__value__
        elif is_annotated_type(type_):
            for extra in get_args(type_)[1:]:
                if isinstance(extra, PropertyInfo) and extra.format is not None:
                    info = extra
            type_ = get_args(type_)[0]
        elif get_origin(type_) in _WRAPPERS:
            type_ = get_args(type_)[0]
        else:
            return type_, info


def _typed_dict(data: Mapping[str, object], type_: Any, reads: PendingReads) -> Dict[str, object]:
    result: Dict[str, object] = {}
    fields = _fields(type_)
    for key, value in data.items():
        if not is_given(value):
            continue
        field = fields.get(key)
        if field is None:
            result[key] = value
            continue
        name, annotation = field
        result[name] = _value(value, annotation, None, reads)
        _note_if_pending(result, name, reads)
    return result


def _mapping(
    data: Mapping[str, object], type_: Any, info: Optional[PropertyInfo], reads: PendingReads
) -> Dict[str, object]:
    arguments = get_args(type_)
    value_type = arguments[1] if len(arguments) == 2 else Any
    result: Dict[str, object] = {}
    for key, value in data.items():
        result[key] = _value(value, value_type, info, reads)
        _note_if_pending(result, key, reads)
    return result


_NO_ITEMS: Tuple[type, ...] = (str, bytes, bytearray, abc.Mapping, io.IOBase, os.PathLike)


def _is_items(data: Any) -> bool:
    kind = cast(Any, type(data))
    if not issubclass(kind, abc.Iterable) or issubclass(kind, _NO_ITEMS):
        return False
    return not is_model(data)


def _items(
    data: Iterable[Any], type_: Any, info: Optional[PropertyInfo], reads: PendingReads
) -> Any:
    arguments = get_args(type_)
    item_type = arguments[0] if arguments else Any
    if item_type in (int, float):
        return data if isinstance(data, list) else list(data)
    result = [_value(item, item_type, info, reads) for item in data]
    for index in range(len(result)):
        _note_if_pending(result, index, reads)
    return result


def _formatted(data: Any, info: Optional[PropertyInfo]) -> Any:
    if info is None:
        return data
    if isinstance(data, date):
        if info.format == "iso8601":
            return data.isoformat()
        if info.format == "custom" and info.format_template is not None:
            return data.strftime(info.format_template)
    if info.format == "base64" and is_readable(data):
        return _Unread(data)
    return data


@lru_cache(maxsize=4096)
def _fields(type_: Any) -> Dict[str, Tuple[str, Any]]:
    """Key -> (its name on the wire, its annotation) of a typed dict."""
    hints = typing_extensions.get_type_hints(type_, include_extras=True)
    return {key: (_wire_name(key, annotation), annotation) for key, annotation in hints.items()}


def _wire_name(key: str, annotation: Any) -> str:
    while get_origin(annotation) in _WRAPPERS or is_annotated_type(annotation):
        if is_annotated_type(annotation):
            for extra in get_args(annotation)[1:]:
                if isinstance(extra, PropertyInfo) and extra.alias is not None:
                    return extra.alias
        annotation = get_args(annotation)[0]
    return key
