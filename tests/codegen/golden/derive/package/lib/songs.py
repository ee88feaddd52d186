"""Hand-written ends of the derived methods."""

from __future__ import annotations

from typing import Any, Dict, List

from .._types import Omit
from ..types.song import Song


class Listener:
    """Hears a song, when asked to."""

    def __init__(self, resource: Any, params: Dict[str, Any]) -> None:
        self.params = {name: value for name, value in params.items() if not isinstance(value, Omit)}
        self._resource = resource

    def lines(self) -> List[str]:
        song: Song = self._resource.create(bird=self.params["bird"])
        return song.notes.split("\n")


def listen(
    resource: Any,
    params: Dict[str, Any],
    *,
    extra_headers: Any,
    extra_query: Any,
    extra_body: Any,
    timeout: Any,
) -> Listener:
    return Listener(resource, params)


def async_listen(
    resource: Any,
    params: Dict[str, Any],
    *,
    extra_headers: Any,
    extra_query: Any,
    extra_body: Any,
    timeout: Any,
) -> Listener:
    return Listener(resource, params)


def record(
    resource: Any,
    params: Dict[str, Any],
    *,
    extra_headers: Any,
    extra_query: Any,
    extra_body: Any,
    timeout: Any,
) -> Song:
    return resource.create(**params, extra_headers=extra_headers, timeout=timeout)


async def async_record(
    resource: Any,
    params: Dict[str, Any],
    *,
    extra_headers: Any,
    extra_query: Any,
    extra_body: Any,
    timeout: Any,
) -> Song:
    return await resource.create(**params, extra_headers=extra_headers, timeout=timeout)
