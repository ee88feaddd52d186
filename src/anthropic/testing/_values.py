"""JSON values: narrowing, encoding and digests that every other module of the server uses."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Dict, List

if TYPE_CHECKING:
    from typing_extensions import TypeGuard

__all__ = [
    "JsonObject",
    "as_array",
    "as_object",
    "canonical",
    "digest",
    "encode",
    "is_array",
    "is_object",
]

JsonObject = Dict[str, Any]


def is_object(value: object) -> TypeGuard[JsonObject]:
    """Whether a decoded JSON value is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[List[Any]]:
    """Whether a decoded JSON value is an array."""
    return isinstance(value, list)


def as_object(value: object) -> JsonObject:
    """The value when it is an object, else an empty one: for optional parts of a checked body."""
    return value if is_object(value) else {}


def as_array(value: object) -> List[Any]:
    """The value when it is an array, else an empty one: for optional parts of a checked body."""
    return value if is_array(value) else []


def encode(value: object) -> str:
    """Compact JSON text, the way the API writes its answers."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def canonical(value: object) -> str:
    """JSON text that is the same for equal values, whatever the order of their keys."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def digest(*parts: str) -> bytes:
    """A hash over text parts; the parts stay apart (`"a", "b"` differs from `"ab"`)."""
    hasher = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        hasher.update(len(data).to_bytes(8, "big"))
        hasher.update(data)
    return hasher.digest()
