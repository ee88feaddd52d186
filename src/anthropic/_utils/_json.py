"""JSON as it goes over the wire."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from typing_extensions import override


def openapi_dumps(obj: Any) -> bytes:
    """A value as compact UTF-8 JSON.

    Takes datetimes (ISO 8601) and pydantic models (their set fields, under the API's names) beside
    what the standard library takes.  Raises ``ValueError`` for NaN and infinities, which JSON does
    not have, and ``TypeError`` for other objects.
    """
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
