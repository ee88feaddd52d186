"""Query strings: nested mappings and arrays as flat ``key=value`` pairs."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Mapping, Sequence, Tuple, Union, cast
from urllib.parse import parse_qs, urlencode

from typing_extensions import Literal, get_args

from ._travel import LeftBehind
from ._types import NotGiven, not_given

ArrayFormat = Literal["comma", "repeat", "indices", "brackets"]
NestedFormat = Literal["dots", "brackets"]

Params = Mapping[str, Any]
_Pairs = List[Tuple[str, str]]


class Querystring:
    """Writes and reads query strings in one style.

    ``array_format`` writes ``[1, 2]`` under ``a`` as ``a=1,2`` (comma), ``a=1&a=2`` (repeat) or
    ``a[]=1&a[]=2`` (brackets).  ``nested_format`` writes ``{"b": 1}`` under ``a`` as ``a[b]=1``
    (brackets) or ``a.b=1`` (dots).
    """

    array_format: ArrayFormat
    nested_format: NestedFormat

    def __init__(
        self,
        *,
        array_format: ArrayFormat = "repeat",
        nested_format: NestedFormat = "brackets",
    ) -> None:
        self.array_format = array_format
        self.nested_format = nested_format

    def parse(self, query: str) -> Mapping[str, object]:
        """A query string as a mapping from each key to the list of its values."""
        return parse_qs(query)

    def stringify(
        self,
        params: Params,
        *,
        array_format: Union[ArrayFormat, NotGiven] = not_given,
        nested_format: Union[NestedFormat, NotGiven] = not_given,
    ) -> str:
        """``params`` as a percent-encoded query string."""
        return urlencode(
            self.stringify_items(params, array_format=array_format, nested_format=nested_format)
        )

    def stringify_items(
        self,
        params: Params,
        *,
        array_format: Union[ArrayFormat, NotGiven] = not_given,
        nested_format: Union[NestedFormat, NotGiven] = not_given,
    ) -> List[Tuple[str, str]]:
        """``params`` as pairs that are not encoded yet.

        ``None`` and empty texts are left out.  Raises ``NotImplementedError`` for an array format
        that is not supported.
        """
        arrays = self.array_format if isinstance(array_format, NotGiven) else array_format
        nested = self.nested_format if isinstance(nested_format, NotGiven) else nested_format
        pairs: _Pairs = []
        for key, value in params.items():
            _append(pairs, key, value, arrays, nested)
        return pairs


def _append(pairs: _Pairs, key: str, value: Any, arrays: str, nested: str) -> None:
    if isinstance(value, Mapping):
        for name, item in cast("Mapping[str, Any]", value).items():
            inner = f"{key}.{name}" if nested == "dots" else f"{key}[{name}]"
            _append(pairs, inner, item, arrays, nested)
    elif isinstance(value, (list, tuple)):
        write = _ARRAYS.get(arrays)
        if write is None:
            known = ", ".join(get_args(ArrayFormat))
            raise NotImplementedError(f"Unknown array_format value: {arrays}, choose from {known}")
        write(pairs, key, cast("Sequence[Any]", value), nested)
    else:
        text = _text(value)
        if text:
            pairs.append((key, text))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, LeftBehind):
        raise value.error()
    return str(value)


def _comma(pairs: _Pairs, key: str, items: Sequence[Any], nested: str) -> None:
    pairs.append((key, ",".join(_text(item) for item in items if item is not None)))


def _repeat(pairs: _Pairs, key: str, items: Sequence[Any], nested: str) -> None:
    for item in items:
        _append(pairs, key, item, "repeat", nested)


def _brackets(pairs: _Pairs, key: str, items: Sequence[Any], nested: str) -> None:
    for item in items:
        _append(pairs, f"{key}[]", item, "brackets", nested)


def _indices(pairs: _Pairs, key: str, items: Sequence[Any], nested: str) -> None:
    raise NotImplementedError(
        f"The array format `indices`, asked for with the parameter `{key}`, is not supported"
    )


_ARRAYS: Dict[str, Callable[[_Pairs, str, Sequence[Any], str], None]] = {
    "comma": _comma,
    "repeat": _repeat,
    "indices": _indices,
    "brackets": _brackets,
}

_default = Querystring()
parse = _default.parse
stringify = _default.stringify
stringify_items = _default.stringify_items


def form_encoded(body: object, array_format: ArrayFormat) -> bytes:
    """A body as `application/x-www-form-urlencoded`; what is no mapping gives an empty one."""
    params: Params = cast(Params, body) if isinstance(body, Mapping) else {}
    return Querystring(array_format=array_format).stringify(params).encode()
