"""Which handler answers which method and path."""

from __future__ import annotations

from typing import Callable, Dict, List, NamedTuple, Optional, Tuple
from urllib.parse import unquote

from . import _batches, _files, _messages, _models, _skills
from ._exchange import Answer, Request
from ._state import State

__all__ = ["ROUTES", "Handler", "Match", "find_route"]

Handler = Callable[[State, Request], Answer]

_FILES = "files-api-2025-04-14"
_SKILLS = "skills-2025-10-02"


class Route(NamedTuple):
    """A handler, and the beta that the API wants named in `anthropic-beta` for it."""

    handler: Handler
    needs_beta: Optional[str] = None


ROUTES: Dict[Tuple[str, str], Route] = {
    ("POST", "/v1/messages"): Route(_messages.create_message),
    ("POST", "/v1/messages/count_tokens"): Route(_messages.count_tokens),
    ("POST", "/v1/complete"): Route(_messages.create_completion),
    ("POST", "/v1/messages/batches"): Route(_batches.create_batch),
    ("GET", "/v1/messages/batches"): Route(_batches.list_batches),
    ("GET", "/v1/messages/batches/{message_batch_id}"): Route(_batches.retrieve_batch),
    ("DELETE", "/v1/messages/batches/{message_batch_id}"): Route(_batches.delete_batch),
    ("POST", "/v1/messages/batches/{message_batch_id}/cancel"): Route(_batches.cancel_batch),
    ("GET", "/v1/messages/batches/{message_batch_id}/results"): Route(_batches.retrieve_results),
    ("GET", "/v1/models"): Route(_models.list_models),
    ("GET", "/v1/models/{model_id}"): Route(_models.retrieve_model),
    ("POST", "/v1/files"): Route(_files.upload_file, _FILES),
    ("GET", "/v1/files"): Route(_files.list_files, _FILES),
    ("GET", "/v1/files/{file_id}"): Route(_files.retrieve_file, _FILES),
    ("DELETE", "/v1/files/{file_id}"): Route(_files.delete_file, _FILES),
    ("GET", "/v1/files/{file_id}/content"): Route(_files.download_file, _FILES),
    ("POST", "/v1/skills"): Route(_skills.create_skill, _SKILLS),
    ("GET", "/v1/skills"): Route(_skills.list_skills, _SKILLS),
    ("GET", "/v1/skills/{skill_id}"): Route(_skills.retrieve_skill, _SKILLS),
    ("DELETE", "/v1/skills/{skill_id}"): Route(_skills.delete_skill, _SKILLS),
    ("POST", "/v1/skills/{skill_id}/versions"): Route(_skills.create_version, _SKILLS),
    ("GET", "/v1/skills/{skill_id}/versions"): Route(_skills.list_versions, _SKILLS),
    ("GET", "/v1/skills/{skill_id}/versions/{version}"): Route(_skills.retrieve_version, _SKILLS),
    ("DELETE", "/v1/skills/{skill_id}/versions/{version}"): Route(_skills.delete_version, _SKILLS),
}


class Match(NamedTuple):
    """The routes of a path by method, and the values of its placeholders."""

    template: str
    params: Dict[str, str]
    routes: Dict[str, Route]


def _params(template: str, path: List[str]) -> Optional[Dict[str, str]]:
    parts = template.split("/")
    if len(parts) != len(path):
        return None
    found: Dict[str, str] = {}
    for part, given in zip(parts, path):
        if part.startswith("{"):
            if not given:
                return None
            found[part.strip("{}")] = unquote(given)
        elif part != given:
            return None
    return found


def find_route(path: str) -> Optional[Match]:
    """The routes of a path; a fixed segment wins over a placeholder (`count_tokens`, `batches`)."""
    segments = path.split("/")
    matches: Dict[str, Match] = {}
    for (method, template), route in ROUTES.items():
        params = _params(template, segments)
        if params is not None:
            match = matches.setdefault(template, Match(template, params, {}))
            match.routes[method] = route
    return min(matches.values(), key=lambda match: len(match.params)) if matches else None
