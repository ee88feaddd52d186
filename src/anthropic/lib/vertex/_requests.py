"""How a request of the Messages API becomes one of Vertex AI: the model goes into the path."""

from __future__ import annotations

from typing import Any, Dict, Optional

from ..._exceptions import AnthropicError
from ..._models import FinalRequestOptions
from ..._paths import encode_segment
from ..._utils import is_given, is_mapping

DEFAULT_VERSION = "vertex-2023-10-16"

_MESSAGE_PATHS = frozenset({"/v1/messages", "/v1/messages?beta=true"})
_COUNTING_PATHS = frozenset({"/v1/messages/count_tokens", "/v1/messages/count_tokens?beta=true"})


def names_project(options: FinalRequestOptions) -> bool:
    """Whether the path of this request has to say which project pays for it."""
    return options.method.lower() == "post" and options.url in _MESSAGE_PATHS | _COUNTING_PATHS


def vertex_options(
    options: FinalRequestOptions, *, region: str, project_id: Optional[str]
) -> FinalRequestOptions:
    """Options of one attempt, changed to what Vertex AI takes.

    Raises `AnthropicError` for what Vertex AI cannot do, `RuntimeError` without a project.
    """
    if options.url.startswith("/v1/messages/batches"):
        raise AnthropicError("The Batch API is not supported in the Vertex client yet")
    if is_mapping(options.json_data):
        body: Dict[str, Any] = dict(options.json_data)
        body.setdefault("anthropic_version", DEFAULT_VERSION)
        options.json_data = body
    if not names_project(options):
        return options
    if not project_id:
        raise RuntimeError(
            "No project_id was given and it could not be resolved from credentials. Pass "
            "`project_id`, or set ANTHROPIC_VERTEX_PROJECT_ID."
        )
    project, place = encode_segment("project_id", project_id), encode_segment("region", region)
    publisher = f"/projects/{project}/locations/{place}/publishers/anthropic"
    options.url = f"{publisher}/models/{_action(options)}"
    return options


def _action(options: FinalRequestOptions) -> str:
    if options.url in _COUNTING_PATHS:
        return "count-tokens:rawPredict"
    model = _take(options, "model")
    if not isinstance(model, str) or not model:
        raise ValueError(
            f"Expected `model` to be the name of a model on Vertex AI, but received {model!r}"
        )
    action = "streamRawPredict" if _peek(options, "stream") else "rawPredict"
    return f"{encode_segment('model', model)}:{action}"


def _peek(options: FinalRequestOptions, name: str) -> object:
    """A field of the body; the caller's own addition to it (`extra_body`) wins."""
    for part in (options.extra_json, options.json_data):
        if is_mapping(part):
            value: object = part.get(name)
            if value is not None and is_given(value):
                return value
    return None


def _take(options: FinalRequestOptions, name: str) -> object:
    """Remove a field from the body, wherever it is."""
    taken = _peek(options, name)
    for part in ("extra_json", "json_data"):
        fields: object = getattr(options, part)
        if is_mapping(fields):
            setattr(options, part, {key: fields[key] for key in fields if key != name})
    return taken
