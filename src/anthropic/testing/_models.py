"""The list of models."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import List, Optional

from ._exchange import Answer, Request, json_answer
from ._ids import rfc3339
from ._pages import Collection, id_page
from ._state import State
from ._values import JsonObject

__all__ = ["list_models", "retrieve_model"]

_DATE = re.compile(r"-(\d{8})$")
# Undated names have the day of the dated one that they stand for; these have none.
_RELEASES = {"claude-opus-4-6": "20260204"}
_UNKNOWN_RELEASE = "20260201"


def _release(model_id: str, known: List[str]) -> datetime:
    match = _DATE.search(model_id)
    day: Optional[str] = match.group(1) if match else _RELEASES.get(model_id)
    if day is None:
        stem = re.sub(r"-(latest|0)$", "", model_id)
        dated = re.compile(re.escape(stem) + r"-\d{8}$")
        day = next((name[-8:] for name in known if dated.match(name)), _UNKNOWN_RELEASE)
    return datetime.strptime(day, "%Y%m%d").replace(tzinfo=timezone.utc)


def _display_name(model_id: str) -> str:
    """`claude-opus-4-5-20251101` -> `Claude Opus 4.5`; older names have the number first."""
    parts: List[str] = []
    for word in _DATE.sub("", model_id).replace("-latest", "").split("-"):
        if word.isdigit() and parts and parts[-1][-1].isdigit():
            parts[-1] += f".{word}"
        else:
            parts.append(word.capitalize())
    return " ".join(parts)


def _model(model_id: str, known: List[str]) -> JsonObject:
    return {
        "type": "model",
        "id": model_id,
        "display_name": _display_name(model_id),
        "created_at": rfc3339(_release(model_id, known)),
    }


def _models(state: State) -> Collection[JsonObject]:
    known = state.description.model_ids()
    collection: Collection[JsonObject] = Collection("model")
    # The description's order decides among models of one day; oldest are added first.
    for model_id in sorted(reversed(known), key=lambda name: _release(name, known)):
        collection.add(model_id, _model(model_id, known))
    return collection


def list_models(state: State, request: Request) -> Answer:
    page = id_page(_models(state), request.query, lambda model: model, state.settings.permissive)
    return json_answer(page)


def retrieve_model(state: State, request: Request) -> Answer:
    model_id = request.path_params["model_id"]
    if state.settings.permissive:
        return json_answer(_model(model_id, state.description.model_ids()))
    return json_answer(_models(state).get(model_id))
