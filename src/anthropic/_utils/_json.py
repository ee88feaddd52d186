"""JSON as it goes over the wire.

The standard library's encoder says what a body looks like.  Most bodies are of nothing but plain
values, for which pydantic's compiled encoder writes the same bytes several times faster; one look
over the value tells whether it is such a body.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from functools import lru_cache
from typing import Any, Callable, FrozenSet, List, Optional

from typing_extensions import override

from ._places import located
from ._utils import kind_of

# Beside texts, what both encoders write alike whatever the value.
_ALIKE: FrozenSet[type] = frozenset({bool, type(None)})
# Both write floats of this range without an exponent; the spellings of exponents differ.
_LEAST_FLOAT, _GREATEST_FLOAT = 1e-4, 1e16
_LEAST_INT, _GREATEST_INT = -(2**63), 2**63 - 1
# The compiled encoder refuses values that are nested deeper than about 250 levels.
_MAX_DEPTH = 200
# From this number of containers on one level, those that stand in several places are found.
_MANY = 2_000


def openapi_dumps(obj: Any) -> bytes:
    """A value as compact UTF-8 JSON.

    Takes datetimes (ISO 8601) and pydantic models (their set fields, under the API's names) beside
    what the standard library takes.  Raises ``ValueError`` for NaN and infinities, which JSON does
    not have, for lone surrogates and for values that contain themselves, ``RecursionError`` for
    values that are nested too deeply, and ``TypeError`` for other objects; the message names the
    place in the value.
    """
    encode = compiled_encoder()
    if encode is not None and type(obj) in (dict, list) and is_plain(obj):
        try:
            return encode(obj)
        except ValueError:
            # A lone surrogate: reported below, with its place.
            pass
    try:
        return _dumps(obj)
    except (TypeError, ValueError, RecursionError) as error:
        raise located(error, obj, _dumps) from error


def _dumps(obj: Any) -> bytes:
    return json.dumps(
        obj,
        cls=_Encoder,
        ensure_ascii=False,
        separators=(",", ":"),
        allow_nan=False,
    ).encode()


class _Encoder(json.JSONEncoder):
    @override
    def default(self, o: Any) -> Any:
        if isinstance(o, datetime):
            return o.isoformat()

        import pydantic

        if isinstance(o, pydantic.BaseModel):
            from .._compat import model_dump

            return model_dump(o, exclude_unset=True, mode="json", by_alias=True)
        return super().default(o)


@lru_cache(maxsize=1)
def compiled_encoder() -> Optional[Callable[[Any], bytes]]:
    """Pydantic's encoder; None with pydantic 1, which has none."""
    from .._compat import PYDANTIC_V1

    if PYDANTIC_V1:
        return None
    from pydantic_core import to_json

    return to_json


def is_plain(value: Any, long_texts: Optional[List[str]] = None, long: int = sys.maxsize) -> bool:
    """Whether a dict or list holds nothing but what both encoders write alike.

    That is texts, booleans, None, 64-bit integers, floats without exponents, and lists and dicts
    of them.  One look at the value, level by level, so that neither its depth nor a value that
    contains itself matters.  Values of at least ``long`` characters go to
    ``long_texts``.
    """
    level: List[Any] = [value]
    for _ in range(_MAX_DEPTH):
        below: List[Any] = []
        for node in level:
            kind = kind_of(node)
            if kind is dict:
                for key, item in node.items():
                    kind = kind_of(item)
                    if type(key) is not str:
                        return False
                    if kind is str:
                        if len(item) >= long and long_texts is not None:
                            long_texts.append(item)
                        continue
                    if kind is dict or kind is list:
                        below.append(item)
                    elif kind not in _ALIKE and not _is_plain_number(item, kind):
                        return False
            else:
                for item in node:
                    kind = kind_of(item)
                    if kind is str:
                        if len(item) >= long and long_texts is not None:
                            long_texts.append(item)
                        continue
                    if kind is dict or kind is list:
                        below.append(item)
                    elif kind not in _ALIKE and not _is_plain_number(item, kind):
                        return False
        if not below:
            return True
        if len(below) > _MANY:
            # A value that contains itself twice would double with each level.
            below = list({id(node): node for node in below}.values())
        level = below
    return False


def _is_plain_number(value: Any, kind: Any) -> bool:
    if kind is int:
        return bool(_LEAST_INT <= value <= _GREATEST_INT)
    return kind is float and (_LEAST_FLOAT <= abs(value) < _GREATEST_FLOAT or value == 0)
