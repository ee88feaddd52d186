"""JSON bodies with long base64 texts in them, which are never copied as a whole.

Images and documents make bodies of many megabytes.  A text that JSON writes as it is can go from
the caller's value to the socket piece by piece; only what is around it is encoded.
"""

from __future__ import annotations

import secrets
from typing import Any, AsyncIterator, Callable, Dict, Iterator, List, Union, cast

import httpx
from typing_extensions import override

from ._utils._json import compiled_encoder, is_plain, openapi_dumps
from ._utils._utils import is_dict, is_list

_PIECE_SIZE = 262_144
_LONG = 262_144


class LargeBody:
    """A body in parts: bytes, and long texts of ASCII characters."""

    def __init__(self, parts: List[Union[bytes, str]]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[bytes]:
        for part in self._parts:
            for start in range(0, len(part), _PIECE_SIZE):
                piece = part[start : start + _PIECE_SIZE]
                yield piece if isinstance(piece, bytes) else piece.encode("ascii")

    def __bytes__(self) -> bytes:
        return b"".join(self)


class LargeRequest(httpx.Request):
    """A request whose body is put together only when somebody wants to see it."""

    @property
    @override
    def content(self) -> bytes:
        return self.read()

    @override
    def __getstate__(self) -> Dict[str, Any]:
        self.read()
        return super().__getstate__()


class LargeStream(httpx.ByteStream):
    """The bytes of a large body, as often as they are asked for."""

    def __init__(self, body: LargeBody) -> None:
        super().__init__(b"")
        self._body = body

    @override
    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._body:
            yield piece


def encoded_body(value: Any) -> Union[bytes, LargeBody]:
    """What `openapi_dumps` returns, in parts where there are long texts; raises as it does."""
    encode = compiled_encoder()
    found: List[str] = []
    if (
        encode is None
        or not (is_dict(value) or is_list(value))
        or not is_plain(value, found, _LONG)
    ):
        return openapi_dumps(value)
    try:
        texts = {id(text) for text in found if _is_written_as_it_is(text, encode)}
        return LargeBody(_parts(value, texts, encode)) if texts else encode(value)
    except ValueError:
        # A lone surrogate: to be reported with its place.
        return openapi_dumps(value)


def _is_written_as_it_is(text: str, encode: Callable[[Any], bytes]) -> bool:
    """Whether a text needs no escapes; looks at it piece by piece, until it finds one."""
    if not text.isascii():
        return False
    pieces = (text[start : start + _PIECE_SIZE] for start in range(0, len(text), _PIECE_SIZE))
    return all(len(encode(piece)) == len(piece) + 2 for piece in pieces)


def _parts(value: Any, texts: set[int], encode: Callable[[Any], bytes]) -> List[Union[bytes, str]]:
    """The JSON of a value, parted where a long text stands."""
    mark = secrets.token_hex(16)
    taken: List[str] = []
    rest = encode(_without_texts(value, texts, mark, taken))
    between = rest.split(mark.encode())
    parts: List[Union[bytes, str]] = [between[0]]
    for text, following in zip(taken, between[1:]):
        parts += [text, following]
    return parts


def _without_texts(node: Any, texts: set[int], mark: str, taken: List[str]) -> Any:
    """A copy with marks for the long texts, which go to ``taken`` in their order."""
    if is_dict(node):
        items = cast(Dict[str, Any], node).items()
        return {key: _without_texts(item, texts, mark, taken) for key, item in items}
    if is_list(node):
        return [_without_texts(item, texts, mark, taken) for item in node]
    if id(node) in texts:
        taken.append(node)
        return mark
    return node
