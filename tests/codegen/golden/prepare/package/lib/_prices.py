"""Hand-written ends of the `prepare` seams."""

from __future__ import annotations

from typing import Any, Dict


def check_age(client: Any, body: Dict[str, Any], *, timeout: Any) -> Dict[str, Any]:
    """Children pay half, and wait shorter."""
    if body["age"] < 0:
        raise ValueError("`age` is below zero")
    body["half"] = body["age"] < 18
    return {"timeout": 5.0 if body["half"] else timeout}
